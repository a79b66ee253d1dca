"""A document -> the terms of what cites it, by its symbol or by those of its parts.

Parts and volumes that are printed under one symbol ("A/62/40 (Vol. II)", "A/80/6 (Sect. 4)") are the document
too: who cites a part cites it. Several parts cited as one, "(Parts I and II)", are each of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.patterns import lazy
from indexer.store.terms import cite_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.store import StoreReader

_PART = lazy(
    r"(?P<document>.+)\((?P<word>[a-z]{3,}?)s?(?P<numbers>\.?(?:[ivxl]+|\d+[a-z]?)(?:(?:and|,)(?:[ivxl]+|\d+[a-z]?))*)\)"
)
_NUMBER = lazy(r"[ivxl]+|\d+[a-z]?")
_OF_DOCUMENT = lazy(r"\((?![ivxl]+\))[a-z][a-z.\d,]+\)")
"""What names a part: neither a year nor the number of a session, "(2000)", "(XV)"."""


def citing_terms(reader: StoreReader, symbol: str) -> list[str]:
    """Return the terms of the records that cite a document or a part of it."""
    whole = cite_terms(symbol, None)
    return list(dict.fromkeys([*whole, *(part for key in whole for part in _parts_cited(reader, key))]))


def _parts_cited(reader: StoreReader, key: str) -> Iterator[str]:
    """Yield the terms of parts of a document; of a part, those of several parts that it is one of."""
    asked = _PART.fullmatch(key)
    if asked is None:
        begun = reader.terms("cites", f"{key}(")
        yield from (term for term in begun if _OF_DOCUMENT.fullmatch(term, len(key)))
        return
    numbers = _numbers(asked["numbers"])
    for term in reader.terms("cites", f"{asked['document']}({asked['word']}"):
        other = _PART.fullmatch(term)
        if other and other["word"] == asked["word"] and numbers & _numbers(other["numbers"]):
            yield term


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text.replace("and", ",")))
