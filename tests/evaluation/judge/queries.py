"""Queries of every class, from the words, phrases and values that are in the records."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.grammar.gazetteer import Gazetteer
from indexer.query.tree import (
    And,
    Citation,
    Exact,
    Field,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Range,
    Run,
    Symbol,
    Word,
)
from tests.evaluation.judge.words import is_acronym

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from indexer.model import Record
    from tests.evaluation.judge.tables import Tables

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*")
_HYPHENATED = regex.compile(r"\p{L}+(?:[-‐’']\p{L}+)+")
_OPERATORS = {"AND", "OR", "NOT", "NEAR"}
_UNSPEAKABLE = regex.compile(r'["“”„«»]')

COMMON = 150
"""Words that count as common."""


class Asked(NamedTuple):
    """A query, and how it is asked."""

    kind: str
    root: Node
    any_word: bool = False
    exact: bool = False
    expand: bool = True
    filters: tuple[tuple[str, str, Node], ...] = ()


class Maker:
    """Makes queries of one set of records, the same ones for the same seed."""

    def __init__(self, tables: Tables, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311  # the same queries every time
        self.records = tables.records
        held = tables.vocabulary["text_typed"]
        plain = [word for word in held if _WORD.fullmatch(word) and word not in _OPERATORS]
        plain.sort(key=lambda word: (-held[word], word))
        self.common = plain[:COMMON]
        self.words = plain
        self.rare = [word for word in plain if held[word] < 4] or plain
        self.acronyms = [word for word in plain if is_acronym(word)] or plain
        self.names = sorted({surface for record in self.records for surface in _surfaces(record)}) or plain
        self.hyphenated = sorted({found for r in self.records for found in _HYPHENATED.findall(r.text)}) or plain
        self.left_out = len(held) - len(plain)

    def queries(self, count: int) -> Iterator[Asked]:
        """So many queries, class by class in turn."""
        makers: list[tuple[str, Callable[[], Asked]]] = [
            (name.removeprefix("_make_"), getattr(self, name)) for name in sorted(dir(self)) if name.startswith("_make_")
        ]
        for number in range(count):
            kind, make = makers[number % len(makers)]
            yield make()._replace(kind=kind)

    # -- pieces

    def word(self) -> Word:
        """A word, one time in three a common one."""
        pool = self.chance.choice((self.common, self.words, self.rare, self.acronyms))
        return Word(self.chance.choice(pool))

    def record(self) -> Record:
        """A record."""
        return self.chance.choice(self.records)

    def window(self, low: int, high: int) -> list[str]:
        """Words side by side in a real text, as they stand there."""
        for _ in range(20):
            record = self.record()
            texts = [record.text, *(note.text for note in record.footnotes)]
            chunks = _UNSPEAKABLE.sub(" ", self.chance.choice(texts)).split()
            count = self.chance.randint(low, high)
            if len(chunks) >= count:
                at = self.chance.randrange(len(chunks) - count + 1)
                return chunks[at : at + count]
        return [self.word().text, self.word().text]

    def phrase(self) -> Phrase:
        """A phrase that stands somewhere; none without a letter or digit."""
        while True:
            text = " ".join(self.window(2, 5))
            if _WORD.search(text):
                return Phrase(text)

    def beginning(self) -> Prefix:
        """The beginning of a word."""
        word = self.chance.choice(self.words)
        return Prefix(word[: self.chance.randint(min(3, len(word)), max(len(word) - 1, 3))])

    def beside(self) -> Node:
        """Something with a place."""
        return self.chance.choice((self.word, self.word, self.word, self.phrase, self.beginning, self._either))()

    def _either(self) -> Or:
        return Or((self.word(), self.word()))

    def near(self, left: Node, right: Node) -> Near:
        """Two things near each other, either of them first."""
        sides = [left, right]
        self.chance.shuffle(sides)
        return Near(sides[0], sides[1], self.chance.choice((1, 2, 3, 5, 8, 20, 99)))

    def neighbours(self) -> Near:
        """Two words of one text near each other."""
        words = [found for chunk in self.window(3, 9) for found in _WORD.findall(chunk) if found not in _OPERATORS]
        if len(words) < 2:
            return self.near(self.word(), self.word())
        first, second = self.chance.sample(words, 2)
        return self.near(Word(first), Word(second))

    def value(self) -> Field:
        """A value of a field that some record has."""
        make = self.chance.choice((
            self._symbol_value, self._body, self._year, self._lang, self._kind, self._entity, self._page, self._number,
            self._date, self._title, self._section, self._range, self._cites, self._begun,
        ))  # fmt: skip
        return make() or self._kind()

    def _of(self, name: str, text: str | None) -> Field | None:
        if not text:
            return None
        bare = regex.fullmatch(r"[\p{L}\p{N}][\p{L}\p{N}./\-]*", text) is not None and not text.endswith((".", "/"))
        return Field(name, Word(text) if bare else Phrase(" ".join(text.split())))

    def _symbol_value(self) -> Field | None:
        symbol = self.record().symbol
        if not symbol:
            return None
        parts = symbol.split("/")
        kept = "/".join(parts[: self.chance.randint(1, len(parts))])
        return self._of("symbol", self.chance.choice((kept, kept.lower())))

    def _begun(self) -> Field | None:
        record = self.record()
        symbol, target = record.symbol, self._target()
        choices = [
            Field("symbol", Prefix(symbol[: self.chance.randint(2, len(symbol))])) if symbol else None,
            Field("cites", Prefix(target[: self.chance.randint(2, len(target))])) if target else None,
            Field("body", Prefix(record.body[: self.chance.randint(1, len(record.body))])) if record.body else None,
            Field("kind", Prefix(record.kind[:3])),
            Field("lang", Prefix(record.language)),
            Field("title", self.beginning()),
            Field("section", self.beginning()),
        ]
        return self.chance.choice(choices)

    def _body(self) -> Field | None:
        return self._of("body", self.record().body)

    def _year(self) -> Field | None:
        year = self.record().year
        return self._of("year", str(year) if year else None)

    def _lang(self) -> Field | None:
        return self._of("lang", self.record().language)

    def _kind(self) -> Field:
        return Field("kind", Word(self.record().kind))

    def _entity(self) -> Field | None:
        mentions = [found for found in self.record().mentions if '"' not in found.surface]
        if not mentions:
            return None
        mention = self.chance.choice(mentions)
        known = Gazetteer.load().resolve(mention.surface)
        return self._of("entity", mention.surface if known and known.id == mention.entity else mention.entity)

    def _page(self) -> Field | None:
        page = self.record().page
        return self._of("page", str(page) if page else None)

    def _number(self) -> Field | None:
        number = self.record().number
        return self._of("number", number if number and regex.search(r"[\p{L}\p{N}]", number) else None)

    def _date(self) -> Field | None:
        date = self.record().date
        return self._of("date", date and date[: self.chance.choice((4, 7, 10))])

    def _title(self) -> Field | None:
        return self._passage("title", self.record().title)

    def _section(self) -> Field | None:
        return self._passage("section", " ".join(self.record().section))

    def _passage(self, name: str, text: str) -> Field | None:
        words = [word for word in _WORD.findall(text) if word not in _OPERATORS]
        if not words:
            return None
        first = Word(self.chance.choice(words))
        second = Word(self.chance.choice(words))
        return Field(name, self.chance.choice((first, Run((first, second)), Or((first, second)), Near(first, second, 5),
                                              Exact(first.text), Fuzzy(first.text, 1))))

    def _target(self) -> str:
        for _ in range(20):
            references = self.record().references
            if references:
                return self.chance.choice(references).target
        return ""

    def _cites(self) -> Field | None:
        target = self._target()
        return Field("cites", Word(target)) if target else None

    def _range(self) -> Field | None:
        one, other = self.record(), self.record()
        name = self.chance.choice(("year", "date", "page", "number"))
        ends = [str(end) for end in (getattr(one, name), getattr(other, name)) if end]
        ends = [end for end in ends if regex.fullmatch(r"\d+(?:[.-]\d+)*", end)]
        ends.sort(key=lambda end: [int(piece) for piece in regex.findall(r"\d+", end)])
        if len(ends) < 2:
            return None
        low, high = ends
        return Field(name, self.chance.choice((Range(low, high), Range(low, None), Range(None, high))))

    def symbol(self) -> Node:
        """A document, or all below."""
        symbol = self.record().symbol or self._target()
        if not symbol:
            return self.word()
        head = symbol.rpartition("/")[0]
        return self.chance.choice((Symbol(symbol), Symbol(symbol), Symbol(head, under=True) if "/" in head else Symbol(symbol)))

    def leaf(self) -> Node:
        """Anything without brackets."""
        return self.chance.choice((
            self.word, self.word, self.word, self.word, self.phrase, self.beginning, self.neighbours, self.value,
            self.symbol, lambda: Exact(self.word().text), lambda: Word(self.chance.choice(self.hyphenated)),
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

    # -- classes

    def _make_word_common(self) -> Asked:
        return Asked("", Word(self.chance.choice(self.common)))

    def _make_word_rare(self) -> Asked:
        return Asked("", Word(self.chance.choice(self.rare)))

    def _make_word_hyphenated(self) -> Asked:
        word = self.chance.choice(self.hyphenated)
        return Asked("", Word(self.chance.choice((word, word.replace("-", "").replace("‐", "")))))

    def _make_word_unstemmed(self) -> Asked:
        return Asked("", Run((self.word(), self.word())), exact=True)

    def _make_acronym(self) -> Asked:
        return Asked("", Word(self.chance.choice(self.acronyms)), expand=self.chance.random() < 0.8)

    def _make_name(self) -> Asked:
        words = [word for word in _WORD.findall(self.chance.choice(self.names)) if word not in _OPERATORS]
        nodes = tuple(Word(word) for word in words) or (self.word(),)
        return Asked("", nodes[0] if len(nodes) == 1 else Run(nodes), expand=self.chance.random() < 0.8)

    def _make_words(self) -> Asked:
        words = [word for chunk in self.window(2, 6) for word in _WORD.findall(chunk) if word not in _OPERATORS]
        return Asked("", Run(tuple(map(Word, words))) if len(words) > 1 else self.word())

    def _make_any(self) -> Asked:
        nodes = [self.leaf() for _ in range(self.chance.randint(2, 4))]
        if self.chance.random() < 0.3:
            nodes.append(Not(self.leaf()))
        return Asked("", Run(tuple(nodes)), any_word=True)

    def _make_any_of_values(self) -> Asked:
        one, other = self._year(), self._year()
        values = Run((one.node, other.node)) if one and other else self.word()
        return Asked("", Field("year", values) if one and other else values, any_word=self.chance.random() < 0.7)

    def _make_or(self) -> Asked:
        return Asked("", Or(tuple(self.leaf() for _ in range(self.chance.randint(2, 5)))))

    def _make_phrase(self) -> Asked:
        return Asked("", self.phrase(), expand=self.chance.random() < 0.5)

    def _make_phrase_shuffled(self) -> Asked:
        words = self.phrase().text.split()
        self.chance.shuffle(words)
        return Asked("", Phrase(" ".join(words)))

    def _make_near(self) -> Asked:
        return Asked("", self.neighbours())

    def _make_near_things(self) -> Asked:
        near = self.near(self.beside(), self.beside())
        return Asked("", self.near(near, self.word()) if self.chance.random() < 0.2 else near)

    def _make_prefix(self) -> Asked:
        return Asked("", self.beginning())

    def _make_fuzzy(self) -> Asked:
        word = list(self.chance.choice(self.words))
        if len(word) > 3:
            word[self.chance.randrange(len(word))] = self.chance.choice("aeinrst")
        return Asked("", Fuzzy("".join(word), self.chance.choice((1, 1, 2))))

    def _make_exact(self) -> Asked:
        word = self.chance.choice((self.word().text, self.chance.choice(self.hyphenated)))
        return Asked("", Exact(self.chance.choice((word, word.lower(), word.upper()))))

    def _make_not(self) -> Asked:
        return Asked("", Run((self.leaf(), Not(self.leaf()))))

    def _make_nested(self) -> Asked:
        return Asked("", self.tree(self.chance.randint(2, 4)), any_word=self.chance.random() < 0.2)

    def _make_field(self) -> Asked:
        return Asked("", self.value())

    def _make_field_and_word(self) -> Asked:
        return Asked("", Run((self.value(), self.word(), Not(self.value()))))

    def _make_symbol(self) -> Asked:
        return Asked("", self.symbol())

    def _make_citation(self) -> Asked:
        cited = [r for r in (self.record() for _ in range(50)) if r.symbol and r.number and r.number.isdigit()]
        found = next((r for r in cited if r.address == f"p{r.number}"), None)
        return Asked("", Citation(f"{found.symbol}, para. {found.number}") if found else self.word())

    def _make_filters(self) -> Asked:
        named = {"symbol", "body", "year", "lang", "section", "kind", "entity"}
        values = [value for value in (self.value() for _ in range(6)) if value.name in named][:2]
        filters = tuple((value.name, str(value.node), value) for value in values)
        if len(filters) == 2 and filters[0][0] == filters[1][0]:
            filters = filters[:1]
        root = self.chance.choice((self.word(), Run((self.word(), self.word()))))
        return Asked("", root, any_word=self.chance.random() < 0.4, filters=filters)


def _surfaces(record: Record) -> list[str]:
    return [mention.surface for mention in record.mentions]
