"""Words that are printed a second time on the same place."""

from __future__ import annotations

from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.pdf_rows import Placed
    from indexer.extract.words import Words

OVERPRINT = 0.25
"""Of the font size: the same word again so near is printed twice."""


def is_crowded(page: Words, placed: Placed) -> bool:
    """Whether some words may be printed over each other: most begin well behind those before them."""
    lefts, gaps = placed.lefts, placed.gaps
    if not gaps:
        return False
    sizes = [page.sizes[word] for word in placed.words]
    return min(gaps) < -OVERPRINT * min(sizes) or min(map(sub, lefts[1:], lefts)) < OVERPRINT * max(sizes)


def without_overprint(page: Words, order: Sequence[int], *, rtl: bool) -> Sequence[int]:
    """Return the words without those that are printed a second time on the same place.

    Some programs make a face bold that way; some print parts of words again: "non" under "non-smoker".
    """
    lefts, rights, sizes = page.lefts, page.rights, page.sizes
    kept: list[int] = []
    for word in order:
        near, left = OVERPRINT * sizes[word], lefts[word]
        # most words begin behind those before them
        close = [other for other in kept[-3:] if left < lefts[other] + near or left < rights[other] - near]
        again = [other for other in close if _covers(page, other, word, near, rtl=rtl)]
        under = [other for other in close if _covers(page, word, other, near, rtl=rtl)]
        if not again:
            kept[-3:] = [other for other in kept[-3:] if other not in under]
            kept.append(word)
    return kept


def _covers(page: Words, word: int, other: int, near: float, *, rtl: bool) -> bool:
    """Whether another word is printed on the place of a word, or of a part of it."""
    lefts, rights, texts = page.lefts, page.rights, page.texts
    if texts[word] == texts[other] and abs(lefts[word] - lefts[other]) < near:
        return True
    # an Arabic letter may lie over its neighbour
    return not rtl and (
        lefts[word] - near < lefts[other] < rights[word] - near
        and rights[other] < rights[word] + near
        and texts[other] in texts[word]
    )
