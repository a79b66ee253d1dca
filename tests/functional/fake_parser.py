"""A stand-in for the parser that does what the text of a file says, to be named in INDEXER_PARSER."""

from __future__ import annotations

import os
import signal
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.errors import MissingToolError, NoTextError
from indexer.model import LearntAcronym, ParsedDocument, ParseReport, Record, Source, SourceFile

if TYPE_CHECKING:
    from indexer.extract import Recognition

PARSER = "tests.functional.fake_parser:read"
WITHOUT_PROGRAM = "tests.functional.fake_parser:refuse"


def read(
    source: SourceFile, recognition: Recognition | None = None
) -> tuple[ParsedDocument, tuple[LearntAcronym, ...]]:
    """One record for each line, unless the first line is an order to misbehave."""
    lines = Path(source.location).read_text().splitlines()
    order = lines[0] if lines else ""
    if order == "hang":
        tempfile.mkdtemp()
        time.sleep(600)
    elif order == "litter":
        tempfile.mkdtemp()
        os.kill(os.getpid(), signal.SIGKILL)
    elif order == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif order == "leave":
        os._exit(7)
    elif order == "hog":
        bytearray(8 << 30)
    elif order == "boom":
        raise ValueError("the fake parser was told to")
    elif order == "refuse":
        raise NoTextError(source.path, "the pages are pictures")
    elif order.startswith("pages ") and recognition is not None:
        for _ in range(int(order.removeprefix("pages "))):
            time.sleep(0.5)
            recognition.on_page()
    elif order.startswith("wait "):
        time.sleep(float(order.removeprefix("wait ")))
    return _document(source, lines), ()


def refuse(source: SourceFile) -> tuple[ParsedDocument, tuple[LearntAcronym, ...]]:
    """No record, whatever the file says: a program is missing."""
    raise MissingToolError(source.path, "the fake program is needed")


def _document(source: SourceFile, lines: list[str]) -> ParsedDocument:
    records = tuple(
        Record(
            id=f"file:{source.path}@en#p{number}",
            symbol=None,
            language="en",
            kind="paragraph",
            number=str(number),
            address=f"p{number}",
            page=1,
            page_end=1,
            order=number,
            text=line,
            source=Source(path=source.path, sha256=source.sha256, media_type=source.media_type),
        )
        for number, line in enumerate(lines, 1)
    )
    report = ParseReport(path=source.path, symbol=None, language="en", pages=1, records=len(records))
    return ParsedDocument(records=records, headings=(), furniture=(), report=report)
