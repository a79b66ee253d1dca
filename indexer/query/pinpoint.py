"""A reference -> the records it points to, or what is there instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.patterns import lazy
from indexer.query.acts import editions_of_act, editions_of_decision, holding, told, within
from indexer.query.cite import citation_of
from indexer.query.copies import copies_told, shown_once
from indexer.query.documents import (
    Edition,
    editions_of_symbol,
    joined,
    missing_symbol,
)
from indexer.query.files import editions_of_file, missing_file, told_of_file
from indexer.query.inside import Inside, Wanted, in_order
from indexer.query.places_meant import stands_on
from indexer.query.reference import read_reference
from indexer.query.shown import Said, ShowResult
from indexer.query.titled import editions_of_title, without_scopes
from indexer.query.versions import ALL, by_place, preferred, wanted_languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.grammar.citations import Citation
    from indexer.model import Record
    from indexer.query.versions import Languages
    from indexer.store import StoreReader

_COPY = lazy(r"\s*\[copy (\d{1,4})\]\s*$", ignore_case=True)
"""How one of several records with the same id is meant: behind its citation or its id."""


_NOWHERE = Edition("", "", 1, ())
"""Where a record stands whose neighbours are not asked for."""


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
        self.said = Said()

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
        citation = read_reference(self.reader, self.text, self.said)
        if citation is not None:
            for edition in self._editions(citation):
                wanted.extend((edition, one) for one in self._inside(edition, _as_in(edition, citation)))
            if citation.pinpoints and self.copy is None and not self.context:
                wanted, same = shown_once(wanted)
                self.said.notices += same
        return self._result(wanted)

    def _editions(self, citation: Citation) -> list[Edition]:
        name, editions = self._named(citation)
        if not editions:
            self.said.misses.append(self._missing(citation, name))
            return []
        self._tell_year(citation, editions[0])
        asked = (citation.language,) if citation.language else self.languages
        chosen = preferred(editions, asked)
        self._tell_where(citation, chosen)
        self._tell_languages(name, asked, editions, chosen)
        self.has_versions = len({edition.language for edition in chosen}) > 1
        return joined(chosen if self.copy is None else self._copy_of(name, chosen))

    def _named(self, citation: Citation) -> tuple[str, list[Edition]]:
        """Return the name of what is cited, and all there is of it."""
        if citation.relation == "heading":
            from indexer.query.headed import editions_below  # noqa: PLC0415 - for few references

            return citation.name, editions_below(self.reader, citation)
        if citation.relation == "act":
            return citation.name, self._decided(citation.name)
        if citation.file is not None:
            return citation.file, editions_of_file(self.reader, citation.file)
        key = citation.symbol.key if citation.symbol is not None else ""
        editions = editions_of_symbol(self.reader, key) or self._among(citation) or self._titled(citation)
        return str(citation.symbol), editions

    def _missing(self, citation: Citation, name: str) -> str:
        if citation.relation == "heading":
            return f"no title or heading in the index names {name}"
        if citation.relation == "act":
            return f"no document in the index holds {name}"
        return (missing_file if citation.file is not None else missing_symbol)(self.reader, name)

    def _tell_where(self, citation: Citation, editions: list[Edition]) -> None:
        """Say which file stands for another, and where a heading was found."""
        if citation.file is not None and editions:
            told = told_of_file(self.reader, citation.file, editions)
        elif citation.relation == "heading" and editions:
            from indexer.query.headed import told_below  # noqa: PLC0415 - for few references

            told = told_below(self.reader, citation, editions)
        else:
            return
        self.said.notices.extend(filter(None, [told]))

    def _among(self, citation: Citation) -> list[Edition]:
        editions = editions_of_act(self.reader, str(citation.symbol or ""))
        if editions:
            self.said.notices.append(told(str(citation.symbol), editions))
        return editions

    def _decided(self, name: str) -> list[Edition]:
        editions = editions_of_decision(self.reader, name)
        if editions:
            self.said.notices.append(f"{name} was found in {holding(editions)}")
        return editions

    def _titled(self, citation: Citation) -> list[Edition]:
        editions = editions_of_title(self.reader, citation)
        if editions:
            self.said.notices.append(f"no document bears the symbol {citation.symbol}; found by its title")
        return editions

    def _tell_year(self, citation: Citation, edition: Edition) -> None:
        """Say so when a resolution is of another year than was asked for: its number alone tells it."""
        bears, asked = self.reader.row_at(edition.places[0].number).symbol or "", str(citation.symbol)
        if bears.endswith(")") and asked.endswith(")") and asked.casefold() != bears.casefold():
            self.said.notices.append(f"{asked} is not in the index; {bears} is, and bears the same number")

    def _tell_languages(
        self, name: str, asked: Sequence[str], editions: list[Edition], chosen: list[Edition]
    ) -> None:
        """Say which languages are not there, or are there besides when none was asked for."""
        held = sorted({edition.language for edition in editions})
        missing = [language for language in asked if language not in {*held, ALL}]
        others = [language for language in held if language not in {edition.language for edition in chosen}]
        if missing:
            self.said.misses.append(
                f"{name} is not in the index in “{'”, “'.join(missing)}”, only in: {', '.join(held)}"
            )
        elif others and not self.languages:
            self.said.notices.append(f"{name} is also there in {', '.join(others)} (--lang)")

    def _copy_of(self, name: str, editions: list[Edition]) -> list[Edition]:
        """Return the editions with the copy that was asked for."""
        found = [edition for edition in editions if edition.copy == self.copy]
        if editions and not found:
            held = ", ".join(sorted({str(edition.copy) for edition in editions}, key=int))
            self.said.misses.append(f"{name} has no copy {self.copy}, only: {held}")
        return found

    def _inside(self, edition: Edition, citation: Citation) -> list[Wanted]:
        document = Inside(
            self.reader,
            edition,
            self.said,
            is_version=self.has_versions,
            has_context=bool(self.context),
        )
        return self._on_page(document.find(citation))

    def _on_page(self, found: list[Wanted]) -> list[Wanted]:
        if self.page is None or not found:
            return found
        kept = [one for one in found if stands_on(one.record, self.page)]
        if not kept:
            self.said.misses.append(f"{self.reference}: nothing on page {self.page}; it has {_pages(found)}")
        return kept

    # -- the answer

    def _result(self, wanted: list[tuple[Edition, Wanted]]) -> ShowResult:
        records: list[Record] = []
        parts: list[str] = []
        asked: list[bool] = []
        if self.copy is None:
            self.said.notices += copies_told(one.record for _, one in wanted if not one.part)
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
            misses=tuple(dict.fromkeys(self.said.misses)),
            notices=tuple(dict.fromkeys(self.said.notices)),
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
            records = in_order(self.reader, edition)
            reach = min(self.context, max((record.order for record in records), default=0))
            steps = range(-reach, reach + 1)
            near = {(sha256, order + step) for sha256, order in asked for step in steps}
            for record in records:
                position = _position(record)
                if position in asked:
                    result.append((record, asked[position].part, True))
                elif position in near:
                    result.append((record, "", False))
        return result


def _as_in(edition: Edition, citation: Citation) -> Citation:
    """Return a citation as one of the document that was found for it."""
    if edition.scope:
        return within(citation, edition.scope)
    is_titled = citation.file is None and edition.document.startswith("file:")
    return without_scopes(citation) if is_titled else citation


def _position(record: Record) -> tuple[str, int]:
    return record.source.sha256, record.order


def _pages(found: list[Wanted]) -> str:
    """Return the pages that records stand on, in words."""
    first = min((one.record.page for one in found if one.record.page is not None), default=0)
    last = max((one.record.page_end or one.record.page or 0 for one in found), default=0)
    if not last:
        return "no page numbers"
    return f"page {first}" if first == last else f"pages {first}-{last}"
