"""A designed report as a web page, which a browser prints."""

from __future__ import annotations

import html
from itertools import groupby
from typing import TYPE_CHECKING

from tests.evaluation.layouts.report import NOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.evaluation.layouts.report import Block, Report
    from tests.evaluation.layouts.style import Style

_INK = "#1f5f8b"
_BESIDE = 48  # mm: the strip of headings beside the text, and the room to it
_HEADINGS = {
    "bold": "font-weight:bold", "large": "font-weight:normal",
    "small capitals": "font-weight:bold;font-variant:small-caps",
    "colour": f"font-weight:normal;color:{_INK}",
    "bold colour": f"font-weight:bold;color:{_INK}", "italic": "font-weight:normal;font-style:italic",
    "band": f"background:{_INK};color:white;padding:1mm 2mm", "rule": f"border-top:1pt solid {_INK}",
    "beside": f"float:left;width:{_BESIDE - 8}mm;margin:0 0 0 -{_BESIDE}mm",
}  # fmt: skip
_HEADS = {
    "none": "",
    "title": "@page{@top-left{content:'Coast report'}@bottom-center{content:counter(page)}}",
    "outside": "@page:left{@top-left{content:counter(page) '  Coast report'}}"
    "@page:right{@top-right{content:'Coast report  ' counter(page)}}",
}
_QUOTES = {
    "none": "", "left": "float:left;width:38%;margin:1mm 5mm 2mm 0",
    "right": "float:right;width:38%;margin:1mm 0 2mm 5mm",
    "between rules": f"margin:4mm 0;border:solid {_INK};border-width:1.5pt 0;padding:2mm 0",
}  # fmt: skip
_BOXES = {"none": "", "tinted": "background:#e8eef4", "framed": f"border:1pt solid {_INK}"}
_TABLES = {
    "none": "",
    "banded": "tr:nth-child(even){background:#e9e9e9}",
    "ruled": "td{border:solid;border-width:.5pt 0}",
}
_MESSAGES = {"none": "", "tinted": "background:#f3efe2", "framed": f"border:.75pt solid {_INK}"}
_BULLETS = {"none": "none", "disc": "disc", "square": "square"}


def page_of(report: Report) -> str:
    """The page."""
    body = "".join(_chapters(report))
    title = html.escape(report.title)
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title>"
        f"<style>{_sheet(report.style)}</style><h1>{title}</h1>{body}</html>"
    )


def _sheet(style: Style) -> str:
    """How it is set."""
    size, larger = style.points("size"), style.points("larger")
    strip = _BESIDE if style["section look"] == "beside" else 0
    opens = "break-before:page" if style["chapters"] != "run on" else ""
    return f"""
@page{{size:{style["page"]};margin:22mm 20mm;font:8pt '{style["face"]}'}} {_HEADS[style["head"]]}
body{{font:{size}pt/{style["leading"]} '{style["face"]}';text-align:{style["align"]};margin:0 0 0 {strip}mm}}
p{{margin:0 0 .7em;text-indent:{style["indent"]}em}} h1,h2,h3{{text-align:left;line-height:1.2}}
h1{{font-size:{2.3 * size}pt}} h2,h3{{break-after:avoid;break-inside:avoid;clear:both;margin:1.2em 0 .5em}}
h2{{font-size:{larger * size}pt;{_HEADINGS[style["heading look"]]}}}
h3{{font-size:{size}pt;{_HEADINGS[style["section look"]]}}}
section{{{opens}}} .columns{{column-count:{style["columns"]};column-gap:8mm}}
.numeral{{font-size:{6 * size}pt;line-height:1;color:{_INK};margin:0;text-indent:0}}
.lead{{font-size:{1.3 * size}pt;line-height:1.35;color:{_INK};text-align:left;text-indent:0}}
.quote{{{_QUOTES[style["pull quotes"]]};font-size:{1.5 * size}pt;line-height:1.25;text-align:left;
color:{_INK};break-inside:avoid;clear:both}}
.box{{{_BOXES[style["boxes"]]};padding:3mm 4mm;margin:1em 0;break-inside:avoid}} .box p{{text-indent:0}}
.messages{{{_MESSAGES[style["messages"]]};padding:3mm 4mm;margin:1em 0;break-inside:avoid;clear:both}}
.messages p{{text-indent:0}} .messages ul{{column-count:2;column-gap:8mm}} .messages li{{break-inside:avoid}}
ul{{list-style:{_BULLETS[style["bullets"]]};margin:.3em 0 .8em;padding-left:7mm}} li{{margin-bottom:.3em}}
sup{{font-size:.65em;line-height:0}} .note{{font-size:{0.8 * size}pt;margin:0 0 .2em;text-indent:0}}
.figures{{display:flex;flex-wrap:wrap;gap:0 6mm;margin:1em 0;break-inside:avoid}}
.figures b{{display:block;font-size:{2.5 * size}pt;line-height:1.1;color:{_INK}}}
table{{border-collapse:collapse;width:100%;clear:both;margin:0 0 1em;
font-size:{0.9 * size}pt;break-inside:avoid}} td{{padding:1mm 2mm}}
{_TABLES[style["table"]]} .caption{{font-size:{0.85 * size}pt;font-weight:bold;text-indent:0;clear:both;
break-after:avoid}}"""


def _chapters(report: Report) -> Iterator[str]:
    """The chapters, each in columns of its own."""
    style, opened = report.style, False
    for kind, group in groupby(report.blocks, lambda block: block.kind == "bullet"):
        if kind:
            yield "<ul>" + "".join(f"<li>{_words(block.text)}</li>" for block in group) + "</ul>"
            continue
        for block in group:
            if block.kind == "heading" and block.level == 1:
                yield "</div></section>" if opened else ""
                numeral = (
                    f"<p class=numeral>{block.label}</p>" if style["chapters"] == "large numeral" else ""
                )
                yield f"<section>{numeral if block.label else ''}<h2>{_words(block.text)}</h2>"
                yield "<div class=columns>"
                opened = True
            else:
                yield _block(block)
    yield "</div></section>"


def _block(block: Block) -> str:
    """What is neither the heading of a chapter nor an entry of a list."""
    words = _words(block.text)
    if block.kind == "heading":
        return f"<h3>{words}</h3>"
    if block.kind == "quote":
        return f"<div class=quote>{words}</div>"
    if block.kind == "note":
        return f"<p class=note>{block.label} {words}</p>"
    if block.kind == "messages":
        points = "".join(f"<li>{_words(point)}</li>" for (point,) in block.rows)
        return f"<div class=messages><p>{words}</p><ul>{points}</ul></div>"
    if block.kind == "figure":
        return "<div class=figures>" + "".join(f"<div><b>{a}</b>{b}</div>" for a, b in block.rows) + "</div>"
    if block.kind == "table":
        rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in block.rows)
        return (
            f"<p class=caption>{words}</p><table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
        )
    paragraph = f"<p class={'lead' if block.kind == 'lead' else 'text'}>{words}</p>"
    return f"<div class=box>{paragraph}</div>" if block.boxed else paragraph


def _words(text: str) -> str:
    """A text with its marks of notes raised."""
    return NOTE.sub(lambda found: f"<sup>{int(found[1]) + 1}</sup>", html.escape(text, quote=False))
