"""General comments by the name of their committee: in running text, and as a person types them."""

from __future__ import annotations

import pytest

from indexer.errors import CitationSyntaxError
from indexer.grammar.citations import find_citations, parse_citation

NAMED = [
    ("Human Rights Committee, general comment No. 36 (2018), para. 7", "CCPR/C/GC/36", "p7"),
    ("the Human Rights Committee, in its general comment No. 34 (2011),", "CCPR/C/GC/34", ""),
    ("CCPR general comment 32, paras. 4-5", "CCPR/C/GC/32", "p4 p5"),
    ("general comment No. 31 of the Human Rights Committee", "CCPR/C/21/Rev.1/Add.13", ""),
    ("Committee on the Rights of the Child general comment No. 14, para. 6 (a)", "CRC/C/GC/14", "p6.a"),
    ("the Committee on the Rights of the Child's general comment No. 5", "CRC/GC/2003/5", ""),
    ("CEDAW, general recommendation No. 34 (2016) on rural women, paras. 81-82", "CEDAW/C/GC/34", "p81 p82"),
    ("general recommendation No. 35 of the CERD", "CERD/C/GC/35", ""),
    ("general recommendation 39 of the Committee on the Elimination of Discrimination against Women",
     "CEDAW/C/GC/39", ""),
    ("general comment No. 15 (2002) on the right to water of the CESCR", "E/C.12/2002/11", ""),
    ("Committee on Economic, Social and Cultural Rights, general comment No. 24 (2017)", "E/C.12/GC/24", ""),
    ("Committee against Torture, general comment No. 4, para. 9", "CAT/C/GC/4", "p9"),
    ("general comment 12 (CRC), para. 4", "CRC/C/GC/12", "p4"),
    ("general comment No. 12 CRC, para. 4", "CRC/C/GC/12", "p4"),
    ("CRPD general comment No. 6 (2018)", "CRPD/C/GC/6", ""),
    ("Comité des droits de l'enfant, observation générale no 12, par. 3", "CRC/C/GC/12", "p3"),
    ("Comité de Derechos Humanos, observación general núm. 36, párr. 7", "CCPR/C/GC/36", "p7"),
    ("Комитет по правам человека, замечание общего порядка № 36", "CCPR/C/GC/36", ""),
    ("人权事务委员会第36号一般性意见", "CCPR/C/GC/36", ""),
    ("人权事务委员会关于生命权的第36号一般性意见(2018年)，第12段", "CCPR/C/GC/36", "p12"),
    ("消除对妇女歧视委员会第35号一般性建议，第24段", "CEDAW/C/GC/35", "p24"),
    ("儿童权利委员会第35号一般性建议", "", ""),  # which makes no recommendations
    ("adopted by the Committee on the Rights of the Child, general recommendation No. 31 (2005)", "", ""),
    ("general comment No. 7 of the Board of Keepers", "", ""),
    ("Human Rights Committee, general comment No. 6", "", ""),  # of before the series
    ("the general comments of No. 10 Harbour Road", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "symbol", "places"), NAMED)
def test_running_text(text: str, symbol: str, places: str) -> None:
    found = [
        (str(citation.symbol), " ".join(citation.addresses))
        for _, _, citation in find_citations(text)
        if citation.symbol
    ]
    assert found == ([(symbol, places)] if symbol else [])


@pytest.mark.parametrize(
    ("text", "symbol", "places"),
    [row for row in NAMED if row[1] and not row[0].startswith("the ")],
)
def test_typed(text: str, symbol: str, places: str) -> None:
    citation = parse_citation(text)
    assert (str(citation.symbol), " ".join(citation.addresses)) == (symbol, places)


def test_its_own_comment_is_that_of_the_committee() -> None:
    text = "The Committee recalls its general comment No. 36 (2018), paragraph 7"
    assert [str(found.symbol) for _, _, found in find_citations(text, body="CCPR")] == ["CCPR/C/GC/36"]
    assert not list(find_citations(text, body="HRC"))


def test_a_comment_of_nobody_is_no_citation() -> None:
    with pytest.raises(CitationSyntaxError):
        parse_citation("general comment No. 36, para. 7")
