"""`indexer index`: folders of reports -> the index."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from indexer.cli.console import Settings, complain, emit, talk
from indexer.cli.failures import DONE, SOME_FAILED, end
from indexer.cli.options import (
    CONTEXT,
    as_typed,
    global_options,
    ocr_option,
    pass_settings,
    reading_options,
    scans_hint,
)
from indexer.cli.progress import Progress
from indexer.errors import IndexStateError

if TYPE_CHECKING:
    from indexer.ingest import FileOutcome, IngestSummary

_MOST_NAMED = 20
"""Files named one by one when they fail; `indexer check` lists all."""


@click.command(
    "index",
    context_settings=CONTEXT,
    epilog=as_typed(
        "Examples",
        "indexer index reports/",
        "indexer index reports/ --prune --report run.jsonl",
        "indexer index scans/ --ocr auto",
        "indexer --index ~/un.index index ~/downloads/*.pdf",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-n", "--dry-run", is_flag=True, help="Only tell what would be read; the index stays as it is.")
@click.option("-f", "--force", is_flag=True, help="Read all files again; rebuild an index that is damaged.")
@click.option("--prune", is_flag=True, help="Take out the records of files that are gone from the folders.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.jsonl",
    help="Write a JSON line about each file, in place of the report of an earlier run.",
)
@ocr_option
@reading_options
@global_options
@pass_settings
def command(settings: Settings, /, *, dry_run: bool, **asked: Any) -> None:
    """Read folders of reports into the index.

    PDF, DOCX, DOC, RTF, ODT, HTML, Markdown and plain text, known by their content and, but for Markdown,
    not by their names. Files that have not changed are not read again. A file that cannot be read is
    named with the reason and does not stop the others; the exit code is then 3. Ctrl-C keeps what is
    committed, and the next run goes on.
    """
    from indexer.ingest import index_folder  # noqa: PLC0415  # each command loads what it needs
    from indexer.present import clean  # noqa: PLC0415  # as above

    try:
        with Progress(settings) as progress:
            summary = index_folder(index=settings.index, dry_run=dry_run, on_event=progress, **asked)
    except KeyboardInterrupt:
        if not dry_run:
            talk(_kept(settings.index), settings)
        raise
    if dry_run:
        emit(f"{outcome.reason}\t{clean(outcome.path)}" for outcome in summary.planned)
    _name_problems(summary.problems)
    if hint := scans_hint((outcome.code for outcome in summary.problems), "indexer index"):
        talk(hint, settings)
    talk(_told(summary), settings)
    if settings.verbosity > 0:
        talk(f"{summary.seconds:.1f} seconds", settings)
    end(DONE if summary.complete else SOME_FAILED)


def _kept(index: str) -> str:
    """What a run that was interrupted leaves behind: commits come seconds apart, and the first may be due."""
    from indexer.ingest.rehearsal import known_files  # noqa: PLC0415  # as above
    from indexer.present import counted  # noqa: PLC0415  # as above

    number = 0
    with contextlib.suppress(IndexStateError):  # it says so when it is asked the next time
        number = sum(entry.state == "indexed" for entry in known_files(Path(index)).values())
    if not number:
        return "Nothing is in the index yet; the same command begins again."
    verb = "is" if number == 1 else "are"
    return f"{counted(number, 'file')} {verb} in the index; the same command goes on from there."


def _name_problems(problems: tuple[FileOutcome, ...]) -> None:
    from indexer.present import clean  # noqa: PLC0415  # as above

    for outcome in problems[:_MOST_NAMED]:
        complain(f"{clean(outcome.path)}: {clean(outcome.reason)}")
    if len(problems) > _MOST_NAMED:
        complain(f"and {len(problems) - _MOST_NAMED} more; `indexer check` lists them all")


def _told(summary: IngestSummary) -> str:
    """The run in one line, what is nought left out."""
    from indexer.present import counted  # noqa: PLC0415  # as above

    if not summary.files and not summary.removed:
        return "no files found"
    recognised = f", {summary.recognised:,} of them recognised" if summary.recognised else ""
    read = f" ({counted(summary.records, 'paragraph')}, {counted(summary.pages, 'page')}{recognised})"
    again = summary.skipped - len(summary.planned)
    facts = [
        (summary.indexed, f"indexed{read}"),
        (len(summary.planned), "to be read"),
        (summary.unchanged, "unchanged"),
        (summary.duplicates, "with the content of another"),
        (summary.failed, "failed"),
        (again, "failed before (--force tries again)"),
        (summary.removed, "removed"),
        (summary.gone, "gone (--prune takes their records out)"),
    ]
    words = ", ".join(f"{number:,} {what}" for number, what in facts if number)
    return f"{counted(summary.files, 'file')}: {words}"
