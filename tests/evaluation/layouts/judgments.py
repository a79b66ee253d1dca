"""Judgments, reports of visits and regulations, made at random, in English."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.evaluation.layouts.report import Block, Report
from tests.evaluation.layouts.style import choose
from tests.evaluation.layouts.texts import Reciter
from tests.evaluation.layouts.vocabulary import ROMAN
from tests.evaluation.layouts.words import Speaker
from tests.evaluation.layouts.writer import Writer

if TYPE_CHECKING:
    from tests.evaluation.layouts.style import Style
    from tests.evaluation.layouts.texts import Library

_CHOICES: dict[str, tuple[str, ...]] = {
    "sort": ("judgment", "judgment", "visit", "regulation"),
    "opinions": ("0", "1", "2"),
    "quoted articles": ("no", "yes"),
    "advice": ("bold", "plain"),
}
"""What else each property may be: opinions of judges, headings in quotations, how recommendations are set."""
_SETTING: dict[str, dict[str, tuple[str, ...]]] = {
    "judgment": {"numbers": ("1.", "1.", "§ 1"), "heading look": ("capitals", "bold", "bold centred"),
                 "indent": ("first line", "first line", "hanging"), "gap": ("0", "6")},
    "visit": {"numbers": ("1.",), "heading look": ("bold", "capitals"), "indent": ("hanging", "first line"),
              "gap": ("6", "12")},
    "regulation": {"numbers": ("1.",), "heading look": ("bold centred",), "indent": ("hanging",),
                   "gap": ("6",), "notes": ("none",)},
}  # fmt: skip
_FIXED = {"language": "en", "headings": "plain", "levels": "2", "restart": "no", "opening": "none",
          "annex": "no", "table": "none", "figure": "no", "recommendations": "none", "interludes": "no",
          "quotes": "none", "contents": "no", "columns": "1", "automatic": "no", "bullets": "no",
          "head": "none"}  # fmt: skip
_NAMES = ("Ashdown", "Brightwater", "Castellan", "Horn", "Lindqvist")
_STATES = ("Norland", "Sudland", "Westmark")
_PARTS = ("THE FACTS", "THE LAW")
_OPINIONS = ("CONCURRING OPINION", "PARTLY DISSENTING OPINION", "DISSENTING OPINION")
_REASONS = "FOR THESE REASONS, THE COURT UNANIMOUSLY"
_DECIDED = ("Declares the application admissible;", "Holds that there has been a violation of Article {n};",
            "Dismisses the remainder of the claim.")  # fmt: skip
_QUOTES = "The application rests on the following provision, which reads as follows:"
_BOUND = "This Regulation shall be binding in its entirety and directly applicable in all States."


def make(seed: int, library: Library | None = None, /, **wanted: str) -> Report:
    """The document of a seed, with some properties as wanted."""
    dice = random.Random(seed)  # noqa: S311 -- test data, the same for the same seed
    own = {name: dice.choice(options) for name, options in _CHOICES.items()}
    own["sort"] = wanted.get("sort", own["sort"])
    own |= {name: dice.choice(options) for name, options in _SETTING[own["sort"]].items()}
    style = choose(dice, **_FIXED | own | wanted | {"language": "en"})
    speaker = Speaker(dice, "en") if library is None else Reciter(dice, library)
    return _JudgmentWriter(dice, style, speaker).report(seed)


class _JudgmentWriter(Writer):
    """Writes one document of the sort that the style says."""

    def __init__(self, dice: random.Random, style: Style, speaker: Speaker) -> None:
        super().__init__(dice, style, speaker)
        self._restarts = 1

    def report(self, seed: int) -> Report:
        """One document."""
        write = {"judgment": self._judgment, "visit": self._visit, "regulation": self._regulation}
        self._restart()
        title = write[self._style["sort"]]()
        # without a masthead the title heads all but what has a scope of its own
        units = (
            unit
            if (unit.address or "").startswith("opinion")
            else unit._replace(section=(title, *unit.section))
            for unit in self._units
        )
        return Report(seed, self._style, "", title, tuple(self._blocks), tuple(units), tuple(self._notes))

    def _titled(self, title: str) -> str:
        self._blocks.append(Block("title", title))
        return title

    def _again(self, scope: str) -> None:
        """Begin to number anew, in a scope."""
        self._restart()
        self._scope = scope

    def _addressed(self, text: str) -> None:
        """Add a paragraph of the scope, with its address."""
        self._numbered(text)
        self._units[-1] = self._units[-1]._replace(address=f"{self._scope}.p{self._number}")

    def _judgment(self) -> str:
        dice = self._dice
        title = self._titled(f"Case of {dice.choice(_NAMES)} v. {dice.choice(_STATES)}")
        self._heading("PROCEDURE", 1)
        self._said(2)
        for part in _PARTS:
            self._heading(part, 1)
            for chapter in range(1, dice.randint(2, 3)):
                self._heading(f"{ROMAN[chapter]}. {self._title_of()}", 2)
                self._said(dice.randint(1, 3))
                if self._style.has("quoted articles"):
                    self._quoted()
        self._heading(_REASONS, 1)
        self._again("s2")
        for text in _DECIDED:
            self._addressed(text.format(n=dice.randint(2, 14)))
        judges = dice.sample(_NAMES, int(self._style["opinions"]))
        for opinion, judge in enumerate(judges, 1):
            self._heading(f"{dice.choice(_OPINIONS)} OF JUDGE {judge.upper()}", 0)
            self._again("opinion" if opinion == 1 else f"opinion-{opinion}")
            for _ in range(dice.randint(2, 4)):
                self._addressed(self._speaker.text())
        return title

    def _said(self, count: int) -> None:
        for _ in range(count):
            self._numbered(self._noted(self._speaker.marked()))

    def _quoted(self) -> None:
        """Add a paragraph that quotes an article with its heading."""
        article = Block("heading", f"Article {self._dice.randint(2, 14)} of the Rules", level=2)
        self._numbered(_QUOTES, article, Block("quote", f"“{self._speaker.text()}”"))

    def _visit(self) -> str:
        dice = self._dice
        title = self._titled(f"Report on the visit to {dice.choice(_STATES)}")
        for chapter in range(1, dice.randint(3, 4)):
            self._heading(f"{ROMAN[chapter]}. {self._title_of()}", 1)
            self._said(1)
            for section in range(1, dice.randint(2, 3)):
                self._heading(f"{section}. {self._title_of()}", 2)
                self._said(1)
                for letter in "ab"[: dice.randint(0, 2)]:
                    self._heading(f"{letter}. {self._title_of()}", 3)
                    self._said(dice.randint(1, 2))
                    self._advise()
        return title

    def _advise(self) -> None:
        """Add a paragraph that ends with what is recommended."""
        advice = f"The Committee recommends that {self._speaker.text()}"
        if self._style["advice"] == "bold":
            advice = f"<b>{advice}</b>"
        self._numbered(f"{self._speaker.text()} {advice}")

    def _regulation(self) -> str:
        dice = self._dice
        title = self._titled(
            f"Regulation {dice.randint(100, 900)} on {dice.choice(self._speaker.words.topics)}"
        )
        self._unit("text", None, Block("plain", "Whereas:"))
        for number in range(1, dice.randint(7, 12)):
            text = f"{self._speaker.text(2, 4)} {self._speaker.text()}"
            self._unit("item", str(number), Block("item", text, f"({number})"))
        self._unit("text", None, Block("plain", "Has adopted this Regulation:"))
        for article in range(1, dice.randint(4, 7)):
            self._heading(f"Article {article}\n{self._title_of()}", 1)
            self._path = [" ".join(self._path[0].split("\n"))]
            if article > 1:
                self._restarts += 1
            self._again(f"s{self._restarts}")
            for _ in range(dice.randint(2, 4)):
                self._numbered(self._speaker.text()) if article == 1 else self._addressed(
                    self._speaker.text()
                )
        self._unit("text", None, Block("plain", _BOUND))
        return title
