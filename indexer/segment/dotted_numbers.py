"""Numbers under numbers: "138.2." of a list below paragraph 138, "7.3" or "A.1.2" of a text numbered so."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING

from indexer.segment.number_repairs import JUMP, LONG_JUMP, SEVERAL
from indexer.segment.number_runs import AHEAD
from indexer.segment.number_sequences import Sequence, Start

if TYPE_CHECKING:
    from collections.abc import Sequence as Many

    from indexer.segment.candidates import Candidate
    from indexer.segment.heading_numbers import HeadingNumbers
    from indexer.segment.number_sequences import Numbering, OpenSequences

_LOST_PART = 2  # how far the first of two dotted numbers may step
_OUTSIDE = 14.0  # points
THEMES = 8
"""Dotted numbers of few paragraphs: fewer may be decimals at line starts."""
_REPLIES = 2  # to several recommendations each: one may be decimals
SECTIONS = 50
"""A budget or a resolution has fewer; recommendations of a review are listed below a later paragraph."""

_place = attrgetter("at")


class DottedNumbers:
    """Takes dotted numbers."""

    def __init__(
        self,
        candidates: Many[Candidate],
        sequences: OpenSequences,
        headings: HeadingNumbers,
        scopes: Many[int],
    ) -> None:
        """Take the candidates, the open sequences, numbers of headings, and lines of scope headings."""
        self.candidates = candidates
        self.sequences = sequences
        self.headings = headings
        self.scopes = scopes
        self._plain = [candidate for candidate in candidates if candidate.start and not candidate.minor]
        self._last_second: dict[int, int] = {}
        self._last_first: dict[int, dict[tuple[float, float], Candidate]] = {}
        self._last_of: dict[str, tuple[int, ...]] = {}
        for candidate in candidates:
            if candidate.section:
                continue
            if candidate.minor == (2,):
                self._last_second[candidate.number] = candidate.at
            elif candidate.minor == (1,) and candidate.start:
                firsts = self._last_first.setdefault(candidate.number, {})
                firsts[candidate.rel, candidate.x] = candidate

    def take(self, position: int, candidate: Candidate) -> bool:
        """Take "138.2." under 138, or "7.3" of a decision that numbers all its paragraphs so."""
        if candidate.section:
            return self._take_of_section(candidate)
        if not candidate.number:
            return False  # "0.2" is a quantity
        if self._take_misprint(position, candidate):
            return True
        for sequence in reversed(self.sequences.stack):
            follows = _minor_follows(sequence.minor, candidate.minor) and not self._heads(candidate)
            if sequence.last == candidate.number and follows and not _is_outside(candidate, sequence):
                return self.sequences.accept_dotted(candidate, sequence)
            step = candidate.number - sequence.last
            # a text that numbers all its paragraphs so may lack a part: "4.3" and "6.1", and no 5
            opens = step == 1 or (step == _LOST_PART and bool(sequence.minor))
            heads = candidate.bold or candidate.at in self.headings.lines
            opens = opens and candidate.minor == (1,) and candidate.start and not heads
            if not opens or sequence.role == "list":
                continue
            if (step == 1 and sequence.minor) or self._runs(candidate):
                sequence.missing.extend(range(sequence.last + 1, candidate.number))
                sequence.last, sequence.minor = candidate.number, ()
                return self.sequences.accept_dotted(candidate, sequence)
        return self._take_behind_gap(position, candidate) or self._open(position, candidate)

    def _take_of_section(self, candidate: Candidate) -> bool:
        """Take "A.1.2" behind "A.1.1" or "A.1", and "B.1" where another section begins."""
        if not candidate.start or candidate.at in self.headings.lines:
            return False
        last = self._last_of.get(candidate.section, ())
        current = not self._last_of or candidate.section == next(reversed(self._last_of))
        if last and not current:
            return False  # a section that is over is cited
        if not last < candidate.minor or candidate.minor[0] - (last or (0,))[0] > JUMP:
            return False
        self._last_of[candidate.section] = candidate.minor
        return self.sequences.accept_of_section(candidate)

    def _heads(self, candidate: Candidate) -> bool:
        """Whether "2.2.1" numbers a heading among paragraphs "2.2" and "2.3"."""
        return len(candidate.minor) > 1 and candidate.at in self.headings.lines

    def _take_behind_gap(self, position: int, candidate: Candidate) -> bool:
        """Take "94.11" behind 94.2 or 92, where a page with the numbers between is missing or unread."""
        if len(candidate.minor) != 1 or candidate.minor[0] <= 1 or not candidate.start:
            return False
        if candidate.at in self.headings.lines or self._run_length(position) < SEVERAL:
            return False
        for sequence in reversed(self.sequences.stack):
            step = candidate.number - sequence.last
            if sequence.role == "list" or not 0 <= step < LONG_JUMP:
                continue
            if step == 0 and sequence.minor and candidate.minor <= sequence.minor:
                continue
            if step and not self._is_followed(candidate, sequence):
                continue
            sequence.missing.extend(range(sequence.last + 1, candidate.number))
            if step and sequence.spot is not None and not sequence.minor:
                sequence.lost = candidate.number
            sequence.last = candidate.number
            return self.sequences.accept_dotted(candidate, sequence)
        return False

    def _run_length(self, position: int) -> int:
        """Return how many dotted numbers count on from here at the same indent."""
        candidate = self.candidates[position]
        minor, length = candidate.minor[0], 1
        for other in self.candidates[position + 1 : position + AHEAD]:
            if (other.number, other.minor) == (candidate.number, (minor + 1,)) and other.near(candidate):
                minor, length = minor + 1, length + 1
        return length

    def _is_followed(self, candidate: Candidate, sequence: Sequence) -> bool:
        """Whether a sequence goes on with the number after that of a candidate, and not with its own next."""
        for other in self._plain[bisect_right(self._plain, candidate.at, key=_place) :]:
            if sequence.spot is not None and other.near(sequence.spot, 8):
                return other.number == candidate.number + 1
        return candidate.number == sequence.last + 1

    def _take_misprint(self, position: int, candidate: Candidate) -> bool:
        """Take "214.60" or "124.6" between 124.59 and 124.61."""
        sequence = self.sequences.stack[-1]
        if len(sequence.minor) != 1 or not candidate.start:
            return False
        due = sequence.minor[0] + 1
        if (candidate.number, candidate.minor) == (sequence.last, (due,)):
            return False
        following = self.candidates[position + 1] if position + 1 < len(self.candidates) else candidate
        if (following.number, following.minor) != (sequence.last, (due + 1,)) or not following.near(
            candidate, 6
        ):
            return False
        return self.sequences.accept_dotted(candidate, sequence, inferred=due)

    def _open(self, position: int, candidate: Candidate) -> bool:
        """Open a sequence at "1.1" of a text that numbers all its paragraphs so, or "24.1" of a section."""
        if candidate.minor != (1,) or not candidate.start:
            return False
        if candidate.bold or candidate.at in self.headings.lines or not self._runs(candidate):
            return False
        sequence = self.sequences.result.main
        section = not sequence.last and candidate.number <= SECTIONS
        if candidate.number != 1 and not (section and self._run_length(position) >= THEMES):
            return False
        if sequence.last:
            sequence = Sequence("scope", titled=self.sequences.passed(self.scopes, candidate))
            self.sequences.open(sequence)
        sequence.last = candidate.number
        return self.sequences.accept_dotted(candidate, sequence)

    def _runs(self, candidate: Candidate) -> bool:
        """Whether the next dotted number comes too, or the first of the next chapter where numbers stand."""
        if self._last_second.get(candidate.number, -1) > candidate.at:
            return True
        # few places for all the numbers that stand there
        firsts = self._last_first.get(candidate.number + 1, {}).values()
        return any(first.at > candidate.at and first.near(candidate, 2) for first in firsts)


def take_lists_by_theme(result: Numbering) -> None:
    """Take "138.2." out of order, where a paper with little numbering of its own sorts them by theme.

    Numbers alone in their lines, some of them printed as one ("138.2–4"), stand above replies however few.
    """
    dotted = [c for c in result.unread if len(c.minor) == 1 and c.start]
    many = len(dotted) >= max(THEMES, 2 * result.main.count)
    if not many or len({c.number for c in dotted}) > len(dotted) / 5:
        several = Counter(c.number for c in dotted if c.alone and c.several)
        dotted = [c for c in dotted if c.in_row or (c.alone and several[c.number])]
    if len(dotted) < _REPLIES:
        return
    for candidate in dotted:
        sequence = Sequence("list")
        sequence.last = candidate.number
        sequence.spot = candidate
        start = result.starts[candidate.at] = Start(candidate, sequence, dotted=True)
        start.reply = candidate.alone
    taken = set(map(id, dotted))
    result.unread = [c for c in result.unread if id(c) not in taken]


def _is_outside(candidate: Candidate, sequence: Sequence) -> bool:
    """Whether a number stands further out than a list, and so under none of its numbers."""
    spot = sequence.spot
    return (
        sequence.role == "list"
        and spot is not None
        and max(candidate.rel - spot.rel, candidate.x - spot.x) < -_OUTSIDE
    )


def _minor_follows(last: tuple[int, ...], minor: tuple[int, ...]) -> bool:
    """Whether one number follows another below the same first: (2, 1) follows (2,), (1, 3) follows (1, 2)."""
    depth = len(minor) - 1
    before = last[depth] if len(last) > depth else 0
    return minor[:depth] == last[:depth] and 0 < minor[depth] - before <= JUMP
