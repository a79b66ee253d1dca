"""Where the matched words stand in a snippet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.row_signs import SIGNS

if TYPE_CHECKING:
    from indexer.model import Hit

ELLIPSIS = "…"


def snippet_marks(hit: Hit) -> tuple[tuple[int, int], ...]:
    """Start and end in the hit's snippet of every highlight that shows in it.

    A snippet is a stretch of the text with its white space evened out, and signs between the cells of a
    table, so it is looked up in the text evened out in the same way. A snippet of something else, such as a
    note, has no marks.
    """
    inner = hit.snippet.strip(ELLIPSIS)
    lead = hit.snippet.index(inner) if inner else 0
    evened, places = _evened(hit.text)
    at = evened.find(inner)
    if not inner or at < 0:
        return ()
    shown = places[at : at + len(inner)]
    marks = []
    for highlight in hit.highlights:
        inside = [number for number, place in enumerate(shown) if highlight.start <= place < highlight.end]
        if inside:
            marks.append((lead + inside[0], lead + inside[-1] + 1))
    return tuple(sorted(marks))


def _evened(text: str) -> tuple[str, list[int]]:
    """The text with one space for each stretch of white space, and where each character of it comes from."""
    letters: list[str] = []
    places: list[int] = []
    signs = SIGNS if "\t" in text else {}
    for place, letter in enumerate(text):
        for sign in signs.get(letter, letter):
            if not sign.isspace():
                letters.append(sign)
            elif letters and letters[-1] != " ":
                letters.append(" ")
            else:
                continue
            places.append(place)
    return "".join(letters), places
