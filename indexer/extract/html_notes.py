"""The notes of a web page: by what they and the links to them are known."""

from __future__ import annotations

from typing import Any

import regex

_WAY_BACK = regex.compile(r"\s*[\p{Arrows}^]\ufe0e?\s*")
"""What a link from a note to the text says."""
NOTE_ID = regex.compile(r"_?(?:ftn|edn|fn|footnote|endnote|note)[-_:.]?\d{1,4}", regex.IGNORECASE)
"""The name of a note, to which its mark links."""
_NOTE_CLASS = regex.compile(
    r"(?:^|\s)(?:MsoFootnoteText|MsoEndnoteText|footnote-?text|endnote-?text)(?:\s|$)"
)
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote"})
"""Of digital publishing (W3C DPUB-ARIA 1.0)."""
_NOTE_TYPES = frozenset({"footnote", "endnote", "rearnote"})
"""Of the structure of publications (EPUB 3)."""
_NOTE_MARK = regex.compile(r"\s*[\[(]?(?P<mark>\d{1,4}|[a-z]|[ivxl]{1,6}|[*∗†‡§]{1,4})[\])]?[/.]?\s*")


def linked_notes(root: Any) -> frozenset[str]:
    """Return the names of the places further down to which raised marks link, as "1" does to its note."""
    linked: set[str] = set()
    found: set[str] = set()
    for element in root.iter("*"):
        found.update(linked.intersection(_names(element)))
        link = element.get("href") or "" if element.tag == "a" else ""
        if link.startswith("#") and _is_raised(element) and _NOTE_MARK.fullmatch("".join(element.itertext())):
            linked.add(link[1:])
    return frozenset(found)


def _names(element: Any) -> set[str]:
    """Return what links call a place."""
    return {element.get("id") or "", (element.get("name") or "") if element.tag == "a" else ""} - {""}


def _is_raised(link: Any) -> bool:
    parent = link.getparent()
    return (parent is not None and parent.tag == "sup") or any(child.tag == "sup" for child in link)


def is_note(element: Any, linked: frozenset[str]) -> bool:
    """Whether the element holds a note; a link, whether it is the one in a note that leads back.

    Args:
        element: To be judged.
        linked: The places to which raised marks link.
    """
    names = _names(element)
    if not linked.isdisjoint(names):
        return True
    if element.tag == "a":
        return any(map(NOTE_ID.fullmatch, names))
    if element.get("role") in _NOTE_ROLES or element.get("epub:type") in _NOTE_TYPES:
        return True
    return bool(NOTE_ID.fullmatch(element.get("id") or "") or _NOTE_CLASS.search(element.get("class") or ""))


def leads_back(element: Any) -> bool:
    """Whether the element is a link from a note to its mark that says nothing but an arrow."""
    return (
        element.tag == "a"
        and (element.get("href") or "").startswith("#")
        and bool(_WAY_BACK.fullmatch("".join(element.itertext())))
    )


def note_mark(text: str) -> tuple[str, int]:
    """The mark that a note begins with, and the offset of its words."""
    match = _NOTE_MARK.match(text)
    return (match["mark"], match.end()) if match else ("", 0)
