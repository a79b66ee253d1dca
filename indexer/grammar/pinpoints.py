"""Pinpoints: which units of a document a citation points at, as single ones, ranges and open ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, cast

import msgspec
from msgspec.structs import replace

from indexer.grammar.addresses import Address, number_key, same_sub

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.grammar.addresses import Unit

PinpointUnit = Literal["p", "pp", "t", "s", "tab", "fn", "", "page", "section", "article", "recommendation"]
"""The units of addresses, and what has no address: the printed page, what stands under a heading, and what a
list counts."""

_WITHOUT_ADDRESS: Final = frozenset({"page", "section", "article", "recommendation"})

LARGEST_EXPANSION: Final = 1000
"""Longer ranges are kept as ranges; the longest real ones (a whole supplement) have some hundred
paragraphs."""


class Pinpoint(msgspec.Struct, frozen=True, kw_only=True):
    """A unit that is cited, or a range of units.

    Attributes:
        scope: Divisions of the document, as in an address.
        unit: What is counted.
        number: The first, or only, number.
        sub: Letters of the sub-paragraph that the number, or the start of the range, is narrowed to; of an
            article its paragraph and the letters in that.
        last: The last number of a range that was not or cannot be written out (8.2 to 9).
        last_sub: Letters behind the last number.
        is_open: Whether "et seq." follows: this number and those behind it.
        heading: The number of the headings that a typed citation names with it: "sect. II.B, para. 4". Mostly
            it helps the reader alone; it decides where several units have the number.
    """

    scope: tuple[str, ...] = ()
    unit: PinpointUnit = "p"
    number: str = ""
    sub: tuple[str, ...] = ()
    last: str | None = None
    last_sub: tuple[str, ...] = ()
    is_open: bool = False
    heading: str = ""

    @property
    def address(self) -> Address | None:
        """The address of the first unit; None for what has no address of its own, such as a page."""
        if self.unit in _WITHOUT_ADDRESS:
            return None
        return Address(scope=self.scope, unit=cast("Unit", self.unit), number=self.number, sub=self.sub)

    @property
    def is_range(self) -> bool:
        """Whether more than one unit may be meant."""
        return self.last is not None or self.is_open

    def expand(self) -> tuple[Pinpoint, ...]:
        """Return one pinpoint for each unit that is meant.

        What cannot be written out without knowing the document stays one pinpoint: open ranges, ranges
        between numbers of different depth, and ranges of absurd length.

        >>> [p.number for p in Pinpoint(number="9.3", last="9.5").expand()]
        ['9.3', '9.4', '9.5']
        """
        if self.last is None or self.is_open:
            return (self,)
        if self.number == self.last and self.sub == self.last_sub:
            return (replace(self, last=None, last_sub=()),)
        if self.number == self.last:
            subs = self._expand_subs()
            return tuple(replace(self, sub=sub, last=None, last_sub=()) for sub in subs) or (self,)
        (first, first_rank), (last, last_rank) = number_key(self.number), number_key(self.last)
        plain = not first_rank and not last_rank and len(first) == len(last) and first[:-1] == last[:-1]
        if not plain or last[-1] - first[-1] >= LARGEST_EXPANSION:
            return (self,)
        stem = self.number[: self.number.rfind(".") + 1]
        single = replace(self, sub=(), last=None, last_sub=())
        middle = [replace(single, number=f"{stem}{n}") for n in range(first[-1] + 1, last[-1])]
        return (
            replace(single, number=self.number, sub=self.sub),
            *middle,
            replace(single, number=self.last, sub=self.last_sub),
        )

    def _expand_subs(self) -> list[tuple[str, ...]]:
        """Return the sub-paragraphs from sub to last_sub when they differ in one letter only."""
        first, last = self.sub, self.last_sub
        if len(first) != len(last) or not first or first[:-1] != last[:-1]:
            return []
        series = next((s for s in (_ROMANS, _LETTERS, _DIGITS) if first[-1] in s and last[-1] in s), None)
        if series is None:
            return []
        return [(*first[:-1], step) for step in series[series.index(first[-1]) : series.index(last[-1]) + 1]]

    def covers(self, address: Address | str) -> bool:
        """Tell whether an address is one of the units that are meant, however the range is written.

        Sub-paragraphs count as parts of their paragraph, both ways: "para. 74 (a)" covers p74 and p74.a.

        >>> Pinpoint(number="8.2", last="9").covers("p8.4"), Pinpoint(number="12", is_open=True).covers("p40")
        (True, True)
        """
        unit = Address.try_parse(address) if isinstance(address, str) else address
        if unit is None or self.unit in _WITHOUT_ADDRESS or _scope_key(unit.scope) != _scope_key(self.scope):
            return False
        if not self.unit:
            return True
        if unit.unit != self.unit:
            return False
        key, first = number_key(unit.number), number_key(self.number)
        if self.is_open:
            return key >= first
        if self.last is not None and self.last != self.number:
            last = number_key(self.last)
            return first <= key and (key <= last or key[0][: len(last[0])] == last[0])
        if key != first:
            return False
        subs = [p.sub for p in self.expand()]
        return not unit.sub or any(all(map(same_sub, sub, unit.sub)) for sub in subs)


_DIGITS: Final = tuple(map(str, range(1, 100)))
"""Of the paragraphs of an article."""
_LETTERS: Final = tuple("abcdefghijklmnopqrstuvwxyz")
_ROMANS: Final = (
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
)


def _scope_key(scope: tuple[str, ...]) -> str:
    return Address(scope=scope, unit="", number="").key


def is_scope(pinpoints: Sequence[Pinpoint]) -> bool:
    """Tell whether one division is meant as a whole."""
    return len(pinpoints) == 1 and not pinpoints[0].unit


def merge_scope(scope: tuple[str, ...], pinpoints: tuple[Pinpoint, ...]) -> tuple[Pinpoint, ...]:
    """Return the pinpoints inside a scope; the scope itself when there are none."""
    if not scope:
        return pinpoints
    if not pinpoints:
        return (Pinpoint(scope=scope, unit=""),)
    return tuple(replace(p, scope=scope + p.scope) for p in pinpoints)
