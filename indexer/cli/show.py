"""`indexer show`: paragraphs by their citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from indexer.cli.options import (
    CONTEXT,
    as_typed,
    context_option,
    format_option,
    global_options,
    pass_settings,
)
from indexer.cli.references import show_references

if TYPE_CHECKING:
    from indexer.cli.console import Settings


@click.command(
    "show",
    context_settings=CONTEXT,
    epilog=as_typed(
        "Examples",
        'indexer show "A/HRC/9/8, para. 10"',
        'indexer show "A/HRC/9/8, paras. 9-11" --format jsonl',
        "indexer show A/HRC/9/8 --page 4",
        "cut -f1 found.tsv | indexer show -",
    ),
)
@click.argument("references", nargs=-1, required=True, metavar="REFERENCE...")
@click.option("--page", type=click.IntRange(min=1), metavar="N", help="All of this page of the document.")
@context_option
@click.option(
    "--lang",
    metavar="LANG",
    multiple=True,
    help="The version in this language (fr), several (en,fr) or all; side by side where there is room.",
)
@format_option("text", "jsonl", "json", "csv")
@global_options
@pass_settings
def command(
    settings: Settings,
    /,
    *,
    references: tuple[str, ...],
    page: int | None,
    context: int,
    lang: tuple[str, ...],
    form: str,
) -> None:
    """Show paragraphs by their citation.

    Any usual spelling will do: "A/HRC/9/8, para. 10", "A/HRC/9/8 §10", "a/hrc/9/8, paras. 9-11 and 14",
    with sub-paragraphs "para. 74 (a)", annexes "annex I, para. 3", pages "p. 4", notes "note 3" and headings
    "conclusions"; a file may stand in place of a symbol. A symbol alone shows the whole document, a dash
    reads references from standard input, one on each line. Where several files hold a paragraph with
    different content, all are shown; "[copy 2]" behind the citation shows one alone.
    """
    show_references(settings, references, page=page, context=context, lang=",".join(lang) or None, form=form)
