"""Pages of volumes: chapters of acts, their parts and annexes, and pages that begin in the middle of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.segment.heading_path import push
from tests.unit.segment.pages import FILL, LEFT, RIGHT, Report

if TYPE_CHECKING:
    from indexer.segment.heading_ranks import Look, Title

PLAIN, BOLD = (10.0, False, False, False, True, False), (10.0, False, True, False, True, False)
CAPITALS = (10.0, True, True, False, True, False)


def _act(report: Report, title: str, *, paragraphs: int = 2) -> Report:
    return _enacted(report.heading(title), paragraphs=paragraphs)


def _enacted(report: Report, *, paragraphs: int = 2) -> Report:
    report.text("The General Assembly,", indent=36.0, above=14.0)
    report.text("Recalling the lamps of the northern coast,", indent=36.0, above=14.0)
    return report.paragraphs(1, paragraphs)


def _sections(report: Report) -> dict[str, tuple[str, ...]]:
    return {address: record.section for address, record in report.records().items()}


def test_chapters_set_as_their_acts_stand_above_them() -> None:
    report = _act(Report().heading("Reports of the First Committee"), "801 (VII). Lights")
    _act(report, "802 (VII). Bells")
    _act(report.heading("Reports of the Third Committee"), "803 (VII). Horns")
    sections = _sections(report)
    assert sections["resolution-801-VII.p1"] == ("Reports of the First Committee", "801 (VII). Lights")
    assert sections["resolution-802-VII.p1"] == ("Reports of the First Committee", "802 (VII). Bells")
    assert sections["resolution-803-VII.p1"] == ("Reports of the Third Committee", "803 (VII). Horns")


def test_the_date_of_the_act_before_is_no_chapter() -> None:
    report = _act(Report(), "801 (VII). Lights").heading("12 May 1952", above=12.0)
    assert _sections(_act(report, "802 (VII). Bells"))["resolution-802-VII.p1"] == ("802 (VII). Bells",)


def _path(*titles: tuple[str, Look]) -> list[str]:
    path: tuple[Title, ...] = ()
    for text, look in titles:
        path = push(path, text, look, 0)
    return [title.text for title in path]


def test_a_chapter_that_counts_on_ends_the_acts_of_the_one_before() -> None:
    titles = ("I. Resolutions", BOLD), ("10/1. Lights", PLAIN)
    assert _path(*titles, ("II. Decisions", PLAIN)) == ["II. Decisions"]
    within = _path(*titles, ("I. Lamps", PLAIN), ("II. Bells", PLAIN))
    assert within == ["I. Resolutions", "10/1. Lights", "II. Bells"]


def test_a_heading_set_as_the_chapter_ends_its_acts() -> None:
    titles = ("LIGHTS", CAPITALS), ("Resolution 404 (1977)", BOLD)
    assert _path(*titles, ("BELLS", CAPITALS)) == ["BELLS"]
    assert _path(*titles, ("Horns", BOLD)) == ["LIGHTS", "Resolution 404 (1977)", "Horns"]


def test_acts_end_at_a_heading_that_the_file_calls_a_higher_one() -> None:
    path = push(push((), "Lights", BOLD, 1), "Resolution 404 (1977)", BOLD, 2)
    assert [title.text for title in push(path, "Bells", BOLD, 1)] == ["Bells"]
    assert [title.text for title in push(path, "Bells", BOLD, 3)] == [
        *("Lights", "Resolution 404 (1977)", "Bells"),
    ]
    flat = (*push((), "Lights", BOLD, 1), *push((), "Resolution 404 (1977)", BOLD, 1))
    assert [title.text for title in push(flat, "A", BOLD, 1)] == ["Lights", "Resolution 404 (1977)", "A"]


def test_an_annex_stands_below_the_chapter_and_the_title_of_its_act() -> None:
    report = Report().heading("I. Resolutions", size=14.0)
    for number in ("10/1", "10/2"):
        _enacted(report.heading(number).heading("Lights of the coast", above=18.0))
        report.heading("Annex").paragraphs(1, 2)
    above = ("I. Resolutions", "10/2", "Lights of the coast")
    assert _sections(report)["resolution-10.2.p1"] == above
    assert _sections(report)["resolution-10.2.annex.p1"] == (*above, "Annex")


def test_a_decision_by_its_number_alone_needs_no_organ_below() -> None:
    report = _act(Report(), "10/1. Lights")
    _act(report, "10/2. Bells")
    report.heading("10/101").heading("Horns of the coast", above=18.0)
    report.text("At its third meeting the Council decided to hear the keepers of the horns.", above=14.0)
    assert _sections(report)["decision-10.101.t1"] == ("10/101", "Horns of the coast")


def test_the_number_of_a_decision_at_the_top_of_a_page_is_no_page_number() -> None:
    report = _act(Report(), "10/1. Lights")
    _act(report, "10/2. Bells")
    report.page_break().place("10/101", LEFT, 60.0, bold=1.0).heading("Horns of the coast")
    report.text("At its third meeting the Council decided to hear the keepers of the horns.", above=14.0)
    assert any("10/101" in section for section in _sections(report).values())


def test_statements_by_their_symbol_stand_in_one_chapter() -> None:
    report = Report().heading("III. Statements")
    for number in (1, 2):
        report.heading(f"8/PRST/{number}").heading(f"Lamps of harbour {number}", above=18.0)
        report.text("At its third meeting the Council heard the keepers of the horns.", above=14.0)
    assert [record.section for record in report.records().values()] == [
        ("III. Statements", f"8/PRST/{number}", f"Lamps of harbour {number}") for number in (1, 2)
    ]


def test_the_letter_of_a_part_stands_above_its_title() -> None:
    report = _act(Report(), "801 (VII). Lights").heading("802 (VII). Bells", centre=True)
    for letter, title in (("A", "Old bells"), ("B", "New bells")):
        report.heading(letter, centre=True, above=12.0).heading(title, centre=True, above=12.0)
        _enacted(report)
    sections = _sections(report)
    assert sections["resolution-802A-VII.p1"] == ("802 (VII). Bells", "A", "Old bells")
    assert sections["resolution-802B-VII.p2"] == ("802 (VII). Bells", "B", "New bells")


def test_the_letter_of_a_part_in_plain_type_is_no_end_of_the_title() -> None:
    report = _act(Report(), "801 (VII). Lights").text("802 (VII). Bells", centre=True, above=14.0)
    for letter in "AB":
        _enacted(report.text(letter, centre=True, above=14.0))
    assert _sections(report)["resolution-802A-VII.p1"] == ("802 (VII). Bells", "A")
    assert _sections(report)["resolution-802B-VII.p1"] == ("802 (VII). Bells", "B")


def test_a_part_without_numbers_begins_another_preamble() -> None:
    report = _act(Report(), "801 (VII). Lights").heading("802 (VII). Bells")
    for letter in "AB":
        report.heading(letter, centre=True).text("The General Assembly,", indent=36.0, above=14.0)
        report.text("Recalling the lamps of the northern coast,", indent=36.0, above=14.0)
        report.text("Requests the keepers to light them all.", indent=36.0, above=14.0)
    kinds = [record.kind for record in report.records().values() if "802B" in record.address]
    assert kinds == ["text", "preamble", "operative"]


def test_a_first_number_set_in_below_a_full_recital_begins_a_paragraph() -> None:
    report = Report().heading("801 (VII). Lights").text("The General Assembly,", indent=36.0, above=14.0)
    recital = (
        "Recalling what was said of the lamps of the keepers in the first report on lights "
        "of the northern coast, of its harbours and all the islands off them,"
    )
    report.text(recital, indent=36.0).text(f"1. Requests the keepers to light them, as {FILL};", indent=36.0)
    report.text(f"2. Requests the keepers to put them out, as {FILL}.", indent=36.0)
    assert [record.number for record in report.records().values() if record.number] == ["1", "2"]


@pytest.mark.parametrize("first", [3, 5])
def test_a_page_that_begins_in_an_act_has_the_numbers_of_that(first: int) -> None:
    report = Report().text("to keep the lamps of the northern coast;").paragraphs(first, first + 2)
    _act(report, "802 (VII). Bells", paragraphs=4)
    _act(report, "803 (VII). Horns", paragraphs=4)
    addresses = list(report.records())
    assert [f"p{number}" for number in range(first, first + 3)] == addresses[1:4]
    assert "resolution-803-VII.p4" in addresses


def test_dotted_numbers_above_the_second_are_no_excerpt() -> None:
    report = Report()
    for number in ("1.1", "1.2", "2.", "3.", "4."):
        report.text(f"{number}\tThe keepers heard what had been done for the lights.", above=12.0)
    assert [record.kind for record in report.records().values()] == ["paragraph"] * 5


def test_the_first_of_several_acts_is_no_title() -> None:
    report = Report().place("United Nations\tA/2361", LEFT, 40.0).place("Distr.: General", 400.0, 54.0)
    report.heading("Resolutions of the seventh session", size=14.0)
    _act(_act(report, "801 (VII). Lights"), "802 (VII). Bells")
    assert "resolution-801-VII.p1" in report.records()


def test_the_first_of_several_acts_of_the_security_council_is_no_title_nor_its_chapter() -> None:
    report = Report().place("United Nations\tS/INF/5", LEFT, 40.0).place("Distr.: General", 400.0, 54.0)
    report.heading("Lamps of the year 1977", size=14.0)
    report.heading("RESOLUTIONS OF THE FIRST COMMITTEE", centre=True, size=10.0)
    for number in (404, 405):
        _enacted(report.heading(f"Resolution {number} (1977)", centre=True, size=10.0))
    assert _sections(report)["resolution-404-1977.p1"] == (
        *("RESOLUTIONS OF THE FIRST COMMITTEE", "Resolution 404 (1977)"),
    )


def test_a_date_above_a_plain_title_is_no_part_of_it() -> None:
    report = _act(Report(), "801 (VII). Lights").text("12 May 1952.", centre=True, above=12.0)
    _enacted(report.text("802 (VII). Bells", centre=True, above=14.0))
    assert _sections(report)["resolution-802-VII.p1"] == ("802 (VII). Bells",)


HEAD = "Resolutions of the Third Committee"


@pytest.mark.parametrize("left", [LEFT + 30.0, RIGHT - 5.0 * len(HEAD)])
def test_a_head_apart_from_the_text_beside_a_number(left: float) -> None:
    report = Report().place("8", LEFT, 50.0).place(HEAD, left, 50.0)
    for page in range(5):
        report.paragraphs(3 * page + 1, 3 * page + 3).page_break()
    assert HEAD not in " ".join(record.text for record in report.records().values())


@pytest.mark.parametrize(
    ("text", "left", "right"), [(f"8\t{HEAD}", LEFT, LEFT + 220.0), (f"{HEAD}\t9", RIGHT - 220.0, RIGHT)]
)
def test_a_head_apart_from_the_text_in_one_line_with_the_number(text: str, left: float, right: float) -> None:
    report = Report().place(text, left, 50.0, right=right).paragraphs(1, 3)
    assert HEAD not in " ".join(record.text for record in report.records().values())


def test_a_symbol_is_no_mark_of_a_note() -> None:
    report = Report().paragraphs(1, 3).text("8/PRST/1 is a statement of the Council on lamps.", above=300.0)
    assert "8/PRST/1" in " ".join(record.text for record in report.records().values())


@pytest.mark.parametrize("label", ["{0}", "{0}.", "79/408 {0}"])
@pytest.mark.parametrize("bold", [0.0, 1.0])
def test_parts_of_a_decision_have_scopes_without_the_name_of_an_organ(label: str, bold: float) -> None:
    decided = "At its third plenary meeting the Assembly heard the keepers of the lights of the coast."
    report = Report().heading("79/407. Election of pilots").text(decided, above=14.0)
    report.heading("79/408. Election of keepers", above=18.0)
    for letter in "ABC":
        report.text(label.format(letter), centre=True, bold=bold, above=14.0)
        if letter == "B":
            report.paragraphs(1, 3, "Decides to light the lamps of the coast and of its harbours;")
        else:
            report.text(decided, above=14.0)
    report.heading("79/409. Election of guards", above=18.0).text(decided, above=14.0)
    assert [address.rpartition(".")[0] for address in report.records()] == [
        "decision-79.407",
        "decision-79.408A",
        *["decision-79.408B"] * 3,
        "decision-79.408C",
        "decision-79.409",
    ]
    section = ("79/408. Election of keepers", label.format("B"))
    assert report.records()["decision-79.408B.p3"].section == section


def test_the_letters_of_an_annex_are_no_parts_of_the_decision() -> None:
    decided = "At its third plenary meeting the Assembly heard the keepers of the lights of the coast."
    report = Report().heading("79/407. Election of pilots").text(decided, above=14.0)
    report.heading("79/408. Election of keepers", above=18.0).text(decided, above=14.0)
    report.heading("Annex", centre=True)
    for letter in "AB":
        report.heading(letter, centre=True).text(decided, above=14.0)
    assert [address.rpartition(".")[0] for address in report.records()] == [
        "decision-79.407",
        "decision-79.408",
        *["decision-79.408.annex"] * 2,
    ]
