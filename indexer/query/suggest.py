"""A word that is nowhere -> words of the index that were probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.query.collect import count
from indexer.query.listed import Term
from indexer.query.together import Side
from indexer.store.analysis import WHOLE_FORM, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.query.collection import Collection
    from indexer.store import StoreReader

PROPOSED = 3
"""Words that are proposed for one."""

_SHORTEST = 3
"""Letters of a word below which every other short word is like it."""

_LONG = 7
"""Letters from which two may be wrong, but not the first."""

_RARER = 50
"""How many times as rare as the best word another may be, beyond which it is a slip itself."""

_COUNTED = 60
"""Candidates whose paragraphs are counted; the nearest are taken first."""

_LONGEST = 40
"""Letters of a word that is tried in two pieces."""


class Suggestions:
    """Proposes words that stand in a field of the index."""

    def __init__(self, reader: StoreReader, whole: Collection, field: str = "text") -> None:
        self.reader = reader
        self.whole = whole
        self.field = field

    def number(self, *forms: str) -> int:
        """Return how many records hold a form, or several side by side."""
        terms = [Term(self.field, WHOLE_FORM + form) for form in forms]
        return count(self.whole, terms[0] if len(terms) == 1 else Side(terms))

    def instead_of(self, text: str) -> list[str]:
        """Return what may stand instead of a word that is nowhere, best first."""
        forms = [word.form for word in words(text) if word.typed]
        if len(forms) != 1:
            joined = "".join(forms)
            return [self._as_printed(joined)] if forms and self.number(joined) else []
        (form,) = forms
        if form.isdigit():
            return []
        found = [*self._apart(form), *self._alike(form)][:PROPOSED]
        return [" ".join(map(self._as_printed, meant.split())) for meant in found]

    def joined(self, left: str, right: str) -> str | None:
        """Return two words as one, when the index has that one."""
        forms = [word.form for text in (left, right) for word in words(text) if word.typed]
        whole = "".join(forms)
        return self._as_printed(whole) if len(forms) == 2 and self.number(whole) else None

    def _as_printed(self, form: str) -> str:
        """Return a form with the accents that it has in the first text that holds it."""
        if self.field != "text":
            return form
        for number in self.reader.numbers(self.field, WHOLE_FORM + form)[:1]:
            record = self.reader.record_at(number)
            for text in (record.text, *(note.text for note in record.footnotes)):
                for word in words(text):
                    if word.form == form and word.typed:
                        return word.typed.lower()
        return form

    def _apart(self, form: str) -> Iterator[str]:
        """Yield the two words that a form consists of, when they stand side by side somewhere."""
        found = []
        for at in range(2, min(len(form), _LONGEST) - 1):
            left, right = form[:at], form[at:]
            if self._is_term(left) and self._is_term(right):
                number = self.number(left, right)
                if number:
                    found.append((number, f"{left} {right}"))
        if found:
            yield max(found)[1]

    def _is_term(self, form: str) -> bool:
        return any(segment.find(self.field, WHOLE_FORM + form) for segment in self.whole.segments)

    def _alike(self, form: str) -> list[str]:
        """Return the forms that differ least, frequent ones first among equals.

        Forms that are much rarer than the first are left out: reports have slips of their own.
        """
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - only for what is nowhere

        if len(form) < _SHORTEST:
            return []
        most = 2 if len(form) >= _LONG else 1
        near: list[tuple[int, bool, str]] = []
        for other in self.reader.similar(self.field, form, 2):  # two letters that change places are two
            distance, is_far = OSA.distance(form, other), other[:1] != form[:1]
            if distance > (1 if is_far else most):
                continue
            if len(other) >= _SHORTEST and not other.isdigit():
                near.append((distance, is_far, other))
        counted = sorted(
            (distance, is_far, -self.number(other), other)
            for distance, is_far, other in sorted(near)[:_COUNTED]
        )
        numbers = [-number for _, _, number, _ in counted]
        return [
            other
            for (*_, other), number in zip(counted, numbers, strict=True)
            if number and number * _RARER >= numbers[0]
        ]
