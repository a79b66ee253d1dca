"""Sequences of numbers that count on, the lines that belong to them, and which sequences are open."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence as Many

    from indexer.segment.candidates import Candidate

SequenceRole = Literal["main", "scope", "list"]

_MOST_OPEN = 50  # sequences: reports have a few, and a text that opens ever more lists ends none of them


class Sequence:
    """Numbers that count on.

    Attributes:
        role: The report's own numbering, that of an annex or restart, or of a list.
        last: Last number taken.
        minor: Last dotted number under it.
        most: Highest number taken; an alternative text counts from a lower one again.
        missing: Numbers that were jumped over.
        lost: The one of these that numbers a paragraph with the dotted numbers that were taken under it.
        titled: Whether a scope heading stands before its first number.
    """

    __slots__ = ("count", "last", "lost", "minor", "missing", "most", "role", "spot", "titled")

    def __init__(self, role: SequenceRole, *, titled: bool = False) -> None:
        self.role = role
        self.last = 0
        self.most = 0
        self.minor: tuple[int, ...] = ()
        self.spot: Candidate | None = None
        self.missing: list[int] = []
        self.lost: int | None = None
        self.count = 0
        self.titled = titled


class Start:
    """A line that begins a numbered unit.

    Attributes:
        candidate: The line.
        sequence: What it belongs to.
        dotted: Whether it is a number under the last one of its sequence ("138.2.").
        under: Whether that last one is a paragraph itself, though it may be missing.
        inferred: The number that is due, when another one is printed.
        reply: Whether all below it is said to the recommendation with that number.
    """

    __slots__ = ("candidate", "dotted", "inferred", "reply", "sequence", "under")

    def __init__(
        self, candidate: Candidate, sequence: Sequence, *, dotted: bool = False, inferred: str | None = None
    ) -> None:
        self.candidate = candidate
        self.sequence = sequence
        self.dotted = dotted
        self.inferred = inferred
        self.reply = False
        above = {sequence.lost, sequence.spot.number if sequence.spot is not None else None}
        self.under = dotted and sequence.last in above and not candidate.section

    @property
    def due(self) -> str:
        """The number that is due, mostly the printed one, without its suffix."""
        whole = self.candidate.section or self.candidate.number
        return self.inferred or ".".join(map(str, (whole, *self.candidate.minor)))


class Numbering:
    """The outcome.

    Attributes:
        starts: The lines that begin a numbered unit, by their positions among the body items.
        main: The report's own sequence.
        sequences: All of them.
        unread: Numbers that were not believed.
        of_act: Whether the main sequence is that of a resolution or decision if it begins in one: several
            stand in the file, or one whose number the document does not bear.
    """

    def __init__(self) -> None:
        self.starts: dict[int, Start] = {}
        self.main = Sequence("main")
        self.sequences: list[Sequence] = [self.main]
        self.unread: list[Candidate] = []
        self.of_act = False


class OpenSequences:
    """The sequences that are open, from the main one to the innermost list; what they take is the outcome.

    Attributes:
        stack: The sequences.
        last_at: Where the last number was taken.
    """

    def __init__(self, result: Numbering) -> None:
        self.result = result
        self.stack: list[Sequence] = [result.main]
        self.last_at = -1

    def passed(self, lines: Many[int], candidate: Candidate) -> bool:
        """Whether one of some lines, in order, stands between the last number taken and another one."""
        following = bisect_right(lines, self.last_at)
        return following < len(lines) and lines[following] < candidate.at

    def base(self) -> Sequence:
        """Return the innermost sequence that is no list."""
        return next(s for s in reversed(self.stack) if s.role != "list")

    def open(self, sequence: Sequence) -> None:
        """Open a sequence inside those that are open; an annex or restart ends all but the main one.

        Of very many lists the one ends that was opened first.
        """
        self.result.sequences.append(sequence)
        if sequence.role == "scope":
            self.stack = [s for s in self.stack if s.role == "main"]
        self.stack.append(sequence)
        if len(self.stack) > _MOST_OPEN:
            self.stack.remove(next(s for s in self.stack if s.role == "list"))

    def accept(self, candidate: Candidate, sequence: Sequence, *, inferred: int | None = None) -> bool:
        """Take a number, or what stands in its place, into a sequence; those inside it end. Return True."""
        del self.stack[self.stack.index(sequence) + 1 :]
        sequence.last = candidate.number if inferred is None else inferred
        sequence.most = max(sequence.most, sequence.last)
        sequence.minor = ()
        sequence.spot = candidate
        sequence.count += 1
        due = sequence.last if candidate.counted else inferred
        return self._start(Start(candidate, sequence, inferred=None if due is None else str(due)))

    def jump(self, candidate: Candidate, sequence: Sequence) -> bool:
        """Take a number behind others that are missing."""
        sequence.missing.extend(range(sequence.last + 1, candidate.number))
        return self.accept(candidate, sequence)

    def accept_dotted(self, candidate: Candidate, sequence: Sequence, *, inferred: int = 0) -> bool:
        """Take a number under the last one of a sequence; another one may be printed where it is due."""
        del self.stack[self.stack.index(sequence) + 1 :]
        before = sequence.minor[0] if sequence.minor else 0
        minor = (inferred,) if inferred else candidate.minor
        if len(minor) == 1:
            sequence.missing.extend([] if minor[0] == before + 1 else [sequence.last])
        sequence.minor = minor if inferred else candidate.reach
        due = f"{sequence.last}.{inferred}" if inferred else None
        return self._start(Start(candidate, sequence, dotted=True, inferred=due))

    def accept_of_section(self, candidate: Candidate) -> bool:
        """Take a number under a section, which is one of the report's own wherever it stands."""
        return self._start(Start(candidate, self.result.main, dotted=True))

    def _start(self, start: Start) -> bool:
        self.last_at = start.candidate.at
        self.result.starts[self.last_at] = start
        return True
