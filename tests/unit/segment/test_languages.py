from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.grammar.language import OFFICIAL
from indexer.segment.languages import language_of

TEXTS = {
    "en": (
        "The keepers of the lights along the coast asked the Council for boats with which they could reach "
        "the towers in the winter, and for a school that their children could attend in the summer."
    ),
    "fr": (
        "Les gardiens des phares de la côte ont demandé au Conseil des bateaux avec lesquels ils puissent "
        "gagner les tours en hiver, et une école que leurs enfants puissent fréquenter pendant l’été."
    ),
    "es": (
        "Los guardianes de los faros de la costa pidieron al Consejo barcos con los que pudieran llegar a "
        "las torres en el invierno, y una escuela a la que sus hijos pudieran ir durante el verano."
    ),
    "ru": (
        "Смотрители маяков побережья попросили у Совета лодки, на которых они могли бы добираться до башен "
        "зимой, и школу, в которую их дети могли бы ходить летом, а также новые лампы для всех башен."
    ),
    "ar": (
        "طلب حراس المنارات على طول الساحل من المجلس قوارب يمكنهم أن يصلوا بها إلى الأبراج في الشتاء، ومدرسة "
        "يمكن أن يذهب إليها أطفالهم في الصيف، كما طلبوا منه مصابيح جديدة لكل برج من الأبراج التي في الجزر."
    ),
    "zh": "沿海灯塔的看守人请求理事会提供船只，使他们能够在冬季到达灯塔，并请求为子女设立一所夏季学校。",
}
PLACES = "• El Fasher International Airport.\n• El Obeid International Airport.\n• Kadugli Airport.\n" * 3
STATES = (
    "Ratify it (Senegal, Venezuela (Bolivarian Republic of), Peru, Chile, El Salvador, Costa Rica, Cuba) " * 2
)


@pytest.mark.parametrize("own", [*OFFICIAL, "cs", "und"])
@pytest.mark.parametrize(("language", "text"), TEXTS.items(), ids=TEXTS)
def test_running_text_tells_its_language(language: str, text: str, own: str) -> None:
    assert language_of(text, own) == language


@pytest.mark.parametrize(
    "text",
    [
        "Les gardiens des phares de la côte",
        PLACES,
        "1 149 1 130 1 161 1 138 1 097 1 097 1 122 1 098 1 200 1 058",
        STATES,
        "人权理事会",
        "",
    ],
    ids=["too short", "places", "numbers", "names of States", "a name", "empty"],
)
def test_what_leaves_doubt_is_in_the_language_of_the_document(text: str) -> None:
    assert language_of(text, "en") == "en"


@pytest.mark.parametrize(
    ("text", "own", "language"),
    [
        (
            "(Signed) I. Fell, Ambassador, Permanent Representative of the Islands to the United Nations",
            "ar",
            "en",
        ),
        (
            "(Signed) I. Fell, Ambassador, Permanent Representative of the Islands to the United Nations",
            "ru",
            "en",
        ),
        ("Я хотел бы сделать от имени смотрителей маяков и их семей это заявление.", "en", "ru"),
        (
            "Я хотел бы (I should like) сделать от имени смотрителей маяков и их семей это заявление.",
            "en",
            "en",
        ),
        ("Northern Lights Harbour Office, Second Floor, Tower Road, Port of the Isles", "zh", "zh"),
        ("Господин Председатель,", "en", "en"),
    ],
    ids=["Latin in Arabic", "Latin in Cyrillic", "Cyrillic", "both", "an address", "too short"],
)
def test_a_short_text_in_another_script_tells_its_language(text: str, own: str, language: str) -> None:
    assert language_of(text, own) == language


@pytest.mark.parametrize("own", ["en", "fr"])
def test_half_and_half_is_in_the_language_of_the_document(own: str) -> None:
    assert language_of(f"{TEXTS['en']} {TEXTS['fr']}", own) == own


@given(st.text(max_size=300), st.sampled_from([*OFFICIAL, "und"]))
def test_any_text_has_a_language(text: str, own: str) -> None:
    assert language_of(text, own) in {own, *OFFICIAL}
