"""Records and readings made up for the tests of the checks."""

from __future__ import annotations

from typing import Any

from indexer.model import Heading, ParsedDocument, ParseReport, Record, Source
from tests.evaluation.conservation import Conserved
from tests.evaluation.reading import Reading

KEY = "b_family/one.pdf"


def record(number: str | None, text: str = "Words.", **more: Any) -> Record:
    """A record of the document A/INV/1; fields may be given."""
    fields: dict[str, Any] = {
        "id": f"A/INV/1@en#p{number}",
        "symbol": "A/INV/1",
        "symbols": ("A/INV/1",),
        "language": "en",
        "kind": "paragraph",
        "number": number,
        "address": f"p{number}",
        "page": 3,
        "page_end": 3,
        "order": 1,
        "text": text,
        "source": Source(path=KEY, sha256="0", media_type="application/pdf"),
    }
    return Record(**fields | more)


def reading(
    *records: Record,
    key: str = KEY,
    naive: int = 0,
    pages: int = 9,
    headings: tuple[str, ...] = (),
    furniture: tuple[str, ...] = (),
    printed: tuple[str, ...] = (),
) -> Reading:
    """A document read as these records."""
    parsed = ParsedDocument(
        records=records,
        headings=tuple(Heading(text=text, page=1, level=0, before=1) for text in headings),
        furniture=furniture,
        report=ParseReport(path=key, symbol="A/INV/1", language="en", characters={"record": 10}),
    )
    kept = Conserved(visible=10, accounted=10, words=5, lost=1, doubled=0, sample=("gone",))
    return Reading(
        key=key,
        state="read",
        pages=pages,
        parsed=parsed,
        naive=naive,
        conserved=kept,
        seconds=0.5,
        printed=printed,
    )
