"""`python -m tests.evaluation.ranking`: how well answers are ordered, on collections with known answers.

Every document becomes a text file, the folder is indexed as any other, and every query is asked through
`Index.search` with any_word, as a person pastes it: all its words, small letters, no signs. A document stands
where its best paragraph does.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest import mock

import numpy as np
import regex

from indexer import open_index
from indexer.query import collection
from tests.evaluation.bm25 import BM25
from tests.evaluation.cache import cache_folder, digest
from tests.evaluation.corpus import PROJECT
from tests.evaluation.floors import fallen, load_floors, save_floors
from tests.evaluation.qrels import DEPTH, Collection, load_collection, ndcg
from tests.output import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from indexer.query import Index

FLOORS = Path(__file__).with_name("ranking_floors.json")

ASKED = 0.48
"""Of the mean, whatever the floors say."""

LUCENE = {"cranfield": 0.374, "npl": 0.433, "cacm": 0.498, "cisi": 0.371, "time": 0.687}
"""nDCG@10 of Lucene 9.5 with its English analyser and BM25 as it comes, on the same collections."""

_WORD = regex.compile(r"[\p{L}\p{N}]+")
_MORE = 3
"""Hits that are read for each document wanted: one document may hold several of the best paragraphs."""


def find_collections() -> Path | None:
    """Return the folder of collections, None where there is none."""
    folder = PROJECT.parent / "shared" / "ranking"
    return folder if folder.is_dir() else None


def built_index(wanted: Collection) -> Path:
    """Return the folder of an index of a collection, built once for this state of the code."""
    from indexer.ingest import index_folder  # noqa: PLC0415  # loads the whole pipeline

    folder = cache_folder(f"ranking-{wanted.name}-{digest([PROJECT / 'indexer'])}")
    index = folder / "index"
    if not index.exists():
        with tempfile.TemporaryDirectory(dir=folder) as building:
            texts = Path(building) / "texts"
            texts.mkdir()
            for text in wanted.texts():
                content = f"{text.title}\n\n{text.text}\n".lstrip()
                (texts / f"{text.id}.txt").write_text(content, encoding="utf-8")
            index_folder([texts], index=Path(building) / "index")
            with contextlib.suppress(OSError):  # another run may have been quicker
                (Path(building) / "index").rename(index)
    return index


def scores_of(wanted: Collection, index: Index) -> dict[str, float]:
    """Return nDCG@10 of each query."""
    found = {}
    for query, text in wanted.queries.items():
        words = " ".join(_WORD.findall(text.lower()))
        hits = index.search(words, any_word=True, expand=False, limit=_MORE * DEPTH).hits
        ranking = list(dict.fromkeys(Path(hit.source.path).stem for hit in hits))
        found[query] = ndcg(ranking, wanted.relevant[query])
    return found


STEPS: Sequence[tuple[str, dict[str, Any]]] = (
    ("BM25, all words alike", {"InExpB2": BM25, "FUNCTION_WEIGHT": 1.0}),
    ("BM25, function words at a tenth", {"InExpB2": BM25}),
    ("InExpB2, all words alike", {"FUNCTION_WEIGHT": 1.0}),
    ("InExpB2, function words at a tenth", {}),
)
"""What each step of the scoring gives: names of `indexer.query.collection` to be put in place."""


class Compared(NamedTuple):
    """A collection under two ways of scoring.

    Attributes:
        gain: Mean of the second less mean of the first.
        chance: How likely so large a difference is between two that are alike.
    """

    gain: float
    chance: float


def compared(first: Mapping[str, float], second: Mapping[str, float], *, rounds: int = 10_000) -> Compared:
    """Return a paired randomisation test (Smucker and others, CIKM 2007), two-sided."""
    pairs = np.array([second[query] - first[query] for query in first])
    signs = np.random.default_rng(1).choice([-1.0, 1.0], (rounds, len(pairs)))
    shuffled = np.abs((signs * pairs).mean(axis=1))
    return Compared(float(pairs.mean()), float((shuffled >= abs(pairs.mean()) - 1e-12).mean()))


def measured(folder: Path, changes: dict[str, Any]) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield each collection's name and the scores of its queries under some changes of the scoring."""
    for each in sorted(folder.iterdir()):
        wanted = load_collection(each)
        index = built_index(wanted)
        with mock.patch.multiple(collection, **changes) if changes else contextlib.nullcontext():
            yield wanted.name, scores_of(wanted, open_index(index))


def mean(values: Sequence[float]) -> float:
    """Return the mean to four places."""
    return round(sum(values) / len(values), 4)


def tell_steps(folder: Path) -> None:
    """Print what each step gives, and how sure its difference from the first is."""
    first: dict[str, dict[str, float]] = {}
    for name, changes in STEPS:
        found = dict(measured(folder, changes))
        first = first or found
        cells = [f"{each} {mean(list(scores.values())):.4f}" for each, scores in found.items()]
        sure = [compared(first[each], scores) for each, scores in found.items()]
        chances = " ".join(f"{one.gain:+.3f} (p {one.chance:.3f})" for one in sure)
        overall = mean([mean(list(scores.values())) for scores in found.values()])
        say(f"{name:36} mean {overall:.4f}  {'  '.join(cells)}  {chances}")


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when every floor holds (or there are no collections), 1 when one does not."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.ranking", description=__doc__)
    parser.add_argument("--steps", action="store_true", help="print what each step of the scoring gives")
    parser.add_argument("--raise-floors", action="store_true", help="take over every better value as floor")
    wanted = parser.parse_args(arguments)
    folder = find_collections()
    if folder is None:
        say("skipped: the collections are not beside the project, in ../shared/ranking")
        return 0
    if wanted.steps:
        tell_steps(folder)
        return 0
    values = {name: mean(list(scores.values())) for name, scores in measured(folder, {})}
    values["mean"] = mean(list(values.values()))
    floors = load_floors(FLOORS)
    say("nDCG@10     measured   floor  Lucene")
    for name, value in values.items():
        known = f"{LUCENE[name]:.3f}" if name in LUCENE else ""
        say(f"{name:10}   {value:.4f}  {floors.get(name, 0.0):.4f}  {known}")
    if wanted.raise_floors:
        save_floors({name: max(value, floors.get(name, 0.0)) for name, value in values.items()}, FLOORS)
    low = fallen(values, floors)
    if values["mean"] < ASKED:
        low.append(f"mean: {values['mean']:g}, and {ASKED:g} is asked")
    for sentence in low:
        say(f"BELOW ITS FLOOR: {sentence}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
