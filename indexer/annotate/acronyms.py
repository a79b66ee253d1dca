"""Which acronyms a document defines: "Inter-Agency Working Group on Minorities (IAWGM)", in either order.

An acronym is believed only when its letters are, in order, the beginnings of the words beside it: each letter
or run of letters begins a word or a part of a hyphenated one, and no word of weight is passed over. Small
words ("of the", "des", "para la") may be passed over or counted. That leaves out dates, list marks, numerals,
names of States behind a recommendation, and symbols, because their letters begin nothing. Official acronyms
that do not follow their name ("INTERPOL") are believed when the gazetteer has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.annotate.spelling import first_spelled, last_words, letters_of, words_between
from indexer.grammar.gazetteer import Gazetteer
from indexer.grammar.name_folding import acronym_key, key_of
from indexer.model import LearntAcronym

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indexer.model import Record

_ACRONYM = r"\p{Lu}[\p{Lu}\p{Ll}&/\-\u2010\u2011]{0,14}?\p{Lu}\p{Ll}{0,2}"
_QUOTE = "[\"'“”‘’«»„]?"
_IN_BRACKETS = regex.compile(
    rf"[(\[]\s?(?:hereinafter|hereafter|the|or|la|le|el|en|ci-après|далее\s[-–—])?\s?{_QUOTE}"
    rf"(?P<acronym>{_ACRONYM}){_QUOTE}\s?[)\],;]"
)
"""An acronym in brackets, perhaps quoted and with a word before it."""

_BEFORE_BRACKET = regex.compile(rf"(?<![\p{{L}}\p{{N}}/-]){_ACRONYM}$")
"""An acronym at the end, to be sought before a bracket."""

_LONGEST_PRINTED = 18
"""Characters that _ACRONYM can take."""

_OPENERS = frozenset("htolecд\"'“”‘’«»„")
"""First characters, capitals and spaces apart, of what _IN_BRACKETS takes."""

_NAME_LENGTHS = range(6, 151)
"""Characters of a name in brackets behind its acronym."""

_STOP = regex.compile(r"[.;:!?()\[\]“”«»\"\n]\s")
"""What a name does not reach across."""

_POSSESSIVE = regex.compile(r"(?<=\p{L})(?:[’']s|(?<=s)[’'])$")
_WINDOW = 300
"""Characters before a bracket that are searched for a known name; the longest ones have some 250."""


def learn_acronyms(records: Sequence[Record]) -> tuple[LearntAcronym, ...]:
    """Return the acronyms that the records define in text or footnotes, in order, each meaning once.

    The acronym is given as printed, a plural "s" included, because acronyms are searched as printed.
    """
    learnt: dict[tuple[str, str], LearntAcronym] = {}
    for record in records:
        notes = [note.text for note in record.footnotes] if record.footnotes else ()
        for text in (record.text, *notes):
            if "(" not in text and "[" not in text:
                continue
            for acronym, name in find_definitions(text):
                key = (acronym_key(acronym), key_of(name))
                if key not in learnt:
                    learnt[key] = LearntAcronym(acronym=acronym, name=name, record=record.id)
    return tuple(learnt.values())


def find_definitions(text: str) -> Iterator[tuple[str, str]]:
    """Yield every acronym defined in text with its name, as printed.

    >>> list(find_definitions("the Inter-Agency Working Group on Minorities (IAWGM) met"))
    [('IAWGM', 'Inter-Agency Working Group on Minorities')]
    """
    brackets = _brackets(text)
    behind = 0
    for bracket in brackets:
        if bracket < behind or not _may_lead_to_acronym(text[bracket + 1]):
            continue
        if match := _IN_BRACKETS.match(text, bracket):
            name = _name_before(text, _without_gap(text, bracket, behind), match["acronym"])
            behind = match.end()
            if name:
                yield match["acronym"], name
    behind = 0
    for bracket in brackets:
        acronym, name, end = _spelled_out(text, bracket, behind)
        behind = end or behind
        if name:
            yield acronym, name


def _brackets(text: str) -> list[int]:
    """Return where an acronym or its name may stand in brackets: no number, no letter of a list."""
    found = []
    for opening in "([":
        at = text.find(opening)
        while 0 <= at < len(text) - 2:
            first = text[at + 1]
            if not first.isdigit() and not (text[at + 2] == ")" and first.islower()):
                found.append(at)
            at = text.find(opening, at + 1)
    found.sort()
    return found


def _may_lead_to_acronym(char: str) -> bool:
    """Return whether _IN_BRACKETS may go on with a character."""
    return char.isupper() or char in _OPENERS or char.isspace()


def _without_gap(text: str, bracket: int, least: int) -> int:
    """Return where what stands before a bracket ends, a space apart."""
    return bracket - (bracket > least and text[bracket - 1].isspace())


def _spelled_out(text: str, bracket: int, least: int) -> tuple[str, str, int]:
    """Return the acronym before a bracket, its name inside, and where the bracket closes.

    The acronym and the name are empty where there are none, the end is 0 where nothing looks like them.
    """
    if text[bracket] != "(" or bracket < least:
        return "", "", 0
    end = _without_gap(text, bracket, least)
    tail = text[max(least, end - 3) : end]
    if tail == tail.lower():  # an acronym has a capital there
        return "", "", 0
    close = text.find(")", bracket, bracket + _NAME_LENGTHS.stop + 1)
    inside = text[bracket + 1 : close]
    if close < 0 or len(inside) not in _NAME_LENGTHS or "(" in inside:
        return "", "", 0
    acronym = _BEFORE_BRACKET.search(text, max(least, end - _LONGEST_PRINTED), end)
    if acronym is None:
        return "", "", 0
    return acronym[0], _whole_name(inside, acronym[0]), close + 1


def _name_before(text: str, end: int, acronym: str) -> str:
    """Return the words that end at an offset and spell the acronym, empty when none do."""
    letters = letters_of(acronym)
    if not letters:
        return ""
    start = max(0, end - _WINDOW)
    for stop in _STOP.finditer(text, start, end):
        start = stop.end()
    words = last_words(text, start, end, letters)
    if not words or text[words[-1].end : end].strip(" ’'”\"»,-–"):
        return ""
    first = first_spelled(words, letters)
    if first >= 0:
        return _POSSESSIVE.sub("", text[words[first].start : words[-1].end])
    return _known_name(text[start : words[-1].end], acronym)


def _known_name(text: str, acronym: str) -> str:
    """Return the name at the end of a text that the gazetteer has for the acronym, empty without one."""
    gazetteer = Gazetteer.load()
    meanings = {entity.id for entity in gazetteer.candidates(acronym)}
    if not meanings:
        return ""
    for mention in reversed(gazetteer.find(text)):
        if mention.end == len(text) and mention.entity in meanings and mention.surface != acronym:
            return mention.surface
    return ""


def _whole_name(name: str, acronym: str) -> str:
    """Return a text in brackets when all of it spells the acronym before it, else an empty text."""
    letters = letters_of(acronym)
    words = words_between(name, 0, len(name))
    if not letters or not words or _STOP.search(name):
        return ""
    first = first_spelled(words, letters)
    if first < 0 or any(not word.small for word in words[:first]):
        return ""
    return name[words[first].start : words[-1].end]
