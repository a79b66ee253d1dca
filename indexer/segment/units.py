"""Body lines -> units: numbered paragraphs, items, preambular paragraphs, texts, tables, speeches."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from indexer.segment.blocks import BlockFinder
from indexer.segment.covers import end_of_cover
from indexer.segment.dates import date_alone
from indexer.segment.emphasis import ITALIC
from indexer.segment.line_starts import BOX, CAPTION, CAPTION_OPENS, ENUMERATOR, MARKER, PREAMBLE, SIGNATURE
from indexer.segment.long_lists import leaves_list
from indexer.segment.meetings import (
    begins_speech,
    is_hearing,
    is_procedure,
    opens_meeting,
    remarks,
    takes_turn,
)
from indexer.segment.notes import mark_start
from indexer.segment.own_blocks import advises, is_hung_out, is_vote, stands_for_itself
from indexer.segment.panels import PanelEdges
from indexer.segment.scopes import part_letter
from indexer.segment.titles import name_author, name_sponsors
from indexer.segment.unit_maker import UnitMaker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indexer.segment.headings import HeadingFinder
    from indexer.segment.items import Item
    from indexer.segment.measures import Measures
    from indexer.segment.number_sequences import Numbering
    from indexer.segment.unit import HeadingLine, Unit


class Assembler:
    """Walks through the body once and says what each line is."""

    def __init__(
        self,
        items: list[Item],
        body: list[Item],
        measures: Measures,
        numbering: Numbering,
        finder: HeadingFinder,
        *,
        records_of_meeting: bool,
        boxed: Mapping[int, int],
        contents: float = math.inf,
    ) -> None:
        """Take what was found out about the lines.

        Boxed has the panels that some of them stand in, contents the index of the first line of those.
        """
        self.items = items
        self.positions = {item.index: at for at, item in enumerate(body)}
        self.body = body
        self.measures = measures
        self.numbering = numbering
        self.finder = finder
        self.records_of_meeting = records_of_meeting
        self.hearing = records_of_meeting and is_hearing(body)
        self.plain = not any(item.line.bold_lead for item in body)
        self.blocks = BlockFinder(body, measures)
        self.maker = UnitMaker(measures, numbering, finder)
        self.previous: Item | None = None
        self.cover = end_of_cover(body, numbering.starts, measures, contents)
        self.boxed = boxed
        self.edges = PanelEdges(boxed, self.maker)

    def run(self) -> tuple[list[Unit], list[HeadingLine]]:
        """Return the units and headings."""
        skip = 0
        for item in self.items:
            if skip:
                skip -= 1
                continue
            if item.line.role == "aside" and item.place == "":
                self.maker.aside(item)
                continue
            if self.boxed and item.place in ("", "table"):
                self.previous = self.edges.cross(item, self.previous)
            if item.place == "table":
                self._table(item)
            elif item.place == "":
                skip = self._line(self.positions[item.index], item)
            else:
                continue
            self.previous = item
        self.maker.finish()
        return self.maker.units, self.maker.headings

    def _line(self, at: int, item: Item) -> int:
        """Place one line; return how many lines behind it were placed with it."""
        if at == self.cover > 0:
            self.maker.leave_cover()
        maker, unit = self.maker, self.maker.open
        start = self.numbering.starts.get(at)
        if start is not None:
            maker.numbered(start, item)
            return 0
        if item.inner and unit is not None and self._goes_on(at, unit):
            unit.add(item)
            return 0
        if item.line.role == "cell" and unit is not None and unit.kind != "table":
            unit.add(item, block=True)
            return 0
        open_line = unit.last if unit is not None else None
        extent = self.finder.extent(at, self.numbering.starts, open_line)
        caption = CAPTION.match(item.text) if item.text[:1] in CAPTION_OPENS else None
        if extent and item.index in self.boxed and BOX.match(item.text):
            caption = None  # "Box 1" heads the text of its panel
        if caption and not extent and not self._ends_with(item, open_line):
            extent = int(self._is_label(at, item, caption.end()))
        titled = extent or item.line.italic >= ITALIC or item.is_bracketed()
        below = titled and self._is_below_caption(at, item)
        if below or (extent and caption):
            self._table(item, opens=caption is not None)
            for above, line in pairwise(self.body[at : at + extent]):
                self._table(line, wrapped=not self.measures.ended_early(above, line))
            return max(0, extent - 1)
        if extent:
            self._heading(at, extent)
            return extent - 1
        if self._follows_enacting(item):
            maker.text(item)
        else:
            self._place(at, item)
        return 0

    def _goes_on(self, at: int, unit: Unit) -> bool:
        """Whether a line that goes on in a paragraph goes on in what is open."""
        return unit.last is self.body[at - 1] and unit.kind != "table" and not self.records_of_meeting

    def _heading(self, at: int, extent: int) -> None:
        """Place what is set as a heading: one, or who wrote what stands below."""
        maker, text, lines = self.maker, self.body[at].text, self.body[at : at + extent]
        if self._says_who_wrote_it(lines):
            maker.whole(lines)
            maker.open = None
            return
        part = at in self.finder.parts
        worded = extent == 1 and at in self.finder.worded
        counts = worded and not (part or PREAMBLE.match(text.strip()))
        maker.heading(lines, counts=counts, below=self.numbering.starts.get(at + extent))
        if part:
            maker.addresses.enter_part(part_letter(text))

    def _says_who_wrote_it(self, lines: list[Item]) -> bool:
        """Whether lines above all text name who submits it, or right below its title whose report it is."""
        maker = self.maker
        titled = len(maker.headings) == 1 and maker.open is None
        if not maker.units and name_sponsors(lines):
            return True
        if not (titled and name_author(lines)):
            return False
        first, last = lines[0].line, lines[-1].index
        alike = (item for item in self.body if item.index > last and item.line.bold == first.bold)
        return not any(
            item.line.size == first.size and name_author([item]) for item in alike
        )  # one of several

    def _place(self, at: int, item: Item) -> None:
        """Place a line of text: it begins a unit, or a block of the open one, or goes on with it."""
        maker = self.maker
        if maker.open is not None and maker.open.kind == "table" and (torn := self._torn_by_tables(item)):
            maker.open = torn
            torn.add(item)
            return
        block = self._begins_block(at)
        if self.records_of_meeting and self._turn(at, item, block=block):
            return
        if block:
            maker.gather_list()
        unit = maker.open
        if (
            unit is None
            or unit.kind == "table"
            or at == self.cover > 0
            or (block and self._leaves(at, item, unit))
        ):
            maker.text(item)
        else:
            unit.add(item, block=block or self.blocks.is_named(self.previous, item))

    def _leaves(self, at: int, item: Item, unit: Unit) -> bool:
        """Whether a block is no part of the open unit, as far as it and its second line tell.

        All that stands below the number of a recommendation is said to that, but for a heading in the face of
        the text right above the next number, and for signatures and ornaments at the end.
        """
        if unit.reply or (unit.is_labelled() and len(unit.pieces) == 1):
            heads = at + 1 in self.numbering.starts and not (item.ends_sentence() or MARKER.match(item.text))
            ends = SIGNATURE.match(item.text) or date_alone(item.text) or self._is_below_other(item)
            return heads or bool(ends)
        following = self.body[at + 1] if at + 1 < len(self.body) else None
        return not advises(item, unit, self.maker.units) and (
            is_hung_out(item, following, unit, self.measures)
            or stands_for_itself(item, unit, self.measures, of_meeting=self.records_of_meeting)
            or leaves_list(item, self.maker.units, unit)
        )

    def _is_below_other(self, item: Item) -> bool:
        """Whether something that is no text, as an ornament, stands between a line and the one before it."""
        above = self.previous
        return above is not None and above.page == item.page and item.index - above.index > 1

    def _torn_by_tables(self, item: Item) -> Unit | None:
        """Return the unit whose sentence goes on with a line behind the tables that stand in it, if any."""
        if not item.opens_lower() or MARKER.match(item.text) or mark_start(item):
            return None
        headings, units = self.maker.headings, self.maker.units
        between = units[headings[-1].units_before if headings else 0 :]
        unit = next((unit for unit in reversed(between) if unit.kind != "table"), None)
        return None if unit is None or unit.last.ends_sentence() or unit.leads() else unit

    def _begins_block(self, at: int) -> bool:
        return self.blocks.begins(at, self.previous, self.maker.open, enacted=self.maker.enacted)

    def _follows_enacting(self, item: Item) -> bool:
        """Whether a line stands below the opening line of a resolution.

        A full line that names an organ and ends with a comma may be one of a sentence: it goes on below.
        """
        unit = self.maker.open
        if unit is None or unit.kind != "text" or not unit.enacts():
            return False
        goes_on = item.opens_lower() or item.text[:1].isdigit()  # "72/32 of 4 December, / 69/59 of"
        return not goes_on or self.measures.ended_early(unit.last, item)

    def _ends_with(self, item: Item, open_line: Item | None) -> bool:
        """Whether a sentence ends with the label of a table: "as shown in", and in the next "table 1"."""
        return (
            open_line is not None
            and open_line.place == ""
            and not (open_line.ends_sentence() or item.line.starts_block)
            and not self.measures.stands_apart(item)
        )

    def _is_label(self, at: int, item: Item, end: int) -> bool:
        """Whether a caption is all of a line, with room around it or the title of the figure below."""
        if len(item.text.rstrip(" .:")) > end or at + 1 == len(self.body):
            return False
        return self.finder.extent(at + 1, self.numbering.starts, item) > 0 or all(
            map(self.measures.stands_apart, self.body[at : at + 2])
        )

    def _is_below_caption(self, at: int, item: Item) -> bool:
        """Whether what looks like a heading is the title of a table, or its unit, below the label."""
        unit = self.maker.open
        return (
            unit is not None
            and unit.kind == "table"
            and unit.last is self.body[at - 1]
            and item.gap is not None
            and (item.gap <= 1.5 * self.measures.leading_at(item) or "\t" in item.text)
            and item.line.role != "heading"
            and not ENUMERATOR.match(item.text)
        )

    def _turn(self, at: int, item: Item, *, block: bool) -> bool:
        """Place a line with which someone begins to speak at a meeting, or its record itself."""
        above = self.previous
        fresh = self.hearing and (block or above is None or above.ends_sentence() or remarks(above))
        if begins_speech(self.body, at, block=block, plain=self.plain) or (fresh and takes_turn(item)):
            self.maker.begin("speech", "s", item)
            return True
        if fresh and remarks(item):
            self.maker.text(item)
            return True
        goes_on = not block and self.previous is not None and is_procedure(self.previous)
        if goes_on or not is_procedure(item, block=block or self._has_ended(item)) or is_vote(item):
            return False
        if opens_meeting(item):
            self.maker.path = ()  # the headings above are those of the cover
        self.maker.text(item)
        return True

    def _has_ended(self, item: Item) -> bool:
        """Whether the line above ends a sentence, and was ended on purpose."""
        above = self.previous
        return above is not None and above.ends_sentence() and self.measures.ended_early(above, item)

    def _table(self, item: Item, *, opens: bool = False, wrapped: bool = False) -> None:
        """Place a row, a caption or a further line of it, or what belongs to one of them."""
        unit = self.maker.open
        if (
            opens
            or (item.text[:1].isupper() and "\t" not in item.text and CAPTION.match(item.text))
            or unit is None
            or unit.kind != "table"
        ):
            self.maker.begin("table", "tab", item)
        else:
            unit.add(item, block=not wrapped)
