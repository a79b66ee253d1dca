"""Text -> lines that fit a width in columns, whatever its script."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from indexer.present.style import columns, cut_to

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
    for piece in _pieces(text):
        left = piece
        if not is_empty and columns(line + left.rstrip()) > width:
            lines.append(line.rstrip())
            line, is_empty = hanging, True
        while columns(line + left.rstrip()) > width:
            head = cut_to(left, width - columns(line)) or left[:1]
            lines.append(line + head)
            line, left = hanging, left[len(head) :]
        line += left
        is_empty = is_empty and not left
    return lines if is_empty else [*lines, line.rstrip()]


def _pieces(text: str) -> Iterator[str]:
    """What may not be broken: words with the space behind them, characters that are words with their stop."""
    piece = ""
    for letter in text:
        is_word = columns(letter) > 1 and letter.isalpha()
        ends = piece and (
            (piece[-1].isspace() and not letter.isspace())
            or (is_word and not piece[-1].isspace())
            or (columns(piece[-1]) > 1 and letter.isalnum())
        )
        if ends:
            yield piece
            piece = ""
        piece += letter
    if piece:
        yield piece
