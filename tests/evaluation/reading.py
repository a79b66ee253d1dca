"""One document read: its records, or why there are none."""

from __future__ import annotations

import time
import traceback
from typing import TYPE_CHECKING, Literal

import msgspec

from indexer.errors import ReportError
from indexer.model import ParsedDocument  # noqa: TC001  # msgspec reads the annotations
from tests.evaluation.conservation import Conserved, conserved
from tests.evaluation.naive import naive_chain, printed_pages

if TYPE_CHECKING:
    from pathlib import Path

State = Literal["read", "refused", "crashed", "hung"]
"""Parsed; refused with one of our errors; ended by anything else; stopped after the time limit."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one document.

    Attributes:
        key: "FAMILY/FILE".
        state: How it ended.
        code: The error's stable word, when refused.
        reason: The error's sentence, or the end of the traceback.
        seconds: CPU time of extraction and segmentation.
        pages: Pages extracted.
        parsed: The records and the rest, when read.
        naive: Length of the naive chain of paragraph numbers.
        conserved: Where the characters went, when read.
        printed: The text of each page as poppler sets it: a second reading. Nothing for other formats.
    """

    key: str
    state: State
    code: str = ""
    reason: str = ""
    seconds: float = 0.0
    pages: int = 0
    parsed: ParsedDocument | None = None
    naive: int = 0
    conserved: Conserved | None = None
    printed: tuple[str, ...] = ()


def read(key: str, documents: Path) -> Reading:
    """The reading of one document; nothing raised in the rooms escapes."""
    from indexer import discover, extract, segment  # noqa: PLC0415  # rooms load only in the worker

    path = documents / key
    state: State = "read"
    code = reason = ""
    extracted = parsed = None
    start = time.process_time()
    try:
        extracted = extract.extract(discover.source_file(path, documents))
        parsed = segment.segment(extracted)
    except ReportError as error:
        state, code, reason = "refused", error.code, error.reason
    except Exception:  # noqa: BLE001  # any other exception is a crash, which is what is counted
        state, reason = "crashed", "".join(traceback.format_exc(limit=-3))
    seconds = time.process_time() - start
    pages = extracted.pages if extracted else ()
    lines = [line.text for page in pages for line in page.lines] if parsed else []
    printed = printed_pages(path)
    return Reading(
        key=key,
        state=state,
        code=code,
        reason=reason,
        seconds=seconds,
        pages=len(pages),
        parsed=parsed,
        naive=naive_chain(path, printed, lines),
        conserved=conserved(extracted, parsed) if extracted and parsed else None,
        printed=printed if parsed else (),
    )
