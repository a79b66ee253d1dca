from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from indexer.errors import DamagedReportError, EncryptedReportError, LimitError, ReportError
from indexer.ingest.messages import Failure, Reading, failed, receive_bytes, send, task_of
from indexer.ingest.worker import answer, load
from indexer.model import LearntAcronym, ParsedDocument, ParseReport, SourceFile

if TYPE_CHECKING:
    from collections.abc import Sequence

SOURCE = SourceFile(path="a.txt", location="/in/a.txt", sha256="0" * 64, size=3, media_type="text/plain")
PARSED = ParsedDocument(
    records=(), headings=(), furniture=(), report=ParseReport(path="a.txt", symbol=None, language="en")
)


def test_answer_holds_the_document() -> None:
    learnt = LearntAcronym(acronym="ABC", name="Alpha", record="x#p1")

    def read(source: SourceFile) -> tuple[ParsedDocument, Sequence[LearntAcronym]]:
        assert source == SOURCE
        return PARSED, [learnt]

    reading = answer(read, task_of(SOURCE))
    assert (reading.parsed, reading.acronyms, reading.failure) == (PARSED, (learnt,), None)


@pytest.mark.parametrize(
    ("raised", "kind", "reason", "spent"),
    [
        (EncryptedReportError("a.txt", "a password"), EncryptedReportError, "a password", False),
        (MemoryError(), LimitError, "reading it needs more memory than is allowed", True),
        (KeyError("x"), ReportError, "the reader failed unexpectedly (KeyError: 'x')", False),
        (RecursionError("deep"), ReportError, "the reader failed unexpectedly (RecursionError: deep)", False),
    ],
    ids=lambda value: type(value).__name__,
)
def test_no_exception_escapes(raised: Exception, kind: type[ReportError], reason: str, spent: bool) -> None:  # noqa: FBT001  # a column of the table
    def read(_source: SourceFile) -> tuple[ParsedDocument, Sequence[LearntAcronym]]:
        raise raised

    reading = answer(read, task_of(SOURCE))
    assert reading.failure is not None
    error = reading.failure.error("b.txt")
    assert type(error) is kind
    assert (error.path, error.reason, reading.spent) == ("b.txt", reason, spent)
    assert bool(reading.trace) == (kind is ReportError)


def test_location_need_not_be_text() -> None:
    odd = SourceFile(path="x", location="/in/\udcff.txt", sha256="", size=0, media_type="")
    stream = io.BytesIO()
    send(stream, task_of(odd))

    def read(source: SourceFile) -> tuple[ParsedDocument, Sequence[LearntAcronym]]:
        assert source.location == "/in/\udcff.txt"
        return PARSED, ()

    assert answer(read, task_of(odd)).parsed == PARSED
    assert task_of(odd).source.location == r"/in/\xff.txt"


def test_messages_come_back_whole_or_not_at_all() -> None:
    stream = io.BytesIO()
    send(stream, Reading(parsed=PARSED))
    send(stream, failed(DamagedReportError("a", "broken")))
    whole = stream.getvalue()
    stream.seek(0)
    assert receive_bytes(stream)
    assert receive_bytes(stream)
    assert receive_bytes(stream) is None
    for cut in (0, 3, 8, 20):
        assert receive_bytes(io.BytesIO(whole[:cut])) is None


def test_failure_of_an_unknown_kind_is_still_a_failure() -> None:
    for kind in ("NoSuchError", "annotations", "UsageError"):
        assert type(Failure(kind=kind, reason="why").error("a")) is ReportError


def test_load() -> None:
    assert load("indexer.ingest.parsing:read_source").__name__ == "read_source"
    with pytest.raises(ModuleNotFoundError):
        load("no.such:thing")
