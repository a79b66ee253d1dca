"""The words of a PDF page with their places: one native call a page for the text, few for each word."""

from __future__ import annotations

import ctypes
from array import array
from collections import deque
from itertools import pairwise, repeat
from operator import le
from typing import TYPE_CHECKING, Any

import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from indexer.extract.pdf_calls import Calls
    from indexer.extract.pdf_fonts import Style, StyleReader

_TOKEN = regex.compile(
    r"[^\s\u00a0\u0002\ufffe]+[\u0002\ufffe]?|[\u0002\ufffe]"
)  # PDFium's mark of a hyphen at a line end ends a word
_UNITS = ctypes.POINTER(ctypes.c_ushort)
_BOX, _POINT = 16, 16  # bytes of four floats and of two doubles
_SIZE_CHANGE = 0.12  # of the size: a note mark glued to a word is smaller by more


class FoundWords:
    """The words of a page in page space and in the order of the file: one list for each property.

    Attributes:
        texts: The characters.
        groups: The line of PDFium's text that the word stands on.
        glued: Whether the word before it goes on in this one without a space.
        styles: How they are set.
        turns: The quarter turns of all styles.
        xs: Where the base line begins.
        ys: How high it stands.
    """

    def __init__(self, tokens: Tokens, styles: list[Style], turns: set[int]) -> None:
        self.texts = tokens.texts
        self.groups = tokens.groups
        self.glued = tokens.glued
        self.styles = styles
        self.turns = turns
        self.xs: list[float] = []
        self.ys: list[float] = []
        self.first: array[float] = array("f")
        self.last: array[float] = array("f")

    def lefts(self) -> list[float]:
        """Return the left edges."""
        return _each(min, self.first[0::4], self.last[0::4])

    def tops(self) -> list[float]:
        """Return the upper edges."""
        return _each(max, self.first[1::4], self.last[1::4])

    def rights(self) -> list[float]:
        """Return the right edges."""
        return _each(max, self.last[2::4], self.first[2::4])

    def bottoms(self) -> list[float]:
        """Return the lower edges."""
        return _each(min, self.first[3::4], self.last[3::4])


def _each(choose: Callable[[float, float], float], usual: array[float], other: array[float]) -> list[float]:
    """Return one of each two values; mostly it is the first one, which is found out at once."""
    ordered = map(le, usual, other) if choose is min else map(le, other, usual)
    return usual.tolist() if all(ordered) else list(map(choose, usual, other))


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
        return characters
    # the text leaves characters out, or pairs of surrogates stand in it: one by one keeps the count
    codes = (raw.FPDFText_GetUnicode(text, i) for i in range(count))
    return "".join(
        chr(c) if 0 < c < 0xD800 or 0xDFFF < c < 0x110000 else "\ufffd" if c else " " for c in codes
    )


class Tokens:
    """Runs of characters without a space: where they begin and end in the text of the page."""

    def __init__(self, characters: str) -> None:
        self.texts: list[str] = []
        self.starts: list[int] = []
        self.lasts: list[int] = []
        self.groups: list[int] = []
        at = 0
        # an empty line between the two signs of a line end does no harm
        for group, line in enumerate(characters.replace("\r", "\n").split("\n")):
            if line:
                # a printable line has no white space but blanks
                (self._split if line.isprintable() else self._split_at_tokens)(line, at)
                self.groups.extend(repeat(group, len(self.texts) - len(self.groups)))
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

    def cut(self, at: int, places: list[int]) -> None:
        """Cut a token in pieces that begin at the given places in it, the first of which is 0."""
        text, start, last = self.texts[at], self.starts[at], self.lasts[at]
        ends = [*places[1:], last - start + 1]
        self.texts[at : at + 1] = [text[a:b] for a, b in zip(places, ends, strict=True)]
        self.starts[at : at + 1] = [start + place for place in places]
        self.lasts[at : at + 1] = [start + end - 1 for end in ends]
        self.groups[at : at + 1] = [self.groups[at]] * len(places)
        self.glued[at : at + 1] = [False, *[True] * (len(places) - 1)]


class _PageStyles(dict["int | None", "Style"]):
    """The styles of the text objects of one page by address, each read when it is first asked for."""

    def __init__(self, reader: StyleReader) -> None:
        super().__init__()
        self._reader = reader
        self.turns: set[int] = set()

    def __missing__(self, address: int | None) -> Style:
        found = self[address] = self._reader.style(address)
        self.turns.add(found.turn)
        return found


class WordReader:
    """Reads the words of the pages of one document."""

    def __init__(self, calls: Calls, reader: StyleReader) -> None:
        self._calls = calls
        self._reader = reader

    def read(self, text: int, characters: str) -> FoundWords:
        """Return the words of the text page at an address, whose characters are given."""
        tokens = Tokens(characters)
        styles = _PageStyles(self._reader)
        objects = self._objects(text, tokens, styles)
        found = FoundWords(tokens, list(map(styles.__getitem__, objects)), styles.turns)
        found.first = self._boxes(text, tokens.starts)
        found.last = self._boxes(text, tokens.lasts)
        self._read_origins(text, tokens.starts, objects, found)
        return found

    def _objects(self, text: int, tokens: Tokens, styles: _PageStyles) -> list[int | None]:
        """Return the text object that each token begins in; cut tokens in which the size changes.

        Objects are asked for at the end of a token only where the next one begins in another object.
        """
        object_at = self._calls.text_object
        starts, lasts = tokens.starts, tokens.lasts
        objects: list[int | None] = list(map(object_at, repeat(text), starts))
        mixed = [
            i
            for i, (found, following) in enumerate(zip(objects, [*objects[1:], -1], strict=False))
            if found != following and lasts[i] != starts[i] and object_at(text, lasts[i]) != found
        ]
        for i in reversed(mixed):
            inside = list(map(object_at, repeat(text), range(starts[i], lasts[i] + 1)))
            places = _size_changes([styles[address].size for address in inside])
            if len(places) > 1:
                tokens.cut(i, places)
                objects[i : i + 1] = [inside[place] for place in places]
        return objects

    def _boxes(self, text: int, indices: list[int]) -> array[float]:
        """Return left, top, right and bottom of each character, as high as its font, one after the other."""
        boxes = array("f", bytes(_BOX * len(indices)))
        begin, _ = boxes.buffer_info()
        places = range(begin, begin + _BOX * len(indices), _BOX)
        deque(map(self._calls.loose_box, repeat(text), indices, places), maxlen=0)
        return boxes

    def _read_origins(
        self, text: int, starts: list[int], objects: list[int | None], found: FoundWords
    ) -> None:
        """Read where the base lines of the words begin.

        They are asked for where the object changes or the box moves up or down: the x of the words between
        is that of the first, which is used only for text that runs up or down.
        """
        bottoms = found.first[3::4].tolist()
        asked = [
            i
            for i, (item, before, bottom, above) in enumerate(
                zip(objects, [-1, *objects], bottoms, [0.0, *bottoms], strict=False)
            )
            if item != before or bottom != above
        ]
        points = array("d", bytes(_POINT * len(asked)))
        begin, _ = points.buffer_info()
        end = begin + _POINT * len(asked)
        places = range(begin, end, _POINT), range(begin + _POINT // 2, end + _POINT // 2, _POINT)
        deque(map(self._calls.origin, repeat(text), [starts[i] for i in asked], *places), maxlen=0)
        for (i, end), x, y in zip(pairwise([*asked, len(starts)]), points[0::2], points[1::2], strict=True):
            found.xs.extend(repeat(x, end - i))
            found.ys.extend(repeat(y, end - i))


def _size_changes(sizes: list[float]) -> list[int]:
    """Return where pieces of one size begin."""
    places = [0]
    for i, size in enumerate(sizes):
        start = sizes[places[-1]]
        if abs(size - start) > _SIZE_CHANGE * start:
            places.append(i)
    return places
