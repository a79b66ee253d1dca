"""Reports by the paragraph: the library twin of the command line.

`index_folder` does what `indexer index` does, `open_index` gives an `Index` whose `search`, `like`, `show`,
`info` and `check` do what the commands and options of those names do, `parse_file` is `indexer parse`, and
`draw_page` is `indexer check --page`:

>>> import tempfile
>>> import indexer
>>> folder = tempfile.TemporaryDirectory()
>>> indexer.index_folder("sample_corpus", folder.name).indexed
12
>>> index = indexer.open_index(folder.name)

Results are frozen values; to iterate over them gives their hits, as over what `show` gives its records:

>>> results = index.search("ILO", sort="symbol", facets=["body"])
>>> results.total, [hit.citation for hit in results], results.facets["body"]
(2, ['A/HRC/9/8, para. 9', 'A/HRC/9/8, para. 10'], {'HRC': 2})
>>> [(one.left, one.match, one.right) for one in index.search("=ILO", sort="symbol", kwic=12).occurrences]
[('ganization (', 'ILO', '), the Unite'), ('n policing. ', 'ILO', ', the United')]
>>> [record.page for record in index.show("A/HRC/9/8, paras. 9-10")]
[4, 4]

A page of documents, and the next one from the same commit:

>>> page = index.search("light*", group="doc", limit=2, per_document=1, sort="symbol")
>>> [(group.document, group.total) for group in page.groups]
[('A/HRC/901/4@en', 4), ('A/RES/901/12@en', 6)]
>>> [group.document for group in index.more(page).groups]
['E/CN.99/2025/3@en']

Paragraphs like one, with what stands before and behind them:

>>> [(hit.citation, [near.citation for near in hit.context])
...  for hit in index.like("A/HRC/9/8, para. 10", limit=1, context=1)]
[('A/HRC/9/8, para. 11', ['A/HRC/9/8, para. 10', 'A/HRC/9/8, para. 12'])]
>>> index.info().documents, index.check().failures
(12, ())
>>> folder.cleanup()

Each name is loaded when it is first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.first_use import at_first_use
from indexer.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

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
        MissingExtraError,
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
        HeldDocument,
        Highlight,
        Hit,
        LearntAcronym,
        Mention,
        Neighbour,
        Occurrence,
        ParsedDocument,
        ParseReport,
        Part,
        Record,
        Reference,
        Source,
        SourceFile,
    )
    from indexer.present import json_schema
    from indexer.query import (
        CheckResult,
        Group,
        Index,
        IndexInfo,
        SearchResults,
        ShowResult,
        find_entities,
        list_entities,
        open_index,
        parse_query,
        show_entity,
    )

__all__ = [
    "CheckResult",
    "CitationSyntaxError",
    "DamagedReportError",
    "EmptyReportError",
    "EncryptedReportError",
    "Extraction",
    "FileOutcome",
    "Finding",
    "Footnote",
    "Group",
    "Heading",
    "HeldDocument",
    "Highlight",
    "Hit",
    "Index",
    "IndexDamagedError",
    "IndexInfo",
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
    "MissingExtraError",
    "MissingToolError",
    "Neighbour",
    "NoTextError",
    "NotAReportError",
    "NotFoundError",
    "Occurrence",
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
    "draw_page",
    "find_entities",
    "index_folder",
    "json_schema",
    "list_entities",
    "open_index",
    "parse_file",
    "parse_query",
    "show_entity",
]

if not TYPE_CHECKING:
    __getattr__ = at_first_use(
        globals(),
        {
            "ingest": ("FileOutcome", "IngestSummary", "Limits", "index_folder", "parse_file"),
            "present": ("json_schema",),
            "query": (
                "CheckResult",
                "Group",
                "Index",
                "IndexInfo",
                "SearchResults",
                "ShowResult",
                "find_entities",
                "list_entities",
                "open_index",
                "parse_query",
                "show_entity",
            ),
            "errors": tuple(name for name in __all__ if name.endswith("Error")),
            "model": __all__,
        },
    )


def draw_page(path: str | Path, page: int) -> bytes:
    """A page of a PDF with its records drawn as boxes, as a PNG: `indexer check FILE --page N`.

    Raises:
        MissingExtraError: Pillow is not installed (extra `images`).
        ReportError: The file cannot be read.
        UsageError: There is no such file, it is no PDF, or it has no such page.
    """
    # defined here: it reads and draws, and of the rooms that do so neither may import the other
    from indexer.ingest import picture_pages  # noqa: PLC0415  # everything here waits for its first use
    from indexer.present import page_png  # noqa: PLC0415  # as above

    parsed, (picture,) = picture_pages(path, [page])
    return page_png(picture, parsed)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
