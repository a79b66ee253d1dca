"""Values in a file one after the other, so that a build needs no more of its input at a time than one."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

T = TypeVar("T")

_LENGTH = struct.Struct("<Q")


def write_frames(path: Path, values: Iterable[Any]) -> None:
    """Write values, each behind its length."""
    encoder = msgspec.msgpack.Encoder()
    with path.open("wb") as file:
        for value in values:
            frame = encoder.encode(value)
            file.write(_LENGTH.pack(len(frame)))
            file.write(frame)


def read_frames(path: Path, shape: type[T]) -> Iterator[T]:
    """The values of a file, one at a time."""
    decoder = msgspec.msgpack.Decoder(shape)
    with path.open("rb") as file:
        while head := file.read(_LENGTH.size):
            (length,) = _LENGTH.unpack(head)
            yield decoder.decode(file.read(length))
