"""The options of `indexer search`: what narrows the answer, and what shape it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import click

from indexer.cli.options import OneOf, context_option, together
from indexer.model import Kind
from indexer.query import FACETS

if TYPE_CHECKING:
    from collections.abc import Callable

_KINDS = get_args(Kind)


def _filter(name: str, metavar: str, text: str, kind: click.Choice[str] | None = None) -> Callable[..., Any]:
    """A filter; where it stands several times, any of its values will do."""
    return click.option(name, type=kind, metavar=metavar, multiple=True, help=text)


filter_options = together(
    _filter("--symbol", "SYMBOL", "Of this document or file, or of all like it: 'A/HRC/*'."),
    _filter("--body", "BODY", "Of documents of this body: HRC."),
    _filter("--year", "YEAR", "Of this year, or of years: 2007..2009."),
    _filter("--lang", "LANG", "In this language: en or English, fr, es, ru, ar, zh; or in several: en,fr."),
    _filter("--section", "WORDS", "Under headings that hold these words."),
    _filter("--kind", "KIND", f"One of {', '.join(_KINDS)}.", OneOf(_KINDS)),
    _filter("--position", "WORD", "Recommendations that the State supported, noted, or has pending."),
    _filter("--entity", "NAME", "Names this entity, by acronym or any name: ILO."),
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
