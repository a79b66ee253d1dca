"""Which acronyms a document defines: "Inter-Agency Working Group on Minorities (IAWGM)", in either order.

An acronym is believed only when its letters are, in order, the beginnings of the words beside it: each letter
or run of letters begins a word or a part of a hyphenated one, and no word of weight is passed over. Small
words ("of the", "des", "para la") may be passed over or counted. That leaves out dates, list marks, numerals,
names of States behind a recommendation, and symbols, because their letters begin nothing. Official acronyms
that do not follow their name ("INTERPOL") are believed when the gazetteer has them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
import regex

from indexer.grammar.gazetteer import Gazetteer
from indexer.grammar.name_folding import acronym_key, key_of
from indexer.model import LearntAcronym

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indexer.model import Record

_SHORTEST, _LONGEST = 2, 12
"""Letters of an acronym; the longest official ones are of this length."""

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

_BRACKET = regex.compile(r"[(\[](?!\d|\p{Ll}\))")
"""What an acronym or its name may stand in: no number, no letter of a list."""

_NAME_LENGTHS = range(6, 151)
"""Characters of a name in brackets behind its acronym."""

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:[’'.]\p{L}+)*")
_STOP = regex.compile(r"[.;:!?()\[\]“”«»\"\n]\s")
"""What a name does not reach across."""

_SMALL_WORDS = (
    "a an and as at by for from in into its of on or the their to under with "
    "au aux d de des du en et l la le les leur leurs ou par pour sur un une "
    "al del e el las los para por sobre y "
    "в и к на о об от по при с со для "
    "der die das und für von zur"
)
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words that acronyms pass over, in English, French, Spanish, Russian and German."""

_PASSED_OVER = frozenset({("united", "nations"), ("all", "forms")})
"""What official acronyms leave out inside a name: OHCHR is the Office of the United Nations High ..."""

_ELIDED = regex.compile(r"\p{L}[’']")
_POSSESSIVE = regex.compile(r"(?<=\p{L})(?:[’']s|(?<=s)[’'])$")
_WINDOW = 300
"""Characters before a bracket that are searched for a known name; the longest ones have some 250."""

_ROMAN = regex.compile(r"[IVXLC]+")
_MOST_BEGUN = 4
"""Letters that one word may give: CARI-COM of Caribbean Community."""


class _Word(msgspec.Struct, frozen=True, gc=False):
    """A word or a part of a hyphenated one: folded letters, offsets, and whether it may be passed over."""

    letters: str
    start: int
    end: int
    small: bool
    capital: bool


def learn_acronyms(records: Sequence[Record]) -> tuple[LearntAcronym, ...]:
    """Return the acronyms that the records define in text or footnotes, in order, each meaning once.

    The acronym is given as printed, a plural "s" included, because acronyms are searched as printed.
    """
    learnt: dict[tuple[str, str], LearntAcronym] = {}
    for record in records:
        for text in (record.text, *(note.text for note in record.footnotes)):
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
    if "(" not in text and "[" not in text:
        return
    brackets = [match.start() for match in _BRACKET.finditer(text)]
    behind = 0
    for bracket in brackets:
        if bracket >= behind and (match := _IN_BRACKETS.match(text, bracket)):
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
    if not any(map(str.isupper, text[max(least, end - 3) : end])):  # what an acronym ends with
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
    letters = _letters(acronym)
    if not letters:
        return ""
    start = max(0, end - _WINDOW)
    for stop in _STOP.finditer(text, start, end):
        start = stop.end()
    words = _last_words(text, start, end, letters)
    if not words or text[words[-1].end : end].strip(" ’'”\"»,-–"):
        return ""
    first = _spelled(words, letters)
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
    letters = _letters(acronym)
    words = _words(name, 0, len(name))
    if not letters or not words or _STOP.search(name):
        return ""
    first = _spelled(words, letters)
    if first < 0 or any(not word.small for word in words[:first]):
        return ""
    return name[words[first].start : words[-1].end]


def _letters(acronym: str) -> str:
    """Return the letters that words must give, in small letters; empty for what is no acronym."""
    singular = acronym[:-1] if acronym.endswith("s") and acronym[-2:-1].isupper() else acronym
    letters = "".join(char for char in singular if char.isalpha())
    capitals = sum(char.isupper() for char in letters)
    if not _SHORTEST <= len(letters) <= _LONGEST or capitals * 2 < len(letters):
        return ""
    if "/" in acronym or _ROMAN.fullmatch(letters):
        return ""
    return key_of(letters).replace(" ", "") if letters.isascii() else letters.lower()


def _words(text: str, start: int, end: int) -> list[_Word]:
    """Return the words between two offsets."""
    return [_word(match) for match in _WORD.finditer(text, start, end)]


def _last_words(text: str, start: int, end: int, letters: str) -> list[_Word]:
    """Return the last words between two offsets, as many as may spell the letters."""
    words: list[_Word] = []
    left = _most_weight(letters)
    for match in reversed(list(_WORD.finditer(text, start, end))):
        words.append(_word(match))
        left -= not words[-1].small
        if left < 0:
            break
    words.reverse()
    return words


def _word(match: regex.Match[str]) -> _Word:
    at = match.start()
    whole = match.group()
    if _ELIDED.match(whole):  # l’Organisation
        whole, at = whole[2:], at + 2
    letters = (whole if whole.isascii() else acronym_key(whole)).lower()
    return _Word(letters, at, match.end(), letters in _SMALL, whole[0].isupper())


def _most_weight(letters: str) -> int:
    """Return how many words of weight may spell the letters: United Nations may be passed over."""
    return len(letters) + 2


def _spelled(words: list[_Word], letters: str) -> int:
    """Return the index of the first word of the name that ends with the last one and spells the letters.

    The shortest such name is taken, rather one that begins with a capital; -1 without one.
    """
    lowered = -1
    weight = 0
    for first in range(len(words) - 1, -1, -1):
        weight += not words[first].small
        if weight > _most_weight(letters):
            break
        if words[first].letters[0] != letters[0] or words[first].small or not _spells(words[first:], letters):
            continue
        if words[first].capital:
            return first
        if lowered < 0:
            lowered = first
    return lowered


def _spells(words: list[_Word], letters: str) -> bool:
    """Return whether beginnings of the words make up the letters, no word of weight passed over."""
    reached = {0}
    for index, word in enumerate(words):
        ahead: set[int] = set()
        for at in reached:
            for taken in range(1, _MOST_BEGUN + 1):
                if word.letters[:taken] == letters[at : at + taken] and len(word.letters) >= taken:
                    ahead.add(at + taken)
        if word.small or _passes(words, index):
            ahead |= reached
        reached = {at for at in ahead if at <= len(letters)}
        if not reached:
            return False
    return len(letters) in reached


def _passes(words: list[_Word], index: int) -> bool:
    """Return whether a word is part of what acronyms leave out within a name."""
    around = [word.letters for word in words[max(1, index - 1) : index + 2]]
    return any(pair in _PASSED_OVER for pair in pairwise(around))
