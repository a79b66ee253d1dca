"""A file as it was asked for -> the documents that were read from it, or why there are none."""

from __future__ import annotations

import os.path
import unicodedata
from typing import TYPE_CHECKING

from indexer.grammar.usual_citations import names_file
from indexer.query.documents import Edition, editions_of, listed

if TYPE_CHECKING:
    from indexer.store import FileEntry, StoreReader

_FILE = "file:"

_NEAREST = 3
"""Names that are proposed."""

_LIKENESS = 0.6
"""Share of equal letters from which a file is proposed (difflib's ratio)."""


def is_file(name: str) -> bool:
    """Return whether a document is named by its file: with an ending that is read, or "file:" before it."""
    return name.startswith(_FILE) or names_file(name)


def editions_of_file(reader: StoreReader, name: str) -> list[Edition]:
    """Return the documents read from a file, in its order."""
    numbers = [number for term in file_terms(reader, name) for number in reader.numbers("file", term)]
    return sorted(editions_of(reader, numbers), key=_stored_at)


def file_terms(reader: StoreReader, name: str) -> list[str]:
    """Return the terms of the records that were read from a file.

    It is known by its path in the folder, by the last part of that, or by its path as a shell has it; one
    that repeats another by the records of that.
    """
    name = name.removeprefix(_FILE)
    if reader.numbers("file", f"path:{name}"):
        return [f"path:{name}"]
    key = _key(name)
    ended = [term for term in reader.held("file", "path:") if _is_end(_key(term.removeprefix("path:")), key)]
    if not ended and (entry := _known(reader, name)) is not None:
        return [entry.original or entry.location]
    return ended


def file_terms_below(reader: StoreReader, name: str) -> list[str]:
    """Return the terms of the records of all files whose path, or the end of it, begins with a text."""
    key = _key(name.removeprefix(_FILE))
    paths = ((term, _key(term.removeprefix("path:"))) for term in reader.held("file", "path:"))
    return [term for term, path in paths if path.startswith(key) or f"/{key}" in path]


def told_of_file(reader: StoreReader, name: str, editions: list[Edition]) -> str:
    """Return a sentence that says which file stands for one that repeats it; empty where it is the same."""
    path = reader.row_at(editions[0].places[0].number).source.path
    if _key(path).endswith(_key(_last(name))):
        return ""
    return f"{name} has the content of {path}"


def missing_file(reader: StoreReader, name: str) -> str:
    """Return a sentence that says that a file is not there, and why, or which are nearest."""
    import difflib  # noqa: PLC0415 - only for what is not there

    entry = _known(reader, name)
    if entry is not None and entry.reason:
        return f"{name} could not be read: {entry.reason}"
    known = [term.removeprefix("path:") for term in reader.held("file", "path:")]
    paths = {_key(_last(path)): path for path in reversed(known)}
    near = difflib.get_close_matches(_key(_last(name)), paths, n=_NEAREST, cutoff=_LIKENESS)
    meant = f"; did you mean {listed([paths[one] for one in near])}?" if near else ""
    return f"{name} is not in the index{meant}"


def _known(reader: StoreReader, name: str) -> FileEntry | None:
    """Return what the index knows of a file by its whole path, or by the end of that."""
    if not names_file(name):
        return None
    whole = _key(os.path.abspath(name))  # noqa: PTH100 - resolve() would follow links
    end = _key(f"/{name.removeprefix('./')}")
    entries = [entry for entry in reader.files().values() if _ends(_key(entry.location), whole, end)]
    return min(entries, key=lambda entry: entry.state != "indexed", default=None)


def _ends(location: str, whole: str, end: str) -> bool:
    return location == whole or location.endswith(end)


def _stored_at(edition: Edition) -> int:
    return min(place.number for place in edition.places)


def _is_end(path: str, name: str) -> bool:
    return path == name or path.endswith("/" + name)


def _key(path: str) -> str:
    """Return a path as it is compared: some systems write an accented letter as two, others as one."""
    return path.casefold() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def _last(path: str) -> str:
    return path.rpartition("/")[2]
