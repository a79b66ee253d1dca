"""How paragraphs of resolutions begin, and preambular ones end, in the six official languages."""

from __future__ import annotations

import functools
from itertools import chain, pairwise

import msgspec
import regex

from indexer.grammar.data_files import read_data
from indexer.grammar.patterns import lazy

_WORD = regex.compile(r"[\p{L}\p{M}-]+")
_HAN = regex.compile(r"\p{Han}")
_LETTERS = 60  # characters from the start of a paragraph in which its opening word stands
_BRACKETS = regex.compile(r"^[\[(“\"«]*(?:(?:[Pp][Pp]\s?\d{1,3}\b|\p{Lu}{1,2}\.)[\s\t]*)?[\[(“\"«]*")
_CARRIES_ON = regex.compile(r"[,،，][\]”\"»]*(?:\s(?:and|et|y|e|и|و))?$|[;؛；]\s?(?:and|et|y|e|и|و)$")
_MARKS = frozenset(",،，;؛；")
_END = 10  # characters that such an ending has at most


class _Words(msgspec.Struct, frozen=True):
    """By language: what preambular and operative paragraphs begin with, and adverbs that may stand before.

    Endings of the former are left out: "convaincu" stands for "convaincue" as well. Arabic words are whole.
    Organs stand behind the verb in Arabic sentences, and in no operative paragraph.
    """

    before: dict[str, str]
    opening: dict[str, str]
    operative: dict[str, str]
    organs: dict[str, str]


class _Openings:
    """The words as they are looked up."""

    def __init__(self) -> None:
        words = msgspec.json.decode(read_data("recitals.json"), type=_Words)
        cased = [words.opening[language] for language in ("en", "es", "fr", "ru")]
        self.before = frozenset(" ".join(words.before.values()).split())
        self.stems = tuple(" ".join(cased).split())
        self.whole = frozenset(words.opening["ar"].split())
        self.organs = frozenset(" ".join(words.organs.values()).split())
        self.operative = frozenset(" ".join(words.operative.values()).split())
        adverbs, verbs, decides = (
            found["zh"].replace(" ", "|") for found in (words.before, words.opening, words.operative)
        )
        self.chinese = lazy(rf"(?:{adverbs})*(?:{verbs})")
        self.chinese_operative = lazy(rf"(?:{adverbs})*(?:{decides})")


@functools.cache
def _openings() -> _Openings:
    return _Openings()


def opens_recital(text: str) -> bool:
    """Whether a text begins as preambular paragraphs do.

    >>> opens_recital("Deeply concerned that"), opens_recital("Concern was voiced")
    (True, False)
    >>> opens_recital("A. whereas the lights"), opens_recital("– having regard to the lights")
    (True, True)
    """
    known = _openings()
    opening = _BRACKETS.sub("", text[:_LETTERS], count=1)
    if _HAN.match(opening):
        return bool(known.chinese.match(opening))
    for word in _WORD.findall(opening.lower()):
        if word.startswith(known.stems) or word in known.whole:
            return True
        if word not in known.before:
            return False
    return False


def opens_operative(text: str) -> bool:
    """Whether a text begins as operative paragraphs do: with what the organ does, which is not named.

    >>> opens_operative("Also requests that"), opens_operative("Requests were made")
    (True, True)
    >>> opens_operative("The Committee requests that")
    False
    """
    known = _openings()
    opening = _BRACKETS.sub("", text[:_LETTERS], count=1)
    if _HAN.match(opening):
        return bool(known.chinese_operative.match(opening))
    words = (found[0] for found in _WORD.finditer(opening.lower()))
    for word, following in pairwise(chain(words, [""])):
        if word.removeprefix("و") in known.operative or word in known.operative:
            return following not in known.organs
        if word not in known.before:
            return False
    return False


def carries_on(text: str) -> bool:
    """Whether a text ends as preambular paragraphs do: with a comma, and perhaps with "and" behind it.

    >>> carries_on("for the lights,"), carries_on("for the lights; and"), carries_on("for the lights.")
    (True, True, False)
    """
    end = text.rstrip()[-_END:]
    return not _MARKS.isdisjoint(end) and bool(_CARRIES_ON.search(end))
