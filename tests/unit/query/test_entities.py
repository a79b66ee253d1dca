"""Every name of an entity finds the same paragraphs, and a filter exactly those that name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from indexer.errors import NotFoundError
from indexer.grammar.gazetteer import Gazetteer
from indexer.ingest import index_folder
from indexer.model import LearntAcronym
from indexer.query import Index, find_entities, list_entities, open_index, parse_query, show_entity
from indexer.query.expand import Names, expand
from indexer.query.leaf_nodes import Named
from indexer.query.tree import leaves
from indexer.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.model import Record

GAZETTEER = Gazetteer.load()


@pytest.fixture(scope="module")
def index(sample_index: Path) -> Index:
    return open_index(sample_index)


@pytest.fixture(scope="module")
def named(sample_index: Path) -> dict[str, set[str]]:
    """The ids of the records that name each entity, in their text or in a note."""
    with open_store(sample_index).reader() as reader:
        records = [r for entry in reader.documents() for r in reader.records(entry.document, entry.copy)]
    found: dict[str, set[str]] = {}
    for record in records:
        for entity in _entities(record):
            found.setdefault(entity, set()).add(f"{record.id} {record.copy}")
    return found


def _entities(record: Record) -> set[str]:
    noted = (mention.entity for note in record.footnotes for mention in GAZETTEER.find(note.text))
    return {mention.entity for mention in record.mentions}.union(noted)


def answer(index: Index, query: str, entity: str | None = None) -> set[str]:
    hits = index.search(query, entity=entity, limit=None).hits
    return {f"{hit.id} {hit.copy}" for hit in hits}


def surfaces(entity_id: str) -> list[str]:
    """Every name and acronym of an entity that means it by itself."""
    entity = GAZETTEER.entity(entity_id)
    listed = [name for values in (entity.names, entity.acronyms) for some in values.values() for name in some]
    return [name for name in listed if GAZETTEER.resolve(name) == entity]


def test_a_filter_gives_exactly_what_names_the_entity(index: Index, named: dict[str, set[str]]) -> None:
    assert "ILO" in named
    for entity, ids in named.items():
        assert answer(index, f"entity:{entity}") == ids, entity
        assert answer(index, "the OR a OR of", entity) == ids & answer(index, "the OR a OR of"), entity


def test_a_facet_counts_exactly_what_names_the_entities(index: Index, named: dict[str, set[str]]) -> None:
    everything = " OR ".join(f"entity:{entity}" for entity in named)
    facets = index.search(everything, facets=("entity",), count_only=True).facets["entity"]
    assert facets == {entity: len(ids) for entity, ids in named.items()}


def test_every_name_of_an_entity_finds_the_same(index: Index, named: dict[str, set[str]]) -> None:
    for entity, ids in named.items():
        answers = {name: answer(index, f'"{name}"' if " " in name else name) for name in surfaces(entity)}
        assert len({frozenset(found) for found in answers.values()}) == 1, answers
        assert next(iter(answers.values())) >= ids


def test_acronyms_that_documents_define_find_what_their_names_find(index: Index, sample_index: Path) -> None:
    with open_store(sample_index).reader() as reader:
        learnt = reader.acronyms()
    assert learnt
    for one in learnt:
        if one.acronym not in GAZETTEER.ambiguous:
            assert answer(index, one.acronym) == answer(index, f'"{one.name}"'), one


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("NGOs", "non-governmental organizations"),
        ("LeT", "Lashkar-e-Tayyiba"),
        ("HRU", "Commission on Human Rights"),
        ("SuR", "State under Review"),
        ("ILOs", "International Labour Organization"),
    ],
)
def test_both_sides_of_a_definition_mean_the_same(acronym: str, name: str) -> None:
    names = Names(GAZETTEER, [LearntAcronym(acronym=acronym, name=name, record="x@en#p1")])
    one, other = names.named(acronym), names.named(name)
    assert one is not None
    assert other is not None
    assert (one.entity, one.acronyms, one.names, one.learnt) == (
        other.entity,
        other.acronyms,
        other.names,
        other.learnt,
    )


def test_a_plural_is_the_same_acronym() -> None:
    learnt = [
        LearntAcronym(acronym="NAP", name="National Action Plan", record="x@en#p1"),
        LearntAcronym(acronym="NAPs", name="National Action Plans", record="x@en#p2"),
    ]
    names = Names(GAZETTEER, learnt)
    for surface in ("NAP", "NAPs", "National Action Plan", "national action plans"):
        found = names.named(surface)
        assert found is not None
        assert found.acronyms == ("NAP", "NAPs")
        assert found.learnt == ("National Action Plan", "National Action Plans")


@pytest.mark.parametrize(
    ("dotted", "acronym"),
    [("I.L.O.", "ILO"), ("I.L.O", "ILO"), ("O.N.U.", "ONU"), ("U.K.", "UK"), ("e.g.", "")],
)
def test_an_acronym_may_have_stops(dotted: str, acronym: str) -> None:
    names = Names(GAZETTEER, [])
    wanted = names.named(acronym) if acronym else None
    assert names.named(dotted) == (wanted and replace(wanted, surface=dotted))


@pytest.mark.parametrize(
    ("query", "surface", "entity"),
    [
        ("Iran (Islamic Republic of) sanctions", "Iran (Islamic Republic of)", "IRAN"),
        ("report Bolivia (Plurinational State of)", "Bolivia (Plurinational State of)", "BOLIVIA"),
        ("The Netherlands", "The Netherlands", "NETHERLANDS"),
        ("the world health organization", "the world health organization", "WHO"),
        ("the UNHCR", "the UNHCR", "UNHCR"),
        ("la OIT", "la OIT", "ILO"),
        ("WHO's work", "WHO's", "WHO"),
        ("work of WHO’s", "WHO’s", "WHO"),
        ("the International Labour Organization’s report", "the International Labour Organization’s", "ILO"),
        ('"the ILO"', "the ILO", "ILO"),
        ("the turkey", None, None),
        ("who's", None, None),
        ("Iran OR (Islamic Republic of)", "Iran", "IRAN"),
        ("ratify ILO Convention No. 138", "ILO Convention No 138", "ILO-138"),
        ("ILO’s Convention 98 abroad", "ILO’s Convention 98", "ILO-98"),
        ('"Convention No. 182 of the ILO"', "Convention No. 182 of the ILO", "ILO-182"),
        ("convention n° 169 de l'OIT", "convention n° 169 de l'OIT", "ILO-169"),
    ],
)
def test_names_as_sentences_write_them(query: str, surface: str | None, entity: str | None) -> None:
    root = expand(parse_query(query).root, Names(GAZETTEER, []))
    named = [(leaf.surface, leaf.entity) for leaf in leaves(root) if isinstance(leaf, Named)]
    assert named == ([(surface, entity)] if surface else [])


def test_the_name_of_a_state_is_also_sought_inside_longer_names() -> None:
    found = Names(GAZETTEER, []).named("Cambodia")
    assert found is not None
    assert (found.entity, "Cambodia" in found.learnt) == ("CAMBODIA", True)
    assert "Kingdom of Cambodia" not in found.learnt


def test_list_and_show(sample_index: Path, named: dict[str, set[str]]) -> None:
    rows = {row.id: row for row in list_entities(index=sample_index)}
    assert set(rows) == {entity.id for entity in GAZETTEER.entities}
    assert {name: row.paragraphs for name, row in rows.items() if row.paragraphs} == {
        name: len(ids) for name, ids in named.items()
    }
    assert [row.id for row in list_entities("labour office")] == ["ILO"]
    facts = show_entity("OIT", sample_index)
    assert (facts.id, facts.paragraphs) == ("ILO", len(named["ILO"]))
    assert facts.first is not None
    with pytest.raises(NotFoundError):
        show_entity("nobody")


def test_show_tells_what_documents_define_and_where_first(sample_index: Path) -> None:
    with open_store(sample_index).reader() as reader:
        learnt = reader.acronyms()
        known = [(one, entity) for one in learnt if (entity := GAZETTEER.resolve(one.name))]
        assert known
        for one, entity in known:
            defined = {
                (each.acronym, each.name): each for each in show_entity(entity.id, sample_index).defined
            }
            assert defined[one.acronym, one.name].record == one.record
            assert reader.record(one.record) is not None


def test_every_id_leads_to_its_entity() -> None:
    for entity in GAZETTEER.entities:
        assert show_entity(entity.id).id == entity.id


def test_a_text_is_judged_by_its_own_definitions() -> None:
    (first, second) = find_entities("Committee on the Rights of the Child (CRC)")
    assert (first.entity, second.entity) == ("CRC-COMMITTEE", "CRC-COMMITTEE")


@pytest.mark.parametrize("language", ["fr", "French", "Français"])
def test_the_language_of_a_text_may_be_named(language: str) -> None:
    assert [one.entity for one in find_entities("L’OIT et le HCR", language)] == ["ILO", "UNHCR"]


def test_who_in_capitals_is_not_who(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    paragraphs = (
        "1. THOSE WHO WERE THERE SAID WHAT THEY HAD SEEN AND HEARD.",
        "2. Those who met the WHO were glad.",
        "3. Who was there?",
        "4. The World Health Organization was there.",
    )
    (reports / "who.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    index_folder([reports], index=tmp_path / "index", jobs=1)
    made = open_index(tmp_path / "index")
    for query in ("WHO", '"World Health Organization"', "entity:WHO"):
        assert {hit.text.split()[0] for hit in made.search(query).hits} == {"Those", "The"}
