"""The tokens of a query that mean something, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import regex

from indexer.query.leaves import has_letters
from indexer.query.scan import scan, wrong

if TYPE_CHECKING:
    from indexer.query.scan import Token

MAX_PARTS = 1_000
"""Words of a query; a search reads the postings of each."""

_SIGN = r"\p{S}%#@&§¶†‡\\"
_SIGNS = regex.compile(
    rf"(?<![^\s\"“”„«»(])[[{_SIGN}]--[=~^`]]++|[[{_SIGN}]--[~^`]]++(?![^\s,;.:!?)])|\|++", regex.V1
)
"""Signs at the edges of words, which no index has, and strokes for OR; "=" before a word means something."""


class TokenReader:
    """Goes through the tokens of a text.

    Attributes:
        text: As typed.
        ignored: What of it holds neither a letter nor a digit; a "!" that may mean NOT with its word.
        tokens: The others.
        at: The position of the next one.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.ignored: list[str] = []
        self.tokens = self._meaningful(scan(text))
        self.at = 0
        if len(self.tokens) > MAX_PARTS:
            token = self.tokens[MAX_PARTS]
            self.fail(f"more than {MAX_PARTS:,} words and signs; search in parts", token.start, token.end)

    def _meaningful(self, tokens: list[Token]) -> list[Token]:
        """Set aside words and phrases without a letter or digit, and brackets around nothing else."""
        kept: list[Token] = []
        last = None
        for token in tokens:
            behind = kept[-1] if kept else None
            if token.kind in {"word", "phrase"} and not has_letters(token.text):
                dropped = behind is None or behind.kind != "field" or behind is not last
            elif token.kind == ")" and behind is not last and _is_free_bracket(kept):
                kept.pop()
                last = None
                continue
            else:
                dropped = token.kind == "boost" and behind is not last
            if dropped:
                self.ignored.append(self.text[token.start : token.end])
            else:
                self.ignored.extend(self._signs(token))
                kept.append(token)
            last = token
        return kept

    def _signs(self, token: Token) -> list[str]:
        """Return the signs at the edges of words that mean nothing here."""
        if token.kind not in {"word", "phrase"}:
            return []
        before = self.text[max(token.start - 2, 0) : token.start]
        negated = [f"!{self.text[token.start : token.end]}"] if before.lstrip(" (") == "!" else []
        return negated + [match.group() for match in _SIGNS.finditer(token.text)]

    def fail(self, message: str, start: int, end: int) -> NoReturn:
        """Raise the error that a query cannot be read at a place."""
        wrong(self.text, message, start, end)

    def peek(self) -> Token | None:
        """Return the next token, None at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def stands(self, kind: str, *texts: str) -> bool:
        """Whether the next token is of a kind, and begins with one of some texts."""
        token = self.peek()
        return token is not None and token.kind == kind and token.text.startswith(texts or "")


def _is_free_bracket(tokens: list[Token]) -> bool:
    """Return whether the last of some tokens opens a bracket that nothing before it waits for."""
    if not tokens or tokens[-1].kind != "(":
        return False
    return len(tokens) == 1 or tokens[-2].kind not in {"minus", "operator", "field"}
