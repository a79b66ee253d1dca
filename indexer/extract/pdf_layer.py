"""Words of an unseen layer that was recognised in a picture -> the same words in even sizes, and straight."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import regex

from indexer.extract.pdf_askew import lines_of, straightened
from indexer.extract.pdf_fonts import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.pdf_rows import Words

_NARROW = regex.compile(r"[iljtfrI.,;:'’()\[\]1/-]")
_WIDE = regex.compile(r"[mwMWшщжюмШЩЖЮМ]")
_NARROW_WIDTH, _USUAL_WIDTH, _WIDE_WIDTH = 0.3, 0.5, 0.75  # of the size, in the usual faces
_OTHER = 0.05  # letters that are broader or narrower by more are of another size
_OTHER_SHORT = 0.15  # and this more for a line of one word, half of it for one of two
_SPACED = 1.25  # letters: nine of ten gaps of a page are not so broad

_SENTENCE_END = regex.compile(r"\p{L}{2}[\p{Pe}\p{Pf}\"']*[.?!:;]$")
_SENTENCE_GAP, _WORD_GAP = 2.0, 0.5  # of the size


def is_unseen(faces: Sequence[int]) -> bool:
    """Whether most words of a page are not drawn: what lies under the picture of a page."""
    return sorted(faces)[len(faces) // 2] >= UNSEEN


def evened(words: Words, width: float, height: float) -> Words:
    """Return the words of an unseen layer straight, and in the usual size but for those that are of another.

    Layers tell the size of a line by a few letters, often in whole points, and one of two lines of a
    paragraph is said to be larger. So the breadth of the letters must say it too.
    """
    whole = _whole(words)
    is_spread, words = whole is not words, whole
    by_letters = sorted(
        size for text, size in zip(words.texts, words.sizes, strict=True) for _ in range(len(text))
    )
    usual = by_letters[len(by_letters) // 2]
    lines = list(lines_of(words.groups, words.lefts))
    breadths = [_breadth(words, start, end) for start, end in lines]
    alike = [
        breadth
        for (start, end), breadth in zip(lines, breadths, strict=True)
        if breadth and words.sizes[start] == usual
    ]
    middle = median(alike) if alike else 0.0
    scale = max(1.0, middle / usual) if is_spread else 1.0  # such a layer says too little of typescripts
    sizes: list[float] = []
    for (start, end), breadth in zip(lines, breadths, strict=True):
        least = _OTHER + _OTHER_SHORT / (end - start)
        for size in words.sizes[start:end]:
            other = (breadth / middle - 1) * (1 if size > usual else -1) if middle else 1.0
            sizes.append(round(scale * (size if other >= least else usual), 1))
    return straightened(with_spaces(words._replace(sizes=sizes)), width, height)


def with_spaces(words: Words) -> Words:
    """Return the words with those longer that end sentences: two spaces of a typewriter are no tab."""
    rights = list(words.rights)
    for start, end in lines_of(words.groups, words.lefts):
        for at in range(start, end - 1):
            size, following = words.sizes[at], words.lefts[at + 1]
            if 0 < following - rights[at] < _SENTENCE_GAP * size and _SENTENCE_END.search(words.texts[at]):
                rights[at] = max(rights[at], following - _WORD_GAP * size)
    return words._replace(rights=rights)


def _whole(words: Words) -> Words:
    """Return the words with their right edges where they end.

    Some layers spread a word and the space behind it over the breadth of the word, so that every gap is
    broader than a letter, which it is not even in typescripts.
    """
    letters = [
        (right - left) / len(text)
        for text, left, right in zip(words.texts, words.lefts, words.rights, strict=True)
    ]
    gaps = sorted(
        (words.lefts[at + 1] - words.rights[at]) / letters[at]
        for start, end in lines_of(words.groups, words.lefts)
        for at in range(start, end - 1)
        if letters[at] > 0
    )
    if not gaps or gaps[len(gaps) // 10] < _SPACED:
        return words
    return words._replace(rights=[right + by for right, by in zip(words.rights, letters, strict=True)])


def _breadth(words: Words, start: int, end: int) -> float:
    """Return how broad the letters of a line are for letters of their kind."""
    text = "".join(words.texts[start:end])
    narrow, wide = len(_NARROW.findall(text)), len(_WIDE.findall(text))
    usual = narrow * _NARROW_WIDTH + wide * _WIDE_WIDTH + (len(text) - narrow - wide) * _USUAL_WIDTH
    return sum(words.rights[at] - words.lefts[at] for at in range(start, end)) / usual
