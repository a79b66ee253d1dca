from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.grammar import language as language_module
from indexer.grammar.language import guess_language, leads

TEXTS = {
    "en": "The keepers of the lights met in the harbour and asked that every coast be lit at night.",
    "fr": "Les gardiens des phares se sont réunis au port et ont demandé que chaque côte soit éclairée.",
    "es": "Los guardianes de los faros se reunieron en el puerto y pidieron que se iluminara cada costa.",
    "ru": "Смотрители маяков собрались в порту и попросили, чтобы каждый берег освещался ночью.",
    "zh": "灯塔看守人在港口开会，要求夜间照亮每一处海岸。",
    "ar": "اجتمع حراس المنارات في الميناء وطلبوا إضاءة كل ساحل في الليل.",
    "ja": "灯台守は港に集まり、すべての海岸を夜に照らすよう求めました。",
    "de": "Die Wärter der Leuchttürme trafen sich im Hafen und baten darum, jede Küste zu beleuchten.",
    "it": "I guardiani dei fari si sono riuniti nel porto e hanno chiesto che la costa sia illuminata.",
    "nl": "De wachters van de vuurtorens kwamen op een avond bijeen om licht op het water te vragen.",
    "pt": "Os guardas dos faróis reuniram-se no porto e pediram uma luz em cada ponto da costa.",
    "bg": "Пазачите на фаровете се събраха в пристанището и поискаха брегът да бъде осветен през нощта.",
    "uk": "Доглядачі маяків зібралися в порту і попросили, щоб кожен берег освітлювався вночі.",
    "cs": "Strážci majáků se sešli v přístavu a požádali, aby každé pobřeží bylo v noci osvětleno. Rada jim "
    "odpověděla, že před zimou dostanou nové lodě.",
    "da": "Vogterne af fyrtårnene mødtes i havnen og bad om, at enhver af kysterne blev oplyst af lamper om "
    "natten, og at skibene fik en havn.",
    "hu": "A világítótornyok őrei összegyűltek a kikötőben, és azt kérték, hogy éjjel minden partot "
    "világítsanak meg, és hogy a tél előtt új hajókat küldjenek nekik, mert a tenger erős és a szél gyűlik.",
    "pl": "Strażnicy latarni zebrali się w porcie i prosili, aby całe wybrzeże było oświetlone w nocy. Rada "
    "odpowiedziała, że przed zimą dostali łodzie i lampy dla każdej wieży.",
    "kk": "Маяк күзетшілері портқа жиналып, түнде әрбір жағалауды жарықтандыруды сұрады.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_languages(language: str, text: str) -> None:
    assert guess_language(text) == language


def test_symbols_and_names_in_latin_letters_do_not_turn_an_arabic_text() -> None:
    assert guess_language(TEXTS["ar"] + " A/HRC/9/8 " + TEXTS["ar"]) == "ar"


def test_a_short_english_cover_does_not_turn_a_long_text() -> None:
    assert guess_language(TEXTS["en"] + "\n" + (TEXTS["fr"] + "\n") * 200) == "fr"


@pytest.mark.parametrize("text", ["", "12. 13.", " \n", "— * —"])
def test_a_text_without_letters_has_no_language(text: str) -> None:
    assert guess_language(text) == "und"


@pytest.mark.parametrize("text", ["a,b", "A/R", "x", "Of", "1. a", "Note"])
def test_a_text_that_says_nothing_is_in_the_likeliest_language(text: str) -> None:
    assert guess_language(text) == "en"


@given(st.text())
def test_any_text_gives_two_letters_or_und(text: str) -> None:
    found = guess_language(text)
    assert found == "und" or (len(found) == 2 and found.islower())


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "de", "it", "nl", "pt", "cs", "da", "hu", "pl"])
def test_statistics_are_not_asked_about_running_text(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("the statistics were asked")

    monkeypatch.setattr(language_module, "_identifier", refuse)
    assert guess_language((TEXTS[language] + "\n") * 5) == language


@pytest.mark.parametrize("language", ["cs", "da", "hu", "pl"])
def test_telling_signs_say_what_statistics_say(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_module, "_TELLING", ())
    assert guess_language(TEXTS[language]) == language


def test_no_language_leads_in_a_text_without_words() -> None:
    assert not leads("", "en")


def test_a_few_foreign_names_tell_nothing() -> None:
    assert language_module._by_telling_signs("Wałęsa, Łódź") is None


def test_common_words_leave_a_text_in_two_languages_to_statistics() -> None:
    assert language_module._by_common_words((TEXTS["es"] + "\n" + TEXTS["fr"] + "\n") * 5) is None


def test_a_text_in_english_and_another_language_is_in_the_one_with_more() -> None:
    assert language_module._by_common_words(TEXTS["en"] + (TEXTS["fr"] + "\n") * 4) == "fr"
    assert language_module._by_common_words(TEXTS["fr"] + (TEXTS["en"] + "\n") * 4) == "en"


@pytest.mark.parametrize("language", ["de", "it", "nl", "pt"])
def test_a_text_akin_to_another_language_does_not_lead_in_it(language: str) -> None:
    assert not any(leads(TEXTS[language], other) for other in ("en", "fr", "es"))


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar"])
def test_a_language_leads_in_its_own_text_and_in_no_other(language: str) -> None:
    assert [other for other in TEXTS if leads(TEXTS[other], language)] == [language]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Preliminary Report on the Naming of Buoys"),
        ("en", "Harbour Regulations"),
        ("fr", "Sécurité des phares"),
        ("es", "Seguridad de los puertos"),
        ("ru", "Безопасность маяков"),
        ("ar", "سلامة الموانئ"),
    ],
)
def test_a_short_title_is_in_an_official_language_before_any_other(language: str, title: str) -> None:
    assert guess_language(title) == language
