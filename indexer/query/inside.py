"""A document and a citation of it -> the records in it that are meant."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from indexer.grammar.addresses import Address, same_sub
from indexer.grammar.section_numbers import has_number
from indexer.query.below import LISTED, above, answered, below
from indexer.query.cite import citation_of
from indexer.query.misses import miss_sentence, part_miss, scope_words
from indexer.query.places_meant import (
    HEADED,
    covers,
    ends_alike,
    is_listed_as,
    is_on_pages,
    is_physically_on,
    is_printed_on,
    is_under,
    lies_in,
    page_printed,
    scope_of,
)
from indexer.store.terms import number_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.grammar.citations import Citation
    from indexer.grammar.pinpoints import Pinpoint
    from indexer.model import Record
    from indexer.query.documents import Edition, Place
    from indexer.query.shown import Said
    from indexer.store import StoreReader
    from indexer.store.terms import Row


_TOLD = 3
"""Places of which it is told that they are on another page."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """A record that was asked for, and the part of it; the part is empty for the whole."""

    record: Record
    part: str = ""


def _is_on(record: Record, pages: Sequence[Pinpoint]) -> bool:
    """Return whether a record stands on one of some pages, whether these are the printed ones or counted."""
    return is_on_pages(record, pages) or any(is_physically_on(record, page) for page in pages)


def _on_pages(found: list[Wanted], pages: Sequence[Pinpoint]) -> list[Wanted]:
    """Return what stands on the pages that are named with a place, or all where nothing does."""
    return [one for one in found if is_on_pages(one.record, pages)] or found if pages else found


def _left_out(asked: Pinpoint, found: Sequence[Wanted]) -> list[Pinpoint]:
    """Return what is not there of a range that is too long to be written out, what lies behind all as one."""
    if asked.last is None or not (asked.number.isdecimal() and asked.last.isdecimal()):
        return []
    addresses = (Address.try_parse(one.record.address) for one in found)
    numbers = (one.number for one in addresses if one is not None and one.unit == asked.unit)
    held = {int(number) for number in numbers if number.isdecimal()}
    last = max(held, default=int(asked.number))
    left = [nth for nth in range(int(asked.number), last) if nth not in held]
    missing = [msgspec.structs.replace(asked, number=str(nth), last=None) for nth in left]
    is_longer = bool(held) and last < int(asked.last)
    return [*missing, msgspec.structs.replace(asked, number=str(last + 1))] if is_longer else missing


def _with_notes(found: list[Wanted], notes: list[Wanted]) -> list[Wanted]:
    """Return what was found with notes, those of a paragraph that is there already instead of it."""
    noted = {(note.record.id, note.record.copy): note for note in notes}
    inside = [one if one.part else noted.get((one.record.id, one.record.copy), one) for one in found]
    return inside if inside != found else [*found, *notes]


def _order(row: Row) -> int:
    """Return the place of a record in its document, from its row."""
    return int(row.sort.rpartition("\t")[2])


def in_order(reader: StoreReader, edition: Edition) -> list[Record]:
    """Return the records file by file, those that share an id within a file in their places."""
    records = [reader.record_at(place.number) for place in edition.places]
    files = {sha256: at for at, sha256 in enumerate(dict.fromkeys(one.source.sha256 for one in records))}
    return sorted(records, key=lambda record: (files[record.source.sha256], record.order))


class Inside:
    """Finds places in one document.

    Args:
        reader: Of the index.
        edition: The document.
        said: Where to tell what is not there, and what stands around what is.
        is_version: Whether it is one of several languages, which is then told with its name.
        has_context: Whether the neighbours of what is found are shown anyway.
    """

    def __init__(
        self, reader: StoreReader, edition: Edition, said: Said, *, is_version: bool, has_context: bool
    ) -> None:
        self.reader = reader
        self.edition = edition
        self.said = said
        self.document = edition.document.rpartition("@")[0].removeprefix("file:")
        self.name = f"{self.document} ({edition.language})" if is_version else self.document
        self.has_context = has_context

    def find(self, citation: Citation) -> list[Wanted]:
        """Return what a citation means here, and tell what is not there, or stands around it."""
        if not citation.pinpoints:
            return [Wanted(record=record) for record in in_order(self.reader, self.edition)]
        pages = [pinpoint for pinpoint in citation.pinpoints if pinpoint.unit == "page"]
        places = [pinpoint for pinpoint in citation.pinpoints if pinpoint.unit != "page"]
        found: list[Wanted] = []
        for pinpoint in places or pages:
            missing: list[Pinpoint] = []
            for single in pinpoint.expand():
                at = _on_pages(self._at(single), pages if places and not single.is_range else [])
                missing.extend(_left_out(single, at) if at else [single])
                if single.unit == "fn":
                    found = _with_notes(found, at)
                else:  # several numbers may be printed as one
                    found += at if at != found[-len(at) :] else []
            self._tell_missing(missing)
        if places and pages:
            self._tell_elsewhere(found, pages)
        if len(found) == 1 and not found[0].part:
            self._tell_above(found[0].record)
            self._tell_below(found[0].record)
        return found

    def _tell_missing(self, missing: list[Pinpoint]) -> None:
        """Say what is there instead, once for all that is missing of a range."""
        if not missing:
            return
        records = [self._record(place) for place in self.edition.places]
        self.said.misses.append(miss_sentence(self.name, records, missing))

    def _tell_elsewhere(self, found: Sequence[Wanted], pages: Sequence[Pinpoint]) -> None:
        """Say where places are that are not on the page that is named with them."""
        for record in [one.record for one in found if not _is_on(one.record, pages)][:_TOLD]:
            page = page_printed(record)
            where = f"on page {page}" if page else "on no page that is known"
            where += f" ({record.page} of the file)" if page != str(record.page or "") else ""
            asked = " or ".join(f"{one.number}-{one.last}" if one.last else one.number for one in pages)
            self.said.notices.append(f"{citation_of(record)} is {where}, not on {asked}")

    def _tell_above(self, record: Record) -> None:
        if record.kind not in LISTED or self.has_context:
            return
        told = above(self.reader, record, (place.number for place in self.edition.places))
        self.said.notices += filter(None, [told, answered(self.reader, record)])

    def _tell_below(self, record: Record) -> None:
        following = bisect_right(self.edition.places, record.order, key=lambda place: _order(place.row))
        if following == len(self.edition.places):
            return
        if not self._record(self.edition.places[following]).address.startswith(f"{record.address}."):
            return  # what stands below begins right behind; no pattern is needed to see that
        scope = f"{self.document}, {scope_words(scope_of(record.address))}".removesuffix(", ")
        told = below(self.reader, scope, record, (place.number for place in self.edition.places))
        if told:
            self.said.notices.append(told)

    def _record(self, place: Place) -> Record:
        return self.reader.record_at(place.number)

    def _at(self, pinpoint: Pinpoint) -> list[Wanted]:
        if pinpoint.unit == "page":
            return self._at_page(pinpoint)
        if pinpoint.unit == "fn":
            return self._at_note(pinpoint)
        if pinpoint.unit == "recommendation":
            return self._at_recommendation(pinpoint)
        places = self._likely(pinpoint)
        records = [record for record in map(self._record, places) if covers(pinpoint, record)]
        if pinpoint.unit in HEADED and not pinpoint.scope:
            records = [record for record in records if not scope_of(record.address)] or records
        if not records and len(pinpoint.scope) > 1 and pinpoint.scope[0].startswith("part-"):
            return self._at(msgspec.structs.replace(pinpoint, scope=pinpoint.scope[1:]))  # a part of a volume
        if pinpoint.heading:
            records = self._headed(pinpoint, records)
        if not records:
            records = self._elsewhere(pinpoint)
        return [self._narrowed(record, pinpoint) for record in records]

    def _likely(self, pinpoint: Pinpoint) -> Iterable[Place]:
        """Return the records worth reading: by the term of the address where one place is meant."""
        if pinpoint.is_range or pinpoint.address is None or not pinpoint.number:
            return self.edition.places
        numbers = set(self.reader.numbers("address", str(pinpoint.address.whole).casefold()))
        likely = [place for place in self.edition.places if place.number in numbers]
        return likely or self.edition.places

    def _headed(self, pinpoint: Pinpoint, found: list[Record]) -> list[Record]:
        """Return what stands below the headings named with a place; all, with a notice, when nothing does.

        Draft resolutions "A" and "B" of one document each have a paragraph 1, in a part of its own.
        """
        inside = [record for record in found if has_number(record.section, pinpoint.heading)]
        if not inside and not pinpoint.scope and not pinpoint.is_range:
            records = map(self._record, self.edition.places)
            alike = (record for record in records if ends_alike(record.address, pinpoint))
            inside = [record for record in alike if has_number(record.section, pinpoint.heading)]
        if inside:
            return inside
        for record in found[:1]:
            where = f"below “{' > '.join(record.section)}”" if record.section else "below no heading"
            self.said.notices.append(f"{citation_of(record)} is {where}, not in sect. {pinpoint.heading}")
        return found

    def _elsewhere(self, pinpoint: Pinpoint) -> list[Record]:
        """Return the paragraphs with this number in other parts, when the one that is meant has none.

        The main text's are sought in annexes. An annex's are sought in the main numbering: a letter that
        carries a report has no other, and its paragraphs are cited either way.
        """
        if not pinpoint.number or pinpoint.is_range or pinpoint.unit in HEADED:
            return []
        numbers = set(self.reader.numbers("number", number_key(pinpoint.number)))
        likely = [self._record(place) for place in self.edition.places if place.number in numbers]
        if pinpoint.scope:
            return [
                record for record in likely if not scope_of(record.address) and is_under(record, pinpoint)
            ]
        found = [
            record
            for record in likely
            if ends_alike(record.address, pinpoint)
            or (pinpoint.unit == "p" and record.number == pinpoint.number and record.kind in LISTED)
        ]
        if found:
            where = ", ".join(citation_of(record) for record in found)
            self.said.notices.append(f"para. {pinpoint.number} is not in the main text; found {where}")
        return found

    def _narrowed(self, record: Record, pinpoint: Pinpoint) -> Wanted:
        subs = pinpoint.sub[1:] if pinpoint.unit == "article" else pinpoint.sub
        if not subs:
            return Wanted(record=record)
        wanted = ".".join((record.address, *subs))
        address = next((part.address for part in record.parts if same_sub(part.address, wanted)), None)
        if address is not None:
            return Wanted(record=record, part=address)
        self.said.misses.append(part_miss(citation_of(record), record, subs))
        return Wanted(record=record)

    def _at_recommendation(self, pinpoint: Pinpoint) -> list[Wanted]:
        """Return what bears a number in a list, in each list that has it; the paragraph where no list has.

        Printed may be "3.", or "138.3." with the number of the paragraph above.
        """
        records = [self._record(place) for place in self.edition.places]
        found = [
            record
            for record in records
            if record.kind in LISTED and is_listed_as(record, pinpoint) and lies_in(record, pinpoint)
        ]
        if not pinpoint.scope:
            found = [record for record in found if not scope_of(record.address)] or found
        if not found:
            return self._at(msgspec.structs.replace(pinpoint, unit="p"))
        return [Wanted(record=record) for record in found]

    def _at_page(self, pinpoint: Pinpoint) -> list[Wanted]:
        """Return what stands on a page: the printed number first, the physical one where nothing has it."""
        records = [self._record(place) for place in self.edition.places]
        found = [record for record in records if is_printed_on(record, pinpoint)]
        if not found:
            found = [record for record in records if is_physically_on(record, pinpoint)]
        return [Wanted(record=record) for record in found]

    def _at_note(self, pinpoint: Pinpoint) -> list[Wanted]:
        records = [self._record(place) for place in self.edition.places]
        found = [
            record
            for record in records
            if any(note.mark == pinpoint.number for note in record.footnotes)
            and (not pinpoint.scope or scope_of(record.address) == pinpoint.scope)
        ]
        main = [record for record in found if not scope_of(record.address)]
        if main and not pinpoint.scope:
            found = main
        return [Wanted(record=record, part=f"fn{pinpoint.number}") for record in found]
