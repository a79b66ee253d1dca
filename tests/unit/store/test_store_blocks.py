"""Pieces in compressed blocks: each comes back, whatever the pieces are."""

from __future__ import annotations

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.errors import IndexDamagedError
from indexer.store.blocks import BlockReader, BlockWriter
from indexer.store.columns import ColumnFile, ColumnWriter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PIECE = st.one_of(
    st.just(b""),
    st.binary(max_size=40),
    st.builds(lambda piece, times: piece * times, st.binary(min_size=1, max_size=5), st.integers(1, 9_000)),
)
QUICK = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def write(path: Path, **columns: Sequence[bytes]) -> ColumnFile:
    with ColumnWriter(path) as writer:
        for name, pieces in columns.items():
            blocks = BlockWriter(writer, name)
            for piece in pieces:
                blocks.add(piece)
            blocks.end()
    return ColumnFile(path)


def assert_same(file: ColumnFile, name: str, pieces: Sequence[bytes]) -> None:
    file.check()
    reader = BlockReader(file, name)
    assert len(reader) == len(pieces)
    assert [nth for nth, piece in enumerate(pieces) if reader[nth] != piece] == []
    assert sum(1 for found, piece in zip(reader, pieces, strict=True) if found != piece) == 0


@QUICK
@given(pieces=st.lists(PIECE, max_size=40), others=st.lists(PIECE, max_size=5))
def test_pieces_come_back(tmp_path: Path, pieces: list[bytes], others: list[bytes]) -> None:
    file = write(tmp_path / "a.par", records=pieces, rows=others)
    assert_same(file, "records", pieces)
    assert_same(file, "rows", others)


def text(chance: random.Random, most: int) -> bytes:
    return " ".join(
        chance.choices(["police", "rights", "é", "1,000", "the"], k=chance.randint(0, most))
    ).encode()


CHANCE = random.Random(4)  # noqa: S311 - the same pieces every time
PIECES = {
    "none": [],
    "one that is empty": [b""],
    "only empty ones": [b""] * 2_000,
    "all alike": [b"police"] * 2_000,
    "all alike and short": [b"x"] * 400,
    "one large": [CHANCE.randbytes(3 << 20)],
    "large and empty": [piece for _ in range(4) for piece in (b"", CHANCE.randbytes(900_000), b"", b"x")],
    "many usual ones": [text(CHANCE, 80) for _ in range(5_000)],
    "nothing in common": [CHANCE.randbytes(CHANCE.randint(0, 90)) for _ in range(3_000)],
    "usual ones, one large": [*(text(CHANCE, 30) for _ in range(900)), b"police " * 400_000, b"end"],
}


@pytest.mark.parametrize("kind", PIECES)
def test_pieces_of_every_kind_come_back(tmp_path: Path, kind: str) -> None:
    assert_same(write(tmp_path / "a.par", a=PIECES[kind]), "a", PIECES[kind])


def test_usual_pieces_become_much_smaller(tmp_path: Path) -> None:
    pieces = PIECES["many usual ones"]
    file = write(tmp_path / "a.par", a=pieces)
    assert file.path.stat().st_size < sum(map(len, pieces)) / 2


def test_the_same_pieces_are_written_the_same(tmp_path: Path) -> None:
    pieces = PIECES["many usual ones"]
    first, second = (write(tmp_path / name, a=pieces).path.read_bytes() for name in ("a.par", "b.par"))
    assert first == second


@pytest.mark.parametrize("index", [3, 4, 100])
def test_there_is_nothing_behind_the_last(tmp_path: Path, index: int) -> None:
    reader = BlockReader(write(tmp_path / "a.par", a=[b"one", b"two", b"three"]), "a")
    with pytest.raises(IndexError):
        reader[index]


def test_a_damaged_block_is_named_and_others_are_read(tmp_path: Path) -> None:
    pieces = [random.Random(nth).randbytes(1_000) for nth in range(200)]  # noqa: S311 - steady
    path = write(tmp_path / "a.par", a=pieces).path
    content = bytearray(path.read_bytes())
    content[150_000] ^= 4
    path.write_bytes(content)
    reader = BlockReader(ColumnFile(path), "a")
    assert reader[0] == pieces[0]
    damaged = 0
    for nth, piece in enumerate(pieces):
        try:
            assert reader[nth] == piece
        except IndexDamagedError as error:
            assert "wrong checksum" in str(error)  # noqa: PT017 - some are damaged, most are not
            damaged += 1
    assert 1 <= damaged < 60


def test_threads_read_the_same(tmp_path: Path) -> None:
    pieces = PIECES["many usual ones"]
    reader = BlockReader(write(tmp_path / "a.par", a=pieces), "a")
    start = threading.Barrier(6)

    def wrong(seed: int) -> list[int]:
        start.wait()
        chosen = random.Random(seed).sample(range(len(pieces)), 1_500)  # noqa: S311 - steady
        return [nth for nth in chosen if reader[nth] != pieces[nth]]

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(wrong, range(6))) == [[]] * 6
