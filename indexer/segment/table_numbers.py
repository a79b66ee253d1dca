"""Tables are called by the numbers in their captions, as far as these are theirs alone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from indexer.grammar.characters import roman_value
from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.segment.unit import Unit

_CAPTION = lazy(
    r"(?:Table|Tableau|Cuadro|Tabla|Таблица|表|الجدول)\s*(?P<number>\p{Nd}{1,3}|[IVX]{1,7})(?![\p{L}\p{N}]|[.–-]\p{N})",
    ignore_case=True,
)
"""No number has a C or L: tables that are called by letters reach these before any count of tables does."""

_LETTER = lazy(
    r"(?:Table|Tableau|Cuadro|Tabla|Таблица)\s+(?-i:[A-HJ-UWYZ])(?![\p{L}\p{N}]|[.–-]\p{N})", ignore_case=True
)


def number_tables(units: Iterable[Unit]) -> None:
    """Set the addresses of tables to the numbers that are printed above them.

    In each scope the first table with a number has it. Figures and what has no number of its own are counted
    behind the last.
    """
    scopes: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.kind == "table":
            scopes[unit.scope].append(unit)
    for tables in scopes.values():
        if any(map(_has_letter, (table.first.text for table in tables))):
            continue  # "Table I" may come behind Table H
        printed: dict[int, Unit] = {}
        for table in tables:
            if number := _number(table.first.text):
                printed.setdefault(number, table)
        if not printed:
            continue  # they are counted already
        named = {id(table) for table in printed.values()}
        others = [table for table in tables if id(table) not in named]
        for number, table in [*printed.items(), *enumerate(others, start=max(printed) + 1)]:
            table.address = f"tab{number}"


def _has_letter(caption: str) -> bool:
    """Whether a table is called by a letter that is no Roman number."""
    return _LETTER.match(caption) is not None


def _number(caption: str) -> int | None:
    """Return the number of a table in its caption, None without one.

    >>> _number("Table 5. Lamps by age"), _number("Cuadro II"), _number("Figure 5"), _number("Table 5-1")
    (5, 2, None, None)
    >>> _number("Table 5.1"), _number("Table C")
    (None, None)
    """
    match = _CAPTION.match(caption)
    if match is None:
        return None
    printed = match["number"]
    return int(printed) if printed.isdecimal() else roman_value(printed)
