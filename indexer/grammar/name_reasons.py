"""Why a piece of text names an entity, or does not although it looks like it: sentences for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from indexer.grammar.language import OFFICIAL
from indexer.grammar.name_folding import acronym_key, name_key
from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from indexer.grammar.entity import Entity
    from indexer.grammar.gazetteer import Gazetteer
    from indexer.grammar.name_matching import Refusal

_REFUSALS: dict[Refusal, str] = {
    "small": "{surface} is written small: the name is {name}",
    "something-else": "{surface} is the name of something else",
    "another-body": "{surface} seems to be the body of a State or of another organisation, not {name}",
    "symbol": "{surface} is part of a symbol, an address or a file name",
    "longer-word": "{surface} is part of a longer word",
    "capitals": "{surface} stands in a line of capitals, where it may be the common word",
    "language": "{surface} is an acronym of another language: {name}",
}

_WORD = lazy(r"\p{L}[\p{L}\p{M}\p{N}&]+")


class Verdict(msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag="entity-match/1"):
    """A piece of text that names an entity, or looks like it.

    Attributes:
        surface: As it stands in the text.
        start: Offset in the text.
        end: Offset behind it.
        entity: Id of what it names; None when it names nothing.
        why: A sentence.
    """

    surface: str
    start: int
    end: int
    entity: str | None
    why: str


def judge(
    gazetteer: Gazetteer, text: str, language: str | None = None, *, learnt: Mapping[str, str | None]
) -> tuple[Verdict, ...]:
    """Return what a text names and what it only seems to name, in order, each with the reason.

    Args:
        gazetteer: What is known.
        text: Any text.
        language: Its language; None for all.
        learnt: What its document says its acronyms mean, as Gazetteer.definitions() gives it.
    """
    verdicts = [
        Verdict(
            surface=mention.surface,
            start=mention.start,
            end=mention.end,
            entity=mention.entity,
            why=_reason(gazetteer, gazetteer.entity(mention.entity), mention.surface, learnt),
        )
        for mention in gazetteer.find(text, language, learnt=learnt)
    ]
    for start, end, why in _refused(gazetteer, text, language, learnt):
        if not any(start < other.end and other.start < end for other in verdicts):
            verdicts.append(Verdict(surface=text[start:end], start=start, end=end, entity=None, why=why))
    return tuple(sorted(verdicts, key=lambda verdict: verdict.start))


def _reason(gazetteer: Gazetteer, entity: Entity, surface: str, learnt: Mapping[str, str | None]) -> str:
    acronym = acronym_key(surface)
    if acronym in learnt:
        return f"acronym that the text defines: {entity.name}"
    if acronym in gazetteer.acronym_ids:
        others = [other.name for other in gazetteer.candidates(surface) if other.id != entity.id]
        hint = f"; could also be {_listed(others)}, if the document says so" if others else ""
        return f"acronym of {entity.name}{hint}"
    key = name_key(surface)
    for language, names in entity.names.items():
        for name in names:
            if name_key(name) == key:
                return f"{OFFICIAL[language]} name of {entity.id}"
    return f"a spelling of {entity.name}"


def _refused(
    gazetteer: Gazetteer, text: str, language: str | None, learnt: Mapping[str, str | None]
) -> Iterator[tuple[int, int, str]]:
    """Yield the pieces that name nothing: the longest names first, then acronyms, then other words."""
    matcher = gazetteer.matcher
    names = sorted(matcher.refused_names(text), key=lambda found: found[0] - found[1])
    for start, end, entity_id, refusal in names:
        surface = text[start:end]
        name = _name_like(gazetteer.entity(entity_id), surface) if entity_id else ""
        yield start, end, _REFUSALS[refusal].format(surface=surface, name=name)
    for start, end, key, refusal in matcher.refused_acronyms(text, language):
        yield start, end, _acronym_refused(gazetteer, key, refusal, learnt)
    for match in _WORD.finditer(text):
        word = match.group()
        if (entity := _written_small(gazetteer, word)) is not None:
            yield *match.span(), f"{word} is written small; {word.upper()} is {entity.name}"
        elif word.isupper() and word not in learnt and not matcher.in_capitals(text, *match.span()):
            yield *match.span(), f"{word} is not known, and the text does not define it"


def _name_like(entity: Entity, surface: str) -> str:
    """Return the name that has the same letters."""
    key = name_key(surface)
    alike = (name for names in entity.names.values() for name in names if name_key(name) == key)
    return next(alike, entity.name)


def _acronym_refused(
    gazetteer: Gazetteer, acronym: str, refusal: Refusal, learnt: Mapping[str, str | None]
) -> str:
    possible = [entity.name for entity in gazetteer.candidates(acronym)]
    if refusal != "undefined":
        return _REFUSALS[refusal].format(surface=acronym, name=_listed(possible))
    if acronym in learnt:
        return f"the text defines {acronym} as something else than {_listed(possible)}"
    return f"{acronym} could be {_listed(possible)}: the text does not define it"


def _written_small(gazetteer: Gazetteer, word: str) -> Entity | None:
    """Return what a word in small letters would mean in capitals."""
    return (
        gazetteer.resolve(word.upper()) if word.islower() and word.upper() in gazetteer.acronym_ids else None
    )


def _listed(names: list[str]) -> str:
    return " or ".join(names)
