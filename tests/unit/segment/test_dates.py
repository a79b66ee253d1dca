from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.segment.dates import find_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("29 August 2008", "2008-08-29"),
        ("Distr.: General\t29 August 2008", "2008-08-29"),
        ("GENEVA, 1 MAY 1975", "1975-05-01"),
        ("2nd December 1999", "1999-12-02"),
        ("August 29, 2008", "2008-08-29"),
        ("1er février 2010", "2010-02-01"),
        ("12 août 2011", "2011-08-12"),
        ("3 de marzo de 2012", "2012-03-03"),
        ("3 de marzo del 2012", "2012-03-03"),
        ("15 setiembre 2012", None),  # the spelling of one country; none of the real documents has it
        ("9 января 2014", "2014-01-09"),
        ("2016年3月4日", "2016-03-04"),
        ("2016 年 3 月 4 日", "2016-03-04"),
        ("5 أبريل 2017", "2017-04-05"),
        ("14 آذار/مارس 2024", "2024-03-14"),
        ("3 كانون الثاني/يناير 1999", "1999-01-03"),
        ("12 تموز/يوليه 2001", "2001-07-12"),
        ("1 January 2001 and 2 January 2001", "2001-01-01"),
        ("31 February 2008", None),
        ("29 February 2009", None),
        ("29 February 2008", "2008-02-29"),
        ("2016年13月4日", None),
        ("129 August 2008", None),
        ("~9 August 2008", None),
        ("l9 August 2008", None),
        ("(9 August 2008)", "2008-08-09"),
        ("وفي 9 آب/أغسطس 2008", "2008-08-09"),
        ("29 August 20081", None),
        ("29 August 1808", None),
        ("20 years", None),
        ("", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert find_date(text) == date


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = find_date(text)
    assert found is None or len(found) == len("2008-08-29")


@given(
    st.integers(0, 99),
    st.sampled_from(["January", "février", "DE MARZO", "января", "أبريل"]),
    st.integers(1900, 2099),
)
def test_days_that_are_none_give_none(day: int, month: str, year: int) -> None:
    found = find_date(f"{day} {month} {year}")
    assert found is None or (found.startswith(f"{year}-") and found.endswith(f"-{day:02d}"))
