"""A symbol that is not in the index: what is proposed, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from indexer.errors import ReportError
from indexer.model import Reference, SourceFile
from indexer.query import Index, open_index
from tests.unit.made_up import made_record, made_store, remove_documents

if TYPE_CHECKING:
    from pathlib import Path

SYMBOLS = ("A/HRC/19/9", "A/HRC/59/60", "A/HRC/19/8", "S/RES/2785(2025)", "E/CN.9/2025/7", "A/61/100")
CITED = Reference(citation="S/RES/1325 (2000)", target="S/RES/1325(2000)", address=None, start=0, end=17)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    documents = [[made_record(symbol, 1, "A text.")] for symbol in SYMBOLS]
    citing = [made_record("A/1", nth, "S/RES/1325 (2000) on women", references=(CITED,)) for nth in (1, 2)]
    return open_index(
        made_store(tmp_path_factory.mktemp("near") / ".indexer", [[*documents, citing]]).directory
    )


@pytest.mark.parametrize(
    ("symbol", "told"),
    [
        ("A/HRC/19/80", "; did you mean A/HRC/19/8?"),
        ("A/HRC/9/9", "; did you mean A/HRC/19/9?"),
        ("A/HRC/91/9", "; did you mean A/HRC/19/9?"),
        ("A/HRC/19/8/Add.1", "; did you mean A/HRC/19/8?"),
        ("A/61/100 (Vol. I)", "; did you mean A/61/100?"),
        ("E/CN.9/2025-7", "; did you mean E/CN.9/2025/7?"),
        ("HRC/19/8", "; did you mean A/HRC/19/8?"),
        ("A/HRC/19/7", "; did you mean A/HRC/19/8 or A/HRC/19/9?"),
        ("A/HRC/9/88", ""),  # two numbers are wrong
        ("A/HRC/19", "no document has the symbol A/HRC/19; those that begin so: A/HRC/19/8, A/HRC/19/9"),
        ("S/RES/2758", "; did you mean S/RES/2785(2025)?"),
        ("S/RES/1000", ""),
        ("E/CN.4/2025/7", ""),  # another series
        ("A/61/999", ""),
        ("S/RES/1325", "; 2 paragraphs cite it (cites:S/RES/1325)"),
        ("S/RES/1325 (2000)", "; 2 paragraphs cite it (cites:S/RES/1325(2000))"),
    ],
)
def test_what_is_said_of_a_missing_symbol(index: Index, symbol: str, told: str) -> None:
    (miss,) = index.show(symbol).misses
    assert miss == (told if told.startswith("no") else f"{symbol.replace(' ', '')} is not in the index{told}")
    assert miss in index.search(symbol).notices


def test_the_advice_finds_the_paragraphs(index: Index) -> None:
    assert index.search("cites:S/RES/1325(2000)").total == index.search("cites:S/RES/1325").total == 2


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("A/78/354", "; the file in/A_78_354.en.pdf is named so, and S/2023/664 is printed in it"),
        ("A/45/696/Add.1", "; the file scans/a-45-696-add.1.pdf is named so, and could not be read: no text"),
        ("A/78/35", ""),
        ("A/45/696", ""),
        ("A/78/354/Add.1", ""),
    ],
)
def test_a_file_that_bears_the_symbol_in_its_name_is_told(tmp_path: Path, asked: str, told: str) -> None:
    record = made_record("S/2023/664", 1, "A letter.")
    record = replace(record, source=replace(record.source, path="in/A_78_354.en.pdf"))
    store = made_store(tmp_path, [[[record]]])
    scan = SourceFile(
        path="scans/a-45-696-add.1.pdf", location="/r/scan", sha256="1", size=1, media_type="application/pdf"
    )
    with store.writer() as writer:
        writer.fail(scan, ReportError(scan.path, "no text"))
        writer.commit()
    assert open_index(tmp_path).show(asked).misses == (f"{asked} is not in the index{told}",)


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """A letter under two symbols, one of its symbols alone, another document, and one that was taken out."""
    both = [
        replace(made_record("A/76/667", nth, "A text."), symbols=("A/76/667", "S/2022/64")) for nth in (1, 2)
    ]
    store = made_store(
        tmp_path_factory.mktemp("joint") / ".indexer",
        [
            [
                both,
                [replace(made_record("A/76/700", 1, "A text."), date="1995-05-05")],
                *([made_record(alone, 1, "A text.")] for alone in ("S/2022/64", "S/2022/65")),
            ]
        ],
    )
    remove_documents(store, "A/76/700")
    return open_index(store.directory)


@pytest.mark.parametrize("symbol", ["A/76/667-S/2022/64", "A/76/667\N{EN DASH}S/2022/64"])
def test_a_document_is_found_by_both_of_its_symbols(letters: Index, symbol: str) -> None:
    (record,) = letters.show(f"{symbol}, para. 2").records
    assert (record.symbols, record.number) == (("A/76/667", "S/2022/64"), "2")
    assert letters.search(symbol).total == letters.search("text", symbol=symbol).total == 2


@pytest.mark.parametrize(
    ("symbol", "held"),
    [
        ("A/76/667-S/2022/9", "A/76/667 is"),
        ("A/76/667-S/2022/65", "A/76/667 and S/2022/65 are, of different documents"),
    ],
)
def test_symbols_of_different_documents_are_none_of_one(letters: Index, symbol: str, held: str) -> None:
    assert letters.show(symbol).misses == (f"{symbol} is not in the index; {held}",)
    assert not letters.search("text", symbol=symbol).total


def test_what_was_taken_out_is_not_proposed(letters: Index) -> None:
    assert letters.show("A/76/700").misses == ("A/76/700 is not in the index",)
    notices = letters.search("text", year="1990").notices
    assert "no document has a year" in " ".join(notices)
