"""Volumes in which the resolutions and decisions of a session are printed together, made at random."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from indexer.grammar.addresses import name_act, name_part
from tests.evaluation.layouts import volume_words as said
from tests.evaluation.layouts.act_words import ACT_WORDS
from tests.evaluation.layouts.acts import ActWriter
from tests.evaluation.layouts.report import Block, Report
from tests.evaluation.layouts.style import choose
from tests.evaluation.layouts.texts import Reciter
from tests.evaluation.layouts.words import Speaker

if TYPE_CHECKING:
    from tests.evaluation.layouts.style import Style
    from tests.evaluation.layouts.texts import Library

_CHOICES: dict[str, tuple[str, ...]] = {
    "sort": ("early", "early", "facing", "council", "modern", "security"),
    "begins": ("first page", "first page", "in an act", "at an act"),
    "running head": ("centred", "centred", "beside", "outside"),
    "rule below head": ("yes", "yes", "no"),
    "chapters": ("yes", "yes", "no"),
    "act parts": ("none", "none", "with organ", "with title"),
    "act annex": ("none", "none", "numbered", "chapters"),
    "adoption": ("meeting", "meeting", "vote", "none"),
    "emphasis": ("italic", "italic", "italic", "none"),
    "signature": ("right", "right", "middle"),
    "single": ("no", "yes"),
    "act look": ("as chapters", "below chapters"),
}
"""What else each property may be; a single operative paragraph has no number."""
_SETTING: dict[str, dict[str, tuple[str, ...]]] = {
    "early": {
        "columns": ("2",), "indent": ("first line", "first line", "hanging"), "leading": ("1.15",),
        "notes": ("per page", "per page", "none"), "align": ("justified", "hyphenated"), "gap": ("0", "6"),
        "heading look": ("bold centred", "capitals centred"), "face": ("serif",), "contents": ("no",),
        "head": ("volume",), "foot": ("none",), "size": ("9",),
    },
    "facing": {
        "columns": ("2",), "indent": ("first line",), "leading": ("1.15",), "notes": ("per page", "none"),
        "align": ("justified", "left"), "gap": ("0", "6"), "heading look": ("bold centred",),
        "face": ("serif",), "contents": ("no",), "head": ("volume", "none"), "foot": ("none", "number"),
        "size": ("9",), "act annex": ("none",), "act parts": ("none",), "begins": ("at an act",),
    },
    "council": {
        "columns": ("1",), "indent": ("first line", "first line", "margin"), "leading": ("1.15", "1.4"),
        "notes": ("running", "none"), "head": ("symbol", "symbol and page"), "foot": ("number", "none"),
        "heading look": ("bold centred", "bold"), "gap": ("6", "12"), "size": ("10", "11"),
        "begins": ("first page",), "act parts": ("none",), "act look": ("as chapters",),
    },
    "modern": {
        "columns": ("1",), "indent": ("first line",), "leading": ("1.15",), "notes": ("per page", "running"),
        "head": ("volume", "symbol"), "foot": ("number", "none"), "heading look": ("bold", "bold centred"),
        "gap": ("6",), "size": ("10", "11"),
    },
    "security": {
        "columns": ("1", "2"), "indent": ("first line", "flush"), "leading": ("1.15",),
        "notes": ("per page", "none"), "head": ("volume", "symbol", "none"), "foot": ("none", "number"),
        "heading look": ("bold centred", "capitals centred"), "gap": ("6",), "size": ("9", "10"),
        "act parts": ("none",), "act annex": ("none", "none", "numbered"), "begins": ("first page",),
    },
}  # fmt: skip
_FIXED = {"language": "en", "numbers": "1.", "headings": "plain", "levels": "2", "restart": "no",
          "opening": "none", "table": "none", "figure": "no", "quotes": "none", "recommendations": "none",
          "interludes": "no", "bullets": "no", "annex": "no"}  # fmt: skip


def make(seed: int, library: Library | None = None, /, **wanted: str) -> Report:
    """The volume of a seed, with some properties as wanted; it is English, or English and French."""
    dice = random.Random(seed)  # noqa: S311 -- test data, the same for the same seed
    own = {name: dice.choice(options) for name, options in _CHOICES.items()}
    own["sort"] = wanted.get("sort", own["sort"])
    for name, options in _SETTING[own["sort"]].items():
        own[name] = dice.choice(options)
    if own["columns"] == "2":
        own["page"] = "letter"
    style = choose(dice, **_FIXED | own | wanted | {"language": "en"})
    if style["head"] != "volume" or style["begins"] != "first page":
        style.values["contents"] = "no"
    if style["begins"] == "in an act":
        style.values["automatic"] = "no"  # Word would count from 1
    speaker = Speaker(dice, "en") if library is None else Reciter(dice, library)
    return _VolumeWriter(dice, style, speaker, library).report(seed)


class _VolumeWriter(ActWriter):
    """Writes a volume, or pages of one."""

    def __init__(
        self,
        dice: random.Random,
        style: Style,
        speaker: Speaker,
        library: Library | None,
        language: str = "en",
    ) -> None:
        super().__init__(dice, style, speaker, library)
        self._language = language
        self._words = ACT_WORDS[language]
        self._sort = style["sort"]
        self._organ = self._words.organs[{"security": 1, "council": 3}.get(self._sort, 0)]
        self._session = {"early": dice.randint(1, 8), "facing": 1, "council": dice.randint(9, 40)}.get(
            self._sort, dice.randint(35, 80)
        )
        self._roman = self._manner.chapters[self._session] if self._sort in ("early", "facing") else ""
        self._year = dice.randint(1970, 2010)
        self._above: list[str] = []
        self._scope = ""
        self._last = self._titled = 0
        alike = style["act look"] == "as chapters" and style["heading look"].startswith("bold")
        self._level = 1 if alike else 2

    def report(self, seed: int) -> Report:
        dice, style = self._dice, self._style
        words = {"n": self._roman or self._session, "y": self._year, "s": 1300 + 60 * self._session}
        symbol, title = (text.format(**words) for text in said.TITLES[self._sort])
        opens = 1
        if style["begins"] != "first page":
            opens = dice.randint(2, 120)
            if style["begins"] == "in an act":
                self._middle_of_act()
        else:
            self._blocks.append(Block("masthead", rows=self._masthead(symbol)))
            self._blocks.append(Block("title", title))
        place = len(self._blocks)
        self._last = number = dice.randint(1, 60)
        self._chapters()
        self._decisions()
        if style.has("contents"):
            self._blocks.insert(place, Block("contents", self._names["contents"], rows=self._entries()))
        if self._sort == "facing":
            self._beside(_VolumeWriter(dice, style, Speaker(dice, "fr"), None, "fr"), number)
        left, right = (head.format(**words) for head in said.HEADS[self._sort])
        parts = tuple(self._blocks), tuple(self._units), tuple(self._notes)
        return Report(seed, style, symbol, title, *parts, heads=(left, right), opens=opens)

    def _beside(self, other: _VolumeWriter, number: int) -> None:
        """Add the same acts in another language, in the second column."""
        other._last, other._notes = number, self._notes
        other._chapters()
        first = len(self._units)
        self._units += other._units
        self._blocks += [
            block._replace(side=2, unit=None if block.unit is None else block.unit + first)
            for block in other._blocks
        ]

    def _middle_of_act(self) -> None:
        """Begin with the end of a paragraph, and with those that follow it."""
        self._unit("text", None, Block("line", self._speaker.clause() + ";"))
        self._restart()
        self._number = self._dice.randint(1, 6)
        for _ in range(3):
            self._operative()
        self._adoption()

    # -- resolutions -------------------------------------------------------------------------------

    def _chapters(self) -> None:
        dice, facing = self._dice, self._sort == "facing"
        titled = self._style["chapters"] == "yes"
        for at in range(dice.randint(1, 2) if titled and not facing else 1):
            self._chapter_named(
                said.FRENCH_CHAPTER
                if self._language == "fr"
                else said.CHAPTERS[self._sort][at]
                if titled
                else ""
            )
            for _ in range(3 if facing else dice.randint(2, 3)):
                self._resolution()

    def _chapter_named(self, title: str) -> None:
        self._path.clear()
        self._scope = ""
        if title:
            self._titled += 1
            self._heading(title, 1)
        self._above = list(self._path)

    def _resolution(self) -> None:
        self._last += 1
        number, session = self._last, self._session
        title = self._title_of()
        printed = {
            "council": f"{session}/{number}", "modern": f"{session}/{number}",
            "security": f"{number + 400} ({self._year})",
        }.get(self._sort, f"{100 * session + number} ({self._roman})")  # fmt: skip
        self._named(printed, title, "resolution")
        if self._style["act parts"] != "none" and self._dice.random() < 0.6:
            self._parts(name_act(printed))
            return
        self._enacted()
        if self._style["act annex"] != "none" and self._dice.random() < 0.5:
            self._annexed()

    def _named(self, printed: str, title: str, kind: str) -> None:
        """Add the heading of an act."""
        self._scope = f"{kind}-{name_act(printed)}"
        if self._sort == "security":
            month = self._dice.choice(self._speaker.words.months)
            date = f"of {self._dice.randint(1, 28)} {month} {self._year}"
            self._below(self._above, f"{self._words.names[0].format(n=printed)}\n{date}", self._level)
        elif self._sort == "council":
            self._below(self._above, printed, self._level)
            self._under(title)
        else:
            self._below(self._above, f"{printed}. {title}", self._level)

    def _under(self, title: str) -> None:
        """Add a heading below the one before."""
        self._below(list(self._path), title, self._level)

    def _parts(self, name: str) -> None:
        """Add what the organ says in two parts."""
        above = list(self._path)
        for letter in "AB":
            self._scope = f"resolution-{name_part(name, letter)}"
            self._below(above, letter, self._level)
            if self._style["act parts"] == "with title":
                self._under(self._title_of())
            self._enacted()

    def _enacted(self) -> None:
        self._unit("text", None, Block("plain", f"<i>{self._organ.opens}</i>,"))
        for _ in range(self._dice.randint(1, 4)):
            self._unit("text", None, Block("plain", self._opened(self._marked(self._recital()))))
        self._restart()
        if self._style["single"] == "yes" and self._dice.random() < 0.3:
            text = self._opened(self._clause(self._words.verbs, "."))
            self._unit("paragraph", None, Block("plain", text))
        else:
            for _ in range(self._dice.randint(2, 5)):
                self._operative()
        self._adoption()

    def _numbered(self, text: str, *below: Block) -> None:
        super()._numbered(text, *below)
        if self._scope:
            address = f"{self._scope}.p{self._number}"
            self._units[-1] = self._units[-1]._replace(address=address)

    def _annexed(self) -> None:
        """Add an annex, whose numbers begin anew."""
        self._under(self._names["annex"])
        self._under(self._title_of())
        self._scope += ".annex"
        titled = list(self._path)
        self._restart()
        divided = self._style["act annex"] == "chapters"
        for at in range(1, 3 if divided else 2):
            if divided:
                self._below(titled, f"{self._manner.chapters[at]}. {self._title_of()}", 3)
            for _ in range(self._dice.randint(2, 4)):
                self._numbered(self._speaker.text())

    def _adoption(self) -> None:
        form, number = self._style["adoption"], self._dice.randint(40, 900) * 10 + 4
        if form == "none":
            return
        if self._sort == "security":
            adopted = said.UNANIMOUS.format(n=number)
            self._blocks.append(Block("signature", f"<i>{adopted}</i>"))
            return
        meeting, date = said.MEETINGS[self._language].format(n=number), self._speaker.date()
        lines = (meeting.rstrip(","), date) if self._sort == "council" else (meeting, f"{date}.")
        self._blocks += [Block("signature", f"<i>{line}</i>") for line in lines]
        if form == "vote":
            self._blocks += [Block("line", line) for line in self._words.adopted[1:]]
        elif self._sort == "council":
            self._blocks.append(Block("line", said.UNVOTED))

    # -- decisions and statements ------------------------------------------------------------------

    def _decisions(self) -> None:
        """Add decisions, and what a president said."""
        bare = self._sort == "security" and self._style["chapters"] == "no"  # the last act would go on
        if bare or self._sort in ("early", "facing") or self._dice.random() < 0.2:
            return
        council = self._sort == "council"
        count, titled = 1 + self._titled, self._style["chapters"] == "yes"
        number = self._manner.chapters[count] + ". " if self._sort != "security" else ""
        self._chapter_named((number + said.DECISIONS) * titled)
        for at in range(self._dice.randint(2, 3)):
            if self._sort == "security":
                self._plainly(f"{self._at_meeting()} {said.INVITES}")
                continue
            self._named(f"{self._session}/{at + (101 if council else 501)}", self._title_of(), "decision")
            if council:
                quoted = f"“<i>{self._organ.opens}</i>,", f"{self._clause(self._words.verbs, '.')}”"
                lead = f"{self._at_meeting()} {said.DECIDES}"
                self._unit("text", None, *(Block("plain", text) for text in (lead, *quoted)))
                continue
            points = self._dice.random() < 0.3
            text = f"{self._at_meeting()} {self._organ.author} decided that {self._speaker.clause()}"
            below = [self._lettered(letter, 1) for letter in self._manner.letters[:3] if points]
            self._unit("text", None, Block("plain", text + (":" if points else ".")), *below)
        if council and titled:
            self._statements(self._manner.chapters[count + 1])

    def _statements(self, number: str) -> None:
        self._chapter_named(f"{number}. {said.STATEMENTS}")
        for at in range(1, 3):
            self._below(self._above, f"{self._session}/PRST/{at}", self._level)
            self._under(self._title_of())
            self._plainly(f"{self._at_meeting()} {said.STATES}")
            for _ in range(2):
                self._plainly(f"“{self._speaker.text()}”")

    def _at_meeting(self) -> str:
        return said.AT_MEETING.format(n=self._dice.randint(3, 90), d=self._speaker.date())

    def _plainly(self, text: str) -> None:
        self._unit("text", None, Block("plain", text))
