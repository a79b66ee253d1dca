"""`indexer search`: the paragraphs that answer a query."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from indexer.cli.console import Settings, is_on_terminal, typed
from indexer.cli.found import usual_group, write_answer
from indexer.cli.options import CONTEXT, as_typed, format_option, global_options, pass_settings
from indexer.cli.search_options import filter_options, shape_options
from indexer.query import FILTERS

if TYPE_CHECKING:
    from indexer.query import Grouping, SearchResults

_FEWEST_LETTERS = 3
"""Of a word in Latin letters with a minus, as the query language has it: no bundle of one-letter options is
that long."""

_MINUS = "\ue000"
"""Stands for that minus while click looks for options; a private character that nobody types."""


class SearchCommand(click.Command):
    """A command whose words may begin with a minus."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments that are left, words with a minus not being taken for options."""
        return super().parse_args(ctx, [_MINUS + word[1:] if _is_excluded(word) else word for word in args])


def _is_excluded(word: str) -> bool:
    letters = word[1 : 1 + _FEWEST_LETTERS]
    return (
        word[:1] == "-" and letters.isalpha() and (len(letters) == _FEWEST_LETTERS or not letters.isascii())
    )


_HELP = "\n\n".join(
    [
        as_typed(
            "In a query",
            "word             any form of it: policy also finds policies",
            "'\"two words\"'    a phrase, in quotes that the shell leaves in place",
            "polic*           words that begin so; wom?n, organi*ation: inside a word",
            "police~1         one letter may differ, or two with ~2",
            "AND OR NOT ( )   and -word; a space is AND",
            "NEAR/5           at most five words apart; PRE/5 in this order",
            "word^2           counts twice; also behind a phrase or group",
            "ILO              the acronym as typed, and the names it stands for",
            "=ILO             nothing but the acronym",
            "field:value      symbol body section title lang year date kind position",
            "                 entity cites page number",
            "year:2007..2009  a range, as date, page and number; open with 2007..",
            "A/HRC/9/8        in that document",
        ),
        as_typed(
            "Examples",
            "indexer search ILO",
            "indexer search 'ILO AND polic*' --year 2005..2010",
            "indexer search '\"minority issues\"' --format csv -n 0 > found.csv",
            "indexer search police --group doc --sort date",
            "indexer search ILO --kwic --width 30",
            "indexer search harbour --facet year --facet body",
            "indexer search --symbol A/HRC/9/8 --kind table",
            'indexer search --like "A/HRC/9/8, para. 10" --context 1',
        ),
    ]
)


@click.command("search", cls=SearchCommand, context_settings=CONTEXT, epilog=_HELP)
@click.argument("words", nargs=-1, metavar="[QUERY...]")
@click.option("--like", metavar="REFERENCE", help="Paragraphs most like this one, instead of a query.")
@click.option("--any", "any_word", is_flag=True, help="Any of the words will do, instead of all.")
@click.option("--exact", is_flag=True, help="Words as typed, without their other forms.")
@click.option("--no-expand", is_flag=True, help="An acronym does not find its names, nor a name its acronym.")
@filter_options
@shape_options
@format_option("text", "jsonl", "json", "csv")
@global_options
@pass_settings
def command(settings: Settings, /, *, form: str, count: bool, width: int | None, **asked: Any) -> None:
    """Find the paragraphs that hold all of the words.

    A filter such as --kind or --symbol narrows the answer, and is enough alone. Given several times, it takes
    any of its values.
    """
    _check(asked, width, count=count)
    asked["group"] = asked["group"] or _usual_group(asked, form)
    is_kwic = asked.pop("kwic")
    results = _search(
        settings,
        kwic=(width or _reach(form)) if is_kwic else 0,
        count_only=count or bool(asked["facets"]),
        **asked,
    )
    write_answer(results, settings, form=form, count=count, width=width)


_REACH, _WIDEST = 40, 200
"""Characters on each side of a match: as a rule, and enough for any terminal."""


def _reach(form: str) -> int:
    return _WIDEST if form == "text" and is_on_terminal(sys.stdout) else _REACH


def _check(asked: dict[str, Any], width: int | None, *, count: bool) -> None:
    """Refuse options that make no sense together.

    Raises:
        click.UsageError: They do not.
    """
    if asked["like"] is None and not asked["words"] and not any(asked[name] for name in FILTERS):
        raise click.UsageError("type words to search for, or a filter such as --symbol A/HRC/9/8")
    if asked["like"] is not None:
        if asked["words"]:
            raise click.UsageError(
                "--like stands instead of a query; narrow its answer with --symbol and others"
            )
        for name in ("any_word", "exact", "no_expand"):
            if asked[name]:
                raise click.UsageError(f"--{name.removesuffix('_word').replace('_', '-')} needs a query")
    if count and asked["facets"]:
        raise click.UsageError("--count writes one number, --facet one for each value; leave one of them out")
    if asked["kwic"] and (count or asked["facets"]):
        raise click.UsageError("--kwic writes matches, --count and --facet count paragraphs; leave one out")
    if width is not None and not asked["kwic"]:
        raise click.UsageError("--width goes with --kwic")
    if asked["kwic"] and asked["context"]:
        raise click.UsageError("--kwic shows the text around a match; --context goes without it")
    if asked["per_doc"] is not None and asked["group"] == "none":
        raise click.UsageError("--per-doc goes with --group doc")


def _usual_group(asked: dict[str, Any], form: str) -> Grouping:
    """By document where a person reads, or says how many of each document are wanted."""
    if asked["per_doc"] is not None:
        return "doc"
    return "none" if asked["kwic"] else usual_group(form)


def _search(
    settings: Settings,
    *,
    words: tuple[str, ...],
    like: str | None,
    any_word: bool,
    exact: bool,
    no_expand: bool,
    limit: int,
    per_doc: int | None,
    **asked: Any,
) -> SearchResults:
    """The answer."""
    from indexer.query import open_index  # noqa: PLC0415  # each command loads what it needs

    index = open_index(settings.index)
    asked["limit"] = limit or None
    asked["per_document"] = 3 if per_doc is None else per_doc or None
    if like is not None:
        return index.like(typed(like), **asked)
    query = " ".join(typed(word).replace(_MINUS, "-") for word in words)
    return index.search(query, any_word=any_word, exact=exact, expand=not no_expand, **asked)
