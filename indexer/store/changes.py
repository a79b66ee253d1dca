"""What the catalogue says of files, documents and citations, and what happens to it."""

from __future__ import annotations

from typing import Literal

import msgspec

from indexer.model import LearntAcronym, ParseReport  # noqa: TC001 - msgspec reads types at run time

State = Literal["indexed", "duplicate", "failed", "pending"]
"""What became of a file: its records are in the index; the same content is there under another path; it
could not be read; or it must be read again although it has not changed."""


class FileEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A file that the index knows.

    Attributes:
        path: Relative to the indexed folder.
        location: Absolute, the key.
        sha256: Hex digest of the content that was read.
        size: Bytes.
        mtime: Time of the last change, 0 when the file was already gone.
        media_type: As decided by the content.
        state: What became of it.
        code: Stable word of the error, empty without one.
        reason: Why it failed, or which file it repeats.
        original: Location of the file it repeats.
    """

    path: str
    location: str
    sha256: str
    size: int
    mtime: float = 0.0
    media_type: str
    state: State
    code: str = ""
    reason: str = ""
    original: str = ""


class DocumentEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A document of the index: a symbol in one language, or a file without a symbol.

    Attributes:
        document: "A/HRC/9/8@en".
        copy: 1, or 2 and up for other files of the same document.
        location: Absolute path of its file.
        symbol: Canonical, None without one.
        language: Two letters.
        title: As printed.
        date: ISO 8601.
        body: Organ.
        year: Of the document.
        records: How many.
    """

    document: str
    copy: int
    location: str
    symbol: str | None
    language: str
    title: str
    date: str | None
    body: str | None
    year: int | None
    records: int


class CitationEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the citation graph: a record, and what it cites."""

    record: str
    target: str
    address: str | None
    citation: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What happens to one file: what was known of it goes, and its new state, if any, comes."""

    location: str
    entry: FileEntry | None = None
    documents: tuple[DocumentEntry, ...] = ()
    report: ParseReport | None = None
    acronyms: tuple[LearntAcronym, ...] = ()
    citations: tuple[CitationEntry, ...] = ()
