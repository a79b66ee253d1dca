"""Tables on one line: signs for the ends of cells and rows."""

from __future__ import annotations

SIGNS = {"\t": " | ", "\n": " / "}
"""What stands for the end of a cell and of a row."""

_TABLE = str.maketrans(SIGNS)


def with_row_signs(text: str, whole: str) -> str:
    r"""A stretch of a text with such signs, if the whole text is a table: no other text has tabs.

    >>> table = "Coast\t1 204\t311 893\nIslands\t377\t290"
    >>> with_row_signs(table[:20], table), with_row_signs("one\ntwo", "one\ntwo")
    ('Coast | 1 204 | 311 893 / ', 'one\ntwo')
    """
    return text.translate(_TABLE) if "\t" in whole else text
