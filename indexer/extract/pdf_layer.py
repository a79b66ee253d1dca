"""Words of an unseen layer that was recognised in a picture -> the same words in even sizes, and straight."""

from __future__ import annotations

from itertools import chain, repeat
from math import inf
from statistics import fmean, median
from typing import TYPE_CHECKING

from indexer.extract.pdf_askew import lines_of, straightened
from indexer.extract.pdf_fonts import UNSEEN
from indexer.extract.pdf_inked_marks import lifted, with_marks
from indexer.grammar.characters import roman_value
from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.pdf_ink import Ink
    from indexer.extract.words import Words

_NARROW = lazy(r"[iljtfrI.,;:'’()\[\]1/-]")
_WIDE = lazy(r"[mwMWшщжюмШЩЖЮМ]")
_NARROW_WIDTH, _USUAL_WIDTH, _WIDE_WIDTH = 0.3, 0.5, 0.75  # of the size, in the usual faces
_OTHER = 0.05  # letters that are broader or narrower by more are of another size
_OTHER_SHORT = 0.25  # and this more for a line of one word, half of it for one of two
_TYPED = 0.5
"""Times what breadths of lines differ by for printed letters: typescripts have .2 to .4, print from .6 on."""
_SPACED = 1.25  # letters: nine of ten gaps of a page are not so broad

_NEXT = 1.0  # points: so much the sizes differ that a layer tells of two lines set alike
_DOLLAR = lazy(r"(?<!\w)\$/(?=\d{3,5}\b|RES/|PRST/|PV\.)")  # amounts are not written so
_SLASH = lazy(r"(?<=(?<!\w)A)[Il1|](?=(?:HRC|RES|CONF\.\d+|AC\.\d+|C\.\d)/)")
_BULLETS = frozenset("e¢©®*°·o@»«")
_LABEL_GAP = 0.6  # of the size: spaces are half as broad
_COLON = lazy(r"(?<=^\d{1,3})[:;,]$")
_NUMBER = lazy(r"\d{1,3}\.")
_BARS = frozenset("|_~")
_BARRED = 2  # words with a bar: a line of more has words behind it
_ROMAN_BEHIND = lazy(r"annexe?|appendi(?:x|ce)|part|anexo|apéndice|parte", ignore_case=True)
_NAMED = 2  # words of a line that names an annex
_LIKE_ROMAN = lazy(r"[IVXT][IVXHTil1|]{1,4}\.|H[I1l|]\.")
_LIKE_ELEVEN = lazy(r"^[iIl1|][tl1|]\.$")  # "ii." is a label itself
_READ_FOR_ONE = str.maketrans("Til1|", "IIIII")
_SENTENCE_END = lazy(r"\p{L}{2}[\p{Pe}\p{Pf}\"']*[.?!:;]$")
_SENTENCE_GAP, _WORD_GAP = 2.0, 0.5  # of the size


def is_unseen(faces: Sequence[int]) -> bool:
    """Whether most words of a page are not drawn: what lies under the picture of a page."""
    return sorted(faces)[len(faces) // 2] >= UNSEEN


def evened(words: Words, width: float, height: float, ink: Ink | None = None) -> Words:
    """Return the words of an unseen layer straight, and in the usual size but for those of another.

    What the scanner saw beyond the sheet is left out.

    Args:
        words: Of the layer.
        width: Of the page.
        height: Of the page.
        ink: Of the picture of the page, which tells how words are set, and note marks.
    """
    edges = zip(words.lefts, words.rights, strict=True)
    words = words.some([left < width and right > 0 for left, right in edges])
    if not words.texts:
        return words
    looks = ink.looks(words) if ink is not None else None
    whole = _whole(words._replace(texts=[meant(text) for text in words.texts]))
    is_spread = whole.rights is not words.rights
    lines = list(lines_of(whole.groups, whole.lefts))
    by_letters = sorted(chain.from_iterable(map(repeat, words.sizes, map(len, words.texts))))
    usual = by_letters[len(by_letters) // 2]
    printed, typed = (_breadths(whole, lines, usual, typed=typed) for typed in (False, True))
    breadths, alike = typed if _unevenness(typed) < _TYPED * _unevenness(printed) else printed
    middle = median(alike) if alike else inf
    scale = (
        max(1.0, middle / usual) if alike and is_spread and usual else 1.0
    )  # it says too little of typescripts
    sizes: list[float] = []
    before = usual
    for (start, end), breadth in zip(lines, breadths, strict=True):
        others = _OTHER + _OTHER_SHORT / (end - start)
        line = [_size(size, usual, before, breadth / middle - 1, others) for size in words.sizes[start:end]]
        before = line[0]
        sizes += [round(scale * size, 1) for size in line]
    sized = whole._replace(sizes=sizes)
    if ink is not None and looks is not None:
        sized = with_marks(looks.applied_to(sized), ink)
    return lifted(straightened(with_spaces(with_labels(sized)), width, height))


def _size(size: float, usual: float, before: float, broader: float, least: float) -> float:
    """Return the size of a word.

    Layers tell the size of a line by a few letters, often in whole points, and one of two lines of a
    paragraph is said to be larger. So the breadth of the letters must say it too, or the line above, whose
    size a line takes that is said to be nearly as large.

    Args:
        size: That the layer tells.
        usual: Of most letters.
        before: Of the line above.
        broader: By how much the letters of its line are broader than most.
        least: By how much they are when they are of another size.
    """
    sign = 1 if size > usual else -1
    if size != usual and (before - usual) * sign > 0 and abs(size - before) <= _NEXT:
        return before
    return size if size != usual and sign * broader >= least else usual


def meant(text: str) -> str:
    """Return a word with the signs of a symbol that are read as others.

    >>> meant("$/2024/228"), meant("AIC.2/80/L.55"), meant("AIR/5")
    ('S/2024/228', 'A/C.2/80/L.55', 'AIR/5')
    """
    return _SLASH.sub("/", _DOLLAR.sub("S/", text)) if "/" in text else text


def with_labels(words: Words) -> Words:
    """Return the words with the labels of lines that are read as other signs.

    They stand alone or before a word that begins with a capital: "III." that is read as "HI."; and away from
    it: the stop of a number that is read as a colon, and "•" of two lines as "e". A bar that is read in the
    room behind a number is none.
    """
    texts = list(words.texts)
    bullets, bars = [], set()
    for at, end in lines_of(words.groups, words.lefts):
        alone = end - at == 1
        if end - at > _BARRED and texts[at + 1] in _BARS and _NUMBER.fullmatch(texts[at]):
            bars.add(at + 1)
        if not alone and _ROMAN_BEHIND.fullmatch(texts[at]) and end - at == _NAMED:
            texts[at + 1] = _roman(texts[at + 1] + ".").removesuffix(".")
        if not (alone or words.texts[at + 1][0].isupper()):
            continue
        texts[at] = _roman(texts[at])
        if alone or words.lefts[at + 1] - words.rights[at] > _LABEL_GAP * words.sizes[at]:
            texts[at] = _LIKE_ELEVEN.sub("11.", _COLON.sub(".", texts[at]))
            bullets += [at] if texts[at] in _BULLETS else []
    for at in bullets:
        if any(
            at != other and abs(words.lefts[at] - words.lefts[other]) < words.sizes[at] for other in bullets
        ):
            texts[at] = "•"
    labelled = words._replace(texts=texts)
    return labelled.some([at not in bars for at in range(len(texts))]) if bars else labelled


def _roman(label: str) -> str:
    """Return the roman number that letters are read for; other labels as they are.

    >>> _roman("HI."), _roman("Til."), _roman("XL."), _roman("Vi."), _roman("Vat.")
    ('III.', 'III.', 'XL.', 'VI.', 'Vat.')
    """
    if not _LIKE_ROMAN.fullmatch(label) or (label.isupper() and roman_value(label[:-1]) is not None):
        return label
    meant = label.replace("H", "II").translate(_READ_FOR_ONE)
    return meant if roman_value(meant[:-1]) is not None else label


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


def _breadths(
    words: Words, lines: Sequence[tuple[int, int]], usual: float, *, typed: bool
) -> tuple[list[float], list[float]]:
    """Return how broad the letters of lines are for letters of their kind, and those of lines in a size.

    Those of a typewriter are all as broad.
    """
    breadths = [_breadth(words, start, end, typed=typed) for start, end in lines]
    pairs = zip(lines, breadths, strict=True)
    return breadths, [breadth for (at, _), breadth in pairs if breadth > 0 and words.sizes[at] == usual]


def _unevenness(breadths: tuple[list[float], list[float]]) -> float:
    """Return by how much the breadths of lines in one size differ."""
    alike = breadths[1]
    middle = median(alike) if alike else 1.0
    return fmean(abs(breadth / middle - 1) for breadth in alike) if alike else 0.0


def _breadth(words: Words, start: int, end: int, *, typed: bool) -> float:
    """Return how broad the letters of a line are for letters of their kind, 0 where it has no words."""
    inside = [at for at in range(start, end) if words.texts[at].isalpha()]
    text = "".join([words.texts[at] for at in inside])
    narrow, wide = (0, 0) if typed else (len(_NARROW.findall(text)), len(_WIDE.findall(text)))
    usual = narrow * _NARROW_WIDTH + wide * _WIDE_WIDTH + (len(text) - narrow - wide) * _USUAL_WIDTH
    return sum(words.rights[at] - words.lefts[at] for at in inside) / usual if usual else 0.0
