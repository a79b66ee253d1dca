from __future__ import annotations

import pytest

from indexer.grammar.recitals import carries_on, opens_operative, opens_recital

OPENINGS = [
    "Whereas the lights were kept,",
    "Recalling its resolution on lights,",
    "Also recalling its resolution on lights,",
    "Deeply concerned that lights go out,",
    "Noting with appreciation the keepers,",
    "Mindful of the coast,",
    "Having considered the report,",
    "Determining that the dark threatens ships,",
    "Looking forward to the lights,",
    "Seized of the question of lights,",
    "Guided by the charter of lights,",
    "Taking into account the fees,",
    "[Recognizing the lights,]",
    "Pp3 Recalling the lights,",
    "Rappelant sa résolution sur les feux,",
    "Rappelant également les feux,",
    "Profondément préoccupée par l’état des feux,",
    "Ayant examiné le rapport,",
    "Se félicitant des feux,",
    "S’inspirant de la charte,",
    "Convaincue que les feux servent,",
    "Considérant que les feux servent,",
    "Prenant note du rapport,",
    "Tenant compte des redevances,",
    "Recordando su resolución sobre los faros,",
    "Recordando también los faros,",
    "Profundamente preocupada por los faros,",
    "Tomando nota del informe,",
    "Teniendo en cuenta las tasas,",
    "Habiendo examinado el informe,",
    "Acogiendo con beneplácito los faros,",
    "Convencida de que los faros sirven,",
    "Considerando que los faros sirven,",
    "ссылаясь на свою резолюцию о маяках,",
    "Ссылаясь на свою резолюцию о маяках,",
    "вновь подтверждая значение маяков,",
    "будучи глубоко обеспокоена состоянием маяков,",
    "с удовлетворением отмечая доклад,",
    "принимая во внимание сборы,",
    "рассмотрев доклад,",
    "напоминая о маяках,",
    "回顾其关于灯塔的决议，",
    "又回顾其决议，",
    "重申灯塔的重要性，",
    "深切关注灯塔的状况，",
    "满意地注意到报告，",
    "鉴于灯塔有用，",
    "审议了报告，",
    "铭记宪章，",
    "إذ تشير إلى قرارها بشأن المنارات،",
    "وإذ تشير إلى قرارها،",
    "وإذ يساورها بالغ القلق،",
    "ولما كانت المنارات نافعة،",
    "وقد نظرت في التقرير،",
]


@pytest.mark.parametrize("text", OPENINGS)
def test_preambular_openings(text: str) -> None:
    assert opens_recital(text)
    assert carries_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The lights were kept,",
        "Concern was voiced,",
        "Lights,",
        "Also the lights were kept,",
        "Les feux ont été gardés,",
        "Cependant, les feux,",
        "Los faros se guardan,",
        "Cuando los faros,",
        "Маяки хранили,",
        "灯塔很多，",
        "المنارات كثيرة،",
        "إذا كانت المنارات،",
        "1. Recalls the lights,",
    ],
)
def test_other_openings(text: str) -> None:
    assert not opens_recital(text)


@pytest.mark.parametrize(
    ("text", "carries"),
    [
        ("the lights,", True),
        ("the lights, and", True),
        ("the lights; and", True),
        ("les feux, et", True),
        ("los faros, y", True),
        ("маяков, и", True),
        ("灯塔，", True),
        ("المنارات،", True),
        ("[the lights,]", True),
        ("the lights;", False),
        ("the lights.", False),
        ("the lights and", False),
        ("灯塔。", False),
        ("", False),
    ],
)
def test_endings(text: str, *, carries: bool) -> None:
    assert carries_on(text) is carries


@pytest.mark.parametrize(
    "text",
    [
        "Decides to light the lamps;",
        "[Also requests the keepers to light them;]",
        "Strongly condemns the dark;",
        "Re-emphasizes the lights;",
        "Takes note of the report;",
        "Décide d’allumer les lampes;",
        "Prie également les gardiens;",
        "Se félicite des feux;",
        "Decide encender las lámparas;",
        "Pide también a los guardianes;",
        "Постановляет зажечь лампы;",
        "вновь подтверждает значение маяков;",
        "С удовлетворением отмечает доклад;",
        "决定点燃灯塔；",
        "又请秘书长点燃灯塔；",
        "تقرر إضاءة المنارات؛",
        "وتطلب إلى الأمين العام؛",
        "يهيب بالدول أن تضيء المنارات؛",
    ],
)
def test_operative_openings(text: str) -> None:
    assert opens_operative(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The Committee requests the keepers to light them.",
        "Recalling the lights,",
        "Requested lights were lit.",
        "States should light the lamps;",
        "Le Comité prie les gardiens.",
        "El Comité pide a los guardianes.",
        "Комитет постановляет зажечь лампы.",
        "委员会决定点燃灯塔。",
        "ترحب اللجنة بالمنارات.",
        "المنارات كثيرة.",
    ],
)
def test_what_names_the_organ_is_not_operative(text: str) -> None:
    assert not opens_operative(text)
