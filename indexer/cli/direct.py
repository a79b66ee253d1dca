"""`indexer show REFERENCE...` taken from the command line without the option parser.

Paragraphs are looked up again and again, by people and by their scripts, and to load click takes as long as
to look one up. What has any option but --index goes to click, and means the same there.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.cli.console import Settings


def runs_directly(arguments: Sequence[str], settings: Settings) -> bool:
    """Whether the arguments are plain enough to be answered here, which has then been done."""
    words = _words(arguments, settings)
    if len(words) < 2 or words[0] != "show":  # a command and what it is asked for
        return False
    from indexer.cli.references import show_references  # noqa: PLC0415  # only for this command

    show_references(settings, words[1:])
    return True


def _words(arguments: Sequence[str], settings: Settings) -> list[str]:
    """The arguments without --index, which goes into the settings; nothing where there are other options."""
    words: list[str] = []
    index = settings.index
    places = iter(arguments)
    for word in places:
        if word == "--index":
            index = next(places, "")
            if not os.path.isdir(index):  # noqa: PTH112  # loading pathlib takes longer than the look
                return []  # click says what is wrong with it
        elif word.startswith("-"):
            return []
        else:
            words.append(word)
    settings.index = index
    return words
