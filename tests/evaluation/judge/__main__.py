"""`python -m tests.evaluation.judge INDEX`: an index's answers beside SQLite's, and hostile queries."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tests.evaluation.judge.check import HOSTILE, QUERIES, SEED, Trial
from tests.output import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.evaluation.outcome import Outcome

WIDTH = 800
"""Characters shown of a case."""


def show_cases(outcome: Outcome) -> None:
    """Print what is wrong."""
    for case in outcome.cases:
        say(f"[{case.key}] {' '.join(case.text.split())[:WIDTH]}")


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when all is equal and all is answered, 1 when not."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.judge", description=__doc__)
    parser.add_argument("index", type=Path, help="the folder of an index")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--queries", type=int, default=QUERIES)
    parser.add_argument("--hostile", type=int, default=HOSTILE)
    wanted = parser.parse_args(arguments)
    start = time.monotonic()
    trial = Trial(wanted.index, seed=wanted.seed)
    say(
        f"seed {wanted.seed}; {len(trial.tables.records)} records; FTS5 itself decides on phrases and NEAR "
        f"in {sum(trial.tables.plain)}; {trial.maker.left_out} words with signs inside stand in phrases only"
    )
    total: Counter[str] = Counter()
    by_class: dict[str, Counter[str]] = {}
    for name, outcome in trial.searches(wanted.queries):
        by_class.setdefault(name, Counter()).update(outcome.counts)
        total.update(outcome.counts)
        show_cases(outcome)
    for name, counts in by_class.items():
        say(f"{name:20} {counts['judged equal']:5} of {counts['judged']:5}")
    for outcome in trial.hostile(wanted.hostile):
        total.update(outcome.counts)
        show_cases(outcome)
    say(f"hit sets equal to FTS5: {total['judged equal']} of {total['judged']}")
    say(f"hostile queries answered: {total['hostile answered']} of {total['hostile']}")
    say(f"{time.monotonic() - start:.0f} s")
    whole = total["judged"] + total["hostile"]
    return 0 if total["judged equal"] + total["hostile answered"] == whole else 1


if __name__ == "__main__":
    sys.exit(main())
