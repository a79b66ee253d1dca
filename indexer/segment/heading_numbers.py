"""Which numbers stand in headings and number no paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.segment.number_runs import goes_on

if TYPE_CHECKING:
    from collections.abc import Sequence as Many

    from indexer.segment.candidates import Candidate
    from indexer.segment.number_sequences import Sequence

_ENTRY = 2  # lines that an entry of a list set as headings are has at most


class HeadingNumbers:
    """Tells numbers of headings.

    Attributes:
        lines: Positions of the lines that look like headings.
    """

    def __init__(self, candidates: Many[Candidate], headings: Many[int]) -> None:
        self.candidates = candidates
        self.lines = frozenset(headings)

    def is_first(self, position: int) -> bool:
        """Whether a number 1 numbers a heading: it looks like one, and plain text follows at once."""
        candidate = self.candidates[position]
        return candidate.at in self.lines and not self._opens_bold_list(position)

    def numbers_heading(self, position: int, sequence: Sequence) -> bool:
        """Whether the due number stands in a heading and the paragraph of that number is still to come.

        Below a heading where all others are dotted, there may be none.
        """
        candidate = self.candidates[position]
        if candidate.at not in self.lines:
            return False
        if sequence.spot is None:
            return bool(sequence.minor)
        if sequence.spot.at in self.lines or sequence.spot.bold:
            return False
        return self.counts_headings(position, sequence) or not goes_on(self.candidates, position)

    def counts_headings(self, position: int, sequence: Sequence) -> bool:
        """Whether a number counts the headings set as its line is, and not what a sequence counts."""
        candidate, spot = self.candidates[position], sequence.spot
        if candidate.at not in self.lines or spot is None or spot.at in self.lines or spot.bold:
            return False
        for other in reversed(self.candidates[:position]):
            if other.at in self.lines and other.bold == candidate.bold and other.near(candidate):
                return candidate.bold and not other.minor and other.number == candidate.number - 1
        return False

    def _opens_bold_list(self, position: int) -> bool:
        """Whether the number 2 follows at once, in a line that is set in the same way."""
        candidate = self.candidates[position]
        following = self.candidates[position + 1] if position + 1 < len(self.candidates) else None
        return (
            following is not None
            and following.number == 2
            and following.bold == candidate.bold
            and following.index - candidate.index <= _ENTRY
            and all(at in self.lines for at in range(candidate.at, following.at + 1))
        )
