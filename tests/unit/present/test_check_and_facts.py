from __future__ import annotations

import json

import msgspec

from indexer.ingest.preview import CheckedFiles, Refused
from indexer.model import CheckLine, Finding, HeldDocument, ParseReport
from indexer.present import (
    PLAIN,
    check_text,
    check_values,
    document_lines,
    facet_text,
    facet_values,
    info_text,
    json_lines,
)

GAP = Finding(code="gap", page=4, text="after 12 comes 14")
CHECKED = CheckedFiles(
    reports=(
        ParseReport(path="b.pdf", symbol="A/1/2", language="en", pages=2, records=9, findings=(GAP,)),
        ParseReport(path="c.pdf", symbol=None, language="en", pages=1, records=1),
    ),
    failures=(Refused(path="a.pdf", code="encrypted", reason="a password\nis needed"),),
    duplicates=(Refused(path="d.pdf", code="duplicate", reason="same content as b.pdf"),),
    copies={"A/1/2@en": ("b.pdf", "e.pdf")},
    integrity=("x.seg is damaged",),
)


def test_check_as_text() -> None:
    assert list(check_text(CHECKED, PLAIN)) == [
        "index (1)",
        "  damaged  x.seg is damaged",
        "could not be read (1)",
        "  encrypted  a.pdf: a password is needed",
        "to look at (1)",
        "  A/1/2 (b.pdf): 9 paragraphs, 2 pages",
        "    gap  page 4: after 12 comes 14",
        "the same id in several files (1)",
        "  copies  A/1/2@en: b.pdf, e.pdf",
        "the same content under another name (1)",
        "  duplicate  d.pdf: same content as b.pdf",
        "2 documents read, 1 to look at; 1 could not be read; 1 duplicate; the index is damaged",
    ]


def test_many_findings_of_a_sort_are_cut() -> None:
    other = Finding(code="unread-number", page=None, text="a line begins with 3 and is no paragraph")
    findings = (*(GAP,) * 3, other, *(GAP,) * 9)
    report = ParseReport(path="b.pdf", symbol=None, language="en", findings=findings)
    assert list(check_text(CheckedFiles(reports=(report,)), PLAIN))[2:-1] == [
        *["    gap            page 4: after 12 comes 14"] * 3,
        "    gap            and 9 more (--format jsonl has all)",
        "    unread-number  a line begins with 3 and is no paragraph",
    ]


def test_check_as_values() -> None:
    values = list(check_values(CHECKED))
    assert [value.state for value in values] == [
        "damaged-index",
        "failed",
        "duplicate",
        "copies",
        "read",
        "read",
    ]
    read_again = [msgspec.json.decode(line, type=CheckLine) for line in json_lines(values)]
    assert read_again == values
    line = list(json_lines(values))[-2]
    assert json.loads(line)["findings"] == [{"code": "gap", "page": 4, "text": "after 12 comes 14"}]


class Facts(msgspec.Struct):
    folders: tuple[str, ...]
    paragraphs: int
    years: dict[int, int]
    entities: dict[str, int]
    bytes: int


def test_info() -> None:
    facts = Facts(
        folders=("/a", "/b"),
        paragraphs=12_345,
        years={2009: 1, 2008: 5},
        entities={f"E{number}": 20 - number for number in range(12)},
        bytes=2_500_000,
    )
    pairs = (line.split(maxsplit=1) for line in info_text(facts, PLAIN))
    lines = dict(pairs)
    assert lines["folders"] == "/a, /b"
    assert lines["paragraphs"] == "12,345"
    assert lines["years"] == "2008 (5), 2009 (1)"
    assert lines["entities"].endswith("E9 (11), and 2 more")
    assert lines["bytes"] == "2.5 MB"


def test_documents() -> None:
    held = HeldDocument(
        document="A/1",
        language="en",
        copy=1,
        title="Of\nlights",
        date=None,
        body=None,
        year=None,
        paragraphs=7,
        path="a.pdf",
    )
    assert list(document_lines([held], aligned=False)) == ["A/1\ten\t\t7\tOf lights"]
    assert list(document_lines([held], aligned=True)) == ["A/1  en                  7  Of lights"]
    assert list(document_lines([], aligned=True)) == []
    other = msgspec.structs.replace(held, copy=2, title="", path="b/1.pdf")
    assert list(document_lines([held, other], aligned=False)) == [
        f"A/1\ten\t\t7\tOf lights ({held.path})",
        "A/1\ten\t\t7\t(b/1.pdf)",
    ]


def test_facets() -> None:
    facets = {"year": {"2008": 12, "20\t09": 3}}
    assert list(facet_text(facets, aligned=False)) == ["2008\t12", "20 09\t3"]
    assert list(facet_text(facets, aligned=True)) == ["12  2008", " 3  20 09"]
    assert [value.count for value in facet_values(facets)] == [12, 3]
