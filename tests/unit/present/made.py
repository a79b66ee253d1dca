"""Records and answers made for the tests of this room."""

from __future__ import annotations

from typing import Any

from indexer.model import Hit, Neighbour, Occurrence, ParsedDocument, ParseReport, Record, Source
from indexer.query.results import Group
from indexer.query.shown import ShowResult

TEXT = "Each harbour: (a) keeps a light, and (i) trims it; (ii) paints it; (b) rings a bell."


def make_record(**changes: Any) -> Record:
    """A record, with changes."""
    return Record(**{**_facts(), **changes})


def make_hit(**changes: Any) -> Hit:
    """A hit, with changes."""
    facts = {"rank": 1, "score": 2.5, "citation": "A/HRC/901/7, para. 3", "snippet": TEXT, **_facts()}
    return Hit(**{**facts, **changes})


def make_document(*records: Record, **changes: Any) -> ParsedDocument:
    """The document that these records are, with changes."""
    report = ParseReport(path="a.pdf", symbol="A/1/2", language="en")
    return ParsedDocument(
        **{"records": records, "headings": (), "furniture": (), "report": report, **changes}
    )


def make_shown(*records: Record, parts: tuple[str, ...] = (), wanted: tuple[bool, ...] = ()) -> ShowResult:
    """What a look-up gives for these records."""
    return ShowResult(
        reference="as asked",
        records=records,
        citations=tuple(f"{record.symbol}, para. {record.number}" for record in records),
        parts=parts or ("",) * len(records),
        wanted=wanted or (True,) * len(records),
    )


def make_group(*hits: Hit, total: int | None = None) -> Group:
    """The group of one document's hits."""
    return Group(document=hits[0].id.partition("#")[0], total=total, hits=hits)


def make_neighbour(distance: int, **changes: Any) -> Neighbour:
    """A record so far behind the hit."""
    number = 3 + distance
    facts = _facts() | {"id": f"A/HRC/901/7@en#p{number}", "number": str(number), "address": f"p{number}"}
    citation = f"A/HRC/901/7, para. {number}"
    return Neighbour(**{**facts, "citation": citation, "distance": distance, **changes})


def make_occurrence(left: str, match: str, right: str, **changes: Any) -> Occurrence:
    """A line of a concordance."""
    facts = {"citation": "A/HRC/901/7, para. 3", "page": 4, "id": "A/HRC/901/7@en#p3", **changes}
    return Occurrence(left=left, match=match, right=right, **facts)


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
