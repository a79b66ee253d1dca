"""What is known of entities: the gazetteer, and what the documents of an index say."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from indexer.errors import NotFoundError, UsageError
from indexer.grammar.gazetteer import Gazetteer
from indexer.grammar.name_folding import acronym_key, key_of
from indexer.grammar.name_reasons import Verdict, judge
from indexer.query.language_names import language_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from indexer.grammar.entity import Entity
    from indexer.model import LearntAcronym, Record
    from indexer.store import StoreReader

_LIKENESS = 0.8
"""Share of equal letters from which a name is proposed (difflib's ratio)."""

_SUGGESTED = 3
"""Ids that an error offers."""


class EntityRow(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag="entity/1"):
    """An entity in a list.

    Attributes:
        id: As `--entity` takes it.
        kind: What it is.
        name: The main English name.
        acronyms: In all languages.
        paragraphs: How many paragraphs of the index name it; None without an index.
    """

    id: str
    kind: str
    name: str
    acronyms: tuple[str, ...]
    paragraphs: int | None = None


class Definition(msgspec.Struct, frozen=True, kw_only=True):
    """An acronym with a name that documents give to it, and the record that does so first."""

    acronym: str
    name: str
    record: str
    citation: str


class EntityFacts(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag="entity-facts/1"):
    """All that is known of an entity.

    Attributes:
        id: As `--entity` takes it.
        kind: What it is.
        document: Symbol of the document with its text, for instruments that have one.
        names: By language.
        acronyms: By language.
        shared: Acronyms that others have too, with all that each may mean, the usual meaning first; an empty
            one in front says that the acronym means nothing unless the document defines it.
        paragraphs: How many paragraphs of the index name it; None without an index.
        documents: In how many documents.
        first: Citation of the earliest of them by date.
        first_date: The date of its document.
        defined: What the documents define with its acronyms or for its names.
    """

    id: str
    kind: str
    document: str | None
    names: dict[str, tuple[str, ...]]
    acronyms: dict[str, tuple[str, ...]]
    shared: dict[str, tuple[str, ...]]
    paragraphs: int | None = None
    documents: int | None = None
    first: str | None = None
    first_date: str | None = None
    defined: tuple[Definition, ...] = ()


def list_entities(text: str = "", index: str | Path | None = None) -> tuple[EntityRow, ...]:
    """Return the entities that are known, by id.

    Args:
        text: Only those with these letters in their id, in an acronym or in a name; empty for all.
        index: Folder of an index that paragraphs are counted in.
    """
    with _reading(index) as reader:
        counts = reader.counts("entity") if reader else None
    return tuple(
        EntityRow(
            id=entity.id,
            kind=entity.kind,
            name=entity.name,
            acronyms=tuple(dict.fromkeys(_values(entity.acronyms))),
            paragraphs=None if counts is None else counts.get(entity.id, 0),
        )
        for entity in sorted(Gazetteer.load().entities, key=lambda entity: entity.id)
        if _holds(entity, text)
    )


def show_entity(name: str, index: str | Path | None = None) -> EntityFacts:
    """Return what is known of the entity with an id, acronym or name.

    Args:
        name: As `--entity` takes it.
        index: Folder of an index that is asked as well.

    Raises:
        NotFoundError: There is none.
    """
    entity = _entity(name)
    gazetteer = Gazetteer.load()
    facts = EntityFacts(
        id=entity.id,
        kind=entity.kind,
        document=entity.document,
        names=entity.names,
        acronyms=entity.acronyms,
        shared={
            acronym: gazetteer.ambiguous[key]
            for acronym in dict.fromkeys(_values(entity.acronyms))
            if (key := acronym_key(acronym)) in gazetteer.ambiguous
        },
    )
    with _reading(index) as reader:
        return facts if reader is None else _with_documents(facts, entity, reader)


def find_entities(text: str, language: str | None = None) -> tuple[Verdict, ...]:
    """Return what a text names and what it only seems to name, each with the reason.

    Acronyms that the text itself defines mean what it says.

    Args:
        text: Any text.
        language: "fr" or "French"; acronyms of other languages, save English, are left out. None for all.
    """
    from indexer.annotate.acronyms import find_definitions  # noqa: PLC0415 - only this needs its patterns
    from indexer.model import LearntAcronym as Learnt  # noqa: PLC0415 - as above

    gazetteer = Gazetteer.load()
    learnt = [Learnt(acronym=acronym, name=name, record="") for acronym, name in find_definitions(text)]
    code = language_code(language) if language else None
    return judge(gazetteer, text, code, learnt=gazetteer.definitions(learnt))


def _with_documents(facts: EntityFacts, entity: Entity, reader: StoreReader) -> EntityFacts:
    numbers = reader.numbers("entity", entity.id)
    rows = {number: reader.row_at(number) for number in numbers}
    first = min(
        numbers, key=lambda number: (rows[number].date or "9999", rows[number].sort, number), default=None
    )
    return msgspec.structs.replace(
        facts,
        paragraphs=len(numbers),
        documents=len({(row.document, row.copy) for row in rows.values()}),
        first=None if first is None else _citation(reader.record_at(first)),
        first_date=None if first is None else rows[first].date,
        defined=tuple(_defined(entity, reader)),
    )


def _defined(entity: Entity, reader: StoreReader) -> Iterator[Definition]:
    """Yield what documents define with the acronyms of an entity, or for its names."""
    acronyms = {acronym_key(acronym) for acronym in _values(entity.acronyms)}
    names = {key_of(name) for name in Gazetteer.load().names_of(entity)}
    for learnt in reader.acronyms():
        if acronym_key(learnt.acronym) in acronyms or key_of(learnt.name) in names:
            yield _definition(learnt, reader.record(learnt.record))


def _definition(learnt: LearntAcronym, record: Record | None) -> Definition:
    return Definition(
        acronym=learnt.acronym,
        name=learnt.name,
        record=learnt.record,
        citation=learnt.record if record is None else _citation(record),
    )


def _citation(record: Record) -> str:
    from indexer.query.cite import citation_of  # noqa: PLC0415 - a list of entities needs no citations

    return citation_of(record)


def _reading(index: str | Path | None) -> AbstractContextManager[StoreReader | None]:
    if index is None:
        return nullcontext()
    from indexer.store import open_store  # noqa: PLC0415 - the gazetteer alone needs no store

    return open_store(Path(index)).reader()


def _entity(name: str) -> Entity:
    """Return the entity with an id, acronym or name.

    Raises:
        NotFoundError: There is none, or an acronym means nothing by itself.
        UsageError: Nothing was asked for.
    """
    gazetteer = Gazetteer.load()
    if not name.strip():
        raise UsageError("which entity? give an id, an acronym or a name")
    known = {entity.id: entity for entity in gazetteer.entities}
    entity = gazetteer.resolve(name) or known.get(name.strip().upper())
    if entity is not None:
        return entity
    possible = gazetteer.candidates(name) or gazetteer.candidates(name.upper())
    like = [other.id for other in possible or gazetteer.entities if possible or _holds(other, name)]
    like = like or _alike(gazetteer, name)
    hint = f"; perhaps {', '.join(like[:_SUGGESTED])}" if like else ""
    raise NotFoundError(f"no entity is called {name!r}{hint}")


def _alike(gazetteer: Gazetteer, name: str) -> list[str]:
    """Return the entities with an id or name that differs little."""
    import difflib  # noqa: PLC0415 - only for what is not there

    ids = {
        key_of(text): entity.id
        for entity in gazetteer.entities
        for text in (entity.id, *_values(entity.names))
    }
    near = difflib.get_close_matches(key_of(name), ids, n=_SUGGESTED, cutoff=_LIKENESS)
    return list(dict.fromkeys(ids[key] for key in near))


def _holds(entity: Entity, text: str) -> bool:
    """Return whether an id, an acronym or a name has the letters of a text."""
    sought = key_of(text)
    called = (entity.id, *_values(entity.acronyms), *_values(entity.names))
    return any(sought in key_of(value) for value in called)


def _values(values: dict[str, tuple[str, ...]]) -> Iterable[str]:
    return (value for listed in values.values() for value in listed)
