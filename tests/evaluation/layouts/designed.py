"""Reports as other organizations have them designed, made at random: colour, columns, boxes, pull quotes."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.evaluation.layouts.report import NOTE, Block, Report, Unit
from tests.evaluation.layouts.style import Style
from tests.evaluation.layouts.texts import Reciter
from tests.evaluation.layouts.words import Speaker

if TYPE_CHECKING:
    from tests.evaluation.layouts.texts import Library

CHOICES: dict[str, tuple[str, ...]] = {
    "page": ("A4", "letter"),
    "face": ("Liberation Sans", "Liberation Serif", "DejaVu Sans", "Liberation Sans Narrow"),
    "size": ("8.5", "9.5", "10", "11"),
    "leading": ("1.2", "1.35", "1.5"),
    "columns": ("1", "1", "2", "3"),
    "align": ("justify", "left"),
    "indent": ("0", "0", "1.4"),
    "heading look": ("bold", "large", "small capitals", "colour", "bold colour", "band", "rule"),
    "section look": ("bold", "italic", "colour", "beside"),
    "larger": ("1", "1.3", "1.6"),
    "numbers": ("none", "none", "digits", "roman"),
    "head": ("none", "title", "outside"),
    "chapters": ("run on", "run on", "new page", "large numeral"),
    "pull quotes": ("none", "left", "right", "between rules"),
    "boxes": ("none", "tinted", "framed"),
    "lead": ("no", "no", "yes"),
    "figures": ("no", "no", "yes"),
    "table": ("none", "banded", "ruled"),
    "bullets": ("none", "disc", "square"),
    "notes": ("none", "none", "at the end", "by chapter"),
}
"""What each property may be; what stands twice is twice as likely."""
LATER: dict[str, tuple[str, ...]] = {"messages": ("none", "none", "tinted", "framed")}
"""Properties with dice of their own: the reports of a seed are otherwise what they were without them."""
_TITLE = "Silent coasts of the north"
_ROMAN = ("I", "II", "III", "IV")
_PARAGRAPHS = (2, 5)  # of a section
_CHAPTERS = (2, 4)
_SECTIONS = (0, 3)
_EXTRA = 0.5  # of the paragraphs have something behind them
_NOTED = 0.3  # of them refer to a note
_SHORTEST = 80  # characters of a paragraph
_QUOTE = (40, 160)  # characters of a pull quote


def make(seed: int, library: Library | None = None, /, **wanted: str) -> Report:
    """The report of a seed, with some properties as wanted."""
    dice = random.Random(seed)  # noqa: S311 -- test data, the same for the same seed
    later = random.Random(-seed - 1)  # noqa: S311 -- the same
    values = {name: dice.choice(options) for name, options in CHOICES.items()}
    values |= {name: later.choice(options) for name, options in LATER.items()} | wanted
    if values["columns"] != "1" and values["section look"] == "beside":
        values["section look"] = "bold"
    if values["section look"] == "beside" and values["pull quotes"] == "left":
        values["pull quotes"] = "right"  # the headings stand at the left
    if values["columns"] != "1" or values["bullets"] == "none":
        values["messages"] = "none"  # the box has a list in columns
    if values["columns"] == "3":
        values["size"] = "8.5"
        values["pull quotes"] = values["pull quotes"].replace("left", "none").replace("right", "none")
    if values["heading look"] == "large" or values["heading look"].removeprefix("bold ") == "colour":
        values["larger"] = "1.6"  # than sections in colour
    alike = values["heading look"] == values["section look"] == "bold" and values["larger"] == "1"
    if alike and values["numbers"] == "none" and values["chapters"] != "large numeral":
        values["larger"] = "1.3"  # or nothing tells chapters from sections
    speakers = [Reciter(one, library) if library else Speaker(one, "en") for one in (dice, later)]
    return _Writer(seed, dice, Style(values | {"language": "en"}), speakers).report()


class _Writer:
    """Writes one report."""

    def __init__(self, seed: int, dice: random.Random, style: Style, speakers: list[Speaker]) -> None:
        self.seed, self.dice, self.style = seed, dice, style
        self.speaker, self.later = speakers
        self.blocks: list[Block] = []
        self.units: list[Unit] = []
        self.notes: list[str] = []
        self.section: tuple[str, ...] = ()
        titles = self.speaker.words.titles
        self.titles = dice.sample(titles, len(titles))

    def report(self) -> Report:
        """The report."""
        for number in range(1, self.dice.randint(*_CHAPTERS) + 1):
            self._chapter(number)
            if self.style["notes"] == "by chapter":
                self._notes()
        self._notes()
        return Report(
            self.seed, self.style, "", _TITLE, tuple(self.blocks), tuple(self.units), tuple(self.notes)
        )

    def _chapter(self, number: int) -> None:
        label = {"digits": f"{number}. ", "roman": f"{_ROMAN[number - 1]}. "}.get(self.style["numbers"], "")
        title = label + self.titles.pop()
        self.blocks.append(Block("heading", title, label=str(number), level=1))
        self.section = (title,)
        if self.style.has("lead"):
            self._unit("lead", self._whole())
        if self.style.has("messages"):
            self._messages()
        self._paragraphs()
        for nth in range(1, self.dice.randint(*_SECTIONS) + 1):
            if len(self.titles) <= _CHAPTERS[1]:
                break  # the rest is for chapters
            label = f"{number}.{nth} " if self.style["numbers"] == "digits" else ""
            section = label + self.titles.pop()
            self.blocks.append(Block("heading", section, level=2))
            self.section = (title, section)
            self._paragraphs()

    def _messages(self) -> None:
        """Put a box with what the chapter says in short, in two columns."""
        lead, points = self.later.lead("leads"), [self.later.sentence() for _ in range(4)]
        self.units.append(Unit("text", None, self.section, " ".join([lead, *points])))
        rows = tuple((point,) for point in points)
        self.blocks.append(Block("messages", lead, unit=len(self.units) - 1, rows=rows))

    def _paragraphs(self) -> None:
        for _ in range(self.dice.randint(*_PARAGRAPHS)):
            text = self._whole()
            if self.style.has("notes") and self.dice.random() < _NOTED:
                text += f"{{{len(self.notes)}}}"
                self.notes.append(self._whole())
            self._unit("plain", text)
            if self.dice.random() < _EXTRA:
                self._extra(text)

    def _extra(self, text: str) -> None:
        """Put something between two paragraphs, or beside them."""
        kind = self.dice.choice(("bullets", "pull quotes", "boxes", "figures", "table"))
        if not self.style.has(kind):
            return
        if kind == "bullets":
            points = [self.speaker.sentence() for _ in range(3)]
            lead = self.speaker.lead("leads")
            self.units.append(Unit("text", None, self.section, " ".join([lead, *points])))
            self.blocks.append(Block("plain", lead, unit=len(self.units) - 1))
            self.blocks += [Block("bullet", point, unit=len(self.units) - 1) for point in points]
        elif kind == "pull quotes":
            quote = NOTE.sub("", text).split(". ")[0].rstrip(".") + "."
            if _QUOTE[0] < len(quote) < _QUOTE[1]:
                self.blocks.append(Block("quote", quote))
        elif kind == "boxes":
            self._unit("plain", self._whole(), boxed=True)
        elif kind == "figures":
            shown = tuple((f"{self.dice.randint(2, 98)}%", word) for word in ("lights", "keepers", "towers"))
            self.blocks.append(Block("figure", rows=shown))
        else:
            cells = [(f"Port {n}", *(f"{self.dice.randint(1, 9000):,}" for _ in "12")) for n in range(1, 6)]
            rows = (("Region", "Lights", "Keepers"), *cells)
            self.blocks.append(Block("table", "Table 1. Lights and keepers", rows=rows))

    def _whole(self) -> str:
        """A paragraph that ends with a stop: such reports have no acts, whose paragraphs may not."""
        text = ""
        while not (text.endswith(".") and len(text) >= _SHORTEST):
            text = self.speaker.text()
        return text

    def _unit(self, kind: str, text: str, *, boxed: bool = False) -> None:
        self.units.append(Unit("text", None, self.section, text))
        self.blocks.append(Block(kind, text, unit=len(self.units) - 1, boxed=boxed))

    def _notes(self) -> None:
        """Put the notes that are due behind the text."""
        done = sum(block.kind == "note" for block in self.blocks)
        if done < len(self.notes):
            self.blocks.append(
                Block("heading", "Notes", level=1 if self.style["notes"] == "at the end" else 2)
            )
            self.blocks += [
                Block("note", note, label=f"{at}.") for at, note in enumerate(self.notes[done:], done + 1)
            ]
