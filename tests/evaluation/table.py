"""The counts as tables of text, a line for each layout family."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.evaluation.figures import FIGURES, measured

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

READING = (
    "docs",
    "with records",
    "pages",
    "symbol found",
    "numbered",
    "perfect",
    "agree",
    "agree_plus",
    "conserved",
    "seconds",
)
"""Columns of the first table: counts of documents, and CPU seconds."""

TEXTS = ("records", "leak", "leak+", "glued", "glued+", "words", "lost", "doubled")
"""Columns of the second table: counts of records and words."""

TRUTHS = (
    "rows",
    "range",
    "page",
    "title",
    "upr",
    "upr number",
    "upr text",
    "operative",
    "operative text",
    "gold",
    "gold right",
    "gold strict",
    "other gold",
    "other gold right",
    "other gold strict",
    "notes",
    "notes right",
    "parts",
    "parts right",
    "parts found",
    "looked up",
    "looked up right",
)
"""Columns of the third table: counts against answers that did not come from the code."""


def _lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Columns under their names, the first to the left, the others to the right."""
    table = [list(header), *map(list, rows)]
    widths = [max(len(row[i]) for row in table) for i in range(len(header))]
    return [
        "  ".join(
            cell.rjust(w) if i else cell.ljust(w) for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        for row in table
    ]


def _cell(counts: Mapping[str, int], column: str) -> str:
    if column == "seconds":
        return f"{counts.get('milliseconds', 0) / 1000:.1f}"
    return str(counts.get(column, 0))


def family_tables(families: Mapping[str, Counter[str]]) -> list[str]:
    """Three tables: how documents were read, what is in their texts, and the comparison with truth."""
    total: Counter[str] = Counter()
    for counts in families.values():
        total.update(counts)
    lines: list[str] = []
    for columns in (READING, TEXTS, TRUTHS):
        named = {**dict(sorted(families.items())), "all": total}
        shown = {
            n: c for n, c in named.items() if columns is not TRUTHS or any(c[column] for column in TRUTHS)
        }
        rows = [[name, *(_cell(counts, column) for column in columns)] for name, counts in shown.items()]
        lines += [*_lines(["family", *columns], rows), ""]
    return lines


def figure_table(counts: Mapping[str, int], floors: Mapping[str, float]) -> list[str]:
    """Every figure with its count, our floor, and what the design asks."""
    values = measured(counts)
    rows = []
    for figure in FIGURES:
        value = values.get(figure.name)
        asked = "" if figure.asked is None else f"{'<=' if figure.low else '>='} {figure.asked:g}"
        missed = figure.asked is not None and value is not None
        missed = missed and (value > figure.asked if figure.low else value < figure.asked)  # type: ignore[operator]  # not None here
        of = f"{counts.get(figure.part, 0)} of {counts.get(figure.whole, 0)}" if figure.whole else ""
        floor = f"{floors[figure.name]:g}" if figure.name in floors else "-"
        shown = "-" if value is None else f"{value:g}"
        rows.append([figure.name, shown, of, floor, asked, "below" if missed else ""])
    return _lines(["figure", "measured", "count", "floor", "design", ""], rows)
