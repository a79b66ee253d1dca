from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import msgspec

from tests.evaluation import cache, pool
from tests.evaluation.__main__ import main
from tests.evaluation.corpus import Corpus, absent, find_corpus
from tests.evaluation.fakes import KEY, reading, record
from tests.evaluation.figures import FIGURES, measured
from tests.evaluation.floors import FLOORS, fallen, load_floors, raised, save_floors
from tests.evaluation.reading import Reading
from tests.evaluation.run import Truth, dump, evaluate
from tests.evaluation.table import family_tables, figure_table

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

    import pytest

NOTHING = Truth(known={}, contents={}, recommendations={}, operative={}, gold={})


def test_every_floor_belongs_to_a_figure() -> None:
    assert set(load_floors(FLOORS)) <= {figure.name for figure in FIGURES}


def test_every_figure_that_the_design_sets_has_a_floor() -> None:
    names = [figure.name for figure in FIGURES]
    assert len(names) == len(set(names))
    assert {figure.name for figure in FIGURES if figure.asked is not None} <= set(load_floors(FLOORS))


def test_a_figure_below_its_floor_falls() -> None:
    values = {"agree %": 94.0, "leak %": 0.3, "perfect %": 97.0}
    floors = {"agree %": 95.0, "leak %": 0.1, "perfect %": 97.0, "upr number %": 90.0}
    assert fallen(values, floors) == [
        "agree %: 94, the floor is 95",
        "leak %: 0.3, the floor is 0.1",
        "upr number %: no longer measured, the floor is 90",
    ]


def test_floors_only_rise(tmp_path: Path) -> None:
    values = {"agree %": 94.0, "perfect %": 98.0, "leak %": 0.3, "glued %": 0.2}
    floors = {"agree %": 95.0, "perfect %": 97.0, "leak %": 0.1, "glued %": 0.4, "upr number %": 90.0}
    save_floors(raised(values, floors), tmp_path / "floors.json")
    expected = {"perfect %": 98.0, "agree %": 95.0, "leak %": 0.1, "glued %": 0.2, "upr number %": 90.0}
    assert load_floors(tmp_path / "floors.json") == expected


def test_evaluation_counts_by_family_and_lists_what_has_no_records(tmp_path: Path) -> None:
    refused = Reading(key="g_scan/x.pdf", state="refused", code="no-text", reason="pictures only")
    read = reading(record("1"), record("2"), naive=2)
    evaluation = evaluate([read, refused], NOTHING)
    assert evaluation.families["b_family"]["agree"] == 1
    assert evaluation.empty == [("g_scan/x.pdf", "refused no-text: pictures only")]
    values = measured(evaluation.total())
    assert values["agree %"] == 100
    assert values["explained %"] == 100
    assert "contents range %" not in values
    lines = family_tables(evaluation.families) + figure_table(evaluation.total(), {"agree %": 99.0})
    assert any(line.startswith("b_family") for line in lines)
    assert any(line.split()[:2] == ["agree", "%"] for line in lines)
    dump(read, tmp_path)
    written = (tmp_path / f"{KEY}.jsonl").read_bytes().splitlines()
    assert [msgspec.json.decode(line)["number"] for line in written] == ["1", "2"]


def _corpus(root: Path) -> Corpus:
    folder = root / "documents" / "fam"
    folder.mkdir(parents=True)
    for name in ("a.txt", "b.txt", "dies.txt", "hangs.txt", "z.txt"):
        (folder / name).write_text(name, encoding="utf-8")
    return Corpus(root)


def _fake_serve(pipe: Connection, _: Path) -> None:
    """Stand in for the reader: dies on one document and hangs on another."""
    while True:
        try:
            key = pipe.recv()
        except EOFError:
            return
        if "dies" in key:
            os.kill(os.getpid(), signal.SIGKILL)
        if "hangs" in key:
            time.sleep(3600)
        pipe.send_bytes(msgspec.json.encode(Reading(key=key, state="read")))


def test_no_document_stops_or_kills_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = _corpus(tmp_path)
    monkeypatch.setattr(pool, "_serve", _fake_serve)
    found = {r.key: r for r in pool.read_all(corpus.keys(), corpus.documents, jobs=2, limit=3)}
    states = {key.removeprefix("fam/"): reading.state for key, reading in found.items()}
    assert states == {
        "a.txt": "read",
        "b.txt": "read",
        "dies.txt": "crashed",
        "hangs.txt": "hung",
        "z.txt": "read",
    }


def test_readings_are_kept_until_the_document_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = _corpus(tmp_path / "corpus")
    asked: list[list[str]] = []

    def fake(keys: dict[str, Path], _: Path, *, jobs: int) -> list[Reading]:
        assert jobs == 2
        asked.append(sorted(keys))
        return [Reading(key=key, state="read") for key in keys]

    monkeypatch.setattr(cache, "read_all", fake)
    monkeypatch.setattr(cache, "cache_folder", lambda _: tmp_path)
    keys = corpus.keys()[:2]
    for _ in range(2):
        assert sorted(r.key for r in cache.readings(corpus.documents, keys)) == keys
    (corpus.documents / keys[0]).write_text("changed", encoding="utf-8")
    list(cache.readings(corpus.documents, keys))
    assert asked == [keys, [], [keys[0]]]


def test_without_a_corpus_the_command_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INDEXER_CORPUS", str(tmp_path))
    assert find_corpus() is None
    assert str(tmp_path) in absent()
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("skipped: the real documents are not here")
