"""Every engine's index of the same paragraphs, and what it took to make."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.benchmarks.frames import write_frames
from tests.benchmarks.latency import BASE
from tests.benchmarks.measure import median
from tests.benchmarks.process import Built, build_index, make_engine
from tests.benchmarks.report import megabytes, note, table, times

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tests.benchmarks.measure import Memory
    from tests.benchmarks.paragraphs import Document


def kept_index(work: Path, name: str, paragraphs: int) -> Path:
    """Where an engine's index of so many paragraphs lies."""
    return work / f"{name}-{paragraphs}"


def write_input(work: Path, names: Sequence[str], documents: Sequence[Document]) -> None:
    """Write what the engines will read, before any clock runs."""
    wanted = {make_engine(name).frames for name in names}
    if "paragraphs" in wanted:
        write_frames(work / "paragraphs.frames", documents)
    if "records" in wanted:
        from tests.benchmarks.records import parsed_document  # noqa: PLC0415  # loads the whole grammar

        write_frames(work / "records.frames", map(parsed_document, documents))


def build_all(names: Sequence[str], work: Path, paragraphs: int, *, repeats: int) -> dict[str, list[Built]]:
    """Build every engine's index several times, in turn; the last of each stays."""
    builds: dict[str, list[Built]] = {name: [] for name in names}
    for number in range(repeats):
        for name, runs in builds.items():
            folder = kept_index(work, name, paragraphs)
            shutil.rmtree(folder, ignore_errors=True)
            built = build_index(name, work, folder)
            runs.append(built)
            note(
                f"build {number + 1} of {repeats}: {name} {built.cpu:.2f} s, {megabytes(built.after.peak)} MB"
            )
    return builds


def build_table(builds: Mapping[str, Sequence[Built]], paragraphs: int, size: int) -> list[str]:
    """A line for each engine with what its build took."""
    base = median([built.cpu for built in builds[BASE]]) if builds.get(BASE) else None
    rows = []
    for name, runs in builds.items():
        cpu, last = median([built.cpu for built in runs]), runs[-1]
        peak = median([built.after.peak for built in runs])
        rows.append(
            [
                name,
                f"{cpu:.2f}",
                times(cpu, base),
                f"{paragraphs / cpu:,.0f}",
                f"{median([built.wall for built in runs]):.2f}",
                megabytes(last.bytes),
                f"{last.bytes / size:.2f}",
                megabytes(peak),
                megabytes(median([built.before.resident for built in runs])),
            ]
        )
    header = ["engine", "CPU s", f"to {BASE}", "paragraphs / CPU s", "wall s", "index MB", "index / text"]
    return table([*header, "peak MB", "MB before"], rows)


def memory_table(memories: Mapping[str, Memory]) -> list[str]:
    """A line for each engine with what its searching process holds in the end."""
    rows = [
        [name, megabytes(each.peak), megabytes(each.resident), megabytes(each.own)]
        for name, each in memories.items()
    ]
    return table(["searcher", "peak MB", "resident MB", "without files MB"], rows)
