"""Choosing what a document is compared with, and comparing.

Problem: of all documents only those that may say the same are worth seconds, and of two documents
exactly one has to compare the pair. Method: named originals and the partners of an older version
are always compared, then the few whose signatures are most alike. The later document of a pair does
the work; the earlier one only when the later one is through with its own. A pair that was compared
by the same rules is left alone.

Rejected: comparing with everything by the same author (a columnist has thousands of columns).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from corpus.keeping.lineage_lexicons import learn_anew, lexicon_between, lexicons_of
from corpus.keeping.lineage_queue import Queue
from corpus.keeping.lineage_signatures import Kind, nearest
from corpus.keeping.store import Store
from corpus.keeping.tasks import Budget, Compared
from corpus.linking.bilingual import Lexicon, lexical_terms
from corpus.linking.candidates import LinkCandidate
from corpus.text.tokens import is_unspaced
from corpus.translation.registers import Registers
from corpus.weaving.pages import (
    Document,
    read_document,
    rules_version,
    spoken_language,
)
from corpus.weaving.pairs import LINKING, Side, compare, declared_pair, worth_aligning

_REMEMBERED = 64
_QUICK = 10_000
"""Pairs of sentences up to which looking at both texts is cheaper than asking who is near."""
_PARTNERS = 2
_FORM = 5
"""Letters of a word form in signatures; the lexicon keeps one more."""


class Comparing:
    """Comparisons in one store, with what they need remembered between them.

    Attributes:
        queue: of the same store.
    """

    def __init__(self, store: Store, registers: Registers, budget: Budget) -> None:
        self._store = store
        self._budget = budget
        self._version = f"{LINKING}/{rules_version(registers)}"
        self._database = store.lineage.database
        self.queue = Queue(self._database)

        @lru_cache(maxsize=_REMEMBERED)
        def side(rendition_id: int) -> Side:
            document = read_document(store, rendition_id)
            rows = tuple(
                row for row in store.lineage.evidence_of(rendition_id) if row.other_id is None
            )
            return Side(document, rows, spoken_language(document, registers))

        self._side = side

    def pair(self, first: int, second: int, *, asked: bool = False) -> Compared:
        """Compare two documents, whatever was found before; ``first`` is the smaller id."""
        sides, lexicon, version = self._prepared(first, second)
        found = None
        if not all(map(self._fit, sides)):
            found = declared_pair(*sides, version)
        return found or compare(*sides, lexicon, version, asked=asked)

    def learn(self) -> bool:
        """Learn lexicons from the links, where there are twice as many as the last time.

        Returns:
            Whether documents now wait to be compared again because of that.
        """
        learned = learn_anew(self._store)
        if learned:
            self._side.cache_clear()
        return learned

    def of(self, rendition_id: int) -> Iterator[Compared]:
        """Compare a document with whatever it has to be compared with now, one by one."""
        named = [
            other if document == rendition_id else document
            for document, other, _ in self._named(rendition_id)
        ]
        sure = {*named, *self.queue.earlier_partners(rendition_id)}
        partners = dict.fromkeys(sorted(sure))
        here = self._side(rendition_id)
        if self._fit(here):
            for candidate in (*self._within(here.document), *self._across(here.document)):
                partners.setdefault(candidate.key)
        for other in partners:
            if other > rendition_id and self.queue.waits(other):
                continue  # the later one compares
            first, second = sorted((rendition_id, other))
            sides, _, version = self._prepared(first, second)
            if self.queue.examined(first, second) == version:
                continue
            if not all(map(self._fit, sides)):
                if (found := declared_pair(*sides, version)) is not None:
                    yield found
            elif other in sure or self._worth(here.document, self._side(other).document):
                yield self.pair(first, second)

    def _prepared(self, first: int, second: int) -> tuple[tuple[Side, Side], Lexicon | None, str]:
        """Both sides, the lexicon between them, and what the comparison is known by."""
        a, b = self._side(first), self._side(second)
        names = {
            document
            for document, original, _ in self._named(first)
            if {document, original} == {first, second}
        }
        a, b = (
            Side(side.document, side.evidence, side.spoken, side.document.rendition_id in names)
            for side in (a, b)
        )
        languages = a.document.source.language, b.document.source.language
        if languages[0] == languages[1]:
            return (a, b), None, self._version
        lexicon, pairs = lexicon_between(self._database, *languages)
        return (a, b), lexicon, f"{self._version}/lexicon-{pairs}" if lexicon else self._version

    def _named(self, rendition_id: int) -> list[tuple[int, int, str]]:
        """Who names whom; by a mere title only across languages, and never a translation."""
        kept = []
        for document, original, name in self.queue.named_by(rendition_id):
            if name.startswith("title:"):
                one, other = self._side(document).document, self._side(original).document
                if other.source.provenance.is_translation:
                    continue
                if one.source.language == other.source.language:
                    continue
            kept.append((document, original, name))
        return kept

    def _worth(self, here: Document, there: Document) -> bool:
        """Whether two documents that nobody has named together are worth an alignment.

        What takes long has to be likely from both sides: a document in a language of few documents
        is among the nearest of all others, and only some of them are among its own.
        """
        size = len(here.sentences) * len(there.sentences)
        language = here.source.language
        kind = Kind.SAME_LANGUAGE
        if language != there.source.language:
            kind = Kind.ACROSS_LANGUAGES
            if size > self._budget.most_pairs_across:
                return False
        elif size <= _QUICK:
            return worth_aligning(here, there)
        limit = 2 * self._budget.candidates
        back = nearest(self._database, there.rendition_id, kind, [language], limit)
        near = {candidate.key for candidate in back}
        if kind is Kind.ACROSS_LANGUAGES:
            near |= self._by_lexicon(there, here)
        return here.rendition_id in near and worth_aligning(here, there)

    def _by_lexicon(self, here: Document, there: Document) -> set[int]:
        """The documents in the other one's language that a lexicon finds."""
        other, found = there.source.language, set[int]()
        for _, lexicon in lexicons_of(self._database, here.source.language, [other]):
            words = _rendered(here, other, lexicon)
            limit = 2 * self._budget.candidates
            near = nearest(
                self._database, here.rendition_id, Kind.SAME_LANGUAGE, [other], limit, words
            )
            found |= {c.key for c in near}
        return found

    def _fit(self, side: Side) -> bool:
        """Whether a document is of a length that is compared."""
        length = len(side.document.sentences)
        return self._budget.fewest_sentences <= length <= self._budget.most_sentences

    def _within(self, document: Document) -> Iterator[LinkCandidate[int]]:
        found = nearest(
            self._database,
            document.rendition_id,
            Kind.SAME_LANGUAGE,
            [document.source.language],
            self._budget.candidates,
        )
        yield from (c for c in found if c.likeness >= self._budget.least_likeness)

    def _across(self, document: Document) -> Iterator[LinkCandidate[int]]:
        id, language, limit = (
            document.rendition_id,
            document.source.language,
            self._budget.candidates,
        )
        others = [tag for tag in self._store.summary().languages if tag != language]
        if not others:
            return
        found = nearest(self._database, id, Kind.ACROSS_LANGUAGES, others, limit)
        for other, lexicon in lexicons_of(self._database, language, others):
            words = _rendered(document, other, lexicon)
            found += nearest(self._database, id, Kind.SAME_LANGUAGE, [other], limit, words)
        yield from (c for c in found if c.likeness >= self._budget.least_across)


def _rendered(document: Document, language: str, lexicon: Lexicon) -> set[str]:
    """The words by which a text in the other language would be found, were it this one."""
    found: set[str] = set()
    for sentence in document.sentences:
        for term in lexical_terms(sentence):
            if (entry := lexicon.a.get(term)) is not None:
                for partner in entry.partners[:_PARTNERS]:
                    form = partner if is_unspaced(partner[0]) else partner[:_FORM]
                    found.add(f"{language}:{form}")
    return found
