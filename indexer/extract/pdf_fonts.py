"""What a PDF font and a text object look like: size as seen, direction, weight and slope."""

from __future__ import annotations

import ctypes
from collections import deque
from typing import TYPE_CHECKING, Any, NamedTuple

import regex

from indexer.extract.pdf_calls import Room, pointer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.extract.pdf_calls import Calls

# "-Medi" of URW, "CMBX10" and "CSB10" of TeX
_BOLD_NAME = regex.compile(
    r"bold|black|heavy|demi(?!ure)|[-,]bd\b|-medi(?!um)|bx(?:ti|sl)?\d|\bc[ms]b\d", regex.I
)
_ITALIC_NAME = regex.compile(r"ital|obli|slanted|[-,]it\b", regex.I)

_FLAG_ITALIC = 1 << 6  # PDF 32000-1, table 123
_FLAG_FORCE_BOLD = 1 << 18
_NO_NAME = regex.compile(r"(?:[A-Z]{6}\+)?(?:CIDFont\+)?(?:[A-Z]{1,2}\d{0,3}(?:_\d{1,3})?)?")  # "F1", "TT0"
_BOLD_WEIGHTS = range(700, 901)
_STROKED_TEXT = (1, 2, 5, 6)  # render modes that draw outlines: how word processors fake a bold face

_Look = tuple[float, float, float, float, float, int | None, int]
"""What decides on a style: the matrix, the size before it, the address of the font, the render mode."""

_NOT_DRAWN = 3  # likewise: the layer of a scan

BOLD, ITALIC, COLOURED, UNSEEN, RAISED = 1, 2, 4, 8, 16
"""Bits of a face; the last two are those of text which is not drawn, and of what a picture shows raised."""

_HUE = 48  # of 255: shades of grey, and inks that are nearly black, differ less in red, green and blue
_LIGHT = 160  # of 255: what is lighter stands on a dark ground


class Style(NamedTuple):
    """How a text object is set: size in points as seen, quarter turns against the page, bits of its face."""

    size: float
    turn: int
    face: int


_UNKNOWN = Style(0.0, 0, 0)


class StyleReader:
    """Reads and remembers the styles of the text objects of one document."""

    def __init__(self, raw: Any, calls: Calls) -> None:
        self._raw = raw
        self._calls = calls
        self._fonts: dict[int, int] = {}
        self._styles: dict[_Look, Style] = {}
        self._matrices, self._sizes = Room("f", 6), Room("f", 1)
        self._colours = Room("I", 1)

    def styles(self, addresses: Iterable[int | None]) -> dict[int | None, Style]:
        """Return the styles of text objects by their addresses; objects set alike have the same one."""
        calls, found = self._calls, dict.fromkeys(addresses, _UNKNOWN)
        objects = [address for address in found if address]
        items, count = list(map(pointer, objects)), len(objects)
        self._matrices.clear(count)
        self._sizes.clear(count)
        deque(map(calls.matrix, items, self._matrices.places), maxlen=0)
        deque(map(calls.font_size, items, self._sizes.places), maxlen=0)
        numbers = self._matrices.values[: 6 * count].tolist()
        looks = zip(
            *(numbers[at::6] for at in range(4)),
            self._sizes.values[:count].tolist(),
            map(calls.font, items),
            map(calls.render_mode, items),
            strict=True,
        )
        for address, look in zip(objects, looks, strict=True):
            found[address] = self._styles.get(look) or self._new_style(look)
        return found

    def coloured(self, addresses: Iterable[int | None]) -> set[int | None]:
        """Return which text objects are set in a colour, or in white: not in black or grey as most are."""
        objects = [address for address in dict.fromkeys(addresses) if address]
        room = self._colours
        room.clear(4 * len(objects))
        places = (room.places[at : 4 * len(objects) : 4] for at in range(4))
        deque(map(self._calls.fill_color, map(pointer, objects), *places), maxlen=0)
        inks = (room.values[4 * at : 4 * at + 3] for at in range(len(objects)))
        return {
            address
            for address, ink in zip(objects, inks, strict=True)
            if max(ink) - min(ink) >= _HUE or min(ink) >= _LIGHT
        }

    def _new_style(self, look: _Look) -> Style:
        found = self._styles[look] = self._style(look)
        return found

    def _style(self, look: _Look) -> Style:
        a, b, c, d, size, font, mode = look
        across, up = (0 if a > 0 else 2), (1 if b > 0 else 3)
        face = self._face(font)
        if mode in _STROKED_TEXT:
            face |= BOLD
        if mode == _NOT_DRAWN:
            face |= UNSEEN
        area = a * d - b * c
        if area and 0.15 < (a * c + b * d) / area < 0.5:  # an upright face that leans, whichever way it runs
            face |= ITALIC
        height = abs(size) * (c * c + d * d) ** 0.5
        return Style(round(height, 2), across if abs(a) >= abs(b) else up, face)

    def _face(self, address: int | None) -> int:
        if not address:
            return 0
        found = self._fonts.get(address)
        if found is None:
            raw = self._raw
            font = ctypes.cast(address, raw.FPDF_FONT)
            buffer = ctypes.create_string_buffer(256)
            length = raw.FPDFFont_GetBaseFontName(font, buffer, 256)
            name = buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace")
            flags = max(raw.FPDFFont_GetFlags(font), 0)
            found = self._fonts[address] = face_of(name, raw.FPDFFont_GetWeight(font), flags)
        return found


def face_of(name: str, weight: int, flags: int) -> int:
    """Return the bits of a face from the name of a font, and the weight and the flags that PDFium tells.

    PDFium makes weights of the width of stems, which are 700 and more of plain fonts too ("CMR10", typewriter
    faces, what Ghostscript puts in for Times): they count only where a name tells nothing.
    """
    bold = bool(_BOLD_NAME.search(name)) or bool(flags & _FLAG_FORCE_BOLD)
    bold = bold or (weight in _BOLD_WEIGHTS and bool(_NO_NAME.fullmatch(name)))
    italic = bool(_ITALIC_NAME.search(name)) or bool(flags & _FLAG_ITALIC)
    return (BOLD if bold else 0) | (ITALIC if italic else 0)
