"""Citations as editors, lawyers and people in a hurry write them: each gives its place, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.shelf import assert_shows

if TYPE_CHECKING:
    from indexer.query import Index

FOUND = {
    "A/HRC/48/68": [
        ("see A/HRC/48/68, paras. 17 and 35\u201340 and annex II, para. 3", "p17 p35-40 annex-II.p3"),
        ("A/HRC/48/68, paras. 17, 35-40 & annex II para 3", "p17 p35-40 annex-II.p3"),
        ("See also UN Doc A/HRC/48/68 (2021), para 17", "p17"),
        ("U.N. Doc. A/HRC/48/68, ¶ 17 (Aug. 9, 2021)", "p17"),
        ("U.N. Doc. A/HRC/48/68 (Aug. 9, 2021), ¶¶ 17-19", "p17-19"),
        ("UN Doc A/HRC/48/68, 9 August 2021, para. 17", "p17"),
        ("UN Doc. A/HRC/48/68 (9 August 2021) para 17(a)(ii)", "p17.a.ii"),
        ("A/HRC/48/68 [17]", "p17"),
        ("A/HRC/48/68, at [17]\u2013[19]", "p17-19"),
        ("A/HRC/48/68, at para. 17", "p17"),
        ("A/HRC/48/68 at paras 17 \u2013 19", "p17-19"),
        ("A/HRC/48/68, §§ 17-19", "p17-19"),
        ("A/HRC/48/68, § 17", "p17"),
        ("(A/HRC/48/68, para. 17)", "p17"),
        ("[A/HRC/48/68, para. 17]", "p17"),
        ("“A/HRC/48/68, para. 17”", "p17"),
        ("A/HRC/48/68, para. 17.", "p17"),
        ("A/HRC/48/68, para. 17;", "p17"),
        ("A/HRC/48/68, para. 17 (a)", "p17.a"),
        ("A/HRC/48/68, para. 17 (a) (i) and (ii)", "p17.a.i p17.a.ii"),
        ("A/HRC/48/68, para. 17(a)-(b)", "p17.a p17.b"),
        ("A/HRC/48/68, para. 17 (a), (b)", "p17.a p17.b"),
        ("A/HRC/48/68, subpara. 17 (a)", "p17.a"),
        ("A/HRC/48/68, subparagraph (a) of paragraph 17", "p17.a"),
        ("para. 17 (a) of A/HRC/48/68", "p17.a"),
        ("paras. 17 to 19 of document A/HRC/48/68", "p17-19"),
        ("A/HRC/48/68, paragraphs 17 through 19", "p17-19"),
        ("A/HRC/48/68, paras. 17 et seq.", "p17-45"),
        ("A/HRC/48/68, paras. 17 ff", "p17-45"),
        ("A/HRC/48/68, paras. 17 and ff.", "p17-45"),
        ("A/HRC/48/68, para. 17 (chapeau)", "p17"),
        ("A/HRC/48/68, para. 17, chapeau", "p17"),
        ("A/HRC/48/68, para. 17, first sentence", "p17"),
        ("A/HRC/48/68, para. 17 (a), second and third sentences.", "p17.a"),
        ("A/HRC/48/68, para. 17 f.", "p17 p18"),
        ("A/HRC/48/68, annexes I and II", "annex-I.p1-5 annex-II.p1-5"),
        ("A/HRC/48/68, Annex II, paras 3-4", "annex-II.p3 annex-II.p4"),
        ("A/HRC/48/68/Annex II, para. 3", "annex-II.p3"),
        ("A/HRC/48/68 annex 2 para 3", "annex-II.p3"),
        ("annex II to A/HRC/48/68, para. 3", "annex-II.p3"),
        ("para. 3 of annex II to A/HRC/48/68", "annex-II.p3"),
        ("A/HRC/48/68, para 17 and 19", "p17 p19"),
        ("A/HRC/48/68, para. 17-19", "p17-19"),
        ("A/HRC/48/68 para17", "p17"),
        ("A/HRC/48/68,para.17", "p17"),
        ("A/HRC/48/68,paras.17-19", "p17-19"),
        ("A/HRC/48/68para. 17", "p17"),
        ("A/HRC/48 /68, para. 17", "p17"),
        ("A / HRC / 48 / 68, para. 17", "p17"),
    ],
    "A/HRC/9/8": [
        ("A/HRC/9 /8", "p1-45"),
        ("A/HRC/9/8,para.10", "p10"),
        ("A/HRC/9/8, para, 10", "p10"),
        ("A/HRC/9/8, para: 10", "p10"),
        ("A/HRC/9/8 - para. 10", "p10"),
        ("A/HRC/9/8 \u2013 paras 10\u201312", "p10-12"),
        ("A/HRC/9/8 (para. 10)", "p10"),
        ("A/HRC/9/8(para. 10)", "p10"),
        ("A/HRC/9/8 (paras. 10, 11)", "p10 p11"),
        ("A/HRC/9/8; para. 10", "p10"),
        ("A/HRC/9/8. para. 10", "p10"),
        ("A/HRC/9/8.", "p1-45"),
        ("A/HRC/9/8, para.\u00a010", "p10"),
        ("A/HRC/9/8,\u00a0paras.\u00a010\u201312", "p10-12"),
        ("A/HRC/9/8, paras. 10\u201412", "p10-12"),
        ("A/HRC/9/8, paras. 10 - 12", "p10-12"),
        ("A/HRC/9/8, paras. 10\u201112", "p10-12"),
        ("A/HRC/9/8,\u2009para.\u200910", "p10"),
        ("A/HRC/9/8, parag. 10", "p10"),
        ("A/HRC/9/8, paragraph ten", "p10"),
        ("A/HRC/9/8, paras. 10, 11, and 12", "p10-12"),
        ("A/HRC/9/8, paras. 10, 11 as well as 12", "p10-12"),
        ("https://undocs.org/A/HRC/9/8, para. 10", "p10"),
        ("https://undocs.org/en/A/HRC/9/8", "p1-45"),
        ("https://docs.un.org/en/A/HRC/9/8#p10", "p10"),
        ("undocs.org/A/HRC/9/8 para 10", "p10"),
    ],
    "A/HRC/9/8/Add.1": [
        ("A/HRC/9/8/Add. 1, para. 10", "p10"),
        ("A/HRC/9/8 Add 1 para 10", "p10"),
        ("a/hrc/9/8 add.1, para. 10", "p10"),
        ("A/HRC/9/8/ADD.1, PARA. 10", "p10"),
        ("a/hrc/9/8/add.1, para. 10", "p10"),
        ("A/HRC/9/8 Add.1 para 10", "p10"),
    ],
    "A/HRC/RES/48/13": [
        ("Human Rights Council resolution 48/13, para. 5", "p5"),
        ("human rights council resolution 48/13, operative paragraph 5", "p5"),
        ("HRC Res 48/13, OP5", "p5"),
        ("HRC res. 48/13 (2021), para 5", "p5"),
        ("H.R.C. Res. 48/13, ¶ 5, U.N. Doc. A/HRC/RES/48/13 (Oct. 8, 2021)", "p5"),
        ("Human Rights Council resolution 48/13, third preambular paragraph", "pp3"),
        ("Human Rights Council resolution 48/13, preambular para. 3", "pp3"),
        ("A/HRC/RES/48/13, PP 3", "pp3"),
        ("A/HRC/RES/48/13, PP3 and OP5", "pp3 p5"),
        ("A/HRC/RES/48/13, PP3 & OP 5-6", "pp3 p5 p6"),
        ("A/HRC/RES/48/13, OPs 5 and 6", "p5 p6"),
        ("A/HRC/RES/48/13, PPs 2-3", "pp2 pp3"),
        ("A/HRC/RES/48/13, op. para. 5", "p5"),
        ("A/HRC/RES/48/13, preamble", "pp1-5"),
        ("A/HRC/RES/48/13, second and third preambular paragraphs", "pp2 pp3"),
        ("A/HRC/RES/48/13, preamb. para. 3", "pp3"),
    ],
    "A/RES/60/251": [
        ("General Assembly resolution 60/251 of 15 March 2006, operative para. 2", "p2"),
        ("General Assembly resolution 60/251, op. para. 2", "p2"),
        ("General Assembly resolution 60/251 (15 March 2006), para. 2", "p2"),
        ("UNGA Res 60/251 (15 March 2006) UN Doc A/RES/60/251, para 2", "p2"),
        ("UNGA Res. 60/251, para 2", "p2"),
        ("GA Res. 60/251, ¶ 2", "p2"),
        ("G.A. Res. 60/251, ¶ 2 (Mar. 15, 2006)", "p2"),
        ("G.A. Res. 60/251, U.N. Doc. A/RES/60/251, ¶ 2", "p2"),
        ("paragraph 2 of General Assembly resolution 60/251", "p2"),
        ("paragraph 2 of resolution 60/251 of the General Assembly", "p2"),
        ("resolution 60/251, para. 2", "p2"),
        ("resolution A/RES/60/251, para. 2", "p2"),
        ("res. 60/251, para. 2", "p2"),
        ("res 60/251 op. para. 2", "p2"),
        ("Resolution 60/251 adopted by the General Assembly, para. 2", "p2"),
    ],
    "A/RES/60/147": [
        ("General Assembly resolution 60/147 of 16 December 2005, annex, para. 15", "annex.p15"),
        ("General Assembly resolution 60/147, Annex, paras 15-18", "annex.p15-18"),
    ],
    "S/RES/1325(2000)": [
        ("Security Council resolution 1325 (2000), para. 8", "p8"),
        ("Security Council Resolution 1325, para. 8", "p8"),
        ("UNSC Res 1325 (31 October 2000) UN Doc S/RES/1325, para 8", "p8"),
        ("S.C. Res. 1325, ¶ 8 (Oct. 31, 2000)", "p8"),
        ("UNSCR 1325 (2000), OP8", "p8"),
        ("SCR 1325, para. 8", "p8"),
        ("S/RES/1325 (2000), para. 8", "p8"),
        ("S/RES/1325, para. 8", "p8"),
        ("S/RES/1325(2000)[8]", "p8"),
        ("resolution 1325 (2000) of the Security Council, para. 8", "p8"),
    ],
    "E/RES/1985/17": [
        ("Economic and Social Council resolution 1985/17, para. 2", "p2"),
        ("ECOSOC Res 1985/17, para 2", "p2"),
    ],
    "A/HRC/DEC/19/119": [
        ("Human Rights Council decision 19/119, para. 1", "p1"),
        ("Human Rights Council dec. 19/119, para. 1", "p1"),
    ],
    "file:udhr.pdf": [
        ("General Assembly resolution 217 A (III), art. 5", "s5.p1 s5.p2"),
        ("Universal Declaration of Human Rights, art. 5", "s5.p1 s5.p2"),
        ("UDHR, arts. 3 and 4", "s3.p1 s3.p2 s4.p1 s4.p2"),
        ("UDHR, articles 3-5", "s3.p1 s3.p2 s4.p1 s4.p2 s5.p1 s5.p2"),
        ("UDHR, arts. 3, 5 and 7", "s3.p1 s3.p2 s5.p1 s5.p2 s7.p1 s7.p2"),
        ("UDHR art 5(2)", "s5.p2"),
        ("UDHR, art. 5, para. 2", "s5.p2"),
        ("UDHR, art. 5 (1) and (2)", "s5.p1 s5.p2"),
        ("UDHR, art. 5 (1)\u2013(2)", "s5.p1 s5.p2"),
        ("UDHR, art. 5, paras. 1 and 2", "s5.p1 s5.p2"),
        ("UDHR, arts. 3 (1) and 5 (2)", "s3.p1 s5.p2"),
        ("UDHR, arts. 3 (1)-5 (2)", "s3.p1 s4.p1 s4.p2 s5.p2"),
        ("UDHR Article 5", "s5.p1 s5.p2"),
        ("article 5 of the Universal Declaration of Human Rights", "s5.p1 s5.p2"),
        ("article 5 (2) of the UDHR", "s5.p2"),
        ("articles 3 and 4 of the Universal Declaration of Human Rights", "s3.p1 s3.p2 s4.p1 s4.p2"),
        ("paragraph 2 of article 5 of the Universal Declaration of Human Rights", "s5.p2"),
        ("Article 5, UDHR", "s5.p1 s5.p2"),
    ],
    "A/RES/70/1": [
        ("2030 Agenda for Sustainable Development, para. 5", "p5"),
        ("A/RES/70/1, para. 5", "p5"),
        ("Transforming our world: the 2030 Agenda for Sustainable Development (A/RES/70/1), para. 5", "p5"),
    ],
    "CCPR/C/GC/36": [
        ("CCPR/C/GC/36, para. 12 (b)", "p12.b"),
        ("CCPR/C/GC/36, para 12(b)", "p12.b"),
        ("Human Rights Committee, general comment No. 36 (2018), para. 12", "p12"),
        ("Human Rights Committee, \u2018General Comment No 36\u2019 (2018), para 12", "p12"),
        ("UN HRC, General Comment 36, para. 12", "p12"),
        (
            (
                "Human Rights Committee general comment no 36: right to life (30 October 2018) "
                "CCPR/C/GC/36, para 12"
            ),
            "p12",
        ),
        (
            (
                "Human Rights Committee, General Comment No. 36, Article 6: right to life, UN "
                "Doc. CCPR/C/GC/36 (2018), para. 12"
            ),
            "p12",
        ),
        ("HRCttee GC 36, para. 12", "p12"),
        ("CCPR GC 36, para 12", "p12"),
    ],
    "CCPR/C/GC/34": [
        ("ICCPR general comment No. 34 (2011) on the freedoms of opinion and expression, para. 11", "p11"),
        (
            (
                "general comment No. 34 (2011) of the Human Rights Committee on the freedoms of "
                "opinion and expression, para. 11"
            ),
            "p11",
        ),
    ],
    "CRC/C/GC/14": [
        (
            (
                "Committee on the Rights of the Child, general comment No. 14 (2013) on the "
                "right of the child to have best interests taken as a primary consideration, para. 6"
            ),
            "p6",
        ),
        ("CRC GC14, para. 6", "p6"),
    ],
    "E/C.12/2000/4": [
        (
            (
                "CESCR General Comment No. 14: The Right to the Highest Attainable Standard of "
                "Health (Art. 12), para. 43"
            ),
            "p43",
        ),
        ("CESCR, general comment No. 14 (2000), para. 43", "p43"),
        (
            "Committee on Economic, Social and Cultural Rights, general comment No. 14 (2000), paras. 43-44",
            "p43 p44",
        ),
    ],
    "CEDAW/C/GC/35": [
        ("CEDAW general recommendation No. 35 (2017), para. 24", "p24"),
    ],
    "S/PV.9135(Resumption1)": [
        ("S/PV.9135 (Resumption 1), p. 3", "s6-8"),
        ("S/PV.9135 (Resumption 1), pp. 3-4", "s6-9"),
        ("S/PV.9135(Resumption1), speech 3", "s3"),
    ],
    "CAT/C/SR.646/Add.1": [
        ("CAT/C/SR.646/Add.1, para. 12", "p12"),
    ],
    "E/2006/22-E/C.12/2005/5": [
        ("E/2006/22-E/C.12/2005/5, para. 43", "p43"),
        ("E/2006/22\u2013E/C.12/2005/5, para. 43", "p43"),
        ("E/2006/22 \u2013 E/C.12/2005/5, para. 43", "p43"),
        ("E/2006/22, para. 43", "p43"),
        ("E/C.12/2005/5, para. 43", "p43"),
        ("E/2006/22-E/C.12/2005/5, annex IX, para. 2", "annex-IX.p2"),
        ("E/2006/22, E/C.12/2005/5, para. 43", "p43"),
        ("E/2006/22 (E/C.12/2005/5), para. 43", "p43"),
    ],
    "A/61/53": [
        (
            (
                "Official Records of the General Assembly, Sixty-first Session, Supplement No. "
                "53 (A/61/53), chap. II, sect. A, resolution 2/1"
            ),
            "resolution-2.1.p1-4",
        ),
        (
            (
                "Official Records of the General Assembly, Sixty-first Session, Supplement No. "
                "53 (A/61/53), part one, chap. II, sect. A, resolution 1/2, para. 3"
            ),
            "resolution-1.2.p3",
        ),
        ("A/61/53, resolution 2/1, para. 3", "resolution-2.1.p3"),
        ("A/61/53, chap. I, decision 2/103", "decision-2.103.p1-3"),
    ],
    "A/62/40(Vol.I)": [
        (
            (
                "Official Records of the General Assembly, Sixty-second Session, Supplement No. "
                "40 (A/62/40), vol. I, para. 100"
            ),
            "p100",
        ),
        (
            (
                "Official Records of the General Assembly, Sixty-second Session, Supplement No. "
                "40, vol. I (A/62/40 (Vol. I)), annex VI, para. 17"
            ),
            "annex-VI.p17",
        ),
        ("A/62/40 (vol. I), para. 100", "p100"),
        ("A/62/40, vol. I, para. 100", "p100"),
    ],
    "A/56/10": [
        (
            (
                "Official Records of the General Assembly, Fifty-sixth Session, Supplement No. "
                "10 (A/56/10), para. 76"
            ),
            "p76",
        ),
    ],
    "A/CN.4/SER.A/2001/Add.1(Part2)": [
        ("A/CN.4/SER.A/2001/Add.1 (Part 2), para. 12", "p12"),
    ],
    "A/76/6(Sect.24)": [
        ("A/76/6 (Sect. 24), para. 5", "p5"),
    ],
    "E/CN.4/1995/34": [
        ("E/CN.4/1995/34, paras. 875-77, 892", "p875-877 p892"),
    ],
    "E/CN.4/1996/53/Add.1": [
        ("E/CN.4/1996/53/Add.1, para. 12", "p12"),
        ("E/CN. 4/1996/53/Add. 1, para. 12", "p12"),
    ],
    "A/CONF.157/24(PartI)": [
        ("Vienna Declaration and Programme of Action, para. 5", "p5"),
    ],
    "A/CONF.189/12": [
        ("para. 74 of the Durban Programme of Action", "p74"),
        ("Durban Declaration and Programme of Action, paras. 74 and 75", "p74 p75"),
    ],
    "CCPR/C/114/D/2038/2011": [
        ("CCPR/C/114/D/2038/2011, para. 7.3", "p7.3"),
        ("CCPR/C/114/D/2038/2011, paras. 7.2-7.4", "p7.2-4"),
        ("CCPR/C/114/D/2038/2011, paras. 7.2\u20134", "p7.2-4"),
        ("communication No. 2038/2011, para. 7.3", "p7.3"),
        ("Communication No. 2038/2011, Views adopted on 17 July 2015, para. 7.3", "p7.3"),
        ("Human Rights Committee, Communication No 2038/2011, para 7.3", "p7.3"),
        ("X v. Ruritania (CCPR/C/114/D/2038/2011), para. 7.3", "p7.3"),
        ("X v. Ruritania, Comm. No. 2038/2011, para. 7.3", "p7.3"),
    ],
    "A/HRC/WGAD/2019/34": [
        ("Working Group on Arbitrary Detention, opinion No. 34/2019 (A/HRC/WGAD/2019/34), para. 12", "p12"),
    ],
    "A/HRC/8/19": [
        ("A/HRC/8/19, para. 138.2", "p138.2"),
        ("A/HRC/8/19, recommendation 138.2", "p138.2"),
        ("A/HRC/8/19, recs. 138.2 and 138.3", "p138.2 p138.3"),
        ("A/HRC/8/19, recommendations 138.2-138.3", "p138.2 p138.3"),
        ("A/HRC/8/19, para. 99, rec. 27", "p99.27"),
        ("A/HRC/8/19, para. 99, No. 27", "p99.27"),
        ("A/HRC/8/19, para. 99, item number 27", "p99.27"),
        ("A/HRC/8/19, para. 99, point 27", "p99.27"),
        ("A/HRC/8/19, para. 99.27", "p99.27"),
    ],
    "A/C.3/78/L.60/Rev.1": [
        ("A/C.3/78/L.60/Rev.1, para. 3", "p3"),
        ("A/C.3/78/L.60/Rev. 1, OP3", "p3"),
    ],
    "CERD/C/FIN/CO/20-22": [
        ("CERD/C/FIN/CO/20\u201322, para. 12", "p12"),
    ],
    "HRI/GEN/1/Rev.9(Vol.I)": [
        ("HRI/GEN/1/Rev.9 (Vol. I), para. 12", "p12"),
        ("HRI/GEN/1/Rev.9 (vol. I), p. 3", "p6-8"),
    ],
    "A/HRC/S-17/2/Add.1": [
        ("A/HRC/S-17/2/Add.1, para. 12", "p12"),
        ("A/HRC/S\u201317/2/Add.1, para. 12", "p12"),
    ],
    "A/RES/61/106": [
        ("A/RES/61/106, annex I, art. 10 (2)", "annex-I.s10.p2"),
        ("Convention on the Rights of Persons with Disabilities, art. 10 (2)", "annex-I.s10.p2"),
        ("CRPD, art. 10 (2)", "annex-I.s10.p2"),
        ("CRPD, arts. 9 and 10", "annex-I.s9.p1 annex-I.s9.p2 annex-I.s10.p1 annex-I.s10.p2"),
        ("arts. 9-10 CRPD", "annex-I.s9.p1 annex-I.s9.p2 annex-I.s10.p1 annex-I.s10.p2"),
    ],
}


@pytest.mark.parametrize(
    ("citation", "document", "addresses"),
    [(citation, document, found) for document, rows in FOUND.items() for citation, found in rows],
)
def test_the_place_that_is_meant_is_found(shelf: Index, citation: str, document: str, addresses: str) -> None:
    assert_shows(shelf, citation, document, addresses)


@pytest.mark.parametrize(
    ("citations", "found"),
    [
        ("A/HRC/9/8, paras. 10 and 11; A/HRC/48/68, para. 17", "A/HRC/9/8#p10 A/HRC/9/8#p11 A/HRC/48/68#p17"),
        ("A/HRC/48/68, para. 17; and A/HRC/9/8, para. 10.", "A/HRC/48/68#p17 A/HRC/9/8#p10"),
        (
            "A/HRC/9/8, para. 10; para. 12; A/HRC/48/68, para. 17;",
            "A/HRC/9/8#p10 A/HRC/9/8#p12 A/HRC/48/68#p17",
        ),
        (
            "A/HRC/48/68, para. 17; ibid., para. 5; A/HRC/9/8, para. 1",
            "A/HRC/48/68#p17 A/HRC/48/68#p5 A/HRC/9/8#p1",
        ),
        (
            "A/HRC/9/8, para. 10, and A/HRC/48/68, paras. 17-18",
            "A/HRC/9/8#p10 A/HRC/48/68#p17 A/HRC/48/68#p18",
        ),
        (
            "A/HRC/9/8, para. 10, A/HRC/48/68, para. 17 and A/HRC/9/8, para. 2.",
            "A/HRC/9/8#p10 A/HRC/48/68#p17 A/HRC/9/8#p2",
        ),
        ("A/HRC/9/8, para. 10, see also A/HRC/48/68, para. 17", "A/HRC/9/8#p10 A/HRC/48/68#p17"),
    ],
)
def test_citations_of_several_documents_are_answered_in_order(
    shelf: Index, citations: str, found: str
) -> None:
    result = shelf.show(citations)
    assert result.misses == ()
    assert [record.id.replace("@en", "") for record in result.records] == found.split()
    assert len(result.citations) == len(result.parts) == len(result.wanted) == len(result.records)


def test_what_is_missing_of_a_list_is_told(shelf: Index) -> None:
    result = shelf.show("A/HRC/9/8, para. 99; A/HRC/48/68, para. 17")
    assert [record.address for record in result.records] == ["p17"]
    assert result.misses == ("A/HRC/9/8 has paras. 1-45, no 99",)
