"""Every exception the project raises on purpose.

The tree::

    IndexerError
    ├── ReportError                 one report could not be read; the run goes on
    │   ├── UnsupportedFormatError  not a format we read
    │   ├── MissingToolError        a program or an extra is needed and absent
    │   ├── EncryptedReportError    a password is needed
    │   ├── DamagedReportError      the file is broken, or not what it says it is
    │   ├── EmptyReportError        nothing in it
    │   ├── NoTextError             pages without a text layer (a scan)
    │   ├── NotAReportError         an error page of a document server
    │   └── LimitError              took too long, or too much memory
    ├── SourceSyntaxError           text with a place in it that is wrong
    │   ├── SymbolSyntaxError
    │   ├── CitationSyntaxError
    │   └── QuerySyntaxError
    ├── UsageError                  options or paths that make no sense
    ├── NotFoundError               what was asked for by name is not in the index
    ├── MissingExtraError           a library that only some need is not installed
    └── IndexStateError             the index cannot be used as it is
        ├── IndexNotFoundError
        ├── IndexLockedError
        ├── IndexDamagedError
        └── IndexVersionError
"""

from __future__ import annotations

from typing import ClassVar


class IndexerError(Exception):
    """Base of all; its text says what was wrong, the value, and the next step."""


class ReportError(IndexerError):
    """One report could not be read.

    Attributes:
        path: The file, as the user would write it.
        reason: What was wrong, one sentence without the path.
        code: A stable word for scripts, the same for all errors of a class.
    """

    code: ClassVar[str] = "failed"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[ReportError], tuple[str, str]]:
        """Travel between processes with both parts."""
        return type(self), (self.path, self.reason)


class UnsupportedFormatError(ReportError):
    """The file is not in a format that is read here."""

    code = "unsupported"


class MissingToolError(ReportError):
    """The file needs a program or an extra that is not installed; the reason names it."""

    code = "missing-tool"


class EncryptedReportError(ReportError):
    """The file opens only with a password."""

    code = "encrypted"


class DamagedReportError(ReportError):
    """The file is broken, or is not what its first bytes say."""

    code = "damaged"


class EmptyReportError(ReportError):
    """The file holds nothing."""

    code = "empty"


class NoTextError(ReportError):
    """The pages are pictures: there is no text layer to read."""

    code = "no-text"


class NotAReportError(ReportError):
    """The file is an error page or a placeholder that a document server sent."""

    code = "not-a-report"


class LimitError(ReportError):
    """Reading the file took more time, memory or unpacked size than is allowed."""

    code = "limit"


class SourceSyntaxError(IndexerError):
    """Text that cannot be read, with the place where it goes wrong.

    Attributes:
        message: What was expected.
        source: The whole text as typed.
        span: Start and end offsets in source of the wrong part.
    """

    def __init__(self, message: str, *, source: str, span: tuple[int, int]) -> None:
        self.message = message
        self.source = source
        self.span = span
        super().__init__(message)

    def __str__(self) -> str:
        """Show the message, the text and a marker under the wrong place.

        Long text is cut to the 70 characters around the place; in blank text there is no place to show.
        """
        if not self.source.strip():
            return self.message
        start, end = self.span
        left = max(0, start - 50)
        shown = self.source[left : max(end, start + 20)][:70].replace("\n", " ").replace("\t", " ")
        head = "…" if left else ""
        before, wrong = shown[: start - left], shown[start - left : end - left]
        marker = " " * _columns(head + before) + "~" * (_columns(wrong) - 1) + "^"  # one column at least
        return f"{self.message}\n    {head}{shown}\n    {marker}"


def _columns(text: str) -> int:
    """The columns that a text takes on a terminal: Chinese characters take two, marks on letters none."""
    from unicodedata import combining, east_asian_width  # noqa: PLC0415  # only for errors

    return sum(1 + (east_asian_width(letter) in "WF") for letter in text if not combining(letter))


class SymbolSyntaxError(SourceSyntaxError):
    """Text that is not a document symbol."""


class CitationSyntaxError(SourceSyntaxError):
    """A citation whose paragraph part cannot be read, or runs backwards."""


class QuerySyntaxError(SourceSyntaxError):
    """A query that cannot be read."""


class UsageError(IndexerError):
    """Options or paths that make no sense together."""


class NotFoundError(IndexerError):
    """What was asked for by name is not in the index."""


class MissingExtraError(IndexerError):
    """A library that only some need is not installed; the text names it, and the extra that brings it."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(
            f"{library} is not installed: pip install {library} "
            f"(the extra “{extra}” of this package brings it)"
        )


class IndexStateError(IndexerError):
    """The index cannot be used as it is; the text names the command that helps."""


class IndexNotFoundError(IndexStateError):
    """There is no index in that folder."""


class IndexLockedError(IndexStateError):
    """Another run is writing to the index."""


class IndexDamagedError(IndexStateError):
    """A file of the index is missing or is not what was written."""


class IndexVersionError(IndexStateError):
    """The index was written by a version that this one cannot read."""
