"""A file -> its records, with everything the rooms know about them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from indexer.annotate import annotate, learn_acronyms
from indexer.discover import source_file
from indexer.extract import Recognition, extract
from indexer.segment import segment

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.ingest.messages import Ocr
    from indexer.model import LearntAcronym, ParsedDocument, Record, SourceFile


def read_source(
    source: SourceFile, recognition: Recognition | None = None
) -> tuple[ParsedDocument, tuple[LearntAcronym, ...]]:
    """The document as annotated records, and the acronyms it defines.

    Args:
        source: The file.
        recognition: How pages without usable text are recognised; None leaves them as they are.

    Raises:
        ReportError: The file cannot be read.
    """
    parsed = segment(extract(source, recognition))
    records: list[Record] = []
    learnt: list[LearntAcronym] = []
    for _, held in groupby(parsed.records, key=lambda record: record.id.partition("#")[0]):
        document = list(held)  # one of several, in a file that holds more: its acronyms are its own
        learnt += (found := learn_acronyms(document))
        records += annotate(document, learnt=found)
    return msgspec.structs.replace(parsed, records=tuple(records)), tuple(learnt)


def parse_file(path: str | Path, *, ocr: Ocr = "off") -> ParsedDocument:
    """The document as annotated records, read in this process and without any limit.

    Args:
        path: The file.
        ocr: "auto" recognises the pages of a PDF without usable text.

    Raises:
        ReportError: The file cannot be read.
        UsageError: There is no such file, or it is a folder.
    """
    return read_source(source_file(path), Recognition() if ocr == "auto" else None)[0]
