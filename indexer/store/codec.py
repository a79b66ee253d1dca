"""Our segments behind Whoosh's own interface: a program that knows only Whoosh can search the index.

`indexer` itself searches the columns directly (`indexer.query.plan`); a test compares the two.
Writing goes through `indexer.store.writer` alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from whoosh.codec import base

from indexer.store.arrays import SegmentArrays
from indexer.store.codec_records import RecordsReader
from indexer.store.codec_terms import TermsReader
from indexer.store.segment import ENDING, Segment


class ParagraphSegment(base.Segment):
    """What Whoosh's table of contents says of a segment.

    Args:
        name: Of its file, without the ending.
        count: How many records it has.
        gone: Name of the file with its deleted records, None without any.
        deleted: How many they are.
    """

    def __init__(self, name: str, count: int, gone: str | None, deleted: int) -> None:
        super().__init__("MAIN")
        self.name = name
        self.count = count
        self.gone = gone
        self.deleted = deleted

    def segment_id(self) -> str:
        """Return the name of its file."""
        return self.name

    def codec(self) -> ParagraphCodec:
        """Return what reads it."""
        return ParagraphCodec()

    def list_files(self, storage: Any) -> list[str]:  # noqa: ARG002 - Whoosh's signature
        """Return its files."""
        return [self.name + ENDING, *([self.gone] if self.gone else [])]

    def doc_count_all(self) -> int:
        """Return how many records it has, deleted ones included."""
        return self.count

    def deleted_count(self) -> int:
        """Return how many of them are deleted."""
        return self.deleted


class ParagraphCodec(base.Codec):
    """Reads segments for Whoosh."""

    def terms_reader(self, storage: Any, segment: ParagraphSegment) -> TermsReader:
        """Return what reads the terms."""
        return TermsReader(_open(storage, segment))

    def per_document_reader(self, storage: Any, segment: ParagraphSegment) -> RecordsReader:
        """Return what reads the records."""
        return RecordsReader(_open(storage, segment))


def _open(storage: Any, segment: ParagraphSegment) -> SegmentArrays:
    folder = Path(storage.folder)
    gone = folder / segment.gone if segment.gone else None
    return SegmentArrays(Segment(folder / (segment.name + ENDING), gone))
