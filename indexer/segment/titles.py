"""Lines of a title -> the title as one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.grammar.addresses import CONFERENCE_ACT
from indexer.grammar.patterns import lazy
from indexer.segment.joining import join_lines

if TYPE_CHECKING:
    from indexer.segment.items import Item

SPONSORS = regex.compile(
    r"[:：]\s*(?:(?:revised\s+)?draft\s+(?:resolution|decision)|amendments?\b.*|proyecto\s+de\s+(?:resolución|decisión)"
    r"|projet\s+de\s+(?:résolution|décision)|проект\s+(?:резолюции|решения)|(?:决议|决定)草案|مشروع\s+(?:قرار|مقرر))\W*$"
    r"|^Draft\s+(?:resolution|decision)s?\s+submitted\s+by\b",
    regex.I,
)
"""Who submits a draft, above its title."""
_AUTHOR = lazy(
    r"^(?:(?:report|note|memorandum|paper)\s(?:(?:prepared|submitted)\s)?(?:by|of|from)\sthe|(?:rapport|note)\sd(?:u|e\sl[a’'])"
    r"|(?:informe|nota)\sde(?:l|\sla)|(?:доклад|записка)|(?:تقرير|مذكرة)(?:\sمن)?)\s?\p{L}[\p{L}\s’'-]{4,60}$"
    r"|^\p{Han}{2,12}的?(?:报告|说明)$",
    ignore_case=True,
)
"""Who wrote it, below a title."""
NAMES = regex.compile(r"^(?:Rapporteur|Chair(?:person|man|woman)?|Co-Chairs?|Prepared by)\s?:", regex.I)
SALUTATION = regex.compile(
    r"^(?:(?:your )?excellenc(?:y|ies)|dear|sirs?|madam|monsieur|madame|excellence|señora?|excelencia|"
    r"estimad[oa]|уважаем(?:ый|ая|ые)|ваше превосходительство|(?:صاحبة?|أصحاب) السعادة|سيدي)\b.{0,60}[,:!،]$"
    r"|^.{0,20}(?:阁下|先生|女士)[:：,，]$",
    regex.I,
)
"""What a letter begins with, below its head."""
NAME_LENGTH = 90
"""Characters: in formats without lines, a longer block is running text."""
FIRST_SECTION = regex.compile(
    r"^(?:(?:(?:I|A|1)\.|1)[\s\t]+\p{Lu}|一[.、]|أولا\s?-"
    r"|(?i:article|artículo|статья|rule|règle|regla|правило|regulation|section|chapter|chapitre|capítulo|глава)\s(?:1|I)\b"
    rf"|(?i:decision|décision|decisión|решение)\s(?:{CONFERENCE_ACT})(?!\S))"
)
"""How the first heading of a text begins, where headings have numbers."""
BODY_OPENS = regex.compile(
    r"^(?:summary|résumé|resumen|резюме|摘要|概要|موجز|introduction|introducción|введение|导言|مقدمة|"
    r"contents|sommaire|índice|содержание|目录|المحتويات|annexe?|anexo|приложение|附件|مرفق|"
    r"note|abstract|preface|background|foreword|executive summary)\W*$",
    regex.I,
)
"""Headings that a text begins with, or what belongs to it, in the six official languages."""
_AGENDA = lazy(
    r"\b(?:provisional|preliminary|annotated|proposed|draft|revised|supplementary)\s+agenda\b"
    r"|^agenda(?:$|[,:]|\s.*\b(?:session|meeting|conference)\b)|\bordre\s+du\s+jour\b|\borden\s+del\s+día\b"
    r"|\btemario\b|\bprograma\s+provisional\b|(?:临时|暂定|拟议|修订)议程|جدول\s+(?:ال)?أعمال"
    r"|(?:предварительн|аннотированн|пересмотренн|предлагаем)\p{L}+\s+(?:\p{L}+\s+)?повестк",
    ignore_case=True,
)
"""An agenda of a meeting: others are plans, as "the 2030 Agenda for Sustainable Development" is."""
_AGENDA_ITEM = lazy(
    r"\b(?:item|point|tema|пункта?)\b|\b(?:items|points|temas|пункты)\s+\d|\bالبند|项目", ignore_case=True
)
"""One thing on it: papers say above their titles to which they belong."""
_ENUMERATED = regex.compile(r"^(?:[IVXLC]{1,6}|[A-Z]|\d{1,2})\.[\s\t]")


def names_agenda(title: str) -> bool:
    """Whether a title says that a document is an agenda, whose items are cited by the numbers of headings.

    >>> names_agenda("Provisional annotated agenda"), names_agenda("The 2030 Agenda for lights")
    (True, False)
    >>> names_agenda("Item 3 of the provisional agenda")
    False
    """
    parts = title.split(" – ")
    return any(_AGENDA.search(part) and not _AGENDA_ITEM.search(part) for part in parts)


def join_title(lines: list[Item]) -> str:
    """Return title lines as one text; blocks set apart by a gap or another size are divided by a dash."""
    texts = [_joined(block) for block in _blocks(lines)]
    for at in reversed(range(len(texts) - 1)):
        if SPONSORS.search(texts[at]) or texts[at] == "Agenda":
            # who submits a draft, or that an item is on the agenda, stands above what it is about
            del texts[: at + 1]
            break
    return " – ".join(texts)[:600]


def find_sponsors(lines: list[Item]) -> list[Item]:
    """Return the lines among those of a title that say who submits a draft, none without a title below."""
    blocks = _blocks(lines)[:-1]
    return next(filter(name_sponsors, reversed(blocks)), [])


def name_author(lines: list[Item]) -> bool:
    """Whether lines say whose report, or whose note, stands below."""
    return _AUTHOR.match(_joined(lines)) is not None


def name_sponsors(lines: list[Item]) -> bool:
    """Whether lines say who submits a draft."""
    return SPONSORS.search(_joined(lines)) is not None


def _joined(block: list[Item]) -> str:
    return join_lines([item.without_marks() for item in block])


def _blocks(lines: list[Item]) -> list[list[Item]]:
    blocks: list[list[Item]] = []
    previous: Item | None = None
    for item in lines:
        words = item.without_marks()
        if not words or NAMES.match(words):
            continue
        apart = previous is None or (
            abs(previous.line.size - item.line.size) > 0.8
            or item.line.bottom - previous.line.bottom > 1.55 * item.line.size
        )
        if apart and not (blocks and _ENUMERATED.match(words)):
            blocks.append([item])
        else:
            blocks[-1].append(item)
        previous = item
    return blocks
