"""Text -> lines that fit a width in columns, whatever its script."""

from __future__ import annotations

import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING

from indexer.present.style import columns

if TYPE_CHECKING:
    from collections.abc import Iterator


def wrapped(text: str, width: int, *, indent: str = "", hanging: str = "") -> list[str]:
    """Lines of a text: broken at spaces, and between characters of scripts that write none.

    Args:
        text: On one line.
        width: Columns of a line.
        indent: Stands before the first line.
        hanging: Stands before the others.

    >>> wrapped("人权理事会，报告", 6), wrapped("a lens of glass", 7)
    (['人权理', '事会，', '报告'], ['a lens', 'of', 'glass'])
    """
    if text.isascii():
        return textwrap.wrap(
            text, width, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False
        )
    lines: list[str] = []
    line, is_empty = indent, True
    used = columns(indent)
    for piece in _pieces(text):
        words = piece.rstrip()
        rest, at = columns(words), 0
        if not is_empty and used + rest > width:
            lines.append(line.rstrip())
            line, is_empty, used = hanging, True, columns(hanging)
        while used + rest > width and at < len(words):
            end = _cut(piece, at, width - used)
            lines.append(line + piece[at:end])
            rest -= columns(piece[at:end])
            line, at, used = hanging, end, columns(hanging)
        line += piece[at:]
        used += rest + len(piece) - len(words)
        is_empty = is_empty and at == len(piece)
    return lines if is_empty else [*lines, line.rstrip()]


def _cut(text: str, start: int, room: int) -> int:
    """Where a line ends that begins somewhere in a text: as far as there is room, and behind one letter."""
    for at in range(start, len(text)):
        room -= columns(text[at])
        if room < 0:
            return max(at, start + 1)
    return len(text)


def _pieces(text: str) -> Iterator[str]:
    """What may not be broken: words with the space behind them, characters that are words with their stop."""
    start = 0
    for at, (before, letter) in enumerate(pairwise(text), 1):
        is_word = columns(letter) > 1 and letter.isalpha()
        if (
            (before.isspace() and not letter.isspace())
            or (is_word and not before.isspace())
            or (columns(before) > 1 and letter.isalnum())
        ):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]
