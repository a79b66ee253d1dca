"""Word documents with random lists."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = ("{n}.", "({n})", "{n})", "第{n}条", "Art. {n} –", "{chain}", "{chain}.", "{two}", "§ {two}:", "{n}")
"""Texts of levels: the level's own number, those of all above it, or of the one above it."""

SURE = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "decimalZero",
    "chineseCountingThousand", "ideographTraditional",
    "ideographZodiac", "decimalEnclosedCircle", "ganada", "koreanCounting",
)  # fmt: skip
"""Formats that LibreOffice prints as Word does, for small numbers."""


class Made(NamedTuple):
    """A document.

    Attributes:
        seed: It is made from.
        body: As written, with tracked changes.
        accepted: The same with all changes accepted.
        numbering: The numbering part.
        styles: The style part.
        paragraphs: How many marked paragraphs it has at most.
    """

    seed: int
    body: str
    accepted: str
    numbering: str
    styles: str
    paragraphs: int


def make(seed: int) -> Made:
    """The document of a seed."""
    return _Maker(seed).made()


class _Maker:
    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._dice = random.Random(seed)  # noqa: S311 -- test data, the same for the same seed
        self._count = 0
        self._styles: list[tuple[str, int, int]] = []
        self._depths: dict[int, int] = {}
        self._starts: dict[tuple[int, int], int] = {}

    def made(self) -> Made:
        numbering = self._numbering()
        written, accepted = self._body()
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:pPr><w:numPr>'
            f'<w:ilvl w:val="{ilvl}"/><w:numId w:val="{num}"/></w:numPr></w:pPr></w:style>'
            for name, num, ilvl in self._styles
        )
        normal = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        listed = '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr>'
        listed += '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        return Made(self._seed, written, accepted, numbering, normal + listed + styles, self._count)

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
                self._depths[num] = depth
                instances += self._instance(num, key, depth, plain=num == users[0])
        if dice.random() < 0.3:
            definitions += '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="L"/></w:abstractNum>'
            num += 1
            self._depths[num] = self._depths[1]
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
            self._styles.append((name, tied, ilvl))
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

    def _body(self) -> tuple[str, str]:
        dice = self._dice
        written = accepted = ""
        pick: list[Callable[[], tuple[str, str]]] = [self._plain] * 12
        pick += [self._table, self._deleted, self._joined, self._inserted, self._moved]
        for _ in range(dice.randint(8, 30)):
            one, other = dice.choice(pick)()
            written += one
            accepted += other
        return written, accepted

    def _properties(self) -> str:
        dice = self._dice
        kind = dice.random()
        if kind < 0.1:
            return ""
        if kind < 0.15:
            return '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        if kind < 0.35 and self._styles:
            name, _, _ = dice.choice(self._styles)
            off = '<w:numPr><w:numId w:val="0"/></w:numPr>' if dice.random() < 0.1 else ""
            return f'<w:pStyle w:val="{name}"/>{off}'
        num = dice.choice(list(self._depths))
        ilvl = min(int(dice.expovariate(0.8)), self._depths[num] - 1)
        return f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num}"/></w:numPr>'

    def _words(self) -> str:
        self._count += 1
        return f"<w:r><w:t>@{self._count}@</w:t></w:r>"

    def _plain(self) -> tuple[str, str]:
        whole = f"<w:p><w:pPr>{self._properties()}</w:pPr>{self._words()}</w:p>"
        return whole, whole

    def _table(self) -> tuple[str, str]:
        rows = ""
        for _ in range(self._dice.randint(1, 2)):
            cells = "".join(f"<w:tc>{self._plain()[0]}{self._plain()[0]}</w:tc>" for _ in range(2))
            rows += f"<w:tr>{cells}</w:tr>"
        whole = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{rows}</w:tbl>"
        whole += self._plain()[0]  # a body does not end with a table
        return whole, whole

    def _tracked(self, name: str) -> str:
        return f'<w:{name} w:id="{self._dice.randint(1, 10**6)}" w:author="a" w:date="2020-01-01T00:00:00Z"'

    def _deleted(self) -> tuple[str, str]:
        gone = self._words().replace("w:t>", "w:delText>")
        mark = f"<w:rPr>{self._tracked('del')}/></w:rPr>"
        return (
            f"<w:p><w:pPr>{self._properties()}{mark}</w:pPr>{self._tracked('del')}>{gone}</w:del></w:p>",
            "",
        )

    def _joined(self) -> tuple[str, str]:
        """The end of a paragraph deleted: its text runs on in the next, which keeps its own number."""
        first, second, properties = self._words(), self._words(), self._properties()
        mark = f"<w:rPr>{self._tracked('del')}/></w:rPr>"
        written = f"<w:p><w:pPr>{self._properties()}{mark}</w:pPr>{first}</w:p>"
        written += f"<w:p><w:pPr>{properties}</w:pPr>{second}</w:p>"
        return written, f"<w:p><w:pPr>{properties}</w:pPr>{first}{second}</w:p>"

    def _inserted(self) -> tuple[str, str]:
        words, properties = self._words(), self._properties()
        mark = f"<w:rPr>{self._tracked('ins')}/></w:rPr>"
        written = f"<w:p><w:pPr>{properties}{mark}</w:pPr>{self._tracked('ins')}>{words}</w:ins></w:p>"
        return written, f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"

    def _moved(self) -> tuple[str, str]:
        """A paragraph moved down by one."""
        words, properties = self._words(), self._properties()
        between, _ = self._plain()
        marks = [f"<w:rPr>{self._tracked(name)}/></w:rPr>" for name in ("moveFrom", "moveTo")]
        runs = [f"{self._tracked(name)}>{words}</w:{name}>" for name in ("moveFrom", "moveTo")]
        left, come = (
            f"<w:p><w:pPr>{properties}{mark}</w:pPr>{run}</w:p>"
            for mark, run in zip(marks, runs, strict=True)
        )
        return left + between + come, f"{between}<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"
