"""Word and OpenDocument files whose XML says anything at all: they are read, or refused with a reason."""

from __future__ import annotations

import contextlib
import random
from typing import TYPE_CHECKING

import pytest

from indexer.errors import ReportError
from indexer.extract.docx import DocxExtractor
from indexer.extract.odt import OdtExtractor
from indexer.model import SourceFile
from tests.evaluation.word.bodies import make
from tests.evaluation.word.package import write_package
from tests.unit.extract.conftest import write
from tests.unit.extract.damage import damage
from tests.unit.extract.test_odt import LISTS, L, items, members, p

if TYPE_CHECKING:
    from pathlib import Path

NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>'
)
REFERS = '<w:p><w:r><w:footnoteReference w:id="1"/><w:sym w:font="Symbol" w:char="F061"/></w:r></w:p>'
ODT = (
    items(p("a") + items(p("b"), p("c")), p("d"), more=L + ' xml:id="l1"')
    + items(p("e"), more=L + ' text:continue-list="l1"')
    + '<text:h text:outline-level="2">H</text:h>'
    + p('x<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>n</text:p></text:note-body></text:note>")
    + "<table:table><table:table-row><table:table-cell table:number-columns-repeated='2'>"
    + f"{p('t')}</table:table-cell></table:table-row></table:table>"
)  # fmt: skip


def source(path: Path) -> SourceFile:
    return SourceFile(path=path.name, location=str(path), sha256="", size=1, media_type="")


@pytest.mark.parametrize("seed", range(60))
def test_word_files_never_crash(tmp_path: Path, seed: int) -> None:
    made = make(seed % 7)
    path = tmp_path / "a.docx"
    parts = {"numbering": made.numbering, "styles": made.styles, "footnotes": NOTES}
    write_package(path, made.body + REFERS, **parts)
    dice = random.Random(seed)  # noqa: S311 -- the same damage for the same seed
    damage(path, dice, dice.randint(1, 30))
    with contextlib.suppress(ReportError):
        assert DocxExtractor().extract(source(path)).pages


@pytest.mark.parametrize("seed", range(60))
def test_opendocument_files_never_crash(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "a.odt"
    write(path, members(ODT, LISTS))
    dice = random.Random(seed)  # noqa: S311 -- the same damage for the same seed
    damage(path, dice, dice.randint(1, 30))
    with contextlib.suppress(ReportError):
        assert OdtExtractor().extract(source(path)).pages


def test_damage_changes_what_is_read(tmp_path: Path) -> None:
    made = make(1)
    path = tmp_path / "a.docx"
    read = set()
    for seed in range(10):
        write_package(path, made.body, numbering=made.numbering, styles=made.styles)
        damage(path, random.Random(seed), 20)  # noqa: S311 -- as above
        with contextlib.suppress(ReportError):
            pages = DocxExtractor().extract(source(path)).pages
            read.add("\n".join(f"{line.label} {line.text}" for line in pages[0].lines))
    assert len(read) > 5
