"""`python -m tests.reliability.queries [COUNT] [SEED]`: random queries to an index of the sample reports.

Real words, operators, quotes, brackets, symbols, controls, other scripts, very long ones, in every mixture.
Nothing may raise but an error that says what is wrong with the query; the slowest are shown.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from indexer import index_folder, open_index
from indexer.errors import QuerySyntaxError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.query import Index

SAMPLES = Path(__file__).parents[2] / "sample_corpus"

WORDS = (
    "light",
    "lights",
    "harbour",
    "port",
    "buoy",
    "spare",
    "lens",
    "the",
    "of",
    "and",
    "rights",
    "committee",
    "recommends",
    "keeping",
    "report",
    "ILO",
    "WHO",
    "police",
    "policies",
    "State’s",
    "co-operation",
    "self-determination",
    "2008",
    "7.3",
    "1,000",
    "puertos",
    "luces",
    "e.g.",
    "U.N.",
    "and/or",
)
SYMBOLS = (
    *("A/HRC/9/8", "A/HRC/9/8, para. 10", "A/HRC/901/4, paras. 9-11", "A/HRC/*", "A/HRC/9*", "A/HRC/9/88"),
    *("a/res/901/12", "A/HRC/9/8, annex I, para. 3", "resolution 60/251", "E/CN.4/2004/87", "A/HRC/9/8 §10"),
)
OPERATORS = ("AND", "OR", "NOT", "NEAR/5", "NEAR/2", "PRE/5", "PRE/99", "NEAR", "PRE/0", "W/5", "and", "||")
SIGNS = tuple('()()""“”„«»\'’-–—*?^~=:;,./\\&|+!#%@[]{}<>…')
FIELDS = (
    *(
        "title:",
        "section:",
        "year:",
        "year:2007..2009",
        "date:..2008-08",
        "page:2..",
        "number:1..9",
        "lang:en",
    ),
    *("lang:xx", "body:HRC", "kind:", "kind:item", "entity:ILO", "cites:A/CONF.189/12", "symbol:A/HRC/*"),
    *("colour:", "http://", "year:2009..2007", "number:", "symbol:", "cites:"),
)
TAILS = ("*", "?", "~", "~2", "~9", "^2", "^0.5", "^", "^999", ".", ",")
STRANGE = (
    "人权",
    "حقوق",
    "права",
    "é",
    "ﬁ",
    "İ",
    "ß",
    "\u0301",
    "\u200b",
    "\u202e",
    "\x00",
    "\x1b",
    "\n",
    "\t",
    "😀",
    "½",
)


def piece(chance: random.Random) -> str:
    """One piece of a query."""
    kind = chance.random()
    if kind < 0.4:
        word = chance.choice(WORDS)
        if chance.random() < 0.1:
            at = chance.randint(0, len(word))
            word = word[:at] + chance.choice("*?") + word[at + chance.randint(0, 1) :]
        return word + (chance.choice(TAILS) if chance.random() < 0.25 else "")
    if kind < 0.46:
        return chance.choice(STRANGE) + chance.choice(("", *WORDS))
    row = SYMBOLS if kind < 0.54 else OPERATORS if kind < 0.7 else SIGNS if kind < 0.88 else FIELDS
    return chance.choice(row)


def phrase(chance: random.Random) -> str:
    """A phrase or group, mostly whole."""
    inner = " ".join(piece(chance) for _ in range(chance.randint(1, 4)))
    left, right = chance.choice(('""', "“”", "()", "()", "«»", "()"))
    return left + inner + (right if chance.random() < 0.9 else "") + chance.choice(("", "", "^2", "~", "*"))


def query(chance: random.Random) -> str:
    """One query: short ones mostly, some as long as a query may be, and longer."""
    shape = chance.random()
    if shape < 0.03:  # one thing over and over
        one = piece(chance) + chance.choice(("", " ", " OR ", " NEAR/5 ", "("))
        return one * chance.choice((50, 300, 1000, 3000))
    if shape < 0.05:
        return "".join(chr(chance.randrange(1, 0x3000)) for _ in range(chance.randint(1, 400)))
    many = chance.choice((1, 2, 3, 4, 6, 9, 15)) if shape < 0.97 else chance.randint(100, 900)
    pieces = [phrase(chance) if chance.random() < 0.2 else piece(chance) for _ in range(many)]
    return "".join(one + chance.choice((" ", " ", " ", " ", "", "  ")) for one in pieces)


def queries(count: int, seed: int) -> Iterator[str]:
    """The same queries for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - the same every time
    for _ in range(count):
        yield query(chance)


def ask(index: Index, text: str, chance: random.Random) -> bool:
    """Search with some options; whether the query could be read."""
    try:
        index.search(
            text,
            any_word=chance.random() < 0.2,
            exact=chance.random() < 0.1,
            expand=chance.random() < 0.8,
            explain=chance.random() < 0.3,
            limit=5,
        )
    except (QuerySyntaxError, UsageError) as error:
        return not str(error)
    return True


def main(arguments: list[str]) -> None:
    """Ask, and say how many were read and which took longest."""
    count, seed = (*map(int, arguments), *(10_000, 1)[len(arguments) :])[:2]
    chance = random.Random(seed)  # noqa: S311 - as above
    took: list[tuple[float, str]] = []
    read = 0
    with tempfile.TemporaryDirectory() as folder:
        index_folder(SAMPLES, folder)
        index = open_index(folder)
        for text in queries(count, seed):
            start = time.perf_counter()
            read += ask(index, text, chance)
            took.append((time.perf_counter() - start, text))
    sys.stdout.write(f"{count:,} queries, {read:,} of them read; the slowest:\n")
    for seconds, text in sorted(took, reverse=True)[:5]:
        sys.stdout.write(f"  {seconds * 1000:6.0f} ms  {len(text):5} characters  {text[:60]!r}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
