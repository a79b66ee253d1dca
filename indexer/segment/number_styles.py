"""Which signs a publication sets around the numbers of its paragraphs, where it is not a stop behind them.

Judgments number "[12]" or "§ 12", European acts "(12)", the Court of Justice "12"; reports "12)" or "12 -".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.grammar.recitals import opens_recital
from indexer.segment.items import in_capitals
from indexer.segment.measures import INDENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import Line
    from indexer.segment.items import Item, Side
    from indexer.segment.measures import Measures

_NUMBER = r"(?P<n>\p{Nd}{1,4})"
_SIGNED = regex.compile(
    rf"^(?:\[{_NUMBER}\]|[§¶]\s?{_NUMBER}[.)]?|{_NUMBER}\)|\({_NUMBER}\)|{_NUMBER}\s?[-–—])(?P<gap>[\s\t]+|$)"
    rf"|^{_NUMBER}\s[-–—](?P<gap>)(?=[\p{{Lu}}\p{{Lo}}])",  # a tab as wide as its number: "12 -The"
    regex.V1,
)
_BARE = regex.compile(
    rf"^{_NUMBER}(?P<gap>[\s\t]+)(?=[\"“‘«(\[]?[\p{{Lu}}\p{{Lo}}]|\d{{1,4}}\s?\p{{Han}})", regex.V1
)
_BY_SECTION = regex.compile(
    r"^(?P<n>[A-Z]|[IVX]{1,6}|\d{1,2}[A-Z])(?P<minor>(?:\.\d{1,3}){1,4})\.?(?P<gap>[\s\t]+)(?=[\"“‘«(\[]?\p{Lu})"
)
_SECTION_LENGTH = 7  # characters of a section and the dot behind it
_OPENS = frozenset("[(§¶")
BRACKETS = "()"
"""Signs of the paragraphs of commentaries and model laws."""
_LEAST = 5  # paragraphs: fewer may be a list
_FEW = 2  # paragraphs with a section sign, or right below a heading: no list begins so
_SENTENCE = 60  # characters: most paragraphs take a line of so many at least, and most headings do not
_STEP = 2  # numbers from one to the next: where one is lost, the style is the same
_SHARE = 0.5  # of the lines of the text: notes at the end, and lists, have less
_LENGTH = 120  # characters that a paragraph has on average at least: entries of lists and notes have less
_HAN = regex.compile(r"\p{Han}")  # says as much as three letters
_SAME = 14.0  # points: as far apart numbers of one indent may stand


class NumberStyle(NamedTuple):
    """Signs around numbers.

    Attributes:
        pattern: Matches a number with its signs and what stands before the words.
        signs: The signs as printed, without the number: "[]".
        places: The lines that have numbers in it, where not all do: those below headings.
    """

    pattern: regex.Pattern[str]
    signs: str
    places: frozenset[int] | None = None

    def match(self, text: str, at: int) -> regex.Match[str] | None:
        """Return the match of a number in this style at the beginning of a line, or None."""
        match = self.pattern.match(text) if self.places is None or at in self.places else None
        if match is None or _signs(match) != self.signs or _is_point(match):
            return None
        return match


def find_style(body: Sequence[Item], measures: Measures, usual: Sequence[int]) -> NumberStyle | None:
    """Return the style in which most of a text is numbered, None where numbers with a stop do as well.

    Args:
        body: The lines of the text.
        measures: Of the document.
        usual: The positions of numbers with a stop that count on from 1.
    """
    runs: dict[str, list[int]] = {}
    patterns: dict[str, regex.Pattern[str]] = {}
    last: dict[str, int] = {}
    firsts: dict[tuple[str, Side], Item] = {}
    anew: dict[str, list[int]] = {}
    for at, item in enumerate(body):
        match = None if item.inner else _numbered(item, measures)
        if match is None:
            continue
        signs = _signs(match)
        run, number = runs.setdefault(signs, []), int(match["n"])
        begins_anew = number == 1 and at > 0 and _heads(body[at - 1], measures)
        step = number - last.get(signs, 0)
        # the margins of a column whose lines hang below their numbers are where most lines begin, or not
        first = firsts.get((signs, item.side()))
        if (begins_anew or 1 <= step <= (_STEP if run else 1)) and (not first or _aligned(first, item)):
            firsts[signs, item.side()] = first or item
            if begins_anew:
                anew.setdefault(signs, []).append(len(run))
            run.append(at)
            last[signs] = number
            patterns[signs] = match.re
    for signs, run in sorted(runs.items(), key=lambda pair: -len(pair[1])):
        if len(run) < _FEW:
            break
        if signs == BRACKETS and _are_recitals(body, run, usual):
            continue
        headed = run[0] == 0 or _heads(body[run[0] - 1], measures)
        least = _FEW if headed or signs.startswith(("§", "¶")) else _LEAST
        if not _lie_within(usual, run):
            least = max(least, len(usual) + 1)
        lines = (run[-1] - run[0]) * len(run) / (len(run) - 1)  # with those of the last paragraph
        if len(run) >= least and lines >= _SHARE * len(body):
            length = sum(len(_HAN.sub("han", item.text)) for item in body[run[0] :])
            return NumberStyle(patterns[signs], signs) if length >= _LENGTH * len(run) else None
    return _below_headings(runs.get(BRACKETS, ()), anew.get(BRACKETS, ()), patterns)


def match_section(item: Item) -> regex.Match[str] | None:
    """Match the number of a paragraph under the letter or number of its section: "A.1.2", "II.7", "29B.3"."""
    text = f"{item.line.label} {item.text}" if item.line.label else item.text
    return _BY_SECTION.match(text) if "." in text[1:_SECTION_LENGTH] else None


def find_sections(body: Sequence[Item]) -> frozenset[str]:
    """Return the sections under which a text numbers its paragraphs; the numbers of each begin with 1.

    There are none where these numbers are few, or most of them those of headings.
    """
    found = [(match, item) for item in body if (match := match_section(item)) is not None]
    long = sum(len(item.text) >= _SENTENCE for _, item in found)
    if long < max(_LEAST, len(found) / 2):
        return frozenset()
    return frozenset(match["n"] for match, _ in found if match["minor"] == ".1")


def _below_headings(
    run: Sequence[int], anew: Sequence[int], patterns: dict[str, regex.Pattern[str]]
) -> NumberStyle | None:
    """Return the style of numbers in brackets that begin anew below several headings.

    So each article has a commentary "(1)", "(2)" in a report that numbers its own paragraphs "1.", "2.";
    lists begin below words that lead to them.
    """
    if len(anew) < _FEW or len(run) - anew[0] <= _FEW:
        return None
    return NumberStyle(patterns[BRACKETS], BRACKETS, frozenset(run[anew[0] :]))


def _are_recitals(body: Sequence[Item], run: Sequence[int], usual: Sequence[int]) -> bool:
    """Whether a colon leads to numbers that stand above those with a stop: recitals above articles."""
    led = run[0] > 0 and body[run[0] - 1].unmarked().endswith((":", "："))
    return led and len(usual) >= _FEW and usual[0] > run[-1]


def _lie_within(usual: Sequence[int], run: Sequence[int]) -> bool:
    """Whether numbers with a stop are those of a list in one of the paragraphs."""
    return bool(usual) and any(one < usual[0] and usual[-1] < other for one, other in pairwise(run))


def _numbered(item: Item, measures: Measures) -> regex.Match[str] | None:
    line = item.line
    if line.role or abs(line.size - measures.size) >= 1.6:
        return None
    text = with_label(line)
    first = text[:1]
    if first in _OPENS:
        match = _SIGNED.match(text)
        return None if match is not None and _is_point(match) else match
    if line.label or not first.isdigit():
        return None  # labels without brackets are read as numbers in any style
    match = _SIGNED.match(line.text)
    if match is None and line.bold < 0.85 and not item.opens_with_mark():
        match = _BARE.match(line.text)
    return match


def _signs(match: regex.Match[str]) -> str:
    start, end = match.span("n")
    return "".join((match.string[:start] + match.string[end : match.start("gap")]).split())


def with_label(line: Line) -> str:
    """Return the text of a line behind the label that a file counts it by, if it does."""
    return f"{line.label.strip()}\t{line.text}" if line.label else line.text


def _is_point(match: regex.Match[str]) -> bool:
    """Whether a number in brackets is that of a point in a sentence, as "(1) to keep the lights;" is.

    Recitals may begin with a small letter as well: "(1) considérant que".
    """
    words = match.string[match.end() :].lstrip()
    return _signs(match) == BRACKETS and words[:1].islower() and not opens_recital(words)


def _heads(above: Item, measures: Measures) -> bool:
    """Whether the line above a number is set as a heading, below which numbers may begin anew."""
    line = above.line
    return (
        line.role == "heading"
        or max(line.bold, line.italic) >= 0.85
        or line.size >= measures.size + 1
        or in_capitals(above.text)
    )


def _aligned(first: Item, item: Item) -> bool:
    return min(abs(first.rel - item.rel), abs(first.line.left - item.line.left)) <= _SAME


def is_quantity(body: list[Item], at: int, match: regex.Match[str]) -> bool:
    """Whether a dotted number at a line start stands in a sentence: "with target / 12.1 of the goals"."""
    item, before = body[at], body[at - 1]
    return (
        bool(match.groupdict().get("minor"))
        and at > 0
        and before.page == item.page
        and before.line.column == item.line.column
        and item.text[match.end() : match.end() + 1].islower()
        and before.unmarked()[-1:].islower()
        and before.is_prose()
        and item.rel - before.rel <= INDENT
    )
