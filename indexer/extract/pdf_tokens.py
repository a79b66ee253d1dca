"""The text of a PDF page, and the runs of characters without a space in it."""

from __future__ import annotations

import ctypes
from array import array
from itertools import pairwise
from typing import Any, TypeVar

import regex

from indexer.extract.symbol_fonts import with_item_signs

_TOKEN = regex.compile(
    r"[^\s\u00a0\u0002\ufffe]+[\u0002\ufffe]?|[\u0002\ufffe]"
)  # PDFium's mark of a hyphen at a line end ends a word
_T = TypeVar("_T")
_UNITS = ctypes.POINTER(ctypes.c_ushort)


def characters_of(raw: Any, text: Any) -> str:
    """Return one character for each index of a text page."""
    count = raw.FPDFText_CountChars(text)
    if count <= 0:
        return ""
    # an array of the binding's kind would be a new type for each count of characters
    units = array("H", bytes(2 * count + 2))
    place = ctypes.cast(units.buffer_info()[0], _UNITS)
    written = raw.FPDFText_GetText(text, 0, count, place)
    characters = units.tobytes()[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
    if len(characters) == count:
        return with_item_signs(characters)
    # the text leaves characters out, or pairs of surrogates stand in it: one by one keeps the count
    codes = (raw.FPDFText_GetUnicode(text, i) for i in range(count))
    return "".join(
        chr(c) if 0 < c < 0xD800 or 0xDFFF < c < 0x110000 else "\ufffd" if c else " " for c in codes
    )


class Tokens:
    """Runs of characters without a space: one list for each property, and where lines begin among them.

    Attributes:
        texts: The characters.
        starts: Where they begin in the text of the page.
        lasts: Where their last characters stand there.
        groups: The line that they stand on.
        glued: Whether the one before it goes on in this one without a space.
        lines: The first one of each line.
    """

    def __init__(self, characters: str) -> None:
        self.texts: list[str] = []
        self.starts: list[int] = []
        self.lasts: list[int] = []
        self.groups: list[int] = []
        self.lines: list[int] = []
        at = 0
        # an empty line between the two signs of a line end does no harm
        for group, line in enumerate(characters.replace("\r", "\n").split("\n")):
            if line:
                # a printable line has no white space but blanks
                (self._split if line.isprintable() else self._split_at_tokens)(line, at)
                count = len(self.texts) - len(self.groups)
                if count:
                    self.lines.append(len(self.groups))
                self.groups += [group] * count
            at += len(line) + 1
        self.glued = [False] * len(self.texts)

    def _split(self, line: str, at: int) -> None:
        """Split a line that holds no white space but blanks."""
        texts, starts, lasts = self.texts, self.starts, self.lasts
        for token in line.split(" "):
            if token:
                texts.append(token)
                starts.append(at)
                at += len(token)
                lasts.append(at - 1)
            at += 1

    def _split_at_tokens(self, line: str, at: int) -> None:
        for match in _TOKEN.finditer(line):
            start, end = match.span()
            # PDFium's two signs of a hyphen that ends a line
            self.texts.append(match.group().replace("\u0002", "-").replace("\ufffe", "-"))
            self.starts.append(at + start)
            self.lasts.append(at + end - 1)

    def cut(self, cuts: dict[int, list[int]]) -> None:
        """Cut tokens in pieces that begin at the given places in them, the first of which is 0."""
        pieces = {
            at: list(pairwise([*places, self.lasts[at] - self.starts[at] + 1])) for at, places in cuts.items()
        }
        texts, starts, lasts = self.texts, self.starts, self.lasts
        self.texts = replaced(texts, {i: [texts[i][a:b] for a, b in found] for i, found in pieces.items()})
        self.glued = replaced(self.glued, {i: [a > 0 for a, _ in found] for i, found in pieces.items()})
        self.groups = replaced(self.groups, {i: [self.groups[i]] * len(found) for i, found in pieces.items()})
        self.lasts = replaced(
            lasts, {i: [starts[i] + b - 1 for _, b in found] for i, found in pieces.items()}
        )
        self.starts = replaced(starts, {i: [starts[i] + a for a, _ in found] for i, found in pieces.items()})
        self.lines = [at for at, groups in enumerate(pairwise([-1, *self.groups])) if groups[0] != groups[1]]


def replaced(values: list[_T], pieces: dict[int, list[_T]]) -> list[_T]:
    """Return a list in which the values at the given positions, which rise, are replaced by several."""
    result: list[_T] = []
    done = 0
    for at, several in pieces.items():
        result += values[done:at]
        result += several
        done = at + 1
    return result + values[done:]
