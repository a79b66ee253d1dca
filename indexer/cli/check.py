"""`indexer check`: what a careful person would want to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from indexer.cli.console import Settings, emit, talk
from indexer.cli.failures import BAD_INDEX, DONE, SOME_FAILED, end
from indexer.cli.options import (
    CONTEXT,
    as_typed,
    format_option,
    global_options,
    pass_settings,
    reading_options,
    scans_hint,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.ingest import Limits
    from indexer.present import Checked, Style


@click.command(
    "check",
    context_settings=CONTEXT,
    epilog=as_typed(
        "Examples",
        "indexer check",
        "indexer check report.pdf",
        "indexer check reports/ --format jsonl",
        "indexer check report.pdf --page 4 -o page.png",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--page",
    "pages",
    type=click.IntRange(min=1),
    multiple=True,
    metavar="N",
    help="Draw this page of a PDF with its records as boxes; several times for several pages.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE.png",
    help="Where the picture goes, - for standard output.  [default: FILE-page-N.png]",
)
@click.option("-f", "--force", is_flag=True, help="Write over a picture that is there.")
@format_option("text", "jsonl", "json")
@reading_options
@global_options
@pass_settings
def command(
    settings: Settings,
    /,
    *,
    paths: tuple[str, ...],
    pages: tuple[int, ...],
    output: str | None,
    force: bool,
    form: str,
    jobs: int | None,
    limits: Limits,
) -> None:
    """List what could not be read, or was read with doubts, worst first.

    Gaps and repeats in the paragraph numbers, page furniture left in the text, pages without text, ids that
    occur twice. Without PATH it reports on the index, and on the index's own files; with files or folders it
    reads those and leaves the index alone. The exit code is 3 when a file could not be read, 4 when the
    index is damaged.

    With --page it also draws pages of one PDF: a box and an address for each record, dashes around what no
    record holds. This needs the extra "images". With "-o -" the rest goes to standard error.
    """
    from indexer.present import PLAIN  # noqa: PLC0415  # as in each command

    checked: Checked
    if pages or output is not None or force:
        from indexer.cli.drawing import draw_pages  # noqa: PLC0415  # as above

        checked = draw_pages(paths, pages, output, settings, limits, force=force)
    else:
        checked = _read(paths, jobs, limits) if paths else _known(settings)
    style = PLAIN if output == "-" else settings.style()
    lines = _lines(checked, form, style)
    if output == "-":
        talk("\n".join(lines), settings)
    else:
        emit(lines)
    if form == "text" and (hint := scans_hint((entry.code for entry in checked.failures), "indexer index")):
        talk(hint, settings)
    if checked.integrity:
        end(BAD_INDEX)
    end(SOME_FAILED if checked.failures else DONE)


def _lines(checked: Checked, form: str, style: Style) -> Iterator[str]:
    from indexer.present import check_text, check_values, in_json  # noqa: PLC0415  # as above

    if form == "text":
        return check_text(checked, style)
    return in_json(form, check_values(checked))


def _known(settings: Settings) -> Checked:
    from indexer.query import open_index  # noqa: PLC0415  # as above

    checked: Checked = open_index(settings.index).check()
    return checked


def _read(paths: tuple[str, ...], jobs: int | None, limits: Limits) -> Checked:
    from indexer.ingest import check_files  # noqa: PLC0415  # as above

    return check_files(paths, jobs=jobs, limits=limits)
