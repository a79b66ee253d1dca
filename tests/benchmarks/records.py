"""Paragraphs -> parsed documents, as the pipeline hands them to the store."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from indexer.annotate import annotate, learn_acronyms
from indexer.grammar.symbols import DocumentSymbol
from indexer.model import LearntAcronym, ParsedDocument, ParseReport, Record, Source, SourceFile

if TYPE_CHECKING:
    from tests.benchmarks.paragraphs import Document

_TYPE = "application/pdf"


class Parsed(msgspec.Struct, frozen=True, array_like=True):
    """What a writer of the store is given for one file."""

    source: SourceFile
    parsed: ParsedDocument
    acronyms: tuple[LearntAcronym, ...]


def parsed_document(document: Document) -> Parsed:
    """The document as if its file had been read: entities and citations found, acronyms learnt."""
    first = document[0]
    symbol = DocumentSymbol.try_parse(first.symbol)
    digest = hashlib.sha256(first.symbol.encode()).hexdigest()
    path = f"{digest[:16]}.pdf"
    source = Source(path=path, sha256=digest, media_type=_TYPE)
    title = next((paragraph.section[0] for paragraph in document if paragraph.section), "")
    records = tuple(
        Record(
            id=one.key,
            symbol=one.symbol,
            symbols=(one.symbol,),
            language="en",
            kind="paragraph" if one.number else "text",
            number=one.number or None,
            address=one.key.rpartition("#")[2],
            section=one.section,
            page=one.page,
            page_end=one.page,
            order=order,
            text=one.text,
            title=title,
            body=symbol.body if symbol else None,
            year=one.year,
            source=source,
        )
        for order, one in enumerate(document, 1)
    )
    records = annotate(records)
    report = ParseReport(
        path=path,
        symbol=first.symbol,
        language="en",
        title=title,
        records=len(records),
        pages=document[-1].page,
    )
    return Parsed(
        source=SourceFile(
            path=path, location=f"/bench/{path}", sha256=digest, size=len(digest), media_type=_TYPE
        ),
        parsed=ParsedDocument(records=records, headings=(), furniture=(), report=report),
        acronyms=learn_acronyms(records),
    )
