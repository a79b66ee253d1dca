"""Headings that open a scope of their own: annexes, appendices, draft resolutions, opinions."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import regex

from indexer.grammar.addresses import CONFERENCE_ACT, name_act
from indexer.grammar.number_words import ARABIC, CHINESE, ORDINAL, word_value
from indexer.grammar.patterns import lazy
from indexer.grammar.resolutions import FIRST_SESSION
from indexer.segment.separate_opinions import is_separate

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")

_ENACTING = regex.compile(
    r"^\[?(?:The|L[ea]s?|L['’]|El|Los|Las)\s?(?:(?:\p{Lu}[\p{L}’'-]*|[\p{L}’']{1,3}|high-level)\s){0,12}?"
    r"(?:Assembly|Council|Commission|Committee|Conference|Board|Parties|Congress|Parliament|Assemblée|Conseil|Comité|"
    r"Conférence|Parlement|Asamblea|Consejo|Comisión|Conferencia|Junta|Parlamento)\b[^.;:]{0,120},$|"
    r"^(?:The (?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|"
    r"Economic (?:and Social )?Commission for (?:Africa|Europe|Western Asia|Asia and the Pacific|"
    r"Latin America and the Caribbean))|"
    r"L[’']Assemblée générale|Le Conseil (?:de sécurité|économique et social|des droits de l[’']homme)|"
    r"La Asamblea General|El Consejo (?:de Seguridad|Económico y Social|de Derechos Humanos))$|"
    r"^(?:Генеральная Ассамблея|Совет Безопасности|"
    r"Экономический и Социальный Совет|Совет по правам человека|Конференция [Сс]торон),$|"
    r"^(?:大会|安全理事会|人权理事会|经济及社会理事会|缔约方(?:会议|大会))[,，]$|"
    r"^إن (?:الجمعية|(?:ال)?مجلس|(?:ال)?لجنة|(?:ال)?مؤتمر)(?:\s[^\s.؛:،,]{1,20}){0,8}[،,]$"
)
ENACTING_ENDS = (
    *(",", "،", "，", "Assembly", "Council", "générale", "sécurité", "social", "homme"),
    *("General", "Seguridad", "Social", "Humanos", "Africa", "Europe", "Asia", "Pacific", "Caribbean"),
)
"""What the opening line of a resolution ends with: most lines need no closer look."""
_ROMAN_OR_NUMBER = r"(?P<n>[IVXLC]{1,6}|\d{1,3}(?-i:[A-Z])?|[A-Z])"
_NUMBER_ENDS = r"(?=$|[\s.:：\t\]–—-])"
_APPENDED = regex.compile(
    rf"^(?P<word>annex(?:e|es)?|appendi(?:x|ce|ces)|enclosures?|attachments?|anexos?|ap[ée]ndices?|"
    r"(?:documento )?adjunto|приложени[ея]|добавлени[ея]|附件|附录|附文|المرفق|مرفق|التذييل|الضميمة|"
    r"pièces? jointes?)"
    rf"(?:\s+(?:no\.?\s*)?{_ROMAN_OR_NUMBER}{_NUMBER_ENDS}"
    rf"|\s+(?P<n>{ARABIC}){_NUMBER_ENDS}|\s*(?P<n>{CHINESE}){_NUMBER_ENDS})?(?P<rest>.*)$",
    regex.I | regex.S,
)
_OF_LETTER = lazy(
    rf"^.{{6,}}(?:信|照会)的(?P<word>附件|附文|附录)(?P<n>{CHINESE})?(?P<rest>(?:\s?[*∗]|\s?\[.{{1,40}}\])?)$"
)
"""An annex of a letter, which Chinese names behind who wrote it to whom."""
_LETTER_SIGNS = ("信的附", "照会的附")
_ACT_NUMBER = (
    r"[IVXLC]{1,6}|[A-Z]{0,3}[-/]?\d{1,4}(?:[/.]\d{1,4})?(?:\s?[A-Z](?![\p{L}]))?"
    r"(?:\s?[(（](?:\d{4}|[IVXL]{1,8})[)）])?"
)
_ACT_CALLED = (
    rf"第\s?(?P<n>{_ACT_NUMBER})\s?号(?P<word>决议|决定|意见)|(?P<word>决议|决定)草案\s?(?P<n>{CHINESE}|{_ACT_NUMBER})|"
    rf"(?:مشروع\s)?(?P<word>القرار|المقرر|الرأي)\s(?:رقم\s)?(?P<n>\d{{1,4}}(?:/\d{{1,4}})?(?:\s\(\d{{4}}\))?)|"
    rf"مشروع\s(?P<word>القرار|المقرر)\s(?P<n>{ARABIC}|[IVXLC]{{1,6}})"
)
_ACT = regex.compile(
    r"^(?:(?:(?:draft|projet\s+de|proyecto\s+de|проект)\s+)?"
    r"(?P<word>resolution|decision|opinion|résolution|décision|avis|resolución|decisión|opinión"
    r"|резолюци[яи]|решени[ея]|мнение)"
    rf"\s+(?:(?:no|nº|núm|№)\.?\s*)?(?P<n>{CONFERENCE_ACT}|{_ACT_NUMBER})|{_ACT_CALLED})(?=$|[\s.:：\t])",
    regex.I,
)
_NUMBERED_ACT = regex.compile(
    r"^(?P<n>(?P<session>\d{1,4})/(?P<serial>\d{1,3})(?:\s?[A-Z]\b)?)"
    r"(?:\.[\s\t]+(?=\p{Lu})|[.．][\s\t]*(?=\p{Han})|(?:\.|\s?[-–])[\s\t]+(?=\p{Arabic}))"
    # until 1976 the Assembly counted its resolutions through, and named the session: "217 A (III)"
    r"|^(?P<n>\d{1,4}(?:\s[A-Z])?\s[(（](?:E?S-)?[IVXL]{1,8}[)）])[.．][\s\t]*(?=[\p{Lu}\p{Han}\p{Arabic}«“\"'])"
    r"|^(?P<n>E?S-\d{1,2}/\d{1,3}(?:\s?[A-Z]\b)?)\.?[\s\t]+(?=\p{Lu})"
)
_ACT_ABOVE = regex.compile(r"^(?P<n>(?:(?P<session>\d{1,4})|E?S-\d{1,2})/(?P<serial>\d{1,3}))(?=$|\s\P{Ll})")
_SYMBOL = regex.compile(r"(?=.*\d)(?:[\p{Lu}\d/.-]+|\p{Lu}[\p{L}\d.]*(?:/[\p{L}\d.-]+)+(?:\s?\([IVXLC]+\))?)")
_PART_LETTER = regex.compile(r"\s*(?:\d{1,4}/\d{1,3}\s?)?(?P<letter>\p{Lu})\.?\s*")
_PART_LENGTH = 12  # characters of the letter of a part, with the number of its act, a stop and spaces
_ACT_OPENS = frozenset("0123456789ES")
_ACT_SIGNS, _ACT_LENGTH = frozenset("/(（"), 12  # characters in which one of them stands: "1234 A (XXX)"
_PART = lazy(
    rf"^(?:(?P<word>part|часть|الجزء)\s+(?P<n>one|two|three|four|five|[IVX]{{1,5}}|\d|{ORDINAL})(?=$|[\s.:\t])"
    rf"|(?P<n>{ORDINAL})\s(?P<word>partie|parte)(?=$|[\s.:\t])|第(?P<n>{CHINESE})(?P<word>部分))",
    ignore_case=True,
)
_PART_WORDS = frozenset({"part", "часть", "الجزء"})
_SLUG = {
    "annex": "annex", "annexe": "annex", "annexes": "annex", "anexo": "annex", "anexos": "annex",
    "приложение": "annex",
    "приложения": "annex", "附件": "annex", "المرفق": "annex", "مرفق": "annex",
    "appendix": "appendix", "appendice": "appendix", "appendices": "appendix", "apéndice": "appendix",
    "apéndices": "appendix", "apendice": "appendix", "apendices": "appendix", "добавление": "appendix",
    "добавления": "appendix", "附录": "appendix",
    "enclosure": "enclosure", "enclosures": "enclosure", "attachment": "enclosure",
    "attachments": "enclosure", "pièce jointe": "enclosure", "pièces jointes": "enclosure",
    "adjunto": "enclosure",
    "documento adjunto": "enclosure", "附文": "enclosure", "الضميمة": "enclosure", "التذييل": "appendix",
    "resolution": "resolution", "decision": "decision", "opinion": "opinion",
    "résolution": "resolution", "décision": "decision", "avis": "opinion",
    "resolución": "resolution", "decisión": "decision", "opinión": "opinion",
    "резолюция": "resolution", "резолюции": "resolution", "решение": "decision", "решения": "decision",
    "мнение": "opinion", "决议": "resolution", "决定": "decision", "意见": "opinion",
    "القرار": "resolution", "المقرر": "decision", "الرأي": "opinion",
    "part": "part", "partie": "part", "parte": "part", "часть": "part", "الجزء": "part", "部分": "part",
}  # fmt: skip
ACT = 1
"""Rank of resolutions, decisions and opinions."""
SEPARATE = 4
"""Rank of opinions that are not those of all."""
_RANK = {
    "part": 0,
    "resolution": ACT,
    "decision": ACT,
    "opinion": ACT,
    "annex": 2,
    "appendix": 3,
    "enclosure": 3,
}
_LONGEST = 320  # characters: no heading that names a resolution or decision, and its title, is longer
_LINES = 8192  # of which the answers are kept: those of some 200 pages, asked again by each rule
_LINE_LENGTH = 1000  # characters: longer texts are paragraphs, and would be kept in memory for nothing
_TO = regex.compile(
    r"^\s*(?:(?:to|of|à|aux?|a|al|de|du|del|des|к)\b|(?:لل|ال)(?:رسال|مذكر)|\[|:|–|—|-|\*|∗|\(|\.)|^[\s\t]*$",
    regex.I,
)


class Scope(NamedTuple):
    """A scope: what it is called in addresses, and how deep its kind stands."""

    slug: str
    rank: int


def _kept_of_lines(read: Callable[[str], _T]) -> Callable[[str], _T]:
    """Keep what a function says of lines; it is asked again of longer texts."""
    kept = functools.lru_cache(maxsize=_LINES)(read)

    @functools.wraps(read)
    def answer(text: str) -> _T:
        return kept(text) if len(text) <= _LINE_LENGTH else read(text)

    return answer


@_kept_of_lines
def is_enacting(text: str) -> bool:
    """Whether a text is the opening line of a resolution: the organ, and a comma.

    The comma is left out above "Resolves that".

    >>> is_enacting("The General  Assembly,"), is_enacting("The Assembly met, and rose.")
    (True, False)
    """
    return text.rstrip().endswith(ENACTING_ENDS) and bool(_ENACTING.match(" ".join(text.split())))


@_kept_of_lines
def read_scope(text: str) -> Scope | None:
    """Return the scope that a heading opens, None for any other heading.

    >>> read_scope("Annex II")
    Scope(slug='annex-II', rank=2)
    >>> read_scope("Annexes were circulated") is None
    True
    """
    text = " ".join(text.split())
    match = _APPENDED.match(text)
    if match is None and any(sign in text for sign in _LETTER_SIGNS):
        match = _OF_LETTER.match(text)
    if match and not match["n"] and not _TO.match(match["rest"]):
        match = None
    if match is None and len(text) < _LONGEST:
        part = _PART.match(text) if _may_be_part(text) else None
        match = _ACT.match(text) or part or _NUMBERED_ACT.match(text)
    if match is None:
        return Scope("opinion", SEPARATE) if is_separate(text) else None
    kind = _kind_of_act(match) if match.re is _NUMBERED_ACT else _SLUG[match["word"].lower()]
    number = (match["n"] or "").strip(" .")
    number = word_value(number) if number.isalnum() else name_act(number)
    if kind in ("annex", "appendix") and number and not number.isdigit():
        number = number.upper()
    return Scope(f"{kind}-{number}" if number else kind, _RANK[kind])


def _may_be_part(text: str) -> bool:
    """Whether the first word of a text is that for a part, or the second one; most need no closer look."""
    first, _, rest = text.lower().partition(" ")
    second = rest.startswith(("parte", "partie")) and not rest.startswith("parties")
    return first in _PART_WORDS or second or first.startswith("第")


def _kind_of_act(match: regex.Match[str]) -> str:
    """Return what an act is that has a number and no name: decisions are counted from a higher one on.

    It is 101 or 201 behind a year, 401 or 501 behind the session of the Assembly, and 101 behind that of the
    Human Rights Council; the Assembly has written no session so before its thirty-first.
    """
    if not match["session"]:
        return "resolution"
    last = 100 if len(match["session"]) == 4 or int(match["session"]) < FIRST_SESSION else 400
    return "decision" if int(match["serial"]) > last else "resolution"


def read_numbered_act(text: str) -> Scope | None:
    """Return the scope of a resolution or decision by its number, also by one without a stop behind it.

    Other things have such numbers ("2023/24 Results"): it is one where the organ is named below. A title
    begins with no small letter, as "3/4 of the members" does.

    >>> read_numbered_act("10/1 Lights of the coast"), read_numbered_act("79/401. Keepers").slug
    (Scope(slug='resolution-10.1', rank=1), 'decision-79.401')
    >>> read_numbered_act("3/4 of the members")
    """
    if text[:1] not in _ACT_OPENS or _ACT_SIGNS.isdisjoint(text[:_ACT_LENGTH]):
        return None  # most lines
    text = " ".join(text.split())
    match = _NUMBERED_ACT.match(text) or _ACT_ABOVE.match(text)
    return Scope(f"{_kind_of_act(match)}-{name_act(match['n'])}", ACT) if match else None


def is_act(text: str) -> bool:
    """Whether a heading opens a resolution, a decision or an opinion.

    >>> is_act("Decision 5/1"), is_act("Annex II")
    (True, False)
    """
    scope = read_scope(text)
    return scope is not None and scope.rank == ACT


def is_part(text: str) -> bool:
    """Whether a line is no more than the letter of a part of an act, or that behind its number.

    >>> is_part("A"), is_part("B."), is_part("80/408 A"), is_part("Annex A")
    (True, True, True, False)
    """
    return bool(part_letter(text))


def part_letter(text: str) -> str:
    """Return the letter of a part where a line is no more than that, "" for any other line.

    >>> part_letter("B."), part_letter("80/408 A"), part_letter("8/12")
    ('B', 'A', '')
    """
    match = _PART_LETTER.fullmatch(text) if len(text) <= _PART_LENGTH else None  # most lines are longer
    return match["letter"] if match else ""


def is_symbol(text: str) -> bool:
    """Whether a line is no more than a number with a stroke, or a symbol.

    >>> is_symbol("8/PRST/1"), is_symbol("24/101"), is_symbol("Part 1/2")
    (True, True, False)
    >>> is_symbol("Board/LK/Dec.12(XIV)")
    True
    """
    return "/" in text and _SYMBOL.fullmatch(text.strip()) is not None


def read_act_alone(text: str) -> Scope | None:
    """Return the scope of a resolution or decision by a line that is no more than its number.

    >>> read_act_alone("24/101"), read_act_alone("24/101 Lights") is None
    (Scope(slug='decision-24.101', rank=1), True)
    """
    return read_numbered_act(text) if is_symbol(text) else None


def is_label(text: str) -> bool:
    """Whether a line is no more than what a part or an act is cited by: its title stands below."""
    return is_part(text) or is_symbol(text) or _ACT.fullmatch(text) is not None


def nest(path: tuple[Scope, ...], scope: Scope) -> tuple[Scope, ...]:
    """Return the path with the scope in its place: what is of its rank or deeper ends."""
    return (*(outer for outer in path if outer.rank < scope.rank), scope)


def scope_prefix(path: tuple[Scope, ...]) -> str:
    """Return the path as the beginning of an address, "" for the report's own text."""
    return "".join(f"{scope.slug}." for scope in path)
