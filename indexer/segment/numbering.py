"""Which of the numbers at line starts number paragraphs: a stack of running sequences.

A report is a main sequence 1..N; lists inside a paragraph and annexes run their own. A number is
believed when it is the next one of a sequence that is open and stands where that sequence stands,
so that a wrapped "2009." is not.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING, Literal

from indexer.segment.misread import is_sure, may_be, spells

if TYPE_CHECKING:
    from collections.abc import Sequence as Many

    from indexer.segment.candidates import Candidate

SequenceRole = Literal["main", "scope", "list"]
_SAME = 14.0  # points: indents closer than this are one indent
_LOOSE_SAME = 60.0  # points: how far a number may stray when something else says that a paragraph begins
_JUMP = 6  # numbers that may be missing when the sequence goes on behind them
_LOST_PART = 2  # how far the first of two dotted numbers may step
_THEMES = 8  # dotted numbers of few paragraphs: fewer may be decimals at line starts
_AHEAD = 60  # candidates looked at to learn how a sequence goes on


class Sequence:
    """Numbers that count on.

    Attributes:
        role: The report's own numbering, that of an annex or restart, or of a list.
        last: Last number taken.
        minor: Last dotted number under it.
        most: Highest number taken; an alternative text counts from a lower one again.
        missing: Numbers that were jumped over.
        titled: Whether a scope heading stands before its first number.
    """

    __slots__ = ("count", "last", "minor", "missing", "most", "role", "spot", "titled")

    def __init__(self, role: SequenceRole, *, titled: bool = False) -> None:
        self.role = role
        self.last = 0
        self.most = 0
        self.minor: tuple[int, ...] = ()
        self.spot: Candidate | None = None
        self.missing: list[int] = []
        self.count = 0
        self.titled = titled


class Start:
    """A line that begins a numbered unit.

    Attributes:
        candidate: The line.
        sequence: What it belongs to.
        dotted: Whether it is a number under the last one of its sequence ("138.2.").
        under: Whether that last one is a paragraph itself.
        inferred: The number that is due, when another one is printed.
    """

    __slots__ = ("candidate", "dotted", "inferred", "sequence", "under")

    def __init__(
        self, candidate: Candidate, sequence: Sequence, *, dotted: bool = False, inferred: int | None = None
    ) -> None:
        self.candidate = candidate
        self.sequence = sequence
        self.dotted = dotted
        self.inferred = inferred
        self.under = dotted and sequence.spot is not None and sequence.spot.number == candidate.number


class Numbering:
    """The outcome.

    Starts by position among the body items, all sequences, and numbers that were not believed.
    """

    def __init__(self) -> None:
        self.starts: dict[int, Start] = {}
        self.main = Sequence("main")
        self.sequences: list[Sequence] = [self.main]
        self.unread: list[Candidate] = []


class NumberingReader:
    """Goes through the candidates once, from the first to the last."""

    def __init__(
        self,
        candidates: Many[Candidate],
        scopes: Many[int],
        headings: Many[int],
        options: Many[int] = (),
    ) -> None:
        """Take the candidates and the positions of lines.

        Scope headings, lines that look like headings, and lines that open alternative texts.
        """
        self.candidates = candidates
        self.scopes = scopes
        self.headings = headings
        self.options = options
        self.result = Numbering()
        self.stack: list[Sequence] = [self.result.main]
        self.cut = self._first_scope()
        self.main_spot = _main_indent([c for c in candidates if c.at < self.cut], frozenset(headings))
        self.last_at = -1
        self.misread_first: Candidate | None = None
        self.heading_set = set(headings)

    def _first_scope(self) -> int:
        """Return the position of the first annex or act with numbered paragraphs above it, else the end.

        The main numbering is sought above it: a draft resolution may have more text than its report.
        """
        end = max((c.at for c in self.candidates), default=0) + 1
        first = min(self.scopes, default=end)
        above = {
            c.number for c in self.candidates if c.at < first and c.start and not c.minor and not c.loose
        }
        return first if {1, 2, 3} <= above else end

    def read(self) -> Numbering:
        """Return the numbering."""
        self.result.main.last = self._before_excerpt()
        for position, candidate in enumerate(self.candidates):
            if candidate.minor:
                taken = self._take_dotted(position, candidate)
            elif self._numbers_chapter(position, candidate):
                continue
            else:
                taken = (
                    self._take_next(position, candidate)
                    or self._take_again(candidate)
                    or self._take_first(position, candidate)
                    or self._take_again(candidate, headed=True)
                    or self._take_after_gap(position, candidate)
                    or self._take_misread(position, candidate)
                )
            if taken:
                self.last_at = candidate.at
            elif candidate.start and not candidate.loose:
                self.result.unread.append(candidate)
        self._take_lists_by_theme()
        return self.result

    def _take_lists_by_theme(self) -> None:
        """Take "138.2." out of order.

        This is for where a paper with little numbering of its own sorts such numbers by theme.
        """
        dotted = [c for c in self.result.unread if len(c.minor) == 1 and c.start]
        if len(dotted) < max(_THEMES, 2 * self.result.main.count):
            return
        if len({c.number for c in dotted}) > len(dotted) / 5:
            return
        for candidate in dotted:
            sequence = Sequence("list")
            sequence.last = candidate.number
            sequence.spot = candidate
            self.result.starts[candidate.at] = Start(candidate, sequence, dotted=True)
        taken = set(map(id, dotted))
        self.result.unread = [c for c in self.result.unread if id(c) not in taken]

    def _before_excerpt(self) -> int:
        """Return the number before the first one of an excerpt that begins in the middle.

        0 for a whole report.
        """
        plain = [
            c
            for c in self.candidates
            if not c.minor and not c.loose and c.start and c.at not in self.heading_set
        ]
        if any(c.number == 1 for c in plain):
            return 0
        for position, candidate in enumerate(plain):
            ahead = {c.number for c in plain[position + 1 : position + 4] if c.near(candidate)}
            if {candidate.number + 1, candidate.number + 2} <= ahead:
                self.misread_first = self._one_above(candidate) if candidate.number == 2 else None
                return 0 if self.misread_first is not None else candidate.number - 1
        return 0

    def _one_above(self, second: Candidate) -> Candidate | None:
        """Return what may be the number 1 above the number 2, read wrongly."""
        above = (c for c in reversed(self.candidates) if c.at < second.at and c.misread and c.start)
        return next((c for c in above if c.near(second, 6) and spells(c.printed, 1)), None)

    # -- one candidate -----------------------------------------------------------------------------

    def _accept(self, candidate: Candidate, sequence: Sequence, *, inferred: int | None = None) -> bool:
        del self.stack[self.stack.index(sequence) + 1 :]
        sequence.last = candidate.number if inferred is None else inferred
        sequence.most = max(sequence.most, sequence.last)
        sequence.minor = ()
        sequence.spot = candidate
        sequence.count += 1
        self.result.starts[candidate.at] = Start(candidate, sequence, inferred=inferred)
        return True

    def _take_next(self, position: int, candidate: Candidate) -> bool:
        """Take the number that an open sequence waits for."""
        options: list[tuple[bool, int, float, Sequence]] = []
        for depth, sequence in enumerate(reversed(self.stack)):
            due = candidate.number in (sequence.last + 1, sequence.most + 1) or (
                bool(candidate.suffix) and candidate.number == sequence.last > 0
            )
            if not due or (sequence.last == 0 and not self._may_open_main(position, candidate)):
                continue
            if candidate.number == 1 and sequence.last and not candidate.suffix:
                continue
            distance = 0.0
            if sequence.spot is not None:
                distance = min(abs(candidate.rel - sequence.spot.rel), abs(candidate.x - sequence.spot.x))
            if candidate.loose and (sequence.spot is None or distance > 4):
                continue
            if candidate.bold and sequence.spot is not None and not sequence.spot.bold and distance > 8:
                continue
            reach = (_LOOSE_SAME if depth == 0 else _LOOSE_SAME / 2) if candidate.start else _SAME
            if distance <= reach and (candidate.start or self._goes_on(position, candidate)):
                options.append((distance > 8, depth, distance, sequence))
        if not options:
            return False
        sequence = self._outside_heading(candidate, min(options, key=lambda option: option[:3]), options)
        if self._is_heading_number(position, candidate, sequence):
            return False
        return self._accept(candidate, sequence)

    def _outside_heading(
        self,
        candidate: Candidate,
        nearest: tuple[bool, int, float, Sequence],
        options: Many[tuple[bool, int, float, Sequence]],
    ) -> Sequence:
        """Return the sequence that goes on, where a list waits for the same number as what is around it.

        A heading ends a list that does not stand further in.
        """
        inner = nearest[3]
        if inner.role != "list" or inner.spot is None or len(options) == 1:
            return inner
        if not any(inner.spot.at < at < candidate.at for at in self.headings):
            return inner
        outer = [option for option in options if option[3].role != "list" and option[0] == nearest[0]]
        return outer[0][3] if outer else inner

    def _take_again(self, candidate: Candidate, *, headed: bool = False) -> bool:
        """Take a number that an alternative text has once more: "Option II" stands right above it.

        A number 1 under a new heading may as well be the first of a numbering of its own.
        """
        if candidate.loose or not any(self.last_at < at < candidate.at for at in self.options):
            return False
        if (
            candidate.number == 1
            and not headed
            and any(self.last_at < at < candidate.at for at in self.headings)
        ):
            return False
        for sequence in reversed(self.stack):
            if sequence.spot is not None and candidate.near(sequence.spot, 6):
                return candidate.number <= sequence.last and self._accept(candidate, sequence)
        return False

    def _may_open_main(self, position: int, candidate: Candidate) -> bool:
        if candidate.loose or not candidate.start:
            return False
        if self._at_main_indent(candidate):
            return not self._is_heading_first(position, candidate)
        later = [c for c in self.candidates[position + 1 : position + 40] if c.at < self.cut]
        return not any(self._at_main_indent(c) and c.number == 1 and not c.minor for c in later)

    def _goes_on(self, position: int, candidate: Candidate) -> bool:
        """Whether the next number follows at the same indent: makes up for missing evidence of a start.

        The same number once more, with evidence, before the next one says that this line is wrapped text.
        """
        for other in self.candidates[position + 1 : position + _AHEAD]:
            if not (other.start and other.near(candidate)):
                continue
            if other.number == candidate.number and not other.minor:
                return False
            if other.number == candidate.number + 1:
                return True
        return False

    def _take_first(self, position: int, candidate: Candidate) -> bool:
        """Open a sequence at a number 1: an annex, a restart, or a list inside a paragraph."""
        if candidate.number != 1 or not candidate.start or candidate.loose:
            return False
        titled = any(self.last_at < at < candidate.at for at in self.scopes)
        if self._is_heading_first(position, candidate):
            return False
        base = self._base()
        follows = self._position_of(position, candidate, 2)
        heading_between = any(self.last_at < at < candidate.at for at in self.headings)
        same_indent = base.spot is not None and candidate.near(base.spot, 6)
        if titled or (heading_between and same_indent and self._begins_anew(position, base)):
            role: SequenceRole = "scope"
        else:
            if follows is None:
                return False
            back = self._position_of_base(position, base)
            if back is not None and back < follows:
                return False
            if base.last == 0:
                role = "list"
            elif (
                same_indent
                and (heading_between or back is None)
                and self._run_length(position, candidate) >= 3
            ):
                role = "scope" if heading_between else "list"
            else:
                role = "list"
        sequence = Sequence(role, titled=titled)
        self.result.sequences.append(sequence)
        if role == "scope":
            self.stack = [s for s in self.stack if s.role == "main"]
        self.stack.append(sequence)
        return self._accept(candidate, sequence)

    def _take_after_gap(self, position: int, candidate: Candidate) -> bool:
        """Take a number that jumps, when the sequence goes on behind it."""
        if candidate.loose or not candidate.start:
            return False
        for sequence in reversed(self.stack):
            if sequence.spot is None or not candidate.near(sequence.spot, 6):
                continue
            after = self._evidence(position, candidate, sequence.last + 1)
            step = candidate.number - sequence.last
            if 1 < step <= _JUMP and (
                (after is not None and after.number == candidate.number + 1) or (after is None and step == 2)
            ):
                return self._jump(candidate, sequence)
            if (
                step > _JUMP
                and step < 60
                and self._run_length(position, candidate) >= 4
                and after is not None
                and after.number == candidate.number + 1
            ):
                return self._jump(candidate, sequence)
            if after is None and self._is_misprint(position, candidate, sequence):
                candidate.misread = not candidate.printed.isdigit() and spells(
                    candidate.printed, sequence.last + 1
                )
                return self._accept(candidate, sequence, inferred=sequence.last + 1)
        return False

    def _evidence(self, position: int, candidate: Candidate, due: int) -> Candidate | None:
        """Return the next candidate with the number after this one, or with the one that is due.

        Behind a number 1, where another list begins, what is due here does not count.
        """
        for other in self.candidates[position + 1 : position + _AHEAD]:
            if other.minor or not other.near(candidate):
                continue
            if other.number in (candidate.number + 1, due):
                return other
            if other.number == 1 and other.start:
                due = candidate.number + 1
        return None

    def _take_misread(self, position: int, candidate: Candidate) -> bool:
        """Take what may be the number that is due, where a number behind it follows."""
        if not candidate.misread or not candidate.start or candidate.at in self.heading_set:
            return False
        for sequence in reversed(self.stack):
            due = sequence.last + 1
            if candidate is self.misread_first and not sequence.last:
                return self._accept(candidate, sequence, inferred=1)
            if sequence.spot is None or not candidate.near(sequence.spot, 6):
                continue
            if (spells(candidate.printed, due) and is_sure(candidate.printed)) or (
                may_be(candidate.printed, due) and self._follows(position, candidate, due)
            ):
                return self._accept(candidate, sequence, inferred=due)
        return False

    def _follows(self, position: int, candidate: Candidate, due: int) -> bool:
        """Whether the numbering goes on behind a number that is due here and does not come itself."""
        for other in self.candidates[position + 1 : position + _AHEAD]:
            if other.near(candidate, 6) and not other.minor and other.start:
                return spells(other.printed, due + 1) if other.misread else due < other.number <= due + 3
        return False

    def _jump(self, candidate: Candidate, sequence: Sequence) -> bool:
        sequence.missing.extend(range(sequence.last + 1, candidate.number))
        return self._accept(candidate, sequence)

    def _is_misprint(self, position: int, candidate: Candidate, sequence: Sequence) -> bool:
        """Whether another number is printed where one is due: the one after it follows at once."""
        if sequence.role == "list" or sequence.last < 2 or candidate.minor:
            return False
        ahead = self.candidates[position + 1 : position + 4]
        following = next((c for c in ahead if c.near(candidate, 6)), None)
        due = sequence.last + 2
        return following is not None and (
            following.number == due or (following.misread and spells(following.printed, due))
        )

    def _take_dotted(self, position: int, candidate: Candidate) -> bool:
        """Take "138.2." under 138, or "7.3" of a decision that numbers all its paragraphs so."""
        for sequence in reversed(self.stack):
            if sequence.last == candidate.number and self._minor_follows(sequence.minor, candidate.minor):
                return self._accept_dotted(candidate, sequence)
            step = candidate.number - sequence.last
            # a text that numbers all its paragraphs so may lack a part: "4.3" and "6.1", and no 5
            opens = step == 1 or (step == _LOST_PART and bool(sequence.minor))
            opens = opens and candidate.minor == (1,) and candidate.start
            runs = (step == 1 and bool(sequence.minor)) or self._dotted_runs(position, candidate)
            if opens and not candidate.bold and sequence.role != "list" and runs:
                sequence.missing.extend(range(sequence.last + 1, candidate.number))
                sequence.last = candidate.number
                return self._accept_dotted(candidate, sequence)
        return self._open_dotted(position, candidate)

    def _open_dotted(self, position: int, candidate: Candidate) -> bool:
        """Open a sequence at "1.1" of a text that numbers all its paragraphs so."""
        if candidate.number != 1 or candidate.minor != (1,) or not candidate.start:
            return False
        if candidate.bold or candidate.at in self.heading_set or not self._dotted_runs(position, candidate):
            return False
        sequence = self.result.main
        if sequence.last:
            sequence = Sequence("scope", titled=any(self.last_at < at < candidate.at for at in self.scopes))
            self.result.sequences.append(sequence)
            self.stack = [self.result.main, sequence]
        sequence.last = 1
        return self._accept_dotted(candidate, sequence)

    def _dotted_runs(self, position: int, candidate: Candidate) -> bool:
        """Whether the next dotted number comes too, or the heading right above has the same number."""
        if position and self._numbers_chapter(position - 1, self.candidates[position - 1]):
            return True
        return any(
            c.number == candidate.number and c.minor == (2,) for c in self.candidates if c.at > candidate.at
        )

    @staticmethod
    def _minor_follows(last: tuple[int, ...], minor: tuple[int, ...]) -> bool:
        if len(minor) == 1:
            return 0 < minor[0] - (last[0] if last else 0) <= _JUMP
        return (
            bool(last) and minor[0] == last[0] and 0 < minor[1] - (last[1] if len(last) > 1 else 0) <= _JUMP
        )

    def _accept_dotted(self, candidate: Candidate, sequence: Sequence) -> bool:
        del self.stack[self.stack.index(sequence) + 1 :]
        before = sequence.minor[0] if sequence.minor else 0
        if len(candidate.minor) == 1:
            sequence.missing.extend([] if candidate.minor[0] == before + 1 else [sequence.last])
        sequence.minor = candidate.minor
        self.result.starts[candidate.at] = Start(candidate, sequence, dotted=True)
        return True

    # -- looking around ----------------------------------------------------------------------------

    def _base(self) -> Sequence:
        return next(s for s in reversed(self.stack) if s.role != "list")

    def _at_main_indent(self, candidate: Candidate) -> bool:
        return self.main_spot is not None and candidate.near(self.main_spot, 13)

    def _position_of(self, position: int, candidate: Candidate, number: int) -> int | None:
        """Return how many candidates on the given number stands at this one's indent.

        None when it does not come.
        """
        for ahead, other in enumerate(self.candidates[position + 1 : position + _AHEAD * 3]):
            if other.number == number and other.near(candidate) and not other.minor:
                return ahead
            if other.number == 1 and other.near(candidate, 6) and not other.minor:
                return None
        return None

    def _position_of_base(self, position: int, base: Sequence) -> int | None:
        """Return how many candidates on the base sequence goes on, None when it does not."""
        if base.spot is None:
            return None
        for ahead, other in enumerate(self.candidates[position + 1 :]):
            if other.number == base.last + 1 and other.near(base.spot, 8) and other.start and not other.minor:
                return ahead
        return None

    def _begins_anew(self, position: int, base: Sequence) -> bool:
        """Whether the base sequence does not go on: its next number never comes, or in another count."""
        before = 1
        for other in self.candidates[position + 1 :]:
            if base.spot is None or other.minor or not other.start or not other.near(base.spot, 6):
                continue
            if other.number == base.last + 1:
                return before == base.last
            before = other.number
        return True

    def _run_length(self, position: int, candidate: Candidate) -> int:
        """Return how many numbers count on from here at the same indent."""
        number, length = candidate.number, 1
        for other in self.candidates[position + 1 : position + _AHEAD * 3]:
            if other.near(candidate) and other.number == number + 1 and not other.minor:
                number, length = number + 1, length + 1
        return length

    def _is_heading_first(self, position: int, candidate: Candidate) -> bool:
        """Whether a number 1 numbers a heading: it looks like one, and plain text follows at once."""
        return candidate.at in self.heading_set and not self._list_of_bold(position, candidate)

    def _numbers_chapter(self, position: int, candidate: Candidate) -> bool:
        """Whether a number stands in a heading right above its first dotted one: "2. Lights", "2.1 The"."""
        following = self.candidates[position + 1] if position + 1 < len(self.candidates) else None
        return (
            candidate.at in self.heading_set
            and following is not None
            and following.number == candidate.number
            and following.minor == (1,)
            and following.start
            and not following.bold
            and all(at in self.heading_set for at in range(candidate.at, following.at))
        )

    def _list_of_bold(self, position: int, candidate: Candidate) -> bool:
        following = self.candidates[position + 1] if position + 1 < len(self.candidates) else None
        return (
            following is not None
            and following.number == 2
            and following.bold == candidate.bold
            and following.at in self.heading_set
            and following.at - candidate.at <= 2
        )

    def _is_heading_number(self, position: int, candidate: Candidate, sequence: Sequence) -> bool:
        """Whether the due number stands in a heading and the paragraph of that number is still to come."""
        if candidate.at not in self.heading_set or sequence.spot is None:
            return False
        if sequence.spot.at in self.heading_set:
            return False
        for other in self.candidates[position + 1 : position + 8]:
            if (
                other.number == candidate.number
                and other.near(sequence.spot, 8)
                and other.at not in self.heading_set
            ):
                return True
        return candidate.bold and not sequence.spot.bold and not self._goes_on(position, candidate)


def _main_indent(candidates: Many[Candidate], headings: frozenset[int]) -> Candidate | None:
    """Return the first number of the sequence from 1 that has the most text, None without numbers.

    A number counts for the lines up to the next one, at most eight: an agenda of twenty items is no report.
    """
    by_indent: dict[int, list[Candidate]] = defaultdict(list)
    plain = [c for c in candidates if not c.minor and not c.loose and c.at not in headings]
    for candidate in plain:
        by_indent[round(candidate.rel / 8)].append(candidate)
    lines = {a.at: min(8, b.at - a.at) for a, b in itertools.pairwise(plain)}
    best, most = None, 0
    for indent, found in by_indent.items():
        due, weight = 1, 0
        for candidate in plain:
            if abs(candidate.rel / 8 - indent) <= 1.2 and candidate.number == due:
                due, weight = due + 1, weight + lines.get(candidate.at, 2)
        if weight > most:
            best, most = found[0], weight
    return best
