"""Records of two states of the program, compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.evaluation import cache, changes
from tests.evaluation.changes import Saved, compared, load, main, save, told
from tests.evaluation.fakes import record

if TYPE_CHECKING:
    from pathlib import Path

READ = Saved(state="read", records=(record("1"), record("2", "Two."), record("2", "Two.")))


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save({"a/one.pdf": READ, "a/two.pdf": Saved(state="refused no-text")}, tmp_path / "saved")
    assert load(tmp_path / "saved") == {"a/one.pdf": READ, "a/two.pdf": Saved(state="refused no-text")}


def test_what_other_records_change_does_not_count() -> None:
    moved = (record("1", order=7), record("2", "Two.", boxes=((1, 0.0, 0.0, 9.0, 9.0),)), READ.records[2])
    assert list(told("k", READ, Saved(state="read", records=moved))) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "Else."},
        {"section": ("A",)},
        {"page": 4},
        {"kind": "text"},
        {"title": "T"},
        {"date": "2020-01-01"},
    ],
)
def test_what_a_record_says_counts(changed: dict[str, Any]) -> None:
    now = Saved(state="read", records=(record("1", **changed), *READ.records[1:]))
    about = list(told("k", READ, now))
    assert about[0] == "k: 3 -> 3 records, 1 gone, 1 come"
    assert [line[:7] for line in about[1:]] == ["  - p1 ", "  + p1 "]


def test_a_record_that_comes_less_often_counts_and_so_does_the_order() -> None:
    once = Saved(state="read", records=READ.records[:2])
    assert next(told("k", READ, once)) == "k: 3 -> 2 records, 1 gone, 0 come"
    turned = Saved(state="read", records=READ.records[::-1])
    assert list(told("k", READ, turned)) == ["k: 3 -> 3 records, 0 gone, 0 come; in another order"]


def test_a_document_that_is_read_no_more_differs() -> None:
    assert list(told("k", Saved(state="refused no-text"), Saved(state="crashed"))) == [
        "k: 0 -> 0 records, 0 gone, 0 come; refused no-text -> crashed"
    ]
    lines, different = compared({"k": READ}, {})
    assert different == 1
    assert lines[0] == "k: 3 -> 0 records, 3 gone, 0 come; read -> not there"


def test_the_command_saves_compares_and_ends_with_what_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cache, "cache_folder", lambda _: tmp_path)
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "one.txt").write_text("1. The first paragraph.\n\n2. The second paragraph.\n", encoding="utf-8")
    before = str(tmp_path / "before")
    assert main(["--save", before, "--folder", str(folder), "--jobs", "1"]) == 0
    assert main(["--against", before, "--folder", str(folder), "--jobs", "1"]) == 0
    assert "1 documents, 2 records; 0 documents differ" in capsys.readouterr().out
    (folder / "one.txt").write_text("1. The first paragraph.\n\n2. Another paragraph.\n", encoding="utf-8")
    assert main(["--against", before, "--folder", str(folder), "--jobs", "1"]) == 1
    out = capsys.readouterr().out
    assert "one.txt: 2 -> 2 records, 1 gone, 1 come" in out
    assert "| Another paragraph." in out


def test_without_a_corpus_the_command_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(changes, "find_corpus", lambda: None)
    assert main(["--save", str(tmp_path / "saved")]) == 0
    assert capsys.readouterr().out.startswith("skipped: the real documents are not here")
