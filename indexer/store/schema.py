"""Record -> the engine's fields.

A text field holds four kinds of terms at the same positions, told apart by their first characters, none of
which can stand inside a word::

    en:polici    the stem, in the language of the record
    =policies    the word as it is compared, without stemming
    ^ILO         a word with capitals, as typed
    !ilo         a word that stands in the record only with capitals, so that "who" as typed leaves WHO out

Only stems count for the length of a field. Every other field is a set of terms. The record itself is stored
once, as JSON; the column holds the little that sorting, grouping and counting need of every hit.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from pickle import dumps
from typing import TYPE_CHECKING, Any

import msgspec
import regex
from whoosh import columns, fields, formats
from whoosh.system import pack_uint

from indexer.grammar.symbols import DocumentSymbol
from indexer.store.analysis import GAP, Word, stems, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from indexer.model import Record

Posting = tuple[bytes, int, float, bytes]

TEXT_FIELDS = ("text", "title", "section")
TERM_FIELDS = (
    "id", "file", "document", "symbol", "body", "year", "lang", "kind", "date", "number", "address", "page",
    "cites",
)  # fmt: skip

_SINGLE: dict[int, bytes] = {}


class Row(msgspec.Struct, frozen=True, array_like=True):
    """What sorting, grouping and counting need of a record."""

    sort: str
    document: str
    copy: int
    symbol: str | None
    body: str | None
    year: int | None
    language: str
    kind: str
    date: str | None


class TermsField(fields.FieldType):
    """A field that holds a set of terms, without frequencies or lengths."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), None)

    def index(self, value: Iterable[str], **_: Any) -> Iterator[Posting]:
        """Yield the terms in the engine's form."""
        return ((term.encode(), 1, 1.0, b"") for term in set(value))


class CountsField(fields.FieldType):
    """A field that holds terms with the number of their occurrences, and is scored."""

    def __init__(self) -> None:
        super().__init__(formats.Frequency(), None, scorable=True)

    def index(self, value: Iterable[str], **_: Any) -> Iterator[Posting]:
        """Yield the terms in the engine's form."""
        return (
            (term.encode(), count, float(count), pack_uint(count)) for term, count in Counter(value).items()
        )


class PassageField(fields.FieldType):
    """A field of running text with positions; its value is a language and a list of texts."""

    def __init__(self) -> None:
        super().__init__(formats.Positions(), None, scorable=True)

    def index(self, value: tuple[str, tuple[str, ...]], **_: Any) -> Iterator[Posting]:
        """Yield the terms in the engine's form."""
        language, texts = value
        prefix = f"{language}:"
        for term, positions in passage_terms(texts, language).items():
            count = len(positions)
            counted = count if term.startswith(prefix) else 0
            yield term.encode(), counted, float(count), _encode(positions)


def passage_terms(texts: Iterable[str], language: str) -> dict[str, list[int]]:
    """Return every term of a passage with its positions."""
    found: dict[str, list[int]] = {}
    small: set[str] = set()
    large: set[str] = set()
    base = 0
    for text in texts:
        last = base
        for word in words(text):
            last = base + word.position
            for term in word_terms(word, language):
                _put(found, term, last)
            if word.typed:
                (large if word.typed != word.typed.lower() else small).add(word.form)
        base = last + GAP
    for form in large - small:
        found["!" + form] = [0]
    return found


def word_terms(word: Word, language: str) -> list[str]:
    """Return the terms of one word."""
    terms = ["=" + word.form]
    if word.plain:
        terms.extend(f"{language}:{stem}" for stem in stems(word.typed or word.form, language))
    else:
        terms.append(f"{language}:{word.form}")
    if word.typed and word.typed != word.typed.lower():
        terms.append("^" + word.typed)
    return terms


def _put(found: dict[str, list[int]], term: str, position: int) -> None:
    known = found.get(term)
    if known is None:
        found[term] = [position]
    elif known[-1] < position:
        known.append(position)
    elif position not in known:  # the joined form of a word with hyphens goes back to its first position
        known.append(position)
        known.sort()


def _encode(positions: list[int]) -> bytes:
    """Return the positions as whoosh.formats.Positions writes them."""
    if len(positions) == 1:
        position = positions[0]
        known = _SINGLE.get(position)
        if known is None:
            known = _SINGLE[position] = bytes(pack_uint(1)) + dumps([position], 2)
        return known
    gaps = [positions[0]]
    gaps.extend(after - before for before, after in pairwise(positions))
    return bytes(pack_uint(len(gaps))) + dumps(gaps, 2)


def make_schema() -> Any:
    """Return the engine's schema."""
    schema = fields.Schema()
    for name in TEXT_FIELDS:
        schema.add(name, PassageField())
    for name in TERM_FIELDS:
        schema.add(name, TermsField())
    schema.add("entity", CountsField())
    schema.add("row", fields.COLUMN(columns.VarBytesColumn()))
    schema.add("record", fields.STORED())
    return schema


def record_fields(
    record: Record, location: str, find_entities: Callable[[str], Iterable[str]]
) -> dict[str, Any]:
    """Return the fields of a record.

    Args:
        record: With its copy number.
        location: Absolute path of its file, the key by which it is replaced.
        find_entities: Gives the ids of the entities named in a text, for the notes, which carry no mentions.
    """
    language = record.language
    notes = tuple(note.text for note in record.footnotes)
    values: dict[str, Any] = {
        "text": (language, (record.text, *notes)),
        "title": (language, (record.title,)),
        "section": (language, record.section),
        "entity": [mention.entity for mention in record.mentions]
        + [entity for note in notes for entity in find_entities(note)],
        "row": msgspec.json.encode(_row(record)),
        "record": msgspec.json.encode(record),
    }
    values.update(_term_fields(record, location))
    return values


def _term_fields(record: Record, location: str) -> dict[str, list[str]]:
    numbers = {number for number in (record.number, record.number_inferred) if number}
    symbols = {*record.symbols, record.symbol} - {None}
    return {
        "id": [record.id],
        "file": [location, f"path:{record.source.path}"],
        "document": [document_of(record)],
        "symbol": [term for symbol in symbols if symbol for term in symbol_terms(symbol)],
        "body": [record.body.casefold()] if record.body else [],
        "year": [str(record.year)] if record.year is not None else [],
        "lang": [language_key(record.language)],
        "kind": [record.kind],
        "date": [record.date] if record.date else [],
        "number": [number_key(number) for number in numbers],
        "address": [record.address.casefold()],
        "page": [str(page) for page in _pages(record)],
        "cites": [
            term
            for reference in record.references
            for term in cite_terms(reference.target, reference.address)
        ],
    }


def _pages(record: Record) -> range:
    if record.page is None:
        return range(0)
    return range(record.page, (record.page_end or record.page) + 1)


def _row(record: Record) -> Row:
    return Row(
        sort=f"{natural_key(document_of(record))}\t{record.copy:03d}\t{record.order:06d}\t{record.id}",
        document=document_of(record),
        copy=record.copy,
        symbol=record.symbol,
        body=record.body,
        year=record.year,
        language=record.language,
        kind=record.kind,
        date=record.date,
    )


def document_of(record: Record) -> str:
    """Return the part of a record's id that names its document and language."""
    return record.id.rpartition("#")[0]


_NUMBER = regex.compile(r"\d+")


def natural_key(text: str) -> str:
    """Return a key that sorts numbers by value, and documents without a symbol behind the others.

    >>> sorted(["A/HRC/10/1", "A/HRC/9/8"], key=natural_key)
    ['A/HRC/9/8', 'A/HRC/10/1']
    """
    padded = str(_NUMBER.sub(lambda match: match.group().zfill(7), text.casefold()))
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
    """Return the cited document, and the cited unit with all that it lies in.

    >>> cite_terms("A/CONF.189/12", "p74.a")
    ['a/conf.189/12', 'a/conf.189/12#p74', 'a/conf.189/12#p74.a']
    """
    key = symbol_key(target)
    if not address:
        return [key]
    parts = address.casefold().split(".")
    inner = [f"{key}#{'.'.join(parts[: count + 1])}" for count in range(len(parts))]
    return [key, *inner]


def number_key(number: str) -> str:
    """Return a paragraph number as it is compared: "10 bis" is "10bis"."""
    return "".join(number.split()).rstrip(".").casefold()


def language_key(language: str) -> str:
    """Return a language code as it is compared."""
    return language.strip().casefold()
