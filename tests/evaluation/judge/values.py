"""Values of fields that some record has, and ranges of them."""

from __future__ import annotations

import regex

from indexer.grammar.gazetteer import Gazetteer
from indexer.query.leaf_nodes import Exact, Fuzzy, Phrase, Prefix, Range, Word
from indexer.query.tree import Field, Near, Or, Run
from tests.evaluation.judge.material import OPERATORS, WORD, Material
from tests.evaluation.judge.tables import printed_as_one


class Values(Material):
    """Values of the fields of one set of records."""

    def value(self) -> Field:
        """A value of a field that some record has."""
        make = self.chance.choice((
            self._symbol_value, self._body, self._year, self._lang, self._kind, self._entity, self._page,
            self._number, self._date, self._title, self._section, self._range, self._cites, self._begun,
        ))  # fmt: skip
        return make() or self._kind()

    def _of(self, name: str, text: str | None) -> Field | None:
        if not text:
            return None
        bare = regex.fullmatch(r"[\p{L}\p{N}][\p{L}\p{N}./\-]*", text) is not None and not text.endswith(
            (".", "/")
        )
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
        symbol, target = (record.symbol or "").partition("(")[0], self._target().partition("(")[0]
        choices = [
            Field("symbol", Prefix(symbol[: self.chance.randint(2, len(symbol))])) if symbol else None,
            Field("cites", Prefix(target[: self.chance.randint(2, len(target))])) if target else None,
            Field("body", Prefix(record.body[: self.chance.randint(1, len(record.body))]))
            if record.body
            else None,
            Field("kind", Prefix(record.kind[:3])),
            Field("entity", Prefix(record.mentions[0].entity[:2])) if record.mentions else None,
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
        record = self.record()
        return (
            Field("position", Word(record.position)) if record.position else Field("kind", Word(record.kind))
        )

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
        number = [number, *printed_as_one(number or "")][-1]
        return self._of("number", number if number and regex.search(r"[\p{L}\p{N}]", number) else None)

    def _date(self) -> Field | None:
        date = self.record().date
        return self._of("date", date and date[: self.chance.choice((4, 7, 10))])

    def _title(self) -> Field | None:
        return self._passage("title", self.record().title)

    def _section(self) -> Field | None:
        return self._passage("section", " ".join(self.record().section))

    def _passage(self, name: str, text: str) -> Field | None:
        words = [word for word in WORD.findall(text) if word not in OPERATORS]
        if not words:
            return None
        first = Word(self.chance.choice(words))
        second = Word(self.chance.choice(words))
        return Field(
            name,
            self.chance.choice(
                (
                    first,
                    Run((first, second)),
                    Or((first, second)),
                    Near(first, second, 5),
                    Exact(first.text),
                    Fuzzy(first.text, 1),
                )
            ),
        )

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
