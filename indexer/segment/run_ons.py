"""Sentences that run on into what looks like a heading, or from it into the text below."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from indexer.segment.emphasis import BOLD, ITALIC, runs_in, same_look
from indexer.segment.items import COLONS, COMMAS
from indexer.segment.line_starts import AGREED, ENUMERATOR, LABEL, MARKER
from indexer.segment.scopes import is_enacting

if TYPE_CHECKING:
    import regex

    from indexer.segment.items import Item
    from indexer.segment.measures import Measures

_NEAR = 1.5  # of the font size: lines of large type stand no further apart
_CLOSE = 3  # words at most
_SET_IN = 8.0  # points
_TITLE = 8  # lines: the number of a draft resolution, the letter of a part, the longest titles
_SAME_EDGE = 2.0  # points
_PARAGRAPHS = 1.6  # of the distance of two lines: paragraphs stand no further apart
_FAR = 60  # points: a line that begins further in is a signature, and no sentence
_LONGEST = 8  # lines of a sentence that goes on
_QUOTED = 60  # lines: a quotation seldom has more
_LEADS = (":", "：")
_OPENS, _CLOSES = ("“", "«", "„", '"', "‘", "”"), ("”", "»", "“", '"', "’")


def goes_on_from(item: Item, open_line: Item | None, measures: Measures) -> bool:
    """Whether the line carries on an open unit set in the same way, over a page end above all."""
    if open_line is None or item.line.role == "heading":
        return False
    if not same_look(open_line, item):
        return _closes(item, open_line, measures) or _runs_into_bold(item, open_line, measures)
    if measures.is_larger(item):  # the next line of words that were no heading
        near = item.gap is not None and item.gap <= _NEAR * item.line.size
        full = not measures.ended_early(open_line, item)
        if item.page != open_line.page:
            return full and item.opens_lower() and not open_line.ends_sentence()
        if ENUMERATOR.match(item.text):
            return False
        return measures.goes_on_in_large_type(open_line, item) or (
            near and (full or not open_line.ends_sentence())
        )
    if ENUMERATOR.match(item.text) and not item.opens_lower() and open_line.ends_sentence():
        return False
    apart = item.line.starts_block or measures.stands_apart(item)
    return (
        item.opens_lower()
        or (not open_line.ends_sentence() and not apart)
        or (
            item.page != open_line.page
            and not open_line.ends_sentence()
            and open_line.rel < _FAR
            and not measures.ended_early(open_line, item)
        )
    )


def signs(item: Item, open_line: Item | None, measures: Measures) -> bool:
    """Whether the line is the name below "Sincerely," at the end of a letter, bold as it may be."""
    return (
        open_line is not None
        and open_line.text.count(" ") < _CLOSE
        and open_line.text[:1].isupper()
        and open_line.ends_in(COMMAS)
        and not is_enacting(open_line.text)
        and measures.stands_apart(open_line)
        and not measures.is_larger(item)
        and not ENUMERATOR.match(item.text)
    )


def is_entry(item: Item, open_line: Item | None, measures: Measures) -> bool:
    """Whether the line is one of a list, bold as it may be, to which a colon leads right above it.

    It is set in like the text above it, and stands no further away than paragraphs do, or than entries.
    """
    return (
        open_line is not None
        and open_line.page == item.page
        and item.line.starts_block is None
        and (open_line.ends_in(COLONS) or same_look(open_line, item))
        and item.rel > _SET_IN
        and abs(item.rel - open_line.rel) < _SAME_EDGE
        and item.gap is not None
        and item.gap <= _PARAGRAPHS * measures.leading_at(item)
        and not measures.is_larger(item)
        and not ENUMERATOR.match(item.text)
    )


def heads_quotation(body: list[Item], at: int, end: int, open_line: Item | None, measures: Measures) -> bool:
    """Whether what looks like a heading belongs to a quotation, as the article of an act that is quoted.

    A colon, or the end of another quotation, stands above it; the words below it open one, in smaller type
    or set in with more than their first line. Behind a colon that may tell alone, or the sign that opens the
    quotation, or that the sentence names it ("rule 11.2 provides:"), but for one of several that count on,
    which are a text of their own, and for the articles of a treaty below its preamble, and a draft resolution
    that a report recommends, which names its organ below its title.
    """
    if open_line is None or end + 1 >= len(body) or not open_line.unmarked().endswith(_LEADS + _CLOSES):
        return False
    if AGREED.search(open_line.text) or any(is_enacting(item.text) for item in body[at : at + _TITLE]):
        return False
    first, second = body[end], body[end + 1]
    flows = first.line.starts_block is not None
    set_in = first.page == second.page and min(first.rel, second.rel) > _SET_IN
    if first.text.startswith(_OPENS) and (flows or measures.is_smaller(first) or set_in):
        return True
    quoted = body[at].text.startswith(_OPENS)
    label = LABEL.match(body[at].text, pos=int(quoted))
    if label is None or not open_line.unmarked().endswith(_LEADS):
        return False
    if quoted or label[0].lower() in open_line.text.lower():
        return True
    # where all flows, each line is a paragraph, and the first lines of all may be set in
    set_in = _is_numbered(open_line) if flows else set_in
    left = min(first.rel, body[at].rel if flows else second.rel)
    return set_in and left > max(open_line.rel, 0.0) + _SET_IN and not _counts_on(body, end, label)


def _is_numbered(item: Item) -> bool:
    return (item.line.label or item.text)[:1].isdigit()


def _counts_on(body: list[Item], end: int, label: regex.Match[str]) -> bool:
    """Whether a label of another article stands among the lines that are set in: not one alone is quoted."""
    block = takewhile(lambda item: item.rel > _SET_IN, body[end : end + _QUOTED])
    others = (LABEL.match(item.text) for item in block)
    return any(other and other["word"] == label["word"] and other["n"] != label["n"] for other in others)


def _closes(item: Item, open_line: Item, measures: Measures) -> bool:
    """Whether a line in italics closes an open unit: it hangs under its words, right below."""
    line, above = item.line, open_line.line
    remark = line.text[:1] in "{(" and not MARKER.match(line.text)
    heads = ENUMERATOR.match(line.text) and not item.opens_lower() and open_line.ends_sentence()
    return (
        not (heads or line.starts_block)
        and max(line.bold, above.bold) < 0.5
        and abs(line.size - above.size) < 0.8
        and item.gap is not None
        and item.gap <= (1.6 if remark else 1.22) * measures.leading_at(item)
        and abs(line.left - above.left) < 2
    )


def _runs_into_bold(item: Item, open_line: Item, measures: Measures) -> bool:
    """Whether a sentence whose first words were bold at the end of a full line goes on in bold lines.

    A signature may have such words too.
    """
    return (
        0 < open_line.line.bold < BOLD <= item.line.bold
        and open_line.line.bold_lead == 0
        and open_line.is_prose()
        and not open_line.ends_sentence()
        and not measures.ended_early(open_line, item)
        and not measures.is_larger(item)
        and (item.page != open_line.page or not measures.stands_apart(item))
    )


def runs_on(body: list[Item], at: int, end: int, measures: Measures) -> bool:
    """Whether the line after a heading carries its sentence on in another face.

    It was a lead-in, no heading, or a title in a list whose last words, or what is said of it in brackets,
    stand in the next line.
    """
    if end >= len(body):
        return False
    last, following = body[end - 1], body[end]
    return _goes_over(body[at:end], body[end : end + _LONGEST], measures) or (
        not (measures.stands_apart(following) or following.line.starts_block)
        and last.line.role != "heading"
        and not measures.is_larger(last)
        and (_opens_lower(following) or _goes_on_in(body[at], following))
        and not measures.ended_early(last, following)
        and not is_enacting(following.text)
    )


def _goes_over(lines: list[Item], rest: list[Item], measures: Measures) -> bool:
    """Whether full lines in bold or italics go on in them, over a page end above all: they are no heading.

    One alone does where the next begins with a small letter: a heading may stand at the foot of a page.
    In a frame lines are full before they reach the margin. Those in italics go on to the end of a sentence.
    """
    last, following = lines[-1], rest[0]
    over = following.page != last.page
    return (
        (len(lines) > 1 or following.opens_lower())
        and (over or not measures.stands_apart(following))
        and (
            min(last.line.bold, following.line.bold) >= BOLD
            or (min(last.line.italic, following.line.italic) >= ITALIC and _ends_alike(rest))
        )
        and same_look(last, following)
        and last.line.role != "heading"
        and not measures.is_larger(last)
        and ((over and following.opens_lower()) or not measures.ended_early(last, following))
        and not ENUMERATOR.match(following.text)
    )


def _ends_alike(lines: list[Item]) -> bool:
    """Whether a sentence ends in the first of some lines or those set like it."""
    return any(line.ends_sentence() for line in takewhile(lambda line: same_look(lines[0], line), lines))


def _opens_lower(following: Item) -> bool:
    """Whether a line begins with a small letter that is no number of a heading: "a. Lights"."""
    return following.opens_lower() and not ENUMERATOR.match(following.text)


def _goes_on_in(first: Item, following: Item) -> bool:
    """Whether the face of a heading goes on into the line below, or brackets follow, which hang under it."""
    lead = following.line.italic_lead if first.line.bold < 0.5 else following.line.bold_lead
    if first.line.bold >= 0.5 and runs_in(following.line):
        return True  # plain words follow the end of it
    return following.line.left > first.line.left + 3 and (
        0 < lead < len(following.text) or following.text.startswith("(")
    )


def is_below_bold(body: list[Item], at: int, measures: Measures) -> bool:
    """Whether a plain line in italics goes with the bold one right above it: "For decision"."""
    item, above = body[at], body[at - 1]
    if at == 0 or item.line.role == "heading" or not item.line.bold < 0.5 < above.line.bold:
        return False
    if item.line.size >= measures.size + 1 or ENUMERATOR.match(item.text):
        return False
    if item.text[0] == "(" and item.text.rstrip()[-1] == ")" and item.page == above.page:
        return True  # "(thirteenth session, 1984)"
    return (
        item.line.starts_block is None  # formats that flow do not say how close it is
        and not measures.stands_apart(item)
        and any(abs(item.line.left - left) < 2 for left in (above.line.left, above.line.text_left))
    )
