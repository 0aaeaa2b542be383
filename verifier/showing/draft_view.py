"""How a checked draft reads to people: what needs a look first, and the draft with its marks.

Problem: a desk has minutes for a draft of fifty quotations. The ones that must be looked at have to
come first, and each has to be found again in the draft.

Method: an order over the actions of the reports, within one action places with other words before
words without a place, and the order of the draft last, so that it never depends on anything but the
answers. The draft is cut into runs that joined are the draft again.

Rejected: ordering by similarity (one changed negation matters more than ten changed articles).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.errors import QuoteVerifierError
from verifier.drafts.article import DraftCheck
from verifier.drafts.models import DraftKind, DraftQuotation
from verifier.report import Action, Report
from verifier.showing import advice, phrases, presentation

KINDS = {
    DraftKind.QUOTATION: "quotation",
    DraftKind.BLOCK_QUOTE: "quotation set apart",
    DraftKind.TITLE: "title or name",
    DraftKind.SCARE_QUOTE: "words in marks, nobody's quote",
}
_NO_ANSWER = phrases.Family("open", "!", "Not answered")
_ACTIONS = (Action.STOP, None, Action.REVIEW, Action.OK)
_FAMILIES = ("differs", "cut", "near", "none", "open", "same")


@dataclass(frozen=True, slots=True)
class DraftItem:
    """A checked quotation of a draft as lists show it.

    Attributes:
        number: from 1, in the order of the draft, among those that are checked.
        quotation: where it stands.
        words: the draft's words, interruption included.
        family: colour, sign and word of what is gravest about it.
        gravest: the same in words, where that is not how the wording compares; else empty.
        said_first: what belongs to it, in sentences.
        headline: of the report, or of the problem.
        sentence: what goes with it.
        action: in words.
        needs_look: whether somebody has to look at it.
        notice: what must be said of a translation; empty otherwise.
        original_label: what the original wording is the original of.
        report: None when there was no answer.
    """

    number: int
    quotation: DraftQuotation
    words: str
    family: phrases.Family
    gravest: str
    said_first: tuple[str, ...]
    headline: str
    sentence: str
    action: str
    needs_look: bool
    notice: tuple[str, ...]
    original_label: str
    report: Report | None


@dataclass(frozen=True, slots=True)
class DraftRun:
    """A stretch of a draft.

    Attributes:
        text: as it stands.
        item: the checked quotation that it belongs to, if it does.
        aside: number of the title or scare quote that it is, from 1; 0 for none.
        opens: whether it is the first stretch of its quotation.
        closes: whether it is the last one.
    """

    text: str
    item: DraftItem | None = None
    aside: int = 0
    opens: bool = False
    closes: bool = False


def needs_look(check: DraftCheck) -> bool:
    """Whether somebody has to look at a quotation; never at what is not checked."""
    if check.error is not None:
        return True
    return check.report is not None and check.report.verdict.action is not Action.OK


def by_need(checks: Sequence[DraftCheck]) -> tuple[int, ...]:
    """The order in which a desk looks at a draft.

    Args:
        checks: of one draft, in its order.

    Returns:
        Indexes of all quotations that were to be checked: those to stop at, those without an
        answer, those to review, those without points; ties in the order of the draft. Titles and
        scare quotes are left out.
    """
    asked = [i for i, check in enumerate(checks) if check.quotation.is_checked]
    return tuple(sorted(asked, key=lambda i: (*_need(checks[i]), i)))


def _need(check: DraftCheck) -> tuple[int, int]:
    if check.report is None:
        return _ACTIONS.index(None), 0
    family = advice.top_family(check.report)
    return _ACTIONS.index(check.report.verdict.action), _FAMILIES.index(family.name)


def items(
    text: str,
    checks: Sequence[DraftCheck],
    told: Callable[[QuoteVerifierError], tuple[str, str]],
) -> dict[int, DraftItem]:
    """What is shown of each checked quotation.

    Args:
        text: the draft.
        checks: of it, in its order.
        told: title and detail of an error.

    Returns:
        Items by the index of their check.
    """
    found: dict[int, DraftItem] = {}
    for index, check in enumerate(checks):
        if check.quotation.is_checked:
            found[index] = _item(text, len(found) + 1, check, told)
    return found


def _item(
    text: str,
    number: int,
    check: DraftCheck,
    told: Callable[[QuoteVerifierError], tuple[str, str]],
) -> DraftItem:
    report = check.report
    if report is None:
        headline, sentence = told(check.error or QuoteVerifierError())
        family, action = _NO_ANSWER, phrases.ACTIONS[Action.REVIEW]
    else:
        headline, sentence = report.verdict.headline, report.verdict.sentence
        family, action = advice.top_family(report), advice.action_words(report)
    own = report is None or family.word == phrases.family(report.verdict.code).word
    quotation = check.quotation
    return DraftItem(
        number=number,
        quotation=quotation,
        words=text[quotation.start : quotation.end],
        family=family,
        gravest="" if own else family.word,
        said_first=tuple(advice.top_lines(report, "")) if report else (),
        headline=headline,
        sentence=sentence,
        action=action,
        needs_look=needs_look(check),
        notice=tuple(presentation.notice(report)) if report else (),
        original_label=presentation.original_label(report) if report else "",
        report=report,
    )


def runs(
    text: str, checks: Sequence[DraftCheck], shown: dict[int, DraftItem]
) -> Iterator[DraftRun]:
    """The draft cut at its quotations; joined, the texts are the draft.

    Args:
        text: the draft.
        checks: of it, in its order.
        shown: as `items` gives it.
    """
    at = aside = 0
    for index, check in enumerate(checks):
        item = shown.get(index)
        aside += item is None
        pieces = check.quotation.pieces
        for nth, (start, end) in enumerate(pieces):
            if text[at:start]:
                yield DraftRun(text[at:start])
            number = 0 if item else aside
            opens, closes = nth == 0, nth == len(pieces) - 1
            yield DraftRun(text[start:end], item, number, opens, closes)
            at = end
    if text[at:]:
        yield DraftRun(text[at:])
