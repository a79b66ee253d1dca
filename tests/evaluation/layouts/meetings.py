"""Records of meetings, decisions of treaty bodies and reports of reviews, made at random."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.evaluation.layouts.meeting_words import MEETING_WORDS
from tests.evaluation.layouts.report import Block, Report
from tests.evaluation.layouts.style import MORE_NUMBERS, choose
from tests.evaluation.layouts.texts import Reciter
from tests.evaluation.layouts.words import Speaker
from tests.evaluation.layouts.writer import Writer

if TYPE_CHECKING:
    from tests.evaluation.layouts.style import Style
    from tests.evaluation.layouts.texts import Library

_CHOICES: dict[str, tuple[str, ...]] = {
    "sort": ("verbatim", "summary", "views", "review"),
    "names": ("bold", "bold", "capitals", "bold capitals"),
    "points": ("1.", "1.1.", "1.1", "1.1."),
    "point look": ("plain", "bold"),
    "opinion": ("none", "annex", "heading"),
}
"""What else each property may be: the names of speakers, the numbers of recommendations."""

_FORMS: dict[str, tuple[str, ...]] = {
    "verbatim": ("none", "none", "none", "1."),
    "summary": ("1.", "1.", "1.", "none"),
    "views": ("1.",),
    "review": ("1.", "1.", "bold 1."),
}
"""How paragraphs of each sort are numbered."""

_FIXED = {
    "verbatim": {"headings": "plain", "notes": "none"},
    "summary": {"headings": "plain"},
    "views": {"headings": "plain", "automatic": "no", "columns": "1"},
    "review": {"columns": "1", "quotes": "none", "recommendations": "none"},
}


def make(seed: int, library: Library | None = None, /, **wanted: str) -> Report:
    """The document of a body of a seed, with some properties as wanted."""
    dice = random.Random(seed)  # noqa: S311 -- test data, the same for the same seed
    own = {name: wanted.pop(name, dice.choice(options)) for name, options in _CHOICES.items()}
    sort = own["sort"]
    language = wanted.setdefault("language", "en") if library is None else "en"
    fixed = {"numbers": dice.choice(_FORMS[sort]), "language": language, "opening": "none", "restart": "no",
             "annex": "no", "table": "none", "figure": "no"} | _FIXED[sort]  # fmt: skip
    if language in MORE_NUMBERS and sort != "views" and fixed["numbers"] != "none":
        fixed["numbers"] = dice.choice(
            [form for form in MORE_NUMBERS[language] if form not in ("none", "1", "1.1")]
        )
    style = choose(dice, **fixed | wanted | {"language": language})
    style.values.update(own)
    if style["head"] == "title":  # such documents have their symbol in their running heads
        style.values["head"] = "symbol"
    speaker = Speaker(dice, language) if library is None else Reciter(dice, library)
    return _MeetingWriter(dice, style, speaker).report(seed)


class _MeetingWriter(Writer):
    """Writes one document of a body: of a sort that the style says."""

    def __init__(self, dice: random.Random, style: Style, speaker: Speaker) -> None:
        super().__init__(dice, style, speaker)
        self._words = MEETING_WORDS[style["language"]]

    def report(self, seed: int) -> Report:
        """One document, of the sort that the style says."""
        write = {
            "verbatim": self._verbatim, "summary": self._summary,
            "views": self._views, "review": self._review,
        }[self._style["sort"]]  # fmt: skip
        self._restart()
        symbol, title = write()
        return Report(
            seed, self._style, symbol, title, tuple(self._blocks), tuple(self._units), tuple(self._notes)
        )

    def _first_page(self, symbol: str, title: str, *lines: tuple[str, str]) -> tuple[str, str]:
        self._blocks.append(Block("masthead", rows=(*self._masthead(symbol), *lines)))
        self._blocks.append(Block("title", title))
        return symbol, title

    # -- people ------------------------------------------------------------------------------------

    def _person(self) -> str:
        """Someone with a title, as names of speakers are set."""
        name = self._dice.choice(self._words.people)
        if "capitals" in self._style["names"]:
            name = name.upper()
        return self._faced(self._dice.choice(self._words.persons).format(p=name))

    def _chair(self) -> str:
        chair, *offices = self._words.chairs
        office = offices[self._style["sort"] != "verbatim"]
        return self._faced(chair.format(c=office.upper() if "capitals" in self._style["names"] else office))

    def _faced(self, name: str) -> str:
        return f"<b>{name}</b>" if "bold" in self._style["names"] else name

    def _delegate(self) -> str:
        return self._person() + self._bracketed(self._dice.choice(self._words.states))

    def _bracketed(self, text: str) -> str:
        """A text in brackets behind another."""
        return f"{self._manner.space}{self._words.brackets[0]}{text}{self._words.brackets[1]}"

    # -- records of meetings -----------------------------------------------------------------------

    def _said(self, text: str) -> None:
        """Add what the record says itself."""
        self._unit("text", None, Block("plain", f"<i>{text}</i>"))

    def _agenda(self, item: int) -> None:
        name, goes_on, colon = self._words.items
        name = name.format(n=item) + self._dice.choice(("", goes_on))
        if self._style["levels"] == "1" or self._dice.random() < 0.5:
            self._heading(name + colon + self._title_of(), 1)
        else:
            self._heading(name, 1)
            self._heading(self._title_of(), 2)

    def _meeting_page(self, symbol: str, meeting: int, sort: int) -> tuple[str, str]:
        """Add the first page of a verbatim or a summary record, and when the meeting began."""
        words = self._words
        page = self._first_page(
            symbol, words.meetings[sort].format(n=meeting), (words.presiding[sort], words.presiding[2])
        )
        self._said(words.procedure[0].format(h=self._dice.randint(9, 11)))
        return page

    def _verbatim(self) -> tuple[str, str]:
        dice = self._dice
        meeting = dice.randint(2, 99)
        symbol = dice.choice((f"A/{dice.randint(40, 79)}/PV.{meeting}", f"S/PV.{9000 + meeting}"))
        page = self._meeting_page(symbol, meeting, 0)
        for item in range(1, dice.randint(2, 4)):
            self._agenda(10 + item)
            self._turn(self._chair())
            for _ in range(dice.randint(1, 4)):
                self._turn(self._delegate())
            self._turn(self._chair())
            self._decision()
        self._said(self._words.procedure[1])
        return page

    def _turn(self, speaker: str) -> None:
        """Add what someone says, in one paragraph or more."""
        dice = self._dice
        tongue = self._bracketed(f"<i>{dice.choice(self._words.tongues)}</i>") if dice.random() < 0.3 else ""
        texts = [self._speaker.text() for _ in range(dice.choice((1, 2, 2, 3)))]
        texts[0] = self._words.said[0].format(p=speaker + tongue, t=texts[0])
        if self._style["numbers"] != "none":
            for text in texts:
                self._numbered(text)
            return
        self._unit("speech", None, *(Block("plain", text) for text in texts))

    def _decision(self) -> None:
        """Add what becomes of a proposal."""
        dice = self._dice
        states = self._words.states
        _, _, decided, chair = self._words.procedure
        called, *ways, adopted = self._words.vote
        draft = f"A/{dice.randint(40, 79)}/L.{dice.randint(2, 60)}"
        match dice.choice(("decided", "vote", "chair", "none")):
            case "decided":
                self._said(decided)
            case "chair":
                self._said(chair.format(s=dice.choice(states)))
            case "vote":
                comma = self._manner.sign(",") + self._manner.space
                votes = [
                    Block("plain", words)
                    for way in ways
                    for words in (f"<i>{way}</i>", comma.join(dice.sample(states, 4)))
                ]
                self._unit("text", None, Block("plain", f"<i>{called}</i>"), *votes)
                self._said(adopted.format(d=draft, n=dice.randint(90, 150)))

    def _summary(self) -> tuple[str, str]:
        dice = self._dice
        meeting = dice.randint(2, 60)
        symbol = dice.choice((f"A/C.3/{dice.randint(40, 79)}/SR.{meeting}", f"CCPR/C/SR.{2000 + meeting}"))
        page = self._meeting_page(symbol, meeting, 1)
        for item in range(1, dice.randint(2, 4)):
            self._agenda(60 + item)
            for _ in range(dice.randint(2, 5)):
                speaker = self._chair() if dice.random() < 0.3 else self._delegate()
                # what is reported begins with a small letter
                self._numbered(self._words.said[1].format(p=speaker, t=self._noted(self._speaker.marked())))
                if dice.random() < 0.3:
                    self._numbered(self._noted(self._speaker.marked()))
            if dice.random() < 0.5:
                self._numbered(f"<i>{self._words.procedure[2]}</i>")
        self._said(self._words.procedure[1])
        return page

    # -- views and reviews -------------------------------------------------------------------------

    def _views(self) -> tuple[str, str]:
        dice = self._dice
        year = dice.randint(1990, 2022)
        case = dice.randint(100, 4000)
        symbol = f"CCPR/C/{dice.randint(40, 140)}/D/{case}/{year}"
        page = self._first_page(symbol, self._words.views[0].format(n=f"{case}/{year}"))
        for at, lead in enumerate(self._words.leads):
            words = self._speaker.date() if at == 2 else dice.choice(self._words.states)
            self._blocks.append(Block("line", f"<i>{lead}</i> {words}"))
        for phase, title in enumerate(self._words.phases[: dice.randint(4, 6)], 1):
            if phase > 1 or dice.random() < 0.5:
                self._heading(title, 1)
            count = dice.randint(1, 4)
            for at in range(1, count + 1):
                number = f"{phase}{self._manner.dot}{at}" if count > 1 else str(phase)
                self._labelled(number, number if count > 1 else number + self._manner.stop)
        self._opinion()
        return page

    def _labelled(self, number: str, label: str, sequence: int = 0) -> None:
        text = self._noted(self._speaker.marked())
        self._unit("paragraph", number, Block("numbered", text, label=label, sequence=sequence))

    def _opinion(self) -> None:
        form = self._style["opinion"]
        if form == "none":
            return
        _, opinion, *ways = self._words.views
        title = opinion.format(t=self._dice.choice(ways))
        if form == "annex":
            self._heading(self._names["annex"], 0)
            annex = self._path[0]
            self._heading(title, 1)
            self._path.insert(0, annex)
        else:
            self._heading(title, 1)
        for number in range(1, self._dice.randint(3, 5)):
            self._labelled(str(number), f"{number}{self._manner.stop}", 2)

    def _review(self) -> tuple[str, str]:
        dice = self._dice
        state = dice.choice(self._words.states)
        title, first, second, *sections, last, supported, examined, refused, end = self._words.review
        symbol = f"A/HRC/{dice.randint(8, 59)}/{dice.randint(2, 60)}"
        page = self._first_page(symbol, title.format(s=state))
        self._heading(first, 1)
        self._paragraphs(2)
        self._heading(self._enumerated(1, 1) + second, 1)
        for section, name in enumerate(sections, 1):
            self._section = section
            if self._style["levels"] != "1":
                self._heading(self._enumerated(2, section) + name, 2)
            self._paragraphs(dice.randint(2, 5))
        self._heading(self._enumerated(1, 2) + last, 1)
        for lead in (supported, examined, refused)[dice.randint(0, 1) :]:
            self._points(lead.format(s=state))
        self._numbered(self._bold(end))
        return page

    def _bold(self, text: str) -> str:
        return f"<b>{text}</b>" if self._style["point look"] == "bold" else text

    def _points(self, lead: str) -> None:
        """Add a paragraph and the recommendations below it."""
        self._numbered(self._bold(lead))
        form, manner = self._style["points"], self._manner
        for at in range(1, self._dice.randint(4, 12)):
            states = (manner.sign(",") + manner.space).join(
                self._dice.sample(self._words.states, self._dice.randint(1, 3))
            )
            text = self._speaker.sentence(ends="") + self._bracketed(states) + manner.sign(";")
            dotted = form.startswith("1.1")
            number = f"{self._number}{manner.dot}{at}" if dotted else str(at)
            label = number if form == "1.1" else number + manner.stop
            kind = "recommendation" if dotted else "item"
            self._unit(kind, number, Block("point", self._bold(text), label=label))
