"""The working copy of a document: one item for each extracted line."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

import msgspec
import regex

from indexer.grammar.characters import DOUBTFUL_SPACE, IDEOGRAPHS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.model import ExtractedDocument, Line, Page

Place = Literal["", "furniture", "contents", "note", "heading", "title", "table"]
"""Where a line goes; empty for the running text of records."""

Side = tuple[bool, int, bool]
_SHOWN = regex.compile(r"[\p{L}\p{N}\p{P}\p{S}]")
_RTL = regex.compile(r"[\p{Hebrew}\p{Arabic}]")
_IDEOGRAPHS = regex.compile(rf"[{IDEOGRAPHS}]")
_ENOUGH = 15  # of them, as many words as the spaces of other lines of running text part
_SPACES, _SPACES_IN_COLUMN = 7, 4  # between the words of a line of running text, at least
_SAME_SIZE = 0.8  # points
_UNCASED = regex.compile(r"[\p{Lo}--\p{Latin}]", regex.V1)
_RESUMED = regex.compile(
    r"(?:\s*\((?:(?:continued|concluded|cont(?:['’]d|inued)?\.?|suite|fin|continuación|conclusión)"
    r"|(?:agenda\s)?items?\s[^()]{1,40})\))+$"
)
"""What stands in small letters behind a heading in capitals of a record, which took several meetings."""
_STARS = regex.compile(r"\s*[*∗\uf02a]+(?:(?:\s?,)?\s*[*∗\uf02a]+)*$")
_ENDS = (".", ";", ":", "?", "!", "。", "；", "：", "？", "！", "؛", "؟", "…", *"।။។።۔")
_SHORTENED = (
    *(" No.", "(No.", " Nos.", " para.", " paras.", " art.", " arts.", " sect.", " vol.", " chap.", " pp."),
    *(" Mr.", " Ms.", " Mrs.", " Dr.", " núm.", " núms.", " párr.", " párrs."),
)
"""Words that are written short: their stop ends no sentence, what they belong to stands behind."""
COMMAS = (",", "،", "，")
COLONS = (":", "：")
FULL_STOPS = (".", "。")
"""What a line may end with, in the scripts of the official languages."""
_CLOSING = "”\"’'»)]"  # may stand behind the mark that ends a sentence
_NAMED_SECTIONS = regex.compile(r"(?:^|\{)[^{}]*\w\.\d[^{}]*(?<!\.)\}$")
# Georgian is written in what Unicode calls small letters
_OPENS_LOWER = regex.compile(r"[\s(“\"‘«]*[\p{Ll}--\p{Georgian}]", regex.V1)


class Item:
    """A line on its way into a record.

    Attributes:
        line: As extracted; on a page that is read from right to left, as seen in a mirror, where lines begin
            at the left.
        printed: As extracted.
        text: Its words.
        page: Physical page number.
        index: Position in the whole document.
        place: Where it goes.
        recto: Whether its page is a right-hand one, where margins are mirrored.
        rel: Distance of its left edge from the left margin of its page and column.
        gap: Baseline distance to the line before it in the same column; None at the top of a page or column.
        ruled: Whether a ruled line tells it from other headings in its type.
        inner: Whether it goes on in a paragraph, as far as `inner_lines` can tell.
    """

    __slots__ = ("gap", "index", "inner", "line", "page", "place", "printed", "recto", "rel", "ruled", "text")

    def __init__(self, line: Line, page: int, index: int, *, mirror: float | None = None) -> None:
        self.printed = line
        self.line = line if mirror is None else _mirrored(line, mirror)
        self.text = line.text
        self.page = page
        self.index = index
        self.place: Place = ""
        self.recto = False
        self.rel = 0.0
        self.gap: float | None = None
        self.ruled = False
        self.inner = False

    def side(self) -> Side:
        """Return what the margins go by: left or right page, column, and whether it is seen in a mirror."""
        return self.recto, self.line.column, self.line is not self.printed

    def is_set_in(self, size: float) -> bool:
        """Whether the line is set in a size."""
        return abs(self.line.size - size) < _SAME_SIZE

    def is_prose(self) -> bool:
        """Whether the line has the words of a line of running text, and no cells."""
        text = self.text
        if text.count("\t") > 1:
            return False
        least = _SPACES_IN_COLUMN if self.line.column else _SPACES
        return text.count(" ") + text.count(DOUBTFUL_SPACE) >= least or has_ideographs(text)

    def unmarked(self) -> str:
        """Return the words of the line without note marks and spaces at its end."""
        text = self.text.rstrip()
        for start, end in reversed(self.line.raised):
            if end == len(text):
                text = text[:start].rstrip()
        return text

    def ends_in(self, signs: tuple[str, ...]) -> bool:
        """Whether the line ends with one of some signs; note marks behind it do not count."""
        return self.unmarked().endswith(signs)

    def opens_with_mark(self) -> bool:
        """Whether the line begins with a raised mark, as notes do."""
        return bool(self.line.raised) and self.line.raised[0][0] == 0

    def without_marks(self) -> str:
        """Return the words of a heading or title without note marks, also those that are not raised."""
        text = self.text
        for start, end in reversed(self.line.raised):
            if start > 0:
                text = text[:start] + text[end:]
        return _STARS.sub("", text.strip())

    def ends_sentence(self) -> bool:
        """Whether the line ends with a mark that may end a paragraph.

        Note marks behind it do not count, nor the sections of a report in braces that a summary names there.
        """
        text = self.unmarked()
        if text.endswith("}") and (named := _NAMED_SECTIONS.search(text)):
            text = text[: named.start()].rstrip()
            if not text:
                return True
        text = text.rstrip(_CLOSING)
        return text.endswith(_ENDS) and not text.endswith(_SHORTENED)

    def is_bracketed(self) -> bool:
        """Whether all of the line stands in brackets, as the unit of a table does."""
        return self.text[:1] in "(（" and self.text.rstrip()[-1:] in ")）"

    def opens_lower(self, behind: int = 0) -> bool:
        """Whether the first letter, or the first one behind an offset, is lower case."""
        return bool(_OPENS_LOWER.match(self.text, behind))


def in_capitals(text: str) -> bool:
    """Whether all letters are capitals; in a script without any, a symbol does not make them so.

    >>> in_capitals("LIGHTS OF A/74/80"), in_capitals("انظر A/74/80")
    (True, False)
    >>> in_capitals("THE LIGHTS OF THE COAST (continued)")
    True
    """
    if text.endswith(")"):
        text = _RESUMED.sub("", text)
    return text.isupper() and (text.isascii() or not _UNCASED.search(text))


def has_ideographs(text: str) -> bool:
    """Whether a line has as many ideographs as one of running text."""
    return not text.isascii() and len(_IDEOGRAPHS.findall(text)) >= _ENOUGH


def read_items(document: ExtractedDocument) -> list[Item]:
    """Return the items of all pages in reading order, with the gaps above them."""
    items: list[Item] = []
    for page in document.pages:
        items.extend(_page_items(page, len(items)))
    return items


def by_page(items: Iterable[Item]) -> dict[int, list[Item]]:
    """Return the lines of each page that has any, by its number."""
    found: dict[int, list[Item]] = defaultdict(list)
    for page, those in groupby(items, key=attrgetter("page")):
        found[page] += those
    return found


def _page_items(page: Page, start: int) -> list[Item]:
    mirror = page.width if page.width and _reads_from_right(page) else None
    items = [Item(line, page.number, start + i, mirror=mirror) for i, line in enumerate(page.lines)]
    for item in items:
        if not (item.text[:1].isalnum() or _SHOWN.search(item.text)):
            item.place = "furniture"  # nothing but soft hyphens and the like
    return items


def _reads_from_right(page: Page) -> bool:
    """Whether most of a page is read from right to left; formats that flow say where lines begin."""
    from_right = sum(
        len(line.text)
        for line in page.lines
        if not line.text.isascii() and line.starts_block is None and _RTL.search(line.text)
    )
    return from_right > 0 and 2 * from_right > sum(len(line.text) for line in page.lines)


def _mirrored(line: Line, width: float) -> Line:
    """Return a line as it stands in a mirror."""
    text_left = line.text_left if line.text_left != line.left else line.right
    return msgspec.structs.replace(
        line, left=width - line.right, right=width - line.left, text_left=width - text_left
    )


def set_gaps(items: list[Item]) -> None:
    """Set the gap of each item to the one before it in the list, where both share page and column."""
    previous: Item | None = None
    for item in items:
        item.gap = None
        if item.line.role == "aside":
            continue  # the lines around it follow each other
        if previous is not None and previous.page == item.page and previous.line.column == item.line.column:
            gap = item.line.bottom - previous.line.bottom
            item.gap = gap if gap > 0 else None
        previous = item
