"""How many paragraphs hold each word, so that questions can be chosen on which engines should agree.

Engines stem by Snowball's rules or by Porter's, ours leaves the words of phrases as they are, and takes
acronyms as typed. A question about words that all of these treat alike gives each engine the same work.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import regex
import Stemmer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.benchmarks.paragraphs import Paragraph

WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_PLAIN = regex.compile(r"[a-z]{4,}")
_ACRONYM = regex.compile(r"(?<![\w/.-])[A-Z]{3,7}(?![\w/.-])")  # by itself, not in a symbol

_NEARLY = 0.9
"""The share from which two counts are as good as equal."""


class Vocabulary:
    """The words, stems and acronyms of a sample, with the numbers of paragraphs that hold them."""

    def __init__(self, sample: Sequence[Paragraph]) -> None:
        self.size = len(sample)
        self.words: Counter[str] = Counter()
        self.acronyms: Counter[str] = Counter()
        self._stems = (_Stems("english"), _Stems("porter"))
        for paragraph in sample:
            words = {word.lower() for word in WORD.findall(paragraph.text)}
            self.words.update(words)
            self.acronyms.update(set(_ACRONYM.findall(paragraph.text)))
            for stems in self._stems:
                stems.count(words)

    def share(self, word: str) -> float:
        """The share of paragraphs that hold a word in any of its forms."""
        stems = self._stems[0]
        return stems.numbers[stems.of(word)] / self.size

    def is_alike(self, word: str) -> bool:
        """Whether all stemmers find a word in the same number of paragraphs."""
        return len({stems.numbers[stems.of(word)] for stems in self._stems}) == 1

    def is_steady(self, word: str) -> bool:
        """Whether a word nearly always stands in this form, so that stemming matters little."""
        return all(self.words[word] >= _NEARLY * stems.numbers[stems.of(word)] for stems in self._stems)

    def is_stem(self, word: str) -> bool:
        """Whether no stemmer touches a word."""
        return all(stems.of(word) == word for stems in self._stems)

    def is_name(self, acronym: str) -> bool:
        """Whether an acronym is no word in small letters, no part of symbols, and touched by no stemmer."""
        word = acronym.lower()
        number = self.acronyms[acronym]
        return self.is_stem(word) and all(number >= _NEARLY * stems.numbers[word] for stems in self._stems)

    def plain(self, low: float, high: float) -> list[str]:
        """Words of small letters between two shares, each in the form that is seen most, treated alike."""
        best: dict[str, str] = {}
        for word in sorted(self.words):
            stem = self._stems[0].of(word)
            if _PLAIN.fullmatch(word) and self.words[word] > self.words.get(best.get(stem, ""), 0):
                best[stem] = word
        return sorted(
            word for word in best.values() if low <= self.share(word) < high and self.is_alike(word)
        )

    def prefixes(self, words: Sequence[str], length: int) -> Iterator[str]:
        """The beginnings of words, where the words that begin so are found by their stems as well."""
        for prefix in sorted({word[:length] for word in words if len(word) > length}):
            if not self.is_stem(prefix):  # an engine that stems the beginning finds something else
                continue
            begun = [word for word in self.words if word.startswith(prefix)]
            kept = [w for w in begun if all(stems.of(w).startswith(prefix) for stems in self._stems)]
            if sum(self.words[w] for w in kept) >= _NEARLY * sum(self.words[w] for w in begun):
                yield prefix


class _Stems:
    """One stemmer, and the number of paragraphs that hold each of its stems."""

    def __init__(self, name: str) -> None:
        self._stem = Stemmer.Stemmer(name).stemWord
        self._known: dict[str, str] = {}
        self.numbers: Counter[str] = Counter()

    def of(self, word: str) -> str:
        stem = self._known.get(word)
        if stem is None:
            stem = self._known[word] = str(self._stem(word))
        return stem

    def count(self, words: set[str]) -> None:
        self.numbers.update({self.of(word) for word in words})
