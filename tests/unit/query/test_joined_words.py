"""Phrases around words that are written with a hyphen in one place and without in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.query import open_index
from tests.unit.made_up import made_record, made_store

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.query import Index


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("joined") / ".indexer"
    texts = [
        "a free health-care system for all",
        "a free healthcare system for all",
        "a free health care system for all",
        "free care, and a health system",
        "the inter-agency co-operation on anti-corruption policies",
        "the harbour heads: the health-care, and then the healing heats of a free home heating system",
    ]
    made_store(folder, [[[made_record(f"A/{n}", 1, text)] for n, text in enumerate(texts)]])
    return open_index(folder)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("free healthcare system", {"A/0", "A/1"}),
        ("free health-care system", {"A/0", "A/1", "A/2"}),
        ("free health care system", {"A/0", "A/2"}),
        ("healthcare system", {"A/0", "A/1"}),
        ("free healthcare", {"A/0", "A/1"}),
        ("free health* system", {"A/0", "A/1"}),
        ("the interagency cooperation on anticorruption policies", {"A/4"}),
        ("the inter-agency cooperation on anti-corruption policies", {"A/4"}),
        ("system healthcare free", set()),
        ("home heat* system", {"A/5"}),
        ("the heal* and", {"A/5"}),
        ("the hea* of", set()),  # two such words stand between them
    ],
)
def test_phrases_find_both_spellings(index: Index, phrase: str, found: set[str]) -> None:
    assert {hit.symbol for hit in index.search(f'"{phrase}"', limit=None).hits} == found
