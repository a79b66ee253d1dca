"""The symbol series of the United Nations as data, and the patterns built from them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from indexer.grammar.data_files import read_data
from indexer.grammar.patterns import compiled, either

if TYPE_CHECKING:
    import regex


class Organ(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a symbol begins with.

    Attributes:
        organ: As printed, before the first slash.
        body: Short name to filter by.
        name: In full.
        pattern: Expression for organs that carry a number themselves ("IDB.49"); else the organ as it stands.
        first: For organs of one or two letters, the words that may follow; numbers and dotted words always
            may. None for organs that are long enough to be told by themselves.
        examples: Whole symbols that must be read.
    """

    organ: str
    body: str
    name: str
    pattern: str | None = None
    first: tuple[str, ...] | None = None
    examples: tuple[str, ...]


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A body under an organ: the components its symbols begin with, its short name, its name, examples."""

    prefix: str
    body: str
    name: str
    examples: tuple[str, ...]


class DottedWord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A component such as CN.4: the word, an expression for what follows the dot, examples."""

    word: str
    argument: str
    examples: tuple[str, ...]


class Modifier(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A component that marks an addendum, a corrigendum, a revision or an amendment, with examples."""

    word: str
    examples: tuple[str, ...]


class SymbolSeries(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag="symbol_series/1"):
    """All that is known about symbol series; the examples are tests."""

    organs: tuple[Organ, ...]
    bodies: tuple[Body, ...]
    dotted: tuple[DottedWord, ...]
    modifiers: tuple[Modifier, ...]
    country_bodies: tuple[str, ...]
    countries: str


@lru_cache(maxsize=1)
def load_series() -> SymbolSeries:
    """Return the series, read once."""
    return msgspec.json.decode(read_data("symbol_series.json"), type=SymbolSeries)


MODIFIER_WORDS: Final = r"(?:Add|Amend|Corr|Rev)"
_MODIFIER: Final = rf"(?i:{MODIFIER_WORDS})\.\s?\d{{1,3}}(?:-\d{{1,3}})?"
_NUMBER: Final = r"\d{1,6}+(?:[A-Z](?![A-Za-z.])|\s[A-Z](?=\s?\((?:[IVXL]|E?S-)))?(?:-\d{1,6}+(?!/?-))?"
_SESSION: Final = r"(?:ES|SS|RS|S|R)-(?:\d{1,3}|[IVX]{1,6})(?![A-Za-z])"
_NAMED: Final = r"Agenda|Summary|\(\d{2,4}\)"
_LOOSE_NAMED: Final = r"C\.[IVX]{1,4}(?![A-Za-z])|\d{1,4}-P(?![A-Za-z/])"
"""Commissions with a roman number, and the mark of a publication, where organs are long."""
_WORD_END: Final = r"(?![A-Za-z0-9]|\.\w)"
_BRACKET: Final = (
    # a volume or part, anywhere and with spaces
    r"(?:\s?\(\s?(?i:Vol|Volume|Parts?|Supp|Suppl|Supplement|Resumption|Annexes|(?:Income\s?)?Sect|Introduction"
    r"|Findings)\.?\s?(?:No\.\s?)?[IVXivx\d]{0,5}[A-Z]?"
    r"(?:/[A-Z][a-z]+\.\s?\d{1,3}|(?:-|,\s?|\s?and\s?)[IVX\d]{1,5})?\s?\)"
    r"|\)?,?\s(?i:vol)\.\s?[IVXivx]{1,5}(?![A-Za-z0-9])"
    # the session or year of a resolution
    r"|(?<=/(?i:RES|DEC)/\d{1,5}+\s?[A-Z]?)\s?\((?:[IVXL]{1,8}|E?S-[IVX]{1,6}|(?:19|20)\d\d)\)"
    r"(?:[A-Z](?![A-Za-z]))?"
    # the session of a body: COP(8), EX(54), B(S-XXIX), E/3024(XX)
    r"|\((?:\d{1,3}|E?S-[IVXL]{1,6}|[IVXL]{1,8}|SES\.[\d/]{1,8})\))"
)
_SEPARATOR: Final = (
    # "/" with a space behind it where a line broke; a space on both sides as text layers of covers have it;
    # a space alone before Add., Corr. and Rev.
    rf"(?:/\s?|\s/(?=\d|[A-Z]{{3}}/\d)|\s/\s(?=\d|[A-Z][A-Za-z]*\.\s?\d|[A-Z]{{3,}}\s/)|\s(?={MODIFIER_WORDS}\.\s?\d))"
)

_MOST_PARTS: Final = 30
"""Of a symbol: where more follow each other, each would be read anew from every one of them."""


def _dotted_pattern(series: SymbolSeries) -> str:
    words = sorted(series.dotted, key=lambda entry: -len(entry.word))
    either = "|".join(rf"{entry.word}\.\s?(?:{entry.argument})" for entry in words)
    return rf"(?:{either})(?:-\d{{1,4}})?(?![A-Za-z])"


def _part_pattern(series: SymbolSeries) -> str:
    """Return the expression of one symbol; organs told by their length alone allow any word behind them."""
    dotted = _dotted_pattern(series)
    known = "|".join([*(entry.word for entry in series.dotted), *(m.word for m in series.modifiers)])
    strict = rf"(?:{_MODIFIER}|{_SESSION}|{dotted}|{_NUMBER}|{_NAMED}|[A-Z]{{1,12}}+{_WORD_END})"
    loose_word = rf"(?!(?:{known})(?:\d|\.))[A-Z][A-Za-z0-9]*+(?:\.[A-Za-z0-9]++|-[A-Z]{{2,}}+(?=[-/]))*+"
    loose = rf"(?:{_MODIFIER}|{_SESSION}|{dotted}|{_LOOSE_NAMED}|{_NUMBER}|{loose_word})"
    by_length = sorted(series.organs, key=lambda entry: -len(entry.organ))
    any_word = "|".join(e.pattern or either([e.organ]) for e in by_length if e.first is None)
    short = {entry.organ: entry.first for entry in by_length if entry.first is not None}
    listed = "|".join(
        rf"{organ}\s?/\s?(?:{'|'.join(first)}){_WORD_END}" for organ, first in short.items() if first
    )
    return (
        rf"(?:(?:{any_word})(?=/)(?:{_SEPARATOR}{loose}{_BRACKET}{{0,2}}+){{1,{_MOST_PARTS}}}+"
        rf"|(?:(?:{'|'.join(short)})\s?/\s?(?:{_SESSION}|{dotted}|{_NUMBER})|{listed})"
        rf"{_BRACKET}{{0,2}}+(?:{_SEPARATOR}{strict}{_BRACKET}{{0,2}}+){{0,{_MOST_PARTS}}}+)"
    )


@lru_cache(maxsize=1)
def compile_part() -> regex.Pattern[str]:
    """Return the pattern of one symbol, in canonical case, without regard to what stands around it."""
    return compiled(_part_pattern(load_series()))


@lru_cache(maxsize=1)
def compile_organs() -> regex.Pattern[str]:
    """Return the pattern of what a symbol begins with, up to its first slash."""
    organs = sorted(load_series().organs, key=lambda entry: -len(entry.organ))
    return compiled(rf"(?:{'|'.join(e.pattern or either([e.organ]) for e in organs)})(?=/)")
