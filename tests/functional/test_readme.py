"""Runs every session of README.md on the sample corpus, and compares what it prints with what stands there.

A session is a block fenced as ```console. A line that begins with "$ " is a command, the lines below it are
what a person sees on a terminal of 100 columns without colour, both streams together. A line "..." stands for
any number of lines. The commands of all blocks run one after the other in one fresh folder, in which
`sample_corpus/` lies.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from tests.functional.pseudo_terminal import run_program
from tests.functional.running import ROOT

if TYPE_CHECKING:
    from pathlib import Path

README = ROOT / "README.md"

COLUMNS = 100


def sessions(text: str) -> list[tuple[str, list[str]]]:
    """Each command with the lines expected below it."""
    found: list[tuple[str, list[str]]] = []
    is_inside = False
    for line in text.splitlines():
        if line.startswith("```"):
            is_inside = line == "```console"
        elif is_inside and line.startswith("$ "):
            found.append((line[2:], []))
        elif is_inside and found:
            found[-1][1].append(line)
    return found


def fits(expected: list[str], shown: list[str]) -> bool:
    """Whether lines are those expected, "..." standing for any lines."""
    if not expected:
        return not shown
    if expected[0] == "...":
        return any(fits(expected[1:], shown[at:]) for at in range(len(shown) + 1))
    return bool(shown) and expected[0] == shown[0] and fits(expected[1:], shown[1:])


def stripped(lines: list[str]) -> list[str]:
    """Lines without blank ends, and without blank lines at the end."""
    kept = [line.rstrip() for line in lines]
    while kept and not kept[-1]:
        kept.pop()
    return kept


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the sample corpus in it."""
    shutil.copytree(ROOT / "sample_corpus", tmp_path / "sample_corpus")
    return tmp_path


def test_readme_shows_what_happens(folder: Path) -> None:
    commands = sessions(README.read_text(encoding="utf-8"))
    if not commands:
        pytest.skip("README.md shows no session yet")
    env = {
        "NO_COLOR": "1",
        "TERM": "dumb",  # no progress bar, which would differ from run to run
        "PATH": os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]]),  # noqa: PTH120  # a link stays a link
    }
    for command, expected in commands:
        outcome = run_program(["sh", "-c", command], columns=COLUMNS, env=env, folder=folder)
        shown = stripped(outcome.out.splitlines())
        assert fits(stripped(expected), shown), "\n".join(["README.md differs from:", f"$ {command}", *shown])


@pytest.mark.parametrize(
    ("expected", "shown", "fit"),
    [
        ([], [], True),
        (["a"], ["a"], True),
        (["a"], ["b"], False),
        (["a"], ["a", "b"], False),
        (["..."], [], True),
        (["...", "c"], ["a", "b", "c"], True),
        (["a", "...", "c", "..."], ["a", "c", "d"], True),
        (["a", "...", "x"], ["a", "c", "d"], False),
    ],
)
def test_fits(expected: list[str], shown: list[str], fit: bool) -> None:  # noqa: FBT001  # a column of the table
    assert fits(expected, shown) is fit


def test_sessions() -> None:
    text = "text\n```console\n$ one\nout\n\n$ two\n```\n```sh\n$ three\n```\n"
    assert sessions(text) == [("one", ["out", ""]), ("two", [])]
