"""Resolutions and decisions that stand in a volume or a report of their organ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.query.test_index_show import unit, write

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.query import Index

VOLUME = [
    *(f"resolution-801-VII.{place}" for place in ("t1", "pp1", "p1", "p2", "annex.p1")),
    *(f"resolution-802{part}-VII.p{number}" for part in "AB" for number in (1, 2)),
    "resolution-78.69.p1",
    "decision-78.503.t1",
    *(f"decision-78.408{part}.t1" for part in "AB"),
]
CONFERENCE = [f"decision-{act}" for act in ("1-CP.21.p3", "1-CP.21.annex.p3", "2-CP.21.p3", "XII.1.p3")]
COUNCIL = ["p1", "resolution-16.21.p1", "resolution-78.69.p1"]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("acts")
    report = [unit("A/HRC/16/2", address, order, body="HRC") for order, address in enumerate(COUNCIL, 1)]
    volume = [unit("A/2361", address, order, body="GA") for order, address in enumerate(VOLUME, 1)]
    alone = [unit("A/RES/79/1", "p1", 1), unit("A/2362", "resolution-79.1.p1", 1, body="GA")]
    scan = [unit("file:scan.pdf", "resolution-1325-2000.p1", 1)]
    conference = [
        unit("FCCC/CP/2015/10/Add.1", address, order) for order, address in enumerate(CONFERENCE, 1)
    ]
    return write(folder / ".indexer", [report, volume, alone[:1], alone[1:], scan, conference])


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("A/RES/801(VII), para. 2", ["A/2361@en#resolution-801-VII.p2"]),
        ("General Assembly resolution 801 (VII), preambular para. 1", ["A/2361@en#resolution-801-VII.pp1"]),
        ("resolution 801 (VII), annex, para. 1", ["A/2361@en#resolution-801-VII.annex.p1"]),
        ("resolution 802 B (VII), para. 1", ["A/2361@en#resolution-802B-VII.p1"]),
        ("A/RES/802(VII), para. 2", [f"A/2361@en#resolution-802{part}-VII.p2" for part in "AB"]),
        ("A/RES/78/69", ["A/2361@en#resolution-78.69.p1"]),
        ("A/DEC/78/503", ["A/2361@en#decision-78.503.t1"]),
        ("decision 78/408 A", ["A/2361@en#decision-78.408A.t1"]),
        ("General Assembly decision 78/408", [f"A/2361@en#decision-78.408{part}.t1" for part in "AB"]),
        ("A/HRC/RES/16/21, para. 1", ["A/HRC/16/2@en#resolution-16.21.p1"]),
        ("A/HRC/RES/78/69, para. 1", ["A/HRC/16/2@en#resolution-78.69.p1"]),
        ("S/RES/1325(2000), para. 1", ["file:scan.pdf@en#resolution-1325-2000.p1"]),
        ("UNSCR 1325, para. 1", ["file:scan.pdf@en#resolution-1325-2000.p1"]),
        ("A/2361, resolution 801 (VII), para. 1", ["A/2361@en#resolution-801-VII.p1"]),
        ("A/2361, resolution 802 A (VII), para. 1", ["A/2361@en#resolution-802A-VII.p1"]),
        ("A/RES/79/1, para. 1", ["A/RES/79/1@en#p1"]),
        ("decision 1/CP.21, para. 3", ["FCCC/CP/2015/10/Add.1@en#decision-1-CP.21.p3"]),
        ("Decision 1/cp.21, annex, para. 3", ["FCCC/CP/2015/10/Add.1@en#decision-1-CP.21.annex.p3"]),
        ("paragraph 3 of UNFCCC decision 2/CP.21", ["FCCC/CP/2015/10/Add.1@en#decision-2-CP.21.p3"]),
        ("décision 2/CP.21, par. 3", ["FCCC/CP/2015/10/Add.1@en#decision-2-CP.21.p3"]),
        ("第2/CP.21号决定第3段", ["FCCC/CP/2015/10/Add.1@en#decision-2-CP.21.p3"]),
        ("COP decision XII/1", ["FCCC/CP/2015/10/Add.1@en#decision-XII.1.p3"]),
        ("FCCC/CP/2015/10/Add.1, decision XII/1, para. 3", ["FCCC/CP/2015/10/Add.1@en#decision-XII.1.p3"]),
        ("Conference of the Parties decision 3/CP.21, para. 3", []),
        ("resolution XII/1", []),
        ("A/HRC/RES/79/1", []),
        ("A/RES/800(VII)", []),
    ],
)
def test_acts_are_found_where_they_stand(index: Index, reference: str, expected: list[str]) -> None:
    assert [record.id for record in index.show(reference).records] == expected


def test_it_is_said_where_an_act_was_found(index: Index) -> None:
    shown = index.show("A/RES/801(VII), para. 9")
    assert shown.notices == ("no document bears the symbol A/RES/801(VII); found in A/2361",)
    assert shown.misses == ("A/2361, resolution 801 (VII) has paras. 1-2, no 9",)


def test_it_is_said_where_a_decision_of_a_conference_was_found(index: Index) -> None:
    assert index.show("decision 1/CP.21").notices == ("decision 1/CP.21 was found in FCCC/CP/2015/10/Add.1",)
    assert index.show("decision 9/CP.21").misses == ("no document in the index holds decision 9/CP.21",)


def test_a_search_for_the_symbol_is_one_in_the_act(index: Index) -> None:
    found = index.search("A/RES/801(VII) pp1")
    assert [hit.id for hit in found.hits] == ["A/2361@en#resolution-801-VII.pp1"]
    assert found.notices == ("no document bears the symbol A/RES/801(VII); found in A/2361",)
    assert {hit.address for hit in index.search("A/RES/802(VII)").hits} == {
        f"resolution-802{part}-VII.p{number}" for part in "AB" for number in (1, 2)
    }
    assert index.search("A/RES/800(VII)").notices == ("A/RES/800(VII) is not in the index",)


def test_a_search_for_a_citation_finds_it_too(index: Index) -> None:
    assert [hit.id for hit in index.search("A/RES/801(VII), para. 2").hits] == [
        "A/2361@en#resolution-801-VII.p2"
    ]
