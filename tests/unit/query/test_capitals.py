from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.query import parse_query
from indexer.query.capitals import without_capitals

NAMES = {"ILO", "WHO", "UNHCR"}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ILO", "ILO"),
        ("LIGHTS", "LIGHTS"),
        ("ILO WHO UNHCR", "ILO WHO UNHCR"),
        ("ILO POLICE", "ILO police"),
        ("POLICE TRAINING", "police training"),
        ("POLICE training", "POLICE training"),
        ("WHO ARE THE MEMBERS", "who are the members"),
        ("POLICE AND NOT TRAINING", "police AND NOT training"),
        ("POLICE OR (TRAINING COURSES)", "police OR training courses"),
        ("POLICE NEAR/5 TRAINING", "police NEAR/5 training"),
        ("LIGHTS NEAR THE HARBOUR", "lights near the harbour"),
        ('POLICE "Training Of"', 'POLICE "Training Of"'),
        ('POLICE COURSES "Training Of"', 'police courses "Training Of"'),
        ("POLICE COURSES title:ILO", "police courses title:ILO"),
        ("=POLICE COURSES ILO", "=POLICE courses ILO"),
        ("2008 ILO", "2008 ILO"),
        ("ПРАВА ЧЕЛОВЕКА", "права человека"),
        ("人权", "人权"),
    ],
)
def test_queries_in_capitals(typed: str, read: str) -> None:
    root, ordinary = without_capitals(parse_query(typed).root, NAMES.__contains__)
    assert str(root) == read
    assert bool(ordinary) == (typed != read)


@given(st.lists(st.sampled_from(["POLICE", "ILO", "WHO", "2008", "rights", "A", "Über"]), min_size=1))
def test_nothing_changes_but_capitals_and_only_where_all_are(words: list[str]) -> None:
    typed = " ".join(words)
    root, ordinary = without_capitals(parse_query(typed).root, NAMES.__contains__)
    assert str(root).upper() == typed.upper()
    if "rights" in words or "Über" in words:
        assert not ordinary
