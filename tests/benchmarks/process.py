"""Each engine in a process of its own: to build an index, or to hold one open and answer."""

from __future__ import annotations

import importlib
import multiprocessing
import time
import traceback
from typing import TYPE_CHECKING, Any, Self, TypeVar

import msgspec

from tests.benchmarks.adapters.base import Answer, Engine, Question, UnableError
from tests.benchmarks.frames import read_frames
from tests.benchmarks.measure import Memory, Meter, folder_bytes, memory

if TYPE_CHECKING:
    from collections.abc import Iterable
    from multiprocessing.connection import Connection
    from pathlib import Path

ENGINES = {
    "indexer": ("ours", "Ours"),
    "tantivy": ("tantivy", "Tantivy"),
    "fts5": ("fts5", "Fts5"),
    "whoosh": ("stock_whoosh", "StockWhoosh"),
}
"""Module and class in `adapters` by the name that options use."""

_CONTEXT = multiprocessing.get_context("spawn")

T = TypeVar("T")


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """What a build took: CPU and wall seconds, bytes on disk, memory before the first document and after."""

    cpu: float
    wall: float
    bytes: int
    before: Memory
    after: Memory


class Timed(msgspec.Struct, frozen=True, kw_only=True):
    """An answer with its seconds; without one, why: "none" where the engine has nothing for the question."""

    answer: Answer | None
    cpu: float = 0.0
    wall: float = 0.0
    reason: str = ""


class EngineError(Exception):
    """The process of an engine ended or failed."""


def make_engine(name: str) -> Engine:
    """An engine by the name that options use."""
    module, kind = ENGINES[name]
    made: Engine = getattr(importlib.import_module(f"tests.benchmarks.adapters.{module}"), kind)()
    return made


def missing(names: Iterable[str]) -> dict[str, str]:
    """The engines among these whose library is not installed, each with the reason."""
    found = {}
    for name in names:
        try:
            make_engine(name)
        except ImportError as error:
            found[name] = f"{error.name or name} is not installed (extra: bench)"
    return found


def frames_file(work: Path, engine: Engine) -> Path:
    """The input of an engine."""
    return work / f"{engine.frames}.frames"


def _shape(engine: Engine) -> Any:
    if engine.frames == "records":
        from tests.benchmarks.records import Parsed  # noqa: PLC0415  # other engines need none of it

        return Parsed
    from tests.benchmarks.paragraphs import Document  # noqa: PLC0415  # as above

    return Document


def _build(pipe: Connection, name: str, work: Path, folder: Path) -> None:
    """Build an index and say what it took; the decoding of the input is left out."""
    try:
        engine = make_engine(name)
        folder.mkdir(parents=True)
        documents = read_frames(frames_file(work, engine), _shape(engine))
        before = memory()
        meter = Meter()
        engine.build(folder, meter.outside(documents))
        cpu, wall = meter.cpu(), meter.wall()
        built = Built(cpu=cpu, wall=wall, bytes=folder_bytes(folder), before=before, after=memory())
        pipe.send_bytes(msgspec.json.encode(built))
    except Exception:  # noqa: BLE001  # told to the process that waits
        pipe.send_bytes(traceback.format_exc(limit=-4).encode())


def _serve(pipe: Connection, name: str, folder: Path) -> None:
    """Answer questions until the pipe closes; an empty message asks for the memory."""
    searcher = make_engine(name).open(folder)
    decoder = msgspec.json.Decoder(Question)
    pipe.send_bytes(b"ready")
    while True:
        try:
            message = pipe.recv_bytes()
        except EOFError:
            return
        reply: Any = _timed(searcher, decoder.decode(message)) if message else memory()
        pipe.send_bytes(msgspec.json.encode(reply))


def _timed(searcher: Any, question: Question) -> Timed:
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        answer = searcher.answer(question)
    except UnableError:
        return Timed(answer=None, reason="none")
    except Exception as error:  # noqa: BLE001  # an engine that fails is a finding
        return Timed(answer=None, reason=f"{type(error).__name__}: {error}"[:200])
    return Timed(answer=answer, cpu=time.process_time() - cpu, wall=time.perf_counter() - wall)


class _Process:
    """A process and the pipe to it."""

    def __init__(self, target: Any, *arguments: Any) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self.process = _CONTEXT.Process(target=target, args=(theirs, *arguments), daemon=True)
        self.process.start()
        theirs.close()

    def take(self) -> bytes:
        try:
            return self.pipe.recv_bytes()
        except EOFError:
            self.process.join()
            raise EngineError(f"the process ended with code {self.process.exitcode}") from None

    def stop(self) -> None:
        self.pipe.close()
        self.process.join(10)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def build_index(name: str, work: Path, folder: Path) -> Built:
    """Build an engine's index of the frames in a folder, in a process of its own.

    Raises:
        EngineError: It failed.
    """
    process = _Process(_build, name, work, folder)
    reply = b""
    try:
        reply = process.take()
        return msgspec.json.decode(reply, type=Built)
    except msgspec.DecodeError as error:
        raise EngineError(f"{name} cannot build:\n{reply.decode(errors='replace')}") from error
    finally:
        process.stop()


class Asked:
    """An engine's process with its index open; to be used in a with block."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self._process = _Process(_serve, name, folder)

    def __enter__(self) -> Self:
        self._process.take()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.stop()

    def ask(self, question: Question) -> Timed:
        """The engine's answer and what it took."""
        return self._exchange(msgspec.json.encode(question), Timed)

    def memory(self) -> Memory:
        """The memory of the engine's process now."""
        return self._exchange(b"", Memory)

    def _exchange(self, message: bytes, shape: type[T]) -> T:
        self._process.pipe.send_bytes(message)
        return msgspec.json.decode(self._process.take(), type=shape)
