"""What queries are made of: words, phrases and neighbours that stand in the records."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import regex

from indexer.query.leaf_nodes import Phrase, Prefix, Wildcard, Word
from indexer.query.tree import Before, Near, Node, Or
from tests.evaluation.judge.words import is_acronym

if TYPE_CHECKING:
    from indexer.model import Record
    from tests.evaluation.judge.tables import Tables

WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*")
HAN = regex.compile(r"\p{Han}")
OPERATORS = {"AND", "OR", "NOT", "NEAR", "PRE"}
_HYPHENATED = regex.compile(r"\p{L}+(?:[-‐’']\p{L}+)+")
_ONCE_HYPHENATED = regex.compile(r"(?<!\S)\p{L}+ \p{L}+-\p{Ll}+ \p{L}+(?!\S)")
_UNSPEAKABLE = regex.compile(r'["“”„«»]')

COMMON = 150
"""Words that count as common."""


class Material:
    """Words, phrases and neighbours of one set of records, the same ones for the same seed."""

    def __init__(self, tables: Tables, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311  # the same queries every time
        self.records = tables.records
        held = tables.vocabulary["text_typed"]
        plain = [word for word in held if WORD.fullmatch(word) and word not in OPERATORS]
        plain.sort(key=lambda word: (-held[word], word))
        self.common = plain[:COMMON]
        self.words = plain
        self.rare = [word for word in plain if held[word] < 4] or plain
        self.acronyms = [word for word in plain if is_acronym(word)] or plain
        self.names = sorted({surface for record in self.records for surface in surfaces(record)}) or plain
        self.hyphenated = (
            sorted({found for r in self.records for found in _HYPHENATED.findall(r.text)}) or plain
        )
        held_together = (found for r in self.records for found in _ONCE_HYPHENATED.findall(r.text))
        self.joined = sorted({found.replace("-", "") for found in held_together}) or plain
        self.left_out = len(held) - len(plain)

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
            if WORD.search(text):
                return Phrase(text)

    def beginning(self) -> Prefix:
        """The beginning of a word."""
        word = self.chance.choice(self.words)
        return Prefix(word[: self.chance.randint(min(3, len(word)), max(len(word) - 1, 3))])

    def shape(self) -> Wildcard:
        """A word with letters left open inside it."""
        word = self.chance.choice(
            [w for w in self.chance.choices(self.words, k=20) if len(w) > 4] or ["light"]
        )
        at = self.chance.randint(2, len(word) - 2)
        last = self.chance.randint(at + 1, len(word) - 1)
        return Wildcard(word[:at] + self.chance.choice(("*" + word[last:], "?" + word[at + 1 :])))

    def beside(self) -> Node:
        """Something with a place."""
        return self.chance.choice(
            (self.word, self.word, self.word, self.phrase, self.beginning, self.shape, self._either)
        )()

    def _either(self) -> Or:
        return Or((self.word(), self.word()))

    def near(self, left: Node, right: Node) -> Near | Before:
        """Two things near each other, either of them first, in any order or in this one."""
        sides = [left, right]
        self.chance.shuffle(sides)
        distance = self.chance.choice((1, 2, 3, 5, 8, 20, 99))
        if self.chance.random() < 0.3:
            return Before((sides[0], sides[1]), distance)
        return Near(sides[0], sides[1], distance)

    def neighbours(self) -> Near | Before:
        """Two words of one text near each other."""
        words = [
            found for chunk in self.window(3, 9) for found in WORD.findall(chunk) if found not in OPERATORS
        ]
        if len(words) < 2:
            return self.near(self.word(), self.word())
        first, second = self.chance.sample(words, 2)
        return self.near(Word(first), Word(second))


def surfaces(record: Record) -> list[str]:
    """Names as they stand in a record."""
    return [mention.surface for mention in record.mentions]
