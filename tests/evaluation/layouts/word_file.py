"""Reports as Word files, with styles, lists, notes and tables as a person would make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from tests.evaluation.layouts.style import MORE_NUMBERS
from tests.evaluation.layouts.word_parts import around, half_points, label, marks_of, paragraph, parts_of, run
from tests.evaluation.layouts.word_scripts import rendered
from tests.evaluation.word.package import write_package

if TYPE_CHECKING:
    from pathlib import Path

    from tests.evaluation.layouts.report import Block, Report

_PAGES = {"A4": (11906, 16838), "letter": (12240, 15840)}
_TAB = {"1": 680, "2": 360}  # twentieths of a point, by the number of columns
_FACES = {"<b>": "<w:b/>", "<i>": "<w:i/>", "</b>": "", "</i>": ""}
_PARTS = regex.compile(r"(</?[bi]>|\{\d+\})")


def write(report: Report, path: Path) -> Path:
    """Write a report as a Word file."""
    return _Writer(report).write(path)


class _Writer:
    """Writes the parts of one Word file."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._style = report.style
        self._size = half_points(report)
        self._indent = report.style["indent"]
        self._tab = _TAB[report.style["columns"]]

    def write(self, path: Path) -> Path:
        style = self._style
        high = "".join(
            self._block(block) for block in self._report.blocks if block.kind in ("masthead", "title")
        )
        low = "".join(
            self._block(block) for block in self._report.blocks if block.kind not in ("masthead", "title")
        )
        if style["columns"] == "2":
            high += f"<w:p><w:pPr>{self._section(columns=1)}</w:pPr></w:p>"
        body = high + low + self._section(columns=int(style["columns"]), continuous=style["columns"] == "2")
        parts = {"document": body, **parts_of(self._report)}
        language, seed = style["language"], self._report.seed
        parts = {name: rendered(part, name, language, seed) for name, part in parts.items()}
        return write_package(path, parts.pop("document"), **parts)

    def _section(self, *, columns: int, continuous: bool = False) -> str:
        wide, high = _PAGES[self._style["page"]]
        margin = round(20 * self._style.points("margin")) + (self._tab if self._indent == "margin" else 0)
        used = "".join(
            f'<w:{part}Reference w:type="{kind}" r:id="{part}{number}"/>'
            for part in ("header", "footer")
            for number, kind in ((1, "default"), (2, "even"), (3, "first"))
        )
        begins, ends = (
            ('<w:type w:val="continuous"/>', "")
            if continuous
            else (used, "<w:titlePg/>" * (self._report.opens == 1))
        )
        return (
            f"<w:sectPr>{begins}"
            f'<w:pgSz w:w="{wide}" w:h="{high}"/><w:pgMar w:top="1440" w:bottom="1300" w:left="{margin}" '
            f'w:right="{margin}" w:header="600" w:footer="600" w:gutter="0"/>'
            f'{self._counted()}<w:cols w:num="{columns}" w:space="480"/>{ends}</w:sectPr>'
        )

    def _counted(self) -> str:
        """From which number on pages are counted."""
        opens = self._report.opens
        return f'<w:pgNumType w:start="{opens}"/>' if opens > 1 else ""

    # -- blocks ------------------------------------------------------------------------------------

    def _block(self, block: Block) -> str:
        make = {
            "masthead": self._masthead, "heading": self._heading, "table": self._table,
            "contents": self._contents,
        }.get(block.kind, self._text)  # fmt: skip
        return make(block)

    def _text(self, block: Block) -> str:
        first = {"margin": -self._tab, "first line": self._tab}.get(self._indent, 0)
        step = self._tab * (1 if self._indent in ("margin", "flush", "first line") else 2)
        match block.kind:
            case "figure":
                return ""
            case "title":
                return paragraph("", run(block.text, f'<w:b/><w:sz w:val="{self._size + 8}"/>'))
            case "caption":
                return paragraph("<w:keepNext/>", run(block.text, "<w:b/>"))
            case "numbered":
                return self._numbered(block, first)
            case "signature":
                place = "" if self._style.values.get("signature") == "right" else '<w:ind w:left="4500"/>'
                side = "left" if place else "right"
                return paragraph(f'{place}<w:jc w:val="{side}"/>', self._runs(block.text))
            case "quote":
                return paragraph(f'<w:ind w:left="{step}" w:right="400"/>', self._runs(block.text))
            case "bullet" | "letter" | "item":
                left = step + max(block.level, 1) * self._tab
                return paragraph(
                    f'<w:ind w:left="{left}" w:hanging="{self._tab}"/>',
                    label(block.label) + self._runs(block.text),
                )
            case "point":
                return paragraph(f'<w:ind w:left="{step}"/>', label(block.label) + self._runs(block.text))
            case _:
                indent = self._tab if self._indent == "first line" and block.kind == "plain" else 0
                frame = "".join(
                    f'<w:{side} w:val="single" w:sz="6" w:space="4"/>' for side in ("left", "right")
                )
                frame = f"<w:pBdr>{frame}</w:pBdr>" if block.boxed else ""
                return paragraph(f'{frame}<w:ind w:firstLine="{indent}"/>', self._runs(block.text))

    def _numbered(self, block: Block, first: int) -> str:
        left = self._tab if self._indent == "hanging" else 0
        begins = first - left if self._indent == "hanging" else first
        kind = f'w:hanging="{-begins}"' if begins < 0 else f'w:firstLine="{begins}"'
        place = f'<w:tabs><w:tab w:val="left" w:pos="{first + self._tab}"/></w:tabs>'
        place += f'<w:ind w:left="{left}" {kind}/>'
        if self._style["automatic"] == "yes" and self._style["numbers"] != "1.1":
            number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{block.sequence}"/></w:numPr>'
            return paragraph(number + place, self._runs(block.text))
        face = "<w:b/>" if self._style["numbers"].startswith("bold") else ""
        return paragraph(place, label(block.label, face) + self._runs(block.text))

    def _runs(self, text: str) -> str:
        runs, face = "", ""
        marks = marks_of(self._report)
        for part in filter(None, _PARTS.split(text)):
            if part.startswith("{"):
                number = int(part[1:-1])
                custom = ' w:customMarkFollows="1"' if marks[number] else ""
                inside = f'<w:footnoteReference{custom} w:id="{number + 1}"/>'
                inside += f"<w:t>{marks[number]}</w:t>" if marks[number] else ""
                mark = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{inside}</w:r>'
                runs += around(self._report, mark)
            elif part == "<i>" and self._style.is_underlined():
                face = '<w:u w:val="single"/>'
            elif part in _FACES:
                face = _FACES[part]
            else:
                runs += run(part, face)
        return runs

    def _heading(self, block: Block) -> str:
        look = self._style["heading look"]
        level = max(block.level, 1)
        face = "" if look.startswith("capitals") else "<w:i/>" if look == "italic" else "<w:b/>"
        if level > 1:
            bold = look.startswith("capitals") and level == 2
            face = "<w:b/>" if bold or self._style["language"] in MORE_NUMBERS else "<w:i/>"
        if look == "larger" and level == 1:
            face += f'<w:sz w:val="{self._size + 6}"/>'
        centred = (
            '<w:jc w:val="center"/>' if look.endswith("centred") and level < 3 else '<w:jc w:val="left"/>'
        )
        # every second report has headings by hand, without styles
        named = (
            f'<w:pStyle w:val="H{level}"/>'
            if self._report.seed % 2
            else '<w:keepNext/><w:spacing w:before="240"/>'
        )
        breaks = "<w:pageBreakBefore/>" if block.level == 0 else ""
        runs = "<w:r><w:br/></w:r>".join(run(line, face) for line in block.text.split("\n"))
        return paragraph(named + breaks + centred, runs)

    def _masthead(self, block: Block) -> str:
        tab = (
            '<w:tabs><w:tab w:val="left" w:pos="6400"/></w:tabs><w:spacing w:after="0"/><w:jc w:val="left"/>'
        )
        return "".join(
            paragraph(tab, run(left, "<w:b/>") + "<w:r><w:tab/></w:r>" + run(right))
            for left, right in block.rows
        )

    def _contents(self, block: Block) -> str:
        end = 4400 if self._style["columns"] == "2" else 7000
        tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{end}"/></w:tabs><w:jc w:val="left"/>'
        entries = (paragraph(tab, run(text) + "<w:r><w:tab/></w:r>" + run(page)) for text, page in block.rows)
        return paragraph("<w:keepNext/>", run(block.text, "<w:b/>")) + "".join(entries)

    def _table(self, block: Block) -> str:
        sides = ("top", "bottom", "insideH")
        kind = "single" if self._style["table"] == "ruled" else "none"
        edges = "".join(f'<w:{side} w:val="{kind}" w:sz="4" w:space="0"/>' for side in sides)
        wide = 1100 if self._style["columns"] == "2" else 1900
        grid = f'<w:gridCol w:w="{wide}"/>' * len(block.rows[0])
        rows = "".join(
            "<w:tr>"
            + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>'
                + paragraph('<w:spacing w:after="0"/>', run(cell))
                + "</w:tc>"
                for cell in row
            )
            + "</w:tr>"
            for row in block.rows
        )
        properties = f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr>"
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
