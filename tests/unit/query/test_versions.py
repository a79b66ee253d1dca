"""Language versions of one document: which are shown, and in what order."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.model import Part
from indexer.query.versions import by_place, wanted_languages
from tests.unit.query.test_index_show import unit, write

if TYPE_CHECKING:
    from pathlib import Path

    from indexer.model import Record
    from indexer.query import Index

SYMBOL = "A/HRC/9/8"
HELD = {
    "ar": ["t1", "p1", "p2", "annex-2.p1"],
    "en": ["p1", "p2", "p3", "annex-II.p1"],
    "fr": ["p1", "p3", "annex-II.p1"],
}


def version(language: str, addresses: list[str]) -> list[Record]:
    return [unit(SYMBOL, address, order, language=language) for order, address in enumerate(addresses, 1)]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    documents = [version(language, addresses) for language, addresses in HELD.items()]
    return write(tmp_path_factory.mktemp("versions") / ".indexer", documents)


def shown(index: Index, place: str, lang: str | list[str] | None) -> list[str]:
    records = index.show(f"{SYMBOL}{place}", lang=lang).records
    return [record.id.removeprefix(SYMBOL) for record in records]


@pytest.mark.parametrize(
    ("place", "lang", "expected"),
    [
        (", para. 1", None, ["@en#p1"]),
        (", para. 1", "fr", ["@fr#p1"]),
        (", para. 1", "FR", ["@fr#p1"]),
        (", para. 1", "all", ["@ar#p1", "@en#p1", "@fr#p1"]),
        (", para. 1", "fr,ar", ["@fr#p1", "@ar#p1"]),
        (", para. 1", ["fr", "ar"], ["@fr#p1", "@ar#p1"]),
        (", paras. 1-2", "all", ["@ar#p1", "@en#p1", "@fr#p1", "@ar#p2", "@en#p2"]),
        (", paras. 1-3", "en,fr", ["@en#p1", "@fr#p1", "@en#p2", "@en#p3", "@fr#p3"]),
        (", annex II", "all", ["@ar#annex-2.p1", "@en#annex-II.p1", "@fr#annex-II.p1"]),
        (", para. 1", "fr,de", ["@fr#p1"]),
        (
            "",
            "en,fr",
            ["@en#p1", "@fr#p1", "@en#p2", "@en#p3", "@fr#p3", "@en#annex-II.p1", "@fr#annex-II.p1"],
        ),
        ("@ar#p1", "all", ["@ar#p1"]),
    ],
)
def test_which_are_shown(index: Index, place: str, lang: str | list[str] | None, expected: list[str]) -> None:
    assert shown(index, place, lang) == expected


@pytest.mark.parametrize(
    ("place", "lang", "misses"),
    [
        (", para. 1", "de", (f"{SYMBOL} is not in the index in “de”, only in: ar, en, fr",)),
        (", para. 1", "de,fr,it", (f"{SYMBOL} is not in the index in “de”, “it”, only in: ar, en, fr",)),
        (", para. 2", "en,fr", (f"{SYMBOL} (fr) has paras. 1-3, no 2; the nearest are 1 and 3",)),
        (", para. 2", "fr", (f"{SYMBOL} has paras. 1-3, no 2; the nearest are 1 and 3",)),
        (
            ", para. 9",
            "all",
            tuple(
                f"{SYMBOL} ({language}) has paras. 1-{last}, no 9"
                for language, last in (("ar", 2), ("en", 3), ("fr", 3))
            ),
        ),
        (", para. 1", "all", ()),
    ],
)
def test_what_is_not_there(index: Index, place: str, lang: str, misses: tuple[str, ...]) -> None:
    assert index.show(f"{SYMBOL}{place}", lang=lang).misses == misses


def test_other_languages_are_told_where_none_was_asked_for(index: Index) -> None:
    told = f"{SYMBOL} is also there in ar, fr (--lang)"
    assert index.show(f"{SYMBOL}, para. 1").notices == (told,)
    assert index.show(f"{SYMBOL}, para. 1", lang="en").notices == ()


def test_neighbours_stand_in_their_places(index: Index) -> None:
    result = index.show(f"{SYMBOL}, para. 1", lang="en,fr", context=1)
    assert [record.id.rpartition("@")[2] for record in result.records] == ["en#p1", "fr#p1", "en#p2", "fr#p3"]
    assert result.wanted == (True, True, False, False)


@pytest.mark.parametrize(
    ("given_languages", "expected"),
    [(None, ()), ("", ()), ("fr", ("fr",)), (" FR , en,fr,", ("fr", "en")), (("es", "ru"), ("es", "ru"))],
)
def test_languages_as_given(given_languages: str | None, expected: tuple[str, ...]) -> None:
    assert wanted_languages(given_languages) == expected


NUMBERS = st.lists(st.integers(1, 9), unique=True, max_size=9)


@given(st.dictionaries(st.sampled_from(["ar", "en", "fr", "zh"]), NUMBERS.map(sorted), max_size=4))
def test_the_same_place_stands_together_and_nothing_is_lost(held: dict[str, list[int]]) -> None:
    rows = [
        (record, "", True)
        for language, numbers in held.items()
        for record in version(language, [f"p{number}" for number in numbers])
    ]
    ordered = by_place(rows)
    assert sorted(record.id for record, _, _ in ordered) == sorted(record.id for record, _, _ in rows)
    runs = [address for address, _ in groupby(record.address for record, _, _ in ordered)]
    assert len(runs) == len(set(runs))
    for language in held:
        orders = [record.order for record, _, _ in ordered if record.language == language]
        assert orders == sorted(orders)


def test_a_record_in_another_language_stays_in_its_document(tmp_path: Path) -> None:
    english = unit(SYMBOL, "p1", 1, title="Policies of harbours", text="Ports open early.")
    spanish = unit(
        SYMBOL,
        "p2",
        2,
        id=f"{SYMBOL}@en#p2",
        language="es",
        title="Policies of harbours",
        text="Los puertos abren.",
    )
    index = write(tmp_path / ".indexer", [[english, spanish]])
    assert [record.id for record in index.show(f"{SYMBOL}, paras. 1-2", lang="en").records] == [
        english.id,
        spanish.id,
    ]
    assert index.show(f"{SYMBOL}, para. 2", lang="es").misses == (
        f"{SYMBOL} is not in the index in “es”, only in: en",
    )
    assert index.show(f"{SYMBOL}, para. 2").notices == ()
    assert [hit.id for hit in index.search("puerto").hits] == [spanish.id]
    assert [hit.id for hit in index.search("port").hits] == [english.id]
    assert {hit.id for hit in index.search("title:policy").hits} == {english.id, spanish.id}
    assert index.search("lang:es", count_only=True).total == 1
    assert [group.document for group in index.search("title:policy", group="doc").groups] == [f"{SYMBOL}@en"]


def test_a_sub_paragraph_has_its_letter_in_each_language(tmp_path: Path) -> None:
    versions = [
        [
            unit(
                SYMBOL,
                "p1",
                1,
                language=language,
                text="0123456789",
                parts=(
                    Part(address=f"p1.{first}", start=0, end=4),
                    Part(address=f"p1.{second}", start=5, end=9),
                ),
            )
        ]
        for language, first, second in (("ar", "أ", "ب"), ("en", "a", "b"))
    ]
    index = write(tmp_path / ".indexer", versions)
    for reference in (f"{SYMBOL}, para. 1 (b)", f"{SYMBOL}، الفقرة 1 (ب)"):
        assert index.show(reference, lang="all").parts == ("p1.ب", "p1.b")
