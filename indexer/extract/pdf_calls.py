"""The PDFium functions that are called for each word and each object, as plain functions over addresses."""

from __future__ import annotations

import ctypes
import functools
from typing import Any

_ADDRESS = ctypes.c_void_p
_NUMBER = ctypes.c_int


class Calls:
    """PDFium's functions, named as PDFium names them without its prefix.

    Handles, objects and places for results go in and come out as addresses. The binding makes a pointer
    object for each of them, which costs as much as the call, and its functions let go of the interpreter
    lock, which costs a tenth of it.
    """

    def __init__(self, raw: Any) -> None:
        """Take the raw module of the binding."""

        def plain(name: str, result: Any, *parameters: Any) -> Any:
            address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
            return ctypes.PYFUNCTYPE(result, *parameters)(address or 0)

        self.text_object = plain("FPDFText_GetTextObject", _ADDRESS, _ADDRESS, _NUMBER)
        self.loose_box = plain("FPDFText_GetLooseCharBox", None, _ADDRESS, _NUMBER, _ADDRESS)
        self.origin = plain("FPDFText_GetCharOrigin", None, _ADDRESS, _NUMBER, _ADDRESS, _ADDRESS)
        self.matrix = plain("FPDFPageObj_GetMatrix", _NUMBER, _ADDRESS, _ADDRESS)
        self.font_size = plain("FPDFTextObj_GetFontSize", _NUMBER, _ADDRESS, _ADDRESS)
        self.font = plain("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
        self.render_mode = plain("FPDFTextObj_GetTextRenderMode", _NUMBER, _ADDRESS)
        self.page_object = plain("FPDFPage_GetObject", _ADDRESS, _ADDRESS, _NUMBER)
        self.object_type = plain("FPDFPageObj_GetType", _NUMBER, _ADDRESS)
        self.bounds = plain("FPDFPageObj_GetBounds", _NUMBER, *[_ADDRESS] * 5)


@functools.cache
def plain_calls() -> Calls:
    """Return the functions, made once in a process."""
    import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402 -- heavy; the raw module is used under its own name

    return Calls(raw)


def address_of(handle: Any) -> int:
    """Return the address that a handle of the binding stands for, 0 for none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
