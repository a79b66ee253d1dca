from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.errors import CitationSyntaxError
from indexer.grammar.citations import parse_citation
from indexer.model import Footnote, Part, Record, Reference, Source, SourceFile
from indexer.query import Index, open_index
from indexer.query.cite import citation_of
from indexer.query.misses import miss_sentence
from indexer.store import open_store
from tests.unit.made_up import made_record, made_store, parsed_of

if TYPE_CHECKING:
    from pathlib import Path

KINDS = {"pp": "preamble", "t": "text", "s": "speech", "tab": "table"}


def unit(document: str, address: str, order: int, **more: Any) -> Record:
    symbol = None if document.startswith("file:") else document
    path = document.removeprefix("file:") if symbol is None else document.replace("/", "-") + ".pdf"
    language = more.pop("language", "en")
    last = address.rpartition(".")[2] if not address.rpartition(".")[2].isdigit() else ""
    letters = "".join(letter for letter in last if letter.isalpha())
    number = address.rpartition("p")[2] if "p" in letters and letters == "p" else None
    fields: dict[str, Any] = {
        "id": f"{document}@{language}#{address}",
        "symbol": symbol,
        "symbols": (symbol,) if symbol else (),
        "language": language,
        "kind": KINDS.get(letters, "paragraph"),
        "number": number,
        "address": address,
        "page": 1 + order // 3,
        "page_end": 1 + (order + 1) // 3,
        "page_label": str(1 + order // 3),
        "order": order,
        "text": f"Text of {address} in {language}.",
        "source": Source(path=path, sha256=path + language, media_type="application/pdf"),
    }
    return Record(**(fields | more))


def write(directory: Path, documents: list[list[Record]]) -> Index:
    with open_store(directory, create=True).writer() as writer:
        for number, records in enumerate(documents):
            source = records[0].source
            writer.replace(
                SourceFile(
                    path=source.path,
                    location=f"/reports/{number}/{source.path}",
                    sha256=f"{source.sha256}{number}",
                    size=1,
                    media_type=source.media_type,
                ),
                parsed_of(records),
            )
    return open_index(directory)


ADDRESSES = [
    "t1", "pp1", "pp2", "p1", "p2", "p3", "p4", "p5", "p9", "p10", "p10bis", "p11", "p12", "tab1", "s1",
    "s2.p1", "p99", "annex-I.p1", "annex-I.p2", "annex-II.p1", "annex-II.appendix.p1", "annex-II.t1",
    "resolution-78.69.p1", "decision-3.p1", "opinion-2.p4", "enclosure-1.p7", "part-2.p3",
]  # fmt: skip
CASE_LAW = ["p1", "p2.1", "p2.2", "p7.3", "p7.10", "p8"]
REVIEW = [
    unit("A/HRC/8/19", "p99", 1, number="99"),
    unit("A/HRC/8/19", "p99.27", 2, kind="item", number="27"),
    unit("A/HRC/8/19", "p138", 3, number="138"),
    unit("A/HRC/8/19", "p138.2", 4, kind="recommendation", number="138.2"),
    unit("A/HRC/8/19", "p138.10", 5, kind="recommendation", number="138.10"),
    unit("A/HRC/8/19", "annex-I.p1", 6, number="1"),
    unit("A/HRC/8/19", "annex-I.p1.2", 7, kind="item", number="2"),
]
REPLIES = [
    unit("A/HRC/8/19/Add.1", "p138.2", 1, kind="recommendation", number="138.2–4"),
    unit("A/HRC/8/19/Add.1", "p138.5", 2, kind="recommendation", number="138.5"),
    unit("A/HRC/8/19/Add.1", "t1", 3, kind="recommendation", number="5 and 36"),
    unit("A/HRC/8/19/Add.1", "t2", 4, kind="recommendation", number="122.28"),
    unit("A/HRC/8/19/Add.1", "annex-I.p138.6", 5, kind="recommendation", number="138.6, 9"),
]
PARTED = unit(
    "A/HRC/9/8",
    "p74",
    40,
    number="74",
    text="Lead-in: (a) first; (b) second.",
    parts=(Part(address="p74.a", start=9, end=19), Part(address="p74.b", start=20, end=31)),
    footnotes=(Footnote(mark="29", text="A note."),),
)
FRENCH = [unit("A/HRC/9/8", address, order, language="fr") for order, address in enumerate(["p1", "p2"], 1)]
RUSSIAN = [unit("A/HRC/7/7", "p1", 1, language="ru")]
DOCUMENTS = [
    [*(unit("A/HRC/9/8", address, order) for order, address in enumerate(ADDRESSES, 1)), PARTED],
    [unit("CCPR/C/99/D/1797/2008", address, order) for order, address in enumerate(CASE_LAW, 1)],
    REVIEW,
    REPLIES,
    FRENCH,
    RUSSIAN,
    [
        unit("file:letters/Letter of 3 May.pdf", address, order)
        for order, address in enumerate(["t1", "p2"], 1)
    ],
    [
        unit(
            "A/HRC/9/8",
            "p1",
            1,
            text="Another reading of the same.",
            source=Source(path="other.pdf", sha256="other", media_type="application/pdf"),
        )
    ],
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return write(tmp_path_factory.mktemp("show") / ".indexer", DOCUMENTS)


def addresses(index: Index, reference: str, **options: Any) -> list[str]:
    return [record.address for record in index.show(reference, **options).records]


@pytest.mark.parametrize(
    "record", [record for records in DOCUMENTS[:-1] for record in records], ids=lambda r: r.id
)
def test_every_record_is_found_by_its_citation_and_its_id(index: Index, record: Record) -> None:
    for reference in (citation_of(record), record.id):
        result = index.show(reference, lang=record.language)
        assert {found.id for found in result.records} == {record.id}, reference
        assert record in result.records
        assert result.misses == ()


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("A/HRC/9/8, para. 10", ["p10"]),
        ("a/hrc/9/8 para 10", ["p10"]),
        ("A/HRC/9/8 §10", ["p10"]),
        ("UN Doc. A/HRC/9/8, paragraph 10", ["p10"]),
        ("A/HRC/9/8, paras. 9-11", ["p9", "p10", "p11"]),
        ("A/HRC/9/8, paras. 9–11", ["p9", "p10", "p11"]),
        ("A/HRC/9/8, paras. 3, 5 and 12", ["p3", "p5", "p12"]),
        ("A/HRC/9/8, paras. 12 and 3", ["p12", "p3"]),
        ("A/HRC/9/8, para. 10 bis", ["p10bis"]),
        ("A/HRC/9/8, annex I, para. 2", ["annex-I.p2"]),
        ("A/HRC/9/8, annex 1, para. 2", ["annex-I.p2"]),
        ("A/HRC/9/8, annex I", ["annex-I.p1", "annex-I.p2"]),
        ("A/HRC/9/8, annex II", ["annex-II.p1", "annex-II.appendix.p1", "annex-II.t1"]),
        ("A/HRC/9/8, para. 1", ["p1", "p1"]),
        ("A/HRC/9/8@en#annex-I.p1", ["annex-I.p1"]),
        ("A/HRC/9/8#p10", ["p10"]),
        ("CCPR/C/99/D/1797/2008, para. 7.3", ["p7.3"]),
        ("CCPR/C/99/D/1797/2008, paras. 2.2–8", ["p2.2", "p7.3", "p7.10", "p8"]),
        ("A/HRC/8/19, para. 138.2", ["p138.2"]),
        ("A/HRC/8/19, recommendation 27", ["p99.27"]),
        ("A/HRC/8/19, recs. 2, 10 and 27", ["p138.2", "p138.10", "p99.27"]),
        ("A/HRC/8/19, annex I, recommendation 2", ["annex-I.p1.2"]),
        ("A/HRC/8/19, recommendation 99", ["p99"]),
        ("A/HRC/8/19/Add.1, para. 138.3", ["p138.2"]),
        ("A/HRC/8/19/Add.1, paras. 138.3–5", ["p138.2", "p138.5"]),
        ("A/HRC/8/19/Add.1, paras. 138 to 138.5", ["p138.2", "p138.5"]),
        ("A/HRC/8/19/Add.1, annex I, para. 138.9", ["annex-I.p138.6"]),
        ("A/HRC/8/19/Add.1, recs. 2 and 4", ["p138.2"]),
        ("A/HRC/8/19/Add.1, recommendation 36", ["t1"]),
        ("A/HRC/8/19/Add.1, recommendation 122.28", ["t2"]),
        ("A/HRC/8/19/Add.1, text 36", []),
        ("A/HRC/8/19/Add.1, recommendation 138.4", ["p138.2"]),
        ("Letter of 3 May.pdf", ["t1", "p2"]),
        ("file:letters/Letter of 3 May.pdf", ["t1", "p2"]),
        ("letters/Letter of 3 May.pdf, para. 2", ["p2"]),
        ("letters/Letter of 3 May.pdf para. 2", ["p2"]),
        ("letters/Letter of 3 May.pdf §2", ["p2"]),
        ("A/HRC/7/7, para. 1", ["p1"]),
    ],
)
def test_references(index: Index, reference: str, expected: list[str]) -> None:
    assert addresses(index, reference) == expected


@pytest.mark.parametrize("query", ["number:138.3", "number:138.2–4", "A/HRC/8/19/Add.1, para. 138.3"])
def test_numbers_printed_as_one_are_found_by_each(index: Index, query: str) -> None:
    assert [hit.address for hit in index.search(query).hits] == ["p138.2"]


def test_a_symbol_alone_is_the_whole_document(index: Index) -> None:
    assert addresses(index, "A/HRC/9/8") == [*ADDRESSES, "p74", "p1"]


def test_a_sub_paragraph_is_told_with_its_record(index: Index) -> None:
    result = index.show("A/HRC/9/8, para. 74 (b)")
    assert [(record.address, part) for record, part in zip(result.records, result.parts, strict=True)] == [
        ("p74", "p74.b")
    ]
    assert index.show("A/HRC/9/8, para. 74 (c)").misses == (
        "A/HRC/9/8, para. 74 has no (c); it has (a), (b)",
    )


def test_a_footnote_is_told_with_its_record(index: Index) -> None:
    result = index.show("A/HRC/9/8, footnote 29")
    assert [(record.address, part) for record, part in zip(result.records, result.parts, strict=True)] == [
        ("p74", "fn29")
    ]
    assert index.show("A/HRC/9/8, footnote 3").misses == ("A/HRC/9/8 has footnote 29, no 3",)


def test_footnotes_without_a_mark_are_told_as_such() -> None:
    note = Footnote(mark="", text="Of the harbour.", at=0, page=1)
    records = [made_record("A/HRC/9/8", 1, "Lights.", footnotes=(note,))]
    asked = parse_citation("A/HRC/9/8, note 2").pinpoints
    told = "A/HRC/9/8 has only footnotes without a mark, so no footnote 2"
    assert miss_sentence("A/HRC/9/8", records, asked) == told


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("para. 74, footnote 29", [("p74", "fn29")]),
        ("paras. 10 and 74, footnote 29", [("p10", ""), ("p74", "fn29")]),
        ("para. 10, footnote 29", [("p10", ""), ("p74", "fn29")]),
    ],
)
def test_a_footnote_of_a_paragraph_is_shown_once(
    index: Index, asked: str, found: list[tuple[str, str]]
) -> None:
    result = index.show(f"A/HRC/9/8, {asked}")
    assert [
        (record.address, part) for record, part in zip(result.records, result.parts, strict=True)
    ] == found


@pytest.mark.parametrize(
    ("asked", "found", "told"),
    [
        ("p. 2, para. 2", ["p2"], ()),
        ("at p. 2, para. 2", ["p2"], ()),
        ("para. 2, p. 2", ["p2"], ()),
        ("p. 3, para. 2", ["p2"], ()),  # its second page
        ("p. 4, para. 2", ["p2"], ("A/HRC/9/8, para. 2 is on page 2, not on 4",)),
        ("paras. 1-3, pp. 2-3", ["p1", "p2", "p3"], ()),
        ("paras. 1-3, p. 2", ["p1", "p2", "p3"], ("A/HRC/9/8, para. 3 is on page 3, not on 2",)),
        ("p. 2, para. 8", [], ()),
    ],
)
def test_a_page_beside_a_paragraph_is_the_one_it_is_on(
    index: Index, asked: str, found: list[str], told: tuple[str, ...]
) -> None:
    result = index.show(f"A/HRC/9/8, {asked}", lang="en")
    assert [record.address for record in result.records] == found
    assert result.notices == told


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (11, ()),
        (13, ()),
        (15, ("A/HRC/9/8, para. 45 is on page 11 (13 of the file), not on 15",)),
    ],
)
def test_a_page_beside_a_paragraph_may_be_the_printed_one_or_counted(
    tmp_path: Path, page: int, told: tuple[str, ...]
) -> None:
    paged = unit("A/HRC/9/8", "p45", 0, page=13, page_end=13, page_label="11")
    result = write(tmp_path / "index", [[paged]]).show(f"A/HRC/9/8, para. 45, p. {page}")
    assert ([record.address for record in result.records], result.notices) == (["p45"], told)


def test_a_recommendation_left_for_later_leads_to_its_answer(tmp_path: Path) -> None:
    def recommendation(symbol: str, number: str, order: int, position: str | None) -> Record:
        address = f"p{number.partition('–')[0]}"
        return unit(symbol, address, order, kind="recommendation", number=number, position=position)

    asked = {"122.1": "pending", "122.2": "supported", "122.3": "pending", "122.15": "pending"}
    given = {"122.1": "noted", "122.2": "noted", "122.14–15": None}
    review, answers = (
        [recommendation(symbol, number, at, said[number]) for at, number in enumerate(said)]
        for symbol, said in (("A/HRC/9/8", asked), ("A/HRC/9/8/Add.1", given))
    )
    index = write(tmp_path / "index", [review, answers])
    told = {number: index.show(f"A/HRC/9/8, para. {number}").notices for number in asked}
    assert told == {
        "122.1": ("answered in A/HRC/9/8/Add.1, para. 122.1: noted",),
        "122.2": (),
        "122.3": (),
        "122.15": ("answered in A/HRC/9/8/Add.1, paras. 122.14–122.15",),
    }


def test_pages(index: Index) -> None:
    assert addresses(index, "A/HRC/9/8", page=1) == ["t1", "pp1", "p1"]
    assert addresses(index, "A/HRC/9/8 at p. 2") == ["p1", "p2", "pp2"] or addresses(
        index, "A/HRC/9/8 at p. 2"
    ) == ["pp2", "p1", "p2"]
    assert index.show("A/HRC/9/8", page=99).misses == ("A/HRC/9/8: nothing on page 99; it has pages 1-14",)


def test_more_neighbours_than_there_are_is_the_whole_document(index: Index) -> None:
    whole = index.show("A/HRC/9/8, para. 10", context=1_000).records
    assert index.show("A/HRC/9/8, para. 10", context=10**18).records == whole


def test_neighbours(index: Index) -> None:
    result = index.show("A/HRC/9/8, para. 10", context=1)
    assert [
        (record.address, wanted) for record, wanted in zip(result.records, result.wanted, strict=True)
    ] == [
        ("p9", False),
        ("p10", True),
        ("p10bis", False),
    ]


def test_languages(index: Index) -> None:
    english = index.show("A/HRC/9/8, para. 2")
    assert [record.language for record in english.records] == ["en"]
    assert "A/HRC/9/8 is also there in fr (--lang)" in english.notices
    assert [record.language for record in index.show("A/HRC/9/8, para. 2", lang="fr").records] == ["fr"]
    assert [record.language for record in index.show("A/HRC/9/8, para. 2", lang="French").records] == ["fr"]
    both = index.show("A/HRC/9/8, para. 2", lang="all")
    assert {record.language for record in both.records} == {"en", "fr"}
    assert index.show("A/HRC/9/8, para. 2", lang="es").misses == (
        "A/HRC/9/8 is not in the index in “es”, only in: en, fr",
    )


def test_copies_are_told(index: Index) -> None:
    result = index.show("A/HRC/9/8, para. 1", lang="en")
    assert [record.copy for record in result.records] == [1, 2]
    assert result.citations == ("A/HRC/9/8, para. 1", "A/HRC/9/8, para. 1 [copy 2]")
    assert any("with different content; “[copy 2]” behind it" in notice for notice in result.notices)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Two files of a report, of which only the second paragraph differs."""
    files = [
        [
            made_record("A/7", number, text, source=Source(path=path, sha256=path, media_type="text/plain"))
            for number, text in enumerate(["The lamps are lit.", f"So {path} says."], 1)
        ]
        for path in ("a/t.txt", "b/t.txt")
    ]
    return open_index(made_store(tmp_path_factory.mktemp("copied") / ".indexer", [files]).directory)


@pytest.mark.parametrize(
    ("asked", "found", "told"),
    [
        ("A/7, para. 1", "p1", "A/7, para. 1 is the same in a/t.txt, b/t.txt"),
        ("A/7, para. 2", "p2 p2", "A/7, para. 2 is there in a/t.txt, b/t.txt, with different content"),
        ("A/7, paras. 1-2", "p1 p2 p2", "A/7, para. 1 is the same in a/t.txt, b/t.txt"),
        ("A/7@en#p1", "p1 p1", "A/7, para. 1 is there in a/t.txt, b/t.txt, with the same words"),
        ("A/7, para. 1 [copy 2]", "p1", ""),
        ("A/7", "p1 p2 p1 p2", "A/7, para. 2 is there in a/t.txt, b/t.txt, with different content"),
    ],
)
def test_what_copies_say_in_the_same_words_stands_once(
    copied: Index, asked: str, found: str, told: str
) -> None:
    result = copied.show(asked)
    assert " ".join(record.address for record in result.records) == found
    assert "; ".join(result.notices).startswith(told)
    assert bool(result.notices) == bool(told)


def test_a_place_asked_for_twice_is_no_copy(index: Index) -> None:
    result = index.show("A/HRC/9/8, paras. 2 and 1-3")
    assert len({record.id for record in result.records}) == 3
    assert not any("para. 2 is there" in notice for notice in result.notices)


@pytest.mark.parametrize("reference", ["A/HRC/9/8, para. 1", "A/HRC/9/8@en#p1"])
@pytest.mark.parametrize("copy", [1, 2])
def test_one_copy_is_reached_by_its_mark(index: Index, reference: str, copy: int) -> None:
    result = index.show(f"{reference} [copy {copy}]", lang="en")
    assert [record.copy for record in result.records] == [copy]
    assert not any("copy" in notice for notice in result.notices)


def test_a_copy_that_is_not_there(index: Index) -> None:
    assert index.show("A/HRC/9/8, para. 1 [copy 7]", lang="en").misses == (
        "A/HRC/9/8 has no copy 7, only: 1, 2",
    )


def test_an_id_that_repeats_inside_a_file_reaches_each(tmp_path: Path) -> None:
    addresses = ["p1", "p2", "p3", "p2", "p4"]
    document = [unit("A/HRC/9/9", address, order) for order, address in enumerate(addresses, 1)]
    index = write(tmp_path / "x", [document])
    both = index.show("A/HRC/9/9, para. 2")
    assert [(record.order, record.copy) for record in both.records] == [(2, 1), (4, 2)]
    assert any("2 times in A-HRC-9-9.pdf" in notice for notice in both.notices)
    assert [record.order for record in index.show(both.citations[1]).records] == [4]
    assert [record.order for record in index.show("A/HRC/9/9").records] == [1, 2, 3, 4, 5]
    around = index.show(both.citations[1], context=1)
    assert [record.order for record in around.records] == [4]
    assert [record.order for record in index.show("A/HRC/9/9, para. 2", context=1).records] == [1, 2, 3, 4, 5]
    assert index.show("A/HRC/9/9, para. 4").misses == ()


@pytest.mark.parametrize("name", ["C#a@b.pdf", "x [copy 2]", "a, para. 3.txt", "dir?x=1&y.pdf"])
def test_odd_file_names_are_reached(tmp_path: Path, name: str) -> None:
    index = write(tmp_path / "x", [[unit(f"file:{name}", "p1", 1)]])
    for reference in (name, f"file:{name}", index.search("text").hits[0].citation):
        result = index.show(reference)
        assert [record.id for record in result.records] == [f"file:{name}@en#p1"], reference


@pytest.mark.parametrize(
    ("reference", "sentence"),
    [
        ("A/HRC/9/8, para. 75", "A/HRC/9/8 has paras. 1-99, no 75"),
        ("A/HRC/9/8, annex I, para. 9", "A/HRC/9/8, annex I has paras. 1-2, no 9"),
        (
            "CCPR/C/99/D/1797/2008, para. 7.4",
            "CCPR/C/99/D/1797/2008 has paras. 1-8, no 7.4; the nearest are 7.3 and 7.10",
        ),
        (
            "A/HRC/8/19/Add.1, annex I, para. 138.8",
            "A/HRC/8/19/Add.1, annex I has paras. 138.6-138.9, no 138.8",
        ),
        ("A/HRC/9/8, para. 9999", "A/HRC/9/8 has paras. 1-99, no 9999"),
        (
            "CCPR/C/99/D/1797/2008, table 2",
            "CCPR/C/99/D/1797/2008 has no tables, so no table 2; it has paras. 1-8",
        ),
        ("A/HRC/9/8, preambular para. 5", "A/HRC/9/8 has preambular paras. 1-2, no 5"),
        ("A/HRC/7/7, annex", "A/HRC/7/7 has no annex or other parts"),
        ("A/HRC/7/7, annex I, para. 3", "A/HRC/7/7 has no annex I or other parts"),
        ("A/HRC/9/8, paras. 120-10000", "A/HRC/9/8 has paras. 1-99, no 120-10000"),
        ("A/HRC/9/80, para. 1", "A/HRC/9/80 is not in the index; did you mean A/HRC/9/8?"),
        ("A/HRC/9/8/Add.1", "A/HRC/9/8/Add.1 is not in the index; did you mean A/HRC/9/8?"),
        ("A/HRC/9/8 (Vol. I)", "A/HRC/9/8(Vol.I) is not in the index; did you mean A/HRC/9/8"),
        ("E/ECE/324", "E/ECE/324 is not in the index"),
        ("lettr.pdf", "lettr.pdf is not in the index"),
        ("hrc 9/8 para 10", "hrc 9/8 para 10: not a document symbol; did you mean A/HRC/9/8?"),
        ("9/8, para. 10", "9/8, para. 10: not a document symbol; did you mean A/HRC/9/8?"),
    ],
)
def test_what_is_not_there(index: Index, reference: str, sentence: str) -> None:
    result = index.show(reference)
    assert result.records == ()
    assert len(result.misses) == 1
    assert result.misses[0].startswith(sentence)


@pytest.mark.parametrize(
    ("places", "found", "told"),
    [
        ("paras. 8-15", "p9 p10 p11 p12", "paras. 1-99, no 8, 13-15"),
        ("paras. 11-10000", "p11 p12 p74 p99", "paras. 1-99, no 13-73, 75-98, 100-10000"),
        ("paras. 11-1100", "p11 p12 p74 p99", "paras. 1-99, no 13-73, 75-98, 100-1100"),
        ("annex I, paras. 2-10000", "annex-I.p2", "annex I has paras. 1-2, no 3-10000"),
    ],
)
def test_what_is_there_of_a_range_is_given(index: Index, places: str, found: str, told: str) -> None:
    result = index.show(f"A/HRC/9/8, {places}")
    assert sorted(record.address for record in result.records) == sorted(found.split())
    assert len(result.misses) == 1
    assert result.misses[0].endswith(told)


@pytest.mark.parametrize(
    ("reference", "notices"),
    [
        ("A/HRC/8/19, para. 99", ("one more stands below it: A/HRC/8/19, para. 99, item 27",)),
        ("A/HRC/8/19, para. 138", ("2 more stand below it: A/HRC/8/19, paras. 138.2-138.10",)),
        ("A/HRC/8/19, annex I, para. 1", ("one more stands below it: A/HRC/8/19, annex I, para. 1, item 2",)),
        ("A/HRC/8/19, paras. 99-138", ()),
        ("CCPR/C/99/D/1797/2008, para. 1", ()),
    ],
)
def test_what_stands_below_a_paragraph_is_told(
    index: Index, reference: str, notices: tuple[str, ...]
) -> None:
    result = index.show(reference)
    assert result.notices == notices
    for notice in notices:
        assert index.show(notice.rpartition(": ")[2]).records


@pytest.mark.parametrize(
    ("reference", "announcing"),
    [
        ("A/HRC/8/19, para. 138.2", "A/HRC/8/19, para. 138"),
        ("A/HRC/8/19, para. 99, item 27", "A/HRC/8/19, para. 99"),
        ("A/HRC/8/19, annex I, para. 1.2", "A/HRC/8/19, annex I, para. 1"),
    ],
)
def test_what_announces_a_recommendation_is_told(index: Index, reference: str, announcing: str) -> None:
    (lead,) = index.show(announcing).records
    assert index.show(reference).notices == (f"under para. {lead.number}: {lead.text}",)
    assert not index.show(reference, context=1).notices


def test_part_of_a_range_may_be_missing(index: Index) -> None:
    result = index.show("A/HRC/9/8, paras. 4-6")
    assert [record.address for record in result.records] == ["p4", "p5"]
    assert result.misses == ("A/HRC/9/8 has paras. 1-99, no 6; the nearest are 5 and 9",)


def test_a_missing_recommendation_is_told_by_those_that_are_listed(index: Index) -> None:
    assert index.show("A/HRC/8/19, rec. 28").misses == ("A/HRC/8/19 has recommendations 2-27, no 28",)


def test_what_is_missing_of_a_range_is_told_once(index: Index) -> None:
    result = index.show("A/HRC/9/8, paras. 98-900")
    assert [record.address for record in result.records] == ["p99"]
    assert result.misses == ("A/HRC/9/8 has paras. 1-99, no 98, 100-900",)
    assert index.show("CCPR/C/99/D/1797/2008, paras. 20 et seq.").misses == (
        "CCPR/C/99/D/1797/2008 has paras. 1-8, no 20",
    )


def test_views_are_found_by_the_number_of_the_communication(index: Index) -> None:
    result = index.show("communication No. 1797/2008, para. 7.3")
    assert [record.address for record in result.records] == ["p7.3"]
    assert "communication No. 1797/2008 is CCPR/C/99/D/1797/2008" in result.notices
    assert index.show("communication No. 1798/2008").misses == (
        "no views on communication No. 1798/2008 are known by it alone",
    )


@pytest.mark.parametrize(
    "reference",
    [
        "Report of the Working Group on Minorities (A/HRC/9/8), para. 4",
        "Report of the Working Group: A/HRC/9/8, para. 4.",
        "“On minorities”, A/HRC/9/8, para. 4",
    ],
)
def test_a_title_may_stand_before_a_symbol(index: Index, reference: str) -> None:
    result = index.show(reference)
    assert [record.id for record in result.records] == ["A/HRC/9/8@en#p4"]
    assert any(notice.startswith(("read as A/HRC/9/8", "read as (A/HRC/9/8)")) for notice in result.notices)
    assert result.misses == ()


def test_a_number_only_in_an_annex_is_found_there(index: Index) -> None:
    result = index.show("A/HRC/9/8, para. 7")
    assert [record.address for record in result.records] == ["enclosure-1.p7"]
    assert any("not in the main text" in notice for notice in result.notices)


def test_the_beginning_of_a_symbol_lists_documents(index: Index) -> None:
    result = index.show("A/HRC")
    assert result.records == ()
    assert "A/HRC/7/7" in result.misses[0]


@pytest.mark.parametrize(
    ("reference", "read"),
    [
        ("https://undocs.org/en/A/HRC/8/19", "A/HRC/8/19"),
        ("Report of the Working Group: Chile, A/HRC/8/19, para. 138.2.", "A/HRC/8/19, para. 138.2"),
    ],
)
def test_a_citation_behind_other_words_is_read(index: Index, reference: str, read: str) -> None:
    result = index.show(reference)
    assert result.notices[0] == f"read as {read}"
    assert result.records == index.show(read).records


@pytest.mark.parametrize(
    "reference", ["A/HRC/9/8, paras. 12-10", "para. 10", "", "A/HRC/9/8, para. 0", "A/HRC/9/8, chap."]
)
def test_bad_references(index: Index, reference: str) -> None:
    with pytest.raises(CitationSyntaxError):
        index.show(reference)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(alphabet="A/HRC9 8,para.§10-()annexIfile:#@p", max_size=40))
def test_any_reference_gives_an_answer_or_an_error_of_ours(index: Index, text: str) -> None:
    try:
        result = index.show(text)
    except CitationSyntaxError:
        return
    assert result.records or result.misses


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("S/2025/9, annex, para. 2", ["p2"]),
        ("S/2025/9, annex, paras. 1-2", ["p1", "p2"]),
        ("S/2025/9, para. 2", ["p2"]),
        ("S/2025/9, annex II, para. 2", []),
        ("S/2025/9, enclosure, para. 2", []),
    ],
)
def test_the_numbers_of_a_report_that_a_letter_carries_are_cited_either_way(
    tmp_path: Path, reference: str, expected: list[str]
) -> None:
    letter = unit("S/2025/9", "t1", 1)
    report = [unit("S/2025/9", f"p{n}", n + 1, section=("Annex", "I. Introduction")) for n in (1, 2)]
    shown = write(tmp_path, [[letter, *report]]).show(reference)
    assert [one.address for one in shown.records] == expected
    assert bool(shown.misses) == (not expected)


HEADED = [
    unit("A/HRC/70/1", "pp1", 1, section=("Preamble",)),
    unit("A/HRC/70/1", "p1", 2, section=("I. Introduction",)),
    unit("A/HRC/70/1", "p2", 3, section=("II. Findings", "A. Harbours")),
    unit("A/HRC/70/1", "p3", 4, section=("II. Findings", "B. Lights")),
    unit("A/HRC/70/1", "p4", 5, section=("Article 5",)),
    unit("A/HRC/70/1", "annex.pp1", 6, section=("Annex",)),
    unit("A/HRC/70/1", "annex.p1", 7, section=("Annex", "II. Method")),
    unit("A/HRC/70/1", "annex.p2", 8, section=("Annex", "III. Results")),
]


DRAFTS = [
    unit("A/HRC/70/1", "p1", 1, section=("A Lights of the coast",)),
    unit("A/HRC/70/1", "p2", 2, section=("A Lights of the coast",)),
    unit("A/HRC/70/1", "resolution-B.p1", 3, section=("B Foghorns",)),
    unit("A/HRC/70/1", "resolution-I-A.p1", 4, section=("Draft resolution I", "A. Boats")),
]


@pytest.mark.parametrize(
    ("place", "expected", "notices"),
    [
        ("para. 1", ["p1"], ()),
        ("sect. A, para. 1", ["p1"], ()),
        ("sect. B, para. 1", ["resolution-B.p1"], ()),
        ("para. 1 of section B", ["resolution-B.p1"], ()),
        ("para. 1 of sect. B, and para. 2 of sect. A", ["resolution-B.p1", "p2"], ()),
        ("draft resolution B, para. 1", ["resolution-B.p1"], ()),
        ("draft resolution A, para. 2", ["p2"], ()),
        ("projet de résolution I A, par. 1", ["resolution-I-A.p1"], ()),
        (
            "sect. B, para. 2",
            ["p2"],
            ("A/HRC/70/1, para. 2 is below “A Lights of the coast”, not in sect. B",),
        ),
    ],
)
def test_a_heading_decides_where_several_paragraphs_have_the_number(
    tmp_path: Path, place: str, expected: list[str], notices: tuple[str, ...]
) -> None:
    result = write(tmp_path / ".indexer", [DRAFTS]).show(f"A/HRC/70/1, {place}")
    assert [record.address for record in result.records] == expected
    assert result.notices == notices


@pytest.mark.parametrize(
    ("place", "expected", "misses"),
    [
        ("chap. II", ["p2", "p3"], ()),
        ("sect. II.B", ["p3"], ()),
        ("chap. 2, sect. A", ["p2"], ()),
        ("section A", ["p2"], ()),
        ("раздел II.B", ["p3"], ()),
        ("第二章", ["p2", "p3"], ()),
        ("sect. III", ["annex.p2"], ()),
        ("annex, sect. II", ["annex.p1"], ()),
        ("art. 5", ["p4"], ()),
        ("preamble", ["pp1"], ()),
        ("annex, preamble", ["annex.pp1"], ()),
        ("sect. IV", [], ("A/HRC/70/1 has no sect. IV; it has sects. I, II.A, II.B, II, III",)),
        ("art. 6", [], ("A/HRC/70/1 has no art. 6; it has art. 5",)),
        ("annex, sect. I", [], ("A/HRC/70/1, annex has no sect. I; it has sects. II, III",)),
        ("annex, art. 5", [], ("A/HRC/70/1, annex has no art. 5; none of its headings has such a number",)),
    ],
)
def test_what_stands_under_a_heading(
    tmp_path: Path, place: str, expected: list[str], misses: tuple[str, ...]
) -> None:
    result = write(tmp_path / ".indexer", [HEADED]).show(f"A/HRC/70/1, {place}")
    assert [record.address for record in result.records] == expected
    assert result.misses == misses


SUBS = tuple(Part(address=f"s2.p2.{letter}", start=at, end=at + 1) for at, letter in enumerate("ab"))
TREATY = [
    unit("A/HRC/70/2", "p1", 1, section=("Article 1",)),
    unit("A/HRC/70/2", "p2", 2, section=("Article 1",)),
    unit("A/HRC/70/2", "t1", 3, section=("Article 2",)),
    unit("A/HRC/70/2", "s2.p1", 4, section=("Article 3", "Duties")),
    unit("A/HRC/70/2", "s2.p2", 5, section=("Article 3", "Duties"), parts=SUBS),
]


@pytest.mark.parametrize(
    ("place", "expected", "misses"),
    [
        ("art. 3, para. 2", ["s2.p2"], ()),
        ("art. 3 (1)", ["s2.p1"], ()),
        ("art. 3 (2) (b)", ["s2.p2"], ()),
        ("art. 1, paras. 1-2", ["p1", "p2"], ()),
        ("art. 2", ["t1"], ()),
        ("art. 3 (4)", [], ("A/HRC/70/2, art. 3 has paras. 1-2, no 4",)),
        ("art. 2 (1)", [], ("A/HRC/70/2, art. 2 has no numbered paragraphs, so no 1",)),
        ("art. 9 (1)", [], ("A/HRC/70/2 has no art. 9; it has arts. 1, 2, 3",)),
    ],
)
def test_paragraphs_of_an_article(
    tmp_path: Path, place: str, expected: list[str], misses: tuple[str, ...]
) -> None:
    result = write(tmp_path / ".indexer", [TREATY]).show(f"A/HRC/70/2, {place}")
    assert [record.address for record in result.records] == expected
    assert result.misses == misses


@pytest.mark.parametrize("document", ["A/HRC/70/2", "file:treaties/sea lights.pdf"])
@pytest.mark.parametrize(
    ("address", "article", "place"),
    [
        ("p2", "1", "art. 1 (2)"),
        ("t1", "2", "art. 2"),
        ("s2.p1", "III", "art. III (1)"),
        ("annex-I.t1", "1", "annex I, art. 1"),
        ("annex-I.s3.p2", "2", "annex I, art. 2 (2)"),
    ],
)
def test_what_is_cited_by_its_article_is_found_by_it(
    tmp_path: Path, document: str, address: str, article: str, place: str
) -> None:
    cited = unit(document, address, 1, section=(f"Article {article}",), article=article)
    other = unit(document, "annex-II.t1", 2, section=(f"Article {article}0",))
    result = write(tmp_path / ".indexer", [[cited, other]]).show(citation_of(cited))
    assert citation_of(cited) == f"{document.removeprefix('file:')}, {place}"
    assert [(record.address, record.article) for record in result.records] == [(address, article)]


def test_nothing_is_known_to_cite_a_section(tmp_path: Path) -> None:
    reference = Reference(citation="A/HRC/70/1, sect. II", target="A/HRC/70/1", address=None, start=0, end=5)
    citing = [unit("A/HRC/71/1", "p1", 1, references=(reference,))]
    index = write(tmp_path / ".indexer", [HEADED, citing])
    assert [hit.id for hit in index.search("cites:A/HRC/70/1").hits] == ["A/HRC/71/1@en#p1"]
    assert not index.search('cites:"A/HRC/70/1, sect. II"').hits
