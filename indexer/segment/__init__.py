"""Extracted document -> records with page, section and number; the rules are measured on real reports."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from indexer.errors import NotAReportError
from indexer.grammar.language import guess_language
from indexer.grammar.patterns import lazy
from indexer.model import Heading, ParsedDocument
from indexer.segment.act_headings import above_organs, find_acts
from indexer.segment.alternating import split_turns
from indexer.segment.articles import with_articles
from indexer.segment.binding import NoteFinder
from indexer.segment.candidates import find_candidates
from indexer.segment.compilations import counted, join_documents, split_documents
from indexer.segment.facing import join_languages, split_languages
from indexer.segment.facts import gather_facts, own_symbols
from indexer.segment.furniture import page_labels
from indexer.segment.headings import HeadingFinder
from indexer.segment.inner_lines import keep_inner
from indexer.segment.items import set_gaps
from indexer.segment.line_starts import is_option
from indexer.segment.lost_numbers import with_lost
from indexer.segment.meetings import is_record_of_meeting
from indexer.segment.numbering import NumberingReader
from indexer.segment.panels import find_boxed
from indexer.segment.records import RecordBuilder
from indexer.segment.reply_rows import with_replies_apart
from indexer.segment.report import count_characters, make_report
from indexer.segment.ruled_headings import mark_ruled
from indexer.segment.scopes import ACT, is_enacting, read_scope
from indexer.segment.sheets import on_sheets
from indexer.segment.sorting import sort_lines
from indexer.segment.tables import above_tables
from indexer.segment.titles import names_agenda
from indexer.segment.type_size import enlarged, scale_to_usual
from indexer.segment.underlines import find_underlined
from indexer.segment.units import Assembler

if TYPE_CHECKING:
    from indexer.grammar.symbols import DocumentSymbol
    from indexer.model import ExtractedDocument
    from indexer.segment.items import Item
    from indexer.segment.masthead import Masthead
    from indexer.segment.measures import Measures
    from indexer.segment.number_sequences import Numbering
    from indexer.segment.unit import HeadingLine

__all__ = ["segment"]

_ERROR_PAGE = lazy(
    r"does not exist in the Official Document System|"
    r"\b40[34]\b.{0,40}(?:not found|forbidden)|page (?:was )?not found|"
    r"access denied|"
    r"request (?:was )?blocked|no existe en el Sistema de Archivo de Documentos",
    ignore_case=True,
)
_ERROR_LENGTH = 1500  # visible characters: an error page is short
_SHOWN = 90  # characters of an error page that the reason quotes
_MASTHEAD = 3  # lines of an official masthead: the first page of an excerpt may have one or two by chance


def segment(document: ExtractedDocument) -> ParsedDocument:
    """Return the records of a file with their headings, what was set aside, and the report on the reading.

    Where it holds several documents, each is read for itself.

    Raises:
        NotAReportError: The file is an error page that a document server sent.
    """
    if not document.paged:
        from indexer.segment.dump import break_dump  # noqa: PLC0415 -- compiles patterns that no PDF needs

        document = break_dump(document)
    _refuse_error_page(document)
    parts = split_documents(document)
    parsed = join_documents([_read_languages(one) for one in parts])
    pages = counted(page for part in parts for page in part.pages)
    return on_sheets(parsed, pages) if any(page.sheet for page in pages) else parsed


def _read_languages(document: ExtractedDocument) -> ParsedDocument:
    """Return what is read of one document in each of its languages, which are two as a whole as well."""
    versions = split_languages(document)
    if len(versions) == 1:
        versions = split_turns(document)
    parsed = [_segment(one) for one in versions]
    if len(parsed) == 1:
        return parsed[0]
    if len({one.report.language for one in parsed}) == 1:
        return _segment(document)
    return join_languages(parsed, pages=len(document.pages))


def _segment(document: ExtractedDocument) -> ParsedDocument:
    """Return what is read of one document."""
    scale = scale_to_usual(document)
    document = with_replies_apart(enlarged(document, scale))
    items, live, measures, notes, masthead = sort_lines(document)
    body = [item for item in live if item.place == "" and item.line.role != "aside"]
    set_gaps(body)
    keep_inner(body)
    finder = HeadingFinder(body, measures, find_underlined(body, document.pages))
    mark_ruled(body, finder.looks, document.pages)
    symbols = own_symbols(items, masthead.cues)
    scanned = frozenset(page.number for page in document.pages if page.scanned)
    numbering = _read_numbering(
        body, measures, finder, above_tables(live), masthead, symbols=symbols, scanned=scanned
    )
    flow = [item for item in live if item.place in ("", "table")]
    units, found = Assembler(
        flow,
        body,
        measures,
        numbering,
        finder,
        records_of_meeting=is_record_of_meeting(symbols, body),
        boxed=find_boxed(flow, document.pages),
        contents=min((item.index for item in live if item.place == "contents"), default=math.inf),
    ).run()
    language = guess_language("\n".join(item.text for item in flow))
    facts = gather_facts(document, symbols, masthead, language, page_labels(items))
    note_finder = NoteFinder(notes, raised=any(item.line.raised for item in items))
    builder = RecordBuilder(document, facts, notes, note_finder, items, scale=scale)
    records = with_articles(tuple(builder.build(units, _with_marks(items, found))))
    numbering.unread = [c for c in numbering.unread if not c.minor and body[c.at].place == ""]
    unbound = [note for note in notes if id(note) not in note_finder.bound and note.mark[:1] not in ("*", "")]
    characters = count_characters(items, records, notes, builder)
    return ParsedDocument(
        records=records,
        headings=tuple(
            Heading(text=h.text, page=h.items[0].page, level=h.level, before=h.units_before + 1)
            for h in found
        ),
        furniture=tuple(item.text for item in items if item.place == "furniture"),
        report=make_report(document, records, numbering, unbound, characters),
    )


def _with_marks(items: list[Item], headings: list[HeadingLine]) -> list[tuple[Item, int]]:
    """Return the lines of titles and headings, which may have note marks, with the number of units before."""
    titles = [(item, 0) for item in items if item.place == "title"]
    first_page = [item for item in items if item.page == items[0].page]
    titles += [(item, 0) for item in first_page if item.place == "furniture"]  # "provisional agenda*"
    return [*titles, *((item, heading.units_before) for heading in headings for item in heading.items)]


def _refuse_error_page(document: ExtractedDocument) -> None:
    text = ""
    for page in document.pages:
        text += "\n".join([line.text for line in page.lines]) + "\n"
        if len(text) > _ERROR_LENGTH:
            return  # nearly all
    if _ERROR_PAGE.search(text):
        words = " ".join(text.split())
        first = words if len(words) <= _SHOWN else words[:_SHOWN].rpartition(" ")[0] + " …"
        raise NotAReportError(
            document.source.path, f'this is an error page of a document server, not a report: "{first}"'
        )


def _read_numbering(
    body: list[Item],
    measures: Measures,
    finder: HeadingFinder,
    above: frozenset[int],
    masthead: Masthead,
    *,
    symbols: tuple[DocumentSymbol, ...],
    scanned: frozenset[int],
) -> Numbering:
    """Return which lines begin with the number of a unit; what stands above a table begins with none.

    Args:
        body: The lines.
        measures: Of them.
        finder: Of headings.
        above: What stands above a table.
        masthead: Of the document: with one it is whole.
        symbols: The document's own, as a resolution alone in its file has one.
        scanned: Pages whose words were recognised in a picture.
    """
    headings = [at for at, item in enumerate(body) if not item.inner and finder.looks(at)]
    scopes = [
        at for at, item in enumerate(body) if not item.inner and finder.may_head(at) and read_scope(item.text)
    ]
    enacting = [at for at, item in enumerate(body) if not item.inner and is_enacting(item.text)]
    options = [at for at, item in enumerate(body) if not item.inner and is_option(item.text)]
    titles_of_tables = {at for at in headings if body[at].index in above}
    no_units = titles_of_tables | finder.worded | above_organs(enacting, set(headings))
    candidates = [c for c in find_candidates(body, measures) if c.at not in no_units]
    others = sorted({*scopes, *enacting, *finder.parts})
    if scanned:
        candidates = with_lost(candidates, body, measures, scanned, no_units | set(headings), scopes=others)
    agenda, whole = names_agenda(masthead.title), masthead.cues >= _MASTHEAD
    addendum = any(mod.startswith("Add.") for symbol in symbols for mod in symbol.mods)
    numbering = NumberingReader(
        candidates, others, headings, options, agenda=agenda, whole=whole, addendum=addendum
    ).read()
    acts = {act.slug for at in scopes if (act := read_scope(body[at].text)) and act.rank == ACT}
    acts.update(find_acts(body))
    numbering.of_act = len(acts) > 1 or (
        not symbols and any("." in act or act.count("-") > 1 for act in acts)
    )
    return numbering
