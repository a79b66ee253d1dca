"""The answer to a query -> its size told, and its lines in the form that was asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from indexer.cli.console import complain, emit, is_on_terminal, talk, typed
from indexer.cli.failures import NOTHING_FOUND, end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indexer.cli.console import Settings
    from indexer.query import Grouping, SearchResults


def search_words(settings: Settings, words: Sequence[str]) -> None:
    """Write the answer to the words of a query, as the command without options does."""
    from indexer.query import open_index  # noqa: PLC0415  # each command loads what it needs

    query = " ".join(map(typed, words))
    write_answer(open_index(settings.index).search(query, group=usual_group("text")), settings)


def usual_group(form: str) -> Grouping:
    """By document where a person reads."""
    return "doc" if form == "text" and is_on_terminal(sys.stdout) else "none"


def write_answer(
    results: SearchResults,
    settings: Settings,
    *,
    form: str = "text",
    count: bool = False,
    width: int | None = None,
) -> None:
    """Write an answer, and say what there is to say about it.

    Args:
        results: The answer.
        settings: The global options.
        form: "text", "jsonl", "json" or "csv".
        count: Whether the number of paragraphs is all that is wanted.
        width: Columns on each side of a match in a concordance.
    """
    for notice in results.notices:
        talk(notice, settings)
    if results.explain:
        complain(results.explain.rstrip("\n"))
    if not results.total and not results.notices:
        complain(f"nothing found: {results.query.text}")
    if count:
        emit([str(results.total)])
    elif results.facets:
        for name in (name for name, values in results.facets.items() if results.total and not values):
            complain(f"no paragraph of the answer has a {name}")
        emit(_counted_lines(results, form))
    else:
        _tell_size(results, settings)
        _tell_unplaced(results, settings)
        emit(_found_lines(results, form, settings, width=width))
    if not results.total:
        end(NOTHING_FOUND)


def _tell_size(results: SearchResults, settings: Settings) -> None:
    """Say how large the answer is: to a person always, to a log only when not all of it was written."""
    from indexer.present import counted  # noqa: PLC0415  # each command loads what it needs

    by_document = results.request.group == "doc"
    shown = len(results.groups) if by_document else len(results.hits)
    is_part = shown < (results.documents if by_document else results.total)
    if not results.total or not (is_part or is_on_terminal(sys.stderr)):
        return
    size = f"{counted(results.total, 'paragraph')} in {counted(results.documents, 'document')}"
    offset = results.request.offset
    if not is_part:
        part = ""
    elif not shown:
        part = f"; --offset {offset} lies beyond the last"
    else:
        every = "-n 0 --offset 0" if offset else "-n 0"
        if shown == 1:
            span = f"{'document' if by_document else 'number'} {offset + 1} is"
        else:
            span = f"{'documents ' if by_document else ''}{offset + 1} to {offset + shown} are"
        part = f"; {span} shown, {every} shows all"
    talk(size + part, settings)


def _tell_unplaced(results: SearchResults, settings: Settings) -> None:
    """Say how many hits have no line in a concordance."""
    from indexer.present import counted  # noqa: PLC0415  # as above

    placed = {one.id for one in results.occurrences}
    without = sum(hit.id not in placed for hit in results.hits) if results.request.kwic else 0
    if without:
        talk(f"{counted(without, 'paragraph')} without a line: found by facts or headings alone", settings)


def _found_lines(
    results: SearchResults, form: str, settings: Settings, *, width: int | None
) -> Iterator[str]:
    """The hits as lines, or their words where a concordance was asked for."""
    if form == "text":
        return _text(results, settings, width)
    from indexer.present import hits_csv, in_json, occurrences_csv  # noqa: PLC0415  # each form loads what it needs

    is_kwic = bool(results.request.kwic)
    if form == "csv":
        return occurrences_csv(results.occurrences) if is_kwic else hits_csv(results.hits)
    return in_json(form, results.occurrences if is_kwic else results.hits)


def _text(results: SearchResults, settings: Settings, width: int | None) -> Iterator[str]:
    from indexer.present import hit_groups, hit_lines, hit_list, kwic_lines  # noqa: PLC0415  # as above

    style = settings.style()
    if results.request.kwic:
        return kwic_lines(results.occurrences, style, width)
    if style.width is None:
        return hit_lines(results.hits, style)
    if results.request.group == "none":
        return hit_list(results.hits, style)
    return hit_groups(results.groups, style)


def _counted_lines(results: SearchResults, form: str) -> Iterator[str]:
    """The counts by value as lines."""
    from indexer.present import facet_text, facet_values, facets_csv, in_json  # noqa: PLC0415  # as above

    if form == "text":
        return facet_text(results.facets, aligned=is_on_terminal(sys.stdout))
    if form == "csv":
        return facets_csv(results.facets)
    return in_json(form, facet_values(results.facets))
