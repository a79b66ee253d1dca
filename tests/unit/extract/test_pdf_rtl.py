"""Left-to-right words in a right-to-left line: gaps are measured between neighbours on the page."""

from indexer.extract.pdf_lines import Word, build_lines


def word(text: str, left: float, right: float) -> Word:
    made = Word(
        text=text,
        left=left,
        right=right,
        top=92,
        bottom=102,
        base_x=left,
        base_y=100,
        size=10,
        turn=0,
        bold=False,
        italic=False,
        group=0,
        glued=False,
    )
    made.base = 100
    return made


def test_no_tab_where_the_words_stand_close() -> None:
    made = [
        word("المنارات", 105, 147),
        word("A/HRC/9/8", 150, 195),
        word("Add.2", 198, 223),
        word("اجتمع", 226, 250),
        word("الحراس", 253, 280),
    ]
    (line,) = build_lines(made, 595, 842)
    assert line.text == "الحراس اجتمع A/HRC/9/8 Add.2 المنارات"
