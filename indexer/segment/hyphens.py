"""Hyphens at the ends of lines: the words of a document tell which break a word, and which belong to it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from indexer.grammar.characters import DOUBTFUL_SPACE, TORN
from indexer.grammar.compounds import WordForms, has_hyphen, is_closed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.segment.items import Item

_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_OFTEN = 3  # words broken at line ends that a document has at least which breaks words
_SHARE = 0.025  # of its lines that end so (measured: below .01 where only compounds are, above .06 elsewhere)
HYPHENS = ("-", "‐", "\u00ad")
"""What breaks a word at the end of a line."""
HYPHEN_END = regex.compile(r"(?r)([\p{L}\p{M}]+)[-‐\u00ad]$")
"""Letters and a hyphen at the end of a line, looked for from there."""
WORD_START = regex.compile(r"^[\p{L}\p{M}]+")
"""Letters at the start of a line."""
_HUNG = frozenset({"либо", "нибудь", "таки"})  # always behind a hyphen, which a line may end with
_BROKEN = regex.compile(rf"(?<!\S)\S++(?:[{DOUBTFUL_SPACE}{TORN}]\S++)+")
_COMPOUND = regex.compile(r"(?<![\p{L}-])\p{L}++-\p{L}++(?![\p{L}-])")
_WORD = regex.compile(r"[\p{L}\p{M}]+")


def is_broken(left: str, right: str, words: frozenset[str]) -> bool | None:
    """Whether a hyphen between two pieces only breaks a line, None where the document does not tell.

    It is kept in a compound that the document has elsewhere, of two words that it has, or of words that are
    hardly ever written without.

    >>> is_broken("achieve", "ments", frozenset({"achieve", "achieving"}))
    True
    >>> is_broken("multi", "stakeholder", frozenset({"stakeholder"})) is None
    True
    >>> is_broken("self", "ruling", frozenset()), is_broken("under", "taken", frozenset({"under", "taken"}))
    (False, True)
    """
    left, lower = left.lower(), right.lower()
    if f"{left}-{lower}" in words or not right[:1].islower() or lower in _HUNG:
        return False
    whole = left + lower
    if whole in words or whole in _forms(words) or is_closed(whole):
        return True
    return False if (left in words and lower in words) or has_hyphen(left, lower) else None


@lru_cache(maxsize=1)
def _forms(words: frozenset[str]) -> WordForms:
    """Return a document's words with their forms, as English makes them.

    Other languages break so many words at line ends that documents tell it by themselves.
    """
    return WordForms(words)


def hyphenates(items: Sequence[Item], words: frozenset[str]) -> bool:
    """Whether a document breaks words at line ends, as Russian ones do, and English ones hardly ever.

    A short one has few of them whole elsewhere, but lines that end so on every page.
    """
    broken = kept = doubtful = 0
    for at, item in enumerate(items[:-1]):
        if not item.text.endswith(HYPHENS):
            continue
        match, following = HYPHEN_END.search(item.text), WORD_START.match(items[at + 1].text)
        if match and following:
            found = is_broken(match[1], following.group(), words)
            sure = found or (found is None and bool(_CYRILLIC.match(match[1])))
            broken += sure is True
            doubtful += found is None and not sure
            kept += f"{match[1]}-{following.group()}".lower() in words
    if broken + doubtful >= _SHARE * len(items):
        broken += doubtful
    return broken >= _OFTEN and broken > 2 * kept


def document_words(items: Iterable[Item]) -> frozenset[str]:
    """Return the words and compounds that stand whole in the lines, lower case.

    Pieces at line ends are left out, and what the next lines begin with behind them.
    """
    words: set[str] = set()
    compounds: set[str] = set()
    runs: set[str] = set()
    broken = False
    for item in items:
        text = item.text.partition(" ")[2] if broken else item.text
        broken = item.text.endswith(HYPHENS)
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
