"""Runs the command line as a person sees it: on a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from tests.functional.running import Outcome, command, environment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def run_on_terminal(
    *arguments: str | Path, columns: int = 100, env: Mapping[str, str] | None = None
) -> Outcome:
    """Run an indexer command; everything it writes, on either stream, stands in `out`."""
    return run_program(command(*arguments), columns=columns, env=env)


def run_program(
    program: Sequence[str],
    *,
    columns: int = 100,
    env: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Outcome:
    """Run any program on a terminal of so many columns."""
    if sys.platform == "win32":
        pytest.skip("there are no pseudo-terminals here")
    import fcntl  # noqa: PLC0415  # missing on Windows
    import pty  # noqa: PLC0415  # as above
    import struct  # noqa: PLC0415  # as above
    import subprocess  # noqa: PLC0415  # as above
    import termios  # noqa: PLC0415  # as above

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    with subprocess.Popen(
        list(program),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env=environment({"TERM": "xterm", **(env or {})}),
        start_new_session=True,
    ) as process:
        os.close(theirs)
        pieces = []
        while piece := _read(ours):
            pieces.append(piece)
        os.close(ours)
        code = process.wait(timeout=120)
    return Outcome(code=code, out=b"".join(pieces).decode().replace("\r\n", "\n"), err="")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # Linux's way of saying that the other end is closed
        return b""
