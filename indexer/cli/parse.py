"""`indexer parse`: the records of files, without an index."""

from __future__ import annotations

import sys
from typing import Literal

import click

from indexer.cli.console import complain, emit
from indexer.cli.failures import DONE, SOME_FAILED, end
from indexer.cli.options import CONTEXT, as_typed, global_options, ocr_option, reading_options


@click.command(
    "parse",
    context_settings=CONTEXT,
    epilog=as_typed("Examples", "indexer parse report.pdf", "indexer parse reports/*.docx | jq -r .text"),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@ocr_option
@reading_options
@global_options
def command(
    files: tuple[str, ...], *, ocr: Literal["off", "auto"], jobs: int | None, timeout: float, memory: int
) -> None:
    """Print the records of files as JSON Lines, without an index.

    Each line is a record (see `indexer schema record`). A file that cannot be read is named on standard
    error, the others go on, and the exit code is 3.
    """
    from indexer.errors import ReportError  # noqa: PLC0415  # each command loads what it needs
    from indexer.ingest import Limits, parse_files  # noqa: PLC0415  # as above
    from indexer.present import json_lines  # noqa: PLC0415  # as above

    code = DONE
    limits = Limits(seconds=timeout, memory=memory << 20)
    for parsed in parse_files(files, jobs=jobs, limits=limits, ocr=ocr):
        if isinstance(parsed, ReportError):
            complain(f"{parsed}")
            code = SOME_FAILED
            continue
        emit(json_lines(parsed.records))
        sys.stdout.flush()
    end(code)
