"""How far apart the lines of a paragraph stand, in a document and on its pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from indexer.segment.items import Item

LETTER = 0.45
"""Of the font size: the letters of a word are so wide at least."""
FIRST_WORD = regex.compile(r"\S+")
_SURE = 2  # sentences that run on alike at least
_WIDE = 1.5  # of the font size: the lines of a paragraph seldom stand so far apart
_ENOUGH = 6  # distances between lines that a page needs to have a leading of its own


class Leading(NamedTuple):
    """The usual leading of a document, and that of the pages that have one of their own."""

    usual: float
    of_pages: dict[int, float]


def find_leading(items: list[Item], prose: list[Item], size: float, *, paged: bool) -> Leading:
    """Return the leading of a document.

    Args:
        items: Its lines.
        prose: Those that read like sentences.
        size: Of its text.
        paged: Whether positions mean anything.
    """
    by_page: dict[int, Counter[float]] = defaultdict(Counter)
    least, most = 0.8 * size, 2.6 * size
    for item in prose or items:
        gap = item.gap
        if gap is not None and least < gap < most and item.is_set_in(size):
            by_page[item.page][round(gap * 2) / 2] += 1
    usual = _smallest_usual(sum(by_page.values(), Counter()), 1.2 * size)
    if paged and (not by_page or usual > _WIDE * size):
        usual = _within_sentences(items, size) or usual
    of_pages = {page: _of_page(gaps, usual) for page, gaps in by_page.items() if gaps.total() >= _ENOUGH}
    _tighten(of_pages, items, size, usual)
    return Leading(usual, of_pages)


def _within_sentences(items: list[Item], size: float) -> float:
    """Return how far apart lines stand where a sentence runs on from a full one, 0 where that differs.

    Of a short text with paragraphs of one line most distances are those between paragraphs.
    """
    rights: dict[tuple[int, int], float] = defaultdict(float)
    for item in items:
        place = item.page, item.line.column
        rights[place] = max(rights[place], item.line.right if item.is_prose() else 0.0)
    gaps: Counter[float] = Counter()
    for above, item in pairwise(items):
        runs_on = above.is_prose() and above.unmarked()[-1:].isalnum() and item.is_set_in(size)
        word = FIRST_WORD.search(item.text)
        if runs_on and word and item.gap is not None:
            width = LETTER * item.line.size * len(word[0])
            if above.line.right + width > rights[item.page, item.line.column]:
                gaps[round(item.gap * 2) / 2] += 1
    [(gap, count)] = gaps.most_common(1) or [(0.0, 0)]
    return gap if count >= _SURE and 2 * count > gaps.total() else 0.0


def _tighten(leadings: dict[int, float], items: list[Item], size: float, usual: float) -> None:
    """Give up the leading of pages that have lines as close as everywhere, however short these are.

    A list of names or titles has more room between its items than inside them, and few long lines.
    """
    wide = {page for page, leading in leadings.items() if leading > 1.22 * usual}
    for item in items if wide else ():
        close = item.gap is not None and abs(item.gap - usual) < 1
        if close and item.page in wide and item.is_set_in(size):
            wide.remove(item.page)
            del leadings[item.page]


def _of_page(gaps: Counter[float], usual: float) -> float:
    """Return the leading of a page; lines that are closer than most are those of typed notes, or quoted."""
    often, _ = gaps.most_common(1)[0]
    return usual if abs(often - usual) < 1 else _smallest_usual(gaps, usual)


def _smallest_usual(gaps: Counter[float], default: float) -> float:
    """Return the smallest baseline distance that is usual, the default without any.

    Short texts may have more gaps between paragraphs than inside them, so the most frequent one misleads.
    """
    usual = 0.2 * max(gaps.values(), default=0)
    return min((gap for gap, count in gaps.items() if count >= usual), default=default)
