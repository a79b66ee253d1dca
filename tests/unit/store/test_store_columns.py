"""Files of columns: what was written is read, what is damaged is named."""

from __future__ import annotations

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.errors import IndexDamagedError
from indexer.store.columns import PAGE, ColumnFile, ColumnWriter

if TYPE_CHECKING:
    from pathlib import Path

WIDTHS = {"u1": 1, "<u2": 2, "<u4": 4, "<u8": 8}
QUICK = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])

COLUMN = st.sampled_from(sorted(WIDTHS)).flatmap(
    lambda kind: st.tuples(
        st.just(kind), st.lists(st.lists(st.integers(0, 256 ** WIDTHS[kind] - 1), max_size=20), max_size=3)
    )
)


def write(path: Path, columns: dict[str, tuple[str, list[list[int]]]]) -> Path:
    with ColumnWriter(path) as writer:
        for name, (kind, pieces) in columns.items():
            writer.begin(name, kind)
            for piece in pieces:
                writer.extend(np.array(piece, kind))
            writer.end()
            writer.facts[name] = len(pieces)
    return path


@QUICK
@given(columns=st.dictionaries(st.text(min_size=1, max_size=8), COLUMN, max_size=5))
def test_columns_come_back(tmp_path: Path, columns: dict[str, tuple[str, list[list[int]]]]) -> None:
    file = ColumnFile(write(tmp_path / "a.par", columns))
    file.check()
    for name, (kind, pieces) in columns.items():
        values = [value for piece in pieces for value in piece]
        assert name in file
        assert file.facts[name] == len(pieces)
        assert (file.width(name), file.size(name)) == (WIDTHS[kind], WIDTHS[kind] * len(values))
        assert file.numbers(name).tolist() == values
        assert file.array(name).tolist() == values
        assert [file.number(name, index) for index in range(len(values))] == values
        assert bytes(file.view(name)) == np.array(values, kind).tobytes()
    assert "no such column of these" not in file


LARGE = 5 << 20
"""More than is collected before it goes to the disk."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("columns") / "large.par"
    with ColumnWriter(path) as writer:
        writer.column("small", b"abc")
        writer.column("numbers", np.arange(LARGE // 4), "<u4")
        writer.column("none", b"", "<u8")
        writer.column("last", bytes(range(256)) * 100)
    return path


def test_a_large_column_comes_back_as_a_whole_and_in_parts(large: Path) -> None:
    file = ColumnFile(large)
    numbers = np.arange(LARGE // 4, dtype="<u4")
    for start, end in [(0, 4), (PAGE - 4, PAGE + 4), (LARGE - 4, LARGE), (123_456, 654_320), (PAGE, PAGE)]:
        assert bytes(file.view("numbers", start, end)) == numbers[start // 4 : end // 4].tobytes()
    assert np.array_equal(file.array("numbers"), numbers)
    assert file.number("numbers", LARGE // 4 - 1) == LARGE // 4 - 1
    assert file.array("none").tolist() == []
    assert file.numbers("none").tolist() == []


@pytest.mark.parametrize(("start", "end"), [(0, 4), (3, 5), (2, 1)])
def test_no_view_reaches_beyond_a_column(large: Path, start: int, end: int) -> None:
    with pytest.raises(IndexDamagedError, match=r"large\.par is damaged"):
        ColumnFile(large).view("small", start, end)


def test_an_unfinished_file_is_no_file_of_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.par"
    with contextlib.suppress(ZeroDivisionError), ColumnWriter(path) as writer:
        writer.column("a", b"abc")
        raise ZeroDivisionError
    with pytest.raises(IndexDamagedError):
        ColumnFile(path)


# -- damage


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path / "small.par", {"a": ("u1", [[1, 2, 3]]), "b": ("<u4", [[70_000, 5], [6]])})


def read_all(path: Path) -> None:
    ColumnFile(path).check()


def test_every_flipped_byte_is_found(small: Path) -> None:
    content = small.read_bytes()
    for place in range(len(content)):
        for flip in (1, 0x80, 0xFF):
            small.write_bytes(content[:place] + bytes([content[place] ^ flip]) + content[place + 1 :])
            with pytest.raises(IndexDamagedError, match=r"small\.par is damaged .*indexer index --force"):
                read_all(small)
    small.write_bytes(content)
    read_all(small)


def test_every_file_that_is_cut_short_is_found(small: Path) -> None:
    content = small.read_bytes()
    for size in range(len(content)):
        small.write_bytes(content[:size])
        with pytest.raises(IndexDamagedError, match=r"small\.par is damaged"):
            read_all(small)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "it is empty"),
        (b"PARCOL1\n", "cut short"),
        (b"x" * 200, "its end is missing"),
        (b"PARCOL1\n" * 30, "its directory cannot be read|its end is missing"),
    ],
)
def test_what_is_no_file_of_columns_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.par"
    path.write_bytes(content)
    with pytest.raises(IndexDamagedError, match=words):
        ColumnFile(path)


def test_what_stands_behind_the_end_is_found(small: Path) -> None:
    small.write_bytes(small.read_bytes() + b"\n")
    with pytest.raises(IndexDamagedError):
        ColumnFile(small)


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        ColumnFile(tmp_path / "a.par")


def test_only_a_damaged_page_is_refused(large: Path, tmp_path: Path) -> None:
    content = bytearray(large.read_bytes())
    content[3 * PAGE + 17] ^= 1
    path = tmp_path / "damaged.par"
    path.write_bytes(content)
    file = ColumnFile(path)
    assert bytes(file.view("small")) == b"abc"
    assert file.number("numbers", PAGE) == PAGE
    for _ in range(2):
        with pytest.raises(IndexDamagedError, match=f"wrong checksum at byte {3 * PAGE:,}"):
            file.view("numbers", 3 * PAGE, 3 * PAGE + 4)
        with pytest.raises(IndexDamagedError, match="wrong checksum"):
            file.array("numbers")
    with pytest.raises(IndexDamagedError, match="wrong checksum"):
        file.check()


# -- threads


def test_threads_read_the_same(large: Path) -> None:
    file = ColumnFile(large)
    wanted = np.arange(LARGE // 4, dtype="<u4")
    start = threading.Barrier(6)

    def wrong(nth: int) -> list[int]:
        start.wait()
        places = np.random.default_rng(nth).integers(0, len(wanted), 300)
        found = [place for place in places.tolist() if file.number("numbers", place) != place]
        assert np.array_equal(file.array("numbers"), wanted)
        assert len(file.view("last")) == 25_600
        return found

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(wrong, range(6))) == [[]] * 6
