"""What goes over the pipe between the run and its reading processes: a length, then MessagePack."""

from __future__ import annotations

import os
import struct
from typing import TYPE_CHECKING, Literal

import msgspec

from indexer import errors
from indexer.errors import ReportError
from indexer.model import LearntAcronym, ParsedDocument, SourceFile  # noqa: TC001  # msgspec reads the annotations

if TYPE_CHECKING:
    from typing import IO

Ocr = Literal["off", "auto"]
"""Whether pages of a PDF without usable text are recognised."""

ALIVE = msgspec.msgpack.encode(None)
"""The body of the message that says nothing but that a process goes on."""

_LENGTH = struct.Struct("<Q")


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """An error on its way: the name of its class, and the reason."""

    kind: str
    reason: str

    def error(self, path: str) -> ReportError:
        """The error itself, about a file."""
        kind = getattr(errors, self.kind, ReportError)
        if isinstance(kind, type) and issubclass(kind, ReportError):
            return kind(path, self.reason)
        return ReportError(path, self.reason)


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A file to read.

    Attributes:
        source: With a location that can be written anywhere.
        location: The location as the system knows it, which need not be text.
        page_seconds: Most wall time for recognising one page, None for no recognition.
    """

    source: SourceFile
    location: bytes
    page_seconds: float | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one file.

    Attributes:
        parsed: The document, None when it failed.
        acronyms: That the document defines.
        failure: Why there is no document.
        trace: Where an unexpected error came from, for `-v`.
        seconds: Wall time.
        spent: The process ran out of memory and should be replaced.
    """

    parsed: ParsedDocument | None = None
    acronyms: tuple[LearntAcronym, ...] = ()
    failure: Failure | None = None
    trace: str = ""
    seconds: float = 0.0
    spent: bool = False


_READINGS = msgspec.msgpack.Decoder(Reading)


def reading_of(body: bytes) -> Reading:
    """The reading that was sent."""
    return _READINGS.decode(body)


def failed(error: ReportError, *, seconds: float = 0.0, trace: str = "", spent: bool = False) -> Reading:
    """A reading that says why there is none."""
    failure = Failure(kind=type(error).__name__, reason=error.reason)
    return Reading(failure=failure, seconds=seconds, trace=trace, spent=spent)


def task_of(source: SourceFile, page_seconds: float | None = None) -> Task:
    """The file as a task, whatever bytes its name is made of."""
    location = os.fsencode(source.location)
    return Task(source=writable(source), location=location, page_seconds=page_seconds)


def writable(source: SourceFile) -> SourceFile:
    r"""The file with a location that is text: bytes that are no characters stand as "\xff"."""
    location = os.fsencode(source.location).decode("utf-8", "backslashreplace")
    return msgspec.structs.replace(source, location=location) if location != source.location else source


def send(stream: IO[bytes], message: Task | Reading | None) -> None:
    """Write a message; None says that a process is ready, or has recognised one more page."""
    body = msgspec.msgpack.encode(message)
    stream.write(_LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def receive_bytes(stream: IO[bytes]) -> bytes | None:
    """The next message, not yet decoded; None when the other side is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length)
    return body if len(body) == length else None
