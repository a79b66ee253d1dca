"""Documents made up for the tests of the benchmarks: words that are their own stems, in made-up reports."""

from __future__ import annotations

import gzip
import itertools
import random
from typing import TYPE_CHECKING

import msgspec
import Stemmer

from indexer.grammar.gazetteer import Gazetteer
from tests.benchmarks.paragraphs import Document, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_ONSETS, _RIMES = (
    ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "t", "v"),
    ("ack", "om", "ip", "und", "elk"),
)


def fake_words() -> list[str]:
    """Words that neither Porter's stemmer nor Snowball's touches."""
    stemmers = [Stemmer.Stemmer(name) for name in ("english", "porter")]
    made = ("".join(parts) for parts in itertools.product(_ONSETS, _RIMES, _ONSETS, _RIMES))
    return [word for word in made if all(stemmer.stemWord(word) == word for stemmer in stemmers)]


def fake_documents(paragraphs: int = 300, *, seed: int = 7) -> list[Document]:
    """Documents of ten paragraphs, a few of which name an entity with many names, or a rare acronym."""
    source = random.Random(seed)  # noqa: S311  # made-up text, not a secret
    words = fake_words()[::4]
    source.shuffle(words)
    weights = [1 / (rank + 3) for rank in range(len(words))]
    names = _many_names()
    documents = []
    for number in range(0, paragraphs, 10):
        symbol = f"S/{2950 + source.randint(1, 4)}/{number + 1}"  # of years to come
        one = []
        for place in range(1, min(10, paragraphs - number) + 1):
            said = source.choices(words, weights, k=source.randint(8, 30))
            if source.random() < 0.2:
                said.insert(3, source.choice([*names, f"XQ{chr(65 + number // 10 % 26)}V"]))
            said[0] = said[0].capitalize()
            text = f"{' '.join(said)}."
            key = f"{symbol}@en#p{place}"
            one.append(Paragraph(key, symbol, 2000 + number % 12, str(place), place, ("Part I",), text))
        documents.append(tuple(one))
    return documents


def _many_names() -> list[str]:
    """Acronym and English name of some entities that have ten names."""
    gazetteer = Gazetteer.load()
    acronyms = (acronym for entity in gazetteer.entities for acronym in entity.acronyms.get("en", ()))
    known = (acronym for acronym in acronyms if acronym.isascii() and 2 < len(acronym) < 8)
    found = [acronym for acronym in known if len(gazetteer.expansion(acronym)) > 10][:5]
    return [name for acronym in found for name in (acronym, gazetteer.expansion(acronym)[0])]


def write_collection(shared: Path, documents: Sequence[Document]) -> None:
    """Write documents as the collection that the commands read."""
    path = shared / "bench" / "paragraphs.jsonl.gz"
    path.parent.mkdir(parents=True)

    def lines() -> Iterator[bytes]:
        for document in documents:
            for one in document:
                line = {"kind": "para", "language": "en", **msgspec.structs.asdict(one)}
                yield msgspec.json.encode(line) + b"\n"

    path.write_bytes(gzip.compress(b"".join(lines()), mtime=0))
