"""The JSON door for whole drafts: ``POST /drafts``. Nothing of a draft is kept or logged."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from verifier.api.openapi import EXAMPLES
from verifier.config import Settings
from verifier.exchange import asking
from verifier.exchange.draft_answer import DraftAnswerSchema, draft_answer, fitting
from verifier.service import Service
from verifier.serving.observing import tell

_LEAD, _SPEAKER = "At the opening, ", EXAMPLES["question"]["speaker"]
_QUOTE = EXAMPLES["question"]["quote"]
_AT = len(f"{_LEAD}{_SPEAKER} said: “")
_TO = _AT + len(_QUOTE)
DRAFT_EXAMPLE = {"text": f"{_LEAD}{_SPEAKER} said: “{_QUOTE}”", "language": "en"}
ANSWER_EXAMPLE = {
    "quotations": [
        {
            "start": _AT,
            "end": _TO,
            "pieces": [[_AT, _TO]],
            "kind": "quotation",
            "speaker": _SPEAKER,
            "attribution": f"{_SPEAKER} said:",
            "balanced": True,
            "report": EXAMPLES["report"],
            "problem": None,
        }
    ],
    "sorted_by_need": [0],
    "counts": {"found": 1, "checked": 1, "to_look_at": 1, "without_answer": 0},
    "scope": EXAMPLES["report"]["scope"],
}


def add_drafts(blueprint: Blueprint, service: Service, settings: Settings) -> None:
    """Put the route for drafts into the blueprint of the API.

    Args:
        blueprint: without this route.
        service: answers; shared between threads.
        settings: how long a draft may be.
    """

    @blueprint.post("/drafts")
    @blueprint.arguments(asking.DraftSchema, example=DRAFT_EXAMPLE)
    @blueprint.response(200, DraftAnswerSchema, example=ANSWER_EXAMPLE)
    def check_draft(draft: dict[str, Any]) -> dict[str, Any]:
        """Check every quotation of a draft

        Quotations are found with their speakers, in the order of the text; each has a report, or
        the problem that kept it from having one. Titles and scare quotes are listed and not
        checked. Nothing is kept.
        """
        text = fitting(draft["text"], settings.max_draft)
        checks = service.verify_draft(text, draft["language"] or None)
        for check in checks:
            if check.report is not None:
                tell(check.report)
        return draft_answer(checks, service.scope, settings.max_quote_batch)
