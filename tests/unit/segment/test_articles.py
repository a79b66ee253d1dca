"""Paragraphs of treaties are cited by their article where that means one of them alone."""

from __future__ import annotations

import pytest

from indexer.query.cite import citation_of
from tests.unit.segment.pages import FILL, Report

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
