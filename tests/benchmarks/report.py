"""Figures -> Markdown, with the command that made them."""

from __future__ import annotations

import datetime as dt
import os
import platform
import sqlite3
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.version import __version__
from tests.output import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RESULTS = Path(__file__).resolve().parent / "results"


def note(line: str) -> None:
    """Tell on stderr how far a run is."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A Markdown table; the first column to the left, the others to the right.

    >>> table(["engine", "s"], [["a", "1.0"]])
    ['| engine | s |', '| --- | ---: |', '| a | 1.0 |']
    """
    lines = [list(header), ["---", *["---:"] * (len(header) - 1)], *map(list, rows)]
    return [f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines]


def times(value: float, base: float | None) -> str:
    """How many times the base a value is.

    >>> times(3.0, 2.0), times(30.0, 2.0), times(1.0, None)
    ('1.50x', '15.0x', '-')
    """
    if not base:
        return "-"
    ratio = value / base
    return f"{ratio:.2f}x" if ratio < 10 else f"{ratio:.1f}x" if ratio < 100 else f"{ratio:.0f}x"


def megabytes(size: float) -> str:
    """A size in millions of bytes.

    >>> megabytes(12_345_678), megabytes(345_678)
    ('12.3', '0.35')
    """
    return f"{size / 1e6:.1f}" if size >= 1e6 else f"{size / 1e6:.2f}"


def version_of(package: str) -> str:
    """The version of a distribution, or of what has none."""
    if package == "indexer":
        return __version__
    if package == "sqlite":
        return sqlite3.sqlite_version
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "absent"


def heading(title: str, command: str, packages: Iterable[str]) -> list[str]:
    """The title, and what must be known to make the figures again; nothing that names this machine."""
    versions = ", ".join(f"{package} {version_of(package)}" for package in packages)
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    load = f"{os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f} at the start"
    return [
        f"# {title}",
        f"`{command}`",
        "",
        f"{today}; Python {platform.python_version()}; {versions}; {load}",
        "",
    ]


def command_line(
    name: str, arguments: Sequence[str], hidden: Sequence[str] = ("--shared", "--keep", "--plot")
) -> str:
    """The command as typed, without options that hold a path of this machine."""
    shown: list[str] = []
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument in hidden:
            skip = True
        elif not argument.startswith(tuple(f"{option}=" for option in hidden)):
            shown.append(argument)
    return " ".join([f"python -m tests.benchmarks.{name}", *shown])


def finish(name: str, lines: Sequence[str], *, write: bool) -> None:
    """Show a report, and keep it beside the code where that is wanted."""
    if write:
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"{name}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    say(*lines)
