"""How numbers go on behind one of them, which says what it is.

Each function takes all candidates, and the position of one among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container
    from collections.abc import Sequence as Many

    from indexer.segment.candidates import Candidate
    from indexer.segment.number_sequences import Sequence

AHEAD = 60
"""Candidates looked at to learn how a sequence goes on."""
_QUOTED = 8  # candidates: a quotation inside a paragraph has few numbers
_PLACE = 6.0  # points: the numbers of a sequence stand no further apart, as a rule


def goes_on(candidates: Many[Candidate], position: int) -> bool:
    """Whether the next number follows at the same indent: makes up for missing evidence of a start.

    The same number once more, with evidence, before the next one says that this line is wrapped text.
    """
    candidate = candidates[position]
    for other in candidates[position + 1 : position + AHEAD]:
        if not (other.start and other.near(candidate)):
            continue
        if other.number == candidate.number and not other.minor:
            return False
        if other.number == candidate.number + 1:
            return True
    return False


def run_from(candidates: Many[Candidate], position: int) -> list[int]:
    """Return the positions of the numbers that count on from here at the same indent."""
    candidate = candidates[position]
    number, run = candidate.number, [position]
    for at, other in enumerate(candidates[position + 1 : position + AHEAD * 3], position + 1):
        if other.near(candidate) and other.number == number + 1 and not other.minor:
            number += 1
            run.append(at)
    return run


def run_length(candidates: Many[Candidate], position: int) -> int:
    """Return how many numbers count on from here at the same indent."""
    return len(run_from(candidates, position))


def until_next(candidates: Many[Candidate], position: int) -> int | None:
    """Return how many candidates on the next number stands at this indent, None when it does not come."""
    candidate = candidates[position]
    for ahead, other in enumerate(candidates[position + 1 : position + AHEAD * 3]):
        if other.number == candidate.number + 1 and other.near(candidate):
            return ahead
        if other.number == 1 and other.near(candidate, 6):
            return None
    return None


def comes_back(candidates: Many[Candidate], position: int, sequence: Sequence, within: int) -> bool:
    """Whether a sequence goes on in one of the next few candidates."""
    spot = sequence.spot
    return spot is not None and any(
        other.number == sequence.last + 1 and other.near(spot, 8) and other.start and not other.minor
        for other in candidates[position + 1 : position + 1 + within]
    )


def ends_here(
    candidates: Many[Candidate], position: int, sequence: Sequence, headings: Container[int]
) -> bool:
    """Whether a sequence does not go on: its next number never comes, or in another count.

    Numbers of headings between do not count.
    """
    before = 1
    for other in candidates[position + 1 :]:
        if sequence.spot is None or other.minor or not other.start or not other.near(sequence.spot, 6):
            continue
        if other.at in headings:
            continue
        if other.number == sequence.last + 1:
            return before == sequence.last
        before = other.number
    return True


def comes_again(candidates: Many[Candidate], position: int, spot: Candidate) -> bool:
    """Whether a number that stands elsewhere, or has other signs, comes again as its sequence has it.

    So a judgment quotes "12." of a statute between its own "11" and "12".
    """
    number = candidates[position].number
    for later in candidates[position + 1 : position + 1 + _QUOTED]:
        if later.start and not later.minor and later.signs == spot.signs and later.near(spot, _PLACE):
            return later.number == number and not later.loose
    return False
