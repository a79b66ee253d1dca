"""Reports by the paragraph: the library twin of the command line.

>>> import indexer
>>> sorted(set(indexer.__all__) & {"index_folder", "open_index", "parse_file", "parse_query"})
['index_folder', 'open_index', 'parse_file', 'parse_query']

`index_folder` does what `indexer index` does, `open_index` gives an `Index` whose `search` and `show` do what
the commands of those names do, `parse_file` is `indexer parse`. Each name is loaded when it is first used, so
that importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indexer.version import __version__

if TYPE_CHECKING:
    from indexer.errors import (
        CitationSyntaxError,
        DamagedReportError,
        EmptyReportError,
        EncryptedReportError,
        IndexDamagedError,
        IndexerError,
        IndexLockedError,
        IndexNotFoundError,
        IndexStateError,
        IndexVersionError,
        LimitError,
        MissingToolError,
        NotAReportError,
        NoTextError,
        NotFoundError,
        QuerySyntaxError,
        ReportError,
        SourceSyntaxError,
        SymbolSyntaxError,
        UnsupportedFormatError,
        UsageError,
    )
    from indexer.ingest import FileOutcome, IngestSummary, Limits, index_folder, parse_file
    from indexer.model import (
        Extraction,
        Finding,
        Footnote,
        Heading,
        Highlight,
        Hit,
        LearntAcronym,
        Mention,
        ParsedDocument,
        ParseReport,
        Part,
        Record,
        Reference,
        Source,
        SourceFile,
    )
    from indexer.query import (
        Index,
        SearchResults,
        ShowResult,
        find_entities,
        list_entities,
        open_index,
        parse_query,
        show_entity,
    )

__all__ = [
    "CitationSyntaxError",
    "DamagedReportError",
    "EmptyReportError",
    "EncryptedReportError",
    "Extraction",
    "FileOutcome",
    "Finding",
    "Footnote",
    "Heading",
    "Highlight",
    "Hit",
    "Index",
    "IndexDamagedError",
    "IndexLockedError",
    "IndexNotFoundError",
    "IndexStateError",
    "IndexVersionError",
    "IndexerError",
    "IngestSummary",
    "LearntAcronym",
    "LimitError",
    "Limits",
    "Mention",
    "MissingToolError",
    "NoTextError",
    "NotAReportError",
    "NotFoundError",
    "ParseReport",
    "ParsedDocument",
    "Part",
    "QuerySyntaxError",
    "Record",
    "Reference",
    "ReportError",
    "SearchResults",
    "ShowResult",
    "Source",
    "SourceFile",
    "SourceSyntaxError",
    "SymbolSyntaxError",
    "UnsupportedFormatError",
    "UsageError",
    "__version__",
    "find_entities",
    "index_folder",
    "list_entities",
    "open_index",
    "parse_file",
    "parse_query",
    "show_entity",
]

_ROOMS = {
    "ingest": frozenset({"FileOutcome", "IngestSummary", "Limits", "index_folder", "parse_file"}),
    "query": frozenset(
        {
            "Index",
            "SearchResults",
            "ShowResult",
            "find_entities",
            "list_entities",
            "open_index",
            "parse_query",
            "show_entity",
        }
    ),
}
"""Where the names live that are neither errors nor types that travel."""


def __getattr__(name: str) -> Any:
    """The name from its room, which is loaded now (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  # everything here waits for its first use

    room = next((room for room, names in _ROOMS.items() if name in names), None)
    room = room or ("errors" if name.endswith("Error") else "model")
    value = getattr(import_module(f"{__name__}.{room}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
