"""Mentions of a record, with and without its document's definitions."""

from __future__ import annotations

from indexer.annotate.mentions import find_mentions, meanings_of
from indexer.model import LearntAcronym, Mention

CRC = LearntAcronym(acronym="CRC", name="Committee on the Rights of the Child", record="x@en#p1")


def test_mentions_carry_offsets_and_words() -> None:
    assert find_mentions("The ILO and the World Health Organisation", "en") == (
        Mention(entity="ILO", start=4, end=7, surface="ILO"),
        Mention(entity="WHO", start=16, end=41, surface="World Health Organisation"),
    )


def test_definitions_of_the_document_decide() -> None:
    text = "CRC was concerned"
    assert [mention.entity for mention in find_mentions(text, "en")] == ["CRC"]
    meanings = meanings_of([CRC])
    assert [mention.entity for mention in find_mentions(text, "en", meanings=meanings)] == ["CRC-COMMITTEE"]


def test_text_without_entities() -> None:
    assert find_mentions("who cares", "en") == ()
    assert find_mentions("") == ()
