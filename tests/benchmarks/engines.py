"""`python -m tests.benchmarks.engines`: the same paragraphs in our store, stock Whoosh, FTS5 and Tantivy.

Builds an index in each engine, and puts the same questions to all of them in turn.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.frames import write_frames
from tests.benchmarks.latency import BASE, ask_all, hits_table, latency_table
from tests.benchmarks.measure import median
from tests.benchmarks.paragraphs import SHARED, AbsentDataError, choose, read_documents, text_bytes
from tests.benchmarks.process import ENGINES, Asked, Built, build_index, make_engine, missing
from tests.benchmarks.report import command_line, finish, heading, megabytes, note, say, table, times

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.benchmarks.measure import Memory
    from tests.benchmarks.paragraphs import Document
    from tests.benchmarks.queries import Questions


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.engines", description=__doc__)
    parser.add_argument(
        "--engines",
        default=",".join(ENGINES),
        help=f"some of {','.join(ENGINES)}; differences are to the first",
    )
    parser.add_argument("--paragraphs", type=int, metavar="N", help="how many are stored; all when not given")
    parser.add_argument("--repeats", type=int, default=3, metavar="N", help="builds of each engine (3)")
    parser.add_argument("--passes", type=int, default=4, metavar="N", help="times each question is asked (4)")
    parser.add_argument("--questions", type=int, default=35, metavar="N", help="of each class (35)")
    parser.add_argument("--classes", metavar="A,B", help="only these classes of questions")
    parser.add_argument("--clock", choices=["cpu", "wall"], default="cpu", help="which time of questions")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the indexes in DIR")
    parser.add_argument(
        "--reuse", default="", metavar="A,B", help="engines whose index in DIR is taken as it is"
    )
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="where bench/ lies")
    parser.add_argument("--write", action="store_true", help="also write results/engines.md")
    return parser.parse_args(arguments)


def write_input(work: Path, names: Sequence[str], documents: Sequence[Document]) -> None:
    """Write what the engines will read, before any clock runs."""
    wanted = {make_engine(name).frames for name in names}
    if "paragraphs" in wanted:
        write_frames(work / "paragraphs.frames", documents)
    if "records" in wanted:
        from tests.benchmarks.records import parsed_document  # noqa: PLC0415  # loads the whole grammar

        write_frames(work / "records.frames", map(parsed_document, documents))


def build_all(
    names: Sequence[str], work: Path, *, repeats: int, reuse: Sequence[str] = ()
) -> dict[str, list[Built]]:
    """Build every engine's index several times, in turn; the last of each stays in work/NAME."""
    builds: dict[str, list[Built]] = {name: [] for name in names if name not in reuse}
    for number in range(repeats):
        for name, runs in builds.items():
            folder = work / name
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


def chosen_questions(documents: Sequence[Document], wanted: argparse.Namespace) -> Questions:
    """The questions of the classes that are wanted."""
    from tests.benchmarks.queries import KINDS, Questions, make_questions  # noqa: PLC0415  # loads the gazetteer

    made = make_questions(documents, count=wanted.questions)
    kinds = set(wanted.classes.split(",") if wanted.classes else KINDS)
    if unknown := kinds.difference(KINDS):
        raise SystemExit(f"there is no class {', '.join(sorted(unknown))}; choose from {', '.join(KINDS)}")
    return Questions(*([one for one in each if one.kind in kinds] for each in made))


def search_lines(
    names: Sequence[str], work: Path, questions: Questions, wanted: argparse.Namespace
) -> list[str]:
    """Ask everything, and tell the times, the agreement and the memory."""
    with ExitStack() as stack:
        engines = [stack.enter_context(Asked(name, work / name)) for name in names]
        series = ask_all(engines, questions, passes=wanted.passes)
        memories = {engine.name: engine.memory() for engine in engines}
    unit = "CPU" if wanted.clock == "cpu" else "wall"
    lines = []
    if wanted.passes > 1:
        lines += [f"## Searches asked before, {unit} time", ""]
        lines += [*latency_table(series, first=False, clock=wanted.clock), ""]
    lines += [f"## Searches asked for the first time, {unit} time", ""]
    lines += [*latency_table(series, first=True, clock=wanted.clock), ""]
    lines += ["## Whether they did the same work", "", *hits_table(series), ""]
    return [*lines, "## Memory of the searching processes", "", *memory_table(memories)]


def run(
    names: Sequence[str], work: Path, documents: Sequence[Document], wanted: argparse.Namespace
) -> list[str]:
    """Build, ask, and tell."""
    paragraphs, size = sum(map(len, documents)), text_bytes(documents)
    lines = [f"{paragraphs:,} paragraphs of {len(documents):,} documents, {megabytes(size)} MB of text.", ""]
    reuse = [name for name in wanted.reuse.split(",") if name and (work / name).is_dir()]
    if fresh := [name for name in names if name not in reuse]:
        write_input(work, fresh, documents)
        builds = build_all(fresh, work, repeats=wanted.repeats)
        lines += ["## Index", "", *build_table(builds, paragraphs, size), ""]
    questions = chosen_questions(documents, wanted)
    note(f"{len(questions.measured)} questions, {wanted.passes} passes")
    return lines + search_lines(names, work, questions, wanted)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when done, 2 when the paragraphs are absent or an engine is unknown or not installed."""
    given = sys.argv[1:] if arguments is None else arguments
    wanted = options(given)
    names = wanted.engines.split(",")
    problems = [
        f"there is no engine {name}; choose from {', '.join(ENGINES)}"
        for name in names
        if name not in ENGINES
    ]
    problems = problems or [f"{name}: {reason}" for name, reason in missing(names).items()]
    if problems:
        say(*problems)
        return 2
    try:
        documents = choose(read_documents(wanted.shared), wanted.paragraphs)
    except AbsentDataError as error:
        say(str(error))
        return 2
    packages = [make_engine(name).package for name in names]
    lines = heading("Engines side by side", command_line("engines", given), packages)
    if wanted.keep:
        wanted.keep.mkdir(parents=True, exist_ok=True)
        lines += run(names, wanted.keep, documents, wanted)
    else:
        with tempfile.TemporaryDirectory() as work:
            lines += run(names, Path(work), documents, wanted)
    finish("engines", lines, write=wanted.write)
    return 0


if __name__ == "__main__":
    sys.exit(main())
