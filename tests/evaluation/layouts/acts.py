"""Acts and letters: resolutions, decisions, letters with annexes, notes, corrigenda and agendas."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import regex

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
    "document": ("act", "act", "acts", "acts", "letter", "letter", "note verbale", "corrigendum", "agenda"),
    "emphasis": ("italic", "italic", "underlined", "none"),
    "act name": ("79/1. title", "79/1. title", "Resolution 79/1", "Draft resolution I", "Decision 79/1"),
    "parts": ("none", "none", "titled", "bare"),
    "adoption": ("none", "meeting", "vote"),
    "annexes": ("none", "one", "several", "enclosure"),
    "annex name": ("short", "long"),
    "signature": ("middle", "right", "plain"),
    "indent": ("first line", "first line", "first line", "margin", "flush"),
    "numbers": ("1.", "1.", "1.", "1.", "bold 1."),
    "headings": ("roman", "roman", "letters", "plain"),
    "columns": ("1",),
    "contents": ("no",),
}
_ORGANS = ("General Assembly", "Security Council", "Economic and Social Council", "Human Rights Council")
_PARTICIPLES = (
    "Recalling", "Noting with concern", "Bearing in mind", "Having considered", "Deeply alarmed by",
)  # fmt: skip
_VERBS = ("Requests", "Also requests", "Takes note with appreciation of", "Decides to review", "Calls upon")
_OPENING = regex.compile(
    r"(?:(?:Also|Further|Having|Taking|Takes|Bearing|Calls|Deeply|Gravely|Strongly)\s)?[\p{L}-]+"
)
_VOTE = (
    "[Adopted by a recorded vote of 4 to 2, with 1 abstention. The voting was as follows:",
    "In favour: Chad, France, Ghana, Peru", "Against: Fiji, Malta", "Abstaining: Nepal]",
)  # fmt: skip
_ITEMS = (
    "Opening of the session.", "Adoption of the agenda and other organizational matters.",
    "Election of officers.", "General debate:", "Other matters.", "Adoption of the report.",
)  # fmt: skip


def make(seed: int, library: Library | None = None, /, **wanted: str) -> Report:
    """The act or letter of a seed, with some properties as wanted."""
    dice = random.Random(seed)  # noqa: S311 -- test data, the same for the same seed
    own = {name: dice.choice(options) for name, options in _CHOICES.items()}
    style = choose(dice, **own | {"language": "en"} | wanted)
    if style["indent"] != "first line" and style["gap"] == "0":
        style.values["gap"] = "6"  # or nothing would part two paragraphs
    if style["parts"] == "bare" and style["heading look"] != "capitals centred":
        style.values["parts"] = "titled"  # a letter alone would not stand out
    speaker = Speaker(dice, "en") if library is None else Reciter(dice, library)
    return _ActWriter(dice, style, speaker, library).report(seed)


class _ActWriter(Writer):
    """Writes an act or a letter."""

    def __init__(self, dice: random.Random, style: Style, speaker: Speaker, library: Library | None) -> None:
        super().__init__(dice, style, speaker)
        self._library = library
        self._organ = dice.choice(_ORGANS)

    def report(self, seed: int) -> Report:
        dice = self._dice
        symbol = f"{dice.choice(('A', 'S', 'E'))}/{dice.randint(1960, 2024)}/{dice.randint(2, 990)}"
        self._blocks.append(Block("masthead", rows=self._masthead(symbol)))
        document = self._style["document"]
        title = {
            "act": f"Resolution adopted by the {self._organ} on {self._speaker.date()}",
            "acts": f"Resolutions and decisions of the {self._organ}",
            "agenda": "Annotated provisional agenda",
            "corrigendum": self._title_of(),
        }.get(document) or f"{document.capitalize()} {self._dated()}"
        self._blocks.append(Block("title", title))
        {"act": self._one_act, "acts": self._acts, "agenda": self._agenda,
         "corrigendum": self._corrigendum}.get(document, self._letter)()  # fmt: skip
        if document in ("act", "letter", "note verbale"):
            self._annexes()
        parts = tuple(self._blocks), tuple(self._units), tuple(self._notes)
        return Report(seed, self._style, symbol, title, *parts)

    # -- resolutions and decisions -----------------------------------------------------------------

    def _one_act(self) -> None:
        self._blocks.append(Block("title", f"79/{self._dice.randint(1, 300)}. {self._title_of()}"))
        self._act()

    def _acts(self) -> None:
        name, first = self._style["act name"], self._dice.randint(1, 300)
        self._unit("text", None, Block("plain", f"The following texts were adopted by the {self._organ}."))
        for at in range(1, 4):
            self._path.clear()
            label = name.replace("79/1", f"79/{first + at}").replace(
                "resolution I", f"resolution {ROMAN[at]}"
            )
            title = self._title_of()
            if label.endswith("title"):
                self._heading(label.replace("title", title), 1)
            else:
                self._heading(label, 1)
                self._below([self._path[0]], title, 1)
            self._act()

    def _act(self) -> None:
        """Add what the organ says, from its name to the vote."""
        dice = self._dice
        self._unit("text", None, Block("plain", f"<i>The {self._organ}</i>,"))
        for _ in range(dice.randint(2, 5)):
            self._unit("text", None, Block("plain", self._opened(self._marked(self._recital()))))
        self._restart()
        above = list(self._path)
        parts = 1 if self._style["parts"] == "none" else 3
        for part in range(1, parts + 1):
            if parts > 1:
                bare = self._style["parts"] == "bare"
                self._below(above, ROMAN[part] if bare else f"{ROMAN[part]}. {self._title_of()}")
                if self._style["restart"] == "yes" and part > 1:
                    self._restart()
            for _ in range(dice.randint(2, 4)):
                self._operative()
        self._path[:] = above
        self._adoption()

    def _below(self, above: list[str], title: str, level: int = 2) -> None:
        """Add a heading below those above."""
        self._heading(title, level)
        self._path[:] = [*above, self._path[-1]]

    def _opened(self, text: str) -> str:
        """A paragraph with its first words as they stand out."""
        found = _OPENING.match(text)
        if found is None or self._style["emphasis"] == "none":
            return text
        return f"<i>{found[0]}</i>{text[found.end() :]}"

    def _told(self) -> str:
        """A paragraph without number that is no entry of a list."""
        text = self._speaker.interlude()
        while not text.endswith((".", ".{}")):
            text = self._speaker.interlude()
        return self._noted(text)

    def _marked(self, text: str) -> str:
        return self._noted(text) if "{}" in text else text

    def _recital(self) -> str:
        if self._library is not None:
            return self._dice.choice(self._library.recitals)
        return f"{self._dice.choice(_PARTICIPLES)} {self._speaker.clause()},"

    def _decision(self) -> str:
        if self._library is not None:
            return self._dice.choice(self._library.decisions)
        return f"{self._dice.choice(_VERBS)} {self._speaker.clause()};"

    def _operative(self) -> None:
        text = self._opened(self._marked(self._decision()))
        if not self._style.has("letters") or self._dice.random() < 0.7:
            self._numbered(text)
            return
        points: list[Block] = []
        for letter in "abc":
            points.append(Block("letter", self._point(), f"({letter})", 1))
            if letter == "b":
                points += [Block("letter", self._point(), f"({roman})", 2) for roman in ("i", "ii")]
        self._numbered(text.replace(";", "") + ":", *points)

    def _point(self) -> str:
        return self._speaker.sentence(ends=";")

    def _adoption(self) -> None:
        if self._style["adoption"] == "none":
            return
        meeting = f"{self._dice.randint(4, 90)}th plenary meeting"
        self._blocks += [Block("signature", f"<i>{line}</i>") for line in (meeting, self._speaker.date())]
        if self._style["adoption"] == "vote":
            self._blocks += [Block("line", line) for line in _VOTE]

    # -- letters -----------------------------------------------------------------------------------

    def _dated(self) -> str:
        sender = self._dice.choice(
            ("Permanent Representative", "Chargé d’affaires a.i. of the Permanent Mission")
        )
        return (
            f"dated {self._speaker.date()} from the {sender} of Brightwater to the United Nations addressed "
            f"to the {self._dice.choice(('Secretary-General', f'President of the {self._organ}'))}"
        )

    def _letter(self) -> None:
        dice, letter = self._dice, self._style["document"] == "letter"
        if letter and dice.random() < 0.3:
            self._blocks.append(Block("line", "Excellency,"))
        for _ in range(dice.randint(1, 4)):
            self._unit("text", None, Block("plain", self._told()))
        if letter:
            self._signed()

    def _signed(self) -> None:
        kind = "line" if self._style["signature"] == "plain" else "signature"
        lines = ("<i>(Signed)</i> Ada <b>Brightwater</b>", "Ambassador", "Permanent Representative")
        self._blocks += [Block(kind, line.replace("<b>", "").replace("</b>", "")) for line in lines]

    def _annexes(self) -> None:
        form = self._style["annexes"]
        if form == "none":
            return
        count = 2 if form == "several" else 1
        for at in range(1, count + 1):
            self._appended(f"Annex {ROMAN[at]}" if count > 1 else "Annex")
        if form == "enclosure":
            annex = self._path[0]
            self._appended("Enclosure")
            self._units[self._added :] = [
                unit._replace(section=(annex, *unit.section)) for unit in self._units[self._added :]
            ]

    def _appended(self, name: str) -> None:
        """Add an annex: a statement, a list of rules, or another letter."""
        dice = self._dice
        long = self._style["annex name"] == "long" and self._style["document"] != "act"
        self._added = len(self._units)
        self._heading(f"{name} to the {self._style['document']} {self._dated()}" if long else name, 0)
        annex = self._path[0]
        self._heading(self._title_of(), 1)
        self._path.insert(0, annex)
        above = list(self._path)
        self._restart()
        self._chapter = 0
        if dice.random() < 0.2:
            self._blocks.append(Block("line", "[Original: French]"))
        if dice.random() < 0.5:
            for at in range(1, 4):
                if self._style["headings"] != "plain":
                    self._below(above, self._enumerated(1, at) + self._title_of())
                self._paragraphs(2)
            return
        for _ in range(dice.randint(2, 5)):
            self._unit("text", None, Block("plain", self._told()))
        if dice.random() < 0.4:
            self._signed()

    # -- corrigenda and agendas --------------------------------------------------------------------

    def _corrigendum(self) -> None:
        self._blocks.append(Block("title", "Corrigendum"))
        numbered = self._dice.random() < 0.5
        for at in range(1, self._dice.randint(2, 5)):
            place = f"Page {at + 2}, paragraph {3 * at}"
            self._heading(f"{at}. {place}" if numbered else place, 1)
            words = self._dice.sample(self._speaker.words.topics, 2)
            if self._dice.random() < 0.5:
                self._unit("text", None, Block("plain", f"<i>For</i> {words[0]} <i>read</i> {words[1]}"))
            else:
                self._unit("text", None, Block("plain", "The paragraph should read:"))
                self._unit("text", None, Block("quote", f"“{self._speaker.text()}”"))

    def _agenda(self) -> None:
        self._restart()
        for item in _ITEMS:
            below = [Block("letter", f"{self._title_of()};", f"({letter})", 1) for letter in "ab"]
            self._numbered(item, *(below if item.endswith(":") else ()))
        self._heading("Annotations", 1)
        for at, item in enumerate(_ITEMS, 1):
            self._heading(f"{at}. {item.rstrip('.:')}", 2)
            for _ in range(self._dice.randint(1, 2)):
                self._unit("text", None, Block("plain", self._told()))
