from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from indexer.segment.candidates import find_candidates
from tests.unit.segment.pages import Report, lines_of

if TYPE_CHECKING:
    from indexer.model import Role


@pytest.mark.parametrize(
    ("above", "number", "starts"),
    [
        (("2. The lights were lit,", "and the ships came;"), "3.", True),
        (("2. The lights were lit,", "and the ships came"), "3.", False),
        (("2. The lights were lit,", "and the ships came;"), "4.", False),
        (("and the lights were lit,", "and the ships came;"), "3.", False),
        (("2. The lights;",), "3.", True),
    ],
)
def test_a_number_goes_on_in_a_row_where_the_one_before_has_ended(
    above: tuple[str, ...], number: str, *, starts: bool
) -> None:
    items = lines_of(*above, f"{number} The keepers of the lights")
    _, measures = Report().paragraphs(1, 4).items()
    found = {candidate.printed: candidate.start for candidate in find_candidates(items, measures)}
    assert found[number[:-1]] is starts


@pytest.mark.parametrize(
    ("indent", "letters", "end", "starts"),
    [(72.0, 52, ";", True), (72.0, 52, ",", False), (36.0, 59, ";", False)],
)
def test_a_number_goes_on_outside_a_list_that_has_ended(
    indent: float, letters: int, end: str, *, starts: bool
) -> None:
    report = Report().text(f"(a)\tThe {'l' * letters}{end}", indent=indent, above=0.0)  # a full line
    report.text("9. the keepers of the lights", indent=36.0, above=0.0).paragraphs(1, 3)
    found = find_candidates(*report.items())
    assert [candidate.start for candidate in found if candidate.printed == "9"] == [starts]


@pytest.mark.parametrize(
    ("text", "printed", "number", "words"),
    [
        ("12.\tThe group", "12", 12, "The group"),
        ("12. The group", "12", 12, "The group"),
        ("12 bis.\tThe group", "12 bis", 12, "The group"),
        ("12bis. The group", "12 bis", 12, "The group"),
        ("12septies. The group", "12 septies", 12, "The group"),
        ("12bis [The group]", "12 bis", 12, "[The group]"),
        ("12 quinquies.[The group]", "12 quinquies", 12, "[The group]"),
        ("12 terms ended", None, 0, ""),
        ("12a. The group", "12a", 12, "The group"),
        ("138.2.\tAct", "138.2", 138, "Act"),
        ("138.2\tAct", "138.2", 138, "Act"),
        ("1.2.3 Act", "1.2.3", 1, "Act"),
        ("36\tThe group", "36", 36, "The group"),
        ("36\t[The group]", "36", 36, "[The group]"),
        ("[36.\tThe group]", "36", 36, "The group]"),
        ("97.The group", "97", 97, "The group"),
        ("138.2.act as keepers", "138.2", 138, "act as keepers"),
        ("12,\tThe group", "12", 12, "The group"),
        ("12.", "12", 12, ""),
        ("12．会议", "12", 12, "会议"),
        ("12.5％", None, 0, ""),
        ("12.5.会议", "12.5", 12, "会议"),
        ("12.5亿", None, 0, ""),
        ("12． 会议", "12", 12, "会议"),
        ("١٢ - اجتمع", "١٢", 12, "اجتمع"),
        ("١٢- اجتمع", "١٢", 12, "اجتمع"),
        ("12 - اجتمع", "12", 12, "اجتمع"),
        ("138-2 اجتمع", "138-2", 138, "اجتمع"),
        ("138-2-\tاجتمع", "138-2", 138, "اجتمع"),
        ("7-2-1 - اجتمع", "7-2-1", 7, "اجتمع"),
        ("2008-2009 The lights", None, 0, ""),
        ("2009. The group", "2009", 2009, "The group"),
        ("12 members came", None, 0, ""),
        ("12.5 per cent", "12.5", 12, "per cent"),
        ("12345. The group", None, 0, ""),
        ("12", None, 0, ""),
        ("the 12. group", None, 0, ""),
        ("", None, 0, ""),
    ],
)
def test_lines_that_begin_with_a_number(text: str, printed: str | None, number: int, words: str) -> None:
    items = lines_of(text)
    _, measures = Report().items()
    measures.size = 10.0
    found = find_candidates(items, measures)
    if printed is None:
        assert found == []
        return
    (candidate,) = found
    assert (candidate.printed, candidate.number) == (printed, number)
    assert text[candidate.end :] == words


@pytest.mark.parametrize(
    ("label", "printed"), [("12.", "12"), ("(12)", None), ("138.2.", "138.2"), ("(a)", None)]
)
def test_labels_that_the_format_computes(label: str, printed: str | None) -> None:
    items = lines_of("The group met", label=label)
    _, measures = Report().items()
    assert [candidate.printed for candidate in find_candidates(items, measures)] == (
        [printed] if printed else []
    )


@pytest.mark.parametrize("role", ["heading", "row", "note", "contents"])
def test_lines_of_another_role_are_no_candidates(role: Role) -> None:
    _, measures = Report().items()
    assert not find_candidates(lines_of("12. The group", role=role), measures)


@pytest.mark.parametrize(
    ("text", "signs"),
    [("12.\tThe group", "."), ("36\tThe group", ""), ("12、会议", "、"), ("12bis. The group", ".")],
)
def test_the_signs_of_a_number(text: str, signs: str) -> None:
    _, measures = Report().paragraphs(1, 4).items()
    (candidate,) = find_candidates(lines_of(text), measures)
    assert candidate.signs == signs
