"""Arabic ligatures, whose letters PDFium hands over back to front."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import regex

from indexer.extract.pdf_calls import Room
from indexer.extract.pdf_directions import in_order

if TYPE_CHECKING:
    from indexer.extract.pdf_calls import Calls

_LAST = frozenset("اأإآٱدذرزوى")  # they join no letter behind them: a ligature may end with one, not begin
_LETTERS = regex.compile(r"[\p{Arabic}&&\p{L}]{2,}", regex.V1)


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
    room = Room("d", 1)
    room.clear(2 * len(characters))
    letters = list(characters)
    for start, end in runs:
        for at in range(start, end):
            calls.origin(text, at, *room.places[2 * at : 2 * at + 2])
        for _, glyph in groupby(range(start, end), lambda at: (room.values[2 * at], room.values[2 * at + 1])):
            places = list(glyph)
            if len(places) > 1 and not _is_in_order(letters[places[0]], letters[places[-1]]):
                letters[places[0] : places[-1] + 1] = reversed(letters[places[0] : places[-1] + 1])
    return in_order("".join(letters), text, calls)


def _is_in_order(first: str, last: str) -> bool:
    """Whether the letters of a ligature can only be in their order."""
    return last in _LAST and first not in _LAST
