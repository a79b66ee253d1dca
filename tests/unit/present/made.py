"""Records and answers made for the tests of this room."""

from __future__ import annotations

from typing import Any

from indexer.model import Hit, Record, Source
from indexer.query.shown import ShowResult

TEXT = "Each harbour: (a) keeps a light, and (i) trims it; (ii) paints it; (b) rings a bell."


def make_record(**changes: Any) -> Record:
    """A record, with changes."""
    return Record(**{**_facts(), **changes})


def make_hit(**changes: Any) -> Hit:
    """A hit, with changes."""
    facts = {"rank": 1, "score": 2.5, "citation": "A/HRC/901/7, para. 3", "snippet": TEXT, **_facts()}
    return Hit(**{**facts, **changes})


def make_shown(*records: Record, parts: tuple[str, ...] = (), wanted: tuple[bool, ...] = ()) -> ShowResult:
    """What a look-up gives for these records."""
    return ShowResult(
        reference="as asked",
        records=records,
        citations=tuple(f"{record.symbol}, para. {record.number}" for record in records),
        parts=parts or ("",) * len(records),
        wanted=wanted or (True,) * len(records),
    )


def _facts() -> dict[str, Any]:
    return {
        "id": "A/HRC/901/7@en#p3",
        "symbol": "A/HRC/901/7",
        "language": "en",
        "kind": "paragraph",
        "number": "3",
        "address": "p3",
        "section": ("II. Ports", "A. Lights"),
        "page": 4,
        "page_end": 4,
        "order": 3,
        "text": TEXT,
        "title": "Report on small harbours",
        "year": 2024,
        "source": Source(path="a/harbours.pdf", sha256="0" * 64, media_type="application/pdf"),
    }
