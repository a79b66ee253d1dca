"""How high a heading stands: how it is set, and the rank of its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.grammar.number_words import ARABIC_LETTERS
from indexer.segment.emphasis import ITALIC
from indexer.segment.items import in_capitals
from indexer.segment.line_starts import CHAPTER, ENUMERATOR, LABEL
from indexer.segment.page_edges import mask
from indexer.segment.scopes import ACT, is_symbol, read_act_alone, read_scope

if TYPE_CHECKING:
    from indexer.segment.items import Item
    from indexer.segment.scopes import Scope

Look = tuple[float, bool, bool, bool, bool, bool]
"""Size, capitals, weight, colour of a heading, whether it is upright, and ruled: larger is higher."""
Series = tuple[str, Look]
"""The word of labels that count on, or all words of headings that do, and how they are set."""
Indent = tuple[float, float]
"""Where a heading begins: from the margin, and from the edge of the page."""
_ROMAN = regex.compile(r"^(?:[IVX]{2,6}|V|X)\s+\p{Lu}\p{Ll}")  # "III Conclusions": the stop was left out
_FURTHER = 18.0  # points: sheets of a scan are moved aside by less
_DEEPEST = 3  # divisions: part, chapter, section
NO_NUMBER = 9
"""The rank of a heading without number."""
RANKS = {"roman": 1, "letter": 2, "digit": 3, "item": 8}
"""The ranks of numbers by their kind; that of "(a)" is "item". Those of "1.1" and "1.1.1" are between."""
FIRST = regex.compile(r"^[IA1]\b")
"""The first number of a kind."""
_LEADING = regex.compile(r"\d{1,2}(?:\.\d{1,2})*(?=[.)]?[\s\t])")
_DECIMAL = regex.compile(r"\d{1,2}(?:\.\d{1,2}){1,4}(?=[.)]?[\s\t]+[\p{L}--\p{Ll}])", regex.V1)
"""Small letters stand behind hours and quantities: "9.30 a.m.", "2.5 million"."""


class Title(NamedTuple):
    """A heading in the path: rank of its number (0 annex or chapter, 9 none), look, words, indent.

    The last two say whether it is what the annex, the act or the chapter right above it is called, and
    whether it stands in the middle, or is too full to tell.
    """

    rank: int
    look: Look
    text: str
    indent: Indent | None = None
    names: bool = False
    centred: bool = False


def look_of(item: Item, *, larger: bool = False) -> Look:
    """Return how a heading is set; small capitals count, those of a symbol do not, nor plain italics.

    Plain headings that are underlined, or stand in the middle, are no higher than those in italics.
    """
    capitals = item.line.small_capitals or (in_capitals(item.text) and not is_symbol(item.text))
    bold = item.line.bold >= 0.5
    upright = item.line.italic < ITALIC or not (bold or larger or item.line.coloured)
    return (round(2 * item.line.size) / 2, capitals, bold, item.line.coloured, upright, item.ruled)


def level_look(level: int) -> Look:
    """Return the look that stands for a level which the file itself says."""
    return (-level, False, False, False, False, False)


def has_level(title: Title) -> bool:
    """Whether the file itself calls it a heading: what only looks like one stands below."""
    return title.look[0] < 0


def is_under(title: Title, own: Title) -> bool:
    """Whether a heading that is set as another one stands further in, or begins left of one in the middle."""
    if title.rank != NO_NUMBER or title.look != own.look or own.centred:
        return False
    if title.indent is None or own.indent is None:
        return False
    further = [here - there for here, there in zip(own.indent, title.indent, strict=True)]
    return max(further) < -_FURTHER if title.centred else min(further) > _FURTHER


def is_beside(title: Title, own: Title) -> bool:
    """Whether two headings without number are set alike, and neither further in than the other."""
    alike = title.rank == NO_NUMBER and title.look == own.look and not title.names
    return alike and not (is_under(own, title) or is_under(title, own))


def is_of_series(title: Title, own: Title, series: frozenset[Series]) -> bool:
    """Whether a heading without number stands below an article that is set as it is, and others follow."""
    if not series or {own.rank, title.rank} != {NO_NUMBER} or title.look != own.look or is_under(own, title):
        return False
    words = [word for word, look in series if look == own.look]
    return any(_begins_with(title.text, word) for word in words) and not (
        LABEL.match(own.text) or any(_begins_with(own.text, word) for word in words)
    )


def _begins_with(text: str, word: str) -> bool:
    """Whether a heading is one of a series, by the word of its label or by all its words."""
    label = LABEL.match(text)
    return (label is not None and label["word"] == word) or ("#" in word and mask(text).startswith(word))


def rank_of(text: str, path: tuple[Title, ...]) -> int:
    """Return the rank of a heading by its number.

    0 annex and chapter, 1 roman, 2 letter, 3 digit, 4 to 7 decimal, 8 (a), 9 none.
    """
    if read_scope(text) or CHAPTER.match(text):
        return 0
    decimal = _DECIMAL.match(text)
    if decimal:
        return RANKS["digit"] + decimal[0].removesuffix(".0").count(".")
    match = ENUMERATOR.match(text)
    if not match and _ROMAN.match(text) and any(title.rank == RANKS["roman"] for title in path):
        return RANKS["roman"]
    if not match or (
        not match["dot"] and not match["e"].startswith("(") and len(match["e"]) == 1 and match["e"] in "AI"
    ):
        return NO_NUMBER
    e = match["e"].strip("()")
    if match["e"].startswith("(") or e.islower():
        return RANKS["item"]
    if not e.isascii() and not e.isdigit():
        return RANKS["letter" if e in ARABIC_LETTERS or e.isupper() else "roman"]
    if e.isdigit():
        return RANKS["digit"]
    if len(e) == 1 and e in "CDLMIVX":
        return RANKS["letter" if _is_letter(e, path) else "roman"]
    return RANKS["roman" if regex.fullmatch(r"[IVXLC]+", e) else "letter"]


def is_within(text: str, outer: str) -> bool:
    """Whether a heading has a decimal number below that of another one.

    >>> is_within("2.1 Lamps", "2. Lights"), is_within("3.1 Oil", "2.1 Lamps")
    (True, False)
    """
    own, above = _DECIMAL.match(text), _LEADING.match(outer)
    return own is not None and above is not None and own[0].startswith(above[0].removesuffix(".0") + ".")


def _is_letter(e: str, path: tuple[Title, ...]) -> bool:
    """Whether a letter that may be a roman number is none.

    C. after B., and I. after H., are letters; V. and X. after a roman number are roman.
    """
    letters = [title for title in path if title.rank == RANKS["letter"]]
    if letters and ord(letters[-1].text[0]) + 1 == ord(e):
        return True
    hundred = any(title.rank == RANKS["roman"] and title.text.startswith(("XCIX", "CXCIX")) for title in path)
    return e in "CDLM" and not hundred


def scope_of(text: str) -> Scope | None:
    """Return the scope that a heading of the rank of scopes opens."""
    return read_scope(text) or read_act_alone(text)


def heads_act(title: Title) -> bool:
    """Whether a heading is that of a resolution, a decision or an opinion."""
    scope = scope_of(title.text) if title.rank == 0 else None
    return scope is not None and scope.rank == ACT


def division(title: Title) -> int:
    """Return how deep a part, a chapter or a section stands, and deepest what is none of them."""
    if title.rank:
        return _DEEPEST
    scope, match = scope_of(title.text), CHAPTER.match(title.text)
    if scope is not None:
        return 0 if scope.slug.startswith("part") else _DEEPEST
    return _DEEPEST if match is None else 1 + match[0].lower().startswith("section")


def holds(title: Title, act: Scope, look: Look) -> bool:
    """Whether a heading may have resolutions and decisions below it."""
    around = scope_of(title.text) if title.rank == 0 else None
    if around is not None:
        return around.rank < act.rank
    return title.look > look if title.rank == NO_NUMBER else title.look >= look
