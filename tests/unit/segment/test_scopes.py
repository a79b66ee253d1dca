from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.segment.scopes import Scope, is_enacting, nest, read_scope, scope_prefix


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Annex", "annex"),
        ("Annex I", "annex-I"),
        ("ANNEX II", "annex-II"),
        ("Annex iv", "annex-IV"),
        ("Annex 2", "annex-2"),
        ("Annex 10B: Eels of the coast", "annex-10B"),
        ("Annex A", "annex-A"),
        ("Annex I. List of keepers", "annex-I"),
        ("Annex to the letter dated 3 May 2010", "annex"),
        ("Annex [English only]", "annex"),
        ("Annex*", "annex"),
        ("Annexe II", "annex-II"),
        ("Anexo III", "annex-III"),
        ("Приложение II", "annex-II"),
        ("附件", "annex"),
        ("المرفق", "annex"),
        ("附件二", "annex-2"),
        ("附件二：名单", "annex-2"),
        ("المرفق الثاني", "annex-2"),
        ("الضميمة", "enclosure"),
        ("التذييل الأول", "appendix-1"),
        ("附文", "enclosure"),
        ("Documento adjunto", "enclosure"),
        ("Проект резолюции I", "resolution-I"),
        ("Проект решения II", "decision-II"),
        ("Резолюция 2700 (2023)", "resolution-2700-2023"),
        ("Мнение № 12/2010", "opinion-12.2010"),
        ("Résolution 78/69", "resolution-78.69"),
        ("Projet de décision III", "decision-III"),
        ("Avis no 12/2010", "opinion-12.2010"),
        ("Resolución 78/69", "resolution-78.69"),
        ("Decisión 52/1", "decision-52.1"),
        ("Opinión núm. 12/2010", "opinion-12.2010"),
        ("第78/69号决议", "resolution-78.69"),
        ("第 2700（2023）号决议", "resolution-2700-2023"),
        ("第12/2010号意见", "opinion-12.2010"),
        ("决议草案二", "resolution-2"),
        ("القرار 78/69", "resolution-78.69"),
        ("مشروع القرار الثاني", "resolution-2"),
        ("المقرر 52/1", "decision-52.1"),
        ("الرأي رقم 12/2010", "opinion-12.2010"),
        ("79/140. 海岸灯光", "resolution-79.140"),
        ("79/401 - انتخاب الحراس", "decision-79.401"),
        ("مرفق الرسالة المؤرخة 3 أيار/مايو 2010", "annex"),
        ("2010年5月3日海岸常驻联合国代表给秘书长的信的附件二", "annex-2"),
        ("2010年5月3日海岸常驻联合国代表团给秘书长的普通照会的附件[原件：英文]", "annex"),
        ("المرفق الثاني للرسالة المؤرخة 3 أيار/مايو 2010", "annex-2"),
        ("Première partie", "part-1"),
        ("Segunda parte", "part-2"),
        ("Часть первая", "part-1"),
        ("Часть II", "part-II"),
        ("الجزء الأول", "part-1"),
        ("第三部分", "part-3"),
        ("Appendix", "appendix"),
        ("Appendix B", "appendix-B"),
        ("Apéndice I", "appendix-I"),
        ("Enclosure 1", "enclosure-1"),
        ("Draft resolution I", "resolution-I"),
        ("Resolution 78/69", "resolution-78.69"),
        ("Resolution 1325 (2000)", "resolution-1325-2000"),
        ("Decision 4", "decision-4"),
        ("Decision 12/CP.30", "decision-12-CP.30"),
        ("Decision 3/CMA.9 Lights of the coast", "decision-3-CMA.9"),
        ("Decision XXVIII/4. Lights of the coast", "decision-XXVIII.4"),
        ("DECISION BS-V/6: LIGHTS", "decision-BS-V.6"),
        ("Resolution 217 A (III)", "resolution-217A-III"),
        (
            "Decision 81/16 Session of the keepers" + " of the northern coast and its islands" * 5,
            "decision-81.16",
        ),
        ("Opinion No. 12/2010", "opinion-12.2010"),
        ("79/140. Lights of the coast", "resolution-79.140"),
        ("59/277 A. LIGHTS OF THE COAST", "resolution-59.277A"),
        ("79/401. Election of keepers", "decision-79.401"),
        ("801 (VII). Lights of the coast", "resolution-801-VII"),
        ("410 A (V). LIGHTS", "resolution-410A-V"),
        ("997 (ES-I). Lights", "resolution-997-ESI"),
        ("217 (III)．海岸灯光", "resolution-217-III"),
        ("S-9/1. Lights of the coast", "resolution-S-9.1"),
        ("S-11/1 Lights of the coast", "resolution-S-11.1"),
        ("2025/3.\tLights of the coast", "resolution-2025.3"),
        ("2025/201. Election of keepers", "decision-2025.201"),
        ("Part one", "part-1"),
        ("Part II", "part-II"),
        ("Part Three: The lights", "part-3"),
        ("DISSENTING OPINION OF JUDGE HORN", "opinion"),
        ("Joint partly dissenting opinion of Judges Horn and Bell", "opinion"),
        ("CONCURRING AND PARTLY DISSENTING OPINION OF JUDGE AD HOC HORN", "opinion"),
        ("Individual opinion of Committee member Ada Brightwater (concurring)", "opinion"),
        ("DECLARATION OF VICE-PRESIDENT HORN", "opinion"),
        ("OPINION DISSIDENTE DE M. LE JUGE HORN", "opinion"),
        ("VOTO PARCIALMENTE DISIDENTE DEL JUEZ HORN", "opinion"),
    ],
)
def test_headings_that_open_a_scope(text: str, slug: str) -> None:
    scope = read_scope(text)
    assert scope is not None
    assert scope.slug == slug


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Introduction",
        "Annexes were circulated",
        "801 (VII) of the Assembly",
        "12 (IV). of the law",
        "S-9/1 of the Council",
        "Annexed lands",
        "Partial results",
        "附件中的名单",
        "5月3日的信的附件中的名单",
        "المرفق بهذه الوثيقة",
        "المقرر الخاص",
        "القرار الأول من نوعه",
        "Avis de tempête",
        "第三号灯塔",
        "79/140 الحراس",
        "Partie commune",
        "Part of the coast",
        "Resolution of disputes",
        "Decisions taken",
        "Opinions differ",
        "Separate opinions",
        "Dissenting opinions and how to read them",
        "Declaration of the keepers",
        "Opinion of the public",
        "I. Annex",
        "79/140",
        "2024/25 Budget",
        "12/2010. the lights",
        "Resolution 78/69, " + "in which the keepers were thanked, " * 6,
        "Resolution 78/69 " + "thanks the keepers of the lights " * 10,
    ],
)
def test_headings_that_open_none(text: str) -> None:
    assert read_scope(text) is None


def test_scopes_nest_by_rank() -> None:
    part, annex, appendix = Scope("part-1", 0), Scope("annex-I", 2), Scope("appendix", 3)
    path = nest(nest(nest((), part), annex), appendix)
    assert path == (part, annex, appendix)
    assert scope_prefix(path) == "part-1.annex-I.appendix."
    assert nest(path, Scope("annex-II", 2)) == (part, Scope("annex-II", 2))
    assert nest(path, Scope("part-2", 0)) == (Scope("part-2", 0),)
    assert scope_prefix(()) == ""


@pytest.mark.parametrize(
    ("line", "enacts"),
    [
        ("The General Assembly,", True),
        ("The Human Rights Council,", True),
        ("The Security Council", True),
        ("L’Assemblée générale,", True),
        ("La Asamblea General,", True),
        ("Le Conseil de sécurité,", True),
        ("Генеральная Ассамблея,", True),
        ("大会，", True),
        ("إن مجلس حقوق الإنسان،", True),
        ("إن المجلس الاقتصادي والاجتماعي،", True),
        ("إن مؤتمر الأطراف،", True),
        ("إن حراس المنارات،", False),
        ("经济及社会理事会，", True),
        ("Конференция Сторон,", True),
        ("The Executive Board of the United Nations Development Programme,", True),
        ("The Committee on the Rights of the Child,", True),
        ("La Conférence des Parties agissant comme réunion des Parties,", True),
        ("The Meeting of the Ministers and Other Heads of the Keepers in Council,", True),
        ("The Council met in June.", False),
        ("The keepers took part in the sixth meeting of the Conference of the Parties, held in 2018,", False),
        ("The report is made in accordance with Executive Board decision 2008/4,", False),
        ("The Economic and Social Commission for Western Asia", True),
        ("The Commission for Asia", False),
        ("The harbour,", False),
        ("The Conference of the Parties to the Convention,", True),
        ("The Intergovernmental Negotiating Committee on the Lights,", True),
        ("The report is prepared in accordance with a decision of the Executive Board,", False),
        ("The keepers took part in the sixth session of the Conference of the Parties,", False),
        ("Recalling its resolutions,", False),
    ],
)
def test_opening_lines_of_resolutions(line: str, *, enacts: bool) -> None:
    assert is_enacting(line) == enacts


@given(
    st.one_of(
        st.text(),
        st.from_regex(r"(?:Annex|Part|Resolution|Opinion) [IVX0-9A-Z/() .:-]{0,12}", fullmatch=True),
    )
)
def test_any_heading_gives_a_slug_without_dots_at_its_ends(text: str) -> None:
    scope = read_scope(text)
    if scope is not None:
        assert scope.slug
        assert not scope.slug.startswith(".")
        assert not any(ch.isspace() for ch in scope.slug)
        assert scope_prefix((scope,)) == f"{scope.slug}."


def test_no_paragraph_is_kept_in_memory() -> None:
    text = "Annex " + "lamps of the coast " * 100
    before = sys.getrefcount(text)
    read_scope(text)
    is_enacting(text)
    assert sys.getrefcount(text) == before
