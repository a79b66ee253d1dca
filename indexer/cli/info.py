"""`indexer info`: what the index holds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from indexer.cli.console import Settings, emit, is_on_terminal
from indexer.cli.options import CONTEXT, as_typed, format_option, global_options, pass_settings

if TYPE_CHECKING:
    from indexer.model import HeldDocument


@click.command(
    "info",
    context_settings=CONTEXT,
    epilog=as_typed(
        "Examples", "indexer info", "indexer info --format json", "indexer info --documents --format csv"
    ),
)
@click.option("--documents", is_flag=True, help="List the documents, each with its date and title.")
@format_option("text", "jsonl", "json", "csv")
@global_options
@pass_settings
def command(settings: Settings, *, documents: bool, form: str) -> None:
    """Tell what the index holds.

    Documents, paragraphs, languages, years, entities, size and versions. In the text the largest ten of each
    count stand; JSON has all.
    """
    from indexer.query import open_index  # noqa: PLC0415  # each command loads what it needs

    index = open_index(settings.index)
    if documents:
        _list_documents(index.documents(), form)
        return
    from indexer.present import info_text, json_lines, json_object  # noqa: PLC0415  # as above

    if form == "csv":
        raise click.UsageError("--format csv goes with --documents")
    info = index.info()
    if form == "text":
        emit(info_text(info, settings.style()))
    else:
        emit([json_object(info)] if form == "json" else json_lines([info]))


def _list_documents(documents: tuple[HeldDocument, ...], form: str) -> None:
    from indexer.present import document_lines, documents_csv, in_json  # noqa: PLC0415  # as above

    if form == "text":
        emit(document_lines(documents, aligned=is_on_terminal(sys.stdout)))
    else:
        emit(documents_csv(documents) if form == "csv" else in_json(form, documents))
