from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.discover import source_file
from indexer.errors import DamagedReportError, EncryptedReportError, LimitError, MissingToolError, ReportError
from indexer.extract import extract
from indexer.extract.rtf import RtfExtractor
from indexer.model import SourceFile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SourceFile:
    """An RTF file, and a path with no programs."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    path = tmp_path / "report.doc"
    path.write_bytes(rb"{\rtf1\ansi Through the office}")
    return source_file(path)


def office(report: SourceFile, tmp_path: Path, script: str) -> None:
    program = tmp_path / "bin" / "libreoffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    assert report.media_type == "application/rtf"


def test_libreoffice_converts_it(report: SourceFile, tmp_path: Path) -> None:
    import docx  # noqa: PLC0415 - slow to load, and only here

    converted = docx.Document()
    converted.add_paragraph("Through the office", style="List Number")
    converted.save(str(tmp_path / "made.docx"))
    copy = f'/bin/cp {tmp_path / "made.docx"} "$2/a.docx"'
    office(report, tmp_path, f'while [ "$1" != --outdir ]; do shift; done; {copy}')
    document = extract(report)
    assert [(line.label, line.text) for line in document.pages[0].lines] == [("1.", "Through the office")]
    assert document.source == report


@pytest.mark.parametrize(
    ("script", "error", "words"),
    [
        ("exit 0", DamagedReportError, "could not convert the RTF file"),
        ("echo 'needs a password' >&2; exit 1", EncryptedReportError, "password"),
    ],
)
def test_failures_are_told(
    report: SourceFile, tmp_path: Path, script: str, error: type[ReportError], words: str
) -> None:
    office(report, tmp_path, script)
    with pytest.raises(error, match=words):
        extract(report)


def test_without_libreoffice_the_way_is_named(report: SourceFile) -> None:
    with pytest.raises(MissingToolError, match="needs LibreOffice; without it, save the file as DOCX"):
        extract(report)


def test_a_very_large_file_is_refused() -> None:
    source = SourceFile(path="a", location="/a", sha256="", size=1 << 31, media_type="application/rtf")
    with pytest.raises(LimitError, match="2048 MB"):
        RtfExtractor().extract(source)
