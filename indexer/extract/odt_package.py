"""Names of OpenDocument: its namespaces, and attributes of elements."""

from __future__ import annotations

from typing import Any

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = "{" + _NAMES + "office:1.0}"
TEXT = "{" + _NAMES + "text:1.0}"
TABLE = "{" + _NAMES + "table:1.0}"
STYLE = "{" + _NAMES + "style:1.0}"
DRAW = "{" + _NAMES + "drawing:1.0}"
FO = "{" + _NAMES + "xsl-fo-compatible:1.0}"
SVG = "{" + _NAMES + "svg-compatible:1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
EXTENSION = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"


def whole(element: Any, name: str, usual: int) -> int:
    """A whole number in an attribute, the usual one where there is none."""
    value = element.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else usual
