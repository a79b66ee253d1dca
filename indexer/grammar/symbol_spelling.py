"""The canonical spelling of a symbol, and what it is compared and ordered by."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from indexer.grammar.characters import roman_value
from indexer.grammar.patterns import lazy
from indexer.grammar.symbol_matching import match_whole, to_canonical_case
from indexer.grammar.symbol_volumes import volume_in_english

_LETTER_BEHIND: Final = lazy(r"(\d)(\([IVXL]+\))([A-Z])$")
_COUNCIL_YEAR: Final = lazy(r"^(s/res/\d+)\((?:19|20)\d\d\)")
_PREFIXED: Final = lazy(r"^\[([A-Za-z/]+/)\]")
_ORGAN_OF_CAPITALS: Final = lazy(r"(?:A|S|E|T|ST)/", ignore_case=True)
_CHUNKS: Final = lazy(r"\d+|\D+")
_ROMAN: Final = lazy(r"(?<=\((?:vol\.|part|resumption|e?s-)?)[ivxl]+(?=\))")

NaturalOrder = tuple[tuple[tuple[int, str], ...], ...]
"""For each component its numbers and what stands between them."""


def canonical(compact: str) -> str:
    """Return compact text in canonical case, without asterisks and the brackets of "[E/ECE/]TRANS"."""
    text = volume_in_english(compact.replace("*", ""))
    text = _PREFIXED.sub(r"\1", text)
    keep_mixed = _ORGAN_OF_CAPITALS.match(text) is None and text != text.lower()
    text = to_canonical_case(text, keep_mixed=keep_mixed)
    return "/".join(_LETTER_BEHIND.sub(r"\1\3\2", part) for part in text.split("/"))


@lru_cache(maxsize=4096)
def split_joint(text: str) -> tuple[str, ...]:
    """Return the symbols of "A/76/667-S/2022/64"."""
    return (match_whole(text) or (text,)) if "-" in text else (text,)


def key_of(text: str) -> str:
    """Return what a canonical symbol is compared by: see `DocumentSymbol.key`."""
    return _COUNCIL_YEAR.sub(r"\1", text.lower())


def natural_order(key: str) -> NaturalOrder:
    """Return the numbers and letters of each component, comparable as a person would order them.

    >>> natural_order("a/9(vol.ix)") < natural_order("a/9(vol.x)") < natural_order("a/10")
    True
    """
    plain = _ROMAN.sub(lambda numeral: str(roman_value(numeral[0]) or numeral[0]), key)
    return tuple(
        tuple((int(c), "") if c.isdecimal() else (-1, c) for c in _CHUNKS.findall(part))
        for part in plain.split("/")
    )
