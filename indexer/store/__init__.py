"""Records <-> the index on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indexer.store.changes import CitationEntry, DocumentEntry, FileEntry
    from indexer.store.reader import Statistics, StoreReader
    from indexer.store.store import Store, known_folders, open_store
    from indexer.store.writer import StoreWriter

_HOMES = {
    "CitationEntry": "changes",
    "DocumentEntry": "changes",
    "FileEntry": "changes",
    "Statistics": "reader",
    "Store": "store",
    "StoreReader": "reader",
    "StoreWriter": "writer",
    "known_folders": "store",
    "open_store": "store",
}

__all__ = [
    "CitationEntry",
    "DocumentEntry",
    "FileEntry",
    "Statistics",
    "Store",
    "StoreReader",
    "StoreWriter",
    "known_folders",
    "open_store",
]


def __getattr__(name: str) -> object:
    """Return a public name, loading only the module that holds it: a look-up needs no writer."""
    from importlib import import_module  # noqa: PLC0415 - needed once per name

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
