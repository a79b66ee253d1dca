from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from indexer.discover import source_file
from indexer.errors import DamagedReportError, EncryptedReportError, LimitError, ReportError
from indexer.extract import extract
from indexer.extract.docx import DocxExtractor
from indexer.model import SourceFile
from indexer.segment import segment

if TYPE_CHECKING:
    from tests.unit.extract.conftest import ReadDocx, WriteDocx

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "documents" / "i_word"
BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"
LONG = "The Working Group considered how minorities take part in public life and adopted its report. "


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, properties: str = "") -> str:
    inside = "".join(part if part.startswith("<") else run(part) for part in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def styled(style: str, text: str) -> str:
    return p(text, properties=f'<w:pStyle w:val="{style}"/>')


def table(*rows: list[str]) -> str:
    def cell(content: str) -> str:
        return f"<w:tc>{content if content.startswith('<w:p') else p(content)}</w:tc>"

    inside = "".join("<w:tr>" + "".join(map(cell, row)) + "</w:tr>" for row in rows)
    return f"<w:tbl>{inside}</w:tbl>"


def wrapped(tag: str, inside: str, more: str = "") -> str:
    return f"<w:{tag}{more}>{inside}</w:{tag}>"


def texts(document: object) -> list[str]:
    return [line.text for page in document.pages for line in page.lines]  # type: ignore[attr-defined]  # any document


def symbols(font: str, *codes: str) -> str:
    return "".join(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>' for code in codes)


def field(code: str, result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return char("begin") + instruction + char("separate") + result + char("end")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(run("po") + run("li", "<w:b/>") + run("cy"), "policy", id="runs"),
        pytest.param("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb", id="tab"),
        pytest.param(
            "<w:r><w:t>self</w:t><w:noBreakHyphen/><w:t>deter</w:t><w:softHyphen/><w:t>mine</w:t></w:r>",
            "self-determine",
            id="hyphens",
        ),
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t> a</w:t></w:r>', "• a", id="symbol"),
        pytest.param(symbols("Symbol", "F061", "F0A3", "62", "F0B4"), "α≤β×", id="greek"),
        pytest.param(symbols("Wingdings", "F0FC", "F0A7", "F0E0", "F081", "F025"), "✓▪→①•", id="dingbats"),
        pytest.param(symbols("Arial", "263A", "F0B7", "", "D800", "2"), "☺•", id="symbols-of-no-symbol-font"),
        pytest.param(run("\uf061b", '<w:rFonts w:ascii="Symbol"/>') + run("c"), "αβc", id="text-in-symbols"),
        pytest.param('<w:hyperlink r:id="x">' + run("link") + "</w:hyperlink>", "link", id="link"),
        pytest.param(
            wrapped("ins", run("kept")) + wrapped("del", "<w:r><w:delText>gone</w:delText></w:r>"),
            "kept",
            id="tracked",
        ),
        pytest.param(wrapped("moveFrom", run("from")) + wrapped("moveTo", run("to")), "to", id="moved"),
        pytest.param(wrapped("sdt", wrapped("sdtContent", run("control"))), "control", id="control"),
        pytest.param("<w:smartTag>" + run("tag") + "</w:smartTag>", "tag", id="smart-tag"),
        pytest.param(run("Page ") + field(" PAGE ", run("7")), "Page 7", id="field"),
        pytest.param(
            field("IF</w:instrText></w:r>" + field("X", run("no")) + "<w:r><w:instrText>", run("yes")),
            "yes",
            id="field-in-a-code",
        ),
        pytest.param(wrapped("fldSimple", run("result"), ' w:instr="REF x"'), "result", id="simple-field"),
        pytest.param('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("code"), "", id="endless-field"),
        pytest.param(run("seen") + run("hidden", "<w:vanish/>"), "seen", id="hidden"),
        pytest.param("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1", id="formula"),
        pytest.param(
            "<m:oMath><m:f><m:fPr/><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den>"
            "</m:f><m:r><m:t>+c</m:t></m:r></m:oMath>",
            "a/b+c",
            id="fraction",
        ),
        pytest.param(
            wrapped("r", wrapped("ruby", wrapped("rt", run("kana")) + wrapped("rubyBase", run("漢")))),
            "漢",
            id="ruby",
        ),
        pytest.param(
            "<w:r><mc:AlternateContent><mc:Choice><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t>"
            "</mc:Fallback></mc:AlternateContent></w:r>",
            "new",
            id="alternatives",
        ),
        pytest.param("<w:r><w:t>line\nends are\tspace</w:t></w:r>", "line ends are\tspace", id="white-space"),
        pytest.param("<w:proofErr/>" + run("a") + "<w:commentRangeStart/>" + run("b"), "ab", id="marks"),
    ],
)
def test_content_of_a_paragraph(read_docx: ReadDocx, content: str, text: str) -> None:
    assert texts(read_docx(p(content) + p("end"))) == ([text] if text else []) + ["end"]


def test_line_breaks_go_on_unless_a_number_follows(read_docx: ReadDocx) -> None:
    body = p(
        "<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:br/><w:br/>"
        "<w:t>three</w:t><w:cr/><w:t>12. Four</w:t></w:r>"
    )
    lines = read_docx(body).pages[0].lines
    assert [line.text for line in lines] == ["One", "two", "three", "12. Four"]
    assert [line.starts_block for line in lines] == [True, False, True, True]


def test_a_deleted_paragraph_end_joins_paragraphs(read_docx: ReadDocx) -> None:
    body = p("one ", properties="<w:rPr><w:del/></w:rPr>") + p("two")
    assert texts(read_docx(body)) == ["one two"]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        pytest.param("", ["one"], id="the-last"),
        pytest.param("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", ["one"], id="before-a-table"),
        pytest.param(wrapped("sdt", wrapped("sdtContent", p("two"))), ["one two"], id="before-a-control"),
    ],
)
def test_a_deleted_paragraph_end_loses_no_text(read_docx: ReadDocx, after: str, expected: list[str]) -> None:
    first = p("one ", properties="<w:rPr><w:del/></w:rPr>")
    assert texts(read_docx(first + after)) == expected
    cell = f"<w:tbl><w:tr><w:tc>{first}{after}</w:tc></w:tr></w:tbl>"
    assert texts(read_docx(cell + p("behind"))) == [*expected, "behind"]


def test_a_deleted_paragraph_end_keeps_notes_and_boxes(read_docx: ReadDocx) -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('boxed')}</w:txbxContent></v:textbox></w:pict></w:r>"
    first = p("one", reference(1), box, " ", properties="<w:rPr><w:del/></w:rPr>")
    lines = read_docx(first + p("two", reference(2)), footnotes=FOOTNOTES).pages[0].lines
    assert [(line.mark, line.text) for line in lines] == [
        ("", "boxed"),
        ("", "one1 two2"),
        ("1", "See A/50/1."),
        ("2", "Ibid."),
        ("2", "More."),
    ]


@pytest.mark.parametrize(
    ("content", "warning"),
    [
        pytest.param(wrapped("fldSimple", "", ' w:instr=" AUTONUM "'), "a field AUTONUM is not", id="simple"),
        pytest.param(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>LISTNUM x</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "a field LISTNUM is not",
            id="complex",
        ),
        pytest.param('<w:subDoc r:id="x"/>', "only refers to", id="other-file"),
        pytest.param(
            '<w:r><w:drawing><a:graphic><a:graphicData uri="http://x/2006/chart"/></a:graphic></w:drawing></w:r>',
            "a chart was left out",
            id="chart",
        ),
    ],
)
def test_what_prints_and_is_not_read_is_said(read_docx: ReadDocx, content: str, warning: str) -> None:
    document = read_docx(p("text", content) + p("text", content))
    assert texts(document) == ["text", "text"]
    (said,) = document.warnings
    assert warning in said


def test_embedded_documents_are_said(read_docx: ReadDocx) -> None:
    document = read_docx(p("text") + '<w:altChunk r:id="x"/>')
    assert document.warnings == ("a document embedded in the Word file was left out",)


def test_fields_without_results_that_print_nothing_are_not_said(read_docx: ReadDocx) -> None:
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE "light"</w:instrText></w:r>'
    document = read_docx(p("text", code + '<w:r><w:fldChar w:fldCharType="end"/></w:r>', " more"))
    assert (texts(document), document.warnings) == (["text more"], ())


def style(key: str, name: str, inside: str = "", kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{key}"{more}><w:name w:val="{name}"/>{inside}</w:style>'


STYLES = (
    wrapped("docDefaults", wrapped("rPrDefault", wrapped("rPr", '<w:sz w:val="20"/>')))
    + style("N", "Normal", more=' w:default="1"')
    + style("B", "Bold", wrapped("rPr", '<w:b/><w:sz w:val="28"/>'))
    + style("S", "Strong", wrapped("rPr", "<w:b/>"), "character")
    + style("O", "Mine", wrapped("pPr", '<w:outlineLvl w:val="2"/>'))
    + style("O2", "Mine too", '<w:basedOn w:val="O"/>')
    + style("T", "Title")
    + style("C", "toc 2")
)
STYLES += "".join(
    style(key, name)
    for key, name in (
        ("en", "heading 2"),
        ("fr", "Titre 1"),
        ("es", "Título 3"),
        ("ru", "Заголовок 1"),
        ("zh", "标题 2"),
        ("ar", "عنوان 1"),
        ("ch", "_ H _Ch_G"),
        ("h1", "_ H_1_G"),
        ("h23", "_ H_2/3_G"),
        ("hm", "_ H __M_G"),
        ("txt", "_ Single Txt_G"),
    )
)


@pytest.mark.parametrize(
    ("style", "role", "level"),
    [
        ("N", "", 0),
        ("O", "heading", 3),
        ("O2", "heading", 3),
        ("T", "title", 0),
        ("C", "contents", 0),
        ("en", "heading", 2),
        ("fr", "heading", 1),
        ("es", "heading", 3),
        ("ru", "heading", 1),
        ("zh", "heading", 2),
        ("ar", "heading", 1),
        ("ch", "heading", 1),
        ("h1", "heading", 2),
        ("h23", "heading", 3),
        ("hm", "title", 0),
        ("txt", "", 0),
    ],
)
def test_headings_are_known_by_outline_or_name(
    read_docx: ReadDocx, style: str, role: str, level: int
) -> None:
    (line,) = read_docx(styled(style, "Work of the Office"), styles=STYLES).pages[0].lines
    assert (line.role, line.level) == (role, level)


def test_a_paragraph_with_an_outline_level_is_no_heading(read_docx: ReadDocx) -> None:
    lines = read_docx(styled("O", LONG * 4) + styled("O", LONG.strip()), styles=STYLES).pages[0].lines
    assert [line.role for line in lines] == ["", "heading"]
    own = p("Text", properties='<w:pStyle w:val="O"/><w:outlineLvl w:val="9"/>')
    assert read_docx(own, styles=STYLES).pages[0].lines[0].role == ""


def test_faces_come_from_styles_and_runs(read_docx: ReadDocx) -> None:
    body = (
        p(run("Bold", "<w:b/>"), run(" and "), run("plain", '<w:b w:val="0"/>'))
        + p(run("a", '<w:rStyle w:val="S"/>'), run("bcd"), properties='<w:pStyle w:val="B"/>')
        + p(run("12.  "), run("Notes", "<w:i/>"), run(" with"))
        + p(run("small", '<w:sz w:val="16"/>'))
    )
    bold, toggled, italic, small = read_docx(body, styles=STYLES).pages[0].lines
    assert (bold.bold_lead, round(bold.bold, 2), bold.size) == (4, 0.33, 10)
    assert (toggled.bold, toggled.bold_lead, toggled.size) == (0.75, 0, 14)
    assert (italic.italic_lead, italic.text[4:9]) == (9, "Notes")
    assert small.size == 8


def test_a_plain_note_mark_leaves_a_bold_line_bold(read_docx: ReadDocx) -> None:
    body = p(run("1. Lights", "<w:b/>"), run("14", '<w:vertAlign w:val="superscript"/>'))
    (line,) = read_docx(body).pages[0].lines
    assert (line.text, line.bold, line.raised) == ("1. Lights14", 1.0, ((9, 11),))


@pytest.mark.parametrize(
    ("properties", "text"),
    [
        ("<w:caps/>", "LIGHTSa"),
        ("<w:smallCaps/>", "LIGHTSa"),
        ('<w:caps w:val="0"/>', "Lightsa"),
        ('<w:caps w:val="0"/><w:smallCaps/>', "LIGHTSa"),
    ],
)
def test_capitals_are_those_that_print(read_docx: ReadDocx, properties: str, text: str) -> None:
    mark = run("a", f'{properties}<w:vertAlign w:val="superscript"/>')
    assert texts(read_docx(p(run("Lights", properties), mark))) == [text]


@pytest.mark.parametrize(
    ("properties", "raised"),
    [
        ('<w:vertAlign w:val="superscript"/>', True),
        ('<w:position w:val="7"/><w:sz w:val="17"/>', True),
        ('<w:position w:val="2"/>', False),
        ('<w:position w:val="-7"/>', False),
        ('<w:vertAlign w:val="subscript"/>', False),
        ("", False),
    ],
)
def test_marks_are_raised_by_a_property_or_by_their_place(
    read_docx: ReadDocx, properties: str, *, raised: bool
) -> None:
    (line,) = read_docx(p(run("Lights"), run("1", properties))).pages[0].lines
    assert line.raised == (((6, 7),) if raised else ())


@pytest.mark.parametrize(
    ("content", "underlined"),
    [
        ([("Lights of the coast", True)], True),
        ([("Lights ", True), ("of ", False), ("the coast", True)], False),
        ([("A.", False), ("<w:r><w:tab/></w:r>", False), ("Lights of the coast", True)], True),
        ([("Lights of", False), ("<w:r><w:tab/></w:r>", False), ("the coast", True)], False),
        ([("Lights of the coast", False)], False),
    ],
)
def test_a_line_that_is_underlined_as_a_whole_is_a_heading(
    read_docx: ReadDocx, content: list[tuple[str, bool]], *, underlined: bool
) -> None:
    pieces = (text if "<" in text else run(text, '<w:u w:val="single"/>' * line) for text, line in content)
    plain = p(run("No line", '<w:u w:val="none"/>')) + p(LONG * 2)
    document = read_docx(p(*pieces) + plain)
    assert [len(page.rules) for page in document.pages] == [int(underlined)]
    assert bool(segment(document).headings) == underlined


def test_what_runs_from_right_to_left_has_a_face_and_size_of_its_own(read_docx: ReadDocx) -> None:
    other = '<w:bCs/><w:szCs w:val="32"/>'
    body = (
        p(run("مقدمة", f"{other}<w:rtl/>"))
        + p(run("مقدمة", f"{other}<w:cs/>"))
        + p(run("Latin", f'{other}<w:rtl w:val="0"/>'))
        + p(run("مقدمة", '<w:b/><w:sz w:val="32"/><w:rtl/>'))
    )
    lines = read_docx(body, styles=STYLES).pages[0].lines
    assert [(line.bold, line.size) for line in lines] == [(1, 16), (1, 16), (0, 10), (0, 10)]


FOOTNOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>'
    "<w:r><w:tab/><w:t>See A/50/1.</w:t></w:r></w:p></w:footnote>"
    f'<w:footnote w:id="2">{p("Ibid.")}{p("More.")}</w:footnote>'
    f'<w:footnote w:id="3">{p("* Reissued.")}</w:footnote>'
    f'<w:footnote w:id="4">{p("Never referred to.")}</w:footnote>'
)


def reference(note: int, kind: str = "footnote", custom: str = "") -> str:
    follows = ' w:customMarkFollows="1"' if custom else ""
    mark = f"<w:t>{custom}</w:t>" if custom else ""
    return f'<w:r><w:{kind}Reference w:id="{note}"{follows}/>{mark}</w:r>'


def test_footnotes_are_numbered_and_bound(read_docx: ReadDocx) -> None:
    body = p("Title", reference(3, custom="*")) + p("One", reference(1), " two.", reference(2))
    title, text, *notes = read_docx(body, footnotes=FOOTNOTES).pages[0].lines
    assert (title.text, title.raised) == ("Title*", ((5, 6),))
    assert text.text == "One1 two.2"
    assert [text.text[a:b] for a, b in text.raised] == ["1", "2"]
    assert [(note.role, note.mark, note.text, note.starts_block) for note in notes] == [
        ("note", "*", "Reissued.", True),
        ("note", "1", "See A/50/1.", True),
        ("note", "2", "Ibid.", True),
        ("note", "2", "More.", False),
    ]


def test_a_note_that_begins_with_its_own_number_keeps_it(read_docx: ReadDocx) -> None:
    notes = "".join(
        f'<w:footnote w:id="{note}">{p(text)}</w:footnote>'
        for note, text in ((1, "1 See above."), (2, "2024 report."), (3, "3/ See below."))
    )
    body = p("a", reference(1), reference(2), reference(3))
    lines = read_docx(body, footnotes=notes).pages[0].lines
    assert [line.text for line in lines[1:]] == ["See above.", "2024 report.", "See below."]


def test_endnotes_have_small_roman_marks_and_come_last(read_docx: ReadDocx) -> None:
    body = p("One", reference(5, "endnote")) + p("Two", reference(1))
    document = read_docx(
        body, footnotes=FOOTNOTES, endnotes=f'<w:endnote w:id="5">{p("At the end.")}</w:endnote>'
    )
    assert [(line.mark, line.text) for line in document.pages[0].lines] == [
        ("", "Onei"),
        ("", "Two1"),
        ("1", "See A/50/1."),
        ("i", "At the end."),
    ]


def test_note_numbers_follow_the_settings(read_docx: ReadDocx) -> None:
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    body = p("a", reference(1)) + p("b", reference(2), properties=section) + p("c", reference(3)) + section
    document = read_docx(body, footnotes=FOOTNOTES, settings=settings)
    assert [line.mark for line in document.pages[0].lines if line.mark] == ["c", "d", "d", "c"]


def test_a_section_as_it_was_before_a_change_is_none(read_docx: ReadDocx) -> None:
    anew = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    change = f"<w:sectPrChange><w:sectPr>{anew}</w:sectPr></w:sectPrChange>"
    first = p("a", reference(1), properties=f"<w:sectPr>{change}</w:sectPr>")
    body = first + p("b", reference(2), properties="<w:sectPr/>") + p("c", reference(3))
    document = read_docx(f"{body}<w:sectPr>{anew}</w:sectPr>", footnotes=FOOTNOTES)
    assert [line.mark for line in document.pages[0].lines if line.mark] == ["1", "2", "2", "1"]


def test_notes_may_be_numbered_by_the_page(read_docx: ReadDocx) -> None:
    settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    body = p("a", reference(1)) + p("b", reference(2), BREAK, "c", reference(3))
    document = read_docx(body, footnotes=FOOTNOTES, settings=settings)
    assert [[line.mark for line in page.lines if line.mark] for page in document.pages] == [
        ["1", "2", "2"],
        ["1"],
    ]
    assert document.warnings == ()
    unpaged = read_docx(p("a", reference(1)), footnotes=FOOTNOTES, settings=settings)
    assert unpaged.warnings == (
        "notes are numbered by the page, and the file does not say where its pages end",
    )


def test_a_note_that_is_not_there_leaves_its_mark(read_docx: ReadDocx) -> None:
    assert texts(read_docx(p("One", reference(9)))) == ["One1"]


def test_rows_of_tables(read_docx: ReadDocx) -> None:
    nested = f"<w:p/>{table(['in', 'side'])}"
    body = (
        p("before") + table(["Country", "Year"], ["Chad", p("2008") + p("2009")], ["", nested]) + p("after")
    )
    lines = read_docx(body).pages[0].lines
    assert [(line.role, line.text) for line in lines] == [
        ("", "before"),
        ("row", "Country\tYear"),
        ("row", "Chad\t2008 2009"),
        ("row", "\tin side"),
        ("", "after"),
    ]


def test_merged_deleted_and_wrapped_cells(read_docx: ReadDocx) -> None:
    merged = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('not shown')}</w:tc>"
    wrapped = f"<w:sdt><w:sdtContent><w:tc>{p('wrapped')}</w:tc></w:sdtContent></w:sdt>"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('gone')}</w:tc></w:tr>"
    rows = f"<w:tr><w:tc>{p('a')}</w:tc>{wrapped}</w:tr><w:tr>{merged}<w:tc>{p('b')}</w:tc></w:tr>{gone}"
    assert texts(read_docx(p("before") + f"<w:tbl>{rows}</w:tbl>")) == ["before", "a\twrapped", "\tb"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p("x") + table([p("Box 1") + p(LONG)]), ["x", "Box 1", LONG.strip()], id="box"),
        pytest.param(
            p("before") + table(["12.", LONG], ["13.", p(LONG) + p("more")]),
            ["before", f"12.\t{LONG.strip()}", f"13.\t{LONG.strip()}", "more"],
            id="numbered",
        ),
        pytest.param(
            table(["United Nations", "A/HRC/9/8"], ["", p("Distr.: General") + p("29 May")]) + p(LONG),
            ["United Nations", "A/HRC/9/8", "Distr.: General", "29 May", LONG.strip()],
            id="letterhead",
        ),
        pytest.param(
            table(["Recommendation", "Position"], ["115.1 " + LONG, "Yes"], ["115.2 " + LONG, "No"]),
            ["Recommendation\tPosition", "115.1 " + LONG.strip(), "Yes", "115.2 " + LONG.strip(), "No"],
            id="the-whole-text",
        ),
    ],
)
def test_layout_tables_are_read_as_text(read_docx: ReadDocx, body: str, expected: list[str]) -> None:
    assert texts(read_docx(body)) == expected


@pytest.mark.parametrize("break_", ["", BREAK])
def test_a_table_of_one_column_is_a_box_with_headings_of_its_own(read_docx: ReadDocx, break_: str) -> None:
    key = p(run("Key messages", "<w:b/>")) + p(LONG, break_, LONG)
    body = p(run("Lights", "<w:b/>")) + p(LONG * 9) + table([key]) + p(LONG * 8)
    found = [(record.section, len(record.text)) for record in segment(read_docx(body)).records]
    assert found == [
        (section, len(LONG * times) - 1)
        for section, times in ((("Lights",), 9), (("Lights", "Key messages"), 2), (("Lights",), 8))
    ]


def test_a_cell_across_the_whole_text_is_a_heading(read_docx: ReadDocx) -> None:
    rows = [[f"115.{n} {LONG}", "Yes"] for n in range(1, 4)]
    body = table(["Head of it", "Position"], ["Theme: equality"], *rows)
    lines = read_docx(body).pages[0].lines
    assert [line.role for line in lines] == ["row", "heading"] + ["", "cell"] * 3


@pytest.mark.parametrize(
    ("number", "role"),
    [("115.1", "cell"), ("12.", "cell"), ("3)", "cell"), ("2008", ""), ("", ""), ("1.5%", "")],
)
def test_what_stands_beside_a_numbered_text_goes_on_with_it(
    read_docx: ReadDocx, number: str, role: str
) -> None:
    row = [p(f"{number} {LONG}") + p("Source: A/HRC/9/8"), "", p("Supported") + p("- women")]
    lines = read_docx(table(row, row)).pages[0].lines
    assert [line.text for line in lines[1:4]] == ["Source: A/HRC/9/8", "Supported", "- women"]
    assert [line.role for line in lines] == ["", role, role, role] * 2


def test_a_matrix_of_recommendations_has_a_record_for_each_row(read_docx: ReadDocx) -> None:
    heads = ["Recommendation", "Position", "Themes"]
    rows = [
        [p(f"115.{n} {LONG}") + p("Source: A/HRC/9/8"), "Supported", p("D1 Rights") + p("- women")]
        for n in range(1, 9)
    ]
    found = segment(read_docx(table(heads, ["Theme: rights"], *rows))).records
    assert [(record.kind, record.number) for record in found] == [
        ("table", None), *(("recommendation", f"115.{n}") for n in range(1, 9)),
    ]  # fmt: skip
    assert {record.text for record in found[1:]} == {
        f"{LONG.strip()}\nSource: A/HRC/9/8\nSupported\nD1 Rights\n- women"
    }
    assert [record.position for record in found] == [None, *["supported"] * 8]


def test_text_boxes_come_once_after_their_paragraph(read_docx: ReadDocx) -> None:
    inside = f"<w:txbxContent>{p('in the box')}</w:txbxContent>"
    box = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read_docx(p("anchor", box, " goes on"))) == ["anchor goes on", "in the box"]


def test_running_heads_come_once_and_without_page_numbers(read_docx: ReadDocx) -> None:
    heads = '<w:headerReference r:id="header1"/><w:headerReference r:id="header2"/>'
    heads += '<w:footerReference r:id="footer1"/>'
    body = p("Text", properties=f"<w:sectPr>{heads}</w:sectPr>") + p("More") + f"<w:sectPr>{heads}</w:sectPr>"
    head = p("A/HRC/9/8 Page ", field("PAGE", run("17")))
    document = read_docx(body, header1=head, header2=head, footer1=p("GE.08-1"))
    assert [(line.role, line.text) for line in document.pages[0].lines] == [
        ("header", "A/HRC/9/8 Page"),
        ("", "Text"),
        ("", "More"),
        ("footer", "GE.08-1"),
    ]


@pytest.mark.parametrize(
    ("pages", "switch", "settings", "expected"),
    [
        ("default", "", "", ["Head", "Text"]),
        ("first", "", "", ["Text"]),
        ("first", "<w:titlePg/>", "", ["Head", "Text"]),
        ("first", '<w:titlePg w:val="0"/>', "", ["Text"]),
        ("even", "", "", ["Text"]),
        ("even", "<w:titlePg/>", "<w:evenAndOddHeaders/>", ["Head", "Text"]),
    ],
)
def test_running_heads_that_do_not_print_are_left_out(
    read_docx: ReadDocx, pages: str, switch: str, settings: str, expected: list[str]
) -> None:
    section = f'<w:sectPr><w:headerReference w:type="{pages}" r:id="header1"/>{switch}</w:sectPr>'
    document = read_docx(p("Text") + section, header1=p("Head"), settings=settings)
    assert texts(document) == expected


def test_pages_are_those_that_word_last_laid_out(read_docx: ReadDocx) -> None:
    body = p("One") + p("Two ", reference(1), BREAK, "goes on", reference(2)) + p(BREAK, "Three")
    document = read_docx(body, footnotes=FOOTNOTES)
    assert document.paged
    assert [[(line.text, line.starts_block) for line in page.lines] for page in document.pages] == [
        [("One", True), ("Two 1", True), ("See A/50/1.", True)],
        [("goes on2", False), ("Ibid.", True), ("More.", False)],
        [("Three", True)],
    ]
    assert [page.number for page in document.pages] == [1, 2, 3]


def test_a_row_over_a_page_end_turns_one_page(read_docx: ReadDocx) -> None:
    row = [p("a", BREAK, "b"), p("c", BREAK, "d")]
    document = read_docx(p("first") + table(row, ["e", "f"], [p(BREAK, "g"), "h"]))
    assert [[line.text for line in page.lines] for page in document.pages] == [
        ["first", "a b\tc d"],
        ["e\tf"],
        ["g\th"],
    ]


def test_without_layout_there_is_one_page(read_docx: ReadDocx) -> None:
    document = read_docx(p("One", '<w:r><w:br w:type="page"/></w:r>', "two"))
    assert not document.paged
    assert [[line.text for line in page.lines] for page in document.pages] == [["One", "two"]]


def test_geometry_follows_the_section(read_docx: ReadDocx) -> None:
    margins = '<w:pgMar w:left="1440" w:right="1440" w:top="720"/>'
    section = wrapped("sectPr", '<w:pgSz w:w="12240" w:h="15840"/>' + margins)
    indent = '<w:ind w:left="720" w:firstLine="360"/>'
    (page,) = read_docx(p(LONG * 3, properties=indent) + p("") + p("b") + section).pages
    assert (page.width, page.height) == (612, 792)
    one, two = page.lines
    assert (one.left, one.right, one.top) == (126, 540, 36)
    assert two.left == 72
    assert two.top > one.bottom


def test_strict_files_are_read_alike(read_docx: ReadDocx) -> None:
    body = p("One", reference(1), properties='<w:ind w:start="1in" w:hanging="18pt"/>')
    (text, note) = read_docx(body, strict=True, footnotes=FOOTNOTES).pages[0].lines
    assert (text.text, text.left, note.text) == ("One1", 126, "See A/50/1.")


def test_broken_side_parts_are_said_and_left_out(write_docx: WriteDocx) -> None:
    source = write_docx(p("Text", reference(1)), footnotes=FOOTNOTES, styles="")
    with zipfile.ZipFile(source.location) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["word/footnotes.xml"] = b"<w:footnotes"
    with zipfile.ZipFile(source.location, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    document = DocxExtractor().extract(source)
    assert texts(document) == ["Text1"]
    assert document.warnings == ("word/footnotes.xml inside the Word file is broken; it was left out",)


def packed(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(f"word/{name}.xml", data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        pytest.param(b"\xd0\xcf\x11\xe0rest", EncryptedReportError, "password", id="encrypted"),
        pytest.param(b"PK\x03\x04 cut", DamagedReportError, "cut off or broken", id="no-archive"),
        pytest.param(packed(document=b"<w:document"), DamagedReportError, "document.xml", id="broken-text"),
        pytest.param(packed(document=b"<a/>"), DamagedReportError, "no text part", id="no-body"),
        pytest.param(packed(other=b"<a/>"), DamagedReportError, "no text part", id="no-document"),
        pytest.param(packed(document=b" " * (70 << 20)), LimitError, "unreasonable size", id="bomb"),
    ],
)
def test_what_cannot_be_read_is_told(
    tmp_path: Path, content: bytes, error: type[ReportError], words: str
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    source = SourceFile(path="a.docx", location=str(path), sha256="", size=len(content), media_type="")
    with pytest.raises(error, match=words):
        DocxExtractor().extract(source)


def test_entities_of_its_own_are_refused(write_docx: WriteDocx, tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE d [<!ENTITY a "boom"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    with zipfile.ZipFile(write_docx(p("x &amp; ENTITY")).location) as archive:
        text = archive.read("word/document.xml").replace(b"ENTITY", b"&a;&f;")
    head, rest = text.split(b"?>", 1)
    path = tmp_path / "entities.docx"
    path.write_bytes(packed(document=head + b"?>" + bomb + rest))
    source = SourceFile(path="e", location=str(path), sha256="", size=1, media_type="")
    with pytest.raises(DamagedReportError, match="entities of its own"):
        DocxExtractor().extract(source)


def test_a_file_made_by_another_library(tmp_path: Path) -> None:
    import docx  # noqa: PLC0415 - slow to load, and only here

    made = docx.Document()
    made.core_properties.title = "A report"
    made.add_heading("Work of the Office", level=1)
    made.add_paragraph("First", style="List Number")
    made.add_paragraph("Second", style="List Number")
    made.add_paragraph("Point", style="List Bullet")
    path = tmp_path / "made.docx"
    made.save(str(path))
    document = extract(source_file(path))
    assert document.title == "A report"
    assert [(line.role, line.label, line.text) for line in document.pages[0].lines] == [
        ("heading", "", "Work of the Office"),
        ("", "1.", "First"),
        ("", "2.", "Second"),
        ("", "•", "Point"),
    ]


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "pages", "recommendations"),
    [
        ("AdvancedQuestionsSloveniaAdd2.doc", 1, 0),
        ("UPR20__Slovenia_ThematicListRecommendations_E.docx", None, 163),
        ("upr48-slovenia-thematic-list-of-recommendatio.docx", 66, 254),
    ],
)
def test_real_files(name: str, pages: int | None, recommendations: int) -> None:
    path = CORPUS / name
    if not path.exists():
        pytest.skip(f"the document is not here: {path}")
    document = extract(source_file(path))
    if pages is not None:
        assert len(document.pages) == pages
    lines = [line for page in document.pages for line in page.lines]
    numbered = {line.text.split()[0] for line in lines if line.text[:4] in ("115.", "140.")}
    assert len(numbered) == recommendations
    assert all(line.starts_block for line in lines if line.text.split()[0] in numbered)


@pytest.mark.parametrize("around", ["()", "[]", "( )"])
def test_brackets_around_the_mark_of_a_note_are_no_words_of_it(read_docx: ReadDocx, around: str) -> None:
    before, behind = (f"<w:r><w:t>{sign}</w:t></w:r>" for sign in (around[:-1], around[-1]))
    note = f'<w:footnote w:id="1"><w:p>{before}<w:r><w:footnoteRef/></w:r>{behind}'
    note += '<w:r><w:t xml:space="preserve"> See A/50/1.</w:t></w:r></w:p></w:footnote>'
    _, found = read_docx(p("one", reference(1)), footnotes=note).pages[0].lines
    assert (found.mark, found.text) == ("1", "See A/50/1.")
