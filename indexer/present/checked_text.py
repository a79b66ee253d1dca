"""What to look at, as text and as JSON lines: what could not be read, then documents, worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.model import CheckLine
from indexer.present.style import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indexer.model import Finding, ParseReport
    from indexer.present.answers import Checked, Listed
    from indexer.present.style import Style

_MOST = 3
"""Findings of one sort that the text shows for a document; with more it has one fault many times."""


def check_text(checked: Checked, style: Style) -> Iterator[str]:
    """The lines of everything found, under a heading for each sort, and a summary at the end."""
    yield from _list("index", [("damaged", text) for text in checked.integrity], style)
    yield from _list("could not be read", _rows(checked.failures), style)
    looked = [report for report in checked.reports if report.findings]
    if looked:
        yield style.bold(f"to look at ({len(looked)})")
        for report in looked:
            yield from _report(report)
    copies = [("copies", f"{name}: {', '.join(paths)}") for name, paths in checked.copies.items()]
    yield from _list("the same id in several files", copies, style)
    yield from _list("the same content under another name", _rows(checked.duplicates), style)
    yield _summary(checked, len(looked))


def check_values(checked: Checked) -> Iterator[CheckLine]:
    """A value to be written as JSON for each thing found, in the same order, and for each sound document."""
    for text in checked.integrity:
        yield CheckLine(state="damaged-index", reason=text)
    for entry in checked.failures:
        yield CheckLine(state="failed", path=entry.path, code=entry.code, reason=entry.reason)
    for entry in checked.duplicates:
        yield CheckLine(state="duplicate", path=entry.path, code=entry.code, reason=entry.reason)
    for name, paths in checked.copies.items():
        yield CheckLine(state="copies", id=name, paths=tuple(paths))
    for report in checked.reports:
        yield CheckLine(
            state="read",
            path=report.path,
            symbol=report.symbol,
            language=report.language,
            pages=report.pages,
            records=report.records,
            numbered=report.numbered,
            method=report.method,
            findings=report.findings,
            characters=report.characters,
        )


def _rows(entries: Sequence[Listed]) -> list[tuple[str, str]]:
    return [(entry.code, f"{entry.path}: {entry.reason}") for entry in entries]


def _list(title: str, rows: Sequence[tuple[str, str]], style: Style) -> Iterator[str]:
    if not rows:
        return
    yield style.bold(f"{title} ({len(rows)})")
    width = max(len(code) for code, _ in rows)
    for code, text in rows:
        yield f"  {code.ljust(width)}  {clean(text)}"


def _report(report: ParseReport) -> Iterator[str]:
    name = clean(report.symbol or report.path)
    beside = f" ({clean(report.path)})" if report.symbol else ""
    yield f"  {name}{beside}: {counted(report.records, 'paragraph')}, {counted(report.pages, 'page')}"
    sorts: dict[str, list[Finding]] = {}
    for finding in report.findings:
        sorts.setdefault(finding.code, []).append(finding)
    width = max(map(len, sorts))
    for code, findings in sorts.items():
        for finding in findings[:_MOST]:
            page = "" if finding.page is None else f"page {finding.page}: "
            yield f"    {code.ljust(width)}  {page}{clean(finding.text)}"
        if len(findings) > _MOST:
            yield f"    {code.ljust(width)}  and {len(findings) - _MOST:,} more (--format jsonl has all)"


def _summary(checked: Checked, looked: int) -> str:
    parts = [f"{counted(len(checked.reports), 'document')} read, {looked} to look at"]
    parts.append(f"{len(checked.failures)} could not be read")
    if checked.duplicates:
        parts.append(counted(len(checked.duplicates), "duplicate"))
    if checked.integrity:
        parts.append("the index is damaged")
    return "; ".join(parts)


def counted(number: int, noun: str) -> str:
    """The number with its noun: "1 page", "2,600 pages"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
