"""Words as people of five languages type them, and the paragraphs that they look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.query import open_index
from tests.unit.made_up import made_record, made_store

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.query import Index

TEXTS = {
    "fr": [
        "Les enfants et la loi sur l’égalité",
        "L’œuvre de l’enfant ; les lois, les lieux et les détenus",
        "Un rapport de l’Organisation internationale du Travail",
    ],
    "es": ["Los derechos de las mujeres y las voces de los años", "La mujer, el año y la voz del juez"],
    "ru": ["Комитет против пыток и права ребёнка", "Пытки запрещены; беженцы и дети"],
    "zh": ["见A/HRC/9/8号文件第5段和大会决议，儿童权利", "涉及强迫失踪、任意拘留和酷刑"],
    "ar": [
        "حقوق الإنسان والنساء والتعذيب في القانون",
        "تقرير الأمم عن تعذيب المرأة وقانون الآليات",
        "مكتب العمل الدولي",
    ],
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("languages") / ".indexer"
    documents = [
        [made_record("A/1", number, text, language=language) for number, text in enumerate(texts, 1)]
        for language, texts in TEXTS.items()
    ]
    made_store(folder, [documents])
    return open_index(folder)


@pytest.mark.parametrize(
    ("query", "language", "found"),
    [
        ("l'enfant", "fr", "1 2"),
        ("d’égalité", "fr", "1"),
        ('"l’enfant"', "fr", "2"),
        ("oeuvre", "fr", "2"),
        ("œuv*", "fr", "2"),
        ("loi", "fr", "1 2"),
        ("lieu détenu", "fr", "2"),
        ("l'OIT", "fr", "3"),
        ("l’Organisation internationale du Travail", "fr", "3"),
        ("لمنظمة العمل الدولية", "ar", "3"),
        ("mujer", "es", "1 2"),
        ("ano", "es", "1 2"),
        ("voces", "es", "1 2"),
        ("jueces", "es", "2"),
        ("пытка", "ru", "1 2"),
        ('"права ребенка"', "ru", "1"),
        ("беженец", "ru", "2"),
        ("大会", "zh", "1"),
        ('"号文件"', "zh", "1"),
        ("任意拘留、强迫失踪", "zh", "2"),
        ("《儿童》，大会。", "zh", "1"),
        ("نساء", "ar", "1"),
        ("للنساء", "ar", "1"),
        ("التعذيب", "ar", "1 2"),
        ("قانون", "ar", "1 2"),
        ('"تقرير الامم"', "ar", "2"),
        ("المراه", "ar", "2"),
        ("آلية", "ar", "2"),
        ("التعذيب؟", "ar", "1 2"),
    ],
)
def test_words_are_found(index: Index, query: str, language: str, found: str) -> None:
    hits = index.search(query, lang=language, limit=None).hits
    assert " ".join(sorted(hit.number or "" for hit in hits)) == found


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("egalitee", "égalité"), ("mujerr", "mujer"), ("ребенкаа", "ребёнка"), ("المراةة", "المرأة")],
)
def test_what_was_meant_is_spelt_as_it_is_printed(index: Index, slip: str, meant: str) -> None:
    assert f"{slip} is in no paragraph; did you mean {meant}?" in index.search(slip).notices


@pytest.mark.parametrize("name", ["français", "francais", "French", "FR"])
def test_a_language_is_called_as_people_do(index: Index, name: str) -> None:
    assert index.search("loi", lang=name).total == 2
