"""A second, naive reading of the numbering, to tell a complete chain from one that stopped half-way."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

NUMBER = regex.compile(r"(?m)^\s*(\d{1,4})\.(?:\s|$)")
"""A number and a full stop at the start of a line."""


def chain(text: str) -> int:
    """How far 1, 2, 3 ... gets when every number that is due is believed.

    >>> chain("1. One\\n2. Two\\n2009. Three\\n 3.\\nfour 4. five")
    3
    """
    length = 0
    for match in NUMBER.finditer(text):
        if int(match[1]) == length + 1:
            length += 1
    return length


def printed_pages(path: Path) -> tuple[str, ...]:
    """The text of each page of a PDF as poppler sets it; nothing for other formats, or without poppler."""
    program = shutil.which("pdftotext")
    if program is None or path.suffix.lower() != ".pdf":
        return ()
    done = subprocess.run([program, "-layout", str(path), "-"], capture_output=True, check=False, timeout=60)
    return tuple(done.stdout.decode("utf-8", "replace").split("\f"))


def naive_chain(path: Path, printed: Sequence[str], lines: Iterable[str]) -> int:
    """The chain over poppler's text of a PDF, or over our own lines where poppler is not installed.

    Other formats give 0: their numbers may not be stored in the text at all.
    """
    if path.suffix.lower() != ".pdf":
        return 0
    return chain("\n".join(printed or lines))
