"""What may stand behind a citation that a person typed."""

from __future__ import annotations

from typing import Final

from indexer.grammar.patterns import lazy

_REMARKS: Final = (
    r"[\s).,;\]\"'”»]*+(?:[(\[][^()\[\]]{0,30}(?<!\d)(?:19|20)\d\d[)\]][\s).,;\]\"'”»]*+)?+"
    r"(?:respectively\.?|\((?:emphas[ei]s|footnotes?|citations?|internal)\s[^()\d]{3,60}\)\.?)?+\s*$"
)
BEHIND_DOCUMENT: Final = lazy(_REMARKS)
"""Closing marks, a date in brackets, a remark."""
_WHICH: Final = r"(?:first|second|third|fourth|fifth|sixth|penultimate|last|final|opening|introductory)"
BEHIND_PLACE: Final = lazy(
    rf"(?:[\s,(]*+(?:in\s)?(?:the\s)?(?:chapeau|{_WHICH}(?:(?:,|\sand|\sto)\s{_WHICH})*+"
    rf"\s(?:sentences?|words|phrase|clause|part|half))\b)?+{_REMARKS}"
)
"""The same behind a place, with what narrows it to words that have no address: the paragraph is shown."""
