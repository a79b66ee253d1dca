"""What stands at the head and foot of pages in each layout. The emblem is left out on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markup import Report
    from reportlab.pdfgen.canvas import Canvas

ROMAN, BOLD, ITALIC, SANS = "Times-Roman", "Times-Bold", "Times-Italic", "Helvetica-Bold"

CONTENTS_LAYOUTS = ("old_geneva", "geneva")

WORDS = {
    "en": ("United Nations", "Distr.: General", "Original: English"),
    "es": ("Naciones Unidas", "Distr. general", "Español\nOriginal: inglés"),
}


def first_page(canvas: Canvas, report: Report, edge: float, page: tuple[float, float]) -> None:
    """Print the masthead."""
    if report.head["layout"] == "old_geneva":
        _old_masthead(canvas, report, edge, *page)
    else:
        _masthead(canvas, report, edge, *page)


def running(
    canvas: Canvas, report: Report, edge: float, page: tuple[float, float], *, number: int, total: int
) -> None:
    """Print the running head and foot of a later page."""
    wide, high = page
    layout = report.head["layout"]
    symbol = report.head["symbol"]
    even = number % 2 == 0
    if layout == "old_geneva":
        x = edge if even else wide - 145
        _text(canvas, (ROMAN, 12), (x, high - 40), symbol)
        _text(canvas, (ROMAN, 12), (x, high - 53), f"{report.head.get('page word', 'Page')} {number}")
        return
    outer, inner = (_text, _right) if even else (_right, _text)
    here, there = (edge, wide - edge) if even else (wide - edge, edge)
    outer(canvas, (BOLD, 9), (here, high - 48), symbol)
    if "running" in report.head:
        inner(canvas, (BOLD, 8.5), (there, high - 48), report.head["running"])
    _rule(canvas, edge, wide, high - 53)
    foot = str(number) if layout == "geneva" else f"{number}/{total}"
    outer(canvas, (BOLD, 9), (here, 40), foot)
    job = report.head["job"]
    inner(canvas, (ROMAN, 8), (there, 40), f"GE.{job}" if layout == "geneva" else job)


def _text(canvas: Canvas, font: tuple[str, float], at: tuple[float, float], text: str) -> None:
    canvas.setFont(*font)
    canvas.drawString(*at, text)


def _right(canvas: Canvas, font: tuple[str, float], at: tuple[float, float], text: str) -> None:
    canvas.setFont(*font)
    canvas.drawRightString(*at, text)


def _rule(canvas: Canvas, edge: float, wide: float, y: float) -> None:
    canvas.setLineWidth(0.7)
    canvas.line(edge, y, wide - edge, y)


def _column(
    canvas: Canvas, x: float, y: float, lines: Sequence[tuple[str, float, str]], step: float
) -> float:
    """Lines one under the other; the height below the last."""
    for font, size, text in lines:
        _text(canvas, (font, size), (x, y), text)
        y -= step
    return y


def _old_masthead(canvas: Canvas, report: Report, edge: float, wide: float, high: float) -> None:
    head = report.head
    _text(canvas, (SANS, 13), (edge, high - 66), "UNITED")
    _text(canvas, (SANS, 13), (edge, high - 80), "NATIONS")
    _right(canvas, (SANS, 30), (wide - edge, high - 82), "A")
    _rule(canvas, edge, wide, high - 92)
    _text(canvas, (SANS, 16), (edge + 78, high - 124), "General Assembly")
    x = wide - 200
    block = ["Distr.", "GENERAL", "", head["symbol"], head["date"], "", "Original: ENGLISH"]
    _column(canvas, x, high - 120, [(ROMAN, 12, text) for text in block], 13)
    _rule(canvas, edge, wide, high - 222)
    lines = [(ROMAN, 12, text) for text in (head["organ"].upper(), *head["session"].split(" / "))]
    _column(canvas, edge, high - 246, lines, 13)
    y = high - 380
    for text in head["cover"].split(" / "):
        canvas.setFont(BOLD, 12)
        canvas.drawCentredString(wide / 2, y, text)
        y -= 26
    _text(canvas, (ROMAN, 12), (edge, 60), f"GE.{head['job']}")


def _masthead(canvas: Canvas, report: Report, edge: float, wide: float, high: float) -> None:
    head = report.head
    nations, distribution, original = WORDS[head.get("language", "en")]
    series, rest = head["symbol"].split("/", 1)
    _text(canvas, (ROMAN, 12), (edge + 50, high - 52), nations)
    _right(canvas, (ROMAN, 10), (wide - edge, high - 52), f"/{rest}")
    tail = canvas.stringWidth(f"/{rest}", ROMAN, 10)
    _right(canvas, (ROMAN, 20), (wide - edge - tail, high - 52), series)
    _rule(canvas, edge, wide, high - 60)
    _text(canvas, (BOLD, 17), (edge + 50, high - 84), head.get("assembly", "General Assembly"))
    block = [distribution, head["date"], "", *original.split("\n")]
    _column(canvas, wide - edge - 130, high - 80, [(ROMAN, 10, text) for text in block], 12)
    _rule(canvas, edge, wide, high - 190)
    lines = [(BOLD, 10, head["organ"])] if head["organ"] else []
    lines += [(BOLD if i == 0 else ROMAN, 10, text) for i, text in enumerate(head["session"].split(" / "))]
    y = _column(canvas, edge, high - 206, lines, 12) - 14
    for number, text in enumerate(head["cover"].split(" / ")):
        y = _column(canvas, edge + 50, y, [(BOLD, 14 if number == 0 else 12, text)], 18)
    job = head["job"]
    foot = f"GE.{job} (E)" if head["layout"] == "geneva" else f"{job} (E)    140325"
    _text(canvas, (ROMAN, 9), (edge, 40), foot)
