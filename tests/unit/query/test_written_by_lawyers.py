"""Citations as books, law reviews and web pages have them: titles around them, second names, slips."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.shelf import assert_shows

if TYPE_CHECKING:
    from indexer.query import Index

FOUND = {
    "A/HRC/48/68": [
        ("A/HRC/48/68, para. 17 (emphasis added)", "p17"),
        ("A/HRC/48/68, para. 17 (emphasis in original).", "p17"),
        ("A/HRC/48/68, paras. 17, 18, and annex I, paras. 1 and 2", "p17 p18 annex-I.p1 annex-I.p2"),
        (
            "A/HRC/48/68, paras. 17 and 18, annex I, para. 1, and annex II, paras. 2-3",
            "p17 p18 annex-I.p1 annex-II.p2 annex-II.p3",
        ),
        ("A/HRC/48/68, para. 17 and annex II", "p17 annex-II.p1-5"),
        ("A/HRC/48/68 , para . 17", "p17"),
        ("A/HRC/48/68,para 17(a)(i)", "p17.a.i"),
        ("A/HRC/48/68, para. 17.a", "p17.a"),
        ("A/HRC/48/68, para. 17.a.ii.", "p17.a.ii"),
        ("A/HRC/48/68, para. 17 a)", "p17.a"),
        ("A/HRC/48/68, para. 17a", "p17.a"),
        ("A/HRC/48/68, para. 17 (a), (b) and 18", "p17.a p17.b p18"),
        ("A/HRC/48/68, paras. 017-019", "p17-19"),
        ("A/HRC/48/68, paras 17\u201219", "p17-19"),
        ("A/HRC/48/68, paras. 17\u221219", "p17-19"),
        ("A/HRC/48/68, paras. 35-7", "p35-37"),
        ("A/HRC/48/68, paragraph no. 12", "p12"),
        ("A/HRC/48/68 p. 12", "p33-35"),
        ("A/HRC/48/68, page 3", "p6-8"),
        ("A/HRC/48/68, paras. 17 and 18 respectively", "p17 p18"),
        ("A/HRC/48/68, paras. 17 and 18, respectively.", "p17 p18"),
        ("A/HRC/48/68, inter alia, paras. 17-18", "p17 p18"),
        ("A/HRC/48/68, e.g. para. 17", "p17"),
        ("A/HRC/48/68, notably para. 17", "p17"),
        ("A/HRC/48/68, cf. para. 17", "p17"),
        ("A/HRC/48/68, esp. para. 17", "p17"),
        ("A/HRC/48/68, paras. 17ff.", "p17-45"),
        ("A/HRC/48/68, para. 17 sq.", "p17-45"),
        ("A/HRC/48/68, paras. 17 sqq.", "p17-45"),
        ("A/HRC/48/68, paras. 17 onwards", "p17-45"),
        ("A/HRC/48/68, from para. 17", "p17"),
        ("A/HRC/48/68, paras. 17 and the following", "p17-45"),
        ("See Report of the Special Rapporteur, A/HRC/48/68, para. 17", "p17"),
        ("Report of the Secretary-General (A/HRC/48/68), para. 17", "p17"),
        ('Human Rights Council, "Report of X", 9 August 2021, A/HRC/48/68, para. 17.', "p17"),
        (
            (
                "Human Rights Council, Report of the Special Rapporteur on Torture, UN Doc. "
                "A/HRC/48/68 (9 August 2021), para. 17."
            ),
            "p17",
        ),
        (
            "UNHRC, \u2018Report of the Special Rapporteur\u2019 (9 August 2021) UN Doc A/HRC/48/68, para 17",
            "p17",
        ),
        ("UNHRC \u2018Report\u2019 UN Doc A/HRC/48/68 (9 August 2021) [17]", "p17"),
        ("https://www.undocs.org/A/HRC/48/68", "p1-45 annex-I.p1-5 annex-II.p1-5"),
        ("https://undocs.org/Home/Mobile?FinalSymbol=A%2FHRC%2F48%2F68", "p1-45 annex-I.p1-5 annex-II.p1-5"),
        ("https://docs.un.org/A/HRC/48/68", "p1-45 annex-I.p1-5 annex-II.p1-5"),
        ("ap.ohchr.org/documents/dpage_e.aspx?si=A/HRC/48/68", "p1-45 annex-I.p1-5 annex-II.p1-5"),
        ("A/HRC/48/68, (para. 17)", "p17"),
        ("A/HRC/48/68: para. 17", "p17"),
        ("A/HRC/48/68 \u2014 para. 17", "p17"),
        ("A/HRC/48/68 paragraph17", "p17"),
        ("A/HRC/48/68 ¶¶17\u201319", "p17-19"),
        ("a/hrc/48/68 PARA. 17", "p17"),
        ("A/hrc/48/68, Para 17", "p17"),
    ],
    "A/HRC/RES/48/13": [
        ("Human Rights Council, Resolution 48/13, para. 5", "p5"),
        ("Human Rights Council. Resolution 48/13. Para. 5", "p5"),
        ("HRC, Resolution 48/13 (2021), para. 5", "p5"),
        ("UN HRC Res 48/13 (8 October 2021) UN Doc A/HRC/RES/48/13, para 5", "p5"),
        ("HRC resolution 48/13 of 8 October 2021, para. 5", "p5"),
        ("Human Rights Council Resolution 48/13, “The human right to a clean environment”, para. 5", "p5"),
        ("Human Rights Council resolution 48/13 on the human right to a clean environment, para. 5", "p5"),
        ("resolution 48/13 of the Human Rights Council, para. 5", "p5"),
        ("Resolution 48/13, Human Rights Council, para. 5", "p5"),
        ("UNHRC Resolution 48/13, ¶ 5", "p5"),
    ],
    "S/RES/1325(2000)": [
        ("Security Council resolution 1325, OP8", "p8"),
        ("Security Council resolution 1325 (2001), para. 8", "p8"),
        ("SC resolution 1325 para 8", "p8"),
        ("UN Security Council Resolution 1325 (2000) [S/RES/1325], para. 8", "p8"),
        (
            "UN Security Council, Resolution 1325, UN Doc. S/RES/1325 (2000), 31 October 2000, para. 8",
            "p8",
        ),
        ("S/RES/1325 (2000), operative paragraph 8", "p8"),
        ("S/Res/1325, op 8", "p8"),
        ("S/RES/1325, OP 8 and PP 3", "p8 pp3"),
    ],
    "A/RES/60/251": [
        (
            (
                "UN General Assembly, Human Rights Council: resolution / adopted by the General "
                "Assembly, 3 April 2006, A/RES/60/251, para. 2"
            ),
            "p2",
        ),
        ("General Assembly resolution 60/251 (A/RES/60/251), para. 2", "p2"),
        ("A/RES/60/251 (2006), para. 2", "p2"),
        ("A/RES/60/251 of 15 March 2006, para. 2", "p2"),
        ("A/ RES/ 60/ 251, para. 2", "p2"),
        ("A/R ES/60/251, para. 2", "p2"),
        ("(A/RES/60/251), para. 2", "p2"),
        ("*A/RES/60/251*, para. 2", "p2"),
        ("A/RES/60/251*, para. 2", "p2"),
        ("`A/RES/60/251`, para. 2", "p2"),
        ("[A/RES/60/251](https://undocs.org/A/RES/60/251), para. 2", "p2"),
        ("<A/RES/60/251>, para. 2", "p2"),
        ("UN Doc.: A/RES/60/251, para. 2", "p2"),
        ("UN Document No. A/RES/60/251, para. 2", "p2"),
        ("Doc. A/RES/60/251, para. 2", "p2"),
        ("Document A/RES/60/251 para. 2", "p2"),
        ("U.N.Doc.A/RES/60/251, para. 2", "p2"),
    ],
    "CCPR/C/GC/36": [
        ("General comment no. 36, CCPR/C/GC/36, para. 12", "p12"),
        ("General Comment No. 36 (CCPR/C/GC/36), para. 12 (b)", "p12.b"),
        ("HR Committee, General Comment No. 36, para. 12", "p12"),
        (
            (
                "UN Human Rights Committee (HRC), General comment no. 36, Article 6 (Right to "
                "Life), 3 September 2019, CCPR/C/GC/36, para. 12"
            ),
            "p12",
        ),
        ("CCPR General Comment No. 36: Article 6 (Right to Life), para. 12", "p12"),
        ("General Comment 36 of the HRC, para. 12", "p12"),
        ("Human Rights Committee, general comment No. 36, paras. 12, 13 and 17", "p12 p13 p17"),
    ],
    "CCPR/C/114/D/2038/2011": [
        ("Human Rights Committee, X v. Ruritania, communication No. 2038/2011, para. 7.3", "p7.3"),
        (
            "Human Rights Committee, Views of 17 July 2015, Communication No. 2038/2011, paras. 7.2\u20137.4",
            "p7.2-4",
        ),
        ("communication No. 2038/2011 (CCPR/C/114/D/2038/2011), para. 7.3", "p7.3"),
        ("Comm. 2038/2011, para. 7.3", "p7.3"),
        ("CCPR/C/114/D/2038/2011, § 7.3", "p7.3"),
    ],
    "A/HRC/WGAD/2019/34": [
        ("opinion No. 34/2019, para. 12", "p12"),
        ("WGAD Opinion 34/2019, para. 12", "p12"),
        ("Working Group on Arbitrary Detention, opinion No. 34/2019, paras. 12-13", "p12 p13"),
        ("opinion No. 34/2019 (Ruritania), para. 12", "p12"),
        ("avis n° 34/2019, par. 12", "p12"),
        ("A/HRC/WGAD/2019/34, paras. 12-13", "p12 p13"),
    ],
    "A/61/53": [
        ("GAOR, 61st Sess., Supp. No. 53, U.N. Doc. A/61/53 (2006), ¶ 3", "p3"),
        (
            (
                "Official Records of the General Assembly, Sixty-first Session, Supplement No. "
                "53 (A/61/53), para. 3"
            ),
            "p3",
        ),
        ("A/61/53, chap. I, sect. A, resolution 1/2, para. 3", "resolution-1.2.p3"),
        ("A/61/53, p. 4", "p9-11"),
    ],
    "E/2006/22-E/C.12/2005/5": [
        (
            (
                "Official Records of the Economic and Social Council, 2006, Supplement No. 2 "
                "(E/2006/22-E/C.12/2005/5), para. 43"
            ),
            "p43",
        ),
        ("E/2006/22, annex IX, para. 2", "annex-IX.p2"),
        ("E/2006/22-E/C.12/2005/5, Annex IX", "annex-IX.p1-4"),
    ],
    "file:udhr.pdf": [
        ("UDHR, para. 2, art. 5", "s5.p2"),
        ("UDHR, art. 5, para. 2, and art. 6, para. 1", "s5.p2 s6.p1"),
        ("UDHR Art. 5 § 2", "s5.p2"),
        ("UDHR, Art V", "s5.p1 s5.p2"),
        ("Arts 5-7 UDHR", "s5.p1 s5.p2 s6.p1 s6.p2 s7.p1 s7.p2"),
        ("articles 5 to 7 of the UDHR", "s5.p1 s5.p2 s6.p1 s6.p2 s7.p1 s7.p2"),
        ("article 5, paragraph 2, of the UDHR", "s5.p2"),
        ("article 5 (1) and (2) of the UDHR", "s5.p1 s5.p2"),
        ("articles 5 (1), 6 and 7 (2) of the UDHR", "s5.p1 s6.p1 s6.p2 s7.p2"),
        (
            "Universal Declaration of Human Rights (10 December 1948) UNGA Res 217 A(III) (UDHR) art 5",
            "s5.p1 s5.p2",
        ),
        (
            "UDHR, arts. 8 et seq.",
            "s8.p1 s8.p2 s9.p1 s9.p2 s10.p1 s10.p2",
        ),
    ],
    "A/RES/61/106": [
        (
            "Convention on the Rights of Persons with Disabilities (CRPD), art. 10",
            "annex-I.s10.p1 annex-I.s10.p2",
        ),
        (
            "Convention on the Rights of Persons with Disabilities, 13 December 2006, art. 10",
            "annex-I.s10.p1 annex-I.s10.p2",
        ),
        ("CRPD Art. 10(1)\u2013(2)", "annex-I.s10.p1 annex-I.s10.p2"),
        ("CRPD, article 10.2", "annex-I.s10.p2"),
        ("A/RES/61/106, art. 10", "annex-I.s10.p1 annex-I.s10.p2"),
    ],
    "A/CONF.157/24(PartI)": [
        ("VDPA, para. 5", "p5"),
    ],
    "A/RES/70/1": [
        ("Agenda 2030, para. 5", "p5"),
        ("the 2030 Agenda, para. 5", "p5"),
    ],
}


@pytest.mark.parametrize(
    ("citation", "document", "addresses"),
    [(citation, document, found) for document, rows in FOUND.items() for citation, found in rows],
)
def test_what_stands_around_a_place_hides_it_not(
    shelf: Index, citation: str, document: str, addresses: str
) -> None:
    assert_shows(shelf, citation, document, addresses)
