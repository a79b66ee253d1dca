"""A reference by the words of a heading or a title -> what stands below it.

Cases that a committee examines have sections of its reports ("Case No. 3071, para. 56"), reports of a series
are called by their number ("312th Report"), and a chapter by its title ("A/HRC/9/8, conclusions").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from indexer.grammar.characters import fold_characters
from indexer.grammar.citations import Citation, try_parse_citation
from indexer.grammar.locator_words import compile_words
from indexer.grammar.number_words import ORDINAL, word_value
from indexer.grammar.patterns import lazy
from indexer.query.acts import holding
from indexer.query.documents import Edition, editions_of, editions_of_symbol, missing_symbol
from indexer.query.files import editions_of_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from indexer.store import StoreReader

_NUMBER: Final = r"\d{1,5}(?:[./-]\d{1,5})*+(?![\p{L}\d])"
_CASE: Final = lazy(
    r"(?<!\p{L})(?:cas(?:es?|os?)?|дел[аоу]|(?:ال)?قضية)\s(?:(?:nos?|n[º°o]s?|núms?|№№?|رقم)\.?\s?)?"
    rf"(?P<number>{_NUMBER})(?:(?:,\s|,?\s(?:and|et|y|и)\s)(?P<number>{_NUMBER}))*+|案(?:件)?\s?第?(?P<number>{_NUMBER})",
    ignore_case=True,
)
_REPORT: Final = lazy(
    rf"(?<![\p{{L}}\d])(?P<number>{ORDINAL}|\d{{1,4}}(?:st|nd|rd|th|er?|ème|\.?[ºª°o]|-й)?)\s"
    r"(?:report|rapport|informe|доклад)(?!\p{L})(?P<of>(?:\s\p{L}+){0,12})",
    ignore_case=True,
)
_LABEL: Final = lazy(r"(?:(?:[IVXLC]{1,7}|\p{L}|\d{1,3}(?:\.\d{1,3})*)[.)]|[IVX]{2,7}(?=\s))\s*")
_SECTION: Final = lazy(r"[IVX]{1,5}(?:\.[A-Z\d]{1,2}){0,2}")
_WORDS: Final = lazy(r"\p{L}{4,}(?:[\s'’-]\p{L}+){0,7}")
"""What may be a heading."""
_ENDS: Final = " ,;.("
_LONGEST: Final = 200
"""Characters of a reference that is read so; titles of chapters have up to 150."""
_SHOWN: Final = 5
"""Headings that are told."""
_SHORTEST: Final = 4
"""Letters of a word that is taken for the beginning of a heading."""


def read_headed(reader: StoreReader, text: str) -> Citation | None:
    """Return the citation that text is: of a case or a report, or of headings that the index has.

    A place in a document is known without the heading above it, which is then passed over.
    """
    head, place = _parted(text)
    pieces = _pieces(head)
    document = try_parse_citation(pieces[0]) if len(pieces) > 1 else None
    number = ".".join(pieces[1:])  # "II, C" is II.C
    if document is not None and _SECTION.fullmatch(number):
        end = text.index(pieces[-1], len(pieces[0])) + len(pieces[-1])
        return try_parse_citation(f"{pieces[0]}, sect. {number}{text[end:]}")
    if not (all(map(_is_named, pieces)) or _numbers(reader, pieces)):
        return None
    pinpoints = place.pinpoints if place is not None else ()
    if document is not None and pinpoints:
        return msgspec.structs.replace(document, text=text, pinpoints=pinpoints)
    return Citation(text=text, pinpoints=pinpoints, relation="heading", name=", ".join(pieces))


def editions_below(reader: StoreReader, citation: Citation) -> list[Edition]:
    """Return what stands below the headings, or in the documents, that such a citation names."""
    return editions_of(reader, _numbers(reader, _pieces(citation.name)))


def missing_heading(reader: StoreReader, text: str) -> str:
    """Return a sentence that says which headings a document has, where text names another; else empty."""
    pieces = _pieces(_parted(text)[0])
    citation = try_parse_citation(pieces[0]) if len(pieces) == 2 else None
    is_place = compile_words(typed=True).search(pieces[-1]) or any(
        word_value(word) != word for word in pieces[-1].split()
    )
    is_words = _WORDS.fullmatch(pieces[-1]) and text.endswith(pieces[-1]) and not is_place
    if citation is None or citation.symbol is None or citation.pinpoints or not is_words:
        return ""
    numbers = sorted(_meant(reader, pieces[0], is_inside=False))
    if not numbers:
        return missing_symbol(reader, str(citation.symbol))
    sections = (reader.record_at(number).section for number in numbers)
    headings = list(dict.fromkeys(section[0] for section in sections if section))
    held = ", ".join(f"“{heading}”" for heading in headings[:_SHOWN])
    more = " …" if len(headings) > _SHOWN else ""
    it_has = f"it has {held}{more}" if headings else "it has none"
    return f"{citation.symbol} has no heading “{pieces[-1]}”; {it_has}"


def told_below(reader: StoreReader, citation: Citation, editions: Sequence[Edition]) -> str:
    """Return a sentence that says where that is."""
    where = holding(editions)
    *_, words = _pieces(citation.name)
    is_meant = _headings_meant(words)
    sections = (reader.record_at(one.places[0].number).section for one in editions)
    found = next((line for section in sections for line in section if is_meant((line,))), "")
    return f"found below “{found}” in {where}" if found else f"{citation.name} is {where}"


def _parted(text: str) -> tuple[str, Citation | None]:
    """Return what stands before the place in a document, and the place."""
    folded = fold_characters(text)
    if len(text) > _LONGEST or len(folded) != len(text):
        return text, None
    for word in compile_words(typed=True).finditer(folded):
        place = try_parse_citation(text[word.start() :]) if word.start() else None
        if place is not None and place.document is None and place.pinpoints and not place.relation:
            return text[: word.start()].rstrip(_ENDS), place
    return text, None


def _pieces(head: str) -> list[str]:
    """Return the names that stand behind each other: a document, a case in it."""
    pieces = [piece.strip(_ENDS) for piece in head.split(", ")]
    first, _, rest = pieces[0].partition(" ")
    is_joined = rest and (citation := try_parse_citation(first)) is not None and citation.symbol is not None
    return [first, rest, *pieces[1:]] if is_joined else pieces


def _numbers(reader: StoreReader, pieces: Sequence[str]) -> set[int]:
    """Return the records that all of the names mean; none where one of them means nothing."""
    found: set[int] | None = None
    for piece in pieces:
        meant = _meant(reader, piece, is_inside=found is not None)
        found = meant if found is None else found & meant
        if not found:
            return set()
    return found or set()


def _is_named(piece: str) -> bool:
    """Return whether a name is that of a case or a report, in whatever index."""
    folded = fold_characters(piece)
    return _REPORT.fullmatch(folded) is not None or _CASE.match(folded) is not None


def _meant(reader: StoreReader, piece: str, *, is_inside: bool) -> set[int]:
    folded = fold_characters(piece)
    if report := _REPORT.fullmatch(folded.removeprefix("the ")):
        number, words = _ordinal(report["number"]), set(report["of"].casefold().split())
        return set(reader.entitled(lambda title: _is_report(title, number, words)))
    if case := _CASE.match(folded):
        number = case["number"]
        titled = reader.entitled(lambda title: _names_case(title, number))
        return {*titled, *reader.below(_headings_meant(piece))}
    if is_inside:
        return set(reader.below(_headings_meant(piece))) if len(piece) >= _SHORTEST else set()
    citation = try_parse_citation(piece)
    if citation is None or citation.pinpoints:
        return set()
    key = citation.symbol.key if citation.symbol is not None else ""
    editions = editions_of_file(reader, citation.file) if citation.file else editions_of_symbol(reader, key)
    return {place.number for edition in editions for place in edition.places}


def _headings_meant(words: str) -> Callable[[Sequence[str]], bool]:
    """Return what tells whether one of the headings above a paragraph is that of a case, or begins so."""
    case, key = _CASE.match(fold_characters(words)), _key(words)
    if case is not None:
        return lambda section: any(_names_case(line, case["number"], is_heading=True) for line in section)
    return lambda section: any(f"{_key(line)} ".startswith(f"{key} ") for line in section)


def _names_case(text: str, number: str, *, is_heading: bool = False) -> bool:
    plain = _unlabelled(text)
    case = _CASE.match(plain) if is_heading else _CASE.search(plain)
    return case is not None and number in case.captures("number")


def _is_report(title: str, number: str, words: set[str]) -> bool:
    plain = fold_characters(title)
    reports = (_ordinal(one["number"]) == number for one in _REPORT.finditer(plain))
    return any(reports) and words <= set(plain.casefold().split())


def _ordinal(number: str) -> str:
    """Return the number that an ordinal means, in digits."""
    return "".join(filter(str.isdigit, number)) or word_value(number)


def _unlabelled(heading: str) -> str:
    """Return a heading without its number."""
    plain = fold_characters(heading).strip()
    label = _LABEL.match(plain)
    return plain[label.end() :] if label else plain


def _key(heading: str) -> str:
    return " ".join(_unlabelled(heading).casefold().split())
