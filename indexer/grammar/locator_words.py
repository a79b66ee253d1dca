"""The words before a paragraph number in the six languages of the United Nations, as one pattern."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from indexer.grammar.addresses import LATIN_SUFFIXES
from indexer.grammar.patterns import compiled, lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from indexer.grammar.citation_signs import Signs

_EDGE: Final = r"(?<![\p{L}\p{N}_/-])"
_PARAGRAPHS: Final = (
    # each alternative ends in what may stand between the word and the number
    r"paragraphs\b|paras\b\.?|pars\.|p[áa]rrafos\b|párrs\b\.?|parrs\b\.?|paragraphes\b|"
    r"пункт(?:ами|ах|ам|ов|ы)\b(?:\sс(?=\s\d))?|пп\.|§§|¶¶|(?:[وبف]|لل)?ا?لفقر(?:ات|تان|تين)(?:\sمن)?"
)
_PARAGRAPH: Final = (
    r"paragraph\b|para\b\.?|par\.(?=\s?\d)|p[áa]rrafo\b|párr\b\.?|parr\b\.?|paragraphe\b|"
    r"пункт(?:ом|а|е|у)?\b|п\.(?=\s?\d)|§|¶|(?:[وبف]|لل)?ا?لفقرة|فقرة"
)
_OPERATIVE: Final = r"(?:(?:operative|op\b\.?)\s+)?"
_ORDINALS: Final = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
ORDINALS: Final = {word: str(value) for value, word in enumerate(_ORDINALS, 1)}
"""How preambular paragraphs, which bear no numbers, are named in prose."""

_PREAMBULAR: Final = (
    r"(?:preambular|preamble)\s+(?:paragraphs?|paras?)\b\.?|paragraphs?\s+of\s+the\s+preamble(?=\s\d)"
)
_PAGE: Final = r"pages?\b|pp?\.(?=\s?\d)|págs?\b\.?|páginas?\b|стр\.|(?:ال)?صفحة|ص\.?(?=\s?\d)"
_NOTE: Final = (
    r"foot\s?notes?\b|fn\.(?=\s?\d)|notes?\b(?=\s\d{1,3}\s(?:above|below|supra|infra|ci-dessus))"
    r"|(?<=\b(?:supra|infra)[,\s]\s?)notes?\b(?=\s\d)"
)
_PART: Final = (
    r"sub-?\s?paragraphs?\b|sub-?\s?paras?\b\.?|alinéas?\b|al\.(?=\s\p{Ll}\))|apartados?\b|incisos?\b"
    r"|подпункт(?:ами|ах|ам|ов|ом|а|е|у|ы)?\b"
)
_DIVISION: Final = (
    r"chapters?\b|chaps?\b\.?|sections?\b|sects?\b\.?|chapitres?\b|cap(?:ítulo|\.)|"
    r"secc(?:ión|\.)|глав(?:а|ы|е)|раздел(?:а|е)?"
)
SCOPE_FORMS: Final = {
    "annex": r"annex(?:es)?|annexes?|anexo|приложени(?:ем|е|я|ю|и)|附件|المرفق|مرفق",
    "appendix": r"appendix|appendice|apéndice|добавлени(?:ем|е|я|ю|и)|附录|التذييل",
    "enclosure": r"enclosure|pièce\sjointe|附文",
    "attachment": r"attachment",
    "part": r"part|partie|parte|часть|части",
}
TYPED_SCOPE_FORMS: Final = {
    "resolution": r"resolution",
    "decision": r"decision",
    "opinion": r"opinion",
    "s": r"series",
}
"""Divisions that elsewhere would rather name another document; read only behind one in a text that is a
citation."""

_BEHIND: Final = (
    rf"|(?P<division>{_DIVISION})(?=\s?[\dIVXA-Z])|(?P<recommendation>recommendations?\b(?=\s\d+\.\d))"
)
"""Behind the name of a document only: elsewhere they rather stand for something else."""
_TYPED: Final = (
    r"(?P<paragraphs>pars?\b(?=\s?\d))|(?P<note>(?:foot)?notes?\b|fn\b\.?|n\.(?=\s?\d)|notas?\b|сноск[аиу]|脚注|(?:ال)?حاشية)|"
    r"(?P<recommendation>recommendations?\b|items?\b)|(?P<text>text(?:\sblock)?s?\b)|(?P<speech>speech(?:es)?\b)"
    r"|(?P<table>tables?\b)|(?P<preambular>PP(?=\s?\d))|(?P<paragraph>OP(?=\s?\d))"
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
    return compiled(
        rf"{_EDGE}(?:(?P<preambular>{_PREAMBULAR})"
        rf"|(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?:preambular\s+paragraph|paragraph\s+of\s+the\s+preamble)\b"
        rf"|{_OPERATIVE}(?:(?P<paragraphs>{_PARAGRAPHS})|(?P<paragraph>{_PARAGRAPH}))(?:\snos?\.(?=\s\d))?"
        rf"|(?P<part>{_PART})(?=\s\(?\p{{Ll}}{{1,4}}\))"
        rf"|(?P<note>{_NOTE})|(?P<page>{_PAGE}){'|' + _TYPED if typed else ''}{_BEHIND if behind else ''}"
        rf"|(?:{scopes})(?![\p{{L}}\p{{N}}_/]))"
        r"|(?<!\p{N})(?P<chinese>第)(?=\s?\d{1,4}(?:\.\d+)*[^\p{L}\d/]{0,12}[\d至和到及第.(),a-z段\s-]{0,40}段)"
        r"|(?P<scope_annex>附件)|(?P<scope_appendix>附录)",
        ignore_case=True,
    )


NUMBER: Final = lazy(
    r"\s?(?P<number>\d{1,4}+(?:\.\d{1,3}+)*+)"
    rf"(?:\s?(?P<suffix>{'|'.join(LATIN_SUFFIXES)})\b|(?P<letter>[A-Z])(?![\p{{L}}\p{{N}}]))?(?![\d/%])"
)
_IN_BRACKETS: Final = (
    r"\(\s?(?P<sub>[\p{Ll}\p{Arabic}]|[ivxl]{2,6}|([a-z])\2|\d{1,2})(?P<suffix>\s?(?:bis|ter))?\s?\)"
)
SUB: Final = lazy(
    rf"\s?(?:{_IN_BRACKETS}"
    r"|(?P<sub>(?<=\d\s|\)\s)(?:\p{Ll}|[ivx]{2,5})|(?<=\d)[a-z])\)(?!\p{L})|(?P<sub>(?<=\d)[a-z])(?![\p{L}\p{N}.]))"
)
NEXT_SUB: Final = lazy(rf"\s?(?:{_IN_BRACKETS}|(?P<sub>\p{{Ll}}|[ivx]{{2,5}})\)(?!\p{{L}}))")
"""Behind a sub-paragraph and what joins it to the next: "a) et b)"."""
RANGE: Final = lazy(
    r"\s?-\s?|\s(?:to|through|à|a|al|до|по)\s|\s?段?(?:至|到)第?\s?|\sإلى\s", ignore_case=True
)
LIST: Final = lazy(
    r"(?:,|;|\s?段?(?:,|和|及|、)第?)\s?(?:(?:and|or|et|y|и)\s)?|\s(?:and|or|et|y|e|и|ou|o|&)\s|\sو\s?|\s?段?[和及]第?",
    ignore_case=True,
)
AND_SO_ON: Final = lazy(
    r"\s?,?\s?(?:et\s+seqq?\b\.?|et\s+s\.|et\s+suiv(?:ants?|antes?|\.)|and\s+following|y\s+(?:ss\.|siguientes)|"
    r"и\s+(?:далее|след\.|последующие)|(?P<one>f\b\.?)|ff\b\.?|وما بعدها)"
)
ITEM: Final = lazy(r",?\s?(?:items?|recommendations?)(?=\s\d)")
SCOPE_NUMBER: Final = lazy(
    r"\s?(?P<id>[IVXLC]{1,7}|[ivx]{1,5}|\d{1,4}[/.]\d{1,3}[A-Z]?|\d{1,4}|[A-Z]|[一二三四五六七八九十]|ال\p{Arabic}{3,5})(?![\p{L}\p{N}/]|\.\d)|(?=$|\P{L})"
)
"""The number of an annex; an annex may be without one."""
NEXT_SCOPE: Final = lazy(
    r"(?:,\s|,?\s(?:and|et|y|и)\s)(?P<id>[IVX]{1,5}|\d{1,2})(?![\p{L}\p{N}/(]|\.\d|\s(?!and\b|et\b|y\b|и\b)\p{Ll}{3})"
)
"""A further annex: "annexes I and II"."""
DIVISION_NUMBER: Final = lazy(r"\s?(?:[IVXLC]{1,6}|[A-Z]|\d{1,3})(?:\.[A-Z\d]{1,3}){0,3}(?![\p{L}\p{N}])")
PART_OF: Final = lazy(r"\s(?:(?:of|du|de|del)\s(?:the\s)?)?")
"""Between a sub-paragraph and its paragraph, where it is named first."""
NUMBERED_WORDS: Final = {
    **{character: str(value) for value, character in enumerate("一二三四五六七八九十", 1)},
    **{
        f"ال{word}": str(value)
        for value, word in enumerate(
            ("أول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"), 1
        )
    },
}
"""Numbers of annexes that are written as words."""

_BETWEEN: Final = (
    r"(?P<inside>\s(?:of|to|in|de|del|à|au)\s(?:(?:the|its|la|el)\s|l')?)(?=[\p{L}附])"
    r"|\s?[CLOSERS]*+\s?(?:(?:and|or|et|y|и|at|see)\s)?"
)
BETWEEN: Final = lazy(_BETWEEN.replace("CLOSERS", ",;"))
TYPED_BETWEEN: Final = lazy(_BETWEEN.replace("CLOSERS", r",;)\]"))
"""What may stand between two locators; after "inside" the wider division follows the narrower. In running
text a closing bracket ends the citation."""

MONTHS: Final = lazy(
    r"\s?(?:de\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\b"
)
CLOSED: Final = lazy(r"\s?(?:$|[).;\]]|,\s(?!\d+\s\p{L})|\sand\s\d{1,4}\s?[).;,])")
"""What may stand behind the last number of a list whose word is in the singular."""
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
