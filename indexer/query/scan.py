"""Query text -> tokens with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.errors import CitationSyntaxError, QuerySyntaxError, SymbolSyntaxError
from indexer.grammar.citations import begins_place, find_citations, parse_citation
from indexer.grammar.symbols import find_symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_LENGTH = 8_000
"""Characters of a query. Two hundred terms joined by OR take a third of it."""

FIELDS = (
    "symbol", "body", "section", "title", "lang", "year", "date", "kind", "entity", "cites", "page", "number",
)  # fmt: skip

_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}
_CLOSING = '"”“»'
_BARE = regex.compile(r"""[^\s()"“”„«»]+""")
_FIELD = regex.compile(r"(\p{L}+):(?=\S)")
_OPERATOR = regex.compile(r"(?:AND|OR|NOT|NEAR(?:/\d+)?)(?=[\s()\"“„«]|$)")
_STAR = regex.compile(r"/?\*")
_UNTIL_OPERATOR = regex.compile(r"""(?=\s(?:AND|OR|NOT|NEAR)\b|["“”]|$)""")
_SPACE = regex.compile(r"\s+")


class Token(NamedTuple):
    """A piece of a query: "(" or ")", "operator", "minus", "field", "phrase", "citation", "word"."""

    kind: str
    text: str
    start: int
    end: int


def scan(text: str) -> list[Token]:
    """Return the tokens of a query.

    Raises:
        QuerySyntaxError: It is too long, or a quotation mark is not closed.
    """
    if len(text) > MAX_LENGTH:
        raise QuerySyntaxError(
            f"the query has {len(text):,} characters, at most {MAX_LENGTH:,} are read",
            source=text,
            span=(MAX_LENGTH, MAX_LENGTH + 1),
        )
    return list(_tokens(text, _cited(text)))


def _cited(text: str) -> dict[int, int]:
    """Return where symbols and citations begin and end; they are recognised before anything else."""
    found = {
        start: end
        for start, end, citation in find_citations(text, any_case=True)
        if citation.symbol is not None and (start == 0 or not text[start - 1].isalnum())
    }
    _check_places(text, found)
    covered = list(found.items())
    return found | {
        start: end
        for start, end, _ in find_symbols(text, any_case=True)
        if not any(first < end and start < last for first, last in covered)
    }


def _check_places(text: str, found: dict[int, int]) -> None:
    """Complain of paragraph numbers behind a symbol that make no sense."""
    for start, end in found.items():
        if not begins_place(text, end):
            continue
        until = _UNTIL_OPERATOR.search(text, end)
        try:
            parse_citation(text[start : until.start() if until else len(text)])
        except (CitationSyntaxError, SymbolSyntaxError) as error:
            first, last = error.span
            if first > end - start:
                raise QuerySyntaxError(
                    error.message, source=text, span=(start + first, start + last)
                ) from error


def _tokens(text: str, cited: dict[int, int]) -> Iterator[Token]:
    at = 0
    while at < len(text):
        space = _SPACE.match(text, at)
        if space:
            at = space.end()
            continue
        token = _next(text, at, cited)
        yield token
        at = token.end


def _next(text: str, at: int, cited: dict[int, int]) -> Token:
    letter = text[at]
    if at in cited:
        end = cited[at]
        star = _STAR.match(text, end)
        end = star.end() if star else end
        return Token("word" if text[end - 1] == "*" else "citation", text[at:end], at, end)
    if letter in "()":
        return Token(letter, letter, at, at + 1)
    if letter in _QUOTES or letter in _CLOSING:
        return _quoted(text, at)
    operator = _OPERATOR.match(text, at)
    if operator:
        return Token("operator", operator.group(), at, operator.end())
    if letter == "-" and at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] != "-":
        return Token("minus", "-", at, at + 1)
    field = _FIELD.match(text, at)
    if field:
        return Token("field", field.group(1), at, field.end())
    bare = _BARE.match(text, at)
    end = bare.end() if bare else at + 1
    if text[end - 1] == ":" and text[at : end - 1] in FIELDS:
        raise QuerySyntaxError(
            f"{text[at:end]} needs a value right behind it; put the word in quotation marks to search for it",
            source=text,
            span=(at, end),
        )
    return Token("word", text[at:end], at, end)


def _quoted(text: str, at: int) -> Token:
    closing = _QUOTES.get(text[at])
    end = text.find(closing, at + 1) if closing else -1
    if end < 0:
        raise QuerySyntaxError(
            "this quotation mark has no partner" if closing else "this quotation mark closes nothing",
            source=text,
            span=(at, at + 1),
        )
    return Token("phrase", text[at + 1 : end], at, end + 1)
