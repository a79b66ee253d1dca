"""Units and notes -> records: text, parts, footnotes, boxes, addresses."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from heapq import merge
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from indexer.model import Box, Extraction, Footnote, Part, Record, Source
from indexer.segment.hyphens import HYPHENS, document_words, hyphenates
from indexer.segment.joining import TextBuilder
from indexer.segment.languages import language_of
from indexer.segment.parts import find_parts
from indexer.segment.positions import find_items, find_positions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.model import ExtractedDocument, Line, Position
    from indexer.segment.binding import NoteFinder
    from indexer.segment.facts import Facts
    from indexer.segment.items import Item
    from indexer.segment.notes import Note
    from indexer.segment.unit import Unit

_TEXT = Extraction()


class _Printed(NamedTuple):
    """A footnote, and how many notes are printed before it."""

    printed: int
    footnote: Footnote


_AS_PRINTED = attrgetter("printed")


class RecordBuilder:
    """Builds the records of one document.

    Attributes:
        scale: By how much the pages were enlarged.
        recognised: Whether some lines were recognised in pictures.
        labels: Visible characters of numbers, note marks and broken hyphens, which stand in no text.
        made: Visible characters of computed list labels, which stand in a text and in no line.
    """

    def __init__(
        self,
        document: ExtractedDocument,
        facts: Facts,
        notes: list[Note],
        finder: NoteFinder,
        items: list[Item],
        *,
        scale: float,
    ) -> None:
        self.document = document
        self.facts = facts
        self.notes = notes
        self.printed = {id(note): at for at, note in enumerate(notes)}
        self.finder = finder
        self.scale = scale
        self.recognised = any(item.line.confidence is not None for item in items)
        self.words = document_words(items)
        self.hyphenates = hyphenates(items, self.words)
        self.source = Source(
            path=document.source.path, sha256=document.source.sha256, media_type=document.source.media_type
        )
        self.labels = 0
        self.made = 0
        self.counted: set[int] = set()
        self.taken: Counter[str] = Counter()

    def build(self, units: list[Unit], headings: list[tuple[Item, int]]) -> list[Record]:
        """Return the records in order.

        Notes of headings go to the first record below; notes that no text refers to go to the record above.
        They stand where they are printed among the others.

        Args:
            units: In order.
            headings: Lines of titles and headings, with the number of units before them.
        """
        drafts = [self._draft(unit) for unit in units]
        texts = [text for text, _ in drafts]
        find_items(units, texts)
        positions = find_positions(units, texts)
        loose = self._heading_notes(headings, len(units))
        for at, notes in self._loose_notes(units).items():
            loose.setdefault(at, []).extend(notes)
        hung = {
            at: sorted((self._footnote(note, None) for note in notes), key=_AS_PRINTED)
            for at, notes in loose.items()
        }
        self.labels += sum(note.taken for note in self.notes if id(note) not in self.counted)
        records = []
        rows = zip(units, drafts, positions, strict=True)
        for order, (unit, (text, footnotes), position) in enumerate(rows, 1):
            above = hung.get(order - 1)
            printed = list(merge(above, footnotes, key=_AS_PRINTED)) if above else footnotes
            records.append(self._record(unit, text, printed, order, position))
        return records

    def _draft(self, unit: Unit) -> tuple[str, list[_Printed]]:
        is_table = unit.kind == "table"
        builder = TextBuilder(self.words, hyphenates=self.hyphenates, cells=is_table)
        footnotes: list[_Printed] = []
        for position, (item, offset, block) in enumerate(unit.pieces):
            before = len(builder.spots)
            is_number = position == 0 and unit.number is not None
            label = "" if is_number else item.line.label
            marks = self.finder.marks_in(item, offset)
            goes_on = is_table and position > 0 and _goes_on(unit.pieces[position - 1][0], item)
            builder.add(item, offset, marks, block=block and not goes_on, label=label)
            self.labels += sum(not ch.isspace() for ch in item.text[:offset]) if offset else 0
            for spot in builder.spots[before:]:
                note = self.finder.take(item.page, spot.mark)
                if note is not None:
                    footnotes.append(self._footnote(note, spot.at))
        self.labels += builder.dropped
        self.made += builder.made
        return builder.text, footnotes

    def _footnote(self, note: Note, at: int | None) -> _Printed:
        builder = TextBuilder(self.words, hyphenates=self.hyphenates)
        for line in note.lines:
            builder.add_words(line)
        self.labels += 0 if id(note) in self.counted else note.taken
        self.counted.add(id(note))
        page = note.page if self.document.paged else None
        return _Printed(self.printed[id(note)], Footnote(mark=note.mark, text=builder.text, at=at, page=page))

    def _heading_notes(self, headings: list[tuple[Item, int]], count: int) -> dict[int, list[Note]]:
        """Return the notes that titles and headings refer to by the position of the unit below."""
        found: dict[int, list[Note]] = {}
        for item, before in headings:
            for _, _, mark in self.finder.marks_in(item, 0):
                note = self.finder.find(item.page, mark)
                again = note is not None and note.page < item.page and mark.startswith("*")
                if note is not None and (id(note) not in self.finder.bound or again) and count:
                    self.finder.bound.add(id(note))
                    found.setdefault(min(before, count - 1), []).append(note)
        return found

    def _loose_notes(self, units: list[Unit]) -> dict[int, list[Note]]:
        """Return notes without a reference by the position of the last unit that stands on their page."""
        loose: dict[int, list[Note]] = {}
        pages = [unit.first.page for unit in units]
        for note in self.notes:
            if id(note) not in self.finder.bound and units:
                at = max(bisect_right(pages, note.page) - 1, 0)
                loose.setdefault(at, []).append(note)
        return loose

    def _record(
        self, unit: Unit, text: str, footnotes: list[_Printed], order: int, position: Position | None
    ) -> Record:
        facts, paged = self.facts, self.document.paged
        address = self._unique(unit.scope + unit.address)
        pages = [item.page for item, _, _ in unit.pieces]
        parts: tuple[Part, ...] = () if unit.kind == "table" else find_parts(text, address)
        return Record(
            id=f"{facts.document}@{facts.language}#{address}",
            symbol=facts.symbol,
            symbols=facts.symbols,
            language=language_of(text, facts.language),
            kind=unit.kind,
            number=unit.number,
            address=address,
            section=unit.section,
            page=pages[0] if paged else None,
            page_end=pages[-1] if paged else None,
            page_label=facts.labels.get(pages[0]) if paged else None,
            order=order,
            text=text,
            parts=parts,
            footnotes=tuple([note.footnote for note in footnotes]),
            boxes=_boxes(unit, self.scale) if paged else (),
            title=facts.title,
            date=facts.date,
            body=facts.body,
            year=facts.year,
            number_inferred=unit.inferred,
            source=self.source,
            extraction=_extraction(unit) if self.recognised else _TEXT,
            position=position,
        )

    def _unique(self, address: str) -> str:
        """Return the address, in a further scope when the document already has it."""
        self.taken[address] += 1
        if self.taken[address] == 1:
            return address
        count = self.taken[address]
        while self.taken[f"s{count}.{address}"]:
            count += 1
        self.taken[f"s{count}.{address}"] += 1
        return f"s{count}.{address}"


def _extraction(unit: Unit) -> Extraction:
    """Return how the characters were had: recognised as soon as one line was, then as sure as those are."""
    sure = certainty((item.line.confidence, item.text) for item, _, _ in unit.pieces)
    return _TEXT if sure is None else Extraction(method="ocr", confidence=round(sure, 2))


def certainty(lines: Iterable[tuple[float | None, str]]) -> float | None:
    """Return how sure the words of lines are, by their length; None where none was recognised in a picture.

    >>> certainty([(0.9, "light"), (None, "from a text layer"), (0.6, "buoys")])
    0.75
    """
    recognised = [(sure, len(text)) for sure, text in lines if sure is not None]
    if not recognised:
        return None
    return sum(sure * length for sure, length in recognised) / sum(length for _, length in recognised)


def _goes_on(above: Item, item: Item) -> bool:
    """Whether a line of a table has the rest of a word that the line above breaks, each line one cell."""
    return (
        above.text.endswith(HYPHENS)
        and item.opens_lower()
        and "\t" not in above.text + item.text
        and above.page == item.page
        and abs(above.line.left - item.line.left) < item.line.size
    )


def _boxes(unit: Unit, scale: float) -> tuple[Box, ...]:
    """Return one rectangle for each page and column that the unit stands on, where the file has it."""
    found: dict[tuple[int, int], list[Line]] = {}
    for item, _, _ in unit.pieces:
        found.setdefault((item.page, item.line.column), []).append(item.printed)
    return tuple(
        (
            page,
            round(min([line.left for line in lines]) / scale, 1),
            round(min([line.top for line in lines]) / scale, 1),
            round(max([line.right for line in lines]) / scale, 1),
            round((max([line.bottom for line in lines]) + 0.25 * lines[0].size) / scale, 1),
        )
        for (page, _), lines in found.items()
    )
