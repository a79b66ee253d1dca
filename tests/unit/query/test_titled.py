from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.model import Source
from indexer.query import Index, open_index
from tests.unit.made_up import made_record, made_store

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.model import Record


CHILD = "Convention on the Rights of the Child"
ARMED = f"{CHILD} on the involvement of children in armed conflict"
SALE = f"{CHILD} on the sale of children, child prostitution and child pornography"


def texts(path: str, title: str, language: str = "en") -> list[Record]:
    """A document without a symbol, of three articles of one paragraph each."""
    source = Source(path=path, sha256=path, media_type="application/pdf")
    records = [
        made_record(
            f"file:{path}",
            nth,
            f"{title} {nth}.",
            language=language,
            title=title,
            section=(title, f"Article {nth + 3}"),
            source=source,
        )
        for nth in (1, 2, 3)
    ]
    return [msgspec.structs.replace(record, symbol=None, symbols=()) for record in records]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    documents = [
        texts("one.pdf", "UNIVERSAL  DECLARATION OF HUMAN RIGHTS"),
        texts("un.pdf", "Déclaration universelle des droits de l’homme", language="fr"),
        texts("about.pdf", "Universal Declaration of Human Rights: a study"),
        texts("child.pdf", CHILD),
        texts("armed.pdf", f"Optional Protocol to the {ARMED}"),
        texts("sale.pdf", f"Optional Protocol to the {SALE}"),
        texts("copy.pdf", "Durban Programme of Action"),
        [made_record("A/CONF.189/12", 1, "The programme.", title="Report of the Conference")],
    ]
    return open_index(made_store(tmp_path_factory.mktemp("titled"), [documents]).directory)


@pytest.mark.parametrize(
    ("reference", "lang", "found"),
    [
        ("UDHR, art. 5", None, ["file:one.pdf@en#p2"]),
        ("Universal Declaration of Human Rights, art. 5", None, ["file:one.pdf@en#p2"]),
        ("A/RES/217A(III), art. 6", None, ["file:one.pdf@en#p3"]),
        ("A/RES/217A(III)", None, [f"file:one.pdf@en#p{nth}" for nth in (1, 2, 3)]),
        ("A/RES/217A(III), para. 2", "fr", ["file:un.pdf@fr#p2"]),
        (f"{CHILD}, art. 5", None, ["file:child.pdf@en#p2"]),
        ("A/RES/44/25, annex, para. 3", None, ["file:child.pdf@en#p3"]),
        ("A/RES/54/263, annex I, para. 1", None, ["file:armed.pdf@en#p1"]),
        ("A/RES/54/263, annex II, para. 1", None, ["file:sale.pdf@en#p1"]),
    ],
)
def test_an_instrument_without_symbol_is_found_by_its_title(
    index: Index, reference: str, lang: str | None, found: list[str]
) -> None:
    shown = index.show(reference, lang=lang)
    assert [record.id for record in shown.records] == found
    assert shown.misses == ()
    assert [notice for notice in shown.notices if "by its title" in notice]


def test_who_bears_the_symbol_comes_before_who_has_the_title(index: Index) -> None:
    shown = index.show("Durban Programme of Action, para. 1")
    assert [record.id for record in shown.records] == ["A/CONF.189/12@en#p1"]
    assert not [notice for notice in shown.notices if "title" in notice]


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("UDHR, art. 50", "has no art. 50; it has arts. 4, 5, 6"),
        ("A/RES/39/46", "A/RES/39/46 is not in the index"),
        ("A/RES/70/1, para. 1", "A/RES/70/1 is not in the index"),
    ],
)
def test_what_is_not_there_is_told(index: Index, reference: str, said: str) -> None:
    shown = index.show(reference)
    assert not shown.records
    assert any(said in miss for miss in shown.misses), shown.misses


def test_an_index_without_files_of_titles(tmp_path: Path) -> None:
    made_store(
        tmp_path, [[[made_record("A/1/1", 1, "The light.", title="Universal Declaration of Human Rights")]]]
    )
    assert not open_index(tmp_path).show("UDHR, art. 5").records
