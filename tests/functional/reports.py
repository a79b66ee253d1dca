"""Small reports of our own writing, made when a test needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from pathlib import Path

SYMBOL = "A/HRC/901/7"

HEAD = ("United Nations", SYMBOL, "General Assembly", "Distr.: General", "4 May 2024", "Original: English")

PARAGRAPHS = (
    "This report is about harbours. The International Labour Organization (ILO) counted who works here.",
    "Harbours were visited in three regions, and the visits are described in A/HRC/901/3, para. 12.",
    "The policies of harbours differ: (a) some charge by the length of a boat; (b) others charge by the day.",
    "ILO recommended that every harbour publish its policy once a year.",
)

LIGHTS = (
    "Lights were counted along the whole coast.",
    "The International Labour Organization asked how keepers of lights live.",
    "=cmd is how a formula begins, and WHO is not who.",
)


def write_text(path: Path, paragraphs: tuple[str, ...] = PARAGRAPHS, symbol: str = SYMBOL) -> Path:
    """A plain text report with these paragraphs, in lines of a usual length."""
    head = [symbol if line == SYMBOL else line for line in HEAD]
    body = [f"{number}. {text}" for number, text in enumerate(paragraphs, 1)]
    blocks = ["\n".join(head), "Report on small harbours", "I. Introduction"]
    path.write_text("\n\n".join([*blocks, *("\n".join(_lines(text)) for text in body)]) + "\n")
    return path


def write_html(path: Path, symbol: str = SYMBOL) -> Path:
    """The report as a page of HTML."""
    items = "".join(f"<p>{number}. {text}</p>" for number, text in enumerate(PARAGRAPHS, 1))
    path.write_text(
        "<!DOCTYPE html><html lang='en'><head><title>Harbours</title></head><body>"
        f"<p>United Nations</p><p>{symbol}</p><h1>Report on small harbours</h1>"
        f"<h2>I. Introduction</h2>{items}"
        "</body></html>"
    )
    return path


def write_docx(path: Path, symbol: str = SYMBOL) -> Path:
    """The report as a Word document."""
    document = docx.Document()
    for line in HEAD:
        document.add_paragraph(symbol if line == SYMBOL else line)
    document.add_heading("Report on small harbours", 0)
    document.add_heading("I. Introduction", 1)
    for number, text in enumerate(PARAGRAPHS, 1):
        document.add_paragraph(f"{number}. {text}")
    document.save(str(path))
    return path


def write_pdf(
    path: Path, paragraphs: tuple[str, ...] = PARAGRAPHS, symbol: str = SYMBOL, password: str | None = None
) -> Path:
    """The report as a PDF, two paragraphs on a page below a running head."""
    path.parent.mkdir(exist_ok=True)
    canvas = Canvas(str(path), pagesize=A4, invariant=1, encrypt=password)
    for page, first in enumerate(range(0, len(paragraphs), 2), 1):
        canvas.setFont("Times-Bold", 9)
        canvas.drawString(72, 800, symbol)
        if page == 1:
            canvas.setFont("Times-Roman", 10)
            for number, line in enumerate(HEAD[2:]):
                canvas.drawString(72, 770 - 14 * number, line)
            canvas.setFont("Times-Bold", 14)
            canvas.drawString(110, 690, "Report on small harbours")
            canvas.setFont("Times-Bold", 12)
            canvas.drawString(110, 660, "I. Introduction")
        top = 630
        canvas.setFont("Times-Roman", 10)
        for number, text in enumerate(paragraphs[first : first + 2], first + 1):
            for line in _lines(f"{number}.   {text}"):
                canvas.drawString(110, top, line)
                top -= 13
            top -= 8
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(72, 40, str(page))
        canvas.showPage()
    canvas.save()
    return path


def bind(path: Path, *parts: Path) -> Path:
    """PDFs behind one another in one."""
    bound = pypdfium2.PdfDocument.new()
    for part in parts:
        bound.import_pages(pypdfium2.PdfDocument(part))
    bound.save(path)
    return path


def print_two_up(path: Path, made: Path) -> Path:
    """A PDF with two of its pages side by side on each sheet."""
    document = pypdfium2.PdfDocument(made)
    width, height = document[0].get_size()
    sheets = pypdfium2.raw.FPDF_ImportNPagesToOne(document.raw, 2 * width, height, 2, 1)
    pypdfium2.PdfDocument(sheets).save(path)
    return path


def write_scan(path: Path) -> Path:
    """A PDF whose page is a picture: it has no text."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.rect(50, 50, 480, 720, fill=1)
    canvas.showPage()
    canvas.save()
    return path


def _lines(text: str, width: int = 78) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += f"{word} "
    return [line.rstrip() for line in lines]
