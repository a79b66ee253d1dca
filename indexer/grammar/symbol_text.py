"""What is typed or printed as a symbol -> the symbol alone, in plain characters, without spaces."""

from __future__ import annotations

from typing import Final

from indexer.grammar.characters import fold_characters
from indexer.grammar.patterns import lazy
from indexer.grammar.symbol_series import MODIFIER_WORDS

_OPENING: Final = r"(?:[\s(\"'“”„«]|\[(?!(?:[A-Z]{1,5}/){1,3}\]))*+"
_PREFIX: Final = lazy(
    rf"^{_OPENING}(?:(?:U\.?\s?N\.?|United\sNations)\s+)?"
    rf"(?:(?:documents?|docs?\.?)(?:\s+(?:symbol|no\.?))?:?\s+)?{_OPENING}",
    ignore_case=True,
)
_TRAILING: Final = lazy(r"(?:/para(?:graph)?s?|'s|[\s.,;:!?\"'“”»\]])+$", ignore_case=True)
_SPACES: Final = lazy(r"(?<!\d)\s+|\s+(?!\d)")
"""Spaces that mean nothing; one between two digits may stand for a slash."""
_VOLUME_APART: Final = lazy(r"\)?,?\s+vol\.\s?([ivxl]+|\d+)$", ignore_case=True)
_JOINED_MODIFIER: Final = lazy(rf"(?<=[^\s/])\s+(?={MODIFIER_WORDS}\b)", ignore_case=True)
LONGEST_TEXT: Final = 1000
"""Characters of a text that may be a symbol with what surrounds it."""


def strip(text: str) -> str:
    """Return text in plain characters and without what may surround a symbol."""
    plain = _TRAILING.sub("", _PREFIX.sub("", fold_characters(text[:LONGEST_TEXT]), count=1))
    while plain.endswith(")") and plain.count(")") > plain.count("("):
        plain = _TRAILING.sub("", plain[:-1])
    return _VOLUME_APART.sub(r"(Vol.\1)", plain.strip())


def compacted(text: str) -> str:
    """Return text without what may surround a symbol, and without spaces."""
    return _SPACES.sub("", _JOINED_MODIFIER.sub("/", strip(text)))
