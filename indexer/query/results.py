"""What searches and look-ups give back."""

from __future__ import annotations

from typing import Literal

import msgspec

from indexer.model import Hit, ParseReport  # noqa: TC001 - msgspec reads types at run time
from indexer.query.tree import Query  # noqa: TC001 - as above
from indexer.store import FileEntry  # noqa: TC001 - as above

Sort = Literal["rank", "date", "symbol"]


class SearchResults(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a query.

    Attributes:
        query: As it was searched, names expanded.
        total: How many records answer it.
        documents: How many documents they belong to.
        hits: The part of them that was asked for, best first.
        notices: Sentences on what was searched where that differs from what was typed, and on what emptied
            the answer.
        explain: The tree, what each part alone finds, and the scores; empty unless asked for.
        facets: Counts over the whole answer by field and value, most first.
    """

    query: Query
    total: int
    documents: int
    hits: tuple[Hit, ...] = ()
    notices: tuple[str, ...] = ()
    explain: str = ""
    facets: dict[str, dict[str, int]] = {}


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
