"""Document symbols: each series by its examples, the table of the conventions, and the laws of the type."""

from __future__ import annotations

import csv
import json
import string
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import SymbolSyntaxError
from indexer.grammar.body_names import find_bodies
from indexer.grammar.running_symbols import find_symbols
from indexer.grammar.symbol_series import compile_organs, compile_part, load_series
from indexer.grammar.symbols import DocumentSymbol, symbol_prefix

if TYPE_CHECKING:
    from tests.evaluation.corpus import Corpus

SERIES = load_series()


def parse(text: str) -> DocumentSymbol:
    return DocumentSymbol.parse(text)


def found(text: str) -> list[str]:
    return [str(symbol) for _, _, symbol in find_symbols(text)]


class Case(NamedTuple):
    """A row of the table: what is typed, and what it must give."""

    text: str
    key: str
    body: str
    session: str | None = None
    mods: tuple[str, ...] = ()
    family: str | None = None


TABLE = [
    Case("A/HRC/9/8", "A/HRC/9/8", "HRC", "9"),
    Case("A/HRC/17/29/Add.2", "A/HRC/17/29/Add.2", "HRC", "17", ("Add.2",), "A/HRC/17/29"),
    Case("A/HRC/46/26/Corr.1", "A/HRC/46/26/Corr.1", "HRC", "46", ("Corr.1",), "A/HRC/46/26"),
    Case("A/HRC/19/58/Rev.1", "A/HRC/19/58/Rev.1", "HRC", "19", ("Rev.1",), "A/HRC/19/58"),
    Case(
        "E/CN.4/1996/53/Add.1/Corr.1", "E/CN.4/1996/53/Add.1/Corr.1", "CHR", None, ("Add.1", "Corr.1"),
        "E/CN.4/1996/53",
    ),
    Case("CRC/C/41/Add.4/Rev.1", "CRC/C/41/Add.4/Rev.1", "CRC", None, ("Add.4", "Rev.1"), "CRC/C/41"),
    Case("CCPR/C/21/Rev.1/Add.13", "CCPR/C/21/Rev.1/Add.13", "CCPR", None, ("Rev.1", "Add.13"), "CCPR/C/21"),
    Case("A/HRC/4/20/Add.3*", "A/HRC/4/20/Add.3", "HRC", "4", ("Add.3",), "A/HRC/4/20"),
    Case("A/HRC/DEC/19/119", "A/HRC/DEC/19/119", "HRC", "19"),
    Case("A/HRC/RES/38/15", "A/HRC/RES/38/15", "HRC", "38"),
    Case("A/HRC/S-17/2/Add.1", "A/HRC/S-17/2/Add.1", "HRC", "S17", ("Add.1",), "A/HRC/S-17/2"),
    Case("A/HRC/WG.6/7/IRN/2", "A/HRC/WG.6/7/IRN/2", "HRC", "7"),
    Case("A/HRC/57/NGO/159", "A/HRC/57/NGO/159", "HRC", "57"),
    Case("A/HRC/29/CRP.1", "A/HRC/29/CRP.1", "HRC", "29"),
    Case("A/HRC/WGAD/2019/34", "A/HRC/WGAD/2019/34", "HRC"),
    Case("A/9601", "A/9601", "GA"),
    Case("A/52/1", "A/52/1", "GA", "52"),
    Case("A/62/17(PartI)", "A/62/17(PartI)", "GA", "62"),
    Case("A/62/40 (Vol. I)", "A/62/40(Vol.I)", "GA", "62"),
    Case("A/47/40(SUPP)", "A/47/40(SUPP)", "GA", "47"),
    Case("A/RES/44/25", "A/RES/44/25", "GA", "44"),
    Case("A/RES/217 (III)", "A/RES/217(III)", "GA", "3"),
    Case("A/RES/217A (III)", "A/RES/217A(III)", "GA", "3"),
    Case("A/RES/217 A (III)", "A/RES/217A(III)", "GA", "3"),
    Case("A/RES/217(III)A", "A/RES/217A(III)", "GA", "3"),
    Case("A/RES/3201 (S-VI)", "A/RES/3201(S-VI)", "GA", "S6"),
    Case("A/RES/2252 (ES-V)", "A/RES/2252(ES-V)", "GA", "ES5"),
    Case("A/RES/S-13/2", "A/RES/S-13/2", "GA", "S13"),
    Case("A/RES/ES-8/2", "A/RES/ES-8/2", "GA", "ES8"),
    Case("A/C.3/78/L.60/Rev.1", "A/C.3/78/L.60/Rev.1", "C.3", "78", ("Rev.1",), "A/C.3/78/L.60"),
    Case("A/CONF.157/24 (Part I)", "A/CONF.157/24(PartI)", "CONF.157"),
    Case("A/CONF.189/12", "A/CONF.189/12", "CONF.189"),
    Case("A/CN.4/1", "A/CN.4/1", "ILC"),
    Case("S/RES/1440 (2002)", "S/RES/1440(2002)", "SC"),
    Case("S/PV.6201(Resumption1)", "S/PV.6201(Resumption1)", "SC"),
    Case("S/PRST/2004/17", "S/PRST/2004/17", "SC"),
    Case(
        "S/1994/674/Add.2 (Vol. I)", "S/1994/674/Add.2(Vol.I)", "SC", None, ("Add.2",), "S/1994/674"
    ),
    Case(
        "E/CN.4/Sub.2/2003/12/Rev.2", "E/CN.4/Sub.2/2003/12/Rev.2", "SCHR", None, ("Rev.2",),
        "E/CN.4/Sub.2/2003/12",
    ),
    Case("E/CN.4/SR.315", "E/CN.4/SR.315", "CHR"),
    Case("E/C.12/GC/19", "E/C.12/GC/19", "CESCR"),
    Case("E/CN.4/2004/87", "E/CN.4/2004/87", "CHR"),
    Case("ST/CS/SER.A/44/Rev.1", "ST/CS/SER.A/44/Rev.1", "Secretariat", None, ("Rev.1",), "ST/CS/SER.A/44"),
    Case(
        "ST/ESA/STAT/SER.M/67/Rev.2", "ST/ESA/STAT/SER.M/67/Rev.2", "Secretariat", None, ("Rev.2",),
        "ST/ESA/STAT/SER.M/67",
    ),
    Case("HRI/GEN/1/Rev.9 (Vol. I)", "HRI/GEN/1/Rev.9(Vol.I)", "HRI", None, ("Rev.9",), "HRI/GEN/1"),
    Case("E/INCB/1999/1", "E/INCB/1999/1", "INCB"),
    Case("CCPR/C/DZA/CO/3", "CCPR/C/DZA/CO/3", "CCPR"),
    Case("CERD/C/FIN/CO/20-22", "CERD/C/FIN/CO/20-22", "CERD"),
    Case("CCPR/CO/71/UZB", "CCPR/CO/71/UZB", "CCPR", "71"),
    Case("CCPR/C/114/D/2038/2011", "CCPR/C/114/D/2038/2011", "CCPR", "114"),
    Case("CCPR/C/109/D/1919-1920/2009", "CCPR/C/109/D/1919-1920/2009", "CCPR", "109"),
    Case("CCPR/C/129/D/R.3305/2019", "CCPR/C/129/D/R.3305/2019", "CCPR", "129"),
    Case("CAT/C/SR.646/Add.1", "CAT/C/SR.646/Add.1", "CAT", None, ("Add.1",), "CAT/C/SR.646"),
    Case("E/2000/22-E/C.12/1999/11", "E/2000/22-E/C.12/1999/11", "ECOSOC"),
    Case("A/76/667-S/2022/64", "A/76/667-S/2022/64", "GA", "76"),
    Case("A/76/667–S/2022/64", "A/76/667-S/2022/64", "GA", "76"),
    Case(
        "E/1991/23/Corr.2-E/C.12/1990/8/Corr.2", "E/1991/23/Corr.2-E/C.12/1990/8/Corr.2", "ECOSOC", None,
        ("Corr.2",), "E/1991/23-E/C.12/1990/8",
    ),
    Case("CEDAW/C/GC/31-CRC/C/GC/18", "CEDAW/C/GC/31-CRC/C/GC/18", "CEDAW"),
    Case("CMW/C/GC/4-CRC/C/GC/23", "CMW/C/GC/4-CRC/C/GC/23", "CMW"),
    # repaired without a word
    Case("E/CN. 4/1999/61", "E/CN.4/1999/61", "CHR"),
    Case("E/CN.4/1999/61 Add. 1", "E/CN.4/1999/61/Add.1", "CHR", None, ("Add.1",), "E/CN.4/1999/61"),
    Case("A/HRC/17/29/ Add.2", "A/HRC/17/29/Add.2", "HRC", "17", ("Add.2",), "A/HRC/17/29"),
    Case("a/hrc/9/8", "A/HRC/9/8", "HRC", "9"),
    Case("a/hrc/9/8/add.1", "A/HRC/9/8/Add.1", "HRC", "9", ("Add.1",), "A/HRC/9/8"),
    Case("UN Doc. A/HRC/9/8", "A/HRC/9/8", "HRC", "9"),
    Case("A／HRC／9／8", "A/HRC/9/8", "HRC", "9"),
    Case("CCPR/C/LBY/CO/4/para", "CCPR/C/LBY/CO/4", "CCPR"),
    # further series and spacings
    Case("A / 79 / PV.64", "A/79/PV.64", "GA", "79"),
    Case("A/HRC/12/11*", "A/HRC/12/11", "HRC", "12"),
    Case("ICCD/COP(8)/CST/8", "ICCD/COP(8)/CST/8", "UNCCD", "8"),
    Case("DP/FPA/2025/4 (Part I/Add.1)", "DP/FPA/2025/4(PartI/Add.1)", "UNFPA"),
    Case("[E/ECE/]TRANS/SC.2/2001/20", "E/ECE/TRANS/SC.2/2001/20", "ECE"),
    Case("E/2025/24-E/CN.3/2025/37", "E/2025/24-E/CN.3/2025/37", "ECOSOC"),
    Case("A/ES-10/1043-S/2025/529", "A/ES-10/1043-S/2025/529", "GA", "ES10"),
    Case("TD/B/43/6", "TD/B/43/6", "UNCTAD", "43"),
    Case("A/RES/46/36 L", "A/RES/46/36L", "GA", "46"),
    Case("NPT/CONF.2000/28 (Parts I and II)", "NPT/CONF.2000/28(PartsIandII)", "NPT"),
    Case("A/79/997\u00ad-\u200bS/2025/519", "A/79/997-S/2025/519", "GA", "79"),
]  # fmt: skip


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.text)
def test_the_table_of_symbols(case: Case) -> None:
    symbol = parse(case.text)
    assert str(symbol) == case.key
    assert symbol.body == case.body
    assert symbol.session == case.session
    assert symbol.mods == case.mods
    assert str(symbol.family) == (case.family or case.key)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("A/HRC/WGAD/2019/34", 2019),
        ("S/RES/1440 (2002)", 2002),
        ("S/RES/1440", None),
        ("S/PRST/2004/17", 2004),
        ("CCPR/C/114/D/2038/2011", 2011),
        ("CCPR/C/129/D/R.3305/2019", 2019),
        ("E/2000/22-E/C.12/1999/11", 2000),
        ("A/9601", None),
        ("A/1990", None),
        ("S/2024", None),
        ("A/HRC/9/8", None),
        ("E/CN.4/1996/53/Add.1", 1996),
        ("E/RES/2005/20", 2005),
        ("A/RES/2000(XX)", None),
        ("HRI/CORE/FIN/2011", 2011),
        ("A/AC.121/2025/L.1", 2025),
    ],
)
def test_the_year_is_what_the_symbol_states(text: str, year: int | None) -> None:
    assert parse(text).year == year


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("CCPR/C/DZA/CO/3", "DZA"),
        ("A/HRC/WG.6/7/IRN/2", "IRN"),
        ("CCPR/CO/71/UZB", "UZB"),
        ("CAT/C/CR/34/CAN", "CAN"),
        ("HRI/CORE/FIN/2011", "FIN"),
        ("A/HRC/57/NGO/159", None),
        ("CRC/C/GC/18", None),
        ("S/2024/1", None),
    ],
)
def test_the_country_of_state_party_series(text: str, country: str | None) -> None:
    assert parse(text).country == country


def test_kinds_of_documents() -> None:
    assert parse("A/HRC/RES/38/15").is_resolution
    assert parse("S/RES/1440 (2002)").is_resolution
    assert not parse("A/HRC/9/8").is_resolution
    assert parse("A/HRC/DEC/19/119").is_decision
    assert parse("A/C.3/78/L.60/Rev.1").is_draft
    assert parse("E/CN.4/SR.315").meeting == 315
    assert parse("A/79/PV.64").meeting == 64
    assert parse("A/HRC/9/8").meeting is None
    assert parse("HRI/GEN/1/Rev.9 (Vol. I)").volume == "Vol.I"
    assert parse("A/HRC/9/8").volume is None
    assert parse("ICC-ASP/10/20").organ == "ICC-ASP"
    assert parse("IDB.49/3").organ == "IDB.49"


def test_symbols_are_equal_or_different_whatever_their_case() -> None:
    assert parse("a/hrc/9/8") == parse("A/HRC/9/8")
    assert not parse("a/hrc/9/8") != parse("A/HRC/9/8")  # noqa: SIM202  # the operator itself is asked
    assert parse("A/HRC/9/8") != parse("A/HRC/9/9")
    assert parse("A/HRC/9/8") != "A/HRC/9/8"


def test_an_asterisk_is_remembered_and_no_part_of_the_value() -> None:
    symbol = parse("A/HRC/4/20/Add.3*")
    assert symbol.reissued
    assert symbol == parse("A/HRC/4/20/Add.3")
    assert not parse("A/HRC/4/20/Add.3").reissued


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("A/76/667-S/2022/64", ["A/76/667", "S/2022/64"]),
        ("E/2000/22-E/C.12/1999/11", ["E/2000/22", "E/C.12/1999/11"]),
        ("E/1991/23/Corr.2-E/C.12/1990/8/Corr.2", ["E/1991/23/Corr.2", "E/C.12/1990/8/Corr.2"]),
        ("CEDAW/C/GC/31-CRC/C/GC/18", ["CEDAW/C/GC/31", "CRC/C/GC/18"]),
        ("CMW/C/GC/4-CRC/C/GC/23", ["CMW/C/GC/4", "CRC/C/GC/23"]),
        ("CERD/C/FIN/CO/20-22", ["CERD/C/FIN/CO/20-22"]),
        ("CCPR/C/109/D/1919-1920/2009", ["CCPR/C/109/D/1919-1920/2009"]),
    ],
)
def test_joint_symbols_are_two_names_of_one_document(text: str, aliases: list[str]) -> None:
    assert [str(alias) for alias in parse(text).aliases] == aliases


@pytest.mark.parametrize(
    ("text", "meant", "wrong"),
    [
        ("E/CN.4/SR109", "E/CN.4/SR.109", "SR109"),
        ("CCPR/C/21/Rev.1./Add.9", "CCPR/C/21/Rev.1/Add.9", "Rev.1."),
        ("E/CN.4/l985/11", "E/CN.4/1985/11", "l985"),
        ("E/CN.A/1990/17", "E/CN.4/1990/17", "CN.A"),
        ("E/GN.4/1991/17", "E/CN.4/1991/17", "GN.4"),
        ("A/CONF.171/13/Rev.l", "A/CONF.171/13/Rev.1", "Rev.l"),
        ("A/HRC/9/8/Add1", "A/HRC/9/8/Add.1", "Add1"),
        ("S/PV1234", "S/PV.1234", "PV1234"),
        ("A_HRC_9_8", "A/HRC/9/8", "A_HRC_9_8"),
        ("A/HRC//9/8", "A/HRC/9/8", ""),
        ("A-HRC-9-8", "A/HRC/9/8", "A-HRC-9-8"),
        ("AHRC/9/8", "A/HRC/9/8", ""),
        ("ECN.4/1999/61", "E/CN.4/1999/61", ""),
        ("SRES/1325(2000)", "S/RES/1325(2000)", ""),
    ],
)
def test_slips_are_errors_that_say_what_was_probably_meant(text: str, meant: str, wrong: str) -> None:
    with pytest.raises(SymbolSyntaxError) as caught:
        parse(text)
    assert f"did you mean {meant}?" in caught.value.message
    if wrong:
        start, end = caught.value.span
        assert text[start:end] == wrong
    assert found(f"see {text} of") == []


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("A/HRC/9/8/Corr", "A/HRC/9/8/Corr"),
        ("A/HRC/9/8/corr.", "A/HRC/9/8/Corr"),
        ("A/HRC", "A/HRC"),
        ("a/hrc/", "A/HRC"),
        ("A/HRC/*", "A/HRC"),
        ("E/CN.4", "E/CN.4"),
        ("A/CONF.189", "A/CONF.189"),
        ("CCPR/C/DZA", "CCPR/C/DZA"),
        ("ICCD/COP(8)", "ICCD/COP(8)"),
    ],
)
def test_beginnings_are_prefixes_and_no_symbols(text: str, prefix: str) -> None:
    assert symbol_prefix(text) == prefix
    assert DocumentSymbol.try_parse(text) is None
    assert found(text) == []


def test_a_whole_symbol_is_a_prefix_too() -> None:
    assert symbol_prefix("A/HRC/9/8") == "A/HRC/9/8"


NO_SYMBOLS = [
    "A/S", "and/or", "he/she", "N/A", "TCP/IP", "km/h", "2004/2005", "10-46213", "GE.07-13562", "HTTP/1.1",
    "56/255", "A/B", "S/he", "E/mail", "24/7", "w/o", "3/4", "I/O", "A4", "A/", "/HRC/9/8", "A", "HRC", "",
    "   ", "A/HRC/9/8x", "A/HRC/9/8 hello", "CRC/CEDAW", "CD/DVD", "A/4 pages", "A/HRC/9/8/foo",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_SYMBOLS)
def test_what_only_looks_like_a_symbol(text: str) -> None:
    with pytest.raises(SymbolSyntaxError):
        parse(text)


@pytest.mark.parametrize("text", [t for t in NO_SYMBOLS if t != "A/HRC/9/8 hello"])
def test_what_only_looks_like_a_symbol_in_text(text: str) -> None:
    assert found(f"The size, {text}, was agreed.") == []
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see A/HRC/9/8.", ["A/HRC/9/8"]),
        ("(A/HRC/9/8)", ["A/HRC/9/8"]),
        ("A/HRC/9/8 page 4", ["A/HRC/9/8"]),
        ("documents A/62/40 (Vol. I) and A/62/41", ["A/62/40(Vol.I)", "A/62/41"]),
        ("A/HRC/9/8 and Add.1", ["A/HRC/9/8", "A/HRC/9/8/Add.1"]),
        ("A/HRC/9/8, Add.1 and Add.2", ["A/HRC/9/8", "A/HRC/9/8/Add.1", "A/HRC/9/8/Add.2"]),
        ("A/HRC/9/8/Add.1 and Corr.1", ["A/HRC/9/8/Add.1", "A/HRC/9/8/Add.1/Corr.1"]),
        ("A/HRC/9/8 and Add.1/Corr.2 were", ["A/HRC/9/8", "A/HRC/9/8/Add.1/Corr.2"]),
        ("https://undocs.org/A/HRC/9/8", ["A/HRC/9/8"]),
        ("https://docs.un.org/en/A/79/997", ["A/79/997"]),
        ("https://example.org/A/HRC/9/8", []),
        ("見A/HRC/9/8。", ["A/HRC/9/8"]),
        ("документ A/HRC/9/8.", ["A/HRC/9/8"]),
        ("A/79/997-\nS/2025/519", ["A/79/997-S/2025/519"]),
        ("A/HRC/ 17/29", ["A/HRC/17/29"]),
        ("A/HRC/17/29/\nAdd.2", ["A/HRC/17/29/Add.2"]),
        ("A/RES/60/147 / A/RES/60/148", ["A/RES/60/147", "A/RES/60/148"]),
        ("A/CONF.189/12 (2001)", ["A/CONF.189/12"]),
        ("S/RES/1440 (2002)", ["S/RES/1440(2002)"]),
        ("resolution A/RES/46/36 L, paragraph 2", ["A/RES/46/36L"]),
        ("Resolution A/RES/46/36 A similar text", ["A/RES/46/36"]),
        ("CAT/C/SVN/CO/3para. 4", ["CAT/C/SVN/CO/3"]),
        ("a/hrc/9/8", []),
        ("ESCAP/2-TR/33", []),
        ("E/CN.4/1996/53-based", ["E/CN.4/1996/53"]),
        ("A/4 paper, S/36 size, vitamin A/12", []),
    ],
)
def test_symbols_in_running_text(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "further"),
    [
        ("(see A/C.4/70/SR.2, 5-7 and 14).", "A/C.4/70/SR: 5 6 7 14"),
        ("A/C.4/70/SR.9, 10", "A/C.4/70/SR: 10"),
        ("A/C.4/70/SR.9, 10 May", "A/C.4/70/SR:"),
        ("(A/70/98, 99, 100)", "A/70: 99 100"),
        ("A/70/98, 99", "A/70:"),
        ("A/70/98, 99 and 100 pages", "A/70:"),
        ("E/CN.9/2030/5 and 6.", "E/CN.9/2030: 6"),
        ("(A/70/98, 12 and 14)", "A/70:"),
        ("A/70/8, 2008, para. 3", "A/70:"),
        (
            "(A/70/2013 and Add.1, 2014, 2015 and Add.1 and 2)",
            "A/70: 2013/Add.1 2014 2015 2015/Add.1 2015/Add.2",
        ),
        ("A/70/33 and Add.1-3.", "A/70: 33/Add.1 33/Add.2 33/Add.3"),
        ("A/70/33 and Add.1 and 2 others", "A/70: 33/Add.1"),
        ("A/70/33 to 900.", "A/70:"),
    ],
)
def test_shortened_lists_in_reports(text: str, further: str) -> None:
    series, _, numbers = further.partition(":")
    dot = "." if series.endswith("SR") else "/"
    _, *found = (symbol.text for _, _, symbol in find_symbols(text, shortened=True))
    assert found == [f"{series}{dot}{number}" for number in numbers.split()]


def test_offsets_hold_in_the_text_as_it_was() -> None:
    text = "参见 A／HRC／9／8*（第10段） and A/76/667–S/2022/64"
    assert [text[start:end] for start, end, _ in find_symbols(text)] == [
        "A／HRC／9／8*",
        "A/76/667–S/2022/64",
    ]


def test_lower_case_counts_when_a_person_types() -> None:
    assert [str(s) for *_, s in find_symbols("a/hrc/9/8 and/or police", any_case=True)] == ["A/HRC/9/8"]


def test_the_year_of_a_council_resolution_is_optional() -> None:
    assert parse("S/RES/1440 (2002)") == parse("S/RES/1440")
    assert parse("S/RES/1440 (2002)") != parse("S/RES/1441 (2002)")


def test_equality_and_hash_without_regard_to_case() -> None:
    assert parse("UNEP/OzL.Pro.27/13") == parse("UNEP/OZL.PRO.27/13")
    assert len({parse("A/HRC/9/8"), parse("a/hrc/9/8")}) == 1
    assert parse("A/HRC/9/8") != "A/HRC/9/8"


def test_natural_order() -> None:
    ordered = [
        "A/HRC/8/46", "A/HRC/9/8", "A/HRC/9/8/Add.1", "A/HRC/9/8/Add.2", "A/HRC/9/8/Add.10", "A/HRC/9/10",
        "A/HRC/10/1", "E/CN.4/1996/53", "S/2024/1",
    ]  # fmt: skip
    symbols = [parse(text) for text in ordered]
    assert sorted([*symbols[4:], *symbols[:4]]) == symbols
    for earlier, later in pairwise(symbols):
        assert earlier < later
        assert earlier <= later
        assert later > earlier
        assert later >= earlier


def test_a_modifier_behind_and() -> None:
    assert str(parse("A/HRC/9/8").with_mod("Add.1")) == "A/HRC/9/8/Add.1"
    assert str(parse("A/HRC/9/8/Add.1").with_mod("Add.2")) == "A/HRC/9/8/Add.2"
    with pytest.raises(SymbolSyntaxError):
        parse("A/HRC/9/8").with_mod("page")


@pytest.mark.parametrize(
    ("name", "bodies"),
    [
        ("HRC", ("HRC",)),
        ("hrc", ("HRC",)),
        ("CRC", ("CRC",)),
        ("Human Rights Council", ("HRC",)),
        ("CN.4", ("CHR", "ILC")),
        ("E/CN.4", ("CHR",)),
        ("C.12", ("CESCR",)),
        ("GA", ("GA",)),
        ("A", ("GA",)),
        ("AC.121", ("AC.121",)),
        ("", ()),
    ],
)
def test_names_of_bodies(name: str, bodies: tuple[str, ...]) -> None:
    assert find_bodies(name) == bodies


def test_errors_can_be_shown_for_anything() -> None:
    with pytest.raises(SymbolSyntaxError, match="not a document symbol"):
        parse("")
    with pytest.raises(SymbolSyntaxError, match="too long"):
        parse("A/1-" * 1000)
    assert symbol_prefix("A/1-" * 1000) is None
    assert repr(parse("A/HRC/9/8")) == "DocumentSymbol('A/HRC/9/8')"


# the data proves itself


ORGANS = [pytest.param(entry, example, id=example) for entry in SERIES.organs for example in entry.examples]
BODIES = [pytest.param(entry, example, id=example) for entry in SERIES.bodies for example in entry.examples]
WORDS = [pytest.param(entry, example, id=example) for entry in SERIES.dotted for example in entry.examples]
MODIFIERS = [
    pytest.param(entry, example, id=example) for entry in SERIES.modifiers for example in entry.examples
]
EXAMPLES = sorted(
    {
        example
        for entries in (SERIES.organs, SERIES.bodies, SERIES.dotted, SERIES.modifiers)
        for entry in entries
        for example in entry.examples
    }
)  # fmt: skip


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_canonical_and_found_in_text(example: str) -> None:
    assert str(parse(example)) == example
    assert found(f"(see {example}), ") == [example]
    assert parse(example.lower()) == parse(example)


@pytest.mark.parametrize(("entry", "example"), ORGANS)
def test_every_organ_reads_its_examples(entry: object, example: str) -> None:
    matched = compile_organs().match(example)
    assert matched is not None
    organ = getattr(entry, "pattern", None) or regex.escape(getattr(entry, "organ", ""))
    assert regex.fullmatch(organ, matched[0]) or example.startswith("ECE/")


@pytest.mark.parametrize(("entry", "example"), BODIES)
def test_every_body_reads_its_examples(entry: object, example: str) -> None:
    assert parse(example).body == getattr(entry, "body", None)
    assert example.startswith(getattr(entry, "prefix", "?"))


@pytest.mark.parametrize(("entry", "example"), WORDS)
def test_every_dotted_word_stands_in_its_examples(entry: object, example: str) -> None:
    pattern = rf"{getattr(entry, 'word', '')}\.(?:{getattr(entry, 'argument', '')})(?:\([^()]*\))?"
    assert any(regex.fullmatch(pattern, component) for component in parse(example).components)


@pytest.mark.parametrize(("entry", "example"), MODIFIERS)
def test_every_modifier_stands_in_its_examples(entry: object, example: str) -> None:
    assert any(mod.startswith(getattr(entry, "word", "?")) for mod in parse(example).mods)


def test_the_data_is_written_in_one_form_and_names_nothing_twice() -> None:
    text = files("indexer.grammar").joinpath("data/symbol_series.json").read_text("utf-8")
    assert text == json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n"
    for names in (
        [organ.organ for organ in SERIES.organs],
        [body.prefix for body in SERIES.bodies],
        [entry.word for entry in SERIES.dotted],
        SERIES.countries.split(),
    ):
        assert len(names) == len(set(names))
    assert all(regex.fullmatch("[A-Z]{3}", country) for country in SERIES.countries.split())


# the laws of the type

numbers = st.integers(1, 9999).map(str)
modifiers = st.builds("{}.{}".format, st.sampled_from(["Add", "Corr", "Rev"]), st.integers(1, 30))
bases = st.sampled_from(
    ["A/{}", "A/HRC/{}/{}", "E/CN.4/{}/{}", "S/{}/{}", "CCPR/C/{}", "A/C.3/{}/L.{}", "A/RES/{}/{}", "TD/B/{}",
     "DP/{}/{}"]
)  # fmt: skip


@st.composite
def single_symbols(draw: st.DrawFn) -> str:
    base = draw(bases)
    text = base.format(*(draw(numbers) for _ in range(base.count("{}"))))
    return "/".join([text, *draw(st.lists(modifiers, max_size=2))])


symbols = st.lists(single_symbols(), min_size=1, max_size=2).map("-".join)


@given(symbols)
def test_canonical_text_reads_back(text: str) -> None:
    symbol = parse(text)
    assert str(symbol) == text
    assert parse(str(symbol)) == symbol
    assert parse(str(symbol.family)).family == symbol.family
    assert "-".join(str(alias) for alias in symbol.aliases) == text


@given(symbols, st.sampled_from(["{}", "UN Doc. {}", " {} ", "({})", "{}*", "{}."]))
def test_wrapping_and_case_do_not_matter(text: str, form: str) -> None:
    assert parse(form.format(text)) == parse(form.format(text.lower())) == parse(text)


@given(st.lists(symbols, min_size=2, max_size=6))
def test_order_is_total_and_agrees_with_equality(texts: list[str]) -> None:
    ordered = sorted(map(parse, texts))
    for earlier, later in pairwise(ordered):
        assert earlier < later or earlier == later
        assert (earlier == later) == (hash(earlier) == hash(later) and earlier.key == later.key)


@given(st.lists(single_symbols(), max_size=4), st.sampled_from([", ", "; ", " and see ", ") ("]))
def test_all_symbols_of_a_list_are_found(texts: list[str], between: str) -> None:
    wanted = [text for text in texts if not regex.fullmatch(r"A/\d{1,2}", text)]
    assert found(f"({between.join(wanted)})") == wanted


@given(st.text(alphabet=string.ascii_letters + string.digits + "/.-()* éА第", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    read = DocumentSymbol.try_parse(text)
    if read is None:
        with pytest.raises(SymbolSyntaxError, match="symbol"):
            parse(text)
    else:
        assert parse(str(read)) == read
    for start, end, symbol in find_symbols(text, any_case=True):
        assert 0 <= start < end <= len(text)
        assert parse(str(symbol)) == symbol


@pytest.mark.corpus
def test_the_symbols_of_real_documents_are_read(corpus: Corpus) -> None:
    with (corpus.root / "manifest.tsv").open(encoding="utf-8", newline="") as rows:
        texts = [row["symbol"] for row in csv.DictReader(rows, delimiter="\t") if row["symbol"]]
    assert len(texts) > 100
    assert [text for text in texts if DocumentSymbol.try_parse(text) is None] == []


@pytest.mark.parametrize("repeated", ["E/CN.4/ ", "A/HRC/", "CCPR/C/1"])
def test_what_goes_on_and_on_is_not_read_from_each_of_its_parts(repeated: str) -> None:
    found = compile_part().match(repeated * 1000)
    assert found is None or found.end() < 500
    assert list(find_symbols(repeated * 1000)) == []
