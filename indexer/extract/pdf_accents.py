"""Accents that are signs of their own, printed over a letter: some fonts have no letters with accents.

The file holds "´" and "o", both at one place, for "ó".
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from indexer.extract.pdf_calls import Room

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.extract.pdf_calls import Calls

_COMBINING = {
    "`": "\u0300",
    "´": "\u0301",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¯": "\u0304",
    "ˉ": "\u0304",
    "˘": "\u0306",
    "˙": "\u0307",
    "¨": "\u0308",
    "˚": "\u030a",
    "˝": "\u030b",
    "ˇ": "\u030c",
    "¸": "\u0327",
    "˛": "\u0328",
}
_DOTLESS = {"ı": "i", "ȷ": "j"}
_BESIDE, _ABOVE = (
    0.2,
    0.4,
)  # of the height of the font: an accent stands no farther from the middle of a letter
_TOUCH = 0.08  # of the height of the font: no space is so narrow
JOINER = "\u2060"
"""What stands for an accent that was put on its letter: it prints nothing, and the count of signs stays."""

_Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def with_accents(characters: str, text: Any, calls: Calls) -> str:
    """Return the characters of a text page with each such accent on its letter."""
    if not any(accent in characters for accent in _COMBINING):
        return characters  # most pages
    page = _Page(characters, text, calls)
    for at, sign in enumerate(characters):
        if sign in _COMBINING:
            page.place(at)
    return "".join(page.signs)


class _Page:
    """The signs of a page while accents are put on letters."""

    def __init__(self, characters: str, text: Any, calls: Calls) -> None:
        self.signs = list(characters)
        self._text = text
        self._calls = calls
        self._room = Room("f", 4)

    def place(self, at: int) -> None:
        """Put an accent on the letter that it stands over, if any."""
        signs, box = self.signs, self._box(at)
        alone = not "".join(signs[at - 1 : at] + signs[at + 1 : at + 2]).strip()
        for letter in self._line(at) if alone else (at + 1, at - 1, at + 2, at - 2):
            sign = signs[letter] if 0 <= letter < len(signs) else ""
            if not sign.isalpha() or sign in _COMBINING or not _is_over(box, self._box(letter)):
                continue
            whole = unicodedata.normalize("NFC", _DOTLESS.get(sign, sign) + _COMBINING[signs[at]])
            if len(whole) == 1:
                signs[letter] = whole
                signs[at] = " " if alone else JOINER
                self._close_up(letter, -1)
                self._close_up(letter, 1)
            return

    def _line(self, at: int) -> Iterable[int]:
        """Return the places in the line of a sign, at whose end PDFium may hand an accent over."""
        start = at
        while start > 0 and self.signs[start - 1] not in "\r\n":
            start -= 1
        end = at
        while end < len(self.signs) and self.signs[end] not in "\r\n":
            end += 1
        return range(start, end)

    def _close_up(self, letter: int, step: int) -> None:
        """Take away the space between a letter and a sign that it touches: the accent was apart from that."""
        signs = self.signs
        other = letter + step
        while 0 <= other < len(signs) and signs[other] in (" ", JOINER):
            other += step
        if abs(other - letter) > 1 and 0 <= other < len(signs) and not signs[other].isspace():
            first, last = sorted((letter, other))
            before, behind = self._box(first), self._box(last)
            if abs(behind[0] - before[2]) < _TOUCH * abs(before[1] - before[3]):
                signs[first + 1 : last] = JOINER * (last - first - 1)

    def _box(self, at: int) -> _Box:
        self._room.clear(1)
        self._calls.loose_box(self._text, at, self._room.places[0])
        left, top, right, bottom = self._room.values[:4]
        return left, top, right, bottom


def _is_over(accent: _Box, letter: _Box) -> bool:
    """Whether an accent stands over a letter."""
    height = abs(letter[1] - letter[3])
    beside = abs(accent[0] + accent[2] - letter[0] - letter[2]) / 2
    above = abs(accent[1] + accent[3] - letter[1] - letter[3]) / 2
    return beside < _BESIDE * height and above < _ABOVE * height
