"""The parts of a Word file that any program opens."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{_RELATIONS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)

_ROOTS = {"document": "document", "header": "hdr", "footer": "ftr"}


def write_package(path: Path, body: str, **parts: str) -> Path:
    """Write a Word file from the inside of its body and of the roots of its other parts."""
    members = {}
    types = relations = ""
    for name, content in {"document": f"<w:body>{body}</w:body>", **parts}.items():
        kind = name.rstrip("0123456789")
        root = _ROOTS.get(kind, kind)
        members[f"word/{name}.xml"] = f"{_HEAD}<w:{root} {NAMESPACES}>{content}</w:{root}>"
        main = ".main" if name == "document" else ""
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}{main}+xml"/>'
        if not main:
            relations += f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target="{name}.xml"/>'
    whole = f'<Relationship Id="main" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
    for folder, inside in (("word/_rels/document.xml", relations), ("_rels/", whole)):
        members[f"{folder}.rels"] = (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'
        )
    members["[Content_Types].xml"] = (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_RELATION_TYPE}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path
