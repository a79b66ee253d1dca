"""Programs run to their end, with what they took; and Recoll's, beside our own command."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NO_RECOLL = (
    "recollindex, recollq or pdftotext is missing; "
    "on Debian: apt-get update && apt-get install recollcmd poppler-utils"
)


class Spent(msgspec.Struct, frozen=True):
    """Wall and CPU seconds of a program and of all it waited for, and its exit code."""

    wall: float
    cpu: float
    code: int


class ProgramError(Exception):
    """A program that is measured failed."""


def run_timed(
    command: Sequence[str], *, fine: Sequence[int] = (0,), environment: Mapping[str, str] | None = None
) -> Spent:
    """Run a program without its output.

    Args:
        command: Program and arguments.
        fine: Exit codes that are no failure.
        environment: Variables that are set beside those of this process.

    Raises:
        ProgramError: It ended with another code.
    """
    before = _children()
    start = time.perf_counter()
    done = subprocess.run(
        command, capture_output=True, check=False, env={**os.environ, **(environment or {})}
    )
    wall = time.perf_counter() - start
    if done.returncode not in fine:
        said = done.stderr.decode(errors="replace").strip()[-500:]
        raise ProgramError(f"{Path(command[0]).name} ended with {done.returncode}: {said}")
    return Spent(wall=wall, cpu=_children() - before, code=done.returncode)


def _children() -> float:
    use = resource.getrusage(resource.RUSAGE_CHILDREN)
    return use.ru_utime + use.ru_stime


def indexer_command() -> list[str]:
    """The console script beside the Python that runs this, else the module."""
    script = Path(sys.executable).parent / "indexer"
    return [str(script)] if script.exists() else [sys.executable, "-m", "indexer"]


class Indexer:
    """Our own command, with an index in a folder."""

    name = "indexer"

    def __init__(self, folder: Path, documents: Path) -> None:
        self.index = folder / "index"
        self.documents = documents

    def clear(self) -> None:
        """Forget everything."""
        shutil.rmtree(self.index, ignore_errors=True)

    def run(self) -> Spent:
        """Index what is new; files that cannot be read (3) belong to the corpus."""
        command = [
            *indexer_command(),
            "--index",
            str(self.index),
            "index",
            str(self.documents),
            "--jobs",
            "2",
        ]
        return run_timed(command, fine=(0, 3))

    def found(self) -> int:
        """How many files are in the index."""
        import indexer  # noqa: PLC0415  # what is timed runs in processes of its own

        info = indexer.open_index(self.index).info()
        return info.files - info.failed - info.duplicates


_CONFIGURATION = """\
topdirs = {}
noaspell = 1
idxniceprio = 0
"""
"""Everything else stays as Recoll sets it. By itself it steps back behind every other process of the machine,
which on a busy one makes its wall time ten times as long and says nothing about it."""


class Recoll:
    """Recoll as it comes from Debian: a plain configuration, no desktop, no OCR."""

    name = "Recoll"

    def __init__(self, folder: Path, documents: Path) -> None:
        self.folder = folder / "recoll"
        self.folder.mkdir()
        (self.folder / "recoll.conf").write_text(_CONFIGURATION.format(documents), encoding="utf-8")
        # nothing of the user's own settings
        self.environment = {"HOME": str(self.folder), "RECOLL_CONFDIR": str(self.folder), "LANG": "C.UTF-8"}

    @staticmethod
    def is_here() -> bool:
        """Whether its programs are installed."""
        return all(shutil.which(program) for program in ("recollindex", "recollq", "pdftotext"))

    @staticmethod
    def version() -> str:
        """What it says of itself."""
        shown = subprocess.run(["recollindex", "-h"], capture_output=True, check=False)
        match = regex.search(r"Recoll \d[\d.]* \+ Xapian \d[\d.]*", (shown.stdout + shown.stderr).decode())
        return match.group() if match else "Recoll"

    def clear(self) -> None:
        """Forget everything but the configuration."""
        for path in self.folder.iterdir():
            if path.name != "recoll.conf":
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def run(self) -> Spent:
        """Index what is new."""
        return run_timed(["recollindex", "-c", str(self.folder)], environment=self.environment)

    def found(self) -> int:
        """How many PDFs are in the index."""
        shown = subprocess.run(
            ["recollq", "-c", str(self.folder), "-n", "1", "mime:application/pdf"],
            capture_output=True,
            check=False,
            env={**os.environ, **self.environment},
        )
        match = regex.search(r"^(\d+) results", shown.stdout.decode(errors="replace"), regex.MULTILINE)
        return int(match.group(1)) if match else 0
