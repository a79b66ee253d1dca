"""Forms of citations beyond the table: six languages, what stands between, resolutions, footnotes, cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.errors import CitationSyntaxError
from indexer.grammar import locators, running_symbols
from indexer.grammar.citations import begins_place, find_citations, parse_citation, try_parse_citation
from indexer.grammar.resolutions import find_resolutions
from indexer.grammar.symbol_matching import match_symbol
from indexer.grammar.symbols import DocumentSymbol

if TYPE_CHECKING:
    from collections.abc import Callable

NONE: tuple[str, ...] = ()

PLACES = [
    # behind "A/HRC/9/8", in typed and in running text alike
    (" (2008), para. 5", ("p5",)),
    (" [2008], para. 5", ("p5",)),
    (" (29 August 2008), para. 5", ("p5",)),
    (" of 29 August 2008, para. 5", ("p5",)),
    (", 29 August 2008, para. 5", ("p5",)),
    (" dated 29 August 2008, paras. 5-6", ("p5", "p6")),
    (", 2008, para. 5", ("p5",)),
    (" (emphasis added), para. 5", ("p5",)),
    (" - Para.5", ("p5",)),
    (" – para. 5", ("p5",)),
    (": para. 5", ("p5",)),
    (" (para. 5)", ("p5",)),
    (" [para. 5]", ("p5",)),
    (", Smith v. Spain, para. 9.4", ("p9.4",)),
    (", Views adopted on 17 October 2014, para. 9.4", ("p9.4",)),
    (", chap. III, para. 5", ("p5",)),
    (", chap. II, sect. B.1, paras. 5-6", ("p5", "p6")),
    (", annex VI, sect. A, para. 5", ("annex-VI.p5",)),
    (", annexes I and II", ("annex-I", "annex-II")),
    (", annex 10B, para. 5", ("annex-10B.p5",)),
    (", annexes I, II and IV", ("annex-I", "annex-II", "annex-IV")),
    (", para. nos. 5 and 6", ("p5", "p6")),
    (", para no 5", ("p5",)),
    (", paragraph number 5", ("p5",)),
    (", paras. 5, 6, & 8", ("p5", "p6", "p8")),
    (
        ", paras. 9 (a) to (c), 11 and 13 (d) (i)-(iii)",
        ("p9.a", "p9.b", "p9.c", "p11", "p13.d.i", "p13.d.ii", "p13.d.iii"),
    ),
    (", paras. 5, 7 and 9 (a)-(c)", ("p5", "p7", "p9.a", "p9.b", "p9.c")),
    (", paras. 9 (a), (b) & (d)", ("p9.a", "p9.b", "p9.d")),
    (", para. 9a", ("p9.a",)),
    (", para. 5 (a) and 8", ("p5.a", "p8")),
    (", para. 20(d) and 21", ("p20.d", "p21")),
    (", subparagraph (a) of paragraph 4", ("p4.a",)),
    (", sub-paragraphs (a) and (b) of paragraph 4", ("p4.a", "p4.b")),
    (", recommendation 138.2", ("p138.2",)),
    (", para. 5 of the preamble", ("pp5",)),
    (", paras. 5 and 6 of the preamble", ("pp5", "pp6")),
    (", paragraphe 5 du préambule", ("pp5",)),
    (", párrafo 5 del preámbulo", ("pp5",)),
    (", пункт 5 преамбулы", ("pp5",)),
    ("، الفقرة 5 من الديباجة", ("pp5",)),
    (", para. 5 f.", ("p5", "p6")),
    (", para. 5 and following", ("p5",)),
    (", paras. 5 et seqq.", ("p5",)),
    (" ¶¶ 9, 11", ("p9", "p11")),
    (" at ¶ 9", ("p9",)),
    (", par. 10 à 12 et 14", ("p10", "p11", "p12", "p14")),
    (", annexe II, par. 4 a) et b)", ("annex-II.p4.a", "annex-II.p4.b")),
    (", par. 4 a) à c)", ("p4.a", "p4.b", "p4.c")),
    (", alinéa a) du paragraphe 4", ("p4.a",)),
    (", par. 5 et suivants", ("p5",)),
    (", párr. 10 a) y b)", ("p10.a", "p10.b")),
    (", apartado a) del párrafo 4", ("p4.a",)),
    (", párrs. 5 y siguientes", ("p5",)),
    (", пункты с 10 по 12", ("p10", "p11", "p12")),
    (", подпункт a) пункта 10", ("p10.a",)),
    (", пункт 5 и след.", ("p5",)),
    ("، الفقرة 10 (أ)", ("p10.أ",)),
    ("، المرفق الثاني، الفقرة 4", ("annex-2.p4",)),
    ("，第10段及以下", ("p10",)),
    ("，附件三，第10至12段", ("annex-3.p10", "annex-3.p11", "annex-3.p12")),
]


@pytest.mark.parametrize(("place", "addresses"), PLACES, ids=[place for place, _ in PLACES])
def test_places_behind_a_document(place: str, addresses: tuple[str, ...]) -> None:
    text = f"A/HRC/9/8{place}"
    typed = parse_citation(text)
    assert (typed.document, typed.addresses) == ("A/HRC/9/8", addresses)
    ((start, _, found),) = find_citations(f"As in {text}; and")
    assert (start, found.document, found.addresses) == (6, "A/HRC/9/8", addresses)


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("A/HRC/9/8, fn 29", ("fn29",)),
        ("A/HRC/9/8, n. 29", ("fn29",)),
        ("A/HRC/9/8, note 29", ("fn29",)),
        ("A/HRC/9/8, nota 29", ("fn29",)),
        ("A/HRC/9/8, сноска 29", ("fn29",)),
        ("A/HRC/9/8，脚注29", ("fn29",)),
        ("A/HRC/9/8، الحاشية 29", ("fn29",)),
        ("A/HRC/9/8, par 5", ("p5",)),
        ("A/HRC/9/8, pars 5-6", ("p5", "p6")),
        ("A/HRC/9/8, OP.5", ("p5",)),
        ("A/HRC/9/8, para. 5; see also para. 7", ("p5", "p7")),
        ("A/HRC/9/8, para. 5, sub-para. 7", ("p5.7",)),
    ],
)
def test_places_that_only_a_person_types(text: str, addresses: tuple[str, ...]) -> None:
    assert parse_citation(text).addresses == addresses


@pytest.mark.parametrize(
    "text",
    ["A/62/40, chap.", "A/HRC/9/8, annex I and 5 States", "A/HRC/9/8, para. 5, sect. A"],
)
def test_what_has_no_address_is_not_passed_over_in_silence(text: str) -> None:
    with pytest.raises(CitationSyntaxError, match="cannot read this"):
        parse_citation(text)


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("A/HRC/9/8, para. 5, 12 mai 2008", ("p5",)),
        ("A/HRC/9/8, para. 5, 12 de mayo de 2008", ("p5",)),
        ("A/HRC/9/8, paras. 5, 12 мая 2008 года", ("p5",)),
        ("A/HRC/9/8, para. 5, 20 States", ("p5",)),
        ("A/HRC/9/8, para. 5 and 8 States", ("p5",)),
        ("A/HRC/9/8, para. 8 and 5.", ("p8",)),
        ("A/HRC/9/8, annex I and 5 States", ("annex-I",)),
        ("A/HRC/9/8, chap. III", NONE),
        ("A/HRC/9/8, chapter and verse", NONE),
        ("A/HRC/9/8; para. 5 of the charter", NONE),
        ("A/HRC/9/8. Para. 5 says", NONE),
    ],
)
def test_numbers_that_are_no_paragraphs(text: str, addresses: tuple[str, ...]) -> None:
    assert [citation.addresses for _, _, citation in find_citations(text)] == [addresses]


@pytest.mark.parametrize(
    ("text", "relation", "name", "addresses"),
    [
        ("see above, para. 12", "self", "", ("p12",)),
        ("see supra para. 12", "self", "", ("p12",)),
        ("voir plus haut, par. 12", "self", "", ("p12",)),
        ("voir par. 12 supra", "self", "", ("p12",)),
        ("véase el párrafo 12 supra", "self", "", ("p12",)),
        ("см. пункт 12 выше", "self", "", ("p12",)),
        ("supra note 4", "self", "", ("fn4",)),
        ("note 4 above", "self", "", ("fn4",)),
        ("supra note 4, para. 3", "note", "4", ("p3",)),
        ("footnote 4 above, paras. 3-4", "note", "4", ("p3", "p4")),
        ("Idem, para. 3", "ibid", "", ("p3",)),
        ("Id., para. 3", "ibid", "", ("p3",)),
        ("там же, пункт 3", "ibid", "", ("p3",)),
        ("communication No. 2038/2011, para. 9.4", "case", "2038/2011", ("p9.4",)),
        ("Communication No. R.3305/2019", "case", "R.3305/2019", NONE),
    ],
)
def test_documents_that_are_known_by_their_place(
    text: str, relation: str, name: str, addresses: tuple[str, ...]
) -> None:
    for citation in (parse_citation(text), next(c for *_, c in find_citations(f"{text}; and"))):
        assert (citation.symbol, citation.relation, citation.name) == (None, relation, name)
        assert citation.addresses == addresses


def test_the_caller_says_what_a_note_and_a_case_mean() -> None:
    symbol = DocumentSymbol.parse("CCPR/C/114/D/2038/2011")
    note = parse_citation("supra note 4, para. 3")
    assert note.resolve(notes={"4": symbol}).symbol == symbol
    assert note.resolve(notes={"5": symbol}, cases={"4": symbol}).symbol is None
    case = parse_citation("communication No. 2038/2011, para. 9.4")
    assert case.resolve(cases={"2038/2011": symbol}).symbol == symbol
    assert case.resolve(notes={"2038/2011": symbol}, own=symbol, antecedent=symbol).symbol is None


@pytest.mark.parametrize(
    ("text", "document", "addresses"),
    [
        ("General Assembly resolution 60/251 of 15 March 2006, para. 5 (b)", "A/RES/60/251", ("p5.b",)),
        ("General Assembly resolution 60/251 (2006), para. 5", "A/RES/60/251", ("p5",)),
        ("GA resolution 60/251", "A/RES/60/251", NONE),
        ("UNGA Res. 60/251, ¶ 5", "A/RES/60/251", ("p5",)),
        ("G.A. Res. 217 (III) A", "A/RES/217A(III)", NONE),
        ("resolution 217 (III) A", "A/RES/217A(III)", NONE),
        ("HRC res. 16/21, para. 3", "A/HRC/RES/16/21", ("p3",)),
        ("UNSC resolution 1325", "S/RES/1325", NONE),
        ("UNSCR 1325 (2000), para. 3", "S/RES/1325(2000)", ("p3",)),
        ("Security Council resolution 1325, para. 3", "S/RES/1325", ("p3",)),
        ("ECOSOC resolution 1996/31", "E/RES/1996/31", NONE),
        ("Economic and Social Council decision 2006/251", "E/DEC/2006/251", NONE),
        ("resolution 1235 (XLII)", "E/RES/1235(XLII)", NONE),
        ("decision 2/102", "A/HRC/DEC/2/102", NONE),
        (
            "alinéa a) du paragraphe 4 de la résolution 60/251 de l'Assemblée générale",
            "A/RES/60/251",
            ("p4.a",),
        ),
        ("paragraph 2 of the Declaration on the Rights of Indigenous Peoples", "A/RES/61/295", ("annex.p2",)),
    ],
)
def test_resolutions_and_instruments(text: str, document: str, addresses: tuple[str, ...]) -> None:
    citation = parse_citation(text)
    assert (citation.document, citation.addresses) == (document, addresses)


@pytest.mark.parametrize(
    ("text", "body", "expected"),
    [
        ("decision 2/102", "HRC", ["A/HRC/DEC/2/102"]),
        ("decision 2/102", None, []),
        ("decision 2024/24", "UNDP", []),
        ("decision 2024/24", "ECOSOC", []),
        ("decision 2025/210", "ECOSOC", ["E/DEC/2025/210"]),
        ("decision 2000/109", "CHR", []),
        ("resolution 2743", "SC", ["S/RES/2743"]),
        ("resolution 2743", "HRC", []),
        ("resolutions 2699 and 2700", "SC", ["S/RES/2699", "S/RES/2700"]),
        ("General Assembly resolution 1325", None, []),
        ("measures res. 60/251", None, []),
        ("UNCTAD resolution 80 (III)", None, []),
        ("the WHA resolution 58/33", None, []),
        ("OAS General Assembly resolution 60/251", None, []),
        ("EU Council decision 2006/251", None, []),
        ("UN resolution 60/251", None, ["A/RES/60/251"]),
        ("UN General Assembly resolution 60/251", None, ["A/RES/60/251"]),
        ("RECALLING RESOLUTION 60/251", None, ["A/RES/60/251"]),
        ("resolution 60/251 adopted by the General Assembly", "HRC", ["A/RES/60/251"]),
        ("H.R.C. Res. 48/13", None, ["A/HRC/RES/48/13"]),
        ("UNHRC resolution 48/13", None, ["A/HRC/RES/48/13"]),
    ],
)
def test_whose_it_is(text: str, body: str | None, expected: list[str]) -> None:
    assert [str(symbol) for *_, symbol in find_resolutions(text, body=body)] == expected


def test_paragraphs_of_articles_are_not_paragraphs_of_the_document() -> None:
    for before in ("article 14", "articles 13 and 14", "articles 9 (1), 13 and 14"):
        text = f"under {before}, paragraph 5, of the International Covenant on Civil and Political Rights"
        assert list(find_citations(text)) == []


def test_where_a_place_begins() -> None:
    assert begins_place("A/HRC/9/8, paras. 12-10", 9)
    assert begins_place("A/HRC/9/8 §0", 9)
    assert not begins_place("A/HRC/9/8 police", 9)
    assert not begins_place("A/HRC/9/8, paragraphs of", 9)


# what grows with the length of a text

REPEATED = [
    "A/",
    "A/A/",
    "(",
    "9",
    "1, ",
    "para. ",
    "para. 1, ",
    "paras. 1-2 and ",
    "(a) ",
    "A/HRC/9/8, ",
    "A/HRC/9/8 - ",
    "annexes I and ",
    "Ibid., para. 1 ",
    "supra note 4, para. 3 ",
    "resolutions 60/1 and ",
    "第1段",
    "¶1 ",
    ".",
    "l/",
    "communication No. 1/2000 ",
    "A/HRC/9/8, x v. ",
    "subparagraph (a) of paragraph ",
    "chap. I, ",
    "para. 1 above, ",
    "[1]",
    "[1], ",
    "第十段",
    "第一",
    "Art. 5 ",
    "art. 5, ",
    "CRPD, ",
    "“on ",
    "A/B on the ",
    "annex I to A/HRC/9/8, ",
    "А/",
]


@pytest.mark.parametrize("repeated", REPEATED)
def test_steps_grow_with_the_length_of_the_text(repeated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = 0

    def counted(call: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object) -> object:
            nonlocal steps
            steps += 1
            return call(*arguments)

        return step

    monkeypatch.setattr(locators._Reader, "take", counted(locators._Reader.take))
    monkeypatch.setattr(running_symbols, "match_symbol", counted(match_symbol))
    counts = []
    for length in (2_000, 4_000, 8_000):
        steps = 0
        text = "A/HRC/9/8, para. 1 " + repeated * (length // len(repeated))
        list(find_citations(text))
        try_parse_citation(text)
        counts.append(steps)
    first, second, third = counts
    assert first > 0
    assert third - second <= 2 * (second - first) + 20
