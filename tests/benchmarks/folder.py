"""`python -m tests.benchmarks.folder`: from a folder of real PDFs to searchable, and a cold start.

Part `pdfs` compares with Recoll on the same files, `cold` with a bare Python; `pages` counts pages in a CPU
second, `large` and `many` the memory for one very long file and for very many small ones.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.measure import median
from tests.benchmarks.paragraphs import SEED, SHARED, AbsentDataError
from tests.benchmarks.programs import NO_RECOLL, Indexer, ProgramError, Recoll, indexer_command, run_timed
from tests.benchmarks.report import command_line, finish, heading, megabytes, note, table, times
from tests.output import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.programs import Spent

PARTS = ("pdfs", "cold", "pages", "large", "many")


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.folder", description=__doc__)
    parser.add_argument("--parts", default=",".join(PARTS), help=f"some of {','.join(PARTS)}")
    parser.add_argument(
        "--files", type=int, metavar="N", help="how many PDFs, chosen at random; all when not given"
    )
    parser.add_argument("--repeats", type=int, default=3, metavar="N", help="first runs of each program (3)")
    parser.add_argument(
        "--starts", type=int, default=15, metavar="N", help="cold starts of each command (15)"
    )
    parser.add_argument("--word", default="ILO", help="what the cold search looks for (ILO)")
    parser.add_argument(
        "--sample", type=int, default=40, metavar="N", help="PDFs of part pages; 0 for all (40)"
    )
    parser.add_argument("--pages", type=int, default=1_000, metavar="N", help="of the large file (1,000)")
    parser.add_argument("--small", type=int, default=20_000, metavar="N", help="files of part many (20,000)")
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="where corpus/ lies")
    parser.add_argument("--write", action="store_true", help="also write results/folder.md")
    return parser.parse_args(arguments)


def gather(shared: Path, work: Path, most: int | None) -> list[Path]:
    """Copy the PDFs of the corpus into one folder under plain numbers, and read them once.

    Raises:
        AbsentDataError: There are none.
    """
    source = shared / "corpus" / "documents"
    found = sorted(path for path in source.rglob("*") if path.is_file() and path.read_bytes()[:5] == b"%PDF-")
    if not found:
        raise AbsentDataError(
            f"the real documents are not here: no PDFs in corpus/documents of {shared}; "
            "--shared names another folder"
        )
    if most is not None:
        found = sorted(random.Random(SEED).sample(found, min(most, len(found))))  # noqa: S311  # a sample
    folder = work / "documents"
    folder.mkdir()
    # the copies are in the system's cache, so that no program pays for the disk
    return [Path(shutil.copyfile(path, folder / f"{number:04}.pdf")) for number, path in enumerate(found)]


def compare_indexing(work: Path, documents: Path, repeats: int) -> tuple[list[str], Indexer]:
    """First runs and runs without changes of both programs in turn; our index of the last run stays."""
    own = Indexer(work, documents)
    programs: tuple[Indexer | Recoll, ...] = (own, Recoll(work, documents))
    first: dict[str, list[Spent]] = {program.name: [] for program in programs}
    again: dict[str, list[Spent]] = {program.name: [] for program in programs}
    order = random.Random(SEED)  # noqa: S311  # a fixed order, not a secret
    for number in range(repeats):
        for program in order.sample(programs, len(programs)):
            program.clear()
            first[program.name].append(program.run())
            note(f"first run {number + 1}: {program.name} {first[program.name][-1].wall:.2f} s")
        for _ in range(3):
            for program in order.sample(programs, len(programs)):
                again[program.name].append(program.run())
    rows = []
    for what, runs in (("first run", first), ("without changes", again)):
        base = runs[Recoll.name]
        for program in programs:
            spent = runs[program.name]
            rows.append([f"{program.name}, {what}", *_spent_cells(spent, base), str(program.found())])
    return table(["", "wall s", "to Recoll", "CPU s", "to Recoll", "files found"], rows), own


def _spent_cells(spent: Sequence[Spent], base: Sequence[Spent]) -> list[str]:
    cells = []
    for clock in ("wall", "cpu"):
        value = median([getattr(one, clock) for one in spent])
        cells += [f"{value:.3f}", times(value, median([getattr(one, clock) for one in base]))]
    return cells


def compare_starts(index: Path, word: str, starts: int) -> list[str]:
    """Cold `show` and `search` beside a Python that does nothing, in turn."""
    import indexer  # noqa: PLC0415  # what is timed runs in processes of its own

    hits = indexer.open_index(index).search(word, limit=1).hits
    if not hits:
        return [f"Nothing answers {word}; --word names another."]
    own = [*indexer_command(), "--index", str(index)]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "indexer show CITATION": [*own, "show", hits[0].citation],
        f"indexer search {word}": [*own, "search", word],
    }
    spent: dict[str, list[Spent]] = {name: [] for name in commands}
    order = random.Random(SEED)  # noqa: S311  # as above
    for command in commands.values():
        run_timed(command)
    for _ in range(starts):
        for name in order.sample(list(commands), len(commands)):
            spent[name].append(run_timed(commands[name]))
    base = next(iter(spent.values()))
    rows = []
    for name, runs in spent.items():
        wall, bare = median([one.wall for one in runs]), median([one.wall for one in base])
        cpu, bare_cpu = median([one.cpu for one in runs]), median([one.cpu for one in base])
        rows.append(
            [name, f"{wall * 1000:.0f}", times(wall, bare), f"{cpu * 1000:.0f}", times(cpu, bare_cpu)]
        )
    return table(["", "wall ms", "to bare Python", "CPU ms", "to bare Python"], rows)


def reading_lines(
    files: Sequence[Path], work: Path, wanted: argparse.Namespace, parts: Sequence[str]
) -> list[str]:
    """Parts `pages`, `large` and `many`."""
    from tests.benchmarks.many import many_table  # noqa: PLC0415  # loads what other parts need not
    from tests.benchmarks.reading import large_table, pages_table  # noqa: PLC0415  # as above

    lines: list[str] = []
    if "pages" in parts:
        sample = wanted.sample or len(files)
        chosen = random.Random(SEED).sample(list(files), min(sample, len(files)))  # noqa: S311  # a sample
        lines += ["## Pages read and segmented in a CPU second", "", *pages_table(chosen, wanted.repeats), ""]
    if "large" in parts:
        lines += [f"## One file of {wanted.pages:,} pages", "", *large_table(files, work, wanted.pages), ""]
    if "many" in parts:
        lines += [f"## A folder of {wanted.small:,} small files", "", *many_table(work, wanted.small), ""]
    return lines


def run(work: Path, wanted: argparse.Namespace, parts: Sequence[str]) -> list[str]:
    """What the options ask for.

    Raises:
        AbsentDataError: There are no documents.
        ProgramError: A program failed.
    """
    files = gather(wanted.shared, work, wanted.files)
    size = sum(path.stat().st_size for path in files)
    lines = [f"{len(files)} PDFs, {megabytes(size)} MB.", ""]
    if "pdfs" in parts:
        rows, own = compare_indexing(work, files[0].parent, wanted.repeats)
        lines += ["## From a folder of PDFs to searchable", "", *rows, ""]
    else:
        own = Indexer(work, files[0].parent)
    if "cold" in parts:
        if not own.index.exists():
            own.run()
        lines += ["## Cold start", "", *compare_starts(own.index, wanted.word, wanted.starts), ""]
    return lines + reading_lines(files, work, wanted, parts)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when done, 2 when Recoll or the documents are absent."""
    given = sys.argv[1:] if arguments is None else arguments
    wanted = options(given)
    parts = wanted.parts.split(",")
    if unknown := set(parts).difference(PARTS):
        say(f"there is no part {', '.join(sorted(unknown))}; choose from {', '.join(PARTS)}")
        return 2
    if "pdfs" in parts and not Recoll.is_here():
        say(NO_RECOLL)
        return 2
    lines = heading("From a folder to searchable", command_line("folder", given), ["indexer", "pypdfium2"])
    if "pdfs" in parts:
        lines += [Recoll.version(), ""]
    try:
        with tempfile.TemporaryDirectory() as work:
            lines += run(Path(work), wanted, parts)
    except (AbsentDataError, ProgramError) as error:
        say(str(error))
        return 2
    finish("folder", lines, write=wanted.write)
    return 0


if __name__ == "__main__":
    sys.exit(main())
