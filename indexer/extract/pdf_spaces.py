"""What stands between the words of a line: spaces, tabs, and spaces that are doubtful."""

from __future__ import annotations

from operator import add, sub
from typing import TYPE_CHECKING

import regex

from indexer.extract.pdf_narrow import NARROW
from indexer.extract.pdf_overprint import OVERPRINT
from indexer.extract.pdf_reading_order import RTL
from indexer.grammar.characters import DOUBTFUL_SPACE, WIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.pdf_rows import Placed
    from indexer.extract.words import Words

_TAB = 1.1  # of the font size: a wider gap is a tab (measured on real reports: word gaps stay below 0.9)
_STRETCHED = 2  # tabs: a line with more may be one that was stretched to fill the measure
_LABEL = 2  # gaps: "18 - The"
_ALIKE = 0.15  # of the font size: the gaps of such a line differ by no more
_TIGHT = 0.04  # of the font size: a narrower gap is no space
_CJK = rf"[{WIDE}]"
ANY_CJK = regex.compile(_CJK)
"""A sign of a script that has no spaces."""
_SPACE = regex.compile(r"\s")
_CJK_END = regex.compile(_CJK + r"$")
_CJK_START = regex.compile(r"^" + _CJK)


def space_words(page: Words, placed: Placed, size: float) -> str | None:
    """Return the text of words that follow each other and are set alike.

    It is None where they touch or one of them is printed twice.
    """
    words, lefts, _, gaps, _, widest = placed
    texts = page.texts[words[0] : words[-1] + 1]
    if len(texts) == 1:
        return texts[0]
    least = min(gaps)
    tab, doubtful = _TAB * size, NARROW * size
    if least <= OVERPRINT * size and (
        least <= _TIGHT * size or min(map(sub, lefts[1:], lefts)) < OVERPRINT * size
    ):
        return None
    if least > doubtful and widest <= tab:
        return " ".join(texts)
    spaces = [
        "\t" if gap > tab else page.narrow[word] if gap <= doubtful else " "
        for word, gap in zip(words[1:], gaps, strict=True)
    ]
    if spaces.count("\t") > _STRETCHED and (label := _stretched(gaps, texts, size)) is not None:
        spaces[label:] = " " * (len(gaps) - label)
    return texts[0] + "".join(map(add, spaces, texts[1:]))


def unstretch(text: str, gaps: Sequence[float], size: float) -> str:
    """Return the text of a line with spaces for the tabs that are none, where it was stretched."""
    if text.count("\t") <= _STRETCHED:
        return text
    label = _stretched(gaps, text.split(), size)
    if label is None:
        return text
    spaces = [match.end() for match in _SPACE.finditer(text)]
    start = spaces[label - 1] if label else 0
    return text[:start] + text[start:].replace("\t", " ")


def _stretched(gaps: Sequence[float], texts: Sequence[str], size: float) -> int | None:
    """Return how many gaps the label has of a line that was stretched to the margin, None for any other.

    All other gaps of such a line are alike. So are those between numbers of a table.
    """
    numbers = sum(any(sign.isdigit() for sign in text) for text in texts)
    if 3 * numbers >= len(texts):
        return None
    for label in range(_LABEL + 1):
        spaces = gaps[label:]
        if label == _LABEL and gaps[0] > _TAB * size:
            return None  # two cells
        if len(spaces) > _STRETCHED and max(spaces) - min(spaces) <= _ALIKE * size:
            return label
    return None


def space_between(page: Words, previous: int, word: int, size: float, *, rtl: bool, cjk: bool) -> str:
    """Return what stands between two words: a tab, a space, a doubtful one, or nothing."""
    gap = max(page.lefts[word] - page.rights[previous], page.lefts[previous] - page.rights[word])
    if gap > _TAB * size:
        return "\t"
    if gap > NARROW * size and not cjk:
        return " "  # most
    if page.glued[word] and word == previous + 1 and _is_initial(page, previous, word):
        return ""
    least = min(size, page.sizes[word], page.sizes[previous])
    rtl = rtl and bool(RTL.search(page.texts[previous] + page.texts[word]))
    if gap <= _TIGHT * least and (gap > -0.3 * size or page.glued[word]):
        # a letter that leans over a space hides it: the file has one in "of participating"
        parted = not rtl and not page.glued[word] and page.groups[word] == page.groups[previous]
        return _narrow(page, previous, word) if parted else ""
    if (
        cjk
        and gap < 0.5 * size
        and _CJK_END.search(page.texts[previous])
        and _CJK_START.search(page.texts[word])
    ):
        return ""
    doubtful = _TIGHT if rtl else NARROW  # letters of Arabic words join
    return _narrow(page, previous, word) if -0.3 * size < gap <= doubtful * least else " "


def _is_initial(page: Words, previous: int, word: int) -> bool:
    """Whether a letter begins a word that goes on in smaller type, as small capitals of browsers do.

    Signs between these are as large as the letter.
    """
    if page.bases[word] != page.bases[previous] or page.sizes[word] == page.sizes[previous]:
        return False
    end, start = page.texts[previous][-1], page.texts[word][0]
    if page.sizes[word] < page.sizes[previous]:
        return start.isalpha() and not end.isdigit()
    return end.isalpha() and not start.isalnum()


def _narrow(page: Words, previous: int, word: int) -> str:
    """Return what a narrow gap is, which is known of words that follow each other in the file."""
    return page.narrow[word] if word == previous + 1 else DOUBTFUL_SPACE
