"""Small text in a margin beside the text of a page: notes and catchwords, as publications have them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indexer.extract.pdf_rows import Words

_SMALLER = 1.0  # points: so much smaller than the text are the words of a margin
_APART = 4.0  # points between the margin and the text
_FEW = 8  # words: fewer are a date or a number beside a line
_ROWS = 3
_BESIDE = 0.6  # of the rows of a margin have text beside them, unlike a running head and foot
_ACROSS = 0.2  # of the rows at most go on in small words beyond the margin, unlike a table and a note
_STRAY = 250  # one word of so many may stand further out than the text does
_MARK = 3  # characters: shorter small words are marks of notes in the text


def margin_words(words: Words) -> list[bool] | None:
    """Return for each word whether it stands in a side margin, None on a page without one."""
    sizes = words.sizes
    if len(sizes) < _FEW or max(sizes) - min(sizes) < _SMALLER:
        return None
    usual = Counter(sizes).most_common(1)[0][0]
    small = [at for at, size in enumerate(sizes) if size <= usual - _SMALLER]
    if len(small) < _FEW:
        return None
    text = [at for at, size in enumerate(sizes) if abs(size - usual) < _SMALLER]
    stray = len(text) // _STRAY
    left = sorted([words.lefts[at] for at in text])[stray]
    right = sorted([words.rights[at] for at in text])[-1 - stray]
    for side in (
        [at for at in small if words.rights[at] < left - _APART],
        [at for at in small if words.lefts[at] > right + _APART],
    ):
        if len(side) >= _FEW and _is_margin(words, side, small, text, usual):
            chosen = frozenset(side)
            return [at in chosen for at in range(len(sizes))]
    return None


def _is_margin(words: Words, side: list[int], small: list[int], text: list[int], usual: float) -> bool:
    """Whether small words outside the text are lines of words beside it."""
    letters = sum(ch.isalpha() for at in side for ch in words.texts[at])
    rows = {round(words.bases[at]) for at in side}
    if len(rows) < _ROWS or letters < 0.5 * sum(len(words.texts[at]) for at in side):
        return False
    outside = frozenset(side)
    across = {round(words.bases[at]) for at in small if at not in outside and len(words.texts[at]) > _MARK}
    near = {round(words.bases[at] / usual) + step for at in text for step in (-1, 0, 1)}
    beside = sum(round(row / usual) in near for row in rows)
    return beside >= _BESIDE * len(rows) and len(rows & across) <= _ACROSS * len(rows)
