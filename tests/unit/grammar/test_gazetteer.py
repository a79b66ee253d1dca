"""The entity data is sound, every name and acronym is found, and what only looks like one is not."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from importlib.resources import files
from typing import Any

import msgspec
import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.grammar.entity import Entity, GazetteerData
from indexer.grammar.gazetteer import Gazetteer
from indexer.grammar.name_folding import acronym_key, first_letter, is_cyrillic, key_of, name_key
from indexer.grammar.symbols import DocumentSymbol
from indexer.model import LearntAcronym

GAZETTEER = Gazetteer.load()
LANGUAGES = ("en", "ar", "es", "fr", "ru", "zh")
SURFACES = [
    pytest.param(entity, language, surface, id=f"{entity.id}-{language}-{number}")
    for entity in GAZETTEER.entities
    for number, (language, surface) in enumerate(
        (language, surface)
        for listed in (entity.names, entity.acronyms)
        for language, surfaces in listed.items()
        for surface in surfaces
    )
]


def found(text: str, language: str | None = None) -> list[tuple[str, str]]:
    return [(mention.entity, mention.surface) for mention in GAZETTEER.find(text, language)]


def render(data: dict[str, Any]) -> str:
    """Return the data as the file must hold it: one part of an entity a line, sorted by id."""

    def line(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)

    def by_language(values: dict[str, list[str]]) -> dict[str, list[str]]:
        return {language: values[language] for language in LANGUAGES if language in values}

    def block(entity: dict[str, Any]) -> str:
        head = [
            f"{line(key)}: {line(entity[key])}"
            for key in ("id", "kind", "document", "generic", "numbered")
            if key in entity
        ]
        names = [
            f"{line(language)}: {line(listed)}" for language, listed in by_language(entity["names"]).items()
        ]
        rows = [", ".join(head), '"names": {\n    ' + ",\n    ".join(names) + "}"]
        if "acronyms" in entity:
            rows.append(f'"acronyms": {line(by_language(entity["acronyms"]))}')
        rows += [
            f"{line(key)}: {line(entity[key])}" for key in ("examples", "counterexamples") if key in entity
        ]
        return "  {" + ",\n   ".join(rows) + "}"

    ambiguous = ",\n".join(
        f"  {line(key)}: {line(value)}" for key, value in sorted(data["ambiguous"].items())
    )
    entities = ",\n".join(
        block(entity) for entity in sorted(data["entities"], key=lambda entity: entity["id"])
    )
    return (
        f'{{"ambiguous": {{\n{ambiguous}}},\n "elsewhere": {line(sorted(data["elsewhere"]))},\n'
        f' "words": {line(sorted(data["words"]))},\n'
        f' "nothing": {line(data["nothing"])},\n "entities": [\n{entities}]}}\n'
    )


class TestData:
    TEXT = files("indexer.grammar").joinpath("data/entities.json").read_text("utf-8")

    def test_file_is_canonically_formatted(self) -> None:
        assert render(json.loads(self.TEXT)) == self.TEXT

    def test_file_is_composed_unicode_without_stray_space(self) -> None:
        assert unicodedata.is_normalized("NFC", self.TEXT)
        strings = regex.findall(r'"([^"\\]*)"', self.TEXT)
        assert [text for text in strings if text != text.strip() or "  " in text] == []

    def test_ids_are_unique_and_plain(self) -> None:
        ids = [entity.id for entity in GAZETTEER.entities]
        assert len(ids) == len(set(ids))
        assert [name for name in ids if not regex.fullmatch(r"[A-Z0-9]+(?:-[A-Z0-9]+)*", name)] == []

    def test_every_entity_has_an_english_name_and_known_languages(self) -> None:
        for entity in GAZETTEER.entities:
            assert entity.name
            assert set(entity.names) | set(entity.acronyms) <= set(LANGUAGES), entity.id

    def test_no_surface_is_listed_twice_in_an_entity(self) -> None:
        for entity in GAZETTEER.entities:
            listed = [(language, name) for language, names in entity.names.items() for name in names]
            assert len(listed) == len(set(listed)), entity.id

    def test_no_name_belongs_to_two_entities(self) -> None:
        owners: dict[str, set[str]] = {}
        for entity, name in GAZETTEER.spellings():
            is_stem = " " not in name and is_cyrillic(name_key(name))  # compared as a whole
            owners.setdefault(name.casefold() if is_stem else key_of(name), set()).add(entity.id)
        assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}

    def test_acronyms_of_two_entities_are_listed_as_ambiguous(self) -> None:
        owners: dict[str, set[str]] = {}
        for entity in GAZETTEER.entities:
            for acronym in (acronym for listed in entity.acronyms.values() for acronym in listed):
                owners.setdefault(acronym_key(acronym), set()).add(entity.id)
        for acronym, ids in owners.items():
            meanings = GAZETTEER.ambiguous.get(acronym, tuple(ids))
            assert len(meanings) == len(set(meanings)), acronym
            assert set(meanings) - {""} == ids, acronym
        assert set(GAZETTEER.ambiguous) <= set(owners)

    @pytest.mark.parametrize("where", ["data", "entity", "kind"])
    def test_a_field_or_kind_that_nobody_knows_is_an_error(self, where: str) -> None:
        data: dict[str, Any] = {"ambiguous": {}, "elsewhere": [], "words": [], "nothing": [], "entities": []}
        entity: dict[str, Any] = {"id": "X", "kind": "organ", "names": {"en": ["Xxx"]}}
        data["entities"].append(entity)
        assert msgspec.convert(data, GazetteerData).entities[0].id == "X"
        if where == "kind":
            entity["kind"] = "planet"
        else:
            (data if where == "data" else entity)["colour"] = "blue"
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert(data, GazetteerData)

    def test_symbols_of_instruments_are_canonical(self) -> None:
        symbols = {entity.id: entity.document for entity in GAZETTEER.entities if entity.document}
        assert {name: str(DocumentSymbol.parse(symbol)) for name, symbol in symbols.items()} == symbols

    def test_every_state_has_a_name_in_six_languages_but_where_it_is_also_a_common_word(self) -> None:
        missing = {
            f"{entity.id} {language}"
            for entity in GAZETTEER.entities
            if entity.kind == "state"
            for language in set(LANGUAGES) - set(entity.names)
        }
        assert missing == {
            "DOMINICA fr", "DOMINICA ru", "FRANCE zh", "GDR ar", "GHANA zh", "GRENADA es", "GRENADA fr",
            "GUINEA ar", "HAITI zh", "INDIA ar", "JAPAN zh", "MALI zh", "SAINT-LUCIA es",
            *(f"SERBIA-AND-MONTENEGRO {language}" for language in ("ar", "es", "fr", "ru", "zh")),
        }  # fmt: skip

    def test_all_states_of_the_world_are_there(self) -> None:
        former = {"CZECHOSLOVAKIA", "GDR", "SERBIA-AND-MONTENEGRO", "USSR", "YUGOSLAVIA"}
        states = {entity.id for entity in GAZETTEER.entities if entity.kind == "state"} - former
        assert len(states - {"HOLY-SEE", "PALESTINE", "COOK-ISLANDS", "NIUE"}) == 193

    def test_words_are_acronyms(self) -> None:
        acronyms = {a for entity in GAZETTEER.entities for listed in entity.acronyms.values() for a in listed}
        assert acronyms >= GAZETTEER.words

    @pytest.mark.parametrize(
        "entity_id",
        [
            "UN",
            "GA",
            "SC",
            "ECOSOC",
            "ICJ",
            "HRC",
            "OHCHR",
            "ILO",
            "WHO",
            "UNESCO",
            "UNDP",
            "UNICEF",
            "UNHCR",
            "CRC",
        ],
    )
    def test_main_entities_have_names_in_six_languages(self, entity_id: str) -> None:
        assert set(GAZETTEER.entity(entity_id).names) == set(LANGUAGES)


class TestSurfaces:
    @pytest.mark.parametrize(("entity", "language", "surface"), SURFACES)
    def test_every_surface_is_resolved_and_found(self, entity: Entity, language: str, surface: str) -> None:
        meanings = GAZETTEER.ambiguous.get(acronym_key(surface))
        if meanings is not None:
            assert entity in GAZETTEER.candidates(surface)
            return
        resolved = GAZETTEER.resolve(surface)
        assert resolved is not None
        assert resolved.id == entity.id
        text = f"— {surface}, 2008"
        mentions = GAZETTEER.find(text, language)
        assert [(m.entity, text[m.start : m.end]) for m in mentions] == [(entity.id, surface)]

    @pytest.mark.parametrize(
        ("entity", "text"),
        [(entity, text) for entity in GAZETTEER.entities for text in entity.examples],
    )
    def test_examples_name_the_entity(self, entity: Entity, text: str) -> None:
        assert entity.id in {mention.entity for mention in GAZETTEER.find(text)}

    @pytest.mark.parametrize(
        ("entity", "text"),
        [(entity, text) for entity in GAZETTEER.entities for text in entity.counterexamples],
    )
    def test_counterexamples_do_not(self, entity: Entity, text: str) -> None:
        assert entity.id not in {mention.entity for mention in GAZETTEER.find(text)}

    @pytest.mark.parametrize("text", GAZETTEER.nothing)
    def test_plain_words_name_nothing(self, text: str) -> None:
        assert found(text) == []


class TestFind:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("WHO is not who", [("WHO", "WHO")]),
            ("WHO WAS THERE AND WHAT DID THEY SAY", []),
            ("UNICEF, WHO, UNDP, UNFPA, the ILO", [
                ("UNICEF", "UNICEF"), ("WHO", "WHO"), ("UNDP", "UNDP"), ("UNFPA", "UNFPA"), ("ILO", "ILO"),
            ]),
            ("the ILO’s and ILO's work", [("ILO", "ILO"), ("ILO", "ILO")]),
            ("see A/HRC/9/8 and CRC/C/GC/12", []),
            ("see HRC/C and E/ESCAP/63", []),
            ("the joint FAO/WHO programme", [("FAO", "FAO"), ("WHO", "WHO")]),
            ("www.UNHCR.org, info@ILO", []),
            ("EU-funded, non-EU", [("EU", "EU"), ("EU", "EU")]),
            ("EU-FRA report", []),
            ("the AU-UN operation", [("AU", "AU"), ("UN", "UN")]),
            ("silo, pilot, WHOLE, UNO", []),
            ("ratify OP-CAT", [("OP-CAT", "OP-CAT")]),
            ("World Bank Group", [("WORLD-BANK", "World Bank Group")]),
            ("the world banks; World banks", []),
            ("Food and Agriculture Organization of the United Nations", [
                ("FAO", "Food and Agriculture Organization of the United Nations"),
            ]),
            ("a secretariat of the United Nations", [("UN", "United Nations")]),
            ("World\nHealth  Organization", [("WHO", "World\nHealth  Organization")]),
            ("UN High Commissioner for Refugees", [("UNHCR", "UN High Commissioner for Refugees")]),
            ("the National Human Rights Council", []),
            ("the Egyptian Human Rights Council", []),
            ("Security Council of the Islamic Republic", []),
            ("Recalling Security Council resolution 1325", [("SC", "Security Council")]),
            ("Human Rights Committee (HRC)", [("CCPR", "Human Rights Committee"), ("CCPR", "HRC")]),
            ("Office for Disarmament Affairs (“ODA”)", [
                ("UNODA", "Office for Disarmament Affairs"), ("UNODA", "ODA"),
            ]),
            ("ODA rose to 0.7 per cent", []),
            ("وبالأمم المتحدة", [("UN", "الأمم المتحدة")]),
            ("للأمم المتحدة", [("UN", "لأمم المتحدة")]),
            ("مجلس الأمن القومي", []),
            ("قرار مجلس الأمن", [("SC", "مجلس الأمن")]),
            ("Совета Безопасности Российской Федерации", [("RUSSIAN-FEDERATION", "Российской Федерации")]),
            ("ومنظمة الصحة العالمية", [("WHO", "منظمة الصحة العالمية")]),
            ("Всемирной организацией здравоохранения", [("WHO", "Всемирной организацией здравоохранения")]),
            ("Устава Организации Объединенных Наций", [
                ("UN-CHARTER", "Устава Организации Объединенных Наций"),
            ]),
            ("由世卫组织和WHO制定", [("WHO", "世卫组织"), ("WHO", "WHO")]),
            ("l’Organisation internationale du Travail", [("ILO", "Organisation internationale du Travail")]),
            ("", []),
        ],
    )  # fmt: skip
    def test_finds_just_these(self, text: str, expected: list[tuple[str, str]]) -> None:
        assert found(text) == expected

    def test_acronyms_of_other_languages_wait_for_theirs(self) -> None:
        assert found("le PAM", "fr") == [("WFP", "PAM")]
        assert found("ask PAM", "en") == []
        assert found("le PAM et WFP", "fr") == [("WFP", "PAM"), ("WFP", "WFP")]

    @pytest.mark.parametrize(
        ("acronym", "name", "expected"),
        [
            ("CRC", "Committee on the Rights of the Child", "CRC-COMMITTEE"),
            ("HRC", "Human Rights Committee", "CCPR"),
            ("ICC", "International Coordinating Committee of National Institutions", "GANHRI"),
            ("AI", "Amnesty International", "AMNESTY"),
            ("ECA", "Exclusive Control Area", None),
            ("AI", "artificial intelligence", None),
            ("ILO", "International Labour Organisation (Geneva)", "ILO"),
            ("UNEGEEW", "United Nations Entity for Gender Equality and the Empowerment of Women", "UN-WOMEN"),
        ],
    )
    def test_the_documents_own_definition_decides(
        self, acronym: str, name: str, expected: str | None
    ) -> None:
        learnt = GAZETTEER.definitions([LearntAcronym(acronym=acronym, name=name, record="x@en#p1")])
        assert learnt == {acronym: expected}
        mentions = GAZETTEER.find(f"as {acronym} said", learnt=learnt)
        assert [mention.entity for mention in mentions] == ([expected] if expected else [])

    def test_the_first_definition_holds_and_unknown_ones_are_left_out(self) -> None:
        learnt = [
            LearntAcronym(acronym="CRC", name="Committee on the Rights of the Child", record="x@en#p1"),
            LearntAcronym(acronym="CRC", name="Convention on the Rights of the Child", record="x@en#p2"),
            LearntAcronym(acronym="IAWGM", name="Inter-Agency Working Group on Minorities", record="x@en#p3"),
        ]
        assert GAZETTEER.definitions(learnt) == {"CRC": "CRC-COMMITTEE"}

    @given(
        st.lists(
            st.one_of(
                st.sampled_from(
                    ["WHO", "UN", "CRC", "ООН", "联合国", "الأمم المتحدة", " ", "-", "/", "(", ")."]
                ),
                st.text(max_size=4),
            ),
            max_size=12,
        ).map("".join)
    )
    @example("WHO (UN), ООН")
    def test_any_text_gives_ordered_offsets_of_its_own_words(self, text: str) -> None:
        behind = 0
        for mention in GAZETTEER.find(text):
            assert behind <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end] == mention.surface
            behind = mention.end

    @given(st.sampled_from(GAZETTEER.entities), st.sampled_from(["", "In 2008 the ", "(", "«"]))
    def test_surroundings_move_a_mention_and_no_more(self, entity: Entity, before: str) -> None:
        mentions = GAZETTEER.find(before + entity.name)
        assert [(m.entity, m.start) for m in mentions] == [(entity.id, len(before))]


class TestLookUp:
    @pytest.mark.parametrize(
        ("surface", "expected"),
        [
            ("ILO", "ILO"),
            ("ilo", None),
            ("OIT", "ILO"),
            ("МОТ", "ILO"),
            ("international labour organisation", "ILO"),
            ("International  Labor Organization", "ILO"),
            ("UN\u2011Women", "UN-WOMEN"),
            ("Всемирной организации здравоохранения", "WHO"),
            ("الأمم المتحدة", "UN"),
            ("who", None),
            ("CRC", "CRC"),
            ("AI", None),
            ("GA", None),
            ("", None),
            (" ", None),
            ("-", None),
        ],
    )
    def test_resolve(self, surface: str, expected: str | None) -> None:
        entity = GAZETTEER.resolve(surface)
        assert (entity.id if entity else None) == expected

    def test_candidates_give_all_meanings_likeliest_first(self) -> None:
        assert [entity.id for entity in GAZETTEER.candidates("CRC")] == ["CRC", "CRC-COMMITTEE"]
        assert [entity.id for entity in GAZETTEER.candidates("AI")] == ["AMNESTY"]
        assert [entity.id for entity in GAZETTEER.candidates("ILO")] == ["ILO"]
        assert GAZETTEER.candidates("nobody") == ()

    def test_expansion_begins_with_english_names(self) -> None:
        expansion = GAZETTEER.expansion("ILO")
        assert expansion[:2] == ("International Labour Organization", "International Labour Organisation")
        assert {"International Labour Office", "ILO", "OIT", "МОТ", "国际劳工组织"} <= set(expansion)
        assert GAZETTEER.expansion("nobody") == ()

    @pytest.mark.parametrize("entity", GAZETTEER.entities, ids=lambda entity: entity.id)
    def test_all_of_an_expansion_have_the_same_expansion(self, entity: Entity) -> None:
        expansion = GAZETTEER.expansion(entity.name)
        assert len(expansion) == len(set(expansion))
        for surface in expansion:
            assert GAZETTEER.expansion(surface) == expansion

    def test_entity_by_id(self) -> None:
        assert GAZETTEER.entity("DDPA").document == "A/CONF.189/12"
        with pytest.raises(KeyError):
            GAZETTEER.entity("nobody")

    def test_load_reads_once(self) -> None:
        assert Gazetteer.load() is GAZETTEER


@pytest.mark.parametrize(
    ("typed", "entity"),
    [
        ("Global Compact for Safe Orderly and Regular Migration", "GCM"),
        ("African Commission on Human and Peoples Rights", "ACHPR"),
        ("convention against torture and other cruel inhuman or degrading treatment or punishment", "CAT"),
    ],
)
def test_names_are_known_without_their_commas(typed: str, entity: str) -> None:
    found = Gazetteer.load().resolve(typed)
    assert found is not None
    assert found.id == entity


def test_names_are_sought_among_those_of_their_own_letters() -> None:
    for entity, name in GAZETTEER.spellings():
        bare = " ".join(regex.sub(r"[\p{P}\p{S}]+", " ", key_of(name).replace("'", "")).split())
        assert first_letter(name) == first_letter(name_key(name)) == first_letter(bare) != ""
        assert GAZETTEER.resolve(name) == entity
        if " " in bare or not is_cyrillic(bare):  # several have the stem "австр"
            assert GAZETTEER.resolve(bare) == entity


def test_a_query_loads_no_automaton() -> None:
    script = (
        "import sys\nfrom indexer.grammar.gazetteer import Gazetteer\n"
        "Gazetteer.load().expansion('ILO')\n"
        "sys.exit('ahocorasick_rs' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
