"""An index's records in SQLite: the words in FTS5, all other facts as plain columns."""

from __future__ import annotations

import sqlite3
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

import regex

from indexer.grammar.gazetteer import Gazetteer
from tests.evaluation.judge.words import places

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from indexer.model import Record
    from tests.evaluation.judge.words import Place

PASSAGES = ("text", "title", "section")
KINDS = ("stems", "forms", "typed")
COLUMNS = tuple(f"{field}_{kind}" for field in PASSAGES for kind in KINDS)

_TABLES = """
    CREATE TABLE records (
        n INTEGER PRIMARY KEY, id TEXT, copy INTEGER, document TEXT, place TEXT, ord INTEGER,
        kind TEXT, page INTEGER, page_end INTEGER, lang TEXT, year INTEGER, date TEXT,
        body TEXT, symbol TEXT, address TEXT, position TEXT, plain INTEGER
    );
    CREATE TABLE numbers (n INTEGER, number TEXT);
    CREATE TABLE symbols (n INTEGER, symbol TEXT);
    CREATE TABLE entities (n INTEGER, entity TEXT);
    CREATE TABLE headings (n INTEGER, heading TEXT);
    CREATE TABLE cited (n INTEGER, target TEXT, address TEXT);
    CREATE TABLE answer (n INTEGER PRIMARY KEY);
    CREATE INDEX records_symbol ON records (symbol);
    CREATE INDEX records_document ON records (document);
    CREATE INDEX numbers_n ON numbers (n);
    CREATE INDEX symbols_n ON symbols (n);
    CREATE INDEX entities_n ON entities (n);
    CREATE INDEX headings_n ON headings (n);
    CREATE INDEX cited_target ON cited (target);
"""

_RESOLUTION_YEAR = regex.compile(r"(?<=^s/res/[0-9]{1,5})\([0-9]{4}\)")
_NUMBER = regex.compile(r"\d+")


class Tables:
    """Records as SQLite has them.

    Attributes:
        base: The connection.
        records: Every record, at the place that is its number.
        plain: For each record whether FTS5 numbers the words of its text as the language does.
        passages: For each record what stands at each place of each of its texts, by field.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self.base = sqlite3.connect(":memory:")
        self.base.executescript(_TABLES)
        self.base.execute(f"CREATE VIRTUAL TABLE words USING fts5({', '.join(COLUMNS)}, tokenize = 'ascii')")
        self.base.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, 'col')")
        self.records = list(records)
        self.passages: list[dict[str, list[list[Place]]]] = []
        self.plain: list[bool] = []
        self._gazetteer = Gazetteer.load()
        for number, record in enumerate(self.records):
            self._add(number, record)
        self.base.commit()

    def _add(self, number: int, record: Record) -> None:
        texts = {
            "text": (record.text, *(note.text for note in record.footnotes)),
            "title": (record.title,),
            "section": record.section,
        }
        document = record.id.rpartition("#")[0]
        version = document.rpartition("@")[2]  # title and headings are in the language of the document
        languages = {"text": record.language, "title": version, "section": version}
        held = {
            field: [places(text, languages[field]) for text in several] for field, several in texts.items()
        }
        self.passages.append(held)
        self.plain.append(is_plain(held["text"]))
        row = (
            number, record.id, record.copy, document, place_key(document), record.order, record.kind,
            record.page,
            record.page if record.page_end is None else record.page_end, record.language.casefold(),
            record.year, record.date, record.body, record.symbol, record.address.casefold(),
            record.position,
            self.plain[number],
        )  # fmt: skip
        self.base.execute(f"INSERT INTO records VALUES ({', '.join('?' * len(row))})", row)
        self._add_many(
            "symbols", number, [symbol_key(one) for one in {*record.symbols, record.symbol} if one]
        )
        printed = record.number or ""
        numbers = {compared(one) for one in (record.number, record.number_inferred, *printed_as_one(printed))}
        self._add_many("numbers", number, [one for one in numbers if one])
        self._add_many("entities", number, self._entities(record))
        self._add_many("headings", number, set(record.section))
        self.base.executemany(
            "INSERT INTO cited VALUES (?, ?, ?)",
            [(number, symbol_key(one.target), (one.address or "").casefold()) for one in record.references],
        )
        tokens = [column(held[field], kind) for field in PASSAGES for kind in KINDS]
        self.base.execute(
            f"INSERT INTO words (rowid, {', '.join(COLUMNS)}) VALUES ({', '.join('?' * (len(tokens) + 1))})",
            (number, *tokens),
        )

    def _add_many(self, table: str, number: int, values: Iterable[str]) -> None:
        self.base.executemany(f"INSERT INTO {table} VALUES (?, ?)", [(number, value) for value in values])

    def _entities(self, record: Record) -> set[str]:
        named = {mention.entity for mention in record.mentions}
        return named | {
            found.entity for note in record.footnotes for found in self._gazetteer.find(note.text)
        }

    @cached_property
    def vocabulary(self) -> dict[str, dict[str, int]]:
        """How many records hold each word, by column."""
        found: dict[str, dict[str, int]] = {name: {} for name in COLUMNS}
        for token, name, holding in self.base.execute("SELECT term, col, doc FROM vocabulary"):
            found[name][read(token)] = holding
        return found


def held_records(folder: Path) -> list[Record]:
    """Every record of an index."""
    from indexer.store import open_store  # noqa: PLC0415  # loads the engine

    with open_store(folder).reader() as reader:
        return [
            record for entry in reader.documents() for record in reader.records(entry.document, entry.copy)
        ]


def token(word: str) -> str:
    """A word as FTS5's plainest tokenizer leaves it alone, its beginnings the beginnings of the token."""
    return "x" + word.encode("utf-8", "surrogatepass").hex()


def read(written: str) -> str:
    """The word of a token."""
    return bytes.fromhex(written[1:]).decode("utf-8", "surrogatepass")


def column(texts: list[list[Place]], kind: str) -> str:
    """The tokens of one kind, in order."""
    return " ".join(token(word) for text in texts for place in text for word in sorted(getattr(place, kind)))


def is_plain(texts: list[list[Place]]) -> bool:
    """Whether places are numbered as FTS5 numbers tokens: one text, one word at each place."""
    return len(texts) == 1 and all(
        len(place.stems) == len(place.forms) == len(place.typed) == 1 for place in texts[0]
    )


def symbol_key(symbol: str) -> str:
    """A symbol without spaces, asterisks and case, and without the year of a Security Council resolution."""
    text = unicodedata.normalize("NFKC", symbol).replace("–", "-").replace("*", "")
    return _RESOLUTION_YEAR.sub("", "".join(text.split()).casefold())


_AND = regex.compile(r"\s*(?:[,،、;/&和及]|\b(?:and|et|y|e|и)\b|\bو)\s*")
_ONE = regex.compile(r"((?:[0-9]+\.)*)([0-9]+)(?:\s?[-–—]\s?(?:\1)?([0-9]+))?")


def printed_as_one(number: str) -> list[str]:
    """The numbers of "122.14–15, 20" in full; none of a number alone, or of what is none of this kind."""
    found: list[str] = []
    stem = ""
    for piece in _AND.split(number.rstrip(".:")):
        match = _ONE.fullmatch(piece)
        if match is None or (match[3] and not (match[1] or stem)):
            return []
        stem = match[1] or stem
        last = int(match[3] or match[2])
        if last < int(match[2]):
            return []
        found += [f"{stem}{one}" for one in range(int(match[2]), last + 1)]
    return found if len(found) > 1 else []


def compared(number: str | None) -> str | None:
    """A paragraph number without spaces and the stop behind it."""
    return (
        None
        if number is None
        else "".join(unicodedata.normalize("NFKC", number).split()).rstrip(".").casefold()
    )


def place_key(document: str) -> str:
    """What documents are ordered by: numbers by value, those without a symbol last."""
    padded = _NUMBER.sub(lambda found: found.group().zfill(9), document.casefold())
    return f"~{padded}" if document.startswith("file:") else padded
