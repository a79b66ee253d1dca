"""What a Word style says about its paragraphs and characters, inherited properties included."""

from __future__ import annotations

from typing import Any

from indexer.extract.docx_package import W, attribute, child, is_on, number, points
from indexer.extract.paragraph_styles import SHARES, ParagraphStyle, Placing, RunStyle
from indexer.extract.style_names import named_level, named_role

_DEFAULT_SIZE = 10.0
"""Points, where neither styles nor text name a size: what Word takes then."""

_PLAIN_GROUND = ("auto", "ffffff")
_RAISED = 4
"""Half-points: runs are moved by less to set them in the middle of a line."""

_DEPTH = 50
"""Styles that a style is followed through at most: Word itself allows eleven."""


def read_run(properties: Any | None) -> RunStyle:
    """What run properties say themselves."""
    if properties is None:
        return RunStyle()
    size, other_size = (number(attribute(child(properties, name))) for name in ("sz", "szCs"))
    cases = [is_on(child(properties, name)) for name in ("caps", "smallCaps")]
    underline = attribute(child(properties, "u"))
    from_right, complex_script = is_on(child(properties, "rtl")), is_on(child(properties, "cs"))
    return RunStyle(
        bold=is_on(child(properties, "b")),
        italic=is_on(child(properties, "i")),
        size=size / 2 if size and size > 0 else None,
        raised=_is_raised(
            attribute(child(properties, "vertAlign")), number(attribute(child(properties, "position")))
        ),
        hidden=is_on(child(properties, "vanish")),
        font=attribute(child(properties, "rFonts"), "ascii"),
        capitals=None if cases == [None, None] else any(cases),
        underlined=None if underline is None else underline != "none",
        other=complex_script if from_right is None else from_right,
        other_bold=is_on(child(properties, "bCs")),
        other_italic=is_on(child(properties, "iCs")),
        other_size=other_size / 2 if other_size and other_size > 0 else None,
    )


def _is_raised(vertical: str | None, position: int | None) -> bool | None:
    """Whether a run is a superscript or stands so far above its line as one, None where nothing is said."""
    if vertical is None and position is None:
        return None
    return vertical == "superscript" or (position or 0) >= _RAISED


def read_placing(properties: Any | None) -> Placing:
    """Where a paragraph stands, as its properties say themselves."""
    side = attribute(child(properties, "jc"))
    share = None if side is None else SHARES.get(side, 0.0)
    frame = _read_frame(properties)
    indent = child(properties, "ind")
    if indent is None:
        return Placing(share=share, frame=frame)
    left, right = (
        points(attribute(indent, name) or attribute(indent, old))
        for name, old in (("start", "left"), ("end", "right"))
    )
    hanging = points(attribute(indent, "hanging"))
    first = -hanging if hanging is not None else points(attribute(indent, "firstLine"))
    return Placing(left, first, right, share, frame)


def _read_frame(properties: Any | None) -> str | None:
    """Return how a paragraph is framed, by lines at both sides or a ground in colour.

    Empty for one that is not, None where it says nothing.
    """
    borders, ground = child(properties, "pBdr"), child(properties, "shd")
    if borders is None and ground is None:
        return None
    sides = [attribute(child(borders, side)) or "nil" for side in ("left", "right")]
    lines = "" if "nil" in sides or "none" in sides else " ".join(sides)
    fill = (attribute(ground, "fill") or "auto").lower()
    return lines + (fill if fill not in _PLAIN_GROUND else "")


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
