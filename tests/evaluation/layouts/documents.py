"""Real documents, cut into paragraphs by another program, set anew in the layouts of the United Nations.

What they say, and in which order, is theirs; how they are set, and the texts of their notes, are made up.
Where they were visibly cut wrongly, another real text stands instead.
"""

from __future__ import annotations

import random
import zlib
from typing import TYPE_CHECKING

import regex

from tests.evaluation.layouts.acts import opened
from tests.evaluation.layouts.report import Block, Report
from tests.evaluation.layouts.style import choose
from tests.evaluation.layouts.texts import MARK, Reciter, in_line, is_broken, is_printable
from tests.evaluation.layouts.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.evaluation.layouts.style import Style
    from tests.evaluation.layouts.texts import Library, Paragraph

_CHOICES: dict[str, tuple[str, ...]] = {
    "margin": ("72", "90", "108"),
    "size": ("10",),
    "leading": ("1.15",),
    "gap": ("6",),
    "face": ("serif", "serif", "sans", "typewriter"),
    "align": ("left", "justified"),
    "indent": ("first line", "first line", "flush"),
    "heading look": ("bold", "bold", "bold centred"),
    "head": ("symbol", "symbol and page"),
    "foot": ("of", "number", "job"),
    "notes": ("running", "running", "per page"),
}
_FIXED = {
    "language": "en", "columns": "1", "numbers": "1.", "automatic": "no", "restart": "no", "levels": "2",
    "headings": "roman", "opening": "none", "contents": "no", "table": "none", "bullets": "no",
    "letters": "no", "quotes": "none", "recommendations": "none", "figure": "no", "interludes": "yes",
    "annex": "no",
}  # fmt: skip
_DEEPEST = 4  # headings above a paragraph
_LONGEST = 220  # characters of a heading
_SHORTEST = 4  # characters of a paragraph
_ANNEX = regex.compile(
    r"^(?P<scope>(?:Annex|Appendix|Enclosure)(?:\s[IVX]+|\s\d+)?)(?P<rest>$|\s.+)", regex.I
)
_ACT = regex.compile(r"^(?:\d+/\d+|\d+ \(\d{4}\))\.?\s")
_NUMBERED = regex.compile(r"(?:[IVX]+|\p{Lu}|\d+)\.\s|Introduction|Summary")
_NO_HEADING = regex.compile(
    r"^[\W_]|^Contents|^Page$|\t|Distr\.|Original:|^\[|^Agenda|^\p{Ll}|[:;,]$|^\d+\s?\.{1,2}\s?\d"
)
_NO_TEXT = regex.compile(r"\*|(?:Agenda )?[Ii]tems? \d|United Nations |\[")
_LETTER = regex.compile(r"\(\p{L}{1,4}\)")
_ROMAN = regex.compile(r"\((?:[ivx]{2,}|[vx])\)")
_GOES_ON = regex.compile(r"^[\p{Ll},;.)]")
_ENDED = regex.compile(r"[.;:,?!”)]$")
_LISTS = regex.compile(r"(?::|;(?:\s?and|\s?or)?)$")
_TITLE = "Report of the Secretary-General"


def make(seed: int, library: Library | None = None, /, **wanted: str) -> Report:
    """A document of the library, which the seed chooses as well as the layout.

    Raises:
        LookupError: There are no real documents.
    """
    if library is None or not library.documents:
        raise LookupError("--texts FILE names the real documents that are set anew")
    dice = random.Random(seed)  # noqa: S311 -- test data, the same for the same seed
    symbols = sorted(library.documents)
    random.Random(len(symbols)).shuffle(symbols)  # noqa: S311 -- neighbours are of one kind
    chosen = {name: dice.choice(options) for name, options in _CHOICES.items()}
    style = choose(dice, **_FIXED | chosen | wanted)
    paragraphs = library.documents[symbols[seed % len(symbols)]]
    sound = [text for text in library.paragraphs if text.endswith(".") and "{}" not in text]
    return Setter(dice, style, Reciter(dice, library), paragraphs, sound).report(seed)


class Setter(Writer):
    """Sets the paragraphs of a document."""

    def __init__(
        self,
        dice: random.Random,
        style: Style,
        speaker: Reciter,
        paragraphs: Sequence[Paragraph],
        others: Sequence[str],
    ) -> None:
        super().__init__(dice, style, speaker)
        self._cut = paragraphs
        self._others = others  # texts for what was cut wrongly
        self._ending = ""  # of the last paragraph, as it was cut
        self._open: list[Block] = []  # what is one unit with its first block
        self._around = ""  # the annex that an enclosure belongs to
        symbol = paragraphs[0].symbol
        self._is_act = symbol.startswith(("A/RES", "S/RES")) or "/L." in symbol

    def report(self, seed: int) -> Report:
        symbol = self._cut[0].symbol
        self._blocks.append(Block("masthead", rows=self._masthead(symbol)))
        paths = [self._headings(paragraph) for paragraph in self._cut]
        first = next((path[0] for path in paths if path), _TITLE)
        titles = [_TITLE if _NUMBERED.match(first) and not self._is_act else first]
        if self._is_act:
            titles += [name for path in paths for name in path if _ACT.match(name)][:1]
        titles = list(dict.fromkeys(titles))
        self._blocks += [Block("title", title) for title in titles]
        for paragraph, path in zip(self._cut, paths, strict=True):
            self._place([name for name in path if name not in titles])
            self._add(paragraph, in_line(paragraph.text))
        self._close()
        parts = tuple(self._blocks), tuple(self._units), tuple(self._notes)
        return Report(seed, self._style, symbol, titles[-1], *parts)

    # -- headings ----------------------------------------------------------------------------------

    def _headings(self, paragraph: Paragraph) -> list[str]:
        """The headings above a paragraph, without what else was taken for some."""
        path: list[str] = []
        for printed in paragraph.section:
            name = MARK.sub("", in_line(printed)).rstrip("* ")
            if "\t" in printed or _NO_HEADING.search(name) or len(name) > _LONGEST or is_broken(name):
                continue
            if is_printable(name) and not (name.endswith(".") and len(name.split()) > _DEEPEST):
                path += self._parted(name)
        if path and path[0].startswith("Enclosure") and self._around:
            path.insert(0, self._around)
        elif path and _ANNEX.match(path[0]):
            self._around = path[0]
        return path[:_DEEPEST]

    @staticmethod
    def _parted(name: str) -> list[str]:
        """An annex and its title, which the other program made one; "Annex to the letter ..." is one."""
        found = _ANNEX.match(name)
        if found is None or not found["rest"].strip() or found["rest"].strip()[:1].islower():
            return [name]
        return [found["scope"], found["rest"].strip()]

    def _place(self, path: list[str]) -> None:
        """Print what of a path is new; where nothing is, the last heading stays the one above."""
        if path == self._path[: len(path)]:
            return
        self._close()
        same = next(
            (at for at, pair in enumerate(zip(path, self._path, strict=False)) if pair[0] != pair[1]), None
        )
        same = min(len(path), len(self._path)) if same is None else same
        annex = bool(_ANNEX.match(path[0]))
        for at in range(same, len(path)):
            self._path[:] = path[: at + 1]
            self._blocks.append(Block("heading", path[at], level=at + (not annex)))

    # -- paragraphs --------------------------------------------------------------------------------

    def _add(self, paragraph: Paragraph, text: str) -> None:
        """Add a paragraph, or what belongs to the one before."""
        number = paragraph.number or ""
        if (
            not text
            or (not self._open and paragraph.kind != "para" and _GOES_ON.match(text))
            or _NO_TEXT.match(text)
        ):
            return
        if self._open and self._carries_on(paragraph, text):
            last = self._open[-1]
            self._open[-1] = last._replace(text=f"{last.text} {self._sound(text)}")
        elif paragraph.kind == "subpara" and self._open:
            words = text.removeprefix(number).strip()
            level = 2 if _ROMAN.fullmatch(number) and not self._is_next(number) else 1
            self._open.append(Block("letter", self._sound(words), number, level))
        elif self._open and (
            paragraph.kind == "list" or (paragraph.kind == "text" and _LISTS.search(self._ending))
        ):
            self._open.append(Block("bullet", self._sound(text.lstrip("•-–— ")), "•", 1))
        elif paragraph.kind in ("para", "text"):
            self._close()
            words = self._sound(text)
            words = opened(words) if self._is_act else words
            numbered = paragraph.kind == "para"
            label = self._style["numbers"].replace("1", number) if numbered else ""
            self._open = [Block("numbered" if numbered else "plain", words, label=label)]
        self._ending = MARK.sub("", text).rstrip()

    def _carries_on(self, paragraph: Paragraph, text: str) -> bool:
        """Whether this ends the paragraph before: nothing ended there, or nothing begins here."""
        if paragraph.kind == "subpara":
            return not _LETTER.fullmatch(paragraph.number or "")
        cut = not _ENDED.search(self._ending)
        return paragraph.kind == "text" and (cut or bool(_GOES_ON.match(text)))

    def _is_next(self, number: str) -> bool:
        """Whether the letter before stands above: "(v)" behind "(u)"."""
        labels = {block.label for block in self._open}
        return len(number) == 3 and f"({chr(ord(number[1]) - 1)})" in labels

    def _sound(self, text: str) -> str:
        """A text with its notes, or another one where it was cut wrongly or has letters that no face has."""
        marked = MARK.sub("{}", text)
        plain = marked.replace("{}", "")
        if len(plain) < _SHORTEST or is_broken(plain) or not is_printable(plain) or "{" in plain:
            # the same one in every layout
            return (
                self._others[zlib.crc32(text.encode()) % len(self._others)]
                if self._others
                else self._speaker.text()
            )
        first, *others = marked.split("{}")
        return first + "".join((self._note() if self._may_note() else "") + other for other in others)

    def _close(self) -> None:
        """Make a unit of what is open."""
        if not self._open:
            return
        first, *below = self._open
        self._open = []
        number = first.label.strip(".") or None
        self._unit("paragraph" if number else "text", number, first, *below)
