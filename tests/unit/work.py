"""How much work a call is, counted and not timed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def lines_run(call: Callable[[], object]) -> int:
    """Return how many lines of the package are run by a call."""
    lines = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal lines
        if "indexer" not in frame.f_code.co_filename:
            return None
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return lines


def is_linear(call: Callable[[int], object], size: int) -> bool:
    """Whether a call does little more than twice the work for twice the size."""
    call(size)  # what is compiled or remembered at first
    return lines_run(lambda: call(2 * size)) <= 2.2 * lines_run(lambda: call(size)) + 400
