"""The program tesseract: which languages it has, how a picture stands, which words it reads."""

from __future__ import annotations

import functools
import shutil
import time
from typing import TYPE_CHECKING, NamedTuple

import regex

from indexer.errors import LimitError, MissingToolError
from indexer.extract.programs import run_program

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from indexer.extract.pdf_grey import Picture

LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "ar": "ara", "zh": "chi_sim"}
"""The official languages, by what tesseract calls them."""

_WITH_ENGLISH = frozenset({"ru", "ar"})
"""Languages that are read together with English: symbols are in its letters. Chinese loses lines by that."""

_SCRIPTS = {"Cyrillic": "ru", "Arabic": "ar", "Han": "zh"}
_PAGE, _LINES = "3", "6"  # what tesseract looks for
_SECONDS_ASKED = 20.0  # for what needs no picture
_SURE_TURN = 3.0  # measured: upright scans were thought upside down with up to 1.9
_SURE_SCRIPT = 1.0
_TURN = regex.compile(r"^Rotate: (\d+)\nOrientation confidence: ([\d.]+)", regex.MULTILINE)
_SCRIPT = regex.compile(r"^Script: (\w+)\nScript confidence: ([\d.]+)", regex.MULTILINE)


class Standing(NamedTuple):
    """How the text of a picture stands.

    Attributes:
        turn: Quarter turns clockwise that set it upright.
        language: None where the script does not tell it.
        lacking: The language that the script tells, where tesseract has it not.
    """

    turn: int = 0
    language: str | None = None
    lacking: str | None = None


class Tesseract(NamedTuple):
    """The program: its place, and the languages it has, by our names."""

    program: str
    languages: Mapping[str, str]
    sees_scripts: bool

    def standing(self, picture: Picture, *, until: float, path: str) -> Standing:
        """How the text stands; upright where it cannot be told, as on a page of few words.

        Raises:
            LimitError: It took longer than until the time given.
        """
        if not self.sees_scripts:
            return Standing()
        said = self._run(["--psm", "0"], picture, until, path)
        turn, script = _TURN.search(said), _SCRIPT.search(said)
        turned = int(turn[1]) // 90 if turn and float(turn[2]) >= _SURE_TURN else 0
        language = _SCRIPTS.get(script[1]) if script and float(script[2]) >= _SURE_SCRIPT else None
        if language is None or language in self.languages:
            return Standing(turned, language)
        return Standing(turned, lacking=language)

    def read(self, picture: Picture, language: str, *, until: float, path: str, lines: bool = False) -> str:
        """The words with their places, as lines of TSV.

        Args:
            picture: Of a page.
            language: Of its words, by our name.
            until: When it is to have ended.
            path: Of the file.
            lines: Whether it is a picture of lines below each other and nothing else.

        Raises:
            LimitError: It took longer than until the time given.
        """
        names = [self.languages[language]]
        if language in _WITH_ENGLISH and "en" in self.languages:
            names.append(self.languages["en"])
        options = ["-l", "+".join(names), "--psm", _LINES if lines else _PAGE, "-c", "tessedit_create_tsv=1"]
        return self._run(options, picture, until, path)

    def _run(self, options: Sequence[str], picture: Picture, until: float, path: str) -> str:
        seconds = until - time.monotonic()
        if seconds <= 0:
            raise LimitError(path, "tesseract took too long")
        command = [self.program, "stdin", "stdout", "--dpi", str(picture.dpi), *options]
        finished = run_program(command, seconds=seconds, path=path, given=picture.content, alone=True)
        return finished.output.decode("utf-8", "replace")  # nothing where it could not read the picture


def find_tesseract(path: str) -> Tesseract:
    """The program as it is installed.

    Raises:
        MissingToolError: It is not installed, or has none of the official languages; about the file at path.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise MissingToolError(path, MISSING)
    found = _known(program)
    if not found.languages:
        raise MissingToolError(
            path, f"tesseract has none of the languages {', '.join(LANGUAGES.values())}; install one of them"
        )
    return found


def lacks(language: str) -> str:
    """Say which language tesseract has to have, and how it is installed.

    A file is not read again of itself when the language comes: to recognise takes long, and may tell no more.

    >>> lacks("zh")
    'tesseract has no chi_sim for its pictures (Debian and Ubuntu: tesseract-ocr-chi-sim; then index --force)'
    """
    name = LANGUAGES[language]
    package = f"tesseract-ocr-{name.replace('_', '-')}"
    return f"tesseract has no {name} for its pictures (Debian and Ubuntu: {package}; then index --force)"


MISSING = (
    "recognising pictures needs the program tesseract, which is not installed (Debian and Ubuntu: "
    "tesseract-ocr, and tesseract-ocr-fra and so on for languages; macOS and Windows: tesseract, "
    "from a package manager or the project's installer)"
)
"""What is said where the program is missing."""


@functools.cache
def _known(program: str) -> Tesseract:
    finished = run_program([program, "--list-langs"], seconds=_SECONDS_ASKED, path="", alone=True)
    names = set(finished.output.decode("utf-8", "replace").split())
    languages = {ours: name for ours, name in LANGUAGES.items() if name in names}
    return Tesseract(program, languages, "osd" in names)
