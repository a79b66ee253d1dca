"""Records -> tables of libraries that come with extras: a column for each fact, a row for each record.

Offsets, notes and boxes are no columns; `to_dicts` has them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from indexer.errors import MissingExtraError
from indexer.query.shown import ShowResult

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from indexer.query.shown import Records

COLUMNS = {
    "rank": "int64",
    "score": "float64",
    "citation": "string",
    "id": "string",
    "copy": "int64",
    "symbol": "string",
    "language": "string",
    "kind": "string",
    "number": "string",
    "address": "string",
    "section": "list",
    "page": "int64",
    "page_end": "int64",
    "page_label": "string",
    "title": "string",
    "date": "string",
    "body": "string",
    "year": "int64",
    "text": "string",
    "snippet": "string",
    "of_document": "int64",
    "entities": "list",
    "cites": "list",
    "path": "string",
    "position": "string",
}
"""Columns in their order, and what they hold; lists are of strings. Later versions may only add some."""

_PANDAS = {"int64": "Int64", "float64": "float64", "string": "string", "list": "object"}
"""The type of pandas for each, which leaves a value out without changing the others."""


def arrow_table(found: Records) -> pa.Table:
    """Return a table of Arrow.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    arrow = _library("pyarrow", "arrow")
    types = {
        "int64": arrow.int64(),
        "float64": arrow.float64(),
        "string": arrow.string(),
        "list": arrow.list_(arrow.string()),
    }
    schema = arrow.schema([(name, types[kind]) for name, kind in COLUMNS.items()])
    table: pa.Table = arrow.Table.from_pylist(_rows(found), schema=schema)
    return table


def pandas_table(found: Records) -> pd.DataFrame:
    """Return a table of pandas, as above.

    Raises:
        MissingExtraError: pandas is not installed.
    """
    pandas = _library("pandas", "pandas")
    table: pd.DataFrame = pandas.DataFrame(_rows(found), columns=list(COLUMNS))
    return table.astype({name: _PANDAS[kind] for name, kind in COLUMNS.items()})


def _library(name: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError(name, extra) from error


def _rows(found: Records) -> list[dict[str, Any]]:
    rows = []
    for record in found:
        row = {name: getattr(record, name, None) for name in COLUMNS}
        row["section"] = list(record.section)
        row["entities"] = list(dict.fromkeys(mention.entity for mention in record.mentions))
        row["cites"] = list(dict.fromkeys(reference.target for reference in record.references))
        row["path"] = record.source.path
        rows.append(row)
    if isinstance(found, ShowResult):  # hits have citations of their own
        for row, citation in zip(rows, found.citations, strict=True):
            row["citation"] = citation
    return rows
