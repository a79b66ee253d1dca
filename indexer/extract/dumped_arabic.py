"""Arabic ligatures whose letters another program wrote back to front when it turned pages into text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    import regex

# no word has an alef right behind another one: "األ" can only be "الأ", and "إال" only "إلا"
_TWISTED = lazy(r"(?:[اإآ][اأإآ]|أا)ل")
_ALONE = lazy(r"(?<!\S)ال(?=\s+\p{Arabic})")  # the article is written with its noun: this is "no"
_RIGHT = lazy(r"ال[أإآ]|(?<!\S)لا(?!\S)")  # of a text whose letters are in order
_TWICE = 2  # a ligature may stand right behind another


def untwisted(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text with lam before alef where it cannot stand behind it, and a sentence on what was printed.

    Programs that turn a page around sign by sign turn around with it the letters that a font draws as one.
    What may be a word as it stands is left as it is, and so is a text in which more ligatures are right:
    there a space is missing between two words, or a word is misspelt.

    >>> untwisted("األمم")[0], untwisted("السفن")[0]
    ('الأمم', 'السفن')
    """
    if "ل" not in text:
        return text, ()  # most
    found: Counter[str] = Counter()

    def turn(match: regex.Match[str]) -> str:
        found[match.group()] += 1
        return _turned(match.group())

    turned = text
    for _ in range(_TWICE):
        turned = _TWISTED.sub(turn, turned)
    if found.total() <= len(_RIGHT.findall(text)):
        return text, ()
    [(printed, _)] = found.most_common(1)
    places = f"{found.total()} places" if found.total() > 1 else "1 place"
    what = f'"{printed}" is printed for "{_turned(printed)}" and the like in {places}'
    return _ALONE.sub("لا", turned), (f"{what}: the letters of Arabic ligatures are read in their order",)


def _turned(letters: str) -> str:
    return letters[0] + letters[2] + letters[1]
