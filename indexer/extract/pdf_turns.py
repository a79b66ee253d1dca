"""The words of a page as they are seen: turned, those that stand upright and those that do not."""

from __future__ import annotations

from operator import itemgetter, le
from typing import TYPE_CHECKING

from indexer.extract.words import SidewaysWord, Words

if TYPE_CHECKING:
    from indexer.extract.pdf_frame import Frame
    from indexer.extract.pdf_words import FoundWords

_TALL = 4  # sizes: no sign of a font whose size is in points is so high


def main_turn(found: FoundWords) -> int:
    """Return the quarter turns of most characters."""
    if len(found.turns) == 1:
        return next(iter(found.turns))
    weight = [0, 0, 0, 0]
    for text, style in zip(found.texts, found.styles, strict=True):
        weight[style.turn] += len(text)
    return max(range(4), key=lambda turn: weight[turn])


def turned_words(found: FoundWords, frame: Frame) -> tuple[Words, list[SidewaysWord]]:
    """Return the words as seen: those that stand upright, and those that do not."""
    sizes = list(map(itemgetter(0), found.styles))
    if min(sizes) < 1.0:
        sizes = list(map(_size_as_seen, sizes, found.heights()))
    if frame.turn == 0:
        left, top = frame.left + frame.offset, frame.top
        lefts, rights = found.lefts(), found.rights()
        if left:  # few pages
            lefts, rights = [x - left for x in lefts], [x - left for x in rights]
        bases = [top - y for y in found.ys]
    else:
        lefts = [frame.turned(x, y)[0] for x, y in zip(found.lefts(), found.tops(), strict=True)]
        rights = [frame.turned(x, y)[0] for x, y in zip(found.rights(), found.bottoms(), strict=True)]
        bases = [frame.turned(x, y)[1] for x, y in zip(found.xs, found.ys, strict=True)]
    if not all(map(le, lefts, rights)):
        lefts, rights = list(map(min, lefts, rights)), list(map(max, lefts, rights))
    faces = list(map(itemgetter(2), found.styles))
    words = Words(found.texts, lefts, rights, bases, sizes, faces, found.groups, found.glued, found.narrow)
    if found.turns == {frame.turn}:
        return words, []
    upright = [style.turn == frame.turn for style in found.styles]
    return words.some(upright), _sideways(words, found, frame, upright)


def _size_as_seen(size: float, height: float) -> float:
    """Return the size of a word, whose font may be drawn in units of its own."""
    return size if size and size * _TALL > height else max(1.0, height)


def _sideways(words: Words, found: FoundWords, frame: Frame, upright: list[bool]) -> list[SidewaysWord]:
    """Return the words that do not stand upright."""
    tops = [frame.turned(x, y)[1] for x, y in zip(found.lefts(), found.tops(), strict=True)]
    bottoms = [frame.turned(x, y)[1] for x, y in zip(found.rights(), found.bottoms(), strict=True)]
    return [
        SidewaysWord(
            text=words.texts[at],
            left=words.lefts[at],
            right=words.rights[at],
            top=min(tops[at], bottoms[at]),
            bottom=max(tops[at], bottoms[at]),
            size=words.sizes[at],
            group=words.groups[at],
        )
        for at, stands in enumerate(upright)
        if not stands
    ]
