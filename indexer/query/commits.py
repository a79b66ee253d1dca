"""A folder -> the index at its newest commit, and at the few before it that were asked."""

from __future__ import annotations

import threading
from collections import OrderedDict
from functools import cached_property
from typing import TYPE_CHECKING

from indexer.errors import NotFoundError
from indexer.store.budget import Budget
from indexer.store.manifest import manifest_state

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.query.collection import Collection
    from indexer.query.expand import Names
    from indexer.store import StoreReader

_KEPT = 4
"""Commits that are kept open behind the newest one, for those who turn pages."""


class Commit:
    """The index at one commit, with what is made of it when first needed.

    Attributes:
        reader: Of its records.
        generation: Its number.
    """

    def __init__(self, directory: Path, budget: Budget) -> None:
        from indexer.store.reader import StoreReader as Reader  # noqa: PLC0415 - opening an Index costs nothing

        self.reader: StoreReader = Reader(directory, budget)
        self.generation = self.reader.manifest.generation
        self._guard = threading.Lock()

    @cached_property
    def whole(self) -> Collection:
        """The records as they are searched."""
        from indexer.query.collection import Collection as Whole  # noqa: PLC0415 - brings numpy

        return Whole(self.reader)

    @property
    def names(self) -> Names:
        """The names that are known; the documents' own are read once."""
        with self._guard:
            return self._names

    @cached_property
    def _names(self) -> Names:
        from indexer.grammar.gazetteer import Gazetteer  # noqa: PLC0415 - show needs no names
        from indexer.query.expand import Names as KnownNames  # noqa: PLC0415 - as above

        return KnownNames(Gazetteer.load(), self.reader.acronyms())


class Commits:
    """The commits of a folder as they come; any number of threads may share them."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._manifest = str(directory / "manifest.json")
        self._newest: tuple[object, Commit] | None = None
        self._kept: OrderedDict[int, Commit] = OrderedDict()
        self._budget = Budget()
        self._guard = threading.Lock()

    def newest(self) -> Commit:
        """Return the newest commit, which all share until there is a newer one."""
        state = manifest_state(self._manifest)
        newest = self._newest
        if newest is None or newest[0] != state:
            newest = self._newest = (state, Commit(self._directory, self._budget))
            self._keep(newest[1])
        return newest[1]

    def at(self, generation: int) -> Commit:
        """Return a commit by its number.

        Raises:
            NotFoundError: It is not held open.
        """
        newest = self.newest()
        with self._guard:
            found = newest if newest.generation == generation else self._kept.get(generation)
        if found is None:
            raise NotFoundError(
                f"commit {generation} of {self._directory} is not held open any more; "
                "ask again from the first page"
            )
        return found

    def _keep(self, commit: Commit) -> None:
        """Keep a commit open, and let go of the oldest."""
        with self._guard:
            self._kept[commit.generation] = commit
            self._kept.move_to_end(commit.generation)
            while len(self._kept) > _KEPT + 1:
                self._kept.popitem(last=False)


class OneCommit:
    """A commit as if there were no other."""

    def __init__(self, commit: Commit) -> None:
        self._commit = commit

    def newest(self) -> Commit:
        """Return it."""
        return self._commit

    def at(self, generation: int) -> Commit:
        """Return it, if that is its number.

        Raises:
            NotFoundError: It is not.
        """
        if generation != self._commit.generation:
            raise NotFoundError(f"this is commit {self._commit.generation} of the index, not {generation}")
        return self._commit
