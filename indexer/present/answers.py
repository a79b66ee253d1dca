"""What the formats need to know of an answer; the query room's results fit, and so do others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from indexer.model import Hit, ParseReport, Record


class Grouped(Protocol):
    """The hits of one document."""

    @property
    def hits(self) -> Sequence[Hit]:
        """In the order of the answer, one at least."""

    @property
    def total(self) -> int | None:
        """How many of its paragraphs answer; None where nobody asked."""


class Shown(Protocol):
    """The records that a reference points to, with lists that run beside them."""

    @property
    def records(self) -> Sequence[Record]:
        """In order."""

    @property
    def citations(self) -> Sequence[str]:
        """How to cite each."""

    @property
    def parts(self) -> Sequence[str]:
        """Address of the sub-paragraph that was asked for, empty for the whole."""

    @property
    def wanted(self) -> Sequence[bool]:
        """Whether each was asked for; False for what only surrounds it."""


class Listed(Protocol):
    """A file that is not in the index under its own name."""

    @property
    def path(self) -> str:
        """As in records."""

    @property
    def code(self) -> str:
        """Stable word."""

    @property
    def reason(self) -> str:
        """A sentence."""


class Checked(Protocol):
    """What a careful person would want to look at."""

    @property
    def reports(self) -> Sequence[ParseReport]:
        """Those with most findings first."""

    @property
    def failures(self) -> Sequence[Listed]:
        """Files that could not be read."""

    @property
    def duplicates(self) -> Sequence[Listed]:
        """Files whose content is there under another name."""

    @property
    def copies(self) -> Mapping[str, Sequence[str]]:
        """Ids held by several files."""

    @property
    def integrity(self) -> Sequence[str]:
        """What is wrong with the index itself."""
