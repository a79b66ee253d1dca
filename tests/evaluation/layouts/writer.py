"""A report made up, from its first page to its annex."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.evaluation.layouts.report import FACE, Block, Report, Unit
from tests.evaluation.layouts.style import choose
from tests.evaluation.layouts.texts import Reciter
from tests.evaluation.layouts.vocabulary import EASTERN
from tests.evaluation.layouts.words import Speaker

if TYPE_CHECKING:
    from tests.evaluation.layouts.style import Style
    from tests.evaluation.layouts.texts import Library


def make(seed: int, library: Library | None = None, /, **wanted: str) -> Report:
    """The report of a seed, with some properties as wanted; from a library, in its language."""
    dice = random.Random(seed)  # noqa: S311 -- test data, the same for the same seed
    if library is not None:
        wanted["language"] = "en"
    style = choose(dice, **wanted)
    speaker = Speaker(dice, style["language"]) if library is None else Reciter(dice, library)
    return Writer(dice, style, speaker).report(seed)


class Writer:
    """Writes a report from its first page to its annex."""

    def __init__(self, dice: random.Random, style: Style, speaker: Speaker) -> None:
        self._dice = dice
        self._style = style
        self._speaker = speaker
        self._names = speaker.words.names
        self._manner = speaker.manner
        self._blocks: list[Block] = []
        self._units: list[Unit] = []
        self._notes: list[str] = []
        self._path: list[str] = []
        self._number = self._chapter = self._section = self._sequence = self._tables = 0
        self._titles: list[str] = []

    def report(self, seed: int) -> Report:
        dice, style = self._dice, self._style
        symbol = f"A/HRC/{dice.randint(3, 60)}/{dice.randint(2, 90)}"
        title = self._names["title"] + self._manner.space + dice.choice(self._speaker.words.topics)
        self._blocks.append(Block("masthead", rows=self._masthead(symbol)))
        self._blocks.append(Block("title", title))
        if style["opening"] == "letter":
            self._letter()
        if style["opening"] == "summary":
            self._heading(self._names["summary"], 1, boxed=True)
            for _ in range(2):
                self._unit("text", None, Block("plain", self._speaker.text(), boxed=True))
        place = len(self._blocks)
        for _ in range(dice.randint(3, 4)):
            self._chapter_of()
        if style.has("contents"):
            self._blocks.insert(place, Block("contents", self._names["contents"], rows=self._entries()))
        if style.has("annex"):
            self._annex()
        return Report(seed, style, symbol, title, tuple(self._blocks), tuple(self._units), tuple(self._notes))

    def _masthead(self, symbol: str) -> tuple[tuple[str, ...], ...]:
        names = self._names
        return (
            (names["house"], symbol),
            ("", names["distribution"]),
            ("", self._speaker.date()),
            ("", names["original"]),
            (names["organ"], ""),
            (names["session"], ""),
        )

    def _letter(self) -> None:
        names = self._names
        self._blocks.append(Block("line", self._speaker.date()))
        self._blocks.append(Block("line", names["greeting"]))
        for _ in range(2):
            self._unit("text", None, Block("plain", self._speaker.text(2, 3)))
        self._blocks.append(Block("line", f"<i>{names['signed']}</i> Ada Brightwater"))
        self._blocks.append(Block("line", names["post"]))

    def _entries(self) -> tuple[tuple[str, ...], ...]:
        headings = [block for block in self._blocks if block.kind == "heading" and not block.boxed]
        return tuple((block.text, str(3 + at)) for at, block in enumerate(headings))

    # -- chapters ----------------------------------------------------------------------------------

    def _heading(self, title: str, level: int, *, boxed: bool = False) -> None:
        if "capitals" in self._style["heading look"] and level <= 1:
            title = title.upper()
        del self._path[max(level - 1, 0) :]
        self._path.append(title)
        self._blocks.append(Block("heading", title, level=level, boxed=boxed))

    def _title_of(self) -> str:
        fresh = [title for title in self._speaker.words.titles if title not in self._titles]
        title = self._dice.choice(fresh or self._speaker.words.titles)
        self._titles.append(title)
        return self._speaker.longer(title) if self._dice.random() < 0.2 else title

    def _enumerated(self, level: int, count: int) -> str:
        manner = self._manner
        chapter, section, point = (
            label + behind
            for label, behind in zip(
                (manner.chapters[count], manner.sections[count], str(count)), manner.behind, strict=True
            )
        )
        kinds = {
            "roman": (chapter, section, point),
            "letters": (section, point, f"{manner.letter.format(manner.letters[count - 1])} "),
            "digits": (point, f"{self._chapter}.{count} ", f"{self._chapter}.{self._section}.{count} "),
        }.get(self._style["headings"])
        return kinds[level - 1] if kinds else ""

    def _chapter_of(self) -> None:
        dice, style = self._dice, self._style
        self._chapter += 1
        self._heading(self._enumerated(1, self._chapter) + self._title_of(), 1)
        if style["restart"] == "yes" or self._chapter == 1:
            self._restart()
        levels = int(style["levels"])
        self._paragraphs(dice.randint(1, 3))
        for section in range(1, dice.randint(2, 3) if levels > 1 else 1):
            self._section = section
            self._heading(self._enumerated(2, section) + self._title_of(), 2)
            self._paragraphs(dice.randint(1, 3))
            for below in range(1, 3 if levels > 2 else 1):
                self._heading(self._enumerated(3, below) + self._title_of(), 3)
                self._paragraphs(dice.randint(1, 2))

    def _restart(self) -> None:
        self._number = 0
        self._sequence += 1

    def _paragraphs(self, count: int) -> None:
        for _ in range(count):
            extras = [
                make
                for name, make in (
                    ("bullets", self._bullets),
                    ("letters", self._letters),
                    ("quotes", self._quote),
                    ("recommendations", self._recommendations),
                    ("table", self._table),
                    ("figure", self._figure),
                    ("interludes", self._interlude),
                )
                if self._style.has(name)
            ]
            if extras and self._dice.random() < 0.35:
                self._dice.choice(extras)()
            else:
                self._numbered(self._noted(self._speaker.marked()))

    def _noted(self, text: str) -> str:
        """The text with notes where it marks them, or now and then with one behind a sentence."""
        if "{}" in text:
            first, *others = text.split("{}")
            return first + "".join((self._note() if self._may_note() else "") + other for other in others)
        if not self._may_note() or self._dice.random() < 0.6:
            return text
        stop = self._manner.sign(".")
        apart = stop + self._manner.space
        sentences = text.removesuffix(stop).split(apart)
        at = self._dice.randrange(len(sentences))
        mark = self._note()
        last = at == len(sentences) - 1
        sentences[at] += stop + mark if last else mark
        return apart.join(sentences) + ("" if last else stop)

    def _may_note(self) -> bool:
        most = 3 if self._style["notes"] == "stars" else 99
        return self._style.has("notes") and len(self._notes) < most

    def _note(self) -> str:
        """Add a note; return its mark."""
        cited = f"A/{self._dice.randint(40, 79)}/{self._dice.randint(2, 800)}"
        more = self._speaker.sentence() if self._dice.random() < 0.5 else ""
        space, stop = self._manner.space, self._manner.sign(".")
        self._notes.append(f"{self._names['see']}{space}{cited}{stop}{space}{more}")
        return f"{{{len(self._notes) - 1}}}"

    # -- units -------------------------------------------------------------------------------------

    def _unit(self, kind: str, number: str | None, *blocks: Block) -> None:
        """Add blocks that are one record together."""
        at = len(self._units)
        texts = [
            " ".join(filter(None, (block.label if block.kind == "letter" else "", block.text)))
            if not block.rows
            else " ".join(cell for row in block.rows for cell in row)
            for block in blocks
        ]
        text = FACE.sub("", " ".join(filter(None, texts)))
        self._units.append(Unit(kind, number, tuple(self._path), text))
        self._blocks += [block._replace(unit=at) for block in blocks]

    def _numbered(self, text: str, *below: Block) -> None:
        """Add a paragraph with its number, and what hangs on it."""
        self._number += 1
        printed = str(self._number)
        form = self._style["numbers"]
        if form == "none":
            self._unit("text", None, Block("plain", text), *below)
            return
        if form == "1.1":
            printed = f"{self._chapter}.{printed}" if self._chapter else printed
        label = printed if form == "1.1" else form.removeprefix("bold ").replace("1", printed)
        if "١" in form:
            printed = printed.translate(EASTERN)
            label = form.replace("١", printed)
        block = Block("numbered", text, label=label, sequence=self._sequence)
        self._unit("paragraph", printed, block, *below)

    def _bullets(self) -> None:
        points = (Block("bullet", self._speaker.sentence(ends=";"), "•", 1) for _ in range(3))
        self._numbered(self._speaker.lead("leads"), *points)

    def _letters(self) -> None:
        points = self._letter_points()
        self._numbered(self._speaker.lead("leads"), *points)

    def _letter_points(self) -> list[Block]:
        """Three sub-paragraphs with letters, the second of which has some of its own."""
        points: list[Block] = []
        for at, letter in enumerate(self._manner.letters[:3]):
            points.append(self._lettered(letter, 1))
            if at == 1:
                points += [self._lettered(point, 2) for point in self._manner.points]
        return points

    def _lettered(self, letter: str, level: int) -> Block:
        return Block("letter", self._speaker.sentence(ends=";"), self._manner.letter.format(letter), level)

    def _quote(self) -> None:
        if self._style["quotes"] == "block":
            self._numbered(
                self._speaker.lead("quotes"), Block("quote", self._speaker.text().join(self._manner.quotes))
            )
        else:
            self._listed("quotes", 2)

    def _listed(self, lead: str, count: int) -> None:
        """Add a paragraph with a list of items that are records of their own."""
        self._numbered(self._speaker.lead(lead))
        for at in range(1, count + 1):
            self._unit("item", str(at), Block("item", self._speaker.sentence(), f"{at}."))

    def _recommendations(self) -> None:
        if self._style["recommendations"] == "letters":
            points = (self._lettered(letter, 1) for letter in self._manner.letters)
            self._numbered(self._speaker.lead("recommends"), *points)
        else:
            self._listed("recommends", 4)

    def _interlude(self) -> None:
        self._unit("text", None, Block("plain", self._noted(self._speaker.interlude())))

    def _caption(self, name: str) -> tuple[str, str]:
        self._tables += 1
        topic = self._dice.choice(self._speaker.words.topics)
        return f"{self._names[name]} {self._tables}", topic[0].upper() + topic[1:]

    def _figure(self) -> None:
        head, words = self._caption("figure")
        self._unit("table", None, Block("caption", f"{head}. {words}"), Block("figure"))
        # a Word file has no picture, and a heading right below the caption would be its second line
        self._numbered(self._noted(self._speaker.marked()))

    def _table(self) -> None:
        head, words = self._caption("table")
        numbered = self._style["table"] == "numbered"
        rows: list[tuple[str, ...]] = [
            (
                self._names.get("number", "No.") if numbered else self._names["region"],
                "1998",
                "2008",
                self._names["total"],
            )
        ]
        for at, region in enumerate(self._names.get("regions", "North South East West").split(), 1):
            cells = [str(self._dice.randint(10, 4000)) for _ in range(3)]
            rows.append((f"{at}. {region}" if numbered else region, *cells))
        self._unit("table", None, Block("caption", f"{head}. {words}"), Block("table", rows=tuple(rows)))

    def _annex(self) -> None:
        self._heading(self._names["annex"], 0)
        annex = self._path[0]
        self._heading(self._title_of(), 1)
        self._path.insert(0, annex)
        self._restart()
        self._chapter = 0
        for _ in range(3):
            self._numbered(self._speaker.text())
