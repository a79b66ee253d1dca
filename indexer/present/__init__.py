"""Results -> text, JSON, CSV: iterators of lines without their ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.first_use import at_first_use

if TYPE_CHECKING:
    from indexer.present.answers import Checked, Grouped, Listed, Shown
    from indexer.present.checked_text import check_text, check_values, counted
    from indexer.present.csv_text import documents_csv, facets_csv, hits_csv, occurrences_csv, records_csv
    from indexer.present.entity_text import (
        entities_csv,
        entity_csv,
        entity_facts,
        entity_lines,
        match_lines,
        matches_csv,
    )
    from indexer.present.facts_text import document_lines, facet_text, facet_values, info_text
    from indexer.present.json_text import in_json, json_lines, json_object
    from indexer.present.kwic_text import kwic_lines
    from indexer.present.page_drawing import page_png
    from indexer.present.schemas import SCHEMAS, json_schema
    from indexer.present.search_text import hit_groups, hit_lines, hit_list
    from indexer.present.show_text import shown_text
    from indexer.present.style import PLAIN, Style, clean

__all__ = [
    "PLAIN",
    "SCHEMAS",
    "Checked",
    "Grouped",
    "Listed",
    "Shown",
    "Style",
    "check_text",
    "check_values",
    "clean",
    "counted",
    "document_lines",
    "documents_csv",
    "entities_csv",
    "entity_csv",
    "entity_facts",
    "entity_lines",
    "facet_text",
    "facet_values",
    "facets_csv",
    "hit_groups",
    "hit_lines",
    "hit_list",
    "hits_csv",
    "in_json",
    "info_text",
    "json_lines",
    "json_object",
    "json_schema",
    "kwic_lines",
    "match_lines",
    "matches_csv",
    "occurrences_csv",
    "page_png",
    "records_csv",
    "shown_text",
]

if not TYPE_CHECKING:
    __getattr__ = at_first_use(
        globals(),
        {
            "answers": ("Checked", "Grouped", "Listed", "Shown"),
            "checked_text": ("check_text", "check_values", "counted"),
            "csv_text": ("documents_csv", "facets_csv", "hits_csv", "occurrences_csv", "records_csv"),
            "entity_text": (
                "entities_csv",
                "entity_csv",
                "entity_facts",
                "entity_lines",
                "match_lines",
                "matches_csv",
            ),
            "facts_text": ("document_lines", "facet_text", "facet_values", "info_text"),
            "json_text": ("in_json", "json_lines", "json_object"),
            "kwic_text": ("kwic_lines",),
            "page_drawing": ("page_png",),
            "schemas": ("SCHEMAS", "json_schema"),
            "search_text": ("hit_groups", "hit_lines", "hit_list"),
            "show_text": ("shown_text",),
            "style": ("PLAIN", "Style", "clean"),
        },
    )
