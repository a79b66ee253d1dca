"""`python -m tests.benchmarks.growth`: how time, memory and size grow up to a million paragraphs.

One writer takes more and more paragraphs; at each step it commits, and a fresh process searches.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.curves import KINDS, draw, latency_rows, size_table
from tests.benchmarks.growing import Step, Writing
from tests.benchmarks.latency import ask_all, by_class
from tests.benchmarks.paragraphs import SHARED, AbsentDataError, choose, read_documents
from tests.benchmarks.process import Asked
from tests.benchmarks.report import RESULTS, command_line, finish, heading, megabytes, note
from tests.output import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.paragraphs import Document
    from tests.benchmarks.queries import Questions

STEPS = (50_000, 100_000, 200_000, 400_000, 700_000, 1_000_000)


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.growth", description=__doc__)
    parser.add_argument("--most", type=int, default=STEPS[-1], metavar="N", help="the last step (1,000,000)")
    parser.add_argument("--passes", type=int, default=3, metavar="N", help="times each question is asked (3)")
    parser.add_argument("--questions", type=int, default=20, metavar="N", help="of each class (20)")
    parser.add_argument("--plot", type=Path, metavar="FILE.png", help="where the curves are drawn")
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="where bench/ lies")
    parser.add_argument("--write", action="store_true", help="write results/growth.md and results/growth.png")
    return parser.parse_args(arguments)


def steps_to(most: int) -> list[int]:
    """The steps up to a number of paragraphs; quarters of it where it lies below the first.

    >>> steps_to(250_000), steps_to(4_000)
    ([50000, 100000, 200000, 250000], [1000, 2000, 4000])
    """
    below = [step for step in STEPS if step < most]
    return [*(below or [most // 4, most // 2]), most]


def grow(
    documents: Sequence[Document], questions: Questions, steps: Sequence[int], folder: Path, passes: int
) -> list[Step]:
    """Write up to each step, and search what is there."""
    taken = []
    with Writing(documents, folder) as writing:
        for number in steps:
            step = writing.up_to(number)
            with Asked("indexer", folder) as asked:
                series = ask_all([asked], questions, passes=passes)["indexer"]
                step.searcher = asked.memory()
            step.again = by_class(series, first=False, clock="cpu")
            step.first = by_class(series, first=True, clock="cpu")
            note(f"{step.paragraphs:,} paragraphs: {step.cpu:.0f} CPU s, {megabytes(step.writer.peak)} MB")
            taken.append(step)
    return taken


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when done, 2 when the paragraphs or the plotting library are absent."""
    given = sys.argv[1:] if arguments is None else arguments
    wanted = options(given)
    plot = wanted.plot or (RESULTS / "growth.png" if wanted.write else None)
    try:
        if plot is not None:
            importlib.import_module("matplotlib")
        documents = choose(read_documents(wanted.shared), None)
    except ModuleNotFoundError as error:
        say(f"{error.name} is not installed (extra: bench); without --plot and --write nothing is drawn")
        return 2
    except AbsentDataError as error:
        say(str(error))
        return 2
    from tests.benchmarks.queries import make_questions, only  # noqa: PLC0415  # loads the gazetteer

    steps = steps_to(wanted.most)
    base = choose(documents, steps[0])
    questions = only(make_questions(base, count=wanted.questions), KINDS)
    with tempfile.TemporaryDirectory() as work:
        taken = grow(documents, questions, steps, Path(work) / "index", wanted.passes)
    lines = heading("Growth", command_line("growth", given), ["indexer"])
    lines += [*size_table(taken), ""]
    if wanted.passes > 1:
        lines += ["## Searches asked before", "", *latency_rows(taken, first=False), ""]
    lines += ["## Searches asked for the first time", "", *latency_rows(taken, first=True)]
    finish("growth", lines, write=wanted.write)
    if plot is not None:
        draw(taken, plot)
    return 0


if __name__ == "__main__":
    sys.exit(main())
