"""The options of `indexer search`: what narrows the answer, and what shape it has."""

from __future__ import annotations

from typing import get_args

import click

from indexer.cli.options import OneOf, context_option, together
from indexer.model import Kind
from indexer.query import FACETS

_KINDS = get_args(Kind)

filter_options = together(
    click.option("--symbol", metavar="SYMBOL", help="Of this document, or of all like it: 'A/HRC/*'."),
    click.option("--body", metavar="BODY", help="Of documents of this body: HRC."),
    click.option("--year", metavar="YEAR", help="Of this year, or of years: 2007..2009."),
    click.option(
        "--lang",
        metavar="LANG",
        help="In this language: en or English, fr, es, ru, ar, zh; or in several: en,fr.",
    ),
    click.option("--section", metavar="WORDS", help="Under headings that hold these words."),
    click.option("--kind", type=OneOf(_KINDS), metavar="KIND", help=f"One of {', '.join(_KINDS)}."),
    click.option(
        "--position",
        metavar="WORD",
        help="Recommendations that the State supported, noted, or has pending.",
    ),
    click.option("--entity", metavar="NAME", help="Names this entity, by acronym or any name: ILO."),
)
"""What narrows the answer."""

shape_options = together(
    click.option(
        "-n",
        "--limit",
        type=click.IntRange(min=0),
        default=10,
        show_default=True,
        metavar="N",
        help="At most so many paragraphs, or documents; 0 for all.",
    ),
    click.option(
        "--offset",
        type=click.IntRange(min=0),
        default=0,
        metavar="N",
        help="Leave out so many at the beginning.",
    ),
    click.option(
        "--sort",
        type=OneOf(["rank", "date", "oldest", "symbol"]),
        default="rank",
        show_default=True,
        help="Best first; by date, newest or oldest first; by symbol.",
    ),
    click.option(
        "--group",
        type=OneOf(["doc", "none"]),
        help="doc: a page of documents, and -n and --offset count these; none: of paragraphs.  "
        "[default: doc on a terminal]",
    ),
    click.option(
        "--per-doc",
        type=click.IntRange(min=0),
        metavar="N",
        help="At most so many paragraphs of each document, by document; 0 for all.  [default: 3]",
    ),
    context_option,
    click.option(
        "--kwic", is_flag=True, help="A concordance: a line for each match, with the text around it."
    ),
    click.option(
        "--width",
        type=click.IntRange(min=1, max=1000),
        metavar="N",
        help="Columns on each side for --kwic.  [default: as many as fit, or 40]",
    ),
    click.option("-c", "--count", is_flag=True, help="Print only how many paragraphs there are."),
    click.option(
        "--facet",
        "facets",
        type=OneOf(FACETS),
        multiple=True,
        metavar="FIELD",
        help=f"Count the answer by one of {', '.join(FACETS)}; may stand several times.",
    ),
    click.option(
        "--explain",
        is_flag=True,
        help="Say how the query was understood, and why the first hits are first.",
    ),
)
"""The shape of the answer."""
