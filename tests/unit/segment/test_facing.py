"""Pages whose columns say the same in two languages."""

from __future__ import annotations

import msgspec
import pytest

from indexer.model import ExtractedDocument, Line, Page
from indexer.segment import segment
from tests.unit.segment.pages import SOURCE

ENGLISH = (
    "1.\tThe keepers of the lights recommend that",
    "the reports of the harbours be sent to the",
    "office of the coast with all the papers that",
    "belong to them, and that no light be put out",
    "2.\tThe office of the coast will take care of",
    "the lamps for the time of the winter, and of",
    "the oil that is needed for them in the islands and",
)
ENGLISH_ON = ("in the harbours of the north.", "3.\tIt reports to the keepers in the spring of the year.")
FRENCH = (
    "1.\tLes gardiens des feux recommandent que",
    "les rapports des ports soient envoyés au bureau",
    "de la côte avec tous les papiers qui vont avec",
    "les rapports, et que le feu ne soit pas éteint",
    "2.\tLe bureau de la côte prendra soin des",
    "lampes pour le temps de l’hiver, et de l’huile",
    "dont elles ont besoin dans les îles et",
)
FRENCH_ON = ("dans les ports du nord.", "3.\tIl fait rapport aux gardiens dans le printemps de l’année.")


def column(lines: tuple[str, ...], number: int) -> list[Line]:
    left = 50.0 if number == 1 else 320.0
    return [
        Line(
            text=text,
            left=left,
            right=left + 230.0,
            top=120.0 + 12.0 * at,
            bottom=130.0 + 12.0 * at,
            size=10.0,
            text_left=left + (20.0 if "\t" in text else 0.0),
            column=number,
        )
        for at, text in enumerate(lines)
    ]


def document(*pages: tuple[tuple[str, ...], tuple[str, ...]]) -> ExtractedDocument:
    head = Line(text="66", left=50.0, right=60.0, top=40.0, bottom=50.0, size=10.0, text_left=50.0)
    made = tuple(
        Page(number=number, width=600.0, height=800.0, lines=(head, *column(first, 1), *column(second, 2)))
        for number, (first, second) in enumerate(pages, 1)
    )
    return ExtractedDocument(source=SOURCE, pages=made, paged=True)


def test_each_language_runs_on_in_its_own_column() -> None:
    parsed = segment(document((ENGLISH, FRENCH), (ENGLISH_ON, FRENCH_ON)))
    records = {(record.language, record.address): record for record in parsed.records}
    assert list(records) == [(language, f"p{number}") for language in ("en", "fr") for number in (1, 2, 3)]
    assert records["en", "p2"].text.endswith("in the islands and in the harbours of the north.")
    assert records["fr", "p2"].text.endswith("dans les îles et dans les ports du nord.")
    assert [record.order for record in parsed.records] == [1, 2, 3] * 2
    assert {(record.page, record.page_end) for record in (records["en", "p2"], records["fr", "p2"])} == {
        (1, 2)
    }
    assert [finding.text for finding in parsed.report.findings if finding.code == "languages"] == [
        "it is printed in two languages: en and fr"
    ]
    assert (parsed.report.pages, parsed.report.records) == (2, 6)


def test_columns_in_one_language_are_read_one_after_the_other() -> None:
    parsed = segment(document((ENGLISH, ENGLISH_ON * 4)))
    assert not any(finding.code == "languages" for finding in parsed.report.findings)


def test_an_article_with_its_abstract_in_two_languages_is_in_one() -> None:
    first = document((ENGLISH, FRENCH)).pages[0]
    others = tuple(
        msgspec.structs.replace(first, number=number, lines=tuple(column(ENGLISH * 2, 0)))
        for number in (2, 3, 4)
    )
    parsed = segment(ExtractedDocument(source=SOURCE, pages=(first, *others), paged=True))
    assert not any(finding.code == "languages" for finding in parsed.report.findings)


def test_columns_that_are_in_one_language_as_a_whole_are_no_languages() -> None:
    pages = [(ENGLISH, FRENCH)] * 4
    parsed = segment(document(*pages, (ENGLISH, ENGLISH * 9)))
    assert len({record.id for record in parsed.records}) == len(parsed.records)
    assert not any(finding.code == "languages" for finding in parsed.report.findings)


def test_the_second_language_has_the_symbol_of_the_first() -> None:
    masthead = [
        Line(text=text, left=left, right=left + 90.0, top=top, bottom=top + 12.0, size=12.0, text_left=left)
        for text, left, top in (
            ("United Nations", 50.0, 30.0),
            ("A/64/1", 450.0, 30.0),
            ("General Assembly", 50.0, 50.0),
            ("Distr.: General", 450.0, 50.0),
            ("3 May 1947", 450.0, 64.0),
        )
    ]
    whole = document((ENGLISH, FRENCH))
    page = whole.pages[0]
    page = msgspec.structs.replace(page, lines=(*masthead, *page.lines))
    parsed = segment(msgspec.structs.replace(whole, pages=(page,)))
    assert {record.id.partition("#")[0] for record in parsed.records} == {"A/64/1@en", "A/64/1@fr"}
    assert {record.date for record in parsed.records} == {"1947-05-03"}


def test_a_head_beside_the_number_goes_with_both_columns() -> None:
    whole = document((ENGLISH, FRENCH), (ENGLISH_ON, FRENCH_ON))
    head = msgspec.structs.replace(whole.pages[0].lines[0], text="Lights of the coast", left=400.0, column=2)
    pages = tuple(
        msgspec.structs.replace(
            page, lines=(msgspec.structs.replace(page.lines[0], column=1), head, *page.lines[1:])
        )
        for page in whole.pages
    )
    parsed = segment(msgspec.structs.replace(whole, pages=pages))
    assert "Lights" not in " ".join(record.text for record in parsed.records)


def test_a_last_page_without_columns_goes_by_its_halves() -> None:
    whole = document((ENGLISH, FRENCH), (ENGLISH_ON, FRENCH_ON))
    last = whole.pages[1]
    lines = tuple(msgspec.structs.replace(line, column=0) for line in last.lines)
    parsed = segment(
        msgspec.structs.replace(whole, pages=(whole.pages[0], msgspec.structs.replace(last, lines=lines)))
    )
    texts = [record.text for record in parsed.records if record.number == "2"]
    assert [text[-23:] for text in texts] == [" harbours of the north.", "dans les ports du nord."]


@pytest.mark.parametrize(("across", "languages"), [(False, {"en", "fr"}), (True, {"en"})])
def test_a_language_that_takes_longer_runs_on_alone(*, across: bool, languages: set[str]) -> None:
    longer = tuple(f"{line} of the lamps and the lights of the coast" for line in ENGLISH_ON * 5)
    whole = document((ENGLISH, FRENCH), (longer, ()), (longer, ()))
    alone = [
        msgspec.structs.replace(
            page,
            lines=tuple(
                msgspec.structs.replace(line, column=0, right=550.0 if across else line.right)
                for line in page.lines
            ),
        )
        for page in whole.pages[1:]
    ]
    parsed = segment(msgspec.structs.replace(whole, pages=(whole.pages[0], *alone)))
    assert {record.id.partition("@")[2][:2] for record in parsed.records} == languages
