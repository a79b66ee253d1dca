"""A page as it looks: its words stand where the lines of the same page say, however the file turns it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from indexer.errors import DamagedReportError, UsageError
from indexer.extract.pdf_picture import picture_page
from indexer.model import SourceFile

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.model import PagePicture

WIDTH, HEIGHT = 400, 600
TEXT = ("The keepers of the lights", "count the boats in the harbour", "when the tide is high")


def write(path: Path, *, turn: int = 0, rotate: int = 0, crop: Any = None, size: float = 1.0) -> SourceFile:
    """A page with words turned that many degrees to the left, and a rotation that the file asks for."""
    canvas = Canvas(str(path), pagesize=(WIDTH * size, HEIGHT * size), invariant=1)
    canvas.setPageRotation(rotate)
    if crop:
        canvas.setCropBox(crop)
    canvas.setFont("Times-Roman", 12 * size)
    canvas.translate(WIDTH * size / 2, HEIGHT * size / 2)
    canvas.rotate(turn)
    for number, text in enumerate(TEXT):
        canvas.drawString(-70 * size, (90 - 16 * number) * size, text)
    canvas.showPage()
    canvas.save()
    return SourceFile(
        path=path.name, location=str(path), sha256="", size=path.stat().st_size, media_type="application/pdf"
    )


def inked(picture: PagePicture) -> tuple[int, int, int, int]:
    """The outermost dark pixels."""
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.pixels).convert("L")
    left, top, right, bottom = image.point([255] * 128 + [0] * 128).getbbox() or (0, 0, 0, 0)
    return left, top, right, bottom


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (30, 60, 390, 520)], ids=["whole", "cropped"])
def test_words_stand_where_the_lines_say(tmp_path: Path, turn: int, rotate: int, crop: Any) -> None:
    picture = picture_page(write(tmp_path / "page.pdf", turn=turn, rotate=rotate, crop=crop), 1)
    page = picture.page
    assert [line.text for line in page.lines] == list(TEXT)
    assert len(picture.pixels) == 3 * picture.width * picture.height
    assert (picture.width, picture.height) == (
        round(page.width * picture.scale),
        round(page.height * picture.scale),
    )
    said = (
        min(line.left for line in page.lines),
        page.lines[0].top,
        max(line.right for line in page.lines),
        page.lines[-1].bottom,
    )
    for ink, place in zip(inked(picture), said, strict=True):
        assert ink == pytest.approx(place * picture.scale, abs=6)


@pytest.mark.parametrize(("size", "longest"), [(1.0, 917), (0.01, 9), (20.0, 2000)])
def test_no_page_is_too_large(tmp_path: Path, size: float, longest: int) -> None:
    picture = picture_page(write(tmp_path / "page.pdf", size=size), 1)
    assert picture.height == longest
    assert picture.width == round(picture.page.width * picture.scale)


@pytest.mark.parametrize("number", [0, -1, 2])
def test_a_page_that_is_not_there(tmp_path: Path, number: int) -> None:
    with pytest.raises(UsageError, match=rf"no page {number}, the file has 1 page$"):
        picture_page(write(tmp_path / "page.pdf"), number)


def test_a_file_that_is_cut_short(tmp_path: Path) -> None:
    source = write(tmp_path / "page.pdf")
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    with pytest.raises(DamagedReportError):
        picture_page(source, 1)
