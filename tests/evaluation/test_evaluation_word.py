"""Labels of random lists beside those that LibreOffice prints; `python -m tests.evaluation.word` has more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import regex

from tests.evaluation.word.bodies import make
from tests.evaluation.word.labels import differences, labels_in, read_labels
from tests.evaluation.word.office import office
from tests.evaluation.word.package import write_package

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTS = 25


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_labels_are_those_that_libreoffice_prints(tmp_path: Path, kind: str) -> None:
    if office() is None:
        pytest.skip("LibreOffice (soffice) is not installed, so that nothing prints the documents")
    compared, found = differences([make(seed) for seed in range(DOCUMENTS)], tmp_path, kind)
    assert compared > 20 * DOCUMENTS
    assert found == []


@pytest.mark.parametrize("seed", range(0, 400, 10))
def test_changes_are_read_as_accepted(tmp_path: Path, seed: int) -> None:
    made = make(seed)
    written, accepted = (
        read_labels(
            write_package(tmp_path / f"{name}.docx", body, numbering=made.numbering, styles=made.styles)
        )
        for name, body in (("written", made.body), ("accepted", made.accepted))
    )
    assert written == accepted
    assert len(written) == len(regex.findall("@", made.accepted)) / 2


def test_the_same_seed_makes_the_same_document() -> None:
    assert make(7) == make(7)
    assert make(7) != make(8)


def test_labels_stand_before_their_marks() -> None:
    assert labels_in(["  1.  @1@", "", "(a) @2@\t2. @3@"]) == {1: "1.", 2: "(a)", 3: "2."}
