"""Signs of symbol fonts as the characters they look like: such a font puts them where others have letters."""

from __future__ import annotations

import regex

BULLET = "•"
"""For a sign that has no character of its own, as a rule an ornament before an item."""

_GREEK = (
    " !∀#∃%&∋()*+,-./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|―↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
    "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
)
_SYMBOL = {
    start + index: sign
    for start, signs in zip((0x20, 0xA0, 0xF1), _GREEK, strict=True)
    for index, sign in enumerate(signs)
}
_WINGDINGS = {
    0x20: " ", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□",
    0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x78: "☒", 0x80: "⓪", 0x8B: "⓿", 0x9E: "·", 0x9F: "•",
    0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE7: "←", 0xE8: "→", 0xE9: "↑", 0xEA: "↓", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **{0x81 + index: sign for index, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩")},
    **{0x8C + index: sign for index, sign in enumerate("❶❷❸❹❺❻❼❽❾❿")},
}  # fmt: skip
_WINGDINGS_2 = {
    0x20: " ", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "□",
}  # fmt: skip

_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {0x20: " "},
    "webdings": {0x20: " ", 0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●"},
}

_PRIVATE = range(0xF020, 0xF100)
"""Where Word stores the characters of such a font, so that no other shows letters instead."""


def sign(code: int, font: str) -> str:
    """A character of a font, given by its place in it; nothing for a place that no font has.

    >>> sign(0xF061, "Symbol"), sign(0xF0FC, "Wingdings"), sign(0x41, "Arial")
    ('α', '✓', 'A')
    """
    table = _FONTS.get(font.lower())
    if table is not None or code in _PRIVATE:
        place = code - 0xF000 if code in _PRIVATE else code
        return (table or {}).get(place, BULLET)
    return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


_ITEM_SIGNS = {0xF0B7: BULLET, 0xF02D: "–"} | {
    0xF000 + code: _WINGDINGS[code]
    for code in (0x6C, 0x6E, 0x6F, 0x71, 0x72, 0x75, 0x76, 0xA7, 0xA8, 0xD8, 0xE0, 0xE8, 0xF0, 0xFB, 0xFC)
}
"""Before items: the dot and the dash of Symbol, ornaments of Wingdings; word processors offer these."""

_PRIVATE_SIGN = regex.compile("[\uf000-\uf0ff]")  # one stretch is found ten times as fast as a set of signs


def with_item_signs(text: str) -> str:
    """Text whose font is not known, the usual private characters before items as signs that all fonts have.

    >>> with_item_signs("\uf0b7 lights, \uf0d8 bells")
    '• lights, ➢ bells'
    """
    return text.translate(_ITEM_SIGNS) if _PRIVATE_SIGN.search(text) else text


def plain_text(text: str, font: str) -> str:
    """Text set in a font, with the signs it shows where that is a symbol font.

    >>> plain_text("a\uf0b0", "Symbol"), plain_text("a", "Times")
    ('α°', 'a')
    """
    if font.lower() not in _FONTS:
        return text
    return "".join(
        sign(ord(character), font) if " " <= character < "\u0100" or ord(character) in _PRIVATE else character
        for character in text
    )
