"""What words in quotation marks are: somebody's words, a title, or words held at arm's length.

Problem: "smart city", "The Salt Road" and "a disgrace" look alike; only the last is to be checked.

Method: closed lists and shape, in this order: a word that mentions a word stands before, or
everybody calls a thing so (`namings`); a noun that bears a name stands before, or every word
has a capital; a frame gives the words to somebody (`frames`); a clause leads to them or
follows them; they are a sentence or long; a reporting clause stands in the sentence and the words
are no attribute of a noun. What is left is short, and a scare quote.

Rejected: length alone ("No." is a quotation, and titles are long).
"""

from __future__ import annotations

import re

from corpus.text.tokens import counted_words, is_unspaced, tokens
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.models import DraftKind, Span
from verifier.drafts.names.parts import SubjectKind
from verifier.drafts.names.shapes_zh import LABEL, is_label, is_slogan
from verifier.drafts.quotations.fragments import LONG, is_attribute
from verifier.drafts.quotations.frames_beside import document
from verifier.drafts.quotations.frames_zh import CALLS
from verifier.drafts.quotations.namings import (
    is_inscribed,
    is_mentioned,
    is_name_itself,
    is_named,
    is_named_work,
    is_title,
    last_word,
)
from verifier.drafts.quotations.nobodys_de import is_display, nobodys_de
from verifier.drafts.quotations.titles import is_paper, is_proper
from verifier.drafts.words import DraftWords

SHORT = 4
"""Words below which a stretch without any clause is no quotation unless it is a sentence."""
_HEADLINE = 3
"""Words below which a stretch in a headline is none of somebody's."""
_LONGEST_TITLE = 12
_FINAL = re.compile("[.!?\u2026\u3002\uff01\uff1f]$")
_ENDS = (*".!?\u2026\u3002\uff01\uff1f\"'\u201d\u201c\u2019\u00bb\u00ab\u300d)",)
_LEADS_TO = (":", ",", "\uff1a", "\uff0c")
_BEFORE = 48
_OWN = re.compile(r"\b(?:I|[Mm]y|me|[Ww]e|us)\b")
_BEFORE_REPORT = 140
_LABEL = 2
_IS = tuple("系是为字姓一这")
_DOES = re.compile(
    "(?:正在|已经?|将|会|要|能|可以?|必须|应该?|仍|再|曾|需要?|深感|感到|并[不非]|早已|终将|一直|不过)$"
)
"""Behind which a verb stands in marks."""
_UTTERED = re.compile("[不没沒是了却卻都也就必会會要能得很太最]")
"""Characters that are rarely in what is only a label."""
_UTTERED_WORD = re.compile(
    r"\b(?:prononc|employ|utilis|pronunci|emple|us[aó]|uses?d? |prefer(?:s|red) |favou?r(?:s|ed) "
    r"|cho(?:oses?|se) |(?:repeat|utter|invoke|coin|introduce)e?[sd] )"
    r"\w*[^.,;:]{0,12} "
    r"(?:words?|terms?|phrase|expression|mots?(?: de)?|palabras?|termes?|t\u00e9rminos?)$"
)
"""Who utters a word, before the word itself."""
_WHAT_CALLED = re.compile(
    r"\b[Ww]hat [^.,;:!?]{2,60}? (?:(?:is|are|was|were|has|have|had) )?(?:been )?"
    r"(?:call(?:s|ed|ing)?|dub(?:s|bed|bing)?|describ(?:es?|ed|ing)(?: [a-z]+)? as|term(?:s|ed)?"
    r"|label(?:s|led|ed)?|brand(?:s|ed|ing)?|bill(?:s|ed|ing) as|refer(?:s|red|ring)? to as"
    r"|mean(?:s|t)? by)(?: an?| the| its| his| her| their| our)?$"
)
"""What somebody calls so, whatever its capitals."""
_TOLD_THAT = re.compile(
    r"\b(?:was|were|been|being|is|are) (?:\w+ ){0,2}"
    r"(?:told|informed|warned|assured|advised|reminded|promised)\b"
    r"[^.,;:!?]{0,80}\bthat [^.,;:!?]{1,60}$"
)
"""What somebody was told by nobody in particular."""
_ATTRIBUTE = re.compile(r"[ \u00a0]([^\W\d_]+)")


def kind_of(
    text: str,
    outer: Span,
    inner: Span,
    clause: Clause | None,
    words: DraftWords,
    *,
    opens_sentence: bool,
    goes_on: bool,
) -> DraftKind:
    """Tell what a stretch in quotation marks is.

    Args:
        text: the draft.
        outer: the stretch with its marks.
        inner: the quoted words.
        clause: the attributing clause beside it, if any.
        words: the lists of the language.
        opens_sentence: whether no word stands before it in its sentence.
        goes_on: whether somebody is quoted earlier in the same paragraph.

    Returns:
        A quotation, a title or a scare quote.
    """
    quoted = text[slice(*inner)]
    length = counted_words(tokens(quoted).norms)
    direct = clause is not None and clause.direct
    framed = clause is not None and clause.framed
    head = text[max(0, outer[0] - _BEFORE) : outer[0]].rstrip()
    here = "" if "\n" in text[max(0, outer[0] - 2) : outer[0]] else head
    said = length >= SHORT and last_word(head).casefold() == "words"
    said = said or (framed and quoted[0].islower() and words.has("ventures", last_word(head)))
    said = said or (framed and _UTTERED_WORD.search(head) is not None)
    said = said or (framed and words.has("framing", last_word(head)))
    if words.language == "zh":
        said = said or (framed and CALLS.search(head) is not None)
        said = said or (head[-1:] == "\uff1a" and _FINAL.search(quoted) is not None)
    if length <= LONG and not said and is_mentioned(text, head, outer[1], words):
        return DraftKind.SCARE_QUOTE
    label = words.language == "zh" and len(quoted) <= LABEL and quoted[-1].isalnum()
    if label and not framed and head[-1:].isalnum() and _is_headline(text, outer[1]):
        return DraftKind.SCARE_QUOTE  # "完成在轨“换电池” 航天员这样描述"
    if words.language == "zh" and len(quoted) == 1 and text[outer[1] : outer[1] + 1] in _IS:
        return DraftKind.SCARE_QUOTE
    spoken_of = words.language == "zh" and length <= SHORT and not _UTTERED.search(quoted)
    if spoken_of and head[-1:].isalnum() and text[outer[1] : outer[1] + 1] == "\u662f":
        return DraftKind.SCARE_QUOTE
    if words.language == "zh" and length <= LABEL and is_label(text, outer, inner, words):
        return DraftKind.SCARE_QUOTE
    display = words.language == "de" and clause is not None and clause.subject is not None
    if display and length < _HEADLINE and clause and is_display(clause, outer, words):
        return DraftKind.SCARE_QUOTE  # "Außer Betrieb" steht auf der Anzeige
    told = clause is not None and clause.direct and clause.start > inner[1]
    told = told or (clause is not None and _reads(text, clause, outer, words))
    told = told or (words.language == "de" and clause is not None and clause.start >= outer[1])
    if length <= LONG and not told and is_inscribed(head, clause, words):
        return DraftKind.SCARE_QUOTE
    if length <= LONG and is_named(text, here, quoted, outer, clause, words):
        return DraftKind.SCARE_QUOTE
    if 1 < length <= LONG and _is_capital(quoted) and not (clause and _is_a_persons(clause)):
        return DraftKind.SCARE_QUOTE  # what a sign says
    if len(quoted) == 1 and quoted.isalpha() and words.language != "zh":
        return DraftKind.SCARE_QUOTE  # a letter is mentioned
    spoken = direct and clause is not None and (clause.start > inner[1] or head[-1:] in _LEADS_TO)
    if framed and words.language == "en" and _WHAT_CALLED.search(head):
        return DraftKind.QUOTATION
    on_paper = clause is not None and clause.subject is not None
    if on_paper and words.language == "en" and document(head, "", words) is not None:
        return DraftKind.QUOTATION  # "a billboard promising "A New Spring""
    if words.language == "de" and length <= LONG:
        told_de = nobodys_de(text, quoted, outer, clause, length, words)
        if told_de is not None:
            return told_de
    if is_named_work(quoted, here, text[outer[1] : outer[1] + 1], words):
        return DraftKind.TITLE
    if is_proper(quoted, head, length, words):
        return DraftKind.TITLE
    if not spoken and is_paper(quoted, length, words):
        return DraftKind.TITLE
    put_so = framed and words.language == "zh"
    told = spoken or put_so or length > _LONGEST_TITLE
    if not told and is_title(quoted, head, words, length):
        return DraftKind.TITLE
    if length <= LONG and is_name_itself(text, quoted, here, outer, words):
        return DraftKind.TITLE
    whole = quoted[:1].isupper() and text[outer[1] : outer[1] + 1] in (".", "!", "?")
    introduced = head[-1:] in (":", "\uff1a") and (
        length >= 2 or whole or bool(_FINAL.search(quoted))
    )
    headline = _is_headline(text, outer[1])
    if framed and (not headline or length > 1 or words.language != "en"):
        return DraftKind.QUOTATION
    if headline and length < _HEADLINE and quoted[0].islower() and not opens_sentence:
        return DraftKind.SCARE_QUOTE  # "Board rejects 'cheeky' bid"
    if direct or introduced:
        return DraftKind.QUOTATION
    ends = text[inner[1] - 1 : outer[1] + 1]
    if words.language == "zh" and clause is None and is_slogan(text, outer, inner):
        return DraftKind.SCARE_QUOTE
    cried = words.language == "zh" and len(quoted) > SHORT and quoted[-1] in "\u3002\uff01\uff1f"
    if cried or length >= LONG or _is_sentence(quoted, ends, length, opens_sentence=opens_sentence):
        return DraftKind.QUOTATION
    if clause is not None:
        belongs = length < SHORT and (
            _belongs(text, head, outer[1], words) or _is_recalled(text, head, clause, outer, words)
        )
        worded = length > 1 and _is_worded(quoted, clause, outer, words)
        worded = worded or (
            words.language == "zh" and length > _LABEL and bool(_UTTERED.search(quoted))
        )
        worded = worded or (
            words.language == "zh" and length > 1 and _DOES.search(head) is not None
        )
        return DraftKind.SCARE_QUOTE if belongs and not worded else DraftKind.QUOTATION
    ends_it = text[outer[1] : outer[1] + 1] in ("\u3002", "\uff01", "\uff1f")
    if words.language == "zh" and ends_it and head[-1:] == "\uff0c" and len(quoted) > SHORT:
        return DraftKind.QUOTATION  # "他抬起头，“……”。"
    if _is_reported(text, outer, words):
        return DraftKind.QUOTATION
    belongs = words.language != "zh" and _belongs(text, head, outer[1], words)
    small = ("conjunctions", "auxiliaries")
    broken = length > 1 and any(words.has(name, quoted.split()[0]) for name in small)
    if goes_on and broken and words.language == "en":
        return DraftKind.QUOTATION  # no noun: "nothing 'but an atmosphere'"
    own = words.language == "en" and _OWN.search(quoted) is not None
    if length >= SHORT and not belongs and (own or not _is_headline(text, outer[1])):
        return DraftKind.QUOTATION
    if length >= SHORT and (goes_on or quoted[0].isupper()):
        return DraftKind.QUOTATION
    return DraftKind.SCARE_QUOTE


def _is_capital(quoted: str) -> bool:
    """Whether all words are in capitals; a Chinese sentence with an abbreviation is not."""
    return quoted.isupper() and not any(is_unspaced(c) for c in quoted)


def _is_headline(text: str, at: int) -> bool:
    """Whether the line of an offset ends like no sentence."""
    stop = text.find("\n", at)
    if not text[at : stop if stop >= 0 else len(text)].strip():
        return not _FINAL.search(text[max(0, at - 2) : at - 1])
    return text[at : stop if stop >= 0 else len(text)].rstrip()[-1:] not in _ENDS


def _is_reported(text: str, outer: Span, words: DraftWords) -> bool:
    """Whether the verb of the sentence marks reported speech ("Er habe ... gerufen")."""
    sentence = text[max(0, outer[0] - _BEFORE_REPORT) : outer[0]]
    sentence = re.split("[.!?\n]", sentence)[-1]
    if words.language == "en" and _TOLD_THAT.search(sentence.rstrip()):
        return True
    return any(words.has("reported", word) for word in re.findall(r"[^\W\d_]+", sentence))


def _is_sentence(quoted: str, ends: str, length: float, *, opens_sentence: bool) -> bool:
    """Whether the words are a sentence; its final mark may stand behind the closing one."""
    behind = opens_sentence and length >= 2 and bool(_FINAL.search(ends))
    if not _FINAL.search(quoted) and not behind:
        return False
    starts = quoted[0].isupper() or is_unspaced(quoted[0]) or not quoted[0].isalpha()
    return starts and (opens_sentence or length >= 3)


def _reads(text: str, clause: Clause, outer: Span, words: DraftWords) -> bool:
    """Whether what something says goes on ("The notice says it is ... and must be ...")."""
    reads = words.phrases["reading"].search(text, clause.start, outer[0])
    return words.language == "en" and reads is not None


def _is_a_persons(clause: Clause) -> bool:
    """Whether a clause has a person for its subject as far as its form tells."""
    return clause.subject is not None and clause.subject.kind is not SubjectKind.ROLE


def _is_worded(quoted: str, clause: Clause, outer: Span, words: DraftWords) -> bool:
    """Whether somebody puts a noun's attribute so ("told the jury of a "quite absurd" number").

    A coined name has nouns only; an adverb or two adjectives with "and" are somebody's words.
    """
    first = quoted.split()[0]
    adverb = first.endswith("ly") and len(first) > 4
    pair = any(words.has("conjunctions", w) or w == "and" for w in quoted.split()[1:-1])
    led = clause.subject is not None
    return words.language == "en" and led and (adverb or pair or words.has("degrees", first))


def _belongs(text: str, head: str, end: int, words: DraftWords) -> bool:
    """Whether a short stretch is a part of the reporting sentence's own noun phrase."""
    if is_attribute(text, end, words):
        return True
    following = _ATTRIBUTE.match(text, end)
    if words.language == "zh" or not following or not words.has("determiners", last_word(head)):
        return False
    if following.group(1) == "to":
        return False
    return any(words.has(name, following.group(1)) for name in ("passive", "auxiliaries"))


def _is_recalled(text: str, head: str, clause: Clause, outer: Span, words: DraftWords) -> bool:
    """Whether a relative clause only mentions it ("who had promised a "big bang" last year")."""
    if words.language == "zh" or not words.has("determiners", last_word(head)):
        return False
    part = text[clause.start : outer[0]].rpartition(",")[2]
    lead = re.findall(r"[^\W\d_]+", part)[:-1]
    return clause.start < outer[0] and any(
        words.has("relatives", word) and not words.has("clause_openers", word) for word in lead
    )
