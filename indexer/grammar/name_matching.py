"""Where names and acronyms stand in a text: the automata, and the checks that a match must pass.

A match of letters is not yet a mention. "who" is not WHO, "A/HRC/9/8" is a symbol and not the Council, a
"National Human Rights Council" is another body, and in a line of capitals "WHO" may be a pronoun. Each check
says what it turns away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from indexer.grammar.name_edges import (
    arabic_start,
    belongs_elsewhere,
    ends_word,
    hyphens_allow,
    in_symbol_or_address,
    starts_word,
)
from indexer.grammar.name_folding import Folded, fold_loose, fold_plain
from indexer.grammar.numbered_conventions import Named, find_numbered
from indexer.grammar.patterns import lazy
from indexer.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_WORD = lazy(r"[\p{L}\p{M}]+(?:['.-]\p{L}+)*")
_OPENERS = ("(", "[", '"', "'", "“", "«")
_OPENING = lazy(r"(?r) ?[(\[](?:the )?[\"'“«]?")

Refusal = Literal[
    "small", "something-else", "another-body", "undefined", "symbol", "longer-word", "capitals", "language"
]
"""Why letters of a name or an acronym name nothing."""

_WINDOW = 60
"""Characters on each side that decide whether a line is set in capitals: some eight words."""


class Pattern(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One way to write an entity.

    Attributes:
        key: Folded loosely for names, plainly for acronyms.
        entity: The id it stands for, empty when only a document's own definition can tell, and for the name
            of something that is no entity.
        languages: For acronyms, the languages it belongs to; empty for names, which are never in doubt.
        first: Whether the first letter must be a capital in the text.
        last: Length of the last word of key when its first letter must be a capital, else 0.
        general: Whether bodies of States bear the name as well.
        arabic: Whether it is an Arabic name, listed without its article.
        begins: For Russian names of one word, what the word in the text must begin with: by their stems
            "данные" would be Дания, and Австрия the same as Австралия.
        word: Whether it is an acronym that is also a common word.
        others: All that an ambiguous acronym may mean.
    """

    key: str
    entity: str
    languages: frozenset[str] = frozenset()
    first: bool = False
    last: int = 0
    general: bool = False
    arabic: bool = False
    begins: str = ""
    word: bool = False
    others: frozenset[str] = frozenset()


class _Candidate(msgspec.Struct, frozen=True, gc=False):
    """A pattern at a place of the plain folding, not yet checked."""

    start: int
    end: int
    pattern: Pattern


class Matcher:
    """All names and acronyms of a gazetteer, ready to be found in text."""

    def __init__(
        self,
        names: Sequence[Pattern],
        acronyms: Sequence[Pattern],
        numbered: Mapping[tuple[str, int], str],
    ) -> None:
        self._numbered = {by_number: Pattern(key="", entity=entity) for by_number, entity in numbered.items()}
        self._counting = frozenset(organization for organization, _ in numbered)
        self._names = tuple(names)
        self._closely = tuple(bool(name.last or name.begins or name.general) for name in names)
        self._acronyms = {pattern.key: pattern for pattern in acronyms}
        self._listed = tuple(acronyms)
        self._name_automaton = AhoCorasick([p.key for p in names], matchkind=MatchKind.Standard)
        self._acronym_automaton = AhoCorasick([p.key for p in acronyms], matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str, language: str | None, learnt: Mapping[str, str | None]) -> tuple[Mention, ...]:
        """Return the mentions in text order; they do not overlap, and the longest name wins.

        Args:
            text: Any text.
            language: Two letters; acronyms of others, save English, are left out. None for all.
            learnt: What the document's own definitions say: acronym to entity id, or to None when it means
                something that is no entity here.
        """
        plain = fold_plain(text)
        candidates = self._name_candidates(plain)
        candidates += self._acronym_candidates(plain.text, language, learnt, candidates)
        if not candidates:
            return ()
        candidates += self._numbered_candidates(plain.text, candidates)
        if len(candidates) > 1:
            candidates.sort(key=_leftmost_longest)
        found = []
        offsets = plain.offsets
        behind = 0
        for candidate in candidates:
            start = candidate.start
            if start < behind:
                continue
            end = behind = candidate.end
            if entity := candidate.pattern.entity:
                if offsets is not None:
                    start, end = offsets[start], offsets[end]
                found.append(Mention(entity=entity, start=start, end=end, surface=text[start:end]))
        return tuple(found)

    def _name_candidates(self, plain: Folded) -> list[_Candidate]:
        loose = fold_loose(plain)
        text, written = loose.text, plain.text
        names, closely = self._names, self._closely
        candidates = []
        for index, start, end in self._name_automaton.find_matches_as_indexes(text, overlapping=True):
            pattern = names[index]
            first = arabic_start(text, start) if pattern.arabic else start
            if first < 0 or not ends_word(text, end) or not (pattern.arabic or starts_word(text, start)):
                continue
            at, behind = loose.origin(first), loose.origin(end)
            if pattern.first and not written[at].isupper():
                continue
            if closely[index] and not _stands(written, at, behind, loose.origin(end - pattern.last), pattern):
                continue
            candidates.append(_Candidate(at, behind, pattern))
        return candidates

    def refused_names(self, text: str) -> Iterator[tuple[int, int, str, Refusal]]:
        """Yield the places with the letters of a name that name nothing: offsets, entity, and why not."""
        plain = fold_plain(text)
        loose = fold_loose(plain)
        for index, start, end in self._name_automaton.find_matches_as_indexes(loose.text, overlapping=True):
            pattern = self._names[index]
            if pattern.arabic or not starts_word(loose.text, start) or not ends_word(loose.text, end):
                continue
            at, behind, last = map(loose.origin, (start, end, end - pattern.last))
            refusal: Refusal | None = None
            if not pattern.entity:
                refusal = "something-else"
            elif (pattern.first and not plain.text[at].isupper()) or (
                pattern.last and not plain.text[last].isupper()
            ):
                refusal = "small"
            elif pattern.general and belongs_elsewhere(plain.text, at, behind):
                refusal = "another-body"
            if refusal:
                yield plain.origin(at), plain.origin(behind), pattern.entity, refusal

    def refused_acronyms(self, text: str, language: str | None) -> Iterator[tuple[int, int, str, Refusal]]:
        """Yield the places with the letters of an acronym that may mean nothing there: offsets, key, why not.

        Where no check turns one away, only its document can tell what it means.
        """
        plain = fold_plain(text)
        places = [
            (start, end, self._listed[index])
            for index, start, end in self._acronym_automaton.find_matches_as_indexes(plain.text)
            if starts_word(plain.text, start) and ends_word(plain.text, end)
        ]
        starts, ends = {start for start, _, _ in places}, {end for _, end, _ in places}
        for start, end, pattern in places:
            refusal: Refusal = "undefined"
            if in_symbol_or_address(plain.text, start, end):
                refusal = "symbol"
            elif not hyphens_allow(plain.text, start, end, starts, ends):
                refusal = "longer-word"
            elif pattern.word and self.in_capitals(plain.text, start, end):
                refusal = "capitals"
            elif language is not None and not pattern.languages & {language, "en"}:
                refusal = "language"
            yield plain.origin(start), plain.origin(end), pattern.key, refusal

    def _acronym_candidates(
        self, text: str, language: str | None, learnt: Mapping[str, str | None], names: Sequence[_Candidate]
    ) -> list[_Candidate]:
        raw = [
            _Candidate(start, end, self._listed[index])
            for index, start, end in self._acronym_automaton.find_matches_as_indexes(text)
            if starts_word(text, start) and ends_word(text, end)
        ]
        if not learnt.keys() <= self._acronyms.keys():
            raw += self._learnt_candidates(text, learnt)
        if not raw:
            return []
        named = {name.end: name.pattern.entity for name in names}
        starts = {candidate.start for candidate in raw}
        ends = {candidate.end for candidate in raw}
        return [
            settled
            for candidate in raw
            if (settled := _settled(_defined(text, candidate, named), language, learnt)) is not None
            and not in_symbol_or_address(text, candidate.start, candidate.end)
            and hyphens_allow(text, candidate.start, candidate.end, starts, ends)
            and not (candidate.pattern.word and self.in_capitals(text, candidate.start, candidate.end))
        ]

    def _numbered_candidates(self, text: str, candidates: Sequence[_Candidate]) -> list[_Candidate]:
        """Return the places of conventions that are cited by their numbers."""
        organizations = [
            Named(one.start, one.end, one.pattern.entity)
            for one in candidates
            if one.pattern.entity in self._counting
        ]
        return [
            _Candidate(one.start, one.end, pattern)
            for one in (find_numbered(text, organizations) if organizations else ())
            if (pattern := self._numbered.get((one.organization, one.number)))
        ]

    def _learnt_candidates(self, text: str, learnt: Mapping[str, str | None]) -> list[_Candidate]:
        """Return the places of acronyms that only the document defines."""
        candidates = []
        for acronym, entity in learnt.items():
            if entity is None or acronym in self._acronyms:
                continue
            pattern = Pattern(key=acronym, entity=entity)
            start = text.find(acronym)
            while start >= 0:
                end = start + len(acronym)
                if starts_word(text, start) and ends_word(text, end):
                    candidates.append(_Candidate(start, end, pattern))
                start = text.find(acronym, end)
        return candidates

    def in_capitals(self, text: str, start: int, end: int) -> bool:
        """Return whether the words around stand in capitals, known acronyms apart."""
        around: list[str] = _WORD.findall(text, max(0, start - _WINDOW), start)
        around += _WORD.findall(text, end, end + _WINDOW)
        words = [word for word in around if len(word) > 1 and word not in self._acronyms]
        capitals = sum(word.isupper() for word in words)
        return capitals > 1 and capitals * 2 > len(words)


def _leftmost_longest(candidate: _Candidate) -> tuple[int, int, int]:
    return candidate.start, -candidate.end, -len(candidate.pattern.begins)


def _defined(text: str, candidate: _Candidate, named: Mapping[int, str]) -> _Candidate:
    """Return the candidate; in brackets behind a name that it may stand for, it stands for that name."""
    pattern = candidate.pattern
    if not pattern.others or text[candidate.start - 1 : candidate.start] not in _OPENERS:
        return candidate
    opening = _OPENING.match(text, max(0, candidate.start - 9), candidate.start)
    entity = named.get(opening.start(), "") if opening else ""
    if entity not in pattern.others:
        return candidate
    return _Candidate(candidate.start, candidate.end, msgspec.structs.replace(pattern, entity=entity))


def _settled(
    candidate: _Candidate, language: str | None, learnt: Mapping[str, str | None]
) -> _Candidate | None:
    """Return the candidate with the entity that language and definitions give it, None without one."""
    pattern = candidate.pattern
    if pattern.key in learnt:
        entity = learnt[pattern.key]
        if entity is None:
            return None
        if entity != pattern.entity:
            known = msgspec.structs.replace(pattern, entity=entity)
            return _Candidate(candidate.start, candidate.end, known)
        return candidate
    if not pattern.entity:
        return None
    if language is None or language in pattern.languages or "en" in pattern.languages:
        return candidate
    return None


def _stands(text: str, start: int, end: int, last: int, pattern: Pattern) -> bool:
    """Return whether the last word has its capital, a Russian word its beginning, and no State the name."""
    if pattern.last and not text[last].isupper():
        return False
    if pattern.begins and not text[start:end].lower().startswith(pattern.begins):
        return False
    return not (pattern.general and belongs_elsewhere(text, start, end))
