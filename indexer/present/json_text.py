"""Values as JSON: a line each, or one array."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def in_json(form: str, values: Iterable[Any]) -> Iterator[str]:
    """Values as "json", one array, or "jsonl", a line each."""
    return (json_array if form == "json" else json_lines)(values)


def json_lines(values: Iterable[Any]) -> Iterator[str]:
    """A line of JSON for each value."""
    encoder = msgspec.json.Encoder()
    for value in values:
        yield encoder.encode(value).decode()


def json_array(values: Iterable[Any]) -> Iterator[str]:
    """The lines of an array with a value on each, so that large answers need not be held."""
    yield "["
    last = None
    for line in json_lines(values):
        if last is not None:
            yield last + ","
        last = line
    if last is not None:
        yield last
    yield "]"


def json_object(value: Any) -> str:
    """The value as JSON to be read by people: indented."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
