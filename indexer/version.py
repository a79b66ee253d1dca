"""The version, read by the build and by `indexer --version`."""

__version__ = "0.1.0"
