from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from indexer.extract.programs import run_program

_CALLER = (
    "import sys; from indexer.extract.programs import run_program; "
    "run_program(sys.argv[1:], seconds=600, path='a')"
)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{process}/stat", encoding="utf-8") as stream:  # noqa: PTH123 - it may be gone any moment
        return stream.read().rpartition(")")[2].split()[0] != "Z"


def is_gone_soon(process: int) -> bool:
    for _ in range(200):
        try:
            if not is_running(process):
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="looks at /proc")  # noqa: PTH112 - as above
def test_programs_end_when_who_runs_them_is_killed(tmp_path: Path) -> None:
    told = tmp_path / "told"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\nsleep 600 & echo $! > {told}.new; mv {told}.new {told}; wait\n")
    program.chmod(0o755)
    caller = subprocess.Popen(
        [sys.executable, "-c", _CALLER, str(program)], env={**os.environ, "PYTHONPATH": str(Path.cwd())}
    )
    try:
        while not told.exists():
            assert caller.poll() is None
            time.sleep(0.02)
        below = int(told.read_text())
        assert is_running(below)
    finally:
        caller.kill()
        caller.wait()
    assert is_gone_soon(below)


@pytest.mark.parametrize("alone", [False, True])
def test_what_a_program_says_is_kept(tmp_path: Path, *, alone: bool) -> None:
    program = tmp_path / "-a program"
    program.write_text('#!/bin/sh\nprintf "%s" "$*"; cat; echo no >&2; exit 3\n')
    program.chmod(0o755)
    finished = run_program([str(program), "-c", "x y"], seconds=60, path="a", alone=alone)
    assert finished == (3, b"-c x y", "no\n")
