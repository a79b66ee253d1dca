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
_NOTE_MARK = regex.compile(r"\s*[\[(]?(?P<mark>\d{1,4}|[a-z]|[ivxl]{1,6}|[*∗†‡§]{1,4})[\])]?[/.]?\s*")


def is_note(element: Any) -> bool:
    """Whether the element holds a note; a link, whether it is the one in a note that leads back."""
    if element.tag == "a":
        return any(NOTE_ID.fullmatch(element.get(key) or "") for key in ("id", "name"))
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
