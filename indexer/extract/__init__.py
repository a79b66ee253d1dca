"""Source file -> extracted document."""

from indexer.extract.base import EXTRACTORS, PAGE_SECONDS, Extractor, Recognition, extract

__all__ = ["EXTRACTORS", "PAGE_SECONDS", "Extractor", "Recognition", "extract"]
