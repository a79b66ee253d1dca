"""What searches and look-ups give back."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from indexer.model import Hit, Occurrence, ParseReport  # noqa: TC001 - msgspec reads types at run time
from indexer.query.request import Request  # noqa: TC001 - as above
from indexer.query.shown import Records
from indexer.query.tree import Query  # noqa: TC001 - as above
from indexer.store import FileEntry  # noqa: TC001 - as above

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The hits of one document.

    Attributes:
        document: The part of their ids that names it: "A/HRC/9/8@en". Copies belong together.
        total: How many of its paragraphs answer; None where the answer was not grouped.
        hits: Those that were asked for, in the order of the answer.
    """

    document: str
    total: int | None
    hits: tuple[Hit, ...]


class SearchResults(Records, frozen=True, kw_only=True):
    """The answer to a query.

    Attributes:
        query: As it was searched, names expanded.
        total: How many records answer it.
        documents: How many documents they belong to.
        hits: The part of them that was asked for, in order.
        occurrences: Every place of their words, for a concordance; empty unless asked for.
        notices: Sentences on what was searched where that differs from what was typed, and on what emptied
            the answer.
        explain: The tree, what each part alone finds, and the scores; empty unless asked for.
        facets: Counts over the whole answer by field and value, most first.
        generation: The commit that answered; see `Index.at`.
        request: What was asked; see `Index.more`.
    """

    query: Query
    total: int
    documents: int
    hits: tuple[Hit, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    notices: tuple[str, ...] = ()
    explain: str = ""
    facets: dict[str, dict[str, int]] = msgspec.field(default_factory=dict)
    generation: int
    request: Request

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)

    def __getitem__(self, at: int) -> Hit:
        return self.hits[at]

    def __str__(self) -> str:
        from indexer.query.printed import results_text  # noqa: PLC0415 - needs more than a search

        return results_text(self)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The hits by document, where those of a document stand together."""
        return grouped(self.hits)

    def _repr_html_(self) -> str:
        """Return what a notebook shows."""
        from indexer.query.notebook import results_html  # noqa: PLC0415 - as above

        return results_html(self)


def grouped(hits: Iterable[Hit]) -> tuple[Group, ...]:
    """Return hits by document, where those of a document stand together."""
    held = groupby(hits, key=lambda hit: hit.id.rpartition("#")[0])
    return tuple(_group(document, tuple(hits)) for document, hits in held)


def _group(document: str, hits: tuple[Hit, ...]) -> Group:
    return Group(document=document, total=hits[0].of_document, hits=hits)


class IndexInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What an index holds.

    Attributes:
        path: Its folder.
        folders: What was indexed.
        version: Of the software that wrote it.
        format: Of the index.
        generation: How many commits it has seen.
        files: Known files.
        failed: Files that could not be read.
        duplicates: Files listed only, because the same content is there under another path.
        documents: Documents.
        paragraphs: Records.
        languages: Records by language.
        years: Records by year.
        kinds: Records by kind.
        bodies: Records by body.
        entities: Records by entity, most first.
        acronyms: Acronyms that the documents define.
        bytes: Size on disk.
    """

    path: str
    folders: tuple[str, ...]
    version: str
    format: int
    generation: int
    files: int
    failed: int
    duplicates: int
    documents: int
    paragraphs: int
    languages: dict[str, int]
    years: dict[int, int]
    kinds: dict[str, int]
    bodies: dict[str, int]
    entities: dict[str, int]
    acronyms: int
    bytes: int


class CheckResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a careful person would want to look at.

    Attributes:
        reports: Parse reports, those with most findings first.
        failures: Files that could not be read.
        duplicates: Files whose content is there under another path.
        copies: Documents held by several files with different content, with their paths.
        integrity: Sentences on the index's own files; empty when all is well.
    """

    reports: tuple[ParseReport, ...]
    failures: tuple[FileEntry, ...]
    duplicates: tuple[FileEntry, ...]
    copies: dict[str, tuple[str, ...]]
    integrity: tuple[str, ...]
