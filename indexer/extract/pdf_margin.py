"""The words in the margin of a page: notes in small type that stand beside the text."""

from __future__ import annotations

from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING

from indexer.extract.pdf_rows import MARK

if TYPE_CHECKING:
    from indexer.extract.pdf_rows import Words

_SMALLER = 0.9  # of the size of the text: the type in the margin is no larger
_FEWEST = 4  # words in the margin
_APART = 4.0  # points between the margin and the text at least


def find_margin(page: Words) -> list[bool] | None:
    """Return for each word whether it stands in the margin, None on a page without such words.

    One size of small type stands wholly to the left of all words of the text, or to their right, and mostly
    not above or below them. Raised marks in the text may have that size as well.
    """
    sizes = Counter(page.sizes)
    usual = sizes.most_common(2)
    if len(usual) < 2 or min(sizes) > _SMALLER * usual[0][0]:
        return None
    text = usual[0][0]
    small = max((size for size in sizes if size <= _SMALLER * text), key=sizes.__getitem__)
    if sizes[small] < _FEWEST:
        return None
    of_text = [size == text for size in page.sizes]
    left, right = min(compress(page.lefts, of_text)), max(compress(page.rights, of_text))
    beside = [
        size == small and (end < left - _APART or start > right + _APART)
        for size, start, end in zip(page.sizes, page.lefts, page.rights, strict=True)
    ]
    count = beside.count(True)
    if count < max(_FEWEST, 0.5 * sizes[small]):  # most pages
        return None
    if len(set(compress(page.bases, beside))) > 0.7 * count:
        return None  # numbers alone, as those of notes or of lines
    inside = (
        word
        for size, out, word in zip(page.sizes, beside, page.texts, strict=True)
        if size == small and not out
    )
    if not all(map(MARK.fullmatch, inside)):
        return None
    top, bottom = min(compress(page.bases, of_text)), max(compress(page.bases, of_text))
    level = sum(top <= base <= bottom for base in compress(page.bases, beside))
    return beside if 2 * level > count else None
