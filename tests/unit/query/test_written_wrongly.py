"""Citations that name no place, or one that is not there: what is wrong is said, and no other is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.errors import CitationSyntaxError

if TYPE_CHECKING:
    from indexer.query import Index

UNREADABLE = [
    ("Human Rights Council, at its session, adopted resolution 48/13, para. 5", "whose resolution is this?"),
    ("The Security Council recalled resolution 60/251, para. 2", "whose resolution is this?"),
    ("A/HRC/48/68 at 17", "a paragraph or a page? Write para. 17 or p. 17"),
    ("A/HRC/48/68, paras. 19-17", "the range runs backwards, from 19 to 17"),
    ("A/HRC/48/68, paras. 17/18", "expected a number here, as in para. 10"),
    ("A/HRC/48/68: 17", "a paragraph or a page?"),
    ("A/HRC/48/68, 17", "a paragraph or a page?"),
    ("A/HRC/9/8 | para. 10", "cannot read this as a place"),
    ("A/HRC/9/8, pára. 10", "cannot read this as a place"),
    ("A/HRC/9/8, para. l0", "expected a number here, as in para. 10"),
    ("A/HRC/9/8, pgh. 10", "cannot read this as a place"),
    ("A/HRC/9/8, tenth paragraph", "cannot read this as a place"),
    ("A/HRC/9/8, 10th para.", "cannot read this as a place"),
    (
        "A/HRC/9/8 and Add.1",
        "several documents are cited; give each as a reference of its own: “A/HRC/9/8”, “A/HRC/9/8/Add.1”",
    ),
    (
        "A/HRC/9/8 and Add.1, para. 10",
        (
            "several documents are cited; give each as a reference of its own: “A/HRC/9/8”, "
            "“A/HRC/9/8/Add.1, para. 10”"
        ),
    ),
    (
        "A/HRC/9/8, Add.1, para. 10",
        (
            "several documents are cited; give each as a reference of its own: “A/HRC/9/8”, "
            "“A/HRC/9/8/Add.1, para. 10”"
        ),
    ),
    ("A/HRC/9/8, first sentence", "cannot read this as a place"),
    ("paragraph 5 of a report, A/HRC/48/68", "cannot read which document this place is in"),
    ("¶ 5, U.N. Doc. A/HRC/48/68", "cannot read which document this place is in"),
    ("ibid., para. 4", "which document? Put the symbol of the one cited before in place of “ibid.”"),
    ("para. 12 above", "which document?"),
    ("supra note 4, para. 12", "which document?"),
    ("op. cit., para. 12", "not a citation such as A/HRC/9/8, para. 10"),
    ("A/HRC/RES/48/13, last preambular paragraph", "cannot read this as a place"),
    ("General Assembly resolution 60/147, annex, principle 15", "cannot read this as a place"),
    ("general comment No. 34, para. 11", "whose comment is this?"),
    ("Human Rights Committee general comments Nos. 34 and 36, para. 11", "whose comment is this?"),
    ("S/PV.9135, Resumption 1, p. 3", "cannot read this as a place"),
    (
        "Yearbook of the International Law Commission, 2001, vol. II (Part Two), para. 77",
        "not a citation such as A/HRC/9/8, para. 10",
    ),
    ("A/HRC/48/68, para. 17 above", "cannot read this as a place"),
    ("A/HRC/48/68, annex I, paras. 1-3, and II, para. 2", "cannot read this as a place"),
    ("A/HRC/48/68, 17.a", "a sub-paragraph? Write para. 17 (a)"),
    ("17.a", "which document?"),
    ("II, C, para. 10", "which document?"),
    ("A/HRC/48/68, para. 17(A)", "cannot read this as a place"),
    ("A/HRC/48/68, para. seventeen", "expected a number here, as in para. 10"),
    ("A/HRC/48/68, para. XVII", "expected a number here, as in para. 10"),
    ("A/HRC/48/68, paras. 17~19", "cannot read this as a place"),
    ("A/HRC/48/68, paras. 17..19", "cannot read this as a place"),
    ("A/HRC/48/68, paras. 17 to 9", "the range runs backwards, from 17 to 9"),
    ("A/HRC/48/68, paras. 1-1000000", "cannot read this as a place"),
    ("A/HRC/48/68, para. -5", "expected a number here, as in para. 10"),
    ("A/HRC/48/68, para. 5%", "expected a number here, as in para. 10"),
    ("A/HRC/48/68, para. 12 2021", "cannot read this as a place"),
    ("A/HRC/48/68, para #12", "not an address such as p10, p74.a or annex-I.p3"),
    ("A/HRC/48/68 #12", "not an address such as p10, p74.a or annex-I.p3"),
    ("A/HRC/48/68 (2021) 3", "a paragraph or a page?"),
    ("A/HRC/48/68, paras. 17 + 18", "cannot read this as a place"),
    ("A/HRC/48/68, paras. 17 passim", "cannot read this as a place"),
    (
        "Human Rights Council resolutions 48/13 and 48/14, para. 5",
        (
            "several documents are cited; give each as a reference of its own: “Human Rights "
            "Council resolutions 48/13”, “A/HRC/RES/48/14, para. 5”"
        ),
    ),
    (
        "decisions 80/408 A and B",
        (
            "several documents are cited; give each as a reference of its own: “decisions 80/408 A”, "
            "“A/DEC/80/408B”"
        ),
    ),
    ("A/HRC/48/68 (a)", "cannot read this as a place"),
    ("UNEA resolution 5/14, para. 1", "whose resolution is this?"),
    ("WHA resolution 48/13, para. 5", "whose resolution is this?"),
    ("World Health Assembly resolution 48/13, para. 5", "whose resolution is this?"),
    ("CND resolution 48/13, para. 5", "whose resolution is this?"),
    ("UNEP Governing Council decision 25/5", "whose resolution is this?"),
    ("OAS General Assembly resolution 48/13, para. 5", "whose resolution is this?"),
    ("General Assembly of the OAS resolution 48/13", "whose resolution is this?"),
    ("EU Council decision 2001/500", "whose resolution is this?"),
    ("Security Council resolution 1325/2000, para. 8", "whose resolution is this?"),
    ("General Assembly resolution 60/251, fifth operative paragraph", "cannot read this as a place"),
    ("A.RES.60.251", "not a citation such as A/HRC/9/8, para. 10"),
    ("A/RES/60/251/, para. 2", "cannot read this as a place"),
    ("A/RES/60 251, para. 2", "cannot read this as a place"),
    ("general comment 36 (HRC), para. 12", "whose comment is this?"),
    ("CRC general comments No. 14, para. 6 and No. 12, para. 3", "cannot read this as a place"),
    ("CCPR/C/114/D/2038/2011, 7.3", "a paragraph or a page?"),
    ("A/61/53, at 42", "a paragraph or a page?"),
    (
        "A/61/53, HRC resolution 1/2, para. 3",
        (
            "several documents are cited; give each as a reference of its own: “A/61/53”, "
            "“HRC resolution 1/2, para. 3”"
        ),
    ),
    ("UDHR, article five", "cannot read this as a place"),
    (
        (
            "Universal Declaration of Human Rights, G.A. Res. 217A (III), art. 5, U.N. Doc. "
            "A/810 (Dec. 10, 1948)"
        ),
        "several documents are cited; give each as a reference of its own: “G.A. Res. 217A (III)”, “A/810”",
    ),
    ("UDHR, arts. 5\u20133", "the range runs backwards, from 5 to 3"),
    ("UDHR, arts. IIX-XX", "“IIX” is no number; write it in digits"),
    ("UDHR, arts. 1-IIII", "“IIII” is no number; write it in digits"),
    ("《世界人权宣言》第十十至十二条", "“十十” is no number; write it in digits"),
    ("Durban Declaration, para. 74", "not a citation such as A/HRC/9/8, para. 10"),
    ("A%2FHRC%2F48%2F68", "not a citation such as A/HRC/9/8, para. 10"),
    ("para 17", "which document?"),
    ("", "not a citation such as A/HRC/9/8, para. 10"),
    ("A/HRC/48/68, para.", "expected a number here, as in para. 10"),
    ("A/HRC/48/68, paras. and", "expected a number here, as in para. 10"),
    ("A/HRC/48/68 [Add.1], para. 3", "cannot read this as a place"),
    ("A/HRC/48/68 bis", "cannot read this as a place"),
]
ABSENT = [
    ("A/HRC/48/68, passim", "A/HRC/48/68 has no heading “passim”; it has none", ""),
    ("A/HRC/48/68, Executive summary", "A/HRC/48/68 has no heading “Executive summary”; it has none", ""),
    ("A/HRC/48/69, summary", "A/HRC/48/69 is not in the index; did you mean A/HRC/48/68?", ""),
    (
        "opinion No. 34/2005, para. 12",  # of before the series
        "opinion No. 34/2005, para. 12: not a document symbol such as A/HRC/9/8",
        "",
    ),
    ("A/HRC/48/68, annex III, para. 1", "A/HRC/48/68 has no annex III; it has annex I, annex II", ""),
    (
        "A/HRC/48/68, para. 17 & n. 3",
        "A/HRC/48/68 has no footnotes, so no footnote 3; it has paras. 1-45",
        "p17",
    ),
    ("A/HRC/48/68, paras. 44-47", "A/HRC/48/68 has paras. 1-45, no 46-47", "p44 p45"),
    ("A/HRC/9/8, para. 1O", "A/HRC/9/8 has paras. 1-45, no 1O; the nearest are 1 and 2", ""),
    ("A/HRC/9/B, para. 10", "A/HRC/9/B, para. 10: not a document symbol; did you mean A/HRC/9/8?", ""),
    (
        "A/HRC/9/8-Add.1, para. 10",
        "A/HRC/9/8-Add.1, para. 10: not a document symbol; did you mean A/HRC/9/8/Add.1?",
        "",
    ),
    (
        "Council resolution 48/13, sixth preambular paragraph",
        "A/HRC/RES/48/13 has preambular paras. 1-5, no 6",
        "",
    ),
    (
        "para. 5 (e) of General Assembly resolution 60/251",
        "A/RES/60/251, para. 5 has no (e); it has no sub-paragraphs",
        "p5",
    ),
    ("G.A. Res. 217A (III), para. 5", "udhr.pdf has no paras., so no para. 5", ""),
    (
        "CEDAW, General Recommendation No 35 on gender-based violence against women, para 24(a)",
        "CEDAW/C/GC/35, para. 24 has no (a); it has no sub-paragraphs",
        "p24",
    ),
    (
        "S/PV.9135 (Resumption I), p. 3",
        "S/PV.9135(ResumptionI) is not in the index; did you mean S/PV.9135(Resumption1)?",
        "",
    ),
    ("A/62/40 (Vol. 1), para. 100", "A/62/40(Vol.1) is not in the index; did you mean A/62/40(Vol.I)?", ""),
    (
        "A/62/40, para. 100",
        (
            "A/62/40 is not in the index; the file A-62-40(Vol.I)-en.txt is named so, and "
            "A/62/40(Vol.I) is printed in it"
        ),
        "",
    ),
    (
        "A/76/6 (Sect. 24), para. 24.5",
        "A/76/6(Sect.24) has paras. 1-30, no 24.5; the nearest are 24 and 25",
        "",
    ),
    (
        "E/CN.4/1996/53/Add.l, para. 12",
        "E/CN.4/1996/53/Add.l, para. 12: not a document symbol; did you mean E/CN.4/1996/53/Add.1?",
        "",
    ),
    (
        "Vienna Declaration and Programme of Action (A/CONF.157/23), para. 5",
        "A/CONF.157/23 is not in the index",
        "",
    ),
    ("A/HRC/8/19, para. 99 (27)", "A/HRC/8/19, para. 99 has no (27); it has no sub-paragraphs", "p99"),
    (
        "A/HRC/48/68, para. 17, footnote 3",
        "A/HRC/48/68 has no footnotes, so no footnote 3; it has paras. 1-45",
        "p17",
    ),
    ("A/HRC/48/68, para. 1.000", "A/HRC/48/68 has paras. 1-45, no 1.000; the nearest are 1 and 2", ""),
    ("A/HRC/48/68, para. 12, 2021", "A/HRC/48/68 has paras. 1-45, no 2021", "p12"),
    ("A/HRC/48/68/17", "A/HRC/48/68/17 is not in the index; did you mean A/HRC/48/68?", ""),
    ("A/HRC/48/68-17", "A/HRC/48/68-17 is not in the index", ""),
    ("A/HRC/48/68, paras. 17f", "A/HRC/48/68, para. 17 has no (f); it has (a), (b), (a)(i), (a)(ii)", "p17"),
    ("CHR resolution 2005/69, para. 1", "E/CN.4/RES/2005/69 is not in the index", ""),
    (
        "General Assembly resolution 60/251, paragraph 5, subparagraph (e)",
        "A/RES/60/251, para. 5 has no (e); it has no sub-paragraphs",
        "p5",
    ),
    ("A-RES-60-251, para. 2", "A-RES-60-251, para. 2: not a document symbol; did you mean A/RES/60/251?", ""),
    ("A_RES_60_251, para. 2", "A_RES_60_251, para. 2: not a document symbol; did you mean A/RES/60/251?", ""),
    ("A/RES/60/25l, para. 2", "A/RES/60/25L is not in the index; did you mean A/RES/60/251?", ""),
    ("A/RES/6O/251, para. 2", "A/RES/6O/251 is not in the index; did you mean A/RES/60/251?", ""),
    (
        "A\\RES\\60\\251, para. 2",
        "A\\RES\\60\\251, para. 2: not a document symbol; did you mean A/RES/60/251?",
        "",
    ),
    (
        "A//RES/60/251, para. 2",
        "A//RES/60/251, para. 2: not a document symbol; did you mean A/RES/60/251?",
        "",
    ),
    (
        "CCPR/C/114/D/2038/2011, para. 7 (3)",
        "CCPR/C/114/D/2038/2011 has paras. 1.1-9, no 7; the nearest are 2.1 and 7.1",
        "",
    ),
    ("A/61/53 (Part I), para. 3", "A/61/53(PartI) is not in the index; did you mean A/61/53?", ""),
    ("UDHR §5", "udhr.pdf has no paras., so no para. 5", ""),
    (
        "UDHR, arts. 9-12",
        "udhr.pdf has no arts. 11-12; it has arts. 1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
        "s9.p1 s9.p2 s10.p1 s10.p2",
    ),
    ("UDHR, art. 0", "udhr.pdf has no art. 0; it has arts. 1, 2, 3, 4, 5, 6, 7, 8, 9, 10", ""),
    ("UDHR, preamble", "udhr.pdf has no preambular paras., so no preambular para. 1", ""),
    ("CRPD/C/GC/1, art. 10", "CRPD/C/GC/1 is not in the index", ""),
    ("CRPD Committee, general comment No. 1, para. 3", "CRPD/C/GC/1 is not in the index", ""),
    (
        "A/RES/61/106, annex, art. 10",
        "A/RES/61/106 has no annex; it has annex I",
        "",
    ),
    (
        "Durban Programme of Action, para 74(a)",
        "A/CONF.189/12, para. 74 has no (a); it has no sub-paragraphs",
        "p74",
    ),
    ("Beijing Platform for Action, para. 106", "A/CONF.177/20/Rev.1 is not in the index", ""),
    (
        "https://digitallibrary.un.org/record/12345",
        "https://digitallibrary.un.org/record/12345: not a document symbol such as A/HRC/9/8",
        "",
    ),
    (
        "https://documents.un.org/doc/undoc/gen/g21/183/13/pdf/g2118313.pdf",
        "https://documents.un.org/doc/undoc/gen/g21/183/13/pdf/g2118313.pdf is not in the index",
        "",
    ),
    ("/A/HRC/48/68", "/A/HRC/48/68: not a document symbol; did you mean A/HRC/48/68?", ""),
    (
        "A/HRC/48/68 pp 3",
        "A/HRC/48/68 has no preambular paras., so no preambular para. 3; it has paras. 1-45",
        "",
    ),
    ("A/HRC/48/68 chap. II", "A/HRC/48/68 has no sect. II; none of its headings has such a number", ""),
    ("A/HRC/48/68 Rev.1", "A/HRC/48/68/Rev.1 is not in the index; did you mean A/HRC/48/68?", ""),
    ("A/HRC/48/68/Rev.1, para. 17", "A/HRC/48/68/Rev.1 is not in the index; did you mean A/HRC/48/68?", ""),
    ("A/HRC/XLVIII/68, para. 17", "A/HRC/XLVIII/68 is not in the index", ""),
    ("A/HRC/48/68, para. 17 bis", "A/HRC/48/68 has paras. 1-45, no 17bis; the nearest are 17 and 18", ""),
    (
        "A/HRC/48/68, paras. 17 bis and 18",
        "A/HRC/48/68 has paras. 1-45, no 17bis; the nearest are 17 and 18",
        "p18",
    ),
]


@pytest.mark.parametrize(("citation", "said"), UNREADABLE)
def test_what_cannot_be_read_is_marked(shelf: Index, citation: str, said: str) -> None:
    with pytest.raises(CitationSyntaxError) as caught:
        shelf.show(citation)
    assert said in caught.value.message
    start, end = caught.value.span
    assert (0 <= start < end, caught.value.source) == (True, citation)


@pytest.mark.parametrize(("citation", "said", "addresses"), ABSENT)
def test_what_is_not_there_is_told(shelf: Index, citation: str, said: str, addresses: str) -> None:
    result = shelf.show(citation)
    assert result.misses == tuple(said.split(" | "))
    assert [record.address for record in result.records] == addresses.split()


@pytest.mark.parametrize(
    ("citation", "notice"),
    [
        (
            "Security Council resolution 1325 (2001), para. 8",
            "S/RES/1325(2001) is not in the index; S/RES/1325(2000) is, and bears the same number",
        ),
        ("Report of the Forum (A/HRC/48/68), para. 17.", "read as (A/HRC/48/68), para. 17"),
        ("https://undocs.org/FinalSymbol=A%2FHRC%2F48%2F68&Language=E", "read as A/HRC/48/68"),
        ("E/2006/22 (E/C.12/2005/5), para. 43", "read as (E/C.12/2005/5), para. 43"),
        ("G.A. Res. 60/251, ¶ 2, U.N. Doc. A/RES/60/251 (2006)", "read as G.A. Res. 60/251, ¶ 2"),
    ],
)
def test_what_is_read_otherwise_than_typed_is_told(shelf: Index, citation: str, notice: str) -> None:
    result = shelf.show(citation)
    assert notice in result.notices
    assert result.records
    assert result.misses == ()
