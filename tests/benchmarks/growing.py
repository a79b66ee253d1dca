"""A writer in a process of its own that takes a growing collection, and says at each step what it took."""

from __future__ import annotations

from multiprocessing import get_context
from typing import TYPE_CHECKING, Self

import msgspec
import regex

from tests.benchmarks.adapters.base import Kind  # noqa: TC001  # msgspec reads types at run time
from tests.benchmarks.grown import grown
from tests.benchmarks.measure import Memory, Meter, folder_bytes, memory
from tests.benchmarks.paragraphs import text_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path

    from tests.benchmarks.paragraphs import Document
    from tests.benchmarks.records import Parsed

_CONTEXT = get_context("spawn")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


class Step(msgspec.Struct, kw_only=True):
    """What was measured when there were so many paragraphs.

    Attributes:
        paragraphs: How many.
        text: Their size in bytes.
        words: Different words in them.
        cpu: CPU seconds of the writer up to here.
        index: Bytes on disk.
        writer: Memory of the writer.
        searcher: Memory of a fresh process after all questions.
        again: Milliseconds of each question, by class, where it was asked before.
        first: As above, asked for the first time.
    """

    paragraphs: int = 0
    text: int = 0
    words: int = 0
    cpu: float = 0.0
    index: int = 0
    writer: Memory = Memory()
    searcher: Memory = Memory()
    again: dict[Kind, list[float]] = {}
    first: dict[Kind, list[float]] = {}


def _write(pipe: Connection, folder: Path) -> None:
    """Store what comes; an empty message asks for a commit and for what it took up to there."""
    from indexer.store import open_store  # noqa: PLC0415  # loaded only in the process that writes
    from tests.benchmarks.records import Parsed  # noqa: PLC0415  # as above

    decoder = msgspec.msgpack.Decoder(Parsed)

    def arriving() -> Iterator[Parsed | None]:
        while True:
            try:
                message = pipe.recv_bytes()
            except EOFError:
                return
            yield decoder.decode(message) if message else None

    meter = Meter()
    with open_store(folder, create=True).writer() as writer:
        for one in meter.outside(arriving()):
            if one is not None:
                writer.replace(one.source, one.parsed, one.acronyms)
                continue
            writer.commit()
            step = Step(cpu=meter.cpu(), index=folder_bytes(folder), writer=memory())
            pipe.send_bytes(msgspec.json.encode(step))


class Writing:
    """The collection on its way to the writer; to be used in a with block."""

    def __init__(self, documents: Sequence[Document], folder: Path) -> None:
        self._source = grown(documents)
        self._words: set[str] = set()
        self._paragraphs = 0
        self._text = 0
        self._pipe, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_write, args=(theirs, folder), daemon=True)
        self._process.start()
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe.close()
        self._process.join()

    def up_to(self, paragraphs: int) -> Step:
        """Have documents stored until there are so many paragraphs, and committed."""
        from tests.benchmarks.records import parsed_document  # noqa: PLC0415  # loads the whole grammar

        encoder = msgspec.msgpack.Encoder()
        while self._paragraphs < paragraphs:
            document = next(self._source)
            self._count(document)
            self._pipe.send_bytes(encoder.encode(parsed_document(document)))
        self._pipe.send_bytes(b"")
        step = msgspec.json.decode(self._pipe.recv_bytes(), type=Step)
        step.paragraphs, step.text, step.words = self._paragraphs, self._text, len(self._words)
        return step

    def _count(self, document: Document) -> None:
        self._paragraphs += len(document)
        self._text += text_bytes([document])
        for paragraph in document:
            self._words.update(word.lower() for word in _WORD.findall(paragraph.text))
