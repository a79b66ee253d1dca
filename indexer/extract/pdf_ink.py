"""Words that were recognised in a picture of their page -> which of them are set in bold or in italics.

Recognition tells words and places, and no face; the picture does: strokes of bold letters are thicker, and
those of italic ones stand upright when the rows of dots are pushed to the left, the upper ones further.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import numpy as np
import regex

from indexer.extract.pdf_askew import lines_of, slope_of
from indexer.extract.pdf_fonts import BOLD, ITALIC
from indexer.extract.pdf_inked_rules import find_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from indexer.extract.pdf_frames import Rule
    from indexer.extract.pdf_grey import Picture
    from indexer.extract.words import Words

    Floats = npt.NDArray[np.floating]

DPI: Final = 150
"""Dots an inch of a picture that tells: at 100 small type is blurred, and 200 and 300 tell no more."""

_TALL, _FOOT, _DEEP = 0.8, 0.05, 0.25  # of the size: above and below the base line
_LEAST_DOTS = 3  # breadth and height of what is measured
_SAMPLE = 8  # every so many dots of each row and column tell how dark ink and paper are
_BLACK, _PAPER = 1, 80  # percentiles of these
_SHADE = 0.25  # darkness from paper to black: less is a shadow on the paper, and as much from black is ink
_INKED = 0.5  # darkness of a dot
_LONG_RULE = 60.0  # points: what is shorter and underlines no words is dirt or a drawing
_UNDERLINED = 0.7  # of its length
_OVER, _UNDER = 0.1, 0.45  # of the size: so far above and below the base line a line underlines
_SLOWER = 0.75  # power of the size: small type has thicker strokes for it, and scanners add to all alike
_PLAIN = 0.25  # of the letters of a page, from the thinnest on: so many at least are not bold
_BOLD = 1.22
"""Times the strokes of plain letters: of 1,070 plain and 115 bold lines of scanned print, 3 plain ones have
thicker strokes and 16 bold ones, all of them running heads in small type, thinner ones."""

_FEW = 2  # letters, whose strokes alone tell little
_HEAVIEST = 1.95  # times them: emblems and stamps are read as letters with thicker strokes
_PERHAPS_BOLD = 1.15  # a word of a bold run has at least such strokes itself
_PUSH = 0.25  # dots to the left for a dot up: italics lean by 12 to 16 degrees
_ITALIC, _PERHAPS_ITALIC = 1.0, 0.93
"""Of 5,753 upright words of scanned print 99 in 100 have less than .93, and of 88 italic ones 1 in 100; of
whole lines no upright one without digits has more than .95, and no italic one less than 1.1."""

_LEANING = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}]{2}")

Rise = Literal["", "end", "whole"]
"""Whether a word ends in something raised, or is so as a whole."""

_SPARE: Final = 0.5  # points around a word
_HIGH: Final = 0.93  # of the size: no mark is higher, and letters of the line above end there
_FOOT_OF_MARK = 0.15  # of the size: a mark begins so far above the base line
_FOOT_BEHIND = 0.28  # and so far behind a word, whose last letter may end above it
_LEAST_MARK, _MOST_MARK = 0.3, 0.62  # of the size: the height of a mark; quotation marks are lower
_CROWN: Final = 0.62  # of the size: the top of a mark behind a word stands so high at least


class Looks(NamedTuple):
    """How words look: how thick their strokes are, in points, and how far they lean; 0 where unknown."""

    strokes: list[float]
    leans: list[float]

    def applied_to(self, words: Words) -> Words:
        """Return the words, in the sizes that they have, set in bold or in italics as they look.

        What is read in emblems is set in the usual size.
        """
        letters = np.array([len(text) for text in words.texts], dtype=np.float64)
        thick = np.array(self.strokes) / np.maximum(1.0, np.array(words.sizes)) ** _SLOWER
        inked = np.where(thick > 0, letters, 0.0)
        leans = np.array(self.leans)
        leaning = np.where(leans > 0, letters, 0.0)
        order = np.argsort(thick)
        reached = np.cumsum(inked[order])
        if not (len(reached) and reached[-1]):
            return words
        thick /= thick[order][np.searchsorted(reached, _PLAIN * reached[-1])]
        inked[thick > _HEAVIEST] = 0.0
        faces, sizes, usual = list(words.faces), list(words.sizes), float(np.median(words.sizes))
        for start, end in lines_of(words.groups, words.lefts):
            line = slice(start, end)
            if thick[line].min() > _HEAVIEST:
                sizes[line] = [usual] * (end - start)
            for face, count, ratio, least, own in (
                (BOLD, inked, thick, _BOLD, _PERHAPS_BOLD),
                (ITALIC, leaning, leans, _ITALIC, _PERHAPS_ITALIC),
            ):
                for first, last in _runs(count[line], ratio[line], least, own):
                    for at in range(start + first, start + last):
                        faces[at] |= face
        return words._replace(faces=faces, sizes=sizes)


class Ink:
    """The dots of a page: how dark each is, 0 to 1.

    Attributes:
        noted: The last note of the pages before, 0 where none is known.
    """

    def __init__(self, picture: Picture, noted: int = 0) -> None:
        self.noted = noted
        grey, black, paper = shades_of(picture)
        shades = (paper - np.arange(256, dtype=np.float32)) / max(1.0, paper - black)
        self._darkness = np.clip((shades - _SHADE) / (1 - 2 * _SHADE), 0.0, 1.0)[grey]
        self._inked = self._darkness > _INKED
        self._scale = picture.dpi / 72

    def rules(self, words: Words) -> tuple[Rule, ...]:
        """Return the ruled lines below words, and long ones, as on a sheet that is turned straight."""
        slope = slope_of(words.groups, words.lefts, words.bases)
        height, width = (dots / self._scale for dots in self._darkness.shape)
        found = find_rules(self._inked, self._scale, slope)
        feet = [
            base - slope * (left - width / 2) for base, left in zip(words.bases, words.lefts, strict=True)
        ]
        return tuple(
            (left + slope * (y - height / 2), right + slope * (y - height / 2), y)
            for left, right, y in found
            if right - left >= _LONG_RULE
            or _below(words, feet, left, right, y) >= _UNDERLINED * (right - left)
        )

    def looks(self, words: Words) -> Looks:
        """Return how the words look, where they stand in the picture."""
        height, width = self._darkness.shape
        lefts, rights, bases, sizes = (np.array(column, dtype=np.float64) for column in words[1:5])
        tops, feet, bottoms, firsts, lasts = (
            np.clip(np.rint(places * self._scale) + by, 0, most).astype(int).tolist()
            for places, by, most in (
                (bases - _TALL * sizes, 0, height),
                (bases + _FOOT * sizes, 0, height),
                (bases + _DEEP * sizes, 0, height),
                (lefts, -1, width),
                (rights, 1, width),
            )
        )
        looks = Looks([], [])
        rows = zip(words.texts, tops, feet, bottoms, firsts, lasts, strict=True)
        for text, top, foot, bottom, first, last in rows:
            whole = slice(top, bottom), slice(first, last)
            looks.strokes.append(_thickness(self._darkness[whole], self._inked[whole]) / self._scale)
            leaning = _lean(self._darkness[top:foot, first:last]) if _LEANING.search(text) else 0.0
            looks.leans.append(leaning)
        return looks

    def rise(self, left: float, right: float, base: float, size: float) -> Rise:
        """Return whether what stands between two places of a line ends in a raised mark, or is one."""
        height, width = self._darkness.shape
        top, bottom = (
            max(0, min(height, round(y * self._scale))) for y in (base - _HIGH * size, base + _DEEP * size)
        )
        first, last = (max(0, min(width, round(x * self._scale))) for x in (left - _SPARE, right + _SPARE))
        inked = self._inked[top:bottom, first:last]
        if not inked.any():
            return ""
        empty = ~inked.any(axis=0)
        line = base * self._scale - top
        feet = (line - len(inked) + np.argmax(inked[::-1], axis=0)) / (size * self._scale)
        low = np.flatnonzero(~empty & (feet < _FOOT_OF_MARK))
        start = int(np.flatnonzero(~empty & (feet < _FOOT_BEHIND))[-1]) + 1 if len(low) else 0
        start = min(start, _raised_from(empty, feet))
        rows = np.flatnonzero(inked[:, start:].any(axis=1))
        tall = (rows[-1] + 1 - rows[0]) / (size * self._scale) if len(rows) else 0.0
        if not _LEAST_MARK <= tall <= _MOST_MARK:
            return ""
        if not len(low):
            return "whole"
        return "end" if line - rows[0] >= _CROWN * size * self._scale else ""


def _raised_from(empty: npt.NDArray[np.bool_], feet: Floats) -> int:
    """Return where the signs begin at the end of a line of dots that all stand above the line, else its end.

    Args:
        empty: The columns without ink, which part signs.
        feet: How high above the line the ink of each begins.
    """
    start = len(empty)
    edges = np.flatnonzero(np.diff(np.concatenate(([True], empty, [True])).astype(np.int8)))
    for first, last in edges.reshape(-1, 2)[::-1].tolist():
        if feet[first:last].min() < _FOOT_OF_MARK:
            break
        start = first
    return start


def shades_of(picture: Picture) -> tuple[npt.NDArray[np.uint8], float, float]:
    """Return the dots of a picture, 0 to 255, and how bright its ink and its paper are."""
    head, _, pixels = picture.content.partition(b" 255\n")
    columns, rows = map(int, head.split()[1:])
    grey = np.frombuffer(pixels, dtype=np.uint8).reshape(rows, columns)
    black, paper = np.percentile(grey[::_SAMPLE, ::_SAMPLE], (_BLACK, _PAPER))
    return grey, float(black), float(paper)


def _below(words: Words, feet: Sequence[float], left: float, right: float, y: float) -> float:
    """Return how much of a ruled line stands right below words, whose base lines are given."""
    return sum(
        max(0.0, min(right, end) - max(left, start))
        for start, end, foot, size in zip(words.lefts, words.rights, feet, words.sizes, strict=True)
        if -_OVER * size < y - foot < _UNDER * size
    )


def _thickness(darkness: Floats, inked: npt.NDArray[np.bool_]) -> float:
    """Return the ink over the number of strokes that rows and columns of dots cross."""
    if min(darkness.shape) < _LEAST_DOTS:
        return 0.0
    across = np.count_nonzero(inked[:, 1:] > inked[:, :-1]) + np.count_nonzero(inked[:, 0])
    down = np.count_nonzero(inked[1:] > inked[:-1]) + np.count_nonzero(inked[0])
    return float(darkness.sum()) / max(1, int(across + down))


def _lean(darkness: Floats) -> float:
    """Return how much more upright the strokes of a word stand when its rows are pushed back, 1 as much."""
    height, width = darkness.shape
    if min(height, width) < _LEAST_DOTS:
        return 0.0
    pushed = np.rint(_PUSH * np.arange(height)).astype(int)  # the lowest row furthest to the right, as it is
    columns = np.arange(width) + pushed[:, None]
    upright = float(np.square(darkness.sum(axis=0)).sum())
    leaning = np.bincount(columns.ravel(), weights=darkness.ravel())
    return float(np.square(leaning).sum()) / upright if upright else 0.0


def _runs(letters: Floats, ratios: Floats, least: float, own: float) -> Iterator[tuple[int, int]]:
    """Give where the words of a line that look so begin and end.

    Words are short, and measured with their neighbours; no run is a number or a letter beside plain words.

    Args:
        letters: Of each word, 0 of one that tells nothing.
        ratios: How far each looks so.
        least: How far words do with their neighbours.
        own: And how far by itself, if it has more letters than a few.
    """
    near = _with_neighbours(letters * ratios) / np.maximum(1.0, _with_neighbours(letters))
    found = (near >= least) & ((ratios >= own) | (letters <= _FEW))
    edges = np.flatnonzero(np.diff(np.concatenate(([0], found, [0]))))
    for first, last in edges.reshape(-1, 2).tolist():
        if letters[first:last].sum() > _FEW or last - first == len(letters):
            yield first, last


def _with_neighbours(values: Floats) -> Floats:
    summed = values.copy()
    summed[1:] += values[:-1]
    summed[:-1] += values[1:]
    return summed
