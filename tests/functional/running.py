"""Runs the command line, inside this process or in one of its own."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from indexer.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).resolve().parents[2]

_OURS = ("INDEXER_INDEX", "INDEXER_PARSER", "NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS")
"""Variables that change what the command does; a test sets those it means."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path, stdin: str = "", env: Mapping[str, str] | None = None) -> Outcome:
    """Run a command in this process."""
    out, err = io.StringIO(), io.StringIO()
    with (
        mock.patch.dict(os.environ, environment(env), clear=True),
        mock.patch.object(sys, "stdin", io.StringIO(stdin)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code
    assert isinstance(code, int)
    return Outcome(code=code, out=out.getvalue(), err=err.getvalue())


def run_process(*arguments: str | Path, env: Mapping[str, str] | None = None, stdin: str = "") -> Outcome:
    """Run a command in a process of its own."""
    done = subprocess.run(
        command(*arguments),
        env=environment(env),
        input=stdin.encode(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Outcome(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())


def command(*arguments: str | Path) -> list[str]:
    """The command as a program and its arguments."""
    return [sys.executable, "-W", "error", "-m", "indexer", *map(str, arguments)]


def environment(env: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without our own variables, then with those given."""
    kept = {name: value for name, value in os.environ.items() if name not in _OURS}
    return {**kept, "PYTHONPATH": str(ROOT), **(env or {})}


def wait_for(happens: Callable[[], bool]) -> None:
    """Wait until something is so, for a minute at most."""
    until = time.monotonic() + 60
    while not happens():
        assert time.monotonic() < until
        time.sleep(0.05)
