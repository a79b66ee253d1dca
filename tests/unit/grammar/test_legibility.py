from __future__ import annotations

import pytest

from indexer.grammar.legibility import Fault, is_unreliable, page_fault, page_faults
from indexer.model import Line, Page
from tests.unit.segment.pages import FILL


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("", False),
        (FILL * 3, False),
        ("ttthe lllights offf " * 10, True),
        (("the lights " * 10) + "\ufffd" * 30, True),
        ("\ue000" * 30, True),
        ("\ue000" * 5, False),
        ("the lights were lit\tby night\n" * 10, False),
    ],
)
def test_text_layers_that_spell_nothing(text: str, *, broken: bool) -> None:
    assert is_unreliable(text) == broken


BROKEN = "ttthe lllights offf " * 10
LONG = "the lights were lit by night and counted by the keeper of the harbour and of the sea"


@pytest.mark.parametrize(
    ("text", "confidence", "pictures", "fault"),
    [
        ("", None, False, None),
        ("", None, True, "no-text-page"),
        ("A/HRC/9/8\u2003page 4", None, True, "no-text-page"),
        ("A/HRC/9/8\u2003page 4", None, False, None),
        ("A/HRC/9/8\u2003page 4", 0.9, True, None),
        (LONG, None, True, None),
        (BROKEN, None, False, "unreliable-text"),
        (BROKEN, None, True, "unreliable-text"),
        (LONG + "\n\uf02a\uf031\uf034\uf032\uf033\uf039\uf033\uf030\uf02a", None, False, None),
        ("4\n" + "\ue000" * 30, None, False, "unreliable-text"),
    ],
)
def test_what_keeps_a_page_from_being_read(
    text: str, confidence: float | None, *, pictures: bool, fault: Fault | None
) -> None:
    lines = tuple(Line(text=part, confidence=confidence) for part in text.splitlines())
    page = Page(number=1, width=595, height=842, lines=lines, pictures=pictures)
    sound = Page(number=2, width=595, height=842, lines=(Line(text=f"{LONG} (iii) {LONG} {LONG}"),))
    assert page_fault(page) == fault
    assert page_faults([page, sound]) == ({1: fault} if fault else {})
