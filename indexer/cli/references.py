"""References on a command line -> what is there, written."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from indexer.cli.console import complain, emit, talk, typed
from indexer.cli.failures import DONE, NOTHING_FOUND, WRONG_USAGE, end
from indexer.errors import SourceSyntaxError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from indexer.cli.console import Settings
    from indexer.query import ShowResult

_GOES_ON = r"(?i)[,;(\d–-]|and$|to$|[IVXLC]+\b"
"""How an argument begins, beside the words for places, that belongs to the reference before it, when no marks
held the two together."""


def show_references(
    settings: Settings,
    references: Sequence[str],
    *,
    page: int | None = None,
    context: int = 0,
    lang: str | None = None,
    form: str = "text",
) -> None:
    """Write what the references point to, as the command with these options does."""
    from indexer.query import open_index  # noqa: PLC0415  # each command loads what it needs

    index = open_index(settings.index)
    told = _Told(settings)
    show = partial(index.show, page=page, context=context, lang=lang)
    emit(written(told.over(_references(references), show), form, settings))
    if told.asked == 0:
        complain("there is no reference on standard input")
    end(WRONG_USAGE if told.unread else DONE if told.found else NOTHING_FOUND)


class _Told:
    """Tells what each reference missed, and remembers how many were asked for, unreadable, and found."""

    def __init__(self, settings: Settings) -> None:
        self.asked = 0
        self.unread = 0
        self.found = 0
        self._settings = settings
        self._noticed: tuple[str, ...] = ()

    def over(self, references: Iterable[str], show: Callable[[str], ShowResult]) -> Iterator[ShowResult]:
        """The results that hold records; a reference that cannot be read does not stop the others."""
        for reference in references:
            self.asked += 1
            try:
                result = show(reference)
            except SourceSyntaxError as error:
                self.unread += 1
                complain(f"Error: {error}")
                if not any(map(str.isdigit, reference)):
                    talk("`indexer search` looks for words", self._settings)
                continue
            for sentence in result.misses:
                complain(sentence)
            for sentence in result.notices:
                if sentence not in self._noticed:  # as of the recommendation before, from the same list
                    talk(sentence, self._settings)
            self._noticed = result.notices
            self.found += len(result.records)
            if result.records:
                yield result
            elif not result.misses:
                complain(f"nothing found: {result.reference}")


def _references(arguments: Sequence[str]) -> Iterator[str]:
    """Yield the references in order; a dash among them stands for those on standard input."""
    before: list[str] = []
    for argument in arguments:
        if argument != "-":
            before.append(typed(argument))
            continue
        yield from joined(before)
        before = []
        yield from (typed(line.strip()) for line in sys.stdin if line.strip())
    yield from joined(before)


def joined(words: Sequence[str]) -> list[str]:
    """The references, those put together again that a shell has cut at spaces.

    >>> joined(["A/HRC/9/8,", "para.", "10", "A/80/74, para. 3"])
    ['A/HRC/9/8, para. 10', 'A/80/74, para. 3']
    """
    references: list[str] = []
    for word in words:
        if references and _goes_on(word):
            references[-1] += f" {word}"
        else:
            references.append(word)
    return references


def _goes_on(word: str) -> bool:
    import regex  # noqa: PLC0415  # a reference in quotes needs none

    from indexer.grammar.locator_words import compile_words  # noqa: PLC0415  # as above

    return regex.match(_GOES_ON, word) is not None or compile_words().match(word) is not None


def written(results: Iterable[ShowResult], form: str, settings: Settings) -> Iterator[str]:
    """The lines of records in the form that was asked for, each result's as soon as it is there."""
    if form == "text":
        from indexer.present import shown_text  # noqa: PLC0415  # each form loads what it needs

        style = settings.style()
        for number, result in enumerate(results):
            if number:
                yield ""
            yield from shown_text(result, style)
    elif form == "csv":
        from indexer.present import records_csv  # noqa: PLC0415  # as above

        yield from records_csv(
            (record, citation, result.reference if wanted else "", part)
            for result in results
            for record, citation, part, wanted in zip(
                result.records, result.citations, result.parts, result.wanted, strict=True
            )
        )
    else:
        from indexer.present import in_json  # noqa: PLC0415  # as above

        yield from in_json(form, (record for result in results for record in result.records))
