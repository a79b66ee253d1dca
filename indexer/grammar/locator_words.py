"""The words before a paragraph number in the six languages of the United Nations, as one pattern."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from indexer.grammar.number_words import ARABIC, HAN, ORDINAL
from indexer.grammar.patterns import compiled, lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from indexer.grammar.citation_signs import Signs

_EDGE: Final = r"(?:(?<![\p{L}\p{N}_/-])|(?<=\d/?)(?=paras?\b|annex))"
"""No letter before a word, but "A/HRC/9/8para. 10" and "A/HRC/9/8/Annex" are written."""
_PARAGRAPHS: Final = (
    # each alternative ends in what may stand between the word and the number
    r"paragraphs\b|paras\b\.?|pars\.|p[áa]rrafos\b|párrs\b\.?|parrs\b\.?|paragraphes\b|"
    r"(?:пункт|параграф)(?:ами|ах|ам|ов|ы)\b(?:\sс(?=\s\d))?|пп\.|§§|¶¶|"
    r"(?:[وبف]|لل)?ا?لفقر(?:ات|تان|تين)(?!\sالفرعية)(?:\sمن)?"
)
_PARAGRAPH: Final = (
    r"paragraph\b|para\b\.?|par\.(?=\s?\d)|p[áa]rrafo\b|párr\b\.?|parr\b\.?|paragraphe\b|"
    r"(?:пункт|параграф)(?:ом|а|е|у)?\b|п\.(?=\s?\d)|§|¶|(?:(?:[وبف]|لل)?ا?لفقرة|فقرة)(?!\s(?:ال)?فرعية)"
)
_OPERATIVE: Final = r"(?:(?:operative|op\b\.?)\s+)?"
_PREAMBULAR: Final = (
    r"(?:preambular|preamble|preamb\.),?\s+(?:paragraphs?|paras?)\b\.?"
    r"|paragraphs?\s+of\s+the\s+preamble(?=\s\d)"
)
_ORDINAL: Final = (
    # the preambular paragraphs, which bear no numbers
    rf"(?P<ordinal>{ORDINAL})(?:(?:,\s|,?\s(?:and|et|y|и)\s)(?P<ordinal>{ORDINAL})){{0,5}}+"
    r"\s+(?:preambular\s+paragraphs?|paragraphs?\s+of\s+the\s+preamble"
    r"|alinéas?\s+du\s+préambule|párrafos?\s+del\s+preámbulo|пункт(?:ами|ах|ам|ов|ом|а|е|у|ы)?\s+преамбулы)\b"
    rf"|(?:párrafo|(?:[وبف]|لل)?ا?لفقرة)\s(?P<ordinal>{ORDINAL})\s(?:del\spreámbulo|من\s(?:ال)?ديباجة)"
)
_PREAMBLE: Final = r"preamble|préambule|preámbulo|преамбул[аеуы]|(?:ال)?ديباجة"
_PAGE: Final = r"pages?\b|pp?\.(?=\s?\d)|págs?\b\.?|páginas?\b|стр\.|(?:ال)?صفح(?:ة|ات)|ص\.?(?=\s?\d)"
_NOTE: Final = (
    r"foot\s?notes?\b|fn\.(?=\s?\d)|notes?\b(?=\s\d{1,3}\s(?:above|below|supra|infra|ci-dessus))"
    r"|(?<=\b(?:supra|infra)[,\s]\s?)notes?\b(?=\s\d)"
)
_PART: Final = (
    r"(?:sub|sous)-?\s?paragraph(?:e?s?|)\b|sub-?\s?paras?\b\.?|alinéas?\b|al\.(?=\s\p{Ll}\))|apartados?\b|apdos?\b\.?|incisos?\b"
    r"|подпункт(?:ами|ах|ам|ов|ом|а|е|у|ы)?\b|(?:[وبف]|لل)?ا?لفقر(?:ة|ات|تان|تين)\s(?:ال)?فرعية|فقرة\sفرعية"
)
_LETTERED: Final = r"(?=\s\(?[\p{Ll}\p{Arabic}ـ]{1,4}\))"
_DIVISION: Final = (
    r"chapters?\b|chaps?\b\.?|sections?\b|sects?\b\.?|chapitres?\b|cap(?:ítulo|\.)|"
    r"secc(?:ión|\.)|глав(?:а|ы|е)|гл\.|раздел(?:а|е)?|разд\.|(?:ال)?(?:فصل|فرع|باب)"
)
_ARTICLE: Final = (
    r"articles?\b|arts?\b\.?|artículos?\b|стат(?:ь(?:ями|ях|ям|ей|ёй|я|е|и|ю)|ей)\b|ст\.(?:\s?ст\.)?"
    r"|(?:[وبف]|لل)?(?:ا?ل)?(?:مادة|مواد|مادتان|مادتين)"
)
SCOPE_FORMS: Final = {
    "annex": (
        r"annex(?:es)?|annexes?|anexos?|приложени(?:ями|ях|ям|ем|й|е|я|ю|и)"
        r"|(?:[وبف]|لل)?ا?لمرفق(?:ان|ين|ات)?|مرفق"
    ),
    "appendix": r"appendix|appendices?|apéndices?|добавлени(?:ями|ях|ям|ем|й|е|я|ю|и)|(?:ال)?تذييل",
    "enclosure": r"enclosure|pièces?\sjointes?|(?:documento\s)?adjunto|(?:ال)?ضميمة",
    "attachment": r"attachment",
    "part": r"part|partie|parte|част[ьи]|الجزء",
}
_DRAFT: Final = r"(?:draft\s|projet\sde\s|proyecto\sde\s|проект[ае]?\s)?"
TYPED_SCOPE_FORMS: Final = {
    "resolution": rf"{_DRAFT}(?:r[ée]solution|resolución|резолюци[яию])",
    "decision": rf"{_DRAFT}(?:d[ée]cision|decisión|решени[еяю])",
    "opinion": (
        r"(?:(?:(?:joint|partly|partially|concurring|dissenting|separate|individual)\s){1,4})?opinion"
        r"|avis|opinión|мнени[еяю]"
    ),
    "s": r"series",
}
"""Divisions that elsewhere would rather name another document; read only behind one in a text that is a
citation."""

_BEHIND: Final = (
    rf"|(?P<division>{_DIVISION})(?=\s?[\dIVXA-Z]|\s(?:{ARABIC}))"
    r"|(?P<recommendation>(?:recomm[ae]ndations?|recomendaci(?:ón|ones)|рекомендаци[яи]|(?:ال)?توصية)\b(?=\s\d+\.\d))"
    rf"|(?P<named_part>(?:{ORDINAL})\s(?:part(?:ie|e)?)|част[ьи]\s(?:{ORDINAL})|(?:partie|parte)\s(?:{ORDINAL}))\b"
)
"""Behind the name of a document only: elsewhere they rather stand for something else."""
_SLIPS: Final = r"parag\b\.?|par(?:a|as|agraphs?)\s?[.,:](?=\s?\d)|sub-?\s?para(?:graph)?s?\b\.?(?=\s?\d)"
"""Words for paragraphs that only people in a hurry write."""
_TYPED: Final = (
    r"(?P<paragraphs>pars?\b(?=\s?\d)|para(?:graph)?s?(?=\d)|(?<=\[)(?=\d{1,4}\]))|(?P<note>(?:foot)?notes?(?:\sde\sbas\sde\spage)?\b|fn\b\.?|n\.(?=\s?\d)"
    r"|notas?(?:\s(?:a|al)\spie(?:\sde\spágina)?)?\b|сноск[аиу]|примечани[еяю]|脚注|(?:ال)?حاشية)|"
    r"(?P<recommendation>recomm[ae]ndations?\b|recs?\b\.?(?=\s?\d)|recomendaci(?:ón|ones)\b|рекомендаци[яи]\b|(?:ال)?توصية|建议|items?\b)"
    r"|(?P<page>(?:pgs?\.?|pages?)(?=\s?\d))|(?P<text>text(?:\sblock)?s?\b)|(?P<speech>speech(?:es)?\b)"
    r"|(?P<table>tables?\b|tableaux?\b|cuadros?\b|таблиц[аыу]\b|(?:ال)?جدول|表(?=\s?\d))"
    rf"|(?P<preambular>PPs?(?=\s?\d))|(?P<paragraph>OPs?\.?(?=\s?\d))|(?P<preamble>{_PREAMBLE})(?!\p{{L}})"
    rf"|(?P<article>{_ARTICLE})(?=\s?[\dIVX]|\s(?:{ARABIC}))"
)
_NUMERAL: Final = rf"(?:\d{{1,4}}|[{HAN}]{{1,7}})"
_CHINESE_ARTICLE: Final = (
    rf"|(?P<article>第)(?=\s?{_NUMERAL}(?:\s?[至到和及,-]\s?第?\s?{_NUMERAL}){{0,9}}\s?条)"
)
_CHINESE: Final = (
    # no space parts these from the words before them, and what they count is named behind the number
    r"(?P<preambular>序言(?:部分)?第)(?=\s?\d{1,3}\s?段)|序言(?:部分)?第(?P<ordinal>[一二三四五六七八九十]{1,3})段"
    r"|NOT_BEHIND_DIGIT(?:执行部分)?(?P<chinese>第)"
    rf"(?=\s?{_NUMERAL}(?:\.\d+)*[^\p{{L}}\d/]{{0,12}}[\d{HAN}至和到及第.(),a-z段\s-]{{0,40}}段)"
    r"|(?P<scope_annex>附件)|(?P<scope_appendix>附录)|(?P<scope_enclosure>附文)"
)
_CHINESE_BEHIND: Final = (
    r"|(?P<named_part>第[一二三四五六七八九十]{1,2}部分)"
    r"|(?P<division>第)(?=\s?[\d一二三四五六七八九十]{1,3}(?:\.?[A-Z\d]){0,3}\s?[章节])"
    r"|(?P<page>第)(?=\s?\d{1,4}(?:\s?[-至]\s?\d{1,4})?\s?页)"
)


@cache
def compile_words(*, typed: bool = False, behind: bool = False) -> regex.Pattern[str]:
    """Return the pattern of words that locators begin with; its last group says what each is.

    Args:
        typed: Whether the whole text is a citation that a person typed, which allows more words.
        behind: Whether the document was named already, which allows more divisions.
    """
    forms = {**SCOPE_FORMS, **(TYPED_SCOPE_FORMS if typed and behind else {})}
    scopes = "|".join(rf"(?P<scope_{name}>{form})" for name, form in forms.items())
    slips, only_typed = (f"(?P<paragraphs>{_SLIPS})|", f"|{_TYPED}") if typed else ("", "")
    # "A/HRC/9/8第10段", but not some number before the word
    chinese = _CHINESE.replace("NOT_BEHIND_DIGIT", "" if behind else r"(?<!\p{N})")
    chinese += (_CHINESE_BEHIND if behind else "") + (_CHINESE_ARTICLE if typed else "")
    return compiled(
        rf"{_EDGE}(?:{slips}{_ORDINAL}|(?P<preambular>{_PREAMBULAR})"
        rf"|{_OPERATIVE}(?:(?P<paragraphs>{_PARAGRAPHS})|(?P<paragraph>{_PARAGRAPH}))(?:\s(?:nos?\b\.?|numbers?)(?=\s\d))?"
        rf"|(?P<part>{_PART}){_LETTERED}"
        rf"|(?P<note>{_NOTE})|(?P<page>{_PAGE}){only_typed}{_BEHIND if behind else ''}"
        rf"|(?:{scopes})(?![\p{{L}}\p{{N}}_/]))"
        rf"|{chinese}",
        ignore_case=True,
    )


PART_BEHIND: Final = lazy(
    rf",?\s(?:{_PART}){_LETTERED}(?!\s\(?.{{1,4}}\)\s(?:of|du|del?|من)\s)", ignore_case=True
)
"""A sub-paragraph with its word behind its paragraph: "par. 10, al. a)"."""
ELSEWHERE: Final = lazy(
    r"\s?,?\s?\(?(?:above|below|supra|infra|ci-dessus|ci-dessous|ci-après|"
    r"más arriba|más abajo|выше|ниже|أعلاه|أدناه)"
    r"(?![\p{L}])"
    r"|\s(?:of\sth(?:e\s(?:present|current)|is)|du\sprésent|de\sla\sprésente|del\spresente|de\sla\spresente|"
    r"настояще(?:го|й))"
    r"\s(?:report|document|resolution|note|letter|decision|rapport|document|résolution|informe|documento|resolución|"
    r"доклада|документа|резолюции)s?(?![\p{L}])",
    ignore_case=True,
)
"""What says that a paragraph of this very document is meant."""

OF_ANOTHER: Final = lazy(
    r"\s(?:(?:of|in|de|du|del|من)\s(?:(?:the|la|le|el)\s)?)?+"
    r"(?:(?:\p{Lu}\p{L}+\s){0,4}(?:resolutions?|decisions?|documents?|reports?|r[ée]solutions?|décisions?|rapports?|"
    r"resolución|decisión|documento|informe|резолюци[ий]|решени[яй]|документ(?:а|ов)|доклад(?:а|ов))\s"
    r"|(?:ال)?(?:قرار|مقرر|وثيقة|تقرير)\s(?:\p{L}+\s){0,3})(?:No\.\s)?\(?(?=\d|[A-Z]{1,10}/)"
    r"|\s(?:of|in|de|du|del|من)\s(?=[A-Z]{1,10}/)",
    ignore_case=True,
)
"""What leads from a paragraph to the document that it is in."""

ELSEWHERE_BEFORE: Final = lazy(
    r"(?:上文|下文|本报告|本决议|本文件)$"
    r"|(?:^|[(;.]\s?|\b(?:see|voir|véase|cf\.|also|см\.)\s)"
    r"(?:above|below|supra|infra|plus\shaut|ci-dessus|más\sarriba|выше|ниже),?\s$",
    ignore_case=True,
)
"""The same where it comes first: "see above, para. 12"; "supra note 4"."""
LOOK_BACK: Final = 24
"""How far back those words may begin."""


def find_words(text: str, signs: Signs | None) -> Iterator[regex.Match[str]]:
    """Yield the locator words of running text that may come before the name of a document, in order.

    Args:
        text: Folded text.
        signs: What find_signs() gives for it in lower case; None where that has other offsets.
    """
    if signs is None or signs.has_other_locators:
        yield from compile_words().finditer(text)
    else:
        pattern = compile_words()
        yield from filter(None, (pattern.match(text, place) for place in signs.locators))
