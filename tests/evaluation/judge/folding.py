"""Letters and how words are compared, by the documented rules."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from indexer.store.stemming import cut

SOFT_HYPHEN, TATWEEL = "\u00ad", "\u0640"
ARABIC_SIGNS = {chr(code) for code in (*range(0x64B, 0x660), 0x670)} | {TATWEEL}

ONE_FOR_ANOTHER = dict(zip("أإآٱىةکی", "اااايهكي", strict=True))
TWO_FOR_ONE = {"œ": "oe", "æ": "ae", "ё": "е"}


def is_letter(letter: str) -> bool:
    """Letters of any script, Han characters apart, which are words by themselves."""
    return unicodedata.category(letter)[0] == "L"


def is_han(letter: str) -> bool:
    """Whether it is a Han character."""
    name = unicodedata.name(letter, "")
    return name.startswith(("CJK UNIFIED", "CJK COMPATIBILITY IDEOGRAPH", "KANGXI", "CJK RADICAL")) or (
        letter in "々〇〻" or "〡" <= letter <= "〩" or "〸" <= letter <= "〻"
    )


def is_digit(letter: str) -> bool:
    """Digits of any script."""
    return unicodedata.category(letter) == "Nd"


def in_word(letter: str) -> bool:
    """What a plain word is made of."""
    if letter in {"_", SOFT_HYPHEN, TATWEEL}:
        return True
    return unicodedata.category(letter)[0] in "LMN" and not is_han(letter)


@lru_cache(maxsize=200_000)
def composed(surface: str) -> str:
    """A word as it is written."""
    return unicodedata.normalize("NFKC", surface).replace(SOFT_HYPHEN, "")


@lru_cache(maxsize=200_000)
def accented(word: str) -> str:
    """A word as it is compared, but with the marks of Latin letters."""
    letters = []
    for letter in composed(word).casefold():
        if is_digit(letter):
            letters.append(str(unicodedata.digit(letter)))
        elif letter in TWO_FOR_ONE:
            letters.append(TWO_FOR_ONE[letter])
        elif letter not in ARABIC_SIGNS:
            letters.append(letter)
    return "".join(letters)


@lru_cache(maxsize=200_000)
def bare(text: str) -> str:
    """A text without the marks of Latin letters, and with one form of mixed Arabic letters."""
    kept: list[str] = []
    latin = False
    for letter in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(letter) and unicodedata.category(letter)[0] != "M":
            latin = letter.isascii() and letter.isalpha()
            kept.append(letter)
        elif not latin:
            kept.append(letter)
    text = unicodedata.normalize("NFC", "".join(kept))
    return "".join(ONE_FOR_ANOTHER.get(letter, letter) for letter in text)


def folded(word: str) -> str:
    """A word as it is compared."""
    return bare(accented(word))


@lru_cache(maxsize=400_000)
def stems(word: str, language: str) -> frozenset[str]:
    """The stems of a word, of its spelling with accents and of that without; how to cut is taken as given."""
    plain = folded(word)
    return frozenset(
        bare(stem) for text in (accented(word), plain) for stem in cut(text, language) or [plain]
    )
