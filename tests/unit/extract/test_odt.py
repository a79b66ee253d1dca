from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from indexer.discover import source_file
from indexer.errors import DamagedReportError, EncryptedReportError, ReportError
from indexer.extract import extract
from indexer.extract.docx_blocks import TableCell
from indexer.extract.odt import OdtExtractor
from indexer.model import SourceFile
from tests.unit.extract.conftest import write

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.model import ExtractedDocument

NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{NAMES}{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
        ("meta", "meta"),
        ("manifest", "manifest"),
    )
)
NAMESPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
NAMESPACES += ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
TYPE = "application/vnd.oasis.opendocument.text"


class ReadOdt(Protocol):
    def __call__(self, body: str, styles: str = "", **parts: str) -> ExtractedDocument: ...


def members(body: str, styles: str = "", **parts: str) -> dict[str, str | bytes]:
    content = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    xml = {"content": f"<office:document-content {NAMESPACES}>{content}</office:document-content>"}
    xml |= {
        name: f"<office:document {NAMESPACES}>{inside}</office:document>" for name, inside in parts.items()
    }
    return {"mimetype": TYPE, **{f"{name}.xml": text for name, text in xml.items()}}


@pytest.fixture
def read_odt(tmp_path: Path) -> ReadOdt:
    """Makes an OpenDocument text and reads it."""

    def read(body: str, styles: str = "", **parts: str) -> ExtractedDocument:
        return OdtExtractor().extract(write(tmp_path / "made.odt", members(body, styles, **parts)))

    return read


def p(inside: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def items(*inside: str, more: str = "") -> str:
    return (
        f"<text:list{more}>"
        + "".join(f"<text:list-item>{each}</text:list-item>" for each in inside)
        + "</text:list>"
    )


def level(number: int, fmt: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{number}" style:num-format="{fmt}"{more}/>'


LISTS = (
    '<text:list-style style:name="L">'
    + level(1, "1", ' style:num-suffix="."')
    + level(2, "a", ' style:num-prefix="(" style:num-suffix=")"')
    + level(3, "I", ' text:display-levels="3" text:start-value="4"')
    + "</text:list-style>"
    + '<text:list-style style:name="M">'
    + level(1, "一, 二, 三, ...", ' loext:num-list-format="第%1%条"')
    + '<text:list-level-style-bullet text:level="2" text:bullet-char="–"/>'
    + "</text:list-style>"
)
L = ' text:style-name="L"'


def texts(document: ExtractedDocument) -> list[str]:
    return [f"{line.label} {line.text}".strip() for page in document.pages for line in page.lines]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(items(p("a"), p("b") + p("more"), more=L), ["1. a", "2. b", "more"], id="items"),
        pytest.param(
            items(p("a") + items(p("b"), p("c")), p("d") + items(p("e")), more=L),
            ["1. a", "(a) b", "(b) c", "2. d", "(a) e"],
            id="levels",
        ),
        pytest.param(items(items(items(p("deep"))), p("a"), more=L), ["1.a.IV deep", "2. a"], id="skipped"),
        pytest.param(
            items(p("a"), more=L) + items(p("b"), more=L), ["1. a", "1. b"], id="lists-of-their-own"
        ),
        pytest.param(
            items(p("a"), more=L) + p("x") + items(p("b"), more=L + ' text:continue-numbering="true"'),
            ["1. a", "x", "2. b"],
            id="continued",
        ),
        pytest.param(
            items(p("a"), more=L + ' xml:id="l1"')
            + items(p("b"), more=L)
            + items(p("c"), more=' text:style-name="M" text:continue-list="l1"'),
            ["1. a", "1. b", "第二条 c"],
            id="continued-by-name-in-another-style",
        ),
        pytest.param(
            items(p("a"), more=L).replace("<text:list-item>", '<text:list-item text:start-value="7">'),
            ["7. a"],
            id="start-of-an-item",
        ),
        pytest.param(
            items(p("a") + items(p("b")), p("c"), more=L).replace(
                "<text:list-item>", '<text:list-item text:style-override="M">', 1
            ),
            ["第一条 a", "(a) b", "2. c"],
            id="style-of-an-item",
        ),
        pytest.param(
            items(p("a") + items(p("b")), more=' text:style-name="M"'), ["第一条 a", "– b"], id="bullet"
        ),
        pytest.param(
            f"<text:list{L}><text:list-header>{p('head')}</text:list-header></text:list>",
            ["head"],
            id="header",
        ),
    ],
)
def test_lists_are_numbered(read_odt: ReadOdt, body: str, expected: list[str]) -> None:
    document = read_odt(body, LISTS)
    assert texts(document) == expected
    assert document.warnings == ()


def test_a_list_without_its_style_is_said(read_odt: ReadOdt) -> None:
    document = read_odt(items(p("a"), more=' text:style-name="X"'))
    assert (texts(document), document.warnings) == (["a"], ("the numbering of list X (0) is not defined",))


def test_headings_have_their_outline(read_odt: ReadOdt) -> None:
    outline = (
        "<text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="A"/></text:outline-style>'
    )
    heads = "".join(
        f'<text:h text:outline-level="{depth}"{more}>{words}</text:h>'
        for depth, words, more in (
            (1, "One", ""),
            (2, "Below", ""),
            (1, "Two", ""),
            (1, "Plain", ' text:is-list-header="true"'),
            (1, "Nine", ' text:restart-numbering="true" text:start-value="9"'),
        )
    )
    lines = read_odt(heads, styles=outline).pages[0].lines
    assert [(line.role, line.level, line.label, line.text) for line in lines] == [
        ("heading", 1, "I.", "One"),
        ("heading", 2, "A", "Below"),
        ("heading", 1, "II.", "Two"),
        ("heading", 1, "", "Plain"),
        ("heading", 1, "IX.", "Nine"),
    ]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param("a<text:s text:c='3'/>b  \n c", "a b c", id="space"),
        pytest.param("a<text:tab/>b", "a\tb", id="tab"),
        pytest.param('<text:a>li<text:span text:style-name="B">nk</text:span></text:a>', "link", id="link"),
        pytest.param("x<office:annotation><text:p>no</text:p></office:annotation>y", "xy", id="comment"),
        pytest.param("<text:change-start/>new<text:change-end/><text:change/>", "new", id="changes"),
        pytest.param("seen<text:span text:style-name='H'>hidden</text:span>", "seen", id="hidden"),
        pytest.param(
            "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>",
            "漢",
            id="ruby",
        ),
        pytest.param("p. <text:page-number>4</text:page-number>", "p. 4", id="field"),
        pytest.param("<draw:frame><svg:title>a picture</svg:title></draw:frame>x", "x", id="picture"),
    ],
)
def test_content_of_a_paragraph(read_odt: ReadOdt, content: str, text: str) -> None:
    hidden = '<style:style style:family="text" style:name="H"><style:text-properties text:display="none"/>'
    assert texts(read_odt(p(content), f"{hidden}</style:style>")) == [text]


def test_what_was_deleted_is_left_out(read_odt: ReadOdt) -> None:
    gone = f"<text:changed-region><text:deletion>{p('gone')}</text:deletion></text:changed-region>"
    assert texts(read_odt(f"<text:tracked-changes>{gone}</text:tracked-changes>{p('left')}")) == ["left"]


def test_faces_sizes_and_indents_come_from_styles(read_odt: ReadOdt) -> None:
    styles = (
        '<style:style style:family="paragraph" style:name="Base"><style:paragraph-properties'
        ' fo:margin-left="1in" fo:text-indent="-0.5in"/><style:text-properties fo:font-size="14pt"'
        ' fo:font-weight="bold"/></style:style>'
        '<style:style style:family="paragraph" style:name="Kid" style:parent-style-name="Base"/>'
        '<style:style style:family="paragraph" style:name="Heading_20_3"/>'
        '<style:style style:family="text" style:name="T"><style:text-properties fo:font-weight="normal"'
        ' fo:font-style="italic"/></style:style>'
        '<style:style style:family="text" style:name="U"><style:text-properties'
        ' style:text-position="super 58%"/></style:style>'
    )
    body = p("bold<text:span text:style-name='T'>thin</text:span>", "Kid")
    body += p("m<text:span text:style-name='U'>2</text:span>")
    one, two = read_odt(body, styles).pages[0].lines
    assert (one.size, one.bold, one.italic, one.left, one.text_left) == (14, 0.5, 0.5, 72 + 36, 72 + 36)
    assert [two.text[a:b] for a, b in two.raised] == ["2"]


@pytest.mark.parametrize(
    ("align", "left"), [("start", 72), ("justify", 72), ("center", 270.5), ("end", 469), ("right", 469)]
)
def test_short_lines_stand_where_their_style_has_them(read_odt: ReadOdt, align: str, left: float) -> None:
    styles = (
        '<style:style style:family="paragraph" style:name="Base"><style:paragraph-properties'
        f' fo:text-align="{align}"/></style:style>'
    )
    (line,) = read_odt(p("Lamplight", "Base"), styles).pages[0].lines
    assert (line.left, line.right) == (left, left + 54)


@pytest.mark.parametrize(
    ("properties", "text", "rules"),
    [
        ('fo:text-transform="uppercase"', "LAMPLIGHT", 0),
        ('fo:font-variant="small-caps"', "LAMPLIGHT", 0),
        ('fo:font-variant="normal" style:text-underline-style="none"', "Lamplight", 0),
        ('style:text-underline-style="solid"', "Lamplight", 1),
    ],
)
def test_capitals_and_underlines_are_those_that_print(
    read_odt: ReadOdt, properties: str, text: str, rules: int
) -> None:
    styles = (
        '<style:style style:family="paragraph" style:name="Base"><style:text-properties'
        f" {properties}/></style:style>"
    )
    (page,) = read_odt(p("Lamplight", "Base"), styles).pages
    assert ([line.text for line in page.lines], len(page.rules)) == ([text], rules)


def test_notes_tables_boxes_and_pages(read_odt: ReadOdt) -> None:
    note = (
        '<text:note text:id="{0}" text:note-class="{1}"><text:note-citation>{2}</text:note-citation>'
        "<text:note-body><text:p>{3}</text:p></text:note-body></text:note>"
    )
    cell = "<table:table-cell{1}>{0}</table:table-cell>"
    wide = cell.format(p("Chad"), ' table:number-columns-spanned="2"')
    rows = (
        f"<table:table-header-rows><table:table-row>{cell.format(p('Country'), '')}"
        f"{cell.format(p('Year'), '')}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{wide}<table:covered-table-cell/></table:table-row>"
    )
    footnote = note.format("a", "footnote", "1", "See A/50/1.")
    endnote = note.format("b", "endnote", "i", "Last.")
    box = f"<draw:frame><draw:text-box>{p('boxed')}</draw:text-box></draw:frame>"
    body = (
        p(f"One{footnote} and{endnote}{box}")
        + "<text:soft-page-break/>"
        + f"<table:table>{rows}</table:table>"
        + p("be<text:soft-page-break/>hind")
    )
    document = read_odt(body)
    assert document.paged
    assert [[(line.role, line.mark, line.text) for line in page.lines] for page in document.pages] == [
        [("", "", "One1 andi"), ("", "", "boxed"), ("note", "1", "See A/50/1.")],
        [("row", "", "Country\tYear"), ("row", "", "Chad"), ("", "", "be")],
        [("", "", "hind"), ("note", "i", "Last.")],
    ]


def test_running_heads_title_and_sheet(read_odt: ReadOdt) -> None:
    styles = (
        '<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="612pt"'
        ' fo:page-height="11in" fo:margin-top="1in"/></style:page-layout>'
        '<style:master-page style:page-layout-name="P"><style:header>'
        + p("A/HRC/9/8, p. <text:page-number>3</text:page-number>")
        + f'</style:header><style:footer>{p("GE.08")}</style:footer><style:footer-left style:display="false">'
        + f"{p('unused')}</style:footer-left></style:master-page>"
    )
    meta = "<office:meta><dc:title>A  report</dc:title></office:meta>"
    document = read_odt(p("Text"), styles=styles, meta=meta)
    (page,) = document.pages
    assert [(line.role, line.text) for line in page.lines] == [
        ("header", "A/HRC/9/8, p."),
        ("", "Text"),
        ("footer", "GE.08"),
    ]
    assert (document.title, page.width, page.height) == ("A report", 612, 792)


def test_the_reader_is_found_by_content(tmp_path: Path) -> None:
    write(tmp_path / "report.doc", members(p("Text")))
    source = source_file(tmp_path / "report.doc")
    assert source.media_type == TYPE
    assert texts(extract(source)) == ["Text"]


MANIFEST = f"<manifest:manifest {NAMESPACES}><manifest:encryption-data/></manifest:manifest>"


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        pytest.param({"content.xml": "<a/>"}, DamagedReportError, "no text part", id="no-text"),
        pytest.param({"other.xml": "<a/>"}, DamagedReportError, "no text part", id="no-content"),
        pytest.param({"content.xml": "<a"}, DamagedReportError, "OpenDocument file is broken", id="broken"),
        pytest.param(
            {"content.xml": "\x00", "META-INF/manifest.xml": MANIFEST},
            EncryptedReportError,
            "password",
            id="locked",
        ),
    ],
)
def test_what_cannot_be_read_is_told(
    tmp_path: Path, content: dict[str, str | bytes], error: type[ReportError], words: str
) -> None:
    with pytest.raises(error, match=words):
        OdtExtractor().extract(write(tmp_path / "a.odt", content))


def test_a_cut_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    write(path, members(p("Text")))
    path.write_bytes(path.read_bytes()[:200])
    source = SourceFile(path="a.odt", location=str(path), sha256="", size=1, media_type=TYPE)
    with pytest.raises(DamagedReportError, match="the OpenDocument file is cut off"):
        extract(source)
    assert not zipfile.is_zipfile(path)


@pytest.mark.parametrize("length", ["nanpt", "infpt", "-infin", "1e300pt", "1e9cm"])
def test_lengths_beyond_all_paper_are_passed_over(read_odt: ReadOdt, length: str) -> None:
    styles = (
        '<style:style style:family="paragraph" style:name="A"><style:paragraph-properties'
        f' fo:margin-left="{length}" fo:text-indent="{length}"/><style:text-properties'
        f' fo:font-size="{length}"/></style:style><style:page-layout style:name="P">'
        f'<style:page-layout-properties fo:page-width="{length}" fo:margin-top="{length}"/>'
        "</style:page-layout>"
        '<style:master-page style:name="M" style:page-layout-name="P"/>'
    )
    [line] = read_odt(p("text", "A"), styles).pages[0].lines
    assert (line.text, line.left, line.size) == ("text", 72.0, 12.0)


def test_empty_cells_that_are_repeated_take_little_room(
    read_odt: ReadOdt, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[TableCell] = []

    def make(**parts: Any) -> TableCell:
        made.append(TableCell(**parts))
        return made[-1]

    monkeypatch.setattr("indexer.extract.odt_blocks.TableCell", make)
    filler = '<table:table-cell table:number-columns-repeated="1000000"/>'
    cells = [f"<table:table-cell>{p(text)}</table:table-cell>" for text in ("first", "last")]
    row = f"<table:table-row>{filler.join(cells)}</table:table-row>"
    document = read_odt(f"<table:table>{row * 1000}</table:table>")
    rows = texts(document)
    assert [row.split() for row in rows] == [["first", "last"]] * 1000
    assert max(map(len, rows)) <= len("firstlast") + 102
    assert 2000 < len(made) < 30_000
