"""The paragraphs that every engine gets: read, chosen, and named."""

from __future__ import annotations

import gzip
import random
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
"""Where the data lie that are not part of the project: beside it."""

SEED = 20_251_123
"""Of every choice at random, so that two runs ask and store the same."""


class AbsentDataError(Exception):
    """What is to be measured is not here."""


class Paragraph(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A paragraph as every engine gets it.

    Attributes:
        key: Unique: document, language and address, as a record's id.
        symbol: Of the document.
        year: Of the document.
        number: As printed, empty without one.
        page: It begins on.
        section: Headings above it, outermost first.
        text: What is searched.
    """

    key: str
    symbol: str
    year: int
    number: str
    page: int
    section: tuple[str, ...]
    text: str


Document = tuple[Paragraph, ...]
"""The paragraphs of one document, in order."""


class _Line(msgspec.Struct, frozen=True):
    symbol: str
    kind: str
    number: str | None
    page: int
    section: list[str]
    year: int
    language: str
    text: str


def read_documents(shared: Path = SHARED) -> list[Document]:
    """Every document of the collection, in the order of their first paragraphs.

    Raises:
        AbsentDataError: The collection is not there.
    """
    path = shared / "bench" / "paragraphs.jsonl.gz"
    if not path.exists():
        raise AbsentDataError(
            f"the paragraphs are not here: there is no bench/{path.name} in {shared}; "
            "--shared names another folder"
        )
    decoder = msgspec.json.Decoder(_Line)
    by_symbol: dict[str, list[_Line]] = defaultdict(list)
    with gzip.open(path) as lines:
        for line in lines:
            read = decoder.decode(line)
            by_symbol[_canonical(read.symbol)].append(read)
    return [_document(symbol, lines) for symbol, lines in by_symbol.items()]


@cache
def _canonical(symbol: str) -> str:
    """The symbol as the reader of reports would hand it on."""
    from indexer.grammar.symbols import DocumentSymbol  # noqa: PLC0415  # not in the processes of other engines

    parsed = DocumentSymbol.try_parse(symbol)
    return symbol if parsed is None else parsed.text


def _document(symbol: str, lines: Iterable[_Line]) -> Document:
    taken: dict[str, int] = defaultdict(int)
    paragraphs = []
    for place, line in enumerate(lines, 1):
        number = line.number or ""
        address = f"p{number}" if number.isascii() and number.isdigit() else f"t{place}"
        taken[address] += 1
        if taken[address] > 1:  # a number that comes again begins a further sequence
            address = f"s{taken[address]}.{address}"
        paragraphs.append(
            Paragraph(
                key=f"{symbol}@{line.language}#{address}",
                symbol=symbol,
                year=line.year,
                number=number,
                page=line.page,
                section=tuple(line.section),
                text=line.text,
            )
        )
    return tuple(paragraphs)


def choose(documents: Iterable[Document], paragraphs: int | None) -> list[Document]:
    """Whole documents at random until there are so many paragraphs, the last one cut; None for all."""
    chosen = list(documents)
    random.Random(SEED).shuffle(chosen)  # noqa: S311  # a sample, not a secret
    if paragraphs is None:
        return chosen
    left, kept = paragraphs, []
    for document in chosen:
        if left <= 0:
            break
        kept.append(document[:left])
        left -= len(document)
    return kept


def text_bytes(documents: Iterable[Document]) -> int:
    """The size of all texts in UTF-8."""
    return sum(len(paragraph.text.encode()) for document in documents for paragraph in document)
