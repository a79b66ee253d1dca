"""Questions drawn from the paragraphs themselves, by how many paragraphs hold a word, with a fixed seed."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, get_args

import regex
import Stemmer

from indexer.grammar.gazetteer import Gazetteer
from indexer.grammar.symbols import DocumentSymbol
from tests.benchmarks.adapters.base import DISTANCE, Kind, Question
from tests.benchmarks.paragraphs import SEED

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

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_PLAIN = regex.compile(r"[a-z]{4,}")
_ACRONYM = regex.compile(r"[A-Z]{3,7}")
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


class _Counts:
    """How many paragraphs of a sample hold each word, stem and acronym."""

    def __init__(self, sample: Sequence[Paragraph]) -> None:
        self.size = len(sample)
        self.words: Counter[str] = Counter()
        self.acronyms: Counter[str] = Counter()
        stemmer = Stemmer.Stemmer("english")
        self.stem: dict[str, str] = {}
        self.stems: Counter[str] = Counter()
        for paragraph in sample:
            typed = set(_WORD.findall(paragraph.text))
            lower = {word.lower() for word in typed}
            for word in lower - self.stem.keys():
                self.stem[word] = str(stemmer.stemWord(word))
            self.words.update(lower)
            self.stems.update({self.stem[word] for word in lower})
            self.acronyms.update(word for word in typed if _ACRONYM.fullmatch(word))

    def share(self, word: str) -> float:
        """The share of paragraphs that hold a word in any of its forms."""
        return self.stems[self.stem.get(word, word)] / self.size

    def plain(self, low: float, high: float) -> list[str]:
        """Words of small letters in a band, each form of a word that is seen most."""
        best: dict[str, str] = {}
        for word in sorted(self.words):
            stem = self.stem[word]
            if _PLAIN.fullmatch(word) and self.words[word] > self.words.get(best.get(stem, ""), 0):
                best[stem] = word
        return sorted(word for stem, word in best.items() if low <= self.stems[stem] / self.size < high)


def make_questions(
    documents: Sequence[Document], *, count: int = 30, warming: int = 8, seed: int = SEED
) -> Questions:
    """Questions of every class, as many as asked for or as the paragraphs give."""
    paragraphs = [paragraph for document in documents for paragraph in document]
    sample = random.Random(seed).sample(paragraphs, min(SAMPLE, len(paragraphs)))  # noqa: S311  # a sample
    source = _Source(sample, _Counts(sample), seed)
    measured, others = [], []
    for kind in KINDS:
        drawn = source.draw(kind, count + warming)
        cut = max(1, len(drawn) * count // (count + warming))
        measured.extend(drawn[:cut])
        others.extend(drawn[cut:])
    return Questions(measured, others)


class _Source:
    """Draws questions from a sample."""

    def __init__(self, sample: Sequence[Paragraph], counts: _Counts, seed: int) -> None:
        self.sample = sample
        self.counts = counts
        self.seed = seed
        self.random = random.Random(seed)  # noqa: S311  # as above
        self.middle = counts.plain(*MIDDLE)
        self.common = counts.plain(COMMON, 1.01)
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
                words = sorted({word[:5] for word in self.middle if len(word) > 7})
            case "fuzzy":
                words = list(self._slips())
            case _:
                yield from self._entities(kind)
                return
        for word in words:
            yield Question(kind=kind, words=(word,))

    def _acronyms(self) -> list[str]:
        """Rare acronyms that are no word in small letters, and that no stemmer touches."""
        low, high = (share * self.counts.size for share in RARE)
        return sorted(
            acronym
            for acronym, number in self.counts.acronyms.items()
            if max(low, 2) <= number <= max(high, 5)
            and self.counts.stem[acronym.lower()] == acronym.lower()
            and self.counts.stems[acronym.lower()] <= number * 1.1
        )

    def _slips(self) -> Iterator[str]:
        """Words with a letter left out; each stands nearly always in one form, which is its own stem."""
        for word in self.middle:
            stem = self.counts.stem[word]
            if len(word) > 6 and stem == word and self.counts.words[word] >= self.counts.stems[stem] * 0.9:
                place = self.random.randrange(1, len(word) - 1)
                yield word[:place] + word[place + 1 :]

    def _entities(self, kind: Kind) -> Iterator[Question]:
        """Acronyms of the paragraphs that the gazetteer knows by ten names or more."""
        gazetteer = Gazetteer.load()
        for acronym in sorted(self.counts.acronyms):
            names = [name for name in gazetteer.expansion(acronym) if '"' not in name and name != acronym]
            if len(names) >= NAMES - 1:
                yield Question(kind=kind, words=(acronym, *names[: NAMES - 1]))

    def _middling(self, paragraph: Paragraph) -> list[str]:
        low, high = MIDDLE
        words = {word for word in _PLAIN.findall(paragraph.text) if word in self.counts.stem}
        return sorted(word for word in words if low <= self.counts.share(word) < high)

    def _pair(self, kind: Kind, paragraph: Paragraph) -> Question | None:
        """Two words of one paragraph."""
        words = self._middling(paragraph)
        return Question(kind=kind, words=tuple(self.random.sample(words, 2))) if len(words) > 1 else None

    def _phrase(self, paragraph: Paragraph) -> Question | None:
        """Two or three words side by side, at most one of them from outside the middle band."""
        runs = _RUN.findall(paragraph.text)
        if not runs:
            return None
        words = self.random.choice(runs).split()
        length = min(self.random.choice((2, 3)), len(words))
        start = self.random.randrange(len(words) - length + 1)
        chosen = words[start : start + length]
        low, high = MIDDLE
        fitting = sum(low <= self.counts.share(word.lower()) < high for word in chosen)
        return Question(kind="phrase", words=(" ".join(chosen),)) if fitting >= length - 1 else None

    def _near(self, paragraph: Paragraph) -> Question | None:
        """Two words of the middle band, not side by side and not further apart than NEAR reaches."""
        words = _WORD.findall(paragraph.text)
        middling = set(self._middling(paragraph))
        places = [place for place, word in enumerate(words) if word in middling]
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
