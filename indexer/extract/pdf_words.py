"""The words of a PDF page with their places, read with few native calls for each."""

from __future__ import annotations

from array import array
from collections import deque
from itertools import chain, compress, pairwise, repeat
from operator import attrgetter, le, ne, or_, sub
from statistics import median_low
from typing import TYPE_CHECKING, Any

from indexer.extract.pdf_accents import JOINER
from indexer.extract.pdf_arabic import has_arabic, set_vowels, settle
from indexer.extract.pdf_calls import Room, as_seen, pointer_to
from indexer.extract.pdf_fonts import COLOURED, UNSEEN, is_coloured
from indexer.extract.pdf_narrow import NarrowGaps
from indexer.extract.pdf_spaces import ANY_CJK
from indexer.extract.pdf_tokens import Tokens, replaced

if TYPE_CHECKING:
    from collections.abc import Callable

    from indexer.extract.pdf_calls import Calls
    from indexer.extract.pdf_fonts import Style, StyleReader

_HEADING = 13  # words of one line of a heading at most: more than half of all lines have more
_SIZE_CHANGE = 0.12  # of the size: a note mark glued to a word is smaller by more


class FoundWords:
    """The words of a page in page space and in the order of the file: one list for each property.

    Attributes:
        texts: The characters.
        groups: The line of PDFium's text that the word stands on.
        glued: Whether the word before it goes on in this one without a space.
        styles: How they are set.
        turns: The quarter turns of all styles.
        objects: The text object that each begins in.
        read: All text objects that were met.
        narrow: What the gap before each is where it is narrow.
        xs: Where the base line begins.
        ys: How high it stands.
    """

    def __init__(
        self,
        tokens: Tokens,
        objects: list[int | None],
        styles: dict[int | None, Style],
        narrow: NarrowGaps,
    ) -> None:
        self.texts = tokens.texts
        self.groups = tokens.groups
        self.glued = tokens.glued
        self.styles = list(map(styles.__getitem__, objects))
        self.turns = {style.turn for style in set(styles.values())}
        self.objects = objects
        self.read = frozenset(styles)
        self.narrow = narrow
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

    def heights(self) -> list[float]:
        """Return how high the words are, each as it stands: across the page where it runs up or down."""
        across = map(sub, self.rights(), self.lefts())
        upright = map(sub, self.tops(), self.bottoms())
        turns = map(attrgetter("turn"), self.styles)
        return [(high, wide)[turn % 2] for high, wide, turn in zip(upright, across, turns, strict=True)]


def _each(choose: Callable[[float, float], float], usual: array[float], other: array[float]) -> list[float]:
    """Return one of each two values; mostly it is the first one, which is found out at once."""
    ordered = map(le, usual, other) if choose is min else map(le, other, usual)
    return usual.tolist() if all(ordered) else list(map(choose, usual, other))


class WordReader:
    """Reads the words of the pages of one document."""

    def __init__(self, calls: Calls, reader: StyleReader) -> None:
        self._calls = calls
        self._reader = reader
        self._box_room = Room("f", 4)
        self._point_room = Room("d", 1)

    def read(self, text: Any, characters: str, turn: int) -> FoundWords:
        """Return the words of a text page.

        Args:
            text: The handle of the text page.
            characters: Of the page.
            turn: Quarter turns to the right by which its words stand upright.
        """
        text = pointer_to(text)
        tokens = Tokens(characters)
        vowels = settle(tokens, text, as_seen(self._calls, turn)) if has_arabic(characters) else {}
        objects, torn = self._objects(text, tokens)
        mixed = {at: self._inside(text, tokens, at) for at in torn}
        styles = self._reader.styles(chain(objects, *mixed.values()))
        objects = _cut(tokens, objects, mixed, styles)
        set_vowels(tokens, vowels)
        if JOINER in characters:
            tokens.texts = [word.replace(JOINER, "") or word for word in tokens.texts]
        narrow = NarrowGaps(tokens, text, self._calls)
        found = FoundWords(tokens, objects, styles, narrow)
        self._mark_coloured(tokens, objects, found)
        found.first = self._boxes(text, tokens.starts)
        found.last = self._boxes(text, tokens.lasts)
        self._read_origins(text, tokens.starts, objects, found)
        return found

    def _objects(self, text: Any, tokens: Tokens) -> tuple[list[int | None], list[int]]:
        """Return the text object that each token begins in, and the tokens that end in another one.

        The signs of an object follow each other: what stands between two signs of an object is of it too.
        """
        object_at, starts, lasts = self._calls.text_object, tokens.starts, tokens.lasts
        objects: list[int | None] = [None] * len(starts)
        torn: list[int] = []
        waiting: list[tuple[int, int]] = []
        for first, following in pairwise([*tokens.lines, len(starts)]):
            last = following - 1
            begun, ended = object_at(text, starts[first]), object_at(text, lasts[last])
            if begun == ended and begun is not None:
                objects[first:following] = [begun] * (following - first)
                continue
            objects[first], objects[last] = begun, object_at(text, starts[last])
            waiting.append((first, last))
            if ended != objects[last]:
                torn.append(last)
        while waiting:
            first, last = waiting.pop()
            begun = objects[first]
            if begun == objects[last] and begun is not None:
                objects[first:last] = [begun] * (last - first)
            elif last - first > 1:
                middle = (first + last) // 2
                objects[middle] = object_at(text, starts[middle])
                waiting += (first, middle), (middle, last)
            elif begun != objects[last] and object_at(text, lasts[first]) != begun:
                torn.append(first)
        return objects, sorted(torn)

    def _mark_coloured(self, tokens: Tokens, objects: list[int | None], found: FoundWords) -> None:
        """Mark the words of lines that begin and end in a colour, as headings may be set.

        Only these objects are asked, and those of short lines first: a page has several times as many.
        """
        lines = list(pairwise([*tokens.lines, len(objects)]))
        short = (objects[first] for first, following in lines if following - first <= _HEADING)
        if not any(map(is_coloured, set(self._reader.inks(short).values()))):
            return  # most pages
        inks = self._reader.inks(objects[at] for first, following in lines for at in (first, following - 1))
        shade = median_low(min(inks[objects[first]]) for first, _ in lines if objects[first])
        coloured = {address for address, ink in inks.items() if is_coloured(ink, shade)}
        for first, following in lines:
            marked = objects[first] in coloured and objects[following - 1] in coloured
            if marked and not found.styles[first].face & UNSEEN:
                found.styles[first:following] = [
                    style._replace(face=style.face | COLOURED) for style in found.styles[first:following]
                ]

    def _inside(self, text: Any, tokens: Tokens, at: int) -> list[int | None]:
        """Return the text objects of the signs of a token."""
        signs = range(tokens.starts[at], tokens.lasts[at] + 1)
        objects = list(map(self._calls.text_object, repeat(text), signs))
        return _without_accents(tokens.texts[at], objects) if JOINER in tokens.texts[at] else objects

    def _boxes(self, text: Any, indices: list[int]) -> array[float]:
        """Return left, top, right and bottom of each character, as high as its font, one after the other."""
        room = self._box_room
        room.clear(len(indices))
        deque(map(self._calls.loose_box, repeat(text), indices, room.places), maxlen=0)
        return room.values[: 4 * len(indices)]

    def _read_origins(
        self, text: Any, starts: list[int], objects: list[int | None], found: FoundWords
    ) -> None:
        """Read where the base lines of the words begin.

        They are asked for where the object changes or the box moves up or down: the x of the words between
        is that of the first, which is used only for text that runs up or down.
        """
        bottoms = found.first[3::4].tolist()
        moved = map(or_, map(ne, objects, [-1, *objects]), map(ne, bottoms, [0.0, *bottoms]))
        asked = list(compress(range(len(objects)), moved))
        room, count = self._point_room, len(asked)
        room.clear(2 * count)
        places = room.places[:count], room.places[count : 2 * count]
        deque(map(self._calls.origin, repeat(text), [starts[i] for i in asked], *places), maxlen=0)
        xs, ys = room.values[:count], room.values[count : 2 * count]
        for (i, end), x, y in zip(pairwise([*asked, len(starts)]), xs, ys, strict=True):
            found.xs += [x] * (end - i)
            found.ys += [y] * (end - i)


def _cut(
    tokens: Tokens,
    objects: list[int | None],
    mixed: dict[int, list[int | None]],
    styles: dict[int | None, Style],
) -> list[int | None]:
    """Cut tokens in which the size changes, and return the text object that each piece begins in.

    Those of ideographs, which may be a whole sentence, are cut where the face changes as well.
    """
    cuts: dict[int, list[int]] = {}
    begun: dict[int, list[int | None]] = {}
    for i, inside in mixed.items():
        if len({styles[item] for item in set(inside)}) == 1:
            continue  # most
        faces = ANY_CJK.search(tokens.texts[i]) is not None
        places = changes([styles[item] for item in inside], faces=faces)
        if len(places) > 1:
            cuts[i] = places
            begun[i] = [inside[place] for place in places]
    if not cuts:
        return objects
    tokens.cut(cuts)
    return replaced(objects, begun)


def _without_accents(word: str, objects: list[int | None]) -> list[int | None]:
    """Return the objects of the signs of a word, for accents those of signs beside them."""
    for at, sign in enumerate(word):
        if sign == JOINER:
            objects[at] = objects[at - 1] if at else objects[min(1, len(word) - 1)]
    return objects


def changes(styles: list[Style], *, faces: bool) -> list[int]:
    """Return where pieces of one size begin, and those of one face where these are wanted too."""
    places = [0]
    for i, style in enumerate(styles):
        start = styles[places[-1]]
        if abs(style.size - start.size) > _SIZE_CHANGE * start.size or (faces and style.face != start.face):
            places.append(i)
    return places
