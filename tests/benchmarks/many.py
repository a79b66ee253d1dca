"""A folder of very many small files, and the memory of every process that indexes it."""

from __future__ import annotations

import random
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.measure import memory_of
from tests.benchmarks.paragraphs import SEED
from tests.benchmarks.programs import ProgramError, indexer_command
from tests.benchmarks.report import megabytes, table

if TYPE_CHECKING:
    from collections.abc import Iterator

_SYLLABLES = (
    "ba",
    "co",
    "di",
    "fen",
    "gor",
    "hul",
    "ka",
    "lim",
    "mon",
    "na",
    "per",
    "ri",
    "sta",
    "tu",
    "ver",
)
_FINE = (0, 3)
_PAUSE = 0.05
"""Seconds between two looks at the processes."""


def small_texts(number: int) -> Iterator[str]:
    """Short numbered reports, all different and the same in every run."""
    source = random.Random(SEED)  # noqa: S311  # made-up text, not a secret
    words = sorted({"".join(source.choices(_SYLLABLES, k=source.randint(1, 4))) for _ in range(4_000)})
    for _ in range(number):
        paragraphs = [
            f"{place}. {' '.join(source.choices(words, k=source.randint(15, 50))).capitalize()}."
            for place in range(1, source.randint(3, 6))
        ]
        yield "\n\n".join(paragraphs) + "\n"


def write_small_files(folder: Path, number: int) -> None:
    """Write them, a thousand to a folder."""
    for place, text in enumerate(small_texts(number)):
        path = folder / f"{place // 1000:03}" / f"{place:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def children(process: int) -> list[int]:
    """The processes that a process has started and that live."""
    found: list[int] = []
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found.extend(map(int, path.read_text(encoding="ascii").split()))
        except OSError:  # the thread has ended
            continue
    return found


def watch(process: subprocess.Popen[bytes]) -> tuple[dict[int, int], dict[int, int]]:
    """Wait for a process; return the peak memory of it and of each of its children, by their numbers."""
    own: dict[int, int] = {}
    readers: dict[int, int] = {}
    while process.poll() is None:
        for number, peaks in ((process.pid, own), *((child, readers) for child in children(process.pid))):
            seen = memory_of(number)
            if seen is not None:
                peaks[number] = max(peaks.get(number, 0), seen.peak)
        time.sleep(_PAUSE)
    return own, readers


def many_table(work: Path, number: int) -> list[str]:
    """What a folder of many small files takes.

    Raises:
        ProgramError: The command failed.
    """
    folder = work / "many"
    write_small_files(folder, number)
    command = [*indexer_command(), "--index", str(work / "many-index"), "index", str(folder), "--jobs", "2"]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        own, readers = watch(process)
    wall = time.perf_counter() - start
    if process.returncode not in _FINE:
        raise ProgramError(f"indexer index ended with {process.returncode} on {number} small files")
    row = [
        f"{number:,}",
        f"{wall:.1f}",
        f"{number / wall:.0f}",
        megabytes(max(own.values(), default=0)),
        megabytes(max(readers.values(), default=0)),
        str(len(readers)),
    ]
    header = ["files", "wall s", "files / s", "peak MB of the run", "peak MB of a reader", "readers"]
    return table(header, [row])
