"""The entities that reports name: organisations, mechanisms, instruments, States, and what they are called.

The facts stand in data/entities.json, one entity a block: names by language as they are written in running
text, acronyms by language, examples of text that name it and counterexamples that do not. Three rules give
them meaning:

* A capital first letter of a name must be a capital in the text, and so must that of the last word of a name
  of up to three words; the rest may be in any case. A name listed in small letters ("universal periodic
  review") is found in any.
* An acronym is matched as typed. One that also is a common word counts for nothing in a line of capitals.
* An acronym of several entities means the first of its row in "ambiguous", and nothing when that is empty,
  unless the document itself defines it, or it stands in brackets behind the name of one of them.

Longer names in which an entity's name means something else ("Gulf of Guinea") are listed under "elsewhere":
they are found, and name nothing.

English names are found in British and American spelling, and with "UN" for "United Nations", without being
listed.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

import msgspec

from indexer.grammar.data_files import read_data
from indexer.grammar.entity import Entity, GazetteerData, languages_of
from indexer.grammar.name_folding import acronym_key, first_letter, fold_plain, key_of, name_key
from indexer.grammar.name_spellings import english_spellings, spelled
from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from indexer.grammar.name_matching import Matcher
    from indexer.model import LearntAcronym, Mention

_NO_DEFINITIONS: Mapping[str, str | None] = {}
_SHARED_WORDS = 0.5
"""Share of its words that a defined name must have in common with a known one: documents vary small words."""

_FEWEST_WORDS = 2
"""Words that the shorter of both names is taken to have at least, so that one shared word decides nothing."""

_PUNCTUATION = lazy(r"[\p{P}\p{S}]+")
_CONTENT_WORD = lazy(r"\p{L}{4,}")


class _Names:
    """Entity ids by name: as folded, and without punctuation; none where two fold to the same (Австрия)."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self.ids: dict[str, str | None] = {}
        for name, entity_id in names:
            key = name_key(name)
            self.ids[key] = entity_id if self.ids.get(key, entity_id) == entity_id else None
        self.bare_ids = {_bare(key): entity_id for key, entity_id in self.ids.items()}


_NO_NAMES: Final = _Names(())


class Gazetteer:
    """All entities; had from load().

    >>> gazetteer = Gazetteer.load()
    >>> gazetteer.resolve("international labour organisation").id
    'ILO'
    >>> [mention.surface for mention in gazetteer.find("WHO is not who")]
    ['WHO']
    """

    def __init__(self, data: GazetteerData) -> None:
        self.entities = data.entities
        self.ambiguous = data.ambiguous
        self.elsewhere = data.elsewhere
        self.words = data.words
        self.nothing = data.nothing
        self._by_id = {entity.id: entity for entity in data.entities}
        self._folded: dict[str, _Names] = {}

    @classmethod
    @cache
    def load(cls) -> Gazetteer:
        """Return the gazetteer that comes with the package, read once."""
        return cls(msgspec.json.decode(read_data("entities.json"), type=GazetteerData))

    def entity(self, entity_id: str) -> Entity:
        """Return the entity with that id; KeyError when there is none."""
        return self._by_id[entity_id]

    def resolve(self, surface: str) -> Entity | None:
        """Return what an acronym as typed, or a name in any case, stands for, with or without commas."""
        acronym = acronym_key(surface)
        entity_id = self.acronym_ids.get(acronym)
        if entity_id is None and acronym:
            entity_id = self._listed_ids.get(surface) or self._named(name_key(surface))
        if entity_id is None and any(map(str.isdigit, surface)):
            entity_id = self._by_number(surface)
        return self._by_id[entity_id] if entity_id else None

    def _named(self, key: str) -> str | None:
        """Return the id of the entity with a name, as folded or without punctuation, which a query drops."""
        names = self._beginning_with(first_letter(key))
        entity_id = names.ids.get(key)
        return names.bare_ids.get(_bare(key)) if entity_id is None and " " in key else entity_id

    def _by_number(self, surface: str) -> str | None:
        """Return the id of the convention that is cited by its number."""
        from indexer.grammar.numbered_conventions import typed_number  # noqa: PLC0415  # few names have digits

        typed = typed_number(fold_plain(surface).text)
        organization = self.resolve(typed[0]) if typed else None
        return self.numbered.get((organization.id, typed[1])) if typed and organization else None

    def _beginning_with(self, letter: str) -> _Names:
        """Return the names with a first letter; to fold all of them takes as long as a search."""
        names = self._folded.get(letter)
        if names is None:
            listed = self._by_letter.get(letter)
            if listed is None:
                return _NO_NAMES
            named = ((spelling, one) for one, *name in listed for spelling in spelled(*name))
            names = self._folded[letter] = _Names(named)
        return names

    def candidates(self, surface: str) -> tuple[Entity, ...]:
        """Return all that a surface may stand for, the likeliest first."""
        ids = self.ambiguous.get(acronym_key(surface))
        if ids is None:
            resolved = self.resolve(surface)
            return (resolved,) if resolved else ()
        return tuple(self._by_id[entity_id] for entity_id in ids if entity_id)

    def expansion(self, surface: str) -> tuple[str, ...]:
        """Return all names and acronyms of what a surface stands for, empty when it is unknown.

        English names come first, then acronyms, then names in other languages. Acronyms that usually mean
        something else are left out, so that every one of the answer has the same expansion.
        """
        entity = self.resolve(surface)
        if entity is None:
            return ()
        english = [spelling for name in entity.names["en"] for spelling in english_spellings(name)]
        acronyms = [
            acronym
            for _, acronym in languages_of(entity.acronyms)
            if self.acronym_ids.get(acronym_key(acronym)) == entity.id
        ]
        others = [name for language, name in languages_of(entity.names) if language != "en"]
        return tuple(dict.fromkeys((*english, *acronyms, *others)))

    def find(
        self, text: str, language: str | None = None, *, learnt: Mapping[str, str | None] = _NO_DEFINITIONS
    ) -> tuple[Mention, ...]:
        """Return the entities named in text, in order; the longest name wins, and none overlap.

        Args:
            text: Any text.
            language: Its language; acronyms of others, save English, are left out. None for all.
            learnt: What the document says its acronyms mean, as definitions() gives it.
        """
        return self.matcher.find(text, language, learnt)

    def definitions(self, learnt: Iterable[LearntAcronym]) -> dict[str, str | None]:
        """Return what the acronyms that a document defines mean: an entity id, or None when not known.

        The first definition of an acronym holds. Acronyms that have no meaning here anyway are left out.
        """
        meanings: dict[str, str | None] = {}
        for definition in learnt:
            acronym = acronym_key(definition.acronym)
            if acronym in meanings:
                continue
            entity = self.resolve(definition.name) or self._similar(acronym, definition.name)
            if entity is not None or acronym in self.acronym_ids:
                meanings[acronym] = entity.id if entity else None
        return meanings

    def _similar(self, acronym: str, name: str) -> Entity | None:
        """Return which of an acronym's entities has a name that shares most words with this one."""
        words = _content_words(name)
        best: tuple[float, Entity] | None = None
        for entity in self.candidates(acronym):
            for known in self.names_of(entity):
                theirs = _content_words(known)
                shared = len(words & theirs) / max(_FEWEST_WORDS, min(len(words), len(theirs)))
                if shared > _SHARED_WORDS and (best is None or shared > best[0]):
                    best = (shared, entity)
        return best[1] if best else None

    @cached_property
    def acronym_ids(self) -> dict[str, str]:
        """Entity ids by acronym, empty for acronyms that mean nothing without a definition."""
        ids = {
            acronym_key(acronym): entity.id
            for entity in self.entities
            for _, acronym in languages_of(entity.acronyms)
        }
        return ids | {acronym: meanings[0] for acronym, meanings in self.ambiguous.items()}

    @cached_property
    def numbered(self) -> dict[tuple[str, int], str]:
        """Entity ids of conventions by the organization that counts them, and their number."""
        return {entity.numbered: entity.id for entity in self.entities if entity.numbered}

    @cached_property
    def _listed_ids(self) -> dict[str, str]:
        """Entity ids by name as listed, so that a whole name needs no folding of all names."""
        return {name: entity.id for entity in self.entities for _, name in languages_of(entity.names)}

    @cached_property
    def _by_letter(self) -> dict[str, list[tuple[str, str, str]]]:
        """The names as listed, by their first letter, each with its entity's id and its language."""
        heaps: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for entity in self.entities:
            for language, name in languages_of(entity.names):
                letter = first_letter(name[:1]) or first_letter(name)  # few signs begin all of them
                heaps[letter].append((entity.id, language, name))
        return dict(heaps)

    @cached_property
    def matcher(self) -> Matcher:
        """What finds the names and acronyms in text."""
        from indexer.grammar.name_patterns import make_matcher  # noqa: PLC0415  # a query needs no automata

        return make_matcher(self)

    @staticmethod
    def names_of(entity: Entity) -> Iterator[str]:
        """Yield every name of an entity in every spelling."""
        for language, name in languages_of(entity.names):
            yield from spelled(language, name)

    def spellings(self) -> Iterator[tuple[Entity, str]]:
        """Yield every name in every spelling, with its entity."""
        for entity in self.entities:
            for name in self.names_of(entity):
                yield entity, name


def _bare(key: str) -> str:
    """Return a folded name with nothing but letters and digits, one space between words."""
    if key.replace(" ", "").isalnum():
        return key
    return " ".join(_PUNCTUATION.sub(" ", key.replace("'", "")).split())


def _content_words(name: str) -> set[str]:
    """Return the longer words of a name, folded."""
    return set(_CONTENT_WORD.findall(key_of(name)))
