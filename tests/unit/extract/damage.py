"""Word and OpenDocument files with parts of their XML changed at random."""

from __future__ import annotations

import copy
import zipfile
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    import random
    from pathlib import Path

_PARSER = etree.XMLParser(collect_ids=False)

VALUES = ("", "-1", "0", "9", "10", "99999999999999999999", "x", "%1", "²", "true")
"""What stands in for the value of an attribute."""


def damage(path: Path, dice: random.Random, edits: int) -> None:
    """Change elements and attributes of the file's parts; each stays well formed."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in members if name.endswith(".xml") and "[" not in name]
    for _ in range(edits):
        name = dice.choice(names)
        root = etree.fromstring(members[name], _PARSER)
        _edit(dice.choice(list(root.iter(etree.Element))), dice)
        members[name] = etree.tostring(root)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def _edit(element: Any, dice: random.Random) -> None:
    parent = element.getparent()
    kind = dice.choice(("value", "value", "attribute", "drop", "twice", "move", "inside"))
    if kind == "value" and element.attrib:
        element.set(dice.choice(list(element.attrib)), dice.choice(VALUES))
    elif kind == "attribute" and element.attrib:
        del element.attrib[dice.choice(list(element.attrib))]
    elif parent is None:
        return
    elif kind == "drop":
        parent.remove(element)
    elif kind == "twice":
        parent.append(copy.deepcopy(element))
    elif kind == "move":
        parent.insert(dice.randrange(len(parent)), element)
    elif kind == "inside" and len(parent) > 1:
        other = dice.choice([each for each in parent if each is not element])
        other.append(element)
