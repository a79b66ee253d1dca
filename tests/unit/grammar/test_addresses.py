"""Addresses of units: the table of forms, their order and their round trip; pinpoints that cover them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import CitationSyntaxError
from indexer.grammar.addresses import LATIN_SUFFIXES, SCOPE_WORDS, Address, number_key
from indexer.grammar.characters import fold_characters, roman_value, to_roman
from indexer.grammar.pinpoints import LARGEST_EXPANSION, Pinpoint


@pytest.mark.parametrize(
    ("text", "scope", "unit", "number", "sub"),
    [
        ("p10", (), "p", "10", ()),
        ("p10bis", (), "p", "10bis", ()),
        ("p10A", (), "p", "10A", ()),
        ("p7.3", (), "p", "7.3", ()),
        ("p138.2", (), "p", "138.2", ()),
        ("pA.1.2", (), "p", "A.1.2", ()),
        ("annex-I.pXII.7.a", ("annex-I",), "p", "XII.7", ("a",)),
        ("p29B.3", (), "p", "29B.3", ()),
        ("p99.27", (), "p", "99.27", ()),
        ("pp3", (), "pp", "3", ()),
        ("t12", (), "t", "12", ()),
        ("s5", (), "s", "5", ()),
        ("tab2", (), "tab", "2", ()),
        ("fn29", (), "fn", "29", ()),
        ("p74.a", (), "p", "74", ("a",)),
        ("p74.a.ii", (), "p", "74", ("a", "ii")),
        ("p74.a.1", (), "p", "74", ("a", "1")),
        ("p7.3.b", (), "p", "7.3", ("b",)),
        ("annex.p3", ("annex",), "p", "3", ()),
        ("annex-I.p3", ("annex-I",), "p", "3", ()),
        ("annex-I.appendix-2.p3", ("annex-I", "appendix-2"), "p", "3", ()),
        ("enclosure-1.t4", ("enclosure-1",), "t", "4", ()),
        ("resolution-78.69.p3", ("resolution-78.69",), "p", "3", ()),
        ("resolution-78.69.annex.p3.a", ("resolution-78.69", "annex"), "p", "3", ("a",)),
        ("resolution-1325.p3", ("resolution-1325",), "p", "3", ()),
        ("decision-5.p1", ("decision-5",), "p", "1", ()),
        ("opinion-2.p3", ("opinion-2",), "p", "3", ()),
        ("opinion.p3", ("opinion",), "p", "3", ()),
        ("part-II.p1", ("part-II",), "p", "1", ()),
        ("s2.p3", ("s2",), "p", "3", ()),
        ("annex.s2.p3", ("annex", "s2"), "p", "3", ()),
        ("s2.s5", ("s2",), "s", "5", ()),
        ("annex-I", ("annex-I",), "", "", ()),
    ],
)
def test_forms_of_addresses(
    text: str, scope: tuple[str, ...], unit: str, number: str, sub: tuple[str, ...]
) -> None:
    address = Address.parse(text)
    assert (address.scope, address.unit, address.number, address.sub) == (scope, unit, number, sub)
    assert str(address) == text


@pytest.mark.parametrize(
    "text", ["", "p", "10", "p0", "p10.", ".p10", "foo", "foo.p1", "annex-I.", "p10 ", "P10", "p1..2"]
)
def test_what_is_no_address(text: str) -> None:
    assert Address.try_parse(text) is None
    with pytest.raises(CitationSyntaxError, match="not an address"):
        Address.parse(text)


def test_the_whole_of_a_sub_paragraph() -> None:
    assert str(Address.parse("annex.p74.a.ii").whole) == "annex.p74"
    assert Address.parse("p74").whole == Address.parse("p74")


def test_numbers_of_annexes_are_alike_in_roman_and_arabic() -> None:
    assert Address.parse("annex-IV.p3").key == Address.parse("annex-4.p3").key
    assert Address.parse("annex-IV.p3").key != Address.parse("annex-IV.p4").key
    assert Address.parse("annex").key == "annex"


def test_paragraph_numbers_in_order() -> None:
    ordered = ["1", "7.3", "9", "10", "10bis", "10ter", "10A", "10.1", "10.2", "10.10", "11", "138.2"]
    assert sorted(ordered, key=number_key) == [
        "1", "7.3", "9", "10", "10bis", "10ter", "10A", "10.1", "10.2", "10.10", "11", "138.2",
    ]  # fmt: skip
    assert number_key("no number") == ((0,), 0)


identifiers = st.one_of(st.integers(1, 60).map(str), st.integers(1, 30).map(to_roman))
scopes = st.one_of(
    st.sampled_from(SCOPE_WORDS),
    st.builds("{}-{}".format, st.sampled_from(SCOPE_WORDS), identifiers),
    st.builds("resolution-{}.{}".format, st.integers(31, 90), st.integers(1, 300)),
    st.integers(2, 9).map("s{}".format),
)
numbers = st.one_of(
    st.integers(1, 2000).map(str),
    st.builds("{}.{}".format, st.integers(1, 200), st.integers(1, 300)),
    st.builds("{}{}".format, st.integers(1, 99), st.sampled_from(LATIN_SUFFIXES)),
)
subs = st.one_of(
    st.just(()),
    st.tuples(st.sampled_from("abcdefghk")),
    st.tuples(st.sampled_from("abcdefghk"), st.sampled_from(["i", "ii", "iv", "ix"])),
)


@st.composite
def addresses(draw: st.DrawFn) -> Address:
    unit = draw(st.sampled_from(["p", "pp", "t", "s", "tab", "fn"]))
    number = draw(numbers) if unit == "p" else str(draw(st.integers(1, 900)))
    return Address(
        scope=tuple(draw(st.lists(scopes, max_size=3))),
        unit=unit,  # type: ignore[arg-type]  # one of the units, drawn as plain text
        number=number,
        sub=draw(subs) if unit == "p" else (),
    )


@given(addresses())
def test_addresses_read_back(address: Address) -> None:
    assert Address.parse(str(address)) == address
    assert Address.parse(address.key) is not None or address.unit == ""


@given(st.text(alphabet="ps0123456789.abixtfnI-annexV ", max_size=25))
def test_any_text_is_an_address_that_reads_back_or_none(text: str) -> None:
    address = Address.try_parse(text)
    assert address is None or str(address) == text


@given(addresses())
def test_a_pinpoint_covers_its_own_address_and_no_other_scope(address: Address) -> None:
    pinpoint = Pinpoint(scope=address.scope, unit=address.unit, number=address.number, sub=address.sub)
    assert pinpoint.address == address
    assert pinpoint.covers(address)
    assert pinpoint.covers(str(address.whole))
    assert not pinpoint.covers(f"enclosure-99.{address}")


@pytest.mark.parametrize(
    ("pinpoint", "covered", "left"),
    [
        (
            Pinpoint(number="10", last="12"),
            ["p10", "p11", "p12", "p11.a", "p10bis"],
            ["p9", "p13", "pp11", "annex.p11"],
        ),
        (Pinpoint(number="8.2", last="9"), ["p8.2", "p8.9", "p9", "p9.4"], ["p8.1", "p10"]),
        (Pinpoint(number="696", is_open=True), ["p696", "p700"], ["p695", "annex.p700"]),
        (Pinpoint(number="74", sub=("a",)), ["p74", "p74.a", "p74.a.ii"], ["p74.b", "p75"]),
        (Pinpoint(number="74", sub=("a",), last="74", last_sub=("c",)), ["p74.b", "p74"], ["p74.d"]),
        (Pinpoint(scope=("annex-1",), unit=""), ["annex-I.p3", "annex-I.t1"], ["p3", "annex-II.p3"]),
        (Pinpoint(unit="page", number="4"), [], ["p4", "t1"]),
        (Pinpoint(unit="fn", number="4"), ["fn4"], ["fn5", "p4", "nonsense"]),
    ],
)
def test_what_a_pinpoint_covers(pinpoint: Pinpoint, covered: list[str], left: list[str]) -> None:
    assert [text for text in covered if not pinpoint.covers(text)] == []
    assert [text for text in left if pinpoint.covers(text)] == []


def test_ranges_that_cannot_be_written_out_stay_ranges() -> None:
    for pinpoint in (
        Pinpoint(number="8.2", last="9"),
        Pinpoint(number="1", is_open=True),
        Pinpoint(number="10", last="12bis"),
        Pinpoint(number="1", last=str(LARGEST_EXPANSION + 5)),
        Pinpoint(number="3", sub=("a",), last="3", last_sub=("b", "ii")),
    ):
        assert pinpoint.expand() == (pinpoint,)
        assert pinpoint.is_range


@given(st.integers(1, 500), st.integers(0, 60))
def test_ranges_written_out_have_every_number_once(first: int, length: int) -> None:
    expanded = Pinpoint(number=str(first), last=str(first + length)).expand()
    assert [int(p.number) for p in expanded] == list(range(first, first + length + 1))
    assert all(not p.is_range for p in expanded)


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(value: int) -> None:
    assert roman_value(to_roman(value)) == value
    assert roman_value(to_roman(value).lower()) == value


@pytest.mark.parametrize("text", ["", "IIII", "VX", "A", "IXI", "12"])
def test_what_is_no_roman_numeral(text: str) -> None:
    assert roman_value(text) is None


def test_roman_numerals_end_at_both_ends() -> None:
    assert (to_roman(0), to_roman(4000)) == ("", "")


@given(st.text(max_size=40))
def test_folding_keeps_every_offset(text: str) -> None:
    folded = fold_characters(text)
    assert len(folded) == len(text)
    assert all(b == a for a, b in zip(text, folded, strict=True) if a.isascii())


def test_folding() -> None:
    assert fold_characters("Ａ／ＨＲＣ／９／８，第１０–１２段、٣") == "A/HRC/9/8,第10-12段,3"
    cyrillic = "\u0410/\u0421.3/78/L.60"
    assert fold_characters(f"см. {cyrillic} и СССР/РФ") == "см. A/C.3/78/L.60 и СССР/РФ"
