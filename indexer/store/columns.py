"""A file of named columns: written once, mapped into memory, each page checked when it is first read.

Layout: a mark, the columns, the checksum of every page of them, a directory in JSON, and at the very end the
directory's length and checksum and the mark again. A page is 16 KB: small enough that a look-up which touches
a few of them checks little, large enough that their checksums take a four-thousandth of the file.
"""

from __future__ import annotations

import mmap
import struct
import zlib
from typing import TYPE_CHECKING, Any, Literal, Self

import msgspec

from indexer.errors import IndexDamagedError
from indexer.store.manifest import REPAIR

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.store.ascending import Numbers

MARK = b"PARCOL1\n"
PAGE = 16 << 10
"""Bytes that have a checksum of their own."""

_TAIL = struct.Struct("<II8s")
_CODES: dict[int, Literal["B", "H", "I", "Q"]] = {1: "B", 2: "H", 4: "I", 8: "Q"}
"""What memoryview calls numbers of so many bytes."""

_ALIGN = 8
"""Bytes at a multiple of which columns begin, so that numbers can be read where they lie."""
_MOST_WAITING = 4 << 20
"""Bytes that are collected before they go to the disk."""


class Directory(msgspec.Struct, frozen=True, kw_only=True):
    """What a file holds.

    Attributes:
        columns: Name -> place in the file, size in bytes, and type as numpy writes it ("u1", "<u4").
        facts: Single numbers.
        sums: Place of the checksums of pages.
    """

    columns: dict[str, tuple[int, int, str]]
    facts: dict[str, int]
    sums: int


class ColumnWriter:
    """Writes a file column by column, in a with block or up to finish; an unfinished one is the caller's."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.facts: dict[str, int] = {}
        self._columns: dict[str, tuple[int, int, str]] = {}
        self._sums: list[int] = []
        self._at = 0
        self._open: tuple[str, int, str] | None = None
        self._waiting = bytearray()
        self._stream = path.open("wb")
        self._append(MARK)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.finish()
        else:
            self.close()

    def finish(self) -> None:
        """Complete the file."""
        try:
            self._finish()
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the file as it is."""
        self._stream.close()

    def column(self, name: str, content: Any, kind: str = "u1") -> None:
        """Write a whole column: bytes, or an array of the kind."""
        self.begin(name, kind)
        self.extend(content)
        self.end()

    def begin(self, name: str, kind: str = "u1") -> None:
        """Begin a column that is written piece by piece."""
        self._append(bytes(-self._at % _ALIGN))
        self._open = (name, self._at, kind)

    def extend(self, content: Any) -> None:
        """Write a piece of the open column."""
        if not isinstance(content, bytes | bytearray | memoryview):
            content = memoryview(content.astype(self._kind(), copy=False)).cast("B") if len(content) else b""
        self._append(content)

    def end(self) -> None:
        """End the open column."""
        if self._open is None:
            raise AssertionError("no column is open")
        name, start, kind = self._open
        self._columns[name] = (start, self._at - start, kind)
        self._open = None

    def _kind(self) -> str:
        if self._open is None:
            raise AssertionError("no column is open")
        return self._open[2]

    def _append(self, content: bytes | bytearray | memoryview) -> None:
        self._at += len(content)
        self._waiting += content
        if len(self._waiting) >= _MOST_WAITING:
            self._flush(len(self._waiting) // PAGE * PAGE)

    def _flush(self, size: int) -> None:
        view = memoryview(self._waiting)
        for start in range(0, size, PAGE):
            self._sums.append(zlib.crc32(view[start : min(start + PAGE, size)]))
        self._stream.write(view[:size])
        view.release()
        del self._waiting[:size]

    def _finish(self) -> None:
        self._flush(len(self._waiting))
        sums = struct.pack(f"<{len(self._sums)}I", *self._sums)
        directory = msgspec.json.encode(Directory(columns=self._columns, facts=self.facts, sums=self._at))
        self._stream.write(sums + directory)
        self._stream.write(_TAIL.pack(len(directory), zlib.crc32(sums + directory), MARK))


class ColumnFile:
    """A file of columns, open for reading; any number of threads may read it.

    Raises:
        IndexDamagedError: It is not what was written; also later, by whoever reads a damaged page first.
        FileNotFoundError: It is gone.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as stream:
                self._map = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError as error:  # an empty file cannot be mapped
            raise self.damaged("it is empty") from error
        self._view = memoryview(self._map)
        directory, self._sums = self._read_directory()
        self._columns = directory.columns
        self.facts = directory.facts
        self._checked = bytearray(-(-directory.sums // PAGE))
        self._end = directory.sums
        self._arrays: dict[str, Numbers] = {}

    def damaged(self, what: str) -> IndexDamagedError:
        """Return the error that says what is wrong with the file."""
        return IndexDamagedError(f"{self.path} is damaged ({what}); {REPAIR}")

    def _read_directory(self) -> tuple[Directory, memoryview]:
        view = self._view
        if len(view) < len(MARK) + _TAIL.size:
            raise self.damaged("cut short")
        length, wanted, mark = _TAIL.unpack(view[-_TAIL.size :])
        end = len(view) - _TAIL.size
        if mark != MARK or length > end:
            raise self.damaged("its end is missing")
        try:
            directory = msgspec.json.decode(view[end - length : end], type=Directory)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise self.damaged("its directory cannot be read") from error
        if not 0 <= directory.sums <= end or zlib.crc32(view[directory.sums : end]) != wanted:
            raise self.damaged("wrong checksum")
        return directory, view[directory.sums : end - length]

    def __contains__(self, name: str) -> bool:
        return name in self._columns

    def width(self, name: str) -> int:
        """Return how many bytes each number of a column takes."""
        return int(self._columns[name][2][-1])

    def size(self, name: str) -> int:
        """Return the size of a column in bytes."""
        return self._columns[name][1]

    def view(self, name: str, start: int = 0, end: int | None = None) -> memoryview:
        """Return the bytes of a column from one place to another, checked."""
        place, size, _ = self._columns[name]
        stop = size if end is None else end
        if not 0 <= start <= stop <= size:
            raise self.damaged(f"{name} ends before {stop}")
        first, last = (place + start) // PAGE, (place + stop - 1) // PAGE
        checked = self._checked
        for page in range(first, last + 1):
            if not checked[page]:
                self._check(page)
        return self._view[place + start : place + stop]

    def numbers(self, name: str) -> memoryview:
        """Return a column as plain numbers that are taken one by one, checked as a whole."""
        return self.view(name).cast(_CODES[self.width(name)])

    def stretch(self, name: str, start: int, end: int) -> list[int]:
        """Return some numbers of a column, checking no more than their pages."""
        width = self.width(name)
        return self.view(name, start * width, end * width).cast(_CODES[width]).tolist()

    def number(self, name: str, index: int) -> int:
        """Return one number of a column, checking no more than its page."""
        width = self.width(name)
        return int.from_bytes(self.view(name, index * width, (index + 1) * width), "little")

    def array(self, name: str) -> Numbers:
        """Return a column as an array that lies in the file."""
        found = self._arrays.get(name)
        if found is None:
            import numpy as np  # noqa: PLC0415 - a look-up by citation does without

            found = self._arrays[name] = np.frombuffer(self.view(name), self._columns[name][2])
        return found

    def release(self) -> None:
        """Let the system take back the memory of what was read; what is read again comes from its cache."""
        if hasattr(self._map, "madvise"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def check(self) -> None:
        """Check every page again.

        Raises:
            IndexDamagedError: A page is not what was written.
        """
        for page in range(len(self._checked)):
            self._check(page)

    def _check(self, page: int) -> None:
        start = page * PAGE
        wanted = int.from_bytes(self._sums[page * 4 : page * 4 + 4], "little")
        if zlib.crc32(self._view[start : min(start + PAGE, self._end)]) != wanted:
            raise self.damaged(f"wrong checksum at byte {start:,}")
        self._checked[page] = 1
