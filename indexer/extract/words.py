"""The words of a page with their places, one list for each property."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from indexer.extract.pdf_narrow import Chosen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.extract.pdf_narrow import Gaps


class Words(NamedTuple):
    """The upright words of a page in the order of the file: one list for each property.

    A page has some four hundred words, and an object for each would cost more than reading them.

    Attributes:
        texts: The characters.
        lefts: Left edge of the first glyph, as seen.
        rights: Right edge of the last one.
        bases: The base line.
        sizes: Font size.
        faces: Bits of the face: bold, italic.
        groups: The line of PDFium's text that the word stands on.
        glued: Whether the word before it goes on in this one without a space.
        narrow: What the gap before it is where it is narrow.
    """

    texts: Sequence[str] = ()
    lefts: Sequence[float] = ()
    rights: Sequence[float] = ()
    bases: Sequence[float] = ()
    sizes: Sequence[float] = ()
    faces: Sequence[int] = ()
    groups: Sequence[int] = ()
    glued: Sequence[bool] = ()
    narrow: Gaps = ()

    def some(self, chosen: Sequence[bool]) -> Words:
        """Return the words that are chosen."""
        return self.at(list(compress(range(len(chosen)), chosen)))

    def at(self, places: Sequence[int]) -> Words:
        """Return the words at some places."""
        *columns, narrow = self
        return Words._make(
            [*([column[place] for place in places] for column in columns), Chosen(narrow, places)]
        )


class SidewaysWord(NamedTuple):
    """A word that does not stand upright, as beside a wide table: its place, size and line."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    group: int
