"""Records -> records with mentions and references."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import LearntAcronym, Record

__all__ = ["annotate", "learn_acronyms"]


def annotate(
    records: Sequence[Record], *, learnt: Sequence[LearntAcronym] | None = None
) -> tuple[Record, ...]:
    """Return the records of one document, in order, with the entities they name and the documents they cite.

    Args:
        records: All records of the document: "ibid." means what was cited before, and an acronym what the
            document says it means.
        learnt: What learn_acronyms() gives for them; sought here when not given.
    """
    from indexer.annotate.references import CitationTrail, find_references  # noqa: PLC0415 - loads the symbol series
    from indexer.grammar.gazetteer import Gazetteer  # noqa: PLC0415 - as heavy

    gazetteer = Gazetteer.load()
    meanings = gazetteer.definitions(learn_acronyms(records) if learnt is None else learnt)
    trail = CitationTrail()
    return tuple(
        msgspec.structs.replace(
            record,
            mentions=gazetteer.find(record.text, record.language, learnt=meanings),
            references=find_references(record, trail),
        )
        for record in records
    )


def learn_acronyms(records: Sequence[Record]) -> tuple[LearntAcronym, ...]:
    """Return the acronyms that a document defines, each with the record that defines it first."""
    from indexer.annotate.acronyms import learn_acronyms as learn  # noqa: PLC0415 - loads patterns of its own

    return learn(records)
