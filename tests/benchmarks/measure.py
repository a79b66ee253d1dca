"""CPU time, memory and disk of the process that asks, and the middle of many figures."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_STATUS = Path("/proc/self/status")


class Memory(msgspec.Struct, frozen=True):
    """Memory of a process in bytes.

    Attributes:
        peak: The most that was resident at any time.
        resident: What is resident now, pages of mapped files included.
        own: What is resident now without pages of files, which the system can drop and others share.
    """

    peak: int = 0
    resident: int = 0
    own: int = 0


def memory() -> Memory:
    """The memory of this process.

    `getrusage` is no help where /proc is there: a new process begins with the peak of the one that started
    it.
    """
    if not _STATUS.exists():
        scale = 1 if sys.platform == "darwin" else 1024
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale
        return Memory(peak=peak, resident=peak, own=peak)
    found = _status(_STATUS.read_text(encoding="ascii", errors="replace"))
    return Memory(peak=found["VmHWM"], resident=found["VmRSS"], own=found["RssAnon"])


def _status(text: str) -> dict[str, int]:
    """The lines of a status file that are sizes, in bytes."""
    sizes: dict[str, int] = {}
    for line in text.splitlines():
        name, _, value = line.partition(":")
        if value.endswith(" kB"):
            sizes[name] = int(value.split()[0]) * 1024
    return sizes


def memory_of(process: int) -> Memory | None:
    """The memory of another process, None where it has ended or the system does not tell."""
    try:
        found = _status(Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace"))
        return Memory(peak=found["VmHWM"], resident=found["VmRSS"], own=found["RssAnon"])
    except (OSError, KeyError):
        return None


def cpu_seconds() -> float:
    """CPU seconds, user and system, of this process with all its threads and of children that have ended."""
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


class Meter:
    """CPU seconds from now on, less what the main thread spends on getting its input.

    Threads of an engine go on while the next input is got; that is theirs, and counts.
    """

    def __init__(self) -> None:
        self._start = cpu_seconds()
        self._wall = time.perf_counter()
        self._outside = 0.0
        self._outside_wall = 0.0

    def outside(self, source: Iterable[Any]) -> Iterator[Any]:
        """The items of a source, the getting of each left out of the count."""
        items = iter(source)
        while True:
            cpu, wall = time.thread_time(), time.perf_counter()
            item = next(items, self)
            self._outside += time.thread_time() - cpu
            self._outside_wall += time.perf_counter() - wall
            if item is self:
                return
            yield item

    def cpu(self) -> float:
        """CPU seconds so far."""
        return cpu_seconds() - self._start - self._outside

    def wall(self) -> float:
        """Wall seconds so far."""
        return time.perf_counter() - self._wall - self._outside_wall


def folder_bytes(folder: Path) -> int:
    """What the files below a folder hold."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share of the values lies, between two neighbours in proportion.

    >>> percentile([1.0, 2.0, 3.0, 4.0, 5.0], 0.5), percentile([1.0, 2.0], 0.95)
    (3.0, 1.95)
    """
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def median(values: Sequence[float]) -> float:
    """The middle one.

    >>> median([3.0, 1.0, 2.0])
    2.0
    """
    return percentile(values, 0.5)
