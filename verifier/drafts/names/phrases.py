"""Names and offices in a noun phrase, in languages that put spaces between words.

Problem: "Linden's police chief Tom Weller of the County Council" is Tom Weller.

Method: the head of the phrase ends at its first preposition, verb or relative; everything behind is
an attribute. In the head the last run of capitalised words is the name, without the offices and
titles before it. Without a name a phrase with a word for an office, or a short one with a
determiner, names a person by it.

Rejected: lists of first names (every language and country needs another).
"""

from __future__ import annotations

import re

from verifier.drafts.names.attributes import office_end
from verifier.drafts.names.bodies import body_by_name, body_of
from verifier.drafts.names.bodies_en import named_body
from verifier.drafts.names.capitals_de import (
    is_owner,
    name_of_run,
    with_initial,
)
from verifier.drafts.names.forms_de import is_no_name
from verifier.drafts.names.heads import head_of
from verifier.drafts.names.heads_romance import (
    attribute_end,
    body_with_name,
    head_noun,
    is_acronym,
    special,
)
from verifier.drafts.names.parts import ATTRIBUTIVE, Subject, SubjectKind, Word
from verifier.drafts.names.phrases_en import (
    goes_on_office,
    is_compound,
    is_group,
    is_lettered,
)
from verifier.drafts.words import DraftWords, can_speak, is_body
from verifier.reading.saying import NAME_PARTICLES

_POSSESSIVE = re.compile(r"['\u2019]s?$")
_HYPHENED = re.compile(r"(?:-[^\W\d_]+)+")
_MOST_WORDS = 14
"""A noun phrase with more words is a sentence that was misread."""
_POINTS = ("ce", "cet", "cette", "este", "esta", "ese", "esa", "un", "une", "una")
_MOST_UNKNOWN = 4
"""Words of a noun phrase without a known office: "the two young sisters"."""


def noun_phrase(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """Read a noun phrase at the start of a run of words.

    Args:
        text: the draft.
        run: words without a comma between them.
        words: the lists of the language.

    Returns:
        A pronoun, a name (titles and offices before it taken off), or a noun that names a person by
        office; None for anything else.
    """
    first = run[0].text.casefold()
    if first in words.pronouns:
        return Subject(run[0].start, run[0].end, run[0].text, SubjectKind.PRONOUN)
    if first in words.groups_of_words["own"] or words.has("anybody", first):
        return Subject(run[0].start, run[0].end, run[0].text, SubjectKind.OWN)
    if words.language != "en" and words.has("clause_openers", first):
        return None
    following = run[1].text.casefold() if len(run) > 2 else ""
    known = special(text, run, words) or body_of(text, run, words) or named_body(text, run, words)
    if known is not None:
        return known
    if words.has("one_of", first) and following in (*ATTRIBUTIVE, "d"):
        whole = run[3] if len(run) > 3 and words.has("determiners", run[2].text) else run[2]
        label = " ".join(text[run[0].start : whole.end].split())
        return Subject(run[0].start, whole.end, label, SubjectKind.ROLE, whole.text.casefold())
    if words.language == "de" and following == "und" and words.is_role(first):
        both = noun_phrase(text, run[2:], words)  # "Autorin und Regisseurin Ada Vane"
        if both is not None and both.kind is SubjectKind.NAME and both.role:
            return both
    head = head_of(text, run, words)
    if words.language == "de" and len(head) == 1 and is_no_name(head[0].text, words):
        several = (
            words.has("several", first) or is_body(first, words) or words.has("speaking", first)
        )
        one = Subject(head[0].start, head[0].end, head[0].text, SubjectKind.ROLE, first)
        return one if several and head[0].text[0].isupper() else None
    if len(head) == 1 and words.has("alone", first):
        return Subject(run[0].start, run[0].end, run[0].text, SubjectKind.ROLE, first)
    if not head or len(head) > _MOST_WORDS:
        return None
    determined = words.has("determiners", first)
    name, role = name_in(text, head, words, determined=determined)
    if name:
        begin, end = name[0].start, name[-1].end
        if words.language == "de" and role and is_owner(name, first):
            label = " ".join(text[run[0].start : end].split())
            return Subject(run[0].start, end, label, SubjectKind.ROLE, role)
        body = body_with_name(text, run, head, end, words) if determined else None
        if body is not None:
            return body
        if words.language == "de":
            end = with_initial(text, end, text[begin:end])
        bare = _POSSESSIVE.sub("", text[begin:end])
        return Subject(begin, begin + len(bare), " ".join(bare.split()), SubjectKind.NAME, role)
    last = _office_in(head, words)
    if last is not None and determined and words.language in ("fr", "es") and len(head) > 1:
        noun = head_noun(head, words)
        before = noun > last and words.has("prenominal", head[last].text)  # "sa première séance"
        if before or can_speak(head[noun].text.casefold(), words):
            last = noun  # "informe técnico"
    body = None if determined else body_by_name(text, head, words)
    if body is not None:
        return body
    core = next((n for n, w in enumerate(head) if n and w.text in ATTRIBUTIVE), len(head))
    inner = (n for n in range(3, core) if words.has("determiners", head[n].text))
    core = next(inner, core + 1) - 1  # "The zoo welcomed the ruling": a verb stands before
    bound = sum(text[w.start - 1] == "-" for w in head[1:core])  # "a Dorn-funded review"
    if last is None and determined and 1 < core <= _MOST_UNKNOWN + bound:
        papers = (n for n in range(1, core) if words.has("impersonal", head[n].text))
        last = next(papers, core - 1)
        if words.language in ("fr", "es"):
            last = head_noun(head[:core], words)
        if words.language == "de":
            capitals = [n for n in range(1, core) if head[n].text[0].isupper()]
            last = capitals[-1] if capitals else None
    if last is None or words.has("not_names", head[last].text):
        return None  # "el lunes"
    if words.language in ("fr", "es"):
        end = attribute_end(text, head[last].end, run[last + 1 :], words)
    else:
        end = office_end(text, head[last], run[last + 1 : last + 5], words)
    if end == head[last].end:  # "the vicar of St Oswald's" is no owner
        end -= len(text[run[0].start : end]) - len(_POSSESSIVE.sub("", text[run[0].start : end]))
    joined = _HYPHENED.match(text, end)
    end = joined.end() if joined and end == head[last].end else end  # "brother-in-law"
    label = " ".join(text[run[0].start : end].split())
    role = office_at(head, last, words)
    kind = SubjectKind.OWN if words.has("anybody", role) else SubjectKind.ROLE
    return Subject(run[0].start, end, label, kind, role)


def office_at(run: list[Word], index: int, words: DraftWords) -> str:
    """The office that a word names, with what makes another one of it ("shadow chancellor")."""
    role = run[index].text.casefold()
    before = run[index - 1].text.casefold() if index else ""
    first = before in ("premier", "premi\u00e8re", "primer", "primera") and role[:7] == "ministr"
    return f"{before} {role}" if first or words.has("other_offices", before) else role


def name_in(
    text: str, head: list[Word], words: DraftWords, *, determined: bool
) -> tuple[list[Word], str]:
    """Find the name in the head of a noun phrase.

    Args:
        text: the draft.
        head: the words up to the first preposition or verb.
        words: the lists of the language.
        determined: whether an article or the like stands before it.

    Returns:
        The last run of capitalised words without titles, empty when there is none; and the office
        before it, case folded, or empty.
    """
    runs: list[list[Word]] = [[]]
    for word in head:
        if runs[-1] and text[runs[-1][-1].end : word.start].strip(" .\u00a0\n-"):
            runs.append([])
        if _POSSESSIVE.search(word.text) and word is not head[-1]:
            runs[-1:] = [[], []]  # whose office it is
        elif word.text[0].isupper() or (word.text.casefold() in NAME_PARTICLES and runs[-1]):
            runs[-1].append(word)
        else:
            runs.append([])
    role = ""
    for run in reversed(runs):
        while run and run[-1].text[0].islower():
            run = run[:-1]
        while len(run) > 1 and words.has("postnominals", run[-1].text):
            run = run[:-1]
        if words.language in ("fr", "es") and len(run) > 2 and is_acronym(run[0]):
            run = run[1:]  # "l'APN Ada Vane"
        offices = [i for i, w in enumerate(run[:-1]) if words.is_role(w.text)]
        if words.language == "de" and len(run) > 1:
            run, role = name_of_run(text, run, words, determined=determined)
        elif is_lettered(run, words):
            role = ""
        elif offices:
            role, run = office_at(run, offices[-1], words), run[offices[-1] + 1 :]
            if determined and len(run) == 1 and words.is_role(run[0].text):
                run = []  # "the Prime Minister"
        elif run and words.is_role(run[0].text):
            alone = len(run) == 1 and not determined  # "Baker" is a name, "the baker" is none
            known = words.has("surnames_too", run[0].text) or words.is_only_like_a_trade(
                run[0].text
            )
            run = run if alone and known else []
        while run and any(words.has(n, run[0].text) for n in ("determiners", "relatives")):
            determined = determined or words.has("determiners", run[0].text)
            run = run[1:]
        while len(run) > 1 and any(words.has(n, run[0].text) for n in ("leads", "prepositions")):
            run = run[1:]
        bare = words.language == "de" and len(run) == 1 and not role
        if bare and (determined or is_no_name(run[0].text, words)):
            continue  # a German noun
        if determined and len(run) == 1 and words.has("demonyms", run[0].text):
            continue  # "the Norwegian said"
        if determined and len(run) == 1 and head[0].text.casefold() in _POINTS:
            continue  # "ce Croate"
        inside = len(head) > 2 and len(run) == 1 and run[0] is head[1]
        if inside and words.has("determiners", head[0].text):
            continue  # "the Scottish government"
        if is_compound(head, run, words):
            continue  # "Planning officers said"
        own = len(run) == 1 and words.has("own", run[0].text)
        romance = bool(run) and words.language in ("fr", "es")
        verb = romance and any(words.has(name, run[0].text) for name in ("verbs", "calling"))
        small = romance and words.has("auxiliaries", run[0].text)  # "También"
        own = own or (len(run) == 1 and (verb or small))
        if not run or own or words.has("leads", run[0].text):
            continue
        given = len(run) > 1 and words.has("first_names", run[0].text)
        if words.has("not_names", run[-1].text):
            continue
        if words.has("not_names", run[0].text) and not given:
            continue
        if is_group(run, role, words) or words.has("prepositions", run[0].text):
            continue
        offices = [n for n, w in enumerate(head) if w.end <= run[0].start and words.is_role(w.text)]
        if words.language == "de" and len(run) + 1 < len(head):
            offices = offices if role or len(run) == 1 else []
        if words.language == "de" and (role or not offices):
            return run, role
        return run, office_at(head, offices[-1], words) if offices else role
    return [], ""


def _office_in(head: list[Word], words: DraftWords) -> int | None:
    """Index of the last word of the first run of words for an office."""
    found = None
    for index, word in enumerate(head):
        if _POSSESSIVE.search(word.text) and index + 1 < len(head):
            found = None  # "the prime minister's spokesman"
        elif words.is_role(word.text):
            found = index
        elif found is not None and not goes_on_office(head, found, word, words):
            break
    return found
