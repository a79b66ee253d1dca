"""Left-to-right words in a right-to-left line: gaps are measured between neighbours on the page."""

from indexer.extract.pdf_lines import build_lines
from indexer.extract.pdf_rows import Words


def test_no_tab_where_the_words_stand_close() -> None:
    made = [
        ("المنارات", 105.0, 147.0),
        ("A/HRC/9/8", 150.0, 195.0),
        ("Add.2", 198.0, 223.0),
        ("اجتمع", 226.0, 250.0),
        ("الحراس", 253.0, 280.0),
    ]
    texts, lefts, rights = map(list, zip(*made, strict=True))
    words = Words(texts, lefts, rights, [100.0] * 5, [10.0] * 5, [0] * 5, [0] * 5, [False] * 5)
    (line,) = build_lines(words, 595, 842)
    assert line.text == "الحراس اجتمع A/HRC/9/8 Add.2 المنارات"
