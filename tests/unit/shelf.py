"""A shelf of small documents with symbols of every kind, for citations to be looked up in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import regex

from indexer.model import Part, Source
from indexer.query import open_index
from tests.unit.made_up import made_record, made_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from indexer.model import Record
    from indexer.query import Index

_RANGE = regex.compile(r"(.*?)(\d+)-(\d+)")
_JOINT = "E/2006/22-E/C.12/2005/5"
_KINDS = {"pp": "preamble", "t": "text", "s": "speech"}

_DOCUMENTS = {
    "A/HRC/48/68": "p1-45 annex-I.p1-5 annex-II.p1-5",
    "A/HRC/RES/48/13": "pp1-5 p1-8",
    "A/RES/60/251": "pp1-9 p1-16",
    "A/RES/60/147": "p1-3 annex.p1-27",
    "S/RES/1325(2000)": "pp1-9 p1-18",
    "CCPR/C/GC/36": "p1-70",
    "CCPR/C/GC/34": "p1-52",
    "CRC/C/GC/14": "p1-99",
    "E/C.12/2000/4": "p1-65",
    "CEDAW/C/GC/35": "p1-38",
    "HRI/GEN/1/Rev.9(Vol.I)": "p1-20",
    "S/PV.9135(Resumption1)": "s1-9",
    _JOINT: "p1-60 annex-IX.p1-4",
    "A/61/53": "p1-12 resolution-2.1.p1-4 resolution-1.2.p1-4 decision-2.103.p1-3",
    "A/HRC/9/8": "p1-45",
    "A/HRC/9/8/Add.1": "p1-20",
    "A/62/40(Vol.I)": "p1-200 annex-VI.p1-20",
    "A/CONF.157/24(PartI)": "p1-40",
    "A/CONF.189/12": "p1-122",
    "E/CN.4/1996/53/Add.1": "p1-20",
    "E/CN.4/1995/34": "p870-900",
    "CCPR/C/114/D/2038/2011": "p1.1-2 p2.1 p7.1-4 p8-9",
    "A/HRC/WGAD/2019/34": "p1-80",
    "A/HRC/8/19": "p99 p99.27 p138 p138.2-3 p138.10",
    "A/C.3/78/L.60/Rev.1": "pp1-3 p1-5",
    "A/76/6(Sect.24)": "p1-30",
    "A/HRC/S-17/2/Add.1": "p1-30",
    "A/CN.4/SER.A/2001/Add.1(Part2)": "p1-30",
    "E/RES/1985/17": "p1-5",
    "A/56/10": "p1-97",
    "A/RES/70/1": "p1-91",
    "CERD/C/FIN/CO/20-22": "p1-30",
    "A/HRC/DEC/19/119": "p1-3",
    "CAT/C/SR.646/Add.1": "p1-30",
}
_PARTS = {
    ("A/HRC/48/68", "p17"): "a b a.i a.ii",
    ("CCPR/C/GC/36", "p12"): "a b",
    ("A/HRC/9/8", "p10"): "a b c",
}
DECLARATION = "Universal Declaration of Human Rights"


def spread(addresses: str) -> Iterator[str]:
    """Yield addresses one by one: "p17 p35-40" is p17, p35, p36 and so on."""
    for address in addresses.split():
        found = _RANGE.fullmatch(address) if not address.startswith("file:") else None
        if found:
            yield from (f"{found[1]}{nth}" for nth in range(int(found[2]), int(found[3]) + 1))
        else:
            yield address


def _unit(symbol: str, address: str, nth: int, **more: Any) -> Record:
    last = address.rpartition(".")[2] if not address.rpartition(".")[2].isdigit() else "p"
    kind = _KINDS.get(last.rstrip("0123456789"), "paragraph")
    letters = _PARTS.get((symbol, address), "").split()
    parts = tuple(
        Part(address=f"{address}.{letter}", start=9 + at * 8, end=15 + at * 8)
        for at, letter in enumerate(letters)
    )
    text = "Lead-in: " + " ".join("(x) one;" for _ in letters)
    named = {"id": f"{symbol}@en#{address}", "address": address, "kind": kind, "parts": parts}
    number = more.pop("number", str(nth))
    record = made_record(symbol, nth, text, page_label=str(1 + nth // 3), **(named | more))
    return msgspec.structs.replace(record, number=number)


def _articles() -> Iterator[list[Record]]:
    """Yield ten articles of two paragraphs each: of a file without a symbol, of an annex."""
    numbers = [(article, paragraph) for article in range(1, 11) for paragraph in (1, 2)]
    source = Source(path="udhr.pdf", sha256="udhr.pdf", media_type="application/pdf")
    for symbol, scope, title in (("", "", DECLARATION), ("A/RES/61/106", "annex-I.", "Resolution")):
        records = [
            _unit(
                symbol or "file:udhr.pdf",
                f"{scope}s{article}.p{paragraph}",
                nth,
                number=str(paragraph),
                title=title,
                section=(title, f"Article {article}"),
                **({} if symbol else {"source": source}),
            )
            for nth, (article, paragraph) in enumerate(numbers, 1)
        ]
        alone: dict[str, Any] = {"symbol": None, "symbols": ()}
        yield records if symbol else [msgspec.structs.replace(record, **alone) for record in records]


def write_shelf(directory: Path) -> Index:
    """Return an index of the shelf."""
    documents = [
        [_unit(symbol, address, nth) for nth, address in enumerate(spread(addresses), 1)]
        for symbol, addresses in _DOCUMENTS.items()
    ]
    names = (_JOINT, *_JOINT.split("-"))
    joint = next(records for records in documents if records[0].symbol == _JOINT)
    joint[:] = [msgspec.structs.replace(record, symbols=names) for record in joint]
    return open_index(made_store(directory, [[*documents, *_articles()]]).directory)


def assert_shows(shelf: Index, citation: str, document: str, addresses: str) -> None:
    """Assert that a citation gives these places of a document, and no word on what is missing."""
    result = shelf.show(citation)
    assert result.misses == ()
    assert {record.id.partition("@")[0] for record in result.records} == {document}
    found = [part or record.address for record, part in zip(result.records, result.parts, strict=True)]
    assert found == list(spread(addresses))
