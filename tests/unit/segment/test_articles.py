"""Paragraphs of treaties are cited by their article where that means one of them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.query.cite import citation_of
from indexer.segment.articles import with_articles
from tests.unit.made_up import made_record
from tests.unit.segment.pages import FILL, Report

if TYPE_CHECKING:
    from indexer.model import Record

TREATY = (("Article 1", 0), ("Article 2", 2), ("Article 3", 0), ("Article 4", 3), ("Article 5", 2))


def _treaty(*articles: tuple[str, int], report: Report | None = None) -> Report:
    """Articles with so many numbered paragraphs, or with one that has no number."""
    report = report or Report()
    for heading, count in articles:
        report.heading(heading, centre=True)
        if count:
            report.paragraphs(1, count)
        else:
            report.text(f"The keepers of the lights report that {FILL}.")
    return report


def _cited(report: Report) -> list[str]:
    return [citation_of(record).partition(", ")[2] for record in report.segment().records]


def test_articles_that_count_their_own_paragraphs() -> None:
    assert _cited(_treaty(*TREATY)) == [
        *("art. 1", "art. 2 (1)", "art. 2 (2)", "art. 3", "art. 4 (1)", "art. 4 (2)", "art. 4 (3)"),
        *("art. 5 (1)", "art. 5 (2)"),
    ]


def test_articles_of_an_annex() -> None:
    report = Report().heading("I. Introduction").paragraphs(1, 4).page_break().heading("Annex I", centre=True)
    cited = _cited(_treaty(*TREATY, report=report))
    assert cited[:4] == [f"para. {number}" for number in range(1, 5)]
    assert cited[4:7] == ["annex I, art. 1", "annex I, art. 2 (1)", "annex I, art. 2 (2)"]


def test_addresses_stay_as_they_are() -> None:
    records = _treaty(*TREATY).records()
    assert [address for address, record in records.items() if record.article == "5"] == ["s3.p1", "s3.p2"]


def test_numbers_that_go_on_through_articles_are_cited_alone() -> None:
    report, number = Report(), 1
    for heading in ("Article 1", "Article 2", "Article 3"):
        report.heading(heading).paragraphs(number, number + 2)
        number += 3
    assert _cited(report) == [f"para. {one}" for one in range(1, 10)]


@pytest.mark.parametrize(
    ("heading", "article"),
    [
        *(
            ("Article 5", "5"),
            ("Article V", "V"),
            ("ARTICLE 5.", "5"),
            ("Artículo 5", "5"),
            ("Статья 5", "5"),
        ),
        *(("Article 5 Lamps", "5"), ("Article 5 – Lamps", "5"), ("Article 5 (Lamps)", "5"), ("第5条", "5")),
        *(("Article premier", "1"), ("Article 1er", "1"), ("Artículo primero", "1")),
        *(("Article 5-1", None), ("Article 5 and 6", None), ("Article 5–7", None), ("Article 5.3", None)),
        *(
            ("Article 5 (2)", None),
            ("Article 5, paragraph 2", None),
            ("Article 5 of the old", None),
        ),
        *(("Article L", None), ("Article CI", None), ("Article v", None), ("第五条", None)),
    ],
)
def test_the_number_of_an_article_alone_or_with_a_title_is_cited(heading: str, article: str | None) -> None:
    records = [record for at in (2, 3) for record in _two(f"s{at}", f"Article {at + 5}")]
    records += _two("s4", heading)
    assert [record.article for record in with_articles(tuple(records))][-2:] == [article, article]


def _two(scope: str, heading: str) -> list[Record]:
    """Return the first two paragraphs of an article."""
    return [
        made_record("A/1", number, "Lights.", address=f"{scope}.p{number}", section=(heading,))
        for number in (1, 2)
    ]


def test_articles_of_two_treaties_in_one_file_are_not_cited() -> None:
    """Nor are commentaries, or articles of an annex that has no scope of its own."""
    report = Report().heading("Convention on Lamps", size=16.0)
    report = _treaty(*TREATY, report=report).heading("Protocol on Oil", size=16.0)
    cited = _cited(_treaty(("Article 1", 2), ("Article 2", 2), ("Article 6", 2), report=report))
    assert not any(place.startswith(("art. 1", "art. 2")) for place in cited)
    assert "art. 4 (1)" in cited


@pytest.mark.parametrize(
    "section", [("Article 5", "Commentary"), ("Annex II", "Article 5"), ("Annex", "Article 5", "Remarks")]
)
def test_what_stands_below_an_article_or_in_an_annex_without_scope_is_not_cited(
    section: tuple[str, ...],
) -> None:
    records = [record for at in (2, 3) for record in _two(f"s{at}", f"Article {at}")]
    records += [msgspec.structs.replace(record, section=section) for record in _two("s4", "Article 5")]
    assert [record.article for record in with_articles(tuple(records))] == ["2", "2", "3", "3", None, None]


@pytest.mark.parametrize(
    ("articles", "cited"),
    [
        ([*TREATY, ("Article 4", 2)], ["series 2, para. 1", "series 2, para. 2", "art. 4 (3)"]),
        ([("Article 5", 0)], ["p. 1, text 1"]),  # what a report says on one of a treaty
    ],
)
def test_what_an_article_does_not_mean_alone_is_counted(
    articles: list[tuple[str, int]], cited: list[str]
) -> None:
    found = _cited(_treaty(*articles))
    at = found.index(cited[0])
    assert found[at : at + len(cited)] == cited


def test_several_texts_of_one_article_are_counted() -> None:
    report = _treaty(*TREATY).heading("Article 6", centre=True)
    cited = _cited(report.text(f"In the morning {FILL}.").text(f"In the evening {FILL}."))
    assert cited[-3:] == ["art. 5 (2)", "p. 1, text 3", "p. 1, text 4"]
