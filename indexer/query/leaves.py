"""One token -> one leaf of the tree: a word, a phrase, a citation, or the value of a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.errors import CitationSyntaxError
from indexer.grammar.characters import fold_characters
from indexer.query.leaf_nodes import (
    Citation,
    Exact,
    Fuzzy,
    OpenPhrase,
    Phrase,
    Prefix,
    Range,
    Symbol,
    Wildcard,
    Word,
)
from indexer.query.scan import EDGES, TRAILING, Token, cited, wrong
from indexer.query.terms import ANY_LETTERS, ONE_LETTER, is_open, opened
from indexer.query.tree import Field
from indexer.query.values import RANGED, check_value, year_range
from indexer.store.analysis import words

if TYPE_CHECKING:
    from indexer.query.tree import Node

_FUZZY = regex.compile(r"(.+)~([0-9]*+)")
_UNDER = regex.compile(r"(?=.*/)([\p{L}\d./()\-]++)\*")
_STOPS = ",;:!?"
"""What may stand behind a range; it has full stops of its own."""

_RANGE = regex.compile(r"([^.\s]*+(?:\.[^.\s]++)*+)\.\.([^.\s]*+(?:\.[^.\s]++)*+)")
_DOTTED = regex.compile(r"(?:\p{L}\.){2,}+")
_HAN_END = regex.compile(r"(?<=\p{Han})\*+(?!\S)")  # such a sign is a word: nothing of it is left open
_BEGINNING = regex.compile(
    r"\*(?=[\p{L}\p{N}])"
)  # stars of notes stand before other signs: pasted text has them
_OTHERS_NEAR = regex.compile(r"(?:NEAR|PRE)/.*|[WNP]/[0-9]+")
_NO_BEGINNING = "a word cannot begin with {}: write its first letters before it, as in organi*ation or wom?n"


def has_letters(text: str) -> bool:
    """Return whether there is a letter or digit in a text."""
    return next(words(text), None) is not None


def leaf(source: str, token: Token) -> Node:
    """Return the leaf that a word, phrase or citation means."""
    if token.kind == "phrase":
        return _phrase(source, token)
    if token.kind == "citation":
        return _citation(source, token)
    return _word(source, token)


def value(source: str, name: str, token: Token) -> Node:
    """Return the value of a field that holds no running text."""
    node = _value(source, name, token)
    problem = check_value(name, node)
    if problem:
        wrong(source, problem, token.start, token.end)
    return node


def _phrase(source: str, token: Token) -> Node:
    text = _HAN_END.sub("", _plain_spaces(token.text))
    shaped = opened(text)
    if _BEGINNING.search(shaped):
        wrong(source, _NO_BEGINNING.format("*"), token.start, token.end)
    if not is_open(shaped):
        return Phrase(text)
    _check_open(source, shaped, token)
    return OpenPhrase(text)


def _plain_spaces(text: str) -> str:
    return " ".join(text.replace('"', " ").split())


def _citation(source: str, token: Token) -> Node:
    from indexer.grammar.citations import parse_citation  # noqa: PLC0415 - see scan; kept out of tests of words

    if token.text.startswith("file:"):
        return Citation(token.text)
    try:
        citation = parse_citation(token.text)
    except CitationSyntaxError as error:  # the address in the id of a record
        start, end = error.span
        wrong(source, error.message, token.start + start, token.start + end)
    if citation.pinpoints:
        return Citation(" ".join(token.text.split()))
    return Symbol(str(citation.symbol))


def _word(source: str, token: Token) -> Node:
    text = token.text.rstrip(TRAILING)
    if text[:1] == "~" and token.start and source[token.start - 1] in '"”“»«':
        wrong(
            source,
            "~ stands behind a word only; for words near each other write a NEAR/5 b",
            token.start,
            token.end,
        )
    if _OTHERS_NEAR.fullmatch(text):
        message = (
            f"{text} has no one meaning; write NEAR/5 for at most five words apart, PRE/5 for this order"
        )
        wrong(source, message, token.start, token.end)
    if text.endswith("*") and text[0].isupper():
        under = _UNDER.fullmatch(text)
        if under:
            begun = under.group(1)
            return (
                Symbol(begun.rstrip("/"), under=True)
                if begun.endswith("/")
                else Field("symbol", Prefix(begun))
            )
    if text.startswith("="):
        return _exact(source, text.lstrip("=" + EDGES), token)
    fuzzy = _FUZZY.fullmatch(text)
    if fuzzy:
        return _fuzzy(source, fuzzy, token)
    return _shaped(source, text, token)


def _exact(source: str, text: str, token: Token) -> Node:
    if "*" in text or is_open(opened(text)):
        wrong(source, "= takes a word in its very letters, so no * or ? in it", token.start, token.end)
    return Exact(_clean(source, text, token))


def _fuzzy(source: str, fuzzy: regex.Match[str], token: Token) -> Node:
    text, distance = fuzzy.group(1), int(fuzzy.group(2)[:3] or 1)
    if distance not in {1, 2}:
        wrong(source, "~ takes 1 or 2: so many letters may differ", token.start, token.end)
    if is_open(opened(text)) or "*" in text:
        wrong(source, "a word takes either wildcards or ~, not both", token.start, token.end)
    return Fuzzy(_clean(source, text, token), distance)


def _shaped(source: str, text: str, token: Token) -> Node:
    """Return a word, a prefix, or a word with wildcards."""
    shaped = opened(text)
    if "*" in shaped or text.startswith("?"):
        stray = "*" if "*" in shaped else "?"
        if "/" in text and text[0] != stray:
            wrong(source, "a symbol takes * at its end only, as in A/HRC/*", token.start, token.end)
        wrong(source, _NO_BEGINNING.format(stray), token.start, token.end)
    if not is_open(shaped):
        word = _clean(source, text, token)
        is_symbol = "/" in word and cited(word).get(0) == len(word)  # behind signs that hid it
        return _citation(source, token._replace(text=word)) if is_symbol else Word(word)
    stem = shaped.rstrip(ANY_LETTERS)
    if not is_open(stem):
        return Prefix(_clean(source, stem, token))
    _check_open(source, shaped, token)
    return Wildcard(_clean(source, text, token))


def _check_open(source: str, shaped: str, token: Token) -> None:
    """Complain of a wildcard that analysis parts from the letters before it."""
    if any(word.form[0] in ANY_LETTERS + ONE_LETTER for word in words(shaped)):
        wrong(
            source,
            "a wildcard stands for letters of a word, not of a number or symbol with strokes",
            token.start,
            token.end,
        )


def _clean(source: str, text: str, token: Token) -> str:
    """Return a word without the punctuation around it; dotted letters ("e.g.") keep their stops."""
    cleaned = text.lstrip(EDGES).rstrip(TRAILING)
    dotted = _DOTTED.fullmatch(cleaned + ".")
    if dotted and token.text[token.text.find(cleaned) + len(cleaned) :][:1] == ".":
        cleaned += "."
    if not has_letters(cleaned):
        wrong(source, "there is no letter or digit in this; leave it out", token.start, token.end)
    return cleaned


def _value(source: str, name: str, token: Token) -> Node:
    text = token.text.strip()
    if name in RANGED:  # Arabic digits and wide ones are as good
        text = fold_characters(text)
    if name == "year":
        text = year_range(text.rstrip(_STOPS))
    if token.kind == "phrase" and has_letters(text):
        return Phrase(_plain_spaces(text))
    span = _RANGE.fullmatch(text.rstrip(_STOPS))
    if span and token.kind == "word":
        low, high = span.group(1) or None, span.group(2) or None
        if low is None and high is None:
            wrong(
                source,
                f"a range needs at least one end, such as {name}:2.. or {name}:..9",
                token.start,
                token.end,
            )
        return Range(low, high)
    if token.kind == "citation":
        if name == "symbol" and not isinstance(_citation(source, token), Symbol):
            wrong(
                source,
                "symbol: takes a document; leave symbol: out to find the paragraph",
                token.start,
                token.end,
            )
        return Word(text)
    text = text.rstrip(TRAILING)
    if not has_letters(text) or text.startswith("?"):
        wrong(source, f"{name}: needs a value of letters or digits right behind it", token.start, token.end)
    if "*" in text.rstrip("*"):
        wrong(source, f"{name}: takes * at the end of a value only", token.start, token.end)
    return Prefix(text.rstrip("*")) if text.endswith("*") else Word(text)
