"""Folder -> source files."""

from indexer.discover.folder import source_file, walk

__all__ = ["source_file", "walk"]
