"""Markdown -> lines, by way of the web page it stands for."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import regex

from indexer.errors import EmptyReportError, LimitError
from indexer.extract.decode import decode
from indexer.extract.html import read_page
from indexer.extract.html_source import parse_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from indexer.model import ExtractedDocument, SourceFile

MOST_BYTES = 8 << 20
"""The longest report is some 3 MB of text; its tokens take forty times the bytes."""

DEEPEST = 60
"""Levels of quotations and lists: the parser leaves out what lies deeper, so such a file is refused."""

_FRONT = regex.compile(r"\A---[ \t]*\n(?:(?!---)[^\n]*\n){1,200}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
"""Facts about the file that site builders put above its text."""

_TITLE = regex.compile(r"^title:(?P<title>.*)$", regex.M)
_QUOTED = regex.compile(r"([\"'])(?P<title>.*)\1")
_DEEP = regex.compile(rf"^(?:[ \t]*(?:>|[-*+]|\d{{1,9}}[.)])(?=[ \t>])){{{DEEPEST},}}", regex.M)


class MarkdownExtractor:
    """Reads CommonMark with tables and footnotes; items keep the numbers that are written."""

    def extract(self, source: SourceFile) -> ExtractedDocument:
        """One page of lines.

        Raises:
            DamagedReportError: The bytes are no text.
            EmptyReportError: There is nothing in the file.
            LimitError: The file is too large to be a report, or nested too deep.
        """
        if source.size > MOST_BYTES:
            raise LimitError(source.path, f"{source.size >> 20} MB of Markdown is no report")
        with open(source.location, "rb") as stream:  # noqa: PTH123 -- the path may hold undecodable bytes
            text = decode(stream.read(), source.path).replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip():
            raise EmptyReportError(source.path, "there is nothing but blanks in it")
        if _DEEP.search(text):
            raise LimitError(source.path, "lists and quotations are nested deeper than can be followed")
        front = _FRONT.match(text)
        page = _as_web_page(text[front.end() :] if front else text)
        return read_page(parse_text(page, source), source, _title(front[0]) if front else "")


def _title(front: str) -> str:
    """The title among the facts about a file, without its quotes."""
    found = _TITLE.search(front)
    title = found["title"].strip() if found else ""
    quoted = _QUOTED.fullmatch(title)
    return quoted["title"] if quoted else title


def _as_web_page(text: str) -> str:
    """The web page of a text in Markdown.

    CommonMark counts the items of a list from its first number on; here each keeps its own, since a report
    may leave some out.
    """
    parser = _parser()
    noted: dict[str, Any] = {}
    tokens = parser.parse(text, noted)
    unused = [label[1:] for label, at in noted.get("footnotes", {}).get("refs", {}).items() if at < 0]
    if unused:  # the parser leaves out notes that nothing refers to; as text they stay
        labels = "|".join(map(regex.escape, unused))
        noted = {}
        tokens = parser.parse(
            regex.sub(rf"^([ \t>]*)(?=\[\^(?:{labels})\]:)", r"\1\\", text, flags=regex.M), noted
        )
    for token in tokens:
        if token.type == "list_item_open" and token.info.isdecimal():
            token.attrSet("value", token.info)
    noted["marks"] = _marks(noted.get("footnotes", {}).get("list", {}))
    return f"<body>{parser.renderer.render(tokens, parser.options, noted)}</body>"


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - read only when a file needs it
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415 - as above

    parser = MarkdownIt("commonmark", {"maxNesting": 4 * DEEPEST}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    parser.add_render_rule("footnote_ref", _note_mark)
    parser.add_render_rule("footnote_open", _note)
    parser.add_render_rule("footnote_anchor", _nothing)
    return parser


def _marks(notes: Mapping[int, Mapping[str, Any]]) -> dict[int, str]:
    """The number of each note as its author gave it, else the next that is free."""
    labels = {at: str(note.get("label", "")) for at, note in notes.items()}
    given = {label for label in labels.values() if label.isdecimal()}
    free = (mark for mark in map(str, count(1)) if mark not in given)
    return {at: label if label in given else next(free) for at, label in labels.items()}


def _note_mark(_: object, tokens: Sequence[Token], at: int, _options: object, noted: dict[str, Any]) -> str:
    mark = noted["marks"][tokens[at].meta["id"]]
    return f'<sup><a href="#fn{mark}">{mark}</a></sup>'


def _note(_: object, tokens: Sequence[Token], at: int, _options: object, noted: dict[str, Any]) -> str:
    mark = noted["marks"][tokens[at].meta["id"]]
    return f'<li id="fn{mark}" value="{mark}">'


def _nothing(*_: object) -> str:
    """In place of the arrow that leads back."""
    return ""
