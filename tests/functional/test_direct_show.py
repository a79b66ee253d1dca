from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from indexer.cli.console import Settings
from indexer.cli.direct import runs_directly
from tests.functional.running import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.functional.conftest import Ask


@pytest.mark.parametrize(
    "arguments",
    [
        ["A/HRC/901/7, para. 2"],
        ["A/HRC/901/7", "para.", "2"],
        ["A/HRC/901/7, para. 99"],
        ["A/HRC/999/7"],
        ["nothing like a citation"],
        ["A/HRC/901/7, para. 3 (b)", "A/80/901"],
    ],
    ids=str,
)
def test_without_options_the_answer_is_the_same(ask: Ask, arguments: list[str]) -> None:
    assert ask("show", *arguments) == ask("show", *arguments, "--format", "text")


def test_the_index_may_stand_before_and_behind(index: Path, tmp_path: Path) -> None:
    reference = "A/HRC/901/7, para. 2"
    before = run("--index", index, "show", reference)
    assert before.code == 0
    assert run("show", reference, "--index", index) == before
    assert run("--index", tmp_path / "other", "show", "--index", index, reference) == before
    assert run("show", reference, env={"INDEXER_INDEX": str(index)}) == before


def test_an_index_that_is_a_file_is_told_as_ever(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no index")
    outcome = run("--index", tmp_path / "file", "show", "A/HRC/901/7")
    assert outcome.code == 2
    assert "is a file" in outcome.err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["show"],
        ["show", "-"],
        ["show", "-h"],
        ["show", "A/1/1", "--page", "2"],
        ["-v", "show", "A/1/1"],
        ["search", "x"],
    ],
    ids=str,
)
def test_everything_else_is_left_to_click(arguments: list[str]) -> None:
    settings = Settings()
    assert not runs_directly(arguments, settings)
    assert settings == Settings()


def test_neither_click_nor_patterns_are_loaded(index: Path) -> None:
    script = (
        "import sys\nfrom indexer.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit as end:\n"
        "    sys.exit(end.code or bool({'click', 'regex'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", script, "--index", str(index), "show", "A/HRC/901/7, para. 2"]
    assert subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0
