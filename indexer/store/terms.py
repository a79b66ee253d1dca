"""Facts and words -> terms of the index, and the fields that hold them.

Fields of running text hold the terms of words (`indexer.store.analysis`), with positions; every other field
is a set of terms, or counts them.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby

import msgspec

from indexer.grammar.characters import fold_characters
from indexer.grammar.symbol_spelling import key_of, split_joint
from indexer.grammar.symbols import DocumentSymbol
from indexer.model import (  # msgspec reads types at run time
    Box,
    Extraction,
    Footnote,
    Kind,
    Mention,
    Part,
    Position,
    Record,
    Reference,
    Source,
)

PASSAGE_FIELDS = ("section", "text", "title")
"""Fields of running text, with positions."""

INDIRECT = ("section", "title")
"""Fields whose units are not records, but texts that many records share."""

COUNT_FIELDS = ("entity",)
"""Fields that count how often a term stands in a record."""

SET_FIELDS = (
    "address", "body", "cites", "date", "document", "file", "id", "kind", "lang", "number", "page",
    "position", "symbol", "year",
)  # fmt: skip
"""Fields that only tell whether a record has a term."""

FIELDS = tuple(sorted((*PASSAGE_FIELDS, *COUNT_FIELDS, *SET_FIELDS)))
"""All fields; a term in the index begins with the place of its field in this row, as one byte."""

_FIELD_BYTES = {name: bytes([place]) for place, name in enumerate(FIELDS)}


_TURNED = str.maketrans("0123456789", "9876543210")


class Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the records of one kind and position in one document share: stored once for all of them.

    Attributes:
        sort: Where the document stands in an answer, copies behind each other; of a single record's row,
            where the record stands.
    """

    sort: str
    document: str
    copy: int
    symbol: str | None
    body: str | None
    year: int | None
    language: str
    kind: Kind
    date: str | None
    symbols: tuple[str, ...]
    title: str
    source: Source
    position: Position | None = None

    @property
    def newest(self) -> str:
        """What puts rows in order, the newest date first and none last, and by sort for the same date."""
        date = self.date or (str(self.year) if self.year is not None else "")
        return f"{date.translate(_TURNED) or '~'}\t{self.sort}"


class Kept(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True, gc=False):
    """What a record has for itself; the most usual fields first, since those at the end need not be written.

    Attributes:
        id: The record's, empty where it is made of document and address, as usual.
    """

    text: str
    address: str
    number: str | None = None
    page: int | None = None
    page_end: int | None = None
    page_label: str | None = None
    boxes: tuple[Box, ...] = ()
    mentions: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    parts: tuple[Part, ...] = ()
    number_inferred: str | None = None
    extraction: Extraction = Extraction()
    id: str = ""
    article: str | None = None


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Kept).decode


def keep(record: Record) -> bytes:
    """Return what a record has for itself, as bytes."""
    address = record.address
    usual = f"{document_of(record)}#{address}"
    return _encode(
        Kept(
            record.text,
            address,
            record.number,
            record.page,
            record.page_end,
            record.page_label,
            record.boxes,
            record.mentions,
            record.references,
            record.footnotes,
            record.parts,
            record.number_inferred,
            record.extraction,
            "" if record.id == usual else record.id,
            record.article,
        )
    )


def restored(content: bytes, row: Row, section: tuple[str, ...], order: int) -> Record:
    """Return the record that `keep` was given, from what it shares with others."""
    kept = _decode(content)
    return Record(
        id=kept.id or f"{row.document}#{kept.address}",
        symbol=row.symbol,
        symbols=row.symbols,
        language=row.language,
        kind=row.kind,
        number=kept.number,
        address=kept.address,
        section=section,
        page=kept.page,
        page_end=kept.page_end,
        page_label=kept.page_label,
        order=order,
        text=kept.text,
        parts=kept.parts,
        footnotes=kept.footnotes,
        boxes=kept.boxes,
        title=row.title,
        date=row.date,
        body=row.body,
        year=row.year,
        mentions=kept.mentions,
        references=kept.references,
        number_inferred=kept.number_inferred,
        source=row.source,
        extraction=kept.extraction,
        copy=row.copy,
        position=row.position,
        article=kept.article,
    )


def row_of(record: Record) -> Row:
    """Return what a record shares with others of its document."""
    document = document_of(record)
    return Row(
        f"{natural_key(document)}\t{record.copy:03d}",
        document,
        record.copy,
        record.symbol,
        record.body,
        record.year,
        record.language,
        record.kind,
        record.date,
        record.symbols,
        record.title,
        record.source,
        record.position,
    )


def field_term(field: str, term: str) -> bytes:
    """Return a term as it stands in the table of terms."""
    return _FIELD_BYTES[field] + term.encode(
        "utf-8", "surrogatepass"
    )  # half a character is in no index, but may be asked for


def document_of(record: Record) -> str:
    """Return the part of a record's id that names its document and language."""
    return record.id.rpartition("#")[0]


def natural_key(text: str) -> str:
    """Return a key that sorts numbers by value, and documents without a symbol behind the others.

    >>> sorted(["A/HRC/10/1", "A/HRC/9/8"], key=natural_key)
    ['A/HRC/9/8', 'A/HRC/10/1']
    """
    padded = "".join(
        "".join(run).zfill(7) if is_number else "".join(run)
        for is_number, run in groupby(text.casefold(), str.isdecimal)
    )
    return f"~{padded}" if text.startswith("file:") else padded


@lru_cache(maxsize=8192)
def symbol_key(symbol: str) -> str:
    """Return a symbol as it is compared: without spaces, asterisks and case.

    >>> symbol_key("A／HRC/9/8 *")
    'a/hrc/9/8'
    """
    parsed = DocumentSymbol.try_parse(symbol)
    if parsed is not None:
        return parsed.key
    text = unicodedata.normalize("NFKC", symbol).replace("–", "-").replace("*", "")
    return "".join(text.split()).casefold()


def symbol_terms(symbol: str) -> list[str]:
    """Return every beginning of a symbol that ends before a stroke, and the whole symbol marked with "=".

    >>> symbol_terms("A/HRC/9")
    ['a', 'a/hrc', 'a/hrc/9', '=a/hrc/9']
    """
    key = symbol_key(symbol)
    parts = key.split("/")
    return ["/".join(parts[: count + 1]) for count in range(len(parts))] + ["=" + key]


def cite_terms(target: str, address: str | None) -> list[str]:
    """Return the cited document, and the cited unit with all that it lies in, each under joint symbols too.

    >>> cite_terms("A/CONF.189/12", "p74.a")
    ['a/conf.189/12', 'a/conf.189/12#p74', 'a/conf.189/12#p74.a']
    >>> cite_terms("A/79/8-S/2025/1", None)
    ['a/79/8-s/2025/1', 'a/79/8', 's/2025/1']
    """
    key = symbol_key(target)
    joint = split_joint(key)
    keys = [key, *map(key_of, joint)] if len(joint) > 1 else [key]
    parts = address.casefold().split(".") if address else []
    inner = [f"#{'.'.join(parts[: count + 1])}" for count in range(len(parts))]
    return [f"{one}{place}" for one in keys for place in ("", *inner)]


def number_key(number: str) -> str:
    """Return a paragraph number as it is compared.

    >>> number_key("10 bis"), number_key("١٠")
    ('10bis', '10')
    """
    return "".join(fold_characters(number).split()).rstrip(".").casefold()


def language_key(language: str) -> str:
    """Return a language code as it is compared."""
    return language.strip().casefold()
