"""Lines that begin with a number: the candidates among which the numbering is sought."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.grammar.addresses import LATIN_SUFFIXES
from indexer.grammar.patterns import lazy
from indexer.grammar.several_numbers import join_runs, several_numbers
from indexer.segment.items import COMMAS
from indexer.segment.measures import INDENT
from indexer.segment.misread import FIRST_SIGNS, find_misread
from indexer.segment.number_styles import find_sections, find_style, is_quantity, match_section, with_label

if TYPE_CHECKING:
    from indexer.model import Line
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures
    from indexer.segment.number_styles import NumberStyle

_LATIN = rf"(?P<suffix>\s?(?:{'|'.join(LATIN_SUFFIXES)}))"
_SUFFIX = rf"(?:{_LATIN}|(?P<suffix>[a-z](?=\.)))?"
_PLAIN = regex.compile(
    rf"^(?P<n>\p{{Nd}}{{1,4}}){_SUFFIX}\s?(?:[.．、](?P<gap>[\s\t]+|$)|[.．、](?P<gap>)(?=\p{{Han}}))",
    regex.V1,
)
_NUMBER = regex.compile(rf"^\p{{Nd}}{{1,4}}{_SUFFIX}\s?[.．、]$", regex.V1)
_DOTTED = regex.compile(
    r"^(?P<n>\d{1,4})(?P<minor>(?:\.\d{1,3}){1,5})"
    r"(?:\.?(?P<gap>[\s\t]+|$)|:(?P<gap>)$|[.．](?P<gap>)(?=\p{Han}|\p{L}{3})|,(?P<gap>[\s\t]+)(?=\p{Lu}\p{Ll}))"
)
# slips of the printed page: "36<tab>The Government", "97.The reform", "132.I reiterate", "12,<tab>The";
# and "140bis [Decides", "140quinquies.[Invites" of those put in later
_LOOSE = regex.compile(
    rf"^(?P<n>\d{{1,4}}){_LATIN}(?P<dot>\.?)(?P<gap>[\s\t]*)(?=[\[{{\"“(‘]*\p{{Lu}})|"
    r"^(?P<n>\d{1,4})(?:(?P<dot>[.,:]?)(?P<gap>\t[\s\t]*)|(?P<dot>\.)(?P<gap>))(?=[\[{\"“(‘]*\p{Lu}[\p{L}\s’,])|^(?P<n>\d{1,4})(?P<dot>\.)(?P<gap>)(?=\p{Ll}{3})"
)
_DASHED = regex.compile(r"^(?P<n>\p{Nd}{1,4})\s?[-–—ـ]\s*(?=\p{Arabic})")
# Arabic numbers "2-1" what others number "2.1"
_DASHED_DOTTED = regex.compile(
    r"^(?P<n>\p{Nd}{1,4})(?=(?P<dash>[-–]))(?P<minor>(?:[-–]\p{Nd}{1,3}){1,5})"
    r"(?:\s?[-–.])?(?P<gap>[\s\t]+)(?=[\"“«(\[]?\p{Arabic})"
)
# "122.14–15" alone in a line, above a reply to several recommendations
_SEVERAL = regex.compile(r"^(?P<n>\d{1,4})(?P<minor>\.\d{1,3})(?P<others>[^\d.].*\d)[.:]?$")
_DASHES = lazy(r"\s?([-–—])\s?")
_DIGITS = regex.compile(r"\p{Nd}+")
_SIGN = regex.compile(r"[\p{L}\p{N}\s]+")  # everything else in a number is a sign
_SAME_EDGE = 2.0  # points
_ROW = 12  # lines that a paragraph between two numbers has at most
_CELLS = 1  # tabs that a line has at most whose number is doubtful: others are rows
_LABEL = regex.compile(r"^(?:§\s?)?(?P<n>\p{Nd}{1,4})(?P<suffix>\s?bis)?\s?[.)．、–-]?$")
_LABEL_DOTTED = regex.compile(
    r"^(?P<n>\d{1,4})(?:(?P<minor>(?:\.\d{1,3}){1,5})|(?=(?P<dash>-))(?P<minor>(?:-\d{1,3}){1,5}))\.?$"
)


class Candidate:
    """A line that begins with a number.

    Attributes:
        alone: Whether nothing else stands in the line.
        at: Position of the line among the body items.
        index: Position of the line in the document.
        in_row: Whether it stands in the cells of a row that is read as blocks.
        number: The number, or its first part.
        several: Whether several numbers are printed as one.
        section: The section before the dots: "A" of "A.1.2"; `number` is then 0.
        minor: The parts behind dots: (2,) of "138.2.".
        reach: The same of the last number where several that count on are printed as one: (4,) of "138.2–4".
        suffix: "bis" and the like.
        signs: What is printed around it: "." or "[]".
        printed: The number as printed, without the full stop.
        end: Offset in the line's text where the words begin.
        rel: Distance from the left margin.
        x: Distance from the edge of the page.
        bold: Whether the line is set in bold.
        loose: Whether the stop or the space behind the number is missing.
        misread: Whether it may be a number that was read wrongly in a scan; `number` is 0 where it is none.
        counted: Whether `number` is told by counting, whatever was read.
        start: Whether something besides the number says that a paragraph begins here.
        page: Physical page.
    """

    __slots__ = (
        "alone",
        "at",
        "bold",
        "counted",
        "end",
        "in_row",
        "index",
        "loose",
        "minor",
        "misread",
        "number",
        "page",
        "printed",
        "reach",
        "rel",
        "section",
        "several",
        "signs",
        "start",
        "suffix",
        "x",
    )

    def __init__(
        self,
        at: int,
        item: Item,
        match: regex.Match[str],
        *,
        loose: bool,
        start: bool,
        label: bool,
        misread: bool = False,
    ) -> None:
        groups = match.groupdict()
        self.at = at
        self.index = item.index
        self.in_row = item.line.role == "cell"
        self.misread = misread
        self.counted = False
        self.section = "" if misread or groups["n"].isdecimal() else groups["n"]
        self.number = 0 if misread or self.section else int(groups["n"])
        minor = groups.get("minor")
        below = _DIGITS.findall(minor) if minor else []
        self.minor = tuple(map(int, below))
        between = groups.get("dash") or "."
        self.suffix = (groups.get("suffix") or "").strip()
        self.printed = between.join([groups["n"], *below])
        if self.suffix:
            self.printed += ("" if len(self.suffix) == 1 else " ") + self.suffix
        self.reach = self.minor
        others = groups.get("others")
        self.several = others is not None
        if others:
            self.printed += _DASHES.sub(r"\1", others)
            self.reach = _reach(self.printed)
        self.end = 0 if label else match.end()
        self.alone = not label and match.end() >= len(item.text.rstrip())
        self.signs = _SIGN.sub("", match.group())
        self.rel = item.rel
        self.x = item.line.left
        self.bold = item.line.bold >= 0.9
        self.loose = loose
        self.start = start
        self.page = item.page

    def near(self, other: Candidate, within: float = 14.0) -> bool:
        """Whether both stand at the same indent, against the margin or on the page."""
        return min(abs(self.rel - other.rel), abs(self.x - other.x)) <= within


def _reach(printed: str) -> tuple[int, ...]:
    """Return the last of the numbers that count on, of several that are printed as one.

    >>> _reach("122.14–16, 20")
    (16,)
    """
    numbers = several_numbers(printed)
    _, last = join_runs(zip(numbers, numbers, strict=True))[0]
    return (int(last.rpartition(".")[2]),)


def find_candidates(body: list[Item], measures: Measures) -> list[Candidate]:
    """Return the candidates among the body items in order."""
    sections = find_sections(body)
    found = _of_style(body, measures, None, sections)
    usual: list[int] = []
    for candidate in found:
        if candidate.start and not candidate.loose and not candidate.minor:
            usual += [candidate.at] * (candidate.number == len(usual) + 1)
    dotted = [candidate.at for candidate in found if len(candidate.minor) == 1 and not candidate.section]
    style = find_style(body, measures, max(usual, dotted, key=len))
    return found if style is None else _of_style(body, measures, style, sections)


def _of_style(
    body: list[Item], measures: Measures, style: NumberStyle | None, sections: frozenset[str]
) -> list[Candidate]:
    found = (
        (_of_section(body, at, item, measures, sections) if sections else None)
        or _candidate(body, at, item, measures, style)
        for at, item in enumerate(body)
        if not item.inner
    )
    return [candidate for candidate in found if candidate is not None]


def _of_section(
    body: list[Item], at: int, item: Item, measures: Measures, sections: frozenset[str]
) -> Candidate | None:
    """Return the candidate of a line that begins with a number under a section."""
    match = match_section(item)
    if match is None or match["n"] not in sections or item.line.role in ("heading", "row", "note"):
        return None
    start = bool(item.line.label) or "\t" in match["gap"] or measures.starts_after(body, at)
    return Candidate(at, item, match, loose=False, start=start, label=bool(item.line.label))


def _candidate(
    body: list[Item], at: int, item: Item, measures: Measures, style: NumberStyle | None
) -> Candidate | None:
    line = item.line
    if line.role in ("heading", "row", "note", "contents"):
        return None
    if line.label:
        label = line.label.strip()
        match = _LABEL_DOTTED.match(label) or _LABEL.match(label)
        if match is None and style is not None:
            match = style.match(with_label(line), at)
        return Candidate(at, item, match, loose=False, start=True, label=True) if match else None
    if abs(line.size - measures.size) >= 1.6:
        return None
    text, marked = _without_mark(line)
    loose, misread = False, False
    match = style.match(text, at) if style is not None else None
    signed = match is not None and bool(style and style.signs)
    if match is None and text[:1].isdigit():
        match = _DOTTED.match(text) or _PLAIN.match(text) or _dashed(text) or _several(text)
        if match is None:
            match, loose = _LOOSE.match(text), True
    if match is None and measures.paged and (text[:1] in FIRST_SIGNS or "\t" in text[1:6]):
        match, loose, misread = find_misread(text), True, True
    if match is None or (loose and text.count("\t") > _CELLS) or is_quantity(body, at, match):
        return None
    tab = "\t" in (match.groupdict().get("gap") or "") or line.text_left - line.left > 1.9 * measures.size
    start = (
        tab
        or measures.starts_after(body, at)
        or (not loose and (_is_next_in_row(body, at, match) or _is_outside(body, at)))
        or (signed and at > 0 and body[at - 1].ends_sentence())
    )
    candidate = Candidate(at, item, match, loose=loose, start=start, label=False, misread=misread)
    candidate.end += marked
    if candidate.number == 1 and not loose and at and not start:
        candidate.start = _opens_below_recital(body[at - 1], item)
    return candidate


def _opens_below_recital(before: Item, item: Item) -> bool:
    """Whether a line is set in below one that ends with a comma, as the last full line of a preamble does."""
    return item.rel - before.rel > INDENT and before.ends_in(COMMAS)


def _dashed(text: str) -> regex.Match[str] | None:
    """Match a number that is followed by a dash and Arabic words."""
    return None if text.isascii() else _DASHED.match(text) or _DASHED_DOTTED.match(text)


def _several(text: str) -> regex.Match[str] | None:
    """Match several numbers below a paragraph that stand alone in a line."""
    match = _SEVERAL.match(text)
    return match if match is not None and several_numbers(text) else None


def _without_mark(line: Line) -> tuple[str, int]:
    """Return the text without a note mark right behind its number, and the characters of the mark.

    Nor with the bracket before it: "[1. The Parties ...]" is a paragraph that is not agreed.
    """
    text = line.text
    if text[:1] == "[" and _PLAIN.match(text[1:]):
        return text[1:], 1
    if line.raised and text[:1].isdigit():
        start, end = line.raised[0]
        if _NUMBER.match(text[:start]):
            return text[:start] + text[end:], end - start
    return text, 0


def _is_next_in_row(body: list[Item], at: int, match: regex.Match[str]) -> bool:
    """Whether the number before stands right above, where its paragraph has ended with the line above."""
    item = body[at]
    if not at or not body[at - 1].ends_sentence():
        return False
    for before in reversed(body[max(0, at - _ROW) : at]):
        if before.page != item.page or before.line.column != item.line.column:
            return False
        above = _PLAIN.match(before.text)
        if above is not None and abs(before.line.left - item.line.left) < _SAME_EDGE:
            return int(above["n"]) + 1 == int(match["n"])
    return False


def _is_outside(body: list[Item], at: int) -> bool:
    """Whether the line above ends a sentence and stands further in, as the last of a list does."""
    item, before = body[at], body[at - 1]
    return (
        at > 0
        and before.page == item.page
        and before.line.column == item.line.column
        and before.rel - item.rel > INDENT
        and before.ends_sentence()
    )
