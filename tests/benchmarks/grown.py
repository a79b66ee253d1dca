"""A collection that goes on growing: the same documents again, told apart as new ones would be.

The first round is the collection itself. In every further round

- each document has another symbol: its own with "Add." and a number behind it, so that filters by the first
  parts of a symbol find more and more;
- the sentences of each document are dealt out anew, so that no paragraph is the copy of another while
  phrases stay phrases;
- some words are replaced by new ones, made of the first half of one word and the second half of another.
  There are as many of them as Heaps' law expects (the number of words grows with the power .55 of the length
  of the text); each stands once or twice, and few of them often.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import regex

from tests.benchmarks.paragraphs import SEED, Document, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEAPS = 0.55
"""The power; English text lies between .4 and .6."""

_OFTEN = 2
"""Places that a new word gets on average."""

_FIRST_ADDENDUM = 100
"""Above the numbers of real addenda."""

_WORD = regex.compile(r"\p{L}{4,}")
_SENTENCE_END = regex.compile(r"(?<=[.;!?])\s+")


class _Measures(NamedTuple):
    """The words of the collection, and in how many places one of four letters or more stands."""

    words: list[str]
    places: int


def grown(documents: Sequence[Document]) -> Iterator[Document]:
    """The documents, and then without an end further rounds of them."""
    yield from documents
    measures = _measure(documents)
    number = 1
    while True:
        maker = _Round(measures, number)
        for document in documents:
            yield maker.varied(document)
        number += 1


def _measure(documents: Sequence[Document]) -> _Measures:
    words: set[str] = set()
    places = 0
    for document in documents:
        for paragraph in document:
            found = _WORD.findall(paragraph.text)
            places += len(found)
            words.update(found)
    return _Measures(sorted(words), places)


class _Round:
    """One round: its own chance, and its own new words."""

    def __init__(self, measures: _Measures, number: int) -> None:
        self.number = number
        self.random = random.Random(f"{SEED} {number}")  # noqa: S311  # made-up text, not a secret
        count = len(measures.words)
        new = round(count * ((number + 1) ** HEAPS - number**HEAPS))
        self.words = [self._blend(*self.random.choices(measures.words, k=2)) for _ in range(max(new, 1))]
        self.replaced = 0
        self.share = min(1.0, len(self.words) * _OFTEN / max(measures.places, 1))

    @staticmethod
    def _blend(one: str, other: str) -> str:
        return one[: (len(one) + 1) // 2] + other[len(other) // 2 :].lower()

    def varied(self, document: Document) -> Document:
        """The document as another one."""
        symbol = f"{document[0].symbol}/Add.{_FIRST_ADDENDUM + self.number}"
        lengths, sentences = [], []
        for paragraph in document:
            parts = _SENTENCE_END.split(paragraph.text)
            lengths.append(len(parts))
            sentences.extend(parts)
        self.random.shuffle(sentences)
        dealt = iter(sentences)
        return tuple(
            self._paragraph(paragraph, symbol, " ".join(next(dealt) for _ in range(length)))
            for paragraph, length in zip(document, lengths, strict=True)
        )

    def _paragraph(self, paragraph: Paragraph, symbol: str, text: str) -> Paragraph:
        key = symbol + paragraph.key[len(paragraph.symbol) :]
        words = _WORD.sub(self._word, text)
        return msgspec.structs.replace(paragraph, key=key, symbol=symbol, text=words)

    def _word(self, match: regex.Match[str]) -> str:
        """The word itself, or now and then a new one: by turns the next of them, and one of the first."""
        if self.random.random() >= self.share:
            return str(match.group())
        self.replaced += 1
        place, again = divmod(self.replaced, 2)
        if again:
            return self.words[int(len(self.words) * self.random.random() ** 2)]
        return self.words[place % len(self.words)]
