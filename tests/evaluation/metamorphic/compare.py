"""The records of a changed document beside those of the document as it is."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from indexer.discover import source_file
from indexer.errors import ReportError
from indexer.extract import extract
from indexer.segment import segment
from tests.evaluation.changes import beyond
from tests.evaluation.metamorphic.variants import CHANGES, Given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from indexer.model import Record
    from tests.evaluation.metamorphic.variants import Change, Variant


class Comparison(NamedTuple):
    """A document under one change.

    Attributes:
        name: Of the change.
        key: Of the document.
        records: How many are compared.
        gone: Those that do not come again.
        come: Those that were not there before.
    """

    name: str
    key: str
    records: int
    gone: tuple[Record, ...]
    come: tuple[Record, ...]

    @property
    def differing(self) -> int:
        """How many records differ; one that is read otherwise is gone and comes, and counts once."""
        return max(len(self.gone), len(self.come))


def compare_all(
    key: str, documents: Path, names: Sequence[str], before: Path | None = None
) -> list[Comparison]:
    """One document under each change that it can be changed by; nothing for one that cannot be read.

    Args:
        key: The document.
        documents: The folder it lies in.
        names: Of the changes.
        before: A short PDF for the changes that merge.
    """
    try:
        document = extract(source_file(documents / key))
    except ReportError:
        return []
    records = segment(document).records
    found = []
    with tempfile.TemporaryDirectory(prefix="indexer-metamorphic-") as folder:
        given = Given(document, Path(folder), before)
        for name in names:
            variant = CHANGES[name].make(given)
            if variant is not None:
                original = records if variant.original is None else segment(variant.original).records
                found.append(Comparison(name, key, *compare(original, variant, CHANGES[name])))
    return found


def compare(
    original: Sequence[Record], variant: Variant, change: Change
) -> tuple[int, tuple[Record, ...], tuple[Record, ...]]:
    """How many records of a document are compared, those gone in the variant, and those that come in it."""
    before = list(_on_pages(original, set(variant.pages.values())))
    after = list(_on_pages(segment(variant.document).records, variant.pages.keys()))
    gone, come = beyond(before, after, change.aspects), beyond(after, before, change.aspects)
    return len(before), tuple(gone), tuple(come)


def _on_pages(records: Sequence[Record], pages: AbstractSet[int]) -> Iterator[Record]:
    """The records that stand on some pages only, and those of formats without pages."""
    for record in records:
        if record.page is None or pages >= set(range(record.page, (record.page_end or record.page) + 1)):
            yield record
