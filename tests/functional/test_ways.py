"""The way without the option parser and the way with it, held against each other."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.functional.running import run

if TYPE_CHECKING:
    from pathlib import Path

PIECES = (
    "show", "search", "info", "harbour", "A/HRC/901/7, para. 2", "A/HRC/901/7", "zebra", "-zebra", "", " ",
    "\n", "a\0b", "\udcff", "--", "-", "--index", "HERE", "NOWHERE", "FILE", "--index=HERE", "--inde", "sho",
    "-h", "-q", "-v", "--version", "--color", "never", "-n", "1", "--limit=1", "--nothing", "@file", "*",
)  # fmt: skip
LEADS: tuple[list[str], ...] = (
    ["--index", "HERE", "show"],
    ["--index", "HERE", "search"],
    ["show", "--index", "HERE"],
    ["search"],
    [],
)


@pytest.mark.parametrize("seed", range(100))
def test_both_ways_are_the_same(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    made = random.Random(seed)  # noqa: S311 - no secret
    monkeypatch.chdir(tmp_path)
    for name in ("file", "show", "search"):  # files named as commands are
        (tmp_path / name).write_text("no index")
    names = {
        "HERE": str(index),
        "NOWHERE": str(tmp_path / "no"),
        "FILE": str(tmp_path / "file"),
        "--index=HERE": f"--index={index}",
    }
    words = [*made.choice(LEADS), *made.choices(PIECES, k=made.randint(0, 5))]
    arguments = [names.get(word, word) for word in words]
    short = run(*arguments)
    monkeypatch.setattr("indexer.cli.runs_directly", lambda *_: False)
    assert short == run(*arguments), words
