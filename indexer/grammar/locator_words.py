"""The words before a paragraph number in the six languages of the United Nations, as one pattern."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from indexer.grammar.addresses import LATIN_SUFFIXES
from indexer.grammar.patterns import compiled, lazy

if TYPE_CHECKING:
    import regex

    from indexer.grammar.citation_signs import Signs

_EDGE: Final = r"(?<![\p{L}\p{N}_/-])"
_PARAGRAPHS: Final = (
    # each alternative ends in what may stand between the word and the number
    r"paragraphs\b|paras\b\.?|pars\.|párrafos\b|párrs\b\.?|parrs\b\.?|paragraphes\b|"
    r"пункт(?:ами|ах|ам|ов|ы)\b|пп\.|§§|¶¶|(?:[وبف]|لل)?ا?لفقر(?:ات|تان|تين)(?:\sمن)?"
)
_PARAGRAPH: Final = (
    r"paragraph\b|para\b\.?|par\.(?=\s?\d)|párrafo\b|párr\b\.?|parr\b\.?|paragraphe\b|"
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
_PAGE: Final = r"pages?\b|pp?\.(?=\s?\d)|págs?\b\.?|páginas?\b|стр\.|ص\.?(?=\s?\d)"
_NOTE: Final = r"foot\s?notes?\b|fn\.(?=\s?\d)|notes?\b(?=\s\d{1,3}\s(?:above|below|supra|infra))"
SCOPE_FORMS: Final = {
    "annex": r"annex(?:es)?|annexe|anexo|приложени(?:ем|е|я|ю|и)|附件|المرفق|مرفق",
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

_TYPED: Final = (
    r"(?P<recommendation>recommendations?\b|items?\b)|(?P<text>text(?:\sblock)?s?\b)|(?P<speech>speech(?:es)?\b)"
    r"|(?P<table>tables?\b)|(?P<preambular>PP(?=\s?\d))|(?P<paragraph>OP(?=\s?\d))"
)


@cache
def compile_words(*, typed: bool = False, behind: bool = False) -> regex.Pattern[str]:
    """Return the pattern of words that locators begin with; its last group says what each is.

    Args:
        typed: Whether the whole text is a citation that a person typed, which allows more words.
        behind: Whether such a text has named its document already, which allows more divisions.
    """
    forms = {**SCOPE_FORMS, **(TYPED_SCOPE_FORMS if behind else {})}
    scopes = "|".join(rf"(?P<scope_{name}>{form})" for name, form in forms.items())
    return compiled(
        rf"{_EDGE}(?:(?P<preambular>{_PREAMBULAR})"
        rf"|(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?:preambular\s+paragraph|paragraph\s+of\s+the\s+preamble)\b"
        rf"|{_OPERATIVE}(?:(?P<paragraphs>{_PARAGRAPHS})|(?P<paragraph>{_PARAGRAPH}))"
        rf"|(?P<note>{_NOTE})|(?P<page>{_PAGE}){'|' + _TYPED if typed else ''}"
        rf"|(?:{scopes})(?![\p{{L}}\p{{N}}_/]))"
        r"|(?<!\p{N})(?P<chinese>第)(?=\s?\d{1,4}(?:\.\d+)*[^\p{L}\d/]{0,12}[\d至和到及第.(),a-z段\s-]{0,40}段)"
        r"|(?P<scope_annex>附件)|(?P<scope_appendix>附录)",
        ignore_case=True,
    )


NUMBER: Final = lazy(
    r"\s?(?P<number>\d{1,4}+(?:\.\d{1,3}+)*+)"
    rf"(?:\s?(?P<suffix>{'|'.join(LATIN_SUFFIXES)})\b|(?P<letter>[A-Z])(?![\p{{L}}\p{{N}}]))?(?![\d/%])"
)
SUB: Final = lazy(
    r"\s?(?:\(\s?(?P<sub>\p{Ll}|[ivxl]{2,6}|([a-z])\2|\d{1,2})(?P<suffix>\s?(?:bis|ter))?\s?\)"
    r"|(?P<sub>(?<=\d\s|\)\s)(?:\p{Ll}|[ivx]{2,5})|(?<=\d)[a-z])\)(?!\p{L}))"
)
RANGE: Final = lazy(
    r"\s?-\s?|\s(?:to|through|à|a|al|до|по)\s|\s?段?(?:至|到)第?\s?|\sإلى\s", ignore_case=True
)
LIST: Final = lazy(
    r"(?:,|;|\s?段?(?:,|和|及|、)第?)\s?(?:(?:and|or|et|y|и)\s)?|\s(?:and|or|et|y|e|и|ou|o|&)\s|\sو\s?|\s?段?[和及]第?",
    ignore_case=True,
)
AND_SO_ON: Final = lazy(r"\s?,?\s?(?:et\s+seq\b\.?|et\s+s\.|y\s+ss\.|и\s+далее|ff?\b\.?|وما بعدها)")
ITEM: Final = lazy(r",?\s?(?:items?|recommendations?)(?=\s\d)")
SCOPE_NUMBER: Final = lazy(
    r"\s?(?P<id>[IVXLC]{1,7}|[ivx]{1,5}|\d{1,4}[/.]\d{1,3}[A-Z]?|\d{1,4}|[A-Z]|(?P<chinese>[一二三四五六七八九十]))(?![\p{L}\p{N}/]|\.\d)|(?=$|\P{L})"
)
"""The number of an annex; an annex may be without one."""

_BETWEEN: Final = (
    r"(?P<inside>\s(?:of|to|in|de|del|à|au)\s(?:(?:the|its|la|el)\s|l')?)(?=[\p{L}附])"
    r"|\s?[CLOSERS]*+\s?(?:(?:and|or|et|y|и|at|see)\s)?"
)
BETWEEN: Final = lazy(_BETWEEN.replace("CLOSERS", ",;"))
TYPED_BETWEEN: Final = lazy(_BETWEEN.replace("CLOSERS", r",;)\]"))
"""What may stand between two locators; after "inside" the wider division follows the narrower. In running
text a closing bracket ends the citation."""

MONTHS: Final = lazy(
    r"\s?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
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

ELSEWHERE_BEFORE: Final = lazy(r"(?:上文|下文|本报告|本决议|本文件)$")


def find_words(text: str, signs: Signs | None) -> list[regex.Match[str]]:
    """Return the locator words of running text that may come before the name of a document, in order.

    Args:
        text: Folded text.
        signs: What find_signs() gives for it in lower case; None where that has other offsets.
    """
    if signs is None or signs.has_other_locators:
        return list(compile_words().finditer(text))
    return [word for place in signs.locators if (word := compile_words().match(text, place))]
