from __future__ import annotations

import contextlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from indexer.errors import IndexNotFoundError, QuerySyntaxError, UsageError
from indexer.grammar.gazetteer import Gazetteer
from indexer.model import (
    Footnote,
    LearntAcronym,
    Record,
    Reference,
)
from indexer.query import Index, open_index
from indexer.store import open_store
from tests.unit.made_up import made_record, made_store

if TYPE_CHECKING:
    from pathlib import Path


def record(symbol: str | None, number: int, text: str, **more: Any) -> Record:
    """A record with what it names, on the page with its number."""
    mentions = Gazetteer.load().find(text, more.get("language", "en"))
    facts: dict[str, Any] = {"mentions": mentions, "page": number, "page_end": number}
    return made_record(symbol, number, text, **(facts | more))


def write(directory: Path, documents: list[list[Record]], acronyms: tuple[LearntAcronym, ...] = ()) -> Index:
    made_store(directory, [[records] for records in documents], acronyms)
    return open_index(directory)


SECTION = ("II. Work", "C. Building thematic expertise")
CITES = Reference(citation="A/HRC/9/8, para. 10", target="A/HRC/9/8", address="p10", start=0, end=3)

DOCUMENTS = [
    [
        record(
            "A/HRC/9/8",
            9,
            "The International Labour Organization advised on minorities.",
            year=2008,
            body="HRC",
            references=(Reference(citation="x", target="A/CONF.189/12", address=None, start=0, end=3),),
            date="2008-08-29",
            title="Report of the expert",
            section=SECTION[:1],
        ),
        record(
            "A/HRC/9/8",
            10,
            "With the ILO, a manual on policing and self-determination was drawn up.",
            year=2008,
            body="HRC",
            date="2008-08-29",
            title="Report of the expert",
            section=SECTION,
        ),
        record(
            "A/HRC/9/8",
            11,
            "Those who co-operate with the Committee on the Rights of minorities.",
            year=2008,
            body="HRC",
            date="2008-08-29",
            title="Report of the expert",
            section=SECTION,
            footnotes=(Footnote(mark="3", text="See the ratification of the convention."),),
        ),
    ],
    [
        record(
            "E/CN.4/2004/87",
            1,
            "The police and the policies of the State’s police.",
            year=2004,
            body="CHR",
            date="2004-01-05",
            kind="operative",
            position="noted",
            references=(CITES,),
        ),
        record(
            "E/CN.4/2004/87",
            2,
            "The WHO says that cooperation is good.",
            year=2004,
            body="CHR",
            date="2004-01-05",
        ),
        record("E/CN.4/2004/87", 3, "who says who is good?", year=2004, body="CHR", date="2004-01-05"),
    ],
    [
        record(
            "A/HRC/10/1", 1, "Les minorités et la police de l’État.", language="fr", year=2009, body="HRC"
        ),
        record("A/HRC/10/1", 2, "Recommandation de l’OIT.", language="fr", year=2009, body="HRC"),
    ],
    [
        record(None, 1, "The Inter-Agency Working Group on Minorities (IAWGM) met. IAWGM agreed."),
        record(None, 2, "The inter-agency working group on minorities met again."),
    ],
]
LEARNT = (
    LearntAcronym(
        acronym="IAWGM", name="Inter-Agency Working Group on Minorities", record="file:plain-en.txt@en#p1"
    ),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return write(tmp_path_factory.mktemp("search") / ".indexer", DOCUMENTS, LEARNT)


def found(index: Index, text: str, **options: Any) -> set[str]:
    hits = index.search(text, limit=None, **options).hits
    return {f"{hit.symbol or 'plain'} {hit.number}" for hit in hits}


NINE, TEN, ELEVEN = "A/HRC/9/8 9", "A/HRC/9/8 10", "A/HRC/9/8 11"
ONE, TWO, THREE = "E/CN.4/2004/87 1", "E/CN.4/2004/87 2", "E/CN.4/2004/87 3"
FR_ONE, FR_TWO = "A/HRC/10/1 1", "A/HRC/10/1 2"
PLAIN_ONE, PLAIN_TWO = "plain 1", "plain 2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ILO", {NINE, TEN, FR_TWO}),
        ("International Labour Organization", {NINE, TEN, FR_TWO}),
        ('"international labour organization"', {NINE, TEN, FR_TWO}),
        ("OIT", {NINE, TEN, FR_TWO}),
        ("=ILO", {TEN}),
        ("entity:ILO", {NINE, TEN, FR_TWO}),
        ('entity:"International Labour Organization"', {NINE, TEN, FR_TWO}),
        ("entity:ilo", {NINE, TEN, FR_TWO}),
        ("ILO AND polic*", {TEN}),
        ("ILO polic*", {TEN}),
        ("ILO -polic*", {NINE, FR_TWO}),
        ("WHO", {TWO}),
        ("who", {ELEVEN, TWO, THREE}),
        ("=who", {ELEVEN, THREE}),
        ("=Those", {ELEVEN}),
        ("IAWGM", {PLAIN_ONE, PLAIN_TWO}),
        ("inter-agency working group on minorities", {PLAIN_ONE, PLAIN_TWO}),
        ("minority", {NINE, ELEVEN, PLAIN_ONE, PLAIN_TWO}),
        ("minorités", {FR_ONE}),
        ("police", {TEN, ONE, FR_ONE}),
        ("policies lang:en", {ONE}),
        ("polic*", {TEN, ONE, FR_ONE}),
        ("state", {ONE}),
        ("“the state's police”", {ONE}),
        ("etat", {FR_ONE}),
        ("self-determination", {TEN}),
        ('"self determination"', {TEN}),
        ("selfdetermination", {TEN}),
        ("cooperation", {ELEVEN, TWO}),
        ("co-operation", {ELEVEN, TWO}),
        ('"co-operation is"', {TWO}),
        ('"who cooperate with"', {ELEVEN}),
        ("cooperate", {ELEVEN, TWO}),
        ('"Committee on the Rights"', {ELEVEN}),
        ('"Committee Rights"', set()),
        ("committee NEAR/3 rights", {ELEVEN}),
        ("committee NEAR/2 rights", set()),
        ("rights NEAR/3 (board OR committee)", {ELEVEN}),
        ("polise~1", {ONE, FR_ONE}),
        ("ratification", {ELEVEN}),
        ('"minorities see"', set()),
        ("year:2008", {NINE, TEN, ELEVEN}),
        ("year:2008..2009 police", {TEN, FR_ONE}),
        ("date:2008-08", {NINE, TEN, ELEVEN}),
        ("date:..2004-12-31 police", {ONE}),
        ("body:CHR kind:operative", {ONE}),
        ("position:rejected", {ONE}),
        ('position:"not supported" police', {ONE}),
        ("position:no* OR position:accepted", {ONE}),
        ("position:pending", set()),
        ("lang:fr", {FR_ONE, FR_TWO}),
        ("number:9..10 symbol:A/HRC/9", {NINE, TEN}),
        ("page:2", {TWO, FR_TWO, PLAIN_TWO}),
        ("section:thematic", {TEN, ELEVEN}),
        ('section:"building thematic" police', {TEN}),
        ("title:experts", {NINE, TEN, ELEVEN}),
        ("symbol:A/HRC/*", {NINE, TEN, ELEVEN, FR_ONE, FR_TWO}),
        ("A/HRC/9/8", {NINE, TEN, ELEVEN}),
        ("A/HRC/9/8 police", {TEN}),
        ("A/HRC/9/8, para. 10", {TEN, ONE}),
        ("cites:A/HRC/9/8", {ONE}),
        ('cites:"A/HRC/9/8, para. 10"', {ONE}),
        ('cites:"A/HRC/9/8, para. 11"', set()),
        ("cites:A/HRC/9*", {ONE}),
        ("cites:A/HRC/*", {ONE}),
        ("body:H* police", {TEN, FR_ONE}),
        ("entity:IL* who", set()),
        ("entity:wh*", {TWO}),
        ("lang:(en OR fr) police", {TEN, ONE, FR_ONE}),
        ("police AND NOT (lang:fr OR body:CHR)", {TEN}),
        ("nothingness", set()),
    ],
)
def test_what_is_found(index: Index, text: str, expected: set[str]) -> None:
    assert found(index, text) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"symbol": "A/HRC/9"}, {TEN}),
        ({"symbol": "A/HRC/*"}, {TEN, FR_ONE}),
        ({"body": "CHR"}, {ONE}),
        ({"body": "Commission on Human Rights"}, {ONE}),
        ({"body": ["CHR", "HRC"]}, {TEN, ONE, FR_ONE}),
        ({"year": 2004}, {ONE}),
        ({"year": "2004..2008"}, {TEN, ONE}),
        ({"year": "2004-2008"}, {TEN, ONE}),
        ({"year": "2004,2007-2008"}, {TEN, ONE}),
        ({"lang": "fr"}, {FR_ONE}),
        ({"lang": "French"}, {FR_ONE}),
        ({"lang": ["español", "français"]}, {FR_ONE}),
        ({"lang": "en, fr"}, {TEN, ONE, FR_ONE}),
        ({"section": "thematic expertise"}, {TEN}),
        ({"kind": "operative"}, {ONE}),
        ({"position": "noted"}, {ONE}),
        ({"position": ["supported", "Rejected"]}, {ONE}),
        ({"position": "supported"}, set()),
        ({"entity": "ILO"}, {TEN}),
        ({"body": "HRC", "lang": "en"}, {TEN}),
    ],
)
def test_filters(index: Index, filters: dict[str, Any], expected: set[str]) -> None:
    assert found(index, "police", **filters) == expected


def test_options(index: Index) -> None:
    assert found(index, "advised nothingness") == set()
    assert found(index, "advised nothingness", any_word=True) == {NINE}
    assert found(index, "police year:(2004 2008)", any_word=True) == {
        NINE,
        TEN,
        ELEVEN,
        FR_ONE,
        ONE,
        TWO,
        THREE,
    }
    assert found(index, "year:(2004 2008)", any_word=True) == {NINE, TEN, ELEVEN, ONE, TWO, THREE}
    assert found(index, "year:(2004 2008)") == set()
    assert found(index, "police", any_word=True, section="thematic work") == {TEN}
    assert found(index, "minorities", any_word=True, section="thematic nothingness") == set()
    assert found(index, "policies", exact=True) == {ONE}
    assert found(index, "policy", exact=True) == set()
    assert found(index, "ILO", expand=False) == {TEN}


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ('cites:"A/HRC/9/8, para. 11"', "; 1 cites A/HRC/9/8 as a whole or in other places"),
        ('cites:"Convention on the Rights of the Child"', "; entity:CRC finds what names it"),
        ("cites:A/HRC/99/1", " is in no paragraph"),
    ],
)
def test_what_cites_something_near_is_told(index: Index, text: str, end: str) -> None:
    (notice,) = index.search(text).notices
    assert notice.endswith(end)


def test_one_facet_may_stand_without_a_list(index: Index) -> None:
    assert index.search("police", facets="year").facets == index.search("police", facets=["year"]).facets


def test_expansion_is_told(index: Index) -> None:
    notice = index.search("ILO").notices[0]
    assert notice.startswith("ILO = International Labour Organization")
    assert "--no-expand" in notice
    assert index.search("ILO", expand=False).notices == ()


def test_a_filter_may_stand_alone(index: Index) -> None:
    found = index.search(symbol="A/HRC/9/8", limit=None)
    assert found.total == index.search("symbol:A/HRC/9/8").total > 1
    assert [found[0], found[-1]] == [found.hits[0], found.hits[-1]]
    shown = index.show("A/HRC/9/8")
    assert shown[1] == shown.records[1]
    with pytest.raises(QuerySyntaxError, match="the query is empty"):
        index.search()


def test_several_years_are_any_of_them(index: Index) -> None:
    years = index.search(symbol="A/*", facets=["year"]).facets["year"]
    first, *_, last = sorted(years)
    assert index.search(year=(int(first), int(last))).total == years[first] + years[last]


def test_totals_and_pages_of_the_answer(index: Index) -> None:
    whole = index.search("police OR minorities OR who", limit=None)
    assert whole.total == len(whole.hits) == 9
    assert whole.documents == 4
    parts = [
        hit
        for offset in range(0, 9, 3)
        for hit in index.search("police OR minorities OR who", limit=3, offset=offset).hits
    ]
    assert parts == list(whole.hits)
    assert [hit.rank for hit in parts] == list(range(1, 10))
    assert index.search("police OR minorities OR who", count_only=True).hits == ()
    assert index.search("police", count_only=True).total == 3


def test_sorting(index: Index) -> None:
    hits = index.search("police OR minorities", sort="symbol", limit=None).hits
    assert [(hit.symbol, hit.number) for hit in hits] == [
        ("A/HRC/9/8", "9"), ("A/HRC/9/8", "10"), ("A/HRC/9/8", "11"), ("A/HRC/10/1", "1"),
        ("E/CN.4/2004/87", "1"), (None, "1"), (None, "2"),
    ]  # fmt: skip
    dates = [hit.date for hit in index.search("police OR who", sort="date", limit=None).hits]
    assert dates == [*sorted((date for date in dates if date), reverse=True), None]


def test_facets_count_the_whole_answer(index: Index) -> None:
    facets = index.search(
        "police OR ILO", limit=1, facets=("body", "year", "lang", "entity", "section", "kind")
    ).facets
    assert facets["body"] == {"HRC": 4, "CHR": 1}
    assert facets["year"] == {"2008": 2, "2009": 2, "2004": 1}
    assert facets["lang"] == {"en": 3, "fr": 2}
    assert facets["entity"] == {"ILO": 3}
    assert facets["section"] == {"II. Work": 2, "C. Building thematic expertise": 1}
    assert facets["kind"] == {"paragraph": 4, "operative": 1}
    with pytest.raises(UsageError, match="no facet"):
        index.search("police", facets=("colour",))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("ILO", ["International Labour Organization"]),
        ("advice OR minority", ["minorities"]),
        ("advis*", ["advised"]),
        ('"labour organization"', ["Labour Organization"]),
        ("labour NEAR/3 advised", ["Labour", "advised"]),
    ],
)
def test_highlights(index: Index, text: str, marked: list[str]) -> None:
    (hit,) = (hit for hit in index.search(text, expand=text == "ILO").hits if hit.number == "9")
    assert [hit.text[mark.start : mark.end] for mark in hit.highlights] == marked


def test_a_match_in_a_note_shows_the_note(index: Index) -> None:
    (hit,) = index.search("ratification").hits
    assert hit.highlights == ()
    assert hit.snippet == "[note 3] See the ratification of the convention."


def test_an_empty_answer_says_why(index: Index) -> None:
    assert "nothingness is in no paragraph" in index.search("police nothingness").notices
    notices = index.search("advised policing").notices
    assert any("each part alone: advised 1, policing 2" in notice for notice in notices)
    assert index.search("ratification NOT police NOT body:HRC").notices
    assert any("A/RES/77 is not in the index" in notice for notice in index.search("A/RES/77/*").notices)
    assert any(
        "POLICE is in no paragraph in capitals; police is in 3" in n for n in index.search("POLICE").notices
    )


def test_left_out_signs_are_told(index: Index) -> None:
    assert "“&” holds no letter or digit and was left out" in index.search("police & State").notices


def test_explain(index: Index) -> None:
    text = index.search("ILO AND polic*", explain=True).explain
    assert "read as: ILO AND polic*" in text
    assert "entity ILO" in text
    assert "polic*: 3" in text


def test_a_document_that_is_not_there_is_searched_as_cited(index: Index) -> None:
    results = index.search("A/CONF.189/12")
    assert [hit.citation for hit in results.hits] == ["A/HRC/9/8, para. 9"]
    assert results.notices == (
        "A/CONF.189/12 is not in the index; 1 paragraph cites it (cites:A/CONF.189/12)",
        "searched the paragraphs that cite A/CONF.189/12",
    )


def test_a_symbol_that_is_not_there_has_neighbours(index: Index) -> None:
    assert "A/HRC/9/9 is not in the index; did you mean A/HRC/9/8?" in index.search("A/HRC/9/9").notices
    assert index.search("A/HRC/10").documents == 1


def test_repeated_words_count(index: Index) -> None:
    once = index.search("police").hits[0].score
    twice = index.search("police police").hits[0].score
    assert twice > once


@pytest.mark.parametrize("ask", ["search", "like"])
def test_what_nobody_knows_is_refused(index: Index, ask: str) -> None:
    with pytest.raises(TypeError, match="limt"):
        getattr(index, ask)("police", limt=3)


def test_errors(index: Index, tmp_path: Path) -> None:
    with pytest.raises(QuerySyntaxError):
        index.search('"police')
    with pytest.raises(UsageError):
        index.search("police", year="soon")
    with pytest.raises(UsageError):
        index.search("police", limit=-1)
    with pytest.raises(QuerySyntaxError, match=r"backwards|after|order|range"):
        index.search("A/HRC/9/8, paras. 12-10")
    with pytest.raises(QuerySyntaxError, match="not a citation") as caught:
        index.search("police cites:Bulgaria")
    assert caught.value.span == (13, 21)
    with pytest.raises(IndexNotFoundError):
        open_index(tmp_path)


@pytest.mark.parametrize("text", ["a NEAR/\U000116d0 b", "A/HRC/9/8, para. 6\U000116d0"])
def test_digits_newer_than_python_are_errors_where_a_number_is_due(index: Index, text: str) -> None:
    with pytest.raises(QuerySyntaxError):
        index.search(text)


@pytest.mark.parametrize(
    "record_id", ["A/HRC/9/8@en#p10", "file:plain-en.txt@en#p1", "file:plain-en.txt@en#p2"]
)
@pytest.mark.parametrize("form", ["{}", "id:{}", "({})", "{}^3 OR nothingness", "{} NOT nothingness", "{}."])
def test_the_id_of_any_record_finds_it(index: Index, form: str, record_id: str) -> None:
    assert [hit.id for hit in index.search(form.format(record_id), sort="rank").hits][:1] == [record_id]
    assert index.search(f"{form.format(record_id)} nothingness").total == 0 or "OR" in form


def test_the_id_of_no_record_is_told(index: Index) -> None:
    assert index.search("file:gone.txt@en#p1").total == 0
    assert any("gone.txt" in notice for notice in index.search("file:gone.txt@en#p1").notices)


def test_an_id_behind_a_citation_is_no_part_of_it(index: Index) -> None:
    root = index.search("para. 94 A/HRC/9/8, para. 9 @en#p1").query.root
    assert str(root).startswith("para. 94 A/HRC/9/8")


@pytest.mark.parametrize("name", ["entity", "kind", "body", "symbol", "lang"])
def test_half_a_character_is_in_no_index(index: Index, name: str) -> None:
    with contextlib.suppress(UsageError):
        assert index.search("police", **{name: "x\ud800"}).total == 0  # type: ignore[arg-type]


def test_info_and_check(index: Index) -> None:
    info = index.info()
    assert (info.documents, info.paragraphs, info.files) == (4, 10, 4)
    assert info.languages == {"en": 8, "fr": 2}
    assert info.entities["ILO"] == 3
    checked = index.check()
    assert (checked.integrity, checked.copies, len(checked.reports)) == ((), {}, 4)


def test_many_threads_ask_one_index(index: Index) -> None:
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(found, [index] * 20, ["ILO OR police"] * 20))
    assert all(answer == answers[0] for answer in answers)


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    open_store(tmp_path / "x", create=True)
    results = open_index(tmp_path / "x").search("ILO AND polic* -police year:2008")
    assert (results.total, results.documents) == (0, 0)


def test_a_learnt_name_that_is_another_entity_does_not_widen_an_acronym(tmp_path: Path) -> None:
    text = "The Committee on the Rights of the Child (CRC) met."
    learnt = LearntAcronym(acronym="CRC", name="Committee on the Rights of the Child", record="x")
    own = write(tmp_path, [[record("A/HRC/1/1", 1, text)]], (learnt,))
    assert own.search("CRC").total == 1
    assert not any("Committee on" in notice for notice in own.search("CRC").notices)
