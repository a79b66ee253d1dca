"""Records on their way to a segment: gathered until there are enough, then inverted and written at once."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

import numpy as np

from indexer.grammar.several_numbers import several_numbers
from indexer.store.blocks import BlockWriter
from indexer.store.columns import ColumnWriter
from indexer.store.heap import give_back
from indexer.store.inversion import Words
from indexer.store.passage_batch import PassageBatch
from indexer.store.segment_writer import ListWriter, RecordTable, write_table
from indexer.store.term_batch import TermBatch
from indexer.store.terms import (
    Row,
    cite_terms,
    document_of,
    keep,
    language_key,
    number_key,
    row_of,
    symbol_terms,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from indexer.model import Record
    from indexer.store.ascending import Numbers
    from indexer.store.vocabulary import Vocabulary

    Kinds = tuple[str, str | None]  # kind and position

MOST_CHUNKS = 6_500_000
"""Words of a batch: about 118,000 paragraphs, which take some 200 MB to gather and to invert."""

MOST_VOCABULARY = 250_000
"""Different chunks at which a batch is full all the same: they take some 120 MB."""


class Batch:
    """Records that will make one segment."""

    def __init__(self, path: Path, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._writer = ColumnWriter(path)
        self._records = BlockWriter(self._writer, "records")
        self._passages = {
            name: PassageBatch(name, vocabulary, path.parent) for name in ("text", "title", "section")
        }
        self._terms = TermBatch()
        self._units: dict[str, dict[Any, int]] = {"title": {}, "section": {}}
        self._rows: dict[Row, int] = {}
        self._sections: dict[tuple[str, ...], int] = {}
        self._shared: tuple[Any, str, tuple[list[int], dict[Kinds, int], str]] = (None, "", ([], {}, ""))
        self._last: dict[str, tuple[Any, int]] = {"title": (None, 0), "section": (None, 0)}
        self._columns = {name: array("I") for name in ("row", "order", "title", "section", "path")}
        self._entities = array("I")

    def __len__(self) -> int:
        return len(self._entities)

    @property
    def is_full(self) -> bool:
        """Whether the batch should be written before more is added."""
        return self._passages["text"].chunks >= MOST_CHUNKS or len(self._vocabulary) >= MOST_VOCABULARY

    def add(self, record: Record, location: str, find_entities: Callable[[str], Iterable[str]]) -> None:
        """Take a record.

        Args:
            record: With its copy number.
            location: Absolute path of its file, the key by which it is replaced.
            find_entities: Gives the ids of the entities named in a text, for the notes, which carry no
                mentions.
        """
        language = record.language
        notes = [note.text for note in record.footnotes]
        self._passages["text"].add((record.text, *notes), language)
        entities = [mention.entity for mention in record.mentions]
        for note in notes:
            entities.extend(find_entities(note))
        shared, kinds, spoken = self._shared_terms(record, location)
        self._terms.add(self._own_terms(record, entities, shared))
        self._note(record, len(entities), kinds, spoken)
        self._records.add(keep(record))

    def _note(self, record: Record, entities: int, rows: dict[Kinds, int], language: str) -> None:
        columns = self._columns
        kind = record.kind, record.position
        row = rows.get(kind)
        if row is None:
            made = row_of(record)
            row = rows[kind] = self._rows.setdefault(made, len(self._rows))
        columns["row"].append(row)
        columns["order"].append(record.order)
        self._entities.append(entities)
        columns["title"].append(self._unit("title", language, (record.title,)))
        columns["section"].append(self._unit("section", language, record.section))
        columns["path"].append(self._sections.setdefault(record.section, len(self._sections)))

    def _unit(self, field: str, language: str, texts: tuple[str, ...]) -> int:
        key = (language, texts)
        last, unit = self._last[field]
        if key != last:
            known = self._units[field].get(key)
            if known is None:
                known = self._units[field][key] = self._passages[field].add(texts, language)
            unit = known
            self._last[field] = (key, unit)
        return unit

    def _shared_terms(self, record: Record, location: str) -> tuple[list[int], dict[Kinds, int], str]:
        """Return the terms that a document's records share, its rows by kind, and its language."""
        key = (
            location, record.source, record.symbol, record.symbols, record.body, record.year,
            record.language, record.date, record.copy, record.title,
        )  # fmt: skip
        last, prefix, found = self._shared
        if key != last or not record.id.startswith(prefix):  # the records of a document come together
            number = self._terms.number
            terms = {
                number(field, term) for field, values in _document_terms(record, location) for term in values
            }
            document = document_of(record)
            found = (sorted(terms), {}, document.rpartition("@")[2])
            self._shared = (key, document + "#", found)
        return found

    def _own_terms(self, record: Record, entities: Iterable[str], shared: list[int]) -> list[int]:
        number = self._terms.number
        terms = [
            number("id", record.id),
            number("address", record.address.casefold()),
            number("kind", record.kind),
            *shared,
        ]
        if record.position:
            terms.append(number("position", record.position))
        printed = {record.number, record.number_inferred}
        terms.extend(number("number", number_key(one)) for one in printed if one)
        if record.number:
            terms.extend(number("number", one) for one in several_numbers(record.number))
        if record.page is not None:
            pages = range(record.page, (record.page_end or record.page) + 1)
            terms.extend(number("page", str(page)) for page in pages)
        for reference in record.references:
            terms.extend(number("cites", term) for term in cite_terms(reference.target, reference.address))
        terms.extend(number("entity", entity) for entity in entities)
        return terms

    def write(self) -> None:
        """Write the segment."""
        self._records.end()
        lists = ListWriter(self._writer)
        lengths: dict[str, Numbers] = {"entity": np.array(self._entities, np.int64)}
        for postings in self._terms.invert():  # they make room for the words
            lists.add(postings)
        self._terms = TermBatch()
        give_back()
        for passages in self._passages.values():
            passages.read()
        words = Words(self._vocabulary)
        for field, passages in self._passages.items():
            found, lengths[field] = passages.invert(words)
            for postings in found:
                lists.add(postings)
        self._vocabulary.uses = words.uses
        del words
        lists.finish()
        columns = {name: np.array(numbers, np.int64) for name, numbers in self._columns.items()}
        table = RecordTable(list(self._rows), list(self._sections), columns, lengths)
        write_table(self._writer, table)
        self._writer.finish()

    def close(self) -> None:
        """Let go of the files, which are not complete."""
        self._writer.close()
        for passages in self._passages.values():
            passages.close()


def _document_terms(record: Record, location: str) -> list[tuple[str, list[str]]]:
    symbols = {*record.symbols, record.symbol} - {None}
    return [
        ("file", [location, f"path:{record.source.path}"]),
        ("document", [document_of(record)]),
        ("symbol", [term for symbol in symbols if symbol for term in symbol_terms(symbol)]),
        ("body", [record.body.casefold()] if record.body else []),
        ("year", [str(record.year)] if record.year is not None else []),
        ("lang", [language_key(record.language)]),
        ("date", [record.date] if record.date else []),
    ]
