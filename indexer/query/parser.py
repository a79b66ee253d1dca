"""Query text -> tree, by recursive descent.

::

    any    :=  all ( "OR" all )*
    all    :=  run ( "AND" run )*
    run    :=  part+
    part   :=  ( "NOT" | "-" ) near  |  near
    near   :=  atom ( "NEAR/n" atom )*
    atom   :=  "(" any ")" | phrase | word | word"*" | word"~"[n] | "="word | citation | field ":" value
    value  :=  "(" any ")" | phrase | word | word"*" | low".."high | citation
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import regex

from indexer.errors import QuerySyntaxError
from indexer.query.scan import FIELDS, Token, scan
from indexer.query.tree import (
    And,
    Citation,
    Exact,
    Field,
    Fuzzy,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Range,
    Run,
    Symbol,
    Word,
)
from indexer.query.values import check_value
from indexer.store.analysis import GAP, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from indexer.query.tree import Node

MAX_DEPTH = 40
"""Brackets inside brackets; far below what Python's own stack allows."""

MAX_PARTS = 1_000
"""Words of a query; a search reads the postings of each."""

TEXT_FIELDS = frozenset({"section", "title"})
_EDGES = "/,;.:!?…¿¡'’‘`"
_FUZZY = regex.compile(r"(.+)~(\d*)")
_UNDER = regex.compile(r"(?=.*/)([\p{L}\d./()\-]+?)/?\*")
_RANGE = regex.compile(r"([^.\s]*(?:\.[^.\s]+)*)\.\.([^.\s]*(?:\.[^.\s]+)*)")
_NEAR_TYPES = (Word, Prefix, Fuzzy, Exact, Phrase, Near)


class _Part(NamedTuple):
    """A node with its place in the text."""

    node: Node
    start: int
    end: int


@lru_cache(maxsize=512)
def parse_query(text: str, *, any_word: bool = False) -> Query:
    """Return the tree of a query.

    Args:
        text: In the language described in `indexer.query.tree`'s nodes.
        any_word: Whether one of several words side by side is enough.

    Raises:
        QuerySyntaxError: It cannot be read; the place is marked.
    """
    parser = _Parser(text)
    root = parser.read()
    return Query(text=text, root=root, any_word=any_word, ignored=tuple(parser.ignored))


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.ignored: list[str] = []
        self.tokens = self._meaningful(scan(text))
        self.at = 0
        self.depth = 0
        if len(self.tokens) > MAX_PARTS:
            token = self.tokens[MAX_PARTS]
            self._fail(f"more than {MAX_PARTS:,} words and signs", token.start, token.end)

    def _meaningful(self, tokens: list[Token]) -> list[Token]:
        """Set aside words and phrases without a letter or digit."""
        kept = []
        for index, token in enumerate(tokens):
            empty = token.kind in {"word", "phrase"} and next(words(token.text), None) is None
            after_field = index > 0 and tokens[index - 1].kind == "field"
            if empty and not after_field:
                if "*" in token.text:
                    self._fail("* needs letters before it", token.start, token.end)
                self.ignored.append(self.text[token.start : token.end])
            else:
                kept.append(token)
        return kept

    def _fail(self, message: str, start: int, end: int) -> NoReturn:
        raise QuerySyntaxError(message, source=self.text, span=(start, max(end, start + 1)))

    def _peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _is(self, kind: str, text: str = "") -> bool:
        token = self._peek()
        return token is not None and token.kind == kind and token.text.startswith(text)

    def read(self) -> Node:
        if not self.tokens:
            self._fail("there is no word in this query", 0, len(self.text) or 1)
        part = self._any()
        left = self._peek()
        if left is not None:
            self._fail("this bracket closes nothing", left.start, left.end)
        if isinstance(part.node, Not):
            self._fail_negative(part)
        return part.node

    def _fail_negative(self, part: _Part) -> NoReturn:
        self._fail(
            "a query cannot consist of NOT alone: say what is wanted beside what is not", part.start, part.end
        )

    def _any(self) -> _Part:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            token = self.tokens[min(self.at, len(self.tokens) - 1)]
            self._fail(f"more than {MAX_DEPTH} brackets inside each other", token.start, token.end)
        parts = self._joined("OR", self._all)
        self.depth -= 1
        if len(parts) == 1:
            return parts[0]
        for part in parts:
            if isinstance(part.node, Not):
                self._fail(
                    "NOT cannot stand in an OR: it would match nearly everything", part.start, part.end
                )
        return _Part(Or(tuple(part.node for part in parts)), parts[0].start, parts[-1].end)

    def _all(self) -> _Part:
        return self._conjunction(self._joined("AND", self._run), And)

    def _run(self) -> _Part:
        parts = [self._part()]
        while True:
            token = self._peek()
            if token is None or token.kind == ")" or (token.kind == "operator" and token.text != "NOT"):
                return self._conjunction(parts, Run)
            parts.append(self._part())

    def _conjunction(self, parts: list[_Part], make: Callable[[tuple[Node, ...]], Node]) -> _Part:
        if len(parts) == 1:
            return parts[0]
        if all(isinstance(part.node, Not) for part in parts):
            self._fail_negative(parts[0])
        return _Part(make(tuple(part.node for part in parts)), parts[0].start, parts[-1].end)

    def _joined(self, operator: str, read: Callable[[], _Part]) -> list[_Part]:
        parts = [read()]
        while self._is("operator", operator):
            self.at += 1
            parts.append(read())
        return parts

    def _part(self) -> _Part:
        token = self._peek()
        if token is not None and (
            token.kind == "minus" or (token.kind == "operator" and token.text == "NOT")
        ):
            self.at += 1
            inner = self._near()
            if isinstance(inner.node, Not):
                self._fail("NOT of NOT", token.start, token.end)
            return _Part(Not(inner.node), token.start, inner.end)
        return self._near()

    def _near(self) -> _Part:
        left = self._atom()
        while self._is("operator", "NEAR"):
            token = self.tokens[self.at]
            self.at += 1
            distance = _number(token.text.partition("/")[2][:4])
            if not 0 < distance < GAP:
                self._fail(
                    f"NEAR needs a distance from 1 to {GAP - 1}, such as NEAR/5", token.start, token.end
                )
            right = self._atom()
            for side in (left, right):
                if not _has_place(side.node):
                    self._fail("NEAR joins words, phrases and (a OR b)", side.start, side.end)
            left = _Part(Near(left.node, right.node, distance), left.start, right.end)
        return left

    def _atom(self) -> _Part:
        token = self._peek()
        if token is None:
            last = self.tokens[-1] if self.tokens else Token("", "", 0, 1)
            self._fail(f"something is missing after “{last.text}”", last.start, last.end)
        self.at += 1
        if token.kind == "(":
            return self._group(token)
        if token.kind in {")", "operator"}:
            self._fail(f"something is missing before “{token.text}”", token.start, token.end)
        if token.kind == "minus":
            self._fail("a minus cannot stand here", token.start, token.end)
        if token.kind == "field":
            return self._field(token)
        return _Part(self._leaf(token), token.start, token.end)

    def _group(self, opening: Token) -> _Part:
        if self._is(")"):
            self._fail("there is nothing between these brackets", opening.start, self.tokens[self.at].end)
        if self._peek() is None:
            self._fail("this bracket is not closed", opening.start, opening.end)
        inner = self._any()
        if not self._is(")"):
            self._fail("this bracket is not closed", opening.start, opening.end)
        self.at += 1
        return _Part(inner.node, opening.start, self.tokens[self.at - 1].end)

    def _leaf(self, token: Token) -> Node:
        if token.kind == "phrase":
            return Phrase(" ".join(token.text.split()))
        if token.kind == "citation":
            return self._citation(token)
        return self._word(token)

    def _citation(self, token: Token) -> Node:
        from indexer.grammar.citations import parse_citation  # noqa: PLC0415 - see scan; kept out of tests of words

        citation = parse_citation(token.text)
        if citation.pinpoints:
            return Citation(" ".join(token.text.split()))
        return Symbol(str(citation.symbol))

    def _word(self, token: Token) -> Node:
        text = token.text.lstrip(_EDGES)
        under = _UNDER.fullmatch(text)
        if under and text[0].isupper():
            if text.endswith("/*"):
                return Symbol(under.group(1), under=True)
            return Field("symbol", Prefix(under.group(1)))
        if text.startswith("="):
            return Exact(self._clean(text[1:], token))
        if text.endswith("*"):
            return Prefix(self._clean(text[:-1], token))
        fuzzy = _FUZZY.fullmatch(text)
        if fuzzy:
            distance = _number(fuzzy.group(2)[:3] or "1")
            if distance not in {1, 2}:
                self._fail("~ takes 1 or 2: so many letters may differ", token.start, token.end)
            return Fuzzy(self._clean(fuzzy.group(1), token), distance)
        return Word(self._clean(text, token))

    def _clean(self, text: str, token: Token) -> str:
        cleaned = text.strip(_EDGES)
        for sign in "*~=":
            if sign in cleaned:
                self._fail(f"{sign} cannot stand inside a word", token.start, token.end)
        if next(words(cleaned), None) is None:
            self._fail("there is no letter or digit in this", token.start, token.end)
        return cleaned

    def _field(self, token: Token) -> _Part:
        name = token.text.lower()
        if name not in FIELDS:
            self._fail(
                f"there is no field “{token.text}”; the fields are {', '.join(FIELDS)}. "
                "Put the words in quotation marks to search for them as they are",
                token.start,
                token.end,
            )
        value = self._peek()
        if value is None or value.kind in {")", "operator", "minus", "field"}:
            self._fail(f"{name}: needs a value", token.start, token.end)
        self.at += 1
        if value.kind == "(":
            part = self._group(value)
            self._check_group(name, part)
            return _Part(Field(name, part.node), token.start, part.end)
        node = self._leaf(value) if name in TEXT_FIELDS else self._value(name, value)
        if name in TEXT_FIELDS:
            self._check_group(name, _Part(node, value.start, value.end))
        return _Part(Field(name, node), token.start, value.end)

    def _value(self, name: str, token: Token) -> Node:
        text = token.text.strip()
        if token.kind == "phrase":
            return self._checked(name, Phrase(" ".join(text.split())), token)
        span = _RANGE.fullmatch(text)
        if span and token.kind == "word":
            low, high = span.group(1) or None, span.group(2) or None
            if low is None and high is None:
                self._fail("a range needs at least one end", token.start, token.end)
            return self._checked(name, Range(low, high), token)
        if text.endswith("*"):
            return self._checked(name, Prefix(text.rstrip("*")), token)
        if not text.strip(_EDGES):
            self._fail(f"{name}: needs a value", token.start, token.end)
        return self._checked(name, Word(text.strip(_EDGES) if token.kind == "word" else text), token)

    def _checked(self, name: str, node: Node, token: Token) -> Node:
        problem = check_value(name, node)
        if problem:
            self._fail(problem, token.start, token.end)
        return node

    def _check_group(self, name: str, part: _Part) -> None:
        """Accept in a field's brackets only what that field can hold."""
        nodes = [part.node]
        while nodes:
            node = nodes.pop()
            if isinstance(node, Or | And | Run):
                nodes.extend(node.nodes)
            elif isinstance(node, Not):
                nodes.append(node.node)
            elif isinstance(node, Symbol | Citation) and name in {"symbol", "cites"}:
                continue
            elif isinstance(node, Word | Phrase | Prefix):
                problem = None if name in TEXT_FIELDS else check_value(name, node)
                if problem:
                    self._fail(problem, part.start, part.end)
            elif not (name in TEXT_FIELDS and isinstance(node, Exact | Fuzzy | Near)):
                self._fail(f"{name}: cannot hold “{node}”", part.start, part.end)


def _number(digits: str) -> int:
    """Return a number; 0 for none, and for digits that `regex` knows and Python does not yet."""
    return int(digits) if digits.isdecimal() else 0


def _has_place(node: Node) -> bool:
    if isinstance(node, Or):
        return all(_has_place(inner) for inner in node.nodes)
    if isinstance(node, Exact):
        return (
            node.text != node.text.lower()
        )  # where a small letter is not a capital is known of records only
    return isinstance(node, _NEAR_TYPES)
