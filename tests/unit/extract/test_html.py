from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import DamagedReportError, EmptyReportError, LimitError, ReportError
from indexer.extract.html import MOST_BYTES, HtmlExtractor
from indexer.model import ExtractedDocument, Line, SourceFile

if TYPE_CHECKING:
    from pathlib import Path

LONG = "The Working Group considered how minorities take part in public life and adopted its report. "


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("html")


def read_page(folder: Path, content: str | bytes) -> ExtractedDocument:
    path = folder / "page.html"
    data = content if isinstance(content, bytes) else content.encode()
    path.write_bytes(data)
    source = SourceFile(
        path="page.html", location=str(path), sha256="", size=len(data), media_type="text/html"
    )
    return HtmlExtractor().extract(source)


def lines_of(folder: Path, content: str | bytes) -> tuple[Line, ...]:
    (page,) = read_page(folder, content).pages
    return page.lines


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        pytest.param(
            "<p>10. A<p>11. B</p>tail<div>box</div>", ["10. A", "11. B", "tail", "box"], id="blocks"
        ),
        pytest.param("<p>one\n   two&nbsp;&nbsp;three</p>", ["one two three"], id="white-space"),
        pytest.param("<p>po<b>li</b>cy <i>a</i> <u>b</u></p>", ["policy a b"], id="inline"),
        pytest.param("<p>one<br>two<br/><br>three</p>", ["one", "two", "three"], id="line-ends"),
        pytest.param("<p>a<script>x()</script><style>y</style><!-- z -->b</p>", ["ab"], id="unprinted"),
        pytest.param("<p>&amp; &eacute; &#1076; &unknown;</p>", ["& é д &unknown;"], id="entities"),
        pytest.param("<dl><dt>Term<dd>Meaning</dl>", ["Term", "Meaning"], id="definitions"),
        pytest.param("just words", ["just words"], id="no-elements"),
        pytest.param("<p>soft&shy;ly</p>", ["softly"], id="soft-hyphen"),
        pytest.param("<p>unclosed <b>bold <p>next", ["unclosed bold", "next"], id="unclosed"),
    ],
)
def test_blocks_become_lines(folder: Path, page: str, texts: list[str]) -> None:
    lines = lines_of(folder, page)
    assert [line.text for line in lines] == texts
    assert [line.top for line in lines] == sorted({line.top for line in lines})


def test_a_line_end_goes_on_unless_a_number_or_a_blank_line_follows(folder: Path) -> None:
    lines = lines_of(folder, "<p>10. One<br>and more<br><br>apart<br>11. Two</p>")
    assert [line.starts_block for line in lines] == [True, False, True, True]


def test_headings_have_their_level(folder: Path) -> None:
    lines = lines_of(folder, "<h1>Report</h1><h3><b>C.</b> Building</h3><p>10. With</p>")
    assert [(line.role, line.level, line.text) for line in lines] == [
        ("heading", 1, "Report"),
        ("heading", 3, "C. Building"),
        ("", 0, "10. With"),
    ]


@pytest.mark.parametrize(
    ("page", "labels"),
    [
        pytest.param("<ol><li>a<li>b</ol>", ["1.", "2."], id="plain"),
        pytest.param("<ol start=9><li>a<li value=20>b<li>c</ol>", ["9.", "20.", "21."], id="start-and-value"),
        pytest.param(
            "<ol type=a><li>a<li>b</ol><ol type=I><li>a<li>b</ol>", ["a.", "b.", "I.", "II."], id="types"
        ),
        pytest.param("<ol reversed><li>a<li>b<li>c</ol>", ["3.", "2.", "1."], id="reversed"),
        pytest.param("<ol><li>a<ol type=i><li>b<li>c</ol><li>d</ol>", ["1.", "i.", "ii.", "2."], id="nested"),
        pytest.param("<ul><li>a<li>b</ul>", ["•", "•"], id="bullets"),
        pytest.param('<ol style="list-style-type: lower-roman"><li>a</ol>', ["i."], id="style"),
        pytest.param('<ul style="list-style:none"><li>a</ul>', [""], id="style-none"),
        pytest.param(
            "<ol><li><p>first</p><p>second</p><li>b</ol>", ["1.", "", "2."], id="paragraphs-in-an-item"
        ),
        pytest.param("<ol start=x><li value=''>a</ol>", ["1."], id="nonsense"),
        pytest.param("<li>stray", [""], id="stray-item"),
    ],
)
def test_items_have_the_labels_that_browsers_print(folder: Path, page: str, labels: list[str]) -> None:
    assert [line.label for line in lines_of(folder, page)] == labels


def test_depth_and_indent_of_lists(folder: Path) -> None:
    lines = lines_of(folder, "<p>x<ul><li>a<ul><li>b</ul></ul><blockquote>q</blockquote>")
    assert [(line.level, line.text_left - 72) for line in lines] == [(0, 0), (1, 36), (2, 72), (0, 36)]


def test_faces_and_raised_marks(folder: Path) -> None:
    (line,) = lines_of(
        folder, "<p><b>Bold</b> <i>slant</i> plain<sup>12</sup> the 1<sup>st</sup> <a href='#_ftn3'>[3]</a>"
    )
    assert line.text == "Bold slant plain12 the 1st [3]"
    assert [line.text[a:b] for a, b in line.raised] == ["12", "[3]"]
    assert (line.bold_lead, line.italic_lead) == (4, 0)
    assert 0 < line.bold < 0.3


def test_styles_of_elements_are_heeded(folder: Path) -> None:
    page = (
        '<p style="margin-left:36.0pt"><span style="font-weight:bold">a</span></p>'
        '<p style="padding-left:2em"><b style="font-weight: normal">b</b>'
        '<span style="font-style: italic">c</span></p>'
        '<p>x<span style="vertical-align: super">4</span></p>'
    )
    one, two, three = lines_of(folder, page)
    assert (one.left, one.bold) == (108, 1.0)
    assert (two.left, two.bold, two.italic) == (96, 0.0, 0.5)
    assert three.raised == ((1, 2),)


@pytest.mark.parametrize(
    ("surround", "role"),
    [
        ("<nav>X</nav>", "header"),
        ("<header><h1>X</h1></header>", "header"),
        ("<footer>X</footer>", "footer"),
        ('<div role="navigation">X</div>', "header"),
        ('<div role="contentinfo">X</div>', "footer"),
        ('<ul class="breadcrumb"><li>X</ul>', "header"),
        ('<div id="site-footer">X</div>', "footer"),
        ("<button>X</button>", "footer"),
        ("<p hidden>X</p>", "footer"),
        ('<p style="display: none">X</p>', "footer"),
        ('<a class="skip-link" href="#main">X</a>', "header"),
        ('<div title="header"><p>X</p></div>', "header"),
        ('<div title="footer"><p>X</p></div>', "footer"),
        ('<div id="onetrust-banner">X</div>', "footer"),
        ('<div class="block eu-cookie-compliance">X</div>', "footer"),
        ('<div class="article__share-buttons">X</div>', "footer"),
        ('<div class="newsletter-signup">X</div>', "footer"),
        ('<div class="related-content">X</div>', "footer"),
        ('<h2 class="cookies-title">X</h2>', "heading"),
        ('<div class="economic-and-social-council">X</div>', ""),
        ("<main><article><header>X</header></article></main>", ""),
        ("<article><footer>X</footer></article>", ""),
        ('<p class="share-of-women">X</p>', ""),
    ],
)
def test_what_surrounds_the_text_is_kept_apart(folder: Path, surround: str, role: str) -> None:
    lines = lines_of(folder, f"<body>{surround}<p>10. Text</p>{surround}</body>")
    assert [(line.role, line.text) for line in lines] == [(role, "X"), ("", "10. Text"), (role, "X")]


def test_a_page_named_after_its_cookie_banner_is_text(folder: Path) -> None:
    lines = lines_of(folder, f'<div class="has-cookie-banner"><p>{LONG * 20}</p></div>')
    assert [line.role for line in lines] == [""]


def test_a_control_within_a_sentence_is_text(folder: Path) -> None:
    (line,) = lines_of(folder, '<p>They lit <a class="nav" href="/a">all</a> lamps.</p>')
    assert (line.text, line.role) == ("They lit all lamps.", "")


def test_data_tables_become_rows(folder: Path) -> None:
    rows = "<tr><th>Country<th>Year</tr><tr><td>Chad<td><p>2008</p><p>2009</p><tr><td><td>7"
    page = f"<table><caption>T</caption>{rows}</table>"
    assert [(line.role, line.text) for line in lines_of(folder, page)] == [
        ("", "T"),
        ("row", "Country\tYear"),
        ("row", "Chad\t2008 2009"),
        ("row", "\t7"),
    ]


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        pytest.param(
            f"<table><tr><td>12.<td>{LONG}<tr><td>13.<td>{LONG}</table>",
            [f"12.\t{LONG.strip()}", f"13.\t{LONG.strip()}"],
            id="numbers-in-a-column",
        ),
        pytest.param(
            f"<table><tr><td><p>1. {LONG}</p><p>2. {LONG}</p></table>",
            [f"1. {LONG.strip()}", f"2. {LONG.strip()}"],
            id="one-cell",
        ),
        pytest.param(
            "<table><tr><td>menu<td><table><tr><td><p>1. A</p><p>2. B</p></table></table>",
            ["menu", "1. A", "2. B"],
            id="nested",
        ),
        pytest.param('<table role="presentation"><tr><td>a<td>b</table>', ["a", "b"], id="presentation"),
        pytest.param(
            "<table><tr><td>left<td><h2>Head</h2>Text</table>", ["left", "Head", "Text"], id="heading"
        ),
        pytest.param(
            f"<table><tr><td>1<td>{LONG}<td>Yes<tr><td>2<td>{LONG}<td>No</table>",
            ["1", LONG.strip(), "Yes", "2", LONG.strip(), "No"],
            id="the-whole-page",
        ),
    ],
)
def test_layout_tables_are_read_as_text(folder: Path, page: str, texts: list[str]) -> None:
    lines = lines_of(folder, page)
    assert [line.text for line in lines] == texts
    assert not any(line.role == "row" for line in lines)


SHEET = [
    ("Recommendation", "Position", "Themes"),
    ("Theme: lights",),
    ("1.1 Light all lamps of the harbours at dusk, as the Assembly has asked (Hay);", "Supported", "Oil"),
    ("1.2 Pay the keepers of the lamps in the week in which they have worked (Port Aven);", "", "Pay"),
    ("1.3 Report on the lamps that were found broken by the end of the next year (Hay);", "Noted", "Oil"),
]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            SHEET,
            [
                ("Recommendation\tPosition\tThemes", "row"),
                ("Theme: lights", "heading"),
                *((text, "cell" if at else "") for row in SHEET[2:] for at, text in enumerate(row) if text),
            ],
        ),
        (
            [(text.lstrip("1.23 "), *others) for text, *others in SHEET],
            [(text.lstrip("1.23 "), "") for row in SHEET for text in row if text],
        ),
    ],
)
def test_a_table_of_numbered_texts_that_is_the_page_is_read_row_by_row(
    folder: Path, rows: list[tuple[str, ...]], found: list[tuple[str, str]]
) -> None:
    body = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in rows)
    lines = lines_of(folder, f"<table>{body}</table>")
    assert [(line.text, line.role) for line in lines] == found


def test_preformatted_text_keeps_its_rows(folder: Path) -> None:
    lines = lines_of(folder, "<p>a</p><pre>\n  1.   Typed\n       text\n\n  2.   More</pre><p>b</p>")
    assert [line.text for line in lines] == ["a", "1.\tTyped", "text", "2.\tMore", "b"]
    assert [line.left - lines[1].left for line in lines[1:4]] == [0, 30, 0]
    assert lines[3].top - lines[2].top == 28
    assert lines[1].starts_block is None


def test_notes_are_bound_to_their_marks(folder: Path) -> None:
    page = """<p>It said<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> so.
    <sup><a href="#fn2">2</a></sup></p><div id="ftn1">
    <p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1">[1]</a> See A/50/1.</p><p>Also A/51.</p></div>
    <section><ol><li value="2" id="fn2">Ibid. <a href="#fnref2">back</a> <a href="#fnref2">↩︎</a></li></ol>
    </section>"""
    text, *notes = lines_of(folder, page)
    assert [text.text[a:b] for a, b in text.raised] == ["[1]", "2"]
    assert [(note.role, note.mark, note.text, note.starts_block) for note in notes] == [
        ("note", "1", "See A/50/1.", True),
        ("note", "1", "Also A/51.", False),
        ("note", "2", "Ibid. back", True),
    ]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (
            '<sup><a href="#n1" id="r1">1</a></sup>',
            '<p id="n1"><sup><a href="#r1">1</a></sup> See A/50/1.</p>',
        ),
        ('<a href="#n1"><sup>1</sup></a>', '<p><a name="n1"></a>1. See A/50/1.</p>'),
        ("<sup>1</sup>", '<aside role="doc-footnote"><p>1 See A/50/1.</p></aside>'),
        ("<sup>1</sup>", '<div epub:type="footnote"><p>1 See A/50/1.</p></div>'),
    ],
)
def test_notes_are_known_by_links_and_by_what_the_page_calls_them(folder: Path, mark: str, note: str) -> None:
    text, *notes = lines_of(folder, f"<p>It said{mark} so.</p><p>More was said.</p>{note}")
    assert [(line.role, line.mark, line.text) for line in notes] == [
        ("", "", "More was said."),
        ("note", "1", "See A/50/1."),
    ]
    assert [text.text[a:b] for a, b in text.raised] == ["1"]


@pytest.mark.parametrize("link", ['<sup><a href="#top">1</a></sup>', '<a href="#below">1</a>'])
def test_links_to_other_places_make_no_notes(folder: Path, link: str) -> None:
    page = f'<p id="top">Above.</p><p>It said{link} so.</p><p id="below">Below.</p>'
    assert [line.role for line in lines_of(folder, page)] == ["", "", ""]


def test_what_stands_beside_the_text_has_no_headings(folder: Path) -> None:
    text = "They lit lamps. " * 9
    page = f"<h2>Coasts</h2><p>{text}</p><aside><h4>Box</h4><p>Oil burns.</p></aside><p>End.</p>"
    assert [(line.text[:9], line.role) for line in lines_of(folder, page)] == [
        ("Coasts", "heading"),
        ("They lit ", ""),
        ("Box", "aside"),
        ("Oil burns", "aside"),
        ("End.", ""),
    ]


def test_an_aside_that_holds_the_page_is_its_text(folder: Path) -> None:
    """What is nested in it is not measured again: broken pages nest thousands of them."""
    text = "They lit lamps. " * 9
    page = f"<aside><h2>Coasts</h2><p>{text}</p><aside><p>Oil burns.</p></aside></aside><p>End.</p>"
    assert {line.role for line in lines_of(folder, page)} == {"heading", ""}


RUSSIAN = "Управление провело совещание экспертов по вопросам интеграции. " * 6


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("<meta charset=windows-1251>", "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
        ("<meta charset=iso-8859-1>", "utf-8"),
        ("<meta charset=utf-16>", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp1251"),
        ("<meta charset=klingon>", "koi8-r"),
    ],
)
def test_encodings(folder: Path, declared: str, encoding: str) -> None:
    page = f"{declared}<html><p>{RUSSIAN}</p></html>".encode(encoding)
    assert [line.text for line in lines_of(folder, page)] == [RUSSIAN.strip()]


def test_the_title_is_kept(folder: Path) -> None:
    document = read_page(folder, "<title> A \n report </title><p>x")
    assert document.title == "A report"
    assert not document.paged


def test_hostile_pages_end(folder: Path) -> None:
    assert len(lines_of(folder, "<div>" * 1500 + "<p>deep")) == 1
    with pytest.raises(LimitError, match="nested"):
        read_page(folder, "<div>" * 3000 + "<p>deep")
    assert len(lines_of(folder, "<table><tr><td>" * 500 + "<p>deep")) == 1
    bomb = '<!DOCTYPE html [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><p>&b;'
    assert "xx" not in lines_of(folder, bomb)[-1].text
    with pytest.raises(EmptyReportError):
        read_page(folder, "<!-- nothing -->")
    with pytest.raises(DamagedReportError):
        read_page(folder, b"<p>" + bytes(range(256)) * 20)
    large = SourceFile(path="a", location="/a", sha256="", size=MOST_BYTES + 1, media_type="text/html")
    with pytest.raises(LimitError):
        HtmlExtractor().extract(large)


PARTS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<ol>",
        "<li>",
        "</ol>",
        "<pre>",
        "</pre>",
        "<br>",
        "<b>",
        "</b>",
        "<sup>",
        "</sup>",
        "<nav>",
        "</nav>",
        "<div id=ftn1>",
        "</div>",
        "<h2>",
        "</h2>",
        "word ",
        "12. Text",
        "[1]",
        "\n",
        "<main>",
        "</main>",
        "<a name=_ftn2>",
        "</a>",
        "<th>",
        "</tr>",
        "<span>",
        "</span>",
    ]
)


@settings(max_examples=200, deadline=None)
@given(parts=st.lists(PARTS, max_size=40))
def test_every_character_lands_in_one_line(folder: Path, parts: list[str]) -> None:
    from lxml import html  # noqa: PLC0415 - heavy

    page = "<html><body>" + "".join(parts) + "</body></html>"
    try:
        lines = lines_of(folder, page)
    except ReportError:
        lines = ()
    # the mark of a note stands beside its text
    found = sorted(character for line in lines for character in line.text if not character.isspace())
    printed = sorted(c for c in "".join(map(str, html.fromstring(page).itertext())) if not c.isspace())
    if "<div id=ftn1>" in parts or "<a name=_ftn2>" in parts:
        assert set(found) <= set(printed)
    else:
        assert found == printed


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("<p align=center>Lights</p>", 288.0),
        ("<center><p>Lights</p></center>", 288.0),
        ('<div style="text-align: center"><p>Lights</p></div>', 288.0),
        ('<div style="text-align: center"><p style="text-align:left">Lights</p></div>', 72.0),
        ("<p align=right>Lights</p>", 72.0),
        ("<center><p>1. Keepers met.</p></center>", 72.0),
        ("<center><table><tr><td>Lights</table></center>", 72.0),
        ("<p>Lights</p>", 72.0),
    ],
)
def test_centred_lines_stand_in_the_middle(folder: Path, page: str, left: float) -> None:
    (line,) = lines_of(folder, page)
    assert (line.left, line.text_left) == (left, left)


@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("<p><u>Lights</u></p>", 1),
        ("<p>II.&#9;<u>Lights of the coast</u></p>", 0),
        ('<p><span style="text-decoration:underline">Lights</span></p>', 1),
        ("<p><u>Lights</u> of the coast</p>", 0),
        ("<p><a href='x'>Lights</a></p>", 0),
    ],
)
def test_what_is_underlined_has_a_rule_below_it(folder: Path, page: str, count: int) -> None:
    assert len(read_page(folder, page).pages[0].rules) == count


def test_a_printed_number_wins_over_that_of_a_list(folder: Path) -> None:
    page = "<ol><li>553. Keepers met.<li>554. They left: <ul><li>(a) early;<li>late.</ul><li>They came.</ol>"
    assert [(line.label, line.text) for line in lines_of(folder, page)] == [
        ("", "553. Keepers met."),
        ("", "554. They left:"),
        ("", "(a) early;"),
        ("•", "late."),
        ("3.", "They came."),
    ]
