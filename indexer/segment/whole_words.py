"""The words that stand whole in the lines of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.grammar.characters import DOUBTFUL_SPACE, TORN
from indexer.segment.hyphens import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.segment.items import Item

_BROKEN = regex.compile(rf"(?<!\S)\S++(?:[{DOUBTFUL_SPACE}{TORN}]\S++)+")
_COMPOUND = regex.compile(r"(?<![\p{L}-])\p{L}++-\p{L}++(?![\p{L}-])")
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_SHORT_END = regex.compile(r"(?r)(?<![\p{L}\p{M}])\p{L}{1,3}[-‐\u00ad]$")


def document_words(items: Iterable[Item]) -> frozenset[str]:
    """Return the words and compounds that stand whole in the lines, lower case.

    Pieces at line ends are left out, and the rest of short ones.
    """
    words: set[str] = set()
    compounds: set[str] = set()
    runs: set[str] = set()
    torn = False  # whether a line may begin with the rest of a word: "об-" above it is one by itself
    for item in items:
        text = item.text.partition(" ")[2] if torn else item.text
        broken = item.text.endswith(HYPHENS)
        torn = broken and _SHORT_END.search(item.text) is not None
        if DOUBTFUL_SPACE in text or TORN in text:
            text = _BROKEN.sub(" ", text)
        if broken:
            words.update(_WORD.findall(text.lower())[:-1])
            compounds.update(_COMPOUND.findall(text.lower()))
        else:
            runs.update(text.split())
    # a document repeats itself: each run of characters is searched once
    words.update([run.lower() for run in runs if run.isalpha()])
    words.update(_WORD.findall(" ".join([run for run in runs if not run.isalpha()]).lower()))
    compounds.update(_COMPOUND.findall(" ".join(run for run in runs if "-" in run).lower()))
    # pieces of "n eed" and the letters of "(a)" are no words, but "a" by itself is one
    alone = {run for run in runs if len(run) == 1 and run.islower()}
    return frozenset(words - {word for word in words if len(word) == 1} | compounds | alone)
