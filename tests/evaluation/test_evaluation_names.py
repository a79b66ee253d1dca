"""On real documents: an acronym and each name of an entity find the same paragraphs, and WHO is not who."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.grammar.gazetteer import Gazetteer
from indexer.grammar.name_folding import acronym_key
from indexer.query import Index, open_index
from indexer.store import open_store
from tests.evaluation.lookup import built_index

if TYPE_CHECKING:
    from pathlib import Path

    from tests.evaluation.corpus import Corpus

pytestmark = pytest.mark.corpus

GAZETTEER = Gazetteer.load()


@pytest.fixture(scope="module")
def folder(corpus: Corpus) -> Path:
    return built_index(corpus)


@pytest.fixture(scope="module")
def index(folder: Path) -> Index:
    return open_index(folder)


def typed(name: str) -> str:
    """A name as it is typed to be one: in quotation marks where it is not one word."""
    return name if name.isalnum() else f'"{name}"'


def test_every_name_of_an_entity_finds_as_much(index: Index, folder: Path) -> None:
    with open_store(folder).reader() as reader:
        counts = reader.counts("entity")
    different = {}
    for entity in GAZETTEER.entities:
        if entity.id in counts:
            listed = [*entity.names.values(), *entity.acronyms.values()]
            names = {name for some in listed for name in some if GAZETTEER.resolve(name) == entity}
            totals = {name: index.search(typed(name), count_only=True).total for name in names}
            if len(set(totals.values())) != 1 or min(totals.values()) < counts[entity.id]:
                different[entity.id] = totals
    assert different == {}


def test_both_sides_of_every_definition_find_the_same(index: Index, folder: Path) -> None:
    with open_store(folder).reader() as reader:
        learnt = [one for one in reader.acronyms() if acronym_key(one.acronym) not in GAZETTEER.ambiguous]
    assert len(learnt) > 300
    different = []
    for one in learnt:
        answers = [
            {(hit.id, hit.copy) for hit in index.search(typed(text), limit=None).hits}
            for text in (one.acronym, one.name)
        ]
        if answers[0] != answers[1]:
            different.append((one.acronym, one.name, *map(len, answers)))
    assert different == []


def test_who_is_not_who(index: Index) -> None:
    hits = index.search("WHO", limit=None).hits
    assert hits
    for hit in hits:
        noted = [mention for note in hit.footnotes for mention in GAZETTEER.find(note.text)]
        assert "WHO" in {mention.entity for mention in (*hit.mentions, *noted)}, hit.id
