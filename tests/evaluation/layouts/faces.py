"""The faces that reports on paper are set in, by language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from indexer.extract.programs import run_program

_PLAIN = {
    "serif": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "sans": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "typewriter": ("Courier", "Courier-Bold", "Courier-Oblique"),
}
"""Plain, bold and italic; every reader of PDF has them, in Latin letters."""
_CYRILLIC = {
    "serif": ("DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic"),
    "sans": ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique"),
    "typewriter": ("DejaVuSansMono", "DejaVuSansMono-Bold", "DejaVuSansMono-Oblique"),
}
_FOLDER = Path("/usr/share/fonts")
_LATIN = ("en", "fr", "es")
_SHAPED = ("ar", "zh")  # joined letters, and lines that break between any two signs: LibreOffice sets them
_SECONDS = 30


@cache
def faces_of(language: str) -> dict[str, tuple[str, str, str]] | None:
    """The faces for a language, None where it cannot be set in any that are installed."""
    if language in _LATIN:
        return _PLAIN
    if language in _SHAPED:
        return None
    for name in (name for names in _CYRILLIC.values() for name in names):
        path = next(_FOLDER.rglob(f"{name}.ttf"), None)
        if path is None:
            return None
        registerFont(TTFont(name, str(path)))
    return _CYRILLIC


@cache
def has_letters(language: str) -> bool:
    """Whether a face is installed that has the letters of a language, as LibreOffice will find it."""
    if language in _LATIN:
        return True
    try:
        found = run_program(["fc-list", f":lang={language}", "family"], seconds=_SECONDS, path="fonts")
    except OSError:
        return False
    return bool(found.output.strip())
