"""A claim that was not found and may be another translation of words that stand here.

Problem: "not found" of an English claim says little about a man whose sources here are all Chinese,
and little about a sentence that stands here in somebody else's translation. Method: the languages
of the speaker's sources, or the register's, are held against the claim's language; and the nearest
sentences, where they stand in a translation, against the claim by their rare words. The answer then
says that a different translation cannot be ruled out. With a model of meaning
(`verifier.renditions.embeddings`), the sentences shown as nearest are those nearest in meaning, the
speaker's in other languages included.

Rejected: deciding anything by that model; translating the claim (a third wording to be mistaken
for somebody's); saying it of every nearest passage of a translation (in a corpus of translations
that is every claim that nobody ever made).
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.text.languages import UNDETERMINED
from corpus.text.sentences import sentence_spans
from corpus.text.tokens import terms
from corpus.translation.registers import Registers
from corpus.weaving.elsewhere import languages_spoken, passages_spoken
from verifier.finding.bench import Bench
from verifier.finding.retrieve import rarity
from verifier.forms.stems import stemmer
from verifier.judging.paraphrase import NearSentences
from verifier.models import Claim
from verifier.renditions.embeddings import Embeddings
from verifier.renditions.sameness import subject_likeness

_SAME_SUBJECT = 0.25
"""Likeness by rare words from which two texts may render one sentence. Measured in the gold sets
``other_translation`` and ``never_said``: lower, sentences that nobody said are given an original;
higher, far renderings of what somebody did say are left without one."""
_PASSAGES = 400
"""Passages of one speaker that are compared in meaning: a good part of a second."""
_FEWEST_CHARACTERS = 12
_KEPT = 1024


class Crossing:
    """What can be said across languages, from one bench."""

    def __init__(
        self, bench: Bench, registers: Registers, embeddings: Embeddings | None = None
    ) -> None:
        self._bench = bench
        self._registers = registers
        self._embeddings = embeddings
        self._spoken_at: dict[tuple[str, int], tuple[str, ...]] = {}

    def other_language(self, claim: Claim) -> bool:
        """Whether the corpus has no words of the claimed speaker's own in the claim's language.

        Args:
            claim: the claim.

        Returns:
            Also True for a language that the speaker does not speak in public, whatever
            translations into it are here: the claim is one itself. False where the claim's language
            or the speaker is not known. Without a claimed speaker, whether there is no source in
            that language at all.
        """
        language = claim.language.partition("-")[0]
        if language == UNDETERMINED:
            return False
        store = self._bench.home.store
        if claim.speaker is None:
            languages = store.summary().languages
            return bool(languages) and language not in languages
        own = self._registers.languages_of((claim.speaker,))
        if own and language not in own:
            return True
        key = (claim.speaker, store.revision())
        if key not in self._spoken_at:
            if len(self._spoken_at) >= _KEPT:
                self._spoken_at.clear()
            self._spoken_at[key] = languages_spoken(store, claim.speaker)
        spoken = self._spoken_at[key] or own
        return bool(spoken) and language not in spoken

    def may_render_the_same(self, claim: Claim, near: NearSentences) -> bool:
        """Whether a claim without a match may be another rendering of the nearest sentences.

        Args:
            claim: the claim.
            near: the nearest sentences; nothing is asked about where they stand.

        Returns:
            Whether their rare words are alike enough; False for texts in two languages.

        Cost: one question to the index.
        """
        window, norms = near.window, claim.tokens.norms
        there = terms(window.text[near.start - window.start : near.end - window.start])
        every = list(dict.fromkeys([*norms, *there]))
        index = self._bench.home.index
        # a word that stands nowhere is no rarer than one that stands in one passage only
        held = [max(1, times) for times in index.document_frequency(every)]
        weights = rarity(held, max(1, index.state().passages))
        stem = stemmer(self._bench.source(window.passages[0]).language)
        rare = dict(zip(every, weights, strict=True))
        return subject_likeness(norms, there, rare, stem) >= _SAME_SUBJECT

    def nearest(
        self, claim: Claim, found: Sequence[NearSentences], most: int
    ) -> tuple[NearSentences, ...]:
        """The nearest sentences, ordered by meaning where there is a model.

        Args:
            claim: one in another language than its speaker's sources; see `other_language`.
            found: the nearest by words.
            most: how many are shown.

        Returns:
            ``found`` as it is without a model.
        """
        if self._embeddings is None:
            return tuple(found)
        near = [*found, *self._spoken(claim)]
        if not near:
            return ()
        texts = [n.window.text[n.start - n.window.start : n.end - n.window.start] for n in near]
        alike = self._embeddings.similarity(claim.text, texts)
        order = sorted(range(len(near)), key=lambda at: (-alike[at], at))
        kept: dict[tuple[int, int], NearSentences] = {}
        for at in order:
            kept.setdefault((near[at].window.passages[0].rendition_id, near[at].start), near[at])
        return tuple(kept.values())[:most]

    def _spoken(self, claim: Claim) -> list[NearSentences]:
        """The sentences of the claimed speaker in other languages than the claim's."""
        if claim.speaker is None:
            return []
        store, language = self._bench.home.store, claim.language.partition("-")[0]
        found = []
        for passage in store.passages(passages_spoken(store, claim.speaker, language, _PASSAGES)):
            window = self._bench.running.window(passage.id, 1)
            for start, end in sentence_spans(passage.text):
                if end - start >= _FEWEST_CHARACTERS:
                    place = passage.start + start, passage.start + end
                    found.append(NearSentences(window, *place, 0.0, 0.0, 0, 0.0))
        return found
