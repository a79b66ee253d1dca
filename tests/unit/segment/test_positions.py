from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from indexer.segment.positions import find_positions
from indexer.segment.unit import Unit
from tests.unit.segment.pages import lines_of

if TYPE_CHECKING:
    from indexer.segment.items import Item

SUPPORTED = "The recommendations listed below enjoy the support of Ruritania:"
NOTED = "The recommendations below did not enjoy the support of Ruritania:"
MADE = "The following recommendations were made to Ruritania:"


def unit(
    kind: str, address: str, *, scope: str = "", cells: tuple[str, ...] = (), section: tuple[str, ...] = ()
) -> Unit:
    made = Unit(kind, address.strip("p"), address, scope=scope, section=section)  # type: ignore[arg-type]
    for item in lines_of("words", *cells):
        made.add(in_cell(item) if item.text in cells else item)
    return made


def in_cell(item: Item) -> Item:
    item.line = msgspec.structs.replace(item.line, role="cell")
    return item


@pytest.mark.parametrize(
    ("kind", "address", "position"),
    [
        ("recommendation", "p15.1", "supported"),
        ("item", "p15.2", "supported"),
        ("recommendation", "p16.1", "noted"),
        ("recommendation", "p17.1", None),
        ("recommendation", "p18.1", None),
        ("paragraph", "p15.1", None),
    ],
)
def test_the_paragraph_above_says_what_the_state_says(kind: str, address: str, position: str | None) -> None:
    above = [unit("paragraph", name) for name in ("p15", "p16", "p17")]
    found = find_positions([*above, unit(kind, address)], [SUPPORTED, NOTED, MADE, "Light the lamps;"])
    assert found == [None, None, None, position]


def test_another_scope_has_its_own_paragraphs() -> None:
    units = [unit("paragraph", "p15"), unit("paragraph", "p15", scope="annex."), unit("item", "p15.1")]
    units.append(unit("item", "p15.1", scope="annex."))
    assert find_positions(units, [SUPPORTED, NOTED, "", ""])[2:] == ["supported", "noted"]


@pytest.mark.parametrize(
    ("cells", "position"),
    [
        (("Source: A/1", "Noted", "women"), "noted"),
        (("Supported",), "supported"),
        (("Supported in part",), None),
        (("Supported", "Noted"), None),
        (("Supported", "Supported"), "supported"),
        (("Supported", "Noted. The law of lamps is new."), "supported"),
        (("Supported. Lamps are lit.", "Noted. Oil is dear."), None),
        (("Supported. Lamps are lit.",), "supported"),
        ((), None),
    ],
)
def test_a_cell_of_its_row_says_it_too(cells: tuple[str, ...], position: str | None) -> None:
    assert find_positions([unit("recommendation", "p115.1", cells=cells)], ["Light the lamps;"]) == [position]


def test_a_line_that_is_no_cell_says_nothing() -> None:
    plain = unit("recommendation", "p115.1")
    for item in lines_of("Supported"):
        plain.add(item)
    assert find_positions([plain], ["words\nSupported"]) == [None]


def test_the_paragraph_below_says_that_the_state_will_answer() -> None:
    units = [unit("paragraph", "p9"), unit("item", "p9.1"), unit("item", "p9.2"), unit("paragraph", "p10")]
    answer = "The response of Ruritania to these recommendations will be included in the outcome report."
    texts = [MADE, "Light the lamps;", "Ring the bells.", answer]
    assert find_positions(units, texts) == [None, "pending", "pending", None]
    assert find_positions(units, [*texts[:3], "The report was adopted."]) == [None, None, None, None]
    assert find_positions(units, [SUPPORTED, *texts[1:]]) == [None, "supported", "supported", None]


def test_in_a_paper_that_answers_a_review_the_headings_say_it() -> None:
    section = ("II. Noted recommendations", "Lamps")
    replies = [unit(kind, "p122.1", section=section) for kind in ("recommendation", "item")]
    assert find_positions(replies, ["Lamps are dear."] * 2) == ["noted", None]
    listed = unit("recommendation", "p122.2", section=section)
    assert find_positions([unit("paragraph", "p122"), listed], [SUPPORTED, ""]) == [None, "supported"]
    assert find_positions([unit("paragraph", "p122"), listed], [MADE, ""]) == [None, None]
