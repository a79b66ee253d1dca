"""Note marks of scans: raised in the picture of the page, and misread in the text below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.discover import source_file
from indexer.extract import extract
from indexer.extract.pdf_inked_marks import _MARKED
from tests.unit.extract.scanned import HEIGHT, scanned, write

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

FONT, SIZE, SMALL = "Times-Roman", 12, 10
Piece = tuple[str, str, bool]
"""What is printed, what is read for it, and whether it is raised."""

TEXT = "The keepers of the lights asked for better boats and for longer nights."


def marked(text: str, mark: str, read: str) -> list[Piece]:
    return [(text, text, False), (mark, read, True)]


def drawn(canvas: Canvas, rows: list[tuple[float, int, list[Piece]]], *, seen: bool) -> None:
    for y, size, pieces in rows:
        left = 72.0
        for printed, read, raised in pieces:
            small = round(size * 0.62) if raised else size
            breadth = canvas.stringWidth(printed, FONT, small)
            text = canvas.beginText(left, HEIGHT - y)
            text.setTextRenderMode(0 if seen else 3)
            text.setFont(FONT, small if seen else size)
            if seen:
                text.setRise(0.38 * size if raised else 0)
            else:
                text.setHorizScale(100 * breadth / canvas.stringWidth(read, FONT, size))
            text.textOut(printed if seen else read)
            canvas.drawText(text)
            left += breadth


def read(path: Path, body: list[list[Piece]], notes: list[list[Piece]]) -> list[tuple[str, list[str]]]:
    """The lines of a scan that has a text layer, with what is raised in them."""
    rows = [(90.0 + 16 * at, SIZE, pieces) for at, pieces in enumerate(body)]
    rows += [(700.0 + 13 * at, SMALL, pieces) for at, pieces in enumerate(notes)]
    picture = scanned(path, lambda canvas: drawn(canvas, rows, seen=True))

    def layered(canvas: Canvas) -> None:
        picture(canvas)
        drawn(canvas, rows, seen=False)

    (page,) = extract(source_file(write(path, layered))).pages
    return [
        (line.text.replace("\u2009", " "), [line.text[start:end] for start, end in line.raised])
        for line in page.lines
    ]


PLAIN: list[list[Piece]] = [[(TEXT, TEXT, False)]] * 6


@pytest.mark.parametrize(
    ("marks", "notes", "found"),
    [
        pytest.param(
            [("8", "*"), ("9", "°")], [("8", "8"), ("9", "9")], ["8", "9"], id="digits in the notes"
        ),
        pytest.param([("9", "?"), ("10", "'°")], [("9", "9"), ("10", "'©")], ["9", "10"], id="two digits"),
        pytest.param(
            [("8", "*"), ("9", "°")], [("8", "Fi"), ("9", "9")], ["8", "9"], id="letters for a note"
        ),
        pytest.param(
            [("3", "3"), ("4", "*")], [("3", "3"), ("4", "4"), ("5", "5")], ["3"], id="one is missing"
        ),
    ],
)
def test_marks_are_those_of_the_notes_of_the_page(
    tmp_path: Path, marks: list[tuple[str, str]], notes: list[tuple[str, str]], found: list[str]
) -> None:
    body = [marked("The lamps were lit on each night of the year,", *mark) for mark in marks]
    foot = [
        [
            (printed, said, True),
            (" Report of the keepers, chap. I.", " Report of the keepers, chap. I.", False),
        ]
        for printed, said in notes
    ]
    lines = read(tmp_path / "made.pdf", [*PLAIN, *body], foot)
    raised = [mark for text, above in lines if text.startswith("The lamps") for mark in above]
    assert raised == found
    assert [above for text, above in lines if "Report" in text] == [[printed] for printed, _ in notes]


def test_signs_that_are_not_raised_stay(tmp_path: Path) -> None:
    body = [[(text, text, False)] for text in ("Were the lamps lit? They were!", "The “keepers” of “lights”")]
    lines = read(tmp_path / "made.pdf", [*PLAIN, *body], [])
    assert [line for line in lines if "eepers”" in line[0] or "?" in line[0]] == [
        ("Were the lamps lit? They were!", []),
        ("The “keepers” of “lights”", []),
    ]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Court,7", "7"),
        ("2013.7", "7"),
        (",*", "*"),
        ("year?", "?"),
        ("1.7", None),
        ("12,5", None),
        ("*", None),
    ],
)
def test_what_may_be_read_for_a_mark_behind_a_word(text: str, mark: str | None) -> None:
    found = _MARKED.fullmatch(text)
    assert (found["mark"] if found else None) == mark
