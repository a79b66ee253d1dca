"""Results -> text, JSON, CSV: iterators of lines without their ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indexer.present.answers import Answer, Checked, Listed, Shown
    from indexer.present.check_text import check_text, check_values, counted
    from indexer.present.csv_text import facets_csv, hits_csv, records_csv
    from indexer.present.facts_text import facet_text, facet_values, info_text, size_words
    from indexer.present.json_text import json_array, json_lines, json_object
    from indexer.present.schemas import SCHEMAS, json_schema
    from indexer.present.search_text import grouped, hit_groups, hit_lines, hit_list
    from indexer.present.show_text import shown_text
    from indexer.present.style import PLAIN, Style, clean

_HOMES = {
    "Answer": "answers",
    "Checked": "answers",
    "Listed": "answers",
    "PLAIN": "style",
    "SCHEMAS": "schemas",
    "Shown": "answers",
    "Style": "style",
    "check_text": "check_text",
    "check_values": "check_text",
    "clean": "style",
    "counted": "check_text",
    "facet_text": "facts_text",
    "facet_values": "facts_text",
    "facets_csv": "csv_text",
    "grouped": "search_text",
    "hit_groups": "search_text",
    "hit_lines": "search_text",
    "hit_list": "search_text",
    "hits_csv": "csv_text",
    "info_text": "facts_text",
    "json_array": "json_text",
    "json_lines": "json_text",
    "json_object": "json_text",
    "json_schema": "schemas",
    "records_csv": "csv_text",
    "shown_text": "show_text",
    "size_words": "facts_text",
}

__all__ = [
    "PLAIN",
    "SCHEMAS",
    "Answer",
    "Checked",
    "Listed",
    "Shown",
    "Style",
    "check_text",
    "check_values",
    "clean",
    "counted",
    "facet_text",
    "facet_values",
    "facets_csv",
    "grouped",
    "hit_groups",
    "hit_lines",
    "hit_list",
    "hits_csv",
    "info_text",
    "json_array",
    "json_lines",
    "json_object",
    "json_schema",
    "records_csv",
    "shown_text",
    "size_words",
]


def __getattr__(name: str) -> object:
    """A public name, from the only module that is loaded for it."""
    from importlib import import_module  # noqa: PLC0415  # needed once per name

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
