"""What a person calls a body -> its short name, as symbols give it."""

from __future__ import annotations

from functools import cache

from indexer.grammar.symbol_series import load_series


@cache
def body_words() -> dict[str, tuple[str, ...]]:
    """Return all that bodies are called, folded, with the short names of those that are."""
    series = load_series()
    called: dict[str, set[str]] = {}
    for entry in series.bodies:
        for word in (entry.body, entry.prefix, entry.prefix.partition("/")[2], entry.name):
            called.setdefault(word.casefold(), set()).add(entry.body)
    for organ in series.organs:
        for word in (organ.body, organ.organ, organ.name):
            called.setdefault(word.casefold(), set()).add(organ.body)
    return {word: tuple(sorted(bodies)) for word, bodies in called.items() if word}


def find_bodies(name: str) -> tuple[str, ...]:
    """Return the bodies, as DocumentSymbol.body gives them, that a name typed by a person may mean.

    >>> find_bodies("Human Rights Council"), find_bodies("E/CN.4"), find_bodies("cn.4"), find_bodies("UNGA")
    (('HRC',), ('CHR',), ('CHR', 'ILC'), ('GA',))
    """
    word = name.strip().strip("/").casefold()
    found = body_words().get(word) or body_words().get(word.removeprefix("un"))
    return found or ((name.strip().upper(),) if name.strip() else ())
