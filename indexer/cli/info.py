"""`indexer info`: what the index holds."""

from __future__ import annotations

import click

from indexer.cli.console import Settings, emit
from indexer.cli.options import CONTEXT, as_typed, format_option, global_options, pass_settings


@click.command(
    "info",
    context_settings=CONTEXT,
    epilog=as_typed("Examples", "indexer info", "indexer info --format json"),
)
@format_option("text", "jsonl", "json")
@global_options
@pass_settings
def command(settings: Settings, form: str) -> None:
    """Tell what the index holds.

    Documents, paragraphs, languages, years, entities, size and versions. In the text the largest ten of each
    count stand; JSON has all.
    """
    from indexer.present import info_text, json_lines, json_object  # noqa: PLC0415  # each command loads what it needs
    from indexer.query import open_index  # noqa: PLC0415  # as above

    info = open_index(settings.index).info()
    if form == "text":
        emit(info_text(info, settings.style()))
    else:
        emit([json_object(info)] if form == "json" else json_lines([info]))
