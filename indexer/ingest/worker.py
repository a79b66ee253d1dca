"""The reading process: takes files from its standard input and answers with what they hold.

It is started by `indexer.ingest.process` as a program of its own, not through multiprocessing, because that
would run the caller's main module again. Nothing it does can harm the run: it has a limit on memory, is
stopped when a file takes too long, and may crash.
"""

from __future__ import annotations

import importlib
import os
import queue
import shutil
import signal
import sys
import threading
import time
import traceback
from typing import TYPE_CHECKING

import msgspec

from indexer.errors import LimitError, ReportError
from indexer.extract import Recognition
from indexer.ingest.messages import Reading, Task, failed, receive_bytes, send

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import IO

    from indexer.model import LearntAcronym, ParsedDocument

    Parser = Callable[..., tuple[ParsedDocument, Sequence[LearntAcronym]]]


def serve(parser: str, memory: str, scratch: str) -> None:
    """Answer until the other side closes its end.

    Args:
        parser: "module:function", what reads a file.
        memory: Most bytes of address space as a number, "0" for no limit.
        scratch: The folder of its temporary files, which goes with it when the run is gone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the run decides when to stop
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the answers
    limit_memory(int(memory))
    read = load(parser)
    tasks: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, tasks, scratch), daemon=True).start()
    send(answers, None)
    while True:
        body = tasks.get()
        reading = answer(read, msgspec.msgpack.decode(body, type=Task), lambda: send(answers, None))
        try:
            send(answers, reading)
        except MemoryError:
            # nothing was written: the message is built before its first byte goes out
            send(answers, failed(LimitError("", _too_much()), spent=True))


def answer(read: Parser, task: Task, on_page: Callable[[], None] = lambda: None) -> Reading:
    """What the parser makes of a file; no exception escapes.

    Args:
        read: The parser.
        task: The file; a parser that is to recognise pages is told so by a second argument.
        on_page: Called after each page that is recognised.
    """
    source = msgspec.structs.replace(task.source, location=os.fsdecode(task.location))
    start = time.perf_counter()
    try:
        if task.page_seconds is None:
            parsed, acronyms = read(source)
        else:
            parsed, acronyms = read(source, Recognition(seconds=task.page_seconds, on_page=on_page))
        return Reading(parsed=parsed, acronyms=tuple(acronyms), seconds=time.perf_counter() - start)
    except ReportError as error:
        return failed(error, seconds=time.perf_counter() - start)
    except MemoryError:
        return failed(LimitError(source.path, _too_much()), seconds=time.perf_counter() - start, spent=True)
    except Exception as error:  # noqa: BLE001  # one bad file must not stop the run, whatever is wrong with it
        reason = f"the reader failed unexpectedly ({type(error).__name__}: {error})"
        seconds = time.perf_counter() - start
        return failed(ReportError(source.path, reason), seconds=seconds, trace=traceback.format_exc())


def load(parser: str) -> Parser:
    """The function that "module:function" names."""
    module, _, name = parser.partition(":")
    function: Parser = getattr(importlib.import_module(module), name)
    return function


def limit_memory(memory: int) -> None:
    """Set the process's limit, where the system knows one, and forbid it to leave a core file behind."""
    try:
        import resource  # noqa: PLC0415  # missing on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not memory or not sys.platform.startswith("linux"):
        # macOS accepts the limit and does not keep it
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = min(memory, sys.maxsize if hard == resource.RLIM_INFINITY else hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _listen(stream: IO[bytes], tasks: queue.SimpleQueue[bytes], scratch: str) -> None:
    """Hand tasks on; when the run is gone, end at once, even in the middle of a file."""
    while (body := receive_bytes(stream)) is not None:
        tasks.put(body)
    shutil.rmtree(scratch, ignore_errors=True)  # a run that was killed cannot do it
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)  # with the program that recognises a page
    os._exit(0)


def _too_much() -> str:
    return "reading it needs more memory than is allowed"
