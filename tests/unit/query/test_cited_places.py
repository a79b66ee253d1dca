"""A search for what cites a document: the citation is marked, and the snippet shows it."""

from __future__ import annotations

import pytest

from indexer.model import Footnote, Reference
from indexer.query import Index, open_index
from tests.unit.made_up import made_record, made_store

LEAD = "Lighthouses are kept by those who live beside them, winter and summer, " * 6
IN_TEXT = LEAD + "as resolution 60/251 says and as A/HRC/9/8, para. 3 repeats."
JOINT = "Of the tide A/79/8-S/2025/1, para. 2, tells, and S/2025/1, para. 9, of the ebb."
PARTS = "Storms: A/70/40 (Vol. I), A/70/40 (Vol. II), A/CONF.9/8 (Parts I and II), A/CONF.9/8 (Part III)."
YEARS = "Calm: A/70/40/Add.1, A/RES/70 (I), A/70/400 (Vol. I)."
NOTE = "See A/HRC/9/8, para. 3."


def _reference(text: str, citation: str, target: str, address: str | None = None) -> Reference:
    start = text.find(citation)
    return Reference(
        citation=citation, target=target, address=address, start=start, end=start + len(citation)
    )


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    records = [
        made_record(
            "A/1",
            1,
            IN_TEXT,
            references=(
                _reference(IN_TEXT, "resolution 60/251", "A/RES/60/251"),
                _reference(IN_TEXT, "A/HRC/9/8, para. 3", "A/HRC/9/8", "p3"),
            ),
        ),
        made_record(
            "A/1",
            2,
            LEAD,
            footnotes=(Footnote(mark="1", text=NOTE, at=len(LEAD), page=1),),
            references=(
                Reference(
                    citation="A/HRC/9/8, para. 3", target="A/HRC/9/8", address="p3", start=400, end=400
                ),
            ),
        ),
        made_record(
            "A/1",
            3,
            JOINT,
            references=(
                _reference(JOINT, "A/79/8-S/2025/1, para. 2", "A/79/8-S/2025/1", "p2"),
                _reference(JOINT, "S/2025/1, para. 9", "S/2025/1", "p9"),
            ),
        ),
    ]
    symbols = {
        4: (PARTS, "A/70/40(Vol.I) A/70/40(Vol.II) A/CONF.9/8(PartsIandII) A/CONF.9/8(PartIII)"),
        5: (YEARS, "A/70/40/Add.1 A/RES/70(I) A/70/400(Vol.I)"),
    }
    for number, (text, cited) in symbols.items():
        places = text[text.index(":") + 2 : -1].split(", ")
        references = [_reference(text, place, one) for place, one in zip(places, cited.split(), strict=True)]
        records.append(made_record("A/1", number, text, references=tuple(references)))
    store = made_store(tmp_path_factory.mktemp("cited") / ".indexer", [[records]])
    return open_index(store.directory)


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("cites:A/RES/60/251", {"1": ["resolution 60/251"]}),
        ("A/RES/60/251", {"1": ["resolution 60/251"]}),
        ("cites:A/HRC/9/8", {"1": ["A/HRC/9/8, para. 3"], "2": []}),
        ('cites:"A/HRC/9/8, para. 3"', {"1": ["A/HRC/9/8, para. 3"], "2": []}),
        ("A/HRC/9/8, para. 3", {"1": ["A/HRC/9/8, para. 3"], "2": []}),
        ("cites:A/79/8", {"3": ["A/79/8-S/2025/1, para. 2"]}),
        ("cites:A/79/8–S/2025/1", {"3": ["A/79/8-S/2025/1, para. 2", "S/2025/1, para. 9"]}),
        ('cites:"a/79/8 -s/2025/1"', {"3": ["A/79/8-S/2025/1, para. 2", "S/2025/1, para. 9"]}),
        ('cites:"S/2025/1, para. 2"', {"3": ["A/79/8-S/2025/1, para. 2"]}),
        ('cites:"A/79/8-S/2025/1, para. 9"', {"3": ["S/2025/1, para. 9"]}),
        ("A/79/8-S/2025/1", {"3": ["A/79/8-S/2025/1, para. 2", "S/2025/1, para. 9"]}),
        ("cites:A/70/40", {"4": ["A/70/40 (Vol. I)", "A/70/40 (Vol. II)"]}),
        ("A/70/40", {"4": ["A/70/40 (Vol. I)", "A/70/40 (Vol. II)"]}),
        ('cites:"A/70/40 (Vol. II)"', {"4": ["A/70/40 (Vol. II)"]}),
        ("cites:A/CONF.9/8", {"4": ["A/CONF.9/8 (Parts I and II)", "A/CONF.9/8 (Part III)"]}),
        ('cites:"A/CONF.9/8 (Part I)"', {"4": ["A/CONF.9/8 (Parts I and II)"]}),
        ('cites:"A/CONF.9/8 (Part III)"', {"4": ["A/CONF.9/8 (Part III)"]}),
        ('cites:"A/CONF.9/8 (Vol. I)"', {}),
        ("cites:A/RES/70", {}),
        ("lighthouses NOT cites:A/RES/60/251", {"2": ["Lighthouses"] * 6}),
    ],
)
def test_what_is_cited_is_marked(index: Index, query: str, marked: dict[str, list[str]]) -> None:
    hits = index.search(query).hits
    found = {hit.number: [hit.text[mark.start : mark.end] for mark in hit.highlights] for hit in hits}
    assert found == marked


def test_the_snippet_shows_the_citation(index: Index) -> None:
    first, second = index.search("cites:A/HRC/9/8", sort="symbol", kwic=20).hits
    assert "A/HRC/9/8, para. 3 repeats" in first.snippet
    assert second.snippet == f"[note 1] {NOTE}"


def test_a_concordance_has_lines_for_citations_in_text_and_notes(index: Index) -> None:
    lines = index.search("cites:A/HRC/9/8", sort="symbol", kwic=12).occurrences
    assert [(line.match, line.note) for line in lines] == [
        ("A/HRC/9/8, para. 3", ""),
        ("A/HRC/9/8, para. 3", "1"),
    ]
