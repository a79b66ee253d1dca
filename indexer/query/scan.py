"""Query text -> tokens with their places, in time linear in the text.

What people paste is full of signs that mean nothing here: punctuation at the edges of words is skipped, and a
sign that stands alone becomes a word without letters, which the parser sets aside and tells.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import regex

from indexer.errors import CitationSyntaxError, QuerySyntaxError, SymbolSyntaxError
from indexer.grammar.article_citations import find_articles
from indexer.grammar.citations import begins_place, find_citations, parse_citation
from indexer.grammar.running_symbols import find_symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_LENGTH = 8_000
"""Characters of a query. Two hundred terms joined by OR take a third of it."""

FIELDS = (
    "symbol", "body", "section", "title", "lang", "year", "date", "kind", "position", "entity",
    "cites", "page", "number",
)  # fmt: skip

EDGES = "/,;.:!?…¿¡'’‘`–—"
"""Punctuation that means nothing at the edge of a word."""

TRAILING = EDGES + "-"
"""The same at its end; a dash before a word means NOT."""

_STOPS_APART = "，、；。：！？《》〈〉「」『』【】،؛؟"
"""Stops of scripts that write no space behind them: they part words as a space does."""

_PARTNERS = {'"': '"', "“": "”", "„": "“", "«": "»", "”": "”", "»": "«"}
_ONLY_CLOSING = "”»"
_DOUBLE_MARK = regex.compile(r'["“”„]')
_APART = rf"\s{_STOPS_APART}"
_SIGN = rf"{_APART}()\"“”„«»^"
_BARE = regex.compile(rf"[^{_SIGN}]+")
_LEADING = regex.compile(r"[/,;.:!…¿¡'’‘`–—]++(?=[^\s()])")
_BEFORE_WORDS = regex.compile(r"(?<![^\s(\"“”„«»])(?:[-–—](?=\p{L})|[/,;.:!…¡¿'’‘`]++(?=[^\s()]))")
_MINUS = regex.compile(r"-(?=[\p{L}\p{N}(=\"“„«])")
_BOOST = regex.compile(rf"\^([^{_SIGN}]*+)")
_FIELD = regex.compile(r"(\p{L}++):(?=\S)(?!//)")
_OPERATOR = regex.compile(
    rf"(AND|OR|NOT|(?:NEAR|PRE)/\d++|NEAR)(?=[{regex.escape(TRAILING)}]*+(?:[{_SIGN}]|$))"
)
_LETTER = regex.compile(r"\p{L}(?:,|$)")
"""Of a further part in "46/130 A and B", which is no citation alone."""
_ID_TAIL = regex.compile(r"(?:@[a-z]{2})?#\w++(?:[.-]++\w++)*+")
"""What makes the id of a record of a symbol."""

_FILE_ID = regex.compile(
    r"file:\S[^\"“”„«»]{0,1000}?@[a-z]{2,3}#\w++(?:[.-]++\w++)*+(?=[\s(),;.:!?^\"“”„«»]|$)"
)
"""The id of a record of a document without a symbol: names of files may have spaces inside."""

_ID_FIELD = regex.compile(r"id:(?=\S)", regex.I)

_STAR = regex.compile(r"/?\*")
_UNTIL_OPERATOR = regex.compile(r"""(?=\s(?:AND|OR|NOT|NEAR|PRE)\b|["“”^]|$)""")
_SPACE = regex.compile(r"\s++")
_BETWEEN = regex.compile(rf"[{_STOPS_APART}]")


class Token(NamedTuple):
    """A piece of a query: "(" or ")", "operator", "minus", "boost", "field", "phrase", "citation", "word"."""

    kind: str
    text: str
    start: int
    end: int


def wrong(source: str, message: str, start: int, end: int) -> NoReturn:
    """Complain of a place in a query."""
    raise QuerySyntaxError(message, source=source, span=(start, max(end, start + 1)))


def scan(text: str) -> list[Token]:
    """Return the tokens of a query.

    Raises:
        QuerySyntaxError: It is too long, a quotation mark is not closed, or paragraph numbers make no sense.
    """
    if len(text) > MAX_LENGTH:
        message = f"the query has {len(text):,} characters, at most {MAX_LENGTH:,} are read; search in parts"
        wrong(text, message, MAX_LENGTH, MAX_LENGTH + 1)
    found = cited(text)
    tokens = list(_tokens(text, found))
    quoted = {at for token in tokens if token.kind == "phrase" for at in range(token.start, token.end)}
    _check_places(text, {start: end for start, end in found.items() if start not in quoted})
    if text.upper() == text:  # typed all in capitals, "DRIFTS NEAR THE EQUATOR" asks for no distance
        tokens = [token._replace(kind="word") if token.text == "NEAR" else token for token in tokens]
    return tokens


def cited(text: str) -> dict[int, int]:
    """Return where symbols and citations begin and end; they are recognised before anything else."""
    text = _BEFORE_WORDS.sub(lambda match: " " * len(match.group()), text)
    found = {
        start: end
        for start, end, citation in find_citations(text, any_case=True)
        if citation.symbol is not None
        and (start == 0 or not text[start - 1].isalnum())
        and not text[end : end + 1].isalnum()
        and text.count("(", start, end) == text.count(")", start, end)
        and not _LETTER.match(text, start, end)
    }
    for start, end in find_articles(text):
        found = {at: last for at, last in found.items() if last <= start or at >= end}
        found[start] = end
    covered = iter(sorted(found.items()))
    first, last = next(covered, (len(text), len(text)))
    for start, end, _ in find_symbols(text, any_case=True):
        while last <= start:
            first, last = next(covered, (len(text), len(text)))
        if end <= first:
            found[start] = end
    if "#" in text:
        for start, end in found.items():
            tail = _ID_TAIL.match(text, end)
            if tail and not _SPACE.search(text, start, end):
                found[start] = tail.end()
        for match in _FILE_ID.finditer(text):
            found = {at: end for at, end in found.items() if end <= match.start() or at >= match.end()}
            found[match.start()] = match.end()
    return found


def _check_places(text: str, found: dict[int, int]) -> None:
    """Complain of paragraph numbers behind a symbol that make no sense."""
    for start, following in pairwise([*sorted(found), len(text)]):
        end = found[start]
        if not begins_place(text, end):
            continue
        until = _UNTIL_OPERATOR.search(text, end, following)
        try:
            parse_citation(text[start : until.start() if until else following])
        except (CitationSyntaxError, SymbolSyntaxError) as error:
            first, last = error.span
            if first > end - start:
                raise QuerySyntaxError(
                    error.message, source=text, span=(start + first, start + last)
                ) from error


def _tokens(text: str, found: dict[int, int]) -> Iterator[Token]:
    at = 0
    before = Token("", "", 0, 0)
    ends = {mark: text.rfind(mark) for mark in _PARTNERS}
    while at < len(text):
        skipped = _SPACE.match(text, at) or _before_id(text, at, found)
        is_range = before.kind == "field" and text.startswith("..", at)
        if not skipped and not is_range and at not in found:
            skipped = _BETWEEN.match(text, at) or _LEADING.match(text, at)
        if skipped:
            at = skipped.end()
            continue
        token = _quoted(text, at, ends) if text[at] in _PARTNERS else _next(text, at, found, before)
        yield token
        at, before = token.end, token


def _before_id(text: str, at: int, found: dict[int, int]) -> regex.Match[str] | None:
    """Return the "id:" that may stand before the id of a record."""
    match = _ID_FIELD.match(text, at)
    return match if match and "#" in text[match.end() : found.get(match.end(), 0)] else None


def _next(text: str, at: int, found: dict[int, int], before: Token) -> Token:
    if at in found:
        end = found[at]
        star = _STAR.match(text, end)
        end = star.end() if star else end
        return Token("word" if text[end - 1] == "*" else "citation", text[at:end], at, end)
    if text[at] in "()":
        return Token(text[at], text[at], at, at + 1)
    operator = _OPERATOR.match(text, at)
    if operator:
        return Token("operator", operator.group(1), at, operator.end())
    if _MINUS.match(text, at):
        return Token("minus", "-", at, at + 1)
    boost = _BOOST.match(text, at)
    if boost and before.end == at and before.kind in {"word", "phrase", "citation", ")", "boost"}:
        return Token("boost", boost.group(1), at, boost.end())
    field = _FIELD.match(text, at)
    if field:
        return Token("field", field.group(1), at, field.end())
    bare = _BARE.match(text, at)
    end = bare.end() if bare else at + 1
    if text[end - 1] == ":" and text[at : end - 1] in FIELDS:
        message = (
            f"{text[at:end]} needs a value right behind it; to search for the word, put it in quotation marks"
        )
        wrong(text, message, at, end)
    return Token("word", text[at:end], at, end)


def _quoted(text: str, at: int, ends: dict[str, int]) -> Token:
    """Return a phrase, up to the partner of its mark or else to any double mark: word processors mix them."""
    mark = text[at]
    partner = _PARTNERS[mark]
    if mark in _ONLY_CLOSING and at and not (text[at - 1].isspace() or text[at - 1] in "(:-"):
        wrong(text, "this quotation mark closes nothing: open it before, or leave it out", at, at + 1)
    end = text.find(partner, at + 1) if ends[partner] > at else -1
    if end < 0 and _DOUBLE_MARK.match(mark):
        other = _DOUBLE_MARK.search(text, at + 1)
        end = other.start() if other else -1
    if end < 0:
        wrong(text, "this quotation mark has no partner: close it, or leave it out", at, at + 1)
    return Token("phrase", text[at + 1 : end], at, end + 1)
