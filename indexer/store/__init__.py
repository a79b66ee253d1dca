"""Records <-> the index on disk."""

from __future__ import annotations

from indexer.store.catalogue import CitationEntry, DocumentEntry, FileEntry
from indexer.store.reader import Statistics, StoreReader
from indexer.store.store import Store, known_folders, open_store
from indexer.store.writer import StoreWriter

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
