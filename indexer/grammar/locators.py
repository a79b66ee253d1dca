"""Text behind a document's name -> pinpoints: "annex VI, paras. 4 (g) and 875-77 et seq."."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NoReturn

import msgspec
from msgspec.structs import replace

from indexer.errors import CitationSyntaxError
from indexer.grammar import locator_parts as parts
from indexer.grammar import locator_words as words
from indexer.grammar.addresses import number_key
from indexer.grammar.characters import roman_value
from indexer.grammar.locator_numbers import continue_subs, fill_cut_number, follows, separate_subs
from indexer.grammar.number_words import word_value
from indexer.grammar.patterns import lazy
from indexer.grammar.pinpoints import Pinpoint, PinpointUnit, merge_scope
from indexer.grammar.section_numbers import section_number

if TYPE_CHECKING:
    import regex

_UNITS: Final[dict[str, PinpointUnit]] = {
    "paragraph": "p",
    "paragraphs": "p",
    "recommendation": "p",
    "chinese": "p",
    "preambular": "pp",
    "note": "fn",
    "page": "page",
    "text": "t",
    "speech": "s",
    "table": "tab",
}
FIRST_YEAR: Final = 1900
"""A number from here on, behind much smaller ones, is a year and not a paragraph."""
DEEPEST_SCOPE: Final = 5
"""Part, resolution, annex, appendix, series: nothing is nested deeper."""
LARGEST_NUMBER_BEFORE_YEAR: Final = 1000


class Locators(msgspec.Struct, frozen=True, kw_only=True):
    """What was read: the pinpoints, and where they end in the text."""

    pinpoints: tuple[Pinpoint, ...]
    end: int


class _Unreadable(Exception):  # noqa: N818 - a signal inside this module, no error to show
    """The numbers make no sense; in running text they are then left alone."""


class _Reader(msgspec.Struct):
    """A place in a text, with the manners of reading it.

    Attributes:
        text: Folded text.
        source: As typed, for messages.
        typed: Whether the whole text is meant to be a citation: faults are errors, and lists may follow
            "para.".
        position: How far it is read.
        begins: The pattern of words that locators begin with.
    """

    text: str
    source: str
    typed: bool
    position: int
    begins: regex.Pattern[str]

    @property
    def between(self) -> regex.Pattern[str]:
        """What may stand between two places."""
        return parts.TYPED_BETWEEN if self.typed else parts.BETWEEN

    def fail(self, message: str, start: int, end: int | None = None) -> NoReturn:
        if self.typed:
            raise CitationSyntaxError(
                message, source=self.source, span=(start, max(start + 1, end or start + 1))
            )
        raise _Unreadable

    def take(self, pattern: regex.Pattern[str]) -> regex.Match[str] | None:
        match = pattern.match(self.text, self.position)
        if match is not None:
            self.position = match.end()
        return match

    def read_all(self) -> list[Pinpoint]:
        """Return everything from here on, as long as locator words follow each other."""
        word_pattern = self.begins
        found: list[Pinpoint] = []
        scope: tuple[str, ...] = ()
        headings: list[Pinpoint] = []
        group, inside, has_open_scope = 0, False, False
        end = self.position
        while len(scope) < DEEPEST_SCOPE and (word := self.take(word_pattern)):
            kind = word.lastgroup or ""
            if kind == "division":
                number = self.take(parts.DIVISION_NUMBER)
                if number is None:
                    break
                self.take(self.between)
                headings.append(Pinpoint(unit="section", number=number["number"]))
                end = number.end() if self.typed and not found else end
                continue
            if kind.startswith("scope_") or kind == "named_part":
                *others, name = self.read_scopes(word, kind.removeprefix("scope_"))
                found.extend(pinpoint for other in others for pinpoint in merge_scope((*scope, other), ()))
                if inside and not has_open_scope:
                    found[group:] = merge_scope((name,), tuple(found[group:]))
                elif inside:
                    scope = (name, *scope)
                else:
                    scope = (*scope, name) if has_open_scope else (name,)
                    has_open_scope = True
            else:
                group = len(found)
                try:
                    units = self.read_units(word, kind)
                except _Unreadable:
                    if not found:
                        raise
                    break
                if found and not self.typed and words.ELSEWHERE.match(self.text, self.position):
                    break  # "paras. 3 and 4, and para. 12 above": the last is in another document
                found.extend(replace(p, scope=scope + p.scope) for p in units)
                has_open_scope, headings = False, []
            end = self.position
            between = self.take(self.between)
            inside = bool(between and between["inside"])
        self.position = end
        if has_open_scope or not found:
            found.extend(self.read_whole(scope, headings))
        return found

    def read_whole(self, scope: tuple[str, ...], headings: list[Pinpoint]) -> tuple[Pinpoint, ...]:
        """Return what is cited as a whole: a section, or an annex."""
        if headings and self.typed:
            number = section_number(heading.number for heading in headings)
            return (replace(headings[-1], scope=scope, number=number),)
        if scope and (self.typed or not scope[0].startswith("part")):
            return merge_scope(scope, ())
        return ()

    def read_article(self) -> list[Pinpoint]:
        """Return an article, or its paragraphs: "art. 5 (2) (a)", "art. 5, paras. 2 and 3".

        They are not paragraphs of the document by that number.
        """
        number = self.take(parts.DIVISION_NUMBER)
        if number is None:
            raise _Unreadable
        article = Pinpoint(unit="article", number=number["number"])
        if paragraph := self.take(_ARTICLE_PARAGRAPH):
            return [replace(article, sub=(paragraph["number"], *self.read_subs()))]
        if subs := self.read_subs(parts.NEXT_SUB):
            return [replace(article, sub=("", *subs))]
        before = self.position
        self.take(self.between)
        word = self.take(self.begins)
        if word is None or word.lastgroup not in {"paragraph", "paragraphs"}:
            self.position = before
            return [article]
        singles = [single for one in self.read_units(word, word.lastgroup) for single in one.expand()]
        return [replace(article, sub=(one.number, *one.sub)) for one in singles]

    def read_scopes(self, word: regex.Match[str], name: str) -> list[str]:
        """Return the division, or several in order: "annexes I, II and IV"."""
        if name == "named_part":
            number_words = (word_value(piece) for piece in (word[0].strip("第部分"), *word[0].split()))
            return [f"part-{next(filter(str.isdigit, number_words))}"]
        number = self.take(parts.SCOPE_NUMBER)
        found = [self.name_scope(name, number["id"] if number and number["id"] else "")]
        last = number["id"] if number else ""
        while last and (further := parts.NEXT_SCOPE.match(self.text, self.position)):
            if not follows(word_value(last), word_value(further["id"])):
                break
            self.position, last = further.end(), further["id"]
            found.append(self.name_scope(name, last))
        return found

    def name_scope(self, name: str, identifier: str) -> str:
        identifier = word_value(identifier).replace("/", ".")
        if name == "s":
            return f"s{identifier}"
        if roman_value(identifier):
            identifier = identifier.upper()
        return f"{name}-{identifier}" if identifier else name

    def read_units(self, word: regex.Match[str], kind: str) -> list[Pinpoint]:
        if kind == "ordinal":
            return [Pinpoint(unit="pp", number=word_value(word["ordinal"]))]
        if kind == "preamble":
            return [Pinpoint(unit="pp", number="1", is_open=True)]
        if kind == "part":
            return self.read_part()
        if kind == "article":
            return self.read_article()
        unit = _UNITS[kind]
        if kind == "preambular" and " of " in word[0]:
            self.take(parts.BETWEEN)
        is_plural = self.typed or kind in {"paragraphs", "chinese"} or word[0].rstrip(". ").endswith("s")
        is_plural = is_plural or word[0].casefold() == "par."  # French has one abbreviation for both
        units = self.read_list(unit, is_plural=is_plural or word[0].endswith("第"))
        return self.close_chinese(units) if word[0].endswith("第") else units

    def close_chinese(self, units: list[Pinpoint]) -> list[Pinpoint]:
        """Return the units with what stands behind the word that closes their number: "段(a)和(b)项"."""
        if self.take(_CHINESE_CLOSING) is None:
            raise _Unreadable
        *others, last = units
        subs = self.read_sub_list(parts.NEXT_SUB) if _OPENING.match(self.text, self.position) else []
        if subs:
            self.take(_CHINESE_ITEMS)
        units = [*others, *(replace(last, sub=sub) for sub in subs or [last.sub])]
        if self.take(_CHINESE_ON):
            units[-1] = replace(units[-1], is_open=True)
        return units

    def read_part(self) -> list[Pinpoint]:
        """Return the sub-paragraphs that are named first: "subparagraph (a) of paragraph 4"."""
        subs = self.read_sub_list(parts.NEXT_SUB)
        self.take(parts.PART_OF)
        word = self.take(self.begins)
        if word is None or word.lastgroup not in {"paragraph", "paragraphs"}:
            raise _Unreadable
        (whole, *others) = self.read_one("p")
        if others or whole.is_range or whole.sub:
            raise _Unreadable
        return [replace(whole, sub=sub) for sub in subs]

    def read_sub_list(self, first: regex.Pattern[str]) -> list[tuple[str, ...]]:
        """Return sub-paragraphs of one paragraph: "a) et b)"."""
        found = [self.read_subs(first)]
        while True:
            before = self.position
            if not self.take(parts.LIST) or not (further := self.read_subs(parts.NEXT_SUB)):
                self.position = before
                return list(filter(None, found))
            found.append(further)

    def read_list(self, unit: PinpointUnit, *, is_plural: bool) -> list[Pinpoint]:
        found = self.read_one(unit)
        while True:
            before = self.position
            if self.take(parts.LIST) is None:
                return found
            after_separator = self.position
            last = found[-1]
            if (last.sub or last.last_sub) and (subs := self.read_subs(parts.NEXT_SUB)):
                found.extend(
                    self.read_range(
                        replace(last, sub=continue_subs(last.last_sub or last.sub, subs), last=None)
                    )
                )
                continue
            number = parts.NUMBER.match(self.text, self.position)
            if (
                number is None
                or not (is_plural or self.closes_list(number, last))
                or self.is_other_number(number, last)
            ):
                self.position = before
                return found
            self.position = after_separator
            try:
                found.extend(self.read_one(unit))
            except _Unreadable:
                self.position = before
                return found

    def closes_list(self, number: regex.Match[str], last: Pinpoint) -> bool:
        """Tell whether a number is the next of a list though the word before it is in the singular."""
        ascends = number_key(number["number"]) > number_key(last.last or last.number)
        return ascends and parts.CLOSED.match(self.text, number.end()) is not None

    def is_other_number(self, number: regex.Match[str], last: Pinpoint) -> bool:
        """Tell whether a number behind the list is a date or a quantity."""
        if self.typed:
            return False
        is_year = _whole(number["number"]) >= FIRST_YEAR
        previous = number_key(last.last or last.number)[0][0]
        return (is_year and previous < LARGEST_NUMBER_BEFORE_YEAR) or bool(
            parts.MONTHS.match(self.text, number.end())
        )

    def read_one(self, unit: PinpointUnit) -> list[Pinpoint]:
        start = self.position
        number = self.take(parts.NUMBER)
        if number is None:
            place = self.next_word(start) if self.typed else (start, start)
            value = word_value(self.text[slice(*place)])
            if self.typed and value.isdecimal():
                self.position = place[1]
                return [Pinpoint(unit=unit, number=value)]
            self.fail("expected a number here, as in para. 10", *place)
        subs = parts.SUB
        if unit == "p" and self.take(words.PART_BEHIND):
            subs = parts.NEXT_SUB
        pinpoint = Pinpoint(unit=unit, number=self.checked(number), sub=self.read_subs(subs))
        if (unit == "p" and not pinpoint.sub) and self.take(parts.ITEM):
            items = self.read_list("p", is_plural=True)
            stem = pinpoint.number
            return [
                replace(i, number=f"{stem}.{i.number}", last=f"{stem}.{i.last}" if i.last else None)
                for i in items
            ]
        *singles, last = (replace(pinpoint, sub=sub) for sub in separate_subs(pinpoint.sub))
        return [*singles, *self.read_range(last)]

    def read_range(self, first: Pinpoint) -> list[Pinpoint]:
        """Return the first pinpoint, made a range when one follows."""
        before = self.position
        if self.take(parts.RANGE):
            number = parts.NUMBER.match(self.text, self.position)
            if number is not None and not self.is_other_number(number, first):
                self.position = number.end()
                last = fill_cut_number(first.number, self.checked(number))
                if number_key(last) < number_key(first.number):
                    self.fail(
                        f"the range runs backwards, from {first.number} to {last}", before, number.end()
                    )
                subs = self.read_subs()
                if last != first.number or subs:
                    return [replace(first, last=last, last_sub=subs)]
                return [first]
            subs = self.read_subs(parts.NEXT_SUB) if first.sub else ()
            if subs:
                return [replace(first, last=first.number, last_sub=continue_subs(first.sub, subs))]
            self.position = before
        if so_on := self.take(parts.AND_SO_ON):
            if so_on["one"] and first.number.isdigit():
                return [replace(first, last=str(int(first.number) + 1))]
            return [replace(first, is_open=True)]
        return [first]

    def read_subs(self, pattern: regex.Pattern[str] = parts.SUB) -> tuple[str, ...]:
        found: list[str] = []
        while sub := self.take(pattern):
            found.append(sub["sub"].lower() + (sub["suffix"] or "").strip())
        return tuple(found)

    def checked(self, number: regex.Match[str]) -> str:
        value = number["number"]
        if not _whole(value):
            self.fail("paragraphs are numbered from 1", number.start("number"), number.end("number"))
        first, *rest = value.split(".")
        suffix = number["suffix"] or number["letter"] or ""
        suffix = parts.SUFFIXES.get(suffix, suffix)
        return ".".join([str(int(first)), *rest]) + suffix

    def next_word(self, start: int) -> tuple[int, int]:
        word = _WORD.match(self.text, start)
        return (word.start(1), word.end(1)) if word and word[1] else (max(0, start - 1), start)


_ARTICLE_PARAGRAPH: Final = lazy(r"\s?\((?P<number>\d{1,3})\)")
_CHINESE_CLOSING: Final = lazy(r"\s?[段页]")
_CHINESE_ITEMS: Final = lazy(r"\s?(?:分段|[项段目])")
_CHINESE_ON: Final = lazy(r"及以(?:下|后)(?:各段)?")
_OPENING: Final = lazy(r"\s?\(")
_WORD: Final = lazy(r"\s*(\S*)")


def _whole(number: str) -> int:
    """Return a number before its first point; 0 for digits that `regex` knows and Python does not yet."""
    first = number.partition(".")[0]
    return int(first) if first.isdecimal() else 0


def read_locators(
    text: str, position: int, *, typed: bool = False, behind: bool = False, source: str | None = None
) -> Locators | None:
    """Return the pinpoints that begin with a locator word at a position of folded text.

    Args:
        text: Text that went through fold_characters.
        position: Where the first word ("para.", "annex", "第") stands.
        typed: Whether the whole text is a citation; faults are then errors.
        behind: Whether a document has been named before: chapters before a paragraph are then passed over,
            and in typed text a chapter alone is meant as a whole and "resolution 78/69" is a part of it.
        source: The text before folding, for the message.

    Returns:
        None when no locator begins there, or, in running text, when its numbers make no sense.

    Raises:
        CitationSyntaxError: In typed text: no number, number 0, or a range that runs backwards.
    """
    pattern = words.compile_words(typed=typed, behind=behind)
    reader = _Reader(text, text if source is None else source, typed, position, pattern)
    try:
        pinpoints = reader.read_all()
    except _Unreadable:
        return None
    if not pinpoints:
        return None
    located = [p for p in pinpoints if p.unit in {"t", "s", "tab"}]
    if located and typed:
        pinpoints = [
            p for p in pinpoints if p.unit != "page"
        ]  # "p. 4, text 12": the page only helps the reader
    return Locators(pinpoints=tuple(pinpoints), end=reader.position)
