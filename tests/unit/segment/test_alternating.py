"""Pages that are in two languages by turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.segment import segment
from tests.unit.segment.pages import Report

if TYPE_CHECKING:
    from indexer.model import ExtractedDocument, ParsedDocument

ENGLISH = "The Court has before it the matter of the lights, and of the waters in which they are seen"
FRENCH = "La Cour est saisie de l’affaire des feux, et des eaux dans lesquelles ils sont vus par les navires"


def judgment(*languages: str) -> ExtractedDocument:
    """Pages of three paragraphs in these languages, the last of which goes on over the page of the other."""
    report = Report()
    numbers = dict.fromkeys(languages, 1)
    for at, language in enumerate(languages):
        text = ENGLISH if language == "en" else FRENCH
        if at:
            report.page_break()
        if numbers[language] > 1:
            report.text(f"{text.lower()}.")
        for number in range(numbers[language], numbers[language] + 3):
            last = number == numbers[language] + 2
            report.paragraph(f"{number}.", f"{text}, {text.lower()}, {text.lower()}{',' if last else '.'}")
        numbers[language] += 3
    return report.document()


def numbered(parsed: ParsedDocument) -> dict[str, list[str | None]]:
    found: dict[str, list[str | None]] = {}
    for record in parsed.records:
        found.setdefault(record.id.partition("#")[0].rpartition("@")[2], []).append(record.number)
    return found


def test_each_language_runs_on_over_the_page_of_the_other() -> None:
    parsed = segment(judgment("fr", "en", "fr", "en", "fr", "en"))
    assert numbered(parsed) == {"fr": [*map(str, range(1, 10))], "en": [*map(str, range(1, 10))]}
    over = next(record for record in parsed.records if record.language == "en" and record.number == "3")
    assert (over.page, over.page_end) == (2, 4)
    assert over.text.endswith(f"{ENGLISH.lower()}, {ENGLISH.lower()}.")
    assert parsed.report.pages == 6
    assert [finding.text for finding in parsed.report.findings if finding.code == "languages"] == [
        "it is printed in two languages: fr and en"
    ]


@pytest.mark.parametrize("languages", [("en",) * 6, ("en", "en", "en", "fr", "fr", "fr"), ("fr", "en", "fr")])
def test_other_documents_are_read_as_one(languages: tuple[str, ...]) -> None:
    parsed = segment(judgment(*languages))
    assert not any(finding.code == "languages" for finding in parsed.report.findings)


def test_a_page_without_words_goes_with_the_one_before() -> None:
    whole = judgment("fr", "en", "fr", "en", "fr", "en")
    empty = msgspec.structs.replace(whole.pages[0], lines=(), rules=())
    pages = (*whole.pages[:2], empty, *whole.pages[2:])
    pages = tuple(msgspec.structs.replace(page, number=number) for number, page in enumerate(pages, 1))
    parsed = segment(msgspec.structs.replace(whole, pages=pages))
    assert numbered(parsed) == {"fr": [*map(str, range(1, 10))], "en": [*map(str, range(1, 10))]}
