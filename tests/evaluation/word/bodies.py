"""Word documents with random bodies: lists, tables, controls and tracked changes."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from tests.evaluation.word.lists import Lists

if TYPE_CHECKING:
    from collections.abc import Callable


class Made(NamedTuple):
    """A document.

    Attributes:
        seed: It is made from.
        body: As written, with tracked changes.
        accepted: The same with all changes accepted.
        numbering: The numbering part.
        styles: The style part.
    """

    seed: int
    body: str
    accepted: str
    numbering: str
    styles: str


def make(seed: int) -> Made:
    """The document of a seed."""
    dice = random.Random(seed)  # noqa: S311 -- test data, the same for the same seed
    lists = Lists(dice)
    body, accepted = _Body(dice, lists).made()
    return Made(seed, body, accepted, lists.numbering, lists.style_part)


class _Body:
    """Makes parts of a body, each as written and as accepted."""

    def __init__(self, dice: random.Random, lists: Lists) -> None:
        self._dice = dice
        self._lists = lists
        self._count = 0

    def made(self) -> tuple[str, str]:
        dice = self._dice
        written = accepted = ""
        pick: list[Callable[[], tuple[str, str]]] = [self._plain] * 12
        pick += [self._table, self._control, self._deleted, self._joined, self._inserted, self._moved]
        for _ in range(dice.randint(8, 30)):
            one, other = dice.choice(pick)()
            written += one
            accepted += other
        return written, accepted

    def _words(self) -> str:
        """A mark, in one of the ways in which runs are wrapped or cut."""
        self._count += 1
        mark = f"@{self._count}@"
        run = f"<w:r><w:t>{mark}</w:t></w:r>"
        ways = (
            f"<w:smartTag>{run}</w:smartTag>",
            f"<w:sdt><w:sdtPr/><w:sdtContent>{run}</w:sdtContent></w:sdt>",
            f"<w:r><w:t>{mark[:2]}</w:t></w:r><w:proofErr/><w:r><w:t>{mark[2:]}</w:t></w:r>",
            f"<w:r><w:t>{mark}</w:t><w:softHyphen/></w:r>",
        )
        return self._dice.choice(ways) if self._dice.random() < 0.3 else run

    def _plain(self) -> tuple[str, str]:
        whole = f"<w:p><w:pPr>{self._lists.properties()}</w:pPr>{self._words()}</w:p>"
        return whole, whole

    def _control(self) -> tuple[str, str]:
        one, other = self._dice.choice((self._plain, self._table))()
        head, tail = "<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"
        return f"{head}{one}{tail}", f"{head}{other}{tail}"

    def _table(self) -> tuple[str, str]:
        """Rows of two cells, or of one across; a cell may hold a table."""
        dice = self._dice
        rows = ""
        for _ in range(dice.randint(1, 3)):
            cells = "".join(f"<w:tc>{self._cell()}</w:tc>" for _ in range(2))
            if dice.random() < 0.2:
                cells = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{self._cell()}</w:tc>'
            rows += f"<w:tr>{cells}</w:tr>"
        whole = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{rows}</w:tbl>"
        whole += self._plain()[0]  # neither a body nor a cell ends with a table
        return whole, whole

    def _cell(self) -> str:
        inside = self._plain()[0]
        return inside + (self._table() if self._dice.random() < 0.1 else self._plain())[0]

    def _tracked(self, name: str) -> str:
        return f'<w:{name} w:id="{self._dice.randint(1, 10**6)}" w:author="a" w:date="2020-01-01T00:00:00Z"'

    def _deleted(self) -> tuple[str, str]:
        self._count += 1
        gone = f"<w:r><w:delText>@{self._count}@</w:delText></w:r>"
        mark = f"<w:rPr>{self._tracked('del')}/></w:rPr>"
        return (
            f"<w:p><w:pPr>{self._lists.properties()}{mark}</w:pPr>{self._tracked('del')}>{gone}</w:del></w:p>",
            "",
        )

    def _joined(self) -> tuple[str, str]:
        """The end of a paragraph deleted: its text runs on in the next, which keeps its own number."""
        first, second, properties = self._words(), self._words(), self._lists.properties()
        mark = f"<w:rPr>{self._tracked('del')}/></w:rPr>"
        written = f"<w:p><w:pPr>{self._lists.properties()}{mark}</w:pPr>{first}</w:p>"
        written += f"<w:p><w:pPr>{properties}</w:pPr>{second}</w:p>"
        return written, f"<w:p><w:pPr>{properties}</w:pPr>{first}{second}</w:p>"

    def _inserted(self) -> tuple[str, str]:
        words, properties = self._words(), self._lists.properties()
        mark = f"<w:rPr>{self._tracked('ins')}/></w:rPr>"
        written = f"<w:p><w:pPr>{properties}{mark}</w:pPr>{self._tracked('ins')}>{words}</w:ins></w:p>"
        return written, f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"

    def _moved(self) -> tuple[str, str]:
        """A paragraph moved down by one."""
        words, properties = self._words(), self._lists.properties()
        between, _ = self._plain()
        marks = [f"<w:rPr>{self._tracked(name)}/></w:rPr>" for name in ("moveFrom", "moveTo")]
        runs = [f"{self._tracked(name)}>{words}</w:{name}>" for name in ("moveFrom", "moveTo")]
        left, come = (
            f"<w:p><w:pPr>{properties}{mark}</w:pPr>{run}</w:p>"
            for mark, run in zip(marks, runs, strict=True)
        )
        return left + between + come, f"{between}<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"
