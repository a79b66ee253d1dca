from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.store.analysis import fold, is_acronym, stems, words
from indexer.store.schema import make_schema


def forms(text: str) -> list[tuple[int, str]]:
    return [(word.position, word.form) for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Committee on the Rights", [(0, "committee"), (1, "on"), (2, "the"), (3, "rights")]),
        ("the countries’ reports", [(0, "the"), (1, "countries"), (2, "reports")]),
        ("the State's duty", [(0, "the"), (1, "state"), (2, "duty")]),
        ("the State’s duty", [(0, "the"), (1, "state"), (2, "duty")]),
        ("l’Organisation", [(0, "l"), (1, "organisation")]),
        (
            "A/HRC/9/8, para. 10",
            [(0, "a/hrc/9/8"), (0, "8"), (0, "9"), (0, "hrc"), (1, "para"), (2, "10")],
        ),
        ("(A/HRC/4/109).", [(0, "a/hrc/4/109"), (0, "109"), (0, "4"), (0, "hrc")]),
        ("in A/HRC/9/8- 10", [(0, "in"), (1, "a/hrc/9/8"), (1, "8"), (1, "9"), (1, "hrc"), (2, "10")]),
        ("A/62/40(Vol.I) says", [(0, "a/62/40(vol.i)"), (0, "40"), (0, "62"), (0, "vol"), (1, "says")]),
        ("AND/OR", [(0, "and"), (1, "or")]),
        ("he/she", [(0, "he"), (1, "she")]),
        ("UNDP/UNFPA/UNOPS", [(0, "undp"), (1, "unfpa"), (2, "unops")]),
        ("resolution 60/251", [(0, "resolution"), (1, "60/251"), (1, "251"), (1, "60")]),
        ("1,250 persons", [(0, "1250"), (1, "persons")]),
        ("of 2,617,514, or", [(0, "of"), (1, "2617514"), (2, "or")]),
        ("1,250,3", [(0, "1"), (1, "250"), (2, "3")]),
        ("in 7.3 above", [(0, "in"), (1, "7.3"), (1, "3"), (1, "7"), (2, "above")]),
        ("the U.N. says", [(0, "the"), (1, "un"), (2, "says")]),
        (
            "a co-operation of",
            [(0, "a"), (1, "co"), (2, "operation"), (1, "cooperation"), (2, "cooperation"), (3, "of")],
        ),
        ("1990-1995", [(0, "1990"), (1, "1995")]),
        ("a – b", [(0, "a"), (1, "b")]),
        ("ＩＬＯ １２", [(0, "ilo"), (1, "12")]),
        ("ﬁnal", [(0, "final")]),
        ("co\u00adoperate", [(0, "cooperate")]),
        ("Côte d'Ivoire", [(0, "cote"), (1, "d"), (2, "ivoire")]),
        ("İzmir x\u030c й", [(0, "izmir"), (1, "x"), (2, "й")]),  # marks that make no letter of their own
        ("人权", [(0, "人"), (1, "权")]),
        ("第12段", [(0, "第"), (1, "12"), (2, "段")]),
        ("١٢ مادة", [(0, "12"), (1, "ماده")]),
        ("A/63/2号决", [(0, "a/63/2"), (0, "2"), (0, "63"), (1, "号"), (2, "决")]),
        ("Œuvre sœur æon", [(0, "oeuvre"), (1, "soeur"), (2, "aeon")]),
        ("ещё", [(0, "еще")]),
        ("إلى الأمم", [(0, "الي"), (1, "الامم")]),
        ("\U000116d0", [(0, "\U000116d0")]),  # a digit of Unicode 16
        ("10bis", [(0, "10bis")]),
        ("... — !", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[tuple[int, str]]) -> None:
    assert forms(text) == expected


@given(st.text(max_size=200))
def test_positions_have_no_holes_and_places_lie_in_the_text(text: str) -> None:
    found = list(words(text))
    assert sorted({word.position for word in found}) == list(range(len({word.position for word in found})))
    for word in found:
        assert 0 <= word.start < word.end <= len(text)
        assert word.form


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=12))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


def test_marks_of_other_scripts_stay() -> None:
    assert fold("мой") == "мой"
    assert fold("café") == "cafe"
    assert fold("مُحَمَّد") == "محمد"


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("ratified", "ratifying", "en"),
        ("policies", "policy", "en"),
        ("minorités", "minorité", "fr"),
        ("minorites", "minorité", "fr"),
        ("recomendaciones", "recomendación", "es"),
        ("recomendaciones", "recomendacion", "es"),
        ("права", "правами", "ru"),
        ("loi", "lois", "fr"),
        ("emploi", "emplois", "fr"),
        ("détenu", "détenus", "fr"),
        ("lieu", "lieux", "fr"),
        ("actif", "actives", "fr"),
        ("publics", "publique", "fr"),
        ("heureux", "heureuse", "fr"),
        ("rapporteur", "rapporteuses", "fr"),
        ("défenseurs", "défenseuse", "fr"),
        ("directeur", "directrices", "fr"),
        ("auteur", "autrice", "fr"),
        ("chinois", "chinoise", "fr"),
        ("coeur", "cœurs", "fr"),
        ("mujer", "mujeres", "es"),
        ("año", "años", "es"),
        ("voz", "voces", "es"),
        ("avance", "avances", "es"),
        ("crimen", "crímenes", "es"),
        ("padre", "padres", "es"),
        ("пытка", "пыток", "ru"),
        ("ребёнок", "ребенка", "ru"),
        ("беженец", "беженцев", "ru"),
        ("человек", "человека", "ru"),
        ("قانون", "القانون", "ar"),
        ("قانونا", "والقانون", "ar"),
        ("وزير", "ووزير", "ar"),
        ("لجنة", "للجنة", "ar"),
        ("لجنة", "واللجنة", "ar"),
        ("للأمم", "الامم", "ar"),
        ("آلية", "الآليات", "ar"),
        ("التزام", "بالتزاماتها", "ar"),
        ("ولاية", "ولايته", "ar"),
        ("أعضاء", "أعضائه", "ar"),
        ("مدني", "المدنيين", "ar"),
        ("بلد", "البلدان", "ar"),
        ("إعلان", "إعلانا", "ar"),
        ("حقوق", "لحقوق", "ar"),
    ],
)
def test_forms_of_a_word_share_a_stem(first: str, second: str, language: str) -> None:
    assert set(stems(first, language)) & set(stems(second, language))


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("indice", "indique", "fr"),
        ("rapport", "rapporteuse", "fr"),
        ("marco", "marzo", "es"),
        ("mañana", "manera", "es"),
        ("рок", "река", "ru"),
        ("دولة", "دولي", "ar"),
        ("اتفاق", "اتفاقية", "ar"),
        ("آليات", "إلى", "ar"),
        ("العليا", "على", "ar"),
    ],
)
def test_other_words_keep_apart(first: str, second: str, language: str) -> None:
    assert not set(stems(first, language)) & set(stems(second, language))


@given(
    st.text(alphabet="اأإآبتثجحخدذرزسشصضطظعغفقكلمنهوىيةءؤئaeéiouxsclezкцоеё", min_size=1, max_size=12),
    st.sampled_from(["ar", "fr", "es", "ru"]),
)
def test_a_word_has_stems(word: str, language: str) -> None:
    assert all(stems(word, language))


def test_a_language_without_stemmer_keeps_its_words() -> None:
    assert stems("Rechte", "de") == ("rechte",)


@pytest.mark.parametrize(
    ("word", "answer"),
    [("ILO", True), ("ilo", False), ("Ilo", False), ("I", False), ("G20", False), ("NGOs", False)],
)
def test_acronym(word: str, answer: bool) -> None:  # noqa: FBT001 - a table
    assert is_acronym(word) is answer


def test_schema_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(make_schema())).names() == make_schema().names()  # noqa: S301 - our own bytes
