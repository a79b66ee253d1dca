"""`python -m tests.evaluation.judge INDEX`: hold the search against SQLite, and throw hostile texts at it."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.query import open_index
from tests.evaluation.judge.compare import Comparison
from tests.evaluation.judge.queries import Maker
from tests.evaluation.judge.tables import Tables, held_records

if TYPE_CHECKING:
    from collections.abc import Sequence


def say(line: str) -> None:
    """Write a line to stdout."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when both agree on every query, 1 when not."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.judge", description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--queries", type=int, default=3000)
    parser.add_argument("--only", help="one class")
    wanted = parser.parse_args(arguments)
    start = time.monotonic()
    tables = Tables(held_records(wanted.index))
    maker = Maker(tables, wanted.seed)
    say(f"seed {wanted.seed}; {len(tables.records)} records, {sum(tables.plain)} of them plain; {maker.left_out} left out; {time.monotonic() - start:.1f} s")
    comparison = Comparison(open_index(wanted.index), tables)
    good: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    for one in maker.queries(wanted.queries):
        if wanted.only and one.kind != wanted.only:
            continue
        begun = time.monotonic()
        try:
            problems = list(comparison.problems(one))
        except Exception as error:
            problems = [f"raises {type(error).__name__}: {error}"]
        spent[one.kind] += time.monotonic() - begun
        asked[one.kind] += 1
        good[one.kind] += not problems
        for problem in problems:
            say(f"{one.kind}: {one.root}  {'any ' * one.any_word}{[(a, b) for a, b, _ in one.filters] or ''}: {problem}"[:600])
    for kind, number in sorted(asked.items()):
        say(f"{kind:20} {good[kind]:5} of {number:5} {spent[kind]:6.1f} s")
    say(f"{sum(good.values())} of {sum(asked.values())} in {time.monotonic() - start:.0f} s")
    return 0 if good == asked else 1


if __name__ == "__main__":
    sys.exit(main())
