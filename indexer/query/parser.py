"""Query text -> tree, by recursive descent.

The whole language, what binds most loosely first::

    any     :=  all ( "OR" all )*
    all     :=  run ( "AND" run )*
    run     :=  part+                                   side by side is AND, or OR with --any
    part    :=  ( "NOT" | "-" ) near  |  near           NOT only beside what is wanted
    near    :=  atom ( ( "NEAR/n" | "PRE/n" ) atom )*   at most n words apart: in any order, in this order
    atom    :=  ( "(" any ")" | leaf | field ) [ "^" weight ]
    leaf    :=  citation | symbol | symbol "*" | '"' words '"' | "=" word | word "~" [ "1" | "2" ] | word
    word    :=  letters, with "*" for any letters and "?" for one, but not at its beginning; also in phrases
    field   :=  name ":" ( leaf | "(" any ")" )         title, section: anything; the others: values and OR
             |  name ":" [ low ] ".." [ high ]          year, date, page, number

Punctuation around words means nothing. AND, OR, NOT, NEAR and PRE are operators in capitals only. The sides
of NEAR and PRE are words, phrases, names and groups of these joined by OR. A weight is 0.1 to 100.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import regex

from indexer.query.fitting import NOT_ALONE, cannot_hold, cannot_stand_near
from indexer.query.leaf_nodes import Symbol
from indexer.query.leaves import has_letters, leaf, value
from indexer.query.scan import FIELDS, TRAILING, Token
from indexer.query.token_reader import TokenReader
from indexer.query.tree import And, Before, Boost, Field, Near, Not, Or, Query, Run
from indexer.query.values import TEXT_FIELDS, unknown_field
from indexer.store.analysis import GAP

if TYPE_CHECKING:
    from collections.abc import Callable

    from indexer.query.tree import Node

MAX_DEPTH = 40
"""Brackets inside brackets, or NEAR behind NEAR; far below what Python's own stack allows."""

LEAST_WEIGHT, MOST_WEIGHT = 0.1, 100
"""What may stand behind ^."""
_WEIGHT = regex.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?")


class _Part(NamedTuple):
    """A node with its place in the text."""

    node: Node
    start: int
    end: int


@lru_cache(maxsize=512)
def parse_query(text: str, *, any_word: bool = False) -> Query:
    """Return the tree of a query.

    Args:
        text: In the language described at the top of `indexer.query.parser`.
        any_word: Whether one of several words side by side is enough.

    Raises:
        QuerySyntaxError: It cannot be read; the place is marked.
    """
    parser = _Parser(text)
    root = parser.read()
    return Query(text=text, root=root, any_word=any_word, ignored=tuple(parser.ignored))


class _Parser(TokenReader):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.depth = 0
        self.unwanted = 0

    def _negates(self) -> bool:
        return self.stands("minus") or self.stands("operator", "NOT")

    def read(self) -> Node:
        if not self.tokens:
            if not self.text.strip():
                self.fail("the query is empty; type a word to search for", 0, 1)
            stars = any("*" in text for text in self.ignored)
            hint = "* needs letters before it, as in polic*" if stars else "type one to search for"
            self.fail(f"there is no word in this query; {hint}", 0, len(self.text) or 1)
        part = self._any()
        left = self.peek()
        if left is not None:
            self.fail("this bracket closes nothing: open it before, or leave it out", left.start, left.end)
        if isinstance(part.node, Not):
            self._fail_negative(part)
        return part.node

    def _fail_negative(self, part: _Part) -> NoReturn:
        self.fail(NOT_ALONE, part.start, part.end)

    def _any(self) -> _Part:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            token = self.tokens[min(self.at, len(self.tokens) - 1)]
            self.fail(f"more than {MAX_DEPTH} brackets inside each other", token.start, token.end)
        parts = self._joined("OR", self._all)
        self.depth -= 1
        if len(parts) == 1:
            return parts[0]
        for part in parts:
            if isinstance(part.node, Not):
                self.fail(
                    "NOT cannot stand in an OR: it would match nearly everything; "
                    "say beside it what is wanted, as in a OR (b NOT c)",
                    part.start,
                    part.end,
                )
        return _Part(Or(tuple(part.node for part in parts)), parts[0].start, parts[-1].end)

    def _all(self) -> _Part:
        return self._conjunction(self._joined("AND", self._run), And)

    def _run(self) -> _Part:
        parts = [self._part()]
        while True:
            token = self.peek()
            if token is None or token.kind == ")" or (token.kind == "operator" and token.text != "NOT"):
                return self._conjunction(parts, Run)
            parts.append(self._part())

    def _conjunction(self, parts: list[_Part], make: Callable[[tuple[Node, ...]], Node]) -> _Part:
        if len(parts) == 1:
            return parts[0]
        if all(isinstance(part.node, Not) for part in parts):
            self._fail_negative(_Part(parts[0].node, parts[0].start, parts[-1].end))
        return _Part(make(tuple(part.node for part in parts)), parts[0].start, parts[-1].end)

    def _joined(self, operator: str, read: Callable[[], _Part]) -> list[_Part]:
        parts = [read()]
        while self.stands("operator", operator):
            self.at += 1
            parts.append(read())
        return parts

    def _part(self) -> _Part:
        token = self.peek()
        if token is None or not self._negates():
            return self._near()
        self.at += 1
        if self._negates():
            self.fail("NOT of NOT: leave both out", token.start, token.end)
        self.unwanted += 1
        inner = self._near()
        self.unwanted -= 1
        if isinstance(inner.node, Not):
            self.fail("NOT of NOT: leave both out", token.start, token.end)
        return _Part(Not(inner.node), token.start, inner.end)

    def _near(self) -> _Part:
        left = self._atom()
        chain = 0
        while self.stands("operator", "NEAR", "PRE"):
            token = self.tokens[self.at]
            self.at += 1
            chain += 1
            if chain > MAX_DEPTH:
                self.fail(f"more than {MAX_DEPTH} NEAR or PRE in a row", token.start, token.end)
            name, _, digits = token.text.partition("/")
            distance = int(digits[:4]) if digits.isdecimal() else 0
            if not 0 < distance < GAP:
                message = f"{name} needs a distance from 1 to {GAP - 1}, such as {name}/5"
                self.fail(message, token.start, token.end)
            right = self._part() if self._negates() else self._atom()
            for side in (left, right):
                problem = cannot_stand_near(name, side.node)
                if problem:
                    self.fail(problem, side.start, side.end)
            near = (
                Near(left.node, right.node, distance)
                if name == "NEAR"
                else Before((left.node, right.node), distance)
            )
            left = _Part(near, left.start, right.end)
        return left

    def _atom(self) -> _Part:
        token = self.peek()
        if token is None:
            last = self.tokens[-1]
            what = "- " if last.kind == "minus" else last.text
            self.fail(f"something is missing after “{what}”: a word, phrase or bracket", last.start, last.end)
        self.at += 1
        if token.kind == "(":
            return self._weighed(self._group(token))
        if token.kind in {")", "operator"}:
            message = f"something is missing before “{token.text}”: a word, phrase or bracket"
            self.fail(message, token.start, token.end)
        if token.kind in {"minus", "boost"}:
            self.fail(f"{self.text[token.start]} cannot stand here; leave it out", token.start, token.end)
        if token.kind == "field":
            return self._weighed(self._field(token))
        return self._weighed(_Part(leaf(self.text, token), token.start, token.end))

    def _weighed(self, part: _Part) -> _Part:
        """Return a part with the weight that stands behind it."""
        if not self.stands("boost"):
            return part
        token = self.tokens[self.at]
        self.at += 1
        digits = token.text.rstrip(TRAILING)
        factor = float(digits) if _WEIGHT.fullmatch(digits) else 0.0
        if not LEAST_WEIGHT <= factor <= MOST_WEIGHT:
            message = f"^ takes a weight from {LEAST_WEIGHT} to {MOST_WEIGHT}, as in word^2"
            self.fail(message, token.start, token.end)
        if self.stands("boost"):
            self.fail("one weight is enough", self.tokens[self.at].start, self.tokens[self.at].end)
        node = part.node
        if self.unwanted or isinstance(node, Not):
            self.fail("what must not be there has no score, so it takes no ^", token.start, token.end)
        if isinstance(node, Symbol) or (isinstance(node, Field) and node.name not in TEXT_FIELDS):
            self.fail(f"{node} narrows the answer and has no score, so it takes no ^", token.start, token.end)
        return _Part(Boost((node,), factor), part.start, token.end)

    def _group(self, opening: Token) -> _Part:
        if self.stands(")"):
            message = "there is nothing between these brackets; leave them out"
            self.fail(message, opening.start, self.tokens[self.at].end)
        if self.peek() is None:
            self.fail("this bracket is not closed: close it, or leave it out", opening.start, opening.end)
        inner = self._any()
        if not self.stands(")"):
            self.fail("this bracket is not closed: close it, or leave it out", opening.start, opening.end)
        self.at += 1
        return _Part(inner.node, opening.start, self.tokens[self.at - 1].end)

    def _field(self, token: Token) -> _Part:
        name = token.text.lower()
        if name not in FIELDS:
            self.fail(unknown_field(token.text), token.start, token.end)
        found = self.peek()
        if found is None or found.kind not in {"(", "word", "phrase", "citation"}:
            self.fail(f"{name}: needs a value right behind it", token.start, token.end)
        self.at += 1
        if found.kind == "(":
            part = self._group(found)
        elif name not in TEXT_FIELDS:
            return _Part(Field(name, value(self.text, name, found)), token.start, found.end)
        elif has_letters(found.text):
            part = _Part(leaf(self.text, found), found.start, found.end)
        else:
            self.fail(f"{name}: needs a value of letters or digits", token.start, found.end)
        problem = cannot_hold(name, part.node)
        if problem:
            self.fail(problem, part.start, part.end)
        return _Part(Field(name, part.node), token.start, part.end)
