"""Citations as French, Spanish, Russian, Chinese and Arabic documents write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.shelf import assert_shows

if TYPE_CHECKING:
    from indexer.query import Index

FOUND = {
    "A/RES/61/106": [
        ("《残疾人权利公约》第十条", "annex-I.s10.p1 annex-I.s10.p2"),
        ("статья 10 Конвенции о правах инвалидов", "annex-I.s10.p1 annex-I.s10.p2"),
    ],
    "E/C.12/2000/4": [
        ("经济、社会及文化权利委员会第14号一般性意见第43段", "p43"),
    ],
    "A/HRC/48/68": [
        ("A/HRC/48/68，第17段和附件二第3段", "p17 annex-II.p3"),
        ("A/HRC/48/68，第十七、十八和二十段", "p17 p18 p20"),
        ("الفقرة 3 من المرفق الثاني للوثيقة A/HRC/48/68", "annex-II.p3"),
        ("«A/HRC/48/68, par. 17»", "p17"),
        ("A/HRC/48/68, annexe II, par. 3", "annex-II.p3"),
        ("annexe II du document A/HRC/48/68, par. 3", "annex-II.p3"),
        ("A/HRC/48/68, anexo II, párr. 3", "annex-II.p3"),
        ("A/HRC/48/68, приложение II, пункт 3", "annex-II.p3"),
        ("A/HRC/48/68，附件二，第3段", "annex-II.p3"),
        ("A/HRC/48/68，附件二，第三段", "annex-II.p3"),
        ("A/HRC/48/68، المرفق الثاني، الفقرة 3", "annex-II.p3"),
        ("A/HRC/48/68 : par. 17", "p17"),
        ("A/HRC/48/68 - par. 17", "p17"),
    ],
    "A/CONF.157/24(PartI)": [
        ("A/CONF.157/24 (Première partie), par. 3", "p3"),
        ("A/CONF.157/24(PREMIÈRE PARTIE), par. 3", "p3"),
        ("A/CONF.157/24 (Primera parte), párr. 3", "p3"),
        ("A/CONF.157/24 (Parte I), párr. 3", "p3"),
        ("A/CONF.157/24 (Часть I), пункт 3", "p3"),
        ("A/CONF.157/24 (часть первая), пункт 3", "p3"),
        ("A/CONF.157/24 (الجزء الأول)، الفقرة 3", "p3"),
        ("A/CONF.157/24（第一部分），第3段", "p3"),
        ("A/CONF.157/24 (Part One), para. 3", "p3"),
    ],
    "A/62/40(Vol.I)": [
        ("A/62/40 (Volume I), par. 3", "p3"),
        ("A/62/40 (том I), пункт 3", "p3"),
        ("A/62/40 (Premier volume), par. 3", "p3"),
        ("A/62/40 (المجلد الأول)، الفقرة 3", "p3"),
        ("A/62/40（第一卷），第3段", "p3"),
    ],
    "A/76/6(Sect.24)": [
        ("A/76/6 (Secc. 24), párr. 3", "p3"),
        ("A/76/6 (Разд. 24), пункт 3", "p3"),
        ("A/76/6（第24款），第3段", "p3"),
    ],
    "file:udhr.pdf": [
        ("пункт 2 статьи 5 Всеобщей декларации прав человека", "s5.p2"),
        ("Всеобщая декларация прав человека, п. 2 ст. 5", "s5.p2"),
        ("ВДПЧ, ст. 5", "s5.p1 s5.p2"),
        ("DUDH, art. 5", "s5.p1 s5.p2"),
        ("世界人权宣言第三、四条", "s3.p1 s3.p2 s4.p1 s4.p2"),
        ("المادتان 3 و4 من الإعلان العالمي لحقوق الإنسان", "s3.p1 s3.p2 s4.p1 s4.p2"),
        ("الإعلان العالمي لحقوق الإنسان، المادة الخامسة", "s5.p1 s5.p2"),
        ("artículo 5.2 de la Declaración Universal de Derechos Humanos", "s5.p2"),
        ("art. 5, par. 2, of the UDHR", "s5.p2"),
        ("Déclaration universelle des droits de l\u2019homme, art. 5", "s5.p1 s5.p2"),
        ("article 5 de la Déclaration universelle des droits de l\u2019homme", "s5.p1 s5.p2"),
        ("Declaración Universal de Derechos Humanos, art. 5", "s5.p1 s5.p2"),
        ("Всеобщая декларация прав человека, статья 5", "s5.p1 s5.p2"),
        ("статья 5 Всеобщей декларации прав человека", "s5.p1 s5.p2"),
        ("《世界人权宣言》第五条", "s5.p1 s5.p2"),
        ("《世界人权宣言》第5条第2款", "s5.p2"),
        ("世界人权宣言，第3条和第4条", "s3.p1 s3.p2 s4.p1 s4.p2"),
        ("الإعلان العالمي لحقوق الإنسان، المادة 5", "s5.p1 s5.p2"),
        ("المادة 5 من الإعلان العالمي لحقوق الإنسان", "s5.p1 s5.p2"),
    ],
    "A/HRC/9/8": [
        ("A/HRC/9/8, par. 10", "p10"),
        ("A/HRC/9/8, пункт 10 а)", "p10.a"),
        ("A/HRC/9/8, пункт 10 (с)", "p10.c"),
        ("A/HRC/9/8, par. 10 à 12", "p10-12"),
        ("A/HRC/9/8, par. 10 et 11", "p10 p11"),
        ("A/HRC/9/8, paragraphes 10 à 12", "p10-12"),
        ("A/HRC/9/8, par. 10 a) et b)", "p10.a p10.b"),
        ("A/HRC/9/8, al. a) du par. 10", "p10.a"),
        ("A/HRC/9/8, alinéa a) du paragraphe 10", "p10.a"),
        ("alinéa a) du paragraphe 10 du document A/HRC/9/8", "p10.a"),
        ("voir A/HRC/9/8, par. 10", "p10"),
        ("Voir le document A/HRC/9/8, par. 10", "p10"),
        ("Voir également A/HRC/9/8, par. 10", "p10"),
        ("A/HRC/9/8, par. 10 et suiv.", "p10-45"),
        ("A/HRC/9/8, par. 10 et suivants", "p10-45"),
        ("A/HRC/9/8, párr. 10", "p10"),
        ("A/HRC/9/8, párrs. 10 a 12", "p10-12"),
        ("A/HRC/9/8, párrs. 10 y 11", "p10 p11"),
        ("A/HRC/9/8, párrafo 10 a)", "p10.a"),
        ("A/HRC/9/8, párr. 10, apdo. a)", "p10.a"),
        ("Véase A/HRC/9/8, párr. 10", "p10"),
        ("Véase el documento A/HRC/9/8, párr. 10", "p10"),
        ("véanse A/HRC/9/8, párrs. 10 y 11", "p10 p11"),
        ("A/HRC/9/8, párrs. 10 y ss.", "p10-45"),
        ("A/HRC/9/8, párrs. 10 y siguientes", "p10-45"),
        ("A/HRC/9/8, пункт 10", "p10"),
        ("A/HRC/9/8, п. 10", "p10"),
        ("A/HRC/9/8, пункты 10\u201312", "p10-12"),
        ("A/HRC/9/8, пп. 10 и 11", "p10 p11"),
        ("A/HRC/9/8, пункты 10 и 11", "p10 p11"),
        ("A/HRC/9/8, пункт 10 a)", "p10.a"),
        ("A/HRC/9/8, подпункт a) пункта 10", "p10.a"),
        ("см. A/HRC/9/8, пункт 10", "p10"),
        ("См. также документ A/HRC/9/8, пункт 10", "p10"),
        ("пункт 10 документа A/HRC/9/8", "p10"),
        ("\u0410/HRC/9/8, пункт 10", "p10"),
        ("A/HRC/9/8, п. 10 и далее", "p10-45"),
        ("A/HRC/9/8，第10段", "p10"),
        ("A/HRC/9/8，第十段", "p10"),
        ("A/HRC/9/8，第十二至十五段", "p12-15"),
        ("A/HRC/9/8，第十二段至第十五段", "p12-15"),
        ("A/HRC/9/8，第十二和第十五段", "p12 p15"),
        ("A/HRC/9/8，第12至15段", "p12-15"),
        ("A/HRC/9/8，第12-15段", "p12-15"),
        ("A/HRC/9/8，第12和15段", "p12 p15"),
        ("A/HRC/9/8，第10(a)段", "p10.a"),
        ("A/HRC/9/8，第10段(a)项", "p10.a"),
        ("A/HRC/9/8第10段", "p10"),
        ("A/HRC/9/8号文件第10段", "p10"),
        ("见A/HRC/9/8，第10段", "p10"),
        ("参见 A/HRC/9/8, 第10段。", "p10"),
        ("（A/HRC/9/8，第10段）", "p10"),
        ("A/HRC/9/8، الفقرة 10", "p10"),
        ("A/HRC/9/8، الفقرة ١٠", "p10"),
        ("A/HRC/9/8، الفقرات 10-12", "p10-12"),
        ("A/HRC/9/8، الفقرات من 10 إلى 12", "p10-12"),
        ("A/HRC/9/8، الفقرتان 10 و11", "p10 p11"),
        ("A/HRC/9/8، الفقرتين 10 و 11", "p10 p11"),
        ("A/HRC/9/8، الفقرة 10 (أ)", "p10.a"),
        ("A/HRC/9/8، الفقرة 10(أ)", "p10.a"),
        ("انظر A/HRC/9/8، الفقرة 10", "p10"),
        ("انظر الوثيقة A/HRC/9/8، الفقرة 10", "p10"),
        ("الفقرة 10 من الوثيقة A/HRC/9/8", "p10"),
        ("الفقرة العاشرة من الوثيقة A/HRC/9/8", "p10"),
        ("A/HRC/9/8، الفقرة العاشرة", "p10"),
    ],
    "A/RES/60/251": [
        ("大会2006年3月15日第60/251号决议第2段", "p2"),
        ("в пункте 2 резолюции 60/251 Генеральной Ассамблеи от 15 марта 2006 года", "p2"),
        ("Rés. 60/251 de l'Assemblée générale, par. 2", "p2"),
        ("paragraphe 2 de la résolution 60/251 de l\u2019Assemblée générale", "p2"),
        ("Résolution 60/251 de l\u2019Assemblée générale, par. 2", "p2"),
        ("résolution 60/251 de l\u2019Assemblée générale en date du 15 mars 2006, par. 2", "p2"),
        ("párrafo 2 de la resolución 60/251 de la Asamblea General", "p2"),
        ("resolución 60/251 de la Asamblea General, de 15 de marzo de 2006, párr. 2", "p2"),
        ("пункт 2 резолюции 60/251 Генеральной \u0410ссамблеи", "p2"),
        ("резолюция 60/251 Генеральной \u0410ссамблеи от 15 марта 2006 года, пункт 2", "p2"),
        ("大会第60/251号决议第2段", "p2"),
        ("大会第60/251号决议，第2段", "p2"),
        ("大会第60/251号决议执行部分第2段", "p2"),
        ("大会第60/251号决议执行部分第二段", "p2"),
        ("قرار الجمعية العامة 60/251، الفقرة 2", "p2"),
        ("الفقرة 2 من قرار الجمعية العامة 60/251", "p2"),
    ],
    "S/RES/1325(2000)": [
        ("резолюция Совета Безопасности 1325 (2000), пункт 8", "p8"),
        ("résolution 1325 (2000) du Conseil de sécurité, par. 8", "p8"),
        ("resolución 1325 (2000) del Consejo de Seguridad, párr. 8", "p8"),
        ("резолюция 1325 (2000) Совета Безопасности, пункт 8", "p8"),
        ("安全理事会第1325（2000）号决议第8段", "p8"),
        ("安全理事会第1325(2000)号决议第八段", "p8"),
        ("قرار مجلس الأمن 1325 (2000)، الفقرة 8", "p8"),
    ],
    "A/HRC/RES/48/13": [
        ("人权理事会2021年10月8日第48/13号决议第5段", "p5"),
        ("联合国人权理事会第48/13号决议第五段", "p5"),
        ("قرار مجلس حقوق الإنسان 48/13، الفقرة 5", "p5"),
        ("пункт 5 резолюции 48/13 Совета по правам человека", "p5"),
        ("résolution 48/13 du Conseil des droits de l\u2019homme, par. 5", "p5"),
        ("A/HRC/RES/48/13, troisième alinéa du préambule", "pp3"),
        ("A/HRC/RES/48/13, третий пункт преамбулы", "pp3"),
        ("人权理事会第48/13号决议序言部分第三段", "pp3"),
        ("A/HRC/RES/48/13، الفقرة الثالثة من الديباجة", "pp3"),
    ],
    "CCPR/C/GC/36": [
        ("Замечание общего порядка № 36 Комитета по правам человека, пункт 12", "p12"),
        ("Comité des droits de l\u2019homme, observation générale no 36 (2018), par. 12", "p12"),
        (
            (
                "Comité des droits de l\u2019homme, observation générale nº 36 (2018) sur le droit à "
                "la vie, par. 12"
            ),
            "p12",
        ),
        ("observation générale no 36 (2018) du Comité des droits de l\u2019homme, par. 12", "p12"),
        ("Comité de Derechos Humanos, observación general núm. 36 (2018), párr. 12", "p12"),
        (
            (
                "Comité de Derechos Humanos, observación general Nº 36 (2018), relativa al "
                "derecho a la vida, párr. 12"
            ),
            "p12",
        ),
        ("Комитет по правам человека, замечание общего порядка № 36 (2018), пункт 12", "p12"),
        ("人权事务委员会第36号一般性意见(2018年)，第12段", "p12"),
        ("人权事务委员会关于生命权的第36号一般性意见（2018年），第12段", "p12"),
    ],
    "A/61/53": [
        (
            (
                "Documents officiels de l\u2019Assemblée générale, soixante et unième session, "
                "Supplément no 53 (A/61/53), chap. II, sect. A, résolution 2/1"
            ),
            "resolution-2.1.p1-4",
        ),
    ],
}


@pytest.mark.parametrize(
    ("citation", "document", "addresses"),
    [(citation, document, found) for document, rows in FOUND.items() for citation, found in rows],
)
def test_the_place_is_found_in_every_language(
    shelf: Index, citation: str, document: str, addresses: str
) -> None:
    assert_shows(shelf, citation, document, addresses)
