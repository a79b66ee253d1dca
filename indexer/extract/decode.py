"""Bytes -> characters, whatever the encoding."""

from __future__ import annotations

import codecs
import contextlib

from indexer.errors import DamagedReportError
from indexer.extract.characters import GARBAGE_SHARE, garbage_share
from indexer.grammar.encodings import marked_encoding, may_be_utf16

_SAMPLE = 1 << 18
"""Bytes that the guess is made from: the guesser's time grows with it, its answer does not change beyond."""

_FORGIVEN = 0.001
"""Share of broken sequences at which a file still is UTF-8: one cut or pasted character in a page."""


def decode(data: bytes, path: str) -> str:
    """Characters of a file: by its byte order mark, as UTF-8 if sound, else by the likeliest encoding.

    Raises:
        DamagedReportError: The bytes are no text in any encoding.
    """
    text = _by_mark(data) or _as_utf8(data) or _as_utf16(data) or _guessed(data)
    if text is None or garbage_share(text) > GARBAGE_SHARE:
        raise DamagedReportError(path, "the content is not text in any known encoding")
    return text


def known_encoding(name: str) -> str | None:
    """The codec for an encoding that a page declares, as browsers read the names; None when there is none."""
    try:
        codec = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    # pages that say these mean the larger sets: the WHATWG encoding standard reads them so
    wider = {
        "iso8859-1": "cp1252",
        "ascii": "cp1252",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "iso8859-9": "cp1254",
    }
    return wider.get(codec, codec)


def _by_mark(data: bytes) -> str | None:
    encoding = marked_encoding(data)
    return data.decode(encoding, "replace") if encoding else None


def _as_utf8(data: bytes) -> str | None:
    if b"\x1b$" in data or b"~{" in data:
        return None  # 7-bit Japanese and Chinese would pass as ASCII: let the guesser look
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        if (
            broken > max(1, _FORGIVEN * len(text))
            or sum(character > "\x7f" for character in text) < 10 * broken
        ):
            return None
    # zero bytes are sound UTF-8, but in any number they are UTF-16
    return text if text.count("\x00") <= 0.01 * len(text) else None


def _as_utf16(data: bytes) -> str | None:
    if data.count(b"\x00") < 0.01 * len(data) or not may_be_utf16(data):
        return None
    found: list[tuple[int, str]] = []
    for encoding in ("utf-16-le", "utf-16-be"):
        with contextlib.suppress(UnicodeDecodeError):
            text = data[: len(data) // 2 * 2].decode(encoding)
            found.append((sum(text.count(mark) for mark in " \n\u3000\u3002"), text))
    # in the wrong byte order a page has hardly a space
    spaces, text = max(found, default=(0, ""), key=lambda pair: pair[0])
    return text if spaces and "\x00" not in text else None


def _guessed(data: bytes) -> str | None:
    import charset_normalizer  # noqa: PLC0415 - heavy, and needed for few files

    sample = data if len(data) <= _SAMPLE else data[:_SAMPLE].rsplit(b"\n", 1)[0].rsplit(b" ", 1)[0]
    matches = charset_normalizer.from_bytes(sample)
    best = matches.best()
    if best is None:
        return None
    equal = {
        match.encoding for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)
    }
    # Spanish letters stand at the same places in the Central European set, which the guesser puts first
    encoding = "cp1252" if "cp1252" in equal else best.encoding
    return data.decode(encoding, "replace")
