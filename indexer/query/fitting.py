"""A node and where it is to stand -> why it cannot stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.query.leaf_nodes import (
    Citation,
    Exact,
    Fuzzy,
    OpenPhrase,
    Phrase,
    Prefix,
    Symbol,
    Wildcard,
    Word,
)
from indexer.query.tree import And, Before, Boost, Near, Not, Or, Run
from indexer.query.values import TEXT_FIELDS, check_value

if TYPE_CHECKING:
    from indexer.query.tree import Node

NOT_ALONE = "a query cannot consist of NOT alone: say what is wanted as well, as in police NOT army"

_PLACED = (Word, Prefix, Wildcard, Fuzzy, Exact, Phrase, OpenPhrase, Near, Before)


def cannot_stand_near(name: str, node: Node) -> str | None:
    """Return why a node cannot be a side of NEAR or PRE, None when it can."""
    if _has_place(node):
        return None
    if isinstance(node, Not):
        advice = f"write what is not wanted behind it, as in (a {name}/5 b) NOT c"
    elif isinstance(node, Run):
        advice = "put quotation marks around words that stand side by side"
    elif isinstance(node, And):
        advice = f"write (a {name}/5 b) AND (a {name}/5 c)"
    else:
        advice = "write it beside them with AND"
    return f"{name} joins words, phrases, names and groups of them such as (a OR b); {advice}"


def _has_place(node: Node) -> bool:
    """Return whether a node stands somewhere in a text."""
    if isinstance(node, Or | Boost):
        return all(_has_place(inner) for inner in node.nodes)
    return isinstance(node, _PLACED)


def cannot_hold(name: str, node: Node) -> str | None:
    """Return why a field cannot hold a node, None when it can."""
    if isinstance(node, Not):
        return NOT_ALONE
    nodes: list[Node] = [node]
    while nodes:
        one = nodes.pop()
        if name not in TEXT_FIELDS and isinstance(one, Before | Boost):
            return f"{name}: cannot hold “{one}”"
        if isinstance(one, Or | And | Run):
            nodes.extend(one.nodes)
        elif isinstance(one, Not):
            nodes.append(one.node)
        elif name in TEXT_FIELDS:
            if not isinstance(one, _PLACED):
                return f"{name}: cannot hold “{one}”"
        elif not (isinstance(one, Symbol | Citation) and name in {"symbol", "cites"}):
            problem = check_value(name, one)
            if problem:
                return problem
    return None
