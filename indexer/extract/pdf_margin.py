"""The words in the margin of a page: notes in small type that stand beside the text."""

from __future__ import annotations

from collections import Counter
from math import inf
from typing import TYPE_CHECKING

import regex

from indexer.extract.pdf_rows import MARK, find_rows

if TYPE_CHECKING:
    from indexer.extract.words import Words

_SMALLER = 0.9  # of the size of the text: the type in the margin is no larger
_FEWEST = 4  # words in the margin
_SOME = 24  # words of the text that tell on most pages that there is no margin
_APART = 4.0  # points between the margin and the text at least
_NEAR = 2.0  # of the size: lines of one remark stand no further apart
_MARKED = regex.compile(r"(?:\p{Nd}{1,3}|[*∗†‡§]+)[.)]?")
"""What notes begin with."""


def find_margin(page: Words) -> list[bool] | None:
    """Return for each word whether it stands in the margin, None on a page without such words.

    One size of small type stands wholly to the left of all words of the text, or to their right, and mostly
    not above or below them. Raised marks in the text may have that size as well. Small type of other sizes
    among those words, such as italics of another face, stands in the margin with them.
    """
    sizes = Counter(page.sizes)
    text = max(sizes, key=sizes.__getitem__, default=0.0)
    small = max((size for size in sizes if size <= _SMALLER * text), key=sizes.__getitem__, default=0.0)
    if sizes[small] < _FEWEST:
        return None
    smalls = [at for at, size in enumerate(page.sizes) if size == small]
    enough = max(_FEWEST, 0.5 * len(smalls))
    some = [at for at in range(0, len(page.sizes), len(page.sizes) // _SOME + 1) if page.sizes[at] == text]
    if some and len(_beside(page, smalls, some)) < enough:  # most pages
        return None
    of_text = [at for at, size in enumerate(page.sizes) if size == text]
    beside = _beside(page, smalls, of_text)
    if len(beside) < enough:
        return None
    if not all(MARK.fullmatch(page.texts[at]) for at in smalls if at not in beside):
        return None
    bases = [page.bases[at] for at in beside]
    if len(set(bases)) > 0.7 * len(bases):
        return None  # numbers alone, as those of notes or of lines
    top, bottom = min([page.bases[at] for at in of_text]), max([page.bases[at] for at in of_text])
    if 2 * sum(top <= base <= bottom for base in bases) <= len(bases):
        return None
    first, last = min(bases), max(bases)
    others = [
        at
        for at, size in enumerate(page.sizes)
        if size != small and size <= _SMALLER * text and first <= page.bases[at] <= last
    ]
    beside |= _beside(page, others, of_text)
    return [at in beside for at in range(len(page.texts))]


def find_remarks(beside: Words) -> list[Words]:
    """Return the words of each remark in a margin from the top, nothing where notes with marks stand there.

    What a report says beside its text, without a mark, belongs where it stands.
    """
    remarks: list[list[int]] = []
    above = -inf
    for row in find_rows(beside):
        words = row.placed(beside).words
        if _MARKED.fullmatch(beside.texts[words[0]]):
            return []
        if row.base - above > _NEAR * row.size:
            remarks.append([])
        remarks[-1] += words
        above = row.base
    return [beside.at(sorted(remark)) for remark in remarks]


def _beside(page: Words, smalls: list[int], of_text: list[int]) -> set[int]:
    """Return which of the small words stand to the left of all the others, or to their right."""
    left = min([page.lefts[at] for at in of_text]) - _APART
    right = max([page.rights[at] for at in of_text]) + _APART
    return {at for at in smalls if page.rights[at] < left or page.lefts[at] > right}
