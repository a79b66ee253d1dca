"""Scans are made, and what is not found again is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from indexer.discover import source_file
from indexer.extract import extract
from tests.evaluation import scans
from tests.evaluation.corpus import Corpus
from tests.evaluation.fakes import record
from tests.evaluation.layouts.paper import draw
from tests.evaluation.layouts.writer import make
from tests.evaluation.scans import DPI, main, matched, scan, scanned
from tests.unit.extract.scanned import put_tesseract

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The lighthouses of the northern coast were counted once more, and none of them was missing."


@pytest.mark.parametrize(
    ("read", "is_found"),
    [
        (record("7", TEXT), True),
        (record("7", TEXT.replace("lighthouses", "1ighth0uses").replace("missing", "rnissing")), True),
        (record("7", TEXT.replace("counted once", "cleaned twice")), True),
        (record("8", TEXT), False),
        (record("7", TEXT, kind="item"), False),
        (record("7", TEXT.replace("The lighthouses of the northern", "Of the southern")), False),
        (record("7", f"{TEXT} II. What the next heading says"), False),
    ],
)
def test_a_unit_is_found_by_kind_number_and_ends(read: object, is_found: bool) -> None:  # noqa: FBT001 -- a row
    unit = record("7", TEXT)
    assert matched([unit], [read]) == [(unit, read if is_found else None)]  # type: ignore[list-item]  # a record


def test_a_record_is_one_unit_only() -> None:
    unit = record("7", TEXT)
    assert matched([unit, unit], [unit]) == [(unit, unit), (unit, None)]


def test_a_scan_is_grey_askew_and_noisy_the_same_each_time() -> None:
    from PIL import Image, ImageDraw  # noqa: PLC0415 -- as in what is tested

    sheet = Image.new("RGB", (800, 600), "white")
    ImageDraw.Draw(sheet).line([(0, 300), (800, 300)], fill="black", width=3)
    seen = scanned(sheet, "a")
    assert (seen.mode, seen.size) == ("L", sheet.size)
    grey = np.asarray(seen, dtype=int)
    assert grey[:200].std() > 2, "noise on white paper"
    darkest = [int(grey[:, at].argmin()) for at in (50, 750)]
    assert 2 <= darkest[0] - darkest[1] <= 5, "the line falls or rises by .3 degrees"
    assert np.array_equal(grey, np.asarray(scanned(sheet, "a")))
    assert not np.array_equal(grey, np.asarray(scanned(sheet, "b")))


def test_pages_become_pictures_with_a_layer_and_without(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    draw(make(1), path)
    program = tmp_path / "tesseract"  # writes the PDF it is given the name of, from a page that lies beside
    draw(make(2), tmp_path / "read.pdf")
    program.write_text(f'#!/bin/sh\ncp "{tmp_path}/read.pdf" "$2.pdf"\n', encoding="utf-8")
    program.chmod(0o755)
    forms = scan(path, [1, 2], tmp_path, language="eng", program=str(program))
    one = len(extract(source_file(tmp_path / "read.pdf")).pages)
    assert len(extract(source_file(forms["layer"])).pages) == 2 * one
    import pypdfium2  # noqa: PLC0415 -- heavy

    pictures = pypdfium2.PdfDocument(forms["picture"])
    before = pypdfium2.PdfDocument(path)
    assert len(pictures) == 2
    assert pictures[0].get_size() == pytest.approx(before[0].get_size(), abs=72 / DPI)
    assert pictures[0].get_textpage().count_chars() == 0
    pictures.close()
    before.close()


def test_what_is_doubtful_or_short_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_tesseract(tmp_path / "bin", "")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 and nothing else")
    (tmp_path / "short.txt").write_text("1. A paragraph.\n\n2. Another.\n", encoding="utf-8")
    assert scans.compared("broken.pdf", tmp_path) == []
    assert scans.compared("short.txt", tmp_path) == []


def test_without_a_corpus_or_tesseract_the_command_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(scans, "find_corpus", lambda: None)
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("skipped: the real documents are not here")
    monkeypatch.setattr(scans, "find_corpus", lambda: Corpus(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("skipped: recognising pictures needs the program tesseract")
