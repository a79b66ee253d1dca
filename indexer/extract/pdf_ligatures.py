"""What PDFium mixes up in lines from right to left: letters of Arabic ligatures, signs beside numbers."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import regex

from indexer.extract.pdf_calls import Room

if TYPE_CHECKING:
    from collections.abc import Callable

    from indexer.extract.pdf_calls import Calls

_LAST = frozenset("اأإآٱدذرزوى")  # they join no letter behind them: a ligature may end with one, not begin
_LETTERS = regex.compile(r"[\p{Arabic}&&\p{L}]{2,}", regex.V1)
_LINE = regex.compile(r"[^\r\n]+")
_RIGHT = regex.compile(r"[\p{Arabic}&&\p{L}]", regex.V1)
_LEFT = regex.compile(r"[\p{L}--\p{Arabic}]", regex.V1)
# a number or a Latin word, and a stop, a bracket or a letter of the other direction beside it
_MIXED = regex.compile(r"(?=\S*[\p{Nd}\p{Latin}])(?=\S*[^\s\p{Nd}\p{Latin}])\S+")
_FORWARD = regex.compile(r"[\p{Nd}\p{Latin}]+(?:[./,:_-]+[\p{Nd}\p{Latin}]+)*")
_STOP_BEFORE = regex.compile(
    r"^([.,،:؛]+)([\p{Nd}\p{Latin}]+)$"
)  # a label "1." that was set from left to right


def untwisted(characters: str, text: Any, calls: Calls) -> str:
    """Return the characters of a text page with the letters of Arabic ligatures, and numbers, in their order.

    PDFium turns a line from right to left around sign by sign, and with it the letters that a font draws as
    one: alef and lam for lam and alef. As one glyph they begin at one place. A line that the file draws from
    right to left it leaves alone, and such letters with it.
    """
    if characters.isascii():
        return characters  # most pages
    runs = [match.span() for match in _LETTERS.finditer(characters)]
    if not runs:
        return characters
    origin = _origins(characters, text, calls)
    letters = list(characters)
    for start, end in runs:
        for _, glyph in groupby(range(start, end), origin):
            places = list(glyph)
            if len(places) > 1 and not _is_in_order(letters[places[0]], letters[places[-1]]):
                letters[places[0] : places[-1] + 1] = reversed(letters[places[0] : places[-1] + 1])
    return in_order("".join(letters), text, calls)


def _is_in_order(first: str, last: str) -> bool:
    """Whether the letters of a ligature can only be in their order."""
    return last in _LAST and first not in _LAST


def in_order(characters: str, text: Any, calls: Calls) -> str:
    """Return the characters with the signs of numbers and Latin words as they are read.

    Lines are read from right to left, and such words in them from left to right: what stands to the left of a
    number in the picture follows it.
    """
    origin = _origins(characters, text, calls)
    signs = list(characters)
    for line in _LINE.finditer(characters):
        if len(_RIGHT.findall(line.group())) <= len(_LEFT.findall(line.group())):
            continue
        for word in _MIXED.finditer(characters, line.start(), line.end()):
            order = sorted(range(*word.span()), key=lambda at: -origin(at)[0])
            read = _FORWARD.sub(lambda run: run.group()[::-1], "".join(characters[at] for at in order))
            signs[word.start() : word.end()] = _STOP_BEFORE.sub(r"\2\1", read)
    return "".join(signs)


def _origins(characters: str, text: Any, calls: Calls) -> Callable[[int], tuple[float, float]]:
    """Return what says where a character begins."""
    room = Room("d", 1)
    room.clear(2 * len(characters))

    def origin(at: int) -> tuple[float, float]:
        calls.origin(text, at, *room.places[2 * at : 2 * at + 2])
        return room.values[2 * at], room.values[2 * at + 1]

    return origin
