"""Strips beside the columns of a text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from indexer.discover import source_file
from indexer.extract import extract

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.model import Line

PLAIN = "Times-Roman"
TEXT = "the lamps are lit before ships come"
SIDE = "Oil was dear, and all"


def page(path: Path, columns: tuple[float, ...], side: float, *, below: bool = False) -> tuple[Line, ...]:
    """Write columns with a shaded strip that begins at a place, and text below it if wanted."""
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=1)
    canvas.setFillGray(0.85)
    canvas.rect(side - 8, 500, 130, 220, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont(PLAIN, 10)
    for x in columns:
        for y in range(700, 400, -12):
            canvas.drawString(x, y, TEXT)
    if below:
        for y in range(480, 400, -12):
            canvas.drawString(side, y, TEXT[:22])
    canvas.setFont(PLAIN, 9)
    for y in range(700, 520, -14):
        canvas.drawString(side, y, SIDE)
    canvas.save()
    return extract(source_file(path)).pages[0].lines


@pytest.mark.parametrize(
    ("columns", "side", "order"),
    [
        ((50.0, 220.0), 450.0, [1, 2, 3]),
        ((220.0, 400.0), 60.0, [3, 1, 2]),
        ((50.0,), 300.0, [0, 2]),
    ],
    ids=["at the right", "at the left", "beside one column"],
)
def test_a_sidebar_is_read_apart_from_the_columns_beside_it(
    tmp_path: Path, columns: tuple[float, ...], side: float, order: list[int]
) -> None:
    found = page(tmp_path / "page.pdf", columns, side)
    assert [column for column, _ in groupby(line.column for line in found)] == order
    aside = [line for line in found if line.text == SIDE]
    assert {line.column for line in aside} == {max(order)}
    assert aside[0].starts_block
    assert {line.text for line in found} == {TEXT, SIDE}


def test_a_box_with_text_below_it_stands_in_a_column(tmp_path: Path) -> None:
    found = page(tmp_path / "page.pdf", (50.0, 220.0), 450.0, below=True)
    assert not any(line.starts_block for line in found)
