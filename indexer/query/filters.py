"""Options of a search -> a tree that narrows the answer."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from indexer.errors import QuerySyntaxError, UsageError
from indexer.query.parser import parse_query
from indexer.query.tree import And, Field, Not, Or, Run
from indexer.query.values import TEXT_FIELDS, year_range

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from indexer.query.tree import Node

    Filter: TypeAlias = str | int | Sequence[str | int] | None


def filter_tree(filters: Mapping[str, Filter]) -> Node | None:
    """Return the tree of all filters that are set: any value of one field, in every field.

    Raises:
        UsageError: A value makes no sense for its field.
    """
    nodes: list[Node] = []
    for name, wanted in filters.items():
        if wanted is not None:
            choices = tuple(_node(name, value) for value in _values(name, wanted))
            if choices:
                nodes.append(choices[0] if len(choices) == 1 else Or(choices))
    if not nodes:
        return None
    return nodes[0] if len(nodes) == 1 else And(tuple(nodes))


def _values(name: str, wanted: str | int | Sequence[str | int]) -> Iterator[str]:
    for value in (wanted,) if isinstance(wanted, str | int) else wanted:
        # languages may stand in one text, as for `show`, and years; other values may have commas of their own
        yield from map(str.strip, str(value).split(",") if name in {"lang", "year"} else (str(value),))


@lru_cache(maxsize=1024)
def _node(name: str, value: str) -> Node:
    if not value:
        raise UsageError(f"{name}: needs a value; leave it out to search without it")
    if name == "year":
        value = year_range(value)
    if name in TEXT_FIELDS:
        text = f"{name}:({value})"
    elif any(letter.isspace() or letter in '()":' for letter in value):
        text = f'{name}:"{value.replace(chr(34), "")}"'
    else:
        text = f"{name}:{value}"
    try:
        return _all_words(parse_query(text).root)
    except QuerySyntaxError as error:
        raise UsageError(f"filter {name} “{value}”: {error.message.removeprefix(f'{name}: ')}") from error


def _all_words(node: Node) -> Node:
    """Return a filter's tree with words side by side as AND: that any word will do is said of the query."""
    if isinstance(node, Field):
        return Field(node.name, _all_words(node.node))
    if isinstance(node, Not):
        return Not(_all_words(node.node))
    if isinstance(node, Run) or type(node) is And:  # an And with an order, or a weight, stays one
        return And(tuple(map(_all_words, node.nodes)))
    return Or(tuple(map(_all_words, node.nodes))) if isinstance(node, Or) else node
