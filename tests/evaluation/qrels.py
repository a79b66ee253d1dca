"""Retrieval collections: documents, queries, and which documents answer them; and the measure."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

DEPTH = 10
"""Of the measure: nDCG@10."""


class Text(msgspec.Struct, frozen=True):
    """A document of a collection."""

    id: str
    title: str
    text: str


class Collection(msgspec.Struct, frozen=True):
    """A folder with corpus.jsonl, queries.tsv and qrels.txt.

    Attributes:
        name: Of the folder.
        folder: Where it is.
        queries: Text of each query that has an answer, by its id.
        relevant: For each of them the documents that answer it, with their grades.
    """

    name: str
    folder: Path
    queries: dict[str, str]
    relevant: dict[str, dict[str, int]]

    def texts(self) -> Iterator[Text]:
        """Yield the documents."""
        decoder = msgspec.json.Decoder(Text)
        with (self.folder / "corpus.jsonl").open("rb") as lines:
            yield from map(decoder.decode, lines)


def load_collection(folder: Path) -> Collection:
    """Return the collection in a folder."""
    relevant: dict[str, dict[str, int]] = {}
    for line in (folder / "qrels.txt").read_text(encoding="utf-8").splitlines():
        query, _, document, grade = line.split()[:4]
        if int(grade) > 0:
            relevant.setdefault(query, {})[document] = int(grade)
    pairs = (
        line.split("\t", 1) for line in (folder / "queries.tsv").read_text(encoding="utf-8").splitlines()
    )
    queries = {query: text for query, text in pairs if query in relevant}
    return Collection(folder.name, folder, queries, {query: relevant[query] for query in queries})


def ndcg(ranking: Sequence[str], relevant: dict[str, int]) -> float:
    """Return nDCG@10 of a ranking, the grade itself being the gain (Järvelin and Kekäläinen, 2002)."""
    gains = [relevant.get(document, 0) for document in ranking[:DEPTH]]
    ideal = sorted(relevant.values(), reverse=True)[:DEPTH]
    return _discounted(gains) / _discounted(ideal)


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))
