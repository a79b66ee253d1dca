"""Numbers that are printed as one, and how they are cited."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indexer.grammar.citations import format_citation, parse_citation
from indexer.grammar.several_numbers import in_runs, several_numbers

NUMBERS = st.builds(
    lambda stem, ends: tuple(f"{stem}.{end}" for end in sorted(ends)),
    st.integers(1, 300),
    st.sets(st.integers(1, 260), min_size=2, max_size=12),
)


@given(NUMBERS)
def test_numbers_are_read_again_from_what_is_written_of_them(numbers: tuple[str, ...]) -> None:
    assert several_numbers(in_runs(numbers)) == numbers
    cited = format_citation("A/HRC/9/8", f"p{numbers[0]}", number=", ".join(numbers))
    assert parse_citation(cited).addresses == tuple(f"p{number}" for number in numbers)


@given(st.text(alphabet="0123456789.,-–; &and", max_size=30))
def test_any_label_gives_several_numbers_or_none(printed: str) -> None:
    found = several_numbers(printed)
    assert len(found) != 1
    assert all(number.replace(".", "").isdecimal() for number in found)
