"""Records of meetings, decisions of treaty bodies and reports of reviews, made at random."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.evaluation.layouts.report import Block, Report
from tests.evaluation.layouts.style import choose
from tests.evaluation.layouts.texts import Reciter
from tests.evaluation.layouts.words import Speaker
from tests.evaluation.layouts.writer import Writer

if TYPE_CHECKING:
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

_STATES = (
    "Northland", "Republic of the Isles", "United Kingdom of the Northern Isles and the Outer Banks",
    "Ruritania", "Plurinational State of the Highlands", "Erewhon", "Syldavia", "Islamic Republic of Lagoons",
)  # fmt: skip
_PEOPLE = ("Brightwater", "de la Mare-Smith", "O’Dell", "Van der Hook", "Sánchez Faro", "Keeper")
_TONGUES = ("French", "Spanish", "Arabic", "Russian")
_PHASES = (
    "The facts as submitted by the author", "The complaint",
    "State party’s observations on admissibility and the merits",
    "Author’s comments on the State party’s observations",
    "Issues and proceedings before the Committee", "Consideration of the merits",
)  # fmt: skip


def make(seed: int, library: Library | None = None, /, **wanted: str) -> Report:
    """The document of a body of a seed, with some properties as wanted."""
    dice = random.Random(seed)  # noqa: S311 -- test data, the same for the same seed
    own = {name: wanted.pop(name, dice.choice(options)) for name, options in _CHOICES.items()}
    sort = own["sort"]
    fixed = {"numbers": dice.choice(_FORMS[sort]), "language": "en", "opening": "none", "restart": "no",
             "annex": "no", "table": "none", "figure": "no"} | _FIXED[sort]  # fmt: skip
    style = choose(dice, **fixed | wanted)
    style.values.update(own)
    if style["head"] == "title":  # such documents have their symbol in their running heads
        style.values["head"] = "symbol"
    speaker = Speaker(dice, "en") if library is None else Reciter(dice, library)
    return _MeetingWriter(dice, style, speaker).report(seed)


class _MeetingWriter(Writer):
    """Writes one document of a body: of a sort that the style says."""

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
        name = self._dice.choice(_PEOPLE)
        if "capitals" in self._style["names"]:
            name = name.upper()
        return self._faced(f"{self._dice.choice(('Mr.', 'Ms.', 'Mrs.'))} {name}")

    def _chair(self) -> str:
        office = "President" if self._style["sort"] == "verbatim" else "Chairperson"
        return self._faced("The " + (office.upper() if "capitals" in self._style["names"] else office))

    def _faced(self, name: str) -> str:
        return f"<b>{name}</b>" if "bold" in self._style["names"] else name

    def _delegate(self) -> str:
        return f"{self._person()} ({self._dice.choice(_STATES)})"

    # -- records of meetings -----------------------------------------------------------------------

    def _said(self, text: str) -> None:
        """Add what the record says itself."""
        self._unit("text", None, Block("plain", f"<i>{text}</i>"))

    def _agenda(self, item: int) -> None:
        behind = self._dice.choice(("", " (continued)"))
        if self._style["levels"] == "1" or self._dice.random() < 0.5:
            self._heading(f"Agenda item {item}{behind}: {self._title_of()}", 1)
        else:
            self._heading(f"Agenda item {item}{behind}", 1)
            self._heading(self._title_of(), 2)

    def _verbatim(self) -> tuple[str, str]:
        dice = self._dice
        meeting = dice.randint(2, 99)
        symbol = dice.choice((f"A/{dice.randint(40, 79)}/PV.{meeting}", f"S/PV.{9000 + meeting}"))
        page = self._first_page(symbol, f"{meeting}th meeting", ("President:", "Ms. Brightwater"))
        self._said(f"The meeting was called to order at {dice.randint(9, 11)}.05 a.m.")
        for item in range(1, dice.randint(2, 4)):
            self._agenda(10 + item)
            self._turn(self._chair())
            for _ in range(dice.randint(1, 4)):
                self._turn(self._delegate())
            self._turn(self._chair())
            self._decision()
        self._said("The meeting rose at 1.15 p.m.")
        return page

    def _turn(self, speaker: str) -> None:
        """Add what someone says, in one paragraph or more."""
        dice = self._dice
        tongue = f" (<i>spoke in {dice.choice(_TONGUES)}</i>)" if dice.random() < 0.3 else ""
        texts = [self._speaker.text() for _ in range(dice.choice((1, 2, 2, 3)))]
        texts[0] = f"{speaker}{tongue}: {texts[0]}"
        if self._style["numbers"] != "none":
            for text in texts:
                self._numbered(text)
            return
        self._unit("speech", None, *(Block("plain", text) for text in texts))

    def _decision(self) -> None:
        """Add what becomes of a proposal."""
        dice = self._dice
        draft = f"Draft resolution A/{dice.randint(40, 79)}/L.{dice.randint(2, 60)}"
        match dice.choice(("decided", "vote", "chair", "none")):
            case "decided":
                self._said("It was so decided.")
            case "chair":
                self._said(f"Mr. Keeper ({dice.choice(_STATES)}), Vice-President, took the Chair.")
            case "vote":
                votes = [
                    Block("plain", words)
                    for way in ("In favour", "Against", "Abstaining")
                    for words in (f"<i>{way}:</i>", ", ".join(dice.sample(_STATES, 4)))
                ]
                self._unit("text", None, Block("plain", "<i>A recorded vote was taken.</i>"), *votes)
                self._said(f"{draft} was adopted by {dice.randint(90, 150)} votes to 4, with 4 abstentions.")

    def _summary(self) -> tuple[str, str]:
        dice = self._dice
        meeting = dice.randint(2, 60)
        symbol = dice.choice((f"A/C.3/{dice.randint(40, 79)}/SR.{meeting}", f"CCPR/C/SR.{2000 + meeting}"))
        page = self._first_page(
            symbol,
            f"Summary record of the {meeting}th meeting",
            ("Chairperson:", "Ms. Brightwater"),
        )
        self._said(f"The meeting was called to order at {dice.randint(9, 11)}.05 a.m.")
        for item in range(1, dice.randint(2, 4)):
            self._agenda(60 + item)
            for _ in range(dice.randint(2, 5)):
                speaker = self._chair() if dice.random() < 0.3 else self._delegate()
                # what is reported begins with a small letter
                self._numbered(f"{speaker} said that {self._noted(self._speaker.marked())}")
                if dice.random() < 0.3:
                    self._numbered(self._noted(self._speaker.marked()))
            if dice.random() < 0.5:
                self._numbered("<i>It was so decided.</i>")
        self._said("The meeting rose at 1.15 p.m.")
        return page

    # -- views and reviews -------------------------------------------------------------------------

    def _views(self) -> tuple[str, str]:
        dice = self._dice
        year = dice.randint(1990, 2022)
        case = dice.randint(100, 4000)
        symbol = f"CCPR/C/{dice.randint(40, 140)}/D/{case}/{year}"
        page = self._first_page(
            symbol, f"Views adopted by the Committee concerning communication No. {case}/{year}"
        )
        for lead in ("Submitted by:", "State party:", "Date of communication:", "Subject matter:"):
            words = self._speaker.date() if lead.startswith("Date") else dice.choice(_STATES)
            self._blocks.append(Block("line", f"<i>{lead}</i> {words}"))
        for phase, title in enumerate(_PHASES[: dice.randint(4, 6)], 1):
            if phase > 1 or dice.random() < 0.5:
                self._heading(title, 1)
            count = dice.randint(1, 4)
            for at in range(1, count + 1):
                number = f"{phase}.{at}" if count > 1 else str(phase)
                self._labelled(number, number if count > 1 else f"{number}.")
        self._opinion()
        return page

    def _labelled(self, number: str, label: str, sequence: int = 0) -> None:
        text = self._noted(self._speaker.marked())
        self._unit("paragraph", number, Block("numbered", text, label=label, sequence=sequence))

    def _opinion(self) -> None:
        form = self._style["opinion"]
        if form == "none":
            return
        way = self._dice.choice(("dissenting", "concurring", "partly dissenting"))
        title = f"Individual opinion of Committee member Ada Brightwater ({way})"
        if form == "annex":
            self._heading(self._names["annex"], 0)
            annex = self._path[0]
            self._heading(title, 1)
            self._path.insert(0, annex)
        else:
            self._heading(title, 1)
        for number in range(1, self._dice.randint(3, 5)):
            self._labelled(str(number), f"{number}.", 2)

    def _review(self) -> tuple[str, str]:
        dice = self._dice
        state = dice.choice(_STATES)
        symbol = f"A/HRC/{dice.randint(8, 59)}/{dice.randint(2, 60)}"
        page = self._first_page(
            symbol, f"Report of the Working Group on the Universal Periodic Review: {state}"
        )
        self._heading("Introduction", 1)
        self._paragraphs(2)
        self._heading(self._enumerated(1, 1) + "Summary of the proceedings of the review process", 1)
        for section, title in enumerate(
            ("Presentation by the State under review", "Interactive dialogue and responses"), 1
        ):
            self._section = section
            if self._style["levels"] != "1":
                self._heading(self._enumerated(2, section) + title, 2)
            self._paragraphs(dice.randint(2, 5))
        self._heading(self._enumerated(1, 2) + "Conclusions and/or recommendations", 1)
        for manner in ("enjoy the support of", "will be examined by", "did not enjoy the support of")[
            dice.randint(0, 1) :
        ]:
            self._points(f"The recommendations listed below {manner} {state}:")
        self._numbered(
            self._bold("All conclusions and/or recommendations reflect the position of the States.")
        )
        return page

    def _bold(self, text: str) -> str:
        return f"<b>{text}</b>" if self._style["point look"] == "bold" else text

    def _points(self, lead: str) -> None:
        """Add a paragraph and the recommendations below it."""
        self._numbered(self._bold(lead))
        form = self._style["points"]
        for at in range(1, self._dice.randint(4, 12)):
            states = ", ".join(self._dice.sample(_STATES, self._dice.randint(1, 3)))
            text = self._bold(f"{self._speaker.sentence(ends='')} ({states});")
            dotted = form.startswith("1.1")
            number = f"{self._number}.{at}" if dotted else str(at)
            label = number if form == "1.1" else f"{number}."
            kind = "recommendation" if dotted else "item"
            self._unit(kind, number, Block("point", text, label=label))
