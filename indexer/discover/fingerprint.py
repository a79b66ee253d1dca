"""Content hash of a file, together with its first bytes, in one reading."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BLOCK = 1 << 20
"""Bytes read at a time: larger blocks were not faster, smaller ones call more often."""

HEAD = 1 << 16
"""Bytes handed on for recognising the format: enough for any leading comment or blank run seen in pages."""


def fingerprint(location: Path) -> tuple[str, int, bytes]:
    """Hex SHA-256, size in bytes, and the first bytes of a file.

    Raises:
        OSError: The file cannot be opened or read.
    """
    digest = hashlib.sha256()
    size = 0
    head = b""
    with location.open("rb") as stream:
        while block := stream.read(BLOCK):
            if not size:
                head = block[:HEAD]
            size += len(block)
            digest.update(block)
    return digest.hexdigest(), size, head
