"""Entities as text and as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indexer.grammar.language import OFFICIAL
from indexer.present.csv_text import table
from indexer.present.style import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from indexer.present.style import Style

_LIST_COLUMNS = ("id", "kind", "name", "acronyms", "paragraphs")
_FACT_COLUMNS = ("id", "fact", "language", "value")
_MATCH_COLUMNS = ("surface", "start", "end", "entity", "why")


def entity_lines(rows: Sequence[Any], *, aligned: bool) -> Iterator[str]:
    """A line for each entity, in columns for people or with tabs between for programs."""
    width = max((len(row.id) for row in rows), default=0)
    for row in rows:
        count = "" if row.paragraphs is None else f"{row.paragraphs}"
        name = ", ".join([row.name, *(acronym for acronym in row.acronyms if acronym != row.id)])
        if aligned:
            yield "  ".join([row.id.ljust(width), *([count.rjust(7)] if count else []), name])
        else:
            yield f"{row.id}\t{row.kind}\t{count}\t{name}"


def entities_csv(rows: Iterable[Any]) -> Iterator[str]:
    """The lines of a table of entities, headings first."""
    cells = ({name: getattr(row, name) for name in _LIST_COLUMNS} for row in rows)
    return table((cell | {"acronyms": "; ".join(cell["acronyms"])} for cell in cells), _LIST_COLUMNS)


def entity_facts(facts: Any, style: Style) -> Iterator[str]:
    """A line for each fact about an entity."""
    told = [(OFFICIAL.get(language, fact), value) for fact, language, value in _facts(facts)]
    width = max(len(label) for label, _ in told)
    for label, value in told:
        yield f"{style.bold(label.ljust(width))}  {clean(value)}"


def entity_csv(facts: Any) -> Iterator[str]:
    """The lines of a table of facts about an entity, headings first."""
    rows = (
        {"id": facts.id, "fact": fact, "language": language, "value": value}
        for fact, language, value in _facts(facts)
    )
    return table(rows, _FACT_COLUMNS)


def match_lines(matches: Iterable[Any]) -> Iterator[str]:
    """A line for each piece of text: the piece, what it names or a dash, and why."""
    for match in matches:
        yield "\t".join([clean(match.surface), match.entity or "-", clean(match.why)])


def matches_csv(matches: Iterable[Any]) -> Iterator[str]:
    """The lines of a table of pieces of text, headings first."""
    return table(
        ({name: getattr(match, name) for name in _MATCH_COLUMNS} for match in matches), _MATCH_COLUMNS
    )


def _facts(facts: Any) -> Iterator[tuple[str, str, str]]:
    """Yield each fact with its language, empty where it has none."""
    yield "id", "", facts.id
    yield "kind", "", facts.kind
    if facts.document:
        yield "document", "", facts.document
    if facts.acronyms:
        yield "acronyms", "", _acronyms(facts.acronyms)
    for language, names in facts.names.items():
        yield "name", language, "; ".join(names)
    for acronym, meanings in facts.shared.items():
        yield "shared", "", _shared(acronym, meanings)
    if facts.paragraphs is not None:
        yield "paragraphs", "", f"{facts.paragraphs:,}"
        yield "documents", "", f"{facts.documents:,}"
    if facts.first:
        yield "first", "", f"{facts.first} ({facts.first_date})" if facts.first_date else facts.first
    for one in facts.defined:
        yield "defined", "", f"{one.acronym} = {one.name}, {one.citation}"


def _acronyms(acronyms: Mapping[str, Sequence[str]]) -> str:
    languages: dict[str, list[str]] = {}
    for language, listed in acronyms.items():
        for acronym in listed:
            languages.setdefault(acronym, []).append(language)
    return ", ".join(f"{acronym} ({', '.join(used)})" for acronym, used in languages.items())


def _shared(acronym: str, meanings: Sequence[str]) -> str:
    usual, *others = meanings
    if not usual:
        return f"{acronym} names {' or '.join(others)} only where a document defines it"
    return f"{acronym} names {usual}, or {' or '.join(others)} where a document defines it so"
