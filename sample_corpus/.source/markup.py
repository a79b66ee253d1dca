"""The sample reports as they are written down: one block a line, in a small markup.

    # Heading      ## Heading below it      % Annex title     ! Line without a record (> to the right)
    12. Text       12.3. Text               - 1. Item of a list inside a paragraph
    (a) Text       (i) Text one deeper      ~ Preambular text         = Unnumbered text
    | a | b |      a row of a table         [^1]: The text of a note  ---  a new page

Inside a line: *italic*, **bold**, and [^1] where a note is referred to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from pathlib import Path

LABEL = regex.compile(r"(\(\p{L}+\)|\d+(?:\.\d+)*\.)\s+")

MARK = regex.compile(r"\[\^([^\]]+)\]")


@dataclass(slots=True)
class Block:
    """A printed block.

    Attributes:
        kind: heading, annex, line, break, part, row, or the kind of record it begins.
        text: With its inline marks.
        level: Depth of a heading or part, from 1.
        label: What stands before the text, "12." or "(a)".
        pages: Pages it is printed on; filled in by the layout.
    """

    kind: str
    text: str = ""
    level: int = 0
    label: str = ""
    pages: list[int] = field(default_factory=list)

    @property
    def plain(self) -> str:
        """The words without inline marks."""
        return MARK.sub("", self.text).replace("*", "")

    @property
    def marks(self) -> list[str]:
        """The notes it refers to."""
        return MARK.findall(self.text)


@dataclass(slots=True)
class Report:
    """A sample report: what stands at its head, its blocks, and its notes by mark."""

    name: str
    head: dict[str, str]
    blocks: list[Block]
    notes: dict[str, str]


def load(path: Path) -> Report:
    """The report written in a file: "key: value" lines, an empty line, and the blocks."""
    above, _, below = path.read_text(encoding="utf-8").partition("\n\n")
    head = dict(line.split(": ", 1) for line in above.splitlines())
    blocks: list[Block] = []
    notes: dict[str, str] = {}
    for line in filter(None, map(str.strip, below.splitlines())):
        if note := regex.match(r"\[\^([^\]]+)\]:\s*", line):
            notes[note[1]] = line[note.end() :]
        else:
            blocks.append(_block(line, head.get("numbered", "paragraph")))
    for block, following in zip(blocks, [*blocks[1:], Block("")], strict=True):
        # the last row of a table
        block.level = int(following.kind != "row") if block.kind == "row" else block.level
    return Report(path.stem, head, blocks, notes)


def check_contents(report: Report) -> None:
    """See that the contents table says where the sections really are.

    Raises:
        ValueError: It does not.
    """
    numbers: dict[str, list[Block]] = {}
    inside: list[str] = []
    for block in report.blocks:
        if block.kind == "heading":
            inside = [*inside[: block.level - 1], block.plain]
            numbers[block.plain] = [block]
        elif block.kind == "paragraph":
            for above in inside:
                numbers[above].append(block)
    for row in filter(None, report.head.get("contents", "").split(" ; ")):
        title, paragraphs, page = (part.strip() for part in row.split("|"))
        heading, *held = numbers[title]
        ends = [block.label.rstrip(".") for block in (held[0], held[-1])]
        if regex.findall(r"\d+", paragraphs) not in (ends, ends[:1]) or str(heading.pages[0]) != page:
            raise ValueError(f"{report.name}: {row} is at {ends} on page {heading.pages[0]}")


def _block(line: str, numbered: str) -> Block:
    if line == "---":
        return Block("break")
    if line.startswith("#"):
        hashes = len(line) - len(line.lstrip("#"))
        return Block("heading", line.lstrip("# "), level=hashes)
    if line.startswith("> "):
        return Block("line", line[2:], level=1)
    for sign, kind in (("% ", "annex"), ("! ", "line"), ("~ ", "preamble"), ("= ", "text"), ("|", "row")):
        if line.startswith(sign):
            return Block(kind, line.removeprefix(sign).strip().rstrip("|"))
    bold = line.startswith("**") and line.endswith("**")
    item = line.startswith("- ")
    bare = line.removeprefix("- ").removeprefix("**")
    label = LABEL.match(bare)
    if label is None:
        raise ValueError(f"no block begins like this: {line[:60]}")
    text = ("**" if bold else "") + bare[label.end() :]
    if label[1].startswith("("):
        return Block(
            "part", text, level=2 if label[1].strip("()") in ("i", "ii", "iii") else 1, label=label[1]
        )
    kind = "item" if item else "recommendation" if label[1].count(".") > 1 else numbered
    return Block(kind, text, label=label[1])
