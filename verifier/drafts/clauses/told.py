"""Attributions by small words: "so Hartmann", "heißt es in einem Brief", "como ha dicho Vane".

Problem: German gives words to somebody by "so" and to a paper by "heißt es", French and Spanish at
the end of a sentence by "comme" and "como", and none of these stands beside the words.

Method: the small word, and the name or the noun that follows it.

Rejected: these as verbs of saying (what stands before them is no subject).
"""

from __future__ import annotations

import re
from dataclasses import replace

from verifier.drafts.clauses.papers_de import is_part, paper_before, stands_in, stands_nowhere
from verifier.drafts.clauses.subjects import first_named, subject_before
from verifier.drafts.clauses.subjects_de import acts, said_in
from verifier.drafts.clauses.subjects_de import subject_behind as subject_behind_de
from verifier.drafts.clauses.verbless import CLAUSE_GOES_ON, Clause
from verifier.drafts.models import Span
from verifier.drafts.names.heads_romance import attribute_end, subject_behind
from verifier.drafts.names.parts import Subject, SubjectKind, Word, words_of
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.words import DraftWords, is_body

_WRITTEN_ON = re.compile(
    r"\b(?:[Aa]uf|[Ii]n|[Aa]n) ((?:dem|der|einem|einer) (?:\w+ )?[^\W\d_a-z]\w+)(?: \w+){0,3}? "
    r"(?:steht|stand|standen|prangte?|war zu lesen|ist zu lesen)(?: [^:.!?]{1,40})?:$"
)
_RELATIVES = ("was", "das", "die", "den", "der", "dem", "wie")
_AT = re.compile(
    "(?:Au|\u00c0 la|\u00c0 l['\u2019]|Chez|(?:Du c\u00f4t\u00e9|Dans l['\u2019]entourage)"
    " d(?:e la |u |e l['\u2019]|e )) ?"
)
_PLACED = frozenset("am im beim in auf bei vor nach gegenüber laut auf via per mit".split())
"""What may follow a name behind "so"."""
_THERE_ON = ("darauf", "darin", "darunter", "dort", "dazu")
_AT_ES = re.compile("Desde (?:la|el|los|las) ")
_THERE = ("dort", "darin", "da", "hier", "weiter", "dazu")
_READ_ON = {
    "fr": re.compile(
        "(?:(?:peut|pouvait)-on (?:y )?lire|lit-on|lisait-on|est-il \u00e9crit"
        "|[Oo]n (?:peut|pouvait) lire|[Oo]n lit|[Oo]n lisait) "
        "(?:en \\w+ )?(?:sur|dans|\u00e0|au dos de|en t\u00eate de) "
        "|c['\u2019]est (?:ainsi|en ces termes|par ces mots|avec ces mots) qu(?:e |['\u2019])"
    ),
    "es": re.compile(
        r"(?:se (?:lee|le\u00eda|puede leer|pod\u00eda leer)|(?:puede|pod\u00eda) leerse"
        r"|est\u00e1 escrito) (?:en|sobre) "
    ),
}
"""How a text says on what words are read, or that somebody sums up with them."""
_AS = re.compile(r", (?:tal y |as\u00ed )?(?:como|comme|seg\u00fan|selon ce qu[e'\u2019]) ?")


def so(text: str, at: int, end: int, words: DraftWords) -> Clause | None:
    """A small word that makes an attribution of the name behind it (German "so Hartmann")."""
    run = words_of(text, at, end)
    if len(run) < 2 or not words.has("according_after", run[0].text):
        return None
    told = run[1].text[0].islower() and not words.has("determiners", run[1].text)
    subject = noun_phrase(text, run[1:], words)
    if subject is None or (told and subject.kind is not SubjectKind.PRONOUN):
        return None  # "so reagierten die Mitarbeiter"
    stop = subject.end
    for word in run:
        if word.start >= stop and not text[stop : word.start].strip():
            if not words.has("auxiliaries", word.text) or word.text in _PLACED:
                break
            stop = word.end  # "so Brandt weiter"
    following = next((word for word in run if word.start >= stop), None)
    placed = following is not None and following.text.casefold() in _PLACED
    if not placed and not CLAUSE_GOES_ON.match(text, stop):
        return None
    return Clause(run[0].start, stop, subject, True)


def written_on(text: str, start: int, end: int, words: DraftWords) -> Clause | None:
    """What the words stand on, before a colon (German: "Auf dem Zettel stand:").

    Args:
        text: the draft.
        start: offset of the sentence.
        end: its end offset, behind the colon.
        words: the lists of the language.
    """
    if words.language != "de":
        return None
    found = _WRITTEN_ON.search(text, start, end)
    if found is None and text[end - 1] == ":":
        run = words_of(text, start, end)
        stands = stands_in(text, run, words)
        there = any(word.text.casefold() in _THERE_ON for word in run[:1])
        if stands is None and (there or stands_nowhere(run)):
            stands = paper_before(text, run[0].start, words)
        if stands is not None and is_part(stands, words):
            stands = paper_before(text, run[0].start, words) or stands
        return Clause(stands.start, end, stands, True) if stands is not None else None
    if found is None:
        return None
    role = found.group(1).split()[-1].casefold()
    subject = Subject(*found.span(1), found.group(1), SubjectKind.ROLE, role)
    return Clause(found.start(), end, subject, True)


def written_in(text: str, run: list[Word], end: int, words: DraftWords) -> Clause | None:
    """What words stand in, where nobody says them (German "heißt es in einem Brief").

    Args:
        text: the draft.
        run: the words of the sentence.
        end: its end offset.
        words: the lists of the language.
    """
    found = said_in(text, run, words) if words.language == "de" else None
    if found is None:
        return None
    verb = run[found[0]]
    there = any(word.text.casefold() in _THERE for word in run)
    if there or (found[1] is not None and is_part(found[1], words)):
        paper = paper_before(text, run[0].start, words)
        if paper is not None:
            return Clause(verb.start, end, paper, True)
    if found[1] is None and (there or words.language == "de"):
        return Clause(verb.start, end, None, False)
    nobody = Subject(verb.start, verb.end, verb.text, SubjectKind.OWN)
    return Clause(verb.start, end, found[1] or nobody, True)


def at_a_body(text: str, start: int, end: int, words: DraftWords) -> Subject | None:
    """The body at which "on" or a plural says something ("Au minist\u00e8re, on se dit ...").

    Args:
        text: the draft.
        start: offset of the sentence.
        end: where the words before the marks end.
        words: the lists of the language.
    """
    at = {"fr": _AT, "es": _AT_ES}.get(words.language)
    found = at.match(text, start, end) if at is not None else None
    run = words_of(text, found.end(), end) if found else []
    if not run or not (is_body(run[0].text.casefold(), words) or run[0].text[0].isupper()):
        return None
    stop = attribute_end(text, run[0].end, run[1:], words)
    label = " ".join(text[run[0].start : stop].split())
    return Subject(run[0].start, stop, label, SubjectKind.ROLE, run[0].text.casefold())


def so_inside(text: str, start: int, end: int, words: DraftWords) -> Clause | None:
    """The same between the commas of a sentence ("Darüber, so Hartmann, rede man").

    Args:
        text: the draft.
        start: offset of the sentence.
        end: its end offset.
        words: the lists of the language.
    """
    comma = text.find(", ", start, end)
    while comma >= 0:
        found = so(text, comma + 2, end, words)
        if found is not None:
            return replace(found, direct=False)
        comma = text.find(", ", comma + 2, end)
    return None


def as_told(text: str, at: int, end: int, words: DraftWords) -> Clause | None:
    """A report at the end of a sentence (", como ha destacado Vane", ", comme l'a dit Vane").

    Args:
        text: the draft.
        at: offset behind the quotation.
        end: end of its sentence.
        words: the lists of the language.
    """
    found = _AS.search(text, at, end) if words.language in ("fr", "es") else None
    if found is None:
        return None
    run = words_of(text, found.end(), end)
    verb = next((n for n, word in enumerate(run[:6]) if words.has("verbs", word.text)), None)
    if verb is None:
        return None
    before = noun_phrase(text, run[:verb], words) if verb and run[0].text[0].isupper() else None
    behind = subject_behind(text, run[verb + 1 :], words)
    subject = before or (first_named(text, behind, words) if behind else None)
    own = subject is not None and subject.kind is SubjectKind.OWN
    return Clause(found.start(), end, subject, False) if subject and not own else None


def read_on(text: str, start: int, end: int, words: DraftWords) -> Clause | None:
    """What words are read on, or who sums up so, in French and Spanish.

    Args:
        text: the draft.
        start: offset behind the quotation, or of the sentence that leads to it.
        end: end of its sentence.
        words: the lists of the language.

    Returns:
        The noun phrase behind "peut-on lire sur" or "se lee en", or before "se lee" ("En la
        pancarta se lee:"), and whoever does what follows "c'est ainsi que"; None without.
    """
    pattern = _READ_ON.get(words.language)
    found = pattern.search(text, start, end) if pattern is not None else None
    if found is None:
        return None
    run = words_of(text, found.end(), end)
    subject = first_named(text, run, words) if run else None
    if subject is None or subject.kind is SubjectKind.OWN:
        return None
    return Clause(found.start(), end, subject, True)


def around(text: str, lead: Span, behind: Span, words: DraftWords) -> Subject | None:
    """Whoever says words that stand before their participle ("Vane hatte ihn „...“ genannt").

    Args:
        text: the draft.
        lead: the sentence before the marks.
        behind: the words behind them.
        words: the German lists.
    """
    last = words_of(text, *behind)[:2]
    run = words_of(text, *lead)
    if last and words.has("calling", last[0].text):
        opens = [n for n, word in enumerate(run) if n and word.text in _RELATIVES]
        opens = [n for n in opens if "," in text[run[n - 1].end : run[n].start]]
        found = subject_behind_de(text, run[opens[-1] + 1 :], words) if opens else []
        return noun_phrase(text, found, words) if found else None
    if not any(words.has("participles", word.text) for word in last):
        return None
    if not run:
        return None
    verb = Word(run[-1].end, run[-1].end, last[0].text)
    subject = subject_before(text, run, verb, words)
    return subject if acts(text, run, subject, words) else None
