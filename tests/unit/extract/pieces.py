"""Words set at places, as pieces of lines."""

from __future__ import annotations

from typing import NamedTuple

from indexer.extract.words import Words

SIZE = 10.0
WIDTH = 595.0


class Piece(NamedTuple):
    """Words of a line, half a size wide each letter, and where they stand."""

    text: str
    left: float
    base: float
    size: float = SIZE


def words_of(*pieces: Piece) -> Words:
    """Return pieces as words, each half a size wide a letter."""
    found: list[tuple[str, float, float, float, float, int, int, bool, str]] = []
    for group, (text, left, base, size) in enumerate(pieces):
        at = left
        for word in text.split():
            right = at + 0.5 * size * len(word)
            found.append((word, at, right, base, size, 0, group, False, " "))
            at = right + 0.25 * size
    return Words(*(list(column) for column in zip(*found, strict=True)))


def lines(left: float, base: float, *texts: str, size: float = SIZE) -> list[Piece]:
    """Return lines of a cell, one below the other."""
    return [Piece(text, left, base + 1.15 * size * at, size) for at, text in enumerate(texts)]
