"""The use cases: check one quote, check many, check a draft. Every door calls these.

A question is a claim as somebody typed it; the answer is a `Report`. The same question on the same
corpus with the same policy gives the same report apart from its id and its times, whichever door it
came through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from time import perf_counter

from corpus.errors import InvalidRequest, QuoteVerifierError, StoreError
from corpus.home import Home
from corpus.models import Fidelity, Source, SourceKind
from corpus.text.languages import detect_language
from corpus.text.tokens import terms
from corpus.translation.registers import Registers
from verifier.aligning.places import Place
from verifier.answering import answer
from verifier.answering.claimed_source import same_address
from verifier.answering.evidence import passage_at
from verifier.answering.examine import examine
from verifier.answering.question import Question as Question
from verifier.answering.reporting import Reporter, scope_of
from verifier.drafts import article
from verifier.examined import Examined, Preferred
from verifier.fact_checks.matching import FactCheckSearch
from verifier.finding.bench import Bench
from verifier.finding.windows import RunningText
from verifier.judging.attribution import AttributionStatus, compare_dates, parse_claimed_date
from verifier.models import Claim, PieceKind
from verifier.policy import Policy
from verifier.reading.claims import read_claim
from verifier.renditions.crossing import Crossing
from verifier.renditions.embeddings import Embeddings
from verifier.renditions.rendition import NOT_A_TRANSLATION, Renditions
from verifier.renditions.standing import Standings
from verifier.report import (
    FactCheckMatch,
    Report,
    Scope,
    SearchReport,
    SearchStatus,
    VerdictCode,
)

_FIDELITIES, _KINDS = tuple(Fidelity), tuple(SourceKind)
_UNPLACED = frozenset({VerdictCode.NOT_FOUND, VerdictCode.PARAPHRASE})
_AS_READ = frozenset(
    {VerdictCode.VERBATIM, VerdictCode.VERBATIM_PUNCTUATION, VerdictCode.MARKED_EDITS}
)


class Service:
    """Answers questions from one home. Safe to share between threads."""

    def __init__(
        self,
        home: Home,
        policy: Policy,
        now: Callable[[], datetime],
        registers: Registers | None = None,
        embeddings: Embeddings | None = None,
    ) -> None:
        self.home = home
        self.policy = policy
        self._now = now
        self._fact_checks = FactCheckSearch(home.store.fact_checks, policy)
        self._bench = Bench(home, policy, RunningText(home.store))
        registers = registers or Registers.load()
        self.standings = Standings(home.store, registers)
        self._renditions = Renditions(self._bench, self.standings)
        crossing = Crossing(self._bench, registers, embeddings)
        self._reporter = Reporter(self._bench, self._renditions, crossing)

    @classmethod
    def open(
        cls,
        home: Home,
        policy: Policy | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        registers: Registers | None = None,
        embeddings: Embeddings | None = None,
    ) -> Service:
        """A service on an open home.

        Args:
            home: store and index.
            policy: the numbers; the published ones when None.
            now: the clock.
            registers: of speakers and publishers; those that come with the program when None.
            embeddings: orders the nearest passages across languages; nothing does when None.
        """
        return cls(home, policy or Policy(), now, registers, embeddings)

    def verify_many(self, questions: Iterable[Question]) -> Iterator[Report | QuoteVerifierError]:
        """Answer questions one by one, in order; one that cannot be answered gives its error."""
        for question in questions:
            try:
                yield self.verify(question)
            except QuoteVerifierError as error:
                yield error

    def verify_draft(
        self, text: str, language: str | None = None
    ) -> tuple[article.DraftCheck, ...]:
        """Find the quotations of a draft and answer for each.

        Args:
            text: the draft as plain text, of any length.
            language: BCP 47 tag of the draft; detected when None.

        Returns:
            One check for everything in quotation marks or set apart, in the order of the draft;
            titles and scare quotes have neither report nor error. Empty for a draft without any.

        Raises:
            StoreError: store or index cannot be read; a desk must not take that for an answer.
        """
        checks = article.verify_draft(self.verify_many, text, language)
        for check in checks:
            if isinstance(check.error, StoreError):
                raise check.error
        return checks

    def scope(self, candidates: int = 0) -> Scope:
        """What a question is compared with now.

        Args:
            candidates: passages that were looked at.
        """
        return scope_of(self.home.store.summary(), candidates)

    def verify(self, question: Question) -> Report:
        """Answer one question.

        Args:
            question: the claim.

        Returns:
            The report; ``not_found`` is a report, not an error.

        Raises:
            InvalidInput: the quote cannot be read, or a field is wrong.
            StoreError: store or index cannot be read.
        """
        began = perf_counter()
        claim = self._claim(question)
        complete = self.home.in_step()
        search = SearchReport(
            SearchStatus.COMPLETE if complete else SearchStatus.INDEX_REBUILDING,
            () if complete else ("the index is not in step with the store",),
        )

        examined = self._examine(question, claim, complete)
        stands = examined.code in _UNPLACED or _stands_there(claim, examined)
        if _lifted(claim) and (stands or examined.code not in _AS_READ):
            # a sentence that quotes somebody may itself be what was quoted
            whole = self._claim(question, whole=True)
            again = self._examine(question, whole, complete)
            placed = again.code not in _UNPLACED or _nearer(again, examined)
            if again.code in _AS_READ or (stands and placed):
                claim, examined = whole, again
        return self._reporter.report(
            claim,
            examined,
            search,
            most=question.max_matches,
            now=self._now(),
            began=began,
            fact_checks=self._fact_checks.matching(claim),
        )

    def search_fact_checks(
        self, question: Question, *, whole: bool = False
    ) -> tuple[FactCheckMatch, ...]:
        """All published fact-checks that match some words, the closest first.

        Args:
            question: the words and their language; nothing else of it counts.
            whole: lift nothing off, because they are a claim in somebody's own words.

        Raises:
            InvalidInput: the words cannot be read.
            StoreError: the store cannot be read.
        """
        claim = self._claim(question, whole=whole)
        return self._fact_checks.matching(claim, most=self.policy.fact_check_candidates)

    def _examine(self, question: Question, claim: Claim, complete: bool) -> Examined:
        def prefers(place: Place) -> Preferred:
            return self._preferred(question, claim, place)

        return examine(claim, self._bench, prefers, complete)

    def _claim(self, question: Question, *, whole: bool = False) -> Claim:
        date = None
        if question.date and question.date.strip():
            date = parse_claimed_date(question.date)
            if date is None:
                fault = ("/date", "unreadable_date", "give a day, a month or a year: 2024-04-16")
                raise InvalidRequest([fault])
        return read_claim(
            question.quote,
            speaker=(question.speaker or "").strip() or None,
            date=date,
            language=question.language,
            limit=question.limit,
            known_speakers=self.home.store.has_speaker,
            source_has=self._source_has,
            detect_language=detect_language,
            whole=whole,
        )

    def _source_has(self, label: str) -> bool:
        """Whether the corpus has these words with a colon after them, so that they are no label."""
        words = terms(label)
        hits = self.home.index.candidates(words, 20)
        spoken = label.strip().rstrip(":\uff1a").casefold()
        return any(
            spoken + mark in p.text.casefold()
            for p in self.home.store.passages([h.passage_id for h in hits])
            for mark in (":", "\uff1a")
        )

    def _preferred(self, question: Question, claim: Claim, place: Place) -> Preferred:
        alignment = place.alignment
        passage = passage_at(alignment.window, alignment.start)
        source = self._bench.source(passage)
        who = answer.speaker_of(
            claim,
            alignment.window,
            alignment.start,
            alignment.end,
            source,
            self.home.store.speakers(passage.rendition_id),
        )
        dated = answer.date_of(passage, source)
        when = str(compare_dates(claim.date, dated))
        fit = (
            int(not _is_claimed(question, source)),
            int(claim.speaker is not None and who.status is not AttributionStatus.SAME),
            int(claim.date is not None and when not in ("same", "within_precision")),
        )
        return Preferred(
            fit,
            (
                int(self._renditions.standing(passage).status not in NOT_A_TRANSLATION),
                _FIDELITIES.index(source.fidelity),
                _KINDS.index(source.kind),
                dated.edtf if dated else "9999",
                source.id,
                alignment.start,
            ),
        )


def _is_claimed(question: Question, source: Source) -> bool:
    """Whether a source is the claimed one by its id and its address, as far as these are given."""
    known = question.source_id is None or source.id == question.source_id
    return known and (
        question.source_url is None or same_address(question.source_url, source.url)
    )


def _lifted(claim: Claim) -> bool:
    """Whether words of the claim were taken for an attribution or a label around the quote."""
    return any(p.kind in (PieceKind.INTERRUPTION, PieceKind.LABEL) for p in claim.pieces)


def _stands_there(claim: Claim, examined: Examined) -> bool:
    """Whether the words that were lifted off stand around the match in the source as well."""
    if examined.judged is None or not len(claim.tokens):
        return False
    alignment = examined.judged.place.alignment
    norms = alignment.window.tokens.norms
    lead = terms(_lifted_text(claim, 0, claim.tokens.starts[0]))
    trail = terms(_lifted_text(claim, claim.tokens.ends[-1], len(claim.text)))
    before = norms[max(0, alignment.source_first - len(lead)) : alignment.source_first]
    after = norms[alignment.source_last : alignment.source_last + len(trail)]
    return bool(lead or trail) and lead == before and trail == after


def _lifted_text(claim: Claim, start: int, end: int) -> str:
    lifted = (PieceKind.INTERRUPTION, PieceKind.LABEL)
    return " ".join(
        claim.text[p.start : p.end]
        for p in claim.pieces
        if p.kind in lifted and start <= p.start and p.end <= end
    )


def _nearer(one: Examined, other: Examined) -> bool:
    """Whether the nearest passage of one reading shares more than that of the other."""
    if other.code is VerdictCode.PARAPHRASE or not one.nearest:
        return False
    return not other.nearest or one.nearest[0].weight > other.nearest[0].weight
