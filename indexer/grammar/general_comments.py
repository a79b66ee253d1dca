"""General comments named in prose -> symbols: "CRC general comment No. 14" is CRC/C/GC/14."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from indexer.grammar.citation_signs import COMMENTS
from indexer.grammar.patterns import compiled, lazy
from indexer.grammar.symbols import DocumentSymbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex


class _Series(NamedTuple):
    """The general comments of a treaty body.

    Attributes:
        names: What the body is called, as a pattern.
        symbol: What their symbols begin with; the number follows.
        first: The first number in that series.
        earlier: Symbols of some before it.
    """

    names: str
    symbol: str
    first: int
    earlier: dict[int, str]


_SERIES: Final = {
    "CCPR": _Series(
        r"Human Rights Committee|HR Committee|HRCttee|HRC|ICCPR|CCPR|"
        r"Comité des droits de l'homme|Comité de Derechos Humanos|"
        r"Комитет(?:а|ом)? по правам человека|人权事务委员会|اللجنة المعنية بحقوق الإنسان",
        "CCPR/C/GC/", 32, {31: "CCPR/C/21/Rev.1/Add.13"},
    ),
    "CESCR": _Series(
        r"Committee on Economic, Social and Cultural Rights|CESCR|ICESCR|"
        r"Comité des droits économiques, sociaux et culturels|"
        r"Comité de Derechos Económicos, Sociales y Culturales|"
        r"Комитет(?:а|ом)? по экономическим, социальным и культурным правам|"
        r"经济[,、]社会及?和?文化权利委员会|"
        r"اللجنة المعنية بالحقوق الاقتصادية والاجتماعية والثقافية",
        "E/C.12/GC/", 17,
        {12: "E/C.12/1999/5", 13: "E/C.12/1999/10", 14: "E/C.12/2000/4", 15: "E/C.12/2002/11",
         16: "E/C.12/2005/4"},
    ),
    "CRC": _Series(
        r"Committee on the Rights of the Child|CRC|Comité des droits de l'enfant|"
        r"Comité de los Derechos del Niño|Комитет(?:а|ом)? по правам ребенка|儿童权利委员会|لجنة حقوق الطفل",
        "CRC/C/GC/", 7,
        {1: "CRC/GC/2001/1", 2: "CRC/GC/2002/2", 3: "CRC/GC/2003/3", 4: "CRC/GC/2003/4",
         5: "CRC/GC/2003/5", 6: "CRC/GC/2005/6"},
    ),
    "CEDAW": _Series(
        r"Committee on the Elimination of Discrimination against Women|CEDAW|"
        r"Comité pour l'élimination de la discrimination à l'égard des femmes|"
        r"Comité para la Eliminación de la Discriminación contra la Mujer|"
        r"Комитет(?:а|ом)? по ликвидации дискриминации в отношении женщин|消除对妇女歧视委员会|"
        r"اللجنة المعنية بالقضاء على التمييز ضد المرأة",
        "CEDAW/C/GC/", 27, {},
    ),
    "CERD": _Series(
        r"Committee on the Elimination of Racial Discrimination|CERD|"
        r"Comité pour l'élimination de la discrimination raciale|"
        r"Comité para la Eliminación de la Discriminación Racial|"
        r"Комитет(?:а|ом)? по ликвидации расовой дискриминации|消除种族歧视委员会|"
        r"لجنة القضاء على التمييز العنصري",
        "CERD/C/GC/", 32, {},
    ),
    "CAT": _Series(
        r"Committee against Torture|CAT|Comité contre la torture|Comité contra la Tortura|"
        r"Комитет(?:а|ом)? против пыток|禁止酷刑委员会|لجنة مناهضة التعذيب",
        "CAT/C/GC/", 2, {},
    ),
    "CMW": _Series(
        r"Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families|"
        r"Committee on Migrant Workers|CMW|Comité des travailleurs migrants|"
        r"Comité de Protección de los Derechos de Todos los Trabajadores Migratorios y de sus Familiares",
        "CMW/C/GC/", 1, {},
    ),
    "CRPD": _Series(
        r"Committee on the Rights of Persons with Disabilities|CRPD|"
        r"Comité des droits des personnes handicapées|"
        r"Comité sobre los Derechos de las Personas con Discapacidad|"
        r"Комитет(?:а|ом)? по правам инвалидов|残疾人权利委员会|"
        r"اللجنة المعنية بحقوق الأشخاص ذوي الإعاقة",
        "CRPD/C/GC/", 1, {},
    ),
    "CED": _Series(
        r"Committee on Enforced Disappearances|CED|Comité des disparitions forcées|"
        r"Comité contra la Desaparición Forzada|Комитет(?:а|ом)? по насильственным исчезновениям|"
        r"强迫失踪问题委员会|اللجنة المعنية بحالات الاختفاء القسري",
        "CED/C/GC/", 1, {},
    ),
}  # fmt: skip
"""By the body of their symbols. Comments before the series have symbols of other documents, or none."""

_RECOMMENDING: Final = frozenset({"CEDAW", "CERD"})
"""Whose general comments are called recommendations."""

_NUMBER: Final = r"(?P<number>\d{1,2})(?!\d|\.\d|/)"
_COMMENT: Final = lazy(
    r"(?:(?<!\p{L})(?:general\scomments?|GC(?=\s?(?:Nos?\b\.?\s?)?\d)|observation\sgénérale|observación\sgeneral|"
    r"замечани(?:е|я|ем)\sобщего\sпорядка|ا?ل?تعليق\s(?:ال)?عام|"
    r"(?P<recommendation>general\srecommendation|recommandation\sgénérale|recomendación\sgeneral|"
    r"общ(?:ая|ей|ую)\sрекомендаци(?:я|и|ю|ей)|ا?ل?توصية\s(?:ال)?عامة))\s?"
    rf"(?:No\.?\s?|n[°ºo]\.?\s?|núm\.\s?|№\s?|رقم\s)?{_NUMBER}"
    rf"|(?:一般性意见|(?P<recommendation>一般性建议))\s?第?\s?{_NUMBER}(?:\s?号)?"
    rf"|第\s?{_NUMBER}\s?号(?:一般性意见|(?P<recommendation>一般性建议)))"
    r"['\"”]?(?:\s?\((?:19|20)\d\d年?\))?",
    ignore_case=True,
)
_BETWEEN: Final = lazy(
    r"(?:'s?)?[,:]?\s?(?:(?:in|dans|en|в)\s)?(?:(?:its|sa|son|su|своем|своей)\s)?['\"“]?|(?:关于[^,.;()]{1,40})?的?"
)
"""Between a body and its comment."""
_TITLE: Final = lazy(
    r"(?:,?\s(?:on|concerning|relating\sto|sur|relative|sobre|relativa|о)\s|:\s)"
    r"(?:[^.;:()]|\([^()]{1,30}\)){3,160}?(?=,\s(?:paras?\b|par\.|párr|пп?\.|[§¶]))",
    ignore_case=True,
)
"""What a comment is about, where a place in it follows."""
_WINDOW: Final = 130
"""How far back the name of a body may begin."""


def names_comment(lowered: str) -> bool:
    """Tell cheaply whether a general comment may be named in folded text in lower case."""
    return any(sign in lowered for sign in COMMENTS) or "gc" in lowered


def find_general_comments(text: str, *, body: str | None = None) -> Iterator[tuple[int, int, DocumentSymbol]]:
    """Yield start, end and symbol of each general comment or recommendation named in folded text.

    Only those whose body is told: before the comment, behind it, or as that of the document.

    Args:
        text: Text that went through fold_characters.
        body: The body that the document belongs to.

    >>> text = "Human Rights Committee, general comment No. 36 (2018), para. 7"
    >>> [(text[start:end], str(symbol)) for start, end, symbol in find_general_comments(text)]
    [('Human Rights Committee, general comment No. 36 (2018)', 'CCPR/C/GC/36')]
    """
    for comment in _COMMENT.finditer(text):
        start, end = comment.span()
        behind = _behind().match(text, end)
        before = _last_before(text, start)
        if behind and not (before and behind[0].strip(" ()") in _SERIES):
            name, end = behind.lastgroup, behind.end()
        elif before:
            name, start = before.lastgroup, before.start()
        else:
            name = body
        if comment["recommendation"] and name not in _RECOMMENDING:
            continue
        symbol = _symbol(_SERIES.get(name or ""), int(comment["number"]))
        if symbol is not None:
            title = _TITLE.match(text, end)
            yield start, title.end() if title else end, symbol


def _last_before(text: str, position: int) -> regex.Match[str] | None:
    """Return the body that is named right before a position."""
    found = list(_bodies().finditer(text, max(0, position - _WINDOW), position))
    return found[-1] if found and _BETWEEN.fullmatch(text, found[-1].end(), position) else None


def _symbol(series: _Series | None, number: int) -> DocumentSymbol | None:
    if series is None:
        return None
    name = f"{series.symbol}{number}" if number >= series.first else series.earlier.get(number)
    return DocumentSymbol.try_parse(name) if name else None


def _either() -> str:
    return "|".join(rf"(?P<{body}>{series.names})(?:\sCommittee)?" for body, series in _SERIES.items())


@cache
def _bodies() -> regex.Pattern[str]:
    return compiled(rf"(?<!\p{{L}})(?:{_either()})(?![\p{{Ll}}/])", ignore_case=True)


@cache
def _behind() -> regex.Pattern[str]:
    """Return the pattern of a body behind its comment: "on ... of the Committee against Torture", "(CAT)"."""
    acronyms = "|".join(rf"(?P<{body}>{body})" for body in _SERIES)
    return compiled(
        rf"(?:\s(?:on|sur|sobre|relative|relativa)\s[^.;()]{{3,120}}?)?,?\s"
        rf"(?:of\s(?:the\s)?|by\s(?:the\s)?|du\s|del\s|de\sla\s|(?=Комитет))(?:{_either()})(?![\p{{Ll}}/])"
        rf"|\s(?-i:\((?:{acronyms})\)|(?:{acronyms})(?![\p{{L}}/]))",
        ignore_case=True,
    )
