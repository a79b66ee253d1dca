"""Bold words of scans: the strokes that the picture of the page shows below an unseen text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from indexer.discover import source_file
from indexer.extract import extract, pdf_page
from indexer.extract.pdf_grey import Picture
from indexer.extract.pdf_ink import Ink
from indexer.extract.pdf_inked_rules import find_rules
from indexer.extract.words import Words
from tests.unit.extract.scanned import HEIGHT, scanned, write

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from indexer.model import Line

PLAIN, BOLD, ITALIC, TYPED = "Times-Roman", "Times-Bold", "Times-Italic", "Courier"
TEXT = "The keepers of the lights asked for better boats and for longer nights."
SETTINGS = [
    pytest.param([[(BOLD, 12, "A. Lights of the harbour")]], id="a heading"),
    pytest.param([[(BOLD, 12, "Boats")]], id="a word"),
    pytest.param(
        [[(BOLD, 12, "122.28 "), (PLAIN, 12, "Light the lamps of the harbour (Ruritania);")]], id="a number"
    ),
    pytest.param([[(PLAIN, 12, "The keepers asked "), (BOLD, 12, "for better boats")]], id="an end"),
    pytest.param([[(ITALIC, 12, "Women and children")]], id="italics"),
    pytest.param([[(ITALIC, 12, "Takes note "), (PLAIN, 12, "of the lights of the harbour;")]], id="a verb"),
    pytest.param([[(PLAIN, 12, "A/RES/79/14 and 3/17, 4/17")]], id="strokes of symbols"),
    pytest.param([[("Times-BoldItalic", 12, "Lights of the harbour")]], id="bold italics"),
    pytest.param([[(PLAIN, 18, "Lights of the harbour")]], id="large type"),
    pytest.param(
        [[(PLAIN, 8, "Lights of the harbour")], [(BOLD, 8, "Boats of the harbour")]], id="small type"
    ),
    pytest.param([[(BOLD, 12, TEXT)]] * 12, id="more bold lines than others"),
    pytest.param(
        [[(TYPED, 12, "The keepers of the lights")], [(TYPED, 12, "1/ Ibid., p. 3.")]], id="a typescript"
    ),
]


def drawn(canvas: Canvas, lines: list[list[tuple[str, int, str]]], *, seen: bool) -> None:
    for at, line in enumerate(lines):
        text = canvas.beginText(72, HEIGHT - 90 - 20 * at)
        text.setTextRenderMode(0 if seen else 3)
        for font, size, words in line:
            text.setFont(font if seen else "Helvetica", size)
            if not seen:  # as broad as the words of the picture
                breadth = canvas.stringWidth(words, "Helvetica", size)
                text.setHorizScale(100 * canvas.stringWidth(words, font, size) / breadth)
            text.textOut(words)
        canvas.drawText(text)


def read(path: Path, lines: list[list[tuple[str, int, str]]]) -> list[Line]:
    """The lines of a scan of them that has a text layer."""
    picture = scanned(path, lambda canvas: drawn(canvas, lines, seen=True))

    def layered(canvas: Canvas) -> None:
        picture(canvas)
        drawn(canvas, lines, seen=False)

    (page,) = extract(source_file(write(path, layered))).pages
    return list(page.lines)


@pytest.mark.parametrize("lines", SETTINGS)
def test_words_are_set_as_they_are_printed(tmp_path: Path, lines: list[list[tuple[str, int, str]]]) -> None:
    around = [[(lines[0][0][0] if lines[0][0][0] == TYPED else PLAIN, 12, TEXT)]] * 6
    found = read(tmp_path / "made.pdf", [*around, *lines])[len(around) :]
    for line, pieces in zip(found, lines, strict=True):
        letters = [font for font, _, words in pieces for _ in words.replace(" ", "")]
        bold, italic = (sum(face in font for font in letters) / len(letters) for face in ("Bold", "Italic"))
        assert line.bold == pytest.approx(bold, abs=0.01)
        assert line.italic == pytest.approx(italic, abs=0.01)


def test_it_is_said_from_where_on_no_picture_was_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_page, "_DRAWING", 0.0)
    lines = [[(BOLD, 12, TEXT)], [(PLAIN, 12, TEXT)]]
    assert not any(line.bold for line in read(tmp_path / "made.pdf", lines))
    document = extract(source_file(tmp_path / "made.pdf"))
    assert document.pages[0].scanned
    assert document.warnings == (
        "the pictures of scanned pages from page 1 on took too long: bold type and note marks are not told",
    )


def test_a_shadow_on_the_paper_is_no_ink() -> None:
    dots = np.full((100, 400), 250, dtype=np.uint8)
    dots[:, 200:] = 190
    for left in range(8, 392, 8):
        dots[40:60, left : left + 2] = 0
    picture = Picture(b"P5 400 100 255\n" + dots.tobytes(), 72, 400, 100, 0)
    words = Words(
        ["word"] * 2, [5, 205], [195, 395], [60, 60], [25, 25], [0, 0], [0, 0], [False] * 2, " " * 2
    )
    strokes = Ink(picture).looks(words).strokes
    assert strokes[0] == pytest.approx(strokes[1], rel=0.05)


def test_nothing_is_known_of_words_beyond_the_picture() -> None:
    picture = Picture(b"P5 20 20 255\n" + bytes(400), 72, 20, 20, 0)
    words = Words(
        ["word"] * 3, [-40, 30, 5], [-5, 60, 6], [10, 10, 90], [8] * 3, [0] * 3, [0] * 3, [False] * 3, " " * 3
    )
    ink = Ink(picture)
    looks = ink.looks(words)
    assert looks == ([0.0] * 3, [0.0] * 3)
    assert looks.applied_to(words) is words


WIDE, HIGH = 400, 300
RULES = [
    pytest.param([(40, 100, 300, 102)], [(40, 300, 101)], id="a line"),
    pytest.param([(40, 100, 80, 101), (87, 100, 140, 101)], [(40, 140, 100.5)], id="word by word"),
    pytest.param([(40, 100, 80, 101), (120, 100, 160, 101)], [(40, 80, 100.5), (120, 160, 100.5)], id="two"),
    pytest.param([(40, 100, 55, 101)], [], id="a dash"),
    pytest.param([(40, 100, 300, 140)], [], id="a picture"),
    pytest.param([(40, 100, 42, 250)], [], id="an upright line"),
    pytest.param(
        [(40, 100 + 3 * at, 110, 101 + 3 * at) for at in range(12)],
        [(40, 110, 100.5), (40, 110, 133.5)],
        id="hatching, but for its edges",
    ),
    pytest.param(
        [(40, 100 + 14 * at, 300, 101 + 14 * at) for at in range(3)],
        [(40, 300, 100.5 + 14 * at) for at in range(3)],
        id="rows of a table",
    ),
]


@pytest.mark.parametrize(("drawn_areas", "expected"), RULES)
@pytest.mark.parametrize("slope", [0.0, 0.01, -0.02])
def test_ruled_lines_are_found_straight_and_askew(
    drawn_areas: list[tuple[int, int, int, int]], expected: list[tuple[float, float, float]], slope: float
) -> None:
    inked = np.zeros((HIGH, WIDE), dtype=np.bool_)
    for left, top, right, bottom in drawn_areas:
        for x in range(left, right):
            sunk = round(slope * (x - WIDE / 2))
            inked[top + sunk : bottom + sunk, x] = True
    found = find_rules(inked, 1.0, slope)
    assert [pytest.approx(rule, abs=0.6) for rule in expected] == found


@given(arrays(np.bool_, (24, 60)), st.floats(-0.05, 0.05))
def test_any_dots_are_ruled_lines_or_none(inked: Any, slope: float) -> None:
    for left, right, y in find_rules(inked, 1.0, slope):
        assert 0 <= left < right <= 60
        assert 0 <= y <= 24


@pytest.mark.parametrize(
    ("foot", "top", "behind"), [(40, 80, "end"), (26, 70, "end"), (10, 70, ""), (55, 75, "")]
)
def test_a_mark_behind_a_comma_stands_above_the_line(foot: int, top: int, behind: str) -> None:
    dots = np.full((200, 200), 255, dtype=np.uint8)  # a line at 150, in a size of 100
    dots[80:150, 20:60] = 0
    dots[140:165, 64:70] = 0  # the comma
    dots[150 - top : 150 - foot, 74:94] = 0
    ink = Ink(Picture(b"P5 200 200 255\n" + dots.tobytes(), 72, 200, 200, 0))
    assert ink.rise(15.0, 110.0, 150.0, 100.0) == behind
