"""What a look-up gives back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from indexer.model import Record  # noqa: TC001 - msgspec reads types at run time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd
    import pyarrow as pa


class Said:
    """What is said while records are looked up: what is not there, and what else may be meant."""

    def __init__(self) -> None:
        self.misses: list[str] = []
        self.notices: list[str] = []


class Records(msgspec.Struct, frozen=True, kw_only=True):
    """What answers: its records can be gone through, and be had as values and tables."""

    if TYPE_CHECKING:  # each kind of answer has its records in a place of its own

        def __iter__(self) -> Iterator[Record]: ...

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return each record or hit as it is in JSON."""
        return [msgspec.to_builtins(record) for record in self]

    def to_arrow(self) -> pa.Table:
        """Return the records as a table of Arrow; see `indexer.query.frames`.

        Raises:
            MissingExtraError: pyarrow is not installed.
        """
        from indexer.query.frames import arrow_table  # noqa: PLC0415 - needs more than a look-up

        return arrow_table(self)

    def to_pandas(self) -> pd.DataFrame:
        """Return the records as a table of pandas; see `indexer.query.frames`.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        from indexer.query.frames import pandas_table  # noqa: PLC0415 - as above

        return pandas_table(self)


class ShowResult(Records, frozen=True, kw_only=True):
    """The records that a reference points to.

    Attributes:
        reference: As asked.
        records: In order; neighbours asked for as context stand in their places.
        citations: How to cite each record.
        parts: For each record the address of the sub-paragraph that was asked for, empty for the whole.
        wanted: For each record whether it was asked for, False for context.
        misses: Sentences on what is not there.
        notices: Sentences on what else the reference might mean.
    """

    reference: str
    records: tuple[Record, ...] = ()
    citations: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    wanted: tuple[bool, ...] = ()
    misses: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    @classmethod
    def joined(cls, reference: str, results: Sequence[ShowResult]) -> ShowResult:
        """Return the answers to several references as one, in their order."""

        def row(name: str) -> tuple[Any, ...]:
            return tuple(value for result in results for value in getattr(result, name))

        told = {name: tuple(dict.fromkeys(row(name))) for name in ("misses", "notices")}
        rows = {name: row(name) for name in ("records", "citations", "parts", "wanted")}
        return cls(reference=reference, **rows, **told)

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)

    def __len__(self) -> int:
        return len(self.records)

    def __getitem__(self, at: int) -> Record:
        return self.records[at]

    def __str__(self) -> str:
        from indexer.query.printed import shown_text  # noqa: PLC0415 - needs more than a look-up

        return shown_text(self)

    def _repr_html_(self) -> str:
        """Return what a notebook shows."""
        from indexer.query.notebook import shown_html  # noqa: PLC0415 - as above

        return shown_html(self)
