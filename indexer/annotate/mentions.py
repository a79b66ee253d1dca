"""Which entities a text names."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from indexer.grammar.gazetteer import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from indexer.model import LearntAcronym, Mention

_NOTHING_LEARNT: Mapping[str, str | None] = MappingProxyType({})


def find_mentions(
    text: str, language: str | None = None, *, meanings: Mapping[str, str | None] = _NOTHING_LEARNT
) -> tuple[Mention, ...]:
    """Return the entities named in text, in order, without overlaps.

    Args:
        text: Of a record.
        language: Of the record, two letters.
        meanings: What its document's acronyms mean, from meanings_of().
    """
    return Gazetteer.load().find(text, language, learnt=meanings)


def meanings_of(learnt: Iterable[LearntAcronym]) -> dict[str, str | None]:
    """Return the entity that each acronym means in the document that defines it, None for one not known here.

    It decides between entities that share an acronym, and keeps an acronym that a document uses for something
    else from being taken for ours.
    """
    return Gazetteer.load().definitions(learnt)
