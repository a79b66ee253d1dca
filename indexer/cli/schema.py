"""`indexer schema`: the shape of what the other commands write as JSON."""

from __future__ import annotations

import click

from indexer.cli.console import emit
from indexer.cli.options import CONTEXT, OneOf, as_typed, global_options


@click.command(
    "schema",
    context_settings=CONTEXT,
    epilog=as_typed("Examples", "indexer schema record", "indexer schema hit > hit.schema.json"),
)
@click.argument("name", type=OneOf(["record", "hit", "occurrence", "facet", "check", "document"]))
@global_options
def command(name: str) -> None:
    """Print the JSON Schema of what other commands write.

    A record is what `parse` and `show` write, a hit what `search` writes, an occurrence what `search --kwic`
    writes, a facet what `search --facet` writes, a check what `check` writes, a document what
    `info --documents` writes. Later versions may add fields, and change or drop none.
    """
    from indexer.present import json_object, json_schema  # noqa: PLC0415  # each command loads what it needs

    emit([json_object(json_schema(name))])
