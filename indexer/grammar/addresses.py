"""Addresses: the name of a unit inside its document, such as "annex-I.p74.a.ii"."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Final, Literal, cast

import msgspec

from indexer.errors import CitationSyntaxError
from indexer.grammar.characters import roman_value
from indexer.grammar.number_words import ABJAD
from indexer.grammar.patterns import lazy

_LATIN: Final = str.maketrans(ABJAD + "аеорсух", "abcdefghijklmnopqrstuv" + "aeopcyx")
"""Arabic letters by their order, and Cyrillic ones by their looks: texts print either in "а)"."""

Unit = Literal["p", "pp", "t", "s", "tab", "fn", ""]
"""A numbered paragraph, a preambular paragraph, an unnumbered block, a speech, a table, a footnote; nothing
for a whole scope."""

SCOPE_WORDS: Final = (
    "annex",
    "appendix",
    "enclosure",
    "resolution",
    "decision",
    "opinion",
    "part",
    "attachment",
)
"""Divisions in which numbers start again. "s2" beside them is a restart without a title."""

LATIN_SUFFIXES: Final = (
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "sexties",
    "septies",
    "octies",
    "novies",
    "nonies",
    "decies",
)
"""Behind the number of a paragraph that was put in later, in their order."""

_SCOPE: Final = (
    rf"(?:(?:{'|'.join(SCOPE_WORDS)})(?:-[0-9A-Za-z]+(?:-[0-9A-Za-z]+)?(?:\.\d+[A-Z]?)?)?|s[1-9]\d*)"
)
_ACT: Final = lazy(
    r"(?P<count>[\dES-]+)(?P<serial>[/.]\d+)?\s?(?P<part>[A-Z])?(?:\s?[(（](?P<session>[\w-]+)[)）])?"
)
CONFERENCE_ACT: Final = (
    r"\d{1,3}/[A-Z]{2,4}\.\d{1,3}|(?:[A-Z]{2}-)?[IVXLC]{1,8}[/.]\d{1,3}|[A-Z]{2}-\d{1,2}/\d{1,3}"
)
"""Numbers of what conferences of parties decide: "1/CP.21", "XII/1", "BS-V/2", "BC-12/1"."""
_CONFERENCE_ACT: Final = lazy(CONFERENCE_ACT, ignore_case=True)
_PART_OF_DRAFT: Final = lazy(r"([IVX]{1,5})[\s-]([A-Z])")
"""A part of a draft resolution that a report counts: "resolution I A"."""
_SERIAL_FIRST: Final = lazy(r"(\d{1,3})-(\p{L}{2,4}\.\d{1,3})")
"""The number within its session before that: "1-CP.21"."""
_SUFFIX: Final = rf"(?:{'|'.join(LATIN_SUFFIXES)}|[A-Z])"
SECTION: Final = r"(?:[A-Z]|[IVXLC]{1,6}|\d{1,2}[A-Z])"
"""The section before the dots of a number: "A.1.2", "II.7", "29B.3"."""
_SECTION: Final = lazy(rf"{SECTION}(?=\.\d)")
_ROMAN: Final = "IVX"
"""Letters that are roman numbers when they stand alone: no text has a hundred sections."""
_LETTER: Final = 1000
"""Where letters stand among the numbers of sections: behind roman ones."""
_ADDRESS: Final = lazy(
    rf"(?:(?P<scope>{_SCOPE})(?:\.(?=.)|$))*+"
    rf"(?:(?P<unit>pp|p|tab|t|s|fn)(?P<number>(?:(?<=p){SECTION}\.)?[1-9]\d*(?:\.\d+)*+{_SUFFIX}?)"
    r"(?:\.(?P<sub>[\p{Ll}\p{Lo}]+|(?<=\.(?:[\p{Ll}\p{Lo}]+\.)*[\p{Ll}\p{Lo}]+\.)\d+))*+)?"
)
_NUMBER: Final = lazy(rf"([0-9]+(?:\.[0-9]+)*)({_SUFFIX}?)$")


def name_act(printed: str) -> str:
    """Return the number of a resolution or decision as addresses have it; any other number as it is.

    >>> name_act("78/69 A"), name_act("217 A (III)"), name_act("1325 (2000)"), name_act("IV")
    ('78.69A', '217A-III', '1325-2000', 'IV')
    >>> name_act("1/CP.21"), name_act("XII/1"), name_act("BC-12/1")
    ('1-CP.21', 'XII.1', 'BC-12.1')
    """
    if part := _PART_OF_DRAFT.fullmatch(printed):
        return f"{part[1]}-{part[2]}"
    if _CONFERENCE_ACT.fullmatch(printed):
        return printed.replace("/", "-" if printed[0].isdigit() else ".")
    match = _ACT.fullmatch(printed.strip())
    if match is None or not (match["serial"] or match["session"]):
        return printed
    serial, session = (match["serial"] or "").replace("/", "."), (match["session"] or "").replace("-", "")
    return f"{match['count']}{serial}{match['part'] or ''}{session and '-'}{session}"


def name_part(act: str, letter: str) -> str:
    """Return the number of a part of a resolution, "A" of "802-VII", which may be another part of it.

    >>> name_part("802-VII", "A"), name_part("78.69A", "B"), name_part("2", "A")
    ('802A-VII', '78.69B', '2A')
    >>> name_part("I", "A"), name_part("I-A", "B")  # of draft resolution I
    ('I-A', 'I-B')
    """
    draft = act.partition("-")[0]
    if draft and not draft.strip("IVX"):
        return f"{draft}-{letter}"
    number, session = _parted(act)
    return f"{number.rstrip(ascii_uppercase)}{letter}{session and '-'}{session}"


def print_act(name: str) -> str:
    """Return the number of a resolution or decision as it is printed, the other way round.

    >>> print_act("78.69A"), print_act("217A-III"), print_act("S-9.1"), print_act("IV")
    ('78/69 A', '217 A (III)', 'S-9/1', 'IV')
    >>> print_act("1-CP.21"), print_act("XII.1"), print_act("BC-12.1"), print_act("I-A")
    ('1/CP.21', 'XII/1', 'BC-12/1', 'I A')
    """
    if "." not in name and "-" not in name:
        return name
    if lettered := _PART_OF_DRAFT.fullmatch(name):
        return f"{lettered[1]} {lettered[2]}"
    if serial := _SERIAL_FIRST.fullmatch(name):
        return f"{serial[1]}/{serial[2].upper()}"
    number, session = _parted(name)
    whole = number.rstrip(ascii_uppercase)
    part = f" {number[len(whole) :]}" if number != whole else ""
    return f"{whole.replace('.', '/')}{part}{f' ({session})' if session else ''}"


def _parted(name: str) -> tuple[str, str]:
    """Return the number of an act, with the letter of its part, and the session named behind it."""
    number, dash, session = name.rpartition("-")
    return (number, session) if dash and number not in ("S", "ES", "") and "." not in session else (name, "")


def number_key(number: str) -> tuple[tuple[int, ...], int]:
    """Return what the order of paragraph numbers goes by: 9 < 10 < 10bis < 10ter < 10.1 < 11 < A.1 < B.1.

    >>> sorted(["11", "10ter", "9", "10.1", "10bis", "10"], key=number_key)
    ['9', '10', '10bis', '10ter', '10.1', '11']
    >>> sorted(["X.1", "IX.2", "C.1", "B.1.2", "A.2", "B.1"], key=number_key)
    ['IX.2', 'X.1', 'A.2', 'B.1', 'B.1.2', 'C.1']
    """
    parts = number.split(".")
    if all(part.isdigit() and part.isascii() for part in parts):
        return tuple(map(int, parts)), 0  # most numbers, which need no pattern
    if section := _SECTION.match(number):
        below, rank = number_key(number[section.end() + 1 :])
        return (*_section_key(section[0]), *below), rank
    match = _NUMBER.match(number)
    if match is None:
        return (0,), 0
    suffix = match[2]
    rank = LATIN_SUFFIXES.index(suffix) + 1 if suffix in LATIN_SUFFIXES else ord(suffix) if suffix else 0
    return tuple(map(int, match[1].split("."))), rank


def _section_key(section: str) -> tuple[int, ...]:
    """Return what the order of sections goes by."""
    digits = section.rstrip(ascii_uppercase)
    letters = section[len(digits) :]
    roman = not digits and (len(letters) > 1 or letters in _ROMAN)
    value = (roman and roman_value(letters)) or _LETTER + ord(letters[0])
    return (int(digits), value) if digits else (value,)


def same_sub(sub: str, other: str) -> bool:
    """Tell whether letters of sub-paragraphs mean the same one in any language: (أ) is (a), and so is (а).

    >>> same_sub("ب", "b"), same_sub("\N{CYRILLIC SMALL LETTER A}", "a"), same_sub("a", "b")
    (True, True, False)
    """
    return sub.translate(_LATIN) == other.translate(_LATIN)


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """An address in its parts; str() gives it back.

    >>> address = Address.parse("annex-VI.p74.a.ii")
    >>> address.scope, address.unit, address.number, address.sub
    (('annex-VI',), 'p', '74', ('a', 'ii'))
    >>> str(address), str(address.whole)
    ('annex-VI.p74.a.ii', 'annex-VI.p74')

    Attributes:
        scope: The divisions that the unit stands in, outermost first.
        unit: What it is.
        number: "10", "10bis", "7.3"; empty only for a whole scope.
        sub: Letters and numerals of the sub-paragraph.
    """

    scope: tuple[str, ...] = ()
    unit: Unit
    number: str
    sub: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Address:
        """Return the address that text spells.

        Raises:
            CitationSyntaxError: It is none.
        """
        address = cls.try_parse(text)
        if address is None:
            match = _ADDRESS.match(text)
            place = match.end() if match else 0
            message = "not an address such as p10, p74.a or annex-I.p3"
            raise CitationSyntaxError(message, source=text, span=(place, max(place + 1, len(text))))
        return address

    @classmethod
    def try_parse(cls, text: str) -> Address | None:
        """Return the address that text spells, or None."""
        match = _ADDRESS.fullmatch(text)
        if match is None or not text:
            return None
        scope, unit = tuple(match.captures("scope")), match["unit"] or ""
        number, sub = match["number"] or "", tuple(match.captures("sub"))
        if not unit and scope[-1][0] == "s" and scope[-1][1:].isdigit():
            # a speech and a restart look alike; a unit comes last
            scope, unit, number = scope[:-1], "s", scope[-1][1:]
        return cls(scope=scope, unit=cast("Unit", unit), number=number, sub=sub)

    @property
    def whole(self) -> Address:
        """The unit itself, without the sub-paragraph."""
        return Address(scope=self.scope, unit=self.unit, number=self.number) if self.sub else self

    @property
    def key(self) -> str:
        """The address with roman and arabic numbers of annexes made alike: "annex 1" is "Annex I".

        >>> Address.parse("annex-IV.p3").key == Address.parse("annex-4.p3").key
        True
        """
        scopes = []
        for scope in self.scope:
            word, dash, number = scope.partition("-")
            value = roman_value(number)
            scopes.append(f"{word}{dash}{value or number}".lower())
        return ".".join([*scopes, *([self._tail] if self.unit else [])])

    @property
    def _tail(self) -> str:
        return ".".join([f"{self.unit}{self.number}", *self.sub])

    def __str__(self) -> str:
        return ".".join([*self.scope, *([self._tail] if self.unit else [])])
