"""`python -m tests.evaluation`: read the corpus, print every figure, fail when one is below its floor."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.evaluation.cache import readings
from tests.evaluation.corpus import Corpus, absent, find_corpus
from tests.evaluation.figures import measured
from tests.evaluation.floors import fallen, load_floors, raised, save_floors
from tests.evaluation.run import Evaluation, Truth, dump, evaluate
from tests.evaluation.table import family_tables, figure_table
from tests.output import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.evaluation.reading import Reading

SHOWN = (
    "leak",
    "glued",
    "agree",
    "agree+",
    "contents",
    "upr",
    "operative",
    "gold",
    "gold-strict",
    "notes",
    "parts",
    "lost",
    "symbol",
    "language",
    "silent",
    "lookup",
    "search",
    "hostile",
)

OF_THE_INDEX = ("citation look-up %", "hit sets equal to FTS5 %", "hostile queries answered %")
"""Figures that need an index."""


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("--family", help="only documents of this layout family; floors are not compared")
    parser.add_argument("--show", action="append", choices=SHOWN, default=[], help="print each failing case")
    parser.add_argument("--width", type=int, default=300, help="characters of text shown of a case")
    parser.add_argument("--dump", type=Path, metavar="DIR", help="write DIR/FAMILY/FILE.jsonl")
    parser.add_argument("--jobs", type=int, default=2, help="processes that read")
    parser.add_argument("--fresh", action="store_true", help="read again what is kept from an earlier run")
    parser.add_argument(
        "--no-lookup", action="store_true", help="leave out the index, its citations and queries"
    )
    parser.add_argument("--raise-floors", action="store_true", help="take over every better value as floor")
    return parser.parse_args(arguments)


def kept(source: Iterator[Reading], folder: Path | None) -> Iterator[Reading]:
    """The readings, each dumped on its way and counted on a terminal."""
    for count, reading in enumerate(source, 1):
        if folder is not None:
            dump(reading, folder)
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{count} {reading.key:70.70s}\r")
        yield reading


def show_cases(evaluation: Evaluation, checks: Sequence[str], width: int) -> None:
    """Print the failing cases of some checks."""
    for case in evaluation.cases:
        if case.check in checks:
            page = "" if case.page is None else f" p. {case.page}"
            text = " ".join(case.text.split())
            shown = text if len(text) <= width else f"{text[: width // 2]} … {text[-width // 2 :]}"
            say(f"[{case.check}] {case.key}{page}  {shown}")


def evaluated(corpus: Corpus, wanted: argparse.Namespace) -> Evaluation:
    """The evaluation that the options ask for."""
    source = readings(corpus.documents, corpus.keys(wanted.family), jobs=wanted.jobs, fresh=wanted.fresh)
    evaluation = evaluate(kept(source, wanted.dump), Truth.of(corpus))
    if not wanted.no_lookup:
        from tests.evaluation.lookup import check_lookup  # noqa: PLC0415  # loads the engine

        for key, outcome in check_lookup(corpus, jobs=wanted.jobs, family=wanted.family):
            evaluation.take(key, outcome)
    if not wanted.no_lookup and not wanted.family:
        from tests.evaluation.judge.check import SEED, check_searches  # noqa: PLC0415  # as above
        from tests.evaluation.lookup import built_index  # noqa: PLC0415  # as above

        say(f"queries are made with seed {SEED}")
        for outcome in check_searches(built_index(corpus, jobs=wanted.jobs)):
            evaluation.take_whole(outcome)
    return evaluation


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when every floor holds (or there is no corpus), 1 when one does not."""
    wanted = options(arguments)
    corpus = find_corpus()
    if corpus is None:
        say(f"skipped: {absent()}")
        return 0
    evaluation = evaluated(corpus, wanted)
    floors = load_floors()
    total = evaluation.total()
    show_cases(evaluation, wanted.show, wanted.width)
    say(*(f"no records: {key}  {' '.join(reason.split())[:200]}" for key, reason in evaluation.empty), "")
    say(*family_tables(evaluation.families), *figure_table(total, floors), "")
    pages, seconds = total["pages"], total["milliseconds"] / 1000
    say(f"{pages} pages in {seconds:.1f} CPU seconds: {pages / max(seconds, 0.001):.0f} a second")
    if wanted.family:
        return 0
    values = measured(total)
    if wanted.raise_floors:
        save_floors(raised(values, floors))
    if wanted.no_lookup:
        floors = {name: floor for name, floor in floors.items() if name not in OF_THE_INDEX}
    problems = fallen(values, floors)
    say(*(f"BELOW ITS FLOOR: {problem}" for problem in problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
