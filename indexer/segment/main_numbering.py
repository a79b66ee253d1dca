"""Where the report's own numbering begins, and where its numbers stand."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from indexer.segment.misread import is_garbled, spells
from indexer.segment.number_runs import run_from, run_length

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from collections.abc import Sequence as Many

    from indexer.segment.candidates import Candidate
    from indexer.segment.heading_numbers import HeadingNumbers

_AGENDA = 5  # numbered headings in a row, of which an agenda consists
_EXCERPT = 5  # numbers in a row with which an excerpt begins that has a number 1, of a list or annex
_SAME = 6.0  # points: a number that is misread stands as near to one that is not
_INDENT = 10.0  # points: numbers of one indent are no further apart
_HOLDS = 0.25  # of the text of a list: numbers with less are those of headings
_NEARBY = 40  # candidates among which another number 1 may begin the report


class MainNumbering:
    """What can be said of the main numbering before it is read.

    Attributes:
        before: The number before the first one: of an excerpt that begins in the middle, 0 of a whole report.
        listed: The number before the first one of a list with which an excerpt begins, None without one.
        doubtful: What may be the first number, read wrongly or without its stop.
    """

    def __init__(
        self,
        candidates: Many[Candidate],
        scopes: Many[int],
        headings: HeadingNumbers,
        *,
        agenda: bool = False,
        whole: bool = False,
        addendum: bool = False,
    ) -> None:
        """Take what may be numbers, other lines, and what is known of the document.

        Args:
            candidates: What may be numbers.
            scopes: Headings of annexes and acts.
            headings: Numbers of headings.
            agenda: Whether it is an agenda.
            whole: Whether a masthead says that no page is missing above.
            addendum: Whether it is an addendum, which may count on from the document that it is added to.
        """
        self._whole = whole and not addendum
        self._addendum = addendum
        self.candidates = candidates
        self.scopes = scopes
        self.headings = headings
        self.agenda = agenda
        self.cut = _first_scope(candidates, scopes)
        self.spot = _main_indent([c for c in candidates if c.at < self.cut], headings.lines)
        self.before = 0
        self.listed: int | None = None
        self.doubtful: Candidate | None = None
        self._find_beginning()

    def _find_beginning(self) -> None:
        plain = [
            c
            for c in self.candidates
            if not c.minor and not c.loose and c.start and c.at not in self.headings.lines
        ]
        ones = [position for position, c in enumerate(plain) if c.number == 1]
        for position, candidate in enumerate(plain[: ones[0]] if ones else plain):
            ahead = {c.number for c in plain[position + 1 : position + 4] if c.near(candidate)}
            if {candidate.number + 1, candidate.number + 2} <= ahead:
                ends = position == 0 and ones and self._ends_act(candidate, [plain[one] for one in ones])
                excerpt = ends or not ones or _is_excerpt(plain, position, ones)
                counts_on = position == 0 and self._counts_on(plain, ones)
                if not (excerpt or counts_on) or self._is_quoted(plain, position, ones):
                    return
                above = _numbers_above(self.candidates, candidate)
                self.doubtful = above[-1] if above and (above[-1].misread or above[-1].loose) else None
                self.before = candidate.number - 1 - len(above)
                if self.before == 1 and any(c.number == 1 and c.minor == (1,) for c in self.candidates):
                    self.before = 0  # nothing is lost: "1.1" stands for 1
                self._see_list(plain, position)
                return

    def _is_quoted(self, plain: Many[Candidate], position: int, ones: Many[int]) -> bool:
        """Whether the numbers from here on are those of paragraphs that the report quotes above its own.

        Its own stand no further in, are more, have text, and none behind them goes on from the quoted ones,
        as a report does behind a list. An annex has numbers of its own, and an excerpt no masthead.
        """
        if not (self._whole and ones):
            return False
        first = plain[position]
        one = next((one for one in ones if plain[one].rel < first.rel + _INDENT), None)
        if one is None or any(first.at < at < plain[one].at for at in self.scopes):
            return False
        quoted = [at for at in run_from(plain, position) if at < one]
        own = run_from(plain, one)
        due = plain[quoted[-1]].number + 1
        goes_on = any(c.number == due and c.near(first) for c in plain[own[-1] + 1 :])
        return len(own) > len(quoted) and _has_text(plain, own) and not goes_on

    def _ends_act(self, first: Candidate, ones: Many[Candidate]) -> bool:
        """Whether the numbers from the first on are those of an act that begins on an earlier page.

        Another one, or an annex, begins behind them, and a number 1 not before.
        """
        one = next((one for one in ones if one.near(first)), None)
        above = any(c.at < first.at and c.start and c.number < first.number for c in self.candidates)
        return one is not None and not above and any(first.at < at < one.at for at in self.scopes)

    def _counts_on(self, plain: Many[Candidate], ones: Many[int]) -> bool:
        """Whether an addendum counts on: no number 1 stands further out than its first number."""
        return self._addendum and all(plain[0].rel < plain[one].rel + _SAME for one in ones)

    def _see_list(self, plain: Many[Candidate], position: int) -> None:
        """Notice that an excerpt begins in a list: the number behind it stands further out and is not next.

        Args:
            plain: The numbers that may count.
            position: Of the first of three that count on: in the list, or right behind it.
        """
        end = run_from(plain, 0)[-1] + 1
        if end == len(plain) or position not in (0, end):
            return
        last, behind = plain[end - 1], plain[end]
        if behind.number != last.number + 1 and behind.rel < last.rel - _INDENT:
            self.listed = self.before if position == 0 else plain[0].number - 1
            self.before = behind.number - 1

    def may_open(self, position: int, candidate: Candidate) -> bool:
        """Whether the first number of the report may stand here."""
        if candidate.loose or not candidate.start:
            return False
        if self._is_at_indent(candidate):
            return not self.headings.is_first(position)
        if self.headings.is_first(position) and not self._opens_agenda(position):
            return False
        later = [c for c in self.candidates[position + 1 : position + _NEARBY] if c.at < self.cut]
        return not any(self._is_at_indent(c) and c.number == 1 and not c.minor for c in later)

    def _opens_agenda(self, position: int) -> bool:
        """Whether numbered headings are the items of an agenda; elsewhere they are sections of a paper."""
        return self.agenda and run_length(self.candidates, position) >= _AGENDA

    def _is_at_indent(self, candidate: Candidate) -> bool:
        return self.spot is not None and candidate.near(self.spot, 13)


def _first_scope(candidates: Many[Candidate], scopes: Many[int]) -> int:
    """Return the position of the first annex or act with numbered paragraphs above it, else the end.

    The main numbering is sought above it: a draft resolution may have more text than its report.
    """
    end = max((c.at for c in candidates), default=0) + 1
    first = min(scopes, default=end)
    above = {c.number for c in candidates if c.at < first and c.start and not c.minor and not c.loose}
    return first if {1, 2, 3} <= above else end


def _is_excerpt(plain: Many[Candidate], position: int, ones: Many[int]) -> bool:
    """Whether the numbers on from here are many and have text, or more than those from any number 1 behind.

    A list or an annex may have more of them than what is left of the report.
    """
    run = run_from(plain, position)
    if len(run) < _EXCERPT or _has_text(plain, run):
        return len(run) >= _EXCERPT
    first = plain[position]
    alike = (one for one in ones if plain[one].near(first) and plain[one].signs == first.signs)
    others = [run_from(plain, one) for one in alike]
    return all(len(other) < len(run) and not _has_text(plain, other) for other in others)


def _has_text(plain: Many[Candidate], run: Many[int]) -> bool:
    """Whether most numbers have words on a second line."""
    long = sum(after.at - one.at > 1 for one, after in itertools.pairwise(plain[at] for at in run))
    return 2 * long >= len(run)


def _numbers_above(candidates: Many[Candidate], first: Candidate) -> list[Candidate]:
    """Return the numbers before the first three in a row, from the last one on, some of them read wrongly.

    What nothing but its place says to be a number is none where nothing above it is.
    """
    found: list[Candidate] = []
    due, sure = first.number - 1, 0
    for candidate in reversed(candidates):
        if candidate.at >= first.at or not candidate.start or not candidate.near(first, _SAME):
            continue
        if spells(candidate.printed, due):
            sure = len(found) + 1
        elif not candidate.misread or not is_garbled(candidate.printed):
            break
        found.append(candidate)
        due -= 1
        if not due:
            break
    return found[:sure]


def _main_indent(candidates: Many[Candidate], headings: Container[int]) -> Candidate | None:
    """Return the first number of the sequence from 1 that has the most text, None without numbers.

    A number counts for the lines up to the next one, at most eight: an agenda of twenty items is no report.
    A list inside a paragraph may have more text than the report, whose numbers go on behind it, further out.
    """
    plain = [c for c in candidates if not c.minor and not c.loose and c.at not in headings]
    # where a side has few lines its margin may be found wrongly: the place on the page counts as well
    firsts = {(round(c.rel / 8), round(c.x / 8)): c for c in reversed(plain) if c.number == 1}
    lines = {a.at: min(8, b.at - a.at) for a, b in itertools.pairwise(plain)}
    runs = [_run(plain, first, lines) for first in firsts.values()]
    whole = [run for run in runs if not any(other.holds(run) for other in runs)]
    best = max(whole, key=lambda run: run.weight, default=None)
    return best.first if best is not None else None


class _Run(NamedTuple):
    """Numbers from 1 on at one indent: the first one, the line of the last one, how much text they have."""

    first: Candidate
    last_at: int
    weight: int

    def holds(self, other: _Run) -> bool:
        """Whether the other one is a list in a paragraph of this one, which has text of its own."""
        return (
            self.first.at < other.first.at < self.last_at
            and other.first.x - self.first.x > _INDENT
            and self.weight > _HOLDS * other.weight
        )


def _run(candidates: Many[Candidate], first: Candidate, lines: Mapping[int, int]) -> _Run:
    due, weight, last_at = 1, 0, first.at
    for candidate in candidates:
        if candidate.number == due and candidate.near(first, _INDENT):
            due, weight, last_at = due + 1, weight + lines.get(candidate.at, 2), candidate.at
    return _Run(first, last_at, weight)
