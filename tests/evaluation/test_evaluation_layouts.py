"""Made-up reports read as they were written; `python -m tests.evaluation.layouts` has more."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import msgspec
import pytest

from tests.evaluation.layouts import acts, designed, judgments, meetings, volumes
from tests.evaluation.layouts.__main__ import main
from tests.evaluation.layouts.act_words import ACT_WORDS
from tests.evaluation.layouts.browser import browser, print_page
from tests.evaluation.layouts.compare import compare, parse, plain
from tests.evaluation.layouts.designed_page import page_of
from tests.evaluation.layouts.meeting_words import MEETING_WORDS
from tests.evaluation.layouts.paper import draw
from tests.evaluation.layouts.report import Block
from tests.evaluation.layouts.style import CHOICES, MORE_NUMBERS
from tests.evaluation.layouts.word_file import write
from tests.evaluation.layouts.writer import make

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from tests.evaluation.layouts.compare import Comparison
    from tests.evaluation.layouts.report import Report


def as_printed(report: Report, folder: Path) -> Comparison:
    pages = draw(report, folder / "report.pdf")
    return compare(report, parse(folder / "report.pdf"), pages)


def as_word_file(report: Report, folder: Path) -> Comparison:
    return compare(report, parse(write(report, folder / "report.docx")))


def check_read(*read: Comparison) -> None:
    for found in read:
        assert [outcome for outcome in found.outcomes if outcome.wrong] == []
        assert not found.lost


def check_blocks(reports: Iterable[Report]) -> None:
    for report in reports:
        units = {block.unit for block in report.blocks if block.unit is not None}
        assert units == set(range(len(report.units)))


SOUND = {"numbers": "1.", "columns": "1", "heading look": "bold", "headings": "roman", "levels": "2"}


@pytest.mark.parametrize(
    ("seed", "look"),
    [
        (2, {}),
        (7, {}),
        (1, {"columns": "2"}),
        (7, {"restart": "yes"}),
        (7, {"numbers": "§ 1"}),
        (2, {"heading look": "italic", "levels": "3"}),
        (7, {"heading look": "capitals", "table": "ruled"}),
    ],
)
def test_a_sound_report_is_read_as_it_was_written(tmp_path: Path, seed: int, look: dict[str, str]) -> None:
    plain = {"table": "none", "figure": "no", "restart": "no", "indent": "hanging", "gap": "6"}
    report = make(seed, **(SOUND | plain | look))
    check_read(as_printed(report, tmp_path), as_word_file(report, tmp_path))


@pytest.mark.parametrize("language", ["ru", "zh", "ar"])
def test_a_sound_report_in_another_script_is_read_as_it_was_written(tmp_path: Path, language: str) -> None:
    plain = {"table": "none", "figure": "no", "restart": "no", "indent": "hanging", "gap": "6"}
    numbers = {"numbers": "1 -" if language == "ar" else "1."}
    report = make(2, **(SOUND | plain | numbers | {"language": language}))
    check_read(as_word_file(report, tmp_path))


def test_other_languages_come_only_where_they_are_wanted() -> None:
    assert {make(seed).style["language"] for seed in range(150)} == {"en", "fr", "es"}
    forms = {make(seed, language="ar").style["numbers"] for seed in range(80)}
    assert forms == set(MORE_NUMBERS["ar"])


def test_a_format_without_a_face_is_left_out_and_it_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.evaluation.layouts.__main__.has_letters", lambda language: language == "en")
    monkeypatch.setattr("tests.evaluation.layouts.__main__.office", lambda: "soffice")
    assert main(["--reports", "2", "--with", "language=zh"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[:2]] == ["No", "Word"]
    assert lines[2].split() == ["word"]


def test_what_is_read_otherwise_is_told(tmp_path: Path) -> None:
    report = make(2, **SOUND, table="none", figure="no", restart="no", indent="hanging", gap="6")
    parsed = parse(write(report, tmp_path / "report.docx"))
    last, *_, first = parsed.records[::-1]
    changed = msgspec.structs.replace(last, number="99", section=(), text=last.text)
    cut = msgspec.structs.replace(first, text=first.text[:-9])
    broken = msgspec.structs.replace(parsed, records=(cut, *parsed.records[1:-1], changed))
    found = compare(report, broken, {len(report.units) - 1: (7, 7)})
    assert found.outcomes[-1].wrong == {"number", "section", "page"}
    assert sum(found.lost.values()) > 0
    assert sum(compare(report, parsed).lost.values()) == 0


@pytest.mark.parametrize(
    ("sort", "look"),
    [
        ("verbatim", {"numbers": "none", "columns": "2"}),
        ("verbatim", {"numbers": "none", "names": "capitals", "face": "typewriter"}),
        ("summary", {"numbers": "1."}),
        ("views", {"opinion": "annex"}),
        ("review", {"points": "1.1."}),
        ("review", {"points": "1."}),
    ],
)
def test_what_bodies_write_is_read_as_it_was_written(tmp_path: Path, sort: str, look: dict[str, str]) -> None:
    sound = {"align": "left", "gap": "6", "leading": "1.15", "indent": "hanging", "heading look": "bold"}
    report = meetings.make(2, **(sound | {"sort": sort, "size": "10", "contents": "no"} | look))
    check_read(as_printed(report, tmp_path), as_word_file(report, tmp_path))


def test_all_sorts_of_what_bodies_write_come() -> None:
    reports = [meetings.make(seed) for seed in range(40)]
    assert {report.style["sort"] for report in reports} == {"verbatim", "summary", "views", "review"}
    check_blocks(reports)


@pytest.mark.parametrize(
    ("sort", "look"),
    [
        ("judgment", {"opinions": "2", "quoted articles": "yes", "heading look": "capitals"}),
        ("judgment", {"opinions": "1", "quoted articles": "yes", "indent": "hanging", "numbers": "1."}),
        ("visit", {"advice": "bold", "heading look": "bold"}),
        ("regulation", {}),
    ],
)
def test_what_courts_write_is_read_as_it_was_written(tmp_path: Path, sort: str, look: dict[str, str]) -> None:
    sound = {"align": "left", "leading": "1.15", "gap": "6", "size": "10", "face": "serif", "numbers": "1."}
    report = judgments.make(3, **(sound | {"sort": sort} | look))
    check_read(as_printed(report, tmp_path), as_word_file(report, tmp_path))


def test_all_sorts_of_what_courts_write_come() -> None:
    reports = [judgments.make(seed) for seed in range(40)]
    assert {report.style["sort"] for report in reports} == {"judgment", "visit", "regulation"}
    check_blocks(reports)


def test_the_same_seed_makes_the_same_report() -> None:
    assert make(7).blocks == make(7).blocks
    assert make(7).blocks != make(8).blocks


def test_all_that_a_property_may_be_comes() -> None:
    styles = [make(seed).style for seed in range(150)]
    for name, options in CHOICES.items():
        assert {style[name] for style in styles} == set(options)


def test_every_unit_is_set_in_a_block() -> None:
    reports = [make(seed) for seed in range(20)]
    check_blocks(reports)
    assert {report.blocks[0].kind for report in reports} == {"masthead"}
    assert all(isinstance(block, Block) for report in reports for block in report.blocks)


def test_the_command_prints_shares_by_property(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--reports", "2", "--no-office", "--with", "numbers=1."]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["paper", "word"]
    assert any(line.startswith("numbers: 1. ") for line in lines)


ACT = {
    "numbers": "1.", "heading look": "bold", "gap": "6", "indent": "first line", "emphasis": "italic",
    "parts": "none", "notes": "none", "restart": "no", "align": "left", "quotes": "none", "leading": "1.15",
    "table": "none", "figure": "no",
}  # fmt: skip


@pytest.mark.parametrize("document", ["act", "acts", "letter", "note verbale", "agenda"])
def test_a_sound_act_is_read_as_it_was_written(tmp_path: Path, document: str) -> None:
    report = acts.make(11, **ACT, document=document)
    check_read(as_printed(report, tmp_path), as_word_file(report, tmp_path))


LANGUAGES = ("fr", "es", "ru", "zh", "ar")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", ["act", "acts", "letter", "corrigendum", "agenda"])
def test_a_sound_act_in_another_language_is_read_as_it_was_written(
    tmp_path: Path, language: str, document: str
) -> None:
    numbers = {"numbers": "1 -" if language == "ar" else "1."}
    report = acts.make(11, **(ACT | numbers), document=document, language=language)
    check_read(as_word_file(report, tmp_path))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sort", ["verbatim", "summary", "views", "review"])
def test_what_bodies_write_in_another_language_is_read_as_it_was_written(
    tmp_path: Path, language: str, sort: str
) -> None:
    sound = {"align": "left", "gap": "6", "indent": "hanging", "heading look": "bold", "contents": "no"}
    report = meetings.make(2, **(sound | {"sort": sort, "language": language}))
    check_read(as_word_file(report, tmp_path))


@pytest.mark.parametrize(
    ("words", "english"), [(ACT_WORDS, ACT_WORDS["en"]), (MEETING_WORDS, MEETING_WORDS["en"])]
)
def test_every_language_has_as_many_words_as_english(
    words: Mapping[str, tuple[object, ...]], english: tuple[object, ...]
) -> None:
    # or one seed would make documents of different structure
    for others in words.values():
        for own, theirs in zip(english, others, strict=True):
            if isinstance(own, tuple):
                assert len(own) == len(cast("tuple[object, ...]", theirs))


def test_every_kind_of_act_comes_with_its_units_in_blocks() -> None:
    made = [acts.make(seed) for seed in range(80)]
    assert {report.style["document"] for report in made} == {
        *("act", "acts", "letter", "note verbale", "corrigendum", "agenda")
    }
    check_blocks(made)


def test_the_command_makes_another_family(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--reports", "2", "--no-office", "--family", "acts", "--with", "document=letter"]) == 0
    assert any(line.startswith("document: letter") for line in capsys.readouterr().out.splitlines())


SORTS = ("early", "facing", "council", "modern", "security")


@pytest.mark.parametrize("sort", SORTS)
def test_a_sound_volume_is_read_as_it_was_written(tmp_path: Path, sort: str) -> None:
    sound = {
        "act annex": "numbered", "heading look": "capitals centred", "begins": "first page", "notes": "none",
        "chapters": "yes", "align": "left", "gap": "6",
    }  # fmt: skip
    sound |= {"council": {"heading look": "bold"}, "facing": {"begins": "at an act", "align": "left"}}.get(
        sort, {}
    )
    report = volumes.make(3, **(sound | {"sort": sort}))
    check_read(as_printed(report, tmp_path))
    if sort != "facing":
        check_read(as_word_file(report, tmp_path))


def test_every_sort_of_volume_comes_with_its_units_in_blocks() -> None:
    made = [volumes.make(seed) for seed in range(60)]
    assert {report.style["sort"] for report in made} == set(SORTS)
    assert {report.style["begins"] for report in made} == {"first page", "in an act", "at an act"}
    assert any(unit.address for report in made for unit in report.units)
    check_blocks(made)


def test_columns_that_run_on_by_themselves_are_printed_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--reports", "2", "--no-office", "--family", "volumes", "--with", "sort=facing"]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("sort: facing"))
    assert line.split()[-1] == "-"


def test_a_designed_report_says_all_of_its_units_and_notes() -> None:
    reports = [designed.make(seed) for seed in range(12)]
    for report in reports:
        page = page_of(report)
        assert all(plain(unit.text).split()[0] in page for unit in report.units)
        assert page.count("<p class=note>") == len(report.notes) == page.count("<sup>")
    for name, options in designed.CHOICES.items():
        assert {designed.make(3, **{name: option}).style[name] for option in options} <= set(options)


def test_designed_reports_need_a_browser_and_it_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.evaluation.layouts.__main__.browser", lambda: None)
    assert main(["--family", "designed", "--reports", "1"]) == 0
    assert "none is installed" in capsys.readouterr().out


@pytest.mark.skipif(browser() is None, reason="Chromium prints these reports")
def test_a_designed_report_is_read_as_it_was_written(tmp_path: Path) -> None:
    sound = {"columns": "2", "heading look": "bold colour", "section look": "colour", "notes": "by chapter"}
    report = designed.make(3, **sound, page="A4", bullets="disc", boxes="tinted", lead="yes")
    path = print_page(page_of(report), tmp_path / "report.pdf")
    assert [outcome for outcome in compare(report, parse(path)).outcomes if outcome.wrong] == []
