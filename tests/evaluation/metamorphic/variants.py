"""The changes by name, and what of the records must stay the same."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from indexer.discover import source_file
from indexer.errors import ReportError
from indexer.extract import extract
from tests.evaluation.metamorphic import files, places

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from indexer.model import ExtractedDocument, Record

SHORT = 10
"""Pages of a file that is merged with another at most."""

_LEAST = 6  # pages of a document that some are taken from


class Given(NamedTuple):
    """A document as it is, and what changes need.

    Attributes:
        document: As extracted.
        folder: Where files may be written.
        before: A short PDF that may be put before it; None where the document is no short PDF.
    """

    document: ExtractedDocument
    folder: Path
    before: Path | None = None

    @property
    def path(self) -> Path:
        """The file."""
        return Path(self.document.source.location)


class Variant(NamedTuple):
    """A document that was changed.

    Attributes:
        document: As changed.
        pages: Its pages whose records are compared, with the page of the document as it was; others are not.
        original: As it was before, where that is not the document as it is.
    """

    document: ExtractedDocument
    pages: Mapping[int, int]
    original: ExtractedDocument | None = None


class Change(NamedTuple):
    """A way to change a document.

    Attributes:
        make: What comes of it; None for a document that cannot be changed so.
        aspects: What of a record must stay the same.
        matters: Whether what is changed tells something, so that differences are no faults.
    """

    make: Callable[[Given], Variant | None]
    aspects: Callable[[Record], tuple[object, ...]]
    matters: bool = False


def _whole(record: Record) -> tuple[object, ...]:
    return record.kind, record.number, record.section, record.text


def _unit(record: Record) -> tuple[object, ...]:
    """Without the headings above, which may stand on a page that is lost or in another document."""
    return record.kind, record.number, record.text


def _printed(given: Given, change: Callable[[ExtractedDocument], ExtractedDocument]) -> Variant | None:
    document = given.document
    return Variant(change(document), _same(document)) if document.paged else None


def _same(document: ExtractedDocument) -> dict[int, int]:
    return {page.number: page.number for page in document.pages}


def _third(pages: int) -> range:
    return range(1, 1 + pages // 3)


def _middle(pages: int) -> range:
    return range(pages // 2 + 1, pages // 2 + 2)


def _lost(given: Given, which: Callable[[int], range]) -> Variant | None:
    """Some pages are missing; the records of the pages beside them need not be the same."""
    pages = len(given.document.pages)
    if not given.document.paged or pages < _LEAST:
        return None
    lost = which(pages)
    kept = [number for number in range(1, pages + 1) if number not in lost]
    beside = (lost.start - 1, lost.stop)
    compared = {now: was for now, was in enumerate(kept, 1) if was not in beside}
    return Variant(places.with_pages(given.document, kept), compared)


def _filed(given: Given, write: Callable[[Path, Path], None]) -> Variant | None:
    """A PDF written anew."""
    if given.path.suffix.lower() != ".pdf":
        return None
    copy = given.folder / "changed.pdf"
    write(given.path, copy)
    return Variant(_read(copy), _same(given.document))


def _stamped(given: Given) -> Variant | None:
    """A PDF of several pages that others printed something on: of one page nobody can tell what that is."""
    return _filed(given, files.save_stamped) if len(given.document.pages) > 1 else None


def _merged(given: Given) -> Variant | None:
    """A short PDF behind another, held against itself without tags, which no merged file has."""
    if given.before is None:
        return None
    alone, merged = given.folder / "alone.pdf", given.folder / "merged.pdf"
    files.save_merged([given.path], alone)
    files.save_merged([given.before, given.path], merged)
    ahead = files.count_pages(given.before)
    original = _read(alone)
    return Variant(_read(merged), {was + ahead: was for was in _same(original)}, original)


def _read(path: Path) -> ExtractedDocument:
    return extract(source_file(path))


def short_pdf(path: Path) -> bool:
    """Whether a file can be merged with another: a PDF with text and few pages."""
    if path.suffix.lower() != ".pdf":
        return False
    try:
        return len(_read(path).pages) <= SHORT
    except ReportError:
        return False


def _in_places(change: Callable[..., ExtractedDocument], *sizes: float, matters: bool = False) -> Change:
    return Change(lambda given: _printed(given, lambda document: change(document, *sizes)), _whole, matters)


CHANGES = {
    "jittered": _in_places(places.jittered),
    "halved": _in_places(places.scaled, 0.5),
    "enlarged": _in_places(places.scaled, 1.3),
    "shifted": _in_places(places.shifted, 9, 6),
    "no rules": _in_places(places.without_rules, matters=True),
    "no italics": _in_places(places.without_italics, matters=True),
    "no bold": _in_places(places.without_bold, matters=True),
    "first pages lost": Change(functools.partial(_lost, which=_third), _unit),
    "middle page lost": Change(functools.partial(_lost, which=_middle), _unit),
    "saved again": Change(functools.partial(_filed, write=files.save_again), _whole),
    "stamped": Change(_stamped, _whole),
    "upside down": Change(
        functools.partial(_filed, write=functools.partial(files.save_turned, turn=2)), _whole
    ),
    "sideways": Change(functools.partial(_filed, write=functools.partial(files.save_turned, turn=1)), _whole),
    "turned back": Change(functools.partial(_filed, write=files.save_turned_back), _whole),
    "merged": Change(_merged, _unit),
}
"""What is done to documents, by its name."""
