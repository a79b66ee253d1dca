"""Letters and how words are compared, by the documented rules."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import Stemmer

SNOWBALL = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian", "ar": "arabic"}

SOFT_HYPHEN, TATWEEL = "\u00ad", "\u0640"
ARABIC_SIGNS = {chr(code) for code in (*range(0x64B, 0x660), 0x670)} | {TATWEEL}

_stemmers = {language: Stemmer.Stemmer(name, 0) for language, name in SNOWBALL.items()}


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
        elif letter not in ARABIC_SIGNS:
            letters.append(letter)
    return "".join(letters)


@lru_cache(maxsize=200_000)
def bare(text: str) -> str:
    """A text without the marks of Latin letters."""
    kept: list[str] = []
    latin = False
    for letter in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(letter) and unicodedata.category(letter)[0] != "M":
            latin = letter.isascii() and letter.isalpha()
            kept.append(letter)
        elif not latin:
            kept.append(letter)
    return unicodedata.normalize("NFC", "".join(kept))


def folded(word: str) -> str:
    """A word as it is compared."""
    return bare(accented(word))


@lru_cache(maxsize=400_000)
def stems(word: str, language: str) -> frozenset[str]:
    """The stems of a word, of its spelling with accents and of that without."""
    stemmer = _stemmers.get(language)
    if stemmer is None:
        return frozenset([folded(word)])
    return frozenset({bare(stemmer.stemWord(accented(word))), bare(stemmer.stemWord(folded(word)))})
