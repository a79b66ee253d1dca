"""What a State says to a recommendation of a review: that it supports it, has noted it, or will answer.

Human Rights Council resolution 5/1 knows two answers: recommendations that enjoy the support of the State are
identified as such, and all others are noted. "Accepted" and "rejected" are what people call them.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import msgspec
import regex

from indexer.grammar.data_files import read_data
from indexer.grammar.patterns import lazy
from indexer.model import Position  # noqa: TC001  # msgspec reads types at run time

if TYPE_CHECKING:
    from collections.abc import Sequence


_NUMBER = lazy(
    r"\p{L}*\s(?:(?:No|n[°º]|Nr)\.?\s?[R\d]|(?:CM/)?Rec\s?\(|\d{1,4}\s?\(\d{4}\)|\(\d{4}\)\s?\d)"
)  # of one that is cited


_STOP = lazy(r"[.;:,(\n]|\s[–—-]\s")
_PARTLY = lazy(r"\bpart(?:ly|ial|iel|\b)|parcial|частичн|部分|جزئي", ignore_case=True)
_AND = lazy(r"\s(?:and|or|et|ou|y|o|и|或|و)\s|[;,/、]|和|及", ignore_case=True)
_WORD = lazy(r"[\p{L}\p{M}]+")
_IN_PART = lazy(
    r"[\s,(（–—-]*(?:(?:in|en)\s(?:part|partie|parte)\b|part(?:ly|ial|iel)|parcial|частичн|部分|جزئي)",
    ignore_case=True,
)


class _Data(msgspec.Struct, frozen=True):
    """The words for a position, what a list of recommendations is called, and how it is announced.

    What is said first in a row of patterns counts: "examined, and not supported" is no support.
    """

    words: dict[str, Position]
    recommendation: str
    said: list[tuple[Position, str, str]]
    examples: list[tuple[str, Position | None]]


class _Reader:
    """The patterns as they are used."""

    def __init__(self) -> None:
        data = msgspec.json.decode(read_data("positions.json"), type=_Data)
        self.words = data.words
        self.recommendation = regex.compile(data.recommendation, regex.I)
        self.said: Sequence[tuple[Position, regex.Pattern[str]]] = [
            (position, lazy(pattern, ignore_case=True)) for position, _, pattern in data.said
        ]


@functools.cache
def _reader() -> _Reader:
    return _Reader()


def position_words() -> dict[str, Position]:
    """Return what positions are called, each with the one that is meant."""
    return _reader().words


def called_position(words: str) -> Position | None:
    """Return the position that a word names.

    >>> called_position("Accepted"), called_position("rejected"), called_position("Women")
    ('supported', 'noted', None)
    """
    return _reader().words.get(" ".join(words.split()).casefold())


def answered_position(text: str) -> Position | None:
    """Return the position that an answer is, or begins with before a stop or a dash; in part it is none.

    >>> answered_position("Noted. The law is new."), answered_position("Noted that the law is new")
    ('noted', None)
    >>> answered_position("Supported, as part of the plan"), answered_position("Supported (in part)")
    ('supported', None)
    """
    if called := called_position(text):
        return called
    first = _STOP.split(text, maxsplit=1)[0]
    return None if _IN_PART.match(text, len(first)) else called_position(first)


def headed_position(heading: str) -> Position | None:
    """Return what a heading says of the recommendations below it; in part, or of some of them, it says none.

    >>> headed_position("III. Noted recommendations"), headed_position("Partially accepted recommendations")
    ('noted', None)
    >>> headed_position("Recommendations supported and recommendations noted")
    """
    whole = None if _PARTLY.search(heading) else announced_position(heading)
    said = {_said(clause) for clause in _AND.split(heading)} - {None} if whole else set()
    return whole if len(said) < 2 else None


def _said(clause: str) -> Position | None:
    """Return what a clause says, as a whole or by a word."""
    found = next((position for position, pattern in _reader().said if pattern.search(clause)), None)
    return found or next(filter(None, map(called_position, _WORD.findall(clause))), None)


@functools.lru_cache(maxsize=256)
def announced_position(text: str) -> Position | None:
    """Return what a paragraph says of the recommendations that it announces.

    >>> announced_position("The recommendations listed below enjoy the support of Ruritania:")
    'supported'
    >>> announced_position("The following recommendations were made to Ruritania:")
    """
    known = _reader()
    if not known.recommendation.search(text):
        return None
    return next((position for position, pattern in known.said if pattern.search(text)), None)


def says_position(text: str) -> bool:
    """Whether a text says that something is supported, noted, or will be answered."""
    return any(pattern.search(text) for _, pattern in _reader().said)


def names_recommendations(text: str) -> bool:
    """Whether a text speaks of recommending, other than by naming a recommendation that has a number.

    >>> names_recommendations("The following recommendations enjoy the support of Ruritania:")
    True
    >>> names_recommendations("Recalling its Recommendation 2051 (2014), the Assembly calls on States to:")
    False
    """
    found = _reader().recommendation.finditer(text)
    return any(not _NUMBER.match(text, match.end()) for match in found)
