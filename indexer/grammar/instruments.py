"""Declarations and programmes cited by name -> the document and division that hold their paragraphs."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from indexer.grammar.characters import fold_characters
from indexer.grammar.data_files import read_data
from indexer.grammar.patterns import compiled, either, lazy

if TYPE_CHECKING:
    import regex
    from ahocorasick_rs import AhoCorasick


class Instrument(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text cited by its name.

    Attributes:
        symbol: The document that holds it.
        scope: The division of that document whose paragraphs are its own; empty for the document itself.
        names: By language, as they are written in running text.
        acronyms: What its articles are cited by; alone, most of them are the names of committees.
        examples: Citations that must be read.
    """

    symbol: str
    scope: str = ""
    names: dict[str, tuple[str, ...]]
    acronyms: tuple[str, ...] = ()
    examples: tuple[str, ...]

    def folded_names(self) -> list[str]:
        """The names in plain characters and small letters, with and without "United Nations" before them."""
        folded = [fold_characters(name).casefold() for names in self.names.values() for name in names]
        shorter = (name.removeprefix("united nations ") for name in folded)
        return list(dict.fromkeys([*folded, *shorter]))


class _Instruments(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag="instruments/1"):
    instruments: tuple[Instrument, ...]


@lru_cache(maxsize=1)
def load_instruments() -> tuple[Instrument, ...]:
    """Return all instruments, read once."""
    return msgspec.json.decode(read_data("instruments.json"), type=_Instruments).instruments


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Instrument]:
    return {name: instrument for instrument in load_instruments() for name in instrument.folded_names()}


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    return tuple(name.rstrip(_BEHIND_NAMES) for name in _by_name())


@lru_cache(maxsize=1)
def _automaton() -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick as Automaton  # noqa: PLC0415  # only for running text

    return Automaton(list(_by_name()))


def names_instrument(lowered: str) -> bool:
    """Tell whether an instrument is named somewhere in folded text in lower case."""
    try:
        return bool(_automaton().find_matches_as_indexes(lowered))
    except UnicodeEncodeError:  # halves of pairs, which no automaton takes
        return True


@lru_cache(maxsize=1)
def _pattern() -> regex.Pattern[str]:
    names = sorted(_by_name(), key=len, reverse=True)
    return compiled(
        rf"[\"'“«《]?(?P<name>{either(names)})(?:[\"'”»》]|(?!\p{{L}})|(?<=\p{{Han}}))", ignore_case=True
    )


def match_instrument(text: str, position: int = 0) -> tuple[Instrument, int] | None:
    """Return the instrument that folded text names at a position, and where the name ends.

    >>> instrument, end = match_instrument("the Beijing Platform for Action", 4)
    >>> instrument.symbol
    'A/CONF.177/20/Rev.1'
    """
    match = _pattern().match(text, position)
    if match is None:
        return None
    return _by_name()[match["name"].casefold()], match.end()


_ACRONYM: Final = lazy(r"[A-Z]{3,8}(?![\p{L}\p{N}/-])")


def names_acronym(text: str) -> bool:
    """Tell whether an acronym of an instrument stands somewhere in a text."""
    known = {acronym for one in load_instruments() for acronym in one.acronyms}
    return any(word.strip("(),.;:") in known for word in text.split())


def match_acronym(text: str, position: int = 0) -> tuple[Instrument, int] | None:
    """Return the instrument whose articles are cited by the acronym at a position, and where that ends.

    >>> match_acronym("arts. 9 and 10 CRPD", 15)[0].symbol
    'A/RES/61/106'
    """
    match = _ACRONYM.match(text, position)
    named = [one for one in load_instruments() if match[0] in one.acronyms] if match else []
    return (named[0], match.end()) if match and named else None


_REACH: Final = 240
"""How far back a name may begin; the longest has about 200 characters."""
_BEHIND_NAMES: Final = " \t\n\r\f\v\x85,(\"'”»》"
_GAP: Final = lazy(r"[\s,(]{1,3}|(?<=[\p{Han}》])")


def find_instrument_before(text: str, position: int) -> tuple[Instrument, int] | None:
    """Return the instrument whose name ends right before a position, and where the name begins."""
    window = max(0, position - _REACH)
    before = text[window:position].rstrip(_BEHIND_NAMES).casefold()
    if not before.endswith(_names()):  # to look for every name everywhere would take ten times as long
        return None
    for match in _pattern().finditer(text, window, position):
        if _GAP.fullmatch(text, match.end(), position):
            return _by_name()[match["name"].casefold()], match.start()
    return None
