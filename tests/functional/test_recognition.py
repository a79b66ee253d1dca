"""`--ocr auto` from the command line, with a program named tesseract that always reads the same."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.functional import reports
from tests.functional.running import run, wait_for
from tests.unit.extract.scanned import picture, prints, put_tesseract, table, write

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

SENTENCE = "Lighthouses were counted along the whole of the coast and then once more"
WORDS = table(
    *(
        (1, at, 300 + 120 * n, 600 + 50 * at, 110, 28, 96 - at, word)
        for at in range(1, 5)
        for n, word in enumerate([*(["4."] if at == 1 else []), *SENTENCE.split(" "), "again."[: 2 * at]])
    )
)


def report(canvas: Canvas) -> None:
    """A page with a masthead and three paragraphs."""
    canvas.setFont("Times-Roman", 10)
    for at, line in enumerate(reports.HEAD):
        canvas.drawString(72, 790 - 14 * at, line)
    canvas.setFont("Times-Bold", 14)
    canvas.drawString(110, 690, "Report on small harbours")
    canvas.setFont("Times-Roman", 10)
    for at, text in enumerate(reports.PARAGRAPHS[:3]):
        canvas.drawString(72, 640 - 30 * at, f"{at + 1}.   {text[:80]}")
        canvas.drawString(72, 627 - 30 * at, text[80:])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a scan, a report with one page that is a picture, and a report."""
    made = tmp_path / "in"
    made.mkdir()
    write(made / "mixed.pdf", report, picture)
    write(made / "scan.pdf", picture)
    reports.write_text(made / "text.txt")
    return made


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "x"


def tesseract(folder: Path, script: str) -> dict[str, str]:
    """An environment in which a program of that name is the only one."""
    put_tesseract(folder, script)
    return {"PATH": str(folder)}


def test_what_was_read_without_is_read_again_once(folder: Path, index: Path, tmp_path: Path) -> None:
    arguments = ("--index", index, "index", folder)
    off = run(*arguments)
    assert off.code == 3
    assert "scan.pdf: the PDF has no text layer: 1 of 1 pages are pictures\n" in off.err
    assert off.err.count("`indexer index --ocr auto` recognises pages that are pictures\n") == 1
    checked = run("--index", index, "check")
    assert "1 of 1 pages are pictures\n" in checked.out
    assert checked.err.count("`indexer index --ocr auto`") == 1
    assert "--ocr" not in run("--index", index, "check", "--format", "jsonl").err
    assert run("--index", index, "search", "lighthouses").code == 1

    there = tesseract(tmp_path / "bin", prints(WORDS))
    planned = run(*arguments, "--ocr", "auto", "--dry-run", env=there)
    assert planned.out == "to be read again\tmixed.pdf\nto be read again\tscan.pdf\n"
    auto = run(*arguments, "--ocr", "auto", env=there)
    assert auto.code == 0
    assert ", 2 of them recognised), 1 unchanged" in auto.err
    found = run("--index", index, "search", "lighthouses", "--format", "jsonl")
    hits = [json.loads(line) for line in found.out.splitlines()]
    assert sorted((hit["source"]["path"], hit["page"]) for hit in hits) == [
        ("mixed.pdf", 2),
        ("scan.pdf", 1),
    ]
    assert {hit["extraction"]["method"] for hit in hits} == {"ocr"}
    assert all(0.9 < hit["extraction"]["confidence"] < 1 for hit in hits)
    assert "3 files: 3 unchanged" in run(*arguments, "--ocr", "auto", env=there).err
    assert "3 files: 3 unchanged" in run(*arguments).err
    assert "recognised in pictures" in run("--index", index, "check").out


def test_each_command_names_its_own_option(folder: Path, tmp_path: Path) -> None:
    scans = [folder / "scan.pdf", folder / "text.txt"]
    parsed = run("parse", *scans)
    assert parsed.code == 3
    assert parsed.err.endswith(
        "pages are pictures\n`indexer parse --ocr auto` recognises pages that are pictures\n"
    )
    assert "--ocr" not in run("parse", folder / "text.txt").err
    there = tesseract(tmp_path / "bin", prints(WORDS))
    assert "--ocr" not in run("parse", *scans, "--ocr", "auto", env=there).err


def test_without_the_program_nothing_is_lost(folder: Path, index: Path, tmp_path: Path) -> None:
    nothing = {"PATH": str(tmp_path)}
    arguments = ("--index", index, "index", folder, "--ocr", "auto")
    first = run(*arguments, env=nothing)
    assert first.code == 3
    assert "--ocr auto: recognising pictures needs the program tesseract" in first.err
    assert "scan.pdf: recognising pictures needs the program tesseract" in first.err
    assert "2 indexed" in first.err
    assert "2 unchanged, 1 failed" in run(*arguments, env=nothing).err
    assert run("--index", index, "search", "harbours").code == 0
    there = tesseract(tmp_path / "bin", prints(WORDS))
    again = "to be read again\tmixed.pdf\nto be read again\tscan.pdf\n"
    assert run(*arguments, "--dry-run", env=there).out == again
    auto = run(*arguments, env=there)
    assert auto.code == 0
    assert "2 indexed" in auto.err
    assert "1 unchanged" in auto.err


def test_records_stay_when_reading_again_fails(folder: Path, index: Path, tmp_path: Path) -> None:
    run("--index", index, "index", folder)
    hangs = tesseract(tmp_path / "bin", "kill -9 $PPID")
    auto = run("--index", index, "index", folder, "--ocr", "auto", env=hangs)
    assert auto.code == 3
    assert "mixed.pdf: the reader died on it (SIGKILL); its records are kept" in auto.err
    assert run("--index", index, "search", "harbours").code == 0


def test_parse_recognises(folder: Path, tmp_path: Path) -> None:
    there = tesseract(tmp_path / "bin", prints(WORDS))
    outcome = run("parse", folder / "mixed.pdf", "--ocr", "auto", env=there)
    records = [json.loads(line) for line in outcome.out.splitlines()]
    assert {record["page"]: record["extraction"]["method"] for record in records} == {1: "text", 2: "ocr"}
    assert run("parse", folder / "scan.pdf", env=there).code == 3


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("signal_", [signal.SIGINT, signal.SIGKILL], ids=["ctrl-c", "kill"])
def test_the_program_ends_with_the_run(
    folder: Path, index: Path, tmp_path: Path, signal_: signal.Signals
) -> None:
    told = tmp_path / "told"
    there = tesseract(
        tmp_path / "bin", f"echo $$ > {told}.new; /bin/mv {told}.new {told}; exec /bin/sleep 600"
    )
    command = [sys.executable, "-m", "indexer", "--index", str(index), "index", str(folder), "--ocr", "auto"]
    process = subprocess.Popen([*command, "--jobs", "1"], env={**os.environ, **there}, stderr=subprocess.PIPE)
    try:
        wait_for(told.exists)
        place = Path("/proc", told.read_text().strip())
        assert place.is_dir()
        process.send_signal(signal_)
        process.communicate(timeout=60)
        wait_for(lambda: not place.is_dir() or "\nState:\tZ" in (place / "status").read_text())
    finally:
        process.kill()
        process.communicate()
