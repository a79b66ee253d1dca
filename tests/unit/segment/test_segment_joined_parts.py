import pytest

from indexer.segment.parts import find_parts


@pytest.mark.parametrize(
    "text",
    [
        "The State should: (a) act; (b) report; and (c) pay.",
        "The State should: (a) act, (b) report or (c) pay.",
        "It should: (a) act; (b) report; (c) pay, and (d) rest.",
    ],
)
def test_and_before_the_last_part_is_no_citation(text: str) -> None:
    last = {"(c) pay.": "c", "(d) rest.": "d"}[text[text.rindex("(") :]]
    assert [p.address for p in find_parts(text, "p1")] == [
        f"p1.{x}" for x in "abcd"[: "abcd".index(last) + 1]
    ]
