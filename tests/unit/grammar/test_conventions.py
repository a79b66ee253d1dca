"""The table of the conventions: each of its 110 rows, with everything that the row expects."""

from __future__ import annotations

from typing import Any

import pytest

from indexer.errors import CitationSyntaxError, SymbolSyntaxError
from indexer.grammar.citations import parse_citation
from indexer.grammar.resolutions import find_resolutions
from indexer.grammar.running_symbols import find_symbols
from indexer.grammar.symbols import DocumentSymbol, symbol_prefix

SYMBOLS: dict[int, tuple[str, dict[str, Any]]] = {
    1: ("A/HRC/9/8", {"organ": "A", "body": "HRC", "session": "9", "mods": ()}),
    2: ("A/HRC/17/29/Add.2", {"organ": "A", "body": "HRC", "session": "17", "mods": ("Add.2",)}),
    3: ("A/HRC/46/26/Corr.1", {"organ": "A", "body": "HRC", "session": "46", "mods": ("Corr.1",)}),
    4: ("A/HRC/19/58/Rev.1", {"organ": "A", "body": "HRC", "session": "19", "mods": ("Rev.1",)}),
    5: ("E/CN.4/1996/53/Add.1/Corr.1", {"family": "E/CN.4/1996/53", "mods": ("Add.1", "Corr.1")}),
    6: ("CRC/C/41/Add.4/Rev.1", {"family": "CRC/C/41", "mods": ("Add.4", "Rev.1")}),
    7: ("CCPR/C/21/Rev.1/Add.13", {"family": "CCPR/C/21", "mods": ("Rev.1", "Add.13")}),
    8: ("A/HRC/4/20/Add.3*", {"text": "A/HRC/4/20/Add.3", "key": "a/hrc/4/20/add.3", "reissued": True}),
    9: ("A/HRC/DEC/19/119", {"is_decision": True, "is_resolution": False}),
    10: ("A/HRC/RES/38/15", {"is_resolution": True, "is_decision": False}),
    11: ("A/HRC/S-17/2/Add.1", {"session": "S17"}),
    12: ("A/HRC/WG.6/7/IRN/2", {"body": "HRC", "country": "IRN"}),
    13: ("A/HRC/57/NGO/159", {"session": "57", "components": ("A", "HRC", "57", "NGO", "159")}),
    14: ("A/HRC/29/CRP.1", {"session": "29", "components": ("A", "HRC", "29", "CRP.1")}),
    15: ("A/HRC/WGAD/2019/34", {"year": 2019, "components": ("A", "HRC", "WGAD", "2019", "34")}),
    16: ("A/9601", {"body": "GA", "session": None}),
    17: ("A/52/1", {"session": "52"}),
    18: ("A/62/17(PartI)", {"volume": "PartI", "session": "62"}),
    19: ("A/62/40 (Vol. I)", {"text": "A/62/40(Vol.I)", "key": "a/62/40(vol.i)"}),
    20: ("A/47/40(SUPP)", {"text": "A/47/40(SUPP)", "volume": "SUPP"}),
    21: ("A/RES/44/25", {"session": "44"}),
    22: ("A/RES/217 (III)", {"session": "3", "text": "A/RES/217(III)"}),
    23: ("A/RES/217A (III)", {"session": "3", "text": "A/RES/217A(III)"}),
    24: ("A/RES/3201 (S-VI)", {"session": "S6"}),
    25: ("A/RES/2252 (ES-V)", {"session": "ES5"}),
    26: ("A/RES/S-13/2", {"session": "S13"}),
    27: ("A/RES/ES-8/2", {"session": "ES8"}),
    28: ("A/C.3/78/L.60/Rev.1", {"is_draft": True, "mods": ("Rev.1",), "family": "A/C.3/78/L.60"}),
    29: ("A/CONF.157/24 (Part I)", {"text": "A/CONF.157/24(PartI)", "volume": "PartI"}),
    30: ("A/CONF.189/12", {"body": "CONF.189"}),
    31: ("A/CN.4/1", {"body": "ILC"}),
    32: ("S/RES/1440 (2002)", {"key": "s/res/1440", "year": 2002}),
    33: ("S/PV.6201(Resumption1)", {"meeting": 6201}),
    34: ("S/PRST/2004/17", {"body": "SC", "year": 2004}),
    35: ("S/1994/674/Add.2 (Vol. I)", {"text": "S/1994/674/Add.2(Vol.I)", "mods": ("Add.2",)}),
    36: ("E/CN.4/Sub.2/2003/12/Rev.2", {"family": "E/CN.4/Sub.2/2003/12"}),
    37: ("E/CN.4/SR.315", {"meeting": 315}),
    38: ("E/C.12/GC/19", {"body": "CESCR"}),
    39: ("E/CN.4/2004/87", {"body": "CHR", "year": 2004}),
    40: ("ST/CS/SER.A/44/Rev.1", {"family": "ST/CS/SER.A/44"}),
    41: ("ST/ESA/STAT/SER.M/67/Rev.2", {"family": "ST/ESA/STAT/SER.M/67"}),
    42: ("HRI/GEN/1/Rev.9 (Vol. I)", {"text": "HRI/GEN/1/Rev.9(Vol.I)", "volume": "Vol.I"}),
    43: ("E/INCB/1999/1", {"body": "INCB"}),
    44: ("CCPR/C/DZA/CO/3", {"body": "CCPR", "country": "DZA"}),
    45: ("CERD/C/FIN/CO/20-22", {"components": ("CERD", "C", "FIN", "CO", "20-22")}),
    46: ("CCPR/CO/71/UZB", {"session": "71", "country": "UZB"}),
    47: ("CCPR/C/114/D/2038/2011", {"session": "114", "year": 2011}),
    48: ("CCPR/C/109/D/1919-1920/2009", {"components": ("CCPR", "C", "109", "D", "1919-1920", "2009")}),
    49: ("CCPR/C/129/D/R.3305/2019", {"session": "129", "year": 2019}),
    50: ("CAT/C/SR.646/Add.1", {"meeting": 646, "mods": ("Add.1",)}),
    51: ("E/2000/22-E/C.12/1999/11", {"aliases": ("E/2000/22", "E/C.12/1999/11")}),
    52: ("A/76/667-S/2022/64", {"aliases": ("A/76/667", "S/2022/64")}),
    53: (
        "E/1991/23/Corr.2-E/C.12/1990/8/Corr.2",
        {"aliases": ("E/1991/23/Corr.2", "E/C.12/1990/8/Corr.2")},
    ),
    54: ("CEDAW/C/GC/31-CRC/C/GC/18", {"aliases": ("CEDAW/C/GC/31", "CRC/C/GC/18")}),
    55: ("CMW/C/GC/4-CRC/C/GC/23", {"aliases": ("CMW/C/GC/4", "CRC/C/GC/23")}),
    56: ("E/CN. 4/1999/61", {"text": "E/CN.4/1999/61"}),
    57: ("E/CN.4/1999/61 Add. 1", {"text": "E/CN.4/1999/61/Add.1"}),
    58: ("A/HRC/17/29/ Add.2", {"text": "A/HRC/17/29/Add.2"}),
    59: ("a/hrc/9/8", {"text": "A/HRC/9/8"}),
    60: ("UN Doc. A/HRC/9/8", {"text": "A/HRC/9/8"}),
    61: ("A／HRC／9／8", {"text": "A/HRC/9/8"}),
    71: ("CCPR/C/LBY/CO/4/para", {"text": "CCPR/C/LBY/CO/4"}),
}

SLIPS = {
    62: ("E/CN.4/SR109", "E/CN.4/SR.109"),
    63: ("CCPR/C/21/Rev.1./Add.9", "CCPR/C/21/Rev.1/Add.9"),
    64: ("E/CN.4/l985/11", "E/CN.4/1985/11"),
    65: ("E/CN.A/1990/17", "E/CN.4/1990/17"),
    66: ("E/GN.4/1991/17", "E/CN.4/1991/17"),
    67: ("A/CONF.171/13/Rev.l", "A/CONF.171/13/Rev.1"),
}

BEGINNINGS = {68: ("A/HRC/9/8/Corr", "A/HRC/9/8/Corr"), 69: ("A/HRC", "A/HRC"), 70: ("A/S", None)}

NO_SYMBOLS = {
    72: "and/or",
    73: "he/she",
    74: "N/A",
    75: "TCP/IP",
    76: "km/h",
    77: "2004/2005",
    78: "10-46213",
    79: "GE.07-13562",
    80: "HTTP/1.1",
}

CITATIONS: dict[int, tuple[str, str | None, tuple[str, ...]]] = {
    81: ("A/HRC/9/8, para. 10", "A/HRC/9/8", ("p10",)),
    82: ("A/HRC/9/8, paras. 10-12", "A/HRC/9/8", ("p10", "p11", "p12")),
    83: ("A/HRC/9/8, paras. 10–12", "A/HRC/9/8", ("p10", "p11", "p12")),
    84: ("A/HRC/9/8 para 10", "A/HRC/9/8", ("p10",)),
    85: ("(A/HRC/34/54/Add.2, paras. 110 and 113)", "A/HRC/34/54/Add.2", ("p110", "p113")),
    86: ("CCPR/C/DZA/CO/3, paras. 7, 8 and 13", "CCPR/C/DZA/CO/3", ("p7", "p8", "p13")),
    87: (
        "A/68/503, paras. 6–15 and 88–90",
        "A/68/503",
        tuple(f"p{number}" for number in (*range(6, 16), *range(88, 91))),
    ),
    88: ("E/CN.4/1995/34, paras. 875-77, 892", "E/CN.4/1995/34", ("p875", "p876", "p877", "p892")),
    89: ("CCPR/C/DZA/CO/4, paras. 11 to 14", "CCPR/C/DZA/CO/4", ("p11", "p12", "p13", "p14")),
    90: ("CRC/C/BEL/CO/5-6, para. 38 (a)", "CRC/C/BEL/CO/5-6", ("p38.a",)),
    91: ("E/CN.4/1996/62, para. 96(c)", "E/CN.4/1996/62", ("p96.c",)),
    92: ("CAT/C/CR/34/CAN (7 July 2005), paras. 4 (g) and 5 (f)", "CAT/C/CR/34/CAN", ("p4.g", "p5.f")),
    93: ("CRPD/C/9/D/1/2010), para. 10.2 (b)", "CRPD/C/9/D/1/2010", ("p10.2.b",)),
    94: ("CCPR/C/87/D/1250/2004), paras. 9.4-9.5", "CCPR/C/87/D/1250/2004", ("p9.4", "p9.5")),
    95: ("CCPR/C/99/D/1797/2008), paras. 8.2–9", "CCPR/C/99/D/1797/2008", ("p8.2",)),
    96: ("A/62/40 (Vol. I)), annex VI, para. 17", "A/62/40(Vol.I)", ("annex-VI.p17",)),
    97: ("A/RES/60/147, annex, para. 15", "A/RES/60/147", ("annex.p15",)),
    98: ("A/HRC/4/33/Add.3, appendix, para. 9", "A/HRC/4/33/Add.3", ("appendix.p9",)),
    99: ("E/CN.4/1999/61, para. 696 et seq.", "E/CN.4/1999/61", ("p696",)),
    100: ("CCPR/C/119/D/2259/2013), para. 4.3 ff.", "CCPR/C/119/D/2259/2013", ("p4.3",)),
    101: ("HRI/GEN/1/Rev.9 (Vol. I) at p. 225", "HRI/GEN/1/Rev.9(Vol.I)", ()),
    102: ("Ibid., para. 22", None, ("p22",)),
    103: ("para. 12 above", None, ("p12",)),
    104: ("paragraph 74 (a) of the Durban Programme of Action", "A/CONF.189/12", ("p74.a",)),
    105: ("footnote 29", None, ("fn29",)),
    106: ("A/HRC/9/8, para. 10 bis", "A/HRC/9/8", ("p10bis",)),
    110: ("A/HRC/9/8, para. 9999", "A/HRC/9/8", ("p9999",)),
}
"""That number 110 is answered with the known span is a test of the index."""

FAULTS = {
    107: ("A/HRC/9/8, para. 0", "numbered from 1"),
    108: ("A/HRC/9/8, paras. 12-10", "backwards, from 12 to 10"),
    109: ("A/HRC/9/8, para. (a)", "expected a number"),
}


def test_every_row_is_here() -> None:
    rows = [*SYMBOLS, *SLIPS, *BEGINNINGS, *NO_SYMBOLS, *CITATIONS, *FAULTS]
    assert sorted(rows) == list(range(1, 111))


@pytest.mark.parametrize("row", SYMBOLS)
def test_symbols(row: int) -> None:
    text, expected = SYMBOLS[row]
    symbol = DocumentSymbol.parse(text)
    for name, value in expected.items():
        found = getattr(symbol, name)
        found = str(found) if name == "family" else tuple(map(str, found)) if name == "aliases" else found
        assert found == value, name
    assert DocumentSymbol.parse(str(symbol)) == symbol


def test_further_laws_of_the_rows() -> None:
    assert DocumentSymbol.parse("A/RES/217A (III)") == DocumentSymbol.parse("A/RES/217 A (III)")
    assert DocumentSymbol.parse("A/62/40(Vol.I)") == DocumentSymbol.parse("A/62/40 (Vol. I)")
    assert DocumentSymbol.parse("S/RES/1440") == DocumentSymbol.parse("S/RES/1440 (2002)")
    assert DocumentSymbol.parse("A/HRC/4/20/Add.3*") == DocumentSymbol.parse("A/HRC/4/20/Add.3")
    assert len(DocumentSymbol.parse("CERD/C/FIN/CO/20-22").aliases) == 1
    assert len(DocumentSymbol.parse("CCPR/C/109/D/1919-1920/2009").aliases) == 1


@pytest.mark.parametrize("row", SLIPS)
def test_slips(row: int) -> None:
    text, meant = SLIPS[row]
    with pytest.raises(SymbolSyntaxError) as caught:
        DocumentSymbol.parse(text)
    assert f"did you mean {meant}?" in caught.value.message
    assert list(find_symbols(f"see {text}, which")) == []


@pytest.mark.parametrize("row", BEGINNINGS)
def test_beginnings(row: int) -> None:
    text, prefix = BEGINNINGS[row]
    assert DocumentSymbol.try_parse(text) is None
    assert symbol_prefix(text) == prefix


@pytest.mark.parametrize("row", NO_SYMBOLS)
def test_what_is_no_symbol(row: int) -> None:
    assert DocumentSymbol.try_parse(NO_SYMBOLS[row]) is None
    assert list(find_symbols(f"The form {NO_SYMBOLS[row]} is used.")) == []


def test_two_numbers_with_a_slash_are_a_resolution_only_behind_that_word() -> None:
    assert list(find_symbols("56/255")) == []
    assert list(find_resolutions("56/255")) == []
    assert [str(symbol) for *_, symbol in find_resolutions("resolution 56/255")] == ["A/RES/56/255"]


@pytest.mark.parametrize("row", CITATIONS)
def test_citations(row: int) -> None:
    text, document, addresses = CITATIONS[row]
    citation = parse_citation(text)
    assert (citation.document, citation.addresses) == (document, addresses)


def test_ranges_that_stay_open_and_what_is_no_address() -> None:
    uneven, open_range, dotted, page = (
        parse_citation(CITATIONS[row][0]).pinpoints for row in (95, 99, 100, 101)
    )
    assert [(one.number, one.last) for one in uneven] == [("8.2", "9")]
    assert [(one.number, one.is_open) for one in (*open_range, *dotted)] == [("696", True), ("4.3", True)]
    assert [(one.unit, one.number) for one in page] == [("page", "225")]


def test_what_ibid_and_above_mean() -> None:
    own, last = DocumentSymbol.parse("A/HRC/9/8"), DocumentSymbol.parse("A/HRC/4/109")
    assert parse_citation("Ibid., para. 22").resolve(antecedent=last, own=own).symbol == last
    assert parse_citation("para. 12 above").resolve(antecedent=last, own=own).symbol == own


@pytest.mark.parametrize("row", FAULTS)
def test_faults(row: int) -> None:
    text, message = FAULTS[row]
    with pytest.raises(CitationSyntaxError, match=message):
        parse_citation(text)
