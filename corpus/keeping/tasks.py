"""What goes through the queue of documents: tasks, and what is handed in for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from corpus.lineage import Derivation, EvidenceRow, PassageLink, Role


@dataclass(frozen=True, slots=True)
class Compared:
    """Two renditions side by side, and what came of it.

    Attributes:
        first: the rendition with the smaller id.
        second: the other.
        relation: what they are to each other (`corpus.linking.ways_in.Relation`, or ``between``);
            None when they do not belong together.
        measures: what was measured.
        rule_version: of the alignment.
        links: from ``first`` (a) to ``second`` (b), in text order.
        evidence: new rows, by the rendition they speak about.
        derivations: what was made from what, as far as that can be told.
    """

    first: int
    second: int
    relation: str | None
    measures: Mapping[str, float]
    rule_version: str
    links: tuple[PassageLink, ...] = ()
    evidence: tuple[tuple[int, EvidenceRow], ...] = ()
    derivations: tuple[Derivation, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """One rendition by itself: what its page shows, and by what it is found.

    Attributes:
        rendition_id: the document.
        role: what its own evidence makes it.
        rule_version: of the evidence rules.
        evidence: the rows, in text order.
        derivations: what it says it was made from, with the source in the corpus or without.
        signature: words by which documents in the same language find it; none for a short text.
        signature_across: words by which documents in other languages find it.
        names: what it is called itself: id, origin, address, title.
        named: what it calls its original.
        newest: the newest rendition that was there when it was looked at.
        again: pages that may quote it and were looked at without it.
    """

    rendition_id: int
    role: Role
    rule_version: str
    evidence: tuple[EvidenceRow, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    signature: tuple[str, ...] = ()
    signature_across: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    newest: int = 0
    again: tuple[int, ...] = ()


class Stage(StrEnum):
    """What waits to be done with a rendition."""

    EVIDENCE = "evidence"
    LINKING = "linking"


@dataclass(frozen=True, slots=True)
class Task:
    """A row of the queue in a worker's hands."""

    rendition_id: int
    stage: Stage
    tries: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a worker hands in for a task.

    Attributes:
        task: as it was claimed.
        looked: for the stage `Stage.EVIDENCE`.
        compared: for the stage `Stage.LINKING`; possibly none.
        problem: why the task could not be done; it is begun again, up to a limit.
    """

    task: Task
    looked: Looked | None = None
    compared: tuple[Compared, ...] = ()
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """What waits.

    Attributes:
        evidence: documents nobody has looked at.
        linking: documents that were looked at and wait to be compared.
        set_aside: documents that failed too often, with the problem.
    """

    evidence: int
    linking: int
    set_aside: tuple[tuple[int, str], ...] = ()

    @property
    def total(self) -> int:
        """How many documents will be worked on."""
        return self.evidence + self.linking


@dataclass(frozen=True, slots=True)
class Budget:
    """How much weaving may cost.

    Attributes:
        seconds: stop taking work after this long; None goes on until nothing waits.
        wait: also wait for what other workers have taken.
        fewest_sentences: shorter documents are looked at and never searched a partner for.
        most_sentences: so are longer ones; a comparison would take minutes.
        candidates: documents in the same language, and as many in others, that are compared.
        most_pairs_across: product of the numbers of sentences above which two documents in two
            languages are aligned only when somebody names them together.
        least_likeness: cosine of signatures below which two documents are not compared.
        least_across: the same across languages, where signatures are thin.
    """

    seconds: float | None = None
    wait: bool = False
    fewest_sentences: int = 5
    most_sentences: int = 3_000
    candidates: int = 5
    most_pairs_across: int = 1_500_000
    least_likeness: float = 0.22
    least_across: float = 0.13


@dataclass(frozen=True, slots=True)
class Woven:
    """What was done for one document.

    Attributes:
        rendition_id: the document.
        stage: looked at, or compared.
        evidence: rows of evidence that were written.
        linked: renditions that turned out to belong to the same work.
        compared: how many documents it was aligned with.
        problem: why it could not be done; it will be begun again, up to a limit.
    """

    rendition_id: int
    stage: Stage
    evidence: int
    linked: tuple[int, ...]
    compared: int
    problem: str | None
