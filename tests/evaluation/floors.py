"""The floors: what was reached once is not given up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tests.evaluation.figures import FIGURES

if TYPE_CHECKING:
    from collections.abc import Mapping

FLOORS = Path(__file__).with_name("floors.json")


def load_floors(path: Path = FLOORS) -> dict[str, float]:
    """The floors by figure."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, float])


def fallen(values: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """A sentence for each figure that is worse than its floor, or that is no longer measured."""
    low = {figure.name: figure.low for figure in FIGURES}
    sentences = []
    for name, floor in floors.items():
        value = values.get(name)
        if value is None:
            sentences.append(f"{name}: no longer measured, the floor is {floor:g}")
        elif value > floor if low.get(name) else value < floor:
            sentences.append(f"{name}: {value:g}, the floor is {floor:g}")
    return sentences


def raised(values: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors with every better value taken over; none gets easier."""
    new = {}
    for figure in FIGURES:
        both = [v for v in (values.get(figure.name), floors.get(figure.name)) if v is not None]
        if both:
            new[figure.name] = min(both) if figure.low else max(both)
    return new


def save_floors(floors: Mapping[str, float], path: Path = FLOORS) -> None:
    """Write the floors, one figure a line."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(dict(floors)), indent=2) + b"\n")
