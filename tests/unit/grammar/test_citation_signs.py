from __future__ import annotations

import pytest

from indexer.grammar.citation_signs import NO_SIGNS, Signs, find_signs
from indexer.grammar.citations import find_citations
from indexer.grammar.resolutions import find_resolutions


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("in resolution 5/1, annex, para. 2", Signs(locators=(19, 26), resolutions=(3,))),
        ("see footnote 3", Signs(locators=(4, 8))),
        ("第3段 和 там же", Signs(has_other_locators=True, has_ibid=True)),
        ("第 60/147 号决议", Signs(has_other_locators=True, has_other_resolutions=True)),
        ("nothing is cited here", NO_SIGNS),
        ("", NO_SIGNS),
    ],
)
def test_signs(text: str, signs: Signs) -> None:
    assert find_signs(text) == signs


def test_halves_of_pairs_do_no_harm() -> None:
    assert find_signs("\ud800 para. 2") == Signs(locators=(2,))
    assert [citation.addresses for _, _, citation in find_citations("\ud800 A/HRC/9/8, para. 2")] == [("p2",)]


def test_letters_that_grow_in_lower_case_move_nothing() -> None:
    text = "İİ, resolution 60/147 and A/HRC/9/8, para. 10"
    found = [(text[start:end], citation.document) for start, end, citation in find_citations(text)]
    assert found == [("resolution 60/147", "A/RES/60/147"), ("A/HRC/9/8, para. 10", "A/HRC/9/8")]


@pytest.mark.parametrize(
    "text",
    [
        "Recalling its resolutions 217 A (III), 54/68 and 72/79",
        "Security Council resolution 1325 (2000) and decision 60/251 of the General Assembly",
        "大会第 60/147 号决议",
        "в своей резолюции 60/147",
        "قرار الجمعية العامة 60/147",
    ],
)
def test_resolutions_stand_where_the_signs_are(text: str) -> None:
    assert list(find_resolutions(text, signs=find_signs(text.lower()))) == list(find_resolutions(text))
