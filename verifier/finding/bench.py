"""What is kept between claims: the open home, running text, descriptions of sources."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.home import Home
from corpus.models import Excerpt, Passage, Source
from verifier.finding.windows import RunningText
from verifier.policy import Policy

_SOURCES = 4096


@dataclass
class Bench:
    """Everything that examining needs, kept between claims.

    Attributes:
        home: store and index.
        policy: the numbers.
        running: windows and tokens.
    """

    home: Home
    policy: Policy
    running: RunningText
    sources: dict[int, Source] = field(default_factory=dict)

    def source(self, passage: Passage | Excerpt) -> Source:
        """The source of a passage, at the version the passage belongs to."""
        kept = self.sources.get(passage.rendition_id)
        if kept is None:
            if len(self.sources) > _SOURCES:
                self.sources.clear()
            kept = self.home.store.source_of_rendition(passage.rendition_id)
            self.sources[passage.rendition_id] = kept
        return kept
