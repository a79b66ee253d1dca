"""PDF files that are pictures, and a program named tesseract that reads in them what it is told to."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from indexer.discover import source_file
from indexer.extract.pdf import open_pdf
from indexer.extract.pdf_grey import draw_grey

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Draw = Callable[[Canvas], None]

WIDTH, HEIGHT = A4
HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
Row = tuple[int, int, int, int, int, int, float, str]


def table(*rows: Row) -> str:
    """TSV as tesseract prints it, from block, line, left, top, width, height, confidence and text."""
    lines = [HEAD, "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t"]
    for number, (block, line, left, top, width, height, confidence, text) in enumerate(rows, 1):
        lines.append(f"4\t1\t{block}\t1\t{line}\t0\t{left}\t{top}\t{width}\t{height}\t-1\t")
        lines.append(
            f"5\t1\t{block}\t1\t{line}\t{number}\t{left}\t{top}\t{width}\t{height}\t{confidence}\t{text}"
        )
    return "\n".join(lines) + "\n"


def write(path: Path, *pages: Draw, size: tuple[float, float] = A4) -> Path:
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def picture(canvas: Canvas) -> None:
    canvas.drawInlineImage(Image.new("RGB", (20, 20), "grey"), 0, 0, WIDTH, HEIGHT)


def scanned(path: Path, *pages: Draw, turn: int = 0) -> Draw:
    """What draws the pictures of pages that were printed, one for each canvas page."""
    made = source_file(write(path.with_name("printed.pdf"), *pages))
    with open_pdf(made) as (raw, document, _):
        page = raw.FPDF_LoadPage(document, 0)
        content = draw_grey(raw, page, turn).content
        raw.FPDF_ClosePage(page)
    image = Image.open(io.BytesIO(content))

    def draw(canvas: Canvas) -> None:
        width, height = (HEIGHT, WIDTH) if turn % 2 else (WIDTH, HEIGHT)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(image), 0, 0, width, height)

    return draw


def prints(text: str) -> str:
    return f"/bin/cat > /dev/null\n/bin/cat <<'END'\n{text}END"


def put_tesseract(folder: Path, script: str, *, listed: str = "eng") -> None:
    """Put a program of that name into a folder, which lists a language and then does what is said."""
    folder.mkdir(exist_ok=True)
    program = folder / "tesseract"
    program.write_text(f'#!/bin/sh\n[ "$1" = --list-langs ] && echo {listed} && exit\n{script}\n')
    program.chmod(0o755)
