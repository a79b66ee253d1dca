"""Numbers that are not the ones due, because some are missing, or one is misprinted or was read wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.segment.misread import is_garbled, is_sure, may_be, spells
from indexer.segment.number_runs import AHEAD, run_length

if TYPE_CHECKING:
    from collections.abc import Sequence as Many

    from indexer.segment.candidates import Candidate
    from indexer.segment.heading_numbers import HeadingNumbers
    from indexer.segment.number_sequences import OpenSequences, Sequence

JUMP = 6
"""Numbers that may be missing when the sequence goes on behind them."""
LONG_JUMP = 60
"""Numbers that may be missing, as where a page is, when several go on behind them."""
SEVERAL = 4
"""So many."""


class NumberRepairs:
    """Takes such numbers, where what follows says that they number paragraphs."""

    def __init__(
        self,
        candidates: Many[Candidate],
        sequences: OpenSequences,
        headings: HeadingNumbers,
        first: Candidate | None,
    ) -> None:
        """Take the candidates, the sequences, the numbers of headings, and a doubtful first number."""
        self.candidates = candidates
        self.sequences = sequences
        self.headings = headings
        self.first = first

    def take_after_gap(self, position: int, candidate: Candidate) -> bool:
        """Take a number that jumps, when the sequence goes on behind it."""
        if not candidate.start:
            return False
        for sequence in reversed(self.sequences.stack):
            if sequence.spot is None or not candidate.near(sequence.spot, 6):
                continue
            if self.headings.counts_headings(position, sequence):
                continue
            several = run_length(self.candidates, position) >= SEVERAL
            if candidate.loose and not (sequence.spot.loose and several):
                continue
            after = _next_or_due(self.candidates, position, sequence.last + 1)
            step = candidate.number - sequence.last
            if 1 < step <= JUMP and (
                (after is not None and after.number == candidate.number + 1) or (after is None and step == 2)
            ):
                return self.sequences.jump(candidate, sequence)
            if (
                step > JUMP
                and step < LONG_JUMP
                and several
                and after is not None
                and after.number == candidate.number + 1
            ):
                return self.sequences.jump(candidate, sequence)
            heads = candidate.at in self.headings.lines
            if after is None and not heads and _is_misprint(self.candidates, position, sequence):
                candidate.misread = not candidate.printed.isdigit() and spells(
                    candidate.printed, sequence.last + 1
                )
                return self.sequences.accept(candidate, sequence, inferred=sequence.last + 1)
        return False

    def take_misread(self, position: int, candidate: Candidate) -> bool:
        """Take what may be the number that is due, where a number behind it follows."""
        is_doubtful = candidate.misread or candidate.loose
        if not is_doubtful or not candidate.start or candidate.at in self.headings.lines:
            return False
        for sequence in reversed(self.sequences.stack):
            due = sequence.last + 1
            if candidate is self.first and not sequence.count:
                return self.sequences.accept(
                    candidate, sequence, inferred=None if candidate.number == due else due
                )
            if sequence.spot is None or not candidate.near(sequence.spot, 6):
                continue
            if (spells(candidate.printed, due) and is_sure(candidate.printed)) or (
                (may_be(candidate.printed, due) or (candidate.misread and is_garbled(candidate.printed)))
                and _passes_over(self.candidates, position, due)
            ):
                return self.sequences.accept(candidate, sequence, inferred=due)
        return False


def _next_or_due(candidates: Many[Candidate], position: int, due: int) -> Candidate | None:
    """Return the next candidate with the number after this one, or with the one that is due.

    Behind a number 1, where another list begins, what is due here does not count.
    """
    candidate = candidates[position]
    for other in candidates[position + 1 : position + AHEAD]:
        if other.minor or not other.near(candidate):
            continue
        if other.number in (candidate.number + 1, due):
            return other
        if other.number == 1 and other.start:
            due = candidate.number + 1
    return None


def _passes_over(candidates: Many[Candidate], position: int, due: int) -> bool:
    """Whether the numbering goes on behind a number that is due here and does not come itself."""
    candidate = candidates[position]
    for other in candidates[position + 1 : position + AHEAD]:
        if other.near(candidate, 6) and not other.minor and other.start:
            is_doubtful = other.misread and not other.counted
            return spells(other.printed, due + 1) if is_doubtful else due < other.number <= due + 3
    return False


def _is_misprint(candidates: Many[Candidate], position: int, sequence: Sequence) -> bool:
    """Whether another number is printed where one is due: the one after it follows at once.

    It has no more than one digit too many: "2006." at the start of a line is the end of a sentence.
    """
    candidate = candidates[position]
    if sequence.role == "list" or sequence.last < 2 or candidate.minor:
        return False
    if len(str(candidate.number)) > len(str(sequence.last + 1)) + 1:
        return False
    ahead = candidates[position + 1 : position + 4]
    following = next((c for c in ahead if c.near(candidate, 6)), None)
    due = sequence.last + 2
    return following is not None and (
        following.number == due or (following.misread and spells(following.printed, due))
    )
