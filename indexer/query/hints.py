"""A part of a query that is nowhere -> the end of a sentence on what is there instead."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import regex

from indexer.grammar.symbols import DocumentSymbol
from indexer.query.collect import count
from indexer.query.documents import listed, symbols_with
from indexer.query.files import editions_of_file
from indexer.query.held import held_values
from indexer.query.leaf_nodes import Citation, Exact, Named, OpenPhrase, Phrase, Prefix, Wildcard, Word
from indexer.query.pasted import citation_in
from indexer.query.pinpoint import show
from indexer.query.suggest import Suggestions
from indexer.query.terms import opened
from indexer.query.tree import And, Before, Boost, Field, Near, Or
from indexer.query.values import TEXT_FIELDS, year_range
from indexer.store.analysis import WHOLE_FORM, is_acronym, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from indexer.query.collection import Collection
    from indexer.query.compile import Compiler
    from indexer.query.tree import Node

_ADVISED = 5
"""Words of a group or phrase for which others are proposed."""

_BEGINNINGS = 5
"""Words that are listed for a beginning that no word has."""

_QUOTED = 20
"""Words of a phrase that are left out one by one."""
_FEW = 3
"""Words of a phrase of which any may do without one."""
_PROPOSED = 3
"""Words of a phrase that are told."""

_LONG_NUMBER = 3
"""Digits of a number that is sought in symbols too."""

_NEARNESS = regex.compile(r"(?i:near|pre|adj|within|[wnp])/?\d+")
"""As other programs write it, or in small letters."""

_DATES = {
    "year": regex.compile(r"(?:1[89]|20)\d\d(?:\.\.|[-–])(?:1[89]|20)\d\d"),
    "date": regex.compile(r"(?:19|20)\d\d-[01]\d(?:-[0-3]\d)?"),
}
"""What is rather meant as the year or the date of documents than as a word of their text."""

_SEVERAL_PARTS = regex.compile(r"[/_-]\S*\d")
"""What a symbol with a slip has too."""

_BETWEEN = regex.compile(r"[/,;&+|]")
"""What people put between two words without a space."""

_WILDCARD = regex.compile(r"[*?]")


class Hints:
    """Says what is there instead of what is not.

    Args:
        whole: The records.
        make: Gives a compiler for one more count.
    """

    def __init__(self, whole: Collection, make: Callable[[], Compiler]) -> None:
        self.whole = whole
        self.make = make
        self.reader = make().reader

    def count(self, node: Node, field: str = "text") -> int:
        """Return how many records a node finds."""
        return count(self.whole, self.make().compile(node, field))

    def suggestions(self, field: str = "text") -> Suggestions:
        """Return what proposes words of a field."""
        return Suggestions(self.reader, self.whole, field)

    def instead(self, part: Node, field: str = "text") -> list[str]:
        """Return what may stand instead of a word that is nowhere, best first."""
        inner = part.nodes[0] if isinstance(part, Boost) else part
        text = inner.text if isinstance(inner, Word | Exact) else getattr(inner, "surface", "")
        return self.suggestions(field).instead_of(text) if text else []

    def after(self, part: Node, field: str = "text") -> str:
        """Return what is there instead of a part that is nowhere, as the end of a sentence."""
        if isinstance(part, Boost):
            return self.after(part.nodes[0], field)
        if isinstance(part, Field):
            if part.name in TEXT_FIELDS:
                return self.after(part.node, part.name)
            held = held_values(self.reader, part)
            return f"; {held}" if held else ""
        if isinstance(part, Citation):
            return "".join(f"; {miss}" for miss in show(self.reader, part.text, lang="all").misses)
        if isinstance(part, Near | Before):
            both = (part.left, part.right) if isinstance(part, Near) else part.nodes
            number = self.count(all_of(both), field)
            return f"; {_have(number)} both, further apart" if number else self._words_hint(both, field)
        if isinstance(part, Or):
            return self._words_hint(part.nodes, field)
        if isinstance(part, Phrase | OpenPhrase):
            return self._phrase_hint(part, field)
        if isinstance(part, Prefix | Wildcard):
            return self._beginning_hint(part.text, field)
        return self._word_hint(part, field)

    def _word_hint(self, part: Node, field: str) -> str:
        if isinstance(part, Exact):
            number = self.count(Word(part.text.lower()), field)
            if number:
                return f" in these very letters; {part.text.lower()} is in {number:,}"
        if isinstance(part, Word | Named):
            text = part.text if isinstance(part, Word) else part.surface
            number = self.count(Word(text.lower()), field) if is_acronym(text) else 0
            if number:
                return f" in capitals; {text.lower()} is in {number:,}"
        if isinstance(part, Word):
            above = self._above(part) if field == "text" else ""
            if told := above or self._other_kind(part.text):
                return told
            if part.text.isdigit() and len(part.text) >= _LONG_NUMBER:
                return ""
            pieces = _BETWEEN.split(part.text)
            are_words = len(pieces) > 1 and all(next(words(piece), None) for piece in pieces)
            if are_words and (number := self.count(all_of(map(Word, pieces)), field)):
                return f" as words side by side; {_have(number)} them apart: {' '.join(pieces)}"
        instead = self.instead(part, field)
        return f"; did you mean {listed(instead)}?" if instead else ""

    def _other_kind(self, text: str) -> str:
        """Return what else a word is: part of a symbol, an operator, a date, a file, a document."""
        if text.isdigit() and len(text) >= _LONG_NUMBER and (symbols := symbols_with(self.reader, text)):
            return f"; it is in the symbol {listed(symbols[:_ADVISED])}"
        if _NEARNESS.fullmatch(text):
            return "; nearness is written NEAR/5, or PRE/5 for this order"
        if name := _field_of(text):
            return f"; the {name} of documents is written {name}:{year_range(text)}"
        if "." in text and editions_of_file(self.reader, text):
            return f"; it is a file of the index: `indexer show` has its places, symbol:{text} searches it"
        if "/" in text and (pasted := citation_in(text)):
            return f"; the document in it is {pasted[0]}"
        if _SEVERAL_PARTS.search(text) and (symbol := DocumentSymbol.meant_by(text)) is not None:
            return f"; did you mean the document {symbol}?"
        return ""

    def _above(self, part: Word) -> str:
        """Return how many records stand below a word in headings or titles, as the end of a sentence."""
        for name, where in (
            ("section", "below headings with it"),
            ("title", "in documents with it in the title"),
        ):
            if number := self.count(part, name):
                stand = "1 stands" if number == 1 else f"{number:,} stand"
                return f"; {stand} {where} ({name}:{part.text})"
        return ""

    def _words_hint(self, nodes: Iterable[Node], field: str) -> str:
        hints = [
            f"{node}{hint}"
            for node in islice(nodes, _ADVISED)
            if not self.count(node, field) and (hint := self.after(node, field))
        ]
        return f" ({', '.join(hints)})" if hints else ""

    def _phrase_hint(self, part: Phrase | OpenPhrase, field: str) -> str:
        """Return how many records have the words of a phrase, or which of them are nowhere."""
        if DocumentSymbol.try_parse(part.text):
            return " as words of the text; without quotation marks it is the document"
        texts = part.text.split()
        pieces: list[Phrase | Wildcard] = [
            Phrase(text) if text == opened(text) else Wildcard(text) for text in texts
        ]
        nodes = [node for node in pieces if next(words(node.text), None) is not None]
        if len(nodes) < 2:
            return self._word_hint(Word(part.text), field)
        absent = [node for node in nodes if not self.count(node, field)]
        if not absent:
            number = self.count(all_of(nodes), field)
            if number:
                return f"; {_have(number)} all of its words"
            return f"; none has all of its words{self._nearly(nodes, field)}"
        words_of = [Word(node.text) for node in absent[:_ADVISED] if isinstance(node, Phrase)]
        hints = [f"{word.text}{self._word_hint(word, field)}" for word in words_of]
        return f"; nowhere: {', '.join(hints or [node.text for node in absent[:_ADVISED]])}"

    def _nearly(self, nodes: Sequence[Phrase | Wildcard], field: str) -> str:
        """Return without which word of a phrase some have the others: one that was remembered badly."""
        told = []
        for left_out in nodes[:_QUOTED] if len(nodes) > _FEW else ():
            number = self.count(all_of(node for node in nodes if node is not left_out), field)
            if number:
                told.append(f"without {left_out.text} {_have(number)} the others")
        return f"; {listed(told[:_PROPOSED])}" if told else ""

    def _beginning_hint(self, text: str, field: str) -> str:
        """Return the words that begin with as much of an open word as any does."""
        forms = [word.form for word in words(_WILDCARD.split(text, 1)[0])]
        if len(forms) != 1:
            return ""
        for end in range(len(forms[0]), 2, -1):
            terms = self.reader.terms(field, WHOLE_FORM + forms[0][:end])
            found = [term.removeprefix(WHOLE_FORM) for term in islice(terms, _BEGINNINGS)]
            if found:
                return f"; words that begin with {forms[0][:end]}: {', '.join(found)}"
        return ""


def _field_of(text: str) -> str:
    return next((name for name, shape in _DATES.items() if shape.fullmatch(text)), "")


def _have(number: int) -> str:
    return "1 has" if number == 1 else f"{number:,} have"


def all_of(nodes: Iterable[Node]) -> Node:
    """Return a node that wants all of some."""
    several = tuple(nodes)
    return several[0] if len(several) == 1 else And(several)
