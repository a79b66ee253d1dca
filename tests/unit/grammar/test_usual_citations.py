from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import CitationSyntaxError, SymbolSyntaxError
from indexer.grammar.cite_forms import _format_block, _format_with_care, format_citation
from indexer.grammar.symbol_series import load_series
from indexer.grammar.typed_citations import read_typed
from indexer.grammar.usual_citations import is_usual_number, read_usual, write_usual

SERIES = load_series()
EXAMPLES = [
    example
    for entries in (SERIES.organs, SERIES.bodies, SERIES.dotted, SERIES.modifiers)
    for entry in entries
    for example in entry.examples
]
PLACES = [
    "",
    ", para. 10",
    ", para. 2005",
    ", para. 0",
    ", para. 10000",
    ", para. 010",
    ", para. ",
    ", para. 10a",
]
COMPONENTS = st.one_of(
    st.sampled_from([word for organ in SERIES.organs for word in organ.first or ()]),
    st.sampled_from([entry.word for entry in SERIES.dotted]),
    st.sampled_from(
        ["C", "PV", "SUB", "PART", "Add.1", "ADD", "Corr.12", "Rev.1234", "9", "62", "2024", "1A", ""]
    ),
    st.text("ABCS019. -", max_size=4),
)


def read_by_patterns(text: str) -> tuple[str, str, bool, tuple[str, ...]] | None:
    try:
        citation = read_typed(text)
    except (CitationSyntaxError, SymbolSyntaxError):
        return None
    if citation.symbol is None:
        return None
    return citation.symbol.text, citation.symbol.key, citation.symbol.reissued, citation.addresses


def check(text: str) -> bool:
    usual = read_usual(text)
    if usual is None:
        return False
    assert usual.symbol is not None
    assert usual == read_typed(text)
    assert (usual.symbol.text, usual.symbol.key, usual.symbol.reissued, usual.addresses) == read_by_patterns(
        text
    )
    return True


def test_whatever_is_read_without_patterns_the_patterns_read_in_the_same_way() -> None:
    read = sum(check(example + place) for example in EXAMPLES for place in PLACES)
    assert read > 100


@given(
    organ=st.sampled_from([entry.organ for entry in SERIES.organs]),
    parts=st.lists(COMPONENTS, min_size=1, max_size=5),
    place=st.sampled_from(PLACES),
)
def test_symbols_that_nobody_has_seen_too(organ: str, parts: list[str], place: str) -> None:
    check("/".join([organ, *parts]) + place)


@pytest.mark.parametrize(
    "text",
    [
        "A/HRC/9/8 §10",
        "a/hrc/9/8",
        "A/4",
        "A/HRC",
        "A/HRC/9/8, paras. 9-11",
        "A/HRC/9/8*",
        "IDB/9/8",
        "",
        "/",
        "9/8/7",
    ],
)
def test_everything_else_is_left_to_the_patterns(text: str) -> None:
    assert read_usual(text) is None


@pytest.mark.parametrize(
    "text", ["A/HRC/9/8, para. 10", "S/2024/1", "CRC/C/GC/9/Rev.1, para. 3", "A/RES/60/147, para. 7"]
)
def test_the_usual_form_is_read(text: str) -> None:
    assert check(text)


def test_the_usual_form_is_what_is_written() -> None:
    assert format_citation("A/HRC/9/8", "p10") == "A/HRC/9/8, para. 10"
    assert format_citation("A/HRC/9/8", "p10", kind="item", number="10", page=4) == "A/HRC/9/8, para. 10"
    assert write_usual("p10bis") == write_usual("p10.a") == write_usual("pp3") == write_usual("p") == ""


def test_the_usual_form_loads_no_patterns() -> None:
    script = (
        "import sys\nfrom indexer.grammar.citations import format_citation, parse_citation\n"
        "parse_citation('A/HRC/9/8, para. 10')\n"
        "format_citation('A/HRC/9/8', 'p10')\n"
        "sys.exit('regex' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize("page", ["", "0", "1", "04", "12", "1234", "12345", "iv", "²"])
@pytest.mark.parametrize("number", ["1", "7", "12", "999", "1234", "12345", "0", "03", "3.1", "3bis", ""])
@pytest.mark.parametrize("unit", ["pp", "t", "s", "tab", "fn", "x", "annex.t"])
def test_blocks_are_written_as_with_care(unit: str, number: str, page: str) -> None:
    address = unit + number
    short = _format_block(address, page)
    assert short in {"", _format_with_care(address, None, page)}
    assert bool(short) == (
        unit in {"pp", "t", "s", "tab"}
        and is_usual_number(number or "0")
        and (unit == "pp" or not page.isdigit() or is_usual_number(page))
    )
