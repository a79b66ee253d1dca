"""Text behind a document's name -> pinpoints: "annex VI, paras. 4 (g) and 875-77 et seq."."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from indexer.grammar import locator_parts as parts
from indexer.grammar import locator_words as words
from indexer.grammar.addresses import name_act
from indexer.grammar.characters import roman_value
from indexer.grammar.locator_articles import ArticleReader, narrowed
from indexer.grammar.locator_lists import UnreadableError
from indexer.grammar.locator_numbers import follows
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
DEEPEST_SCOPE: Final = 5
"""Part, resolution, annex, appendix, series: nothing is nested deeper."""


class Locators(msgspec.Struct, frozen=True, kw_only=True):
    """What was read: the pinpoints, and where they end in the text."""

    pinpoints: tuple[Pinpoint, ...]
    end: int


class _Reader(ArticleReader):
    """Reads words for places, and what stands behind each; one for each text.

    Attributes:
        found: The places so far.
        group: How many of them were there before the last word.
        scope: The divisions that the next places are in.
        has_open_scope: Whether no place was named in them yet.
        headings: The headings that were named since the last places.
    """

    found: list[Pinpoint] = msgspec.field(default_factory=list)
    group: int = 0
    scope: tuple[str, ...] = ()
    has_open_scope: bool = False
    headings: list[Pinpoint] = msgspec.field(default_factory=list)

    def read_all(self) -> list[Pinpoint]:
        """Return everything from here on, as long as locator words follow each other."""
        inside = is_beside = False
        end = self.position
        while len(self.scope) < DEEPEST_SCOPE and (word := self.take(self.begins)):
            kind = word.lastgroup or ""
            if kind == "division":
                if (number := self.take(parts.DIVISION_NUMBER)) is None:
                    break
                if not (inside and self.typed):
                    self.headings.append(Pinpoint(unit="section", number=number["number"]))
                    end = self.position if self.typed and not self.found else end
                    self.take(self.between)
                    continue
                self.put_below(number["number"])
            elif kind.startswith("scope_") or kind == "named_part":
                self.add_scopes(word, kind.removeprefix("scope_"), inside=inside)
            elif kind == "article" and (inside or is_beside) and _are_paragraphs(self.found[self.group :]):
                self.found[self.group :] = self.read_around(self.found[self.group :])
            elif not self.add_units(word, kind):
                break
            end = self.position
            between = self.take(self.between)
            inside = bool(between and between["inside"])
            is_beside = bool(between and not between[0].strip(" ,"))
        self.position = end
        if self.has_open_scope or not self.found:
            self.found.extend(self.read_whole())
        return self.found

    def add_scopes(self, word: regex.Match[str], name: str, *, inside: bool) -> None:
        """Go into a division, or put what was read into it: "annex I", "paragraph 4 of annex I"."""
        *others, last = self.read_scopes(word, name)
        for other in others:
            self.found.extend(merge_scope((*self.scope, other), ()))
        if inside and not self.has_open_scope:
            self.found[self.group :] = merge_scope((last,), tuple(self.found[self.group :]))
        elif inside:
            self.scope = (last, *self.scope)
        else:
            self.scope = (*self.scope, last) if self.has_open_scope else (last,)
            self.has_open_scope = True
            # a chapter before a resolution or an annex is what that stands in
            self.headings = self.headings if last.startswith("part") else []

    def put_below(self, number: str) -> None:
        """Put what was read below a heading: "para. 1 of sect. B of chap. II"."""
        here = self.found[self.group :]
        self.found[self.group :] = [
            replace(unit, heading=section_number(filter(None, (number, unit.heading)))) for unit in here
        ]

    def add_units(self, word: regex.Match[str], kind: str) -> bool:
        """Read the places behind a word, and tell whether there are any."""
        self.group = len(self.found)
        units = self.read_further(word, kind) if self.found else self.read_units(word, kind)
        heading = section_number(one.number for one in self.headings) if self.typed else ""
        self.found.extend(replace(unit, scope=self.scope + unit.scope, heading=heading) for unit in units)
        if units:
            self.has_open_scope, self.headings = False, []
        return bool(units)

    def read_further(self, word: regex.Match[str], kind: str) -> list[Pinpoint]:
        """Return what stands behind another place, nothing where it makes no sense, or is elsewhere."""
        try:
            units = self.read_units(word, kind)
        except UnreadableError:
            return []
        if self.typed:
            return units
        # "para. 4, and para. 12 above", "para. 4, and para. 12 of resolution 60/251": the last is elsewhere
        is_elsewhere = any(
            sign.match(self.text, self.position) for sign in (words.ELSEWHERE, words.OF_ANOTHER)
        )
        return [] if is_elsewhere else units

    def read_around(self, paragraphs: list[Pinpoint]) -> list[Pinpoint]:
        """Return paragraphs that stand in the article behind them: "paragraph 2 of article 5"."""
        article, *others = self.read_articles()
        if others or article.is_range or article.sub:
            raise UnreadableError
        return narrowed(replace(article, scope=paragraphs[0].scope), paragraphs)

    def read_whole(self) -> tuple[Pinpoint, ...]:
        """Return what is cited as a whole: a section, or an annex."""
        if self.headings and self.typed:
            number = section_number(heading.number for heading in self.headings)
            return (replace(self.headings[-1], scope=self.scope, number=number),)
        if self.scope and (self.typed or not self.scope[0].startswith("part")):
            return merge_scope(self.scope, ())
        return ()

    def read_scopes(self, word: regex.Match[str], name: str) -> list[str]:
        """Return the division, or several in order: "annexes I, II and IV"."""
        if name == "named_part":
            number_words = (word_value(piece) for piece in (word[0].strip("第部分"), *word[0].split()))
            return [f"part-{next(filter(str.isdigit, number_words))}"]
        is_act = name in ("resolution", "decision")
        number = (is_act and self.take(parts.DRAFT_NUMBER)) or self.take(parts.SCOPE_NUMBER)
        found = [self.name_scope(name, number["id"] if number and number["id"] else "")]
        last = number["id"] if number else ""
        while last and (further := parts.NEXT_SCOPE.match(self.text, self.position)):
            if not follows(word_value(last), word_value(further["id"])):
                break
            self.position, last = further.end(), further["id"]
            found.append(self.name_scope(name, last))
        return found

    def name_scope(self, name: str, identifier: str) -> str:
        identifier = word_value(identifier) if identifier.isalnum() else name_act(identifier)
        if name == "s":
            return f"s{identifier}"
        if roman_value(identifier):
            identifier = identifier.upper()
        return f"{name}-{identifier}" if identifier else name

    def read_units(self, word: regex.Match[str], kind: str) -> list[Pinpoint]:
        if kind == "ordinal":
            return [Pinpoint(unit="pp", number=word_value(one)) for one in word.captures("ordinal")]
        if kind == "preamble":
            return [Pinpoint(unit="pp", number="1", is_open=True)]
        if kind == "part":
            return self.read_part()
        if kind == "article":
            return self.read_articles()
        unit = _UNITS[kind]
        if kind == "preambular" and " of " in word[0]:
            self.take(parts.BETWEEN)
        is_plural = self.typed or kind in {"paragraphs", "chinese"} or word[0].rstrip(". ").endswith("s")
        is_plural = is_plural or word[0].casefold() == "par."  # French has one abbreviation for both
        units = self.read_list(unit, is_plural=is_plural or word[0].endswith("第"))
        if kind == "recommendation":
            units = [replace(one, unit="recommendation") if _is_whole(one) else one for one in units]
        elif unit == "p" and (counted := parts.OF_PREAMBLE.match(self.text, self.position)):
            self.position = counted.end()
            units = [replace(one, unit="pp") for one in units]
        return self.close_chinese(units) if word[0].endswith("第") else units

    def close_chinese(self, units: list[Pinpoint]) -> list[Pinpoint]:
        """Return the units with what stands behind the word that closes their number: "段(a)和(b)项"."""
        if self.take(_CHINESE_CLOSING) is None:
            raise UnreadableError
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
            raise UnreadableError
        (whole, *others) = self.read_one("p")
        if others or whole.is_range or whole.sub:
            raise UnreadableError
        return [replace(whole, sub=sub) for sub in subs]


_CHINESE_CLOSING: Final = lazy(r"\s?[段页]")
_CHINESE_ITEMS: Final = lazy(r"\s?(?:分段|[项段目])")
_CHINESE_ON: Final = lazy(r"及以(?:下|后)(?:各段)?")
_OPENING: Final = lazy(r"\s?\(")


def _is_whole(pinpoint: Pinpoint) -> bool:
    """Tell whether a recommendation is known by its own number alone, without that of its paragraph."""
    return "." not in pinpoint.number


def _are_paragraphs(pinpoints: list[Pinpoint]) -> bool:
    return bool(pinpoints) and all(pinpoint.unit == "p" for pinpoint in pinpoints)


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
    except UnreadableError:
        return None
    if not pinpoints:
        return None
    if typed and any(p.unit in {"t", "s", "tab"} for p in pinpoints):
        # "p. 4, text 12": the page only helps the reader
        pinpoints = [p for p in pinpoints if p.unit != "page"]
    return Locators(pinpoints=tuple(pinpoints), end=reader.position)
