"""`indexer show REFERENCE...` and `indexer search WORD...` read without the option parser.

Both are called again and again, by people and by their scripts, and to load click takes as long as to look
one paragraph up. What has any option but --index goes to click, and means the same there.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.cli.console import Settings


def runs_directly(arguments: Sequence[str], settings: Settings) -> bool:
    """Whether the arguments are plain enough to be answered here, which has then been done."""
    command, *words = _words(arguments, settings) or [""]
    if not words:
        return False
    if command == "show":
        from indexer.cli.references import show_references  # noqa: PLC0415  # only for this command

        show_references(settings, words)
    elif command == "search":
        from indexer.cli.found import search_words  # noqa: PLC0415  # as above

        search_words(settings, words)
    else:
        return False
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
