"""Symbols beyond the table: other series, surroundings, dashes, slips, and what only looks like a symbol."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import SymbolSyntaxError
from indexer.grammar.running_symbols import find_symbols
from indexer.grammar.symbols import DocumentSymbol

parse = DocumentSymbol.parse


def found(text: str) -> list[str]:
    return [str(symbol) for _, _, symbol in find_symbols(text)]


SERIES = [
    # symbol, body, session, year, family
    ("CRPD/C/22/D/35/2016", "CRPD", "22", 2016, None),
    ("CRPD/C/HUN/CO/2-3/Add.1", "CRPD", None, None, "CRPD/C/HUN/CO/2-3"),
    ("CED/C/MEX/CO/1/Add.1", "CED", None, None, "CED/C/MEX/CO/1"),
    ("CMW/C/36/D/1/2019", "CMW", "36", 2019, None),
    ("CAT/OP/BRA/3", "SPT", None, None, None),
    ("CEDAW/C/50/D/17/2008", "CEDAW", "50", 2008, None),
    ("CEDAW/C/2005/OP.8/MEXICO", "CEDAW", None, 2005, None),
    ("ECE/TRANS/180/Add.1/Amend.2", "ECE", None, None, "ECE/TRANS/180"),
    ("ECE/MP.PP/C.1/2008/2/Add.1", "ECE", None, 2008, "ECE/MP.PP/C.1/2008/2"),
    ("UNEP/EA.5/RES/14", "UNEP", None, None, None),
    ("UNEP(DEPI)/MED/21/9", "UNEP", "21", None, None),
    ("FCCC/KP/CMP/2005/8/Add.1", "UNFCCC", None, 2005, "FCCC/KP/CMP/2005/8"),
    ("JIU/REP/2019/7", "JIU", None, 2019, None),
    ("LOS/PCN/L.98", "LOS", None, None, None),
    ("TD/B/C.II/38", "UNCTAD", None, None, None),
    ("TD(XV)/4/Rev.1", "UNCTAD", None, None, "TD(XV)/4"),
    ("S/Agenda/9876", "SC", None, None, None),
    ("ST/SGB/2003/13", "Secretariat", None, 2003, None),
    ("ST/AI/371/Amend.1", "Secretariat", None, None, "ST/AI/371"),
    ("A/INF/64/4/Rev.1", "GA", "64", None, "A/INF/64/4"),
    ("A/C.5/65/12", "C.5", "65", None, None),
    ("A/C.3/64/SR.10", "C.3", "64", None, None),
    ("A/80/6(Sect.29B)/Corr.1", "GA", "80", None, "A/80/6(Sect.29B)"),
    ("E/ESCAP/RES/78/1", "ESCAP", "78", None, None),
    ("E/ECA/CM/55/3", "ECA", "55", None, None),
    ("E/CEPAL/G.1311", "ECLAC", None, None, None),
    ("LC/G.2434/Rev.1", "ECLAC", None, None, "LC/G.2434"),
    ("LC/PUB.2018/8-P", "ECLAC", None, None, None),
    ("CD/NTB/WP.330/Rev.1", "CD", None, None, "CD/NTB/WP.330"),
    ("INT/CRPD/NGO/AUS/12345", "CRPD", None, None, None),
    ("S/AC.37/2003/(1455)/19", "AC.37", None, 2003, None),
    ("E/PC/55/Add.1", "ECOSOC", None, None, "E/PC/55"),
    ("EC/SC/2/CRP.4", "UNHCR", "2", None, None),
    ("ITC/AG(XLII)/211", "ITC", "42", None, None),
    ("A/HRC/9/8/Add.1/Rev.2/Corr.3", "HRC", "9", None, "A/HRC/9/8"),
    ("A/79/997/Add.1-S/2025/519/Add.1", "GA", "79", None, "A/79/997-S/2025/519"),
]


@pytest.mark.parametrize(("text", "body", "session", "year", "family"), SERIES)
def test_other_series(
    text: str, body: str, session: str | None, year: int | None, family: str | None
) -> None:
    symbol = parse(text)
    assert (str(symbol), symbol.body, symbol.session, symbol.year) == (text, body, session, year)
    assert str(symbol.family) == (family or text)
    assert symbol.family.family == symbol.family
    assert found(f"see {text}; and") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "A/HRC/9/8's",
        "A/HRC/9/8’s",
        "[A/HRC/9/8]",
        "“A/HRC/9/8”",
        "«A/HRC/9/8»",
        "(document A/HRC/9/8)",
        "documents A/HRC/9/8",
        "U.N. Doc. A/HRC/9/8",
        "UN Doc. No. A/HRC/9/8",
        "United Nations document A/HRC/9/8",
        "A/HRC/9/8?",
        "A/HRC/9/8!",
        "A/HRC/9/8,",
        "A/HRC/9/8).",
        "A/HRC/9/8**",
        "Ａ／ＨＲＣ／９／８",
        "A/HRC/٩/٨",
        "A/HRC/۹/۸",
        "A/HRC/\n9/8",
        "A/HRC/9/\n8",
        "A / HRC / 9 / 8",
        "A⁄HRC⁄9⁄8",
        "A∕HRC∕9∕8",
        "A/\u200bHRC/9/8",
    ],
)
def test_what_surrounds_a_symbol_and_how_it_is_set(text: str) -> None:
    assert str(parse(text)) == "A/HRC/9/8"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[A/HRC/9/8]", ["A/HRC/9/8"]),
        ("“A/HRC/9/8”", ["A/HRC/9/8"]),
        ("A/HRC/9/8’s findings", ["A/HRC/9/8"]),
        ("A/HRC/9/8/\nAdd.1 was", ["A/HRC/9/8/Add.1"]),
        ("A/79/997 -S/2025/519", ["A/79/997-S/2025/519"]),
        ("A/79/997 - S/2025/519", ["A/79/997", "S/2025/519"]),
        ("A/RES/ES‐10/23", ["A/RES/ES-10/23"]),
        ("A/HRC/S‑17/2", ["A/HRC/S-17/2"]),
        ("A/HRC/WG.6/5 /CHL/1", ["A/HRC/WG.6/5/CHL/1"]),
        ("(A/57/40), vol. I, annex VI", ["A/57/40(Vol.I)"]),
        ("A/80/6 (Sect. 24)/Corr.1", ["A/80/6(Sect.24)/Corr.1"]),
        ("A/80/6 (Introduction)", ["A/80/6(Introduction)"]),
        ("A/HRC/9/8-Add.1", []),
        ("A/HRC/9/8.pdf", []),
        ("A/79/997/S/2025/519", []),
        ("CCPR/G/DZA/CO/3", []),
        ("[E/ECE/]TRANS/SC.2/2001/20", ["E/ECE/TRANS/SC.2/2001/20"]),
    ],
)
def test_symbols_in_texts(text: str, expected: list[str]) -> None:
    assert found(f"see {text}") == expected


SLIPS = [
    ("A/HRC/9/8/Add 1", "A/HRC/9/8/Add.1"),
    ("A/HRC/9/8/Rev1", "A/HRC/9/8/Rev.1"),
    ("A/HRC/9/8-Add.1", "A/HRC/9/8/Add.1"),
    ("A/HRC/9/8.Add.1", "A/HRC/9/8/Add.1"),
    ("A/HRC/9/8/Addl", "A/HRC/9/8/Add.1"),
    ("A/HRC/1O/8", "A/HRC/10/8"),
    ("A/HRC/l0/8", "A/HRC/10/8"),
    ("A/HRC/9/B", "A/HRC/9/8"),
    ("A/HRC/9 8", "A/HRC/9/8"),
    ("A/HRC 9/8", "A/HRC/9/8"),
    ("A HRC 9 8", "A/HRC/9/8"),
    ("4/HRC/9/8", "A/HRC/9/8"),
    ("A/HKC/9/8", "A/HRC/9/8"),
    ("A|HRC|9|8", "A/HRC/9/8"),
    ("A\\HRC\\9\\8", "A/HRC/9/8"),
    ("E/CN,4/1999/61", "E/CN.4/1999/61"),
    ("E/CN4/1999/61", "E/CN.4/1999/61"),
    ("E/C.l2/1999/1", "E/C.12/1999/1"),
    ("E/CN.4/Sub2/1999/1", "E/CN.4/Sub.2/1999/1"),
    ("A/CONF 157/24", "A/CONF.157/24"),
    ("CCPR/G/DZA/CO/3", "CCPR/C/DZA/CO/3"),
    ("CCPR/C/DZA/C0/3", "CCPR/C/DZA/CO/3"),
    ("CRC/C/15/Add.2l2", "CRC/C/15/Add.212"),
    ("S/RES/l325 (2000)", "S/RES/1325(2000)"),
    ("S/RES/1325 (2OOO)", "S/RES/1325(2000)"),
    ("A/RES/217 (lII)", "A/RES/217(III)"),
    ("A/62/40/Vol.I", "A/62/40(Vol.I)"),
    ("S/PV.6201/Resumption 1", "S/PV.6201(Resumption1)"),
    ("S/PV 6201", "S/PV.6201"),
    ("A/79/997/S/2025/519", "A/79/997-S/2025/519"),
]


@pytest.mark.parametrize(("text", "meant"), SLIPS)
def test_slips_are_asked_about_and_never_put_right_in_silence(text: str, meant: str) -> None:
    with pytest.raises(SymbolSyntaxError) as caught:
        parse(text)
    assert f"did you mean {meant}?" in caught.value.message
    start, end = caught.value.span
    assert 0 <= start < end <= len(text)
    assert meant not in found(f"see {text} of")


def test_a_list_of_addenda_is_no_symbol_but_names_each_in_a_text() -> None:
    with pytest.raises(SymbolSyntaxError, match=r"did you mean A/HRC/9/8/Add\.1"):
        parse("A/HRC/9/8, Add.1")
    assert found("see A/HRC/9/8, Add.1 of") == ["A/HRC/9/8", "A/HRC/9/8/Add.1"]


@pytest.mark.parametrize(
    "text",
    [
        "A/C",
        "I/O",
        "S/he",
        "A/4",
        "CRC/32",
        "CAT/5",
        "TD/2",
        "LC/50",
        "12/05/2008",
        "2008/09",
        "1/2",
        "kg/m2",
        "m/s.2",
        "N/m.2",
        "mg/L.5",
        "A320/A330",
        "S/N/12345",
        "/path/A/HRC/9/8",
        "C:/A/HRC/9/8",
        "www.example.org/A/HRC/9/8",
        "https://example.org/A/HRC/9/8",
        "A/HRC/9/8.docx",
        "AC/DC",
        "T/F",
        "w/o",
        "EC/EU",
        "24/7/365",
        "3/A/4",
    ],
)
def test_files_dates_units_and_models(text: str) -> None:
    assert found(f"It was {text} then.") == []
    assert found(text) == []


def test_the_order_of_a_family() -> None:
    ordered = [
        "A/62/40",
        "A/62/40/Add.1",
        "A/62/40/Add.1/Corr.1",
        "A/62/40/Add.2",
        "A/62/40/Add.10",
        "A/62/40/Corr.1",
        "A/62/40/Rev.1",
        "A/62/40(Vol.I)",
        "A/62/40(Vol.II)",
        "A/62/40(Vol.IX)",
        "A/62/40(Vol.X)",
        "A/62/41",
    ]
    assert [str(symbol) for symbol in sorted(map(parse, reversed(ordered)))] == ordered


def test_different_keys_are_never_equal_in_order() -> None:
    one, other = parse("A/62/40(Vol.I)"), parse("A/62/40(Vol.1)")
    assert one != other
    assert (one < other) != (other < one)
    assert (parse("A/HRC/09/8") < parse("A/HRC/9/8")) != (parse("A/HRC/9/8") < parse("A/HRC/09/8"))


examples = st.sampled_from([text for text, *_ in SERIES])


@given(
    examples,
    st.sampled_from("-‐‑‒–—−－"),
    st.sampled_from(["lower", "upper"]),
    st.sampled_from(["/", "/ ", " / ", "／", "⁄"]),
)
def test_the_key_does_not_depend_on_dashes_case_slashes_and_spaces(
    text: str, dash: str, case: str, slash: str
) -> None:
    varied = text.replace("-", dash).replace("/", slash)
    symbol = parse(varied.lower() if case == "lower" else varied)
    assert symbol == parse(text)
    assert (symbol.key, hash(symbol)) == (parse(text).key, hash(parse(text)))


@given(examples)
def test_the_key_does_not_depend_on_full_width_forms(text: str) -> None:
    wide = "".join(chr(ord(character) + 0xFEE0) for character in text)
    assert parse(wide) == parse(text)


@given(st.lists(examples.map(parse), min_size=3, max_size=3))
def test_order_is_transitive_and_one_of_three_holds(symbols: list[DocumentSymbol]) -> None:
    a, b, c = symbols
    assert (a < b) + (a == b) + (a > b) == 1
    assert not (a <= b <= c) or a <= c


@given(examples)
def test_a_sound_symbol_is_never_repaired(text: str) -> None:
    assert str(parse(text)) == text
    assert str(parse(str(parse(text)))) == text
