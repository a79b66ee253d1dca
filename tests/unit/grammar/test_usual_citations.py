from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import CitationSyntaxError, SymbolSyntaxError
from indexer.grammar.addresses import Address
from indexer.grammar.cite_forms import _format_block, _format_with_care, _read_again, format_citation
from indexer.grammar.symbol_series import load_series
from indexer.grammar.typed_citations import read_typed
from indexer.grammar.usual_citations import read_usual, write_usual
from indexer.grammar.usual_places import is_usual_number, read_usual_address, read_usual_place

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
    ", para. 138.40",
    ", para. 0.4",
    ", para. 81, item 3",
    ", para. 65 bis",
    ", p. 2, text 5",
    ", preambular para. 3",
    ", annex II, p. 3, table 1",
    ", decision 22/1, para. 3",
    ", series 2, series 3, para. 9",
]
WORDS = ["para.", "preambular para.", "text", "speech", "table", "footnote", "p.", "item", "paras."]
DIVISIONS = [
    "annex",
    "appendix",
    "enclosure",
    "resolution",
    "decision",
    "opinion",
    "part",
    "series",
    "attachment",
]
NUMBERS = st.one_of(
    st.sampled_from(
        ["1", "12", "999", "2005", "12345", "0", "07", "3.1", "138.40", "1.2345", "1.0", "18.9.1"]
    ),
    st.sampled_from(
        ["65 bis", "3 quater", "3bis", "A", "II", "IIII", "MM", "iv", "22/1", "2/2345", "1/0", "a", ""]
    ),
    st.text("0123456789./ IVXMbis-", max_size=6),
)
PARTS = st.builds(
    lambda word, number: f"{word} {number}".rstrip(), st.sampled_from([*WORDS, *DIVISIONS]), NUMBERS
)
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
    assert usual == read_typed(text)
    if usual.symbol is None:
        assert usual.file
        return True
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


@given(
    name=st.sampled_from(
        ["A/HRC/9/8", "S/2024/1/Add.1", "reports/a b.pdf", "file:notes", "a.TXT", "file:a.doc"]
    ),
    divisions=st.lists(PARTS, max_size=3),
    unit=st.lists(PARTS, max_size=2),
)
def test_places_of_all_kinds_too(name: str, divisions: list[str], unit: list[str]) -> None:
    check(", ".join([name, *divisions, *unit]))


PIECES = st.one_of(
    st.sampled_from(
        [
            "annex",
            "annex-I",
            "annex-1b",
            "appendix-",
            "decision-22",
            "1",
            "07",
            "9A",
            "part-I-A",
            "s2",
            "s",
            "s02",
            "x-1",
        ]
    ),
    st.sampled_from(
        ["p10", "p65bis", "pp3", "t12", "s4", "tab2", "fn29", "p0", "p", "p3A", "2", "0", "a", "p12345", ""]
    ),
)


@given(pieces=st.lists(PIECES, min_size=1, max_size=5))
def test_addresses_are_taken_apart_as_by_the_pattern(pieces: list[str]) -> None:
    address = ".".join(pieces)
    assert read_usual_address(address) in {None, Address.try_parse(address)}


@given(pieces=st.lists(PIECES, min_size=1, max_size=3), item=st.sampled_from([None, "2", "27"]))
def test_what_is_written_is_read_by_the_patterns(pieces: list[str], item: str | None) -> None:
    address = ".".join(pieces)
    words = _format_with_care(address, item, "4")
    assert not words or _read_again(words) == (address,)


@pytest.mark.parametrize(
    "address",
    [
        "annex-II.p138.40",
        "resolution-78.69.pp3",
        "s2.s3.t5",
        "annex.appendix-1.tab2",
        "s2.s4",
        "s2.p65bis",
        "fn29",
    ],
)
def test_units_in_usual_divisions_are_taken_apart_and_read_again(address: str) -> None:
    assert read_usual_address(address) == Address.parse(address)
    place = read_usual_place(_format_with_care(address, None, "4"))
    assert place is not None
    assert str(place.address) == address


@given(name=st.text("ab/.#,: ٣é", max_size=8), suffix=st.sampled_from([".pdf", ".Docx", ".html", ".md", ""]))
def test_files_too(name: str, suffix: str) -> None:
    for before in ("", "file:"):
        check(f"{before}{name}{suffix}, para. 10")
        check(f"{before}{name}{suffix}")


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
        "parse_citation('A/HRC/9/8, annex II, p. 3, text 5')\n"
        "parse_citation('a.pdf, para. 81, item 3')\n"
        "format_citation('A/HRC/9/8', 'annex-II.t5', page='3')\n"
        "format_citation('A/HRC/9/8', 'p138.40', kind='recommendation', number='138.40')\n"
        "format_citation('file:a.pdf', 's2.p65bis', number='65 bis')\n"
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
