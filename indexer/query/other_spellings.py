"""An English word -> the same as it is written on the other side of the Atlantic, where the index has that.

Both spellings stand in reports, and an answer to one looks complete. The other is told and not added: many
words only look like such a pair, and the reader knows.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from indexer.grammar.patterns import lazy
from indexer.query.collect import count
from indexer.query.leaf_nodes import Phrase, Word
from indexer.query.tree import leaves

if TYPE_CHECKING:
    from collections.abc import Callable

    from indexer.query.collection import Collection
    from indexer.query.compile import Compiler
    from indexer.query.tree import Node

_ENDS = "s|ed|ing|er|ers|able|ful|hood|less|al"
_OUR = lazy(rf"(?<=^\p{{L}}{{3,}})(ou?r)(?=$|(?:{_ENDS})$)")
_ISE = lazy(r"(?<=^\p{L}{3,})([sz])(?=(?:e|ed|es|ing|er|ers|ations?|ational)$)(?<=i.)")
_PAIRS = (
    "centre center", "centres centers", "programme program", "programmes programs", "defence defense",
    "offence offense", "offences offenses", "licence license", "licences licenses", "ageing aging",
    "judgement judgment", "judgements judgments", "enrolment enrollment", "counselling counseling",
    "travellers travelers", "grey gray", "fulfil fulfill", "skilful skillful", "aluminium aluminum",
)  # fmt: skip
_OTHER = {one: other for pair in map(str.split, _PAIRS) for one, other in (pair, pair[::-1])}


@lru_cache(maxsize=4096)
def other_spelling(word: str) -> str | None:
    """Return a word as it is spelt elsewhere, if there is such a spelling.

    >>> [other_spelling(word) for word in ("labor", "organisations", "Centre", "four")]
    ['labour', 'organizations', 'center', None]
    """
    lowered = word.lower()  # most words have none of these letters and need no pattern
    if lowered in _OTHER:
        return _OTHER[lowered]
    if ("our" in lowered or "or" in lowered) and _OUR.search(lowered):
        return _OUR.sub(lambda found: "or" if found[0] == "our" else "our", lowered)
    if ("is" in lowered or "iz" in lowered) and _ISE.search(lowered):
        return _ISE.sub(lambda found: "z" if found[0] == "s" else "s", lowered)
    return None


def other_spellings(whole: Collection, root: Node, make: Callable[[], Compiler]) -> list[str]:
    """Return a sentence for each word or phrase of a query that the index has in another spelling too."""
    words = [(type(node), node.text) for node in leaves(root) if isinstance(node, (Word, Phrase))]
    typed = list(dict.fromkeys(words))
    lowered = {text.lower() for _, text in typed}
    told = []
    for kind, text in typed:
        other = " ".join(other_spelling(word) or word for word in text.split())
        if other.lower() == text.lower() or other.lower() in lowered:
            continue
        node = kind(other)
        number = count(whole, make().compile(node))
        if number:
            paragraphs = "1 paragraph" if number == 1 else f"{number:,} paragraphs"
            told.append(f"also spelt {node}, in {paragraphs}: {kind(text)} OR {node} finds both")
    return told
