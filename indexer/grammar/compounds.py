"""English words of two words: those written with a hyphen, and those written as one."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from indexer.grammar.data_files import read_data

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALIKE: Final = 4
"""Letters that the forms of a word have in common at least."""


class Compounds(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag="compounds/1"):
    """Words, parted by spaces, by how they are written beside another.

    Counted in 114,412 real paragraphs: what stands before or behind a hyphen ten times as often as in a
    closed word that could be broken there, and words of two that both stand alone. Words that older texts
    write with a hyphen ("cease-fire") are left out.

    Attributes:
        first: Behind them a hyphen belongs to the word ("self-", "non-").
        second: Before them it does ("-based", "-oriented").
        closed: Words of two that are written as one ("undertaken").
    """

    first: str
    second: str
    closed: str


class WordForms:
    """Words that are found in any of their English forms."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take words in lower case."""
        self.by_start: dict[str, list[str]] = defaultdict(list)
        for word in words:
            self.by_start[word[:_ALIKE]].append(word)

    def __contains__(self, word: str) -> bool:
        """Whether a word is another form of one of these, or one of them."""
        alike = self.by_start.get(word[:_ALIKE])
        if alike is None:
            return False
        import Stemmer  # noqa: PLC0415 - most documents need none

        stemmer = Stemmer.Stemmer("english")  # one for each call: threads may not share it
        return stemmer.stemWord(word) in stemmer.stemWords(alike)


@lru_cache(maxsize=1)
def _compounds() -> tuple[frozenset[str], frozenset[str], WordForms]:
    read = msgspec.json.decode(read_data("compounds.json"), type=Compounds)
    return frozenset(read.first.split()), frozenset(read.second.split()), WordForms(read.closed.split())


def is_closed(word: str) -> bool:
    """Whether a word is one that two words make without a hyphen.

    >>> is_closed("undertakings"), is_closed("overthere")
    (True, False)
    """
    return word in _compounds()[2]


def has_hyphen(left: str, right: str) -> bool:
    """Whether words are written with a hyphen between them, as far as one of them tells.

    >>> has_hyphen("self", "determination"), has_hyphen("deter", "mination")
    (True, False)
    """
    first, second, _ = _compounds()
    return left in first or right in second
