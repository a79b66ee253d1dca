"""A Word or OpenDocument file as its parts: unpacked within limits, parsed without trust."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from indexer.errors import DamagedReportError, EncryptedReportError, LimitError
from indexer.extract.characters import single_spaced

if TYPE_CHECKING:
    from indexer.model import SourceFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A),
)
"""The Strict form of the format differs in its namespaces; they are read as the usual ones."""

MOST_PART_BYTES = 64 << 20
"""Unpacked size of one part: a report of 500 pages has some 10 MB of XML."""

MOST_BYTES = 192 << 20
"""Unpacked size of all parts that are read."""

MOST_MEMBERS = 20_000
"""Files in the archive: the pictures of a large report are some hundreds."""

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_OLE = b"\xd0\xcf\x11\xe0"
_DEFAULT_MAIN = "word/document.xml"


class Package:
    """The parts of a Word or OpenDocument file.

    Args:
        source: The file.
        kind: What it is called in errors.

    Attributes:
        main: Name of the part that holds the text.
        warnings: What could not be read, beside the text.

    Raises:
        DamagedReportError: The archive does not open.
        EncryptedReportError: It opens only with a password.
        LimitError: It is unreasonably large.
    """

    def __init__(self, source: SourceFile, kind: str = "Word file") -> None:
        self._path = source.path
        self._kind = kind
        self._read = 0
        self.warnings: list[str] = []
        with open(source.location, "rb") as stream:  # noqa: PTH123 -- the path may hold undecodable bytes
            if stream.read(4) == _OLE:
                raise EncryptedReportError(source.path, "the document opens only with a password")
        try:
            self._archive = zipfile.ZipFile(source.location)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise DamagedReportError(source.path, f"the {kind} is cut off or broken") from error
        if len(self._archive.infolist()) > MOST_MEMBERS:
            raise LimitError(source.path, f"more than {MOST_MEMBERS} files in the {kind}")
        # names are compared without regard to case, as the format says
        self._names = {name.lower(): name for name in self._archive.namelist()}
        self.main = self._find_main()

    def close(self) -> None:
        """Let go of the file."""
        self._archive.close()

    def tree(self, name: str) -> Any | None:
        """Root element of a part, None when the part is absent.

        Raises:
            DamagedReportError: The part is not well formed.
            LimitError: It is too large.
        """
        from lxml import etree  # noqa: PLC0415 - heavy

        data = self._bytes(name)
        if data is None:
            return None
        for strict, usual in _STRICT:
            data = data.replace(strict, usual[1:-1].encode())
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise DamagedReportError(self._path, f"{name} inside the {self._kind} is broken") from error
        if root.getroottree().docinfo.internalDTD is not None:
            # the text behind an entity of its own would be lost, and the format forbids them
            raise DamagedReportError(
                self._path, f"{name} inside the {self._kind} declares entities of its own"
            )
        return root

    def optional_tree(self, name: str | None) -> Any | None:
        """Root element of a part that the text can be read without; when it is broken, a warning says so."""
        if name is None:
            return None
        try:
            return self.tree(name)
        except DamagedReportError as error:
            self.warnings.append(f"{error.reason}; it was left out")
            return None

    def title(self, part: str) -> str:
        """The title among what a part says of the file, "" without one."""
        root = self.optional_tree(part)
        title = next(root.iter(_TITLE), None) if root is not None else None
        return single_spaced("".join(title.itertext())) if title is not None else ""

    def related(self, kind: str) -> str | None:
        """Name of the part that the main part refers to as of the given kind ("styles"), None without one."""
        return next((target for own, target in self.relations().values() if own == kind), None)

    def relations(self) -> dict[str, tuple[str, str]]:
        """Kind and name of the parts that the main part refers to, by the id it uses for them."""
        folder, file = posixpath.split(self.main)
        root = self.optional_tree(posixpath.join(folder, "_rels", file + ".rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root.iter(_RELATION) if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            full = (
                target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            )
            found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], full)
        return found

    def _find_main(self) -> str:
        self.main = _DEFAULT_MAIN
        root = self.optional_tree("_rels/.rels")
        for relation in root.iter(_RELATION) if root is not None else ():
            if relation.get("Type", "").endswith("/officeDocument"):
                target = str(relation.get("Target", "")).lstrip("/")
                if target.lower() in self._names:
                    return target
        return _DEFAULT_MAIN

    def _bytes(self, name: str) -> bytes | None:
        actual = self._names.get(name.lower())
        if actual is None:
            return None
        if self._archive.getinfo(actual).flag_bits & 0x1:
            raise EncryptedReportError(self._path, "the document opens only with a password")
        try:
            with self._archive.open(actual) as stream:
                data = stream.read(MOST_PART_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise DamagedReportError(self._path, f"{name} inside the {self._kind} is broken") from error
        self._read += len(data)
        if len(data) > MOST_PART_BYTES or self._read > MOST_BYTES:
            raise LimitError(self._path, f"{name} inside the {self._kind} unpacks to an unreasonable size")
        return data


def attribute(element: Any | None, name: str = "val") -> str | None:
    """An attribute in the main namespace, None when it or the element is absent."""
    return None if element is None else element.get(W + name)


def child(element: Any | None, *names: str) -> Any | None:
    """The element at a path of direct children, None when there is none."""
    for name in names:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def is_on(element: Any | None) -> bool | None:
    """What a switch says: None when it is absent, True when it stands without a value."""
    if element is None:
        return None
    return attribute(element) not in ("0", "false", "off")


def number(text: str | None) -> int | None:
    """A whole number of no more than ten characters, None for anything else."""
    try:
        return int(text) if text is not None and len(text) <= _LONGEST_NUMBER else None
    except ValueError:
        return None


_LONGEST_NUMBER = 10
"""Characters of a number that counts or measures anything in a text, its sign included."""

_FARTHEST = 15_840.0
"""Points: no sheet of Word is larger than 22 inches, and ten of those are further than any indent."""

_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}


def points(text: str | None) -> float | None:
    """A length in points: twentieths of a point, or in Strict files a number with its unit.

    None for what is no number, and for what is longer than anything on paper.
    """
    if text is None:
        return None
    try:
        length = float(text[:-2]) * _UNITS[text[-2:]] if text[-2:] in _UNITS else float(text) / 20
    except ValueError:
        return None
    return length if -_FARTHEST <= length <= _FARTHEST else None
