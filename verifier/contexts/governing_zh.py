"""Which clause governs a match, and what it does to it, in Chinese.

Problem: as in `verifier.contexts.governing`, without spaces, complementisers or endings: a negation
counts when it belongs to the verb of saying or thinking right before the match, or stands right
before it.

Method: cut at the marks. What stands between the last mark and the match governs when it ends in a
verb of saying or thinking, in a negation or in a hedge; before a comma only a clause of condition
or words that introduce somebody else's speech do. White space is left out first: lines are wrapped.

Rejected: a word segmenter for this step (closed lists matched longest first suffice at known
places; 不过, 非常, 未来 are on the list of words that deny nothing).
"""

from __future__ import annotations

import re

from verifier.contexts.clauses import Clause, Lexicon, Place, cut
from verifier.contexts.governing import Frame
from verifier.models import Context

_NEGATION, _CONDITION = Context.HEAD_HAS_NEGATION, Context.HEAD_HAS_CONDITION
_REPORT = Context.HEAD_REPORTS_OTHERS
_BREAK = ("\uff0c", ",")
_COLON = ("\uff1a", ":")
_ACCORDING = re.compile(
    r"(?:据|按照|根据).{1,20}(?:称|报道|说|说法|透露|介绍|回忆|讲述|转述|所说|所述)$"
)


def governing_zh(head: str, lists: Lexicon) -> list[Frame]:
    """What the words before a match do to it.

    Args:
        head: the sentence from its first character to the match.
        lists: the Chinese ones.

    Returns:
        Frames with offsets into ``head``, at most one a code; empty when nothing governs.
    """
    kept = [i for i, c in enumerate(head) if not c.isspace()]
    compact = "".join(head[i] for i in kept)
    if not re.search(r"\w", compact):
        return []
    subject = lists.find("bare_subjects", compact, Place.END)
    told = lists.find("governors", compact, Place.END)
    if subject and not told and re.search(r"\w", compact[: subject.start()]):
        # only the subject is cut off: what governs stands before it
        compact = compact[: subject.start()]
    clauses = cut(compact)
    last = clauses[-1]
    words = compact[last.start : last.end].strip("\"'\u201c\u300c")
    if words and (len(clauses) == 1 or _without_lead_in(words, lists)):
        frames = _adjoining(compact, last, lists)
    else:
        frames = _after_border(compact, clauses[:-1], lists)
    return [Frame(f.code, kept[f.start], kept[f.end - 1] + 1) for f in frames if f.end > f.start]


def _adjoining(compact: str, last: Clause, lists: Lexicon) -> list[Frame]:
    text = compact[last.start : last.end]
    clean = lists.blank("not_a_negation", text)
    codes: list[Context] = []
    verb = lists.find("governors", clean, Place.END)
    if _denies(clean, verb, lists):
        codes.append(_NEGATION)
    plain = _without_lead_in(clean, lists)
    if (
        _opens_condition(plain, lists)
        or lists.find("hedges", clean, Place.END)
        or lists.find("bare_conditions", clean, Place.WHOLE)
        or lists.find("measures", clean, Place.END)
        or lists.find("limiters", plain, Place.WHOLE)
        or lists.find("whether", clean, Place.END)
    ):
        codes.append(_CONDITION)
    hearsay = lists.find("hearsay", clean, Place.END)
    if verb and not hearsay:
        hearsay = lists.find("hearsay", clean, Place.START)
    if hearsay or (verb and _speaks_for_others(clean[: verb.start()], verb.group(), lists)):
        codes.append(_REPORT)
    return [Frame(code, last.start, last.end) for code in codes]


def _denies(clean: str, verb: re.Match[str] | None, lists: Lexicon) -> bool:
    negation = lists.find_last("negations", clean)
    denial = lists.find("negative_governors", clean, Place.END)
    if denial:
        return negation is None or negation.end() > denial.start()
    if negation is None:
        return False
    if lists.find("affirmed_by_negation", clean[negation.end() :]):
        return False
    if negation.end() == len(clean):
        return True
    # the negation belongs to the verb when nothing but the verb phrase stands between
    return verb is not None and verb.start() - negation.end() <= 5


def _speaks_for_others(subject: str, verb: str, lists: Lexicon) -> bool:
    if lists.find("own_phrases", subject + verb, Place.END):
        return False
    if verb in ("证据", "迹象", "意味着", "知道", "指", "想"):
        return False
    plain = _without_lead_in(subject, lists, keep_people=True)
    if not plain or lists.find("negations", plain):
        return False
    if any(_is_own(plain, p, lists) for p in lists.words["first_person"]):
        return False
    if lists.find("other_subjects", plain, Place.FIRST):
        return True
    return not lists.find("impersonal", plain, Place.FIRST)


def _is_own(subject: str, person: str, lists: Lexicon) -> bool:
    """Whether a subject is the speaker, and not somebody of his ("my father")."""
    rest = subject[len(person) :].removeprefix("的")
    return subject.startswith(person) and not lists.find("own_people", rest, Place.FIRST)


def _opens_condition(text: str, lists: Lexicon) -> bool:
    return bool(lists.find("conditions", lists.blank("not_a_condition", text), Place.START))


def _without_lead_in(text: str, lists: Lexicon, *, keep_people: bool = False) -> str:
    """The clause without conjunctions (and pronouns) at its start."""
    people = {*lists.words["first_person"], "你", "您", "他", "她", "他们", "你们"}
    leads = sorted(lists.words["lead_ins"], key=len, reverse=True)
    while lead := next(
        (w for w in leads if text.startswith(w) and not (keep_people and w in people)), None
    ):
        if lists.find("conditions", text, Place.START):
            return text
        text = text[len(lead) :]
    return text


def _after_border(compact: str, clauses: list[Clause], lists: Lexicon) -> list[Frame]:
    before = [c for c in clauses if c.end > c.start]
    if not before:
        return []
    last = before[-1]
    text = compact[last.start : last.end]
    clean = lists.blank("not_a_negation", text)
    verb = lists.find("governors", clean, Place.END)
    if last.border in _COLON:
        if verb and _denies(clean, verb, lists):
            return [Frame(_NEGATION, last.start, last.end)]
        if lists.find("hearsay", clean, Place.END) or (
            verb and _speaks_for_others(clean[: verb.start()], verb.group(), lists)
        ):
            return [Frame(_REPORT, last.start, last.end)]
        return []
    if last.border not in _BREAK:
        return []
    if lists.find("plain_openers", text, Place.FIRST):
        return []
    if verb and _denies(clean, verb, lists):
        return [Frame(_NEGATION, last.start, last.end)]
    if _introduces(clean, verb, lists):
        return [Frame(_REPORT, last.start, last.end)]
    for clause in reversed(before):
        if clause.border not in _BREAK:
            return []
        text = compact[clause.start : clause.end]
        plain = _without_lead_in(text, lists)
        if _opens_condition(plain, lists) or lists.find("hedges", plain, Place.WHOLE):
            return [Frame(_CONDITION, clause.start, clause.end)]
        if not lists.find("continuations", text, Place.START):
            return []
    return []


def _introduces(clean: str, verb: re.Match[str] | None, lists: Lexicon) -> bool:
    """Whether a clause before a comma hands over to somebody else."""
    if lists.find("hearsay", clean, Place.END) or lists.find("hearsay", clean, Place.WHOLE):
        return True
    if _ACCORDING.match(clean):
        return True
    if re.match(r"在(?!我).{1,10}看来$", clean):
        return True
    return bool(verb and _speaks_for_others(clean[: verb.start()], verb.group(), lists))
