"""A reference -> the records it points to, or what is there instead."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from indexer.errors import CitationSyntaxError, SymbolSyntaxError
from indexer.grammar.addresses import same_sub
from indexer.grammar.citations import Citation, parse_citation
from indexer.grammar.cite_forms import format_citation
from indexer.grammar.patterns import lazy
from indexer.grammar.symbols import DocumentSymbol, symbol_prefix
from indexer.grammar.usual_citations import read_usual
from indexer.query.below import LISTED, above, below
from indexer.query.documents import (
    Edition,
    editions_of_file,
    editions_of_symbol,
    held_symbol,
    joined,
    missing_file,
    missing_symbol,
    symbols_of_case,
)
from indexer.query.misses import miss_sentence, part_miss, scope_words
from indexer.query.places_meant import (
    HEADED,
    covers,
    ends_alike,
    is_physically_on,
    is_printed_on,
    is_under,
    scope_of,
    stands_on,
)
from indexer.query.shown import ShowResult
from indexer.query.titled import editions_of_title, without_scopes
from indexer.query.versions import ALL, by_place, preferred, wanted_languages
from indexer.store.terms import number_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.grammar.pinpoints import Pinpoint
    from indexer.model import Record
    from indexer.query.documents import Place
    from indexer.query.versions import Languages
    from indexer.store import StoreReader
    from indexer.store.terms import Row

_COPY = lazy(r"\s*\[copy (\d{1,4})\]\s*$", ignore_case=True)
"""How one of several records with the same id is meant: behind its citation or its id."""


_NOWHERE = Edition("", "", 1, ())
"""Where a record stands whose neighbours are not asked for."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """A record that was asked for, and the part of it; the part is empty for the whole."""

    record: Record
    part: str = ""


def _order(row: Row) -> int:
    """Return the place of a record in its document, from its row."""
    return int(row.sort.rpartition("\t")[2])


def citation_of(record: Record) -> str:
    """Return how to cite a record; a further one with the same id carries the number of its copy."""
    document = record.symbol or f"file:{record.source.path}"
    page = record.page_label or record.page
    cited = format_citation(document, record.address, kind=record.kind, number=record.number, page=page)
    return cited if record.copy == 1 else f"{cited} [copy {record.copy}]"


def show(
    reader: StoreReader,
    reference: str,
    *,
    page: int | None = None,
    context: int = 0,
    lang: Languages = None,
) -> ShowResult:
    """Return the records that a reference points to.

    Args:
        reader: Of the index.
        reference: Any citation, a record id, a symbol, or a file; "[copy 2]" behind it chooses one of several
            records that share it.
        page: Only what stands on this physical page.
        context: How many neighbours on each side are wanted as well.
        lang: Of the document: two letters, several ("en,fr" or a sequence), or "all"; English is preferred
            without it. The same place in several languages comes behind each other.

    Raises:
        CitationSyntaxError: The reference cannot be read.
        SymbolSyntaxError: It looks like a symbol and is none.
    """
    return _Look(reader, reference, page=page, context=context, lang=lang).answer()


class _Look:
    """One look-up, with what it has to say."""

    def __init__(
        self, reader: StoreReader, reference: str, *, page: int | None, context: int, lang: Languages
    ) -> None:
        self.reader = reader
        self.reference = reference
        self.text, self.copy = self._split(reference)
        self.page = page
        self.context = context
        self.languages = wanted_languages(lang)
        self.has_versions = False
        self.misses: list[str] = []
        self.notices: list[str] = []

    def _split(self, reference: str) -> tuple[str, int | None]:
        """Return the reference without its copy, and the copy; a file may be called so as a whole."""
        mark = _COPY.search(reference) if "]" in reference else None
        if mark is None or editions_of_file(self.reader, reference.removeprefix("file:")):
            return reference, None
        return reference[: mark.start()], int(mark.group(1))

    def answer(self) -> ShowResult:
        wanted: list[tuple[Edition, Wanted]] = []
        if "#" in self.text and not self.context:
            known = [Wanted(record=record) for record in self.reader.with_term("id", self.text)]
            if known and self.copy is None:
                return self._result([(_NOWHERE, one) for one in self._on_page(known)])
        citation = self._read()
        if citation is not None:
            for edition in self._editions(citation):
                is_titled = citation.file is None and edition.document.startswith("file:")
                cited = without_scopes(citation) if is_titled else citation
                wanted.extend((edition, one) for one in self._in_edition(edition, cited))
        return self._result(wanted)

    def _read(self) -> Citation | None:
        try:
            usual = read_usual(self.text, lambda name: held_symbol(self.reader, name))
            citation = usual or parse_citation(self.text)
        except (CitationSyntaxError, SymbolSyntaxError) as error:
            path = self.text.removeprefix("file:")
            if editions_of_file(self.reader, path):
                return Citation(text=self.text, file=path)
            from indexer.query.pasted import citation_at_end  # noqa: PLC0415 - most references can be read

            pasted = citation_at_end(self.text)
            if pasted is not None:
                self.notices.append(f"read as {pasted[0]}")
                return pasted[1]
            begun = symbol_prefix(self.text)
            if begun is None and isinstance(error, SymbolSyntaxError):
                self.misses.append(f"{self.reference}: {error.message}")
                return None
            if begun is None:
                raise
            self.misses.append(missing_symbol(self.reader, begun))
            return None
        if citation.relation == "case":
            return self._case(citation)
        if citation.document is None:
            raise CitationSyntaxError(
                "which document? Put its symbol or its file before the place, as in A/HRC/9/8, para. 10",
                source=self.reference,
                span=(0, len(self.reference)),
            )
        return citation

    def _case(self, citation: Citation) -> Citation | None:
        """Return the citation of the views on a communication, whose symbol only the index knows."""
        symbols = symbols_of_case(self.reader, citation.name)
        if len(symbols) != 1:
            held = f"; several are: {', '.join(symbols)}" if symbols else ""
            self.misses.append(f"no views on communication No. {citation.name} are known by it alone{held}")
            return None
        self.notices.append(f"communication No. {citation.name} is {symbols[0]}")
        return msgspec.structs.replace(citation, symbol=DocumentSymbol.parse(symbols[0]), relation="")

    def _editions(self, citation: Citation) -> list[Edition]:
        if citation.file is not None:
            editions = editions_of_file(self.reader, citation.file)
            name = citation.file
        else:
            name = str(citation.symbol)
            key = citation.symbol.key if citation.symbol is not None else ""
            editions = editions_of_symbol(self.reader, key) or self._titled(citation)
        if not editions:
            missing = missing_file if citation.file is not None else missing_symbol
            self.misses.append(missing(self.reader, name))
            return []
        asked = (citation.language,) if citation.language else self.languages
        chosen = preferred(editions, asked)
        self._tell_languages(name, asked, editions, chosen)
        self.has_versions = len({edition.language for edition in chosen}) > 1
        return joined(chosen if self.copy is None else self._copy_of(name, chosen))

    def _titled(self, citation: Citation) -> list[Edition]:
        editions = editions_of_title(self.reader, citation)
        if editions:
            self.notices.append(f"no document bears the symbol {citation.symbol}; found by its title")
        return editions

    def _tell_languages(
        self, name: str, asked: Sequence[str], editions: list[Edition], chosen: list[Edition]
    ) -> None:
        """Say which languages are not there, or are there besides when none was asked for."""
        held = sorted({edition.language for edition in editions})
        missing = [language for language in asked if language not in {*held, ALL}]
        others = [language for language in held if language not in {edition.language for edition in chosen}]
        if missing:
            self.misses.append(
                f"{name} is not in the index in “{'”, “'.join(missing)}”, only in: {', '.join(held)}"
            )
        elif others and not self.languages:
            self.notices.append(f"{name} is also there in {', '.join(others)} (--lang)")

    def _copy_of(self, name: str, editions: list[Edition]) -> list[Edition]:
        """Return the editions with the copy that was asked for."""
        found = [edition for edition in editions if edition.copy == self.copy]
        if editions and not found:
            held = ", ".join(sorted({str(edition.copy) for edition in editions}, key=int))
            self.misses.append(f"{name} has no copy {self.copy}, only: {held}")
        return found

    def _tell_copies(self, records: list[Record]) -> None:
        """Say which files the shown records come from, where several copies share an id."""
        holders: dict[str, dict[int, Record]] = {}
        for record in records:
            holders.setdefault(record.id, {})[record.copy] = record
        shared = next((list(held.values()) for held in holders.values() if len(held) > 1), None)
        if shared is None:
            return
        paths = list(dict.fromkeys(record.source.path for record in shared))
        times = "" if len(paths) == len(shared) else f"{len(shared)} times "
        self.notices.append(
            f"{citation_of(shared[0])} is there {times}in {', '.join(paths)}, with different content; "
            f"“[copy {shared[-1].copy}]” behind it shows one alone"
        )

    # -- inside one document

    def _in_edition(self, edition: Edition, citation: Citation) -> list[Wanted]:
        if not citation.pinpoints:
            return self._on_page([Wanted(record=record) for record in self._in_order(edition)])
        found: list[Wanted] = []
        for pinpoint in citation.pinpoints:
            missing: list[Pinpoint] = []
            for single in pinpoint.expand():
                at = self._at(edition, single)
                if not at:
                    missing.append(single)
                found.extend(at)
            self._tell_missing(edition, missing)
        if len(found) == 1 and not found[0].part:
            self._tell_above(edition, found[0].record)
            self._tell_below(edition, found[0].record)
        return self._on_page(found)

    def _tell_missing(self, edition: Edition, missing: list[Pinpoint]) -> None:
        """Say what is there instead, once for all that is missing of a range."""
        if not missing:
            return
        records = [self._record(place) for place in edition.places]
        first, last = missing[0], missing[-1]
        asked = first if len(missing) == 1 else msgspec.structs.replace(first, last=last.last or last.number)
        name = f"{_name(edition)} ({edition.language})" if self.has_versions else _name(edition)
        self.misses.append(miss_sentence(name, records, asked))

    def _tell_above(self, edition: Edition, record: Record) -> None:
        if record.kind not in LISTED or self.context:
            return
        told = above(self.reader, record, (place.number for place in edition.places))
        if told:
            self.notices.append(told)

    def _tell_below(self, edition: Edition, record: Record) -> None:
        following = bisect_right(edition.places, record.order, key=lambda place: _order(place.row))
        if following == len(edition.places):
            return
        if not self._record(edition.places[following]).address.startswith(f"{record.address}."):
            return  # what stands below begins right behind; no pattern is needed to see that
        scope = f"{_name(edition)}, {scope_words(scope_of(record.address))}".removesuffix(", ")
        told = below(self.reader, scope, record, (place.number for place in edition.places))
        if told:
            self.notices.append(told)

    def _on_page(self, found: list[Wanted]) -> list[Wanted]:
        if self.page is None or not found:
            return found
        kept = [one for one in found if stands_on(one.record, self.page)]
        if not kept:
            self.misses.append(f"{self.reference}: nothing on page {self.page}; it has {_pages(found)}")
        return kept

    def _in_order(self, edition: Edition) -> list[Record]:
        """Return the records file by file, those that share an id within a file in their places."""
        records = [self._record(place) for place in edition.places]
        files = {sha256: at for at, sha256 in enumerate(dict.fromkeys(one.source.sha256 for one in records))}
        return sorted(records, key=lambda record: (files[record.source.sha256], record.order))

    def _record(self, place: Place) -> Record:
        return self.reader.record_at(place.number)

    def _at(self, edition: Edition, pinpoint: Pinpoint) -> list[Wanted]:
        if pinpoint.unit == "page":
            return self._at_page(edition, pinpoint)
        if pinpoint.unit == "fn":
            return self._at_note(edition, pinpoint)
        places = self._likely(edition, pinpoint)
        records = [record for record in map(self._record, places) if covers(pinpoint, record)]
        if pinpoint.unit in HEADED and not pinpoint.scope:
            records = [record for record in records if not scope_of(record.address)] or records
        if not records:
            records = self._elsewhere(edition, pinpoint)
        return [self._narrowed(record, pinpoint) for record in records]

    def _likely(self, edition: Edition, pinpoint: Pinpoint) -> Iterable[Place]:
        """Return the records worth reading: by the term of the address where one place is meant."""
        if pinpoint.is_range or pinpoint.address is None or not pinpoint.number:
            return edition.places
        numbers = set(self.reader.numbers("address", str(pinpoint.address.whole).casefold()))
        likely = [place for place in edition.places if place.number in numbers]
        return likely or edition.places

    def _elsewhere(self, edition: Edition, pinpoint: Pinpoint) -> list[Record]:
        """Return the paragraphs with this number in other parts, when the one that is meant has none.

        The main text's are sought in annexes. An annex's are sought in the main numbering: a letter that
        carries a report has no other, and its paragraphs are cited either way.
        """
        if not pinpoint.number or pinpoint.is_range or pinpoint.unit in HEADED:
            return []
        numbers = set(self.reader.numbers("number", number_key(pinpoint.number)))
        likely = [self._record(place) for place in edition.places if place.number in numbers]
        if pinpoint.scope:
            return [
                record for record in likely if not scope_of(record.address) and is_under(record, pinpoint)
            ]
        found = [record for record in likely if ends_alike(record.address, pinpoint)]
        if found:
            where = ", ".join(citation_of(record) for record in found)
            self.notices.append(f"para. {pinpoint.number} is not in the main text; found {where}")
        return found

    def _narrowed(self, record: Record, pinpoint: Pinpoint) -> Wanted:
        subs = pinpoint.sub[1:] if pinpoint.unit == "article" else pinpoint.sub
        if not subs:
            return Wanted(record=record)
        wanted = ".".join((record.address, *subs))
        address = next((part.address for part in record.parts if same_sub(part.address, wanted)), None)
        if address is not None:
            return Wanted(record=record, part=address)
        self.misses.append(part_miss(citation_of(record), record, subs))
        return Wanted(record=record)

    def _at_page(self, edition: Edition, pinpoint: Pinpoint) -> list[Wanted]:
        """Return what stands on a page: the printed number first, the physical one where nothing has it."""
        records = [self._record(place) for place in edition.places]
        found = [record for record in records if is_printed_on(record, pinpoint)]
        if not found:
            found = [record for record in records if is_physically_on(record, pinpoint)]
        return [Wanted(record=record) for record in found]

    def _at_note(self, edition: Edition, pinpoint: Pinpoint) -> list[Wanted]:
        records = [self._record(place) for place in edition.places]
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

    # -- the answer

    def _result(self, wanted: list[tuple[Edition, Wanted]]) -> ShowResult:
        records: list[Record] = []
        parts: list[str] = []
        asked: list[bool] = []
        if self.copy is None:
            self._tell_copies([one.record for _, one in wanted if not one.part])
        rows = self._with_context(wanted)
        for record, part, is_wanted in by_place(rows) if self.has_versions else rows:
            records.append(record)
            parts.append(part)
            asked.append(is_wanted)
        return ShowResult(
            reference=self.reference,
            records=tuple(records),
            citations=tuple(citation_of(record) for record in records),
            parts=tuple(parts),
            wanted=tuple(asked),
            misses=tuple(dict.fromkeys(self.misses)),
            notices=tuple(dict.fromkeys(self.notices)),
        )

    def _with_context(self, wanted: list[tuple[Edition, Wanted]]) -> list[tuple[Record, str, bool]]:
        """Return the records once each, neighbours in their places around them."""
        if not self.context:
            seen: dict[tuple[str, int, str], tuple[Record, str, bool]] = {}
            for _, one in wanted:
                seen.setdefault((one.record.id, one.record.copy, one.part), (one.record, one.part, True))
            return list(seen.values())
        result: list[tuple[Record, str, bool]] = []
        for edition in dict.fromkeys(edition for edition, _ in wanted):
            asked = {_position(one.record): one for held, one in wanted if held == edition}
            steps = range(-self.context, self.context + 1)
            near = {(sha256, order + step) for sha256, order in asked for step in steps}
            for record in self._in_order(edition):
                position = _position(record)
                if position in asked:
                    result.append((record, asked[position].part, True))
                elif position in near:
                    result.append((record, "", False))
        return result


def _position(record: Record) -> tuple[str, int]:
    return record.source.sha256, record.order


def _name(edition: Edition) -> str:
    return edition.document.rpartition("@")[0].removeprefix("file:")


def _pages(found: list[Wanted]) -> str:
    """Return the pages that records stand on, in words."""
    first = min((one.record.page for one in found if one.record.page is not None), default=0)
    last = max((one.record.page_end or one.record.page or 0 for one in found), default=0)
    if not last:
        return "no page numbers"
    return f"page {first}" if first == last else f"pages {first}-{last}"
