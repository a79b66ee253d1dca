"""Lines that hold words of both directions."""

from __future__ import annotations

import pytest

from tests.unit.extract.test_pdf_lines import texts, word


def line_of(*made: tuple[str, float, float]) -> str:
    (text,) = texts(*[word(text, left, 100.0, width=right - left) for text, left, right in made])
    return text


def test_right_to_left_words_come_in_reading_order() -> None:
    made = [word("المنارات", 100, 100), word("حراس", 150, 100), word("اجتمع", 180, 100)]
    assert texts(*made) == ["اجتمع حراس المنارات"]


def test_numbers_in_a_right_to_left_line_keep_their_own_order() -> None:
    made = [word("المنارات", 100, 100), word("A/HRC/9/8", 150, 100), word("2", 200, 100)]
    made += [word("اجتمع", 210, 100), word("الحراس", 240, 100)]
    (text,) = texts(*made)
    assert text.split() == ["الحراس", "اجتمع", "A/HRC/9/8", "2", "المنارات"]


def test_no_tab_where_the_words_stand_close() -> None:
    """Gaps are measured between neighbours on the page."""
    found = line_of(
        ("المنارات", 105.0, 147.0),
        ("A/HRC/9/8", 150.0, 195.0),
        ("Add.2", 198.0, 223.0),
        ("اجتمع", 226.0, 250.0),
        ("الحراس", 253.0, 280.0),
    )
    assert found == "الحراس اجتمع A/HRC/9/8 Add.2 المنارات"


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (("المنارات", "5", "6", "7"), "7 6 5 المنارات"),
        (("المنارات", "May", "2024"), "May 2024 المنارات"),
        (("الأمم", "A/79/131"), "A/79/131 الأمم"),
        (("See", "المنارات", "حراس", "below,", "the", "same"), "See حراس المنارات below, the same"),
        (("[(A/79/458)", "قرار"), "قرار [(A/79/458)"),
        (("المنارات", ")A/79/458)]"), "(A/79/458)] المنارات"),
        (("انظر", "المرفق)", "طيه"), "طيه المرفق) انظر"),
        (("السفن", "خبيرا.ً"), "خبيراً. السفن"),
        (("المنارات", "2009)1("), "2009(1) المنارات"),
        (("المنارات", "(3)", "A/79/131.", "للوثيقة"), "للوثيقة A/79/131. (3) المنارات"),
        (("المنارات", "A/79/131", "(3)", "للوثيقة"), "للوثيقة A/79/131 (3) المنارات"),
        (("المنارات", *["(3)"] * 2000, "A/79/2", "للوثيقة"), f"للوثيقة A/79/2{' (3)' * 2000} المنارات"),
        (("المنارات", ".4"), "4. المنارات"),
        (("المنارات", "-4"), "-4 المنارات"),
        (("." * 100_000, "المنارات"), "المنارات " + "." * 100_000),
        (("المنارات", ".", "Add.2", "A/79/2", "وثيقة"), "وثيقة Add.2 A/79/2. المنارات"),
    ],
)
def test_words_in_the_order_in_which_they_are_read(given: tuple[str, ...], text: str) -> None:
    """The words are given from left to right, as they stand on the page."""
    made, x = [], 100.0
    for each in given:
        made.append((each, x, x + 5.0 * len(each)))
        x += 5.0 * len(each) + 3.0
    assert line_of(*made) == text


def test_numbers_alone_are_read_from_the_right_on_a_page_that_is() -> None:
    above = [word("الحراس", 200, 100), word("اجتمع", 240, 100)]
    row_of = [word(each, left, 120) for each, left in (("485", 100), ("117", 150), ("208", 200))]
    assert texts(*above, *row_of)[1].split() == ["208", "117", "485"]
    mark = [word(")1(", 200, 117, size=6.0), word(".2011", 220, 120)]
    assert texts(*above, *mark)[1].replace(" ", "") == "2011.(1)"
    mark[1:] = [word(".A/67/192", 220, 120)]
    assert texts(*above, *mark)[1].replace(" ", "") == "A/67/192.(1)"


@pytest.mark.parametrize(("number", "text"), [("-9", "9-"), ("–12", "12–"), ("-2024", "-2024"), ("9-", "9-")])
def test_a_number_in_front_of_a_paragraph_has_its_dash_behind_it(number: str, text: str) -> None:
    made = [word("المنارات", 100, 100), word("حراس", 150, 100), word("اجتمع", 180, 100)]
    assert texts(*made, word(number, 240, 100)) == [f"{text}\tاجتمع حراس المنارات"]


def test_a_latin_name_stands_behind_what_is_read_first_on_a_page_from_right_to_left() -> None:
    above = [word(each, left, 100) for each, left in (("المنارات", 180), ("حراس", 230), ("اجتمع", 260))]
    signed = [word("Ada", 180, 120), word("Brightwater", 200, 120), word(")توقيع(", 260, 120)]
    assert texts(*above, *signed) == ["اجتمع حراس المنارات", "(توقيع) Ada Brightwater"]


@pytest.mark.parametrize(
    ("given", "text"),
    [(".2012", "2012."), ('".2012', '2012."'), ("؛A/67/192", "A/67/192؛"), ("2012", "2012")],
)
def test_a_line_of_one_number_has_its_stop_behind_it(given: str, text: str) -> None:
    above = [word("الحراس", 200, 100), word("اجتمع", 240, 100)]
    assert texts(*above, word(given, 240, 120)) == ["اجتمع الحراس", text]
    assert texts(word("Lights", 100, 100), word(given, 100, 120)) == ["Lights", given]


def test_numbers_that_hang_out_to_the_right_belong_to_the_column_beside_them() -> None:
    made, sentence = [], ("المنارات", "حراس", "من", "عدد", "اجتمع")
    for row in range(20):
        for left, right in ((330.0, 530.0), (60.0, 268.0)):
            steps = (right - left) / len(sentence)
            places = (left + at * steps for at in range(len(sentence)))
            made += [
                word(text, x, 100.0 + 20 * row, width=steps - 3)
                for text, x in zip(sentence, places, strict=True)
            ]
        if row % 5 == 0:
            made.append(word(f"-{row // 5 + 1}", 286, 100.0 + 20 * row))
    found = texts(*made)
    assert [text.partition("\t")[0] for text in found[20::5]] == ["1-", "2-", "3-", "4-"]
    assert not any("-" in text for text in found[:20])
