"""A file that is asked for: by a path as a shell has it, one that repeats another, one that was not read."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from indexer.errors import ReportError
from indexer.model import Source, SourceFile
from indexer.query import Index, open_index
from tests.unit.made_up import made_record, made_store, parsed_of, source_of

if TYPE_CHECKING:
    from indexer.model import Record


TOGETHER = "résumé.txt"
APART = unicodedata.normalize("NFD", TOGETHER)
"""As some systems write such a name; keyboards give the other."""


def in_file(path: str, symbol: str) -> Record:
    """Return the only paragraph of a report in a file of its own."""
    record = made_record(symbol, 1, f"What {path} says.")
    return replace(record, source=Source(path=path, sha256=path, media_type="text/plain"))


def other_file(path: str, sha256: str) -> SourceFile:
    return SourceFile(path=path, location=f"/r/{path}", sha256=sha256, size=1, media_type="text/plain")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    records = [
        in_file("north/report.txt", "A/1"),
        in_file("south/report.txt", "A/2"),
        in_file(f"south/{APART}", "A/3"),
    ]
    store = made_store(tmp_path_factory.mktemp("files") / ".indexer", [[[record] for record in records]])
    with store.writer() as writer:
        again = other_file("again/harbour.txt", source_of(records[:1]).sha256)
        assert writer.replace(again, parsed_of(records[:1])) == "duplicate"
        writer.fail(other_file("scans/tides.pdf", "scan"), ReportError("scans/tides.pdf", "no text"))
        writer.commit()
    return open_index(store.directory)


@pytest.mark.parametrize(
    ("name", "symbols", "told"),
    [
        ("report.txt", "A/1 A/2", ()),
        ("north/report.txt", "A/1", ()),
        ("/r/north/report.txt", "A/1", ()),
        ("r/south/report.txt", "A/2", ()),
        ("./r/south/report.txt", "A/2", ()),
        (TOGETHER, "A/3", ()),
        (APART, "A/3", ()),
        (f"south/{TOGETHER}", "A/3", ()),
        (f"/r/south/{TOGETHER}", "A/3", ()),
        ("harbour.txt", "A/1", ("harbour.txt has the content of north/report.txt",)),
        ("/r/again/harbour.txt", "A/1", ("/r/again/harbour.txt has the content of north/report.txt",)),
    ],
)
@pytest.mark.parametrize("place", ["", ", para. 1", " para. 1", "#p1"])
def test_what_stands_in_a_file_is_found(
    index: Index, name: str, symbols: str, told: tuple[str, ...], place: str
) -> None:
    result = index.show(f"{name}{place}")
    assert " ".join(record.symbol or "" for record in result.records) == symbols
    assert (result.misses, result.notices) == ((), told)


@pytest.mark.parametrize(
    ("name", "symbols"),
    [
        ("report.txt", "A/1 A/2"),
        ("file:south/report.txt", "A/2"),
        ("/r/south/report.txt", "A/2"),
        ("harbour.txt", "A/1"),
        ("other.txt", ""),
    ],
)
def test_a_search_may_be_of_one_file(index: Index, name: str, symbols: str) -> None:
    for results in (index.search("says", symbol=name), index.search(f'says symbol:"{name}"')):
        assert " ".join(sorted(hit.symbol or "" for hit in results.hits)) == symbols


def test_why_a_file_cannot_be_searched_is_told(index: Index) -> None:
    assert index.search("says", symbol="tides.pdf").notices[0] == (
        "symbol:tides.pdf is in no paragraph; tides.pdf could not be read: no text"
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("tides.pdf", "tides.pdf could not be read: no text"),
        ("/r/scans/tides.pdf", "/r/scans/tides.pdf could not be read: no text"),
        ("reprot.txt", "reprot.txt is not in the index; did you mean north/report.txt?"),
        ("west/report.pdf", "west/report.pdf is not in the index; did you mean north/report.txt?"),
        ("other.pdf", "other.pdf is not in the index"),
    ],
)
@pytest.mark.parametrize("place", ["", ", para. 1", " para. 1"])
def test_why_a_file_is_not_there_is_told(index: Index, name: str, told: str, place: str) -> None:
    assert index.show(f"{name}{place}").misses == (told,)


@pytest.mark.parametrize(
    ("symbol", "found"),
    [
        (TOGETHER, "A/3"),
        (f"file:south/{TOGETHER}", "A/3"),
        ("north/*", "A/1"),
        ("south/*", "A/2 A/3"),
        ("South/*", "A/2 A/3"),
        ("file:south/r*", "A/2 A/3"),
        ("south/ré*", "A/3"),
        ("A/*", "A/1 A/2 A/3"),
        ("east/*", ""),
    ],
)
def test_files_narrow_a_search(index: Index, symbol: str, found: str) -> None:
    assert " ".join(sorted({hit.symbol or "" for hit in index.search("says", symbol=symbol).hits})) == found
