"""What must be read out of each sample: known from what was printed, not from any parser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import regex

if TYPE_CHECKING:
    from pathlib import Path

    from markup import Block, Report

UNITS = ("paragraph", "operative", "recommendation", "item", "preamble", "text", "table")


class Reader:
    """Goes through the blocks and keeps the headings, the scope and the counters."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.units: list[dict[str, Any]] = []
        self.section: list[str] = []
        self.scope = ""
        self.above = ""
        self.counts: dict[str, int] = {}
        self.page = int(report.head["page"]) if "page" in report.head else None

    def run(self) -> list[dict[str, Any]]:
        """The expected records in order."""
        for block in self.report.blocks:
            if block.kind == "heading":
                self.section = [*self.section[: block.level - 1 + bool(self.scope)], block.plain]
            elif block.kind == "annex":
                self.section = [*(self.section if self.scope else []), block.plain]
                self.scope = "annex."
            elif block.kind == "part":
                self._part(block)
            elif block.kind == "row" and self.units[-1]["kind"] == "table":
                self._extend(block)
            elif block.kind == "row" or block.kind in UNITS:
                self._unit(block)
        return self.units

    def _unit(self, block: Block) -> None:
        number = block.label.rstrip(".") or None
        kind = "table" if block.kind == "row" else block.kind
        self.units.append(
            {
                "address": self._address(kind, number),
                "kind": kind,
                "number": number,
                # a page copied from a site says which it was
                "page": self.page,
                "page_end": self.page,
                "section": list(self.section),
                # a caption may stand at the head of a table or not
                "first": "" if kind == "table" else " ".join(block.plain.split()[:5]),
                "last": "",
                "notes": [],
                "parts": [],
            }
        )
        self._extend(block)

    def _address(self, kind: str, number: str | None) -> str:
        if kind == "item":
            return f"{self.above}.{number}"
        if kind in ("preamble", "text", "table"):
            self.counts[kind] = self.counts.get(kind, 0) + 1
            short = {"preamble": "pp", "table": "tab"}.get(kind)
            # unnumbered blocks are counted with those of the masthead, if a parser keeps any
            return f"{self.scope}{short}{self.counts[kind]}" if short else ""
        address = f"{self.scope}p{number}"
        if kind != "recommendation":
            self.above = address
        return address

    def _part(self, block: Block) -> None:
        unit = self.units[-1]
        letter = block.label.strip("()")
        outer = next(
            (p for p in reversed(unit["parts"]) if p.count(".") == unit["address"].count(".") + 1), ""
        )
        unit["parts"].append(f"{outer if block.level == 2 else unit['address']}.{letter}")
        self._extend(block)

    def _extend(self, block: Block) -> None:
        unit = self.units[-1]
        unit["last"] = " ".join(regex.sub(r"\s*\|\s*", " ", block.plain).split()[-4:])
        unit["notes"] += block.marks
        if block.pages:
            unit["page"] = unit["page"] or block.pages[0]
            unit["page_end"] = block.pages[-1]


def write(report: Report, file: str, folder: Path) -> None:
    """Write FOLDER/FILE.jsonl: a line about the document, then a line for each record."""
    head = {"file": file, "symbol": report.head["symbol"], "language": report.head.get("language", "en")}
    lines = [head, *Reader(report).run()]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (folder / f"{file}.jsonl").write_text(text, encoding="utf-8")
