from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.extract.number_formats import format_number, is_known

if TYPE_CHECKING:
    from tests.unit.extract.conftest import ReadDocx


def level(ilvl: int, text: str, fmt: str = "decimal", start: int | None = 1, more: str = "") -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{ilvl}">{begin}<w:numFmt w:val="{fmt}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{720 * (ilvl + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def abstract(number: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, definition: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{more}</w:num>'


def restart(after: int) -> str:
    return f'<w:lvlRestart w:val="{after}"/>'


def override(ilvl: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{ilvl}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def paragraph(text: str, number: int | None = None, ilvl: int | None = 0, style: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        depth = "" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>'
        properties += f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def items(*places: tuple[int, int]) -> str:
    return "".join(paragraph("x", number, ilvl) for number, ilvl in places)


OUTLINE = abstract(
    0,
    level(0, "%1."),
    level(1, "%1.%2", "decimal"),
    level(2, "(%3)", "lowerLetter"),
    level(3, "(%4)", "lowerRoman"),
)


@pytest.mark.parametrize(
    ("numbering", "places", "expected"),
    [
        pytest.param(OUTLINE + num(1, 0), [(1, 0)] * 3, ["1.", "2.", "3."], id="plain"),
        pytest.param(
            OUTLINE + num(1, 0),
            [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 3), (1, 0), (1, 1), (1, 2)],
            ["1.", "1.1", "1.2", "(a)", "(b)", "(i)", "2.", "2.1", "(a)"],
            id="deeper-levels-begin-anew",
        ),
        pytest.param(
            OUTLINE + num(1, 0) + num(2, 0),
            [(1, 0), (2, 0), (1, 0)],
            ["1.", "2.", "3."],
            id="instances-of-one-definition-share-their-counter",
        ),
        pytest.param(
            OUTLINE + num(1, 0) + num(2, 0, override(0, 1)),
            [(1, 0), (1, 0), (2, 0), (2, 0)],
            ["1.", "2.", "1.", "2."],
            id="start-override-begins-anew",
        ),
        pytest.param(
            OUTLINE + num(1, 0) + num(2, 0, override(0, 5)),
            [(1, 0), (2, 0), (2, 0), (1, 0)],
            ["1.", "5.", "6.", "7."],
            id="start-override-only-at-its-first-use",
        ),
        pytest.param(
            OUTLINE + num(1, 0, override(2, 4)),
            [(1, 0), (1, 2), (1, 2), (1, 0), (1, 2)],
            ["1.", "(d)", "(e)", "2.", "(d)"],
            id="start-override-holds-at-every-restart",
        ),
        pytest.param(
            OUTLINE + abstract(9, level(0, "%1)")) + num(1, 0) + num(2, 9),
            [(1, 0), (2, 0), (1, 0), (2, 0)],
            ["1.", "1)", "2.", "2)"],
            id="two-lists-in-turn",
        ),
        pytest.param(
            OUTLINE + num(1, 0), [(1, 1), (1, 1), (1, 0)], ["1.1", "1.2", "2."], id="skipped-level-counts"
        ),
        pytest.param(
            abstract(0, level(0, "%1."), level(1, "(%2)", "lowerLetter", more=restart(0))) + num(1, 0),
            [(1, 0), (1, 1), (1, 0), (1, 1)],
            ["1.", "(a)", "2.", "(b)"],
            id="restart-never",
        ),
        pytest.param(
            abstract(0, level(0, "%1."), level(1, "%2."), level(2, "(%3)", more=restart(1))) + num(1, 0),
            [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
            ["1.", "1.", "(1)", "2.", "(2)", "2.", "(1)"],
            id="restart-after-level-one-only",
        ),
        pytest.param(
            abstract(0, level(0, "%1.", start=12)) + num(1, 0), [(1, 0), (1, 0)], ["12.", "13."], id="start"
        ),
        pytest.param(
            abstract(0, level(0, "%1.", start=None)) + num(1, 0), [(1, 0)], ["0."], id="no-start-is-zero"
        ),
        pytest.param(
            abstract(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")) + num(1, 0),
            [(1, 0), (1, 0), (1, 1)],
            ["I.", "II.", "2.1"],
            id="legal-style",
        ),
        pytest.param(
            OUTLINE
            + num(1, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "§ %1", "upperLetter")}</w:lvlOverride>'),
            [(1, 0), (1, 0)],
            ["§ A", "§ B"],
            id="level-override",
        ),
        pytest.param(abstract(0, level(0, "Article %1:")) + num(1, 0), [(1, 0)], ["Article 1:"], id="words"),
        pytest.param(abstract(0, level(0, "", "none")) + num(1, 0), [(1, 0)], [""], id="none"),
        pytest.param(
            abstract(0, *(level(n, sign, "bullet") for n, sign in enumerate("\uf0b7–o"))) + num(1, 0),
            [(1, 0), (1, 1), (1, 2)],
            ["•", "–", "•"],
            id="bullets",
        ),
        pytest.param(OUTLINE + num(1, 0), [(0, 0)], [""], id="zero-is-no-list"),
        pytest.param(
            abstract(0, level(0, "%1)", 'custom" w:format="001, 002, ...')) + num(1, 0),
            [(1, 0), (1, 0)],
            ["001)", "002)"],
            id="custom-format",
        ),
        pytest.param(
            abstract(0, level(0, "%1."), level(1, "%1.%2.%3."), level(2, "x")) + num(1, 0),
            [(1, 0), (1, 1)],
            ["1.", "1.1.1."],
            id="counter-of-a-deeper-level-shows-its-start",
        ),
    ],
)
def test_labels_are_those_that_word_prints(
    read_docx: ReadDocx, numbering: str, places: list[tuple[int, int]], expected: list[str]
) -> None:
    document = read_docx(items(*places), numbering=numbering)
    assert [line.label for line in document.pages[0].lines] == expected
    assert document.warnings == ()


def style(
    name: str, based: str = "", number: int | None = None, kind: str = "paragraph", more: str = ""
) -> str:
    basis = f'<w:basedOn w:val="{based}"/>' if based else ""
    in_list = "" if number is None else f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    inside = f'<w:name w:val="{name}"/>{basis}{in_list}'
    return f'<w:style w:type="{kind}" w:styleId="{name}"{more}>{inside}</w:style>'


STYLES = (
    style("Normal", more=' w:default="1"')
    + style("Base", number=1)
    + style("Kid", "Base")
    + style("Sub", "Base")
    + style("Off", "Base", 0)
    + style("Loop", "Loop2")
    + style("Loop2", "Loop")
    + style("ListStyle", number=7, kind="numbering")
)
TIED = abstract(0, level(0, "%1."), level(1, "(%2)", "lowerLetter", more='<w:pStyle w:val="Sub"/>')) + num(
    1, 0
)


def test_styles_carry_numbers(read_docx: ReadDocx) -> None:
    body = "".join(
        [
            paragraph("by its style", style="Base"),
            paragraph("by the style it is based on", style="Kid"),
            paragraph("at the level tied to its style", style="Sub"),
            paragraph("taken out by its style", style="Off"),
            paragraph("taken out itself", 0, style="Kid"),
            paragraph("at a level of its own", 1, 1, style="Kid"),
            paragraph("again", style="Kid"),
            paragraph("styles based on each other", style="Loop"),
            paragraph("a style that is not there", style="Absent"),
        ]
    )
    document = read_docx(body, numbering=TIED, styles=STYLES)
    labels = [line.label for line in document.pages[0].lines]
    assert labels == ["1.", "2.", "(a)", "", "", "(b)", "3.", "", ""]


def test_the_level_alone_may_stand_with_the_paragraph(read_docx: ReadDocx) -> None:
    own_level = paragraph("x", 1, 1, style="Kid").replace('<w:numId w:val="1"/>', "")
    document = read_docx(paragraph("x", style="Kid") + own_level, numbering=TIED, styles=STYLES)
    assert [line.label for line in document.pages[0].lines] == ["1.", "(a)"]


def test_a_definition_may_only_name_a_list_style(read_docx: ReadDocx) -> None:
    numbering = (
        abstract(0, more='<w:numStyleLink w:val="ListStyle"/>')
        + abstract(5, level(0, "%1-"), more='<w:styleLink w:val="ListStyle"/>')
        + num(3, 0)
        + num(7, 5)
    )
    document = read_docx(items((3, 0), (3, 0)), numbering=numbering, styles=STYLES)
    assert [line.label for line in document.pages[0].lines] == ["1-", "2-"]


def test_indents_come_from_the_level_and_the_paragraph(read_docx: ReadDocx) -> None:
    own = items((1, 0)).replace("</w:pPr>", '<w:ind w:left="0" w:firstLine="600"/></w:pPr>')
    lines = read_docx(items((1, 0), (1, 1)) + own, numbering=TIED).pages[0].lines
    # margin 72: the level's words stand at 36 and 72 points, its numbers 18 points before
    assert [(line.left - 72, line.text_left - 72) for line in lines] == [(18, 36), (54, 72), (30, 66)]
    assert [line.level for line in lines] == [1, 2, 1]


def test_undefined_lists_and_formats_are_said(read_docx: ReadDocx) -> None:
    numbering = abstract(0, level(0, "%1.", "klingon")) + num(1, 0)
    document = read_docx(items((1, 0), (4, 0), (1, 8)), numbering=numbering)
    assert [line.label for line in document.pages[0].lines] == ["1.", "", ""]
    assert document.warnings == (
        "numbers in the format klingon are shown in digits",
        "the numbering of list 4 is not defined",
        "the numbering of list 1 is not defined",
    )


def test_an_empty_numbered_paragraph_counts_and_is_said(read_docx: ReadDocx) -> None:
    document = read_docx(items((1, 0)) + paragraph("", 1) + items((1, 0)), numbering=TIED)
    assert [line.label for line in document.pages[0].lines] == ["1.", "3."]
    assert document.warnings == ("the paragraph numbered 2. is empty",)


def test_numbers_run_on_through_tables_and_text_boxes(read_docx: ReadDocx) -> None:
    cell = f"<w:tc>{paragraph('two', 1)}</w:tc>"
    content = f"<w:txbxContent>{paragraph('three', 1)}</w:txbxContent>"
    box = f"<w:p><w:r><w:pict><v:textbox>{content}</v:textbox></w:pict></w:r></w:p>"
    body = paragraph("one", 1) + f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>" + box + paragraph("four", 1)
    lines = read_docx(body, numbering=TIED).pages[0].lines
    assert [(line.label, line.text) for line in lines] == [
        ("1.", "one"),
        ("2.", "two"),
        ("3.", "three"),
        ("4.", "four"),
    ]


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("decimal", (0, 10), ("0", "10")),
        ("decimalZero", (7, 12, 105), ("07", "12", "105")),
        ("upperRoman", (4, 9, 1990), ("IV", "IX", "MCMXC")),
        ("lowerRoman", (3, 0), ("iii", "0")),
        ("lowerLetter", (1, 26, 27, 53), ("a", "z", "aa", "aaa")),
        ("upperLetter", (28,), ("BB",)),
        (
            "ordinal",
            (1, 2, 3, 4, 11, 12, 21, 113),
            ("1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "113th"),
        ),
        (
            "cardinalText",
            (1, 15, 42, 120, 2000),
            ("One", "Fifteen", "Forty-two", "One hundred twenty", "2000"),
        ),
        (
            "ordinalText",
            (1, 5, 12, 20, 21, 30, 100),
            ("First", "Fifth", "Twelfth", "Twentieth", "Twenty-first", "Thirtieth", "One hundredth"),
        ),
        ("chicago", (1, 2, 5), ("*", "†", "**")),
        ("none", (3,), ("",)),
        ("numberInDash", (4,), ("- 4 -",)),
        ("decimalEnclosedCircle", (1, 20, 21), ("①", "⑳", "21")),
        ("decimalEnclosedParen", (2,), ("(2)",)),
        ("decimalFullWidth", (10,), ("１０",)),
        ("russianLower", (1, 29, 30), ("а", "я", "аа")),
        ("arabicAlpha", (1, 2), ("أ", "ب")),
        ("arabicAbjad", (1, 4), ("أ", "د")),
        ("chineseCounting", (10, 11, 21, 101, 110), ("十", "十一", "二十一", "一百零一", "一百一十")),
        ("chineseCountingThousand", (1005,), ("一千零五",)),
        ("ideographDigital", (105,), ("一〇五",)),
        ("ideographTraditional", (1, 10), ("甲", "癸")),
        ("hex", (255,), ("FF",)),
        ("thaiNumbers", (25,), ("๒๕",)),
        ("klingon", (7,), ("7",)),
    ],
)
def test_number_formats(name: str, values: tuple[int, ...], expected: tuple[str, ...]) -> None:
    assert tuple(format_number(value, name) for value in values) == expected
    assert is_known(name) == (name != "klingon")
