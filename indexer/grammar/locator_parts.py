"""What stands behind the word for a place: its number, sub-paragraphs, and what joins it to the next."""

from __future__ import annotations

from typing import Final

from indexer.grammar.addresses import CONFERENCE_ACT, LATIN_SUFFIXES, SECTION
from indexer.grammar.number_words import ARABIC, HAN
from indexer.grammar.patterns import lazy

SUFFIXES: Final = {"бис": "bis", "тер": "ter", "مكرر": "bis"}
"""What other languages write for the Latin words behind a number."""
NUMBER: Final = lazy(
    rf"\s?(?P<number>{SECTION}(?:\.\d{{1,3}}+)++)(?![\d/%])"
    r"|\s?(?P<number>\d{1,5}+(?:\.\d{1,3}+)*+)"
    rf"(?:\s?(?P<suffix>{'|'.join((*LATIN_SUFFIXES, 'бис', 'тер'))})\b|\s(?P<suffix>مكرر)[\p{{L}}\p{{M}}]*"
    r"|(?P<letter>[A-Z])(?![\p{L}\p{N}]))?(?![\d/%])"
    rf"|\s?(?P<number>[{HAN}]{{1,7}})(?=\s?[段页至到和及第,(-])"
)
ARTICLE_NUMBER: Final = lazy(
    r"\s?(?P<number>\d{1,3}|[IVXLC]{1,6})(?:\.(?P<paragraph>\d{1,2}))?(?![\p{L}\p{N}/%])(?!\.\d)(?:\s?条)?"
    rf"|\s(?P<number>{ARABIC})(?!\p{{L}})"
    rf"|\s?(?P<number>\d{{1,3}}|[{HAN}]{{1,7}})(?=\s?[条至到和及第,-])(?:\s?条)?"
)
ARTICLE_PARAGRAPH: Final = lazy(
    rf"\s?(?:\((?P<number>\d{{1,2}})\)|第\s?(?P<number>\d{{1,2}}|[{HAN}]{{1,3}})\s?款)"
)
"""A paragraph of an article: "art. 5 (2)", "第五条第二款"."""
_IN_BRACKETS: Final = (
    r"\(\s?(?P<sub>[\p{Ll}\p{Arabic}]|[ivxl]{2,6}|([a-z])\2|\d{1,2})ـ?(?P<suffix>\s?(?:bis|ter))?\s?\)"
)
SUB: Final = lazy(
    rf"\s?(?:{_IN_BRACKETS}"
    r"|(?P<sub>(?<=\d\s|\)\s)(?:\p{Ll}|[ivx]{2,5})|(?<=\d)[a-z])\)(?!\p{L})|(?P<sub>(?<=\d)[a-z])(?![\p{L}\p{N}.])"
    r"|\.(?P<sub>(?<=\d\.)[a-z]|(?<=\d\.[a-z]\.)[ivx]{1,4})(?![\p{L}\p{N}]))"
)
NEXT_SUB: Final = lazy(rf"\s?(?:{_IN_BRACKETS}|(?P<sub>\p{{Ll}}|[ivx]{{2,5}})\)(?!\p{{L}}))")
"""Behind a sub-paragraph and what joins it to the next: "a) et b)"."""
RANGE: Final = lazy(
    r"\]?\s?-\s?\[?|\s(?:to|through|à|a|al|до|по)\s|\s?段?(?:至|到)第?\s?|\sإلى\s", ignore_case=True
)
LIST: Final = lazy(
    r"\]?(?:,|;|\s?段?(?:,|和|及|、)第?)\s?(?:(?:and|or|et|y|и|&)\s)?\[?"
    r"|\]?\s(?:and|or|et|y|e|и|ou|o|&|as\swell\sas)\s\[?|\sو\s?|\s?段?[和及]第?",
    ignore_case=True,
)
AND_SO_ON: Final = lazy(
    r"\s?,?\s?(?:et\s+seqq?\b\.?|et\s+s\.|et\s+suiv(?:ants?|antes?|\.)|and\s+(?:(?:the\s+)?following|ff\b\.?)|"
    r"onwards?\b|sqq?\b\.?|y\s+(?:ss\.|siguientes)|"
    r"и\s+(?:далее|след\.|последующие)|(?P<one>f\b\.?)|ff\b\.?|وما بعدها)"
)
_ITEMS: Final = r"items?|recommendations?|recs?\.?"
ITEM: Final = lazy(rf",?\s?(?:{_ITEMS})(?=\s\d)")
TYPED_ITEM: Final = lazy(
    rf",?\s?(?:(?:{_ITEMS}|points?|sub-?\s?para(?:graph)?s?\.?)(?:\s(?:nos?\.?|numbers?))?|nos?\.)(?=\s?\d)",
    ignore_case=True,
)
"""An item of the list below a paragraph, behind that: "para. 99, item 27", and "No. 27" in a hurry."""
OF_PREAMBLE: Final = lazy(
    r"\s(?:of\sthe\spreamble|du\spréambule|del\spreámbulo|преамбулы|من\s(?:ال)?ديباجة)(?!\p{L})"
)
"""Behind a paragraph that is counted among the preambular ones: "para. 5 of the preamble"."""
_CHINESE_END: Final = r"(?=$|\P{L}|[第和及至中的所])"
SCOPE_NUMBER: Final = lazy(
    rf"\s?(?P<id>{CONFERENCE_ACT}|"
    r"(?:E?S-)?\d{1,4}[/.]\d{1,3}(?:\s?[A-Z](?!\p{L}))?|\d{1,5}(?:\s[A-Z])?\s\((?:[IVXL]{1,8}|(?:19|20)\d\d)\)"
    r"|[IVXLC]{1,7}|[ivx]{1,5}|\d{1,3}[A-Z]|\d{1,4}|[A-Z]|one|two|three|four|five"
    rf"|{ARABIC})(?![\p{{L}}\p{{N}}/]|\.\d)|\s?(?P<id>[一二三四五六七八九十]{{1,3}}){_CHINESE_END}|{_CHINESE_END}"
)
"""The number of an annex; an annex may be without one."""
DRAFT_NUMBER: Final = lazy(r"\s(?P<id>[IVX]{1,5}\s[A-Z])(?![\p{L}\p{N}])")
"""A part of a draft resolution that a report counts: "draft resolution I A"."""
NEXT_SCOPE: Final = lazy(
    r"(?:,\s|,?\s(?:and|et|y|и)\s)(?P<id>[IVX]{1,5}|\d{1,2})(?![\p{L}\p{N}/(]|\.\d|\s(?!and\b|et\b|y\b|и\b)\p{Ll}{3})"
    rf"|\sو(?P<id>{ARABIC})(?!\p{{L}})|\s?[和及,]\s?(?P<id>[一二三四五六七八九十]{{1,3}}){_CHINESE_END}"
)
"""A further annex: "annexes I and II"."""
DIVISION_NUMBER: Final = lazy(
    r"\s?(?P<number>[\d一二三四五六七八九十]{1,3}(?:\.?[A-Z\d]){0,3})\s?[章节]"
    r"|\s?(?P<number>(?:[IVXLC]{1,6}|[A-Z]|\d{1,3})(?:\.[A-Z\d]{1,3}|\s[A-Z](?!\p{L})){0,3})(?![\p{L}\p{N}])"
    rf"|\s(?P<number>(?:{ARABIC})(?:\s?-\s?(?:{ARABIC}))?)"
)
PART_OF: Final = lazy(r"\s(?:(?:of|du|de|del|من)\s(?:the\s)?)?")
"""Between a sub-paragraph and its paragraph, where it is named first."""

_BETWEEN: Final = (
    r"(?P<inside>\s(?:(?:of|to|in|de|del|à|au|من|в|к)\s(?:(?:the|its|la|el)\s|l')?|(?=(?:приложени|добавлени)[яюи]|стат(?:ьи|ей)|ст\.\s?\d)))"
    r"(?=[\p{L}附])"
    r"|\s?[CLOSERS]*+\s?(?:(?:and|or|et|y|и|at|SEE|&)\s|[和及])?"
)
BETWEEN: Final = lazy(_BETWEEN.replace("CLOSERS", ",;").replace("SEE", "see"))
TYPED_BETWEEN: Final = lazy(_BETWEEN.replace("CLOSERS", r",;)\]").replace("SEE", r"see(?:\salso)?"))
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
