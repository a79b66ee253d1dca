"""Plans for words that stand together: side by side, near, in this order, or in one of several spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from indexer.query.listed import AnyTerm
from indexer.query.places import Spans, ahead, joined_places, joined_spans, near, near_units, shared
from indexer.query.plan import NONE, Placed
from indexer.store.ascending import intersect, union

if TYPE_CHECKING:
    from collections.abc import Collection as Group

    from indexer.query.collection import Collection
    from indexer.store.ascending import Numbers


class Side(Placed):
    """Terms that must stand side by side, in this order."""

    def __init__(self, parts: Group[AnyTerm], again: Group[int] = ()) -> None:
        """Take the terms of each place, and the places that the term of the one before fills as well."""
        super().__init__()
        self.parts = tuple(parts)
        self.again = tuple(step for step in again if len(self.parts[step].terms) > 1)
        self.field = self.parts[0].field
        self._key = ("side", self.field, tuple(part.terms for part in self.parts), self.again)

    def ceiling(self, whole: Collection) -> float:
        """Return what a record may score at most, by a formula that goes to 1."""
        return sum(part.ceiling(whole) for part in self.parts)

    def _find_units(self, whole: Collection, nth: int) -> Numbers:
        """Return the units, which are remembered: the same names are asked for again and again."""
        return whole.segments[nth].kept(self._key, lambda: self.spans(whole, nth, None).units())

    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return where they do: the rarest are looked for first."""
        segment = whole.segments[nth]
        held = [sum(map(segment.frequency, part.entries(whole, nth))) for part in self.parts]
        steps = sorted(range(len(held)), key=held.__getitem__)
        found = within
        for step in steps if held[steps[0]] else ():
            found = self.parts[step].likely_units(whole, nth, found)
            if not len(found):
                break
        if found is None or not held[steps[0]] or not len(found):
            return Spans(NONE, NONE)
        size = segment.unit_count(self.field)
        at = steps[0]
        places = self.parts[at].places_likely(whole, nth, found)
        for step in steps[1:]:
            if at != steps[0]:
                found = intersect(found, Spans(places, places).units(), size)
            places = shared(places + (step - at), self.parts[step].places_likely(whole, nth, found))
            at = step
        first = places - at
        for step in self.again:
            first = self._filled_again(whole, nth, first, step)
        return Spans(first, first + (len(steps) - 1))

    def _filled_again(self, whole: Collection, nth: int, first: Numbers, step: int) -> Numbers:
        """Return those of some first places from which a part is filled by the term of the one before."""
        part, units = self.parts[step], Spans(first, first).units()
        each = (AnyTerm(part.field, [term]) for term in part.terms)
        rows = [term.places(whole, nth, units) for term in each]
        return shared(first, joined_places([shared(row, row - 1) for row in rows]) - (step - 1))

    def unit_score(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the sum of the terms' scores; those of all units are remembered as well."""
        if units is self.units(whole, nth):
            return whole.kept(nth, self._key, lambda: self._scored(whole, nth, units))
        return self._scored(whole, nth, units)

    def _scored(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        first, *others = [part.unit_score(whole, nth, units) for part in self.parts]
        return sum(others, first)

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return min(part.size(whole) for part in self.parts)


class Within(Placed):
    """Two nodes with at most so many words from one to the other, in any order."""

    def __init__(self, left: Placed, right: Placed, distance: int) -> None:
        super().__init__()
        self.left = left
        self.right = right
        self.distance = distance
        self.field = left.field

    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return the stretches from one to the other."""
        both = self._both(whole, nth, within)
        return near(*both, self.distance) if both else Spans(NONE, NONE)

    def _find_units(self, whole: Collection, nth: int) -> Numbers:
        both = self._both(whole, nth, None)
        return near_units(*both, self.distance) if both else NONE

    def _both(self, whole: Collection, nth: int, within: Numbers | None) -> tuple[Spans, Spans] | None:
        """Return the places of both nodes in the units that hold both; None where there are none."""
        size = whole.segments[nth].unit_count(self.field)
        found = intersect(self.left.units(whole, nth), self.right.units(whole, nth), size)
        if within is not None:
            found = intersect(found, within, size)
        if not len(found):
            return None
        return self.left.spans_inside(whole, nth, found), self.right.spans_inside(whole, nth, found)

    def unit_score(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the sum of both scores."""
        return self.left.unit_score(whole, nth, units) + self.right.unit_score(whole, nth, units)

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return min(self.left.size(whole), self.right.size(whole))


class Ordered(Within):
    """Two nodes with at most so many words from the first to the second."""

    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return the stretches from the first to the second."""
        both = self._both(whole, nth, within)
        return ahead(*both, self.distance) if both else Spans(NONE, NONE)

    def _find_units(self, whole: Collection, nth: int) -> Numbers:
        return self.spans(whole, nth, None).units()


class AnyPlaced(Placed):
    """Any of some nodes with places, with the sum of their scores."""

    def __init__(self, children: Group[Placed]) -> None:
        super().__init__()
        self.children = tuple(children)
        self.field = self.children[0].field

    def _find_units(self, whole: Collection, nth: int) -> Numbers:
        rows = [child.units(whole, nth) for child in self.children]
        return union(rows, whole.segments[nth].unit_count(self.field))

    def spans(self, whole: Collection, nth: int, within: Numbers | None) -> Spans:
        """Return where any child matches."""
        return joined_spans([child.spans(whole, nth, within) for child in self.children])

    def unit_score(self, whole: Collection, nth: int, units: Numbers) -> Numbers:
        """Return the sum of the children's scores."""
        return sum((child.unit_score_any(whole, nth, units) for child in self.children), np.zeros(len(units)))

    def size(self, whole: Collection) -> int:
        """Return at most how many records match."""
        return sum(child.size(whole) for child in self.children)
