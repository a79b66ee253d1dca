"""Words that were recognised -> lines, as a text layer would give them."""

from __future__ import annotations

from math import inf
from statistics import mean, median
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import regex

from indexer.extract.ocr_labels import with_labels_passed_over
from indexer.extract.ocr_words import words_of_table
from indexer.extract.pdf_askew import straightened
from indexer.extract.pdf_ink import Ink
from indexer.extract.pdf_inked_marks import lifted, with_marks
from indexer.extract.pdf_layer import with_labels, with_spaces
from indexer.extract.pdf_lines import build_lines
from indexer.extract.words import Words
from indexer.grammar.characters import DOUBTFUL_SPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from indexer.extract.ocr_words import Word
    from indexer.extract.pdf_frames import Rule
    from indexer.extract.pdf_grey import Picture
    from indexer.model import Line

_LEAST = 0.4  # confidence: a line none of whose words reaches it is a stamp, a drawing or handwriting
_SURE = 0.7  # confidence: a line read worse is not believed to be set large; it may be a signature
_SHOWN = regex.compile(r"[\p{L}\p{N}]")

_ALIKE = 0.07  # of the size: lines so near to the usual size are set in it
_ALIKE_SHORT = 0.2  # and this more for a line of one word, half of it for one of two


class FoundLines(NamedTuple):
    """The lines of a page, its horizontal ruled lines, how sure the words are, 0 to 1, and the last note."""

    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    confidence: float
    noted: int


def lines_of_table(
    table: str, picture: Picture, noted: int = 0, again: Callable[[Picture], str] | None = None
) -> FoundLines:
    """The lines that a table of tesseract (TSV) holds; what is no row of it is passed over.

    Args:
        table: As tesseract writes it.
        picture: What it read, which tells how the words are set, and ruled lines.
        noted: The last note of the pages before, 0 where none is known.
        again: Reads a picture of some lines, that of labels passed over; where there is none, they are lost.
    """
    kept = [words for words in words_of_table(table, picture.dpi) if _is_text(words)]
    if again is not None:
        kept = with_labels_passed_over(kept, picture, again)
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


def _is_text(words: Sequence[Word]) -> bool:
    return any(word.confidence >= _LEAST and _SHOWN.search(word.text) for word in words)


def _set(lines: Sequence[Sequence[Word]]) -> Words:
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


def _confidence(line: Line, words: Sequence[Word], otherwise: float) -> float:
    """How sure the words are that stand where the line stands."""
    inside = [
        word.confidence
        for word in words
        if line.left - 1 <= (word.left + word.right) / 2 <= line.right + 1
        and line.top - 2 <= (word.top + word.bottom) / 2 <= line.bottom + 2
    ]
    return round(mean(inside) if inside else otherwise, 3)
