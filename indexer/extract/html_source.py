"""The bytes of a web page -> its elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import regex

from indexer.errors import DamagedReportError, EmptyReportError, LimitError
from indexer.extract.decode import decode, known_encoding
from indexer.grammar.encodings import marked_encoding

if TYPE_CHECKING:
    from indexer.model import SourceFile

_DECLARED = 4096
"""Bytes at the start of a page in which it may declare its encoding: four times what browsers look at."""

_DECLARATION = regex.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)",
    regex.IGNORECASE,
)
_PROLOGUE = regex.compile(r"\A\s*<\?xml[^>]*\?>")


def parse_page(data: bytes, source: SourceFile) -> Any:
    """Root element of a web page from its bytes; raises as `parse_text` does, and where they are no text."""
    return parse_text(read_characters(data, source.path), source)


def parse_text(text: str, source: SourceFile) -> Any:
    """Root element of a web page.

    Nothing is fetched, and no entity but those of HTML itself is replaced.

    Raises:
        DamagedReportError: It cannot be read as HTML.
        EmptyReportError: There is no element.
        LimitError: The elements are nested too deep.
    """
    from lxml import etree  # noqa: PLC0415 - heavy

    # the parser takes bytes of a stated encoding without looking for declarations that are no longer true
    text = _PROLOGUE.sub("", text).replace("\x00", "")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.ParserError as error:
        raise EmptyReportError(source.path, "there is nothing in the page") from error
    except etree.XMLSyntaxError as error:
        raise DamagedReportError(source.path, "the page cannot be read as HTML") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # the parser leaves out what lies deeper
        raise LimitError(source.path, "the elements of the page are nested deeper than can be followed")
    if root is None:
        raise EmptyReportError(source.path, "there is nothing in the page")
    return root


def read_characters(data: bytes, path: str) -> str:
    """The characters of a page: by its byte order mark, as UTF-8 if sound, as declared, or as guessed."""
    if marked_encoding(data):
        return decode(data, path)
    match = _DECLARATION.search(data[:_DECLARED])
    declared = known_encoding((match[1] or match[2]).decode("ascii", "replace")) if match else None
    # pages in UTF-8 that say otherwise are common, other pages that happen to be sound UTF-8 are not
    for encoding in ("utf-8", declared):
        if encoding is None or encoding.startswith(("utf-16", "utf-32")):
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and "\x1b" not in text:
            return text
    return decode(data, path)
