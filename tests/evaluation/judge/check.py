"""All queries and all hostile texts against one index, as outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.query import open_index
from tests.evaluation.judge.compare import Comparison
from tests.evaluation.judge.hostile import PATIENCE, Hostile, faults
from tests.evaluation.judge.queries import Maker
from tests.evaluation.judge.tables import Tables, held_records
from tests.evaluation.outcome import Case, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.evaluation.judge.queries import Asked

SEED = 20261125

QUERIES, HOSTILE = 3_000, 10_000


class Trial:
    """An index, its copy in SQLite, and what is asked of both."""

    def __init__(self, folder: Path, *, seed: int = SEED, patience: float = PATIENCE) -> None:
        self.tables = Tables(held_records(folder))
        self.index = open_index(folder)
        self.maker = Maker(self.tables, seed)
        self._hostile = Hostile(self.tables, seed)
        self._patience = patience

    def searches(self, count: int = QUERIES) -> Iterator[tuple[str, Outcome]]:
        """For each query its class, and whether both answers are equal."""
        comparison = Comparison(self.index, self.tables)
        for name, asked in self.maker.queries(count):
            outcome = Outcome()
            outcome.counts["judged"] += 1
            text = "; ".join(_problems(comparison, asked))
            case = Case("search", name, None, f"{asked}: {text}")
            outcome.judge("judged equal", good=not text, case=case)
            yield name, outcome

    def hostile(self, count: int = HOSTILE) -> Iterator[Outcome]:
        """For each hostile text whether it is answered."""
        for text, options in self._hostile.texts(count):
            outcome = Outcome()
            outcome.counts["hostile"] += 1
            faulty = "; ".join(faults(self.index, text, options, patience=self._patience))
            case = Case("hostile", "hostile", None, f"{text!a} {options or ''}: {faulty}")
            outcome.judge("hostile answered", good=not faulty, case=case)
            yield outcome


def _problems(comparison: Comparison, asked: Asked) -> list[str]:
    try:
        return list(comparison.problems(asked))
    except Exception as error:  # noqa: BLE001  # one query must not end the trial
        return [f"raises {type(error).__name__}: {error}"]


def check_searches(folder: Path) -> Iterator[Outcome]:
    """All queries and all hostile texts, one outcome each."""
    trial = Trial(folder)
    yield from (outcome for _, outcome in trial.searches())
    yield from trial.hostile()
