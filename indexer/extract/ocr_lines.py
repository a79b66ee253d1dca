"""Words that were recognised -> lines, as a text layer would give them."""

from __future__ import annotations

from collections import defaultdict
from math import inf
from statistics import mean, median
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import regex

from indexer.extract.characters import printable
from indexer.extract.pdf_askew import straightened
from indexer.extract.pdf_ink import Ink
from indexer.extract.pdf_inked_marks import lifted, with_marks
from indexer.extract.pdf_layer import meant, with_labels, with_spaces
from indexer.extract.pdf_lines import build_lines
from indexer.extract.words import Words
from indexer.grammar.characters import DOUBTFUL_SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.pdf_frames import Rule
    from indexer.extract.pdf_grey import Picture
    from indexer.model import Line

_WORD_LEVEL = "5"
_COLUMNS = 12  # of the table: level, page, block, paragraph, line, word, left, top, width, height, conf, text
_LEAST = 0.4  # confidence: a line none of whose words reaches it is a stamp, a drawing or handwriting
_SURE = 0.7  # confidence: a line read worse is not believed to be set large; it may be a signature
_SHOWN = regex.compile(r"[\p{L}\p{N}]")

# parts of the font size, in the usual faces
_TALL, _LOW, _DEEP = 0.68, 0.46, 0.21
_TALL_LETTERS = regex.compile(r"[\p{Lu}\p{Nd}\p{Lo}\p{Ps}\p{Pe}bdfhklitßйёї/\"'“”’«»%&]")
_DEEP_LETTERS = regex.compile(r"[gjpqyçQруфцщ,;\p{Ps}\p{Pe}]")

_ALIKE = 0.07  # of the size: lines so near to the usual size are set in it
_ALIKE_SHORT = 0.2  # and this more for a line of one word, half of it for one of two


class FoundLines(NamedTuple):
    """The lines of a page, its horizontal ruled lines, how sure the words are, 0 to 1, and the last note."""

    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    confidence: float
    noted: int


class _Word(NamedTuple):
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


def lines_of_table(table: str, picture: Picture, noted: int = 0) -> FoundLines:
    """The lines that a table of tesseract (TSV) holds; what is no row of it is passed over.

    Args:
        table: As tesseract writes it.
        picture: What it read, which tells how the words are set, and ruled lines.
        noted: The last note of the pages before, 0 where none is known.
    """
    found: dict[tuple[str, ...], list[_Word]] = defaultdict(list)
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD_LEVEL:
            continue
        word = _word(cells, 72 / picture.dpi)
        if word is not None and word.text:
            found[tuple(cells[1:5])].append(word)
    kept = [words for words in found.values() if _is_text(words)]
    words, ink, (width, height) = _set(kept), Ink(picture, noted), (picture.width, picture.height)
    faced = with_marks(ink.looks(words).applied_to(words), ink)
    straight = straightened(with_spaces(with_labels(faced)), width, height, inf)
    lines = build_lines(lifted(straight), width, height).lines
    everything = [word for line in kept for word in line]
    confidence = mean(word.confidence for word in everything) if everything else 0.0
    sure = tuple(
        msgspec.structs.replace(line, confidence=_confidence(line, everything, confidence)) for line in lines
    )
    return FoundLines(sure, ink.rules(words), confidence, ink.noted)


def _word(cells: Sequence[str], scale: float) -> _Word | None:
    try:
        left, top, width, height = (float(cell) * scale for cell in cells[6:10])
        confidence = float(cells[10]) / 100
    except ValueError:
        return None
    text = meant("".join(printable(cells[11]).split()))
    return _Word(text, left, top, left + width, top + height, min(1.0, max(0.0, confidence)))


def _is_text(words: Sequence[_Word]) -> bool:
    return any(word.confidence >= _LEAST and _SHOWN.search(word.text) for word in words)


def _set(lines: Sequence[Sequence[_Word]]) -> Words:
    """The words in one size and on one base line for each line."""
    sizes = [median(word.size() for word in line) for line in lines]
    by_letters = sorted(
        size for size, line in zip(sizes, lines, strict=True) for word in line for _ in word.text
    )
    usual = by_letters[len(by_letters) // 2] if by_letters else 0.0
    set_words: list[tuple[str, float, float, float, float, int]] = []
    for group, (size, line) in enumerate(zip(sizes, lines, strict=True)):
        is_doubtful = size > usual and mean(word.confidence for word in line) < _SURE
        if is_doubtful or abs(size - usual) <= (_ALIKE + _ALIKE_SHORT / len(line)) * usual:
            size = usual  # noqa: PLW2901 -- the heights of few letters tell little
        set_words += [
            (word.text, word.left, word.right, word.base(size), round(size, 1), group) for word in line
        ]
    texts, lefts, rights, bases, rounded, groups = zip(*set_words, strict=True) if set_words else [()] * 6
    count = len(texts)
    faces, glued, narrow = [0] * count, [False] * count, [DOUBTFUL_SPACE] * count  # tesseract tells none
    return Words(texts, lefts, rights, bases, rounded, faces, groups, glued, narrow)


def _confidence(line: Line, words: Sequence[_Word], otherwise: float) -> float:
    """How sure the words are that stand where the line stands."""
    inside = [
        word.confidence
        for word in words
        if line.left - 1 <= (word.left + word.right) / 2 <= line.right + 1
        and line.top - 2 <= (word.top + word.bottom) / 2 <= line.bottom + 2
    ]
    return round(mean(inside) if inside else otherwise, 3)
