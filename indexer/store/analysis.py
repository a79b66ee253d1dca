"""Text -> positioned words, the same way for what is indexed and for what is asked.

The rules, each held by a test:

- A symbol ("A/HRC/9/8"), a number with its separators ("7.3", "60/251") and dotted letters ("U.N.") are one
  word each; symbols and numbers are found by their parts too, at the same position. "1,000" is "1000".
- "self-determination" is two words side by side, so that it equals "self determination"; its joined form
  stands at the first and at the last of its positions, so that "cooperation" finds "co-operation".
- Every apostrophe is the same; a closing one, or one before a final "s", is dropped ("countries’",
  "State's"), any other divides ("l'Organisation").
- Words are compared after NFKC and case folding, with the marks of Latin letters, Arabic vowel signs and the
  tatweel taken off and all digits written 0-9. Marks of other scripts stay, so "й" is not "и"; but "ё" is
  "е", "œ" is "oe", and the forms of alef, final ya and ta marbuta that Arabic texts mix are one letter.
- A Han character is a word.
- There is no list of words left out: "Committee on the Rights" is four words.
- Stems are those of `stemming` for the language of the record. Where an accent changes the stem, both stems
  are kept, so that "recomendacion" finds "recomendaciones" and "recomendación".

A word has three kinds of terms at the same positions, told apart by their first characters, none of which can
stand inside a word::

    en:polici    the stem, in the language of the record
    =policies    the word as it is compared, without stemming
    ^Policies    the word as it is written

Only stems have posting lists of their own; the other two are parts of them. A field is as long as its stems
are many.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.grammar.name_folding import ARABIC_SPELLINGS
from indexer.store.stemming import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

WHOLE_FORM, TYPED_FORM = "=", "^"

GAP = 100
"""Positions between the text and each of its notes, so that no phrase or NEAR reaches across (NEAR/99 at
most)."""

_WORD = regex.compile(
    r"""
      (?P<symbol> \p{Lu}[\p{Lu}\d]{0,9}                                      # A/HRC/9/8, and not 号 behind it
        (?: / (?!\p{Han}) [\p{L}\d(] (?: (?!\p{Han}) [\p{L}\d.()\-] )* )+ )
    | (?P<number> \d{1,3} (?: ,\d{3} )+ (?! ,?\d ) | \d+ (?: [./] \d+ )+ )      # 1,000  7.3  60/251
    | (?P<dotted> (?<![\p{L}\p{N}]) (?: \p{L}\. ){2,} )                        # U.N.  e.g.
    | (?P<han> \p{Han} )
    | (?P<word> (?: (?!\p{Han}) [\p{L}\p{M}\p{N}_\u00AD\u0640] )+ )
    """,
    regex.VERBOSE,
)
_HYPHEN = frozenset("-‐‑")
_APOSTROPHE = frozenset("'’‘ʼ＇´`")
_PARTS = regex.compile(r"\p{L}{2,}|\d+")
_LATIN_MARKS = regex.compile(r"(?<=[A-Za-z])\p{M}+")
_ARABIC_SIGNS = regex.compile(r"[\u064B-\u065F\u0670\u0640]")
_DIGIT = regex.compile(r"(?![0-9])\p{Nd}")
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ё": "е", "\u00ad": ""})
_ARABIC = str.maketrans(ARABIC_SPELLINGS)
_TRAILING = ".-("

_REMEMBERED = 10_000
"""Words whose folding and stems are remembered; an index run remembers whole chunks besides."""


class Word(NamedTuple):
    """A word in a text.

    Attributes:
        position: Counted from 0; parts of one word share it.
        start: Offset in the text.
        end: Offset behind it.
        form: Folded, as it is compared.
        typed: With its letters' case, NFKC only; empty for parts and joined forms.
        plain: Whether it has endings to take off: False for symbols, numbers and dotted letters.
    """

    position: int
    start: int
    end: int
    form: str
    typed: str
    plain: bool


@lru_cache(maxsize=_REMEMBERED)
def fold(word: str) -> str:
    """Return the word as it is compared: see the rules at the top of this module.

    >>> fold("Côte"), fold("ＩＬＯ"), fold("١٢")
    ('cote', 'ilo', '12')
    """
    return _unmark(_soft_fold(word))


@lru_cache(maxsize=_REMEMBERED)
def _soft_fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    text = unicodedata.normalize("NFKC", word).casefold().translate(_LETTERS)
    text = _ARABIC_SIGNS.sub("", text)
    return str(_DIGIT.sub(_plain_digit, text))


def _plain_digit(match: regex.Match[str]) -> str:
    digit = match.group()
    return str(unicodedata.digit(digit, digit))  # `regex` may know digits that Python's tables do not yet


def _unmark(text: str) -> str:
    if text.isascii():
        return text
    text = _LATIN_MARKS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", text).translate(_ARABIC)


@lru_cache(maxsize=_REMEMBERED)
def stems(word: str, language: str) -> tuple[str, ...]:
    """Return the stems of a word: several where accents change the stem, or where it can be read in two ways.

    >>> stems("policies", "en"), stems("recomendaciones", "es")
    (('polici',), ('recomend',))
    """
    accented = _soft_fold(word)
    plain = _unmark(accented)
    found = cut(plain, language) or (plain,)
    if accented != plain:
        found += tuple(map(_unmark, cut(accented, language)))
    return tuple(dict.fromkeys(found))


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text in order of position."""
    position = 0
    chain: list[Word] = []  # the parts so far of a word with hyphens
    for match in _WORD.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        found = _read(text, start, end, kind, position)
        if not found:
            continue
        first = found[0]
        if chain and not (
            first.plain and start == chain[-1].end + 1 and text[start - 1] in _HYPHEN and kind == "word"
        ):
            yield from _joined(chain)
            chain = []
        yield from found
        position = found[-1].position + 1
        if kind == "word":
            chain.append(found[-1])
        else:
            chain = []
    yield from _joined(chain)


def _read(text: str, start: int, end: int, kind: str | None, position: int) -> list[Word]:
    surface = text[start:end]
    if kind == "word":
        return _plain(text, start, end, position)
    if kind == "han":
        return [Word(position, start, end, fold(surface), _nfkc(surface), plain=True)]
    if kind == "dotted":
        letters = surface.replace(".", "")
        return [Word(position, start, end, fold(letters), _nfkc(letters), plain=False)]
    if kind == "number":
        return _whole(surface.replace(",", ""), start, end, position)
    surface = surface.rstrip(_TRAILING)
    while surface.endswith(")") and surface.count("(") < surface.count(")"):
        surface = surface[:-1].rstrip(_TRAILING)
    if not any(
        letter.isdigit() for letter in surface
    ):  # UNDP/UNFPA, AND/OR: words with a stroke between them
        return _divided(text, start, start + len(surface), position)
    return _whole(surface, start, start + len(surface), position)


def _plain(text: str, start: int, end: int, position: int) -> list[Word]:
    surface = text[start:end]
    if surface in {"s", "S"} and start > 1 and text[start - 1] in _APOSTROPHE and text[start - 2].isalpha():
        return []
    form = fold(surface)
    return [Word(position, start, end, form, _nfkc(surface), plain=True)] if form else []


def _whole(surface: str, start: int, end: int, position: int) -> list[Word]:
    form = fold(surface)
    found = [Word(position, start, end, form, _nfkc(surface), plain=False)]
    parts = {part for part in _PARTS.findall(form) if part != form}
    found.extend(Word(position, start, end, part, "", plain=False) for part in sorted(parts))
    return found


def _divided(text: str, start: int, end: int, position: int) -> list[Word]:
    found: list[Word] = []
    for match in regex.finditer(r"[\p{L}\p{M}\p{N}_]+", text, pos=start, endpos=end):
        found.extend(_plain(text, *match.span(), position + len(found)))
    return found


def _joined(chain: list[Word]) -> list[Word]:
    if len(chain) < 2 or any(word.form.isdigit() for word in chain):  # 1990-1995 is no word
        return []
    first, last = chain[0], chain[-1]
    form = "".join(word.form for word in chain)
    return [
        Word(first.position, first.start, last.end, form, "", plain=True),
        Word(last.position, first.start, last.end, form, "", plain=True),
    ]


@lru_cache(maxsize=_REMEMBERED)
def _nfkc(surface: str) -> str:
    return surface if surface.isascii() else unicodedata.normalize("NFKC", surface).replace("\u00ad", "")


def stem_terms(word: Word, language: str) -> list[str]:
    """Return the terms of a word's stems; the first is the one under which its form is looked up."""
    if word.plain:
        return [f"{language}:{stem}" for stem in stems(word.typed or word.form, language)]
    return [f"{language}:{word.form}"]


def word_terms(word: Word, language: str) -> list[str]:
    """Return all terms of one word."""
    terms = [WHOLE_FORM + word.form, *stem_terms(word, language)]
    if word.typed:
        terms.append(TYPED_FORM + word.typed)
    return terms


def is_acronym(word: str) -> bool:
    """Return whether a word is written in capitals only, two letters at least.

    >>> is_acronym("ILO"), is_acronym("Ilo"), is_acronym("A"), is_acronym("CO2")
    (True, False, False, True)
    """
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
