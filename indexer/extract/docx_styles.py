"""What a Word style says about its paragraphs and characters, inherited properties included."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
import regex

from indexer.extract.docx_package import W, attribute, child, is_on, number, points

_DEFAULT_SIZE = 10.0
"""Points, where neither styles nor text name a size: what Word takes then."""

_DEPTH = 50
"""Styles that a style is followed through at most: Word itself allows eleven."""

_HEADING_NAME = regex.compile(
    r"(?:heading|überschrift|titre|título|titulo|titolo|заголовок|标题|標題|見出し|العنوان|عنوان|kop|rubrik|nagłówek)"
    r"\s*(?P<level>[1-9])",
    regex.IGNORECASE,
)
"""Built-in headings: "heading 1" in every Word; other programs write the names of their own language."""

_UN_HEADINGS = {"hch": 1, "h1": 2, "h23": 3, "h4": 4, "h56": 5}
"""The headings of the United Nations templates ("_ H _Ch_G", "_ H_1_G", "_ H_2/3_G", also without the G)."""

SHARES = {"center": 0.5, "right": 1.0, "end": 1.0}
"""For each way to align lines, the share of their room that stands before them, where it is not 0."""

_UN_NAME = regex.compile(r"_ ?(?P<name>H[_ \d/a-zA-Z]*?)_*G?")
_UN_TITLES = frozenset({"hm"})
_TITLES = frozenset({"title", "titre", "título", "название", "标题", "標題", "العنوان", "titel"})
_CONTENTS_NAME = regex.compile(
    r"(?:toc|tm|tdc|indice|índice|оглавление|目录|目錄|verzeichnis|inhopg)\s*\d|table of figures",
    regex.IGNORECASE,
)


class RunStyle(NamedTuple):
    """How characters are set; None where nothing is said.

    Those of scripts from right to left have a face and a size of their own in Word, `other_*`, which count
    where `other` says so.
    """

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    raised: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    capitals: bool | None = None
    underlined: bool | None = None
    other: bool | None = None
    other_bold: bool | None = None
    other_italic: bool | None = None
    other_size: float | None = None

    def over(self, below: RunStyle) -> RunStyle:
        """This style where it says something, else the one below."""
        return RunStyle(*map(_first, self, below))

    def shown(self) -> RunStyle:
        """This style with the face and size that count."""
        if not self.other:
            return self
        return self._replace(bold=self.other_bold, italic=self.other_italic, size=self.other_size)


class Placing(NamedTuple):
    """Where a paragraph stands between the margins, in points; None where nothing is said.

    Attributes:
        left: Indent of the words.
        first: Indent of the first line against left; negative for a hanging number.
        right: Indent at the other end of the lines.
        share: Of the room that a short line leaves, how much stands before it: half where it is centred.
    """

    left: float | None = None
    first: float | None = None
    right: float | None = None
    share: float | None = None

    def over(self, below: Placing) -> Placing:
        """This placing where it says something, else the one below."""
        return Placing(*map(_first, self, below))


def _first(said: Any, below: Any) -> Any:
    return below if said is None else said


class ParagraphStyle(msgspec.Struct, frozen=True, kw_only=True):
    """What a paragraph gets from its style.

    Attributes:
        id: The style, for lists that are tied to it.
        num: The list it belongs to, "0" for none, None where nothing is said.
        ilvl: Its level in that list.
        outline: Heading level from 1, 0 for running text, None where nothing is said.
        placing: Where it stands between the margins.
        role: "title" or "contents" by its name, else empty.
        run: How its characters are set.
    """

    id: str = ""
    num: str | None = None
    ilvl: int | None = None
    outline: int | None = None
    placing: Placing = Placing()
    role: str = ""
    run: RunStyle = RunStyle()


def read_run(properties: Any | None) -> RunStyle:
    """What run properties say themselves."""
    if properties is None:
        return RunStyle()
    size, other_size = (number(attribute(child(properties, name))) for name in ("sz", "szCs"))
    vertical = attribute(child(properties, "vertAlign"))
    cases = [is_on(child(properties, name)) for name in ("caps", "smallCaps")]
    underline = attribute(child(properties, "u"))
    from_right, complex_script = is_on(child(properties, "rtl")), is_on(child(properties, "cs"))
    return RunStyle(
        bold=is_on(child(properties, "b")),
        italic=is_on(child(properties, "i")),
        size=size / 2 if size and size > 0 else None,
        raised=None if vertical is None else vertical == "superscript",
        hidden=is_on(child(properties, "vanish")),
        font=attribute(child(properties, "rFonts"), "ascii"),
        capitals=None if cases == [None, None] else any(cases),
        underlined=None if underline is None else underline != "none",
        other=complex_script if from_right is None else from_right,
        other_bold=is_on(child(properties, "bCs")),
        other_italic=is_on(child(properties, "iCs")),
        other_size=other_size / 2 if other_size and other_size > 0 else None,
    )


def read_placing(properties: Any | None) -> Placing:
    """Where a paragraph stands, as its properties say themselves."""
    side = attribute(child(properties, "jc"))
    share = None if side is None else SHARES.get(side, 0.0)
    indent = child(properties, "ind")
    if indent is None:
        return Placing(share=share)
    left, right = (
        points(attribute(indent, name) or attribute(indent, old))
        for name, old in (("start", "left"), ("end", "right"))
    )
    hanging = points(attribute(indent, "hanging"))
    first = -hanging if hanging is not None else points(attribute(indent, "firstLine"))
    return Placing(left, first, right, share)


def read_outline(properties: Any | None) -> int | None:
    """Heading level from 1, 0 for what is explicitly running text, None where nothing is said."""
    level = number(attribute(child(properties, "outlineLvl")))
    if level is None:
        return None
    return level + 1 if 0 <= level < 9 else 0


class Styles:
    """The styles of a document.

    Attributes:
        lists: For each list style, the numbering instance it uses.
    """

    def __init__(self, root: Any | None) -> None:
        self._elements: dict[str, Any] = {}
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str | None, RunStyle] = {}
        self.lists: dict[str, str] = {}
        self._default: str | None = None
        self._run = RunStyle(size=_DEFAULT_SIZE, other_size=_DEFAULT_SIZE)
        if root is None:
            return
        self._run = read_run(child(root, "docDefaults", "rPrDefault", "rPr")).over(self._run)
        for element in root.findall(W + "style"):
            name = attribute(element, "styleId") or ""
            self._elements.setdefault(name, element)
            if attribute(element, "type") == "paragraph" and attribute(element, "default") in (
                "1",
                "true",
                "on",
            ):
                self._default = name
            num = attribute(child(element, "pPr", "numPr", "numId"))
            if attribute(element, "type") == "numbering" and num is not None:
                self.lists[name] = num

    def paragraph(self, style: str | None) -> ParagraphStyle:
        """The style with all that it inherits; the default one for None or an unknown name."""
        key = style if style in self._elements else self._default
        if key not in self._paragraphs:
            self._paragraphs[key] = self._resolve_paragraph(key)
        return self._paragraphs[key]

    def run(self, paragraph: ParagraphStyle, style: str | None, direct: RunStyle) -> RunStyle:
        """How characters of a paragraph come out, with a character style and settings of their own."""
        if style not in self._characters:
            resolved = RunStyle()
            for element in self._chain(style):
                resolved = resolved.over(read_run(child(element, "rPr")))
            self._characters[style] = resolved
        character = self._characters[style]
        # bold in both styles cancels out: the format calls these toggles
        toggled = RunStyle(
            bold=_toggle(paragraph.run.bold, character.bold),
            italic=_toggle(paragraph.run.italic, character.italic),
            other_bold=_toggle(paragraph.run.other_bold, character.other_bold),
            other_italic=_toggle(paragraph.run.other_italic, character.other_italic),
        )
        return direct.over(toggled).over(character).over(paragraph.run).over(self._run).shown()

    def _chain(self, style: str | None) -> list[Any]:
        """The style's element and those it is based on, nearest first."""
        chain: list[Any] = []
        while style in self._elements and len(chain) < _DEPTH:
            element = self._elements[style]
            if element in chain:
                break
            chain.append(element)
            style = attribute(child(element, "basedOn"))
        return chain

    def _resolve_paragraph(self, style: str | None) -> ParagraphStyle:
        run = RunStyle()
        placing = Placing()
        num = ilvl = outline = None
        named: int | None = None
        role = ""
        for element in self._chain(style):
            properties = child(element, "pPr")
            list_properties = child(properties, "numPr")
            num = num if num is not None else attribute(child(list_properties, "numId"))
            ilvl = ilvl if ilvl is not None else number(attribute(child(list_properties, "ilvl")))
            outline = outline if outline is not None else read_outline(properties)
            placing = placing.over(read_placing(properties))
            run = run.over(read_run(child(element, "rPr")))
            name = attribute(child(element, "name")) or ""
            role = role or named_role(name)
            named = named if named is not None else named_level(name)
        if role:
            outline, named = None, None
        return ParagraphStyle(
            id=style or "",
            num=num,
            ilvl=ilvl,
            outline=outline if outline is not None else named,
            placing=placing,
            role=role,
            run=run,
        )


def _toggle(one: bool | None, other: bool | None) -> bool | None:  # noqa: FBT001 - both stand for switches of styles
    return one != other if one is not None and other is not None else None


def named_level(name: str) -> int | None:
    """Heading level from 1 that the name of a style says, None where it says none."""
    match = _HEADING_NAME.fullmatch(name.strip())
    if match:
        return int(match["level"])
    un_name = _un_name(name)
    return _UN_HEADINGS.get(un_name) if un_name else None


def named_role(name: str) -> str:
    """What the name of a style says: "title", "contents" or nothing."""
    lowered = name.strip().lower()
    if lowered in _TITLES or _un_name(name) in _UN_TITLES:
        return "title"
    return "contents" if _CONTENTS_NAME.fullmatch(lowered) else ""


def _un_name(name: str) -> str | None:
    match = _UN_NAME.fullmatch(name.strip())
    return regex.sub(r"[_ /]", "", match["name"]).lower() if match else None
