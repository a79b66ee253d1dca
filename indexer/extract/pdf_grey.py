"""A PDF page -> a grey picture of it, to be recognised."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

DPI = 300
"""What recognition is trained on."""

MOST_PIXELS = 36_000_000
"""A page of twice the size of A3; larger ones are drawn smaller."""

_WHITE = 0xFFFFFFFF


class Picture(NamedTuple):
    """A page as a picture.

    Attributes:
        content: In the format PGM.
        dpi: Pixels an inch.
        width: Of the page in points, as it stands in the picture.
        height: Likewise.
        turn: Quarter turns clockwise by which the page of the file stands in it.
    """

    content: bytes
    dpi: int
    width: float
    height: float
    turn: int


def draw_grey(raw: Any, page: Any, turn: int = 0, dpi: int = DPI) -> Picture:
    """Draw an open page, turned clockwise by so many quarters against how it is shown."""
    width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    seen = (raw.FPDFPage_GetRotation(page) + turn) % 4
    if turn % 2:
        width, height = height, width
    area = max(1.0, width * height)
    dpi = max(1, min(dpi, int(72 * (MOST_PIXELS / area) ** 0.5)))
    columns, rows = max(1, round(width * dpi / 72)), max(1, round(height * dpi / 72))
    bitmap = raw.FPDFBitmap_CreateEx(columns, rows, raw.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        raise MemoryError
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, _WHITE)
        flags = raw.FPDF_ANNOT | raw.FPDF_GRAYSCALE
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, turn, flags)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * rows)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    if stride != columns:  # rows end with bytes that mean nothing
        pixels = b"".join(pixels[at : at + columns] for at in range(0, stride * rows, stride))
    return Picture(b"P5 %d %d 255\n" % (columns, rows) + pixels, dpi, width, height, seen)
