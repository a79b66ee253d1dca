"""Whatever is found in a text has a reason, and whatever only looks like a name is told why it is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.grammar.gazetteer import Gazetteer
from indexer.grammar.name_reasons import judge

GAZETTEER = Gazetteer.load()


@pytest.mark.parametrize(
    ("text", "surface", "entity", "why"),
    [
        ("WHO", "WHO", "WHO", "acronym of World Health Organization"),
        ("those who met", "who", None, "who is written small; WHO is World Health Organization"),
        ("CAT", "CAT", "CAT", "could also be Committee against Torture, if the document says so"),
        ("AI", "AI", None, "AI could be Amnesty International: the text does not define it"),
        ("XQZ", "XQZ", None, "XQZ is not known, and the text does not define it"),
        ("the world bank", "world bank", None, "world bank is written small: the name is World Bank"),
        ("Gulf of Guinea", "Gulf of Guinea", None, "Gulf of Guinea is the name of something else"),
        (
            "the Egyptian Human Rights Council",
            "Human Rights Council",
            None,
            "seems to be the body of",
        ),
        ("A/HRC/9/8", "HRC", None, "HRC is part of a symbol"),
        ("EU-FRA", "EU", None, "EU is part of a longer word"),
        ("WHO WAS THERE AND WHAT", "WHO", None, "WHO stands in a line of capitals"),
        ("Nations Unies", "Nations Unies", "UN", "French name of UN"),
        ("International Labor Organisation", "International Labor Organisation", "ILO", "a spelling of "),
        ("Turkey", "Turkey", "TURKIYE", "English name of TURKIYE"),
    ],
)
def test_reasons(text: str, surface: str, entity: str | None, why: str) -> None:
    verdicts = {verdict.surface: verdict for verdict in judge(GAZETTEER, text, learnt={})}
    assert verdicts[surface].entity == entity
    assert why in verdicts[surface].why


@pytest.mark.parametrize(
    ("learnt", "entity", "why"),
    [
        ({"CRC": "CRC-COMMITTEE"}, "CRC-COMMITTEE", "acronym that the text defines"),
        (
            {"CRC": None},
            None,
            "the text defines CRC as something else than Convention",
        ),
    ],
)
def test_the_definition_of_a_document_is_the_reason(
    learnt: dict[str, str | None], entity: str | None, why: str
) -> None:
    (verdict,) = judge(GAZETTEER, "CRC", learnt=learnt)
    assert verdict.entity == entity
    assert why in verdict.why


def test_an_acronym_of_another_language_is_told_so() -> None:
    (verdict,) = judge(GAZETTEER, "le PAM", "en", learnt={})
    assert verdict.why == "PAM is an acronym of another language: World Food Programme"


@given(st.text(st.sampled_from("WHO who UN-CRC/.()Guinea Gulf of ООНالأمم联合国AI "), max_size=60))
def test_what_is_found_is_what_is_judged(text: str) -> None:
    verdicts = judge(GAZETTEER, text, learnt={})
    found = [(verdict.entity, verdict.start, verdict.end) for verdict in verdicts if verdict.entity]
    assert found == [(mention.entity, mention.start, mention.end) for mention in GAZETTEER.find(text)]
    behind = 0
    for verdict in verdicts:
        assert behind <= verdict.start < verdict.end <= len(text)
        assert text[verdict.start : verdict.end] == verdict.surface
        behind = verdict.end
