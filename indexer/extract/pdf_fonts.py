"""What a PDF font and a text object look like: size as seen, direction, weight and slope."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, NamedTuple

import regex

if TYPE_CHECKING:
    from types import ModuleType

_BOLD_NAME = regex.compile(r"bold|black|heavy|demi(?!ure)|[-,]bd\b", regex.I)
_ITALIC_NAME = regex.compile(r"ital|obli|slanted|[-,]it\b", regex.I)

_FLAG_ITALIC = 1 << 6  # PDF 32000-1, table 123
_FLAG_FORCE_BOLD = 1 << 18
_STROKED_TEXT = (1, 2, 5, 6)  # render modes that draw outlines: how word processors fake a bold face


class Style(NamedTuple):
    """How a text object is set.

    Size in points as seen, quarter turns against the page, bold, italic, shown at all.
    """

    size: float
    turn: int
    bold: bool
    italic: bool
    visible: bool


def address_of_text_object(raw: ModuleType) -> Any:
    """Return PDFium's FPDFText_GetTextObject as a function that gives a plain address.

    The binding gives a pointer object, and telling whether two of them are the same costs more than the call.
    """
    address = ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value
    prototype = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    return prototype(address) if address else raw.FPDFText_GetTextObject


class StyleReader:
    """Reads and remembers the styles of the text objects of one page."""

    def __init__(self, raw: ModuleType, fonts: dict[int, tuple[bool, bool]]) -> None:
        self._raw = raw
        self._fonts = fonts
        self._styles: dict[int | None, Style] = {}
        self._matrix = raw.FS_MATRIX()
        self._size = ctypes.c_float()

    def style(self, address: int | None) -> Style:
        """Return the style of the text object at an address."""
        found = self._styles.get(address)
        if found is None:
            text_object = ctypes.cast(address, self._raw.FPDF_PAGEOBJECT) if address else None
            found = self._styles[address] = self._read(text_object)
        return found

    def _read(self, text_object: Any) -> Style:
        raw, m = self._raw, self._matrix
        if not text_object or not raw.FPDFPageObj_GetMatrix(text_object, m):
            return Style(0.0, 0, bold=False, italic=False, visible=True)
        raw.FPDFTextObj_GetFontSize(text_object, self._size)
        size = abs(self._size.value) * (m.c * m.c + m.d * m.d) ** 0.5
        across, up = (0 if m.a > 0 else 2), (1 if m.b > 0 else 3)
        turn = across if abs(m.a) >= abs(m.b) else up
        font = raw.FPDFTextObj_GetFont(text_object)
        bold, italic = self._font(font) if font else (False, False)
        mode = raw.FPDFTextObj_GetTextRenderMode(text_object)
        slanted = abs(m.a) >= abs(m.b) and m.d != 0 and 0.15 < m.c / m.d < 0.5  # a sheared upright face
        return Style(
            round(size, 2),
            turn,
            bold=bold or mode in _STROKED_TEXT,
            italic=italic or slanted,
            visible=mode != 3,
        )

    def _font(self, font: Any) -> tuple[bool, bool]:
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        found = self._fonts.get(key)
        if found is None:
            raw = self._raw
            buffer = ctypes.create_string_buffer(256)
            length = raw.FPDFFont_GetBaseFontName(font, buffer, 256)
            name = buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace")
            flags = raw.FPDFFont_GetFlags(font)
            flags = max(flags, 0)
            weight = raw.FPDFFont_GetWeight(font)
            bold = bool(_BOLD_NAME.search(name)) or bool(flags & _FLAG_FORCE_BOLD) or weight >= 700
            italic = bool(_ITALIC_NAME.search(name)) or bool(flags & _FLAG_ITALIC)
            found = self._fonts[key] = (bold, italic)
        return found
