from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.grammar.data_files import read_data
from indexer.grammar.positions import announced_position, called_position

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


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    assert announced_position(f"recommendations {text}") in {None, "supported", "noted", "pending"}
    assert called_position(text) in {None, "supported", "noted", "pending"}
