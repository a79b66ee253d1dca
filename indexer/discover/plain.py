"""Text or not: a judgement on the first bytes of a file that carries no format's mark."""

from __future__ import annotations

import codecs
import unicodedata

from indexer.grammar.encodings import marked_encoding, may_be_utf16

_CONTROLS = bytes(sorted(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))) + b"\x7f"
"""Bytes that no text encoding prints anything with; \\x1a ended DOS files, \\x1b shifts ISO-2022."""

_CONTROL_SHARE = 0.01
"""Compressed or random bytes hold 10 % of them, real pages in any encoding none; a stray few are forgiven."""


def looks_like_text(head: bytes) -> bool:
    """Whether the first bytes of a file are text in some encoding."""
    if marked_encoding(head):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls <= _CONTROL_SHARE * len(head) or utf16_without_mark(head) is not None


def utf16_without_mark(head: bytes) -> str | None:
    """Byte order ("utf-16-le" or "utf-16-be") of UTF-16 text that carries no mark, None for anything else."""
    if not may_be_utf16(head):
        return None
    even = head[: len(head) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        decoder = codecs.getincrementaldecoder(encoding)
        try:
            used = set(decoder().decode(even))
        except UnicodeDecodeError:
            continue
        # a few bytes of anything decode; a page of text has spaces, or their Chinese counterparts
        if used & set(" \n\u3000\u3002") and all(_is_printed(character) for character in used):
            return encoding
    return None


def _is_printed(character: str) -> bool:
    return character in "\t\n\v\f\r" or unicodedata.category(character) not in {"Cc", "Cn", "Co", "Cs"}


def readable_start(head: bytes) -> str:
    """The first bytes as characters, good enough to see markup in them."""
    if encoding := marked_encoding(head):
        return head.decode(encoding, "replace")
    if b"\x00" in head:
        return head.decode(utf16_without_mark(head) or "latin-1", "replace")
    return head.decode("latin-1")
