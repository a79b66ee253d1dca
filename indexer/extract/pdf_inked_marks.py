"""Words that were recognised in a picture -> the same words with their note marks: which they are, by order.

Recognition reads small raised digits as whatever looks like them: "Development,*" for a note 8, "'©" for 10.
The picture tells that they are raised, and the notes at the foot of the page count on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from math import inf
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from indexer.extract.pdf_askew import lines_of
from indexer.extract.pdf_fonts import RAISED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.pdf_ink import Ink, Rise
    from indexer.extract.words import Words

_READ = r"[^\p{L}\p{N}.,;:/\p{Pe}\p{Pd}][^\p{L}]{0,3}"  # for a mark: no sign that ends words
_MARKED: Final = regex.compile(
    rf"(?P<word>(?:.*[\p{{L}}\p{{N}}\p{{Pe}}](?:[\p{{Pf}}\"](?=[.,;:]))?)?[.,;:]?(?<=.))"
    rf"(?P<mark>{_READ}|(?<=[.,;:\p{{L}}\p{{Pe}}])(?<!^\d{{1,3}}[.,])\d{{1,3}})"
)
"""A word and what is read for the mark behind it: closing signs belong to the word, and "1.7" has none."""

_MARK: Final = regex.compile(rf"{_READ}|\d{{1,3}}|[!'’‘]?\p{{L}}")
_STARS: Final = regex.compile(r"[*∗]{1,3}")
_LIKE_ONE: Final = [["'"], ["’"], ["‘"], ["!"], ["|"], ["l"], ["I"]]  # what is read for the first note
_LONGEST: Final = 3  # characters that are read for the mark of a note, whichever they are
_MOST: Final = 400  # notes of a document
_SURE: Final = 2  # one number that is read as it is printed
_SMALL: Final = 0.65  # of the size: how small marks are set
_UP: Final = 0.5  # of their own size: how high they stand
_ROOM: Final = 0.7  # of the size: some layers end words too early
_NOTES: Final = 0.9  # of the usual size: notes are no larger, though the breadth of few letters does not tell
_BREADTH: Final = 0.4  # of the size: of a raised digit, of which some layers have only the left edge
_SAME_LINE: Final = 0.6  # of the size: base lines of one line differ by less
_SPARE: Final = 2.0  # points before the next word
_STEP: Final = 3  # from one note to the next that is found: some are not


class _Found(NamedTuple):
    """A mark: the word, and what is read for the mark."""

    at: int
    read: str


def with_marks(words: Words, ink: Ink) -> Words:
    """Return the words with note marks as words of their own, small and with the bit of what is raised.

    Args:
        words: Of a page, where they stand in its picture.
        ink: Of the picture; it is told the last note.
    """
    beside = _Beside(words)
    rises = _rises(words, ink, beside)
    if not any(rises):
        return words
    firsts = [start for start, _ in lines_of(words.groups, words.lefts)]
    notes = [
        _Found(at, words.texts[at])
        for at in sorted(firsts, key=words.bases.__getitem__)
        if rises[at] == "whole" and beside.begins(at)
    ]
    foot = min((words.bases[note.at] for note in notes), default=inf)
    marks = [
        _Found(at, parts["mark"] if rise == "end" and (parts := _MARKED.fullmatch(text)) else text)
        for at, (text, rise) in enumerate(zip(words.texts, rises, strict=True))
        if rise and words.bases[at] < foot
    ]
    named = _numbers([note.read for note in notes], ink.noted)
    names = dict(zip([note.at for note in notes], named, strict=False))
    names.update(
        zip([mark.at for mark in marks], _matched([mark.read for mark in marks], named), strict=True)
    )
    small = _NOTES * median(words.sizes)
    words = words._replace(
        sizes=[
            min(size, small) if base > foot - size / 2 else size
            for size, base in zip(words.sizes, words.bases, strict=True)
        ]
    )
    ink.noted = max((int(name) for name in named if name.isdigit()), default=ink.noted)
    return _set(words, rises, {at: name for at, name in names.items() if name})


def lifted(words: Words) -> Words:
    """Return the words with those above the line that have the bit for it."""
    return words._replace(
        bases=[
            base - _UP * size if face & RAISED else base
            for base, size, face in zip(words.bases, words.sizes, words.faces, strict=True)
        ]
    )


def _rises(words: Words, ink: Ink, beside: _Beside) -> list[Rise]:
    """Return what of each word is raised, of those that may end in a mark or be one."""
    rises: list[Rise] = [""] * len(words.texts)
    for start, end in lines_of(words.groups, words.lefts):
        for at in range(start, end):
            text = words.texts[at]
            alone = _MARK.fullmatch(text) or (at == start and len(text) <= _LONGEST)
            ends = _MARKED.fullmatch(text)
            if not (alone or ends):
                continue
            size = words.sizes[at]
            base = median(words.bases[start:end]) if end - start > 1 else beside.base(at)
            room = words.lefts[at + 1] - _SPARE if at + 1 < end else inf
            left = words.lefts[at]
            right = max(words.rights[at], left + _BREADTH * size * len(words.texts[at]))
            if alone and ink.rise(left, min(right, room), base, size) == "whole":
                rises[at] = "whole"
            elif ends and ink.rise(left, min(right + _ROOM * size, room), base, size) == "end":
                rises[at] = "end"
    return rises


class _Beside:
    """The words of a page by their base lines: layers take a mark for a line of its own."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._order = sorted(range(len(words.texts)), key=words.bases.__getitem__)
        self._bases = [words.bases[at] for at in self._order]

    def _near(self, at: int) -> list[int]:
        """Return the words at the height of one."""
        base, by = self._words.bases[at], _SAME_LINE * self._words.sizes[at]
        return self._order[bisect_right(self._bases, base - by) : bisect_left(self._bases, base + by)]

    def base(self, at: int) -> float:
        """Return the base line of the word right behind one, or its own."""
        lefts = self._words.lefts
        behind = [other for other in self._near(at) if lefts[other] > lefts[at]]
        return self._words.bases[min(behind, key=lefts.__getitem__, default=at)]

    def begins(self, at: int) -> bool:
        """Whether no word stands before one."""
        lefts = self._words.lefts
        return all(lefts[other] >= lefts[at] for other in self._near(at))


def _numbers(read: Sequence[str], before: int) -> list[str]:
    """Return the marks of notes that follow each other, from what is read for them; nothing where unsure.

    >>> _numbers(["8", "9", "'©", "|", "2"], 0), _numbers(["*", "1", "Z"], 0)
    (['8', '9', '10', '11', '12'], ['*', '1', '2'])
    >>> _numbers(["°"], 0), _numbers(["'"], 0), _numbers(["'"], 6), _numbers(["2", "4", "5"], 0)
    ([], ['1'], ['7'], ['2', '4', '5'])
    >>> _numbers(["2", "3"], 11), _numbers(["1", "2"], 10)
    (['12', '13'], ['1', '2'])
    """
    best, score = [], _SURE - 1
    for stars in range(len(read) + 1):
        if stars and not _STARS.fullmatch(read[stars - 1]):
            break
        for first in range(1, _MOST):
            found = [*read[:stars], *_counted(read[stars:], first)]
            follows = 0 < before == first - 1 and read[stars : stars + 1] != ["1"]  # where notes begin anew
            matched = sum(
                _SURE * (name == text or (follows and name.endswith(text))) + name.endswith(text)
                for name, text in zip(found, read, strict=True)
            )
            gaps = int(found[-1]) - first + 1 - len(read) + stars if len(read) > stars else 0
            begins = before == 0 and first == 1 and read[stars : stars + 1] in _LIKE_ONE
            total = matched - gaps + _SURE * (0 < before == first - 1 or begins)
            if total > score:
                best, score = found, total
    return best


def _counted(read: Sequence[str], first: int) -> list[str]:
    """Return numbers that count on from the first, over notes that are not found where digits say so."""
    numbers: list[str] = []
    due = first
    for text in read:
        near = range(due, due + _STEP) if text.isdecimal() else ()
        number = next((number for number in near if str(number).endswith(text)), due)
        numbers.append(str(number))
        due = number + 1
    return numbers


def _matched(read: Sequence[str], notes: Sequence[str]) -> list[str]:
    """Return which of the notes the marks of the text refer to, in their order; "" where it is unsure.

    A digit that is read holds; between two of these there are as many marks as notes, or they are unsure.

    >>> _matched(["*", "°", "'?"], ["8", "9", "10"]), _matched(["*", "°", "'?"], ["8", "10"])
    (['8', '9', '10'], ['8', '9', '10'])
    >>> _matched(["'!", "'3", "!°"], ["11", "12", "13", "14"]), _matched(["3"], [])
    (['', '13', '14'], ['3'])
    """
    numbers = [int(note) for note in notes if note.isdecimal()]
    stars = [note for note in notes if not note.isdecimal()]
    names = [*stars, *(map(str, range(numbers[0], numbers[-1] + 1)) if numbers else ())]
    if not names:
        return [text if text.isdecimal() else "" for text in read]
    known = [(-1, -1), (len(read), len(names))]
    for at, text in enumerate(read):
        meant = [place for place, name in enumerate(names) if _may_be(text, name)]
        if len(meant) == 1 and known[-2][1] < meant[0]:
            known.insert(-1, (at, meant[0]))
    found = [""] * len(read)
    for (at, place), (end, last) in pairwise(known):
        if at >= 0:
            found[at] = names[place]
        if end - at == last - place:
            found[at + 1 : end] = names[place + 1 : last]
    return found


def _may_be(text: str, name: str) -> bool:
    """Whether what is read for a mark has digits, and they are those at the end of its name."""
    digits = text.lstrip("!'’‘|l")
    return digits.isdecimal() and len(text) == len(name) and name.endswith(digits)


def _set(words: Words, rises: Sequence[Rise], names: dict[int, str]) -> Words:
    """Return the words with those marks in small type above the line."""
    places = [at for at in range(len(words.texts)) for _ in range(1 + (at in names and rises[at] == "end"))]
    new = words.at(places)
    texts, lefts, rights, sizes = list(new.texts), list(new.lefts), list(new.rights), list(new.sizes)
    faces, glued = list(new.faces), list(new.glued)
    for place, at in enumerate(places):
        if at not in names:
            continue
        name, parts = names[at], _MARKED.fullmatch(words.texts[at])
        is_mark = rises[at] == "whole" or (place > 0 and places[place - 1] == at)
        if is_mark:
            texts[place] = name
            sizes[place] = round(_SMALL * words.sizes[at], 1)
            faces[place] |= RAISED
        if rises[at] == "end" and parts is not None:
            breadth = min(_SMALL * words.sizes[at] / 2 * len(name), (rights[place] - lefts[place]) / 2)
            if is_mark:
                lefts[place], glued[place] = rights[place] - breadth, True
            else:
                texts[place] = parts["word"]
                rights[place] -= breadth
    return new._replace(texts=texts, lefts=lefts, rights=rights, sizes=sizes, faces=faces, glued=glued)
