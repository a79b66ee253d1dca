"""Counts and facts as lines of text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from indexer.model import FacetCount
from indexer.present.style import clean, shortened_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import msgspec

    from indexer.model import HeldDocument
    from indexer.present.style import Style

_MOST = 10
"""Values shown of a count on a terminal; JSON gives all."""

_WIDEST = 24
"""Columns of a list of documents for their names, as long as all but a few paths need no more."""
_TITLE = 54
"""Columns for a title."""
_DATE, _DIGITS = len("2008-08-29"), 5
"""Columns for a date, and for the number of paragraphs."""

_UNITS = ("kB", "MB", "GB", "TB")


def info_text(info: msgspec.Struct, style: Style) -> Iterator[str]:
    """A line for each fact about an index; of long counts the largest, the rest as a number."""
    facts = {name.replace("_", " "): getattr(info, name) for name in info.__struct_fields__}
    width = max(map(len, facts))
    for name, value in facts.items():
        yield f"{style.bold(name.ljust(width))}  {_words(name, value)}"


def document_lines(documents: Sequence[HeldDocument], *, aligned: bool) -> Iterator[str]:
    """A line for each document, in columns for people or with tabs between for programs.

    A document of several files has theirs behind its title.
    """
    width = min(_WIDEST, max((len(one.document) for one in documents), default=0))
    held = Counter((one.document, one.language) for one in documents)
    for one in documents:
        name, title, date = clean(one.document), clean(one.title), one.date or ""
        file = f"({clean(one.path)})" if held[one.document, one.language] > 1 else ""
        if aligned:
            count = f"{one.paragraphs:{_DIGITS}}"
            cells = [
                name.ljust(width),
                one.language,
                date.ljust(_DATE),
                count,
                f"{shortened_title(title, _TITLE)} {file}".strip(),
            ]
        else:
            cells = [name, one.language, date, str(one.paragraphs), f"{title} {file}".strip()]
        yield ("  " if aligned else "\t").join(cells).rstrip()


def facet_text(facets: Mapping[str, Mapping[str, int]], *, aligned: bool) -> Iterator[str]:
    """A line for each value with its count, in columns for people or with a tab between for programs.

    Of several fields, each has a heading, or stands in a cell before its values.
    """
    several = len(facets) > 1
    for field, counts in facets.items():
        width = max((len(str(count)) for count in counts.values()), default=0)
        if several and aligned:
            yield field
        for value, count in counts.items():
            if aligned:
                yield f"{'  ' * several}{count:>{width}}  {clean(value)}"
            else:
                yield "\t".join([*([field] * several), clean(value), str(count)])


def facet_values(facets: Mapping[str, Mapping[str, int]]) -> Iterator[FacetCount]:
    """A value to be written as JSON for each count."""
    for field, counts in facets.items():
        for value, count in counts.items():
            yield FacetCount(field=field, value=value, count=count)


def size_words(size: int) -> str:
    """The size in a unit that keeps the number short.

    >>> size_words(999), size_words(1_500_000)
    ('999 bytes', '1.5 MB')
    """
    if size < 1000:
        return f"{size} bytes"
    number, unit = size / 1000, _UNITS[0]
    for larger in _UNITS[1:]:
        if number >= 1000:
            number, unit = number / 1000, larger
    return f"{number:.1f} {unit}"


def _words(name: str, value: Any) -> str:
    if isinstance(value, dict):
        shown = sorted(value.items(), key=lambda item: -item[1])[:_MOST]
        if all(isinstance(key, int) for key in value):
            shown.sort()
        rest = len(value) - len(shown)
        words = [f"{clean(str(key))} ({count:,})" for key, count in shown]
        return ", ".join([*words, f"and {rest} more"] if rest else words) or "none"
    if isinstance(value, tuple | list):
        return ", ".join(clean(str(item)) for item in value) or "none"
    if name == "bytes":
        return size_words(value)
    return f"{value:,}" if isinstance(value, int) else clean(str(value))
