"""The pipeline from folder to index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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

_HOMES = {
    "CheckedFiles": "preview",
    "FileOutcome": "outcomes",
    "IngestSummary": "outcomes",
    "Limits": "pool",
    "check_files": "preview",
    "index_folder": "pipeline",
    "parse_file": "parsing",
    "parse_files": "preview",
    "picture_pages": "pictures",
}


def __getattr__(name: str) -> Any:
    """The name from its module, loaded at first use: a reading process needs few of them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  # as everything here, at first use

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
