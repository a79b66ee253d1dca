"""The lines that mastheads have, in the six official languages."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import regex

from indexer.segment.covers import opens_report
from indexer.segment.furniture import symbols_in

if TYPE_CHECKING:
    from indexer.segment.items import Item

_HARD = regex.compile(
    r"""^(?:
    United\s+Nations(?:\s*\t.*|\s+[A-Z]{1,6}/.*|\s+Nations\b.*)? | UNITED | NATIONS | UNITED\s+NATIONS\b.*
    | Nations\s+Unies\b.* | Naciones\s+Unidas\b.*
    | Организация\s+Объединенных\s+Наций.* | 联\s*合\s*国.* | الأمم\s+المتحدة.*
    | .*\bDistr\s?[.:].* | (?:GENERAL|LIMITED|RESTRICTED|General|Limited)
    | .*\b(?:ORIGINAL|Original|Оригинал|原文)\s?:.* | ENGLISH(?:\s+ONLY)?
    | (?:Secretariat|Secrétariat|Secretaría|Секретариат|秘书处|الأمانة\s+العامة)
      (?:\t.*|\s\d{1,2}\s\p{L}+\s\d{4})?
    | (?:General\s+Assembly|(?:Security|Economic\s+and\s+Social|Trusteeship)\s+Council)(?:\t.*)?
    | (?:Assemblée\s+générale|Asamblea\s+General|Генеральная\s+Ассамблея|大\s?会|الجمعية\s+العامة)(?:\t.*)?
    | .{0,80}\b(?:session|Session|SESSION|year|Year|YEAR|period|sesión|sesiones)
      (?:\s+de)?\s*\d{0,4}(?:\t.*)?
    | \d{1,3}(?:st|nd|rd|th|e|ème|ª|a)\s(?:meeting|réunion|reunión)
    | .{0,60}\b[Сс]ессия(?:\s+\d{4}\s+года)?(?:\t.*)?
    | .{0,20}(?:届|年)(?:会议|常会|特别会议)(?:\t.*)? | (?:ال)?دورة\s.{3,60}
    | (?:Agenda\s+items?|AGENDA\s+ITEMS?|Items?|ITEMS?|Points?|Temas?|Пункты?)\s+[\d*].*
    | (?:临时)?议程项目\s?\d.{0,20} | البن(?:د|ود|دان)\s+[\p{Nd}(*].{0,60}
    | (?:Official\s+Records|OFFICIAL\s+RECORDS).* | Supplement\s+No.*
    | [\p{Lu}][\p{L}\s]{2,30},\s+\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s+\p{L}+
      (?:\s?[-–]\s?\d{1,2}\s+\p{L}+)?\s+\d{4}(?:\t.*)?
    | \d{1,2}\s+\p{L}+(?:\s\p{L}+)?(?:/\p{L}+)?\s+\d{4}(?:\s+года)?
    | \d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日
    | (?!(?:REPORT|RESOLUTION|DECISION)S?\s)(?:[A-Z][A-Z-]*\s+){0,6}
      (?:COUNCIL|COMMISSION|COMMITTEE|ASSEMBLY|CONFERENCE|BOARD)
    )$""",
    regex.X,
)
_NAMES = ("united", "nations unies", "naciones unidas", "объединенных наций", "联", "الأمم المتحدة")
_ORGANIZATION = regex.compile(
    # sentences name it too: in a masthead it stands alone, or beside the symbol
    r"^UNITED$|(?:^|\t)(?i:united nations|(?:organisation des )?nations unies|"
    r"(?:organización de las )?naciones unidas|организация объединенных наций|"
    r"联\s*合\s*国|الأمم المتحدة)(?=\s*(?:$|\t|[A-Z]{1,6}/))",
    regex.M,
)
ANCHOR = regex.compile(rf"\bDistr\s?[.:]|\b(?:ORIGINAL|Original)\s?:|{_ORGANIZATION.pattern}")
"""What no page has but one with a masthead."""
AGENDA = regex.compile(
    r"^(?:(?:Provisional\s+)?Agenda\s+items?|Items?|Points?|Temas?|Пункты?|(?:临时)?议程项目|البن(?:د|ود|دان))[\s\d]",
    regex.I,
)
"""The item of the agenda."""
OFFICIAL = regex.compile(r"\bOfficial Records\b", regex.I)
DISTRIBUTION = regex.compile(r"\bDistr\s?[.:]")
"""What only one of the two kinds of mastheads has: covers of volumes, and documents of their own."""
_SECTION_NUMBER = regex.compile(r"^(?:[IVXLC]{1,6}|[A-Z])\.[\s\t]")
_CUE_LENGTH = 200  # characters: no line of a masthead is longer


def names_organization(lines: str) -> bool:
    """Whether one of several lines names the United Nations as only a masthead does."""
    lowered = lines.lower()
    return any(name in lowered for name in _NAMES) and _ORGANIZATION.search(lines) is not None


def is_cue(text: str) -> bool:
    """Whether a line is one that mastheads have, or the last one of a title that reads like one."""
    return len(text) <= _CUE_LENGTH and _is_short_cue(text)


@functools.lru_cache(maxsize=1024)
def _is_short_cue(text: str) -> bool:
    if _SECTION_NUMBER.match(text):
        return False
    return _HARD.match(text) is not None or only_symbol(text)


def only_symbol(text: str) -> bool:
    """Whether a line has a symbol, and no words."""
    found = symbols_in(text)
    return bool(found) and not regex.search(r"\p{L}{3}", text[: found[0][0]] + text[found[-1][1] :])


def may_be_title(item: Item) -> bool:
    """Whether a line of a cover is no line that mastheads have."""
    text = item.text.strip()
    cue = _HARD.match(text) and not opens_report(text)
    return not cue and not only_symbol(text) and sum(ch.isalpha() for ch in text) > 3
