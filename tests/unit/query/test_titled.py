from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.model import Mention, Source
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


BY_WORDS = [
    made_record(
        "A/77/1",
        1,
        "As article 5 of the Universal Declaration of Human Rights says.",
        mentions=(Mention(entity="UDHR", start=20, end=57, surface="Universal Declaration of Human Rights"),),
    ),
    made_record(
        "A/77/1",
        2,
        "As article 6 of it says.",
        mentions=(Mention(entity="UDHR", start=0, end=2, surface="it"),),
    ),
    made_record("A/77/1", 3, "As article 5 of something else says, of torture."),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    documents = [
        texts("one.pdf", "UNIVERSAL  DECLARATION OF HUMAN RIGHTS"),
        texts("un.pdf", "Déclaration universelle des droits de l’homme", language="fr"),
        texts("about.pdf", "Universal Declaration of Human Rights: a study"),
        texts("child.pdf", CHILD),
        texts("armed.pdf", f"Optional Protocol to the {ARMED}"),
        texts("sale.pdf", f"Optional Protocol to the {SALE}"),
        texts("civil.pdf", "International Covenant on Civil and Political Rights"),
        texts("social.pdf", "International Covenant on Economic, Social and Cultural Rights"),
        BY_WORDS,
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
        ("UDHR, arts. 4 and 6", None, ["file:one.pdf@en#p1", "file:one.pdf@en#p3"]),
        ("UDHR, articles 4-6", None, [f"file:one.pdf@en#p{nth}" for nth in (1, 2, 3)]),
        ("ICCPR, art. 6", None, ["file:civil.pdf@en#p3"]),
        ("art. 6 ICESCR", None, ["file:social.pdf@en#p3"]),
        ("International Covenant on Civil and Political Rights, art. 6", None, ["file:civil.pdf@en#p3"]),
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


FIFTH = ["file:one.pdf@en#p2", "file:un.pdf@fr#p2", "A/77/1@en#p1"]
SIXTH = ["file:one.pdf@en#p3", "file:un.pdf@fr#p3", "A/77/1@en#p2"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Universal Declaration of Human Rights, art. 5", FIFTH),
        ("universal declaration of human rights art 5", FIFTH),
        ("UDHR, art. 5", FIFTH),
        ("article 5 of the Universal Declaration of Human Rights", FIFTH),
        ("UDHR, art. 6", SIXTH),
        ("UDHR, arts. 5 and 6", [*FIFTH, *SIXTH]),
        ("UDHR, art. 5 NOT title:declaration", ["A/77/1@en#p1"]),
        ("《世界人权宣言》第五条", FIFTH),
        ("世界人权宣言第五条", FIFTH),
        ("CRC, art. 4", ["file:child.pdf@en#p1"]),
        ("ICCPR, art. 4", ["file:civil.pdf@en#p1"]),
        ("article 5", ["A/77/1@en#p1", "A/77/1@en#p3"]),
        ("UDHR", ["A/77/1@en#p1", "A/77/1@en#p2"]),
    ],
)
def test_a_search_finds_the_article_and_what_names_it(index: Index, query: str, found: list[str]) -> None:
    ids = [hit.id for hit in index.search(query).hits]
    assert sorted(ids) == sorted(found)
    assert ids == sorted(ids, key=lambda one: not one.startswith("file:"))  # the article itself comes first


def test_a_search_for_an_article_that_is_not_there_says_which_are(index: Index) -> None:
    result = index.search("UDHR, art. 50")
    assert not result.hits
    assert any("has no art. 50; it has arts. 4, 5, 6" in notice for notice in result.notices)


def test_an_index_without_files_of_titles(tmp_path: Path) -> None:
    made_store(
        tmp_path, [[[made_record("A/1/1", 1, "The light.", title="Universal Declaration of Human Rights")]]]
    )
    assert not open_index(tmp_path).show("UDHR, art. 5").records
