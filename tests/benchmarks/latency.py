"""Questions put to all engines in turn, and their times by class."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from tests.benchmarks.measure import median, percentile
from tests.benchmarks.paragraphs import SEED
from tests.benchmarks.report import table, times

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tests.benchmarks.adapters.base import Kind, Question
    from tests.benchmarks.process import Asked, Timed
    from tests.benchmarks.queries import Questions

BASE = "tantivy"
"""The engine that ratios are taken to."""


class Series(msgspec.Struct):
    """What one engine did with one question: its first answer, and those of later passes."""

    question: Question
    first: Timed
    again: list[Timed] = []


def ask_all(engines: Sequence[Asked], questions: Questions, *, passes: int) -> dict[str, list[Series]]:
    """Put every question to every engine, in an order shuffled anew for each, pass after pass.

    Before the first pass other questions are asked, so that libraries are loaded and files are open, and the
    words of the measured ones are not yet in any cache.
    """
    order = random.Random(SEED)  # noqa: S311  # a fixed order, not a secret
    for question in questions.warming:
        for engine in engines:
            engine.ask(question)
    series: dict[str, list[Series]] = {engine.name: [] for engine in engines}
    measured = list(questions.measured)
    order.shuffle(measured)
    for number in range(passes):
        for place, question in enumerate(measured):
            for engine in order.sample(engines, len(engines)):
                timed = engine.ask(question)
                if number:
                    series[engine.name][place].again.append(timed)
                else:
                    series[engine.name].append(Series(question, timed))
    return series


def by_class(series: Sequence[Series], *, first: bool, clock: str) -> dict[Kind, list[float]]:
    """Milliseconds of each question that was answered: its first time, or the middle of its later ones."""
    found: dict[Kind, list[float]] = defaultdict(list)
    for one in series:
        answers = [one.first] if first else one.again
        spent = [getattr(timed, clock) * 1000 for timed in answers if timed.answer is not None]
        if spent:
            found[one.question.kind].append(median(spent))
    return found


def latency_table(series: Mapping[str, Sequence[Series]], *, first: bool, clock: str = "cpu") -> list[str]:
    """A line for each class with p50 and p95 in ms and, behind them, how many times Tantivy's they are."""
    counted = {name: by_class(each, first=first, clock=clock) for name, each in series.items()}
    kinds = _kinds(series)
    rows = [[kind, *_cells(series, counted, kind)] for kind in kinds]
    pooled = {
        name: [value for values in found.values() for value in values] for name, found in counted.items()
    }
    rows.append(["all", *(_cell(values, pooled.get(BASE)) if values else "-" for values in pooled.values())])
    return table(["ms p50 / p95", *series], rows)


def _kinds(series: Mapping[str, Sequence[Series]]) -> list[Kind]:
    """The classes that were asked, in the order in which they were made."""
    from tests.benchmarks.queries import KINDS  # noqa: PLC0415  # loads the gazetteer, which engines need not

    asked = {one.question.kind for each in series.values() for one in each}
    return [kind for kind in KINDS if kind in asked]


def _cells(
    series: Mapping[str, Sequence[Series]], counted: Mapping[str, Mapping[Kind, list[float]]], kind: Kind
) -> list[str]:
    base = counted.get(BASE, {}).get(kind)
    cells = []
    for name, found in counted.items():
        failed = [one.first.reason for one in series[name] if one.question.kind == kind and one.first.reason]
        cell = _cell(found[kind], base) if kind in found else "none"
        others = [reason for reason in failed if reason != "none"]
        cells.append(f"{cell} ({len(others)} failed: {others[0][:60]})" if others else cell)
    return cells


def _cell(values: Sequence[float], base: Sequence[float] | None) -> str:
    middle, high = median(values), percentile(values, 0.95)
    shown = f"{_ms(middle)} / {_ms(high)}"
    if not base:
        return shown
    return f"{shown} ({times(middle, median(base))} / {times(high, percentile(base, 0.95))})"


def _ms(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def hits_table(series: Mapping[str, Sequence[Series]]) -> list[str]:
    """For each class how many questions there are, how many hits they have, and whether the engines agree."""
    names = list(series)
    own = names[0]
    rows = []
    for kind in _kinds(series):
        places = [place for place, one in enumerate(series[own]) if one.question.kind == kind]
        totals = [_total(series[own][place]) for place in places]
        known = [total for total in totals if total is not None]
        row = [kind, str(len(places)), f"{median(known):.0f}" if known else "none"]
        row += [_difference(series[own], series[name], places) for name in names[1:]]
        rows.append([*row, *(_share(series[name], places, _marked) for name in names)])
    header = ["class", "questions", f"hits ({own})", *(f"{name} differs by" for name in names[1:])]
    return table([*header, *(f"{name} marked" for name in names)], rows)


def _total(one: Series) -> int | None:
    return None if one.first.answer is None else one.first.answer.total


def _difference(own: Sequence[Series], other: Sequence[Series], places: Sequence[int]) -> str:
    """How far two engines' numbers of hits lie apart, as a share of ours: the median and the worst."""
    pairs = [(_total(own[place]), _total(other[place])) for place in places]
    apart = [abs(two - one) / max(one, 1) for one, two in pairs if one is not None and two is not None]
    return f"{100 * median(apart):.1f} % ({100 * max(apart):.0f} %)" if apart else "none"


def _share(series: Sequence[Series], places: Sequence[int], part: Callable[[Series], tuple[int, int]]) -> str:
    parts = [part(series[place]) for place in places]
    whole = sum(of for _, of in parts)
    return f"{100 * sum(share for share, _ in parts) / whole:.0f} %" if whole else "-"


def _marked(one: Series) -> tuple[int, int]:
    answer = one.first.answer
    if answer is None or one.question.kind == "key":
        return 0, 0
    return answer.marked, len(answer.keys)
