"""`python -m tests.evaluation.scans`: pages of real documents scanned anew, and how much is found again.

Some pages of each document become grey pictures that lie a little askew, with noise. They are read with the
text layer that the program tesseract gives them, and without one, as `--ocr auto` reads them. Units are the
records of the same pages as they are. It ends with 0: it shows where to look.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import random
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein

from indexer.discover import source_file
from indexer.errors import MissingToolError, ReportError
from indexer.extract import Recognition, extract
from indexer.extract.programs import run_program
from indexer.extract.tesseract import find_tesseract
from indexer.segment import segment
from tests.evaluation.anchors import LETTERS_A_SLIP
from tests.evaluation.changes import line_of
from tests.evaluation.corpus import absent, find_corpus
from tests.evaluation.metamorphic.files import save_merged
from tests.evaluation.metamorphic.places import with_pages
from tests.evaluation.outcome import squash
from tests.output import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indexer.model import Record

DPI = 200
ASKEW = 0.3
"""Degrees by which a sheet lies askew."""

NOISE = 8.0
"""Standard deviation of the grey of a dot, of 255."""

PAGES = 3
"""Pages taken of a document, one behind the other."""

EDGE = 40
"""Letters at each end of a text that must be found again, but for a slip in LETTERS_A_SLIP."""

FORMS = ("layer", "picture")
"""With a text layer, and without."""

_COUNTED = ("documents", "pages", "units", "found", "headed", "notes", "bound")
_SECONDS = 300.0  # for a page
_LEAST = 3  # units on the pages, for them to count


class Found(NamedTuple):
    """The units of some pages of a document in one form.

    Attributes:
        key: Of the document.
        pages: Of the document.
        form: One of FORMS.
        units: All of them.
        missing: Those that are not found again.
        elsewhere: Those that are, under other headings.
        notes: How many notes those have that are found again.
        bound: How many of these have the mark of a note that they have.
    """

    key: str
    pages: tuple[int, ...]
    form: str
    units: tuple[Record, ...]
    missing: tuple[Record, ...]
    elsewhere: tuple[Record, ...] = ()
    notes: int = 0
    bound: int = 0


def scanned(picture: Any, seed: str) -> Any:
    """A picture of a page as a scanner has it: grey, askew, with noise; the same each time."""
    from PIL import Image  # noqa: PLC0415 -- needed by nothing else here

    turned = picture.convert("L").rotate(ASKEW, resample=Image.Resampling.BICUBIC, fillcolor=255)
    grey = np.asarray(turned, dtype=np.float32)
    noise = np.random.default_rng(list(seed.encode())).normal(0.0, NOISE, grey.shape)
    return Image.fromarray(np.clip(grey + noise, 0, 255).astype(np.uint8))


def matched(units: Iterable[Record], records: Iterable[Record]) -> list[tuple[Record, Record | None]]:
    """The record that each unit is: of its kind, with its number, and with both ends of its text."""
    left = list(records)
    pairs = []
    for unit in units:
        found = next((record for record in left if _is(record, unit)), None)
        pairs.append((unit, found))
        if found is not None:
            left.remove(found)
    return pairs


def _is(record: Record, unit: Record) -> bool:
    if (record.kind, record.number) != (unit.kind, unit.number):
        return False
    texts = squash(record.text), squash(unit.text)
    first, last = (text[:EDGE] for text in texts), (text[-EDGE:] for text in texts)
    return _alike(*first) and _alike(*last)


def _stands_alike(record: Record, unit: Record) -> bool:
    """Whether a record stands under the headings of a unit."""
    some, wanted = (squash(" ".join(one.section)) for one in (record, unit))
    return some == wanted or (bool(wanted) and _alike(some, wanted))


def _alike(some: str, wanted: str) -> bool:
    slips = len(wanted) // LETTERS_A_SLIP
    return Levenshtein.distance(some, wanted, score_cutoff=slips) <= slips


def scan(path: Path, numbers: Sequence[int], folder: Path, *, language: str, program: str) -> dict[str, Path]:
    """Some pages of a PDF as scans, by form."""
    import pypdfium2  # noqa: PLC0415 -- heavy

    document = pypdfium2.PdfDocument(path)
    pictures = [
        scanned(document[number - 1].render(scale=DPI / 72).to_pil(), f"{path.name} {number}")
        for number in numbers
    ]
    document.close()
    sheets = []
    for at, picture in enumerate(pictures):
        place = folder / f"{at}.png"
        picture.save(place, dpi=(DPI, DPI))
        command = [program, str(place), str(folder / str(at)), "-l", language, "--dpi", str(DPI), "pdf"]
        run_program(command, seconds=_SECONDS, path=path.name, alone=True)
        sheets.append(folder / f"{at}.pdf")
    forms = {form: folder / f"{form}.pdf" for form in FORMS}
    save_merged(sheets, forms["layer"])
    pictures[0].save(forms["picture"], resolution=DPI, save_all=True, append_images=pictures[1:])
    return forms


def compared(key: str, documents: Path) -> list[Found]:
    """Some pages of a document in all forms; nothing where its records are doubtful, or are few there."""
    path = documents / key
    try:
        document = extract(source_file(path))
        report = segment(document).report
    except ReportError:
        return []
    tesseract = find_tesseract(key)
    doubtful = report.findings or not report.numbered or report.language not in tesseract.languages
    if doubtful or path.suffix.lower() != ".pdf" or len(document.pages) < PAGES:
        return []
    first = random.Random(key).randint(1, len(document.pages) - PAGES + 1)  # noqa: S311 -- no secret
    numbers = tuple(range(first, first + PAGES))
    units = [record for record in segment(with_pages(document, numbers)).records if record.kind != "table"]
    if len(units) < _LEAST:
        return []
    found = []
    with tempfile.TemporaryDirectory(prefix="indexer-scans-") as folder:
        language = tesseract.languages[report.language]
        forms = scan(path, numbers, Path(folder), language=language, program=tesseract.program)
        for form, file in forms.items():
            records = segment(extract(source_file(file), Recognition())).records
            found.append(_found(key, numbers, form, units, records))
    return found


def _found(
    key: str, numbers: tuple[int, ...], form: str, units: Sequence[Record], records: Sequence[Record]
) -> Found:
    pairs = matched(units, records)
    again = [(unit, record) for unit, record in pairs if record is not None]
    marks = [
        ({note.mark for note in unit.footnotes}, {note.mark for note in record.footnotes})
        for unit, record in again
    ]
    return Found(
        key,
        numbers,
        form,
        tuple(units),
        missing=tuple(unit for unit, record in pairs if record is None),
        elsewhere=tuple(unit for unit, record in again if not _stands_alike(record, unit)),
        notes=sum(len(wanted) for wanted, _ in marks),
        bound=sum(len(wanted & told) for wanted, told in marks),
    )


def shown(found: Found) -> Iterator[str]:
    """The units that are missing, a line for each."""
    pages = f"pages {found.pages[0]}-{found.pages[-1]}"
    yield f"[{found.form}] {found.key} {pages}: {len(found.missing)} of {len(found.units)} missing"
    yield from (f"  - {line_of(record)}" for record in found.missing)
    yield from (f"  § {line_of(record)}" for record in found.elsewhere)


def table(counts: Counter[tuple[str, str]]) -> Iterator[str]:
    """What was counted, a line for each form below their heading."""
    row = "{:10}{:>10}{:>7}{:>7}{:>7}{:>7}{:>8}{:>7}{:>7}{:>7}".format
    yield row("form", "documents", "pages", "units", "found", "%", "headed", "%", "notes", "bound")
    for form in FORMS:
        documents, pages, units, right, headed, notes, bound = (counts[form, what] for what in _COUNTED)
        shares = [f"{100 * some / units:.1f}" if units else "-" for some in (right, headed)]
        yield row(form, documents, pages, units, right, shares[0], headed, shares[1], notes, bound)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how many units are found again; 0 always."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.scans", description=__doc__)
    parser.add_argument("--sample", type=int, default=8, metavar="N", help="each N-th document (8)")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="from the N-th on (0)")
    parser.add_argument("--show", action="store_true", help="print each unit that is not found again")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    wanted = parser.parse_args(arguments)
    corpus = find_corpus()
    if corpus is None:
        say(f"skipped: {absent()}")
        return 0
    try:
        find_tesseract("")
    except MissingToolError as error:
        say(f"skipped: {error.reason}")
        return 0
    counts: Counter[tuple[str, str]] = Counter()
    keys = corpus.keys()[wanted.first :: wanted.sample]
    with ProcessPoolExecutor(wanted.jobs, multiprocessing.get_context("spawn")) as pool:
        for found in itertools.chain.from_iterable(
            pool.map(compared, keys, itertools.repeat(corpus.documents))
        ):
            counts.update({(found.form, "documents"): 1, (found.form, "pages"): len(found.pages)})
            counts[found.form, "units"] += len(found.units)
            counts[found.form, "found"] += len(found.units) - len(found.missing)
            counts[found.form, "headed"] += len(found.units) - len(found.missing) - len(found.elsewhere)
            counts[found.form, "notes"] += found.notes
            counts[found.form, "bound"] += found.bound
            if wanted.show and (found.missing or found.elsewhere):
                say(*shown(found))
    say(*table(counts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
