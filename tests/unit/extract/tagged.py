"""PDF files with a tag tree, written byte by byte: what makes PDF files for the other tests sets no tags."""

from __future__ import annotations

from typing import NamedTuple


class Tagged(NamedTuple):
    """An element of the tag tree.

    Attributes:
        kind: Its type, such as "TD".
        below: Elements, or texts with the place where they are printed.
    """

    kind: str
    below: list[Tagged | tuple[str, float, float]]


def tagged_pdf(tree: Tagged, rules: list[float], *, across: str = "", drawn: str = "") -> bytes:
    """Return a page of 600 by 800 points with the texts of a tree, and ruled lines at some heights.

    Args:
        tree: The top of it.
        rules: The heights.
        across: Words that run up across the page, below all others.
        drawn: What else is drawn, as operators, from the foot of the page up.
    """
    bodies: list[bytes] = [b""] * 5  # catalog, pages, page, content, font
    content: list[str] = [drawn, *(f"50 {800 - y:.1f} 500 0.5 re f" for y in rules)]
    content += [f"BT /F1 40 Tf 0.6 0.8 -0.8 0.6 150 150 Tm ({across}) Tj ET"] * bool(across)
    owners: list[int] = []

    def add(element: Tagged, parent: int) -> int:
        number = len(bodies) + 1
        bodies.append(b"")
        kids: list[str] = []
        for child in element.below:
            if isinstance(child, Tagged):
                kids.append(f"{add(child, number)} 0 R")
            else:
                text, x, y = child
                kids.append(str(len(owners)))
                content.append(
                    f"/{element.kind} <</MCID {len(owners)}>> BDC "
                    f"BT /F1 10 Tf {x} {800 - y} Td ({text}) Tj ET EMC"
                )
                owners.append(number)
        bodies[number - 1] = (
            f"<</Type /StructElem /S /{element.kind} /P {parent} 0 R /Pg 3 0 R /K [{' '.join(kids)}]>>"
        ).encode()
        return number

    root = 6
    bodies.append(b"")
    top = add(tree, root)
    parents = " ".join(f"{owner} 0 R" for owner in owners)
    bodies[root - 1] = (
        f"<</Type /StructTreeRoot /K [{top} 0 R] /ParentTree <</Nums [0 [{parents}]]>>>>".encode()
    )
    stream = "\n".join(content).encode()
    bodies[0] = (
        f"<</Type /Catalog /Pages 2 0 R /MarkInfo <</Marked true>> /StructTreeRoot {root} 0 R>>".encode()
    )
    bodies[1] = b"<</Type /Pages /Kids [3 0 R] /Count 1>>"
    bodies[2] = (
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /StructParents 0 "
        b"/Resources <</Font <</F1 5 0 R>>>>>>"
    )
    bodies[3] = b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream)
    bodies[4] = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
    return _file(bodies)


def _file(bodies: list[bytes]) -> bytes:
    """Return the objects as a file."""
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(data))
    )
