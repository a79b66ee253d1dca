"""The measure of orders, and a collection of three documents asked as the large ones are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from tests.evaluation import ranking
from tests.evaluation.floors import load_floors, save_floors
from tests.evaluation.qrels import ndcg
from tests.evaluation.ranking import compared, main

if TYPE_CHECKING:
    from pathlib import Path

SECOND = 1 / math.log2(3)


@pytest.mark.parametrize(
    ("found", "relevant", "value"),
    [
        (["a"], {"a": 1}, 1),
        (["b", "a"], {"a": 1}, SECOND),
        (["a", "b"], {"a": 1, "b": 1}, 1),
        (["a", "b"], {"a": 1, "b": 3}, (1 + 3 * SECOND) / (3 + SECOND)),
        (["x", "y"], {"a": 1}, 0),
        ([], {"a": 1}, 0),
        ([*"0123456789", "a"], {"a": 1}, 0),
    ],
)
def test_ndcg(found: list[str], relevant: dict[str, int], value: float) -> None:
    assert ndcg(found, relevant) == pytest.approx(value)


def test_a_difference_is_sure_only_where_it_is_everywhere() -> None:
    first = {str(query): 0.1 for query in range(20)}
    always = {query: score + 0.1 for query, score in first.items()}
    mixed = {query: score + (0.1 if int(query) % 2 else -0.1) for query, score in first.items()}
    assert compared(first, always, rounds=500).gain == pytest.approx(0.1)
    assert compared(first, always, rounds=500).chance < 0.01
    assert compared(first, mixed, rounds=500) == pytest.approx((0, 1))


@pytest.fixture(scope="module")
def collections(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One collection, of which one query is answered first and one second."""
    folder = tmp_path_factory.mktemp("collections") / "harbours"
    folder.mkdir()
    texts = {"1": "lights lights lights of the harbour", "2": "lights and boats", "3": "a register of pilots"}
    lines = [f'{{"id": "{key}", "title": "", "text": "{text}"}}\n' for key, text in texts.items()]
    (folder / "corpus.jsonl").write_text("".join(lines), encoding="utf-8")
    (folder / "queries.tsv").write_text("a\tPilots?\nb\tthe lights\nc\tnot judged\n", encoding="utf-8")
    (folder / "qrels.txt").write_text("a 0 3 1\nb 0 2 1\nb 0 1 0\n", encoding="utf-8")
    return folder.parent


@pytest.fixture
def floors(collections: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the floors of that collection stand; its index is made once."""
    monkeypatch.setattr(ranking, "find_collections", lambda: collections)
    monkeypatch.setattr(ranking, "cache_folder", lambda _: collections.parent)
    monkeypatch.setattr(ranking, "FLOORS", tmp_path / "floors.json")
    return tmp_path / "floors.json"


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ({"harbours": 0.8155, "mean": 0.8155}, []),
        ({"harbours": 0.9}, ["harbours: 0.8155, the floor is 0.9"]),
        ({"mean": 0.8156}, ["mean: 0.8155, the floor is 0.8156"]),
        ({"gone": 0.1}, ["gone: no longer measured, the floor is 0.1"]),
    ],
)
def test_what_falls_below_its_floor_is_told(
    floors: Path, capsys: pytest.CaptureFixture[str], held: dict[str, float], said: list[str]
) -> None:
    save_floors(held, floors)
    assert main([]) == (1 if said else 0)
    told = capsys.readouterr().out.splitlines()
    assert [line for line in told if "BELOW" in line] == [f"BELOW ITS FLOOR: {one}" for one in said]


def test_less_than_is_asked_fails_whatever_the_floors(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_floors({}, floors)
    monkeypatch.setattr(ranking, "ASKED", 0.9)
    assert main([]) == 1


def test_floors_are_only_raised(floors: Path) -> None:
    save_floors({"harbours": 0.9, "mean": 0.1}, floors)
    main(["--raise-floors"])
    assert load_floors(floors) == {"harbours": 0.9, "mean": 0.8155}
