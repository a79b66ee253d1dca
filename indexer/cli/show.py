"""`indexer show`: paragraphs by their citation."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import click
import regex

from indexer.cli.console import Settings, complain, emit, pass_settings, talk, typed
from indexer.cli.failures import DONE, NOTHING_FOUND, WRONG_USAGE, end
from indexer.cli.options import CONTEXT, as_typed, format_option, global_options
from indexer.errors import SourceSyntaxError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from indexer.query import ShowResult

_GOES_ON = regex.compile(
    r"[,;(\d¶§–-]|paras?\b|paragraphs?\b|and$|to$|annex|appendix|[IVXLC]+\b", regex.IGNORECASE
)
"""How an argument begins that belongs to the reference before it, when no quotes held the two together."""


@click.command(
    "show",
    context_settings=CONTEXT,
    epilog=as_typed(
        "Examples",
        'indexer show "A/HRC/9/8, para. 10"',
        'indexer show "A/HRC/9/8, paras. 9-11" --format jsonl',
        "indexer show A/HRC/9/8 --page 4",
        "cut -f1 found.tsv | indexer show -",
    ),
)
@click.argument("references", nargs=-1, required=True, metavar="REFERENCE...")
@click.option("--page", type=click.IntRange(min=1), metavar="N", help="All of this page of the document.")
@click.option(
    "--context",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="N paragraphs before and after as well.",
)
@click.option("--lang", metavar="LANG", help="The version in this language, such as fr.")
@format_option("text", "jsonl", "json", "csv")
@global_options
@pass_settings
def command(
    settings: Settings,
    /,
    *,
    references: tuple[str, ...],
    page: int | None,
    context: int,
    lang: str | None,
    form: str,
) -> None:
    """Show paragraphs by their citation.

    Any usual spelling will do: "A/HRC/9/8, para. 10", "A/HRC/9/8 §10", "a/hrc/9/8, paras. 9-11 and 14",
    with sub-paragraphs "para. 74 (a)" and annexes "annex I, para. 3". A symbol alone shows the whole
    document, a dash reads references from standard input, one on each line. Where several files hold a
    paragraph with different content, all are shown; "[copy 2]" behind the citation shows one alone.
    """
    from indexer.query import open_index  # noqa: PLC0415  # each command loads what it needs

    index = open_index(settings.index)
    told = _Told(settings)
    show = partial(index.show, page=page, context=context, lang=lang)
    emit(_written(told.over(_references(references), show), form, settings))
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

    def over(self, references: Iterable[str], show: Callable[[str], ShowResult]) -> Iterator[ShowResult]:
        """The results that hold records; a reference that cannot be read does not stop the others."""
        for reference in references:
            self.asked += 1
            try:
                result = show(reference)
            except SourceSyntaxError as error:
                self.unread += 1
                complain(f"Error: {error}")
                continue
            for sentence in result.misses:
                complain(sentence)
            for sentence in result.notices:
                talk(sentence, self._settings)
            self.found += len(result.records)
            if result.records:
                yield result
            elif not result.misses:
                complain(f"nothing found: {result.reference}")


def _references(arguments: Sequence[str]) -> Iterator[str]:
    if list(arguments) == ["-"]:
        for line in sys.stdin:
            if line.strip():
                yield typed(line.strip())
        return
    yield from joined([typed(argument) for argument in arguments])


def joined(words: Sequence[str]) -> list[str]:
    """The references, those put together again that a shell has cut at spaces.

    >>> joined(["A/HRC/9/8,", "para.", "10", "A/80/74, para. 3"])
    ['A/HRC/9/8, para. 10', 'A/80/74, para. 3']
    """
    references: list[str] = []
    for word in words:
        if references and _GOES_ON.match(word):
            references[-1] += f" {word}"
        else:
            references.append(word)
    return references


def _written(results: Iterable[ShowResult], form: str, settings: Settings) -> Iterator[str]:
    from indexer.present import json_array, json_lines, records_csv, shown_text  # noqa: PLC0415  # as above

    if form == "text":
        for number, result in enumerate(results):
            if number:
                yield ""
            yield from shown_text(result, settings.style())
        return
    if form == "csv":
        pairs = [pair for result in results for pair in zip(result.records, result.citations, strict=True)]
        yield from records_csv([record for record, _ in pairs], [citation for _, citation in pairs])
        return
    records = (record for result in results for record in result.records)
    yield from json_array(records) if form == "json" else json_lines(records)
