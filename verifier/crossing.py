"""A claim in a language in which the corpus has nothing of its speaker.

Problem: "not found" of an English claim says little about a man whose sources here are all Chinese:
the claim may be another translation of words that stand here. Method: the languages of the
speaker's sources, or the register's, are held against the claim's language; the answer then says
that a different translation cannot be ruled out. With a model of meaning (`verifier.embeddings`),
the sentences shown as nearest are those nearest in meaning, the speaker's in other languages
included.

Rejected: deciding anything by that model; translating the claim (a third wording to be mistaken
for somebody's).
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.elsewhere import languages_spoken, passages_spoken
from corpus.languages import UNDETERMINED
from corpus.registers import Registers
from corpus.sentences import sentence_spans
from verifier.bench import Bench
from verifier.embeddings import Embeddings
from verifier.models import Claim
from verifier.paraphrase import NearSentences

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
        """Whether the corpus has nothing in the claim's language by the one who is said to speak.

        Args:
            claim: the claim.

        Returns:
            False where the claim's language or the speaker is not known. Without a claimed speaker,
            whether there is no source in that language at all.
        """
        language = claim.language.partition("-")[0]
        if language == UNDETERMINED:
            return False
        store = self._bench.home.store
        if claim.speaker is None:
            languages = store.summary().languages
            return bool(languages) and language not in languages
        key = (claim.speaker, store.revision())
        if key not in self._spoken_at:
            if len(self._spoken_at) >= _KEPT:
                self._spoken_at.clear()
            self._spoken_at[key] = languages_spoken(store, claim.speaker)
        spoken = self._spoken_at[key] or self._registers.languages_of((claim.speaker,))
        return bool(spoken) and language not in spoken

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
            window, _ = self._bench.running.window(passage, 1, self._bench.source(passage).language)
            for start, end in sentence_spans(passage.text):
                if end - start >= _FEWEST_CHARACTERS:
                    place = passage.start + start, passage.start + end
                    found.append(NearSentences(window, *place, 0.0, 0.0, 0, 0.0))
        return found
