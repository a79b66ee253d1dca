from __future__ import annotations

import pytest
from lxml import etree

from indexer.extract.html_links import link_bars

TEXT = f"<p>{'The keepers of the lights met and agreed on what to do. ' * 3}</p>"
BAR = '<a href="/a">Lights</a> | <a href="/b">Bells</a> | <a href="/c">Coasts</a>'


def bars(body: str) -> list[tuple[str, str]]:
    root = etree.fromstring(f"<html><body>{body}</body></html>", etree.HTMLParser())
    return [(element.tag, role) for element, role in link_bars(root).items()]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"<div>{BAR}</div>{TEXT}", [("div", "header")]),
        (f"<ul><li><a href='/a'>A</a></li><li><a href='/b'>B</a></li></ul>{TEXT}", [("ul", "header")]),
        (f"{TEXT}<p>{BAR}</p>", [("p", "footer")]),
        (f"{TEXT}<aside><ol><li><a href='/a'>Lights</a></li></ol></aside>{TEXT}", [("aside", "footer")]),
        (f"{TEXT}<p>Share this page:</p><ul>{BAR}</ul>", [("ul", "footer")]),
        (f"<a href='#text'>Skip to the text</a>{TEXT}", [("a", "header")]),
        (
            f"{TEXT}<aside><b>More</b> <a href='/a'>The lights of the coast</a></aside>{TEXT}",
            [("aside", "footer")],
        ),
    ],
)
def test_bars_of_links_around_the_text(body: str, found: list[tuple[str, str]]) -> None:
    assert bars(body) == found


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{BAR}</div>",  # no text
        f"{TEXT}<div>{BAR}</div>{TEXT}",
        f"<h1>Lights</h1><div>{BAR}</div>{TEXT}",
        f"<ul><li><a href='#a'>Chapter I</a></li><li><a href='#b'>Chapter II</a></li></ul>{TEXT}",
        f"{TEXT}<p>Source: <a href='/a'>Keepers</a></p>",
        f"{TEXT}<p><a href='/a'>http://a.org</a> <a href='/b'>www.b.org</a> <a href='/c'>www.c.org</a></p>",
        f"{TEXT}<p>{BAR}, who all of them were there and said so in the evening</p>",
        f"{TEXT}<ol>{''.join(f'<li><a href=/{at}>{TEXT[3:60]}</a></li>' for at in range(4))}</ol>",
        f"{TEXT}<p>The keepers of the lights agreed on this:</p><ul><li>{BAR}</li></ul>",
        f"{TEXT}<ol><li>{BAR}</li></ol>",
        f"{TEXT}<table><tr><th>Coast</th></tr><tr><td>{BAR}</td></tr></table>",
        f"{TEXT}<div><p>See {BAR}.</p></div>",
        f"{TEXT}<aside role='doc-footnote'>1 <a href='/a'>The lights of the coast</a></aside>",
        f"{TEXT}<div><p id='fn1'>{BAR}</p></div>",
        f"<a href='#text'>The text</a>{TEXT}",
        f"{TEXT}<h2>Sources</h2><ul><li>{BAR}</li></ul>",
        f"<p><a href='#text'>Irish lights</a></p>{TEXT}",
        f"<p><a href='#text'>Skip</a> it who has read it.</p>{TEXT}",
        f"{TEXT}<aside>The lights of the coast, and <a href='/b'>bells</a></aside>",
    ],
)
def test_other_links_are_text(body: str) -> None:
    assert bars(body) == []
