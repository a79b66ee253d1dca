"""Records <-> the index on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.first_use import at_first_use

if TYPE_CHECKING:
    from indexer.store.changes import CitationEntry, DocumentEntry, FileEntry
    from indexer.store.reader import Statistics, StoreReader
    from indexer.store.store import Store, open_store
    from indexer.store.writer import StoreWriter

__all__ = [
    "CitationEntry",
    "DocumentEntry",
    "FileEntry",
    "Statistics",
    "Store",
    "StoreReader",
    "StoreWriter",
    "open_store",
]

if not TYPE_CHECKING:  # a look-up needs no writer
    __getattr__ = at_first_use(
        globals(),
        {
            "changes": ("CitationEntry", "DocumentEntry", "FileEntry"),
            "reader": ("Statistics", "StoreReader"),
            "store": ("Store", "open_store"),
            "writer": ("StoreWriter",),
        },
    )
