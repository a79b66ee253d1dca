"""What every engine does here: store the same paragraphs, answer the same questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, Protocol

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Any

Kind = Literal[
    "rare entity",
    "common word",
    "AND",
    "OR",
    "phrase",
    "NEAR",
    "prefix",
    "fuzzy",
    "filters",
    "facets",
    "key",
    "ten names",
    "entity",
]
"""What a question asks for, and the class under which its time is counted."""

TOP = 10
"""Hits of an answer that are shown with text and snippet."""

DISTANCE = 5
"""Of NEAR: at most so many words from one to the other."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question in no engine's language.

    Attributes:
        kind: What is asked.
        words: Words, or phrases of several words for "phrase", "ten names" and "entity".
        symbol: Of "filters": the first parts of a symbol.
        years: Of "filters": the first and the last year.
        key: Of "key".
    """

    kind: Kind
    words: tuple[str, ...] = ()
    symbol: str = ""
    years: tuple[int, int] = (0, 0)
    key: str = ""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a question.

    Attributes:
        total: How many paragraphs answer.
        keys: Of the hits shown, best first.
        marked: How many of them have words marked in their snippet.
        counted: Values that were counted, for "facets".
    """

    total: int
    keys: tuple[str, ...] = ()
    marked: int = 0
    counted: int = 0


class UnableError(Exception):
    """The engine has nothing for this kind of question."""


class Searcher(Protocol):
    """An open index."""

    def answer(self, question: Question) -> Answer:
        """The number of all hits, and the best ten with text and marked snippet.

        Raises:
            UnableError: The engine has nothing for it.
        """

    def close(self) -> None:
        """Let the files go."""


class Engine(Protocol):
    """An engine; making one loads its library, so that this costs nothing later."""

    package: ClassVar[str]
    """The distribution whose version is reported."""

    frames: ClassVar[str]
    """Which input it takes: "paragraphs" or "records"."""

    def build(self, folder: Path, documents: Iterable[Any]) -> None:
        """Make an index of all documents in an empty folder."""

    def open(self, folder: Path) -> Searcher:
        """Open an index to search."""
