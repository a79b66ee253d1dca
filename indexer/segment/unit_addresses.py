"""The addresses of units: the scope in which they stand, and their numbers in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from indexer.grammar.addresses import name_part
from indexer.segment.scopes import ACT, SEPARATE, Scope, nest, part_letter, read_numbered_act, scope_prefix

if TYPE_CHECKING:
    from indexer.model import Kind
    from indexer.segment.number_sequences import Numbering, Sequence, Start
    from indexer.segment.unit import Unit

_RESTART = 5  # rank of numbers that begin again without a title


class Addresses:
    """Gives addresses, from the first unit to the last.

    Attributes:
        of_act: Whether the main numbers may be those of an act, and a number alone may head one.
        scope: Where the next unit stands.
    """

    def __init__(self, numbering: Numbering) -> None:
        self.main = numbering.main
        self.of_act = numbering.of_act
        self.scope: tuple[Scope, ...] = ()
        self._counts: dict[tuple[str, str], int] = {}
        self._scopes: dict[int, tuple[Scope, ...]] = {}
        self._parents: dict[int, str] = {}
        self._operative: set[int] = set()
        self._restarts = 1
        self._restarted: Sequence | None = None
        self._taken: Counter[int] = Counter()
        self._drafts: list[str] = []  # the letters of those without a number, each once
        self._opinions = 0
        self._act: tuple[Scope, ...] | None = None

    def count(self, letter: str) -> str:
        """Return the address of the next unit without number, by the letter of its kind."""
        return self._next(scope_prefix(self.scope), letter)

    def _next(self, prefix: str, letter: str) -> str:
        number = self._counts[prefix, letter] = self._counts.get((prefix, letter), 0) + 1
        return f"{letter}{number}"

    def uncount(self, unit: Unit) -> None:
        """Give back the address of the last text."""
        self._counts[unit.scope, "t"] -= 1

    def recount(self, units: list[Unit]) -> None:
        """Number again what has no printed number: texts, preambular and operative paragraphs."""
        self._counts.clear()
        for unit in units:
            if unit.kind in ("text", "preamble") or (unit.kind == "operative" and unit.number is None):
                unit.address = self._next(unit.scope, "pp" if unit.kind == "preamble" else "t")

    def knows(self, sequence: Sequence) -> bool:
        """Whether the scope of a sequence is settled."""
        return id(sequence) in self._scopes

    def enter(self, sequence: Sequence, *, enacted: bool) -> None:
        """Go to the scope of a sequence; its first number settles which that is.

        Args:
            sequence: No list.
            enacted: Whether a resolution has named its organ above the first number.
        """
        key = id(sequence)
        if key not in self._scopes:
            if enacted:
                self._operative.add(key)
            if sequence.role == "main":
                self._scopes[key] = self.scope if self.of_act and self.is_in_act() else ()
            elif self.scope and (sequence.titled or self.scope not in self._scopes.values()):
                self._scopes[key] = self.scope  # a scope that had no numbers yet: these are its own
            else:
                self._restarts += 1
                self._scopes[key] = nest(self.scope, Scope(f"s{self._restarts}", _RESTART))
                self._restarted = sequence
        self.scope = self._scopes[key]

    def leave_restart(self) -> None:
        """Leave a restart without a title whose numbers are over: it ends with the section it began in."""
        if self._restarted is not None and self._taken[id(self._restarted)] >= self._restarted.count:
            self.scope = tuple(scope for scope in self.scope if scope.rank < _RESTART)
            self._restarted = None

    def leave_parts(self) -> None:
        """Leave the parts of a treaty, and the articles whose paragraphs begin again."""
        self.scope = tuple(scope for scope in self.scope if 0 < scope.rank < _RESTART)

    def is_in_act(self) -> bool:
        """Whether the next unit stands in a resolution, a decision or an opinion."""
        return bool(self.scope) and self.scope[0].rank == ACT

    def leave_act(self) -> None:
        """Leave the resolution or decision: its heading is no longer above what comes."""
        if self.is_in_act():
            self.scope = ()

    def enter_scope(self, scope: Scope) -> None:
        """Go to the scope of a heading; opinions of judges are counted, but for those in an annex."""
        if scope.rank != SEPARATE:
            self.scope = nest(self.scope, scope)
        elif all(other.rank >= SEPARATE or other.rank == ACT for other in self.scope):
            self._opinions += 1
            name = scope.slug if self._opinions == 1 else f"{scope.slug}-{self._opinions}"
            self.scope = nest(self.scope, Scope(name, SEPARATE))

    def enter_part(self, letter: str) -> None:
        """Go to a part of the resolution or decision; a draft without a number has no parts."""
        if self.is_in_act() and self.scope != self._act:
            kind, _, number = self.scope[0].slug.partition("-")
            self.scope = (Scope(f"{kind}-{name_part(number, letter)}", ACT),)

    def enter_resolution(self, heading: str, *above: str) -> bool:
        """Go to the scope that a resolution has inside a report; alone it has none.

        Args:
            heading: What stands above it: its number, or the letter of a part of a resolution.
            above: What else may be the letter: what stands above that, and the first line of the heading.

        Returns:
            Whether the heading is its number.
        """
        letter = next(filter(None, map(part_letter, (heading, *above))), "")
        if self.is_in_act() and letter and self.scope != self._act:
            self.enter_part(letter)
            return False
        if self.of_act and (act := read_numbered_act(heading)):
            self.scope = (act,)
            return True
        within = not self.scope or self.scope == self._act
        if within and self.knows(self.main):
            self._drafts.append("" if letter in self._drafts else letter)
            number = self._drafts[-1] or (str(len(self._drafts)) if len(self._drafts) > 1 else "")
            name = f"resolution-{number}" if number else "resolution"
            self.scope = self._act = (Scope(name, ACT),)
        return False

    def hang(self, sequence: Sequence, unit: Unit | None) -> bool:
        """Hang a list on the unit that is open above its first number; return whether there is one.

        At the beginning of an excerpt it is the paragraph before the first one.
        """
        if self.main.lost is not None and not self.knows(self.main):
            parent = f"p{self.main.lost}"
        else:
            parent = "" if unit is None else unit.address
        return bool(self._parents.setdefault(id(sequence), parent))

    def numbered(self, start: Start, suffix: str) -> tuple[Kind, str]:
        """Return kind and address of a numbered unit, behind the entry of its scope."""
        sequence, number = start.sequence, start.due
        self._taken[id(sequence)] += not start.dotted
        if start.dotted:
            below: Kind = "item" if self.is_in_act() else "recommendation"  # of a review
            return below if start.under else "paragraph", f"p{number}"
        if sequence.role == "list":
            return "item", f"{self._parents[id(sequence)]}.{number}{suffix}"
        return "operative" if id(sequence) in self._operative else "paragraph", f"p{number}{suffix}"
