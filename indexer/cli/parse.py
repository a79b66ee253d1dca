"""`indexer parse`: the records of files, without an index."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from indexer.cli.console import Settings, complain, emit, talk
from indexer.cli.failures import DONE, SOME_FAILED, end
from indexer.cli.options import (
    CONTEXT,
    as_typed,
    format_option,
    global_options,
    ocr_option,
    pass_settings,
    reading_options,
    scans_hint,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.errors import ReportError
    from indexer.model import ParsedDocument
    from indexer.query import ShowResult


@click.command(
    "parse",
    context_settings=CONTEXT,
    epilog=as_typed(
        "Examples",
        "indexer parse report.pdf --format text",
        "indexer parse report.docx --format csv > report.csv",
        "indexer parse reports/*.docx | jq -r .text",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@ocr_option
@reading_options
@format_option("jsonl", "json", "csv", "text")
@global_options
@pass_settings
def command(settings: Settings, /, *, paths: tuple[str, ...], form: str, **asked: Any) -> None:
    """Print the records of files as JSON Lines, without an index.

    PATH is a file, or a folder for all files in it. Each line is a record (see `indexer schema record`); as
    text they stand as `show` writes them. A file that cannot be read is named on standard error, the others
    go on, and the exit code is 3.
    """
    from indexer.cli.references import written  # noqa: PLC0415  # each command loads what it needs
    from indexer.ingest import parse_files  # noqa: PLC0415  # as above

    readable = _Readable()
    emit(written(readable.among(parse_files(paths, **asked)), form, settings))
    if hint := scans_hint(readable.failed, "indexer parse"):
        talk(hint, settings)
    end(SOME_FAILED if readable.failed else DONE)


class _Readable:
    """Tells why files cannot be read, and remembers the stable words for it."""

    def __init__(self) -> None:
        self.failed: list[str] = []

    def among(self, files: Iterator[ParsedDocument | ReportError]) -> Iterator[ShowResult]:
        """The records of each of the others, as `show` has those of a document."""
        from indexer.errors import ReportError  # noqa: PLC0415  # as above
        from indexer.present import clean  # noqa: PLC0415  # as above
        from indexer.query import ShowResult  # noqa: PLC0415  # as above
        from indexer.query.cite import citation_of  # noqa: PLC0415  # as above

        for parsed in files:
            if isinstance(parsed, ReportError):
                complain(clean(str(parsed)))
                self.failed.append(parsed.code)
                continue
            every = len(parsed.records)
            yield ShowResult(
                reference=parsed.report.path,
                records=parsed.records,
                citations=tuple(map(citation_of, parsed.records)),
                parts=("",) * every,
                wanted=(True,) * every,
            )
            sys.stdout.flush()
