"""Document symbols of the United Nations: what they are, and how they are written."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import msgspec

from indexer.errors import SymbolSyntaxError
from indexer.grammar.patterns import lazy
from indexer.grammar.symbol_facts import (
    count_base,
    countries,
    country_bodies,
    is_complete,
    read_body,
    read_session,
    read_year,
    split_components,
)
from indexer.grammar.symbol_matching import CANONICAL_WORDS, is_begun
from indexer.grammar.symbol_repairs import find_wrong_place, suggest_symbols
from indexer.grammar.symbol_series import MODIFIER_WORDS
from indexer.grammar.symbol_spelling import NaturalOrder, canonical, key_of, natural_order, split_joint
from indexer.grammar.symbol_text import LONGEST_TEXT, compacted, strip

_MEETING: Final = lazy(r"/(?:PV|SR)\.([0-9]+)")
_VOLUME_BEHIND: Final = lazy(r"\(((?:Vol|Part|Supp|Sect)[^()]*)\)$", ignore_case=True)
_BEGUN_WORD: Final = lazy(rf"(?:{MODIFIER_WORDS}|Sub)\.?", ignore_case=True)
LONGEST_SYMBOL: Final = 150
"""Three joint symbols with modifiers have about 90 characters."""


class DocumentSymbol(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """A document symbol as a value: compared without regard to case, ordered as a person would order them.

    >>> symbol = DocumentSymbol.parse("UN Doc. A/HRC/17/29/ Add.2*")
    >>> str(symbol), symbol.body, symbol.session, symbol.mods, str(symbol.family), symbol.reissued
    ('A/HRC/17/29/Add.2', 'HRC', '17', ('Add.2',), 'A/HRC/17/29', True)
    >>> DocumentSymbol.parse("A/HRC/9/8") < DocumentSymbol.parse("A/HRC/10/1")
    True

    Attributes:
        text: The canonical form: no spaces, plain hyphens, no asterisk.
        key: What equality goes by: text in lower case, without the year in brackets that follows the number
            of a Security Council resolution.
        reissued: Whether an asterisk followed, the mark of a document issued again for technical reasons. It
            is no part of the value.
    """

    text: str
    key: str
    reissued: bool = False

    @classmethod
    def parse(cls, text: str) -> DocumentSymbol:
        """Return the symbol that text spells, with spaces, case, prefix and full-width forms put right.

        Raises:
            SymbolSyntaxError: It is none; when a slip of the pen is likely, the message asks "did you mean".
        """
        symbol = cls.try_parse(text)
        if symbol is not None:
            return symbol
        compact = compacted(text)
        if len(text) > LONGEST_TEXT or len(compact) > LONGEST_SYMBOL:
            raise SymbolSyntaxError("too long for a document symbol", source=text, span=(0, len(text)))
        span = find_wrong_place(text, compact)
        meant = cls.meant_by(text)
        if meant is not None:
            message = f"not a document symbol; did you mean {meant.text}?"
        elif symbol_prefix(text):
            message = "this is only the beginning of a document symbol"
        else:
            message = "not a document symbol such as A/HRC/9/8"
        raise SymbolSyntaxError(message, source=text, span=span)

    @classmethod
    def try_parse(cls, text: str) -> DocumentSymbol | None:
        """Return the symbol that text spells, or None."""
        return _try_parse(text) if len(text) <= LONGEST_TEXT else None

    @classmethod
    def meant_by(cls, text: str) -> DocumentSymbol | None:
        """Return the symbol that was probably meant by a text that is none."""
        if len(text) > LONGEST_TEXT:
            return None
        tried = (cls.try_parse(meant) for meant in suggest_symbols(strip(text)))
        return next((symbol for symbol in tried if symbol is not None), None)

    @property
    def aliases(self) -> tuple[DocumentSymbol, ...]:
        """The symbols of a document issued under several, or this one alone."""
        texts = split_joint(self.text)
        return tuple(map(_make, texts)) if len(texts) > 1 else (self,)

    @property
    def components(self) -> tuple[str, ...]:
        """What stands between the slashes of the first symbol; the organ counts as one."""
        return split_components(split_joint(self.text)[0])

    @property
    def organ(self) -> str:
        """What the symbol begins with: "A", "CRPD", "ICC-ASP"."""
        return self.components[0]

    @property
    def body(self) -> str:
        """The short name of the body that the document belongs to.

        Bodies that are known by a name of their own have it, whatever their place: HRC, CHR (E/CN.4), CESCR
        (E/C.12), ILC (A/CN.4), UNICEF (E/ICEF), CCPR, CRC, UNDP. Other committees go by their component (C.3,
        AC.121, CONF.189), and what belongs to an organ as a whole by the organ: GA, SC, ECOSOC, TC.
        """
        return read_body(self.components)

    @property
    def mods(self) -> tuple[str, ...]:
        """The components at the end that mark addenda, corrigenda, revisions and amendments, in order."""
        components = self.components
        return tuple(c.partition("(")[0] for c in components[count_base(components) :])

    @property
    def family(self) -> DocumentSymbol:
        """The symbol without the modifiers at its end, for each of joint symbols."""
        bases = []
        for text in split_joint(self.text):
            components = split_components(text)
            bases.append("/".join(components[: count_base(components)]))
        return self if (text := "-".join(bases)) == self.text else _make(text)

    @property
    def session(self) -> str | None:
        """The session: "57", "S17" for the seventeenth special one, "ES10" for an emergency special one."""
        return read_session(self.components)

    @property
    def year(self) -> int | None:
        """The year that the symbol states; sessions are not converted."""
        return read_year(self.components)

    @property
    def country(self) -> str | None:
        """The ISO 3166 code of the state that the document is on or from, in the series that have it."""
        components = self.components
        if read_body(components) not in country_bodies():
            return None
        return next((c for c in components[1:] if c in countries()), None)

    @property
    def meeting(self) -> int | None:
        """The number of the meeting, of verbatim and summary records."""
        found = _MEETING.search(self.text)
        return int(found[1]) if found else None

    @property
    def volume(self) -> str | None:
        """The part or volume at the end, as "Vol.I" or "PartI"."""
        found = _VOLUME_BEHIND.search(self.text)
        return found[1] if found else None

    @property
    def is_resolution(self) -> bool:
        """Whether this is an adopted resolution."""
        return "RES" in self.components

    @property
    def is_decision(self) -> bool:
        """Whether this is an adopted decision."""
        return "DEC" in self.components

    @property
    def is_draft(self) -> bool:
        """Whether this is in the limited series, where drafts are."""
        return any(c.startswith("L.") for c in self.components)

    @property
    def sort_key(self) -> tuple[NaturalOrder, str]:
        """What the natural order goes by: 9 before 10, IX before X, a document before its addenda.

        The key itself comes last, so that only equal symbols are equal in order.
        """
        return natural_order(self.key), self.key

    def with_mod(self, mod: str) -> DocumentSymbol:
        """Return the symbol meant by "and Add.2" behind this one.

        A modifier replaces one of its own kind at the end, and is put behind any other.

        Raises:
            SymbolSyntaxError: mod is not a modifier.
        """
        base = self.text
        if self.mods and self.mods[-1].partition(".")[0].lower() == mod.partition(".")[0].lower():
            base = base.rpartition("/")[0]
        return DocumentSymbol.parse(f"{base}/{mod}")

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"DocumentSymbol({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return self.key == other.key if isinstance(other, DocumentSymbol) else NotImplemented

    def __ne__(self, other: object) -> bool:
        return self.key != other.key if isinstance(other, DocumentSymbol) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.key)

    def __lt__(self, other: DocumentSymbol) -> bool:
        return self.sort_key < other.sort_key

    def __le__(self, other: DocumentSymbol) -> bool:
        return self.sort_key <= other.sort_key

    def __gt__(self, other: DocumentSymbol) -> bool:
        return self.sort_key > other.sort_key

    def __ge__(self, other: DocumentSymbol) -> bool:
        return self.sort_key >= other.sort_key


def symbol_prefix(text: str) -> str | None:
    """Return the canonical beginning that text spells, to find all symbols that begin so, or None.

    >>> symbol_prefix("a/hrc/"), symbol_prefix("A/HRC/9/8/Corr"), symbol_prefix("A/S")
    ('A/HRC', 'A/HRC/9/8/Corr', None)
    """
    if len(text) > LONGEST_TEXT:
        return None
    compact = compacted(text).rstrip("*/")
    if len(compact) > LONGEST_SYMBOL:
        return None
    if (symbol := read_compact(compact)) is not None:
        return symbol.text
    base, slash, word = compact.rpartition("/")
    if slash and _BEGUN_WORD.fullmatch(word):
        begun = symbol_prefix(base)
        return f"{begun}/{CANONICAL_WORDS[word.rstrip('.').lower()]}" if begun else None
    return canonical(compact) if is_begun(compact) else None


@lru_cache(maxsize=4096)
def _try_parse(text: str) -> DocumentSymbol | None:
    return read_compact(compacted(text))


@lru_cache(maxsize=8192)
def read_compact(compact: str) -> DocumentSymbol | None:
    """Return the symbol that compact text is, in any case."""
    if "/" not in compact or len(compact) > LONGEST_SYMBOL or not is_begun(compact):
        return None
    text = canonical(compact)
    if not all(is_complete(split_components(part)) for part in split_joint(text)):
        return None
    return _make(text, reissued="*" in compact)


def _make(text: str, *, reissued: bool = False) -> DocumentSymbol:
    return DocumentSymbol(text=text, key=key_of(text), reissued=reissued)
