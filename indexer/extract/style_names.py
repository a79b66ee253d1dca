"""What the names of styles say: headings, titles, tables of contents."""

from __future__ import annotations

import regex

_HEADING_NAME = regex.compile(
    r"(?:heading|überschrift|titre|título|titulo|titolo|заголовок|标题|標題|見出し|العنوان|عنوان|kop|rubrik|nagłówek)"
    r"\s*(?P<level>[1-9])",
    regex.IGNORECASE,
)
"""Built-in headings: "heading 1" in every Word; other programs write the names of their own language."""
_UN_HEADINGS = {"hch": 1, "h1": 2, "h23": 3, "h4": 4, "h56": 5}
"""The headings of the United Nations templates ("_ H _Ch_G", "_ H_1_G", "_ H_2/3_G", also without the G)."""
_UN_NAME = regex.compile(r"_ ?(?P<name>H[_ \d/a-zA-Z]*?)_*G?")
_UN_TITLES = frozenset({"hm"})
_TITLES = frozenset({"title", "titre", "título", "название", "标题", "標題", "العنوان", "titel"})
_CONTENTS_NAME = regex.compile(
    r"(?:toc|tm|tdc|indice|índice|оглавление|目录|目錄|verzeichnis|inhopg)\s*\d|table of figures",
    regex.IGNORECASE,
)


def named_level(name: str) -> int | None:
    """Heading level from 1 that the name of a style says, None where it says none."""
    match = _HEADING_NAME.fullmatch(name.strip())
    if match:
        return int(match["level"])
    un_name = _un_name(name)
    return _UN_HEADINGS.get(un_name) if un_name else None


def named_role(name: str) -> str:
    """What the name of a style says: "title", "contents" or nothing."""
    lowered = name.strip().lower()
    if lowered in _TITLES or _un_name(name) in _UN_TITLES:
        return "title"
    return "contents" if _CONTENTS_NAME.fullmatch(lowered) else ""


def _un_name(name: str) -> str | None:
    match = _UN_NAME.fullmatch(name.strip())
    return regex.sub(r"[_ /]", "", match["name"]).lower() if match else None
