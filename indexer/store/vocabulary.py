"""Text -> numbers of chunks, and for every chunk the words that it stands for: analysis once per chunk.

A chunk is what stands between white space: "policies,", "(ILO)", "self-determination". No rule of
`indexer.store.analysis` looks beyond it, so a text's words are those of its chunks one behind the other, and
the analysis of a chunk can be kept: 6.3 million chunks of 114,412 paragraphs are 119,082 different ones.
"""

from __future__ import annotations

from array import array
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from indexer.store.analysis import stem_terms, stems, words
from indexer.store.chunks import ChunkTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.store.ascending import Numbers

_EDGES = ".,;:!?()[]{}\"“”‘’«»*…'"
"""What divides words and belongs to no longer pattern when it stands outside a plain word."""

MOST_REMEMBERED = 80_000
"""Different chunks that are remembered from batch to batch: about 40 MB."""

_MOST = 0xFFFF
"""Positions of one chunk that are told apart; a longer one is no text."""


class Vocabulary:
    """Every chunk met so far, in every language, as occurrences of variants.

    A variant is a word in one spelling, under one of its stems.

    Attributes:
        stem_terms: The terms of stems, by number: "en:polici".
        forms: Words as they are compared, by number.
        typed: Words as they are written, by number; the first is empty.
        variant_stems: Stem of each variant.
        variant_forms: Its form.
        variant_typed: Its spelling, 0 for parts of words.
        variant_homes: 1 where the form is looked up under this stem, 0 under another one of the word's.
        begins: Where the entries of each chunk begin; one more than there are chunks.
        entry_variants: Variant of each entry.
        entry_places: Its position, counted from the chunk's first.
        advances: How many positions each chunk takes.
        uses: How often each chunk stood in the last batch; of new ones nothing is said.
    """

    def __init__(self) -> None:
        self.begins = array("I", [0])
        self.entry_variants = array("I")
        self.entry_places = array("H")
        self.advances = array("H")
        self.uses: Numbers = np.zeros(0, np.int64)
        self.stem_terms: list[str] = []
        self.forms: list[str] = []
        self.typed: list[str] = [""]
        self.variant_stems = array("I")
        self.variant_forms = array("I")
        self.variant_typed = array("I")
        self.variant_homes = array("B")
        self._stem_numbers: dict[str, int] = {}
        self._form_numbers: dict[str, int] = {}
        self._variants: dict[tuple[str, str, str], int] = {}
        self._tables: dict[str, ChunkTable] = {}
        self._plain: dict[str, dict[str, int]] = {}

    def __len__(self) -> int:
        return len(self.advances)

    def read(self, texts: Sequence[str], language: str) -> tuple[Numbers, Numbers]:
        """Return the numbers of all chunks of some texts, and how many chunks each text has."""
        table = self._tables.get(language)
        if table is None:
            table = self._tables[language] = ChunkTable(partial(self._note, language))
        return table.read(texts)

    def _note(self, language: str, chunk: str) -> int:
        """Return the number of a new chunk; one that is a plain word within marks has the word's."""
        core = chunk.strip(_EDGES)
        if core.endswith(("’s", "'s")):
            core = core[:-2]
        if not (core.isascii() and core.replace("-", "").isalnum()):
            return self._note_words(chunk, language)
        known = self._plain.setdefault(language, {})
        found = known.get(core)
        if found is None:
            note = self._note_plain if core.isalnum() else self._note_words
            found = known[core] = note(core, language)
        return found

    def _note_plain(self, word: str, language: str) -> int:
        """Return the number of a new chunk that is one word of ASCII letters and digits."""
        form = word.lower()
        if form == word:
            form = word  # one string for both
        (stem,) = stems(form, language)  # without accents there is one
        self.entry_variants.append(self._variant(f"{language}:{stem}", form, word, is_home=True))
        self.entry_places.append(0)
        return self._finish(1)

    def _note_words(self, chunk: str, language: str) -> int:
        """Return the number of a new chunk after analysing it."""
        entries: dict[tuple[int, int], None] = {}
        advance = 0
        for word in words(chunk):
            advance = max(advance, word.position + 1)
            home = True
            for stem in stem_terms(word, language):
                variant = self._variant(stem, word.form, word.typed, is_home=home)
                entries[variant, min(word.position, _MOST)] = None
                home = False
        self.entry_variants.extend(variant for variant, _ in entries)
        self.entry_places.extend(place for _, place in entries)
        return self._finish(min(advance, _MOST))

    def _finish(self, advance: int) -> int:
        self.begins.append(len(self.entry_variants))
        self.advances.append(advance)
        return len(self.advances) - 1

    def _variant(self, stem: str, form: str, typed: str, *, is_home: bool) -> int:
        key = (stem, form, typed)
        found = self._variants.get(key)
        if found is None:
            found = self._variants[key] = len(self.variant_stems)
            self.variant_stems.append(_number(self._stem_numbers, self.stem_terms, stem))
            self.variant_forms.append(_number(self._form_numbers, self.forms, form))
            self.variant_typed.append(len(self.typed) if typed else 0)
            if typed:
                self.typed.append(typed)
            self.variant_homes.append(is_home)
        return found

    def forget(self, most: int = MOST_REMEMBERED) -> None:
        """Where there are more chunks than so many, keep half as many: those that were used most."""
        if len(self) <= most:
            return
        uses = np.zeros(len(self), np.int64)
        uses[: len(self.uses)] = self.uses
        self.uses = uses[:0]
        kept = np.sort(np.argsort(-uses, kind="stable")[: most // 2])
        begins = np.array(self.begins, np.int64)
        sizes = np.diff(begins)
        is_kept = np.zeros(len(sizes), bool)
        is_kept[kept] = True
        entries = np.flatnonzero(np.repeat(is_kept, sizes))
        self.begins = array("I", np.append(0, np.cumsum(sizes[kept])).astype(np.uint32).tobytes())
        self.advances = _taken(self.advances, kept)
        self.entry_places = _taken(self.entry_places, entries)
        self._forget_variants(np.array(self.entry_variants)[entries])
        renumbered = np.where(is_kept, np.cumsum(is_kept) - 1, -1)
        for table in self._tables.values():
            table.renumber(renumbered)
        for language, known in self._plain.items():
            moved = zip(known, renumbered[list(known.values())].tolist(), strict=True)
            self._plain[language] = {core: number for core, number in moved if number >= 0}

    def _forget_variants(self, entries: Numbers) -> None:
        """Keep the variants of some entries, which become all entries."""
        used, numbers = np.unique(entries, return_inverse=True)
        self.entry_variants = array("I", numbers.astype(np.uint32).tobytes())
        self.variant_homes = _taken(self.variant_homes, used)
        self.stem_terms, stems = _kept(self.stem_terms, np.array(self.variant_stems)[used])
        self.forms, forms = _kept(self.forms, np.array(self.variant_forms)[used])
        self.typed, typed = _kept(self.typed, np.append(0, np.array(self.variant_typed)[used]))  # 0 stays
        self.variant_stems, self.variant_forms, self.variant_typed = stems, forms, typed[1:]
        self._stem_numbers = {term: number for number, term in enumerate(self.stem_terms)}
        self._form_numbers = {form: number for number, form in enumerate(self.forms)}
        names = (
            map(texts.__getitem__, column)
            for texts, column in ((self.stem_terms, stems), (self.forms, forms), (self.typed, typed[1:]))
        )
        self._variants = {key: number for number, key in enumerate(zip(*names, strict=True))}


def _kept(texts: list[str], numbers: Numbers) -> tuple[list[str], array[int]]:
    """Return the texts that still have a number, and the new numbers."""
    used, renumbered = np.unique(numbers, return_inverse=True)
    return [texts[number] for number in used.tolist()], array("I", renumbered.astype(np.uint32).tobytes())


def _taken(numbers: array[int], places: Numbers) -> array[int]:
    """Return the numbers at some places."""
    return array(numbers.typecode, np.array(numbers)[places].tobytes())


def _number(numbers: dict[str, int], names: list[str], name: str) -> int:
    found = numbers.get(name)
    if found is None:
        found = numbers[name] = len(names)
        names.append(name)
    return found
