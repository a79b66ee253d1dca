"""The language versions of a document: which are wanted, and their records place by place."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeAlias

from indexer.grammar.addresses import Address
from indexer.query.language_names import language_code
from indexer.store.terms import natural_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.model import Record
    from indexer.query.documents import Edition

    Languages: TypeAlias = str | Sequence[str] | None
    Row: TypeAlias = tuple[Record, str, bool]

ALL = "all"


def wanted_languages(languages: Languages) -> tuple[str, ...]:
    """Return languages as they are compared, in the order in which they are wanted.

    >>> wanted_languages("French, EN"), wanted_languages(["es"]), wanted_languages(None)
    (('fr', 'en'), ('es',), ())
    """
    given = languages.split(",") if isinstance(languages, str) else languages or ()
    return tuple(dict.fromkeys(filter(None, map(language_code, given))))


def preferred(editions: list[Edition], languages: Sequence[str]) -> list[Edition]:
    """Return the editions to answer from: those in English, or in the first language, unless told otherwise.

    Args:
        editions: Of one document.
        languages: As wanted, "all" among them for every one; none where nothing was said.
    """
    if ALL in languages:
        return editions
    held = [edition.language for edition in editions]
    languages = languages or ["en" if "en" in held else min(held, default="")]
    return [edition for language in languages for edition in editions if edition.language == language]


def by_place(rows: Sequence[Row]) -> list[Row]:
    """Return what was found in several versions, the same place in all of them behind each other.

    Args:
        rows: Version by version, each in order.
    """
    documents: dict[str, dict[str, list[str]]] = {}
    for record, _, _ in rows:
        name, language = version_of(record)
        documents.setdefault(name, {}).setdefault(language, []).append(_place(record))
    order = {
        (name, place): (number, at)
        for number, (name, versions) in enumerate(documents.items())
        for at, place in enumerate(merged(versions.values()))
    }
    return sorted(rows, key=lambda row: order[version_of(row[0])[0], _place(row[0])])


def merged(versions: Iterable[Iterable[str]]) -> list[str]:
    """Return the places of all versions in an order that agrees with each, as far as they agree.

    >>> merged([["p1", "p2"], ["p1", "p3", "t1"], ["p2", "p3"]])
    ['p1', 'p2', 'p3', 't1']
    """
    queues = [deque(dict.fromkeys(places)) for places in versions]
    waiting = [set(queue) for queue in queues]
    found: list[str] = []
    while heads := {queue[0] for queue in queues if queue}:
        free = [
            head
            for head in heads
            if all(
                queue[0] == head or head not in rest
                for queue, rest in zip(queues, waiting, strict=True)
                if queue
            )
        ]
        found.append(min(free or heads, key=natural_key))
        for queue, rest in zip(queues, waiting, strict=True):
            rest.discard(found[-1])
            while queue and queue[0] not in rest:
                queue.popleft()
    return found


def version_of(record: Record) -> tuple[str, str]:
    """Return the document that a record stands in, and the language of the version."""
    name, _, language = record.id.rpartition("#")[0].rpartition("@")
    return name, language


def _place(record: Record) -> str:
    parsed = Address.try_parse(record.address)
    return parsed.key if parsed else record.address
