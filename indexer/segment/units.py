"""Body lines -> units.

Numbered paragraphs, items, preambular paragraphs, unnumbered blocks, tables, speeches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.grammar.recitals import opens_recital
from indexer.segment.candidates import starts_after
from indexer.segment.heading_path import Title, look_of, push
from indexer.segment.joining import join_lines
from indexer.segment.line_starts import CAPTION, ENUMERATOR, MARKER, NUMBERS
from indexer.segment.masthead import NAME_LENGTH
from indexer.segment.meetings import begins_speech, is_procedure, names_meeting, opens_meeting
from indexer.segment.scopes import ENACTING_ENDS, Scope, is_enacting, nest, read_scope, scope_prefix
from indexer.segment.unit import COMMAS, STOPS, Unit, bullet

if TYPE_CHECKING:
    from indexer.model import Kind
    from indexer.segment.headings import HeadingFinder
    from indexer.segment.items import Item, Measures
    from indexer.segment.number_sequences import Numbering, Sequence, Start

_VOTE = regex.compile(
    r"^(?:In favour|Against|Abstaining|Pour|Contre|Abstentions?|Votos a favor|En contra)\s?:", regex.I
)
_OPENING = '(“"‘«['  # may stand before the first letter of a block: "(Signed)"
_SOURCE = regex.compile(r"(?:Sources?|Fuentes?|Источники?|来源|المصدر)\s?[:：]", regex.I)


class HeadingLine:
    """A heading found: its lines, its words, its depth, and the number of units before it."""

    __slots__ = ("items", "level", "text", "units_before")

    def __init__(self, items: list[Item], text: str, level: int, units_before: int) -> None:
        self.items, self.text, self.level, self.units_before = items, text, level, units_before


class Assembler:
    """Walks through the body once and makes units and headings."""

    def __init__(
        self,
        items: list[Item],
        body: list[Item],
        measures: Measures,
        numbering: Numbering,
        finder: HeadingFinder,
        *,
        records_of_meeting: bool,
    ) -> None:
        self.items = items
        self.positions = {item.index: at for at, item in enumerate(body)}
        self.body = body
        self.measures = measures
        self.numbering = numbering
        self.finder = finder
        self.records_of_meeting = records_of_meeting
        self.units: list[Unit] = []
        self.headings: list[HeadingLine] = []
        self.path: tuple[Title, ...] = ()
        self.scope: tuple[Scope, ...] = ()
        self.open: Unit | None = None
        self.counters: dict[tuple[str, str], int] = {}
        self.scope_of: dict[int, tuple[Scope, ...]] = {}
        self.parent_of: dict[int, str] = {}
        self.restarts = 1
        self.resolutions = 0
        self.act: tuple[Scope, ...] | None = None
        self.enacted = False
        self.operative: set[int] = set()
        self.previous: Item | None = None

    def run(self) -> None:
        """Fill units and headings."""
        skip = 0
        for item in self.items:
            if skip:
                skip -= 1
                continue
            if item.place == "table":
                self._table(item)
            elif item.place == "":
                skip = self._line(self.positions[item.index], item)
            else:
                continue
            self.previous = item
        self._find_recitals()
        for unit in self.units:
            # preambular paragraphs end in a comma; one that ends in a stop is operative, without number
            if unit.kind == "preamble" and unit.last.unmarked()[-1:] in (".", ";"):
                unit.kind = "operative"
        if not self.units:
            self._read_headings()
        elif self.headings and self.headings[-1].units_before == len(self.units):
            self._read_last_heading()

    def _find_recitals(self) -> None:
        """Make preambular paragraphs of texts in a row that begin and end so, as in a declaration."""
        recitals = [unit.recites(enacted=False) for unit in self.units]
        kinds = [unit.kind for unit in self.units]
        for at, unit in enumerate(self.units):
            if (
                unit.kind == "text"
                and recitals[at]
                and any(recitals[max(at - 1, 0) : at] + recitals[at + 1 : at + 2])
            ):
                unit.kind = "preamble"
        if kinds == [unit.kind for unit in self.units]:
            return
        self.counters.clear()
        for unit in self.units:
            if unit.kind in ("text", "preamble"):
                letter = "pp" if unit.kind == "preamble" else "t"
                key = (unit.scope, letter)
                self.counters[key] = self.counters.get(key, 0) + 1
                unit.address = f"{letter}{self.counters[key]}"

    def _read_headings(self) -> None:
        """Make text of the headings, where there is no other: a cover, a title page, an announcement."""
        headings, self.headings, self.path = self.headings, [], ()
        for heading in headings:
            self._open_unit("text", None, self._count("t"))
            for item in heading.items:
                item.place = ""
                self._append(item)

    def _read_last_heading(self) -> None:
        """Make text of a heading with nothing below it at the end: a signature, a caption of pictures."""
        heading = self.headings.pop()
        self.path = self.path[:-1]
        self._open_unit("text", None, self._count("t"))
        for item in heading.items:
            item.place = ""
            self._append(item)

    # -- what a line may be ------------------------------------------------------------------------

    def _line(self, at: int, item: Item) -> int:
        """Place one line; return how many lines behind it were placed with it."""
        start = self.numbering.starts.get(at)
        if start is not None:
            self._numbered(start, item)
            return 0
        if item.line.role == "cell" and self.open is not None and self.open.kind != "table":
            self._append(item, block=True)
            return 0
        open_line = self.open.last if self.open is not None else None
        extent = self.finder.extent(at, self.numbering.starts, open_line) or self._is_label(at, item)
        caption = CAPTION.match(item.text) is not None
        below = (extent or item.line.italic >= 0.6) and self._is_below_caption(at, item)
        if below or (extent and caption):
            for line in self.body[at : at + extent] or [item]:
                self._table(line, opens=caption and line is item)
            return max(0, extent - 1)
        if extent:
            self._heading(self.body[at : at + extent])
            return extent - 1
        if self._follows_enacting(at, item):
            self._text_unit(item)
            return 0
        block = self._begins_block(at, item)
        if self.records_of_meeting and self._turn(at, item, block=block):
            return 0
        if block:
            self._gather_list()
        if block and self._own_unit(item):
            self._text_unit(item)
            return 0
        if self.open is None or self.open.kind == "table":
            self._text_unit(item)
            return 0
        self._append(item, block=block or self._is_named(item))
        return 0

    def _follows_enacting(self, at: int, item: Item) -> bool:
        """Whether a line stands below the opening line of a resolution.

        A full line that names an organ and ends with a comma may be one of a sentence: it goes on below.
        """
        unit = self.open
        if unit is None or unit.kind != "text" or not self._is_enacting(unit):
            return False
        return (
            not item.opens_lower()
            or self.measures.ended_early(unit.last, item)
            or self._begins_block(at, item)
        )

    def _is_label(self, at: int, item: Item) -> bool:
        """Whether a line is no more than "Figure II", and the title of the figure stands below it."""
        caption = CAPTION.match(item.text)
        return (
            caption is not None
            and len(item.text.rstrip(" .:")) == caption.end()
            and self.finder.extent(at + 1, self.numbering.starts, item) > 0
        )

    def _is_below_caption(self, at: int, item: Item) -> bool:
        """Whether what looks like a heading is the title of a table, or its unit, below the label."""
        return (
            self.open is not None
            and self.open.kind == "table"
            and self.open.last is self.body[at - 1]
            and item.gap is not None
            and item.gap <= 1.5 * self.measures.leading_at(item)
            and item.line.role != "heading"
            and not ENUMERATOR.match(item.text)
        )

    def _turn(self, at: int, item: Item, *, block: bool) -> bool:
        """Place a line with which someone begins to speak at a meeting, or its record itself."""
        if begins_speech(self.body, at):
            self._open_unit("speech", None, self._count("s"))
            self._append(item)
            return True
        goes_on = not block and self.previous is not None and is_procedure(self.previous)
        if goes_on or not is_procedure(item) or _VOTE.match(item.text):
            return False
        if opens_meeting(item):
            self.path = ()  # the headings above are those of the cover
        self._text_unit(item)
        return True

    def _begins_block(self, at: int, item: Item) -> bool:
        if item.line.starts_block is not None:
            return item.line.starts_block
        if self.open is None or self.previous is None:
            return True
        before, measures = self.previous, self.measures
        if before.place == "table":
            return True
        if before.page != item.page or before.line.column != item.line.column:
            recites = self.open.recites(enacted=self.enacted)
            opens = not item.opens_lower() or (recites and opens_recital(item.text))
            ended = recites or before.ends_sentence()
            marker = MARKER.match(item.text)
            if self.open.number is None and item.text[:1].isupper() and measures.ended_early(before, item):
                return True
            if not opens or not ended:
                return marker is not None and not item.opens_lower(marker.end() if ended else 0)
            return marker is not None or item.rel - before.rel > 8 or measures.ended_early(before, item)
        apart = item.gap is None or item.gap > 1.22 * measures.leading_at(item)
        if apart or self._is_in_sentence(item):
            return apart and not self._wraps(before, item)
        if MARKER.match(item.text) and (starts_after(self.body, at, measures) or before.ends_sentence()):
            return True
        if self.open.number is None and self._ends_short(self.open, before, item):
            return True
        if item.rel - before.rel <= 8:
            return False
        early = measures.ended_early(before, item)
        if not before.ends_sentence():
            return early and self._is_title(before, item)
        # a title may have a colon where a hanging line ends
        return early or (item.rel < 60 and not before.unmarked().endswith(":"))

    def _is_title(self, before: Item, item: Item) -> bool:
        """Whether a short line at the margin is no part of the sentence that begins indented below."""
        unit = self.open
        return (
            unit is not None
            and unit.number is None
            and unit.first is before
            and abs(before.rel) < 4
            and not before.text.endswith((*COMMAS, "-"))
            and item.text[:1].isupper()
        )

    def _wraps(self, before: Item, item: Item) -> bool:
        """Whether a sentence runs on from a full line in one of small letters below: both are set wide."""
        return (
            item.opens_lower()
            and not before.ends_sentence()
            and not MARKER.match(item.text)
            and abs(item.rel - before.rel) < 8
            and not self.measures.ended_early(before, item)
        )

    def _is_in_sentence(self, item: Item) -> bool:
        """Whether a line only happens to begin with a letter in brackets, which stands in a sentence.

        It begins where the line above does, which had no room for the letter and the word behind it.
        """
        if item.text[:1] != "(" or not self.measures.paged or self.open is None or self.previous is None:
            return False  # most lines
        before, marker = self.previous, MARKER.match(item.text)
        return (
            marker is not None
            and "\t" not in marker[0]
            and abs(item.rel - before.rel) < 1
            and not self.open.lists_at(item.rel)
            and not self.measures.ended_early(before, item, words=2)
        )

    def _ends_short(self, unit: Unit, before: Item, item: Item) -> bool:
        """Whether a line ends a block that nothing else parts from the next: short, a stop, then a capital.

        After a comma, the next block begins with the word with which this one does: "Whereas ..., Whereas",
        or this one is preambular.
        """
        if not self.measures.paged:
            return False  # lines of plain text end where their writer liked
        if self.measures.is_short_above_full(before, item):
            return True
        stop = before.unmarked().rstrip()[-1:]
        recites = unit.recites(enacted=self.enacted)  # so it may also end with "and"
        opens = stop in STOPS and item.text.lstrip(_OPENING)[:1].isalpha() and not item.opens_lower()
        if not (opens or (recites and opens_recital(item.text))):
            return False
        if stop in COMMAS and not (recites or is_enacting(item.text) or unit.begins_like(item)):
            return False
        return self.measures.ended_early(before, item)

    def _own_unit(self, item: Item) -> bool:
        """Whether a block stands for itself instead of carrying on the open unit."""
        unit = self.open
        if names_meeting(item.text) or self._is_source(item):
            return True
        if unit is None or unit.kind == "table" or is_enacting(item.text):
            return True
        if self.records_of_meeting and unit.kind == "text" and self._is_vote(unit, item):
            return False
        if bullet(item):
            return unit.is_left_by(item)
        if MARKER.match(item.text) or item.line.label or unit.kind == "speech":
            return False
        if unit.number is not None and _VOTE.match(item.text):
            return False
        if unit.listing and (unit.is_open_item() or unit.slips(item)):
            return False
        if unit.number is None:
            # unnumbered blocks stand for themselves, but a lower-case letter carries a sentence on
            return unit.kind == "preamble" or not item.opens_lower()
        last = unit.last
        if item.opens_lower() or not last.ends_sentence() or unit.leads():
            return False
        first = unit.pieces[0][0]
        deeper = (
            item.line.left - min(first.line.left, unit.hang()) > 20 and abs(item.page - first.page) % 2 == 0
        )
        return not (deeper and item.rel > first.rel + 12)

    def _is_source(self, item: Item) -> bool:
        """Whether a line says where a chart comes from: "Source:" in smaller type than the text."""
        return item.line.size < self.measures.size - 0.7 and bool(_SOURCE.match(item.text))

    def _is_named(self, item: Item) -> bool:
        """Whether a paragraph of a file without pages has its name in a line of its own above it."""
        above = self.previous
        short = above is not None and len(above.text) <= NAME_LENGTH < len(item.text)
        return short and not self.measures.paged and item.line.starts_block is False

    @staticmethod
    def _is_vote(unit: Unit, item: Item) -> bool:
        """Whether a line says how States voted, or which did: it stays with the vote."""
        return bool(_VOTE.match(item.text) or _VOTE.fullmatch(unit.last.text.strip()))

    def _gather_list(self) -> None:
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
            or unit.recites(enacted=self.enacted)
            or self._is_enacting(unit)
        ):
            return
        self.units.pop()
        self.counters[unit.scope, "t"] -= 1
        for at, (item, offset, block) in enumerate(unit.pieces):
            lead.add(item, offset, block=block or at == 0)
        lead.listing = True
        self.open = lead

    @staticmethod
    def _is_enacting(unit: Unit) -> bool:
        """Whether the whole unit is the opening line of a resolution; few are joined to find out."""
        return unit.last.text.rstrip().endswith(ENACTING_ENDS) and is_enacting(
            " ".join(item.text for item, _, _ in unit.pieces)
        )

    # -- making units ------------------------------------------------------------------------------

    def _count(self, letter: str) -> str:
        key = (scope_prefix(self.scope), letter)
        self.counters[key] = self.counters.get(key, 0) + 1
        return f"{letter}{self.counters[key]}"

    def _open_unit(
        self, kind: Kind, number: str | None, address: str, *, inferred: str | None = None
    ) -> Unit:
        section = tuple(title.text for title in self.path)
        self.open = Unit(
            kind, number, address, scope=scope_prefix(self.scope), section=section, inferred=inferred
        )
        self.units.append(self.open)
        return self.open

    def _append(self, item: Item, offset: int = 0, *, block: bool = False) -> None:
        if self.open is not None:
            self.open.add(item, offset, block=block)

    def _text_unit(self, item: Item) -> None:
        self._see_enacting()
        if (
            self.enacted
            and self.open is not None
            and self.open.kind == "preamble"
            and self.open.last.unmarked().endswith(".")
        ):
            self.enacted = False
        if self.enacted:
            self._open_unit("preamble", None, self._count("pp"))
        else:
            self._open_unit("text", None, self._count("t"))
        self._append(item)

    def _see_enacting(self) -> None:
        """Notice that the open unit is "The General Assembly,".

        A resolution begins; inside a report it has a scope of its own.
        """
        if self.enacted or self.open is None or self.open.kind != "text" or not self._is_enacting(self.open):
            return
        if any(unit.recites(enacted=False) for unit in self.units[-3:-1]):
            return  # the recitals stand above it, and what it decides below
        self.enacted = True
        within = not self.scope or self.scope == self.act
        if within and id(self.numbering.main) in self.scope_of:
            self.resolutions += 1
            name = "resolution" if self.resolutions == 1 else f"resolution-{self.resolutions}"
            self.scope = self.act = (Scope(name, 1),)

    def _table(self, item: Item, *, opens: bool = False) -> None:
        if (
            opens
            or (item.text[:1].isupper() and "\t" not in item.text and CAPTION.match(item.text))
            or self.open is None
            or self.open.kind != "table"
            or (self.open.last.page != item.page and not self._same_table(item))
        ):
            self._open_unit("table", None, self._count("tab"))
            self._append(item)
        else:
            self._append(item, block=True)

    def _same_table(self, item: Item) -> bool:
        """Whether a table goes on over a page end: nothing but furniture stands between."""
        return (
            self.open is not None and item.page == self.open.last.page + 1 and self.previous is self.open.last
        )

    def _numbered(self, start: Start, item: Item) -> None:
        candidate, sequence = start.candidate, start.sequence
        self._enter_scope(sequence)
        suffix = "" if candidate.misread else candidate.suffix.replace(" ", "")
        number = str(candidate.number if start.inferred is None else start.inferred)
        inferred = None if start.inferred is None else str(start.inferred)
        kind: Kind
        if start.dotted:
            address = "p" + ".".join([number, *map(str, candidate.minor)])
            kind = "recommendation" if start.under else "paragraph"
            if self.path and NUMBERS.match(self.path[-1].text):
                self.path = self.path[:-1]  # what stood under "140.1–6" ends at "140.7"
        elif sequence.role == "list" and self._list_parent(sequence):
            address = f"{self._list_parent(sequence)}.{number}{suffix}"
            kind = "item"
        else:
            address = f"p{number}{suffix}"
            kind = "operative" if id(sequence) in self.operative else "paragraph"
        self._open_unit(kind, number if candidate.misread else candidate.printed, address, inferred=inferred)
        self._append(item, candidate.end)
        self.enacted = False

    def _enter_scope(self, sequence: Sequence) -> None:
        """Go to the scope of a sequence; its first number settles which that is."""
        key = id(sequence)
        if sequence.role == "list":
            return
        if key not in self.scope_of:
            self._see_enacting()
            if self.enacted:
                self.operative.add(key)
            if sequence.role == "main":
                self.scope_of[key] = ()
            elif sequence.titled and self.scope:
                self.scope_of[key] = self.scope
            else:
                self.restarts += 1
                self.scope_of[key] = nest(self.scope, Scope(f"s{self.restarts}", 4))
        self.scope = self.scope_of[key]

    def _list_parent(self, sequence: Sequence) -> str:
        key = id(sequence)
        if key not in self.parent_of:
            self.parent_of[key] = self.open.address if self.open is not None else ""
            if self.open is None:
                sequence.role = "scope"  # a list right under a heading hangs on no paragraph
                self._enter_scope(sequence)
        return self.parent_of[key]

    def _heading(self, lines: list[Item]) -> None:
        for line in lines:
            line.place = "heading"
        text = heading_text(lines)
        scope = read_scope(text)
        if scope is not None:
            self.scope = nest(self.scope, scope)
            self.enacted = False
        first = lines[0]
        level = first.line.level if first.line.role == "heading" else 0
        large = first.line.size >= self.measures.size + 1.5
        self.path = push(self.path, text, look_of(first), level, large=large)
        self.headings.append(HeadingLine(lines, text, len(self.path) - 1, len(self.units)))
        self.open = None
        if not ENUMERATOR.match(text):
            self.enacted = self.enacted and scope is None


def heading_text(lines: list[Item]) -> str:
    """Return the words of a heading without note marks."""
    words = [f"{item.line.label} {item.without_marks()}".lstrip() for item in lines]
    return join_lines(words)
