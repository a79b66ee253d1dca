"""The picture of a page with its records, looked at pixel by pixel."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import indexer
from indexer.errors import MissingExtraError
from indexer.ingest import picture_pages
from indexer.model import Page, PagePicture
from indexer.present import page_drawing, page_png
from indexer.present.page_drawing import COLORS, rect_of
from indexer.present.page_shapes import ASIDE, LOOKS, page_shapes
from tests.unit.present.made import make_document, make_record

if TYPE_CHECKING:
    from pathlib import Path

Image = pytest.importorskip("PIL.Image", reason="needs Pillow, which the dev group installs")

SAMPLES = {
    "a_hrc_9_8_restated.pdf": (1, 2, 3, 4, 5),
    "keeping_of_lights_resolution.pdf": (1, 2),
    "ruritania_review.pdf": (1, 3),
    "coastal_lights_forum.pdf": (1, 2, 3),
    "puertos_pequenos_es.pdf": (1, 2),
}


def opened(content: bytes) -> Any:
    image = Image.open(io.BytesIO(content))
    assert (image.format, image.mode) == ("PNG", "RGB")
    return image


def blank(width: int = 300, height: int = 200) -> PagePicture:
    page = Page(number=1, width=float(width), height=float(height), lines=())
    return PagePicture(
        page=page, scale=1.0, width=width, height=height, pixels=b"\xff" * (3 * width * height)
    )


def test_every_look_has_a_color_of_its_own() -> None:
    assert set(COLORS) == {*LOOKS.values(), ASIDE}
    assert len(set(COLORS.values())) == len(COLORS)


@pytest.mark.parametrize("name", SAMPLES)
def test_boxes_lie_around_the_words(sample_corpus: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tags: list[str] = []
    draw_tag = page_drawing._draw_tag

    def noted(pen: Any, tag: Any, label: str, color: Any) -> None:
        tags.append(label)
        draw_tag(pen, tag, label, color)

    monkeypatch.setattr(page_drawing, "_draw_tag", noted)
    parsed, pictures = picture_pages(sample_corpus / name, SAMPLES[name])
    for picture in pictures:
        tags.clear()
        image = opened(page_png(picture, parsed))
        assert image.width == picture.width
        assert image.height > picture.height
        page = picture.page
        on_page = {
            record.address for record in parsed.records if any(box[0] == page.number for box in record.boxes)
        }
        assert on_page <= {word for tag in tags for word in tag.split()}
        plain = Image.frombytes("RGB", (picture.width, picture.height), picture.pixels).convert("L")
        ink = plain.point([255] * 100 + [0] * 156)
        for left, right, y in page.rules:
            ink.paste(0, tuple(round(at * picture.scale) for at in (left - 1, y - 2, right + 1, y + 2)))
        shapes = page_shapes(page, parsed)
        for shape in shapes:
            rect = rect_of(shape, picture)
            if shape.look == ASIDE:
                continue
            for corner in ((rect.left, rect.bottom), (rect.right, rect.bottom)):
                assert image.getpixel(corner) == COLORS[shape.look]
            words = ink.crop((rect.left, rect.top, rect.right + 1, rect.bottom + 1)).getbbox()
            sides = (0, 0, rect.right - rect.left, rect.bottom - rect.top)
            assert words == pytest.approx(sides, abs=10), shape.label
        for shape in shapes:
            rect = rect_of(shape, picture)
            ink.paste(0, (rect.left, rect.top, rect.right + 1, rect.bottom + 1))
        # the tip of a large initial may stand out of its line
        assert sum(ink.histogram()[1:]) < 60, "there are words outside all boxes"


def test_a_label_covers_no_box_where_there_is_room() -> None:
    boxes = [(1, 60.0, 20.0 + 22 * at, 280.0, 40.0 + 22 * at) for at in range(7)]
    records = [make_record(address=f"p{at}", number=str(at), boxes=(box,)) for at, box in enumerate(boxes)]
    image = opened(page_png(blank(), make_document(*records)))
    color = COLORS["paragraph"]
    for _, left, top, _, _ in boxes:
        labelled = image.crop((0, int(top), int(left) - 4, int(top) + 14))
        assert color in {pixel for _, pixel in labelled.getcolors(1000)}


def test_legend_names_what_is_drawn() -> None:
    texts: list[str] = []
    record = make_record(address="tab1", kind="table", number=None, boxes=((1, 60.0, 20.0, 280.0, 90.0),))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_drawing, "_draw_entry", lambda *values: texts.append(values[-1]))
        page_png(blank(), make_document(record))
    assert texts == ["A/1/2  page 1", "table"]


@given(
    boxes=st.lists(
        st.tuples(st.just(1), *[st.floats(allow_nan=True, allow_infinity=True)] * 4).map(
            lambda box: (box[0], box[1], box[2], max(box[1], box[3]), max(box[2], box[4]))
        ),
        max_size=4,
    ),
    width=st.integers(1, 40),
    kind=st.sampled_from(sorted(LOOKS)),
)
def test_places_that_make_no_sense_are_drawn_at_the_edge(boxes: Any, width: int, kind: Any) -> None:
    records = [make_record(boxes=(box,), kind=kind) for box in boxes]
    image = opened(page_png(blank(width, 30), make_document(*records)))
    assert image.width == width


def test_without_pillow_the_extra_is_named(sample_corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(MissingExtraError, match=r"pillow is not installed.*“images”"):
        page_png(blank(), make_document())
    with pytest.raises(MissingExtraError, match="pip install pillow"):
        indexer.draw_page(sample_corpus / "a_hrc_9_8_restated.pdf", 4)


def test_draw_page_is_the_picture(sample_corpus: Path) -> None:
    path = sample_corpus / "a_hrc_9_8_restated.pdf"
    parsed, (picture,) = picture_pages(path, [4])
    assert indexer.draw_page(path, 4) == page_png(picture, parsed)


def test_symbols_in_other_letters_are_left_out_of_the_title() -> None:
    parsed = make_document()
    report = msgspec.structs.replace(parsed.report, symbol="А/1/2")
    other = msgspec.structs.replace(parsed, report=report)
    assert page_png(blank(), other) != page_png(blank(), parsed)
