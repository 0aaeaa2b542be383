"""What an answer holds: the report that every door gives, as values.

The names are those of the JSON (see `verifier.exchange.schemas`), so that a report reads the same
in Python, on a page and in a body. Text is plain everywhere, never markup. Offsets named ``claim``
count code points of the claim as given, those named ``source`` code points of the source's stored
text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.models import DateEvidence
from verifier.fact_checks.report import FactCheckMatch as FactCheckMatch
from verifier.matches import AlignmentStep as AlignmentStep
from verifier.matches import LeftOut as LeftOut
from verifier.matches import Match as Match
from verifier.matches import MatchPiece as MatchPiece
from verifier.matches import Selector as Selector
from verifier.matches import Span as Span
from verifier.models import ClaimPiece, Finding, Framing, Warned
from verifier.translations import EvidenceReport as EvidenceReport
from verifier.translations import OriginalReport as OriginalReport
from verifier.translations import OtherRendition as OtherRendition
from verifier.translations import TranslationReport as TranslationReport


class VerdictCode(StrEnum):
    """What the wording is, compared with the closest place."""

    INCONCLUSIVE = "inconclusive"
    VERBATIM = "verbatim"
    VERBATIM_PUNCTUATION = "verbatim_punctuation"
    MARKED_EDITS = "marked_edits"
    STITCHED = "stitched"
    ABRIDGED_UNMARKED = "abridged_unmarked"
    MINOR_CHANGES = "minor_changes"
    ALTERED_WORDING = "altered_wording"
    PARAPHRASE = "paraphrase"
    NOT_FOUND = "not_found"


class Reason(StrEnum):
    """Why no verdict could be given."""

    TOO_SHORT_OR_COMMON = "too_short_or_common"
    SEARCH_PARTIAL = "search_partial"
    TIMED_OUT = "timed_out"
    INDEX_REBUILDING = "index_rebuilding"
    BUDGET = "budget"


class Action(StrEnum):
    """What to look at first."""

    OK = "ok"
    REVIEW = "review"
    STOP = "stop"


class SearchStatus(StrEnum):
    """Whether everything was searched."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    TIMED_OUT = "timed_out"
    INDEX_REBUILDING = "index_rebuilding"


@dataclass(frozen=True, slots=True)
class Language:
    """A BCP 47 tag and how it is known (``declared`` or ``detected``)."""

    tag: str
    basis: str


@dataclass(frozen=True, slots=True)
class Normalization:
    """A fold that was needed before the words could be compared.

    Attributes:
        code: such as ``invisible_removed``, ``case``, ``punctuation``, ``spelling``, ``number``.
        text: the characters or words it was needed for.
    """

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class ClaimReport:
    """The claim as it was read."""

    text: str
    speaker: str | None
    date: str | None
    language: Language
    pieces: tuple[ClaimPiece, ...]
    normalizations: tuple[Normalization, ...]
    warnings: tuple[Warned, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Words of the claim and what became of them.

    Two Chinese or Japanese characters count as one word in rules, but here every token counts one.
    ``equal + substituted + inserted == claim_words``; ``deleted`` counts the source's words that
    were left out without a mark.
    """

    claim_words: int
    equal: int
    substituted: int
    inserted: int
    deleted: int


@dataclass(frozen=True, slots=True)
class AttributionReport:
    """Claimed speaker against the source's; ``status`` as in `verifier.judging.attribution`."""

    status: str
    claimed: str | None
    in_source: str | None


@dataclass(frozen=True, slots=True)
class DateReport:
    """Claimed date against the source's; ``status`` as in `verifier.judging.attribution`."""

    status: str
    claimed: str | None
    in_source: str | None


@dataclass(frozen=True, slots=True)
class SearchReport:
    """Whether the search was complete, and why not."""

    status: SearchStatus
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided, and on what grounds."""

    code: VerdictCode
    reason: Reason | None
    headline: str
    sentence: str
    action: Action
    counts: Counts
    meaning_risk: tuple[Finding, ...]
    context: tuple[Framing, ...]
    attribution: AttributionReport
    date: DateReport
    search: SearchReport


@dataclass(frozen=True, slots=True)
class SourceReport:
    """The source of the match, at the version that was compared."""

    id: str
    origin: str
    title: str | None
    creator: str | None
    publisher: str | None
    kind: str
    language: str
    date: DateEvidence | None
    url: str | None
    deep_link: str | None
    archived_url: str | None
    retrieved_at: str
    sha256: str
    version: int
    state: str
    fidelity: str = "unknown"
    fidelity_reason: str = ""


@dataclass(frozen=True, slots=True)
class CorrectedQuote:
    """The words to paste: exact, or with honest ellipses."""

    text: str
    credit_line: str | None


@dataclass(frozen=True, slots=True)
class Citation:
    """How to cite the place: one plain line, and CSL-JSON (an object)."""

    plain: str
    csl: dict[str, object]


@dataclass(frozen=True, slots=True)
class OtherMatch:
    """Another place with the same words; copies of one text are folded together."""

    source_id: str
    passage_id: int
    exact: str
    speaker: str | None
    date: str | None
    copies: int


@dataclass(frozen=True, slots=True)
class OtherMatches:
    """All places that are as good as the match, earliest first.

    Attributes:
        total: places with the claim's words, the match not counted.
        earliest_in_corpus: the earliest date among the match and these, or None.
    """

    total: int
    earliest_in_corpus: str | None
    items: tuple[OtherMatch, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """What was searched."""

    corpus_version: int
    sources: int
    passages: int
    date_from: str | None
    date_to: str | None
    languages: tuple[str, ...]
    candidates_examined: int
    statement: str


@dataclass(frozen=True, slots=True)
class Engine:
    """Who answered, by which rules, and how long it took (milliseconds)."""

    version: str
    policy: str
    took_ms: float


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses of a kept check; both None while it is not kept."""

    self: str | None = None
    html: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The whole answer to one claim.

    Must hold: every span slices its text; the alignment rebuilds both sides; the counts follow from
    the alignment; ``not_found`` has no match and a complete search.
    """

    id: str
    created_at: str
    claim: ClaimReport
    verdict: Verdict
    match: Match | None
    nearest: tuple[Match, ...]
    translation: TranslationReport | None
    source: SourceReport | None
    corrected_quote: CorrectedQuote | None
    citation: Citation | None
    other_matches: OtherMatches
    scope: Scope
    engine: Engine
    links: Links = Links()
    fact_checks: tuple[FactCheckMatch, ...] = ()
