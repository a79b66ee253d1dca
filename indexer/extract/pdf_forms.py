"""What was filled into the forms of a PDF, and text that was laid over its pages."""

from __future__ import annotations

from typing import Any


def load_page(raw: Any, document: Any, index: int) -> Any:
    """Return the handle of a page with what was filled into it, None where the page is broken.

    PDFium keeps form fields and annotations apart from a page until it is told to draw them on it, which it
    then reads again. Pages on which there is nothing but links are left as they are.
    """
    handle = raw.FPDF_LoadPage(document, index)
    if not handle or not _is_filled_in(raw, handle):
        return handle
    raw.FPDFPage_Flatten(handle, raw.FLAT_NORMALDISPLAY)
    raw.FPDF_ClosePage(handle)
    return raw.FPDF_LoadPage(document, index)


def _is_filled_in(raw: Any, handle: Any) -> bool:
    drawn = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)
    for index in range(raw.FPDFPage_GetAnnotCount(handle)):
        annotation = raw.FPDFPage_GetAnnot(handle, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind in drawn:
            return True
    return False
