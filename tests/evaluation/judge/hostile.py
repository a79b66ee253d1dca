"""Texts that nobody would type as queries, each to be answered: by hits, a word why not, or our own error."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import regex

from indexer.errors import QuerySyntaxError, UsageError
from indexer.query.parser import parse_query
from indexer.query.scan import FIELDS
from tests.evaluation.judge.folding import folded
from tests.evaluation.judge.material import Material
from tests.evaluation.judge.words import words
from tests.evaluation.outcome import squash

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.query import Index

PATIENCE = 1.0
"""CPU seconds that a query may take."""

_SIGNS = (
    "AND", "OR", "NOT", "NEAR/3", "NEAR/0", "NEAR/999", "NEAR", "PRE/2", "PRE/", "and", "or", "(", ")",
    "((", "))", "()", '"', '""', "“", "”", "„", "«", "»", "*", "**", "?", "wom?n", "a*b", "*a", "~", "~1",
    "~2", "~9", "=", "==", "-", "--", "+", "^", "^2", "^0", "^1e9", ":", "::", "..", "...", "/", "//", "/*",
    "§", "¶", "para.", "paras.", "[copy 2]", "@en#p1", "#", "\\", "&", "|", "!", "'", "’s", "l’", "%",
    "$1,000,", "{", "}", "<b>", "--any", "\u00a0",
)  # fmt: skip
_STRANGE = (
    "права", "человека", "人权", "第十条", "حقوق", "الإنسان", "١٢", "ΔΙΚΑΙΩΜΑ", "זכויות", "मानव", "สิทธิ",
    "권리", "İzmir", "ﬁnal", "ＩＬＯ", "e\u0301", "\u0301", "\u200b", "\u200d", "\u202e", "\ufeff", "\u00ad",
    "\x00", "\x07", "\x1b[0m", "\t", "\r\n", "\x1f", "\ud800", "\U000116d0", "😀", "ß", "ǅ", "½", "²", "_",
    "__init__", "a" * 300, "9" * 50, "A/" * 40, "x-" * 60, "(" * 50, ")" * 50, "~" * 30, "'" * 30,
)  # fmt: skip
_LETTER = regex.compile(r"[\p{L}\p{N}]")


class Hostile(Material):
    """Makes texts from real words, signs and what else can be typed, the same ones for the same seed."""

    def texts(self, count: int) -> Iterator[tuple[str, dict[str, Any]]]:
        """So many texts, each with how it is asked."""
        for _ in range(count):
            many = self.chance.choice((1, 2, 3, 4, 6, 10, 25))
            joint = self.chance.choice(("", " ", " ", " "))
            yield joint.join(self._piece() for _ in range(many)), self._options()

    def _piece(self) -> str:
        kind = self.chance.random()
        if kind < 0.35:
            return self.word().text
        if kind < 0.65:
            return self.chance.choice(_SIGNS)
        if kind < 0.8:
            return self.chance.choice(_STRANGE)
        if kind < 0.88:
            name = self.chance.choice((*FIELDS, "author", "http"))
            return f"{name}:{self.chance.choice(('', self.word().text, '..'))}"
        if kind < 0.95:
            record = self.record()
            return f"{record.symbol or record.id}, para. {record.number}"
        return chr(self.chance.choice((self.chance.randrange(0x250), self.chance.randrange(0x110000))))

    def _options(self) -> dict[str, Any]:
        options: dict[str, Any] = {
            name: self.chance.random() < 0.3 for name in ("any_word", "exact") if self.chance.random() < 0.3
        }
        if self.chance.random() < 0.1:
            name = self.chance.choice(("symbol", "body", "year", "lang", "section", "kind", "entity"))
            options[name] = self._piece()
        if self.chance.random() < 0.1:
            options |= {"sort": self.chance.choice(("date", "oldest", "symbol")), "group": "doc"}
        if self.chance.random() < 0.1:
            options |= {"kwic": 20, "context": 1, "explain": True}
        return options


def faults(index: Index, text: str, options: dict[str, Any], *, patience: float = PATIENCE) -> Iterator[str]:
    """A sentence for everything in which an answer falls short; to take more CPU seconds than that is one."""
    start = time.process_time()
    try:
        results = index.search(text, limit=3, **options)
    except (QuerySyntaxError, UsageError) as error:
        if not str(error).strip():
            yield f"{type(error).__name__} without a word"
        results = None
    except Exception as error:  # noqa: BLE001  # that nothing else is raised is what is looked at
        yield f"raises {type(error).__name__}: {error}"
        return
    spent = time.process_time() - start
    if spent > patience:
        yield f"takes {spent:.1f} s"
    if results is None:
        return
    if not results.total and not results.notices:
        yield "finds nothing without a word why"
    lost = dropped(text)
    if lost:
        yield f"drops {sorted(lost)}"


def dropped(text: str) -> set[str]:
    """Words of a text that stand neither in its tree nor among what was ignored, operators apart."""
    query = parse_query(text)
    kept = " ".join([str(query), *query.ignored])
    held = squash(folded(kept)) + " and or not near"
    return {
        word.form
        for word in words(text)
        if word.typed
        and (begins := _LETTER.search(word.form))  # a mark before it stands on what is before the word
        and squash(word.form[begins.start() :]) not in held
    }
