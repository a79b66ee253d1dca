"""The files an index knows, found by location, by content, and by what they repeat."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from indexer.store.manifest import file_sum

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.store.changes import FileEntry


class KnownFiles:
    """Every known file, kept up to date by put and drop."""

    def __init__(self, entries: Iterable[FileEntry]) -> None:
        self._entries: dict[str, FileEntry] = {}
        self._by_content: dict[str, str] = {}
        self._repeats: dict[str, dict[str, None]] = {}
        for entry in entries:
            self.put(entry)

    def get(self, location: str) -> FileEntry | None:
        """Return the file at a location."""
        return self._entries.get(location)

    def all(self) -> tuple[FileEntry, ...]:
        """Return every file."""
        return tuple(self._entries.values())

    def named(self, name: str) -> list[FileEntry]:
        """Return the file at this location, else the files with this path in their folder."""
        if name in self._entries:
            return [self._entries[name]]
        return [entry for entry in self._entries.values() if entry.path == name]

    def put(self, entry: FileEntry) -> None:
        """Note a file in place of what was known of its location."""
        self.drop(entry.location)
        self._entries[entry.location] = entry
        if entry.state == "indexed":
            self._by_content[entry.sha256] = entry.location
        if entry.original:
            self._repeats.setdefault(entry.original, {})[entry.location] = None

    def drop(self, location: str) -> None:
        """Forget a file."""
        entry = self._entries.pop(location, None)
        if entry is None:
            return
        if self._by_content.get(entry.sha256) == location:
            del self._by_content[entry.sha256]
        self._repeats.get(entry.original, {}).pop(location, None)

    def with_content(self, sha256: str, *, besides: str) -> FileEntry | None:
        """Return the file whose records carry this content, unless it is the one at besides."""
        location = self._by_content.get(sha256)
        return None if location in {None, besides} else self._entries[str(location)]

    def repeats(self, location: str) -> list[FileEntry]:
        """Return the files listed as duplicates of a file."""
        return [self._entries[other] for other in self._repeats.get(location, {})]

    def heir(self, location: str) -> FileEntry | None:
        """Return a duplicate of a file that still has the same content, to take its place."""
        return next((entry for entry in self.repeats(location) if _holds(entry)), None)


def _holds(entry: FileEntry) -> bool:
    """Return whether a file is still what it was: another name of a changed file changes with it."""
    try:
        return file_sum(Path(entry.location)).sha256 == entry.sha256
    except OSError:
        return False
