from __future__ import annotations

from typing import Any

import msgspec
import pytest
import regex

from indexer.model import Footnote
from tests.evaluation.anchors import LETTERS_A_SLIP, at_edge, place, plain
from tests.evaluation.fakes import KEY, reading, record
from tests.evaluation.gold import (
    GOLD,
    NUMBERED,
    OTHER_LAYOUTS,
    SCANS,
    SCORED,
    Unit,
    check_gold,
    load_labels,
)
from tests.evaluation.reading import Reading
from tests.evaluation.run import Truth, evaluate

TEXT = "The State built schools and wells, and it rests now."


def unit(**more: Any) -> Unit:
    """Paragraph 7, wholly on page 3; fields may be given."""
    fields: dict[str, Any] = {
        "key": KEY,
        "page": 3,
        "order": 1,
        "kind": "paragraph",
        "number": "7",
        "first": "The State built",
        "last": "it rests now.",
        "starts_here": True,
        "ends_here": True,
    }
    return Unit(**fields | more)


def scores(read: Reading, *units: Unit) -> tuple[int, int, int]:
    """Units counted, right, and strictly right."""
    counts = check_gold(read, list(units)).counts
    return counts["gold"], counts["gold right"], counts["gold strict"]


@pytest.mark.parametrize(
    ("text", "label", "right", "strict"),
    [
        (TEXT, {}, 1, 1),
        ("THE STATE built12 schools; it rests\nnow", {}, 1, 1),
        ("Foreign words. " + TEXT, {}, 0, 0),
        (TEXT + " Next heading", {}, 1, 0),
        (TEXT + " Next heading", {"kind": "operative"}, 1, 0),
        (TEXT + " Next heading", {"kind": "recommendation"}, 0, 0),
        ("Foreign words. " + TEXT, {"starts_here": False}, 1, 1),
        (TEXT + " It goes on", {"ends_here": False}, 1, 1),
        ("The State built schools.", {}, 0, 0),
        ("And it rests now.", {"starts_here": False}, 0, 0),
        ("It rests now. The State built", {"starts_here": False, "ends_here": False}, 0, 0),
        ("", {}, 0, 0),
        (TEXT, {"first": ""}, 0, 0),
        (TEXT, {"last": "…"}, 0, 0),
        ("A/1.", {"first": "A/1.", "last": "A/1."}, 1, 1),
    ],
)
def test_first_and_last_words_hold_in_order_and_at_the_edges(
    text: str, label: dict[str, Any], right: int, strict: int
) -> None:
    read = reading(record("7", text, kind=label.get("kind", "paragraph")))
    assert scores(read, unit(**label)) == (1, right, strict)


@pytest.mark.parametrize(
    ("label", "number", "right"),
    [
        ("7", "7.", 1),
        ("7.", "7", 1),
        ("7", "8", 0),
        ("7", "17", 0),
        ("7", None, 0),
        (None, "8", 1),
        ("140.12", "140.12", 1),
        ("7bis", "7 bis", 1),
    ],
)
@pytest.mark.parametrize("kind", sorted(NUMBERED))
def test_a_numbered_unit_needs_its_number(
    kind: str, label: str | None, number: str | None, right: int
) -> None:
    read = reading(record(number, TEXT, kind=kind))
    assert scores(read, unit(kind=kind, number=label)) == (1, right, right)


@pytest.mark.parametrize(
    ("page", "page_end", "right"),
    [
        (3, 3, 1),
        (2, 3, 1),
        (3, 5, 1),
        (2, 4, 1),
        (3, None, 1),
        (4, 4, 0),
        (1, 2, 0),
        (2, None, 0),
        (None, None, 0),
    ],
)
def test_the_record_stands_on_the_page(page: int | None, page_end: int | None, right: int) -> None:
    read = reading(record("7", TEXT, page=page, page_end=page_end))
    assert scores(read, unit()) == (1, right, right)


@pytest.mark.parametrize(
    ("label", "kind", "strict"),
    [
        ("paragraph", "paragraph", 1),
        ("operative", "paragraph", 1),
        ("paragraph", "recommendation", 1),
        ("paragraph", "item", 0),
        ("paragraph", "text", 0),
        ("text", "text", 1),
        ("text", "paragraph", 0),
        ("text", "preamble", 0),
        ("preamble", "preamble", 1),
        ("preamble", "text", 0),
        ("speech", "speech", 1),
        ("speech", "text", 0),
    ],
)
def test_only_the_strict_figure_asks_for_the_family_of_kinds(label: str, kind: str, strict: int) -> None:
    assert scores(reading(record("7", TEXT, kind=kind)), unit(kind=label)) == (1, 1, strict)


@pytest.mark.parametrize(
    ("notes", "right"),
    [((TEXT,), 1), (("Other.", TEXT), 1), ((TEXT + " See also",), 0), (("Other.",), 0), ((), 0)],
)
def test_a_note_is_looked_for_among_the_notes(notes: tuple[str, ...], right: int) -> None:
    footnotes = tuple(Footnote(mark="1", text=text) for text in notes)
    read = reading(record("7", TEXT, footnotes=footnotes))
    assert scores(read, unit(kind="footnote", number="1")) == (1, right, right)


@pytest.mark.parametrize("kind", ["heading", "furniture", "table"])
def test_headings_furniture_and_tables_are_not_scored(kind: str) -> None:
    assert kind not in SCORED
    assert scores(reading(), unit(kind=kind)) == (0, 0, 0)


def test_two_paragraphs_in_one_record_are_not_strictly_right() -> None:
    read = reading(record("7", TEXT + " 8. Peru rests."))
    second = unit(number="8", first="Peru rests.", last="Peru rests.")
    assert scores(read, unit(), second) == (2, 1, 0)


def test_a_document_without_records_has_no_unit_right() -> None:
    assert scores(Reading(key=KEY, state="refused"), unit()) == (1, 0, 0)


@pytest.mark.parametrize(
    ("read", "why"),
    [
        (reading(record("8", TEXT)), "no such record on the page"),
        (reading(record("7", "Other.")), "the first words are missing"),
        (reading(record("7", "The State built.")), "the last words do not follow"),
        (
            reading(record("7", "Other."), record("7", "So " + TEXT)),
            "something stands before the first words",
        ),
        (reading(record("7", TEXT + " So.")), "something stands after the last words"),
        (reading(record("7", TEXT, kind="table")), "the record is of another kind"),
    ],
)
def test_a_miss_says_how_far_the_best_record_came(read: Reading, why: str) -> None:
    cases = {case.check: case for case in check_gold(read, [unit()]).cases}
    assert cases["gold-strict"].text == f"paragraph 7: {why}: The State built | it rests now."
    assert (cases["gold-strict"].key, cases["gold-strict"].page) == (KEY, 3)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("…", ""),
        ("Côte d’Ivoire", "côte d ivoire"),
        ("word3 A80 2030", "word a 2030"),
        ("1999a, (b)", "1999a b"),
        ("абв12 文", "абв 文"),
        ("鉴 于 1948 年 12 月 、 人 权", "鉴于1948年12月人权"),
        ("号 of 12", "号 of 12"),
        ("الرســـالة", "الرسالة"),
        ("to develop 1/.", "to develop"),
        ("to develop 12/", "to develop"),
        ("meeting 1/2, 46/169", "meeting 1 2 46 169"),
    ],
)
def test_words_are_compared_without_case_punctuation_and_marks(text: str, words: str) -> None:
    assert plain(text) == words


@pytest.mark.parametrize(
    ("anchor", "words", "letters", "found"),
    [
        ("the state built", "the state built", 0, (0, True, True)),
        ("the state built", "tne state built", 0, (None, False, False)),
        ("the state built", "tne state built", LETTERS_A_SLIP, (0, True, True)),
        ("the state built", "tbe slato hullt", LETTERS_A_SLIP, (None, False, False)),
        ("the state built", "so the state built", LETTERS_A_SLIP, (3, False, True)),
        ("the state built", "tne state built so", LETTERS_A_SLIP, (0, True, False)),
        ("the state built", "the state built and the stale built", LETTERS_A_SLIP, (0, True, True)),
        ("the state built", "and the stale built a the state built", LETTERS_A_SLIP, (22, False, True)),
        ("on", "an", LETTERS_A_SLIP, (None, False, False)),
        ("", "an", LETTERS_A_SLIP, (None, False, False)),
    ],
)
def test_a_slip_is_a_letter_that_differs_is_missing_or_is_too_many(
    anchor: str, words: str, letters: int, found: tuple[int | None, bool, bool]
) -> None:
    at = place(anchor, words, letters)
    edges = (at_edge(anchor, words, letters, edge) for edge in (r"\A{}", r"{}\Z"))
    assert (at.start() if at else None, *edges) == found


@pytest.mark.parametrize("family", ["b_new_geneva", *sorted(SCANS)])
@pytest.mark.parametrize(
    ("text", "scanned"),
    [
        ("Tne State buill schools, and il rests now.", 1),
        ("Tno Slafe bulll schools, and it rests now.", 0),
        ("So The State built schools, and it rests now.", 0),
        ("The State built schools, and it rests now. So", 0),
    ],
)
def test_only_the_words_of_a_scan_may_have_slips(family: str, text: str, scanned: int) -> None:
    key = f"{family}/report.pdf"
    read = msgspec.structs.replace(reading(record("7", text)), key=key)
    counts = check_gold(read, [unit(key=key)]).counts
    assert counts["gold strict"] + counts["other gold strict"] == (scanned if family in SCANS else 0)


def test_the_number_of_a_scan_has_no_slip() -> None:
    key = f"{min(SCANS)}/report.pdf"
    read = msgspec.structs.replace(reading(record("1", TEXT)), key=key)
    assert check_gold(read, [unit(key=key)]).counts["other gold right"] == 0


@pytest.mark.parametrize("family", sorted(OTHER_LAYOUTS))
def test_other_layouts_have_a_figure_of_their_own(family: str) -> None:
    key = f"{family}/report.pdf"
    counts = check_gold(msgspec.structs.replace(reading(record("7", TEXT)), key=key), [unit(key=key)]).counts
    assert counts == {"other gold": 1, "other gold right": 1, "other gold strict": 1}
    assert (GOLD / f"{family}.jsonl").exists()


def test_the_evaluation_counts_gold_pages_of_its_documents() -> None:
    truth = Truth(
        known={}, contents={}, recommendations={}, operative={}, gold={KEY: [unit()], "x/y": [unit()]}
    )
    total = evaluate([reading(record("7", TEXT))], truth).total()
    assert (total["gold"], total["gold right"], total["gold strict"]) == (1, 1, 1)


HAN = regex.compile(r"\p{Han}")


def test_anchors_are_a_few_words() -> None:
    for units in load_labels(GOLD, Unit).values():
        for labelled in units:
            assert 1 <= len(labelled.first.split()) <= 5
            assert 1 <= len(labelled.last.split()) <= 4
            assert len(HAN.findall(labelled.first)) <= 10
            assert len(HAN.findall(labelled.last)) <= 8
            assert labelled.kind not in SCORED or (plain(labelled.first) and plain(labelled.last))
