"""How paragraphs, annexes, sections and the like are cited in the six official languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import CitationSyntaxError
from indexer.grammar.citations import find_citations, parse_citation
from indexer.grammar.number_words import word_value
from indexer.grammar.section_numbers import has_number, is_in_article, printed_articles, printed_numbers

DOCUMENT = "A/HRC/9/8"

EVERYWHERE = [
    # English
    (", para. 10", "p10"),
    (", paras. 9-11", "p9 p10 p11"),
    (", para. 10 (a)", "p10.a"),
    (", annex I, para. 3", "annex-I.p3"),
    (", sect. II, para. 10", "p10"),
    (", part one, para. 3", "part-1.p3"),
    (", part I, para. 3", "part-I.p3"),
    (", preamble, para. 3", "pp3"),
    (", third preambular paragraph", "pp3"),
    (", 3rd preambular paragraph", "pp3"),
    # French
    (", par. 10", "p10"),
    (", paragraphe 10", "p10"),
    (", par. 9 et 10", "p9 p10"),
    (", par. 9 à 11", "p9 p10 p11"),
    (", paragraphes 9 à 11", "p9 p10 p11"),
    (", par. 10 a)", "p10.a"),
    (", par. 10, al. a)", "p10.a"),
    (", alinéa a) du paragraphe 10", "p10.a"),
    (", al. a) du par. 10", "p10.a"),
    (", annexe", "annex"),
    (", annexe I", "annex-I"),
    (", annexe I, par. 3", "annex-I.p3"),
    (", annexes I et II", "annex-I annex-II"),
    (", paragraphe 3 de l’annexe I", "annex-I.p3"),
    (", sect. II, par. 10", "p10"),
    (", section II.A, par. 10", "p10"),
    (", chap. II, par. 10", "p10"),
    (", chapitre II, par. 10", "p10"),
    (", appendice, par. 3", "appendix.p3"),
    (", pièce jointe, par. 3", "enclosure.p3"),
    (", première partie, par. 3", "part-1.p3"),
    (", deuxième partie, par. 3", "part-2.p3"),
    (", troisième alinéa du préambule", "pp3"),
    (", p. 4", ""),
    (", page 4", ""),
    (", par. 10 et suiv.", "p10"),
    (", par. 10, 12 et 14 à 16", "p10 p12 p14 p15 p16"),
    (", par. 10 bis", "p10bis"),
    (", par. 10 a) i)", "p10.a.i"),
    (", par. 10 a) i) et ii)", "p10.a.i p10.a.ii"),
    (", sous-paragraphe a) du paragraphe 10", "p10.a"),
    (", recommandation 138.2", "p138.2"),
    # Spanish
    (", párr. 10", "p10"),
    (", párrafo 10", "p10"),
    (", parr. 10", "p10"),
    (", párrs. 9 y 10", "p9 p10"),
    (", párrs. 9 a 11", "p9 p10 p11"),
    (", párrafos 9 a 11", "p9 p10 p11"),
    (", párr. 10 a)", "p10.a"),
    (", apartado a) del párrafo 10", "p10.a"),
    (", inciso a) del párrafo 10", "p10.a"),
    (", párr. 10, apartado a)", "p10.a"),
    (", anexo", "annex"),
    (", anexo I", "annex-I"),
    (", anexos I y II", "annex-I annex-II"),
    (", anexo I, párr. 3", "annex-I.p3"),
    (", párrafo 3 del anexo I", "annex-I.p3"),
    (", secc. II, párr. 10", "p10"),
    (", sección II.A, párr. 10", "p10"),
    (", cap. II, párr. 10", "p10"),
    (", capítulo II, párr. 10", "p10"),
    (", apéndice, párr. 3", "appendix.p3"),
    (", apéndices I y II", "appendix-I appendix-II"),
    (", adjunto, párr. 3", "enclosure.p3"),
    (", documento adjunto, párr. 3", "enclosure.p3"),
    (", primera parte, párr. 3", "part-1.p3"),
    (", tercer párrafo del preámbulo", "pp3"),
    (", párrafo tercero del preámbulo", "pp3"),
    (", pág. 4", ""),
    (", párrs. 10 y ss.", "p10"),
    (", párrs. 10, 12 y 14 a 16", "p10 p12 p14 p15 p16"),
    (", párr. 10 bis", "p10bis"),
    (", párr. 10 a) i) e ii)", "p10.a.i p10.a.ii"),
    (", recomendación 138.2", "p138.2"),
    # Russian
    (", пункт 10", "p10"),
    (", пункты 9 и 10", "p9 p10"),
    (", пункты 9–11", "p9 p10 p11"),
    (", п. 10", "p10"),
    (", пп. 9-11", "p9 p10 p11"),
    (", пункт 10 a)", "p10.a"),
    (", пункт 10 а)", "p10.а"),
    (", подпункт a) пункта 10", "p10.a"),
    (", пункты 10, 12 и 14–16", "p10 p12 p14 p15 p16"),
    (", приложение", "annex"),
    (", приложение I", "annex-I"),
    (", приложение I, пункт 3", "annex-I.p3"),
    (", пункт 3 приложения I", "annex-I.p3"),
    (", приложения I и II", "annex-I annex-II"),
    (", раздел II, пункт 10", "p10"),
    (", разд. II, пункт 10", "p10"),
    (", глава II, пункт 10", "p10"),
    (", гл. II, пункт 10", "p10"),
    (", добавление, пункт 3", "appendix.p3"),
    (", часть первая, пункт 3", "part-1.p3"),
    (", часть I, пункт 3", "part-I.p3"),
    (", третий пункт преамбулы", "pp3"),
    (", стр. 4", ""),
    (", пункт 10 и далее", "p10"),
    (", пункт 10 бис", "p10bis"),
    (", пункт 10 bis", "p10bis"),
    (", рекомендация 138.2", "p138.2"),
    (", пункт 10 i) a)", "p10.i.a"),
    (", параграф 10", "p10"),
    # Arabic
    ("، الفقرة 10", "p10"),
    ("، الفقرة ١٠", "p10"),
    ("، الفقرتان 9 و10", "p9 p10"),
    ("، الفقرتين 9 و 10", "p9 p10"),
    ("، الفقرات 9-11", "p9 p10 p11"),
    ("، الفقرات من 9 إلى 11", "p9 p10 p11"),
    ("، الفقرات ٩ إلى ١١", "p9 p10 p11"),
    ("، الفقرات 9 و10 و12", "p9 p10 p12"),
    ("، الفقرة 10(أ)", "p10.أ"),
    ("، الفقرة 10 (هـ)", "p10.ه"),
    ("، الفقرة 10 (أ) و(ب)", "p10.أ p10.ب"),
    ("، الفقرة الفرعية (أ) من الفقرة 10", "p10.أ"),
    ("، الفقرة 10، الفقرة الفرعية (أ)", "p10.أ"),
    ("، المرفق", "annex"),
    ("، المرفق الأول", "annex-1"),
    ("، المرفق الأول، الفقرة 3", "annex-1.p3"),
    ("، الفقرة 3 من المرفق الأول", "annex-1.p3"),
    ("، المرفقان الأول والثاني", "annex-1 annex-2"),
    ("، الفرع ثانيا، الفقرة 10", "p10"),
    ("، الفصل الثاني، الفقرة 10", "p10"),
    ("، التذييل، الفقرة 3", "appendix.p3"),
    ("، الضميمة، الفقرة 3", "enclosure.p3"),
    ("، الجزء الأول، الفقرة 3", "part-1.p3"),
    ("، الفقرة الثالثة من الديباجة", "pp3"),
    ("، الصفحة 4", ""),
    ("، الفقرة 10 وما بعدها", "p10"),
    ("، الفقرة 10 مكررا", "p10bis"),
    ("، الفقرة 10 مكرراً", "p10bis"),
    (" (الفقرة 10)", "p10"),
    ("، بالفقرة 10", "p10"),
    ("، فقرة 10", "p10"),
    # Chinese
    ("，第10段", "p10"),
    ("，第 10 段", "p10"),
    ("号文件第10段", "p10"),
    ("号文件，第10段", "p10"),
    (" 号文件第 10 段", "p10"),
    ("，第9和10段", "p9 p10"),
    ("，第9至11段", "p9 p10 p11"),
    ("，第9-11段", "p9 p10 p11"),
    ("，第9段和第11段", "p9 p11"),
    ("，第9、10和12段", "p9 p10 p12"),
    ("，第9段至第11段", "p9 p10 p11"),
    ("，第10段(a)项", "p10.a"),
    ("，第10(a)段", "p10.a"),
    ("，第10段(a)和(b)项", "p10.a p10.b"),
    ("，第10段(a)分段", "p10.a"),
    ("，第１０段", "p10"),
    ("，附件", "annex"),
    ("，附件一", "annex-1"),
    ("，附件一，第3段", "annex-1.p3"),
    ("，附件一第3段", "annex-1.p3"),
    ("，附件一和二", "annex-1 annex-2"),
    ("，第二章，第10段", "p10"),
    ("，第二节，第10段", "p10"),
    ("，第二.A节，第10段", "p10"),
    ("，附录，第3段", "appendix.p3"),
    ("，附文，第3段", "enclosure.p3"),
    ("，第一部分，第3段", "part-1.p3"),
    ("，第十段", "p10"),
    ("第十段", "p10"),
    ("第10段", "p10"),
    ("，第九和十一段", "p9 p11"),
    ("，第九至十一段", "p9 p10 p11"),
    ("，第九段至第十一段", "p9 p10 p11"),
    ("，第一百零三段", "p103"),
    ("，第一百二十段", "p120"),
    ("，第十段(a)项", "p10.a"),
    ("，附件二，第三段", "annex-2.p3"),
    ("，执行部分第二段", "p2"),
    ("，序言部分第3段", "pp3"),
    ("，序言部分第三段", "pp3"),
    ("，执行部分第3段", "p3"),
    ("，第4页", ""),
]
"""Behind the document, typed and in running text alike; pages have no address."""

TYPED = [
    # French
    (", note 5", "fn5"),
    (", note de bas de page 5", "fn5"),
    (", tableau 2", "tab2"),
    # Spanish
    (", nota 5", "fn5"),
    (", nota a pie de página 5", "fn5"),
    (", cuadro 2", "tab2"),
    # Russian
    (", сноска 5", "fn5"),
    (", примечание 5", "fn5"),
    (", таблица 2", "tab2"),
    # Arabic
    ("، الحاشية 5", "fn5"),
    ("، الجدول 2", "tab2"),
    # Chinese
    ("，脚注5", "fn5"),
    ("，表2", "tab2"),
]
"""Behind the document, only where the whole text is a citation."""

BEFORE = [
    # English
    ("paragraph 10 of document A/HRC/9/8", "p10"),
    ("paragraphs 9 and 10 of the report of the Secretary-General (A/HRC/9/8)", "p9 p10"),
    ("annex I to document A/HRC/9/8", "annex-I"),
    # French
    ("le paragraphe 10 du document A/HRC/9/8", "p10"),
    ("au paragraphe 10 du rapport (A/HRC/9/8)", "p10"),
    ("aux paragraphes 9 et 10 de A/HRC/9/8", "p9 p10"),
    ("l’annexe I du document A/HRC/9/8", "annex-I"),
    ("l’annexe du document A/HRC/9/8", "annex"),
    ("l’alinéa a) du paragraphe 10 du document A/HRC/9/8", "p10.a"),
    ("au paragraphe 10 de sa résolution 60/251", "p10"),
    ("le paragraphe 10 du rapport du Secrétaire général (A/HRC/9/8)", "p10"),
    ("voir A/HRC/9/8, par. 10, et", "p10"),
    ("l’annexe à la résolution 60/251", "annex"),
    # Spanish
    ("el párrafo 10 del documento A/HRC/9/8", "p10"),
    ("en los párrafos 9 y 10 del informe (A/HRC/9/8)", "p9 p10"),
    ("en el anexo I del documento A/HRC/9/8", "annex-I"),
    ("el apartado a) del párrafo 10 del documento A/HRC/9/8", "p10.a"),
    ("en el párrafo 10 de su resolución 60/251", "p10"),
    ("el párrafo 10 del informe del Secretario General (A/HRC/9/8)", "p10"),
    ("véase A/HRC/9/8, párr. 10, y", "p10"),
    ("el anexo de la resolución 60/251", "annex"),
    # Russian
    ("пункт 10 документа A/HRC/9/8", "p10"),
    ("в пунктах 9 и 10 доклада (A/HRC/9/8)", "p9 p10"),
    ("в приложении I к документу A/HRC/9/8", "annex-I"),
    ("в подпункте a) пункта 10 документа A/HRC/9/8", "p10.a"),
    ("в пункте 10 своей резолюции 60/251", "p10"),
    ("в пункте 10 доклада Генерального секретаря (A/HRC/9/8)", "p10"),
    ("см. A/HRC/9/8, пункт 10, и", "p10"),
    ("приложение к резолюции 60/251", "annex"),
    ("согласно пункту 10 документа A/HRC/9/8", "p10"),
    ("пунктом 10 резолюции 60/251 Генеральной Ассамблеи", "p10"),
    # Arabic
    ("الفقرة 10 من الوثيقة A/HRC/9/8", "p10"),
    ("في الفقرتين 9 و10 من التقرير (A/HRC/9/8)", "p9 p10"),
    ("المرفق الأول للوثيقة A/HRC/9/8", "annex-1"),
    ("مرفق الوثيقة A/HRC/9/8", "annex"),
    ("الفقرة الفرعية (أ) من الفقرة 10 من الوثيقة A/HRC/9/8", "p10.أ"),
    ("في الفقرة 10 من قرارها 60/251", "p10"),
    ("في الفقرة 10 من القرار 60/251", "p10"),
    ("الفقرة 10 من تقرير الأمين العام (A/HRC/9/8)", "p10"),
    ("انظر A/HRC/9/8، الفقرة 10، و", "p10"),
    ("بالفقرة 10 من قرار الجمعية العامة 60/251", "p10"),
    # Chinese
    ("A/HRC/9/8号文件第10段", "p10"),
    ("见A/HRC/9/8，第10段，", "p10"),
    ("第60/251号决议第10段", "p10"),
    ("第60/251号决议第十段", "p10"),
    ("大会第60/251号决议第九和第十段", "p9 p10"),
    ("第60/251号决议附件", "annex"),
    ("大会第60/251号决议第9和10段", "p9 p10"),
    ("秘书长的报告(A/HRC/9/8)第10段", "p10"),
    ("报告（A/HRC/9/8，第10至12段）", "p10 p11 p12"),
    ("A/HRC/9/8号文件附件一", "annex-1"),
    ("A/HRC/9/8号文件附件一第3段", "annex-1.p3"),
]
"""In running text, before the document or around it."""


@pytest.mark.parametrize(("place", "addresses"), EVERYWHERE, ids=[place for place, _ in EVERYWHERE])
def test_places_behind_a_document(place: str, addresses: str) -> None:
    typed = parse_citation(DOCUMENT + place)
    assert (typed.document, " ".join(typed.addresses)) == (DOCUMENT, addresses)
    ((_, _, found),) = find_citations(f"({DOCUMENT}{place})")
    assert (found.document, " ".join(found.addresses)) == (DOCUMENT, addresses)


@pytest.mark.parametrize(("place", "addresses"), TYPED, ids=[place for place, _ in TYPED])
def test_places_that_are_only_typed(place: str, addresses: str) -> None:
    assert " ".join(parse_citation(DOCUMENT + place).addresses) == addresses
    assert [found.addresses for _, _, found in find_citations(f"({DOCUMENT}{place})")] == [()]


@pytest.mark.parametrize(("text", "addresses"), BEFORE, ids=[text for text, _ in BEFORE])
def test_places_before_a_document(text: str, addresses: str) -> None:
    ((_, _, found),) = find_citations(f"Xx {text} yy", body="GA")
    assert " ".join(found.addresses) == addresses
    assert found.document in {DOCUMENT, "A/RES/60/251"}


@pytest.mark.parametrize(
    ("place", "unit", "number"),
    [
        (", chap. II", "section", "II"),
        (", chap. II, sect. B.1", "section", "II.B.1"),
        (", section II.A", "section", "II.A"),
        (", sect. III A", "section", "III.A"),
        (", chapitre II", "section", "II"),
        (", secc. II", "section", "II"),
        (", раздел II", "section", "II"),
        ("، الفرع ثانيا - ألف", "section", "ثانيا.ألف"),
        ("，第二章", "section", "二"),
        ("，第二.A节", "section", "二.A"),
        (", art. 5", "article", "5"),
        (", article 5", "article", "5"),
        (", artículo 5", "article", "5"),
        (", статья 5", "article", "5"),
        ("، المادة 5", "article", "5"),
        (", preamble", "pp", "1"),
        (", préambule", "pp", "1"),
        (", преамбула", "pp", "1"),
        ("، الديباجة", "pp", "1"),
    ],
)
def test_what_is_shown_as_a_whole(place: str, unit: str, number: str) -> None:
    (pinpoint,) = parse_citation(DOCUMENT + place).pinpoints
    assert (pinpoint.unit, pinpoint.number) == (unit, number)
    assert not pinpoint.is_range or unit == "pp"
    assert [found.pinpoints for _, _, found in find_citations(f"({DOCUMENT}{place})")] == [()]


def test_a_section_may_lie_in_an_annex() -> None:
    (pinpoint,) = parse_citation("A/HRC/9/8, annex II, sect. A").pinpoints
    assert (pinpoint.scope, pinpoint.unit, pinpoint.number) == (("annex-II",), "section", "A")


@pytest.mark.parametrize(
    ("place", "subs"),
    [
        (", art. 5 (2)", [("2",)]),
        (", art. 5 (2) (b)", [("2", "b")]),
        (", art. 5 (b)", [("", "b")]),
        (", article 5, paragraph 2 (b)", [("2", "b")]),
        (", art. 5, paras. 2 and 3", [("2",), ("3",)]),
        (", art. 5, paras. 2-4", [("2",), ("3",), ("4",)]),
        (", artículo 5, párrafo 2", [("2",)]),
    ],
)
def test_paragraphs_of_an_article(place: str, subs: list[tuple[str, ...]]) -> None:
    pinpoints = parse_citation(DOCUMENT + place).pinpoints
    assert [(one.unit, one.number, one.sub) for one in pinpoints] == [("article", "5", sub) for sub in subs]


@pytest.mark.parametrize("place", [", art. 5, 6 States", ", chap. II and 5 States", ", chap."])
def test_what_would_be_passed_over_is_refused(place: str) -> None:
    with pytest.raises(CitationSyntaxError):
        parse_citation(DOCUMENT + place)


@pytest.mark.parametrize(
    ("section", "number", "expected"),
    [
        (("II. Work", "B. Findings"), "II.B", True),
        (("II. Work", "B. Findings"), "II", True),
        (("II. Work", "B. Findings"), "2", True),
        (("II. Work", "B. Findings"), "III.B", False),
        (("I. Work", "B. Findings"), "II", False),
        (("Chapter II", "Findings"), "II", True),
        (("Глава II",), "II", True),
        (("ثانيا - أعمال المفوضية", "ألف - النتائج"), "ثانيا.ألف", True),
        (("ثانياً - أعمال المفوضية",), "II", True),
        (("二、工作", "A. 结论"), "II.A", True),
        (("第二章 工作",), "II", True),
        (("Findings",), "II", False),
        (("A new agenda",), "A", False),
        (("A\tAgenda",), "A", True),
        ((), "II", False),
    ],
)
def test_headings_have_numbers(section: tuple[str, ...], number: str, *, expected: bool) -> None:
    assert has_number(section, number) is expected


@pytest.mark.parametrize(
    ("section", "number", "expected"),
    [
        (("Preamble", "Article 5"), "5", True),
        (("Article I",), "1", True),
        (("Artículo 5",), "5", True),
        (("第五条",), "5", True),
        (("5. Findings",), "5", False),
        (("Article 15",), "5", False),
    ],
)
def test_headings_name_articles(section: tuple[str, ...], number: str, *, expected: bool) -> None:
    assert is_in_article(section, number) is expected


def test_the_numbers_of_headings_as_printed() -> None:
    assert printed_numbers(["II. Work", "Findings", "1. Boats"]) == ["II", "1"]
    assert printed_articles(["Part I", "Article 5", "Scope"]) == ["5"]


@given(st.integers(1, 99))
def test_chinese_numbers(value: int) -> None:
    tens, ones = divmod(value, 10)
    digits = "一二三四五六七八九"
    word = (
        (digits[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (digits[ones - 1] if ones else "")
    )
    assert word_value(word) == str(value)


@given(st.text())
def test_the_value_of_any_word_is_its_own_value(word: str) -> None:
    assert word_value(word_value(word)) == word_value(word)
