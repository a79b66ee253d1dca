from __future__ import annotations

import pytest
from lxml import etree

from indexer.extract.html_facts import page_title, published


def page(head: str, body: str = "") -> etree._Element:
    return etree.fromstring(f"<html><head>{head}</head><body>{body}</body></html>", etree.HTMLParser())


@pytest.mark.parametrize(
    ("stated", "body", "title"),
    [
        (
            "Lights of the coast | Keepers",
            "<h1>Lights of the coast in 2008</h1>",
            "Lights of the coast in 2008",
        ),
        ("Keepers :: Lights of the coast", "<h1>Lights of the <i>coast</i></h1>", "Lights of the coast"),
        ("Lights of the coast | Keepers", "", "Lights of the coast | Keepers"),
        ("Lights of the coast | Keepers", "<h1>Bells at sea</h1>", "Lights of the coast | Keepers"),
        (
            "Lights of 2008 at sea | Keepers Union",
            "<h1>Keepers Union</h1>",
            "Lights of 2008 at sea | Keepers Union",
        ),
        ("Lights of the coast", "<h1>Lights of the coast I</h1><h1>II</h1>", "Lights of the coast"),
        ("Lights", "<h1>Lights of the coast</h1>", "Lights"),  # too short to tell
        ("", "<h1>Lights of the coast</h1>", ""),
    ],
)
def test_the_title_of_a_page_is_its_heading_where_both_agree(stated: str, body: str, title: str) -> None:
    assert page_title(page(f"<title>{stated}</title>", body)) == title


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        ('<meta property="article:published_time" content="2021-03-12T10:00:00Z">', "", "2021-03-12"),
        ('<meta name="DC.date.issued" content="2021/03/12">', "", "2021-03-12"),
        ('<meta name="date" content="12 March">', "<time datetime='2021-03-12'>x</time>", "2021-03-12"),
        ('<meta name="date" content="2021-02-31">', "", None),
        ('<meta property="article:modified_time" content="2021-03-12">', "", None),
        ("", "<time datetime='2021-03-12'>x</time><time datetime='2020-03-12'>y</time>", None),
        ("", "<p>By A. Horn, <time datetime='2021-03-12'>x</time></p>", "2021-03-12"),
        ("", "<footer><time datetime='2021-03-12'>x</time></footer>", None),
        ("", "<p>Last updated: <time datetime='2021-03-12'>x</time></p>", None),
        ("", f"<p>On <time datetime='2021-03-12'>x</time> {'the lights were out ' * 3}</p>", None),
        ("", "", None),
    ],
)
def test_the_day_on_which_a_page_was_published(head: str, body: str, date: str | None) -> None:
    assert published(page(head, body)) == date
