"""Query tree -> SQL over the tables, and the records that it gives."""

from __future__ import annotations

import unicodedata
from itertools import count
from typing import TYPE_CHECKING

import regex

from indexer.grammar.gazetteer import Gazetteer
from indexer.query.leaf_nodes import (
    Citation,
    Exact,
    Fuzzy,
    Named,
    OpenPhrase,
    Phrase,
    Prefix,
    Symbol,
    Wildcard,
    Word,
)
from indexer.query.tree import And, Before, Boost, Field, Near, Not, Or, Run
from tests.evaluation.judge.facts import cited_places, citing_document, fact, inside, part_of, standing, under
from tests.evaluation.judge.letters import differ_by, fits
from tests.evaluation.judge.placed import (
    Ahead,
    Close,
    Either,
    Slot,
    Thing,
    Ways,
    candidates,
    is_single,
    native,
    spans,
)
from tests.evaluation.judge.tables import symbol_key
from tests.evaluation.judge.words import Found, is_acronym, spellings, stems_of, without_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from indexer.query.tree import Node, Query
    from tests.evaluation.judge.tables import Tables

    Condition = tuple[str, list[object]]

ANY_LETTERS, ONE_LETTER = "\U00010602", "\U00010603"
"""Letters that stand for * and ? while a query is cut: of Linear A, which no report is written in."""

ADDRESS = regex.compile(r"(?i:https?://|\bwww\.)[^\s*]*|\?[\w.%~-]+(?==)")

NOTHING: Condition = ("0", [])


class Judge:
    """Answers query trees from the tables."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.base = tables.base
        self.languages = [lang for (lang,) in self.base.execute("SELECT DISTINCT lang FROM records")]
        self._things: dict[int, tuple[Thing, str, bool]] = {}
        self._numbers = count()
        self.base.create_function("placed", 2, self._placed)
        self.base.create_function("inside", 3, inside, deterministic=True)
        self.base.create_function("part_of", 2, part_of, deterministic=True)

    def answer(self, query: Query, *, exact: bool = False, limits: Iterable[Node] = ()) -> set[int]:
        """The numbers of the records that answer a query inside some limits."""
        self._things.clear()
        reading = _Reading(self, any_word=query.any_word, exact=exact)
        conditions = [reading.condition(query.root)]
        conditions += [_Reading(self, any_word=False, exact=exact).condition(node) for node in limits]
        return self.numbers(_and(conditions))

    def numbers(self, condition: Condition) -> set[int]:
        """The numbers of the records for which a condition holds."""
        text, values = condition
        return {n for (n,) in self.base.execute(f"SELECT r.n FROM records r WHERE {text}", values)}

    def holding(self, thing: Thing, field: str) -> Condition:
        """The records that hold a thing."""
        asked = candidates(thing, field)
        if not asked:
            return NOTHING
        if is_single(thing):
            return ("r.n IN (SELECT rowid FROM words WHERE words MATCH ?)", [asked])
        key = next(self._numbers)
        phrases = native(thing, field) if field == "text" else ""
        self._things[key] = (thing, field, bool(phrases))
        looped: Condition = (
            "r.n IN (SELECT rowid FROM words WHERE words MATCH ? AND placed(?, rowid))",
            [asked, key],
        )
        if not phrases:
            return looped
        found: Condition = ("r.plain AND r.n IN (SELECT rowid FROM words WHERE words MATCH ?)", [phrases])
        return _or([found, looped])

    def _placed(self, key: int, number: int) -> bool:
        """Whether a thing stands in a record, by the loops; not of a record that is left to FTS5."""
        thing, field, by_phrases = self._things[key]
        texts = self.tables.passages[number][field]
        if by_phrases and self.tables.plain[number]:
            return False
        return any(spans(thing, row) for row in texts)

    def alike(self, field: str, form: str, distance: int) -> frozenset[str]:
        """The words of a field that differ from one in so few letters."""
        held = self.tables.vocabulary[f"{field}_forms"]
        return frozenset(other for other in held if differ_by(form, other, distance))

    def of_shape(self, field: str, shape: str) -> frozenset[str]:
        """The words of a field that have a shape."""
        held = self.tables.vocabulary[f"{field}_forms"]
        return frozenset(other for other in held if fits(other, shape, ANY_LETTERS, ONE_LETTER))


class _Reading:
    """One query on its way to a condition."""

    def __init__(self, judge: Judge, *, any_word: bool, exact: bool) -> None:
        self.judge = judge
        self.any_word = any_word
        self.exact = exact
        self.field = "text"

    def condition(self, node: Node) -> Condition:
        if isinstance(node, Boost):
            return self.condition(node.nodes[0])
        if isinstance(node, Before):
            return self.judge.holding(self.thing(node), self.field)
        if isinstance(node, Run | And):
            return self._joined(node, self.condition)
        if isinstance(node, Or):
            return _or([self.condition(inner) for inner in node.nodes])
        if isinstance(node, Field):
            return self._in_field(node)
        if isinstance(node, Symbol):
            return self._document(node)
        if isinstance(node, Citation):
            return cited_places(node.text)
        if isinstance(node, Named):
            return self._named(node)
        return self.judge.holding(self.thing(node), self.field)

    def _joined(self, node: Run | And, read: Callable[[Node], Condition]) -> Condition:
        wanted = [read(inner) for inner in node.nodes if not isinstance(inner, Not)]
        unwanted = [read(inner.node) for inner in node.nodes if isinstance(inner, Not)]
        found = _or(wanted) if isinstance(node, Run) and self.any_word else _and(wanted)
        return _and([found, _not(_or(unwanted))]) if unwanted else found

    def _in_field(self, node: Field) -> Condition:
        if node.name in {"title", "section"}:
            before, self.field = self.field, node.name
            found = self.condition(node.node)
            self.field = before
            return found
        return self._value(node.name, node.node)

    def _value(self, name: str, node: Node) -> Condition:
        def read(inner: Node) -> Condition:
            return self._value(name, inner)

        if isinstance(node, Run | And):
            return self._joined(node, read)
        return _or([read(inner) for inner in node.nodes]) if isinstance(node, Or) else fact(name, node)

    def _document(self, node: Symbol) -> Condition:
        key = symbol_key(node.text)
        exactly: Condition = ("r.n IN (SELECT n FROM symbols WHERE symbol = ?)", [key])
        citing = citing_document(key)
        if node.under:
            return under(key)
        known = (exactly, *standing(node.text), under(key))
        return next((one for one in known if self.judge.numbers(one)), citing)

    def _named(self, node: Named) -> Condition:
        known = Gazetteer.load()
        # an acronym that is a word ("WHO") is found by its entity, and not by its letters
        acronyms = [name for name in node.acronyms if node.entity is None or name not in known.words]
        ways = Ways((*_letters(acronyms), *_names(node.learnt)))
        conditions: list[Condition] = [self.judge.holding(ways, "text")] if ways.ways else []
        if node.entity is not None:
            conditions.append(("r.n IN (SELECT n FROM entities WHERE entity = ?)", [node.entity]))
        found = _or(conditions)
        if node.names and not self.judge.numbers(found):
            return self.judge.holding(Ways(_names(node.names)), "text")
        return found

    # -- what has a place

    def thing(self, node: Node) -> Thing:
        if isinstance(node, Near):
            return Close(self.thing(node.left), self.thing(node.right), node.distance)
        if isinstance(node, Before):
            return Ahead(self.thing(node.nodes[0]), self.thing(node.nodes[1]), node.distance)
        if isinstance(node, Boost):
            return self.thing(node.nodes[0])
        if isinstance(node, Or):
            return Either(tuple(self.thing(inner) for inner in node.nodes))
        if isinstance(node, Named):
            return Ways((*_names((*node.names, *node.learnt)), *_letters(node.acronyms)))
        if isinstance(node, Word):
            return Ways(_ways(without_article(node.text), self._word))
        if isinstance(node, Exact):
            return Ways(_ways(node.text, _written))
        if isinstance(node, Phrase):
            return Ways(tuple(way for way in _ways(node.text, _form) for way in _doubled(way)))
        if isinstance(node, Wildcard | OpenPhrase):
            ways = _ways(with_signs(node.text), _form)
            return Ways(tuple(tuple(map(self._shaped, one)) for way in ways for one in _doubled(way)))
        assert isinstance(node, Prefix | Fuzzy), node
        return Ways(tuple((*way[:-1], self._open(way[-1], node)) for way in _ways(node.text, _form)))

    def _word(self, word: Found) -> Slot:
        if self.field == "text" and is_acronym(word.typed):
            return _capitals(word)
        if self.exact:
            return _form(word)
        return Slot(
            "stems",
            frozenset(
                f"{language}:{stem}" for language in self.judge.languages for stem in stems_of(word, language)
            ),
        )

    def _shaped(self, slot: Slot) -> Slot:
        (form,) = slot.words
        is_open = ANY_LETTERS in form or ONE_LETTER in form
        return slot._replace(words=self.judge.of_shape(self.field, form)) if is_open else slot

    def _open(self, slot: Slot, node: Prefix | Fuzzy) -> Slot:
        (form,) = slot.words
        if isinstance(node, Prefix):
            return Slot("forms", frozenset(), form)
        return Slot("forms", self.judge.alike(self.field, form, node.distance))


def _ways(text: str, read: Callable[[Found], Slot]) -> tuple[tuple[Slot, ...], ...]:
    return tuple(tuple(read(word) for word in way) for way in spellings(text))


def with_signs(text: str) -> str:
    """A text with letters for its wildcards: * and ? behind letters, ? only inside a word; in no address."""
    letters = list(text)
    address = [place for found in ADDRESS.finditer(text) for place in range(*found.span())]
    for at, letter in enumerate(text):
        rest = text[at:].lstrip("*?")
        inside = at > 0 and (letters[at - 1].isalnum() or unicodedata.category(letters[at - 1])[0] == "M")
        if at in address:
            continue
        if letter == "*" and inside:
            letters[at] = ANY_LETTERS
        elif letter == "?" and inside and rest and unicodedata.category(rest[0])[0] in "LMN":
            letters[at] = ONE_LETTER
    return "".join(letters)


def _form(word: Found) -> Slot:
    return Slot("forms", frozenset([word.form]))


def _written(word: Found) -> Slot:
    return Slot("typed", frozenset([word.typed])) if word.typed else _form(word)


def _capitals(word: Found) -> Slot:
    """A word by its letters where it has capitals."""
    return _written(word) if word.typed != word.typed.lower() else _form(word)


def _names(names: Sequence[str]) -> tuple[tuple[Slot, ...], ...]:
    return tuple(way for name in names for way in _ways(name, _form))


def _letters(acronyms: Sequence[str]) -> tuple[tuple[Slot, ...], ...]:
    return tuple(way for letters in acronyms for way in _ways(letters, _capitals))


def _doubled(way: tuple[Slot, ...]) -> list[tuple[Slot, ...]]:
    """A phrase, and the phrase where an inner word is the joined form of two, and so takes two places.

    A Chinese character is a word, and is joined of none.
    """
    ways: list[tuple[Slot, ...]] = [()]
    for place, slot in enumerate(way):
        inner = 0 < place < len(way) - 1 and any(len(word) > 1 for word in slot.words)
        half = slot._replace(is_half=True)
        ways = [(*before, *more) for before in ways for more in ([slot], *([[half, half]] if inner else []))]
    return ways


def _and(conditions: list[Condition]) -> Condition:
    return " AND ".join(f"({text})" for text, _ in conditions), [
        v for _, values in conditions for v in values
    ]


def _or(conditions: list[Condition]) -> Condition:
    return " OR ".join(f"({text})" for text, _ in conditions), [v for _, values in conditions for v in values]


def _not(condition: Condition) -> Condition:
    text, values = condition
    return f"({text}) IS NOT TRUE", values  # a record without a value has not this one
