"""References by the words of headings and titles: cases, reports of a series, chapters by their titles."""

from __future__ import annotations

import pytest

from indexer.query import Index, open_index
from tests.unit.made_up import made_record, made_store

SERIES: dict[tuple[str, str], dict[int, tuple[str, ...]]] = {
    ("A/901/7", "Twelfth Report of the Committee on Pilotage"): {
        1: ("I. Introduction",),
        2: ("I. Introduction",),
        3: ("Case No. 3071", "A. What the union alleges"),
        4: ("Case No. 3071", "B. What the Government replies"),
        5: ("Cases Nos. 3072 and 3080",),
        6: ("IV. Case No. 307 (Ruritania)",),
        7: ("Conclusions and recommendations",),
    },
    ("A/901/8", "13th Report of the Committee on Pilotage"): {8: ("Introduction",), 9: ("Case No. 3071",)},
    ("A/901/9", "Case 12.345: Keepers v. Ruritania"): {1: ("Facts",), 2: ("Merits",)},
}
"""The numbers of the paragraphs of each report, and the headings above them."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    documents = [
        [
            made_record(symbol, number, "A text.", title=title, section=section)
            for number, section in sections.items()
        ]
        for (symbol, title), sections in SERIES.items()
    ]
    french = [
        made_record("A/901/7", 3, "Un texte.", language="fr", title="12e rapport", section=("Cas n° 3071",))
    ]
    return open_index(
        made_store(tmp_path_factory.mktemp("headed") / ".indexer", [[*documents, french]]).directory
    )


@pytest.mark.parametrize(
    ("reference", "found", "told"),
    [
        ("Case No. 3071", "A/901/7 3-4 A/901/8 9", "found below “Case No. 3071” in A/901/7, A/901/8"),
        ("case 3071", "A/901/7 3-4 A/901/8 9", "found below “Case No. 3071” in A/901/7, A/901/8"),
        ("Cas n° 3071", "A/901/7 3-4 A/901/8 9", "found below “Case No. 3071” in A/901/7, A/901/8"),
        ("Case No. 307", "A/901/7 6", "found below “IV. Case No. 307 (Ruritania)” in A/901/7"),
        ("Case No. 3080", "A/901/7 5", "found below “Cases Nos. 3072 and 3080” in A/901/7"),
        (
            "Case No. 3080 (Ruritania), para. 5",
            "A/901/7 5",
            "found below “Cases Nos. 3072 and 3080” in A/901/7",
        ),
        ("Case 12.345", "A/901/9 1-2", "Case 12.345 is A/901/9"),
        ("Case No. 12.345, para. 2", "A/901/9 2", "Case No. 12.345 is A/901/9"),
        ("12th Report, para. 3", "A/901/7 3", "12th Report is A/901/7"),
        ("the 12th report § 3", "A/901/7 3", "the 12th report is A/901/7"),
        ("Twelfth Report, paras. 3 and 5", "A/901/7 3 A/901/7 5", "Twelfth Report is A/901/7"),
        ("13th Report of the Committee on Pilotage, para. 8", "A/901/8 8", "13th Report of"),
        ("13th Report, Case No. 3071", "A/901/8 9", "found below “Case No. 3071” in A/901/8"),
        ("A/901/7, Case No. 3071", "A/901/7 3-4", "found below “Case No. 3071” in A/901/7"),
        ("A/901/7, conclusions", "A/901/7 7", "found below “Conclusions and recommendations” in A/901/7"),
        ("A/901/7 introduction", "A/901/7 1-2", "found below “I. Introduction” in A/901/7"),
        (
            "A/901/7, What the union alleges",
            "A/901/7 3",
            "found below “A. What the union alleges” in A/901/7",
        ),
        ("A/901/7, Introduction, para. 2", "A/901/7 2", ""),
        ("A/901/7, I, para. 2", "A/901/7 2", ""),
        ("A/901/7, I, B, para. 2", "A/901/7 2", ""),
        ("A/901/7, I", "A/901/7 1-2", ""),
    ],
)
def test_what_stands_below_a_heading_is_found(index: Index, reference: str, found: str, told: str) -> None:
    result = index.show(reference)
    wanted = [
        f"{symbol}@en#p{number}"
        for symbol, numbers in zip(found.split()[::2], found.split()[1::2], strict=True)
        for number in range(int(numbers.partition("-")[0]), int(numbers.rpartition("-")[2]) + 1)
    ]
    assert [record.id for record in result.records] == wanted
    assert result.misses == ()
    assert not told or result.notices[0].startswith(told)


def test_a_case_is_found_in_the_language_that_is_asked_for(index: Index) -> None:
    assert [record.id for record in index.show("Case No. 3071", lang="fr").records] == ["A/901/7@fr#p3"]


@pytest.mark.parametrize(
    ("reference", "miss"),
    [
        ("Case No. 3073", "no title or heading in the index names Case No. 3073"),
        ("14th Report, para. 3", "no title or heading in the index names 14th Report"),
        ("12th Report of the Committee on Tides", "no title or heading in the index names 12th Report"),
        ("13th Report, Case No. 3080", "no title or heading in the index names 13th Report, Case No. 3080"),
        ("A/901/8, summary", "A/901/8 has no heading “summary”; it has “Introduction”, “Case No. 3071”"),
        ("Case No. 3071, para. 7", "A/901/7 has paras. 3-4, no 7"),
    ],
)
def test_what_no_heading_names_is_told(index: Index, reference: str, miss: str) -> None:
    result = index.show(reference)
    assert result.records == ()
    assert result.misses[0].startswith(miss)
