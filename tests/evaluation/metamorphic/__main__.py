"""`python -m tests.evaluation.metamorphic`: what differs when documents are changed."""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from tests.evaluation.changes import line_of
from tests.evaluation.corpus import absent, find_corpus
from tests.evaluation.floors import fallen, load_floors, save_floors
from tests.evaluation.metamorphic.compare import compare_all
from tests.evaluation.metamorphic.variants import CHANGES, short_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.evaluation.metamorphic.compare import Comparison

FLOORS = Path(__file__).with_name("floors.json")

SAMPLE = 3
"""Of so many documents one is changed, unless it is said otherwise; the floors are those of this sample."""


def comparisons(
    documents: Path, keys: Sequence[str], names: Sequence[str], jobs: int
) -> Iterator[Comparison]:
    """Documents under changes, in their order; of the short ones each is merged behind the one before."""
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        short = [
            key
            for key, fits in zip(keys, pool.map(short_pdf, [documents / key for key in keys]), strict=True)
            if fits
        ]
        before = {key: documents / short[at - 1] for at, key in enumerate(short)}
        found = pool.map(
            compare_all,
            keys,
            itertools.repeat(documents),
            itertools.repeat(names),
            [before.get(key) for key in keys],
        )
        yield from itertools.chain.from_iterable(found)


def shown(found: Comparison) -> Iterator[str]:
    """What differs, a line for each record."""
    if found.differing:
        yield f"[{found.name}] {found.key}: {found.differing} of {found.records}\n"
    for sign, records in (("-", found.gone), ("+", found.come)):
        for record in records:
            yield f"  {sign} {line_of(record)}\n"


def same(differing: int, records: int) -> float:
    """The share of records that stay the same, a per cent to one place."""
    return round(100 - 100 * differing / records, 1) if records else 100.0


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when every floor holds (or there is no corpus), 1 when one does not."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.metamorphic", description=__doc__)
    parser.add_argument("--only", action="append", choices=CHANGES, help="this change; may be repeated")
    parser.add_argument("--sample", type=int, default=SAMPLE, metavar="N", help="each N-th document (3)")
    parser.add_argument("--family", help="only documents of this layout family, all of them")
    parser.add_argument("--show", action="store_true", help="print each record that differs")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--raise-floors", action="store_true", help="take over every better value as floor")
    wanted = parser.parse_args(arguments)
    corpus = find_corpus()
    if corpus is None:
        sys.stdout.write(f"skipped: {absent()}\n")
        return 0
    names = wanted.only or list(CHANGES)
    keys = corpus.keys(wanted.family)[:: 1 if wanted.family else wanted.sample]
    counts: Counter[tuple[str, str]] = Counter()
    for found in comparisons(corpus.documents, keys, names, wanted.jobs):
        counts[found.name, "documents"] += 1
        counts[found.name, "records"] += found.records
        counts[found.name, "differ"] += found.differing
        if wanted.show:
            sys.stdout.writelines(shown(found))
    floors = {name: floor for name, floor in load_floors(FLOORS).items() if name in names}
    values = {name: same(counts[name, "differ"], counts[name, "records"]) for name in names}
    sys.stdout.write(f"{'change':18}{'documents':>10}{'records':>9}{'differ':>8}{'same %':>8}{'floor':>7}\n")
    for name in names:
        cells = [counts[name, what] for what in ("documents", "records", "differ")]
        floor = f"{floors[name]:g}" if name in floors else "-"
        sys.stdout.write(f"{name:18}{cells[0]:>10}{cells[1]:>9}{cells[2]:>8}{values[name]:>8}{floor:>7}\n")
    if wanted.family or wanted.sample != SAMPLE:
        return 0
    if wanted.raise_floors:
        raised = {n: max(v, floors.get(n, 0.0)) for n, v in values.items() if not CHANGES[n].matters}
        save_floors({**load_floors(FLOORS), **raised}, FLOORS)
    problems = fallen(values, floors)
    sys.stdout.writelines(f"BELOW ITS FLOOR: {problem}\n" for problem in problems)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
