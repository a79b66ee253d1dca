"""Words of a query -> terms of the index, by the same analysis as the text."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

import regex

from indexer.store.analysis import TYPED_FORM, WHOLE_FORM, Word, is_acronym, stems, words

if TYPE_CHECKING:
    from collections.abc import Callable

_REMEMBERED = 4096
"""Words and names whose terms are remembered."""

Slot = frozenset[str]
"""Terms any of which may stand at one position."""

Slots = tuple[Slot, ...]


class Again(Slot):
    """A slot that is filled by the word in the slot before it: a joined word stands at both its ends."""


"""Positions side by side."""


@cache
def stemmed(known: tuple[str, ...]) -> Callable[[Word], Slot]:
    """Return a function from a word to its stems in these languages."""

    def terms(word: Word) -> Slot:
        if not word.plain:
            return frozenset(f"{language}:{word.form}" for language in known)
        typed = word.typed or word.form
        return frozenset(f"{language}:{stem}" for language in known for stem in stems(typed, language))

    return terms


def unstemmed(word: Word) -> Slot:
    """Return the term of a word as it is compared."""
    return frozenset([WHOLE_FORM + word.form])


def as_typed(word: Word) -> Slot:
    """Return the term of a word with its capitals; a word without any has none of its own."""
    if word.typed and word.typed != word.typed.lower():
        return frozenset([TYPED_FORM + word.typed])
    return unstemmed(word)


def as_written(word: Word) -> Slot:
    """Return the term of a word in its very letters; a part of a word has none of its own."""
    return frozenset([TYPED_FORM + word.typed]) if word.typed else unstemmed(word)


@cache
def with_acronyms(other: Callable[[Word], Slot]) -> Callable[[Word], Slot]:
    """Return a function that takes acronyms as typed and every other word by the given one."""

    def terms(word: Word) -> Slot:
        return as_typed(word) if is_acronym(word.typed) else other(word)

    return terms


ANY_LETTERS, ONE_LETTER = "\U00010600", "\U00010601"
"""Stand for * and ? while a word is analysed: letters of a script that no report is written in."""

_ADDRESS = r"(?i:https?://|\bwww\.)[^\s*]*+|\?[\w.%~-]++="
"""A web address, or its question mark with the name behind it (RFC 3986, section 3.4)."""

_OPEN = regex.compile(rf"(?:{_ADDRESS})(*SKIP)(*FAIL)|(?<=[\p{{L}}\p{{M}}\p{{N}}])[*?]++")
_LETTER = regex.compile(r"[\p{L}\p{M}\p{N}]")
_PIECES = regex.compile(f"{ANY_LETTERS}+")


def opened(text: str) -> str:
    """Return a text with letters for its wildcards; a question mark at the end of a word is punctuation.

    Nor is the question mark of a web address a wildcard: people search for the one they copied.

    >>> opened("ال?ُضو").count(ONE_LETTER)  # a vowel sign stands on the letter that is left open
    1
    >>> opened("wom?n organi*") == f"wom{ONE_LETTER}n organi{ANY_LETTERS}", opened("why?")
    (True, 'why?')
    >>> opened("www.un.org/a?b view.aspx?id=7")
    'www.un.org/a?b view.aspx?id=7'
    """

    def letters(match: regex.Match[str]) -> str:
        signs = match.group()
        if not _LETTER.match(text, match.end()):
            signs = signs.rstrip("?")
        rest = match.group()[len(signs) :]
        return signs.replace("*", ANY_LETTERS).replace("?", ONE_LETTER) + rest

    return _OPEN.sub(letters, text)


def is_open(form: str) -> bool:
    """Return whether a form, or a text given by opened(), has wildcards."""
    return ANY_LETTERS in form or ONE_LETTER in form


def beginning(form: str) -> str:
    """Return the letters of a form before its first wildcard."""
    ends = [at for at in (form.find(ANY_LETTERS), form.find(ONE_LETTER)) if at >= 0]
    return form[: min(ends)]


def shape(form: str) -> regex.Pattern[str]:
    """Return a pattern of the terms that a form with wildcards stands for, without pieces tried twice."""
    first, *others = [regex.escape(piece).replace(ONE_LETTER, ".") for piece in _PIECES.split(form)]
    if not others:
        return regex.compile(first)
    *middle, last = others
    return regex.compile(first + "".join(f"(?>.*?{piece})" for piece in middle) + f".*{last}")


_MOST_JOINED = 4
"""Inner words of a phrase that are tried as the joined forms of two; each doubles the ways to write it."""


def phrase_spellings(text: str, is_joined: Callable[[str], bool]) -> tuple[Slots, ...]:
    """Return the ways in which a phrase may stand in the index.

    The joined form of a word with hyphens stands at both ends of it, so that words before and behind it are
    neighbours of one of the two; in the middle of a phrase it must be asked for at both.

    Args:
        text: The phrase.
        is_joined: Tells whether a term may stand for a word without its hyphens.
    """
    ways: list[Slots] = []
    for way in spellings(text, unstemmed):
        inner = [place for place in range(1, len(way) - 1) if is_joined(next(iter(way[place])))]
        counts = [(1, 2) if place in inner[:_MOST_JOINED] else (1,) for place in range(len(way))]
        ways.extend(
            tuple(
                each for slot, count in zip(way, chosen, strict=True) for each in (slot, Again(slot))[:count]
            )
            for chosen in product(*counts)
        )
    return tuple(ways)


_ELIDED = regex.compile(r"(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’‘ʼ＇´`](?=\p{L}{2})", regex.I)
"""What French writes onto a word in place of an article or the like."""


def unelided(text: str) -> str:
    """Return a word without what French writes onto it, so that it finds the word wherever it stands.

    >>> unelided("l'enfant"), unelided("jusqu’à"), unelided("d'un")
    ('enfant', 'jusqu’à', 'un')
    """
    match = _ELIDED.match(text)
    return text[match.end() :] if match else text


@lru_cache(maxsize=_REMEMBERED)
def spellings(text: str, terms: Callable[[Word], Slot]) -> tuple[Slots, ...]:
    """Return the ways in which a text may stand in the index, one position after the other.

    A word with hyphens has two: its parts side by side, and its joined form ("co-operation", "cooperation").
    """
    apart: dict[int, Word] = {}
    joined: dict[int, tuple[int, Word]] = {}
    for word in words(text):
        if word.typed:
            apart[word.position] = word
        elif word.plain and word.start < apart[word.position].start:
            pass  # the joined form again, at its last position
        elif word.plain:
            count = sum(word.start <= other.start < word.end for other in apart.values())
            joined.setdefault(word.position, (count, word))
    parts = tuple(terms(apart[position]) for position in sorted(apart))
    if not joined:
        return (parts,)
    whole: list[Slot] = []
    skip = 0
    for position in sorted(apart):
        if skip:
            skip -= 1
        elif position in joined:
            count, word = joined[position]
            whole.append(terms(word))
            skip = count - 1
        else:
            whole.append(terms(apart[position]))
    return (parts, tuple(whole))
