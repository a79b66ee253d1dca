"""Citations: the table of the conventions, six languages, running text, faults, and the way back."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import CitationSyntaxError, SourceSyntaxError, SymbolSyntaxError
from indexer.grammar.addresses import LATIN_SUFFIXES, SCOPE_WORDS, Address
from indexer.grammar.characters import fold_characters
from indexer.grammar.citations import find_citations, format_citation, parse_citation, try_parse_citation
from indexer.grammar.instruments import load_instruments
from indexer.grammar.resolutions import find_resolutions
from indexer.grammar.symbols import DocumentSymbol

if TYPE_CHECKING:
    from indexer.model import Kind

NONE: tuple[str, ...] = ()


def span(first: int, last: int) -> tuple[str, ...]:
    return tuple(f"p{number}" for number in range(first, last + 1))


TABLE: list[tuple[str, str | None, tuple[str, ...]]] = [
    # the table of the conventions
    ("A/HRC/9/8, para. 10", "A/HRC/9/8", ("p10",)),
    ("A/HRC/9/8, paras. 10-12", "A/HRC/9/8", span(10, 12)),
    ("A/HRC/9/8, paras. 10–12", "A/HRC/9/8", span(10, 12)),
    ("A/HRC/9/8 para 10", "A/HRC/9/8", ("p10",)),
    ("(A/HRC/34/54/Add.2, paras. 110 and 113)", "A/HRC/34/54/Add.2", ("p110", "p113")),
    ("CCPR/C/DZA/CO/3, paras. 7, 8 and 13", "CCPR/C/DZA/CO/3", ("p7", "p8", "p13")),
    ("A/68/503, paras. 6–15 and 88–90", "A/68/503", span(6, 15) + span(88, 90)),
    (
        "A/HRC/9/8, paras. 140.82-85, 87 and 89",
        "A/HRC/9/8",
        (*(f"p140.{n}" for n in (82, 83, 84, 85, 87, 89)),),
    ),
    ("A/HRC/9/8, paras. 7.2, 9 and 12", "A/HRC/9/8", ("p7.2", "p9", "p12")),
    ("A/HRC/9/8, paras. 122.14-15, 20-22", "A/HRC/9/8", (*(f"p122.{n}" for n in (14, 15, 20, 21, 22)),)),
    ("E/CN.4/1995/34, paras. 875-77, 892", "E/CN.4/1995/34", (*span(875, 877), "p892")),
    ("CCPR/C/DZA/CO/4, paras. 11 to 14", "CCPR/C/DZA/CO/4", span(11, 14)),
    ("CRC/C/BEL/CO/5-6, para. 38 (a)", "CRC/C/BEL/CO/5-6", ("p38.a",)),
    ("E/CN.4/1996/62, para. 96(c)", "E/CN.4/1996/62", ("p96.c",)),
    ("CAT/C/CR/34/CAN (7 July 2005), paras. 4 (g) and 5 (f)", "CAT/C/CR/34/CAN", ("p4.g", "p5.f")),
    ("CRPD/C/9/D/1/2010), para. 10.2 (b)", "CRPD/C/9/D/1/2010", ("p10.2.b",)),
    ("CCPR/C/87/D/1250/2004), paras. 9.4-9.5", "CCPR/C/87/D/1250/2004", ("p9.4", "p9.5")),
    ("CCPR/C/99/D/1797/2008), paras. 8.2–9", "CCPR/C/99/D/1797/2008", ("p8.2",)),
    ("A/62/40 (Vol. I)), annex VI, para. 17", "A/62/40(Vol.I)", ("annex-VI.p17",)),
    ("A/RES/60/147, annex, para. 15", "A/RES/60/147", ("annex.p15",)),
    ("A/HRC/4/33/Add.3, appendix, para. 9", "A/HRC/4/33/Add.3", ("appendix.p9",)),
    ("E/CN.4/1999/61, para. 696 et seq.", "E/CN.4/1999/61", ("p696",)),
    ("CCPR/C/119/D/2259/2013), para. 4.3 ff.", "CCPR/C/119/D/2259/2013", ("p4.3",)),
    ("HRI/GEN/1/Rev.9 (Vol. I) at p. 225", "HRI/GEN/1/Rev.9(Vol.I)", NONE),
    ("Ibid., para. 22", None, ("p22",)),
    ("para. 12 above", None, ("p12",)),
    ("paragraph 74 (a) of the Durban Programme of Action", "A/CONF.189/12", ("p74.a",)),
    ("footnote 29", None, ("fn29",)),
    ("A/HRC/9/8, para. 10 bis", "A/HRC/9/8", ("p10bis",)),
    ("A/HRC/9/8, para. 9999", "A/HRC/9/8", ("p9999",)),
    # forms of the place
    ("A/HRC/9/8", "A/HRC/9/8", NONE),
    ("A/HRC/9/8, para.9", "A/HRC/9/8", ("p9",)),
    ("A/HRC/9/8, at para. 9", "A/HRC/9/8", ("p9",)),
    ("A/HRC/9/8, paragraph 10", "A/HRC/9/8", ("p10",)),
    ("A/HRC/9/8, PARAGRAPH 10", "A/HRC/9/8", ("p10",)),
    ("A/HRC/9/8 § 10", "A/HRC/9/8", ("p10",)),
    ("A/HRC/9/8, §§ 10-11", "A/HRC/9/8", span(10, 11)),
    ("A/HRC/9/8 ¶10", "A/HRC/9/8", ("p10",)),
    ("A/HRC/9/8, para. 61–62", "A/HRC/9/8", span(61, 62)),
    ("A/HRC/9/8, paras. 7.2-4", "A/HRC/9/8", ("p7.2", "p7.3", "p7.4")),
    ("A/80/7, paras. II.5-7 and XII.3 (a)", "A/80/7", ("pII.5", "pII.6", "pII.7", "pXII.3.a")),
    ("A/80/7, para. A.1.2", "A/80/7", ("pA.1.2",)),
    ("A/80/6 (Sect. 29B), para. 29B.12", "A/80/6(Sect.29B)", ("p29B.12",)),
    ("A/HRC/9/8, para. 9 (a)(ii)", "A/HRC/9/8", ("p9.a.ii",)),
    ("A/HRC/9/8, para. 9 (a) (i) and (ii)", "A/HRC/9/8", ("p9.a.i", "p9.a.ii")),
    ("A/HRC/9/8, para. 9 (a) and (b)", "A/HRC/9/8", ("p9.a", "p9.b")),
    ("A/HRC/9/8, para. 9 (a)-(c)", "A/HRC/9/8", ("p9.a", "p9.b", "p9.c")),
    ("A/HRC/9/8, para. 9 (ii) to (iv)", "A/HRC/9/8", ("p9.ii", "p9.iii", "p9.iv")),
    ("A/HRC/9/8, paras. 4 (a), (c) and 7", "A/HRC/9/8", ("p4.a", "p4.c", "p7")),
    ("A/HRC/9/8, para. 34(a)(b)(c) and (d)", "A/HRC/9/8", ("p34.a", "p34.b", "p34.c", "p34.d")),
    ("A/HRC/9/8, para. 34 (h) (i)", "A/HRC/9/8", ("p34.h.i",)),
    ("E/5, resolution, para. 1", "E/5", ("resolution.p1",)),
    ("A/HRC/9/8, paras. 5 (c) to 7", "A/HRC/9/8", ("p5.c", "p6", "p7")),
    ("A/HRC/9/8, paras. 5 and 6, and para. 9", "A/HRC/9/8", ("p5", "p6", "p9")),
    ("A/HRC/9/8, para. 5, annex II, para. 7", "A/HRC/9/8", ("p5", "annex-II.p7")),
    ("A/HRC/9/8, annex", "A/HRC/9/8", ("annex",)),
    ("A/HRC/9/8, annex ii, para. 3", "A/HRC/9/8", ("annex-II.p3",)),
    (
        "A/HRC/9/8, annex I, appendix II, paras. 3-4",
        "A/HRC/9/8",
        ("annex-I.appendix-II.p3", "annex-I.appendix-II.p4"),
    ),
    ("A/HRC/9/8, appendix II to annex I, para. 3", "A/HRC/9/8", ("annex-I.appendix-II.p3",)),
    ("A/RES/78/69, preambular para. 3", "A/RES/78/69", ("pp3",)),
    ("A/RES/78/69, third preambular paragraph", "A/RES/78/69", ("pp3",)),
    ("A/RES/78/69, PP3", "A/RES/78/69", ("pp3",)),
    ("A/RES/78/69, operative paragraph 5", "A/RES/78/69", ("p5",)),
    ("A/RES/78/69, op. para. 5", "A/RES/78/69", ("p5",)),
    ("A/RES/78/69, OP5", "A/RES/78/69", ("p5",)),
    ("A/HRC/8/19, para. 99, item 27", "A/HRC/8/19", ("p99.27",)),
    ("A/HRC/8/19, para. 99, items 26 and 27", "A/HRC/8/19", ("p99.26", "p99.27")),
    ("A/HRC/46/9, recommendation 138.2", "A/HRC/46/9", ("p138.2",)),
    ("A/HRC/9/8, p. 4, text 12", "A/HRC/9/8", ("t12",)),
    ("A/79/PV.64, p. 4, speech 5", "A/79/PV.64", ("s5",)),
    ("A/HRC/9/8, p. 7, table 2", "A/HRC/9/8", ("tab2",)),
    ("A/80/30, resolution 78/69, para. 3", "A/80/30", ("resolution-78.69.p3",)),
    ("A/80/30, decision 1/CP.31, annex, para. 3", "A/80/30", ("decision-1-CP.31.annex.p3",)),
    ("A/80/30, decision XII/1, para. 3", "A/80/30", ("decision-XII.1.p3",)),
    ("A/80/30, dissenting opinion, para. 3", "A/80/30", ("opinion.p3",)),
    ("A/80/30, joint partly dissenting opinion 2, para. 3", "A/80/30", ("opinion-2.p3",)),
    ("A/80/30, annex, series 2, para. 3", "A/80/30", ("annex.s2.p3",)),
    ("A/HRC/9/8#annex-I.p3", "A/HRC/9/8", ("annex-I.p3",)),
    ("A/HRC/9/8@fr#p10", "A/HRC/9/8", ("p10",)),
    # forms of the document
    ("UN Doc. A/HRC/9/8, § 4", "A/HRC/9/8", ("p4",)),
    ("a/hrc/9/8 para 10", "A/HRC/9/8", ("p10",)),
    ("A/HRC/9/8 para10", "A/HRC/9/8", ("p10",)),
    ("A/HRC/9/8, paragraph five", "A/HRC/9/8", ("p5",)),
    ("See A/HRC/9/8, para. 10.", "A/HRC/9/8", ("p10",)),
    ("E/CN. 4/1999/61 Add. 1, para. 3", "E/CN.4/1999/61/Add.1", ("p3",)),
    ("A/79/997-S/2025/519, para. 3", "A/79/997-S/2025/519", ("p3",)),
    ("A/RES/46/36 L, para. 3", "A/RES/46/36L", ("p3",)),
    ("A/DEC/46/336 B", "A/DEC/46/336B", ()),
    ("resolution 60/147", "A/RES/60/147", NONE),
    ("resolution 60/147, annex, para. 15", "A/RES/60/147", ("annex.p15",)),
    ("General Assembly resolution 60/147, para. 3", "A/RES/60/147", ("p3",)),
    ("General Assembly resolution 217 A (III)", "A/RES/217A(III)", NONE),
    ("General Assembly resolution 31/16 A", "A/RES/31/16A", NONE),
    ("General Assembly decision 78/503", "A/DEC/78/503", NONE),
    ("resolution ES-10/23", "A/RES/ES-10/23", NONE),
    ("resolution 1325 (2000)", "S/RES/1325(2000)", NONE),
    ("resolution 1325 (2000) of the Security Council", "S/RES/1325(2000)", NONE),
    ("Security Council resolution 1325 (2000), para. 3", "S/RES/1325(2000)", ("p3",)),
    ("Council resolution 1325 (2000)", "S/RES/1325(2000)", NONE),
    ("Human Rights Council resolution 16/21", "A/HRC/RES/16/21", NONE),
    ("Council resolution 16/21", "A/HRC/RES/16/21", NONE),
    ("Human Rights Council decision 17/119", "A/HRC/DEC/17/119", NONE),
    ("Economic and Social Council resolution 1996/31", "E/RES/1996/31", NONE),
    ("Council resolution 1996/31", "E/RES/1996/31", NONE),
    ("Commission on Human Rights resolution 2003/45", "E/CN.4/RES/2003/45", NONE),
    ("Durban Programme of Action, para. 74 (a)", "A/CONF.189/12", ("p74.a",)),
    ("the Durban Programme of Action (para. 74 (a))", "A/CONF.189/12", ("p74.a",)),
    ("Addis Ababa Action Agenda, para. 14", "A/RES/69/313", ("annex.p14",)),
    ("Agenda 21, para. 33.13", "A/CONF.151/26(Vol.I)", ("p33.13",)),
    # the place first
    ("para. 10", None, ("p10",)),
    ("para. 10 of A/HRC/9/8", "A/HRC/9/8", ("p10",)),
    ("paragraphs 5 and 6 of its resolution 60/147", "A/RES/60/147", ("p5", "p6")),
    ("paragraph 15 of the annex to resolution 60/147", "A/RES/60/147", ("annex.p15",)),
    ("paragraph 12 of the report of the Special Rapporteur (A/HRC/9/8)", "A/HRC/9/8", ("p12",)),
    # other languages
    ("A/HRC/9/8, par. 10", "A/HRC/9/8", ("p10",)),
    ("A/HRC/9/8, paragraphes 12 et 13", "A/HRC/9/8", span(12, 13)),
    ("A/HRC/9/8, par. 12 à 14", "A/HRC/9/8", span(12, 14)),
    ("A/HRC/9/8, par. 74 a)", "A/HRC/9/8", ("p74.a",)),
    ("A/HRC/9/8, annexe I, par. 3", "A/HRC/9/8", ("annex-I.p3",)),
    ("paragraphe 74 a) du Programme d’action de Durban", "A/CONF.189/12", ("p74.a",)),
    ("résolution 60/147 de l’Assemblée générale, par. 12", "A/RES/60/147", ("p12",)),
    ("résolution 1325 (2000) du Conseil de sécurité", "S/RES/1325(2000)", NONE),
    ("résolution 16/21 du Conseil des droits de l’homme", "A/HRC/RES/16/21", NONE),
    ("A/HRC/9/8, párr. 12", "A/HRC/9/8", ("p12",)),
    ("A/HRC/9/8, párrs. 12 a 14", "A/HRC/9/8", span(12, 14)),
    ("A/HRC/9/8, párrafos 3, 4 y 5", "A/HRC/9/8", span(3, 5)),
    ("párrafo 10 de la resolución 60/147 de la Asamblea General", "A/RES/60/147", ("p10",)),
    ("A/HRC/9/8, anexo I, párr. 3", "A/HRC/9/8", ("annex-I.p3",)),
    ("A/HRC/9/8, пункт 12", "A/HRC/9/8", ("p12",)),
    ("A/HRC/9/8, пункты 12–14", "A/HRC/9/8", span(12, 14)),
    ("A/HRC/9/8, пп. 12 и 13", "A/HRC/9/8", span(12, 13)),
    ("A/HRC/9/8, приложение I, п. 3", "A/HRC/9/8", ("annex-I.p3",)),
    ("пункт 10 резолюции 60/147 Генеральной Ассамблеи", "A/RES/60/147", ("p10",)),
    ("A／HRC／9／8，第10段", "A/HRC/9/8", ("p10",)),
    ("A/HRC/9/8，第10-12段", "A/HRC/9/8", span(10, 12)),
    ("A/HRC/9/8，第10段至第12段", "A/HRC/9/8", span(10, 12)),
    ("A/HRC/9/8，第10、11和13段", "A/HRC/9/8", ("p10", "p11", "p13")),
    ("A/HRC/9/8，第74(a)段", "A/HRC/9/8", ("p74.a",)),
    ("A/HRC/9/8，附件二，第3段", "A/HRC/9/8", ("annex-2.p3",)),
    ("大会第60/147号决议附件第15段", "A/RES/60/147", ("annex.p15",)),
    ("安全理事会第1325(2000)号决议第3段", "S/RES/1325(2000)", ("p3",)),
    ("人权理事会第16/21号决议", "A/HRC/RES/16/21", NONE),
    ("A/HRC/9/8، الفقرة 10", "A/HRC/9/8", ("p10",)),
    ("A/HRC/9/8، الفقرات ١٠-١٢", "A/HRC/9/8", span(10, 12)),
    ("A/HRC/9/8، الفقرتان 10 و11", "A/HRC/9/8", span(10, 11)),
    ("الفقرة 10 من القرار 60/147", "A/RES/60/147", ("p10",)),
]


@pytest.mark.parametrize(("text", "document", "addresses"), TABLE, ids=[row[0] for row in TABLE])
def test_the_table_of_citations(text: str, document: str | None, addresses: tuple[str, ...]) -> None:
    citation = parse_citation(text)
    assert citation.document == document
    assert citation.addresses == addresses
    assert citation.text == text


def test_open_ranges_and_ranges_of_uneven_depth_stay_ranges() -> None:
    assert parse_citation("E/CN.4/1999/61, para. 696 et seq.").pinpoints[0].is_open
    uneven = parse_citation("CCPR/C/99/D/1797/2008), paras. 8.2–9").expand()
    assert [(pinpoint.number, pinpoint.last) for pinpoint in uneven] == [("8.2", "9")]


def test_pages_are_no_addresses() -> None:
    citation = parse_citation("HRI/GEN/1/Rev.9 (Vol. I) at p. 225")
    assert [(pinpoint.unit, pinpoint.number) for pinpoint in citation.pinpoints] == [("page", "225")]
    for slip in ("pg. 3", "pg 3", "page3"):
        assert parse_citation(f"A/HRC/9/8 {slip}").pinpoints == parse_citation("A/HRC/9/8, p. 3").pinpoints
    pages = parse_citation("A/HRC/9/8, pp. 3-5").expand()
    assert [(pinpoint.unit, pinpoint.number) for pinpoint in pages] == [
        ("page", "3"),
        ("page", "4"),
        ("page", "5"),
    ]


def test_the_caller_says_what_ibid_and_above_mean() -> None:
    symbol = DocumentSymbol.parse("A/HRC/9/8")
    ibid = parse_citation("Ibid., para. 22").resolve(antecedent=symbol)
    assert (ibid.relation, ibid.document, ibid.addresses) == ("ibid", "A/HRC/9/8", ("p22",))
    own = parse_citation("para. 12 above").resolve(own=symbol)
    assert (own.relation, own.document, own.addresses) == ("self", "A/HRC/9/8", ("p12",))
    assert parse_citation("para. 12").resolve(own=symbol, antecedent=symbol).document is None
    assert parse_citation("A/HRC/1/1").resolve(own=symbol, antecedent=symbol).document == "A/HRC/1/1"
    assert parse_citation("paragraph 5 of the present resolution").resolve(own=symbol).document == "A/HRC/9/8"
    assert parse_citation("上文第12段").resolve(own=symbol).document == "A/HRC/9/8"


@pytest.mark.parametrize(
    ("text", "message", "wrong"),
    [
        ("A/HRC/9/8, para. 0", "from 1", "0"),
        ("A/HRC/9/8, paras. 12-10", "backwards, from 12 to 10", "-10"),
        ("A/HRC/9/8, paras. 9.5-9.4", "backwards", "-9.4"),
        ("A/HRC/9/8, para. (a)", "expected a number", "(a)"),
        ("A/HRC/9/8, para.", "expected a number", "."),
        ("A/HRC/9/8, paras. 3 and", "cannot read this", " and"),
        ("A/HRC/9/8, hello", "cannot read this", "hello"),
        ("A/HRC/9/8, para. 10 hello", "cannot read this", " hello"),
        ("A/HRC/9/8, para. 60/147", "expected a number", "60/147"),
        ("A/HRC/9/8#foo", "not an address", "foo"),
        ("para. 3 of the moon", "which document", " of the moon"),
        ("hello", "not a citation", "hello"),
        ("resolution 5/1", "whose resolution", "resolution 5/1"),
        ("", "not a citation", ""),
    ],
)
def test_faults_are_errors_with_their_place(text: str, message: str, wrong: str) -> None:
    with pytest.raises(CitationSyntaxError, match=message) as caught:
        parse_citation(text)
    start, end = caught.value.span
    assert text[start:end] == wrong
    assert ("^" in str(caught.value)) == bool(text)
    assert try_parse_citation(text) is None


def test_slips_in_the_symbol_are_errors_of_the_symbol() -> None:
    with pytest.raises(SymbolSyntaxError, match=r"did you mean E/CN\.4/SR\.109") as caught:
        parse_citation("See E/CN.4/SR109, para. 3")
    start, end = caught.value.span
    assert caught.value.source[start:end] == "SR109"
    with pytest.raises(SymbolSyntaxError, match=r"did you mean A/HRC/9/8\?"):
        parse_citation("A-HRC-9-8, para. 3")
    with pytest.raises(SymbolSyntaxError, match="only the beginning"):
        parse_citation("A/HRC")


@pytest.mark.parametrize(
    ("text", "file", "addresses"),
    [
        ("a/b.pdf", "a/b.pdf", NONE),
        ("a/b, c.pdf, para. 3", "a/b, c.pdf", ("p3",)),
        ("file:a/b, para. 3", "a/b", ("p3",)),
        ("file:a, b/c, annex I, para. 3", "a, b/c", ("annex-I.p3",)),
        ("Report 5.DOCX, paras. 1-2", "Report 5.DOCX", ("p1", "p2")),
        ("file:a/b@en#t3", "a/b", ("t3",)),
        ("b.pdf#p3", "b.pdf", ("p3",)),
        ("A_HRC_9_8.pdf, para. 4", "A_HRC_9_8.pdf", ("p4",)),
    ],
)
def test_files_are_cited_by_name(text: str, file: str, addresses: tuple[str, ...]) -> None:
    citation = parse_citation(text)
    assert (citation.file, citation.document, citation.addresses) == (file, f"file:{file}", addresses)


@pytest.mark.parametrize("text", ["b.pdf, paras. 3-1", "file:b, paras. 3-1"])
def test_faults_behind_a_file(text: str) -> None:
    with pytest.raises(CitationSyntaxError, match="backwards"):
        parse_citation(text)


# running text

Found = list[tuple[str, str | None, tuple[str, ...]]]


def found(text: str, body: str | None = None) -> Found:
    return [(text[start:end], c.document, c.addresses) for start, end, c in find_citations(text, body=body)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No citation in here, and/or 5 paragraphs.", []),
        ("In paragraph 5 the Committee regrets", []),
        (
            "see article 14, paragraph 3, of resolution 217 A (III)",
            [("resolution 217 A (III)", "A/RES/217A(III)", NONE)],
        ),
        (
            "(A/HRC/9/8, paras. 3–4; CCPR/C/DZA/CO/3, para. 7 (a))",
            [
                ("A/HRC/9/8, paras. 3–4", "A/HRC/9/8", ("p3", "p4")),
                ("CCPR/C/DZA/CO/3, para. 7 (a)", "CCPR/C/DZA/CO/3", ("p7.a",)),
            ],
        ),
        ("A/HRC/9/8 (7 July 2005), para. 4.", [("A/HRC/9/8 (7 July 2005), para. 4", "A/HRC/9/8", ("p4",))]),
        ("document A/HRC/9/8. Paragraph 4 says", [("A/HRC/9/8", "A/HRC/9/8", NONE)]),
        (
            "Recalling its resolutions 46/130 A and B, 47/64 A, B and C and 48/5 A and I know",
            [
                ("resolutions 46/130 A", "A/RES/46/130A", NONE),
                ("B", "A/RES/46/130B", NONE),
                ("47/64 A", "A/RES/47/64A", NONE),
                ("B", "A/RES/47/64B", NONE),
                ("C", "A/RES/47/64C", NONE),
                ("48/5 A", "A/RES/48/5A", NONE),
            ],
        ),
        (
            "Recalling its resolutions 217 A (III), 37/90 of 10 December 1982, 54/68 and 72/79,",
            [
                ("resolutions 217 A (III)", "A/RES/217A(III)", NONE),
                ("37/90", "A/RES/37/90", NONE),
                ("54/68", "A/RES/54/68", NONE),
                ("72/79", "A/RES/72/79", NONE),
            ],
        ),
        (
            "Security Council resolutions 1325 (2000) and 1820 (2008)",
            [
                ("Security Council resolutions 1325 (2000)", "S/RES/1325(2000)", NONE),
                ("1820 (2008)", "S/RES/1820(2008)", NONE),
            ],
        ),
        (
            "paragraphs 5 and 6 of its resolution 58/1 B,",
            [("paragraphs 5 and 6 of its resolution 58/1 B", "A/RES/58/1B", ("p5", "p6"))],
        ),
        (
            "section II, paragraphs 7 and 8, of its resolution 59/276",
            [("paragraphs 7 and 8, of its resolution 59/276", "A/RES/59/276", ("p7", "p8"))],
        ),
        (
            "section 3, paragraph 4, of the Act and resolution 60/251",
            [("resolution 60/251", "A/RES/60/251", NONE)],
        ),
        (
            "its resolution 57/270, Human Rights Council resolution 17/4",
            [
                ("resolution 57/270", "A/RES/57/270", NONE),
                ("Human Rights Council resolution 17/4", "A/HRC/RES/17/4", NONE),
            ],
        ),
        (
            "in paragraph 12 of its resolution 33/25, the Human Rights Council decided",
            [("paragraph 12 of its resolution 33/25", "A/HRC/RES/33/25", ("p12",))],
        ),
        (
            "The Human Rights Council, in its resolution 39/2, and World Health Assembly resolution 60/1",
            [("resolution 39/2", "A/HRC/RES/39/2", NONE)],
        ),
        (
            "pursuant to paragraph 74 (a) of the Durban Programme of Action, which urged",
            [("paragraph 74 (a) of the Durban Programme of Action", "A/CONF.189/12", ("p74.a",))],
        ),
        (
            "the Beijing Platform for Action, para. 106",
            [
                ("Beijing Platform for Action, para. 106", "A/CONF.177/20/Rev.1", ("p106",)),
            ],
        ),
        ("as said in paras. 3 and 4 above, and below", [("paras. 3 and 4 above", None, ("p3", "p4"))]),
        (
            "see A/HRC/9/8 and para. 12 above",
            [("A/HRC/9/8", "A/HRC/9/8", NONE), ("para. 12 above", None, ("p12",))],
        ),
        (
            "A/HRC/9/8, paras. 3 and 4, and para. 12 above",
            [
                ("A/HRC/9/8, paras. 3 and 4", "A/HRC/9/8", ("p3", "p4")),
                ("para. 12 above", None, ("p12",)),
            ],
        ),
        (
            "A/HRC/9/8, para. 5, and para. 3 of General Assembly resolution 60/251",
            [
                ("A/HRC/9/8, para. 5", "A/HRC/9/8", ("p5",)),
                ("para. 3 of General Assembly resolution 60/251", "A/RES/60/251", ("p3",)),
            ],
        ),
        (
            "A/HRC/9/8, párr. 5, y párrafo 3 de A/HRC/7/1",
            [
                ("A/HRC/9/8, párr. 5", "A/HRC/9/8", ("p5",)),
                ("párrafo 3 de A/HRC/7/1", "A/HRC/7/1", ("p3",)),
            ],
        ),
        (
            "A/HRC/9/8, пункт 5, и пункт 3 резолюции 60/251",
            [
                ("A/HRC/9/8, пункт 5", "A/HRC/9/8", ("p5",)),
                ("пункт 3 резолюции 60/251", "A/RES/60/251", ("p3",)),
            ],
        ),
        (
            "A/HRC/9/8, para. 5, and para. 7 of annex I",
            [("A/HRC/9/8, para. 5, and para. 7 of annex I", "A/HRC/9/8", ("p5", "annex-I.p7"))],
        ),
        ("footnote 5 above, para. 3", [("footnote 5 above, para. 3", None, ("p3",))]),
        ("Ibid., para. 4; ibid.", [("Ibid., para. 4", None, ("p4",)), ("ibid.", None, NONE)]),
        ("paras. 12-10 of A/HRC/9/8", [("A/HRC/9/8", "A/HRC/9/8", NONE)]),
        ("A/HRC/9/8, para. 0", [("A/HRC/9/8", "A/HRC/9/8", NONE)]),
        ("A/HRC/9/8, paras. 5, 12 May 2008", [("A/HRC/9/8, paras. 5", "A/HRC/9/8", ("p5",))]),
        ("A/HRC/9/8, paras. 5 and 60/147", [("A/HRC/9/8, paras. 5", "A/HRC/9/8", ("p5",))]),
        ("A/HRC/9/8, paras. 5-7, 2008 report", [("A/HRC/9/8, paras. 5-7", "A/HRC/9/8", ("p5", "p6", "p7"))]),
        ("A/HRC/9/8, para. 5, and paras. 12-10", [("A/HRC/9/8, para. 5", "A/HRC/9/8", ("p5",))]),
        ("A/HRC/9/8, paras. 5, 6, 0", [("A/HRC/9/8, paras. 5, 6", "A/HRC/9/8", ("p5", "p6"))]),
        ("A/HRC/9/8, in part because", [("A/HRC/9/8", "A/HRC/9/8", NONE)]),
        ("the annex to resolution 61/275", [("annex to resolution 61/275", "A/RES/61/275", ("annex",))]),
        (
            "见上文第12段和第60/147号决议",
            [("第12段", None, ("p12",)), ("第60/147号决议", "A/RES/60/147", NONE)],
        ),
        ("см. пункт 12 выше", [("пункт 12 выше", None, ("p12",))]),
        ("voir par. 12 ci-dessus", [("par. 12 ci-dessus", None, ("p12",))]),
    ],
)
def test_citations_in_running_text(text: str, expected: Found) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "body", "expected"),
    [
        ("resolution 5/1", "HRC", ["A/HRC/RES/5/1"]),
        ("resolution 5/1", None, []),
        ("resolution 43/16", "HRC", []),
        ("resolution 43/16", "GA", ["A/RES/43/16"]),
        ("resolution 78/69", "HRC", ["A/RES/78/69"]),
        ("resolution 2003/45", "CHR", []),
        ("resolution 2003/45", "ECOSOC", ["E/RES/2003/45"]),
        ("resolution 1503 (XLVIII) of the Economic and Social Council", None, ["E/RES/1503(XLVIII)"]),
        ("resolution S-21/1", "HRC", []),
        ("Conference of the Parties decision 15/4", None, []),
        ("Executive Board decision 2007/40", None, []),
        ("General Assembly resolution 1325 (2000)", None, []),
        ("the Board resolution 31/5", None, []),
    ],
)
def test_whose_resolution_it_is(text: str, body: str | None, expected: list[str]) -> None:
    assert [str(symbol) for *_, symbol in find_resolutions(text, body=body)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A/HRC/9/8, para. 6\U000116d0", "paragraphs 7.\U000116d0-4 of A/HRC/9/8",
        "S/RES/1325 (20\U000116d00)", "CCPR/C/114/D/2038/20\U000116d01", "A/AC.1/SR.\U000116d02",
    ],
)  # fmt: skip
def test_digits_newer_than_python_are_no_numbers(text: str) -> None:
    for _, _, citation in find_citations(text, any_case=True):
        if citation.symbol is not None:
            assert citation.symbol.year != 20
            assert citation.symbol.meeting is None


def test_offsets_hold_in_the_text_as_it_was() -> None:
    text = "参见 A／HRC／9／8，第10－12段。"
    (start, end, citation), *others = find_citations(text)
    assert text[start:end] == citation.text == "A／HRC／9／8，第10－12段"
    assert citation.addresses == span(10, 12)
    assert others == []


# instruments

INSTRUMENTS = [
    pytest.param(i, example, id=example[:60]) for i in load_instruments() for example in i.examples
]


@pytest.mark.parametrize(("instrument", "example"), INSTRUMENTS)
def test_every_instrument_reads_its_examples(instrument: object, example: str) -> None:
    symbol, scope = getattr(instrument, "symbol", ""), getattr(instrument, "scope", "")
    for citation in (parse_citation(example), next(c for *_, c in find_citations(f"As in {example}, which"))):
        assert citation.document == symbol
        assert all(address.startswith(scope) for address in citation.addresses)
        assert citation.addresses


def test_names_of_instruments_are_written_in_one_form_and_lead_to_one_document() -> None:
    text = files("indexer.grammar").joinpath("data/instruments.json").read_text("utf-8")
    assert text == json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n"
    names = [fold_characters(n).casefold() for i in load_instruments() for ns in i.names.values() for n in ns]
    assert len(names) == len(set(names))
    for instrument in load_instruments():
        assert str(DocumentSymbol.parse(instrument.symbol)) == instrument.symbol
        for name in (n for names in instrument.names.values() for n in names):
            assert parse_citation(name).document == instrument.symbol


# from an address to a citation and back

Arguments = tuple[str, str, "Kind | None", str | None, int | None]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("A/HRC/9/8", "p10", "paragraph", "10", 4), "A/HRC/9/8, para. 10"),
        (("A/RES/60/147", "annex.p15", "paragraph", "15", 7), "A/RES/60/147, annex, para. 15"),
        (("A/HRC/46/9", "p138.2", "recommendation", "138.2", 20), "A/HRC/46/9, para. 138.2"),
        (("A/HRC/8/19", "p99.27", "item", "27", 20), "A/HRC/8/19, para. 99, item 27"),
        (("A/HRC/8/19", "p60.7", "recommendation", "7", 20), "A/HRC/8/19, para. 60, item 7"),
        (("CCPR/C/114/D/2038/2011", "p7.3", "paragraph", "7.3", 9), "CCPR/C/114/D/2038/2011, para. 7.3"),
        (("A/RES/78/69", "pp3", "preamble", None, 1), "A/RES/78/69, preambular para. 3"),
        (("A/HRC/9/8", "t12", "text", None, 4), "A/HRC/9/8, p. 4, text 12"),
        (("A/HRC/9/8", "t12", "text", None, None), "A/HRC/9/8, text 12"),
        (("A/HRC/9/8", "annex-I.t12", "text", None, 4), "A/HRC/9/8, annex I, p. 4, text 12"),
        (("A/79/PV.64", "s5", "speech", None, 4), "A/79/PV.64, p. 4, speech 5"),
        (("A/HRC/9/8", "tab2", "table", None, 7), "A/HRC/9/8, p. 7, table 2"),
        (("A/HRC/9/8", "p74.a.ii", None, None, None), "A/HRC/9/8, para. 74 (a) (ii)"),
        (("A/HRC/9/8", "p10bis", "paragraph", "10 bis", 4), "A/HRC/9/8, para. 10 bis"),
        (("A/HRC/9/8", "fn29", None, None, None), "A/HRC/9/8, footnote 29"),
        (("A/80/30", "resolution-78.69.p3", None, None, None), "A/80/30, resolution 78/69, para. 3"),
        (("A/80/30", "decision-1-CP.31.p3", None, None, None), "A/80/30, decision 1/CP.31, para. 3"),
        (("A/80/30", "decision-5.p3", None, None, None), "A/80/30, decision 5, para. 3"),
        (("A/80/30", "opinion-2.p3", None, None, None), "A/80/30, opinion 2, para. 3"),
        (("A/80/30", "part-II.p3", None, None, None), "A/80/30, part II, para. 3"),
        (("A/80/30", "annex.s2.p3", None, None, None), "A/80/30, annex, series 2, para. 3"),
        (("A/80/30", "annex-i.p3", None, None, None), "A/80/30#annex-i.p3"),
        (("file:a/b.pdf", "p3", "paragraph", "3", 1), "a/b.pdf, para. 3"),
        (("file:a/b", "p3", "paragraph", "3", 1), "file:a/b, para. 3"),
        (("file:a.pdf, para. 3", "p4", "paragraph", "4", 1), "file:a.pdf, para. 3#p4"),
    ],
)
def test_how_records_are_cited(arguments: Arguments, expected: str) -> None:
    document, address, kind, number, page = arguments
    citation = format_citation(document, address, kind=kind, number=number, page=page)
    assert citation == expected
    read = parse_citation(citation)
    assert (read.document, read.addresses) == (document, (address,))


def test_a_place_alone() -> None:
    assert format_citation(None, "p3.a") == "para. 3 (a)"
    assert format_citation(None, "nonsense") == "#nonsense"


identifiers = st.sampled_from(["1", "2", "12", "I", "II", "IV", "IX", "A", "B"])
scopes = st.one_of(
    st.sampled_from(SCOPE_WORDS),
    st.builds("{}-{}".format, st.sampled_from(SCOPE_WORDS), identifiers),
    st.builds(
        "{}-{}.{}".format,
        st.sampled_from(["resolution", "decision"]),
        st.integers(31, 90),
        st.integers(1, 300),
    ),
    st.integers(2, 9).map("s{}".format),
)
units = st.one_of(
    st.integers(1, 2000).map("p{}".format),
    st.builds("p{}.{}".format, st.integers(1, 200), st.integers(1, 300)),
    st.builds("p{}{}".format, st.integers(1, 99), st.sampled_from([*LATIN_SUFFIXES, "A", "Q"])),
    st.builds("p{}.{}".format, st.integers(1, 99), st.sampled_from("abcdexyz")),
    st.builds(
        "p{}.{}.{}".format, st.integers(1, 99), st.sampled_from("abcdexyz"), st.sampled_from(["i", "iv", "x"])
    ),
    st.builds("{}{}".format, st.sampled_from(["pp", "t", "s", "tab", "fn"]), st.integers(1, 900)),
)
addresses = st.builds(lambda scope, unit: ".".join([*scope, unit]), st.lists(scopes, max_size=3), units)
documents = st.one_of(
    st.sampled_from(
        ["A/HRC/9/8", "A/62/40(Vol.I)", "S/RES/1325(2000)", "A/79/997-S/2025/519", "A/RES/217A(III)", "E/5"]
    ),
    st.text(alphabet="abAB01 ,./-_()#@:é第", min_size=1, max_size=20)
    .map(lambda name: f"file:{name.strip()}")
    .filter(lambda name: len(name) > len("file:")),
    st.sampled_from(["file:a, b.pdf", "file:a.pdf, para. 3", "file:x, para. 3.html", "file:A/HRC/9/8.pdf"]),
)


@given(documents, addresses, st.one_of(st.none(), st.integers(1, 300)))
def test_every_address_is_found_again_by_its_citation(document: str, address: str, page: int | None) -> None:
    citation = format_citation(document, address, page=page)
    assert "#" in document or document.startswith("file:") or "#" not in citation
    read = parse_citation(citation)
    assert (read.document, read.addresses) == (document, (address,))


@given(st.integers(1, 300), st.integers(1, 300))
def test_items_are_found_again_by_their_citation(paragraph: int, item: int) -> None:
    address = f"p{paragraph}.{item}"
    citation = format_citation("A/HRC/8/19", address, kind="item", number=str(item))
    assert citation.endswith(f"para. {paragraph}, item {item}")
    assert parse_citation(citation).addresses == (address,)


WORDS = st.sampled_from(
    [
        "A/HRC/9/8", "A/RES/60/147", ",", "para.", "paras.", "10", "12-10", "(a)", "(ii)", "annex",
        "VI", "and", "to", "of", "the", "resolution", "60/147", "1325", "(2000)", "Ibid.", "above",
        "§", "第", "段", "附件", "п.", "пункт", "الفقرة", ")", "(", ";", "-", "et", "seq.", "p.", "4",
        "#", "@en", "file:", "x.pdf", "Durban", "Programme", "of", "Action", "preambular", "item",
        "0", "号文件", "附件一", "和", "第二章", "al.", "a)", "del", "anexos", "I", "y", "приложения",
        "часть", "первая", "الفقرة الفرعية", "(أ)", "من", "المرفق", "الأول", "والثاني", "١٠", "مكررا",
        "chap.", "art.", "preamble", "troisième", "alinéa du préambule",
    ]
)  # fmt: skip


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_any_words_are_read_or_refused(text: str) -> None:
    try:
        citation = parse_citation(text)
    except SourceSyntaxError as error:
        assert not text or regex.search(r"\^", str(error))  # noqa: PT017 - what the error shows is the point
    else:
        assert all(Address.try_parse(address) is not None for address in citation.addresses)
    last = 0
    for start, end, citation in find_citations(text, any_case=True):
        assert last <= start < end <= len(text)
        assert citation.text == text[start:end]
        last = end


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=6).map("".join)))
def test_any_text_is_read_or_refused(text: str) -> None:
    try_parse_citation(text)
    for start, end, citation in find_citations(text):
        assert citation.text == text[start:end]


@pytest.mark.parametrize(
    "repeated", ["para. 1 (a)", "第1段、", "附件", "§", "A/1-", "A/HRC/9/8, ", "resolutions 60/1, "]
)
def test_long_and_spoilt_text_comes_to_an_end(repeated: str) -> None:
    text = repeated * (20_000 // len(repeated)) + "para. ("
    assert all(text[start:end] == citation.text for start, end, citation in find_citations(text))
    try_parse_citation(text)
