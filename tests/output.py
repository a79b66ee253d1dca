"""What the programs among the tests write."""

from __future__ import annotations

import sys


def say(*lines: str) -> None:
    """Write lines to stdout, so that a pipe sees them as they come."""
    for line in lines:
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
