"""SQLite's FTS5, with ordinary columns beside it for filters and counts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, ClassVar

from tests.benchmarks.adapters.base import DISTANCE, TOP, Answer, UnableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tests.benchmarks.adapters.base import Question, Searcher
    from tests.benchmarks.paragraphs import Document

_FILE = "index.sqlite"

_TABLES = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE paragraph (
        id INTEGER PRIMARY KEY, key TEXT, symbol TEXT, year INTEGER, number TEXT, page INTEGER,
        section TEXT, text TEXT
    );
    CREATE VIRTUAL TABLE words USING fts5 (
        text, content = 'paragraph', content_rowid = 'id', tokenize = 'porter unicode61'
    );
"""

_AFTERWARDS = """
    INSERT INTO words (rowid, text) SELECT id, text FROM paragraph;
    CREATE UNIQUE INDEX by_key ON paragraph (key);
    CREATE INDEX by_place ON paragraph (symbol, year);
    INSERT INTO words (words) VALUES ('optimize');
"""

# the best are found first and their snippets made for them alone
_HITS = f"""
    SELECT paragraph.key, paragraph.text, found.marked FROM (
        SELECT rowid, rank, snippet(words, 0, '[', ']', '…', 32) AS marked FROM words
        WHERE words MATCH ? ORDER BY rank LIMIT {TOP}
    ) AS found JOIN paragraph ON paragraph.id = found.rowid ORDER BY found.rank
"""  # noqa: S608  # a number of our own
_COUNT = "SELECT count(*) FROM words WHERE words MATCH ?"
_LIMITS = "(symbol = ? OR symbol BETWEEN ? AND ?) AND year BETWEEN ? AND ?"
_JOINED = "FROM words JOIN paragraph ON paragraph.id = words.rowid WHERE words MATCH ?"
_LIMITED_HITS = f"""
    SELECT key, paragraph.text, snippet(words, 0, '[', ']', '…', 32)
    {_JOINED} AND {_LIMITS} ORDER BY rank LIMIT {TOP}
"""
_LIMITED_COUNT = f"SELECT count(*) {_JOINED} AND {_LIMITS}"
_FACET = f"SELECT {{0}}, count(*) {_JOINED} GROUP BY {{0}} ORDER BY 2 DESC"


class Fts5:
    """One table for the paragraphs, one for their words, which does not repeat the text."""

    package: ClassVar[str] = "sqlite"
    frames: ClassVar[str] = "paragraphs"

    def build(self, folder: Path, documents: Iterable[Document]) -> None:
        """One transaction, words and indexes made in bulk, merged at the end."""
        with closing(sqlite3.connect(folder / _FILE)) as connection:
            connection.executescript(_TABLES)
            with connection:
                connection.executemany(
                    "INSERT INTO paragraph VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", _rows(documents)
                )
            connection.executescript(_AFTERWARDS)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def open(self, folder: Path) -> Searcher:
        """A connection that stays."""
        return _Searcher(sqlite3.connect(folder / _FILE))


def _rows(documents: Iterable[Document]) -> Iterator[tuple[str, str, int, str, int, str, str]]:
    for document in documents:
        for one in document:
            yield one.key, one.symbol, one.year, one.number, one.page, "\n".join(one.section), one.text


class _Searcher:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def close(self) -> None:
        self.connection.close()

    def answer(self, question: Question) -> Answer:
        ask = self.connection.execute
        if question.kind == "key":
            rows = ask("SELECT key, text FROM paragraph WHERE key = ?", [question.key]).fetchall()
            return Answer(total=len(rows), keys=tuple(row[0] for row in rows))
        match = match_text(question)
        if question.kind == "filters":
            symbol = question.symbol  # everything below it lies between "/" and the sign behind "/"
            values = [match, symbol, f"{symbol}/", f"{symbol}0", *question.years]
            total = ask(_LIMITED_COUNT, values).fetchone()[0]
            hits = ask(_LIMITED_HITS, values).fetchall()
        else:
            total = ask(_COUNT, [match]).fetchone()[0]
            hits = ask(_HITS, [match]).fetchall()
        counted = 0
        if question.kind == "facets":
            counted = sum(len(ask(_FACET.format(field), [match]).fetchall()) for field in ("year", "symbol"))
        return Answer(
            total=total,
            keys=tuple(hit[0] for hit in hits),
            marked=sum("[" in hit[2] for hit in hits),
            counted=counted,
        )


def match_text(question: Question) -> str:
    """The question in the language of MATCH."""
    quoted = ['"' + word.replace('"', '""') + '"' for word in question.words]
    match question.kind:
        case "AND":
            return " AND ".join(quoted)
        case "OR" | "ten names" | "entity":
            return " OR ".join(quoted)
        case "NEAR":  # counts the words in between
            return f"NEAR({' '.join(quoted)}, {DISTANCE - 1})"
        case "prefix":
            return f"{quoted[0]} *"
        case "fuzzy":
            raise UnableError
    return quoted[0]
