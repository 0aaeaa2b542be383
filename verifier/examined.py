"""What examining a claim finds, as values; between the search and the decision.

`verifier.answering.examine` searches, `verifier.judging.decide` applies the rules over several
places, and `verifier.answering.reporting` tells. All three speak in these values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from verifier.aligning.places import Place
from verifier.aligning.wording import Judged
from verifier.judging.paraphrase import NearSentences
from verifier.judging.stitching import StitchedPiece
from verifier.models import Window
from verifier.report import Reason, VerdictCode


@dataclass(frozen=True, slots=True)
class Preferred:
    """Where a place stands among equally good ones; smaller is better.

    Attributes:
        fit: how well it fits what was claimed beside the words (source, speaker, date).
        rest: what else decides: originals before translations, primary kinds, the earliest.
    """

    fit: tuple[int, ...]
    rest: tuple[int | str, ...]


Preference = Callable[[Place], Preferred]


@dataclass(frozen=True, slots=True)
class Equal:
    """Another place that is as good by its words.

    Attributes:
        judged: the place.
        rival: it fits the claimed source, speaker and date as well as the chosen one and could be
            another answer: another person's words, or the same person's on another occasion.
    """

    judged: Judged
    rival: bool


@dataclass(frozen=True, slots=True)
class Examined:
    """What the corpus has to say to one claim.

    Attributes:
        code: the rule of wording that holds.
        reason: why nothing could be decided, when `inconclusive`.
        judged: the closest single place, for rules about one place.
        equals: other places as good as that one, without it.
        pieces: the map of a joined quote, in the order of the claim.
        sentences: the closest sentences, for `paraphrase`.
        nearest: up to three nearest passages when no rule holds.
        candidates: passages that were looked at.
    """

    code: VerdictCode
    reason: Reason | None = None
    judged: Judged | None = None
    equals: tuple[Equal, ...] = ()
    pieces: tuple[StitchedPiece, ...] = ()
    sentences: NearSentences | None = None
    nearest: tuple[NearSentences, ...] = ()
    candidates: int = 0


@dataclass(frozen=True, slots=True)
class Looked:
    """A window that was read.

    Attributes:
        window: the running text.
        place: the best alignment in it, or None.
        weight: how close it is, see `verifier.finding.retrieve.closeness`.
    """

    window: Window
    place: Place | None
    weight: float
