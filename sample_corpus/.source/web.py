"""The samples without paper: a web page, and a page of text copied from a site as one line."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from markup import MARK

if TYPE_CHECKING:
    from pathlib import Path

    from markup import Block, Report

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{symbol} - {title}</title>
<style>nav {{ float: right }}</style>
<script>var visited = "no record of this";</script>
</head>
<body>
<nav><a href="#">Home</a> <a href="#">Documents</a> <a href="#">Search</a></nav>
<main>
<p>United Nations</p>
<p>{symbol}</p>
<p>{organ}</p>
<p>Distr.: General<br>{date}<br>Original: English</p>
{session}
<h1>{cover}</h1>
{body}
<hr>
{notes}
</main>
<footer>This page was written for a test and is kept on no server.</footer>
</body>
</html>
"""


def write_page(report: Report, path: Path) -> None:
    """Write a report as a web page."""
    head = {key: escape(text) for key, text in report.head.items()}
    notes = "\n".join(
        f'<p id="fn{mark}"><sup>{mark}</sup> {escape(text)}</p>' for mark, text in report.notes.items()
    )
    session = "\n".join(f"<p>{line}</p>" for line in head.pop("session").split(" / "))
    body = "\n".join(map(_element, report.blocks))
    path.write_text(PAGE.format(**head, session=session, body=body, notes=notes), encoding="utf-8")


def _element(block: Block) -> str:
    text = MARK.sub(r'<sup><a href="#fn\1">\1</a></sup>', escape(block.text))
    if block.kind == "heading":
        return f"<h{block.level + 1}>{text}</h{block.level + 1}>"
    return f"<p>{block.label}&nbsp;{text}</p>"


def write_dump(report: Report, path: Path) -> None:
    """Write a page as one line, with the words that a site leaves at the end of what is copied from it."""
    words = [f"{report.head['symbol']} page {report.head['page']}"]
    words += [f"{block.label} {block.text}".strip() for block in report.blocks]
    path.write_text(" ".join(words) + "\n\nSelect target paragraph3", encoding="utf-8")
