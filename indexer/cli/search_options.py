"""The options of `indexer search`: what narrows the answer, and what shape it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import click

from indexer.cli.options import OneOf, context_option
from indexer.model import Kind
from indexer.query import FACETS

if TYPE_CHECKING:
    from collections.abc import Callable

_KINDS = get_args(Kind)

FILTERS = ("symbol", "body", "year", "lang", "section", "kind", "position", "entity")
"""The names of the options that narrow the answer."""


def filter_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The command with an option for each field that narrows the answer."""
    for option in (
        click.option("--entity", metavar="NAME", help="Names this entity, by acronym or any name: ILO."),
        click.option(
            "--position",
            metavar="WORD",
            help="Recommendations that the State supported, noted, or has pending.",
        ),
        click.option("--kind", type=OneOf(_KINDS), metavar="KIND", help=f"One of {', '.join(_KINDS)}."),
        click.option("--section", metavar="WORDS", help="Under headings that hold these words."),
        click.option(
            "--lang",
            metavar="LANG",
            help="In this language: en or English, fr, es, ru, ar, zh; or in several: en,fr.",
        ),
        click.option("--year", metavar="YEAR", help="Of this year, or of years: 2007..2009."),
        click.option("--body", metavar="BODY", help="Of documents of this body: HRC."),
        click.option("--symbol", metavar="SYMBOL", help="Of this document, or of all like it: 'A/HRC/*'."),
    ):
        function = option(function)
    return function


def shape_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The command with an option for each thing about the shape of the answer."""
    for option in (
        click.option(
            "--explain",
            is_flag=True,
            help="Say how the query was understood, and why the first hits are first.",
        ),
        click.option(
            "--facet",
            "facets",
            type=OneOf(FACETS),
            multiple=True,
            metavar="FIELD",
            help=f"Count the answer by one of {', '.join(FACETS)}; may stand several times.",
        ),
        click.option("-c", "--count", is_flag=True, help="Print only how many paragraphs there are."),
        click.option(
            "--width",
            type=click.IntRange(min=1, max=1000),
            metavar="N",
            help="Columns on each side for --kwic.  [default: as many as fit, or 40]",
        ),
        click.option(
            "--kwic", is_flag=True, help="A concordance: a line for each match, with the text around it."
        ),
        context_option,
        click.option(
            "--per-doc",
            type=click.IntRange(min=0),
            metavar="N",
            help="At most so many paragraphs of each document, by document; 0 for all.  [default: 3]",
        ),
        click.option(
            "--group",
            type=OneOf(["doc", "none"]),
            help="doc: a page of documents, and -n and --offset count these; none: of paragraphs.  "
            "[default: doc on a terminal]",
        ),
        click.option(
            "--sort",
            type=OneOf(["rank", "date", "oldest", "symbol"]),
            default="rank",
            show_default=True,
            help="Best first; by date, newest or oldest first; by symbol.",
        ),
        click.option(
            "--offset",
            type=click.IntRange(min=0),
            default=0,
            metavar="N",
            help="Leave out so many at the beginning.",
        ),
        click.option(
            "-n",
            "--limit",
            type=click.IntRange(min=0),
            default=10,
            show_default=True,
            metavar="N",
            help="At most so many paragraphs, or documents; 0 for all.",
        ),
    ):
        function = option(function)
    return function
