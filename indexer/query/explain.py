"""A search -> how it was read, what each part finds, and why the first hits are first."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from indexer.query.collect import count
from indexer.query.leaf_nodes import Fuzzy, Named, OpenPhrase, Prefix, Wildcard, Word
from indexer.query.listed import AnyTerm
from indexer.query.scores import parts, shares
from indexer.query.tree import And, Before, Boost, Field, Near, Not, Or, Run, is_leaf
from indexer.query.values import TEXT_FIELDS
from indexer.store.analysis import TYPED_FORM, WHOLE_FORM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from indexer.model import Hit
    from indexer.query.collection import Collection
    from indexer.query.compile import Compiler
    from indexer.query.plan import Plan
    from indexer.query.tree import Node

_MOST_LEAVES = 40
"""Leaves that are counted one by one."""

_SHOWN = 8
"""Words that a line lists."""

_NAMES = 3
"""Names that a line lists; `indexer entity show` has them all."""

_FIRST = 5
"""Hits whose scores are explained."""

_MANY = 200
"""Parts of a query from which the first hit only is explained: each is scored again for it."""


def explain(
    whole: Collection,
    typed: Node,
    root: Node,
    limits: Node | None,
    make: Callable[[], Compiler],
) -> list[str]:
    """Return the tree as read, and what each of its leaves alone finds and stands for."""
    tree = _Tree(whole, make)
    lines = [f"read as: {typed}", *tree.lines(root, "text", 0)]
    if limits is not None:
        lines += ["narrowed to", *tree.lines(limits, "text", 1)]
    if tree.leaves > _MOST_LEAVES:
        lines.append(f"only the first {_MOST_LEAVES} of {tree.leaves} parts were counted")
    return lines


class _Tree:
    def __init__(self, whole: Collection, make: Callable[[], Compiler]) -> None:
        self.whole = whole
        self.compiler = make()
        self.leaves = 0

    def lines(self, node: Node, field: str, depth: int) -> Iterator[str]:
        indent = "  " * depth
        if isinstance(node, Field) and node.name in TEXT_FIELDS and not is_leaf(node.node):
            yield f"{indent}in {node.name}"
            yield from self.lines(node.node, node.name, depth + 1)
        elif is_leaf(node):
            yield indent + self._leaf(node, field)
        else:
            yield indent + self._heading(node)
            for inner in _inner(node):
                yield from self.lines(inner, field, depth + 1)

    def _heading(self, node: Node) -> str:
        if isinstance(node, Near):
            return f"at most {_counted(node.distance)} apart, in any order"
        if isinstance(node, Before):
            return f"at most {_counted(node.distance)} apart, in this order"
        if isinstance(node, Boost):
            return f"counted {node.factor:g} times"
        if isinstance(node, Not):
            return "without"
        is_any = isinstance(node, Or) or (isinstance(node, Run) and self.compiler.query.any_word)
        return "any of" if is_any else "all of"

    def _leaf(self, node: Node, field: str) -> str:
        self.leaves += 1
        if self.leaves > _MOST_LEAVES:
            return str(node)
        plan = self.compiler.compile(node, field)
        meaning = "".join(f"; {text}" for text in self._meanings(node, plan))
        return f"{node}: {count(self.whole, plan):,}{meaning}"

    def _meanings(self, node: Node, plan: Plan) -> Iterator[str]:
        """Yield what a leaf stands for, where that is not what is typed."""
        inner = node.nodes[0] if isinstance(node, Boost) else node
        if isinstance(inner, Field):
            inner = inner.node
        if isinstance(inner, Named):
            yield from _names(inner)
        elif isinstance(inner, Word):
            stems = [term for term in _terms(plan) if self._is_held(plan, term)]
            if any(term[0] not in WHOLE_FORM + TYPED_FORM for term in stems):
                yield "every word with the stem " + _listed([_stem(term) for term in stems])
        elif isinstance(inner, Prefix | Wildcard | Fuzzy | OpenPhrase):
            words = [term[1:] for term in _terms(plan) if self._is_held(plan, term)]
            yield f"{_counted(len(words))}: {_listed(words)}" if words else "no word of the index"

    def _is_held(self, plan: Plan, term: str) -> bool:
        field = getattr(plan, "field", "text")
        return any(segment.find(field, term) for segment in self.whole.segments)


def _inner(node: Any) -> Sequence[Node]:
    if isinstance(node, And | Or | Run):
        return node.nodes
    if isinstance(node, Near):
        return (node.left, node.right)
    return (node.node,)


def _names(node: Named) -> Iterator[str]:
    if node.entity is not None:
        known = [*node.names, *(f"={letters}" for letters in node.acronyms)]
        yield f"the entity {node.entity}, named {_listed(known, _NAMES)}"
    if node.learnt:
        yield f"defined in the documents as {_listed(list(node.learnt))}"
    if node.entity is None and node.acronyms:
        yield f"the letters ={' ='.join(node.acronyms)}"


def _counted(number: int) -> str:
    return "1 word" if number == 1 else f"{number:,} words"


def _listed(names: list[str], most: int = _SHOWN) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more:,} more" if more > 0 else "")


def _stem(term: str) -> str:
    """Return a term as a person reads it: en:polici is polici (en)."""
    language, parted, stem = term.partition(":")
    return f"{stem} ({language})" if parted else term.lstrip(WHOLE_FORM + TYPED_FORM)


def _terms(plan: Plan) -> list[str]:
    """Return the terms of a leaf's plan, once each."""
    found: dict[str, None] = {}
    plans = [plan]
    while plans:
        one = plans.pop()
        if isinstance(one, AnyTerm):
            found.update(dict.fromkeys(one.terms))
        plans.extend(parts(one))
    return sorted(found)


def explain_scores(whole: Collection, plan: Plan, compiler: Compiler, hits: Sequence[Hit]) -> list[str]:
    """Return for each of the first hits which leaf gave how much of its score."""
    lines = []
    reader = whole.reader
    first = _FIRST if len(compiler.origins) <= _MANY else 1
    for hit in sorted(hits[:first], key=lambda hit: hit.rank):  # by document they stand otherwise
        number = next(one for one in reader.numbers("id", hit.id) if reader.row_at(one).copy == hit.copy)
        nth = bisect_right(reader.offsets, number) - 1
        given = shares(whole, plan, compiler.origins, nth, number - reader.offsets[nth])
        total = " + ".join(f"{share.name} {share.score:.3f}" for share in given) or "nothing that scores"
        citation = " ".join(hit.citation.split())  # with the name of a file in it, which may have line ends
        lines.append(f"{hit.rank}. {citation}: {hit.score:.3f} = {total}")
    return lines
