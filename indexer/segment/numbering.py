"""Which of the numbers at line starts number paragraphs: a stack of running sequences.

A report is a main sequence 1..N; lists inside a paragraph and annexes run their own. A number is
believed when it is the next one of a sequence that is open and stands where that sequence stands,
so that a wrapped "2009." is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.segment.dotted_numbers import DottedNumbers, take_lists_by_theme
from indexer.segment.heading_numbers import HeadingNumbers
from indexer.segment.main_numbering import MainNumbering
from indexer.segment.number_repairs import NumberRepairs
from indexer.segment.number_runs import comes_again, comes_back, ends_here, goes_on, run_length, until_next
from indexer.segment.number_sequences import Numbering, OpenSequences, Sequence
from indexer.segment.number_styles import BRACKETS

if TYPE_CHECKING:
    from collections.abc import Sequence as Many

    from indexer.segment.candidates import Candidate
    from indexer.segment.number_sequences import SequenceRole

_SAME = 14.0  # points: indents closer than this are one indent
_LOOSE_SAME = 60.0  # points: how far a number may stray when something else says that a paragraph begins
_ELSEWHERE = 8.0  # points: a number of the same sequence stands no further away, as a rule
_RUN = 3  # numbers that a numbering without a title has at least

_Option = tuple[bool, bool, int, float, Sequence]
"""A sequence that waits for a number: whether that has other signs, stands elsewhere, how far out it is, how
far away."""


class NumberingReader:
    """Goes through the candidates once, from the first to the last."""

    def __init__(
        self,
        candidates: Many[Candidate],
        scopes: Many[int],
        headings: Many[int],
        options: Many[int] = (),
        *,
        agenda: bool = False,
        whole: bool = False,
        addendum: bool = False,
    ) -> None:
        """Take the candidates, the positions of other lines, and whether the document is an agenda.

        The lines are scope headings, those that look like headings, and those that open alternative texts.
        A masthead says that the document is whole, with no page missing above, and its symbol that it is an
        addendum.
        """
        self.candidates = candidates
        self.scopes = scopes
        self.headings = headings
        self.options = options
        self.result = Numbering()
        self.sequences = OpenSequences(self.result)
        self.heading_numbers = HeadingNumbers(candidates, headings)
        self.main = MainNumbering(
            candidates, scopes, self.heading_numbers, agenda=agenda, whole=whole, addendum=addendum
        )
        self.dotted = DottedNumbers(candidates, self.sequences, self.heading_numbers, scopes)
        self.repairs = NumberRepairs(candidates, self.sequences, self.heading_numbers, self.main.doubtful)

    def read(self) -> Numbering:
        """Return the numbering."""
        self.result.main.last = self.main.before
        self.result.main.lost = self.main.before or None  # an excerpt may begin in a list below it
        if self.main.listed is not None:
            listed = Sequence("list")
            listed.last = self.main.listed
            self.sequences.open(listed)
        for position, candidate in enumerate(self.candidates):
            if candidate.minor:
                taken = self.dotted.take(position, candidate)
            else:
                taken = (
                    self._take_next(position, candidate)
                    or self._take_again(candidate)
                    or self._take_first(position, candidate)
                    or self.repairs.take_after_gap(position, candidate)
                    or self.repairs.take_misread(position, candidate)
                )
            if not taken and candidate.start and not candidate.loose:
                self.result.unread.append(candidate)
        take_lists_by_theme(self.result)
        return self.result

    def _take_next(self, position: int, candidate: Candidate) -> bool:
        """Take the number that an open sequence waits for."""
        options: list[_Option] = []
        for depth, sequence in enumerate(reversed(self.sequences.stack)):
            due = candidate.number in (sequence.last + 1, sequence.most + 1) or (
                bool(candidate.suffix) and candidate.number == sequence.last > 0
            )
            if not due or (sequence.last == 0 and not self.main.may_open(position, candidate)):
                continue
            if candidate.number == 1 and sequence.last and not candidate.suffix:
                continue
            distance = 0.0
            if sequence.spot is not None:
                distance = min(abs(candidate.rel - sequence.spot.rel), abs(candidate.x - sequence.spot.x))
            reach = (_LOOSE_SAME if depth == 0 else _LOOSE_SAME / 2) if candidate.start else _SAME
            quoted = (
                sequence.spot is not None
                and not candidate.suffix
                and (distance > _ELSEWHERE or sequence.spot.signs != candidate.signs)
                and comes_again(self.candidates, position, sequence.spot)
            )
            if not quoted and distance <= reach and (candidate.start or goes_on(self.candidates, position)):
                other = sequence.spot is not None and sequence.spot.signs != candidate.signs
                options.append((other, distance > _ELSEWHERE, depth, distance, sequence))
        if not options:
            return False
        sequence = self._outside_heading(candidate, min(options, key=lambda option: option[:4]), options)
        if self.heading_numbers.numbers_heading(position, sequence):
            return False
        return self.sequences.accept(candidate, sequence)

    def _outside_heading(self, candidate: Candidate, nearest: _Option, options: Many[_Option]) -> Sequence:
        """Return the sequence that goes on, where a list waits for the same number as what is around it.

        A heading ends a list that does not stand further in.
        """
        inner = nearest[-1]
        if inner.role != "list" or inner.spot is None or len(options) == 1:
            return inner
        if not any(inner.spot.at < at < candidate.at for at in self.headings):
            return inner
        outer = [option for option in options if option[-1].role != "list" and option[:2] == nearest[:2]]
        return outer[0][-1] if outer else inner

    def _take_again(self, candidate: Candidate) -> bool:
        """Take a number that an alternative text has once more: "Option II" stands right above it.

        A number 1 under a new heading may as well be the first of a numbering of its own.
        """
        if candidate.loose or not self.sequences.passed(self.options, candidate):
            return False
        if candidate.number == 1 and self.sequences.passed(self.headings, candidate):
            return False
        for sequence in reversed(self.sequences.stack):
            if sequence.spot is not None and candidate.near(sequence.spot, 6):
                return candidate.number <= sequence.last and self.sequences.accept(candidate, sequence)
        return False

    def _take_first(self, position: int, candidate: Candidate) -> bool:
        """Open a sequence at a number 1: an annex, a restart, or a list inside a paragraph."""
        if candidate.number != 1 or not candidate.start or candidate.loose:
            return False
        if self.heading_numbers.is_first(position):
            return False
        titled = self.sequences.passed(self.scopes, candidate)
        role = "scope" if titled else self._role_of_first(position, candidate)
        if role is None:
            return False
        sequence = Sequence(role, titled=titled)
        self.sequences.open(sequence)
        return self.sequences.accept(candidate, sequence)

    def _role_of_first(self, position: int, candidate: Candidate) -> SequenceRole | None:
        """Return what a number 1 without a title begins: a restart, a list, or nothing.

        One in brackets may be the only paragraph below the heading of a commentary.
        """
        base = self.sequences.base()
        if candidate.signs == BRACKETS and candidate.at - 1 in self.heading_numbers.lines:
            return "scope"
        restarts = (
            base.spot is not None
            and candidate.near(base.spot, 6)
            and self.sequences.passed(self.headings, candidate)
        )
        if restarts and ends_here(self.candidates, position, base, self.heading_numbers.lines):
            return "scope"
        follows = until_next(self.candidates, position)
        if follows is None or comes_back(self.candidates, position, base, follows):
            return None
        long = base.last > 0 and run_length(self.candidates, position) >= _RUN
        return "scope" if restarts and long else "list"
