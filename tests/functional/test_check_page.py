"""`indexer check FILE --page N`: pictures of pages, where they go, and what is said."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.functional import reports
from tests.functional.running import command, environment, run, run_process

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("PIL", reason="needs Pillow, which the dev group installs")

PNG = b"\x89PNG\r\n\x1a\n"
SUMMARY = "1 document read, 0 to look at; 0 could not be read\n"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A report of two pages, seen from the folder it lies in."""
    monkeypatch.chdir(tmp_path)
    return reports.write_pdf(tmp_path / "harbours.pdf")


def test_pictures_are_named_after_file_and_page(report: Path) -> None:
    outcome = run("check", report, "--page", "2", "--page", "1", "--page", "2")
    assert (outcome.code, outcome.out) == (0, SUMMARY)
    assert outcome.err == "wrote harbours-page-2.png\nwrote harbours-page-1.png\n"
    pictures = [(report.parent / f"harbours-page-{page}.png").read_bytes() for page in (1, 2)]
    assert all(picture.startswith(PNG) for picture in pictures)
    assert pictures[0] != pictures[1]


def test_findings_are_listed_as_without_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    canvas = Canvas(str(tmp_path / "gap.pdf"), invariant=1)
    for at, number in enumerate((1, 2, 3, 5, 6)):
        canvas.drawString(80, 700 - 40 * at, f"{number}.   The keepers counted boat {number} and its crew.")
    canvas.save()
    for form in ("text", "jsonl"):
        plain = run("check", "gap.pdf", "--format", form)
        assert "number 4 is missing" in plain.out
        assert run("check", "gap.pdf", "--page", "1", "-o", f"{form}.png", "--format", form).out == plain.out


def test_no_picture_is_written_over_unasked(report: Path) -> None:
    there = report.parent / "page.png"
    there.write_text("mine")
    outcome = run("check", report, "--page", "1", "-o", "page.png")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "Error: page.png is there already; -f writes over it, -o names another file\n"
    assert there.read_text() == "mine"
    (report.parent / "harbours-page-2.png").write_text("mine")
    assert run("check", report, "--page", "1", "--page", "2").code == 2
    assert not (report.parent / "harbours-page-1.png").exists()
    assert run("check", report, "--page", "1", "-o", "page.png", "-f").code == 0
    assert there.read_bytes().startswith(PNG)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("harbours.pdf", "--page", "3"), "there is no page 3, the file has 2 pages"),
        (("notes.txt", "--page", "1"), "only pages of a PDF can be drawn, and this is text/plain"),
        (("harbours.pdf", "notes.txt", "--page", "1"), "name that file and no other"),
        (("--page", "1"), "name that file and no other"),
        ((".", "--page", "1"), "this is a folder"),
        (("gone.pdf", "--page", "1"), "there is no such file"),
        (("harbours.pdf", "-o", "x.png"), "add --page N"),
        (("harbours.pdf", "-f"), "add --page N"),
        (("harbours.pdf", "--page", "1", "--page", "2", "-o", "x.png"), "takes one page"),
        (("harbours.pdf", "--page", "0"), "0 is not in the range"),
        (
            ("harbours.pdf", "--page", "1", "-o", "no/x.png"),
            "the picture no/x.png cannot be written: No",
        ),
    ],
    ids=str,
)
def test_wrong_usage_is_told(report: Path, arguments: tuple[str, ...], said: str) -> None:
    reports.write_text(report.parent / "notes.txt")
    outcome = run("check", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert not list(report.parent.glob("*.png"))


@pytest.mark.parametrize("name", ["scan.pdf", "cut.pdf", "locked.pdf"])
def test_a_file_that_cannot_be_read(report: Path, name: str) -> None:
    path = report.parent / name
    if name == "scan.pdf":
        reports.write_scan(path)
    elif name == "locked.pdf":
        reports.write_pdf(path, password="x")  # noqa: S106  # a test's
    else:
        path.write_bytes(report.read_bytes()[:400])
    outcome = run("check", path, "--page", "1")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith(f"Error: {name}: ")
    assert not list(report.parent.glob("*.png"))


def test_without_pillow_the_extra_is_named(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    outcome = run("check", report, "--page", "1")
    assert outcome.code == 5
    assert "pip install pillow (the extra “images”" in outcome.err
    assert not list(report.parent.glob("*.png"))


@pytest.mark.parametrize("quiet", [(), ("-q",)])
def test_a_picture_on_standard_output_stands_alone(report: Path, quiet: tuple[str, ...]) -> None:
    done = subprocess.run(
        command(*quiet, "check", report, "--page", "1", "-o", "-", "--format", "jsonl"),
        env=environment(),
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.startswith(PNG)
    assert done.stdout.endswith(b"IEND\xaeB`\x82")
    if quiet:
        assert done.stderr == b""
    else:
        assert json.loads(done.stderr)["path"] == "harbours.pdf"
    assert not list(report.parent.glob("*.png"))


def test_part_of_a_picture_is_not_left(report: Path) -> None:
    page = [*command("check", report, "--page", "1", "-o", "page.png")]
    limited = ["sh", "-c", 'ulimit -f 8; trap "" XFSZ; exec "$@"', "sh", *page]
    done = subprocess.run(limited, env=environment(), capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr == "Error: page.png: File too large\n"
    assert not (report.parent / "page.png").exists()
    assert run("check", report, "--page", "1", "-o", "page.png").code == 0


def test_findings_on_standard_error_have_no_colour(report: Path) -> None:
    outcome = run_process("--color", "always", "check", report, "--page", "1", "-o", "/dev/null", "-f")
    assert outcome.code == 0
    piped = [*command("--color", "always", "check", report, "--page", "1", "-o", "-")]
    done = subprocess.run(piped, env=environment(), capture_output=True, timeout=60, check=False)
    assert done.stdout.startswith(PNG)
    assert done.stderr.decode() == SUMMARY
