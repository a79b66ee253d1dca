"""Some hundreds of queries made at random; `python -m tests.reliability.queries 10000` asks more."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from indexer import open_index
from indexer.errors import QuerySyntaxError
from indexer.query import parse_query
from indexer.query.parser import MAX_DEPTH
from indexer.query.scan import MAX_LENGTH
from tests.reliability.queries import ask, queries
from tests.unit.work import is_linear

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.query import Index

COUNT, SEED = 400, 5


@pytest.fixture(scope="module")
def index(sample_index: Path) -> Index:
    return open_index(sample_index)


def test_no_query_raises_but_to_say_what_is_wrong(index: Index) -> None:
    chance = random.Random(SEED)  # noqa: S311 - the same every time
    read = [ask(index, text, chance) for text in queries(COUNT, SEED)]
    assert COUNT // 5 < sum(read) < COUNT, "they are to be of both kinds"


def test_what_is_read_reads_back() -> None:
    for text in queries(COUNT, SEED + 1):
        try:
            query = parse_query(text)
            printed = str(query)
        except QuerySyntaxError:
            continue
        if len(printed) <= MAX_LENGTH:
            assert parse_query(printed).root == query.root, text


# -- work grows as the text does

SHAPES = [
    "police ",
    "a",
    "人",
    "a'",
    "'",
    "/",
    ".",
    "…?",
    "a*",
    "a?b",
    "a~",
    "~1",
    "^2",
    "a^",
    "a-",
    "- ",
    "(a) ",
    "() ",
    '"a b" ',
    '"a* b?c" ',
    "“a“ ",
    "“a” ",
    "«",
    "a OR ",
    "a AND NOT b ",
    "a NEAR/5 b ",
    "AND''",
    "title:a ",
    "year:2007..2009 ",
    "..",
    "2..",
    "A/HRC/9/8 ",
    "A/HRC/9/8, para. 1 ",
    "A/HRC/9/8, para. ",
    "A/HRC/9/8 (",
    "A/HRC/",
    "A/",
    "A/HRC/*",
    "para. 1 of ",
    "A/HRC/9/8, paras. 1, 2 and ",
    "§1 ",
    " ",
]


def read(text: str) -> None:
    """Read a text, or say what is wrong with it."""
    parse_query.cache_clear()
    try:
        str(parse_query(text))
    except QuerySyntaxError as error:
        str(error)


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_is_twice_the_work(shape: str) -> None:
    assert is_linear(lambda size: read((shape * (size // len(shape)))[:size].strip() or " "), 900)


NESTED = [("(", ")"), ("title:(", ")"), ("a NEAR/1 (", ")"), ("a OR (", ")")]


@pytest.mark.parametrize(("opening", "closing"), NESTED)
def test_depth_is_bounded(opening: str, closing: str) -> None:
    for depth in (MAX_DEPTH - 1, 900):
        text = opening * depth + "a OR b" + closing * depth
        try:
            assert str(parse_query(text))
        except QuerySyntaxError as error:
            assert str(error)  # noqa: PT017 - either outcome is right
