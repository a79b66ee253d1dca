from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from indexer.model import Footnote
from tests.evaluation.anchors import plain
from tests.evaluation.fakes import KEY, reading, record
from tests.evaluation.gold import SCANS, load_labels
from tests.evaluation.gold_notes import NOTES, STAGES, GoldNote, check_notes
from tests.evaluation.reading import Reading
from tests.evaluation.run import Truth, evaluate

if TYPE_CHECKING:
    from indexer.model import Record

TEXT = "The State built schools and wells, and it rests now."
AT = TEXT.index(" and wells")
NOTE = "See the report on wells and schools."


def label(**more: Any) -> GoldNote:
    """Note 4 of paragraph 7 on page 3, behind "schools"; fields may be given."""
    fields: dict[str, Any] = {
        "key": KEY,
        "page": 3,
        "order": 1,
        "mark": "4",
        "place": "text",
        "number": "7",
        "opens": None,
        "before": "State built schools",
        "after": "and wells, and",
        "note_page": 3,
        "first": "See the report on",
        "last": None,
    }
    return GoldNote(**fields | more)


def noted(text: str = TEXT, at: int | None = AT, note: str = NOTE, mark: str = "4", **more: Any) -> Record:
    """Paragraph 7 with one note; fields may be given."""
    return record("7", text, footnotes=(Footnote(mark=mark, text=note, at=at, page=3),), **more)


def right(read: Reading, *labels: GoldNote) -> tuple[int, int]:
    """Labels counted, and right."""
    counts = check_notes(read, list(labels)).counts
    return counts["notes"], counts["notes right"]


def why(read: Reading, one: GoldNote) -> str:
    """What a miss says; empty when it is none."""
    cases = check_notes(read, [one]).cases
    return next((stage for case in cases for stage in STAGES if stage in case.text), "")


def test_a_note_is_right_when_all_that_is_asked_holds() -> None:
    assert right(reading(noted()), label()) == (1, 1)
    assert check_notes(reading(noted()), [label()]).cases == []


@pytest.mark.parametrize(
    ("found", "stage"),
    [
        (record("7", TEXT), 0),
        (noted(mark="5"), 0),
        (noted(note="Another report."), 0),
        (noted(note="But see the report on wells."), 0),
        (noted(note="See the report onwards."), 0),
        (record("8", TEXT, footnotes=noted().footnotes), 2),
        (noted(page=4, page_end=4), 2),
        (noted(at=None), 3),
        (noted(at=AT + 4), 3),
        (noted(at=AT - 8), 3),
        (noted(TEXT.replace("schools", "schools4"), AT + 1), 3),
        (noted(TEXT.replace("schools", "schools 4"), AT), 3),
        (noted(TEXT.replace("schools", f"schools {NOTE}"), AT), 3),
        (noted(f"{TEXT} {NOTE}"), 4),
    ],
)
def test_a_miss_says_how_far_the_best_note_came(found: Record, stage: int) -> None:
    assert why(reading(found), label()) == STAGES[stage]


def test_a_note_must_not_stand_in_the_text_of_another_record() -> None:
    other = record("8", f"It rests. {NOTE}")
    assert why(reading(noted(), other), label()) == STAGES[4]
    far = record("8", f"It rests. {NOTE}", page=5, page_end=5)
    assert why(reading(noted(), far), label()) == ""
    assert why(reading(noted(note="Ibid."), record("8", "Ibid.")), label(first="Ibid")) == ""


@pytest.mark.parametrize(
    ("note", "last", "good"),
    [(NOTE, "wells and schools", 1), ("See the report on", "wells and schools", 0), (NOTE, "and wells", 0)],
)
def test_a_note_over_the_end_of_a_page_has_its_last_words(note: str, last: str, good: int) -> None:
    assert right(reading(noted(note=note)), label(last=last)) == (1, good)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("The State built schools.", 1),
        ("The State built schools;\n(b) And wells.", 1),
        ("The State built schools and wells.", 0),
    ],
)
def test_where_no_words_follow_the_block_must_end(text: str, good: int) -> None:
    assert right(reading(noted(text)), label(after="")) == (1, good)


@pytest.mark.parametrize(("at", "good"), [(0, 1), (len("The"), 0), (None, 0)])
def test_a_mark_at_a_number_stands_before_the_text(at: int | None, good: int) -> None:
    assert right(reading(noted(at=at)), label(before="", after="The State built")) == (1, good)


@pytest.mark.parametrize(
    ("found", "good"),
    [
        (noted(at=None), 1),
        (noted(at=None, page=5, page_end=5), 1),
        (noted(at=0), 0),
        (record("8", TEXT, footnotes=noted(at=None).footnotes), 0),
    ],
)
def test_the_note_of_a_heading_hangs_on_the_unit_below(found: Record, good: int) -> None:
    assert right(reading(found), label(place="heading", before="", after="")) == (1, good)


@pytest.mark.parametrize(
    ("opens", "text", "good"),
    [("The State", TEXT, 1), ("The Stat", TEXT, 0), ("State built", TEXT, 0), (None, TEXT, 1)],
)
def test_a_unit_without_a_number_is_known_by_its_words(opens: str | None, text: str, good: int) -> None:
    assert right(reading(noted(text)), label(number=None, opens=opens)) == (1, good)


@pytest.mark.parametrize(("kind", "good"), [("table", 1), ("text", 0)])
def test_a_mark_in_a_table_needs_a_table(kind: str, good: int) -> None:
    in_table = label(place="table", number=None, after="")
    assert right(reading(noted(kind=kind)), in_table) == (1, good)


def test_each_record_that_refers_to_a_note_must_have_it() -> None:
    again = label(number="8", order=2)
    assert right(reading(noted()), label(), again) == (2, 1)
    both = (noted(), record("8", TEXT, footnotes=noted().footnotes))
    assert right(reading(*both), label(), again) == (2, 2)


@pytest.mark.parametrize("family", ["b_new_geneva", *sorted(SCANS)])
def test_only_the_words_of_a_scan_may_have_slips(family: str) -> None:
    key = f"{family}/report.pdf"
    slip = noted(TEXT.replace("built schools", "huilt schools"), note=NOTE.replace("report", "repcrt"))
    read = msgspec.structs.replace(reading(slip), key=key)
    assert right(read, label(key=key)) == (1, int(family in SCANS))


def test_a_document_without_records_has_no_note_right() -> None:
    assert right(Reading(key=KEY, state="refused"), label()) == (1, 0)


def test_the_evaluation_counts_notes_of_its_documents() -> None:
    truth = Truth(known={}, contents={}, recommendations={}, operative={}, gold={}, notes={KEY: [label()]})
    total = evaluate([reading(noted())], truth).total()
    assert (total["notes"], total["notes right"]) == (1, 1)


def test_labels_are_a_few_words_and_say_where_the_mark_stands() -> None:
    for labels in load_labels(NOTES, GoldNote).values():
        for one in labels:
            assert plain(one.first)
            assert len(one.first.split()) <= 5
            assert len(one.before.split()) <= 4
            assert len(one.after.split()) <= 3
            assert len((one.opens or "").split()) <= 8
            assert (one.place in ("table", "anywhere")) <= (one.number is None and one.opens is None)
            assert one.place != "text" or bool(one.number) != bool(one.opens)
            assert one.place == "heading" or plain(f"{one.before} {one.after}")
            assert one.place != "heading" or not f"{one.before}{one.after}"
