"""The whole forms of a field, for words that differ from one of them in a few letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from indexer.store.analysis import WHOLE_FORM
from indexer.store.terms import field_term

if TYPE_CHECKING:
    from indexer.store.ascending import Numbers
    from indexer.store.segment import Segment


class _Table(NamedTuple):
    """Forms by their length in bytes: lengths, sets of pairs of bytes, and places in the table of terms."""

    lengths: Numbers
    pairs: Numbers
    places: Numbers

    def near(self, length: int, pairs: Numbers, most_apart: int, most_other: int) -> list[int]:
        """Return the places of the forms whose length and set of pairs differ no more."""
        low, high = np.searchsorted(self.lengths, [length - most_apart, length + most_apart + 1]).tolist()
        other = np.bitwise_count(self.pairs[low:high] ^ pairs)
        places: list[int] = self.places[low:high][other <= most_other].tolist()
        return places


class Likeness:
    """The forms of one field in a segment, those in ASCII and the others apart."""

    def __init__(self, segment: Segment, field: str) -> None:
        self._segment = segment
        low = segment.place_of(field_term(field, WHOLE_FORM))
        high = segment.place_of(field_term(field, chr(ord(WHOLE_FORM) + 1)))
        starts = segment.file.array("terms.starts")[low : high + 1].astype(np.int64)
        lengths, pairs, wide = _described(segment, starts)
        places = np.arange(low, high)
        order = np.argsort(lengths, kind="stable")
        order = order[np.argsort(wide[order], kind="stable")]
        border = len(order) - int(np.count_nonzero(wide))
        self._narrow, self._wide = (
            _Table(lengths[some], pairs[some], places[some]) for some in (order[:border], order[border:])
        )

    def like(self, word: str, distance: int) -> list[str]:
        """Return the whole forms that may differ from a word in so few letters: a few too many.

        A form is left out by its length, or by the set of its pairs of bytes: one letter put in place of
        another takes two pairs away and brings two. A letter beyond ASCII has up to four bytes.
        """
        encoded = word.encode()
        pairs = np.bitwise_or.reduce(_pairs(np.frombuffer(WHOLE_FORM.encode() + encoded, np.uint8)))
        times = 1 if word.isascii() else 4
        places = self._narrow.near(len(encoded), pairs, times * distance, 4 * times * distance)
        places += self._wide.near(len(encoded), pairs, 4 * distance, 16 * distance)
        term_at = self._segment.term_at
        return [term_at(place)[2:].decode() for place in places]


def _pairs(text: Numbers) -> Numbers:
    """Return a bit of 64 for each byte with the one behind it, none for the last."""
    bits = np.zeros(len(text), np.uint64)
    np.left_shift(np.uint64(1), (text[:-1].astype(np.uint64) * 7 + text[1:]) & 63, out=bits[:-1])
    return bits


def _described(segment: Segment, starts: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return lengths and sets of pairs of some forms, and which of them are no ASCII."""
    if len(starts) < 2:
        none = np.zeros(0, np.int64)
        return none, none.astype(np.uint64), none.astype(bool)
    text = np.frombuffer(segment.file.view("terms.text", int(starts[0]), int(starts[-1])), np.uint8)
    begins, ends = starts[:-1] - starts[0], starts[1:] - starts[0]
    bits = _pairs(text)
    bits[begins] = bits[ends - 1] = 0  # across the borders of forms
    return np.diff(starts) - 2, np.bitwise_or.reduceat(bits, begins), np.maximum.reduceat(text, begins) > 127
