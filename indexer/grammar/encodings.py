"""What bytes say by themselves of the encoding of a text."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, longer before shorter: the UTF-32 one begins with the UTF-16 one."""

_READABLE = bytes(range(32, 127)) + b"\t\n\r"

_UTF16_SHARE = 0.2
"""In UTF-16 every second byte of Latin text is zero, and most Chinese characters hold a byte beyond ASCII."""


def marked_encoding(data: bytes) -> str | None:
    """Return the encoding that a byte order mark names, None without one.

    >>> marked_encoding("lights".encode("utf-16")), marked_encoding(b"lights")
    ('utf-16', None)
    """
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def may_be_utf16(data: bytes) -> bool:
    """Whether bytes may be UTF-16 without a mark, and are no plain letters with stray others among them.

    >>> may_be_utf16("lights".encode("utf-16-le")), may_be_utf16(b"lights")
    (True, False)
    """
    return len(data.translate(None, _READABLE)) >= _UTF16_SHARE * len(data)
