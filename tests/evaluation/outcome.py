"""What a check says of one document: counts, and the cases that fail."""

from __future__ import annotations

from collections import Counter

import msgspec
import regex

_SEPARATORS = regex.compile(r"[\W_]+")


class Case(msgspec.Struct, frozen=True):
    """A failing case, to look at: what failed, in which document, on which page, and the words."""

    check: str
    key: str
    page: int | None
    text: str


class Outcome(msgspec.Struct):
    """Counts by name, and failing cases."""

    counts: Counter[str] = msgspec.field(default_factory=Counter)
    cases: list[Case] = msgspec.field(default_factory=list)

    def add(self, other: Outcome) -> None:
        """Take over another outcome."""
        self.counts.update(other.counts)
        self.cases.extend(other.cases)

    def judge(self, name: str, *, good: bool, case: Case | None = None) -> None:
        """Count one under a name when good, else keep the case."""
        self.counts[name] += good
        if not good and case is not None:
            self.cases.append(case)


def squash(text: str | None) -> str:
    """The letters and digits only, in lower case: what is left when spacing and punctuation do not count.

    >>> squash("C.  Building - Thematic_expertise")
    'cbuildingthematicexpertise'
    """
    return _SEPARATORS.sub("", text or "").lower()
