"""`indexer check`: what a careful person would want to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from indexer.cli.console import Settings, emit
from indexer.cli.failures import BAD_INDEX, DONE, SOME_FAILED, end
from indexer.cli.options import (
    CONTEXT,
    as_typed,
    format_option,
    global_options,
    pass_settings,
    reading_options,
)

if TYPE_CHECKING:
    from indexer.present import Checked


@click.command(
    "check",
    context_settings=CONTEXT,
    epilog=as_typed(
        "Examples", "indexer check", "indexer check report.pdf", "indexer check reports/ --format jsonl"
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@format_option("text", "jsonl")
@reading_options
@global_options
@pass_settings
def command(
    settings: Settings, /, *, paths: tuple[str, ...], form: str, jobs: int | None, timeout: float, memory: int
) -> None:
    """List what could not be read and what was read with doubts, worst first.

    Gaps and repeats in the paragraph numbers, page furniture left in the text, pages without text, ids that
    occur twice. Without PATH it reports on the index, and on the index's own files; with files or folders it
    reads those and leaves the index alone. The exit code is 3 when a file could not be read, 4 when the
    index is damaged.
    """
    from indexer.present import check_text, check_values, json_lines  # noqa: PLC0415  # as in each command

    checked = _read(paths, jobs, timeout, memory) if paths else _known(settings)
    emit(check_text(checked, settings.style()) if form == "text" else json_lines(check_values(checked)))
    if checked.integrity:
        end(BAD_INDEX)
    end(SOME_FAILED if checked.failures else DONE)


def _known(settings: Settings) -> Checked:
    from indexer.query import open_index  # noqa: PLC0415  # as above

    checked: Checked = open_index(settings.index).check()
    return checked


def _read(paths: tuple[str, ...], jobs: int | None, timeout: float, memory: int) -> Checked:
    from indexer.ingest import Limits, check_files  # noqa: PLC0415  # as above

    return check_files(paths, jobs=jobs, limits=Limits(seconds=timeout, memory=memory << 20))
