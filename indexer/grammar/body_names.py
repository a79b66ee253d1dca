"""What a person calls a body -> its short name, as symbols give it."""

from __future__ import annotations

from indexer.grammar.symbol_series import load_series


def find_bodies(name: str) -> tuple[str, ...]:
    """Return the bodies, as DocumentSymbol.body gives them, that a name typed by a person may mean.

    >>> find_bodies("Human Rights Council"), find_bodies("E/CN.4"), find_bodies("cn.4")
    (('HRC',), ('CHR',), ('CHR', 'ILC'))
    """
    wanted = name.strip().strip("/").casefold()
    found = set()
    for entry in load_series().bodies:
        short = entry.prefix.partition("/")[2]
        if wanted in {
            entry.body.casefold(),
            entry.prefix.casefold(),
            short.casefold(),
            entry.name.casefold(),
        }:
            found.add(entry.body)
    for organ in load_series().organs:
        if wanted in {organ.body.casefold(), organ.organ.casefold(), organ.name.casefold()}:
            found.add(organ.body)
    return tuple(sorted(found)) if found else ((name.strip().upper(),) if name.strip() else ())
