"""Documents made up at random, the same each time, and indexes of them in several segments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indexer.model import (
    Footnote,
    LearntAcronym,
    Mention,
    ParsedDocument,
    ParseReport,
    Record,
    Reference,
    Source,
    SourceFile,
)
from indexer.store import Store, open_store

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence
    from pathlib import Path

WORDS = {
    "en": "police policies Police policy right rights who Who WHO the The of State's co-operate co-operation "
    "self-determination police-s A/HRC/9/8 7.3 1,000 café U.N. US U.S. 2008 résumé UNDP/UNFPA minorities,",
    "fr": "créée crée créées marché marche côté cote droits l'Organisation OMS A/HRC/9/8 police «États» été",
    "es": "dirigió aquí recomendación recomendaciones derechos policía Policía police 2008 co-operación",
    "ru": "права прав человека полиция Полиция й WHO 7.3",
    "zh": "人权 人 权 police A/HRC/9/8",
}
ENTITIES = ("ilo", "who", "unesco", "undp")
TITLES = ("", "The police", "Police policies of the State", "Rights")
SECTIONS = ((), ("The police",), ("The police", "B. Who"), ("Rights", "B. Who", "policies"), ("",))
KINDS = ("paragraph", "recommendation", "operative")


POSITIONS = (None, "supported", None, "noted", "pending")


def made_record(symbol: str | None, number: int, text: str, *, language: str = "en", **more: Any) -> Record:
    path = f"{(symbol or 'plain').replace('/', '-')}-{language}.txt"
    fields: dict[str, Any] = {
        "id": f"{symbol or f'file:{path}'}@{language}#p{number}",
        "symbol": symbol,
        "symbols": (symbol,) if symbol else (),
        "language": language,
        "kind": "paragraph",
        "number": str(number),
        "address": f"p{number}",
        "page": 1 + number // 3,
        "page_end": 1 + (number + 1) // 3,
        "order": number,
        "text": text,
        "source": Source(path=path, sha256=path, media_type="text/plain"),
    }
    return Record(**(fields | more))


def made_text(chance: random.Random, language: str, most: int) -> str:
    return " ".join(chance.choices(WORDS[language].split(), k=chance.randint(0, most)))


def made_document(chance: random.Random, symbol: str, count: int, *, most: int = 12) -> list[Record]:
    """Return the records of one document, of so many words at most; a few are ten times as long."""
    language = chance.choice(["en", "en", "en", *WORDS])
    title, year = chance.choice(TITLES), chance.choice([None, 2004, 2008])
    return [
        made_record(
            symbol,
            number,
            made_text(chance, language, most if chance.random() < 0.9 else most * 10),
            language=language,
            kind=chance.choice(KINDS),
            position=POSITIONS[number % len(POSITIONS)],
            title=title,
            section=chance.choice(SECTIONS),
            year=year,
            date=None if year is None else f"{year}-01-0{chance.randint(1, 9)}",
            body=chance.choice(["HRC", "CHR"]) if year else None,
            mentions=tuple(
                Mention(entity=entity, start=0, end=1, surface="x")
                for entity in chance.choices(ENTITIES, k=chance.randint(0, 3))
            ),
            references=tuple(
                Reference(citation="x", target=target, address=address, start=0, end=1)
                for target, address in chance.sample(
                    [("A/HRC/9/8", None), ("A/HRC/9/8", "p10.a"), ("A/60/251", "p1")], k=chance.randint(0, 2)
                )
            ),
            footnotes=tuple(
                Footnote(mark=str(nth), text=made_text(chance, language, 6))
                for nth in range(chance.choice([0, 0, 0, 1, 2]))
            ),
        )
        for number in range(1, count + 1)
    ]


def source_of(records: Sequence[Record], version: str = "") -> SourceFile:
    """Return the file of a document; another version of it has other content."""
    path = records[0].source.path
    return SourceFile(
        path=path, location=f"/r/{path}", sha256=path + version, size=1, media_type="text/plain"
    )


def parsed_of(records: Sequence[Record]) -> ParsedDocument:
    first = records[0]
    report = ParseReport(
        path=first.source.path, symbol=first.symbol, language=first.language, records=len(records)
    )
    return ParsedDocument(records=tuple(records), headings=(), furniture=(), report=report)


def made_store(
    directory: Path, commits: Iterable[Sequence[Sequence[Record]]], acronyms: Sequence[LearntAcronym] = ()
) -> Store:
    """Return an index written in the given commits, each of them some documents that define the acronyms."""
    store = open_store(directory, create=True)
    with store.writer() as writer:
        for documents in commits:
            for records in documents:
                writer.replace(source_of(records), parsed_of(records), acronyms)
            writer.commit()
    return store


def remove_documents(store: Store, *symbols: str) -> None:
    """Delete documents in a commit of its own, which does not put the segments in order."""
    with store.writer() as writer:
        for entry in writer.entries():
            if entry.path.rpartition("-")[0] in {symbol.replace("/", "-") for symbol in symbols}:
                writer.remove(entry.location)
        writer.commit()
