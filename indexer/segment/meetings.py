"""Records of meetings: who begins to speak, and what the record itself says in between."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import regex

from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.segment.items import Item

_MEETING = regex.compile(r"/(?:PV|SR)\.\d")
_SPEAKER = lazy(r"^([^:：()（）.][^:：()（）]{1,70}?)\s?(?:[(（][^()（）]{2,100}[)）]\s?)*[:：]")
"""A name, maybe the State and the language that is spoken, a colon."""
_IN_CAPITALS = lazy(
    r"\p{Lu}(?:\p{Ll}*\.|\p{Ll}+|-\p{Ll}+)\s(?:[\p{L}\p{M}.’'-]+\s){0,5}\p{Lu}[\p{Lu}\p{M}’'-]{2,}\s?"
    r"|ПРЕДСЕДАТЕЛЬ(?:НИЦА)?\s?"
)
"""A name as typewriters set it: "The PRESIDENT", "Mr. de la MARE"."""
_LEAST_BOLD = 4  # letters of a name: less is a mark
_LEAST_HAN = 2
_HAN = lazy(r"\p{Han}")
_WRAPPED = 3  # lines that this takes at most in a column
_ADDRESSED = lazy(
    r"(?:副?主席|秘书长|[\p{Han}·-]{1,20}(?:先生|女士|夫人|小姐|博士|大使|阁下))\s?"
    r"|(?:السيدة?|الآنسة|الدكتورة?)\s[\p{Arabic}\s.-]{2,40}|(?:نائبة?\s)?الرئيسة?|الأمين\sالعام\s?"
)
"""A name with a title in scripts that have no capitals: a colon behind it is enough where nothing is bold."""
_TITLED = lazy(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Prince|Princess|Sheikha?|M|Mme|Mlle|Sra?|Srta|Г-н|Г-жа)\.?"
    r"|(?:Monsieur|Madame|King|Queen|Baroness|Archbishop))"
    r"(?:\s(?:\p{Lu}[\p{L}\p{M}.’'-]*|d[aeou]s?|del|den|der|la|le|al|el|bin|ben|ould|von|van|af|y)){1,8}"
    r"|(?:The |Le |La |El )?(?:Acting |Vice-|Temporary )?(?:President|Chair(?:man|woman|person)?"
    r"|Présidente?|Presidente|Presidenta|Secretary-General|Secrétaire général|Secretario General"
    r"|Председатель)\s?"
)
"""A name behind a title, or an office."""
_SAID = lazy(
    r"^(?:(?:上午|中午|下午|晚上).{1,14}(?:散会|开会|会议开始|休会|复会)。$|(?:会议)?就这样决定。$"
    r"|(?:进行了|以).{0,4}表决.{0,8}。$|(?:决议|决定)草案.{1,80}获得?通过。$|副?主席.{2,30}主持会议。$"
    r"|(?:افتتحت|رفعت|علقت|استؤنفت)\sالجلسة\b|تقرر\sذلك\.$|أجري\sتصويت\b|اعتمد\sمشروع\s(?:القرار|المقرر)\b"
    r"|تولت?ى?\s(?:رئاسة\sالجلسة|الرئاسة)\b)"
)
_OPENING = lazy(
    r"^(?:The (?:public )?(?:part of the )?meeting (?:was called to order|(?:was )?resumed)|"
    r"La (?:séance|réunion) est (?:ouverte|reprise)|(?:Se abre|Se reanuda|Se declara abierta) la sesión|"
    r"Заседание (?:открывается|возобновляется)|افتتحت الجلسة|(?:上午|下午).{1,12}(?:会议开始|开会))"
)

_TURN = regex.compile(r"^(?P<who>\p{Lu}[\p{Lu}\p{M}.’' -]{2,40}:|[QA][.:]?(?=[\s\t]+\S))")
"""Who speaks in the transcript of a hearing: a name or an office in capitals, or a side of it."""
_REMARK = lazy(r"^(?:\[.+\]|-{2,}\s.+)$")
"""What such a transcript says itself: "[Open session]", "--- Upon commencing at 9 a.m."."""
_TURNS, _OFTEN = 8, 0.05  # turns of a transcript at least, and of its lines: it may be printed double-spaced
_AGAIN = 2  # turns that two of those who speak have at least
_IN_COURT = lazy(
    r"^(?:(?:MR|MRS|MS|DR|PROF|SIR|LORD|LADY|JUDGE|JUSTICE|COUNSEL|M|MME|SR|SRA|SEÑORA?)\b\.?|THE|L[AE]|L['’]|EL|HIS|HER)"
    r"[\s\p{Lu}]"
)
"""How those are called who speak: labels of a form ("ACTION:") have no such word."""
_NAMED = regex.compile(
    r"^\d{1,4}(?:st|nd|rd|th)\s+(?:\([^)]{1,20}\)\s+)?(?:\p{L}+\s+)?meeting\b"
    r"|^(?:\d{1,4}(?:re|e|[èe]me)\s+séance(?:\s+plénière)?|\d{1,4}[ªa]\.?\s+sesión(?:\s+plenaria)?"
    r"|\d{1,4}-е\s+(?:пленарное\s+)?заседание|第\s?\d{1,4}\s?次(?:全体)?会议|الجلسة(?:\sالعامة)?\s\d{1,4}),?$"
    # in the first years the number was spelt: "Hundred and third plenary meeting,"
    r"|^(?:(?:one|two|three|four|five|six|seven|eight|nine|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred"
    r"|thousand|and)[\s-])*+(?:first|second|third|\p{L}+th)\splenary\smeeting,?$"
    r"|^(?:(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente|(?:quar|cinqu|soix)ante|cents?|mille|et)"
    r"[\s-])*+(?:première|\p{L}+i[èe]me)\sséance\splénière,?$",
    regex.I,
)
_NAMED_ENDS = ("plenary meeting", "séance plénière")
_NAMED_OPENS = ("第", "ا")
"""What such a line begins with where it does not begin with a number."""


def is_record_of_meeting(symbols: Sequence[object], body: Sequence[Item]) -> bool:
    """Whether a document is a verbatim or summary record.

    One of its symbols says so; of a document without symbol, as web sites have them, the line that opens
    the meeting. Transcripts of hearings are told by who takes turns in them.
    """
    if symbols:
        return any(_MEETING.search(str(symbol)) for symbol in symbols)
    return any(map(opens_meeting, body)) or is_hearing(body)


def is_hearing(body: Sequence[Item]) -> bool:
    """Whether a text is the transcript of a hearing: both sides, or two persons, speak again and again."""
    turns = Counter(match["who"].rstrip(".:") for item in body if (match := _TURN.match(item.text)))
    if sum(turns.values()) < max(_TURNS, _OFTEN * len(body)):
        return False  # most texts
    persons = sum(count >= _AGAIN for who, count in turns.items() if _IN_COURT.match(who))
    return min(turns["Q"], turns["A"]) >= _AGAIN or persons >= _AGAIN


def takes_turn(item: Item) -> bool:
    """Whether someone begins to speak in a line of a transcript, unless a sentence goes on in it."""
    return _TURN.match(item.text) is not None


def remarks(item: Item) -> bool:
    """Whether a line is what a transcript says itself."""
    return _REMARK.match(item.text.strip()) is not None


def begins_speech(body: Sequence[Item], at: int, *, block: bool, plain: bool = False) -> bool:
    """Whether a line opens with a speaker: a name and a colon, maybe behind a State and a language.

    The name is in bold, or in capitals where a block begins. In two columns the State may take lines of its
    own: "Mr. X (United Kingdom of Great / Britain and Northern Ireland):".

    Args:
        body: The lines.
        at: Which of them.
        block: Whether a block begins with it.
        plain: Whether nothing tells how lines are set: then a title before the name is enough.
    """
    item = body[at]
    lead = item.line.bold_lead
    least = _LEAST_HAN if _HAN.match(item.text) else _LEAST_BOLD
    named = (_IN_CAPITALS, _ADDRESSED, _TITLED) if plain else (_IN_CAPITALS, _ADDRESSED)
    if lead < least and not (block and any(name.match(item.text) for name in named)):
        return False
    lines = [line.text for line in body[at : at + _WRAPPED] if line.page == item.page]
    match = _SPEAKER.match(" ".join(lines).replace("\t", " "))
    if match is None:
        return False
    if lead >= match.end(1):
        return True
    return block and any(name.fullmatch(match[1]) for name in named)


def is_procedure(item: Item, *, block: bool = True) -> bool:
    """Whether a line is what the record says itself: in italics, "The meeting rose at 4.45 p.m.".

    In scripts that have none it is told by its words, where a block begins.
    """
    return item.line.italic > 0.9 or (block and not item.text.isascii() and bool(_SAID.match(item.text)))


def opens_meeting(item: Item) -> bool:
    """Whether a line says that the meeting begins: what stands above is the cover."""
    return bool(_OPENING.match(" ".join(item.text.split())))


def names_meeting(text: str) -> bool:
    """Whether a line says at which meeting a text was adopted.

    >>> names_meeting("5th plenary meeting"), names_meeting("Sixty-third plenary meeting,")
    (True, True)
    >>> names_meeting("Opening of the first plenary meeting")
    False
    """
    may_be = text[:1].isdigit() or text[:1] in _NAMED_OPENS or text.rstrip(" ,").endswith(_NAMED_ENDS)
    return may_be and _NAMED.match(text) is not None
