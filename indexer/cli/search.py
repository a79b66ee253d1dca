"""`indexer search`: the paragraphs that answer a query."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, get_args

import click

from indexer.cli.console import Settings, complain, emit, is_on_terminal, talk, typed
from indexer.cli.failures import NOTHING_FOUND, end
from indexer.cli.options import CONTEXT, as_typed, format_option, global_options, pass_settings
from indexer.model import Kind
from indexer.query import FACETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from indexer.query import Index, SearchResults

_KINDS = get_args(Kind)

_FEWEST_LETTERS = 3
"""Of a word with a minus, as the query language has it: no bundle of one-letter options is that long."""

_MINUS = "\ue000"
"""Stands for that minus while click looks for options; a private character that nobody types."""


class SearchCommand(click.Command):
    """A command whose words may begin with a minus."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments that are left, words with a minus not being taken for options."""
        return super().parse_args(ctx, [_MINUS + word[1:] if _is_excluded(word) else word for word in args])


def _is_excluded(word: str) -> bool:
    letters = word[1 : 1 + _FEWEST_LETTERS]
    return word[:1] == "-" and len(letters) == _FEWEST_LETTERS and letters.isalpha()


def _filters(function: Callable[..., Any]) -> Callable[..., Any]:
    """The command with an option for each field that narrows the answer."""
    for option in (
        click.option("--entity", metavar="NAME", help="Names this entity, by acronym or any name: ILO."),
        click.option(
            "--kind", type=click.Choice(_KINDS), metavar="KIND", help=f"One of {', '.join(_KINDS)}."
        ),
        click.option("--section", metavar="WORDS", help="Under headings that hold these words."),
        click.option("--lang", metavar="LANG", help="In this language: en, fr, es, ru, ar, zh."),
        click.option("--year", metavar="YEAR", help="Of this year, or of years: 2007..2009."),
        click.option("--body", metavar="BODY", help="Of documents of this body: HRC."),
        click.option("--symbol", metavar="SYMBOL", help="Of this document, or of all like it: 'A/HRC/*'."),
    ):
        function = option(function)
    return function


_HELP = "\n\n".join(
    [
        as_typed(
            "In a query",
            "word             any form of it: policy also finds policies",
            "'\"two words\"'    a phrase, in quotes that the shell leaves in place",
            "polic*           words that begin so",
            "AND OR NOT ( )   and -word; a space is AND",
            "NEAR/5           at most five words apart",
            "ILO              the acronym as typed, and the names it stands for",
            "=ILO             nothing but the acronym",
            "field:value      symbol body section title lang year date kind entity cites page number",
            "year:2007..2009  a range",
            "A/HRC/9/8        in that document",
        ),
        as_typed(
            "Examples",
            "indexer search ILO",
            "indexer search 'ILO AND polic*' --year 2005..2010",
            "indexer search '\"minority issues\"' --format csv -n 0 > found.csv",
        ),
    ]
)


@click.command("search", cls=SearchCommand, context_settings=CONTEXT, epilog=_HELP)
@click.argument("words", nargs=-1, required=True, metavar="QUERY...")
@click.option("--any", "any_word", is_flag=True, help="Any of the words will do, instead of all.")
@click.option("--exact", is_flag=True, help="Words as typed, without their other forms.")
@click.option("--no-expand", is_flag=True, help="An acronym does not find its names, nor a name its acronym.")
@_filters
@click.option(
    "-n",
    "--limit",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="At most so many; 0 for all.",
)
@click.option("--offset", type=click.IntRange(min=0), default=0, help="Leave out so many at the beginning.")
@click.option(
    "--sort", type=click.Choice(["rank", "date", "symbol"]), default="rank", show_default=True, help="Order."
)
@click.option(
    "--group", type=click.Choice(["doc", "none"]), help="By document or not.  [default: doc on a terminal]"
)
@click.option("-c", "--count", is_flag=True, help="Print only how many paragraphs there are.")
@click.option(
    "--facet",
    type=click.Choice(FACETS),
    metavar="FIELD",
    help=f"Count the answer by one of {', '.join(FACETS)}.",
)
@click.option(
    "--explain", is_flag=True, help="Say how the query was understood, and why the first hits are first."
)
@format_option("text", "jsonl", "json", "csv")
@global_options
@pass_settings
def command(
    settings: Settings,
    /,
    *,
    words: tuple[str, ...],
    form: str,
    group: str | None,
    count: bool,
    facet: str | None,
    **asked: Any,
) -> None:
    """Find the paragraphs that hold all of the words."""
    from indexer.query import open_index  # noqa: PLC0415  # each command loads what it needs

    query = " ".join(typed(word).replace(_MINUS, "-") for word in words)
    results = _search(
        open_index(settings.index), query, facet=facet, is_counting=count or bool(facet), **asked
    )
    for notice in results.notices:
        talk(notice, settings)
    if results.explain:
        complain(results.explain.rstrip("\n"))
    if not results.total and not results.notices:
        complain(f"nothing found: {query}")
    if count:
        emit([str(results.total)])
    elif facet:
        emit(_counted(results, form))
    else:
        _tell_size(results, settings, asked["offset"])
        emit(_text(results, group, settings) if form == "text" else _data(results, form, group))
    if not results.total:
        end(NOTHING_FOUND)


def _search(
    index: Index,
    query: str,
    *,
    facet: str | None,
    is_counting: bool,
    no_expand: bool,
    limit: int,
    **asked: Any,
) -> SearchResults:
    """The answer; where it is only counted, without hits."""
    return index.search(
        query,
        expand=not no_expand,
        limit=0 if is_counting else limit or None,
        facets=(facet,) if facet else (),
        **asked,
    )


def _tell_size(results: SearchResults, settings: Settings, offset: int) -> None:
    """Say how large the answer is: to a person always, to a log only when not all of it was written."""
    from indexer.present import counted  # noqa: PLC0415  # as above

    shown = len(results.hits)
    is_part = shown < results.total
    if not results.total or not (is_part or is_on_terminal(sys.stderr)):
        return
    size = f"{counted(results.total, 'paragraph')} in {counted(results.documents, 'document')}"
    if not is_part:
        part = ""
    elif not shown:
        part = f"; --offset {offset} lies beyond the last"
    else:
        every = "-n 0 --offset 0" if offset else "-n 0"
        part = f"; {offset + 1} to {offset + shown} are shown, {every} shows all"
    talk(size + part, settings)


def _text(results: SearchResults, group: str | None, settings: Settings) -> Iterator[str]:
    from indexer.present import grouped, hit_groups, hit_lines, hit_list  # noqa: PLC0415  # as above

    style = settings.style()
    if style.width is None:
        hits = [hit for held in grouped(results.hits) for hit in held] if group == "doc" else results.hits
        yield from hit_lines(hits, style)
    elif group == "none":
        yield from hit_list(results.hits, style)
    else:
        yield from hit_groups(results.hits, style)


def _data(results: SearchResults, form: str, group: str | None) -> Iterator[str]:
    from indexer.present import grouped, hits_csv, json_array, json_lines  # noqa: PLC0415  # as above

    hits = [hit for held in grouped(results.hits) for hit in held] if group == "doc" else results.hits
    writers = {"jsonl": json_lines, "json": json_array, "csv": hits_csv}
    yield from writers[form](hits)


def _counted(results: SearchResults, form: str) -> Iterator[str]:
    from indexer.present import (  # noqa: PLC0415  # as above
        facet_text,
        facet_values,
        facets_csv,
        json_array,
        json_lines,
    )

    if form == "text":
        yield from facet_text(results.facets, aligned=is_on_terminal(sys.stdout))
    elif form == "csv":
        yield from facets_csv(results.facets)
    else:
        values = facet_values(results.facets)
        yield from json_array(values) if form == "json" else json_lines(values)
