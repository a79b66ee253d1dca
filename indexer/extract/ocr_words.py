"""The table that tesseract writes -> words with places and sizes, line by line."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.extract.characters import printable
from indexer.extract.pdf_layer import meant

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD_LEVEL = "5"
_COLUMNS = 12  # of the table: level, page, block, paragraph, line, word, left, top, width, height, conf, text

# parts of the font size, in the usual faces
_TALL, _LOW, _DEEP = 0.68, 0.46, 0.21
_TALL_LETTERS = regex.compile(r"[\p{Lu}\p{Nd}\p{Lo}\p{Ps}\p{Pe}bdfhklitßйёї/\"'“”’«»%&]")
_DEEP_LETTERS = regex.compile(r"[gjpqyçQруфцщ,;\p{Ps}\p{Pe}]")


class Word(NamedTuple):
    """A word that was recognised: its place in points, and how sure it is, 0 to 1."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float

    def size(self) -> float:
        """The font size that gives letters of this kind this height."""
        high = _TALL if _TALL_LETTERS.search(self.text) else _LOW
        return (self.bottom - self.top) / (high + self._depth())

    def base(self, size: float) -> float:
        """Where the base line runs."""
        return self.bottom - self._depth() * size

    def _depth(self) -> float:
        return _DEEP if _DEEP_LETTERS.search(self.text) else 0.0


def words_of_table(table: str, dpi: int) -> list[list[Word]]:
    """The words that a table of tesseract (TSV) holds, by line; what is no row of it is passed over."""
    found: dict[tuple[str, ...], list[Word]] = defaultdict(list)
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD_LEVEL:
            continue
        word = _word(cells, 72 / dpi)
        if word is not None and word.text:
            found[tuple(cells[1:5])].append(word)
    return list(found.values())


def _word(cells: Sequence[str], scale: float) -> Word | None:
    try:
        left, top, width, height = (float(cell) * scale for cell in cells[6:10])
        confidence = float(cells[10]) / 100
    except ValueError:
        return None
    text = meant("".join(printable(cells[11]).split()))
    return Word(text, left, top, left + width, top + height, min(1.0, max(0.0, confidence)))
