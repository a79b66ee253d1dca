"""Definitions of acronyms: what is learnt, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.annotate.acronyms import find_definitions, learn_acronyms
from indexer.model import Footnote, LearntAcronym, Record
from tests.unit.made_up import made_record


def record(text: str, *notes: str, address: str = "p1") -> Record:
    footnotes = tuple(Footnote(mark="1", text=note) for note in notes)
    return made_record("A/1", 1, text, id=f"A/1@en#{address}", address=address, footnotes=footnotes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Inter-Agency Working Group on Minorities (IAWGM)",
         [("IAWGM", "Inter-Agency Working Group on Minorities")]),
        ("IAWGM (Inter-Agency Working Group on Minorities)",
         [("IAWGM", "Inter-Agency Working Group on Minorities")]),
        ("of internally displaced persons (IDPs) in", [("IDPs", "internally displaced persons")]),
        ("non-governmental organizations (NGOs)", [("NGOs", "non-governmental organizations")]),
        ("the Ministry of Health (“the MoH”)", []),
        ("the Ministry of Health (“MoH”)", [("MoH", "Ministry of Health")]),
        ("the Joint Inspection Unit (hereinafter JIU)", [("JIU", "Joint Inspection Unit")]),
        ("the Joint Inspection Unit (the JIU)", [("JIU", "Joint Inspection Unit")]),
        ("the Joint Inspection Unit (JIU, Geneva)", [("JIU", "Joint Inspection Unit")]),
        ("the Office of the United Nations High Commissioner for Human Rights (OHCHR)",
         [("OHCHR", "Office of the United Nations High Commissioner for Human Rights")]),
        ("United Nations Educational, Scientific and Cultural Organization (UNESCO)",
         [("UNESCO", "United Nations Educational, Scientific and Cultural Organization")]),
        ("the Caribbean Community (CARICOM)", [("CARICOM", "Caribbean Community")]),
        ("the African Development Bank (AfDB)", [("AfDB", "African Development Bank")]),
        ("the Council of Europe (CoE)", [("CoE", "Council of Europe")]),
        ("l’Association malienne des droits (AMD)", [("AMD", "Association malienne des droits")]),
        ("de la Organización Internacional del Trabajo (OIT)",
         [("OIT", "Organización Internacional del Trabajo")]),
        ("Международная организация труда (МОТ)", [("МОТ", "Международная организация труда")]),
        ("the International Criminal Police Organization (INTERPOL)",
         [("INTERPOL", "International Criminal Police Organization")]),
        ("Convention on the Elimination of All Forms of Discrimination against Women (CEDAW)",
         [("CEDAW", "Convention on the Elimination of All Forms of Discrimination against Women")]),
        ("of State. The Working Group (WG) met", [("WG", "Working Group")]),
    ],
)  # fmt: skip
def test_learns(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(find_definitions(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "in resolution 1514 (XV)",
        "of the vital instruments (VI)",
        "(a) the first; (b) the second",
        "Ratify the Convention (Sweden);",
        "Ratify the Convention (USA);",
        "as adopted (A/HRC/9/8)",
        "on Monday (12 May 2008)",
        "the ministry (MFA) said",
        "The Office spoke. (TOS)",
        "the Group of Friends (CARE)",
        "the text (hereinafter “the Text”)",
        "(ILO)",
        "ILO (see above)",
        "GDP (per cent)",
        "",
    ],
)
def test_does_not_learn(text: str) -> None:
    assert list(find_definitions(text)) == []


def test_records_give_each_meaning_once_with_its_first_place() -> None:
    records = [
        record("The Joint Inspection Unit (JIU) and the", "Working Group on Minorities (WGM).", address="p1"),
        record("JOINT INSPECTION UNIT (JIU). Joint Inspections of Uranium (JIU).", address="p2"),
    ]
    assert learn_acronyms(records) == (
        LearntAcronym(acronym="JIU", name="Joint Inspection Unit", record="A/1@en#p1"),
        LearntAcronym(acronym="WGM", name="Working Group on Minorities", record="A/1@en#p1"),
        LearntAcronym(acronym="JIU", name="Joint Inspections of Uranium", record="A/1@en#p2"),
    )


def test_no_records_give_nothing() -> None:
    assert learn_acronyms([]) == ()


PIECES = st.sampled_from(
    [
        "Inter-Agency ",
        "Group ",
        "on ",
        "the ",
        "Lighthouses ",
        "(IAGL) ",
        "IAGL",
        "(",
        ") ",
        "[",
        "“",
        "”",
        "’s ",
    ]
)


@given(st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=120)))
@example("the Inter-Agency Group on Lighthouses (IAGL) ")
def test_names_and_acronyms_stand_in_the_text(text: str) -> None:
    for acronym, name in find_definitions(text):
        assert f"{acronym}" in text
        assert name
        assert name in text
