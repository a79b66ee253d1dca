"""The terms of a segment with their postings, as Whoosh asks for them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.codec import base
from whoosh.matching.mcore import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from indexer.store.arrays import Occurrences
from indexer.store.codec_records import record_lengths
from indexer.store.terms import FIELDS, INDIRECT, PASSAGE_FIELDS, field_term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.store.arrays import SegmentArrays
    from indexer.store.segment import Entry


class TermsReader(base.TermsReader):
    """The terms of a segment and their postings."""

    def __init__(self, arrays: SegmentArrays) -> None:
        self._arrays = arrays
        self._segment = arrays.segment

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return bool(self._entries(*term))

    def _entries(self, field: str, text: bytes) -> tuple[Entry, ...]:
        return self._segment.find(field, text.decode()) if field in FIELDS else ()

    def cursor(self, fieldname: str, fieldobj: Any) -> Cursor:
        """Return a cursor over the terms of a field."""
        return Cursor(self, fieldname, fieldobj)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield every term."""
        for field in FIELDS:
            yield from self.terms_from(field, b"", stop=True)

    def terms_from(self, fieldname: str, prefix: bytes, *, stop: bool = False) -> Iterator[tuple[str, bytes]]:
        """Yield the terms from a place on, of all fields unless told to stop."""
        segment = self._segment
        last = b""
        for place in range(segment.place_of(field_term(fieldname, prefix.decode())), segment.term_count):
            term = segment.term_at(place)
            if stop and FIELDS[term[0]] != fieldname:
                return
            if term != last:
                yield FIELDS[term[0]], term[1:]
            last = term

    def items(self) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Yield every term with what is known of it."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Yield the terms from a place on with what is known of them."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> Any:
        """Return how often a term stands where.

        Raises:
            KeyError: It is not there.
        """
        records, counts, _ = self._postings(fieldname, text)
        lengths = record_lengths(self._arrays, fieldname)[records]
        return TermInfo(
            weight=float(counts.sum()),
            df=len(records),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(counts.max()),
            minid=int(records[0]),
            maxid=int(records[-1]),
        )

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        """Return a matcher over the postings of a term."""
        try:
            records, counts, places = self._postings(fieldname, text)
        except KeyError as error:
            raise TermNotFound(f"No term {fieldname}:{text!r}") from error
        return PostingsMatcher(
            records.tolist(), counts.astype(float).tolist(), format_, scorer, (fieldname, text), places
        )

    def indexed_field_names(self) -> tuple[str, ...]:
        """Return the fields."""
        return FIELDS

    def _postings(self, field: str, text: bytes) -> tuple[Any, Any, Occurrences | None]:
        """Return the records of a term, how often it stands in each, and its positions by unit."""
        entries = self._entries(field, text)
        if not entries:
            raise KeyError((field, text))
        if field not in PASSAGE_FIELDS:
            units, counts = self._arrays.postings(entries[0])
            return units, counts.astype(np.int64), None
        held = _joined([self._arrays.occurrences(entry) for entry in entries])
        if field not in INDIRECT:
            return held.units, held.counts, held
        unit_of = self._arrays.column(field)
        at = np.full(self._arrays.unit_count(field), -1)
        at[held.units] = np.arange(len(held.units))
        chosen = at[unit_of]
        records = np.flatnonzero(chosen >= 0)
        nth = chosen[records]
        return (
            records,
            held.counts[nth],
            held._replace(units=records, counts=held.counts[nth], starts=held.starts[nth]),
        )


def _joined(several: list[Occurrences]) -> Occurrences:
    """Return the occurrences of several lists as one."""
    if len(several) == 1:
        return several[0]
    units = np.concatenate([np.repeat(one.units, one.counts) for one in several])
    places = np.concatenate([one.places.astype(np.int64) for one in several])
    units, places = np.unique(np.stack([units, places]), axis=1)  # a word with two stems stands in both lists
    held, counts = np.unique(units, return_counts=True)
    return Occurrences(held, counts, np.cumsum(counts) - counts, places)


class PostingsMatcher(ListMatcher):
    """Postings of one term, with positions where the field has them."""

    def __init__(  # noqa: PLR0917 - as Whoosh makes its own
        self,
        ids: list[int],
        weights: list[float],
        format_: Any,
        scorer: Any,
        term: Any,
        held: Any,
        at: int = 0,
    ) -> None:
        super().__init__(ids, weights, format=format_, scorer=scorer, term=term, position=at)
        self._held = held

    def copy(self) -> PostingsMatcher:
        """Return another matcher at the same place."""
        return PostingsMatcher(
            self._ids, self._weights, self._format, self._scorer, self._term, self._held, self._i
        )

    def skip_to(self, id: int) -> None:  # noqa: A002 - Whoosh's signature
        """Go to the first record from the given one on."""
        self._i: int = bisect_left(self._ids, id, self._i)

    def supports_block_quality(self) -> bool:
        """Return False: all postings are visited."""
        return False

    def supports(self, astype: str) -> bool:
        """Return whether positions, or frequencies, can be had."""
        return astype == "frequency" or (astype == "positions" and self._held is not None)

    def value_as(self, astype: str) -> Any:
        """Return the positions, or the frequency, at the present record."""
        if astype == "frequency":
            return int(self._weights[self._i])
        start, count = int(self._held.starts[self._i]), int(self._held.counts[self._i])
        return self._held.places[start : start + count].tolist()


class Cursor(base.FieldCursor):
    """A place among the terms of one field."""

    def __init__(self, terms: TermsReader, field: str, kind: Any) -> None:
        self._terms = terms
        self._field = field
        self._kind = kind
        self._text: bytes | None = None
        self.first()

    def first(self) -> Any:
        """Go to the first term."""
        return self._go(b"")

    def find(self, term: Any) -> Any:
        """Go to the first term from the given one on."""
        return self._go(term if isinstance(term, bytes) else term.encode())

    def _go(self, term: bytes) -> Any:
        self._rest = self._terms.terms_from(self._field, term, stop=True)
        return self.next()

    def next(self) -> Any:
        """Go to the next term."""
        _, self._text = next(self._rest, (None, None))
        return self.text()

    def text(self) -> Any:
        """Return the present term, None behind the last."""
        return self._kind.from_bytes(self._text) if self._text is not None else None

    def term_info(self) -> Any:
        """Return what is known of the present term."""
        return self._terms.term_info(self._field, self._text or b"")

    def is_valid(self) -> bool:
        """Return whether there is a present term."""
        return self._text is not None
