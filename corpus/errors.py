"""The failures of both packages, as one tree.

An exception says that a question cannot be asked or answered. It carries facts as attributes and
knows nothing about HTTP; `verifier.serving.problems` maps each leaf to a problem, and a test walks
the tree.

    QuoteVerifierError
    |-- InvalidInput
    |   |-- InvalidRequest           fields of a request are wrong (which, and why)
    |   |-- QuoteEmpty               nothing left after outer marks and dots are lifted off
    |   |-- QuoteTooLong             longer than the limit, before or after folding
    |   |-- QuoteUnreadable          lone surrogates: not text
    |   |-- UnsupportedFormat        no reader knows these bytes
    |   |-- UnreadableSource         a reader knows the format and still cannot read the file
    |   |   `-- AddressRefused       an address that is not even asked
    |   |-- NoTextLayer              pictures of pages: there is no text to read
    |   `-- NoQuoteColumn            a table without a column of quotes
    |-- NotFound                     no such source, passage or check
    |-- Unauthorized                 no valid token where one is needed
    |-- Forbidden                    a valid token without the needed scope
    `-- StoreError
        |-- StoreBusy                another writer holds the store for too long
        |   `-- StoreInUse           somebody has the corpus open that is to be replaced
        |-- StorageFull              no space left to write
        |-- StoreCorrupt             stored bytes do not match their checksum
        `-- IndexUnavailable         the index cannot be opened or searched
"""

from __future__ import annotations

from collections.abc import Sequence


class QuoteVerifierError(Exception):
    """Root of every failure that the project raises on purpose."""


class InvalidInput(QuoteVerifierError):
    """What was given cannot be worked on; the caller can mend it."""


class InvalidRequest(InvalidInput):
    """Fields of a request are wrong.

    Attributes:
        faults: ``(pointer, code, detail)`` a fault; ``pointer`` is a JSON pointer into the body.
    """

    def __init__(self, faults: Sequence[tuple[str, str, str]]) -> None:
        super().__init__(f"{len(faults)} invalid field(s)")
        self.faults = tuple(faults)


class QuoteEmpty(InvalidInput):
    """The quote has no words, numbers or signs once its outer marks are lifted off."""


class QuoteTooLong(InvalidInput):
    """The quote is longer than the limit.

    Attributes:
        length: code points, counted before or after folding, whichever is larger.
        limit: the limit in code points.
    """

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(f"{length} characters, the limit is {limit}")
        self.length = length
        self.limit = limit


class QuoteUnreadable(InvalidInput):
    """The quote holds code points that are not text (lone surrogates)."""


class UnsupportedFormat(InvalidInput):
    """No reader takes this file.

    Attributes:
        origin: file name or address as given.
        known: the formats that are taken.
        found: the content type it came with; empty when nothing was said about it.
    """

    def __init__(self, origin: str, known: Sequence[str], found: str = "") -> None:
        what = f"its type is {found}" if found else "unknown format"
        super().__init__(f"{origin}: {what}; known are {', '.join(known)}")
        self.origin = origin
        self.known = tuple(known)
        self.found = found


class UnreadableSource(InvalidInput):
    """A file of a known format that cannot become a source.

    Attributes:
        origin: file name or address as given.
        reason: what is wrong with it, in words for the person who gave it.
    """

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(f"{origin}: {reason}")
        self.origin = origin
        self.reason = reason


class AddressRefused(UnreadableSource):
    """An address that is not asked: it is no web address, or leads where nothing may be asked.

    Attributes:
        origin: the address as it may be logged, without its query; after a redirect the one it
            led to.
        reason: what is wrong with it.
    """


class NoTextLayer(InvalidInput):
    """A scan: its pages are pictures without text.

    Attributes:
        origin: file name or address as given.
    """

    def __init__(self, origin: str) -> None:
        super().__init__(f"{origin}: its pages are pictures without a text layer")
        self.origin = origin


class NoQuoteColumn(InvalidInput):
    """A table has no column of quotes.

    Attributes:
        headers: the headers that were found.
    """

    def __init__(self, headers: Sequence[str]) -> None:
        super().__init__("no column of quotes")
        self.headers = tuple(headers)


class NotFound(QuoteVerifierError):
    """There is no such thing here (or it is not the caller's).

    Attributes:
        kind: what was asked for, such as "source" or "passage".
    """

    def __init__(self, kind: str) -> None:
        super().__init__(f"no such {kind}")
        self.kind = kind


class Unauthorized(QuoteVerifierError):
    """The door is closed to callers without a valid token."""


class Forbidden(QuoteVerifierError):
    """The caller's token lacks a scope, or the request comes from a place that may not ask.

    Attributes:
        needed: the scope that was needed.
    """

    def __init__(self, needed: str) -> None:
        super().__init__(f"scope {needed} is needed")
        self.needed = needed


class StoreError(QuoteVerifierError):
    """The store or the index cannot do its work now."""


class StoreBusy(StoreError):
    """Another process kept the write lock for longer than the time-out."""


class StoreInUse(StoreBusy):
    """Somebody else has the corpus open, and it was to be replaced."""


class StorageFull(StoreError):
    """There is no space left; nothing of the write was kept."""


class StoreCorrupt(StoreError):
    """Stored bytes do not match their checksum; the text is not shown."""


class IndexUnavailable(StoreError):
    """The index cannot be opened, read or written; it can be rebuilt from the store."""
