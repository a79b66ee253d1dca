"""catalogue.sqlite: everything that is not a record.

Files with their state, documents, parse reports, learnt acronyms, and who cites whom. Changes travel as
values (`Change`), so that the same list can be written to the redo file of a commit and applied again after
a crash.
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

import msgspec

from indexer.errors import IndexDamagedError, IndexLockedError
from indexer.model import LearntAcronym, ParseReport
from indexer.store.catalogue_seal import seal_path, verify_seal, write_seal
from indexer.store.changes import Change, CitationEntry, DocumentEntry, FileEntry
from indexer.store.learnt import NAME as LEARNT
from indexer.store.learnt import write_learnt
from indexer.store.manifest import CATALOGUE, REPAIR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from indexer.store.changes import State

_UNREAD = frozenset({"no-text-page", "unreliable-text"})
"""Codes of findings about pages that recognition may help."""

_WAIT_SECONDS = 10
"""How long a reader waits for a commit to end; a commit of the catalogue takes well under a second."""

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
CREATE TABLE files (
    location TEXT PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, mtime REAL
    NOT NULL, media_type TEXT NOT NULL, state TEXT NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL,
    original TEXT NOT NULL, report TEXT
);
CREATE INDEX files_by_content ON files (sha256);
CREATE TABLE documents (
    document TEXT NOT NULL, copy INTEGER NOT NULL, location TEXT NOT NULL, symbol TEXT, language TEXT NOT
    NULL, title TEXT NOT NULL, date TEXT, body TEXT, year INTEGER, records INTEGER NOT NULL,
    PRIMARY KEY (document, copy)
);
CREATE INDEX documents_by_file ON documents (location);
CREATE TABLE acronyms (location TEXT NOT NULL, acronym TEXT NOT NULL, name TEXT NOT NULL, record TEXT NOT
NULL); CREATE INDEX acronyms_by_file ON acronyms (location);
CREATE TABLE citations (
    location TEXT NOT NULL, record TEXT NOT NULL, target TEXT NOT NULL, address TEXT, citation TEXT NOT NULL
);
CREATE INDEX citations_by_file ON citations (location);
CREATE INDEX citations_by_target ON citations (target);
INSERT INTO meta VALUES ('generation', 0);
"""


class Catalogue:
    """The catalogue of one index; every call opens the file anew, so that any thread may ask."""

    def __init__(self, directory: Path) -> None:
        self.path = directory / CATALOGUE

    def create(self) -> None:
        """Make an empty catalogue in place of whatever is there."""
        for name in (CATALOGUE, f"{CATALOGUE}-journal", LEARNT):
            self.path.with_name(name).unlink(missing_ok=True)
        with _reported(self.path), contextlib.closing(sqlite3.connect(self.path)) as connection:
            connection.executescript(f"BEGIN IMMEDIATE; {_TABLES}")
            seal_path(self.path).unlink(missing_ok=True)
            write_seal(self.path, connection, 0)
            connection.execute("COMMIT")

    @contextlib.contextmanager
    def connect(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection; errors of the database come out as errors of the index."""
        with _reported(self.path):
            if not self.path.exists():
                raise IndexDamagedError(f"{self.path} is missing; {REPAIR}")
            with contextlib.closing(
                sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=rw", uri=True, timeout=_WAIT_SECONDS)
            ) as connection:
                connection.row_factory = sqlite3.Row
                connection.isolation_level = None
                yield connection

    @contextlib.contextmanager
    def _snapshot(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection to one verified state, whatever is committed meanwhile."""
        with self.connect() as connection:
            connection.execute("BEGIN")
            connection.execute("SELECT 1 FROM meta").fetchone()  # from here on nobody can write
            verify_seal(self.path, connection)
            yield connection

    def generation(self) -> int:
        """Return the generation of the index that the catalogue describes."""
        with self._snapshot() as connection:
            row = connection.execute("SELECT value FROM meta WHERE name = 'generation'").fetchone()
            return int(row[0])

    def apply(self, changes: Sequence[Change], generation: int) -> None:
        """Make the changes in one transaction that carries the generation."""
        with self.connect() as connection:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("BEGIN IMMEDIATE")
            verify_seal(self.path, connection)
            try:
                for change in changes:
                    _apply(connection, change)
                connection.execute("UPDATE meta SET value = ? WHERE name = 'generation'", (generation,))
                write_learnt(self.path.parent, generation, _acronyms(connection))
                write_seal(self.path, connection, generation)
                connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise

    def problems(self) -> list[str]:
        """Return what SQLite's own check finds, nothing when all is well."""
        with self._snapshot() as connection:
            rows = connection.execute("PRAGMA integrity_check(5)").fetchall()
        return [str(row[0]) for row in rows if row[0] != "ok"]

    def files(self, state: State | None = None) -> dict[str, FileEntry]:
        """Return every known file by its location, or those of a state alone."""
        query = "SELECT * FROM files WHERE ? IN (state, '') ORDER BY path, location"
        with self._snapshot() as connection:
            rows = connection.execute(query, (state or "",)).fetchall()
            names = FileEntry.__struct_fields__
            return {
                row["location"]: msgspec.convert({name: row[name] for name in names}, FileEntry)
                for row in rows
            }

    def documents(self) -> list[DocumentEntry]:
        """Return every document, sorted by name and copy."""
        with self._snapshot() as connection:
            rows = connection.execute("SELECT * FROM documents ORDER BY document, copy").fetchall()
            return [msgspec.convert(dict(row), DocumentEntry) for row in rows]

    def reports(self) -> Iterator[tuple[str, ParseReport]]:
        """Yield location and parse report of every file that has one, sorted by path."""
        with self._snapshot() as connection:
            rows = connection.execute(
                "SELECT location, report FROM files WHERE report IS NOT NULL ORDER BY path, location"
            ).fetchall()
        for row in rows:
            yield row["location"], msgspec.json.decode(row["report"], type=ParseReport)

    def worth_recognising(self) -> frozenset[str]:
        """Return the locations of files with pages without usable text that nobody tried to recognise."""
        return frozenset(
            location
            for location, report in self.reports()
            if not report.ocr and any(finding.code in _UNREAD for finding in report.findings)
        )

    def report(self, location: str) -> ParseReport | None:
        """Return the parse report of one file."""
        with self._snapshot() as connection:
            row = connection.execute("SELECT report FROM files WHERE location = ?", (location,)).fetchone()
        return msgspec.json.decode(row[0], type=ParseReport) if row and row[0] else None

    def acronyms(self, location: str | None = None) -> list[LearntAcronym]:
        """Return what the documents, or one file, define: each acronym with each of its names once."""
        with self._snapshot() as connection:
            return _acronyms(connection, location)

    def citations(self, target: str | None = None) -> list[CitationEntry]:
        """Return who cites a document, or the whole graph."""
        wanted = "" if target is None else "WHERE target = ?"
        with self._snapshot() as connection:
            rows = connection.execute(
                f"SELECT record, target, address, citation FROM citations {wanted} ORDER BY rowid",  # noqa: S608 - no user text
                () if target is None else (target,),
            ).fetchall()
        return [msgspec.convert(dict(row), CitationEntry) for row in rows]


def _acronyms(connection: sqlite3.Connection, location: str | None = None) -> list[LearntAcronym]:
    wanted = "" if location is None else "WHERE location = ?"
    rows = connection.execute(
        f"SELECT acronym, name, record FROM acronyms {wanted} ORDER BY rowid",  # noqa: S608 - as above
        () if location is None else (location,),
    )
    seen: dict[tuple[str, str], LearntAcronym] = {}
    for row in rows:
        seen.setdefault((row["acronym"], row["name"].casefold()), msgspec.convert(dict(row), LearntAcronym))
    return list(seen.values())


def _apply(connection: sqlite3.Connection, change: Change) -> None:
    for table in ("files", "documents", "acronyms", "citations"):
        connection.execute(f"DELETE FROM {table} WHERE location = ?", (change.location,))  # noqa: S608 - own names
    entry = change.entry
    if entry is None:
        return
    report = msgspec.json.encode(change.report).decode() if change.report is not None else None
    _insert(connection, "files", {**msgspec.structs.asdict(entry), "report": report})
    for document in change.documents:
        _insert(connection, "documents", msgspec.structs.asdict(document))
    for acronym in change.acronyms:
        _insert(connection, "acronyms", {"location": change.location, **msgspec.structs.asdict(acronym)})
    for citation in change.citations:
        _insert(connection, "citations", {"location": change.location, **msgspec.structs.asdict(citation)})


def _insert(connection: sqlite3.Connection, table: str, values: dict[str, object]) -> None:
    names = ", ".join(values)
    places = ", ".join("?" * len(values))
    connection.execute(
        f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({places})",  # noqa: S608 - names are our own
        tuple(values.values()),
    )


@contextlib.contextmanager
def _reported(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise IndexLockedError(f"{path} is in use by another run; try again when it is done") from error
        if "full" in str(error) or "disk I/O" in str(error):
            raise OSError(f"{path}: {error}") from error
        raise IndexDamagedError(f"{path} is damaged ({error}); {REPAIR}") from error
    except (sqlite3.DatabaseError, msgspec.ValidationError, msgspec.DecodeError) as error:
        raise IndexDamagedError(f"{path} is damaged ({error}); {REPAIR}") from error
