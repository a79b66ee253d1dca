"""Whether words spell an acronym: its letters are, in order, the beginnings of the words."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import regex

from indexer.grammar.name_folding import acronym_key, key_of

_SHORTEST, _LONGEST = 2, 12
"""Letters of an acronym; the longest official ones are of this length."""

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:[’'.]\p{L}+)*")
_SMALL_WORDS = (
    "a an and as at by for from in into its of on or the their to under with "
    "au aux d de des du en et l la le les leur leurs ou par pour sur un une "
    "al del e el las los para por sobre y "
    "в и к на о об от по при с со для "
    "der die das und für von zur"
)
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words that acronyms pass over, in English, French, Spanish, Russian and German."""

_PASSED_OVER = frozenset({("united", "nations"), ("all", "forms")})
"""What official acronyms leave out inside a name: OHCHR is the Office of the United Nations High ..."""

_ELIDED = regex.compile(r"\p{L}[’']")
_ROMAN = regex.compile(r"[IVXLC]+")
_MOST_BEGUN = 4
"""Letters that one word may give: CARI-COM of Caribbean Community."""


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word or a part of a hyphenated one: folded letters, offsets, and whether it may be passed over."""

    letters: str
    start: int
    end: int
    small: bool
    capital: bool


def letters_of(acronym: str) -> str:
    """Return the letters that words must give, in small letters; empty for what is no acronym."""
    singular = acronym[:-1] if acronym.endswith("s") and acronym[-2:-1].isupper() else acronym
    letters = "".join(char for char in singular if char.isalpha())
    capitals = sum(char.isupper() for char in letters)
    if not _SHORTEST <= len(letters) <= _LONGEST or capitals * 2 < len(letters):
        return ""
    if "/" in acronym or _ROMAN.fullmatch(letters):
        return ""
    return key_of(letters).replace(" ", "") if letters.isascii() else letters.lower()


def words_between(text: str, start: int, end: int) -> list[Word]:
    """Return the words between two offsets."""
    return [_word(match) for match in _WORD.finditer(text, start, end)]


def last_words(text: str, start: int, end: int, letters: str) -> list[Word]:
    """Return the last words between two offsets, as many as may spell the letters."""
    words: list[Word] = []
    left = _most_weight(letters)
    for match in reversed(list(_WORD.finditer(text, start, end))):
        words.append(_word(match))
        left -= not words[-1].small
        if left < 0:
            break
    words.reverse()
    return words


def _word(match: regex.Match[str]) -> Word:
    at = match.start()
    whole = match.group()
    if _ELIDED.match(whole):  # l’Organisation
        whole, at = whole[2:], at + 2
    letters = (whole if whole.isascii() else acronym_key(whole)).lower()
    return Word(letters, at, match.end(), letters in _SMALL, whole[0].isupper())


def _most_weight(letters: str) -> int:
    """Return how many words of weight may spell the letters: United Nations may be passed over."""
    return len(letters) + 2


def first_spelled(words: list[Word], letters: str) -> int:
    """Return the index of the first word of the name that ends with the last one and spells the letters.

    The shortest such name is taken, rather one that begins with a capital; -1 without one.
    """
    lowered = -1
    weight = 0
    for first in range(len(words) - 1, -1, -1):
        weight += not words[first].small
        if weight > _most_weight(letters):
            break
        if words[first].letters[0] != letters[0] or words[first].small or not _spells(words[first:], letters):
            continue
        if words[first].capital:
            return first
        if lowered < 0:
            lowered = first
    return lowered


def _spells(words: list[Word], letters: str) -> bool:
    """Return whether beginnings of the words make up the letters, no word of weight passed over."""
    reached = {0}
    for index, word in enumerate(words):
        ahead: set[int] = set()
        for at in reached:
            for taken in range(1, _MOST_BEGUN + 1):
                if word.letters[:taken] == letters[at : at + taken] and len(word.letters) >= taken:
                    ahead.add(at + taken)
        if word.small or _passes(words, index):
            ahead |= reached
        reached = {at for at in ahead if at <= len(letters)}
        if not reached:
            return False
    return len(letters) in reached


def _passes(words: list[Word], index: int) -> bool:
    """Return whether a word is part of what acronyms leave out within a name."""
    around = [word.letters for word in words[max(1, index - 1) : index + 2]]
    return any(pair in _PASSED_OVER for pair in pairwise(around))
