"""Source file -> extracted document."""

from indexer.extract.base import EXTRACTORS, Extractor, extract

__all__ = ["EXTRACTORS", "Extractor", "extract"]
