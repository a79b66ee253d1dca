from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.errors import (
    DamagedReportError,
    EmptyReportError,
    LimitError,
    NoTextError,
    ReportError,
    UnsupportedFormatError,
)
from indexer.extract import EXTRACTORS, Extractor, extract
from indexer.extract.base import _load
from indexer.model import ExtractedDocument, Page, SourceFile

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = SourceFile(path="a.txt", location="/nowhere/a.txt", sha256="", size=1, media_type="text/x-test")


@pytest.mark.parametrize("name", EXTRACTORS.values())
def test_every_reader_follows_the_protocol(name: str) -> None:
    assert isinstance(_load(name), Extractor)


def test_unknown_media_types_are_unsupported() -> None:
    with pytest.raises(UnsupportedFormatError, match="text/x-test"):
        extract(SOURCE)


@pytest.mark.parametrize(
    ("raised", "expected", "reason"),
    [
        (NoTextError("a.txt", "a scan"), NoTextError, "a scan"),
        (FileNotFoundError(2, "No such file"), DamagedReportError, "the file is gone since it was found"),
        (
            PermissionError(13, "Permission denied"),
            DamagedReportError,
            "the file cannot be read: permission denied",
        ),
        (MemoryError(), LimitError, "reading the file takes more memory than there is"),
        (RecursionError(), LimitError, "the content is nested deeper than can be followed"),
        (KeyError("w:p"), DamagedReportError, "its content makes no sense to the reader (KeyError: 'w:p')"),
        (
            ZeroDivisionError(),
            DamagedReportError,
            "its content makes no sense to the reader (ZeroDivisionError)",
        ),
    ],
)
def test_every_failure_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, raised: Exception, expected: type[ReportError], reason: str
) -> None:
    class Failing:
        def extract(self, _: SourceFile) -> ExtractedDocument:
            raise raised

    monkeypatch.setitem(EXTRACTORS, "text/x-test", "somewhere:Failing")
    monkeypatch.setattr("indexer.extract.base._load", lambda _: Failing())
    with pytest.raises(expected) as caught:
        extract(SOURCE)
    assert (caught.value.path, caught.value.reason) == ("a.txt", reason)


def test_a_document_without_a_visible_character_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    class Blank:
        def extract(self, source: SourceFile) -> ExtractedDocument:
            return ExtractedDocument(source=source, pages=(Page(number=1, width=1, height=1, lines=()),))

    monkeypatch.setitem(EXTRACTORS, "text/x-test", "somewhere:Blank")
    monkeypatch.setattr("indexer.extract.base._load", lambda _: Blank())
    with pytest.raises(EmptyReportError):
        extract(SOURCE)


def test_a_file_that_went_away_is_reported(tmp_path: Path) -> None:
    gone = SourceFile(path="g", location=str(tmp_path / "g"), sha256="", size=3, media_type="text/plain")
    with pytest.raises(DamagedReportError, match="gone"):
        extract(gone)
