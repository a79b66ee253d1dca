"""What a filter or a count by year leaves out for want of a year is told."""

from __future__ import annotations

from typing import Any

import pytest

from indexer.query import Index, open_index
from tests.unit.made_up import made_record, made_store


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    records = [
        [made_record("A/1", 1, "The harbour light.", year=2008, date="2008-08-29")],
        [made_record("A/2", 1, "A harbour and a light."), made_record("A/2", 2, "A harbour of fishermen.")],
        [made_record("A/3", 1, "Le port et la light.", language="fr")],
        [made_record("A/4", 1, "A harbour.", year=2009)],
    ]
    return open_index(made_store(tmp_path_factory.mktemp("undated") / ".indexer", [records]).directory)


@pytest.mark.parametrize(
    ("query", "options", "told"),
    [
        ("harbour", {"year": 2008}, "2 paragraphs that answer have no year and are left out"),
        ("harbour", {"year": "2008,2009"}, "2 paragraphs that answer have no year and are left out"),
        ("harbour year:2008..", {}, "2 paragraphs that answer have no year and are left out"),
        ("harbour date:2008", {}, "3 paragraphs that answer have no date and are left out"),
        ("harbour light", {"year": 2008}, "1 paragraph that answers has no year and is left out"),
        ("light", {"year": 2008, "lang": "fr"}, "1 paragraph that answers has no year and is left out"),
        (
            "light fishermen",
            {"year": 2008, "any_word": True},
            "3 paragraphs that answer have no year and are left out",
        ),
        ("fishermen", {"year": 2008}, "1 paragraph that answers has no year and is left out"),
        ("harbour", {"facets": ("year",)}, "2 paragraphs that answer have no year and are not counted"),
        ("harbour", {}, ""),
        ("harbour -fishermen -light", {"year": 2008}, ""),
        ("year:2008", {}, ""),
        ("year:2008 -light", {}, ""),
    ],
)
def test_what_has_no_year_is_told(index: Index, query: str, options: dict[str, Any], told: str) -> None:
    notices = [sentence for sentence in index.search(query, **options).notices if "that answer" in sentence]
    assert notices == ([told] if told else [])
