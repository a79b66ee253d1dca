"""The steps of a growing index as tables and as a picture."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from tests.benchmarks.growing import Step
from tests.benchmarks.measure import median, percentile
from tests.benchmarks.report import megabytes, table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.benchmarks.adapters.base import Kind

KINDS: tuple[Kind, ...] = (
    "rare entity",
    "common word",
    "AND",
    "phrase",
    "prefix",
    "filters",
    "facets",
    "key",
    "entity",
)


def size_table(steps: Sequence[Step]) -> list[str]:
    """A line for each step with what the writer took and what lies on disk."""
    rows, before = [], Step()
    for step in steps:
        rate = (step.paragraphs - before.paragraphs) / max(step.cpu - before.cpu, 1e-9)
        rows.append(
            [
                f"{step.paragraphs:,}",
                megabytes(step.text),
                f"{step.words:,}",
                f"{step.cpu:.1f}",
                f"{rate:,.0f}",
                megabytes(step.writer.peak),
                megabytes(step.index),
                f"{step.index / step.text:.2f}",
                megabytes(step.searcher.resident),
                megabytes(step.searcher.own),
            ]
        )
        before = step
    header = [
        "paragraphs",
        "text MB",
        "words",
        "CPU s",
        "paragraphs / CPU s since",
        "writer peak MB",
        "index MB",
    ]
    return table([*header, "index / text", "searcher MB", "searcher MB without files"], rows)


def latency_rows(steps: Sequence[Step], *, first: bool) -> list[str]:
    """A line for each class with p50 and p95 at each step."""
    found = [step.first if first else step.again for step in steps]
    asked = [kind for kind in KINDS if any(kind in classes for classes in found)]
    rows = [[kind, *(_cell(classes.get(kind, [])) for classes in found)] for kind in asked]
    rows.append(["all", *(_cell(pooled(classes)) for classes in found)])
    return table(["CPU ms p50 / p95", *(f"{step.paragraphs:,}" for step in steps)], rows)


def pooled(classes: dict[Kind, list[float]]) -> list[float]:
    """The times of all classes."""
    return [value for values in classes.values() for value in values]


def _cell(values: Sequence[float]) -> str:
    return f"{median(values):.2f} / {percentile(values, 0.95):.2f}" if values else "-"


def draw(steps: Sequence[Step], target: Path) -> None:
    """Draw how CPU time, memory, size and latency grow."""
    figures: Any = importlib.import_module("matplotlib.figure")
    figure = figures.Figure(figsize=(10, 7.5), layout="constrained")
    across = [step.paragraphs / 1000 for step in steps]
    for panel, (title, lines) in zip(figure.subplots(2, 2).flat, curves(steps).items(), strict=True):
        for label, values in lines.items():
            panel.plot(across, values, marker="o", label=label)
        panel.set_title(title)
        panel.set_xlabel("thousand paragraphs")
        panel.set_xlim(left=0)
        panel.set_ylim(bottom=0)
        panel.grid(visible=True, alpha=0.3)
        panel.legend()
    target.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(target, dpi=110, metadata={"Software": None})


def curves(steps: Sequence[Step]) -> dict[str, dict[str, list[float]]]:
    """The curves of each panel, by its title and their names."""
    again, first = ([pooled(getattr(step, name)) for step in steps] for name in ("again", "first"))
    searches = {"p50, first time": [median(values) for values in first]}
    searches["p95, first time"] = [percentile(values, 0.95) for values in first]
    if all(again):
        searches["p50"] = [median(values) for values in again]
        searches["p95"] = [percentile(values, 0.95) for values in again]
    return {
        "index, CPU seconds": {"writer": [step.cpu for step in steps]},
        "memory, MB": {
            "writer, peak": [step.writer.peak / 1e6 for step in steps],
            "searcher": [step.searcher.resident / 1e6 for step in steps],
            "searcher without files": [step.searcher.own / 1e6 for step in steps],
        },
        "disk, MB": {
            "index": [step.index / 1e6 for step in steps],
            "text": [step.text / 1e6 for step in steps],
        },
        "searches, CPU ms": searches,
    }
