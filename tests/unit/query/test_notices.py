"""What is told of a query that was searched otherwise than typed."""

from __future__ import annotations

import pytest

from indexer.grammar.gazetteer import Gazetteer
from indexer.query import parse_query
from indexer.query.expand import Names, expand
from indexer.query.leaf_nodes import Named
from indexer.query.notices import expanded, left_out, read_as_words, small_operators

NAMES = Names(Gazetteer.load(), [])


def told(query: str) -> list[str]:
    return expanded(expand(parse_query(query).root, NAMES))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ILO", "ILO = International Labour Organization, International Labour"),
        ("UNICEF", "UNICEF = United Nations Children"),
        ("Turkey", "Turkey = Türkiye, Republic of Türkiye"),
        ("Burma", "Burma = Myanmar, "),
        ("ООН", "ООН = Организация Объединенных Наций, Объединенные Нации and "),
        ("سلوفينيا", "سلوفينيا = Slovenia, Republic of "),
        ("Côte d'Ivoire", "Côte d'Ivoire = Republic of Côte d’Ivoire, "),
    ],
)
def test_the_main_name_comes_first_and_those_in_the_script_that_was_typed(query: str, first: str) -> None:
    (sentence,) = told(query)
    assert sentence.startswith(first)


def test_each_other_name_is_counted_once() -> None:
    node = Named(
        surface="Sea’s End",
        title="Sea's End",
        entity=None,
        acronyms=("SE",),
        names=("Land's End", "SEA'S END", "Land’s  End"),
        learnt=("Конец", "Land's End"),
    )
    assert expanded(node) == [
        "Sea’s End = Land's End, SE and 1 more (--no-expand searches only what was typed)"
    ]


def test_a_name_without_another_is_told_as_one() -> None:
    node = Named(surface="Sea’s End", title="Sea's End", entity="SEA")
    (sentence,) = expanded(node)
    assert sentence.startswith("Sea’s End was searched as a name, which has no other (")


def test_several_names_are_told_once_each() -> None:
    sentences = told("(ILO OR WHO) ILO")
    assert [sentence.split(" = ")[0] for sentence in sentences] == ["ILO", "WHO"]


def test_words_in_capitals_are_told_unless_they_are_a_name() -> None:
    root = expand(parse_query("united states climate").root, NAMES)
    (sentence,) = read_as_words(root, ("UNITED", "STATES", "CLIMATE"))
    assert "ordinary words: CLIMATE (" in sentence
    assert read_as_words(root, ("UNITED", "STATES")) == []
    (sentence,) = read_as_words(root, tuple("ABCDEFGH"))
    assert "A, B, C, D, E, F …" in sentence


def test_what_is_no_word_is_told() -> None:
    assert left_out(("|",)) == ["“|” holds no letter or digit and was left out; write OR for it"]
    assert left_out(("%", "%")) == ["“%” holds no letter or digit and was left out"]
    assert left_out(("!police", "!")) == ["“!” was left out; write -police for what is not wanted"]
    assert left_out((".", "…", "?!")) == ["“…” holds no letter or digit and was left out"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("police or army", [("or", "OR")]),
        ("police not army", [("not", "NOT")]),
        ("police OR army", []),
        ("or police", []),
        ("enfant ou femme", [("ou", "OR")]),
        ("enfant ET femme", [("ET", "AND")]),
        ("enfant et femme", [("et", "AND")]),
        ("enfant et femme seule", []),
        ("женщин ИЛИ детей", [("ИЛИ", "OR")]),
        ("العنف أو التعذيب", [("أو", "OR")]),
        ("police and army", [("and", "AND")]),
        ("police and the army", []),
        ("and police army", []),
        ('"police or army"', []),
        ("whether or not the police may come to the house at night", []),
    ],
)
def test_small_operators_are_told(query: str, words: list[tuple[str, str]]) -> None:
    told = small_operators(parse_query(query).root)
    assert told == [
        f"“{word}” was searched as a word; {sign} in capitals is the operator" for word, sign in words
    ]
