"""The pages of one quote: the form, its answer, and a kept answer at its own address.

They work without JavaScript. The quote travels in the body of a POST and nowhere else; a form that
cannot be answered comes back with everything that was filled in and the error beside its field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from flask import Blueprint, Flask, Response, g, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from corpus.errors import InvalidInput, NotFound
from corpus.home import Home
from verifier.api.keeping import keep_report, read_report
from verifier.clock import utc_now
from verifier.config import Settings
from verifier.exchange.revive import revive
from verifier.exchange.schemas import load_question
from verifier.pages import corpus_pages
from verifier.pages.answer_page import answer_page, given_in
from verifier.remembering.ledger import Ledger
from verifier.report import Report
from verifier.service import Service
from verifier.serving.observing import tell
from verifier.serving.problems import Problem, problem_of
from verifier.showing import phrases, plain_text, presentation

FIELDS = ("quote", "speaker", "date", "language")


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
        again = request.form.get("earlier", "")
        earlier = _earlier(ledger, service.home, again) if again else None
        return answer_page(store, settings, report, given, earlier=earlier), 200

    @blueprint.get("/checks/<string:check_id>")
    def kept(check_id: str) -> str:
        found, body = read_report(ledger, service.home, g.caller, check_id, now=utc_now())
        report = revive(body)
        return answer_page(store, settings, report, given_in(report), kept=found)

    @blueprint.get("/check")
    def check_again() -> str:
        return _form(settings, {}, {}, service)

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


def _earlier(ledger: Ledger, home: Home, check_id: str) -> Report | None:
    """The kept answer that is asked for again; None when there is none of the caller's."""
    try:
        return revive(read_report(ledger, home, g.caller, check_id, now=utc_now())[1])
    except NotFound:
        return None


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


def visible(text: object) -> Markup:
    """Text from outside for a page: escaped, and what cannot be shown as it is named and set apart.

    Args:
        text: any text; None is shown as nothing.
    """
    parts = []
    for sign in plain_text.signs("" if text is None else str(text)):
        if sign.named:
            parts.append(Markup('<span class="control">{}</span>').format(sign.text))
        elif sign.stacked:
            parts.append(Markup('<span class="stacked">{}</span>').format(sign.text))
        elif sign.mixed:
            parts.append(Markup('<span class="odd">{}</span>').format(sign.text))
        else:
            parts.append(Markup.escape(sign.text))
    return Markup("").join(parts)


def isolated(text: str, names: Iterable[str | None]) -> Markup:
    """A line with names and titles in it, each kept from turning what stands beside it.

    An Arabic title before a date makes the date read backwards; set apart, both stay as they are.

    Args:
        text: the line.
        names: what in it to set apart; those that are not in it, and None, are passed over.
    """
    known = sorted({re.escape(name) for name in names if name}, key=len, reverse=True)
    if not known:
        return visible(text)
    parts = re.split(f"({'|'.join(known)})", text)
    framed = Markup("<bdi>{}</bdi>")
    return Markup("").join(
        framed.format(visible(part)) if at % 2 else visible(part) for at, part in enumerate(parts)
    )


def install(app: Flask, service: Service, settings: Settings, ledger: Ledger) -> None:
    """Put the pages and what their templates use into an app."""
    app.register_blueprint(pages(service, settings, ledger))
    corpus_pages.install(app, service)
    app.jinja_env.filters |= {
        "visible": visible,
        "isolated": isolated,
        "snug": presentation.snug,
        "direction": phrases.direction,
        "language_name": phrases.language_name,
        "status_words": phrases.STATUSES.get,
        "date_words": presentation.date_words,
        "address": presentation.web_address,
        "foreign_letters": plain_text.foreign_letters,
    }
    app.jinja_env.globals["pages"] = app.view_functions
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
