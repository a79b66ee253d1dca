"""The fields of a Word file: codes that are not printed, and results that are."""

from __future__ import annotations

_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_UNSTORED = frozenset({"AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "EQ"})
"""Fields whose results are printed and not stored: numbers counted otherwise than lists, and formulas."""


class _Field:
    """A field that is open: its code, and whether its result has begun."""

    __slots__ = ("code", "has_result")

    def __init__(self) -> None:
        self.code = ""
        self.has_result = False


class Fields:
    """The fields that are open, one inside the other."""

    def __init__(self, *, page_numbers: bool) -> None:
        """Take whether results of page number fields are printed."""
        self._page_numbers = page_numbers
        self._open: list[_Field] = []

    def begin(self) -> None:
        """Open a field, with its code."""
        self._open.append(_Field())

    def spell(self, code: str) -> None:
        """Add to the code of the innermost field."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].code += code

    def begin_result(self) -> None:
        """End the code of the innermost field."""
        if self._open:
            self._open[-1].has_result = True

    def end(self) -> str:
        """Close the innermost field; return its code if it has no result, else nothing."""
        field = self._open.pop() if self._open else None
        return "" if field is None or field.has_result else field.code

    def end_paragraph(self) -> None:
        """Give up codes that do not end with their paragraph: they must not swallow what follows."""
        self._open = [field for field in self._open if field.has_result]

    def are_printed(self) -> bool:
        """Whether text in the open fields is a result, and one that prints."""
        return all(field.has_result and self.prints(field.code) for field in self._open)

    def prints(self, code: str) -> bool:
        """Whether the result of a field with a code is printed."""
        return self._page_numbers or _name_of(code) not in _PAGE_FIELDS


def unstored_name(code: str) -> str:
    """The name of a field whose result is printed and not stored, nothing for any other."""
    name = _name_of(code)
    return name if name in _UNSTORED else ""


def _name_of(code: str) -> str:
    return code.strip().partition(" ")[0].upper()
