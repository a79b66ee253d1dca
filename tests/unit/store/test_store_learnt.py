from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest

from indexer.store.learnt import NAME, read_learnt, write_learnt

if TYPE_CHECKING:
    from pathlib import Path

_DEEP = b"[" * 100_000
_DEEP_BODY = b'{"generation":1,"acronyms":' + b"[" * 5000 + b"]" * 5000 + b"}"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"\xff\xfe",
        b'{"copy":null,"crc32":-1}',
        b'{"copy":{"generation":1,"acronyms":[]},"crc32":1}',
        _DEEP,
        b'{"copy":' + _DEEP,
        b'{"copy":%s,"crc32":%d}' % (_DEEP_BODY, zlib.crc32(_DEEP_BODY)),
    ],
    ids=lambda content: repr(content[:30]),
)
def test_nobody_reads_a_copy_that_is_none(tmp_path: Path, content: bytes) -> None:
    write_learnt(tmp_path, 1, [])
    assert (read_learnt(tmp_path, 1), read_learnt(tmp_path, 2)) == ([], None)
    (tmp_path / NAME).write_bytes(content)
    assert read_learnt(tmp_path, 1) is None
