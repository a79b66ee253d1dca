"""catalogue.acronyms: what the documents define, once more, to be read without the catalogue.

Every search asks for the acronyms, and only for them; to open the catalogue and compare its checksum takes
longer than the search, and longer with every document. The copy is written in the transaction that makes a
generation of the catalogue. Where it is missing, damaged, or of another generation, nobody reads it, and the
catalogue itself is asked.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import msgspec

from indexer.model import LearntAcronym  # noqa: TC001 - msgspec reads types at run time
from indexer.store.durable import write_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NAME = "catalogue.acronyms"


class _Copy(msgspec.Struct, frozen=True):
    """The acronyms as they are at a generation."""

    generation: int
    acronyms: list[LearntAcronym]


class _Sealed(msgspec.Struct, frozen=True):
    """The copy with its checksum."""

    copy: msgspec.Raw
    crc32: int


def write_learnt(directory: Path, generation: int, acronyms: Sequence[LearntAcronym]) -> None:
    """Write the copy of a generation."""
    body = msgspec.json.encode(_Copy(generation, list(acronyms)))
    write_atomically(directory / NAME, msgspec.json.encode(_Sealed(msgspec.Raw(body), zlib.crc32(body))))


def read_learnt(directory: Path, generation: int) -> list[LearntAcronym] | None:
    """Return the acronyms of a generation, None when there is no sound copy of it."""
    try:
        sealed = msgspec.json.decode((directory / NAME).read_bytes(), type=_Sealed)
        if zlib.crc32(sealed.copy) != sealed.crc32:
            return None
        copy = msgspec.json.decode(sealed.copy, type=_Copy)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return copy.acronyms if copy.generation == generation else None
