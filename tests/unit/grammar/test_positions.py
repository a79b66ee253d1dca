from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.grammar.data_files import read_data
from indexer.grammar.positions import announced_position, answered_position, called_position, headed_position

DATA = msgspec.json.decode(read_data("positions.json"))
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


@pytest.mark.parametrize(("announcement", "position"), DATA["examples"])
def test_what_the_examples_say(announcement: str, position: str | None) -> None:
    assert announced_position(announcement) == position


@pytest.mark.parametrize("position", ["supported", "noted", "pending"])
def test_each_position_is_known_in_each_language(position: str) -> None:
    assert sorted(language for said, language, _ in DATA["said"] if said == position) == list(LANGUAGES)


@pytest.mark.parametrize(
    "text",
    [
        "The Council will examine the accounts and supports the keepers:",
        "They enjoy the support of all:",
        "",
    ],
)
def test_what_names_no_recommendation_says_nothing_of_any(text: str) -> None:
    assert announced_position(text) is None


@pytest.mark.parametrize(
    ("words", "position"),
    [
        ("Supported", "supported"),
        (" accepted\n", "supported"),
        ("NOTED", "noted"),
        ("not  supported", "noted"),
        ("Rejected", "noted"),
        ("pending", "pending"),
        ("Supported by all", None),
        ("", None),
    ],
)
def test_words_for_positions(words: str, position: str | None) -> None:
    assert called_position(words) == position


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Noted. The law of lamps is new.", "noted"),
        ("Accepted – lamps are lit", "supported"),
        ("Does not enjoy support (see above)", "noted"),
        ("Acceptée", "supported"),
        ("Принята к сведению.", "noted"),
        ("Noted that lamps are lit", None),
        ("Partially accepted. Lamps are dear.", None),
        ("Supported (in part)", None),
        ("Acceptée, en partie", None),
        ("Supported, as part of the plan of lamps", "supported"),
        ("", None),
    ],
)
def test_an_answer_begins_with_a_position(text: str, position: str | None) -> None:
    assert answered_position(text) == position


@pytest.mark.parametrize(
    ("heading", "position"),
    [
        ("Accepted recommendations", "supported"),
        ("II. Recommendations that Ruritania considers already implemented and accepts", "supported"),
        ("III. Noted recommendations", "noted"),
        ("Recommendations that do not enjoy the support of Ruritania", "noted"),
        ("Recommandations acceptées", "supported"),
        ("Recommendations accepted in part", None),
        ("Recommandations partiellement acceptées", None),
        ("Recommendations supported and recommendations noted", None),
        ("Recommendations that were not accepted at first, and are now supported", None),
        ("Recommandations acceptées et recommandations rejetées", None),
        ("Recommendations accepted, being implemented or implemented", "supported"),
        ("Replies to recommendations", None),
        ("Lamps that were accepted", None),
    ],
)
def test_a_heading_says_what_is_said_below_it(heading: str, position: str | None) -> None:
    assert headed_position(heading) == position


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    assert announced_position(f"recommendations {text}") in {None, "supported", "noted", "pending"}
    assert called_position(text) in {None, "supported", "noted", "pending"}
