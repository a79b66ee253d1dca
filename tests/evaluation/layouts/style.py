"""How a report is set: properties that vary independently of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("en", "en", "en", "en", "fr", "es"),
    "page": ("A4", "letter"),
    "margin": ("54", "72", "108"),
    "columns": ("1", "1", "1", "2"),
    "face": ("serif", "sans", "typewriter"),
    "size": ("9", "10", "11", "12"),
    "align": ("left", "justified", "hyphenated"),
    "leading": ("1.15", "1.4", "2"),
    "gap": ("0", "6", "12"),
    "indent": ("hanging", "first line", "margin", "flush"),
    "numbers": ("1.", "1.", "1.", "1)", "1 -", "§ 1", "1", "1.1", "bold 1.", "none"),
    "automatic": ("no", "yes"),
    "restart": ("no", "no", "yes"),
    "headings": ("roman", "roman", "letters", "digits", "plain"),
    "heading look": ("bold", "capitals", "italic", "bold centred", "capitals centred", "larger"),
    "levels": ("1", "2", "3"),
    "head": ("none", "symbol", "title", "symbol and page"),
    "foot": ("none", "number", "page", "of", "job"),
    "opening": ("none", "summary", "letter"),
    "contents": ("no", "yes"),
    "notes": ("none", "running", "per page", "brackets", "stars"),
    "table": ("none", "ruled", "unruled", "numbered"),
    "bullets": ("no", "yes"),
    "letters": ("no", "yes"),
    "quotes": ("none", "block", "numbered"),
    "recommendations": ("none", "list", "letters"),
    "figure": ("no", "yes"),
    "interludes": ("no", "yes"),
    "annex": ("no", "yes"),
}
"""What each property may be; what stands twice is twice as likely."""


MORE_NUMBERS: dict[str, tuple[str, ...]] = {
    "ar": ("1 -", "1 -", "1-", "1.", "1", "١ -", "١-", "bold 1 -", "none"),
    "zh": ("1.", "1.", "1．", "1、", "1", "1.1", "bold 1.", "none"),
}
"""How languages number that are made only where they are wanted."""


class Style:
    """The properties of one report, by name."""

    def __init__(self, values: dict[str, str]) -> None:
        self.values = values

    def __getitem__(self, name: str) -> str:
        return self.values[name]

    def is_underlined(self) -> bool:
        """Whether a rule below stands for italics, as on typewriters."""
        return self.values.get("emphasis") == "underlined"

    def has(self, name: str) -> bool:
        """Whether a property that may be missing is there."""
        return self.values[name] not in ("no", "none")

    def points(self, name: str) -> float:
        """A property that is a measure."""
        return float(self.values[name])


def choose(dice: random.Random, **wanted: str) -> Style:
    """The style that the dice give where nothing is wanted, without combinations that nobody could read."""
    values = {name: dice.choice(options) for name, options in CHOICES.items()} | wanted
    numbers = MORE_NUMBERS.get(values["language"])
    if numbers:
        _set_upright(values, () if "numbers" in wanted else numbers, dice)
    if values["numbers"] == "1.1":
        values |= {"headings": "digits", "restart": "yes", "levels": "1", "annex": "no"}
    elif values["headings"] == "digits":
        values["headings"] = "roman"  # an agenda numbers its items so, and what stands below belongs to them
    if values["columns"] == "2":
        values["margin"], values["size"] = "54", "9"
        values["contents"] = "no"  # they stand across the columns, or on a page of their own
        if values["face"] == "typewriter":
            values["face"] = "serif"
    if values["columns"] == "2" and values["indent"] == "margin":
        values["indent"] = "hanging"
    if values["numbers"] == "none" and values["indent"] in ("hanging", "margin"):
        values["indent"] = "flush"
    if values["indent"] == "margin" or values["gap"] == "0":
        values["interludes"] = "no"  # they would be read as what goes on with a numbered paragraph
    if values["numbers"] == "none":
        # what belongs to a paragraph is told by its number
        values["quotes"] = "none"
        values["recommendations"] = values["recommendations"].replace("list", "letters")
    if values["headings"] == "plain":
        values["levels"] = "1" if values["heading look"] == "italic" else "2"  # of different looks
    if values["indent"] == "flush" and values["gap"] == "0":
        values["gap"] = "6"  # or nothing would part two paragraphs
    return Style(values)


def _set_upright(values: dict[str, str], numbers: tuple[str, ...], dice: random.Random) -> None:
    """Have a style of a script that has neither capitals nor italics, numbered as one of those given.

    To fill a line LibreOffice lengthens Arabic letters, and prints signs for it; behind a Chinese one it
    leaves out the stop that has no room.
    """
    values["align"] = "left"
    if values["language"] == "ar" and values["notes"] in ("running", "per page"):
        values["notes"] = "brackets"  # as the United Nations print them
    if numbers:
        values["numbers"] = dice.choice(numbers)
    values["heading look"] = values["heading look"].replace("capitals", "bold").replace("italic", "bold")
    if "١" in values["numbers"]:
        values["automatic"] = "no"  # Word counts with them by the language of a text
    if values["headings"] == "plain":
        values["heading look"] = "larger"  # the only look in which two levels differ
