"""Whole reports: what must hold for all of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indexer.errors import NotAReportError
from indexer.model import Line, Page
from indexer.segment import segment
from tests.unit.segment.pages import FILL, LEFT, SOURCE, Report, extracted

if TYPE_CHECKING:
    from indexer.model import ExtractedDocument, ParsedDocument

TAIL = f"{FILL}, and {FILL} in the end."


@pytest.mark.parametrize(
    "text",
    [
        "The document does not exist in the Official Document System",
        "404 Not Found",
        "403 Forbidden",
        "Error 404: the page was not found on this server",
        "Access denied. You don't have permission to open this.",
        "Your request was blocked.",
        "El documento no existe en el Sistema de Archivo de Documentos",
    ],
)
def test_error_pages_are_no_reports(text: str) -> None:
    with pytest.raises(NotAReportError, match="error page of a document server") as caught:
        Report().text(text).segment()
    assert caught.value.path == "made/report.pdf"


def test_a_report_about_access_denied_is_a_report() -> None:
    report = Report().paragraphs(1, 12).paragraph("13.", f"Access denied to the coast was a matter {TAIL}")
    assert len(report.segment().records) == 13


def test_a_whole_report() -> None:
    report = Report().running(head="A/HRC/9/8\nPage {page}", foot="GE.08-15355")
    report.place("United Nations", 60, 60, size=12).place("A/HRC/9/8", 430, 60, size=14)
    report.place("Distr.: General", 430, 95).place("29 August 2008", 430, 110)
    report.place("Report of the Keepers", LEFT, 240, size=14, bold=1.0)
    report.heading("I.\tIntroduction").paragraphs(1, 3).heading("II.\tWork").heading("A.\tLamps", size=11)
    report.paragraph("4.", f"The group recalled{{1}} {TAIL} {TAIL}", notes={"1": "A/HRC/8/3, para. 2."})
    report.paragraphs(5, 20).heading("III.\tRecommendations")
    report.paragraph("21.", "The States should:")
    report.text(f"(a)\tLight the coasts, as {FILL};", indent=36).text("(b)\tRing the bells.", indent=36)
    report.page_break().heading("Annex", centre=True).heading("Names", centre=True).paragraphs(1, 5)
    parsed = report.segment()
    found = {record.address: record for record in parsed.records}
    assert list(found) == [f"p{n}" for n in range(1, 22)] + [f"annex.p{n}" for n in range(1, 6)]
    assert found["p4"].id == "A/HRC/9/8@en#p4"
    assert found["p4"].section == ("II. Work", "A. Lamps")
    assert found["p4"].footnotes[0].text == "A/HRC/8/3, para. 2."
    assert [part.address for part in found["p21"].parts] == ["p21.a", "p21.b"]
    assert found["annex.p1"].section == ("Annex", "Names")
    assert {(record.title, record.date, record.body) for record in parsed.records} == {
        ("Report of the Keepers", "2008-08-29", "HRC")
    }
    assert parsed.report.findings == ()


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Los guardianes de los faros se reunieron en el puerto y pidieron que se iluminara la costa", "es"),
        ("Les gardiens des phares se sont réunis au port et ont demandé que la côte soit éclairée", "fr"),
        ("Смотрители маяков собрались в порту и попросили освещать берег каждую ночь в году", "ru"),
        ("اجتمع حراس المنارات في الميناء وطلبوا إضاءة كل ساحل من السواحل في كل ليلة من الليالي", "ar"),
        ("灯塔看守人在港口开会 要求夜间照亮每一处海岸 并在雾中鸣钟", "zh"),
    ],
)
def test_languages(words: str, language: str) -> None:
    report = Report().running(head="A/HRC/9/8")
    for number in range(1, 61):
        report.paragraph(f"{number}.", f"{words}, {words}, {words}.")
    records = report.segment().records
    assert [record.number for record in records] == [str(n) for n in range(1, 61)]
    assert {record.language for record in records} == {language}
    assert records[0].id == f"A/HRC/9/8@{language}#p1"


def test_numbers_in_arabic_digits_give_addresses_that_can_be_typed() -> None:
    words = "اجتمع حراس المنارات في الميناء وطلبوا إضاءة كل ساحل من السواحل في كل ليلة من الليالي"
    report = Report()
    for number in "١٢٣٤٥":
        report.text(f"{number} - {words}، {words}، {words}.")
    records = report.segment().records
    assert [record.address for record in records] == ["p1", "p2", "p3", "p4", "p5"]


# -- what holds for any report -----------------------------------------------------------------------------

PLAIN = [
    "the",
    "keepers",
    "of",
    "lights",
    "co-",
    "operation",
    "well-known",
    "and",
    "so.",
    "said:",
    "end;",
    "灯塔",
]
ODD = ["1.", "2009.", "A/HRC/9/8,", "(a)", "para. 3", "GE.08-15355", "x\u2009y", "1/", "*", "—", "State"]
WORDS = st.lists(st.sampled_from([*PLAIN, *ODD]), min_size=1, max_size=30).map(" ".join)
BLOCKS = [
    "next",
    "next",
    "noted",
    "text",
    "item",
    "bold",
    "heading",
    "annex",
    "restart",
    "table",
    "act",
    "page",
]
FIXED = {"annex": "Annex I", "act": "The General Assembly,", "page": ""}


def blocks(*more: str) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Return lists of kinds of blocks with their words."""
    kinds = st.sampled_from([*BLOCKS, *more])
    return st.lists(
        kinds.flatmap(
            lambda kind: st.tuples(st.just(kind), st.just(FIXED[kind]) if kind in FIXED else WORDS)
        ),
        max_size=25,
    )


def build(operations: list[tuple[str, str]], head: str, foot: str, style: str) -> Report:
    """Make a report of blocks in any order."""
    report = Report(note_style=style).running(head=head, foot=foot)
    number = mark = 0
    for what, words in operations:
        number += what in ("next", "noted")
        if what == "next":
            report.paragraph(f"{number}.", words)
        elif what == "noted":
            mark += 1
            behind = f"{{{mark}}}" if style == "raised" else f" {mark}/"
            report.paragraph(f"{number}.", f"Keepers{behind} {words}", notes={str(mark): words})
        elif what == "item":
            report.text(f"(a)\t{words}", indent=36)
        elif what == "bold":
            report.text(words, bold=1.0)
        elif what == "restart":
            number = 1
            report.paragraph("1.", words)
        elif what == "table":
            report.table([words.split(" ")[:4], ["Ruritania", "1", "2"], ["Erewhon", "3"]], size=9)
        elif what == "contents":
            report.heading("Contents").text(f"I. {words} {'.' * 20} 3", above=0)
        elif what == "note":
            report.text(f"{{9}} {words}", size=8, above=20)
        elif what == "page":
            report.page_break()
        elif what in ("heading", "annex"):
            report.heading(words)
        else:
            report.text(words)
    return report


HEADS = st.sampled_from(["", "A/HRC/9/8\nPage {page}", "Report of the Keepers of the Lights\t{page}"])
FEET = st.sampled_from(["", "GE.08-15355", "{page}"])
STYLES = st.sampled_from(["raised", "typed"])
REPORTS = st.builds(build, blocks("contents", "note"), HEADS, FEET, STYLES)
CLEAR_REPORTS = st.builds(build, blocks(), HEADS, FEET, STYLES)


def check(document: ExtractedDocument, parsed: ParsedDocument) -> None:
    """Hold a parsed document against what must be true of every one."""
    labels = sum(len(line.label) for page in document.pages for line in page.lines if line.label)
    total = sum(parsed.report.characters.values())
    assert total in (extracted(document), extracted(document) + labels)
    assert all(count >= 0 for count in parsed.report.characters.values())
    assert [record.order for record in parsed.records] == list(range(1, len(parsed.records) + 1))
    twice = [address for address, n in Counter(record.address for record in parsed.records).items() if n > 1]
    assert twice == []
    for record in parsed.records:
        assert record.text == record.text.strip(" ")
        for part in record.parts:
            assert part.address.startswith(f"{record.address}.")
            assert 0 <= part.start < part.end <= len(record.text)
        for note in record.footnotes:
            assert note.at is None or 0 <= note.at <= len(record.text)
        if record.page is not None and record.page_end is not None:
            assert record.page <= record.page_end
            assert record.boxes[0][0] == record.page
        assert record.id.endswith(f"#{record.address}")
    for heading in parsed.headings:
        assert 1 <= heading.before <= len(parsed.records) + 1


@settings(max_examples=150)
@given(REPORTS)
def test_nothing_vanishes(report: Report) -> None:
    document = report.document()
    check(document, segment(document))


@settings(max_examples=60)
@given(REPORTS)
def test_nothing_vanishes_without_pages(report: Report) -> None:
    document = report.document(paged=False)
    check(document, segment(document))


@settings(max_examples=100)
@given(CLEAR_REPORTS)
def test_every_letter_comes_out_once(report: Report) -> None:
    document = report.document()
    parsed = segment(document)
    assume(parsed.records)
    notes = {(n.mark, n.page): n.text for record in parsed.records for n in record.footnotes}.values()
    texts = [*(record.text for record in parsed.records), *notes, *parsed.furniture]
    out = Counter(ch for text in [*texts, *(h.text for h in parsed.headings)] for ch in text if ch.isalpha())
    lines = Counter(ch for page in document.pages for line in page.lines for ch in line.text if ch.isalpha())
    assert out == lines


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
ROLES = st.sampled_from(["", "", "", "heading", "title", "note", "header", "footer", "row", "contents"])
NUMBERS = st.sampled_from([0.0, 10.0, 72.0, 117.0, 300.0, 518.0, 594.0])
LINES = st.builds(
    Line,
    text=st.one_of(TEXTS, WORDS),
    left=NUMBERS,
    right=NUMBERS,
    top=st.floats(0, 842),
    bottom=st.floats(0, 842),
    size=st.sampled_from([0.5, 8.0, 10.0, 12.0, 40.0]),
    bold=st.sampled_from([0.0, 0.5, 1.0]),
    italic=st.sampled_from([0.0, 1.0]),
    column=st.integers(0, 2),
    role=ROLES,
    level=st.integers(0, 3),
    label=st.sampled_from(["", "", "1.", "2.", "(a)", "138.1"]),
    mark=st.sampled_from(["", "1", "*"]),
    starts_block=st.sampled_from([None, True, False]),
)


@settings(max_examples=150)
@given(st.lists(st.lists(LINES, max_size=12), max_size=4), st.booleans())
def test_any_lines_are_read(pages: list[list[Line]], paged: bool) -> None:  # noqa: FBT001 -- given by hypothesis
    made = tuple(
        Page(number=number, width=595.0, height=842.0, lines=tuple(lines))
        for number, lines in enumerate(pages, 1)
    )
    document = msgspec.structs.replace(Report().document(paged=paged), pages=made)
    assert document.source is SOURCE
    try:
        parsed = segment(document)
    except NotAReportError:
        return
    assume(parsed.records)
    assert sum(parsed.report.characters.values()) == extracted(document)
    assert len({record.id for record in parsed.records}) == len(parsed.records)


@pytest.mark.parametrize("label", ["Chapter {}", "Part {}", "Chapitre {}"])
@pytest.mark.parametrize("count", [1, 3])
def test_a_chapter_is_one_heading_with_its_title(label: str, count: int) -> None:
    report = Report()
    titles = ("Lights of the coast", "Bells of the coast", "Horns of the coast")[:count]
    for number, title in zip(("I", "II", "III"), titles, strict=False):
        report.heading(label.format(number), size=14, centre=True).heading(title, centre=True)
        report.heading("A. Keepers").text(f"In the morning {FILL}.")
    found = [record.section for record in report.segment().records]
    assert found == [
        (f"{label.format(number)} {title}", "A. Keepers")
        for number, title in zip(("I", "II", "III"), titles, strict=False)
    ]
