"""What answers but has no year or date, which a filter or a count by year leaves out in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.query.collect import matches
from indexer.query.tree import And, Field, Not, Or, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from indexer.query.collection import Collection
    from indexer.query.compile import Compiler
    from indexer.query.tree import Node
    from indexer.store.ascending import Numbers

_TIMES = ("year", "date")


def undated(
    whole: Collection,
    root: Node,
    limits: Node | None,
    make: Callable[[], Compiler],
    *,
    any_word: bool = False,
    counted: Sequence[Numbers] | None = None,
) -> list[str]:
    """Return a sentence with how many paragraphs would answer, if they had a year.

    Args:
        whole: The segments.
        root: What was asked.
        limits: What narrows it.
        make: Gives a compiler for what is asked without the years.
        any_word: Whether one of several words side by side is enough.
        counted: The answer, where its years are counted.
    """
    parts = [*_parts(root, any_word=any_word), *(_parts(limits) if limits is not None else ())]
    times = list(filter(None, map(_time, parts)))
    others = [part for part in parts if not _time(part)]
    if times and not all(isinstance(part, Not) for part in others):  # more is asked for than a year
        asked = others[0] if len(others) == 1 else And(tuple(others))
        number = _without(whole, times[0], matches(whole, make().compile(asked)))
        return [f"{_paragraphs(number)} no {times[0]} and {_are(number)} left out"] if number else []
    number = _without(whole, "year", counted) if counted is not None else 0
    return [f"{_paragraphs(number)} no year and {_are(number)} not counted"] if number else []


def _parts(node: Node, *, any_word: bool = False) -> tuple[Node, ...]:
    """Return what must all hold."""
    if (isinstance(node, Run) and not any_word) or (isinstance(node, And) and type(node) is And):
        return tuple(part for inner in node.nodes for part in _parts(inner, any_word=any_word))
    return (node,)


def _time(node: Node) -> str:
    """Return the field in which a year or date is asked for; empty for anything else."""
    if isinstance(node, Or):
        names = {_time(inner) for inner in node.nodes}
        return names.pop() if len(names) == 1 else ""
    return node.name if isinstance(node, Field) and node.name in _TIMES else ""


def _without(whole: Collection, name: str, found: Sequence[Numbers]) -> int:
    """Return how many of some records have no such value."""
    codes = whole.labels(name).codes
    rows = (segment.column("row") for segment in whole.segments)
    each = zip(codes, rows, found, strict=True)
    return sum(int((labels[row[records]] < 0).sum()) for labels, row, records in each)


def _paragraphs(number: int) -> str:
    return "1 paragraph that answers has" if number == 1 else f"{number:,} paragraphs that answer have"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
