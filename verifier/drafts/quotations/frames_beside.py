"""Frames that give a few words in marks to somebody without a verb that governs them.

Method: "in her words"; a document that reads; the possessor of a noun for words behind the marks
("Cole's ... remark"); a German clause that ends in its verb, or turns its order round; who finds or
rules at the end of a headline; whoever stands before a headline's colon.

Rejected: a name anywhere in the sentence (half of the names are those that are spoken of).
"""

from __future__ import annotations

import re

from verifier.drafts.clauses.papers_de import is_paper
from verifier.drafts.clauses.subjects import first_named, subject_before
from verifier.drafts.clauses.verbless import Clause, named_last
from verifier.drafts.models import Span
from verifier.drafts.names.parts import Subject, SubjectKind, Word, words_of
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.quotations.fragments import moved, opening, speaks
from verifier.drafts.words import DraftWords

_OWNER = re.compile(r"((?:[^\W\d_]|[-'\u2019. ])+?)(?:['\u2019]s|s['\u2019])$")
_READS = re.compile(
    r"\b(?:reading|reads?|says|said|saying|proclaim(?:s|ed|ing)|declar(?:es|ed|ing)|warn(?:s|ed|ing)"
    r"|bear(?:s|ing)|bore|promis(?:es|ed|ing)|urg(?:es|ed|ing)|ask(?:s|ed|ing)|demand(?:s|ed|ing)"
    r"|announc(?:es|ed|ing)|invit(?:es|ed|ing)|advertis(?:es|ed|ing)|offer(?:s|ed|ing)"
    r"|carr(?:ies|ied|ying)|spell(?:s|ed|ing)(?: out)?|display(?:s|ed|ing)|implor(?:es|ed|ing)"
    r"|advis(?:es|ed|ing)|inform(?:s|ed|ing)|instruct(?:s|ed|ing)|tell(?:s|ing)|told)"
    r"(?: \w+)?(?: the (?:words|message|legend|inscription))?[,:]?$"
)
_DOCUMENT = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir) (?:[\w-]+ ){0,3}?([\w-]+)\b"
)
_STANDS = re.compile(r"\b(?:steht|stand|standen|prangte?|zu lesen|liest man)[,:]?$")
_ON_DOCUMENT = re.compile(
    r"\b(?:[Dd]em|[Dd]er|[Ee]inem|[Ee]iner) (?:\w+ ){0,2}?([A-Z\u00c4-\u00dc]\w+)\b"
)
_AS_SAID = re.compile(r", wie (?:es |das )?(?=[^,.]{3,60}\b\w+(?:te|t)(?:[,.]| hat))")
_LATE = re.compile(
    r" (?:(?:zu )?(?:sprechen|reden|bezeichnen|nennen)|nann?te|nennt|bezeichnete?|beschrieb|sprach"
    r"|vorwirft|vorwarf"
    r"|bescheinigte?|attestierte?|unterstellte?|vorh\u00e4lt|vorhielt|nachsagte?"
    r"|spricht|abtat|abtut|verspottete?|kritisierte?|w\u00fcrdigte?|lobte?|pries|schalt|beklagte?"
    r"|forderte?|ank\u00fcndigte?|zur\u00fcckwies|einstufte?|wertete?|sah|sieht|hielt|h\u00e4lt)\b"
)
_BARE_BEHIND = re.compile(
    r", (?:the )?((?:[\w-]+ ){0,2}[\w-]+) "
    r"(?:finds|found|hears|heard|rules|says|said|warns|claims|concludes|shows|reveals)\s*$"
)
"""Who finds, hears or rules at the end of a headline."""
_COLON_LABEL = re.compile(r"(?:^|\n)((?:[\w-]+ ){0,2}[\w-]+)\u00a0?:")
_IN_OWN_WORDS = re.compile(
    r"\b(?:(?:[Ii]n (?P<en>his|her|their)(?: own)? words|[Bb]y (?P<by>his|her|their) own "
    r"(?:description|account|admission|reckoning|estimate|estimation|confession|telling))|"
    r"[Ii]n (?P<de>seinen|ihren)(?: eigenen)? Worten|[Ss]elon ses(?: propres)? (?:mots|termes)|"
    r"[Ee]n sus (?:propias )?palabras),?\s*$"
)
_MEANT_BY = re.compile(r"\bwhat ([^.,;:!?]{2,60}) mean(?:s|t)? by(?: an?| the)?\s*$")
_UTTERS = re.compile(
    r"\b(uses?|used|prefer(?:s|red)|favou?r(?:s|ed)|cho(?:oses?|se)|repeat(?:s|ed)|utter(?:s|ed)"
    r"|invoke[sd]|coin(?:s|ed)|employ(?:s|ed)|introduce[sd]|likes|liked)"
    r" (?:(?:the|an?|his|her|that|this|such) )?(?:[a-z-]+ )?(?:words?|terms?|phrase|expression)\s*$"
)
_PRONOUN = {"his": "he", "her": "she", "their": "they", "seinen": "er", "ihren": "sie"}
_DENIED = ("nowhere", "never", "not", "hardly", "without", "nobody", "none")
_PASSIVE = frozenset("wird werden wurde wurden worden".split())
_GAPPED = re.compile(
    r",? (?:und |aber |während )?(?P<who>(?:(?:der|die|das|ein|eine) )?[^\W\d_a-z][\w -]{2,50}?) "
    r"(?:(?:gar|sogar|dagegen|hingegen|eher|nur) )?(?:von|vom|als|für|über)(?: \w+){0,2} $"
)
_RELATIVES_DE = ("den", "die", "das", "was", "dem", "der", "dass", "weil", "wie")


def possessed(local: str, behind: str, words: DraftWords) -> Clause | None:
    """The possessor of a noun for words behind the marks (English: "Cole's ... remark")."""
    if words.language != "en":
        return None
    noun = re.match(r" (?:[a-z-]+ )?([a-z-]+)", behind)
    nouns = re.findall(r"[a-z-]+", behind[:32]) if noun else []
    if not any(words.has("remarks", word) for word in nouns[:2]):
        return None
    run = words_of(local, 0, len(local))
    owner = _OWNER.search(local)
    if owner is None or not run:
        return None
    subject = named_last(local, run, words)
    return Clause(subject.start, len(local), subject, False) if subject else None


def meant(local: str, words: DraftWords) -> Clause | None:
    """Whoever means something by the words (English: "what the court meant by")."""
    found = _MEANT_BY.search(local) if words.language == "en" else None
    run = words_of(local, *found.span(1)) if found else []
    subject = noun_phrase(local, run, words) if run else None
    if found is None or subject is None or subject.kind is SubjectKind.OWN:
        return None
    return Clause(found.start(), len(local), subject, False)


def uttered(local: str, words: DraftWords) -> Clause | None:
    """Whoever uses or prefers a word (English: "He prefers the term")."""
    found = _UTTERS.search(local) if words.language == "en" else None
    run = words_of(local, 0, found.end()) if found else []
    before = [word for word in run if found and word.end <= found.start(1)]
    verb = next((word for word in run if found and word.start >= found.start(1)), None)
    if verb is None or not before or any(w.text.casefold() in _DENIED for w in before):
        return None
    subject = subject_before(local, before, verb, words)
    if subject is None or subject.kind is SubjectKind.OWN or not speaks(subject, words):
        return None
    return Clause(subject.start, len(local), subject, False)


def in_own_words(local: str, behind: str, words: DraftWords) -> Clause | None:
    """ "In her words," right before the marks or behind them."""
    found = _IN_OWN_WORDS.search(local)
    if found is None:
        later = _IN_OWN_WORDS.search(behind.rstrip(".,"))
        if later is None or later.start() > len(", "):
            return None
        subject = opening(local, words_of(local, 0, len(local)), words)
        return Clause(0, len(local), subject, False) if subject else None
    owner = found.group("en") or found.group("by") or found.group("de")
    if owner is None:
        run = words_of(local, 0, found.start())
        subject = opening(local, run, words)
        return Clause(found.start(), len(local), subject, False) if subject else None
    span = found.span(next(name for name in ("en", "by", "de") if found.group(name)))
    subject = Subject(*span, _PRONOUN[owner], SubjectKind.PRONOUN)
    return Clause(found.start(), len(local), subject, False)


def agent_behind(behind: str, at: int, words: DraftWords) -> Clause | None:
    """Whoever does what a participle behind the marks says ("promised by the chancellor")."""
    behind = " " + behind[1:] if behind[:2] == ", " else behind
    run = words_of(behind, 0, len(behind))[:10]
    if len(run) < 3 or run[1].text not in ("by", "par", "por") or behind[:1] in ".,;:":
        return None
    names = ("verbs", "calling", "framing", "evaluating")
    verb = run[0].text.casefold().rstrip("es") if words.language == "fr" else run[0].text
    spanish = words.language == "es" and run[0].text.endswith(("ado", "ada", "ido", "ida"))
    forms = (verb, run[0].text[:-3] + "\u00f3" if spanish else verb)
    if not any(words.has(name, form) for form in forms for name in names):
        return None
    subject = first_named(behind, run[2:], words)
    if subject is None or subject.kind is SubjectKind.OWN or not speaks(subject, words):
        return None
    return Clause(0, at, moved(subject, at), False)


def agent_before(local: str, behind: str, words: DraftWords) -> Clause | None:
    """The agent before a German participle ("wurde von Vane als ... bezeichnet")."""
    tail = words_of(behind, 0, len(behind))[:1]
    if words.language != "de" or not tail or not words.has("participles", tail[0].text):
        return None
    run = words_of(local, 0, len(local))
    passive = next((n for n, w in enumerate(run) if w.text in _PASSIVE), len(run))
    for at in range(passive + 1, len(run) - 1):
        if run[at].text in ("von", "vom"):
            subject = first_named(local, _phrase(run[at + 1 :], words), words)
            if subject is not None and subject.kind is not SubjectKind.OWN:
                return Clause(run[passive].start, len(local), subject, False)
    return None


def gapped(text: str, start: int, end: int, words: DraftWords) -> Clause | None:
    """Who says the second of two fragments where the verb is left out (German).

    Args:
        text: the draft.
        start: offset behind the first fragment, which a verb gives to somebody.
        end: offset of the mark before the second.
        words: the lists of the language.

    Returns:
        The subject between them ("..., die Opposition von einer"); None without.
    """
    found = _GAPPED.match(text, start, end) if words.language == "de" else None
    if found is None:
        return None
    run = words_of(text, *found.span("who"))
    subject = first_named(text, run, words) if run else None
    whole = subject is not None and subject.end >= run[-1].end
    if subject is None or not whole or subject.kind is SubjectKind.OWN:
        return None
    known = subject.kind is not SubjectKind.ROLE or speaks(subject, words)
    return Clause(subject.start, end, subject, False, framed=True) if known else None


def document(local: str, behind: str, words: DraftWords) -> Clause | None:
    """A sign, a note or a banner that reads, with place and time between."""
    if words.language not in ("en", "de"):
        return None
    talked = words.language == "de" and re.match(" die Rede\\b", behind)
    if talked:
        return talked_of_in(local, words)
    if not (_READS if words.language == "en" else _STANDS).search(local):
        return None
    for found in (_DOCUMENT if words.language == "en" else _ON_DOCUMENT).finditer(local):
        role = found.group(1).casefold()
        if any(words.has(name, role) for name in ("papers", "inscriptions", "written")):
            label = " ".join(found.group().split())
            subject = Subject(*found.span(), label, SubjectKind.ROLE, role)
            return Clause(found.start(), len(local), subject, False)
    return None


def talked_of_in(local: str, words: DraftWords) -> Clause | None:
    """The paper that mentions something (German "im Entwurf ist von ... die Rede")."""
    for word in words_of(local, 0, len(local)):
        if word.text[0].isupper() and is_paper(word.text, words):
            role = word.text.casefold()
            subject = Subject(word.start, word.end, word.text, SubjectKind.ROLE, role)
            return Clause(word.start, len(local), subject, False)
    return None


def turned(local: str, behind: str, at: int, words: DraftWords) -> Clause | None:
    """A fragment before its verb, where the verb may stand last or the subject behind (German)."""
    if words.language != "de":
        return None
    run = words_of(local, 0, len(local))
    tail = words_of(behind, 0, len(behind))
    as_said = _AS_SAID.match(behind)
    if as_said is not None:
        who = words_of(behind, as_said.end(), len(behind))
        subject = first_named(behind, _phrase(who, words), words) if who else None
        if subject is not None and subject.kind is not SubjectKind.OWN:
            return Clause(0, len(local), moved(subject, at), False)
    if not tail or not run or behind[:1] == ",":
        return None
    verb = tail[0].text
    known = any(words.has(name, verb) for name in ("calling", "framing", "evaluating", "verbs"))
    late = _LATE.match(behind)
    part = local.rpartition(",")[2]
    inner = words_of(local, len(local) - len(part), len(local))
    opens = len(run) < 4 and run[0].text.casefold() in ("als", "von", "vom", "mit", "eine", "einen")
    if known and opens and len(tail) > 1:
        subject = first_named(behind, _phrase(tail[1:], words), words)
        if subject is not None and subject.kind is not SubjectKind.OWN:
            return Clause(0, len(local), moved(subject, at), False)
    what = len(inner) == len(run) and run[0].text == "Was"
    if (
        late
        and len(inner) > 1
        and (what or len(inner) < len(run))
        and inner[0].text.casefold() in _RELATIVES_DE
    ):
        article = words.has("determiners", inner[1].text) and inner[1].text[-1] in "nm"
        whose = run[: len(run) - len(inner)]
        own = any(word.text == "sich" for word in inner[1:3])
        if (article or own) and inner[0].text in ("der", "die", "das"):
            subject = opening(local, whose, words)  # "Vane, der den Bau ein ... nannte"
        else:
            subject = noun_phrase(local, inner[1:], words)
        if subject is not None and subject.kind is not SubjectKind.OWN:
            return Clause(subject.start, len(local), subject, False)
        return None
    if late and late.group().split()[-1] in ("sprechen", "reden", "bezeichnen", "nennen"):
        subject = opening(local, run, words)
        if subject is not None and subject.kind is not SubjectKind.OWN and speaks(subject, words):
            return Clause(subject.start, len(local), subject, False)
    return None


def _phrase(run: list[Word], words: DraftWords) -> list[Word]:
    """The words up to the article of the next noun phrase."""
    for index in range(1, len(run)):
        article = run[index].text[0].islower() and words.has("determiners", run[index].text)
        if article and run[index - 1].text[0].isupper():
            return run[:index]
    return run


def headline(text: str, outer: Span, behind: str, words: DraftWords) -> Clause | None:
    """Who finds or rules at the end of a headline, or stands before its colon."""
    first = text.rfind("\n", 0, outer[0]) + 1
    if text[outer[1] + len(behind) - 1 : outer[1] + len(behind)] in (".", "!", "?"):
        return None
    stop = outer[1] + len(behind)
    if stop < len(text) and text[stop] != "\n":
        return None
    found = _BARE_BEHIND.search(behind) if words.language == "en" else None
    if found is not None:
        span = (outer[1] + found.start(1), outer[1] + found.end(1))
        role = found.group(1).split()[-1].casefold()
        subject = Subject(*span, found.group(1), SubjectKind.ROLE, role)
        return Clause(span[0], outer[1] + found.end(), subject, False, framed=True)
    label = _COLON_LABEL.match(text, first, outer[0])
    if label is None:
        return None
    run = words_of(text, *label.span(1))
    subject_ = noun_phrase(text, run, words) if run else None
    if subject_ is None or not (subject_.kind is SubjectKind.NAME or speaks(subject_, words)):
        return None
    return Clause(subject_.start, label.end(), subject_, False, framed=True)
