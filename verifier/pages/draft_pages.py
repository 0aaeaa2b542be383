"""The pages for a whole draft: the form, and the draft with a mark at every quotation.

They work without JavaScript. The draft travels in the body of a POST and nowhere else; it is not
kept, not logged, and an upload is read in memory.
"""

from __future__ import annotations

from flask import Blueprint, Flask, render_template, request
from flask.typing import ResponseReturnValue

from corpus.errors import InvalidInput, QuoteVerifierError
from corpus.text.languages import detect_language
from verifier.config import Settings
from verifier.drafts.files import FORMATS, draft_text
from verifier.exchange.asking import load_draft
from verifier.exchange.draft_answer import fitting
from verifier.remembering.refusals import TooLarge
from verifier.service import Service
from verifier.serving.observing import tell
from verifier.serving.problems import problem_of
from verifier.showing import draft_view, phrases, presentation


def draft_pages(service: Service, settings: Settings) -> Blueprint:
    """The pages over one service.

    Args:
        service: answers; shared between threads.
        settings: how long a draft and how large a file may be.
    """
    blueprint = Blueprint("draft", __name__)

    def form(text: str = "", language: str = "", errors: dict[str, str] | None = None) -> str:
        return render_template(
            "draft_form.html",
            given={"text": text, "language": language},
            errors=errors or {},
            limit=settings.max_draft,
            endings=",".join(f".{each}" for each in FORMATS),
            summary=service.home.store.summary(),
        )

    @blueprint.get("/draft")
    def empty() -> str:
        return form()

    @blueprint.post("/draft")
    def check() -> ResponseReturnValue:
        text, language = request.form.get("text", ""), request.form.get("language", "").strip()
        upload = request.files.get("file")
        field = "text"
        try:
            if upload is not None and upload.filename:
                field = "file"
                read = draft_text(upload.filename, upload.stream, most=settings.max_upload)
            else:
                read = load_draft({"text": text})["text"]
            fitting(read, settings.max_draft)
            field = "language"
            load_draft({"text": read, "language": language})
        except (InvalidInput, TooLarge) as error:
            problem = problem_of(error)
            details = " ".join(detail for _, _, detail in problem.errors) or problem.detail
            return form(text, language, {field: details}), problem.status
        return _answer(service, settings, read, language), 200

    return blueprint


def _answer(service: Service, settings: Settings, text: str, language: str) -> str:
    def told(error: QuoteVerifierError) -> tuple[str, str]:
        problem = problem_of(error, settings.max_quote_batch)
        return problem.title, problem.detail

    checks = service.verify_draft(text, language or None)
    shown = draft_view.items(text, checks, told)
    reports = [tell(check.report) for check in checks if check.report is not None]
    return render_template(
        "draft.html",
        items=[shown[index] for index in draft_view.by_need(checks)],
        runs=draft_view.runs(text, checks, shown),
        asides=[
            (draft_view.KINDS[c.quotation.kind], text[c.quotation.start : c.quotation.end])
            for c in checks
            if not c.quotation.is_checked
        ],
        to_look_at=sum(item.needs_look for item in shown.values()),
        language=language or detect_language(text),
        scope=service.scope(sum(each.scope.candidates_examined for each in reports)),
        limit=settings.max_quote,
        contexts=phrases.CONTEXTS,
        claim_runs=presentation.claim_runs,
        source_runs=presentation.source_runs,
        source_line=presentation.source_line,
    )


def install(app: Flask, service: Service, settings: Settings) -> None:
    """Put the pages for drafts into an app."""
    app.register_blueprint(draft_pages(service, settings))
