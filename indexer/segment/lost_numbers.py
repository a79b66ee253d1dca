"""Numbers of paragraphs that a scan has lost, told by counting: between "4." and "7." stand two paragraphs.

Recognition reads a digit that stands alone as whatever looks like it ("Be", "®", "S."), or passes it over.
Where as many paragraphs begin between two numbers that were read as numbers are missing there, these are
theirs. Above the first number, and behind the last one, they must have something for a label.
"""

from __future__ import annotations

from itertools import islice, pairwise, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from indexer.grammar.patterns import lazy
from indexer.segment.candidates import Candidate

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    import regex

    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_CAPITAL = r"(?=[\"“«(‘'\[]?\p{Lu})"
_LABEL = lazy(rf"^(?![-–—•(]|[ivx]+[.)])(?P<n>[^\s\t]{{1,4}})(?P<gap>\t[\s\t]*|(?<=[.,:;])\s){_CAPITAL}")
"""What may stand for a number, and the gap behind it: no letter, bullet or bracket, which lists have."""

_LETTER = lazy(r"\p{Lu}[.)]|[IVX]+[.)]")
"""The same of a heading: behind the last number nothing says that it is misread."""

_WORD = lazy(
    r"(?:M(?:r|rs|s|me|mes|lle|M)|Drs?|Sr(?:a|ta)?s?|Sir|St|Rev|Hon|Nos?|Yes|Non|Oui|S[íi]|Tel|T[ée]l|Fax|For|To|From"
    r"|Re|Ref|cc|In|On|At|By|As|If|It|We|He|An|The|Les?|La|El|Los|Art|Sec|Done|\d{4}|\p{Lu}\.(?:\p{Lu}\.?)+|\p{Lu}{3,4}|[^\p{L}\p{N}]*\p{Sc}.*|.*%)"
    r"[.,:;]?"
)
"""Words, years and amounts that no number is read as."""

_NONE = lazy(rf"^(?P<n>)(?P<gap>){_CAPITAL}")
_BULLETS = frozenset("•·*o°»«¢e")  # and what they are read as
_SAME = 6.0  # points: numbers of one sequence stand no further apart
_SAME_WORDS = 5.0  # points: nor do the words behind them
_SHORT = 72.0  # points: the first line of a paragraph ends so near the margin
_MOST = 9  # numbers lost in a row
_AHEAD = 20  # numbers looked at for the next one of a sequence: those between are of lists
_SURE = 3  # numbers in a row, for those behind the last one to count on
_place = attrgetter("at")


class _Place(NamedTuple):
    """A line at which a paragraph may begin: where it stands, and what is read for its number."""

    at: int
    match: regex.Match[str]


def with_lost(
    candidates: list[Candidate],
    body: list[Item],
    measures: Measures,
    scanned: Container[int],
    others: Container[int],
    *,
    scopes: Sequence[int],
) -> list[Candidate]:
    """Return the candidates with those that a scan has lost, in order.

    Args:
        candidates: As they were read.
        body: All lines.
        measures: Of them.
        scanned: Pages whose words were recognised in a picture.
        others: Positions of lines that number no paragraph.
        scopes: Positions of those that begin another numbering, in order.
    """
    sure = [
        c
        for c in candidates
        if c.start and not (c.loose or c.misread or c.minor or c.suffix) and c.at not in others
    ]
    if not any(c.page in scanned for c in sure):
        return candidates
    seeker = _Seeker(body, measures, scanned, others)
    found: dict[int, Candidate] = {}
    for before, ends in _ends(sure):
        lost = next(filter(None, (seeker.between(before, after) for after in ends)), [])
        found |= {c.at: c for c in lost}
    for last, after in _lasts(sorted([*sure, *found.values()], key=_place)):
        end = after.at if after is not None else len(body)
        end = min(end, next((at for at in scopes if at > last.at), end))
        found |= {c.at: c for c in seeker.between(last, None, end)}
    return sorted([*(c for c in candidates if c.at not in found), *found.values()], key=_place)


def _ends(sure: Sequence[Candidate]) -> Iterator[tuple[Candidate | None, Sequence[Candidate]]]:
    """Give the numbers behind which others may be lost, None above the first, and up to which.

    The next number may be read wrongly, so it may be up to the one behind it; number 1 begins a list.
    """
    yield None, sure[:1]
    for at, before in enumerate(sure):
        near = [other for other in islice(sure, at + 1, at + 1 + _AHEAD) if other.near(before, _SAME)]
        passes = {1, before.number + 1}
        near = list(takewhile(lambda other: other.number not in passes, near[:2]))  # noqa: B023 -- at once
        yield before, [after for after in near if before.number < after.number <= before.number + _MOST + 1]


def _lasts(told: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate | None]]:
    """Give the last of numbers that follow one another at one place, and the 1 that is next there."""
    for at, last in enumerate(told):
        after = next((c for c in islice(told, at + 1, at + 1 + _AHEAD) if c.near(last, _SAME)), None)
        if after is not None and after.number != 1:
            continue
        row = [c for c in told[max(0, at - _AHEAD) : at + 1] if c.near(last, _SAME)][-_SURE:]
        if len(row) == _SURE and all(other.number == one.number + 1 for one, other in pairwise(row)):
            yield last, after


class _Seeker(NamedTuple):
    """Finds the paragraphs between two numbers; see with_lost for its attributes."""

    body: list[Item]
    measures: Measures
    scanned: Container[int]
    others: Container[int]

    def between(self, before: Candidate | None, after: Candidate | None, end: int = 0) -> list[Candidate]:
        """Return the candidates that are lost between two numbers, none where their count does not fit.

        Behind the last number, all up to an end are.
        """
        near = before or after
        if near is None:
            return []
        first = before.at + 1 if before is not None else 0
        end = after.at if after is not None else end
        labelled = [place for at in range(first, end) if (place := self._labelled(at, near))]
        due = before.number + 1 if before is not None else 1
        if after is None:
            places = [place for place in labelled if not _LETTER.fullmatch(place.match["n"])]
        elif len(labelled) == after.number - due:
            places = labelled
        elif before is not None:
            bare = [place for at in range(first, end) if (place := self._bare(at, near))]
            places = sorted([*labelled, *bare])
            if len(places) != after.number - due:
                return []
        else:
            return []
        if not all(
            self._may_be(place, number, last=after is None) for number, place in enumerate(places, due)
        ):
            return []
        return [self._candidate(place, near, number) for number, place in enumerate(places, due)]

    def _may_be(self, place: _Place, number: int, *, last: bool) -> bool:
        """Whether a line may be a paragraph with a number: no name, heading, address or line of verse."""
        item, read = self.body[place.at], place.match["n"]
        full = self.measures.is_full(item) or self.measures.right(item) - item.line.right <= _SHORT
        if not full and (last or not item.ends_sentence()):
            return False
        return _WORD.fullmatch(read) is None and len(read) <= len(f"{number}.") + (not last)

    def _labelled(self, at: int, near: Candidate) -> _Place | None:
        """Return the line there if it has something for a number where a number near it has its own."""
        match = _LABEL.match(self.body[at].text)
        if match is None or match["n"] in _BULLETS or not self._may_begin(at):
            return None
        item, other = self.body[at], self.body[near.at]
        is_near = min(abs(item.rel - near.rel), abs(item.line.left - near.x)) <= _SAME
        gap, usual = (one.line.text_left - one.line.left for one in (item, other))
        is_set_alike = not gap or abs(gap - usual) <= _SAME_WORDS  # nor is the gap known of what is no label
        return _Place(at, match) if is_near and is_set_alike else None

    def _bare(self, at: int, near: Candidate) -> _Place | None:
        """Return the line there if it begins where the words behind a number near it do."""
        match = _NONE.match(self.body[at].text)
        if match is None or not self._may_begin(at):
            return None
        item, other = self.body[at], self.body[near.at]
        by = other.line.text_left - other.line.left
        off = min(abs(item.rel - near.rel - by), abs(item.line.left - other.line.text_left))
        return _Place(at, match) if by > _SAME and off <= _SAME_WORDS else None

    def _may_begin(self, at: int) -> bool:
        item = self.body[at]
        return (
            item.page in self.scanned
            and at not in self.others
            and item.line.role == ""
            and not item.line.label
            and self.measures.starts_after(self.body, at)
        )

    def _candidate(self, place: _Place, near: Candidate, number: int) -> Candidate:
        candidate = Candidate(
            place.at, self.body[place.at], place.match, loose=False, start=True, label=False, misread=True
        )
        candidate.number, candidate.signs = number, near.signs
        candidate.misread = candidate.counted = candidate.printed.rstrip(".,:;") != str(number)
        if not candidate.misread:
            candidate.printed = str(number)
        return candidate
