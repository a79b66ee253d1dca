"""Running a program on a file, within a time limit."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from indexer.errors import LimitError

if TYPE_CHECKING:
    from collections.abc import Sequence

_GUARD = """
import os, signal, subprocess, sys, threading

def watch():
    os.read(0, 1)
    os.killpg(0, signal.SIGKILL)

threading.Thread(target=watch, daemon=True).start()
sys.exit(subprocess.call(sys.argv[1:], stdin=subprocess.DEVNULL) % 256)
"""
"""Runs a program, and ends it with all that it started when nobody holds the other end of its input any more:
this process may be killed at any time, and could not do it then."""


class Finished(NamedTuple):
    """What a program left behind."""

    code: int
    output: bytes
    said: str


def run_program(
    command: Sequence[str], *, seconds: float, path: str, given: bytes | None = None, alone: bool = False
) -> Finished:
    """The outcome of a program.

    Args:
        command: The program and its arguments; no shell reads them.
        seconds: After these the program is stopped, with all that it started.
        path: The report, for the error.
        given: What the program reads from its standard input.
        alone: It starts no other programs, so that it can stay in the group of this process and end with it.
            Only then can it be given anything.

    Raises:
        LimitError: It took longer than allowed.
        OSError: It cannot be started.
    """
    watched, held = os.pipe()
    try:
        process = subprocess.Popen(  # noqa: S603 - the program was found on the path by its name
            command if alone else [sys.executable, "-I", "-S", "-c", _GUARD, *command],
            stdin=watched if not alone else subprocess.DEVNULL if given is None else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"},  # files are read side by side
            start_new_session=not alone,
        )
        try:
            output, said = process.communicate(given, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            with contextlib.suppress(ProcessLookupError):
                process.kill() if alone else os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            if process.stdin is not None:
                with contextlib.suppress(OSError):  # it ended before it had read all
                    process.stdin.close()
            name = os.path.basename(command[0])  # noqa: PTH119 - a name, not a file to be used
            raise LimitError(path, f"{name} took more than {seconds:.0f} seconds") from error
    finally:
        os.close(held)
        os.close(watched)
    return Finished(process.returncode, output, said.decode("utf-8", "replace"))
