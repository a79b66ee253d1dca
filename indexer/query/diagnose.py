"""An empty answer -> sentences on which word emptied it; a tree -> how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.query.collect import count
from indexer.query.expand import each
from indexer.query.tree import And, Named, Not, Run, Symbol, Word
from indexer.store.analysis import is_acronym

if TYPE_CHECKING:
    from collections.abc import Callable

    from indexer.query.collection import Collection
    from indexer.query.compile import Compiler
    from indexer.query.tree import Node

_MOST_PARTS = 12
"""Parts that are counted one by one."""


def why_empty(whole: Collection, root: Node, limits: Node | None, make: Callable[[], Compiler]) -> list[str]:
    """Return sentences that say which part of a query is in no record, or that no record has all parts."""
    parts = [
        part for part in (*_parts(root), *(_parts(limits) if limits else ())) if not isinstance(part, Not)
    ]
    counts = [(part, count(whole, make().compile(part))) for part in parts[:_MOST_PARTS]]
    missing = [part for part, number in counts if not number]
    sentences = [
        f"{part} is in no paragraph{_hint(whole, part, make)}"
        for part in missing
        if not isinstance(part, Symbol)  # the compiler has told which documents there are
    ]
    if not missing and len(counts) > 1:
        alone = ", ".join(f"{part} {number:,}" for part, number in counts)
        sentences.append(f"no paragraph has all of it; each part alone: {alone}")
    elif not missing:
        unwanted = " ".join(str(part) for part in _parts(root) if isinstance(part, Not))
        sentences.append(f"{unwanted} leaves out every paragraph with {counts[0][0]}")
    return sentences


def _parts(node: Node) -> tuple[Node, ...]:
    if isinstance(node, And | Run):
        return tuple(inner for part in node.nodes for inner in _parts(part))
    return (node,)


def _hint(whole: Collection, part: Node, make: Callable[[], Compiler]) -> str:
    """Return what a word typed in capitals would find in small letters."""
    if not isinstance(part, Word | Named):
        return ""
    text = part.text if isinstance(part, Word) else part.surface
    if not is_acronym(text):
        return ""
    found = count(whole, make().compile(Word(text.lower())))
    return f" in capitals; {text.lower()} is in {found:,}" if found else ""


def explain(whole: Collection, typed: Node, root: Node, make: Callable[[], Compiler]) -> str:
    """Return the tree as read, as expanded, and what each of its words alone finds."""
    lines = [f"read as: {typed}"]
    leaves: list[Node] = []

    def visit(node: Node) -> None:
        if isinstance(node, Named):
            entity = f" entity {node.entity}" if node.entity else ""
            letters = "".join(f" ={name}" for name in node.acronyms)
            names = "".join(f' "{name}"' for name in node.learnt)
            lines.append(f"{node} stands for:{entity}{letters}{names}")
        if not hasattr(node, "nodes") and not isinstance(node, Not):
            leaves.append(node)

    each(root, visit)
    for leaf in dict.fromkeys(leaves[:_MOST_PARTS]):
        try:
            number = count(whole, make().compile(leaf))
        except TypeError:
            continue  # a value inside a field means nothing outside it
        lines.append(f"{leaf}: {number:,}")
    return "\n".join(lines)
