from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.query import ShowResult
from tests.evaluation.fakes import record
from tests.evaluation.lookup import look_up

if TYPE_CHECKING:
    from indexer.model import Record


class FakeIndex:
    """Answers ids, and citations by a rule that may be wrong."""

    def __init__(self, records: list[Record], citations: dict[str, str], wrong: dict[str, list[str]]) -> None:
        self.records = records
        self.citations = citations
        self.wrong = wrong

    def show(self, reference: str, *, lang: str | None = None) -> ShowResult:
        wanted = self.wrong.get(reference)
        if wanted is None:
            wanted = [i for i, c in self.citations.items() if reference in (i, c)]
        found = [r for r in self.records if r.id in wanted and (lang is None or f"@{lang}#" in r.id)]
        return ShowResult(
            reference=reference,
            records=tuple(found),
            citations=tuple(self.citations[r.id] for r in found),
        )


def outcome(
    records: list[Record], citations: list[str], wrong: dict[str, list[str]] | None = None
) -> list[str]:
    """The problems of a look-up of all records, "" where it is right."""
    index = FakeIndex(records, {r.id: c for r, c in zip(records, citations, strict=True)}, wrong or {})
    outcomes = [found for _, found in look_up(index.show, records)]
    assert sum(found.counts["looked up"] for found in outcomes) == len(records)
    return [case.text for found in outcomes for case in found.cases]


ONE, TWO = record("1"), record("2")
ANNEX = record("1", id="A/INV/1@en#annex.p1", address="annex.p1")
FRENCH = record("1", id="A/INV/1@fr#p1", language="fr")
COPY = record("1", copy=2)


def test_every_record_by_its_id_and_its_citation() -> None:
    assert outcome([ONE, TWO], ["A/INV/1, para. 1", "A/INV/1, para. 2"]) == []


def test_one_citation_for_two_addresses_is_wrong_for_both() -> None:
    assert len(outcome([ONE, ANNEX], ["A/INV/1, para. 1", "A/INV/1, para. 1"])) == 2


def test_language_versions_and_copies_share_a_citation() -> None:
    assert outcome([ONE, FRENCH, COPY], ["A/INV/1, para. 1"] * 3) == []


def test_a_citation_that_gives_more_or_less_is_wrong() -> None:
    citations = ["A/INV/1, para. 1", "A/INV/1, para. 2"]
    assert len(outcome([ONE, TWO], citations, {citations[0]: [ONE.id, TWO.id]})) == 1
    assert len(outcome([ONE, TWO], citations, {citations[0]: []})) == 1
    assert len(outcome([ONE, TWO], citations, {ONE.id: [TWO.id]})) == 1
