"""Acts and letters: resolutions, decisions, letters with annexes, notes, corrigenda and agendas."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import regex

from tests.evaluation.layouts.act_words import ACT_WORDS
from tests.evaluation.layouts.report import FACE, Block, Report
from tests.evaluation.layouts.style import MORE_NUMBERS, choose
from tests.evaluation.layouts.texts import Reciter
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
_ACT_NAMES = ("Resolution 79/1", "Draft resolution I", "Decision 79/1")
"""How acts are called beside "79/1. title", in the order in which every language has words for them."""
_OPENING = regex.compile(
    r"(?:(?:Also|Further|Having|Taking|Takes|Bearing|Calls|Deeply|Gravely|Strongly)\s)?[\p{L}-]+"
)


def make(seed: int, library: Library | None = None, /, **wanted: str) -> Report:
    """The act or letter of a seed, with some properties as wanted."""
    dice = random.Random(seed)  # noqa: S311 -- test data, the same for the same seed
    own = {name: dice.choice(options) for name, options in _CHOICES.items()}
    language = wanted.setdefault("language", "en") if library is None else "en"
    if language in MORE_NUMBERS:
        own["numbers"] = dice.choice(
            [form for form in MORE_NUMBERS[language] if form not in ("none", "1", "1.1")]
        )
    style = choose(dice, **own | wanted | {"language": language})
    if style["indent"] != "first line" and style["gap"] == "0":
        style.values["gap"] = "6"  # or nothing would part two paragraphs
    if style["parts"] == "bare" and style["heading look"] != "capitals centred":
        style.values["parts"] = "titled"  # a letter alone would not stand out
    speaker = Speaker(dice, language) if library is None else Reciter(dice, library)
    return ActWriter(dice, style, speaker, library).report(seed)


def opened(text: str) -> str:
    """A paragraph of a resolution with its first words in italics."""
    found = None if "<i>" in text else _OPENING.match(text)
    return text if found is None else f"<i>{found[0]}</i>{text[found.end() :]}"


class ActWriter(Writer):
    """Writes an act or a letter."""

    def __init__(self, dice: random.Random, style: Style, speaker: Speaker, library: Library | None) -> None:
        super().__init__(dice, style, speaker)
        self._library = library
        self._words = ACT_WORDS[style["language"]]
        self._organ = dice.choice(self._words.organs)

    def report(self, seed: int) -> Report:
        dice = self._dice
        symbol = f"{dice.choice(('A', 'S', 'E'))}/{dice.randint(1960, 2024)}/{dice.randint(2, 990)}"
        self._blocks.append(Block("masthead", rows=self._masthead(symbol)))
        document = self._style["document"]
        date = self._speaker.date()
        titles = (self._filled(title, d=date) for title in self._words.titles)
        title = {
            **dict(zip(("act", "acts", "agenda"), titles, strict=True)), "corrigendum": self._title_of(),
        }.get(document) or self._letter_title(self._words.heads[document == "note verbale"])  # fmt: skip
        self._blocks.append(Block("title", title))
        {"act": self._one_act, "acts": self._acts, "agenda": self._agenda,
         "corrigendum": self._corrigendum}.get(document, self._letter)()  # fmt: skip
        if document in ("act", "letter", "note verbale"):
            self._annexes()
        parts = tuple(self._blocks), tuple(self._units), tuple(self._notes)
        return Report(seed, self._style, symbol, title, *parts)

    # -- resolutions and decisions -----------------------------------------------------------------

    def _one_act(self) -> None:
        self._blocks.append(Block("title", self._serial(self._dice.randint(1, 300)) + self._title_of()))
        self._act()

    def _acts(self) -> None:
        name, first = self._style["act name"], self._dice.randint(1, 300)
        self._unit("text", None, Block("plain", self._filled(self._words.leads[0])))
        for at in range(1, 4):
            self._path.clear()
            title = self._title_of()
            if name == "79/1. title":
                self._heading(self._serial(first + at) + title, 1)
            else:
                number = self._words.ordinals[at - 1] if name.startswith("Draft") else f"79/{first + at}"
                self._heading(self._words.names[_ACT_NAMES.index(name)].format(n=number), 1)
                self._below([self._path[0]], title, 1)
            self._act()

    def _serial(self, number: int) -> str:
        """A number of an act, as it stands before its title."""
        return f"79/{number}{self._manner.behind[1]}"

    def _filled(self, pattern: str, **words: str) -> str:
        """A pattern with the organ as author, and other words."""
        return pattern.format(o=self._organ.author, **words)

    def _act(self) -> None:
        """Add what the organ says, from its name to the vote."""
        dice = self._dice
        self._unit("text", None, Block("plain", f"<i>{self._organ.opens}</i>{self._manner.sign(',')}"))
        for _ in range(dice.randint(2, 5)):
            self._unit("text", None, Block("plain", self._opened(self._marked(self._recital()))))
        self._restart()
        above = list(self._path)
        parts = 1 if self._style["parts"] == "none" else 3
        for part in range(1, parts + 1):
            if parts > 1:
                bare = self._style["parts"] == "bare"
                number = self._manner.chapters[part]
                self._below(above, number if bare else number + self._manner.behind[0] + self._title_of())
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
        return FACE.sub("", text) if self._style["emphasis"] == "none" else opened(text)

    def _told(self) -> str:
        """A paragraph without number that is no entry of a list."""
        text = self._speaker.interlude()
        stop = self._manner.sign(".")
        while not text.endswith((stop, stop + "{}")):
            text = self._speaker.interlude()
        return self._noted(text)

    def _marked(self, text: str) -> str:
        return self._noted(text) if "{}" in text else text

    def _recital(self) -> str:
        if self._library is not None:
            return self._dice.choice(self._library.recitals)
        return self._clause(self._words.participles, ",")

    def _decision(self) -> str:
        if self._library is not None:
            return self._dice.choice(self._library.decisions)
        return self._clause(self._words.verbs, ";")

    def _clause(self, verbs: tuple[str, ...], sign: str) -> str:
        return self._manner.space.join(
            (self._dice.choice(verbs), self._speaker.clause())
        ) + self._manner.sign(sign)

    def _operative(self) -> None:
        text = self._opened(self._marked(self._decision()))
        if not self._style.has("letters") or self._dice.random() < 0.7:
            self._numbered(text)
            return
        points = self._letter_points()
        self._numbered(text.replace(self._manner.sign(";"), "") + self._manner.sign(":"), *points)

    def _adoption(self) -> None:
        if self._style["adoption"] == "none":
            return
        meeting, *vote = self._words.adopted
        meeting = meeting.format(n=self._dice.randint(4, 90))
        self._blocks += [Block("signature", f"<i>{line}</i>") for line in (meeting, self._speaker.date())]
        if self._style["adoption"] == "vote":
            self._blocks += [Block("line", line) for line in vote]

    # -- letters -----------------------------------------------------------------------------------

    def _letter_title(self, head: str) -> str:
        *senders, secretary = self._words.senders
        sender = self._dice.choice(senders)
        return self._words.letter.format(
            h=head, s=sender, d=self._speaker.date(), t=self._dice.choice((secretary, self._organ.president))
        )

    def _letter(self) -> None:
        dice, letter = self._dice, self._style["document"] == "letter"
        if letter and dice.random() < 0.3:
            self._blocks.append(Block("line", self._names["greeting"]))
        for _ in range(dice.randint(1, 4)):
            self._unit("text", None, Block("plain", self._told()))
        if letter:
            self._signed()

    def _signed(self) -> None:
        kind = "line" if self._style["signature"] == "plain" else "signature"
        lines = (f"<i>{self._names['signed']}</i> Ada <b>Brightwater</b>", *self._words.leads[2:])
        self._blocks += [Block(kind, line.replace("<b>", "").replace("</b>", "")) for line in lines]

    def _annexes(self) -> None:
        form = self._style["annexes"]
        if form == "none":
            return
        annex, one, enclosure = self._words.annexes
        ordinals = self._words.ordinals[:2]
        for name in [one.format(n=n) for n in ordinals] if form == "several" else [annex]:
            self._appended(name)
        if form == "enclosure":
            annex = self._path[0]
            self._appended(enclosure)
            self._units[self._added :] = [
                unit._replace(section=(annex, *unit.section)) for unit in self._units[self._added :]
            ]

    def _appended(self, name: str) -> None:
        """Add an annex: a statement, a list of rules, or another letter."""
        dice = self._dice
        long = self._style["annex name"] == "long" and self._style["document"] != "act"
        self._added = len(self._units)
        head = self._words.heads[3 if self._style["document"] == "note verbale" else 2]
        self._heading(self._letter_title(head.format(a=name)) if long else name, 0)
        annex = self._path[0]
        self._heading(self._title_of(), 1)
        self._path.insert(0, annex)
        above = list(self._path)
        self._restart()
        self._chapter = 0
        if dice.random() < 0.2:
            self._blocks.append(Block("line", self._words.leads[1]))
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
        name, page, change, lead = self._words.corrigendum
        self._blocks.append(Block("title", name))
        numbered = self._dice.random() < 0.5
        for at in range(1, self._dice.randint(2, 5)):
            place = page.format(n=at + 2, p=3 * at)
            self._heading(f"{at}. {place}" if numbered else place, 1)
            words = self._dice.sample(self._speaker.words.topics, 2)
            if self._dice.random() < 0.5:
                self._unit("text", None, Block("plain", change.format(x=words[0], y=words[1])))
            else:
                self._unit("text", None, Block("plain", lead))
                self._unit("text", None, Block("quote", self._speaker.text().join(self._manner.quotes)))

    def _agenda(self) -> None:
        self._restart()
        *items, annotations = self._words.agenda
        for item in items:
            below = [
                Block(
                    "letter", self._title_of() + self._manner.sign(";"), self._manner.letter.format(letter), 1
                )
                for letter in self._manner.letters[:2]
            ]
            self._numbered(item, *(below if item.endswith((":", "：")) else ()))
        self._heading(annotations, 1)
        for at, item in enumerate(items, 1):
            self._heading(f"{at}{self._manner.behind[1]}{item.rstrip('.:。：').rstrip()}", 2)
            for _ in range(self._dice.randint(1, 2)):
                self._unit("text", None, Block("plain", self._told()))
