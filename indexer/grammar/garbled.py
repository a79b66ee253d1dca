"""Whether lines are spelt with letters and signs that no language puts together."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import regex

from indexer.grammar.function_words import function_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_ALPHABETS = regex.compile(r"[\p{Latin}\p{Cyrillic}]{3,}")
_VOWELS = "aeiouyıəɛɔɨʉøæœаеёиоуыэюяіїєәөүұ"
_FEWEST_VOWELS = 0.28
"""Of the letters of all different words. Pieces of the Universal Declaration have .29 to .62 of them in 427
languages, and pages of documents .36 to .46; where each letter is moved on by three there are .15 to .18."""

_ENOUGH_LETTERS = 150

_INSIDE = regex.compile(r"\p{L}[~^|*§°#$£¢¥€!]\p{L}|\p{Ll}\d\p{Ll}")  # others are of programs and formulas
_SHIFTED = regex.compile(r"[<>=?@](?:(?<!\p{Ll}.)[0-9A-O]+|(?<=(?<!\p{Ll})[0-9A-O].))[<>=?@](?!\p{Ll})")
"""Of 0x30 to 0x4F, the lower halves of the numbers of small Cyrillic letters."""
_MOST_SHIFTED = 0.2
"""Of the words. Nine pages of Cyrillic whose letters are shown by the lower half of their numbers have .33 to
.38, real documents .01 at most."""
_SCRIPTS = (
    r"A-Za-z\u00c0-\u024f\u1e00-\u1eff",  # Latin
    r"\u0400-\u052f",  # Cyrillic
    r"\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufefc",  # Arabic
    # others, from Armenian to Cherokee
    r"\u0531-\u0587\u05d0-\u05ea\u0710-\u072f\u0780-\u07ea\u0904-\u0dff\u10a0-\u10ff\u1200-\u13ff",
)
_MIXED = regex.compile(
    "|".join(
        rf"[{one}](?<!\p{{M}})\p{{M}}*[{''.join(other for other in _SCRIPTS if other != one)}]"
        for one in _SCRIPTS
    )
)
"""A letter right behind one of another script. Greek stands beside any, and so do the scripts without spaces:
Chinese, Japanese and Korean, and those from Thai to Khmer. Of the words of real pages less than .01 have
another mixture."""

_BEYOND = regex.compile(rf"[{''.join(_SCRIPTS[1:])}]")
_EDGES = ".,;:()[]“”‘’\"'"
_ADDRESS = regex.compile(r"[/@_]|www|[.]\w+[.]")
_LINK = regex.compile(r"\p{P}?(?:https?:|www\.)")
_DIRTY = 0.03
"""Of the words. Recognised pages that can be read have a sign in less than .01 of them."""

_ENOUGH_WORDS = 30

_VOWEL_SIGNS = regex.compile(r"[\u064b-\u0652\u0670]")
_ARABIC = regex.compile(r"\p{Arabic}{2,}")
_OTHER_ARABIC = regex.compile(
    r"[\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06cc\u06d0\u06d2\u06d5]"
)
"""Letters of Persian, Urdu, Pashto, Kurdish and Uighur that Arabic has not."""

_ALEF = "\u0627"
_PROSE = 8  # words of a line: lists of names have fewer, and hardly any function words either
_FUNCTION_WORDS = 0.13
"""Of the words. Pages of Arabic have .15 to .32; 19 of one whose letters are shown as others .02 to .11."""


def is_garbled(lines: Sequence[str]) -> bool:
    """Whether the letters of a page are not those that were printed, or many of its words are misread.

    Told are Latin and Cyrillic text without its vowels, words with signs or letters of several scripts in
    them, Cyrillic that is shown as signs, and Arabic without its commonest words; a page of a few words is
    never told.

    >>> is_garbled(["The ke~per of the harb|ur counted the lights"] * 5)
    True
    >>> is_garbled(["The keeper of the harbour counted the lights"] * 5)
    False
    """
    text = " ".join(lines)
    arabic = _ARABIC.search(text) is not None
    return lacks_vowels(text) or _is_dirty(text.split()) or (arabic and _is_no_arabic(lines))


def signs_of_garbling(words: Collection[str]) -> list[str]:
    """Return what is in each page that may be garbled otherwise than by its vowels, from the words of all.

    >>> signs_of_garbling(["the", "ke~per", "of", "l1ghts"])
    ['e~p', 'l1g']
    """
    odd = (word for word in words if not (word.isalpha() or word.strip(_EDGES).isalpha()))  # few words
    joined = " ".join(odd)
    found: list[str] = [*_INSIDE.findall(joined), *_SHIFTED.findall(joined)]
    foreign = " ".join(word for word in words if not word.isascii())
    if _BEYOND.search(foreign):
        found += _MIXED.findall(foreign)
    return [*found, _ALEF] if _ALEF in foreign else found


def lacks_vowels(text: str) -> bool:
    """Whether a page of Latin or Cyrillic letters has fewer vowels than any language.

    Each word counts once: a table may have "HCFC" in every row.
    """
    # most pages have enough of the plain vowels alone, whatever else is on them
    few = _FEWEST_VOWELS * (len(text) - text.count(" "))
    if sum(map(text.count, "aeiou")) >= few or sum(map(text.count, "аеио")) >= few:
        return False
    words = " ".join(word for word in set(text.lower().split()) if not _ADDRESS.search(word))
    letters = "".join(set(_ALPHABETS.findall(words)))
    if len(letters) < _ENOUGH_LETTERS:
        return False
    bare = "".join(sign for sign in unicodedata.normalize("NFD", letters) if not unicodedata.combining(sign))
    return sum(map(bare.count, _VOWELS)) < _FEWEST_VOWELS * len(bare)


def _is_dirty(words: Sequence[str]) -> bool:
    if len(words) < _ENOUGH_WORDS:
        return False
    odd = [word for word in words if not (word.isascii() and word.strip(_EDGES).isalpha())]  # few words
    misread = sum(
        1 for word in odd if (_INSIDE.search(word) and not _ADDRESS.search(word)) or _MIXED.search(word)
    )
    shifted = sum(1 for word in odd if _SHIFTED.search(word) and not _LINK.match(word))
    return misread > _DIRTY * len(words) or shifted > _MOST_SHIFTED * len(words)


def _is_no_arabic(lines: Sequence[str]) -> bool:
    found = (_ARABIC.findall(_VOWEL_SIGNS.sub("", line)) for line in lines)
    words = [word for those in found if len(those) >= _PROSE for word in those]
    if len(words) < _ENOUGH_WORDS or _OTHER_ARABIC.search(" ".join(words)):
        return False
    known = function_words()["ar"]
    return sum(map(known.__contains__, words)) < _FUNCTION_WORDS * len(words)
