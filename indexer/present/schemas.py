"""The types that leave the program -> JSON Schema, with what their docstrings say of each field."""

from __future__ import annotations

from typing import Any

import msgspec
import regex

from indexer import model
from indexer.errors import UsageError
from indexer.model import CheckLine, FacetCount, HeldDocument, Hit, Occurrence, Record

SCHEMAS: dict[str, type[msgspec.Struct]] = {
    "record": Record,
    "hit": Hit,
    "occurrence": Occurrence,
    "facet": FacetCount,
    "check": CheckLine,
    "document": HeldDocument,
}
"""By the name that the command line has for each."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FIELD = regex.compile(r"^ {8}(\w+): (.+(?:\n {12}.+)*)", regex.MULTILINE)


def json_schema(name: str) -> dict[str, Any]:
    """The schema of one of SCHEMAS, to be written as JSON.

    Raises:
        UsageError: There is no schema of that name.
    """
    if name not in SCHEMAS:
        raise UsageError(f"there is no schema {name!r}, only: {', '.join(SCHEMAS)}")
    kind = SCHEMAS[name]
    schema = msgspec.json.schema(kind)
    for title, definition in schema["$defs"].items():
        _describe(getattr(model, title), definition)
    return {"$schema": _DIALECT, "title": kind.__struct_config__.tag, **schema}


def _describe(kind: type, definition: dict[str, Any]) -> None:
    """Put the first line of the docstring on top, and each line on an attribute beside its field."""
    definition["description"] = (kind.__doc__ or "").partition("\n")[0]
    for owner in reversed(kind.__mro__):
        for field, text in _FIELD.findall(owner.__dict__.get("__doc__") or ""):
            if field in definition["properties"]:
                definition["properties"][field]["description"] = regex.sub(r"\s+", " ", text)
