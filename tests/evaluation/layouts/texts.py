"""Texts of real documents, cut into paragraphs by another program, for reports that say what those say."""

from __future__ import annotations

import gzip
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import regex

from tests.evaluation.layouts.words import VOCABULARIES, Speaker

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_SHORTEST, _LONGEST = 12, 1500  # characters of a text that is used
_TITLE = 120  # characters of a heading at most
_TITLES = 12  # headings that a report may have
MARK = regex.compile(r"\s*⁽\d+⁾")
"""The mark of a note, with the room before it."""
_PLAIN = str.maketrans({"‑": "-", "\u202f": " ", "\xa0": " "})
_ENDS = regex.compile(r"[.;:,?!]”?(?:\{\})*$")
_LABEL = regex.compile(r"^(?:\(\p{Ll}{1,4}\)|•)\s*")
# what the other program put together or tore apart: rules, notes and running heads in a text, lists and
# headings on one line, words cut at the end of a line
_BROKEN = regex.compile(
    r"""
    __ | \.{4} | <[i/] | \{\d | [⁽⁾] | \p{L}-\s\p{Ll} (?<!\p{L}-\s[ao]) | \b\d\d-\d{5}\b | \bGE\.\d\d
    | \bPage\s\d | [.;:,]\s(?:\p{Lu}|[IVX]+|\d{1,3})[.)]\s\p{Lu} | [.;,]\s\d{1,3}\s(?:See|Ibid|\p{Lu}\p{Ll})
    | [.;]\s[•o*]\s | \s[,.;:]\s | \b\p{L}\s-\p{L} | \S{40} | /\s
    """,
    regex.VERBOSE,
)
_HEADING = regex.compile(
    r"^(?:(?:Chapter\s)?[IVXLC]+\.?|\p{Lu}\.|\d+(?:\.\d+)*\.?|\(?[\p{Ll}\d]{1,3}\))\s+(?=\p{Lu})"
)
# headings that say more than what a chapter is about: numbers of their own, and parts of a first page
_OTHER = regex.compile(
    r"""
    ^(?:Annex|Appendix|Enclosure|Letter|Note\b|Identical) | ^\p{L}+\s(?:\d+|[IVXLC]+|\p{L})\b
    | \b(?:resolution|decision)\s[IVX\d]+\b | \p{Lu}/\p{Lu} | \d/\d | \bsession\b | Distr\.
    | Original: | \bagenda\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


class Library(NamedTuple):
    """What real documents say, each list in their order.

    Attributes:
        paragraphs: Numbered ones; "{}" stands where a note is marked.
        interludes: Those without a number, likewise.
        leads: Paragraphs that announce something.
        points: Sub-paragraphs and entries of lists, without their labels.
        titles: Headings, without their numbers.
        recitals: Preambular paragraphs of resolutions.
        decisions: Operative ones that end with a semicolon.
        documents: All paragraphs of each document, by its symbol, as they were cut.
    """

    paragraphs: list[str]
    interludes: list[str]
    leads: list[str]
    points: list[str]
    titles: list[str]
    recitals: list[str]
    decisions: list[str]
    documents: dict[str, list[Paragraph]]


class Paragraph(msgspec.Struct):
    """What is kept of a paragraph: `kind` is para, text, subpara or list."""

    kind: str
    section: list[str]
    text: str
    symbol: str = ""
    number: str | None = None


@cache
def read_library(path: Path) -> Library:
    """The texts of a file of paragraphs (JSON Lines) without those that were visibly cut wrongly."""
    library = Library([], [], [], [], [], [], [], {})
    decoder = msgspec.json.Decoder(Paragraph)
    with gzip.open(path, "rb") as lines:
        for line in lines:
            paragraph = decoder.decode(line)
            _sort_in(library, paragraph)
            library.documents.setdefault(paragraph.symbol, []).append(paragraph)
    return library


def _sort_in(library: Library, paragraph: Paragraph) -> None:
    text = MARK.sub("{}", in_line(paragraph.text))
    if paragraph.kind in ("subpara", "list"):
        text = _LABEL.sub("", text).replace("{}", "")
        pool = library.points
    elif text.endswith(":"):
        text = text.replace("{}", "")
        pool = library.leads
    else:
        pool = library.paragraphs if paragraph.kind == "para" else library.interludes
    if "\t" not in paragraph.text and _is_whole(text):
        if text.endswith((",", ",{}")) and paragraph.kind == "text":
            library.recitals.append(text)
        elif text.endswith((";", ";{}")) and paragraph.kind == "para":
            library.decisions.append(text)
    # what ends with a comma belongs to a sentence that the resolution ends
    if not text.endswith((",", ",{}")) and "\t" not in paragraph.text and _is_whole(text):
        pool.append(text)
    for title in _titles(paragraph.section):
        if title not in library.titles[-_TITLES:]:
            library.titles.append(title)


def is_broken(text: str) -> bool:
    """Whether a text shows that it was cut wrongly."""
    return _BROKEN.search(text) is not None


def in_line(text: str) -> str:
    """A text on one line, with plain hyphens and spaces."""
    return " ".join(text.translate(_PLAIN).split())


def _is_whole(text: str) -> bool:
    """Whether a text begins and ends like one, can be printed, and shows no sign of a wrong cut."""
    return (
        _SHORTEST <= len(text) <= _LONGEST
        and (text[0].isupper() or text[0] in "“‘")
        and _ENDS.search(text) is not None
        and _BROKEN.search(text) is None
        and is_printable(text)
    )


def is_printable(text: str) -> bool:
    """Whether the plain faces of PDF have all its letters."""
    return text.encode("cp1252", "ignore").decode("cp1252") == text


def _titles(section: Sequence[str]) -> Iterator[str]:
    for printed in section:
        title = _HEADING.sub("", in_line(printed))
        if (
            3 < len(title) <= _TITLE
            and title[0].isupper()
            and title[-1].isalpha()
            and not title.isupper()  # among others it would be of a level of its own
            and not _BROKEN.search(title)
            and not _OTHER.search(title)
            and is_printable(title)
        ):
            yield title


class Reciter(Speaker):
    """Speaks what real documents say, from a place at random on."""

    def __init__(self, dice: random.Random, library: Library) -> None:
        super().__init__(dice, "en")
        self._from = [_endless(texts, dice.randrange(len(texts))) for texts in library[:5]]
        titles = tuple(next(self._from[4]) for _ in range(_TITLES))
        self.words = VOCABULARIES["en"]._replace(titles=titles, topics=titles)

    def text(self, least: int = 1, most: int = 4) -> str:  # noqa: ARG002 -- one paragraph is one
        return self.marked().replace("{}", "")

    def marked(self) -> str:
        return next(self._from[0])

    def interlude(self) -> str:
        return next(self._from[1])

    def lead(self, name: str) -> str:  # noqa: ARG002 -- real ones say themselves what follows
        return next(self._from[2])

    def longer(self, title: str) -> str:
        return title

    def sentence(self, *, ends: str = ".") -> str:  # noqa: ARG002 -- real ones have their own
        return next(self._from[3])


def _endless(texts: Sequence[str], start: int) -> Iterator[str]:
    while True:
        yield from texts[start:]
        start = 0
