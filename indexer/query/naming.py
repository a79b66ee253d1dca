"""A citation of articles -> what finds the paragraphs that name them in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.gazetteer import Gazetteer
from indexer.query.leaf_nodes import Phrase, Word
from indexer.query.titled import instrument_names
from indexer.query.tree import And, Field, Or

if TYPE_CHECKING:
    from indexer.grammar.citations import Citation
    from indexer.query.tree import Node

_ARTICLE = ("article", "artículo", "статья", "статьи", "статье", "المادة")
"""The word before the number, in every form that has a stem of its own."""


def naming(citation: Citation) -> Node | None:
    """Return what finds the paragraphs that name an instrument and the articles of it that are cited.

    References lead to units, and an article is none; so it is told by its words.
    """
    numbers = [pinpoint.number for pinpoint in citation.expand() if pinpoint.unit == "article"]
    names = sorted(instrument_names(citation), key=len, reverse=True) if numbers else []
    if not names:
        return None
    entity = next(filter(None, map(Gazetteer.load().resolve, names)), None)
    named = Field("entity", Word(entity.id)) if entity else Or(tuple(map(Phrase, names)))
    return And((named, Or(tuple(Phrase(f"{word} {number}") for number in numbers for word in _ARTICLE))))
