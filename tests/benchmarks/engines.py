"""`python -m tests.benchmarks.engines`: the same paragraphs in our store, stock Whoosh, FTS5 and Tantivy.

Builds an index in each engine, and puts the same questions to all of them in turn.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.building import build_all, build_table, kept_index, memory_table, write_input
from tests.benchmarks.latency import ask_all, hits_table, latency_table
from tests.benchmarks.paragraphs import SHARED, AbsentDataError, choose, read_documents, text_bytes
from tests.benchmarks.process import ENGINES, Asked, make_engine, missing
from tests.benchmarks.report import command_line, finish, heading, megabytes, note
from tests.output import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


def chosen_questions(documents: Sequence[Document], wanted: argparse.Namespace) -> Questions:
    """The questions of the classes that are wanted."""
    from tests.benchmarks.queries import KINDS, make_questions, only  # noqa: PLC0415  # loads the gazetteer

    made = make_questions(documents, count=wanted.questions)
    kinds = set(wanted.classes.split(",") if wanted.classes else KINDS)
    if unknown := kinds.difference(KINDS):
        raise SystemExit(f"there is no class {', '.join(sorted(unknown))}; choose from {', '.join(KINDS)}")
    return only(made, kinds)


def search_lines(folders: Mapping[str, Path], questions: Questions, wanted: argparse.Namespace) -> list[str]:
    """Ask everything, and tell the times, the agreement and the memory."""
    with ExitStack() as stack:
        engines = [stack.enter_context(Asked(name, folder)) for name, folder in folders.items()]
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
    folders = {name: kept_index(work, name, paragraphs) for name in names}
    reuse = [name for name in wanted.reuse.split(",") if name in folders and folders[name].is_dir()]
    if fresh := [name for name in names if name not in reuse]:
        write_input(work, fresh, documents)
        builds = build_all(fresh, work, paragraphs, repeats=wanted.repeats)
        lines += ["## Index", "", *build_table(builds, paragraphs, size), ""]
    questions = chosen_questions(documents, wanted)
    note(f"{len(questions.measured)} questions, {wanted.passes} passes")
    return lines + search_lines(folders, questions, wanted)


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
    problems = problems or list(missing(names).values())
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
