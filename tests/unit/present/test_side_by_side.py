from __future__ import annotations

import pytest

from indexer.model import Part
from indexer.present import PLAIN, Style, shown_text
from indexer.present.side_by_side import beside, column_width
from indexer.present.style import END_OF_ISOLATE, LEFT_TO_RIGHT, RIGHT_TO_LEFT, columns
from tests.unit.present.made import make_record, make_shown

ENGLISH = "Each harbour keeps a light, trims it every evening, and rings a bell."
FRENCH = "Chaque port entretient un feu, le mouche chaque soir et sonne une cloche."
ARABIC = "يحتفظ كل ميناء بضوء ويقلمه كل مساء ويقرع الجرس."


def record(language: str, text: str, number: str = "3", **more: object) -> object:
    return make_record(
        id=f"A/HRC/901/7@{language}#p{number}",
        language=language,
        address=f"p{number}",
        number=number,
        text=text,
        section=(f"II. {language}",),
        **more,
    )


def lines_of(*records: object, width: int | None, wanted: tuple[bool, ...] = ()) -> list[str]:
    return list(shown_text(make_shown(*records, wanted=wanted), Style(width=width)))  # type: ignore[arg-type]


def test_two_languages_in_columns() -> None:
    assert lines_of(record("en", ENGLISH), record("fr", FRENCH), width=80) == [
        "A/HRC/901/7, para. 3",
        "English · page 4 · II. en                French · page 4 · II. fr",
        "",
        "3. Each harbour keeps a light, trims     3. Chaque port entretient un feu, le",
        "it every evening, and rings a bell.      mouche chaque soir et sonne une",
        "                                         cloche.",
    ]


@pytest.mark.parametrize("width", [None, 60])
def test_one_after_the_other_where_there_is_no_room(width: int | None) -> None:
    lines = lines_of(record("en", ENGLISH), record("fr", FRENCH), width=width)
    assert [line for line in lines if line.startswith("A/HRC")] == ["A/HRC/901/7, para. 3"] * 2
    assert [line for line in lines if "page 4" in line] == [
        "English · page 4 · II. en",
        "French · page 4 · II. fr",
    ]


def test_one_language_is_not_named() -> None:
    assert lines_of(record("fr", FRENCH), record("fr", FRENCH, "4"), width=None)[1] == "page 4 · II. fr"


def test_a_language_without_a_usual_name_is_told_by_its_letters() -> None:
    lines = lines_of(record("cs", "Každý přístav."), record("fr", FRENCH), width=80)
    assert lines[1].startswith("cs · page 4")


def test_a_column_that_runs_from_right_to_left_keeps_its_edge() -> None:
    lines = lines_of(record("ar", ARABIC), record("en", ENGLISH), width=80)
    first = lines[3].rstrip()
    assert RIGHT_TO_LEFT in first
    assert first.index(END_OF_ISOLATE) < first.index("3. Each")
    assert {
        columns(line[: line.index(part)])
        for line, part in zip(lines[3:], ("3. Each", "it every"), strict=False)
    } == {41}


def test_a_column_with_other_letters_in_it_keeps_its_direction() -> None:
    (line,) = beside([["the word ميناء here"], ["le mot"]], 30)
    assert line.startswith(LEFT_TO_RIGHT)
    assert columns(line) == 30 + 3 + len("le mot")


def test_places_that_only_one_version_has_stand_alone() -> None:
    lines = lines_of(record("en", ENGLISH), record("fr", FRENCH), record("en", ENGLISH, "4"), width=80)
    assert lines.count("") == 3
    assert lines[-1] == "4. Each harbour keeps a light, trims it every evening, and rings a bell."


def test_copies_are_no_versions() -> None:
    lines = lines_of(record("en", ENGLISH), record("en", ENGLISH, copy=2), record("fr", FRENCH), width=80)
    assert [line for line in lines if line.startswith("A/HRC")] == ["A/HRC/901/7, para. 3"] * 2


def test_only_the_part_that_was_asked_for() -> None:
    text = "Each: (a) trims; (b) rings."
    parts = (Part(address="p3.a", start=6, end=16), Part(address="p3.b", start=17, end=27))
    both = [record(language, text, parts=parts) for language in ("en", "fr")]
    lines = list(shown_text(make_shown(*both, parts=("p3.b", "p3.b")), Style(width=80)))  # type: ignore[arg-type]
    assert not any("trims" in line for line in lines)
    assert lines[-1].split() == ["(b)", "rings.", "(b)", "rings."]


def test_what_only_surrounds_is_weaker() -> None:
    shown = make_shown(record("en", ENGLISH), record("fr", FRENCH), wanted=(False, False))  # type: ignore[arg-type]
    assert all(line.startswith("\x1b[") for line in shown_text(shown, Style(width=80, color=True)) if line)
    assert not any("\x1b" in line for line in shown_text(shown, PLAIN))


@pytest.mark.parametrize(
    ("count", "width", "each"),
    [(2, 80, 38), (2, 71, 34), (2, 70, None), (3, 120, 38), (6, 219, 34), (1, 80, None), (2, None, None)],
)
def test_the_room_for_columns(count: int, width: int | None, each: int | None) -> None:
    assert column_width(count, width) == each
