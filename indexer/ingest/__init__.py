"""The pipeline from folder to index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.first_use import at_first_use

if TYPE_CHECKING:
    from indexer.ingest.outcomes import FileOutcome, IngestSummary
    from indexer.ingest.parsing import parse_file
    from indexer.ingest.pictures import picture_pages
    from indexer.ingest.pipeline import index_folder
    from indexer.ingest.pool import Limits
    from indexer.ingest.preview import CheckedFiles, check_files, parse_files

__all__ = [
    "CheckedFiles",
    "FileOutcome",
    "IngestSummary",
    "Limits",
    "check_files",
    "index_folder",
    "parse_file",
    "parse_files",
    "picture_pages",
]

if not TYPE_CHECKING:  # a reading process needs few of them
    __getattr__ = at_first_use(
        globals(),
        {
            "outcomes": ("FileOutcome", "IngestSummary"),
            "parsing": ("parse_file",),
            "pictures": ("picture_pages",),
            "pipeline": ("index_folder",),
            "pool": ("Limits",),
            "preview": ("CheckedFiles", "check_files", "parse_files"),
        },
    )
