"""An empty answer -> sentences on which part emptied it, what the rest gives, and what was probably meant."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from indexer.query.documents import listed
from indexer.query.hints import Hints, all_of
from indexer.query.leaf_nodes import Phrase, Symbol, Word
from indexer.query.scoring import is_function_word
from indexer.query.tree import And, Field, Not, Run
from indexer.store.analysis import stem_terms, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from indexer.query.collection import Collection
    from indexer.query.compile import Compiler
    from indexer.query.tree import Node

_MOST_PARTS = 12
"""Parts that are counted one by one."""

_ANY = "--any finds paragraphs that have only some of the words"


def why_empty(whole: Collection, root: Node, limits: Node | None, make: Callable[[], Compiler]) -> list[str]:
    """Return sentences that say which part of a query is in no record, or that no record has all parts."""
    return _Diagnosis(Hints(whole, make)).sentences(root, limits)


class _Diagnosis:
    def __init__(self, hints: Hints) -> None:
        self.hints = hints

    def sentences(self, root: Node, limits: Node | None) -> list[str]:
        if not self.hints.reader.counts("kind"):
            return ["the index holds no paragraphs; `indexer index PATH` reads reports into it"]
        parts = [*_parts(root), *(_parts(limits) if limits else ())]
        wanted = _once(part for part in parts if not isinstance(part, Not))
        unwanted = [part for part in parts if isinstance(part, Not)]
        counts = [(part, self.hints.count(part)) for part in wanted[:_MOST_PARTS]]
        missing = [part for part, number in counts if not number]
        found = [
            f"{part} is in no paragraph{self.hints.after(part)}"
            for part in missing
            if not isinstance(part, Symbol)  # the compiler has told which documents there are
        ]
        if len(wanted) < 2 and not unwanted:
            return found
        if len(missing) < len(counts) > 1:
            opening = "the other parts alone" if missing else "no paragraph has all of it; each part alone"
            found.append(f"{opening}: {self._alone(counts)}")
        found += self._without(counts, wanted[_MOST_PARTS:], unwanted)
        found += self._meant(wanted[:_MOST_PARTS], unwanted, missing)
        return found

    def _alone(self, counts: Sequence[tuple[Node, int]]) -> str:
        """Return how many records each part finds; those of "the" tell nothing beside others."""
        found = [(part, number) for part, number in counts if number]
        telling = [(part, number) for part, number in found if not self._is_function_word(part)]
        return ", ".join(f"{part} {number:,}" for part, number in telling or found)

    def _is_function_word(self, part: Node) -> bool:
        """Return whether a part is an article, a preposition or the like in the language of most records."""
        if not isinstance(part, Word):
            return False
        counts = self.hints.reader.counts("lang")
        usual = max(counts, key=counts.__getitem__, default="")
        return all(is_function_word(stem_terms(word, usual)[0]) for word in words(part.text))

    def _without(
        self, counts: Sequence[tuple[Node, int]], further: Sequence[Node], unwanted: Sequence[Node]
    ) -> list[str]:
        """Return what the query gives without the parts that empty it, the rarest ones first."""
        wanted = [part for part, _ in counts]
        if unwanted:
            number = self.hints.count(all_of([*wanted, *further]))
            if number:
                nots = " ".join(map(str, unwanted))
                return [f"{nots} takes out all {number:,} that the rest finds"]
        absent = [part for part, number in counts if not number]
        rarest = min(counts, key=lambda counted: (counted[1], self._is_function_word(counted[0])))[0]
        small = [part for part in wanted if self._is_function_word(part) and part not in absent]
        ways = [absent or [rarest], [*absent, *small] if small else []]
        if len(small) > 2 and not absent:  # a question, of which the rarest word tells most
            ways.reverse()
        if small and not absent:
            ways.append([*small, *(part for part in [rarest] if part not in small)])
        for dropped in ways:
            rest = [part for part in wanted if part not in dropped] if dropped else []
            number = self.hints.count(all_of([*rest, *further, *unwanted])) if rest else 0
            if number:
                named = listed([str(part) for part in dropped], "and")
                return [f"without {named}: {_paragraphs(number)}", *([_ANY] if len(dropped) > 2 else [])]
        loose = [part for part in wanted if part not in absent and not isinstance(part, Field)]
        return self._without_one(wanted, [*further, *unwanted]) or ([_ANY] if len(loose) > 2 else [])

    def _without_one(self, wanted: Sequence[Node], others: Sequence[Node]) -> list[str]:
        """Return what the query gives without each of the parts that empty it alone."""
        found = []
        for part in wanted if len(wanted) > 1 else ():
            rest = [other for other in wanted if other is not part]
            if number := self.hints.count(all_of([*rest, *others])):
                found.append(f"without {part}: {_paragraphs(number)}")
        return found

    def _meant(self, wanted: Sequence[Node], unwanted: Sequence[Node], missing: Sequence[Node]) -> list[str]:
        """Return the query with other words in place of those that are nowhere, when that finds something."""
        if not missing:
            return []
        others: list[Node] = []
        for part in wanted:
            instead = self.hints.instead(part) if part in missing else [str(part)]
            if not instead:
                return self._joined(wanted, missing)
            others.append(_phrase_or_word(instead[0]) if part in missing else part)
        number = self.hints.count(all_of([*others, *unwanted])) if len(others) > 1 else 0
        if not number:
            return self._joined(wanted, missing)
        return [f"did you mean {' '.join(map(str, [*others, *unwanted]))}? ({_paragraphs(number)})"]

    def _joined(self, wanted: Sequence[Node], missing: Sequence[Node]) -> list[str]:
        """Return two words as one, where one of them alone is nowhere."""
        suggestions = self.hints.suggestions()
        for left, right in pairwise(wanted):
            is_broken = left in missing or right in missing
            if is_broken and isinstance(left, Word) and isinstance(right, Word):
                joined = suggestions.joined(left.text, right.text)
                if joined:
                    return [f"did you mean {joined}? ({_paragraphs(suggestions.number(joined))})"]
        return []


def _parts(node: Node) -> tuple[Node, ...]:
    """Return what must all be there, or not be there."""
    if isinstance(node, Run) or type(node) is And:  # an And with an order, or a weight, is one part
        return tuple(inner for part in node.nodes for inner in _parts(part))
    return (node,)


def _once(nodes: Iterable[Node]) -> list[Node]:
    return list({str(node): node for node in nodes}.values())


def _phrase_or_word(text: str) -> Node:
    return Phrase(text) if " " in text else Word(text)


def _paragraphs(number: int) -> str:
    return "1 paragraph" if number == 1 else f"{number:,} paragraphs" if number else "no paragraph"
