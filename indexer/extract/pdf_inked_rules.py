"""The picture of a page -> its horizontal ruled lines: those above notes, of tables, and below words.

Typewriters underline headings, often word by word.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from indexer.extract.pdf_frames import Rule

    Bits = npt.NDArray[np.bool_]

_PIECE = 9.0  # points: below a short word; dashes and the bars of letters are shorter, or stand alone
_LEAST = 20.0  # points: of a whole rule
THIN: Final = 3.0  # points: what is higher is a picture
_LONG = 5.0  # times its height: a piece is longer
_BETWEEN = 10.0  # points: from one underlined word to the next
_LEVEL = 2.0  # points by which pieces of one rule stand higher or lower
_COVERED = 0.5  # of a rule by its pieces
_CLOSE, _STACKED = 5.0, 2  # points: a line has no two others so close; lines of text are further apart
_NEAR = 6  # ruled lines above and below one that are looked at
_MOST = 5_000  # runs of dots of a page: more are pictures


class Piece:
    """Dots without a gap, in rows right below each other.

    Attributes:
        left: The first column.
        right: The one behind the last.
        runs: The row, the first column and the one behind the last of each run of dots, from the top.
    """

    def __init__(self, row: int, left: int, right: int) -> None:
        self.left, self.right = left, right
        self.runs = [(row, left, right)]

    @property
    def first(self) -> int:
        """The upper row."""
        return self.runs[0][0]

    @property
    def last(self) -> int:
        """The lower row."""
        return self.runs[-1][0]

    def takes(self, row: int, left: int, right: int) -> bool:
        """Whether a run of dots goes on with the piece, which it then does."""
        if right < self.left - 1 or left > self.right + 1:
            return False
        self.left, self.right = min(left, self.left), max(right, self.right)
        self.runs.append((row, left, right))
        return True


def find_rules(inked: Bits, scale: float, slope: float) -> list[Rule]:
    """Return the ruled lines of a page in points, from the top, where lines run level.

    Args:
        inked: The dots of the page.
        scale: How many there are in a point.
        slope: How far its lines sink for a point to the right.
    """
    pieces = find_pieces(_levelled(inked, slope), scale)
    level = [
        (piece.left / scale, piece.right / scale, (piece.first + piece.last + 1) / 2 / scale)
        for piece in pieces
        if (high := piece.last + 1 - piece.first) <= THIN * scale and piece.right - piece.left > _LONG * high
    ]
    return _apart(sorted(_joined(level), key=lambda rule: rule[2]))


def find_pieces(inked: Bits, scale: float) -> list[Piece]:
    """Return what could be pieces of horizontal ruled lines; none of a page of pictures.

    Args:
        inked: The dots of the page.
        scale: How many there are in a point.
    """
    rows, lefts, rights = _runs(inked, round(_PIECE * scale))
    if len(rows) > _MOST:
        return []
    pieces: list[Piece] = []
    open_pieces: list[Piece] = []
    for row, left, right in zip(rows.tolist(), lefts.tolist(), rights.tolist(), strict=True):
        open_pieces = [piece for piece in open_pieces if piece.last + 2 >= row]
        if not any(piece.takes(row, left, right) for piece in open_pieces):
            open_pieces.append(Piece(row, left, right))
            pieces.append(open_pieces[-1])
    return pieces


def _apart(rules: list[Rule]) -> list[Rule]:
    """Return the ruled lines that stand apart: those of an emblem or a hatched area stand closer."""
    kept = []
    for at, (left, right, y) in enumerate(rules):
        around = (*rules[max(0, at - _NEAR) : at], *rules[at + 1 : at + 1 + _NEAR])
        close = (abs(other - y) < _CLOSE and start < right and end > left for start, end, other in around)
        if sum(close) < _STACKED:
            kept.append(rules[at])
    return kept


def _levelled(inked: Bits, slope: float) -> Bits:
    """Return the dots with each column moved up as far as it sinks."""
    width = inked.shape[1]
    sunk = np.rint(slope * (np.arange(width) - width / 2)).astype(int)
    edges = [0, *(np.flatnonzero(np.diff(sunk)) + 1).tolist(), width]
    return np.concatenate(
        [np.roll(inked[:, start:end], -int(sunk[start]), axis=0) for start, end in itertools.pairwise(edges)],
        axis=1,
    )


def _runs(inked: Bits, least: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the row, the start and the end of each run of dots that is long enough, from the top."""
    long, reach = inked, 1
    while reach < least:  # most rows have no such run
        step = min(reach, least - reach)
        long, reach = long[:, step:] & long[:, :-step], reach + step
    chosen = np.flatnonzero(long.any(axis=1))
    padded = np.zeros((len(chosen), inked.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = inked[chosen]
    changes = np.diff(padded, axis=1)
    rows, starts = np.nonzero(changes == 1)
    ends = np.nonzero(changes == -1)[1]
    whole = ends - starts >= least
    return chosen[rows[whole]], starts[whole], ends[whole]


def _joined(pieces: list[Rule]) -> Iterator[Rule]:
    """Give the rules that pieces make."""
    rules: list[list[Rule]] = []
    for left, right, y in sorted(pieces):
        near = (rule for rule in rules if abs(rule[-1][2] - y) <= _LEVEL and left - _end(rule) <= _BETWEEN)
        rule = next(near, None)
        if rule is None:
            rules.append([(left, right, y)])
        else:
            rule.append((left, right, y))
    for rule in rules:
        left, right = rule[0][0], _end(rule)
        covered = sum(end - start for start, end, _ in rule)
        if right - left >= _LEAST and covered >= _COVERED * (right - left):
            yield left, right, sum(y for *_, y in rule) / len(rule)


def _end(rule: list[Rule]) -> float:
    return max(end for _, end, _ in rule)
