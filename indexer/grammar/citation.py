"""A citation as a value, and what its parts may be joined by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import msgspec

from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indexer.grammar.pinpoints import Pinpoint
    from indexer.grammar.symbols import DocumentSymbol

Relation = Literal["", "ibid", "self", "note", "case", "act", "heading"]
"""A document of its own; the document cited last; the document that the citation stands in; what a footnote
of it cites; the views on a communication; what a conference of parties decided; what stands below a heading
or a title that only an index knows."""

_NOTHING: Final[Mapping[str, DocumentSymbol | None]] = {}


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """A cited document and what is pointed at in it.

    Attributes:
        text: The citation as it stands.
        symbol: The document; None for "ibid.", for "para. 12 above", for "footnote 5 above, para. 3", for
            communications, for decisions of conferences, for files, and when only a place was given.
        pinpoints: The places, ranges not written out; empty for the whole document.
        relation: How the document is found when symbol is None.
        name: The mark of the footnote, the number of the communication ("2038/2011"), "decision 1/CP.21", or
            the words of the heading.
        file: Path of a document that is known by its file alone.
        language: Two letters when the citation is a record id that states it.
    """

    text: str
    symbol: DocumentSymbol | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    relation: Relation = ""
    name: str = ""
    file: str | None = None
    language: str | None = None

    @property
    def document(self) -> str | None:
        """The document as record ids name it: the symbol, or "file:" and the path."""
        if self.file is not None:
            return f"file:{self.file}"
        return None if self.symbol is None else self.symbol.text

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all places that can be written out; an open range gives its first."""
        return tuple(dict.fromkeys(str(p.address) for p in self.expand() if p.address is not None))

    def expand(self) -> tuple[Pinpoint, ...]:
        """Return one pinpoint for each place; what cannot be written out stays a range (Pinpoint.covers)."""
        return tuple(single for pinpoint in self.pinpoints for single in pinpoint.expand())

    def resolve(
        self,
        *,
        antecedent: DocumentSymbol | None = None,
        own: DocumentSymbol | None = None,
        notes: Mapping[str, DocumentSymbol | None] = _NOTHING,
        cases: Mapping[str, DocumentSymbol | None] = _NOTHING,
    ) -> Citation:
        """Return the citation with its document, where that is known.

        Args:
            antecedent: What "ibid." means.
            own: The document that "para. 12 above" stands in.
            notes: What each of its footnotes cites, by mark.
            cases: The symbols of communications, by number.
        """
        named = {"note": notes, "case": cases}.get(self.relation, _NOTHING).get(self.name)
        found = {"ibid": antecedent, "self": own}.get(self.relation, named)
        return (
            self if self.symbol is not None or found is None else msgspec.structs.replace(self, symbol=found)
        )


def cite_above(text: str, pinpoints: tuple[Pinpoint, ...]) -> Citation:
    """Return the citation of places above; behind a footnote, places of what that footnote cites."""
    note, *others = pinpoints
    if note.unit == "fn" and others and others[0].unit != "fn":
        return Citation(text=text, pinpoints=tuple(others), relation="note", name=note.number)
    return Citation(text=text, pinpoints=pinpoints, relation="self")


DATE: Final = r"\d{1,2}(?:er)?\s(?:de\s)?\p{L}{3,10}\s(?:de\s)?(?:19|20)\d\d(?:\sг(?:ода|\.))?"
GAP: Final = lazy(
    r"\*{0,3}+(?:/(?=(?i:para|page|annex)))?+(?:\s?号(?:文件|报告)?)?+[\s\"'”»)\]>`]*+"
    r"(?:[(\[](?!annex|append|\p{Ll}\))(?:[^()\[\]]{0,30}(?:19|20)\d\d年?|[^()\[\]\d]{1,60})[)\]])?+"
    rf"(?:,?\s?(?:(?:of|dated|en\sdate\sdu|en\sfecha|du|de|от)\s)?{DATE}|,\s(?:19|20)\d\d(?=,))?+"
    rf"(?:,\s(?:Views|decision|opinion)\sadopted\son\s{DATE})?+"
    r"[\s,)\]\"'”]*+(?:(?::|(?<=\s)-)\s)?+[(\[]?+"
    r"(?:(?:at|in\sparticular|especially|esp\.|notably|inter\salia|e\.g\.|cf\.|see|from|notamment|en\sparticular)"
    r",?\s)?+[(\[]?+"
)
"""What stands between a document and its paragraphs: closing marks, a date, a word in brackets, a comma."""
_PARTIES: Final = lazy(r"[\s,)]{1,3}[^,;()\d]{2,50}\sv\.\s[^,;()\d]{2,40}(?=,\s)")
_LONGEST_PARTY: Final = 60
"""Characters of the first party of a case, and of what stands before it."""


def skip_gap(folded: str, position: int) -> int:
    """Return where the places of a document may begin, behind a date, the parties of a case, or a comma."""
    if folded.find(" v. ", position, position + _LONGEST_PARTY) >= 0:
        parties = _PARTIES.match(folded, position)
        position = parties.end() if parties else position
    gap = GAP.match(folded, position)
    return gap.end() if gap else position


LINK: Final = lazy(
    r"(?:\s?,?\s(?:of|to|in|from|de|du|del|à|из|من|в|к)(?=\s))?\s?"
    r"(?:(?:the|its|his|her|their|that|said|same|documents?|report|draft|note|letter|la|le|el|su|sa|informe|"
    r"rapport|documento|своей|(?:документ|доклад)[ауе]|записк[иу]|(?:ال|لل)?وثيقة|(?:ال|لل)?تقرير)\s|l'){0,4}",
    ignore_case=True,
)
LOOSE_LINK: Final = lazy(
    r"\s(?:of\s(?:the|his|her|its|their)|d(?:u|es|el)|de\s(?:la|las|los|su|son|sa)|من"
    r"|(?:доклад|документ)[ауе]|записк[иуе]|письм[ауе])"
    r"(?:\s[^.;:()\[\]\d]{3,100})?\s?\((?:(?:see|voir|véase|см\.|انظر)\s)?"
)
"""Of the report of so-and-so, with the symbol in brackets."""

CASE: Final = lazy(
    r"(?<!\p{L})comm(?:unications?\b|\.)\s(?:(?:Nos?\b\.?|n[º°]s?)\s?)?(?P<case>(?:R\.)?\d{1,4}/(?:19|20)\d\d)(?![\d/])",
    ignore_case=True,
)
"""A communication to a treaty body; the symbol of the views on it has its number at the end."""

IBID: Final = lazy(
    r"(?<![\p{L}])(?:ibid(?:em)?\b\.?|idem\b\.?(?=,)|id\.(?=,?\s(?:at\s)?(?:para|pp?\.|[¶§]))|"
    r"там же\b\.?|同上|المرجع نفسه)",
    ignore_case=True,
)
