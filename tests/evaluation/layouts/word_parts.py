"""Parts of a Word file beside its body: styles, settings, running heads, notes and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.evaluation.layouts.vocabulary import PAGES
from tests.evaluation.layouts.word_scripts import HIGH, fonts

if TYPE_CHECKING:
    from tests.evaluation.layouts.report import Report


def parts_of(report: Report) -> dict[str, str]:
    """The inside of each part that the report needs."""
    parts = {"styles": _styles(report), "settings": _settings(report), **_running(report)}
    if report.notes:
        parts["footnotes"] = _footnotes(report)
    if report.style["automatic"] == "yes":
        parts["numbering"] = _numbering(report)
    return parts


def half_points(report: Report) -> int:
    """The size of the text, as Word files say it."""
    return round(2 * report.style.points("size"))


def marks_of(report: Report) -> list[str]:
    """How each note is marked; empty where Word counts."""
    form = report.style["notes"]
    count = range(1, len(report.notes) + 1)
    return ["*" * at if form == "stars" else "" for at in count]


def around(report: Report, mark: str) -> str:
    """Runs of a mark, in brackets where notes have them."""
    before, behind = ("(", ")") if report.style["notes"] == "brackets" else ("", "")
    return run(before, raised=True) + mark + run(behind, raised=True)


def run(text: str, face: str = "", *, raised: bool = False) -> str:
    if not text:
        return ""
    face += '<w:vertAlign w:val="superscript"/>' if raised else ""
    inside = "<w:footnoteRef/>" if text == "<ref/>" else f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:r><w:rPr>{face}</w:rPr>{inside}</w:r>"


def label(label: str, face: str = "") -> str:
    return run(label, face) + "<w:r><w:tab/></w:r>"


def paragraph(properties: str, runs: str) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _styles(report: Report) -> str:
    style = report.style
    face = fonts(style["face"], style["language"])
    # LibreOffice does not write down a stop that hangs over the margin
    unhung = '<w:overflowPunct w:val="0"/>' if style["language"] == "zh" else ""
    high = HIGH if style["language"] == "zh" else 1.0
    line = round(240 * style.points("leading") / high)
    after = round(20 * style.points("gap"))
    align = "left" if style["align"] == "left" else "both"
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="N"/><w:pPr><w:keepNext/><w:spacing w:before="240"/><w:jc w:val="left"/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in (1, 2, 3)
    )
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {face}/>"
        f'<w:sz w:val="{half_points(report)}"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:pPr>'
        f'{unhung}<w:spacing w:line="{line}" w:lineRule="auto" w:after="{after}"/><w:jc w:val="{align}"/>'
        f"</w:pPr></w:style>{headings}"
    )


def _settings(report: Report) -> str:
    style = report.style
    hyphens = "<w:autoHyphenation/>" if style["align"] == "hyphenated" else ""
    restart = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    odd = "<w:evenAndOddHeaders/>" if style["head"] != "none" else ""
    return hyphens + odd + (restart if style["notes"] == "per page" else "")


def _running(report: Report) -> dict[str, str]:
    """Heads and feet: header1 and footer1 on odd pages, the others on even ones."""
    style = report.style
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    pages = '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    word = PAGES.get(style["language"], "Page")
    head = {
        "none": [], "symbol": [run(report.symbol)], "title": [run(report.title[:70])],
        "symbol and page": [run(report.symbol), run(f"{word} ") + page], "volume": [],
    }[style["head"]]  # fmt: skip
    foot = {
        "none": "", "number": page, "page": run(f"{word} ") + page, "of": page + run("/") + pages,
        "job": page,
    }[style["foot"]]  # fmt: skip
    centred = style["foot"] in ("number", "page")
    parts = {}
    for number, side in ((1, "right"), (2, "left")):
        aligned = f'<w:pPr><w:jc w:val="{side}"/></w:pPr>'
        lines = head if style["head"] != "volume" else [_beside_page(report.heads[number % 2], page, side)]
        parts[f"header{number}"] = "".join(f"<w:p>{aligned}{line}</w:p>" for line in lines) or "<w:p/>"
        below = '<w:pPr><w:jc w:val="center"/></w:pPr>' if centred else aligned
        parts[f"footer{number}"] = f"<w:p>{below}{foot}</w:p>"
    job = f"GE.12-{15000 + report.seed}" if style["foot"] == "job" else ""
    parts["header3"] = "<w:p/>"
    parts["footer3"] = f"<w:p>{run(job)}</w:p>"
    return parts


def _beside_page(words: str, page: str, side: str) -> str:
    """What a left or right page is about, and its number at the outer margin."""
    gap = "<w:r><w:tab/></w:r>"
    return run(words) + gap + page if side == "right" else page + gap + run(words)


def _footnotes(report: Report) -> str:
    """The notes, with the two that draw their rule; LibreOffice would print no bracket before a number."""
    marks = marks_of(report)
    whole = (
        '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:id="0" w:type="continuationSeparator"><w:p><w:r><w:continuationSeparator/></w:r>'
        "</w:p></w:footnote>"
    )
    for at, text in enumerate(report.notes):
        mark = run(marks[at] or "<ref/>", raised=True)
        size = f'<w:sz w:val="{half_points(report) - 3}"/>'
        whole += f'<w:footnote w:id="{at + 1}"><w:p>{mark}{run(" " + text, size)}</w:p></w:footnote>'
    return whole


def _numbering(report: Report) -> str:
    """One definition, and an instance for each numbering that begins anew."""
    form = report.style["numbers"]
    text = form.removeprefix("bold ").replace("1", "%1")
    face = "<w:rPr><w:b/></w:rPr>" if form.startswith("bold") else ""
    level = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="decimal"/><w:lvlText w:val="{escape(text)}"/>{face}</w:lvl></w:abstractNum>'
    )
    last = max((block.sequence for block in report.blocks), default=0)
    return level + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(1, last + 1)
    )
