from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from indexer.model import Part
from tests.evaluation.anchors import plain
from tests.evaluation.fakes import KEY, reading, record
from tests.evaluation.gold import SCANS, load_labels
from tests.evaluation.gold_parts import (
    PARTS,
    STAGES,
    GoldParagraph,
    GoldPart,
    check_parts,
)
from tests.evaluation.reading import Reading
from tests.evaluation.run import Truth, evaluate

if TYPE_CHECKING:
    from indexer.model import Record

A, A_I, A_II = "(a) Schools that are:\n", "(i) Large; and\n", "(ii) Small;\n"
B = "(b) Wells for all the people."
TEXT = f"The State built:\n{A}{A_I}{A_II}{B}"
SPANS = {"a": A + A_I + A_II, "a.i": A_I, "a.ii": A_II, "b": B}
SHORT = "(b) Wells for all"


def parted(spans: dict[str, str] = SPANS, text: str = TEXT, **more: Any) -> Record:
    """Paragraph 7 with parts that hold the given texts; fields may be given."""
    parts = tuple(
        Part(address=f"p7.{address}", start=text.index(words), end=text.index(words) + len(words))
        for address, words in spans.items()
    )
    return record("7", text, parts=parts, **more)


def label(**more: Any) -> GoldParagraph:
    """Paragraph 7 on page 3 with its four parts; fields may be given."""
    fields: dict[str, Any] = {
        "key": KEY,
        "page": 3,
        "number": "7",
        "opens": None,
        "parts": (
            GoldPart(address="a", first="Schools that are"),
            GoldPart(address="a.i", first="Large; and"),
            GoldPart(address="a.ii", first="Small;"),
            GoldPart(address="b", first="Wells for all"),
        ),
        "last": "all the people.",
    }
    return GoldParagraph(**fields | more)


def counted(read: Reading, *labels: GoldParagraph) -> tuple[int, int, int]:
    """Parts labelled, right, and found."""
    counts = check_parts(read, list(labels)).counts
    return counts["parts"], counts["parts right"], counts["parts found"]


def test_all_parts_are_right_when_addresses_and_words_are() -> None:
    assert counted(reading(parted()), label()) == (4, 4, 4)
    assert check_parts(reading(parted()), [label()]).cases == []


@pytest.mark.parametrize(
    ("spans", "right", "stage"),
    [
        ({}, 0, 1),
        ({name: words for name, words in SPANS.items() if name != "a.ii"}, 3, 1),
        ({**SPANS, "a.ii": A_I}, 3, 2),
        ({**SPANS, "a.ii": SPANS["a.ii"][5:]}, 3, 2),
        ({**SPANS, "a.i": A_I + A_II}, 3, 3),
        ({**SPANS, "a.ii": A_II + B}, 3, 3),
        ({**SPANS, "b": SHORT}, 3, 3),
    ],
)
def test_a_miss_says_how_far_the_part_came(spans: dict[str, str], right: int, stage: int) -> None:
    read = reading(parted(spans))
    assert counted(read, label()) == (4, right, len(spans))
    assert STAGES[stage] in check_parts(read, [label()]).cases[0].text


def test_a_part_that_is_none_is_found_and_not_right() -> None:
    assert counted(reading(parted()), label(parts=(), last=None)) == (0, 0, 4)
    two = label(parts=label().parts[:1], last="Small;")
    assert counted(reading(parted()), two) == (1, 1, 4)
    said = [case.text for case in check_parts(reading(parted()), [two]).cases]
    assert len(said) == 3
    assert all("is none" in text for text in said)


@pytest.mark.parametrize(
    ("found", "good"),
    [
        (parted(), 4),
        (parted(page=4, page_end=4), 0),
        (record("8", TEXT, parts=parted().parts), 0),
    ],
)
def test_the_record_stands_on_the_page_with_its_number(found: Record, good: int) -> None:
    assert counted(reading(found), label())[1] == good


def test_of_two_records_with_the_number_the_one_with_the_parts_is_asked() -> None:
    assert counted(reading(record("7", "The State rested."), parted()), label()) == (4, 4, 4)


@pytest.mark.parametrize(("opens", "good"), [("The State", 4), ("The Stat", 0), ("State built", 0)])
def test_a_paragraph_without_a_number_is_known_by_its_words(opens: str, good: int) -> None:
    assert counted(reading(parted()), label(number=None, opens=opens))[1] == good


def test_an_end_that_no_rule_names_is_not_asked() -> None:
    short = reading(parted({**SPANS, "b": SHORT}))
    assert counted(short, label(last=None)) == (4, 4, 4)


@pytest.mark.parametrize("family", ["b_new_geneva", *sorted(SCANS)])
def test_only_the_words_of_a_scan_may_have_slips(family: str) -> None:
    key = f"{family}/report.pdf"
    slip = parted({"b": "(b) Welis for all the people."}, "The State built: (b) Welis for all the people.")
    read = msgspec.structs.replace(reading(slip), key=key)
    one = label(key=key, parts=label().parts[3:])
    assert counted(read, one) == (1, int(family in SCANS), 1)


def test_a_document_without_records_has_no_part_right() -> None:
    assert counted(Reading(key=KEY, state="refused"), label()) == (4, 0, 0)


def test_the_evaluation_counts_parts_of_its_documents() -> None:
    truth = Truth(known={}, contents={}, recommendations={}, operative={}, gold={}, parts={KEY: [label()]})
    total = evaluate([reading(parted())], truth).total()
    assert (total["parts"], total["parts right"], total["parts found"]) == (4, 4, 4)


def test_labels_are_a_few_words_of_parts_in_order() -> None:
    for labels in load_labels(PARTS, GoldParagraph).values():
        for one in labels:
            addresses = [part.address for part in one.parts]
            assert bool(one.number) != bool(one.opens)
            assert len(set(addresses)) == len(addresses)
            assert one.parts or one.last is None
            assert len((one.opens or "").split()) <= 8
            assert len((one.last or "").split()) <= 4
            for part in one.parts:
                assert plain(part.first)
                assert len(part.first.split()) <= 4
                above = part.address.rpartition(".")[0]
                assert not above or above in addresses
