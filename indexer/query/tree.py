"""The query as a tree, independent of the engine.

The text of a node is a query that reads back as the same node.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from indexer.errors import QuerySyntaxError
from indexer.query.leaf_nodes import (
    BaseNode,
    Citation,
    Exact,
    Fuzzy,
    Named,
    OpenPhrase,
    Phrase,
    Prefix,
    Range,
    Symbol,
    Wildcard,
    Word,
)


class Not(BaseNode, frozen=True, tag=True):
    """What must not be there; stands only beside something that must."""

    node: Node

    def __str__(self) -> str:
        return f"NOT {_wrapped(self.node, _LOOSE)}"


class Near(BaseNode, frozen=True, tag=True):
    """Both, with at most this many words from one to the other, in any order."""

    left: Node
    right: Node
    distance: int

    def __str__(self) -> str:
        return _beside(self.left, f"NEAR/{self.distance}", self.right)


class Run(BaseNode, frozen=True, tag=True):
    """Words side by side: all of them, or any of them when the search says so."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        return _joined(self.nodes, " ", (Or, And, Run))


class And(BaseNode, frozen=True, tag=True):
    """All of these."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        return _joined(self.nodes, " AND ", (Or, And))


class Before(And, frozen=True, tag=True):
    """Both of two, the second at most this many words behind the first: And with an order."""

    distance: int

    def __str__(self) -> str:
        left, right = self.nodes
        return _beside(left, f"PRE/{self.distance}", right)


class Boost(And, frozen=True, tag=True):
    """One node whose score counts this many times: And of one, with a weight."""

    factor: float

    def __str__(self) -> str:
        (node,) = self.nodes
        loose = isinstance(node, Or | And | Run | Not | Near | Citation)
        return f"({node})^{self.factor:g}" if loose else f"{node}^{self.factor:g}"


class Or(BaseNode, frozen=True, tag=True):
    """Any of these."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        return _joined(self.nodes, " OR ", (Or,))


class Field(BaseNode, frozen=True, tag=True):
    """A query that holds for one field of the record."""

    name: str
    node: Node

    def __str__(self) -> str:
        return f"{self.name}:{_wrapped(self.node, (*_LOOSE, Near, Before, Boost))}"


_SEVERAL = (Or, And, Run)

_LOOSE = (*_SEVERAL, Not)

_INNER = (*_LOOSE, Near)
"""Nodes that consist of others; a field and what it holds are one."""

Node: TypeAlias = (
    Word
    | Prefix
    | Wildcard
    | Fuzzy
    | Exact
    | Phrase
    | OpenPhrase
    | Symbol
    | Citation
    | Range
    | Named
    | Not
    | Near
    | Before
    | Boost
    | Run
    | And
    | Or
    | Field
)


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """A query as read.

    Attributes:
        text: As typed.
        root: The tree.
        any_word: Whether one of several words side by side is enough.
        ignored: What was typed and holds neither a letter nor a digit.
    """

    text: str
    root: Node
    any_word: bool = False
    ignored: tuple[str, ...] = ()

    def __str__(self) -> str:
        return str(self.root)


def is_leaf(node: Node) -> bool:
    """Return whether a node stands for something by itself; a weighted leaf is one."""
    if isinstance(node, Boost):
        return is_leaf(node.nodes[0])
    return not isinstance(node, _INNER)


def leaves(root: Node) -> list[Node]:
    """Return what a tree consists of in the end, from left to right; what stands in a field belongs to it."""
    found: list[Node] = []
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if isinstance(node, _SEVERAL):
            nodes.extend(reversed(node.nodes))
        elif isinstance(node, Near):
            nodes.extend((node.right, node.left))
        elif isinstance(node, Not):
            nodes.append(node.node)
        else:
            found.append(node)
    return found


def _wrapped(node: Node, loose: tuple[type, ...]) -> str:
    """Return a node's text, in brackets where it binds less tightly than its surroundings."""
    return f"({node})" if type(node) in loose else str(node)


def _beside(left: Node, sign: str, right: Node) -> str:
    return f"{_wrapped(left, _LOOSE)} {sign} {_wrapped(right, (*_LOOSE, Near, Before))}"


def _joined(nodes: tuple[Node, ...], sign: str, loose: tuple[type, ...]) -> str:
    """Return the texts of nodes in a row, in brackets where together they would read as a citation."""
    texts = [_wrapped(node, loose) for node in nodes]
    joined = sign.join(texts)
    apart = (cited for text in texts for cited in _citations(text))
    if any(letter.isdigit() for letter in joined) and _citations(joined) != list(apart):
        return sign.join(text if text.startswith("(") else f"({text})" for text in texts)
    return joined


def _citations(text: str) -> list[str]:
    from indexer.query.scan import scan  # noqa: PLC0415 - patterns that only texts with numbers need

    try:
        return [token.text for token in scan(text) if token.kind == "citation"]
    except QuerySyntaxError:
        return [text]
