"""The pages: the form, its answer, the list of sources, and a source with its passages.

They work without JavaScript. The quote travels in the body of a POST and nowhere else; a form that
cannot be answered comes back with everything that was filled in and the error beside its field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from flask import Blueprint, Flask, Response, g, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from corpus.errors import InvalidInput, NotFound
from corpus.models import Passage, PassageKind
from verifier import phrases, presentation
from verifier.api import cursor, read_cursor
from verifier.checks import Kept
from verifier.clock import utc_now
from verifier.config import Settings
from verifier.keeping import keep_report, read_report
from verifier.ledger import Ledger
from verifier.observing import tell
from verifier.picture import gap_lines, tables
from verifier.problems import Problem, problem_of
from verifier.report import Report
from verifier.revive import revive
from verifier.schemas import load_question
from verifier.service import Service
from verifier.source_view import listed, source_translation
from verifier.source_view import meaning as source_meaning
from verifier.structured import quotation

FIELDS = ("quote", "speaker", "date", "language")
_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage, or what lies between two, as the source page shows it.

    Attributes:
        text: the stored text.
        passage: None for what lies between passages.
        speaker: the name to print; empty when it is the same as in the stretch before.
    """

    text: str
    passage: Passage | None
    speaker: str


def stretches(text: str, passages: list[Passage]) -> Iterator[Stretch]:
    """A rendition's text as a page shows it, nothing left out but white space between passages.

    Args:
        text: the stored text.
        passages: its passages, in order.
    """
    at, turn = 0, -1
    for passage in passages:
        between = text[at : passage.start].strip()
        if between:
            yield Stretch(between, None, "")
        name = passage.speaker.name if passage.speaker else ""
        yield Stretch(passage.text, passage, name if between or passage.turn != turn else "")
        at, turn = passage.end, passage.turn
    if rest := text[at:].strip():
        yield Stretch(rest, None, "")


def field_errors(problem: Problem) -> dict[str, str]:
    """Which field of the form a problem belongs to; the quote's where it names none."""
    named = {p.lstrip("/"): d for p, _, d in problem.errors if p.lstrip("/") in FIELDS}
    return named or {"quote": f"{problem.title}. {problem.detail}"}


def pages(service: Service, settings: Settings, ledger: Ledger) -> Blueprint:
    """The pages over one service.

    Args:
        service: answers; shared between threads.
        settings: limits.
        ledger: where checks are kept.
    """
    blueprint = Blueprint("web", __name__)
    store = service.home.store

    @blueprint.get("/")
    def form() -> str:
        return _form(settings, {}, {}, service)

    @blueprint.post("/check")
    def check() -> ResponseReturnValue:
        given = {name: request.form.get(name, "") for name in FIELDS}
        try:
            asked = load_question({k: v for k, v in given.items() if k == "quote" or v.strip()})
            report = tell(service.verify(replace(asked, limit=settings.max_quote)))
        except InvalidInput as error:
            problem = problem_of(error, settings.max_quote_batch)
            return _form(settings, given, field_errors(problem), service), problem.status
        if request.form.get("keep"):
            kept = keep_report(ledger, settings, g.caller, report, now=utc_now())
            return redirect(kept.links.html or "/", 303)
        return _answer(report, given, settings), 200

    @blueprint.get("/checks/<string:check_id>")
    def kept(check_id: str) -> str:
        found, body = read_report(ledger, service.home, g.caller, check_id, now=utc_now())
        report = revive(body)
        claim = report.claim
        given = {
            "quote": claim.text,
            "speaker": claim.speaker or "",
            "date": claim.date or "",
            "language": claim.language.tag if claim.language.basis == "declared" else "",
        }
        return _answer(report, given, settings, found)

    @blueprint.get("/check")
    def check_again() -> str:
        return _form(settings, {}, {}, service)

    @blueprint.get("/sources")
    def sources() -> str:
        after = read_cursor(request.args.get("cursor"))
        found = store.sources(after=after, limit=_PER_PAGE + 1)
        following = cursor(found[_PER_PAGE - 1].id) if len(found) > _PER_PAGE else None
        return render_template(
            "sources.html",
            sources=[listed(each, service.standings) for each in found[:_PER_PAGE]],
            following=following,
            first=after is None,
            summary=store.summary(),
        )

    @blueprint.get("/sources/<string:source_id>")
    def source(source_id: str) -> str:
        versions = store.versions(source_id)
        wanted = request.args.get("version", str(versions[-1].source.version))
        shown = next((v for v in versions if str(v.source.version) == wanted), None)
        if shown is None:
            raise NotFound("version")
        passages = store.rendition_passages(shown.rendition_id)
        text = store.rendition_text(shown.rendition_id)
        standing = service.standings.of_source(source_id)
        return render_template(
            "source.html",
            source=shown.source,
            versions=versions[::-1],
            newest=versions[-1].source.version,
            translation=source_translation(store, standing),
            meaning=source_meaning(shown.source, standing),
            stretches=stretches(text, passages),
            passages=len(passages),
            kinds=PassageKind,
        )

    @blueprint.get("/corpus/overview")
    def overview() -> str:
        found = store.overview()
        return render_template(
            "overview.html", overview=found, tables=tables(found), gaps=gap_lines(found)
        )

    return blueprint


def _form(
    settings: Settings, given: Mapping[str, str], errors: Mapping[str, str], service: Service
) -> str:
    return render_template(
        "form.html",
        given=given,
        errors=errors,
        limit=settings.max_quote,
        keep_days=settings.keep_days,
        summary=service.home.store.summary(),
    )


def _answer(
    report: Report, given: Mapping[str, str], settings: Settings, kept: Kept | None = None
) -> str:
    match = report.match
    claim, found = report.claim, report.source
    return render_template(
        "kept.html" if kept else "result.html",
        kept=kept,
        quotation=quotation(report) if kept else None,
        report=report,
        family=phrases.family(report.verdict.code),
        action=phrases.ACTIONS[report.verdict.action],
        notice=presentation.notice(report),
        original_label=presentation.original_label(report),
        other_renditions=presentation.other_renditions(report),
        version=presentation.version(report),
        changes=presentation.changes(match),
        claim_runs=presentation.claim_runs(report),
        source_runs=presentation.source_runs(match) if match else [],
        inline_runs=presentation.inline_runs(claim.text, match) if match else [],
        pieces=match.pieces if match and len(match.pieces) > 1 else (),
        contexts=phrases.CONTEXTS,
        attribution=phrases.ATTRIBUTIONS.get(report.verdict.attribution.status, ""),
        date_status=phrases.DATES.get(report.verdict.date.status, ""),
        source_language=found.language if found else "und",
        given=given,
        errors={},
        limit=settings.max_quote,
        keep_days=settings.keep_days,
    )


def problem_page(problem: Problem) -> Response:
    """A problem for people: what happened, what to do, and the way back."""
    page = make_response(render_template("problem.html", problem=problem), problem.status)
    page.headers.extend(dict(problem.headers))
    return page


def wants_page() -> bool:
    """Whether the caller is a browser on a page: it asks for HTML by name, outside the API."""
    if request.path.startswith("/api/v"):
        return False
    return "text/html" in [kind for kind, _ in request.accept_mimetypes]


def install(app: Flask, service: Service, settings: Settings, ledger: Ledger) -> None:
    """Put the pages and what their templates use into an app."""
    app.register_blueprint(pages(service, settings, ledger))
    app.jinja_env.filters |= {
        "visible": presentation.visible,
        "told": presentation.told,
        "snug": presentation.snug,
        "direction": phrases.direction,
        "language_name": phrases.language_name,
        "status_words": phrases.STATUSES.get,
        "date_words": presentation.date_words,
        "address": presentation.web_address,
    }
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
