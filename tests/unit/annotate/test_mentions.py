"""Mentions of a record, with and without its document's definitions."""

from __future__ import annotations

from indexer.annotate import annotate
from indexer.model import LearntAcronym, Mention
from tests.unit.made_up import made_record

CRC = LearntAcronym(acronym="CRC", name="Committee on the Rights of the Child", record="x@en#p1")


def mentions(text: str, *learnt: LearntAcronym) -> tuple[Mention, ...]:
    (record,) = annotate([made_record("A/1", 1, text)], learnt=learnt)
    return record.mentions


def test_mentions_carry_offsets_and_words() -> None:
    assert mentions("The ILO and the World Health Organisation") == (
        Mention(entity="ILO", start=4, end=7, surface="ILO"),
        Mention(entity="WHO", start=16, end=41, surface="World Health Organisation"),
    )


def test_definitions_of_the_document_decide() -> None:
    text = "CRC was concerned"
    assert [mention.entity for mention in mentions(text)] == ["CRC"]
    assert [mention.entity for mention in mentions(text, CRC)] == ["CRC-COMMITTEE"]


def test_text_without_entities() -> None:
    assert mentions("who cares") == ()
    assert mentions("") == ()
