"""Footnotes and endnotes of a Word file: their texts, and the marks that Word computes for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from indexer.extract.docx_package import W, attribute, child, number
from indexer.extract.number_formats import format_number

if TYPE_CHECKING:
    from indexer.extract.docx_package import Package

NoteKind = Literal["footnote", "endnote"]

_FORMATS: dict[NoteKind, str] = {"footnote": "decimal", "endnote": "lowerRoman"}
"""How notes are numbered unless the document says otherwise."""


class NoteReference(NamedTuple):
    """A place in the text that refers to a note, with the mark printed there."""

    kind: NoteKind
    id: str
    mark: str


class _Scheme(NamedTuple):
    """How notes are numbered; restart is "eachSect", "eachPage", or anything else for never."""

    fmt: str
    start: int
    restart: str | None


class Notes:
    """The notes of a document; references must be asked for in their order.

    Attributes:
        by_page: Whether any of them are numbered anew on each page.
    """

    def __init__(self, package: Package, settings: Any | None) -> None:
        self._elements: dict[tuple[NoteKind, str], Any] = {}
        self._settings = settings
        self._schemes: dict[NoteKind, _Scheme] = {}
        self._counts: dict[NoteKind, int] = {}
        self.by_page = False
        kinds: tuple[NoteKind, ...] = ("footnote", "endnote")
        for kind in kinds:
            root = package.optional_tree(package.related(f"{kind}s"))
            for element in root.findall(W + kind) if root is not None else ():
                # the lines that separate notes from the text are stored as notes of a type of their own
                if attribute(element, "type") in (None, "normal"):
                    self._elements[kind, attribute(element, "id") or ""] = element
        self.begin_section(None)

    def element(self, reference: NoteReference) -> Any | None:
        """The note's content, None when the file lacks it."""
        return self._elements.get((reference.kind, reference.id))

    def begin_section(self, properties: Any | None) -> None:
        """Follow the note settings of the section that begins."""
        for kind, default in _FORMATS.items():
            places = [child(place, f"{kind}Pr") for place in (properties, self._settings)]
            fmt, start, restart = (
                next((value for place in places if (value := attribute(child(place, name)))), None)
                for name in ("numFmt", "numStart", "numRestart")
            )
            first = number(start)
            scheme = _Scheme(fmt or default, 1 if first is None else first, restart)
            self._schemes[kind] = scheme
            self.by_page = self.by_page or restart == "eachPage"
            if scheme.restart == "eachSect" or kind not in self._counts:
                self._counts[kind] = scheme.start - 1

    def begin_page(self) -> None:
        """Begin anew where notes are numbered by the page."""
        for kind, scheme in self._schemes.items():
            if scheme.restart == "eachPage":
                self._counts[kind] = scheme.start - 1

    def refer(self, kind: NoteKind, note: str, custom: str | None = None) -> NoteReference:
        """The next reference: with the mark it was given, else with the next number."""
        if custom is not None:
            return NoteReference(kind, note, custom.strip())
        self._counts[kind] += 1
        return NoteReference(kind, note, format_number(self._counts[kind], self._schemes[kind].fmt))
