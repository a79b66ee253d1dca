"""Records as a table: CSV that a spreadsheet cannot take for formulas."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from indexer.model import FacetCount, HeldDocument, Hit
from indexer.present.facts_text import facet_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from indexer.model import Occurrence, Record

COLUMNS = (
    "rank",
    "score",
    "citation",
    "symbol",
    "language",
    "kind",
    "number",
    "address",
    "section",
    "page",
    "page_end",
    "page_label",
    "title",
    "date",
    "body",
    "year",
    "snippet",
    "text",
    "path",
    "id",
    "copy",
    "of_document",
    "distance",
    "position",
    "notes",
    "asked",
    "part",
    "part_text",
)
"""In this order; later versions may only add columns at the end."""

PLACE_COLUMNS = ("citation", "page", "left", "match", "right", "note")
"""Of a concordance, likewise."""

_END = "\r\n"

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""First characters of a cell that make a spreadsheet calculate, by the advice of OWASP on CSV injection."""


def hits_csv(hits: Iterable[Hit]) -> Iterator[str]:
    """The lines of a table of hits, headings first; neighbours stand around them, with their distance."""
    return table((row for hit in hits for row in _around(hit)), COLUMNS)


def _around(hit: Hit) -> Iterator[dict[str, object]]:
    near = [_row(record, record.citation) for record in hit.context]
    before = sum(record.distance < 0 for record in hit.context)
    yield from near[:before]
    yield _row(hit, hit.citation)
    yield from near[before:]


def occurrences_csv(occurrences: Iterable[Occurrence]) -> Iterator[str]:
    """The lines of a table of matches in their surroundings, headings first."""
    rows = ({name: getattr(one, name) for name in PLACE_COLUMNS} for one in occurrences)
    return table(rows, PLACE_COLUMNS)


def records_csv(cited: Iterable[tuple[Record, str, str, str]]) -> Iterator[str]:
    """The lines of a table of records, headings first.

    Args:
        cited: Each record with its citation, the reference that it was asked for by, and the address of the
            sub-paragraph that this means, empty for the whole.
    """
    rows = (_row(record, citation) | _asked(record, asked, part) for record, citation, asked, part in cited)
    return table(rows, COLUMNS)


def _asked(record: Record, asked: str, part: str) -> dict[str, object]:
    text = next((record.text[one.start : one.end] for one in record.parts if one.address == part), "")
    return {"asked": asked, "part": part, "part_text": text}


def facets_csv(facets: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """The lines of a table of counts, headings first."""
    return table(map(asdict, facet_values(facets)), FacetCount.__struct_fields__)


def documents_csv(documents: Iterable[HeldDocument]) -> Iterator[str]:
    """The lines of a table of documents, headings first."""
    return table(map(asdict, documents), HeldDocument.__struct_fields__)


def table(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> Iterator[str]:
    """The lines of a table, without their ends."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=_END)  # a cell is quoted when it holds one of these characters
    for cells in [columns], ([_safe(row.get(name)) for name in columns] for row in rows):
        for line in cells:
            writer.writerow(line)
            yield buffer.getvalue().removesuffix(_END)
            buffer.seek(0)
            buffer.truncate()


def _row(record: Record, citation: str) -> dict[str, object]:
    row: dict[str, object] = {name: getattr(record, name, None) for name in COLUMNS}
    row["citation"] = citation
    row["section"] = " > ".join(record.section)
    row["path"] = record.source.path
    row["notes"] = "\n".join(f"{note.mark} {note.text}".strip() for note in record.footnotes)
    if isinstance(record, Hit):
        row["score"] = round(record.score, 4)
    return row


def _safe(value: object) -> object:
    """A cell: text that would be taken for a formula stands behind an apostrophe."""
    if isinstance(value, str) and value.startswith(_DANGEROUS):
        return "'" + value
    return "" if value is None else value
