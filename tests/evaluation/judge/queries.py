"""Queries of every class, from what is in the records."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from indexer.query.leaf_nodes import Citation, Exact, Fuzzy, OpenPhrase, Phrase, Symbol, Word
from indexer.query.tree import And, Boost, Field, Node, Not, Or, Run
from tests.evaluation.judge.material import HAN, OPERATORS, WORD
from tests.evaluation.judge.values import Values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Asked(NamedTuple):
    """A query, and how it is asked."""

    root: Node
    any_word: bool = False
    exact: bool = False
    expand: bool = True
    filters: tuple[tuple[str, str, Node], ...] = ()

    def __str__(self) -> str:
        options = ("--any", self.any_word), ("--exact", self.exact), ("--no-expand", not self.expand)
        said = [option for option, is_set in options if is_set]
        return " ".join([str(self.root), *said, *(f"--{name}={value}" for name, value, _ in self.filters)])


class Maker(Values):
    """Makes queries of one set of records, the same ones for the same seed."""

    def queries(self, count: int) -> Iterator[tuple[str, Asked]]:
        """So many queries, class by class in turn, with the class of each."""
        makers: dict[str, Callable[[], Asked]] = {
            "word common": self._word_common,
            "word rare": self._word_rare,
            "word hyphenated": self._word_hyphenated,
            "word unstemmed": self._word_unstemmed,
            "acronym": self._acronym,
            "name": self._name,
            "words": self._words,
            "any": self._any,
            "any of values": self._any_of_values,
            "or": self._or,
            "phrase": self._phrase,
            "phrase shuffled": self._phrase_shuffled,
            "phrase joined": self._phrase_joined,
            "phrase open": self._phrase_open,
            "wildcard": self._wildcard,
            "weights": self._weights,
            "near": self._near,
            "near things": self._near_things,
            "prefix": self._prefix,
            "fuzzy": self._fuzzy,
            "exact": self._exact,
            "not": self._not,
            "nested": self._nested,
            "field": self._field,
            "field and word": self._field_and_word,
            "symbol": self._symbol,
            "citation": self._citation,
            "filters": self._filters,
        }
        names = list(makers)
        for number in range(count):
            name = names[number % len(names)]
            yield name, makers[name]()

    def symbol(self) -> Node:
        """A document, or all below."""
        symbol = self.record().symbol or self._target()
        if not symbol:
            return self.word()
        head = symbol.rpartition("/")[0]
        head = "" if "(" in head else head  # a star behind brackets is read only of known series
        return self.chance.choice(
            (Symbol(symbol), Symbol(symbol), Symbol(head, under=True) if "/" in head else Symbol(symbol))
        )

    def leaf(self) -> Node:
        """Anything without brackets."""
        return self.chance.choice((
            self.word, self.word, self.word, self.word, self.phrase, self.beginning, self.neighbours,
            self.value, self.symbol, lambda: Exact(self.word().text),
            lambda: Word(self.chance.choice(self.hyphenated)),
        ))()  # fmt: skip

    def tree(self, depth: int) -> Node:
        """Brackets in brackets."""
        if depth == 0 or self.chance.random() < 0.2:
            return self.leaf()
        nodes = tuple(self.tree(depth - 1) for _ in range(self.chance.randint(2, 3)))
        make = self.chance.choice((And, Or, Run, And, Or))
        if make is not Or and self.chance.random() < 0.4:
            return make((*nodes, Not(self.tree(depth - 1))))
        return make(nodes)

    def _word_common(self) -> Asked:
        return Asked(Word(self.chance.choice(self.common)))

    def _word_rare(self) -> Asked:
        return Asked(Word(self.chance.choice(self.rare)))

    def _word_hyphenated(self) -> Asked:
        word = self.chance.choice(self.hyphenated)
        return Asked(Word(self.chance.choice((word, word.replace("-", "").replace("‐", "")))))

    def _word_unstemmed(self) -> Asked:
        return Asked(Run((self.word(), self.word())), exact=True)

    def _acronym(self) -> Asked:
        return Asked(Word(self.chance.choice(self.acronyms)), expand=self.chance.random() < 0.8)

    def _name(self) -> Asked:
        words = [word for word in WORD.findall(self.chance.choice(self.names)) if word not in OPERATORS]
        nodes = tuple(Word(word) for word in words) or (self.word(),)
        return Asked(nodes[0] if len(nodes) == 1 else Run(nodes), expand=self.chance.random() < 0.8)

    def _words(self) -> Asked:
        words = [word for chunk in self.window(2, 6) for word in WORD.findall(chunk) if word not in OPERATORS]
        return Asked(Run(tuple(map(Word, words))) if len(words) > 1 else self.word())

    def _any(self) -> Asked:
        nodes = [self.leaf() for _ in range(self.chance.randint(2, 4))]
        if self.chance.random() < 0.3:
            nodes.append(Not(self.leaf()))
        return Asked(Run(tuple(nodes)), any_word=True)

    def _any_of_values(self) -> Asked:
        one, other = self._year(), self._year()
        values = Run((one.node, other.node)) if one and other else self.word()
        return Asked(Field("year", values) if one and other else values, any_word=self.chance.random() < 0.7)

    def _or(self) -> Asked:
        return Asked(Or(tuple(self.leaf() for _ in range(self.chance.randint(2, 5)))))

    def _phrase(self) -> Asked:
        return Asked(self.phrase(), expand=self.chance.random() < 0.5)

    def _phrase_shuffled(self) -> Asked:
        words = self.phrase().text.split()
        self.chance.shuffle(words)
        return Asked(Phrase(" ".join(words)))

    def _phrase_joined(self) -> Asked:
        return Asked(Phrase(self.chance.choice(self.joined)))

    def _phrase_open(self) -> Asked:
        words = [word for chunk in self.window(2, 4) for word in WORD.findall(chunk)]
        # signs of Chinese are words: no letter of one is left open
        long = [place for place, word in enumerate(words) if len(word) > 3 and not HAN.search(word)]
        if not long:
            return Asked(self.phrase())
        place = self.chance.choice(long)
        words[place] = words[place][:2] + self.chance.choice(("*", "?" + words[place][3:]))
        return Asked(OpenPhrase(" ".join(words)))

    def _wildcard(self) -> Asked:
        return Asked(self.shape())

    def _weights(self) -> Asked:
        either = Or((self.word(), self.beside()))
        nodes = (Boost((self.word(),), 2.5), Boost((either,), 0.5), self.near(self.word(), self.word()))
        return Asked(self.chance.choice((Or, And, Run))(nodes))

    def _near(self) -> Asked:
        return Asked(self.neighbours())

    def _near_things(self) -> Asked:
        near = self.near(self.beside(), self.beside())
        return Asked(self.near(near, self.word()) if self.chance.random() < 0.2 else near)

    def _prefix(self) -> Asked:
        return Asked(self.beginning())

    def _fuzzy(self) -> Asked:
        word = list(self.chance.choice(self.words))
        if len(word) > 3:
            word[self.chance.randrange(len(word))] = self.chance.choice("aeinrst")
        return Asked(Fuzzy("".join(word), self.chance.choice((1, 1, 2))))

    def _exact(self) -> Asked:
        word = self.chance.choice((self.word().text, self.chance.choice(self.hyphenated)))
        return Asked(Exact(self.chance.choice((word, word.lower(), word.upper()))))

    def _not(self) -> Asked:
        return Asked(Run((self.leaf(), Not(self.leaf()))))

    def _nested(self) -> Asked:
        return Asked(self.tree(self.chance.randint(2, 4)), any_word=self.chance.random() < 0.2)

    def _field(self) -> Asked:
        return Asked(self.value())

    def _field_and_word(self) -> Asked:
        return Asked(Run((self.value(), self.word(), Not(self.value()))))

    def _symbol(self) -> Asked:
        return Asked(self.symbol())

    def _citation(self) -> Asked:
        cited = [
            r for r in (self.record() for _ in range(50)) if r.symbol and r.number and r.number.isdigit()
        ]
        found = next((r for r in cited if r.address == f"p{r.number}"), None)
        return Asked(Citation(f"{found.symbol}, para. {found.number}") if found else self.word())

    def _filters(self) -> Asked:
        named = {"symbol", "body", "year", "lang", "section", "kind", "position", "entity"}
        values = [value for value in (self.value() for _ in range(6)) if value.name in named][:2]
        filters = tuple((value.name, str(value.node), value) for value in values)
        if len(filters) == 2 and filters[0][0] == filters[1][0]:
            filters = filters[:1]
        root = self.chance.choice((self.word(), Run((self.word(), self.word()))))
        return Asked(root, any_word=self.chance.random() < 0.4, filters=filters)
