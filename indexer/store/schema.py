"""The index's fields as Whoosh knows them, so that any Whoosh program can read the index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh import analysis, columns, fields, formats

from indexer.store.analysis import WHOLE_FORM, words
from indexer.store.terms import COUNT_FIELDS, PASSAGE_FIELDS, SET_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator


class WholeForms(analysis.Composable):
    """Text -> the terms of its whole forms, for Whoosh's own query parser."""

    def __call__(
        self, value: str, *, positions: bool = False, chars: bool = False, **_: Any
    ) -> Iterator[Any]:
        """Yield a token for each word."""
        for word in words(value):
            if word.typed:
                token = analysis.Token(positions=positions, chars=chars)
                token.text = WHOLE_FORM + word.form
                token.pos = word.position
                token.startchar, token.endchar = word.start, word.end  # its parser asks for them in phrases
                yield token


class PassageField(fields.FieldType):
    """A field of running text, with positions."""

    def __init__(self) -> None:
        super().__init__(formats.Positions(), WholeForms(), scorable=True)


class CountsField(fields.FieldType):
    """A field that counts its terms, and is scored."""

    def __init__(self) -> None:
        super().__init__(formats.Frequency(), analysis.IDTokenizer(), scorable=True)


class TermsField(fields.FieldType):
    """A field that is a set of terms."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), analysis.IDTokenizer())


def make_schema() -> Any:
    """Return the engine's schema."""
    schema = fields.Schema()
    for names, kind in (
        (PASSAGE_FIELDS, PassageField),
        (COUNT_FIELDS, CountsField),
        (SET_FIELDS, TermsField),
    ):
        for name in names:
            schema.add(name, kind())
    schema.add("row", fields.COLUMN(columns.VarBytesColumn()))
    schema.add("record", fields.STORED())
    return schema
