"""The PDFium functions that are called for each word and each object, as plain functions over pointers."""

from __future__ import annotations

import copy
import ctypes
import functools
from array import array
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

_ADDRESS = ctypes.c_void_p
_NUMBER = ctypes.c_int

Pointer = Any
"""What the functions take for an object or a place to write to; the binding's own handles do as well."""

pointer: Callable[[int | None], Pointer] = ctypes.c_void_p.from_param
"""Makes one of an address, in the form in which it is handed over; a `c_void_p` takes longer in each call."""


def pointer_to(handle: Any) -> Pointer:
    """Return what the functions take for a handle of the binding."""
    return pointer(ctypes.cast(handle, ctypes.c_void_p).value)


class Calls:
    """PDFium's functions, named as PDFium names them without its prefix.

    Objects come out as addresses: the binding makes a pointer object for each of them, which costs as much
    as the call, and its functions let go of the interpreter lock, which costs a tenth of it. What goes in
    is not checked, which would cost a third: it must be pointers and whole numbers, in the number and order
    that PDFium's header says.
    """

    def __init__(self, raw: Any) -> None:
        """Take the raw module of the binding."""

        def plain(name: str, result: Any) -> Any:
            address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
            return ctypes.PYFUNCTYPE(result)(address or 0)

        self.text_object = plain("FPDFText_GetTextObject", _ADDRESS)
        self.loose_box = plain("FPDFText_GetLooseCharBox", None)
        self.is_generated = plain("FPDFText_IsGenerated", _NUMBER)
        self.origin = plain("FPDFText_GetCharOrigin", None)
        self.matrix = plain("FPDFPageObj_GetMatrix", None)
        self.font_size = plain("FPDFTextObj_GetFontSize", None)
        self.font = plain("FPDFTextObj_GetFont", _ADDRESS)
        self.render_mode = plain("FPDFTextObj_GetTextRenderMode", _NUMBER)
        self.page_object = plain("FPDFPage_GetObject", _ADDRESS)
        self.object_type = plain("FPDFPageObj_GetType", _NUMBER)
        self.bounds = plain("FPDFPageObj_GetBounds", _NUMBER)
        self.draw_mode = plain("FPDFPath_GetDrawMode", _NUMBER)
        self.fill_color = plain("FPDFPageObj_GetFillColor", _NUMBER)
        self.marked_content = plain("FPDFPageObj_GetMarkedContentID", _NUMBER)
        self.element_type = plain("FPDF_StructElement_GetType", _NUMBER)
        self.count_children = plain("FPDF_StructElement_CountChildren", _NUMBER)
        self.child = plain("FPDF_StructElement_GetChildAtIndex", _ADDRESS)
        self.child_content = plain("FPDF_StructElement_GetChildMarkedContentID", _NUMBER)


@functools.cache
def plain_calls() -> Calls:
    """Return the functions, made once in a process."""
    import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402 -- heavy; the raw module is used under its own name

    return Calls(raw)


def as_seen(calls: Calls, turn: int) -> Calls:
    """Return the functions for a page whose text takes some quarter turns to the right to stand upright.

    They give places as if the page were turned so; nearly all pages need no turn.
    """
    if not turn:
        return calls

    def seen(x: float, y: float) -> tuple[float, float]:
        return ((y, -x), (-x, -y), (-y, x))[turn - 1]

    def origin(text: Any, at: int, x: Pointer, y: Pointer) -> None:
        calls.origin(text, at, x, y)
        across, up = (ctypes.cast(place, ctypes.POINTER(ctypes.c_double)) for place in (x, y))
        across[0], up[0] = seen(across[0], up[0])

    def loose_box(text: Any, at: int, place: Pointer) -> None:
        calls.loose_box(text, at, place)
        box = ctypes.cast(place, ctypes.POINTER(ctypes.c_float))
        corners = seen(box[0], box[1]), seen(box[2], box[3])
        box[0], box[2] = sorted(x for x, _ in corners)
        box[3], box[1] = sorted(y for _, y in corners)

    turned = copy.copy(calls)
    turned.origin, turned.loose_box = origin, loose_box
    return turned


class Room:
    """Numbers that PDFium writes, and a pointer to the place of each value or group of values.

    It is kept from page to page: to make the pointers takes longer than the calls that write.

    Attributes:
        values: The numbers.
        places: Where each group of them begins.
    """

    def __init__(self, kind: Literal["f", "d", "i", "I"], group: int) -> None:
        """Take the type of the numbers, as in `array`, and how many of them make a group."""
        self.values: array[float] = array(kind)
        self._step = group * self.values.itemsize
        self.places: list[Pointer] = []

    def clear(self, groups: int) -> None:
        """Make room for so many groups, and set them to 0."""
        if groups > len(self.places):
            self._grow(max(groups, 2 * len(self.places)))
        else:
            ctypes.memset(self.values.buffer_info()[0], 0, groups * self._step)

    def _grow(self, groups: int) -> None:
        self.values = array(self.values.typecode, bytes(groups * self._step))
        begin, _ = self.values.buffer_info()
        self.places = list(map(pointer, range(begin, begin + groups * self._step, self._step)))
