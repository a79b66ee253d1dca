from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from indexer.extract.docx_package import child

if TYPE_CHECKING:
    from indexer.model import ExtractedDocument
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
            abstract(0, level(0, "%1)", 'custom" w:format="A, B, C, ...')) + num(1, 0),
            [(1, 0), (1, 0)],
            ["A)", "B)"],
            id="custom-format-of-letters",
        ),
        pytest.param(
            abstract(0, level(0, "%1."), level(1, "%1.%2.%3."), level(2, "x")) + num(1, 0),
            [(1, 0), (1, 1)],
            ["1.", ""],
            id="the-number-of-a-deeper-level-empties-the-label",
        ),
        pytest.param(
            abstract(0, level(0, "%1.", "upperLetter", start=3), level(1, "%1.%2")) + num(1, 0),
            [(1, 1), (1, 1), (1, 0), (1, 1)],
            ["C.1", "C.2", "D.", "D.1"],
            id="a-level-skipped-shows-and-counts-its-first-number",
        ),
        pytest.param(
            OUTLINE + num(1, 0),
            [(1, 3), (1, 2), (1, 1), (1, 0), (1, 3)],
            ["(i)", "(b)", "1.2", "2.", "(i)"],
            id="upwards-from-the-deepest",
        ),
        pytest.param(
            OUTLINE + num(1, 0) + num(2, 0, override(1, 4)),
            [(1, 0), (1, 1), (1, 1), (2, 1), (2, 1), (1, 1)],
            ["1.", "1.1", "1.2", "1.4", "1.5", "1.6"],
            id="start-override-of-a-deeper-level",
        ),
        pytest.param(
            OUTLINE + num(1, 0, override(0, 1)) + num(2, 0, override(0, 1)),
            [(1, 0), (1, 1), (1, 1), (2, 1), (2, 1), (2, 0), (2, 1)],
            ["1.", "1.1", "1.2", "1.3", "1.4", "1.", "1.1"],
            id="start-override-waits-for-its-own-level",
        ),
        pytest.param(
            OUTLINE + num(1, 0) + num(2, 0, '<w:lvlOverride w:ilvl="0"/>'),
            [(1, 0), (2, 0), (1, 0)],
            ["1.", "2.", "3."],
            id="an-override-that-says-nothing",
        ),
        pytest.param(
            OUTLINE
            + num(1, 0)
            + num(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "upperRoman")}</w:lvlOverride>'),
            [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)],
            ["1.", "2.", "III)", "IV)", "5."],
            id="a-level-override-counts-on",
        ),
        pytest.param(
            abstract(0, level(0, "%1."), level(1, "%1.%2."), level(2, "%1.%2.%3.", more=restart(1)))
            + num(1, 0),
            [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
            ["1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "1.2.3.", "2.", "2.1.1."],
            id="restart-after-level-one-shown-in-full",
        ),
        pytest.param(
            abstract(0, level(0, "%1."), level(1, "%1.%2.", more=restart(5))) + num(1, 0),
            [(1, 0), (1, 1), (1, 0), (1, 1)],
            ["1.", "1.1.", "2.", "2.1."],
            id="restart-after-a-deeper-level-is-the-usual-one",
        ),
        pytest.param(
            abstract(0, level(0, "%1", "none"), level(1, "%1.%2"), level(2, "Note:", "none")) + num(1, 0),
            [(1, 0), (1, 1), (1, 1), (1, 2)],
            ["", ".1", ".2", "Note:"],
            id="no-number-leaves-the-text-around-it",
        ),
        pytest.param(
            abstract(0, level(0, "•", "bullet"), level(1, "%1%2)")) + num(1, 0),
            [(1, 0), (1, 1)],
            ["•", "1)"],
            id="below-a-bullet",
        ),
        pytest.param(
            abstract(0, level(0, "%1", "decimalZero"), level(1, "%1.%2", "upperLetter", more="<w:isLgl/>"))
            + num(1, 0),
            [(1, 0), (1, 1)],
            ["01", "1.1"],
            id="legal-style-holds-for-all-places",
        ),
        pytest.param(
            abstract(0, level(0, "第%1条"), level(1, "100% %2%"), level(2, "%%3")) + num(1, 0),
            [(1, 0), (1, 1), (1, 2)],
            ["第1条", "100% 1%", "%1"],
            id="signs-around-places",
        ),
        pytest.param(
            abstract(0, *(level(n, ".".join(f"%{m + 1}" for m in range(n + 1))) for n in range(9)))
            + num(1, 0),
            [(1, 0), (1, 8), (1, 8), (1, 4), (1, 8)],
            ["1", "1.1.1.1.1.1.1.1.1", "1.1.1.1.1.1.1.1.2", "1.1.1.1.2", "1.1.1.1.2.1.1.1.1"],
            id="nine-levels",
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
    levels = level(0, "%1.", "klingon"), level(1, "%2.", 'custom" w:format="?, !, ...')
    numbering = abstract(0, *levels) + num(1, 0)
    document = read_docx(items((1, 0), (1, 1), (4, 0), (1, 8)), numbering=numbering)
    assert [line.label for line in document.pages[0].lines] == ["1.", "1.", "", ""]
    assert document.warnings == (
        "numbers in the format klingon are shown in digits",
        "numbers in the format ?, !, ... are shown in digits",
        "the numbering of list 4 is not defined",
        "the numbering of list 1 is not defined",
    )


def test_an_empty_numbered_paragraph_counts_and_is_said(read_docx: ReadDocx) -> None:
    document = read_docx(items((1, 0)) + paragraph("", 1) + items((1, 0)), numbering=TIED)
    assert [line.label for line in document.pages[0].lines] == ["1.", "3."]
    assert document.warnings == ("the paragraph numbered 2. is empty",)


def test_numbers_run_on_through_tables(read_docx: ReadDocx) -> None:
    cell = f"<w:tc>{paragraph('two', 1)}</w:tc>"
    body = paragraph("one", 1) + f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>" + paragraph("three", 1)
    assert labelled(read_docx(body, numbering=TIED)) == ["1. one", "2. two", "3. three"]


def labelled(document: ExtractedDocument) -> list[str]:
    return [f"{line.label} {line.text}".strip() for page in document.pages for line in page.lines]


def test_boxes_notes_and_running_heads_count_for_themselves(read_docx: ReadDocx) -> None:
    content = f"<w:txbxContent>{paragraph('in a box', 1)}</w:txbxContent>"
    box = f"<w:r><w:pict><v:textbox>{content}</v:textbox></w:pict></w:r></w:p>"
    note = '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    body = (
        paragraph("one", 1).replace("</w:p>", box)
        + paragraph("two", 1).replace("</w:p>", note)
        + paragraph("three", 1).replace("</w:p>", box)
        + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    )
    footnotes = f'<w:footnote w:id="1">{paragraph("noted", 1)}{paragraph("more", 1)}</w:footnote>'
    document = read_docx(body, numbering=TIED, footnotes=footnotes, header1=paragraph("head", 1))
    assert labelled(document) == [
        "1. head",
        "1. one",
        "1. in a box",
        "2. two1",
        "3. three",
        "2. in a box",
        "1. noted",
        "2. more",
    ]


def tracked(text: str, mark: str, run: str = "") -> str:
    """A numbered paragraph with a change to its end, and to its text."""
    made = paragraph(text, 1).replace("</w:pPr>", f"<w:rPr><w:{mark}/></w:rPr></w:pPr>")
    return made.replace("<w:r>", f"<w:{run}><w:r>").replace("</w:r>", f"</w:r></w:{run}>") if run else made


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param(tracked("gone", "del", "del"), ["1. one", "2. end"], id="deleted"),
        pytest.param(tracked("new", "ins", "ins"), ["1. one", "2. new", "3. end"], id="inserted"),
        pytest.param(tracked("kept ", "del"), ["1. one", "2. kept end"], id="end-deleted"),
        pytest.param(
            tracked("a ", "del") + tracked("b ", "del"), ["1. one", "2. a b end"], id="ends-deleted"
        ),
        pytest.param(
            tracked("moved", "moveFrom", "moveFrom")
            + paragraph("two", 1)
            + tracked("moved", "moveTo", "moveTo"),
            ["1. one", "2. two", "3. moved", "4. end"],
            id="moved",
        ),
        pytest.param(
            tracked("hidden", "vanish").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"),
            ["1. one", "2. end"],
            id="hidden",
        ),
        pytest.param(tracked("shown", "vanish"), ["1. one", "2. shown", "3. end"], id="only-its-end-hidden"),
    ],
)
def test_paragraphs_count_as_with_all_changes_accepted(
    read_docx: ReadDocx, changed: str, expected: list[str]
) -> None:
    body = paragraph("one", 1) + changed + paragraph("end", 1)
    assert labelled(read_docx(body, numbering=TIED)) == expected


@pytest.mark.parametrize("start", ["9" * 4300, "9" * 400, "-1" + "0" * 30])
def test_no_report_counts_from_such_numbers(read_docx: ReadDocx, start: str) -> None:
    levels = level(0, "%1.").replace('w:start w:val="1"', f'w:start w:val="{start}"')
    document = read_docx(items((1, 0), (1, 0)), numbering=abstract(0, levels) + num(1, 0))
    assert [line.label for line in document.pages[0].lines] == ["0.", "1."]


@pytest.mark.parametrize(
    "levels",
    [
        level(0, "%1" * 5000),
        level(0, "•" * 10_000, "bullet"),
        level(0, "%1", f'custom" w:format="{"0" * 10_000}'),
    ],
    ids=["counters", "bullets", "zeros"],
)
def test_long_texts_of_levels_are_not_repeated_before_each_paragraph(
    read_docx: ReadDocx, levels: str
) -> None:
    document = read_docx(items((1, 0)), numbering=abstract(0, levels) + num(1, 0))
    assert len(document.pages[0].lines[0].label) <= 100
    assert bool(document.warnings) == ("format" not in levels)


def test_each_definition_is_looked_at_once(read_docx: ReadDocx) -> None:
    count = 300
    linked = "".join(
        abstract(number, more=f'<w:numStyleLink w:val="S{number}"/>') for number in range(count)
    ) + "".join(num(number, number) for number in range(count))
    last = abstract(count, level(0, "%1-"), more=f'<w:styleLink w:val="S{count - 1}"/>')
    looks = Counter[str]()

    def looked(element: Any, *names: str) -> Any:
        looks.update(names)
        return child(element, *names)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("indexer.extract.docx_numbering.child", looked)
        document = read_docx(items((count - 1, 0)), numbering=linked + last)
    assert [line.label for line in document.pages[0].lines] == ["1-"]
    assert looks["styleLink"] <= 2 * count
