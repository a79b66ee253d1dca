"""A file -> its records, with everything the rooms know about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from indexer.annotate import annotate, learn_acronyms
from indexer.discover import source_file
from indexer.extract import extract
from indexer.segment import segment

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.model import LearntAcronym, ParsedDocument, SourceFile


def read_source(source: SourceFile) -> tuple[ParsedDocument, tuple[LearntAcronym, ...]]:
    """The document as annotated records, and the acronyms it defines.

    Raises:
        ReportError: The file cannot be read.
    """
    parsed = segment(extract(source))
    learnt = learn_acronyms(parsed.records)
    return msgspec.structs.replace(parsed, records=annotate(parsed.records, learnt=learnt)), learnt


def parse_file(path: str | Path) -> ParsedDocument:
    """The document as annotated records, read in this process and without any limit.

    Raises:
        ReportError: The file cannot be read.
        UsageError: There is no such file, or it is a folder.
    """
    return read_source(source_file(path))[0]
