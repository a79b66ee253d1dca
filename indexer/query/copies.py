"""Several files that hold a document: which of their paragraphs are shown, and what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.query.cite import citation_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.model import Record
    from indexer.query.documents import Edition
    from indexer.query.inside import Wanted

    Placed = tuple[Edition, Wanted]


def shown_once(wanted: Sequence[Placed]) -> tuple[list[Placed], list[str]]:
    """Return what was found without what another file says in the same words, and a sentence on that."""
    kept: dict[tuple[object, ...], Placed] = {}
    paths: dict[tuple[object, ...], dict[str, None]] = {}
    for placed in wanted:
        record = placed[1].record
        said = (record.id, placed[1].part, *_words(record))
        kept.setdefault(said, placed)
        paths.setdefault(said, {})[record.source.path] = None
    same = next((said for said, files in paths.items() if len(files) > 1), None)
    if same is None:
        return list(wanted), []
    cited = citation_of(kept[same][1].record)
    return list(kept.values()), [f"{cited} is the same in {', '.join(paths[same])}"]


def copies_told(records: Iterable[Record]) -> list[str]:
    """Return a sentence on the files of a place that several copies have, of one where they differ if any."""
    holders: dict[str, dict[int, Record]] = {}
    for record in records:
        holders.setdefault(record.id, {})[record.copy] = record
    places = [list(held.values()) for held in holders.values() if len(held) > 1]
    if not places:
        return []
    different = [held for held in places if len(set(map(_words, held))) > 1]
    shared = (different or places)[0]
    paths = list(dict.fromkeys(record.source.path for record in shared))
    times = "" if len(paths) == len(shared) else f"{len(shared)} times "
    where = f"{citation_of(shared[0])} is there {times}in {', '.join(paths)}"
    content = "different content" if different else "the same words"
    return [f"{where}, with {content}; “[copy {shared[-1].copy}]” behind it shows one alone"]


def _words(record: Record) -> tuple[object, ...]:
    """Return all that a record says."""
    return record.text, tuple((note.mark, note.text) for note in record.footnotes)
