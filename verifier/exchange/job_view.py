"""A job as its owner sees it: how far it is, how long it will take, where its answers are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from verifier.remembering.job_models import Progress
from verifier.remembering.jobs import Job, State
from verifier.report import VerdictCode
from verifier.showing.phrases import FAMILIES, Family, family


@dataclass(frozen=True, slots=True)
class JobCounts:
    """Rows of a job. These add up to ``done``: ``checked``, ``duplicates`` and ``unreadable``;
    ``without_points``, ``to_look_at`` and ``failed``; ``failed`` and all of ``verdicts``.

    Attributes:
        rows: in the file.
        done: with an answer.
        checked: questions that were put to the service, each once.
        duplicates: rows that ask what an earlier row asked, and share its answer.
        unreadable: rows that are no question.
        without_points: nothing to look at.
        to_look_at: a report with something to look at.
        failed: a problem instead of a report, unreadable rows included.
        verdicts: rows with a report, by the code of its verdict; codes without a row are left out.
    """

    rows: int
    done: int
    checked: int
    duplicates: int
    unreadable: int
    without_points: int
    to_look_at: int
    failed: int
    verdicts: dict[str, int]


@dataclass(frozen=True, slots=True)
class JobLinks:
    """Addresses of a job.

    Attributes:
        self: of the job.
        results: of its answers, while it runs and after.
        html: of its page.
    """

    self: str
    results: str
    html: str | None


@dataclass(frozen=True, slots=True)
class JobView:
    """A job as it is told.

    Attributes:
        id: unguessable.
        state: see `verifier.remembering.jobs.State`.
        kind: of the file: ``csv``, ``xlsx`` or ``jsonl``.
        created_at: UTC time, ISO 8601 with ``Z``.
        started_at: None before work began.
        ended_at: None before it ended.
        expires_at: when job and answers are gone.
        counts: rows so far.
        share_done: 0 to 1.
        rows_per_second: so far, over the time that was worked; None before the first row.
        seconds_left: at the pace measured so far; None while nothing is measured or it waits, 0
            when it has ended.
        waiting_behind: jobs that are not ended and came before this one.
        corpus_version: when its first row was answered; each row has its own. None before that.
        notes: what was assumed about the file, in sentences.
        reason: type of the problem that it failed with, else None.
        links: addresses.
    """

    id: str
    state: State
    kind: str
    created_at: str
    started_at: str | None
    ended_at: str | None
    expires_at: str
    counts: JobCounts
    share_done: float
    rows_per_second: float | None
    seconds_left: int | None
    waiting_behind: int
    corpus_version: int | None
    notes: tuple[str, ...]
    reason: str | None
    links: JobLinks


def view(
    job: Job, progress: Progress, notes: tuple[str, ...], ahead: int, links: JobLinks
) -> JobView:
    """A job with what its own file says.

    Args:
        job: as the queue knows it.
        progress: as its file has it.
        notes: about the file that was given.
        ahead: jobs before it.
        links: addresses.
    """
    left: int | None = 0
    if not job.state.ended:
        pace = progress.seconds_left if job.state is State.RUNNING else None
        left = None if pace is None else ceil(pace)
    return JobView(
        id=job.id,
        state=job.state,
        kind=job.kind,
        created_at=job.created,
        started_at=job.started,
        ended_at=job.ended,
        expires_at=job.expires,
        counts=_counts(progress),
        share_done=round(progress.done / progress.total, 4) if progress.total else 1.0,
        rows_per_second=None if progress.pace is None else round(progress.pace, 1),
        seconds_left=left,
        waiting_behind=ahead,
        corpus_version=progress.first_version,
        notes=notes,
        reason=job.reason,
        links=links,
    )


def _counts(progress: Progress) -> JobCounts:
    looked = progress.done - progress.fine - progress.failed
    return JobCounts(
        rows=progress.total,
        done=progress.done,
        checked=progress.checked,
        duplicates=progress.duplicates,
        unreadable=progress.done - progress.checked - progress.duplicates,
        without_points=progress.fine,
        to_look_at=looked,
        failed=progress.failed,
        verdicts={
            code.value: rows for code in VerdictCode if (rows := progress.verdicts.get(code.value))
        },
    )


def family_counts(verdicts: Mapping[str, int]) -> list[tuple[Family, str, int]]:
    """Rows by families of verdicts, in the order of what is closest to the source.

    Args:
        verdicts: rows by code.

    Returns:
        Every family with its codes, parted by blanks, and its rows; those without a row too, so
        that a page that shows them as they grow does not jump.
    """
    found = []
    for each in FAMILIES:
        codes = [code.value for code in VerdictCode if family(code) is each]
        found.append((each, " ".join(codes), sum(verdicts.get(code, 0) for code in codes)))
    return found


def pace_words(rows_per_second: float | None) -> str:
    """How fast a job is; empty where nobody knows."""
    if rows_per_second is None:
        return ""
    shown = f"{rows_per_second:,.0f}" if rows_per_second >= 10 else f"{rows_per_second:.1f}"
    return f"{shown} a second"


def time_words(seconds: int | None) -> str:
    """How long something will take, in the words of a guess; empty where nobody knows.

    Args:
        seconds: 0 or more; None for not known.
    """
    if seconds is None:
        return ""
    if seconds < 60:
        return "less than a minute"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"about {minutes} minute{'s' if minutes != 1 else ''}"
    hours = round(minutes / 60)
    return f"about {hours} hour{'s' if hours != 1 else ''}"
