"""Tree -> plan."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from indexer.grammar.gazetteer import Gazetteer
from indexer.grammar.symbols import DocumentSymbol
from indexer.query.citing import citing_terms
from indexer.query.collect import count
from indexer.query.combined import And as Every
from indexer.query.combined import AnyOf, Level, Same, Without
from indexer.query.compile_words import WordCompiler
from indexer.query.documents import missing_symbol, terms_of_symbol
from indexer.query.fields import field_terms
from indexer.query.leaf_nodes import Citation, Named, Symbol, Word
from indexer.query.listed import Listed, Term
from indexer.query.plan import Placed, Plan
from indexer.query.terms import Slot, as_typed, spellings, unelided, unstemmed
from indexer.query.tree import And, Before, Boost, Field, Not, Or, Run
from indexer.query.weights import Weighted, WeightedPlaced
from indexer.store.terms import symbol_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.query.collection import Collection
    from indexer.query.tree import Node, Query

_CITED_SCORE, _CITING_SCORE = 2.0, 1.0
"""A citation's own paragraph comes before those that cite it."""


class Compiler(WordCompiler):
    """Turns trees into plans.

    Attributes:
        notices: What was searched where it differs from what was typed.
        pairs: The terms of words that were typed side by side.
    """

    def __init__(self, whole: Collection, query: Query, *, exact: bool = False) -> None:
        super().__init__(whole, query, exact=exact)
        self.notices: list[str] = []
        self.pairs: list[tuple[Slot, Slot]] = []
        self._names: dict[tuple[Named, bool], Plan] = {}

    def compile(self, node: Node, field: str = "text") -> Plan:
        """Return the plan of a node."""
        if isinstance(node, Word):  # as most are
            return self.span(node, field)
        plan = self._compile(node, field)
        self.origins[plan] = node
        return plan

    def _compile(self, node: Node, field: str) -> Plan:
        if isinstance(node, Boost):
            return _weighted(self.compile(node.nodes[0], field), node.factor)
        if isinstance(node, Before):
            return self.span(node, field)
        if isinstance(node, Run):
            self._note_pairs(node, field)
            return self._join(node.nodes, any_word=self.query.any_word, field=field)
        if isinstance(node, And):
            return self._join(node.nodes, any_word=False, field=field)
        if isinstance(node, Or):
            return AnyOf([self.compile(inner, field) for inner in node.nodes])
        if isinstance(node, Field):
            return self._field(node)
        if isinstance(node, Symbol):
            return Level(self._symbol(node), 0.0)
        if isinstance(node, Citation):
            return self._citation(node)
        if isinstance(node, Named) and field == "text":
            name = (node, self._marking)
            if name not in self._names:
                self._names[name] = self._named(node)
            return self._names[name]
        if isinstance(node, Not):
            raise TypeError("NOT is compiled with what stands beside it")
        return self.span(node, field)

    def _note_pairs(self, node: Run, field: str) -> None:
        """Note which words were typed side by side; those in several spellings are left to phrases."""
        if not self._marking or field != "text":
            return
        texts = [unelided(inner.text) if isinstance(inner, Word) else "" for inner in node.nodes]
        ways = [spellings(text, self._terms) for text in texts]
        single = [way[0][0] if len(way) == 1 and len(way[0]) == 1 else None for way in ways]
        self.pairs.extend((one, other) for one, other in pairwise(single) if one and other)

    def _join(self, nodes: Sequence[Node], *, any_word: bool, field: str) -> Plan:
        wanted = [self.compile(node, field) for node in nodes if not isinstance(node, Not)]
        marking, self._marking = self._marking, False
        unwanted = [self.compile(node.node, field) for node in nodes if isinstance(node, Not)]
        self._marking = marking
        return _joined(wanted, unwanted, any_word=any_word)

    def _named(self, node: Named) -> Plan:
        ways = [way for name in node.learnt for way in spellings(name, unstemmed)]
        words = Gazetteer.load().words if node.entity else ()  # WHO may be a pronoun: only the entity counts
        letters = (acronym for acronym in node.acronyms if acronym not in words)
        ways += [way for acronym in letters for way in spellings(acronym, as_typed)]
        ways = list(dict.fromkeys(ways))
        queries = [self._sequence(way, "text") for way in ways]
        if node.entity is not None:
            queries.insert(0, Term("entity", node.entity))
            if self._marking:
                self.marks.entities.add(node.entity)
        found = Same(queries)
        if node.names and not count(self.whole, found):  # nothing known by the entity: look for the words
            ways = [way for name in node.names for way in spellings(name, unstemmed)]
            found = Same([self._sequence(way, "text") for way in ways])
        self._mark(ways, "text")
        return found

    def _symbol(self, node: Symbol) -> Plan:
        key = symbol_key(node.text)
        if node.under:
            if not self.reader.numbers("symbol", key):
                self.notices.append(missing_symbol(self.reader, node.text))
            return Term("symbol", key)
        terms = terms_of_symbol(self.reader, key)
        if len(terms) > 1:
            return Every([Term("symbol", term) for term in terms])
        if self.reader.numbers("symbol", terms[0]):
            return Term("symbol", terms[0])
        if held := self._held_in_volumes(node):
            return Listed("id", held)
        self.notices.append(missing_symbol(self.reader, node.text))
        if self.reader.numbers("symbol", key):
            self.notices.append("searched all that begin so")
            return Term("symbol", key)
        cited = citing_terms(self.reader, node.text)
        if any(len(self.reader.numbers("cites", term)) for term in cited):
            self.notices.append(f"searched the paragraphs that cite {node.text}")
        self._mark_cited(cited)
        return Listed("cites", cited)

    def _held_in_volumes(self, node: Symbol) -> list[str]:
        """Return the ids of the records of an act that no document bears the symbol of."""
        from indexer.query.acts import editions_of_act, told  # noqa: PLC0415 - few symbols are not there

        symbol = DocumentSymbol.try_parse(node.text)
        editions = editions_of_act(self.reader, str(symbol)) if symbol is not None else []
        if editions:
            self.notices.append(told(str(symbol), editions))
        return [self.reader.record_at(place.number).id for edition in editions for place in edition.places]

    def _citation(self, node: Citation) -> Plan:
        from indexer.query.cited import read_cited  # noqa: PLC0415 - few searches cite

        ids, citing, naming = read_cited(self.reader, self.query.text, node.text)
        self._mark_cited(citing)
        found = [Level(Listed("id", ids), _CITED_SCORE), Level(Listed("cites", citing), _CITING_SCORE)]
        if naming is not None:
            found.append(Level(self.compile(naming), _CITING_SCORE))
        return AnyOf(found)

    def _field(self, node: Field) -> Plan:
        if node.name in {"title", "section"}:
            marking, self._marking = self._marking, False
            terms, self._terms = self._terms, self._plain
            found = self.compile(node.node, node.name)
            self._marking, self._terms = marking, terms
            return found
        return Level(self._values(node.name, node.node), 0.0)

    def _values(self, name: str, node: Node) -> Plan:
        if isinstance(node, Or):
            return AnyOf([self._values(name, inner) for inner in node.nodes])
        if isinstance(node, And | Run):
            wanted = [self._values(name, inner) for inner in node.nodes if not isinstance(inner, Not)]
            unwanted = [self._values(name, inner.node) for inner in node.nodes if isinstance(inner, Not)]
            return _joined(wanted, unwanted, any_word=isinstance(node, Run) and self.query.any_word)
        field, terms = self.whole.values(name, node, lambda: field_terms(self.reader, name, node))
        if name == "entity" and self._marking:
            self.marks.entities.update(terms)
        if name == "cites":
            self._mark_cited(terms)
        return Listed(field, terms)

    def _mark_cited(self, terms: Iterable[str]) -> None:
        if self._marking:
            self.marks.cited.update(terms)


def _joined(wanted: Sequence[Plan], unwanted: Sequence[Plan], *, any_word: bool) -> Plan:
    """Return the plan of what matches all that is wanted, or any of it, and nothing that is not."""
    found = wanted[0] if len(wanted) == 1 else AnyOf(wanted) if any_word else Every(wanted)
    return Without(found, AnyOf(unwanted)) if unwanted else found


def _weighted(plan: Plan, factor: float) -> Plan:
    """Return a plan with its scores times a factor."""
    return WeightedPlaced(plan, factor) if isinstance(plan, Placed) else Weighted(plan, factor)
