"""What stands out in a page dumped as one line: running heads, paragraph numbers, headings, residue."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# bounded and possessive: a line that is one slash after another must not be tried in every way
_SYMBOL = r"\p{Lu}[\p{Lu}\d]{0,11}(?:/(?:\s(?=\d))?[\p{L}\d][\p{L}\d.()-]{0,40}+){1,12}+[*∗]{0,2}"
_PAGE = r"(?:[Pp]age|PAGE|[Pp]ágina|[Сс]тр(?:\.|аница)|页次|第|صفحة)\s*(?P<page>\d{1,4})(?:\s*页)?"
_LANGUAGE = r"(?:\s+(?:English|ENGLISH|French|FRENCH|Spanish|SPANISH|Russian|RUSSIAN|Arabic|Chinese))?"
_SYMBOLS = rf"(?P<symbol>{_SYMBOL})(?:\s+{_SYMBOL})?"

HEAD = regex.compile(rf"(?<![\p{{L}}\d/(\[]){_SYMBOLS}{_LANGUAGE}\s+{_PAGE}(?![\d.]|\s*[-–]\s*\d)")
"""The two-line running head of reports until about 2009, in one line: "A/HRC/9/8 page 4"."""

_HEAD_REVERSED = regex.compile(rf"{_PAGE}\s+{_SYMBOLS}(?=\s|$)")
_HEAD_BARE = regex.compile(
    rf"(?:(?P<page>\d{{1,3}})\s+)?{_SYMBOLS}(?:\s+(?P<page>\d{{1,3}})(?=\s+\D))?(?=\s)"
)
"""The later one-line running head: only the symbol, perhaps with the page beside it."""

FOOT = regex.compile(
    r"(?:(?<=\s)(?:(?P<page>\d{1,3})(?:/\d{1,3})?\s+)?"
    r"(?:GE\.\s?\d\d-\d{5}|\d\d-\d{5})(?:\s+\(\p{Lu}\))?(?:\s+\d{6})?(?:\s+(?P<page>\d{1,3})(?:/\d{1,3})?)?"
    r"|(?<=\s)/\s?(?:\.\.\.|…))\s*$"
)
"""The job number with the page beside it, or the sign that the text goes on overleaf."""

_RESIDUE = regex.compile(
    r"(?<=\s)(?:(?:Select target paragraph|Back to top|Skip to (?:main )?content|Print this page"
    r"|Share this page|Cookie settings|Privacy (?:policy|notice)|Terms of use|Previous page|Next page)"
    r"\s*\d*\s*)+$",
    regex.IGNORECASE,
)
"""Words of web sites that stay behind when a page of a report is copied out of them."""

_NUMBER = regex.compile(
    r"(?<![\p{L}\d.,/()–-])(?P<n>\d{1,3})"
    r"(?:\.\s+(?=[\"“”«‘'(\[¿¡]*(?:\p{Lu}|\p{Lo}))|\s?[.．、]\s*(?=[“「《(]*\p{Han}))",
    regex.V1,
)
"""A number, its stop, and a word that could begin a paragraph."""

_NOT_BEFORE = regex.compile(
    r"\b(?:(?:paras?|nos?|nrs?|arts?|chaps?|sects?|figs?|pp?|vols?|ch|cf|add|rev|corr)\.?"
    r"|paragraphs?|articles?|rules?|principles?|chapters?|sections?|pages?|annex(?:es)?|tables?|figures?|goals?"
    r"|targets?|items?|questions?|recommendations?|regulations?|resolutions?|decisions?|see|and|or|to|of|in|on|by"
    r"|at|with|from|than|about|over|under|is|was|are|were|the|for|some|only|nearly|least|most)\s*$",
    regex.IGNORECASE,
)
"""Words and abbreviations behind which a number is cited or counted and begins nothing."""

_SENTENCE_END = regex.compile(r"(?:[.;:?!…。；：？！؟][\"”’'»)\]」]*|\),?)(?:\s?\d{1,3}|[*†])?\s*$")
"""A mark that ends a sentence, or the State in brackets behind a recommendation; a note mark may follow."""

_ENUMERATOR = regex.compile(
    r"(?<!\S)(?:(?:Chapter|Annex|Part|Section)\s+)?(?:(?:[IVXLC]{1,6}|\p{Lu}|\d{1,2}|[a-z])[.)]|\([a-z\d]{1,3}\))\s+(?=\p{Lu})"
)
_CLAUSE_END = regex.compile(r"(?:[;:?!]|(?<!\b\p{Lu})\.)(?=\s|$)")  # "U.N." ends nothing
_AFTER_SENTENCE = regex.compile(r"(?:^|[.;:?!…][\"”’'»)\]]*(?:\d{1,3})?\s+)(?=[\p{Lu}(\d])")

_LONGEST_TITLE = 160
"""Characters; the longest headings of reports run over two printed lines."""

_PLAIN_WORDS = 10
"""A title without an enumerator longer than this is more likely the end of a sentence."""

_WINDOW = 400
"""Characters before a number among which its headings are sought: three headings of full length."""


class Number(NamedTuple):
    """A paragraph number in running text: its value, where it stands, and where the headings above it begin.

    Attributes:
        value: The number.
        start: Offset of its first digit.
        headings: Offsets (start, end) of the headings before it.
        sure: Whether it stands at the beginning or behind an enumerated heading: it needs no neighbours.
    """

    value: int
    start: int
    headings: tuple[tuple[int, int], ...]
    sure: bool


_STEPS = 2_000_000
"""Numbers looked at to find sequences: 2,000 of a long report need some 40 times as many."""

_HEAD_LENGTH = 400
"""Characters within which a running head ends; patterns with repeated parts are slow on longer text."""


def head_at_start(text: str) -> tuple[int, int | None]:
    """Length of the running head that the text begins with, 0 without one, and the page it names."""
    start = text[:_HEAD_LENGTH]
    for pattern in (HEAD, _HEAD_REVERSED):
        if match := pattern.match(start):
            return match.end(), int(match["page"])
    match = _HEAD_BARE.match(start)
    if match is None:
        return 0, None
    rest = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    # "A/HRC/9/8 is a report" begins with a symbol too: a head has a number or its headings behind it
    first = next(numbers_in(text, rest, len(text)), None)
    opens = first is not None and (first.start == rest or (first.headings and first.headings[0][0] == rest))
    return (match.end(), int(match["page"]) if match["page"] else None) if opens else (0, None)


def residue_at_end(text: str) -> tuple[int, int | None]:
    """Offset from which on there is only a running foot or words of a web site, and the page they name."""
    end = len(text)
    page = None
    for pattern in (_RESIDUE, FOOT, _RESIDUE):
        match = pattern.search(text, max(0, end - _WINDOW), end)
        if match is not None and match.start():
            end = match.start()
            named = match.groupdict().get("page")
            page = int(named) if named else page
    return end, page


def is_heading(text: str) -> bool:
    """Whether the text is a title behind an enumerator, or all in capitals."""
    titles = _titles(text, 0, [match.span() for match in _ENUMERATOR.finditer(text)])
    return titles is not None and titles.sure


def numbers_in(text: str, start: int, end: int) -> Iterator[Number]:
    """Places in a stretch of text that could begin a numbered paragraph."""
    for match in _NUMBER.finditer(text, start, end):
        before = text[max(start, match.start() - _WINDOW) : match.start()]
        value = int(match["n"])
        at_start = match.start() == start or not before.strip()
        if at_start:
            yield Number(value, match.start(), (), sure=True)
            continue
        headings = _headings(before, whole=match.start() - start <= _WINDOW)
        cited = (headings is None or not headings.sure) and bool(_NOT_BEFORE.search(before))
        if headings is not None and not cited:
            offset = match.start() - len(before)
            spans = tuple((a + offset, b + offset) for a, b in headings.spans)
            yield Number(value, match.start(), spans, sure=headings.sure)
        elif not cited and _SENTENCE_END.search(before):
            yield Number(value, match.start(), (), sure=False)


class _Headings(NamedTuple):
    spans: list[tuple[int, int]]
    sure: bool


def _headings(before: str, *, whole: bool) -> _Headings | None:
    """The headings that the text before a number ends with."""
    enumerators = [match.span() for match in _ENUMERATOR.finditer(before)]
    # what begins with the last enumerator that no title follows, or before it, is no heading
    last, end = -1, len(before)
    for start, words in reversed(enumerators):
        if not _may_be_title(before[words:end].strip()):
            last = start
            break
        end = start
    for place in _AFTER_SENTENCE.finditer(before):
        start = place.end()
        if start <= last or (start == 0 and not whole):
            continue
        found = _titles(before, start, [span for span in enumerators if span[0] >= start])
        if found is not None:
            return found
    return None


def _titles(text: str, start: int, enumerators: Sequence[tuple[int, int]]) -> _Headings | None:
    """The text from a place on as titles one after the other; all but the first must have an enumerator."""
    enumerated = bool(enumerators) and enumerators[0][0] == start
    places = enumerators if enumerated else [(start, start), *enumerators]
    starts = [start for start, _ in places]
    ends = [*starts[1:], len(text)]
    first = text[places[0][1] : ends[0]].strip()
    sure = enumerated or (first.upper() == first and sum(map(str.isalpha, first)) > 3)
    if not sure and not _is_title(first):
        return None
    bounds = zip(places, ends, strict=True)
    if not all(_may_be_title(text[words:end].strip()) for (_, words), end in bounds):
        return None
    return _Headings(list(zip(starts, ends, strict=True)), sure)


def _may_be_title(text: str) -> bool:
    return 2 <= len(text) <= _LONGEST_TITLE and not _CLAUSE_END.search(text)


def _is_title(text: str) -> bool:
    """Whether words without an enumerator read as a title and not as the end of a sentence."""
    words = text.split()
    return 0 < len(words) <= _PLAIN_WORDS and len(words[-1]) >= 4 and not words[-1][:1].isdigit()


def chains(numbers: Sequence[Number]) -> list[int]:
    """Positions of those numbers that belong to a sequence rising by one, in order.

    The longest sequences are taken first, then those that remain beside them: a list inside a paragraph, an
    annex. A number alone counts only where it surely begins something.
    """
    taken: set[int] = set()
    for _ in range(_STEPS // max(1, len(numbers))):
        found = _longest(numbers, [index for index in range(len(numbers)) if index not in taken])
        if not found:
            break
        taken |= found
    if not taken:
        taken.update([index for index, number in enumerate(numbers) if number.sure][:1])
    return sorted(taken)


def _longest(numbers: Sequence[Number], left: Sequence[int]) -> set[int]:
    """Positions of the longest sequences among those left, up to one that shares a number with a longer one.

    Without that number it may have another beginning, among those that stay.
    """
    ranks, previous = _ranked(numbers, left)
    taken: set[int] = set()
    for index in sorted(ranks, key=ranks.__getitem__, reverse=True):
        if ranks[index][0] == 1:
            break
        if index in taken:
            continue
        chain: list[int] = []
        at: int | None = index
        while at is not None and at not in taken:
            chain.append(at)
            at = previous[at]
        if at is not None:
            break
        taken.update(chain)
    return taken


def _ranked(
    numbers: Sequence[Number], left: Sequence[int]
) -> tuple[dict[int, tuple[int, int, int]], dict[int, int | None]]:
    """For each number how long the sequence that ends with it is and how sure; and the one before it."""
    ranks: dict[int, tuple[int, int, int]] = {}
    previous: dict[int, int | None] = {}
    best: dict[int, int] = {}  # by value, what ends the longest sequence so far; of equals the nearest
    for index in left:
        number = numbers[index]
        before = best.get(number.value - 1)
        length, sure, _ = (0, 0, 0) if before is None else ranks[before]
        ranks[index] = (length + 1, sure + number.sure, -index)
        previous[index] = before
        if number.value not in best or ranks[best[number.value]][:2] <= ranks[index][:2]:
            best[number.value] = index
    return ranks, previous
