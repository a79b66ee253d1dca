"""The example that the README opens with, on the sample corpus as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.query import open_index

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.query import Index

RESTATED = "A/HRC/9/8"


@pytest.fixture(scope="module")
def index(sample_index: Path) -> Index:
    return open_index(sample_index)


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("ILO", {"9", "10"}),
        ("International Labour Organization", {"9", "10"}),
        ('"International Labour Organization"', {"9", "10"}),
        ("ILO AND polic*", {"10"}),
        ("ILO NOT polic*", {"9"}),
        ("ILO AND Vienna", {"10"}),
    ],
)
def test_search_finds_the_paragraphs_that_name_the_agency(
    index: Index, query: str, numbers: set[str]
) -> None:
    hits = index.search(query).hits
    assert {(hit.symbol, hit.number) for hit in hits} == {(RESTATED, number) for number in numbers}


@pytest.mark.parametrize("citation", ["A/HRC/9/8, para. 10", "A/HRC/9/8 para 10", "a/hrc/9/8, paragraph 10"])
def test_show_gives_the_paragraph_with_its_page_and_section(index: Index, citation: str) -> None:
    (record,) = index.show(citation).records
    assert (record.number, record.page, record.page_label) == ("10", 4, "4")
    assert record.section[-1] == "C. Building thematic expertise"
    assert [note.text for note in record.footnotes] == ["A/CONF.189/12, chap. I."]
    assert record.text.startswith("Paragraph 74 (a) of the Durban Programme of Action asks States")


def test_a_paragraph_that_is_not_there_is_missed_with_what_is_there(index: Index) -> None:
    result = index.show("A/HRC/9/8, para. 74")
    assert result.records == ()
    assert "1-13" in result.misses[0].replace("–", "-")


def test_language_versions_are_told_apart(index: Index) -> None:
    (english,) = index.show("A/901/77, para. 2", lang="en").records
    (spanish,) = index.show("A/901/77, para. 2", lang="es").records
    assert english.text.startswith("A harbour counts as small")
    assert spanish.text.startswith("Se considera pequeño el puerto")


def test_an_annex_begins_again_at_one(index: Index) -> None:
    (body,) = index.show("A/901/77, para. 1", lang="en").records
    (annex,) = index.show("A/901/77, annex, para. 1", lang="en").records
    assert (body.address, annex.address) == ("p1", "annex.p1")
