"""Questions drawn from the paragraphs themselves, by how many paragraphs hold a word, with a fixed seed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple, get_args

import regex

from indexer.grammar.gazetteer import Gazetteer
from indexer.grammar.symbols import DocumentSymbol
from tests.benchmarks.adapters.base import DISTANCE, Kind, Question
from tests.benchmarks.paragraphs import SEED
from tests.benchmarks.vocabulary import WORD, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from tests.benchmarks.paragraphs import Document, Paragraph

KINDS: tuple[Kind, ...] = get_args(Kind)

SAMPLE = 20_000
"""Paragraphs that are counted; the shares below hold for the rest as well."""

RARE = (0.0002, 0.005)
"""Shares of the paragraphs between which an acronym counts as rare."""

MIDDLE = (0.003, 0.10)
"""As above for the words of AND, OR, phrases and so on."""

COMMON = 0.05
"""The share from which a word counts as common."""

NAMES = 10
"""Names of an entity."""

_RUN = regex.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,})+")
_TRIES = 200
"""Paragraphs looked at for one question before it is given up."""


class Questions(NamedTuple):
    """What is measured, and other questions of the same classes to warm up with."""

    measured: list[Question]
    warming: list[Question]


def only(questions: Questions, kinds: Collection[str]) -> Questions:
    """The questions of some classes."""
    return Questions(*([question for question in each if question.kind in kinds] for each in questions))


def make_questions(
    documents: Sequence[Document], *, count: int = 30, warming: int = 8, seed: int = SEED
) -> Questions:
    """Questions of every class, as many as asked for or as the paragraphs give."""
    paragraphs = [paragraph for document in documents for paragraph in document]
    sample = random.Random(seed).sample(paragraphs, min(SAMPLE, len(paragraphs)))  # noqa: S311  # a sample
    source = _Source(sample, seed)
    measured, others = [], []
    for kind in KINDS:
        drawn = source.draw(kind, count + warming)
        cut = max(1, len(drawn) * count // (count + warming))
        measured.extend(drawn[:cut])
        others.extend(drawn[cut:])
    return Questions(measured, others)


class _Source:
    """Draws questions from a sample."""

    def __init__(self, sample: Sequence[Paragraph], seed: int) -> None:
        self.sample = sample
        self.counts = Vocabulary(sample)
        self.seed = seed
        self.random = random.Random(seed)  # noqa: S311  # as above
        self.middle = self.counts.plain(*MIDDLE)
        self.middling = frozenset(self.middle)
        self.common = self.counts.plain(COMMON, 1.01)
        self._makers: dict[Kind, Callable[[Paragraph], Question | None]] = {
            "AND": lambda one: self._pair("AND", one),
            "OR": lambda one: self._pair("OR", one),
            "phrase": self._phrase,
            "NEAR": self._near,
            "filters": self._filters,
            "key": self._key,
        }

    def draw(self, kind: Kind, wanted: int) -> list[Question]:
        """So many different questions of a class, or as many as there are."""
        self.random.seed(f"{self.seed} {kind}")
        if kind in self._makers:
            return self._from_paragraphs(self._makers[kind], wanted)
        found = list(self._from_words(kind))
        self.random.shuffle(found)
        return found[:wanted]

    def _from_paragraphs(self, make: Callable[[Paragraph], Question | None], wanted: int) -> list[Question]:
        found: dict[Question, None] = {}
        for _ in range(wanted * _TRIES):
            question = make(self.random.choice(self.sample))
            if question is not None:
                found[question] = None
            if len(found) == wanted:
                break
        return list(found)

    def _from_words(self, kind: Kind) -> Iterator[Question]:
        match kind:
            case "rare entity":
                words = self._acronyms()
            case "common word" | "facets":
                words = self.common
            case "prefix":
                words = list(self.counts.prefixes(self.middle, 5))
            case "fuzzy":
                words = list(self._slips())
            case _:
                yield from self._entities(kind)
                return
        for word in words:
            yield Question(kind=kind, words=(word,))

    def _acronyms(self) -> list[str]:
        """Rare acronyms; five times is not too often, however few the paragraphs are."""
        low, high = (share * self.counts.size for share in RARE)
        return sorted(
            acronym
            for acronym, number in self.counts.acronyms.items()
            if max(low, 2) <= number <= max(high, 5) and self.counts.is_name(acronym)
        )

    def _slips(self) -> Iterator[str]:
        """Words with a letter left out, each its own stem and nearly always in this form."""
        for word in self.middle:
            if len(word) > 6 and self.counts.is_stem(word) and self.counts.is_steady(word):
                place = self.random.randrange(1, len(word) - 1)
                yield word[:place] + word[place + 1 :]

    def _entities(self, kind: Kind) -> Iterator[Question]:
        """Acronyms of the paragraphs that the gazetteer knows by ten names or more."""
        gazetteer = Gazetteer.load()
        for acronym in sorted(self.counts.acronyms):
            names = [name for name in gazetteer.expansion(acronym) if '"' not in name and name != acronym]
            if len(names) >= NAMES - 1 and self.counts.is_name(acronym):
                yield Question(kind=kind, words=(acronym, *names[: NAMES - 1]))

    def _middling(self, paragraph: Paragraph) -> list[str]:
        return sorted(self.middling.intersection(WORD.findall(paragraph.text)))

    def _pair(self, kind: Kind, paragraph: Paragraph) -> Question | None:
        """Two words of one paragraph."""
        words = self._middling(paragraph)
        return Question(kind=kind, words=tuple(self.random.sample(words, 2))) if len(words) > 1 else None

    def _phrase(self, paragraph: Paragraph) -> Question | None:
        """Two or three words side by side, all but one from the middle band, and none with many forms."""
        runs = _RUN.findall(paragraph.text)
        if not runs:
            return None
        words = self.random.choice(runs).split()
        length = min(self.random.choice((2, 3)), len(words))
        start = self.random.randrange(len(words) - length + 1)
        chosen = [word.lower() for word in words[start : start + length]]
        low, high = MIDDLE
        fitting = sum(low <= self.counts.share(word) < high for word in chosen)
        if fitting < length - 1 or not all(map(self.counts.is_steady, chosen)):
            return None
        return Question(kind="phrase", words=(" ".join(chosen),))

    def _near(self, paragraph: Paragraph) -> Question | None:
        """Two words of the middle band, not side by side and not further apart than NEAR reaches."""
        words = WORD.findall(paragraph.text)
        places = [place for place, word in enumerate(words) if word in self.middling]
        pairs = [
            (words[one], words[two])
            for one in places
            for two in places
            if 1 < two - one <= DISTANCE and words[one] != words[two]
        ]
        return Question(kind="NEAR", words=self.random.choice(pairs)) if pairs else None

    def _key(self, paragraph: Paragraph) -> Question | None:
        """A record's id; few documents of the collection have a symbol that cannot be read."""
        readable = DocumentSymbol.try_parse(paragraph.symbol) is not None
        return Question(kind="key", key=paragraph.key) if readable else None

    def _filters(self, paragraph: Paragraph) -> Question | None:
        """A word, the first two parts of the document's symbol, and three years around its own."""
        words, parts = self._middling(paragraph), paragraph.symbol.split("/")
        if not words or len(parts) < 3:
            return None
        return Question(
            kind="filters",
            words=(self.random.choice(words),),
            symbol="/".join(parts[:2]),
            years=(paragraph.year - 1, paragraph.year + 1),
        )
