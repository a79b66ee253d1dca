"""Signs that PDFium takes for letters: those of fonts that have a table for Macintosh only.

Such fonts are cut down to what a document uses, as Windows programs did for years; their bytes mean what they
mean under Windows, and PDFium reads “Niño’s” as ìNiÒoís.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.model import Line, Page

_BYTES = bytes((0x85, *range(0x91, 0x98), *range(0xC0, 0x100)))  # marks, dashes and letters of Western Europe
_MEANT = {
    ord(read): meant
    for read, meant in zip(_BYTES.decode("mac_roman"), _BYTES.decode("cp1252"), strict=True)
    if read.isalpha()  # what is read as a mark may be one, of another font
}
_OPENS = regex.compile(r"(?<!\p{L})ì(?=\p{L})")
_CLOSES = regex.compile(r"(?<=[\p{L}\p{P}])î(?!\p{L})")
_OFTEN = 3  # no language begins words with the one letter and ends them with the other


def with_meant_signs(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages with such letters as what they mean, where words stand between them as in quotes."""
    quotes = "\n".join(line.text for page in pages for line in page.lines if _may_quote(line.text))
    if min(len(_OPENS.findall(quotes)), len(_CLOSES.findall(quotes))) < _OFTEN:
        return tuple(pages)
    return tuple(msgspec.structs.replace(page, lines=tuple(_meant(page.lines))) for page in pages)


def _may_quote(text: str) -> bool:
    return not text.isascii() and ("ì" in text or "î" in text)


def _meant(lines: Iterable[Line]) -> Iterable[Line]:
    for line in lines:
        yield line if line.text.isascii() else msgspec.structs.replace(line, text=line.text.translate(_MEANT))
