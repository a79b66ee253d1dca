"""`python -m tests.benchmarks NAME`: the same as `python -m tests.benchmarks.NAME`."""

from __future__ import annotations

import importlib
import sys

NAMES = ("engines", "folder", "growth")


def main() -> int:
    """What the named command returns; 2 when there is none of that name."""
    if len(sys.argv) < 2 or sys.argv[1] not in NAMES:
        sys.stdout.write(f"usage: python -m tests.benchmarks {{{','.join(NAMES)}}} [--help]\n")
        return 2
    command = importlib.import_module(f"tests.benchmarks.{sys.argv[1]}")
    return int(command.main(sys.argv[2:]))


if __name__ == "__main__":
    sys.exit(main())
