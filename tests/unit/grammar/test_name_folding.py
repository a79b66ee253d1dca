"""Foldings: what becomes equal, and that every offset leads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.grammar.name_folding import acronym_key, fold_loose, fold_plain, key_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Children’s Fund", "children's fund"),
        ("High‑Level  Forum", "high level forum"),
        ("Organización", "ORGANIZACION"),
        ("Всемирная организация здравоохранения", "ВСЕМИРНОЙ ОРГАНИЗАЦИИ ЗДРАВООХРАНЕНИЯ"),
        ("Объединённых Наций", "Объединенных Наций"),
        ("Устав", "Устава"),
        ("الأمم المتحدة", "الامم المتحده"),
        ("e\u0301galite\u0301", "égalité"),
        ("con\u00advention", "convention"),
        ("Human\u00a0Rights\u2009Council", "human rights council"),
    ],
)
def test_spellings_of_a_name_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(("one", "other"), [("WHO", "who"), ("OP-CAT", "OPCAT"), ("ВОЗ", "воз")])
def test_acronyms_keep_case_and_hyphens(one: str, other: str) -> None:
    assert acronym_key(one) != acronym_key(other)


def test_acronym_key_folds_dashes() -> None:
    assert acronym_key("UN\u2011Women") == "UN-Women"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("a  b", "a b"), ("a\u00adb", "ab"), ("a b", "a b"), ("\u0625\u064e\u0646", "ان")],
)
def test_plain_folding_drops_what_is_not_seen(text: str, folded: str) -> None:
    assert fold_plain(text).text == folded


@given(st.text(st.one_of(st.characters(), st.sampled_from("éЁИия  \u00ad’-أİß世")), max_size=60))
def test_offsets_lead_back_in_order(text: str) -> None:
    plain = fold_plain(text)
    loose = fold_loose(plain)
    for folded, length in ((plain, len(text)), (loose, len(plain.text))):
        origins = [folded.origin(at) for at in range(len(folded.text) + 1)]
        assert origins == sorted(set(origins))
        assert not origins or (origins[0] >= 0 and origins[-1] == length)


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold_plain(text).text
    assert fold_plain(once).text == once
