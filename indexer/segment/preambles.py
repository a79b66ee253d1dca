"""Paragraphs of resolutions that are told by how they begin and end."""

from __future__ import annotations

from collections import defaultdict

import regex

from indexer.grammar.recitals import opens_operative, opens_recital
from indexer.segment.unit import Unit

_LETTERED = regex.compile(r"\p{Lu}{1,2}\.[\s\t]+\p{Ll}")


def find_recitals(units: list[Unit]) -> bool:
    """Make preambular paragraphs of texts that begin and end so, as in a declaration.

    They stand in a row, or above what is decided. Return whether there are any.
    """
    recitals = [unit.recites(enacted=False) or unit.kind == "operative" for unit in units]
    found = [
        unit
        for at, unit in enumerate(units)
        if unit.kind == "text"
        and recitals[at]
        and any(recitals[max(at - 1, 0) : at] + recitals[at + 1 : at + 2])
    ]
    for unit in found:
        unit.kind = "preamble"
    return bool(found)


def find_decisions(units: list[Unit]) -> None:
    """Make operative paragraphs of those whose organ is not named above, by what most of them begin with.

    So an excerpt of a resolution is read as the whole. Its paragraphs are clauses of one sentence, so that
    some end with a semicolon; a report has "1. Requests for lamps rose.", and guidelines "1. States should".
    """
    scopes: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.kind == "paragraph":
            scopes[unit.scope].append(unit)
    for numbered in scopes.values():
        decided = [unit for unit in numbered if opens_operative(unit.first.text[unit.pieces[0][1] :])]
        if 2 * len(decided) > len(numbered) and any(map(Unit.is_open_item, decided)):
            for unit in numbered:
                unit.kind = "operative"


def find_operative(units: list[Unit]) -> bool:
    """Make operative paragraphs without number of those in a preamble that do not end in a comma.

    Return whether there are any.

    In lettered preambles all end in a semicolon: "A. whereas"; and so do those of some assemblies, which
    begin as preambular paragraphs do. A colon leads to what follows: "Resolves that, for 2026:".
    """
    found = False
    for unit in units:
        end = unit.last.unmarked()[-1:] if unit.kind == "preamble" else ""
        recites = end in (";", ":") and (_LETTERED.match(unit.first.text) or opens_recital(unit.first.text))
        if end in (".", ";", ":") and not recites:
            unit.kind = "operative"
            found = True
    return found
