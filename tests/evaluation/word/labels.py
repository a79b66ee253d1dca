"""The labels of marked paragraphs, as they print and as we read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.discover import source_file
from indexer.extract import extract
from tests.evaluation.word.office import print_texts, save_as
from tests.evaluation.word.package import write_package

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tests.evaluation.word.bodies import Made

_MARK = regex.compile(r"@(\d+)@")

KINDS = ("docx", "odt", "rtf")
"""Formats that we read."""

_SOFT_HYPHEN = "\xad"

Labels = dict[int, str]
"""What stands before the mark of each paragraph, by its number, in the order of the marks."""


def labels_in(lines: Iterable[str]) -> Labels:
    """What stands before each mark: since the mark before it, or since the line began."""
    found: Labels = {}
    for printed in lines:
        line, start = printed.replace(_SOFT_HYPHEN, ""), 0
        for match in _MARK.finditer(line):
            found[int(match[1])] = " ".join(line[start : match.start()].split())
            start = match.end()
    return found


def read_labels(path: Path) -> Labels:
    """The labels that we read."""
    document = extract(source_file(path))
    lines = [line for page in document.pages for line in page.lines]
    return labels_in(f"{line.label} {line.text}" for line in lines)


def differences(documents: Sequence[Made], folder: Path, kind: str = "docx") -> tuple[int, list[str]]:
    """How many labels were compared, and a line for each that differs.

    LibreOffice prints the documents with all changes accepted, and we read them with the changes in them; in
    another format, LibreOffice saves the accepted ones, and prints what we read.
    """
    accepted = [_write(made, made.accepted, folder / f"accepted-{made.seed}.docx") for made in documents]
    if kind == "docx":
        files = [_write(made, made.body, folder / f"{made.seed}.docx") for made in documents]
    else:
        files = accepted = save_as(kind, accepted, folder)
    texts = print_texts(accepted, folder)
    compared, found = 0, []
    for made, text, path in zip(documents, texts, files, strict=True):
        printed, read = labels_in(text.splitlines()), read_labels(path)
        marks = sorted(printed.keys() | read.keys())
        compared += len(marks)
        if printed.keys() == read.keys() and list(printed) != list(read):
            found.append(f"document {made.seed}: in another order than printed")
        found += [
            f"document {made.seed}, paragraph {mark}: printed {printed.get(mark)!r}, read {read.get(mark)!r}"
            for mark in marks
            if printed.get(mark) != read.get(mark)
        ]
    return compared, found


def _write(made: Made, body: str, path: Path) -> Path:
    return write_package(path, body, numbering=made.numbering, styles=made.styles)
