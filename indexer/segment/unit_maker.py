"""Units as they are made, below the headings above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.section_numbers import printed_articles
from indexer.grammar.several_numbers import are_below_one
from indexer.segment.emphasis import BOLD
from indexer.segment.heading_path import push
from indexer.segment.heading_ranks import NO_NUMBER, Title, look_of
from indexer.segment.items import FULL_STOPS
from indexer.segment.labelled import find_labelled
from indexer.segment.line_starts import LABEL, TESTIMONY, is_option
from indexer.segment.long_lists import part_long_lists
from indexer.segment.preambles import find_decisions, find_operative, find_recitals
from indexer.segment.scopes import ACT, is_part, read_act_alone, read_scope, scope_prefix
from indexer.segment.stacked_headings import (
    above_articles,
    above_next_item,
    below_chapter,
    below_series,
    below_title,
    is_over,
    name,
    names_scope,
)
from indexer.segment.table_numbers import number_tables
from indexer.segment.unit import HeadingLine, Unit, heading_text
from indexer.segment.unit_addresses import Addresses

if TYPE_CHECKING:
    from indexer.model import Kind
    from indexer.segment.headings import HeadingFinder
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures
    from indexer.segment.number_sequences import Numbering, Sequence, Start
    from indexer.segment.scopes import Scope


class UnitMaker:
    """Makes units and headings of lines.

    Attributes:
        units: What was made.
        headings: The headings between.
        path: Those above the next unit.
        open: The last unit, None behind a heading.
        enacted: Whether a resolution has named its organ, and not begun to number.
        outside: The headings that a panel stands below.
    """

    def __init__(self, measures: Measures, numbering: Numbering, finder: HeadingFinder) -> None:
        """Take the measures, the numbers, and what knows how headings are set."""
        self.measures = measures
        self.finder = finder
        self.addresses = Addresses(numbering)
        self.units: list[Unit] = []
        self.headings: list[HeadingLine] = []
        self.path: tuple[Title, ...] = ()
        self.open: Unit | None = None
        self.enacted = False
        self.outside: tuple[Title, ...] = ()
        self._aside: Unit | None = None  # the last unit beside the text
        self._act = ""  # the heading of the resolution or decision
        self._counted = False  # the last heading is no more than "Article 5"
        self._outside_act: tuple[Title, ...] = ()  # the headings above the last main number
        self._begun: tuple[Title, ...] = ()  # the headings above the first number of the last sequence
        self._sequence: Sequence | None = None

    def begin(self, kind: Kind, letter: str, item: Item) -> None:
        """Open a unit without number at a line; the letter begins its address."""
        self._open(kind, None, self.addresses.count(letter)).add(item)

    def _open(self, kind: Kind, number: str | None, address: str, inferred: str | None = None) -> Unit:
        section = tuple(title.text for title in self.path)
        scope = scope_prefix(self.addresses.scope)
        self.open = Unit(kind, number, address, scope=scope, section=section, inferred=inferred)
        self.units.append(self.open)
        return self.open

    def text(self, item: Item) -> None:
        """Open a unit without number: a text, or a preambular paragraph."""
        self._see_enacting()
        above = self.open
        if above is not None and above.kind == "preamble" and above.last.ends_in(FULL_STOPS):
            self.enacted = False
        if TESTIMONY.match(item.text):
            self.path = above_articles(self.path)
            self.addresses.leave_parts()
        if self.enacted:
            self.begin("preamble", "pp", item)
        else:
            self.begin("text", "t", item)

    def _see_enacting(self) -> None:
        """Notice that the open unit is "The General Assembly,": a resolution begins."""
        if self.enacted or self.open is None or self.open.kind != "text" or not self.open.enacts():
            return
        headed = self.headings[-1].units_before if self.headings else 0
        if any(unit.recites(enacted=False) for unit in self.units[headed:][-3:-1]):
            return  # the recitals stand above it, and what it decides below
        self.enacted = True
        self.addresses.uncount(self.open)
        above, heading = ["", "", *(title.text for title in self.path)][-2:]
        begins = self.headings[-1].items[0].text if self.headings else ""
        if self.addresses.enter_resolution(heading, above, begins):
            self._act = heading
        self.open.scope, self.open.address = scope_prefix(self.addresses.scope), self.addresses.count("t")

    def numbered(self, start: Start, item: Item) -> None:
        """Open a numbered unit."""
        candidate, sequence = start.candidate, start.sequence
        self._enter_scope(sequence)
        if sequence.role == "list" and not start.dotted and not self.addresses.hang(sequence, self.open):
            sequence.role = "scope"  # a list right under a heading hangs on no paragraph
            self._enter_scope(sequence)
        suffix = "" if candidate.misread else candidate.suffix.replace(" ", "")
        kind, address = self.addresses.numbered(start, suffix)
        if start.dotted and self.path and are_below_one(self.path[-1].text):
            self.path = self.path[:-1]  # what stood under "140.1–6" ends at "140.7"
        if item.line.bold >= BOLD and self._below_item():
            self.path = above_next_item(self.path, item)
        printed = start.due if candidate.misread else candidate.printed
        unit = self._open(kind, printed, address, start.inferred)
        unit.reply = start.reply
        unit.add(item, candidate.end)
        self.enacted = False

    def _enter_scope(self, sequence: Sequence) -> None:
        if sequence.role == "list":
            return
        if not self.addresses.knows(sequence):
            self._see_enacting()
            self._begun = self.path
        self._sequence = sequence
        resumes = self.addresses.is_in_act() and self.addresses.knows(sequence)
        self.addresses.enter(sequence, enacted=self.enacted)
        if sequence.role != "main" or self.addresses.scope:
            return
        if resumes and self.open is not None:
            self.path = self._outside_act  # the report goes on below the resolution that it recommends
        self._outside_act = self.path

    def _below_item(self) -> bool:
        """Whether the last heading stands below a bold number, and above nothing but text without one."""
        at = self.headings[-1].units_before if self.headings else 0
        above = next((unit for unit in reversed(self.units[:at]) if unit.number is not None), None)
        below = self.units[at:]
        bold = above is not None and above.first.line.bold >= BOLD
        return bold and bool(below) and all(unit.number is None for unit in below)

    def heading(self, lines: list[Item], *, counts: bool = False, below: Start | None = None) -> None:
        """Put a heading in its place in the path, and close what is open.

        Args:
            lines: Its lines.
            counts: Whether it is no more than "Article 5": the heading right below is its title.
            below: The numbered unit that begins right below it.
        """
        goes_on = below is not None and below.sequence is self._sequence
        for line in lines:
            line.place = "heading"
        text = heading_text(lines)
        self.path = self._path_to(text, lines, counts=counts, goes_on=goes_on)
        alone = LABEL.fullmatch(text) is not None and not is_option(text)
        self._counted = counts or (alone and self.path[-1].rank == NO_NUMBER)
        self._see_scope(text)
        self.headings.append(HeadingLine(lines, text, len(self.path) - 1, len(self.units)))
        self.open = None

    def _path_to(self, text: str, lines: list[Item], *, counts: bool, goes_on: bool) -> tuple[Title, ...]:
        """Return the path to a heading; one right above it may be called what it says, or become text."""
        first = lines[0]
        level = first.line.level if first.line.role == "heading" else 0
        look = look_of(first, larger=self.measures.is_larger(first))
        path = push(
            self.path,
            text,
            look,
            level,
            large=first.line.size >= self.measures.size + 1.5,
            indent=(first.rel, first.line.left) if first.line is first.printed else None,
            centred=self.measures.is_full(first) or any(map(self.measures.is_centred, lines)),
            act=self._act_alone(text) is not None,
            above_numbers=self.finder.above_numbers,
            series=self.finder.series_behind(first),
        )
        title = path[-1]
        if goes_on and (within := below_series(self.path, self._begun, title)):
            return within
        if title.rank == NO_NUMBER and path[: len(self.outside)] != self.outside:
            path = (*self.outside, title)
        if not self.is_bare():
            return path
        if self._counted and title.rank == NO_NUMBER and not (counts or LABEL.match(text)):
            return name(self.path, title)
        if not is_option(text) and all(above is not self.path[-1] for above in path):
            if within := below_chapter(self.path, title):
                return within
            if is_over(self.path, title) or counts:
                return below_title(self.path, title)
            self._make_last_text()
        elif path[:-1] == self.path and names_scope(title, self.path) and not self.finder.recurs(first):
            return name(self.path, title)
        return path

    def _see_scope(self, text: str) -> None:
        """Notice the scope that a heading opens, and those that end with it."""
        scope = read_scope(text) or self._act_alone(text)
        ends = self._act and all(title.text != self._act for title in self.path)
        if ends and (scope is None or scope.rank > ACT):
            self.addresses.leave_act()
            self._act = ""
        if scope is not None:
            self.addresses.enter_scope(scope)
            self._act = text if scope.rank == ACT else self._act
        if scope is not None or is_part(text) or printed_articles([text]):
            self.enacted = False  # each part names the organ anew, and a treaty has articles
        if self.path[: len(self._begun)] != self._begun:
            self.addresses.leave_restart()

    def _act_alone(self, text: str) -> Scope | None:
        """Return the scope of an act whose heading is its number alone."""
        return read_act_alone(text) if self.addresses.of_act else None

    def leave_cover(self) -> None:
        """Leave the headings of a cover: they are above no text but its own, unless they have a number."""
        if any(title.rank != NO_NUMBER for title in self.path):
            return
        if self.is_bare():
            self._make_last_text()
        self.path = ()

    def gather_list(self) -> None:
        """Give the first item of a list without marks to the unit above, which leads to it with a colon."""
        if len(self.units) < 2 or self.open is not self.units[-1]:
            return
        lead, unit = self.units[-2:]
        headed = self.headings and self.headings[-1].units_before == len(self.units) - 1
        if (
            {lead.kind, unit.kind} != {"text"}
            or headed
            or not lead.leads()
            or not unit.is_open_item()
            or any(block for _, _, block in unit.pieces[1:])  # it has items of its own
            or unit.recites(enacted=self.enacted)
        ):
            return
        self.units.pop()
        self.addresses.uncount(unit)
        for at, (item, offset, block) in enumerate(unit.pieces):
            lead.add(item, offset, block=block or at == 0)
        lead.listing = True
        self.open = lead

    def finish(self) -> None:
        """Look again at all units, and make text of headings without any below them.

        A cover has nothing else, nor has a title page or an announcement.
        """
        find_decisions(self.units)
        labelled = find_labelled(self.units, self.headings)
        recitals, decisions = find_recitals(self.units), find_operative(self.units)
        if recitals or decisions or labelled:
            self.addresses.recount(self.units)
        for unit in labelled:
            unit.kind = "recommendation"
        number_tables(self.units)
        if not self.units:
            headings, self.headings, self.path = self.headings, [], ()
            for heading in headings:
                self.whole(heading.items)
        elif self.is_bare():
            self._make_last_text()
        part_long_lists(self.units, self.headings)

    def is_bare(self) -> bool:
        """Whether the last heading has nothing below it yet."""
        return bool(self.path and self.headings) and self.headings[-1].units_before == len(self.units)

    def _make_last_text(self) -> None:
        """Make text of the last heading: an entry, a remark, a signature, the caption of pictures."""
        self.path = self.path[:-1]
        self.whole(self.headings.pop().items)

    def aside(self, item: Item) -> None:
        """Add a line that stands beside the text; an aside has a unit of its own, and another stays open."""
        if item.line.starts_block or self._aside is None:
            around = self.open
            self._aside = self._open("text", None, self.addresses.count("t"))
            self.open = around
        self._aside.add(item)

    def whole(self, lines: list[Item]) -> None:
        """Open a unit without number, and give it some lines, which look like a heading."""
        unit = self._open("text", None, self.addresses.count("t"))
        for item in lines:
            item.place = ""
            unit.add(item)
