"""Bars and lists of links around the text of a web page that no name tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import regex

from indexer.extract.html_elements import BLOCKS, HEADINGS, SKIPPED
from indexer.extract.html_furniture import furniture_role
from indexer.extract.html_notes import is_note

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from indexer.model import Role

_SENTENCE = 80
"""Letters of a text outside of links by which the text of a page is told from what surrounds it."""
_LEAST = {"header": 2, "footer": 3}
"""Links of a bar: the source of a text may be named by one or two below it."""
_SHARE = 0.6
"""Of the letters of a bar, in its links: "Language: English Français Español" has .74."""
_LENGTH = 40
"""Letters of a link in a bar on an average: titles of sources are longer."""
_LEADS = 30
"""Letters of a text with a colon that leads to a list: "Share this page on:" has less."""
_LISTS = frozenset({"dl", "table", "ul"})
_TITLES = frozenset({"h1", "h2", "h3"})
_LETTER = regex.compile(r"[\p{L}\p{N}]")
_ADDRESS = regex.compile(r"\s*(?:https?:|www\.|[\w.+-]+@)|\S+/\S*\s*$", regex.IGNORECASE)
"""A link that prints where it leads, as sources do."""
_SKIPS = regex.compile(
    r"\s*(?:(?:skip|jump|aller|passer|saltar|ir|pasar|перейти)(?!\p{L})|跳|تخط|انتقل)", regex.IGNORECASE
)
"""How a link begins that leads past the head of a page."""


class _Block:
    """An element: between which texts of the page it stands, the letters in it, and those in its links."""

    __slots__ = ("element", "first", "last", "letters", "linked", "links")

    def __init__(self, element: Any, first: int) -> None:
        self.element, self.first, self.last = element, first, first
        self.letters = self.linked = self.links = 0

    def take(self, inner: _Block) -> None:
        """Count what an element inside this one holds."""
        self.letters += inner.letters
        self.linked += inner.linked
        self.links += inner.links

    def is_aside(self) -> bool:
        """Whether it stands beside the text, and is links and little else."""
        return bool(self.element.tag == "aside" and self.linked >= _SHARE * self.letters)

    def is_bar(self, role: Role) -> bool:
        """Whether it is a bar of links, at the head of a page or at its foot."""
        return (
            self.links >= _LEAST[role]
            and self.linked >= _SHARE * self.letters
            and self.linked <= _LENGTH * self.links
        )


class _Reader:
    """Goes through the texts of a page in order, and keeps the blocks that hold links."""

    def __init__(self, root: Any, notes: frozenset[str]) -> None:
        self._notes = notes
        self.blocks: list[_Block] = []
        self.skipping: dict[Any, Role] = {}
        self.begins: int | None = None
        self.ends: int | None = None
        self._count = 0
        self._stack = [_Block(root, 0)]
        self.kept: set[Any] = set()  # belong to the text, though they may be links and little else
        self._links: list[Any] = []  # those that are open
        self._last = ""  # text, "" behind a link

    def open(self, element: Any) -> None:
        if element.tag in BLOCKS:
            self._stack.append(_Block(element, self._count))
        counted = element.tag == "ol" and next(element.iterancestors("aside"), None) is None
        listed = counted or (element.tag in _LISTS and (self._leads_on() or _is_headed(element)))
        if listed or is_note(element, self._notes):
            self.kept.add(element)
        elif element.tag == "th":
            self.kept.add(next(element.iterancestors("table"), element))
        if _leads_away(element):
            self._links.append(element)
            self._stack[-1].links += 1
        self.text(element.text, element)

    def close(self, element: Any) -> None:
        if self._links and self._links[-1] is element:
            self._links.pop()
        if element.tag in BLOCKS:
            block = self._stack.pop()
            block.last = self._count
            if element.tag == "p" and self._last.endswith((".", "。")) and _LETTER.search(element.text or ""):
                self.kept.add(element)
            self._stack[-1].take(block)
            self.blocks += [block] if block.links else []
        self.text(element.tail)

    def _leads_on(self) -> bool:
        """Whether the text right above leads to what follows."""
        return self._last.endswith((":", "：")) and len(_LETTER.findall(self._last)) >= _LEADS

    def around_kept(self) -> set[Any]:
        """Return what is kept, and what holds some of it."""
        around: set[Any] = set()
        for kept in self.kept:
            element = kept
            while element is not None and element not in around:
                around.add(element)
                element = element.getparent()
        return around

    def is_of_text(self, element: Any, around: Container[Any]) -> bool:
        """Whether an element is kept, holds what is, or stands in it."""
        return element in around or any(other in self.kept for other in element.iterancestors())

    def text(self, text: str | None, element: Any = None) -> None:
        letters = len(_LETTER.findall(text or ""))
        if text and not text.isspace():
            self._last = "" if self._links else text.rstrip()
        if not letters:
            return
        self._stack[-1].letters += letters
        tag = None if element is None else element.tag
        if self._links:
            self._stack[-1].linked += letters
        elif letters >= _SENTENCE or tag in _TITLES:
            self.begins = self._count if self.begins is None else self.begins
            self.ends = self._count if letters >= _SENTENCE else self.ends
        if not self._count and tag == "a" and _SKIPS.match(text or "") and _stands_alone(element):
            self.skipping[element] = "header"
        self._count += 1


def link_bars(root: Any, notes: frozenset[str] = frozenset()) -> Mapping[Any, Role]:
    """Return the blocks above the first and below the last sentence of a page that are links and little else.

    Those above are its head ("header"), those below its foot ("footer"), with asides of links wherever they
    stand. Links to places in the page are entries of its contents, but for the one that skips its head.
    Sentences, lists with numbers, below a heading or a text that leads to them, tables with heads and notes
    belong to the text.

    Args:
        root: Of the page.
        notes: Names of its notes.
    """
    from lxml import etree  # noqa: PLC0415 - heavy

    reader = _Reader(root, notes)
    walk = etree.iterwalk(root, events=("start", "end"))
    passed: list[Any] = []  # what is known to be no text of the page
    for event, element in walk:
        if event == "start" and (element.tag in SKIPPED or furniture_role(element, inside_text=False)):
            walk.skip_subtree()
            passed.append(element)
        elif event == "start":
            reader.open(element)
        elif passed and passed[-1] is element:
            passed.pop()
            reader.text(element.tail)
        else:
            reader.close(element)
    if reader.begins is None or reader.ends is None:
        return {}
    around = reader.around_kept()
    bars: dict[Any, Role] = {}
    for block in reader.blocks:
        if block.last <= reader.begins and block.is_bar("header"):
            bars[block.element] = "header"
        elif block.is_aside() or (block.first > reader.ends and block.is_bar("footer")):
            bars |= {} if reader.is_of_text(block.element, around) else {block.element: "footer"}
    return bars | reader.skipping


def _is_headed(block: Any) -> bool:
    """Whether a block outside of asides stands right below a heading."""
    above = block.getprevious()
    headed = above is not None and above.tag in HEADINGS
    return headed and next(block.iterancestors("aside"), None) is None


def _stands_alone(link: Any) -> bool:
    """Whether a link leads to a place in the page, and no words go on behind it."""
    return (link.get("href") or "").startswith("#") and not _LETTER.search(link.tail or "")


def _leads_away(element: Any) -> bool:
    """Whether an element is a link to another page, in words."""
    target = element.get("href") or ""
    if element.tag != "a" or (target.startswith("#") and target != "#") or not target:
        return False
    return not _ADDRESS.match("".join(element.itertext()))
