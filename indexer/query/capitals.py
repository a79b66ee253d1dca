"""A query typed all in capitals: its words are ordinary ones, unless they are names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from indexer.query.leaf_nodes import Word
from indexer.query.tree import And, Near, Not, Or, Run, leaves
from indexer.store.analysis import is_acronym

if TYPE_CHECKING:
    from collections.abc import Callable

    from indexer.query.tree import Node


def without_capitals(root: Node, is_name: Callable[[str], bool]) -> tuple[Node, tuple[str, ...]]:
    """Return the tree with ordinary words in small letters, and these words as they were typed.

    A word in capitals is an acronym, but where every word of a query is in capitals that says nothing. Then
    only names stay as they are, and not even those where most of the words are none: "WHO" asks nobody in
    "WHO ARE THE MEMBERS".

    Args:
        root: As typed.
        is_name: Tells whether a word is known as a name.
    """
    typed = [node.text for node in leaves(root) if isinstance(node, Word)]
    if len(typed) < 2 or not all(map(_is_capital, typed)):
        return root, ()
    names = {word for word in typed if is_name(word)}
    if 2 * sum(word in names for word in typed) < len(typed):
        names = set()
    ordinary = tuple(dict.fromkeys(word for word in typed if is_acronym(word) and word not in names))
    return (_lowered(root, frozenset(ordinary)), ordinary) if ordinary else (root, ())


def _is_capital(word: str) -> bool:
    return word.upper() == word


def _lowered(node: Node, ordinary: frozenset[str]) -> Node:
    if isinstance(node, Word):
        return Word(node.text.lower()) if node.text in ordinary else node
    if isinstance(node, Run | And | Or):
        nodes = tuple(_lowered(inner, ordinary) for inner in node.nodes)
        return msgspec.structs.replace(node, nodes=nodes)
    if isinstance(node, Near):
        return Near(_lowered(node.left, ordinary), _lowered(node.right, ordinary), node.distance)
    return Not(_lowered(node.node, ordinary)) if isinstance(node, Not) else node
