"""Random lists: definitions, instances and styles that use them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

TEXTS = ("{n}.", "({n})", "{n})", "第{n}条", "Art. {n} –", "{chain}", "{chain}.", "{two}", "§ {two}:", "{n}")
"""Texts of levels: the level's own number, those of all above it, or of the one above it."""

SURE = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "decimalZero",
    "chineseCountingThousand", "ideographTraditional",
    "ideographZodiac", "ganada", "koreanCounting",
)  # fmt: skip
"""Formats that LibreOffice prints as Word does, for small numbers."""


class Lists:
    """The numbering and style parts of a document.

    Attributes:
        depths: How many levels each instance has.
        styles: Paragraph styles that carry a list, with instance and level.
        numbering: The numbering part.
    """

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._starts: dict[tuple[int, int], int] = {}
        self.depths: dict[int, int] = {}
        self.styles: list[tuple[str, int, int]] = []
        self.numbering = self._numbering()

    @property
    def style_part(self) -> str:
        """The style part."""
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:pPr><w:numPr>'
            f'<w:ilvl w:val="{ilvl}"/><w:numId w:val="{num}"/></w:numPr></w:pPr></w:style>'
            for name, num, ilvl in self.styles
        )
        normal = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        listed = '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr>'
        listed += '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        return normal + listed + styles

    def properties(self) -> str:
        """Properties of a paragraph that is in one of the lists, or in none."""
        dice = self._dice
        kind = dice.random()
        if kind < 0.1:
            return ""
        if kind < 0.15:
            return '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        if kind < 0.35 and self.styles:
            name, _, _ = dice.choice(self.styles)
            off = '<w:numPr><w:numId w:val="0"/></w:numPr>' if dice.random() < 0.1 else ""
            return f'<w:pStyle w:val="{name}"/>{off}'
        num = dice.choice(list(self.depths))
        ilvl = min(int(dice.expovariate(0.8)), self.depths[num] - 1)
        return f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num}"/></w:numPr>'

    def _numbering(self) -> str:
        """One to three definitions, each used by one to three instances; one may only name a list style."""
        dice = self._dice
        definitions = instances = ""
        num = 0
        for key in range(dice.randint(1, 3)):
            depth = dice.randint(1, 9)
            users = range(num + 1, num + 1 + dice.randint(1, 3))
            tied = key > 0 and dice.random() < 0.4
            link = '<w:styleLink w:val="L"/>' if key == 0 else ""
            levels = "".join(self._level(key, ilvl, users[0] if tied else 0) for ilvl in range(depth))
            definitions += f'<w:abstractNum w:abstractNumId="{key}">{link}{levels}</w:abstractNum>'
            for num in users:
                self.depths[num] = depth
                instances += self._instance(num, key, depth, plain=num == users[0])
        if dice.random() < 0.3:
            definitions += '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="L"/></w:abstractNum>'
            num += 1
            self.depths[num] = self.depths[1]
            instances += f'<w:num w:numId="{num}"><w:abstractNumId w:val="9"/></w:num>'
        return definitions + instances

    def _level(self, key: int, ilvl: int, tied: int = 0) -> str:
        dice = self._dice
        text = dice.choice(TEXTS)
        chain = ".".join(f"%{above + 1}" for above in range(ilvl + 1))
        text = text.replace("{chain}", chain).replace(
            "{two}", f"%{max(ilvl, 1)}-%{ilvl + 1}" if ilvl else "%1"
        )
        text = text.replace("{n}", f"%{ilvl + 1}")
        fmt = dice.choice(SURE) if dice.random() < 0.6 else "decimal"
        start = self._starts.setdefault((key, ilvl), dice.choice((1, 1, 1, 1, 2, 5)))
        style = ""
        if tied:
            name = f"S{tied}x{ilvl}"
            self.styles.append((name, tied, ilvl))
            style = f'<w:pStyle w:val="{name}"/>'
        suffix = dice.choice(("", "", '<w:suff w:val="space"/>', '<w:suff w:val="nothing"/>'))
        return (
            f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{style}{suffix}'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{360 * (ilvl + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        )

    def _instance(self, num: int, key: int, depth: int, *, plain: bool) -> str:
        dice = self._dice
        overrides = ""
        for ilvl in range(depth if not plain else 0):
            kind = dice.random()
            if kind < 0.25 and ilvl == 0:
                start = dice.randint(1, 6)
                overrides += (
                    f'<w:lvlOverride w:ilvl="{ilvl}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
                )
            elif kind < 0.35:
                overrides += f'<w:lvlOverride w:ilvl="{ilvl}">{self._level(key, ilvl)}</w:lvlOverride>'
        return f'<w:num w:numId="{num}"><w:abstractNumId w:val="{key}"/>{overrides}</w:num>'
