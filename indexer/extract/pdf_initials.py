"""Large initials that begin a paragraph and stand beside its first lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indexer.extract.words import Words

_LARGE = 16.0  # points: no initial is smaller
_TIMES = 1.8  # of the size of the text: it spans two lines
_MOST = 12  # on a page: more are signs of something else
_CAP_HEIGHT = 0.7  # of the size: capitals are so high
_SAME_TOP = 0.5  # of the size of the text: the tops of an initial and of the first line differ by less
_NEAR = 1.2  # of the size of the text: the first line begins so near behind it
_ALONE = frozenset("AIOYEUÀÉАВИКОСУЯ")
"""Letters that may be words, in English and other languages of the United Nations."""
_GAP = 0.1  # of it: what is left behind such a letter, which tells neither that they are one word nor two


def with_initials(page: Words) -> Words:
    """Return the words of a page with large initials on the line that they begin, in its size.

    An initial is one letter, as high at its top as the line behind it, and reaches down to lines below.
    """
    large = [at for at, size in enumerate(page.sizes) if size >= _LARGE and len(page.texts[at]) == 1]
    if not large or len(large) > _MOST:
        return page  # most pages
    rights, bases, sizes, glued = (list(page.rights), list(page.bases), list(page.sizes), list(page.glued))
    for at in large:
        behind = _first_word(page, at) if page.texts[at].isalpha() else None
        if behind is not None:
            alone = page.texts[at] in _ALONE
            rights[at] = page.lefts[behind] - (_GAP * page.sizes[behind] if alone else 0.0)
            glued[behind] = glued[behind] or not alone
            bases[at], sizes[at] = page.bases[behind], page.sizes[behind]
    return page._replace(rights=rights, bases=bases, sizes=sizes, glued=glued)


def _first_word(page: Words, at: int) -> int | None:
    """Return the word right behind a large letter, on a line that begins as high, None without one."""
    base, size, right = page.bases[at], page.sizes[at], page.rights[at]
    top = base - _CAP_HEIGHT * size
    found = [
        other
        for other, (left, low, own) in enumerate(zip(page.lefts, page.bases, page.sizes, strict=True))
        if size >= _TIMES * own
        and base > low + own / 2
        and abs(low - _CAP_HEIGHT * own - top) < _SAME_TOP * own
        and abs(left - right) < _NEAR * own
    ]
    return min(found, key=page.lefts.__getitem__, default=None)
