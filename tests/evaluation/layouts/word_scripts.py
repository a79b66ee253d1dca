"""Word files in other scripts: faces that have their letters, and what is written from right to left."""

from __future__ import annotations

import regex

FACES = {
    "": {"serif": "DejaVu Serif", "sans": "DejaVu Sans", "typewriter": "DejaVu Sans Mono"},
    "zh": {"serif": "Noto Serif CJK SC", "sans": "Noto Sans CJK SC", "typewriter": "Noto Sans Mono CJK SC"},
    "ar": {"serif": "DejaVu Sans", "sans": "DejaVu Sans", "typewriter": "DejaVu Sans Mono"},
}
"""The faces of a language, or of all that are not named."""

HIGH = 1.25
"""How many times as high as those of others the lines of the face for Chinese are."""

_RUN = regex.compile(r"<w:rPr>(.*?)</w:rPr>(?=<w:t[ >]|<w:footnoteRef)")
_HAND = regex.compile(r'<w:(b|i)/>|<w:sz (w:val="\d+")/>')
_SLOTS = {"zh": "eastAsia", "ar": "cs"}


def rendered(part: str, name: str, language: str, seed: int) -> str:
    """A part of a Word file as it is written in a language; running heads are in Latin letters everywhere.

    Word keeps a second set of properties for what runs from right to left. Every third file says only there
    what is bold, as one does whose author never wrote another script.
    """
    if language != "ar":
        return part
    if name.startswith(("header", "footer")):
        return part.replace("<w:pPr>", '<w:pPr><w:bidi w:val="0"/>')
    alone = seed % 3 == 0
    part = part.replace("<w:pPr>", "<w:pPr><w:bidi/>").replace(
        "<w:p><w:r>", "<w:p><w:pPr><w:bidi/></w:pPr><w:r>"
    )
    part = part.replace("<w:sectPr>", "<w:sectPr><w:bidi/>").replace("<w:tblPr>", "<w:tblPr><w:bidiVisual/>")
    part = _RUN.sub(r"<w:rPr>\1<w:rtl/></w:rPr>", part)

    def both(found: regex.Match[str]) -> str:
        other = f"<w:{found[1]}Cs/>" if found[1] else f"<w:szCs {found[2]}/>"
        return other if alone and found[1] else found[0] + other

    return _HAND.sub(both, part)


def fonts(face: str, language: str) -> str:
    """The attributes that name a face for all letters that a language has."""
    name = FACES.get(language, FACES[""])[face]
    latin = FACES[""][face]
    slot = f' w:{_SLOTS[language]}="{name}"' if language in _SLOTS else ""
    return f'w:ascii="{latin}" w:hAnsi="{latin}"{slot}'
