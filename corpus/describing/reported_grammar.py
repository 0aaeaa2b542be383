"""The patterns by which an attributing clause is found, made of closed lists of words.

One `Grammar` a language: who may be a subject, which verbs are verbs of saying or thinking, and
where the attributing clause stands. Chinese has patterns of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.describing.reported_words import (
    ENGLISH,
    FRENCH,
    GERMAN,
    RUSSIAN,
    SPANISH,
    ReportingWords,
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns for one language; each names the speaker ``who``, ``who2`` or ``who3``.

    Attributes:
        verb: a verb of saying or thinking: without one in the words before them, nobody says them.
        before: in the words before an opening mark.
        after: directly behind a closing mark.
        that: a clause whose complement runs to the end of the searched words.
        bare: the same without a complementiser.
        says_plainly: at the start of a sentence, followed by the words without marks.
        according: "according to X," at the start of a sentence.
        afterwards: behind the words, in the same sentence.
        names: names that are the subject of a verb of saying.
        first_person: pronouns of the speaker himself, case folded.
        third_person: pronouns that stand for somebody named before, case folded.
        spaceless: whether the script writes no spaces between words.
    """

    verb: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    that: re.Pattern[str]
    bare: re.Pattern[str]
    says_plainly: re.Pattern[str]
    according: re.Pattern[str]
    afterwards: re.Pattern[str]
    names: re.Pattern[str]
    first_person: frozenset[str]
    third_person: frozenset[str]
    spaceless: bool = False


def _any_case(words: str) -> str:
    """Lower-case alternatives, also with a capital at the start."""
    return "|".join(
        f"[{w[0]}{w[0].upper()}]{w[1:]}" if w[0].isalpha() else w for w in words.split("|")
    )


_UP, _IN = "A-Z\u00c0-\u00de\u0410-\u042f\u0401", r"[\w'\u2019-]"


def _spaced(words: ReportingWords) -> Grammar:
    name = (
        rf"(?!(?:{words.never_subject})\b)[{_UP}]{_IN}*\.?"
        rf"(?: (?:(?:de|van|von|bin|al|da|del|della|du) )?[{_UP}]{_IN}*\.?){{0,4}}"
    )
    inner = rf"(?!(?:{words.inner_stop})\b|\w+n['\u2019]t\b){_IN}+"
    noun = rf"(?:{_any_case(words.determiners)})\s+(?:{inner}\s+){{0,5}}?{inner}"
    noun_behind = rf"(?:{_any_case(words.determiners)})\s+{inner}(?:\s+{inner}){{0,4}}"
    alone = rf"(?:{_any_case(words.pronouns)}|{_any_case(words.plurals)})"
    subject = rf"(?:{alone}|{noun}|{name})"
    behind = rf"(?:{alone}|{noun_behind}|{name})"
    skip = rf"(?:(?:{words.adverbs})\s+){{0,3}}"
    verb = rf"(?:{words.verbs})\b"
    clause = rf"\b(?P<who>{subject})\s+{skip}{verb}"
    behind_clause = rf"(?P<who2>{subject})\s+{skip}{verb}|{skip}{verb}\s+(?P<who3>{behind})"
    to_whom = rf"(?:\s+(?:{words.objects}))?"
    joins = rf"(?:(?!\b(?:{words.joins})\b)[^,;:.!?])*$"
    gap = rf"(?:\s+(?!(?:{words.joins})\b)[\w'\u2019-]+){{0,6}}?,?\s+"
    end = (
        r"(?!\s*[,:]\s*[\"'\u201c\u2018\u00ab])"
        r"(?=\s*[.,;!?\u2014]|\s*$|\s+(?:on|in|at|last|yesterday|today|am|en|le|el|\u0432)\b)"
    )
    return Grammar(
        verb=re.compile(rf"(?<!\w)(?:{words.verbs}|{words.bare_verbs})\b"),
        before=re.compile(
            rf"{clause}[^\"\u201c\u201d]*$"
            rf"|\b(?P<who2>{subject})\s+(?:{_IN}+\s+){{1,8}}?(?:and|und|et|y|\u0438)\s+"
            rf"{skip}{verb}[^\"\u201c\u201d]*$"
        ),
        after=re.compile(rf"\s*[,.!?\u2026]?\s*[\u2014\u2013-]?\s*(?:{behind_clause})"),
        that=re.compile(rf"{clause}{gap}(?:{words.that})(?:\b|(?<=['\u2019]))[^,;:]*$"),
        bare=re.compile(
            rf"{clause}{to_whom}\s*$|\b(?P<who2>{subject})\s+{skip}(?:{words.bare_verbs})"
            rf"{to_whom}\s+(?:{words.bare_after})\b{joins}"
        ),
        says_plainly=re.compile(
            rf"\W*(?:(?:And|But|So|Then|Und|Aber|Et|Mais|Y|Pero|\u0418|\u041d\u043e)\s+)?"
            rf"(?P<who>{subject})\s+{skip}{verb}{to_whom}\s*[,:](?!\s*(?:{words.that}|{words.joins})\b)"
        ),
        according=re.compile(
            rf"\W*(?:And\s+|But\s+)?(?:{_any_case(words.according)})\s*(?P<who>[^,;:.]{{2,80}}?)"
            r"(?:['\u2019]s (?:view|opinion|words))?,"
        ),
        afterwards=re.compile(
            rf"\s*,?\s*(?:{words.according})\s*(?P<who>[^,;.]{{2,60}})"
            rf"|\s*,\s*(?:{behind_clause}){end}"
        ),
        names=re.compile(
            rf"\b({name})\s+{skip}{verb}|[\"\u201d\u00bb]\s*(?:\u2014\s*)?{skip}{verb}\s+({name})"
        ),
        first_person=frozenset(words.first_person.split("|")),
        third_person=frozenset(words.third_person.split("|")),
    )


def _chinese() -> Grammar:
    verb = (
        r"(?:表示|声称|称|指出|强调|宣布|透露|写道|写着|"
        r"认为|相信|觉得|回答|回应|补充|解释|表明|问道|追问|"
        r"告诉[\u4e00-\u9fff]{1,4}|发推|推文|说)(?:道|过)?"
    )
    adverb = (
        r"(?:[\u4e00-\u9fff]{1,4}地|可以|必须|只能|应该|愿意|想要|还|也|则|又|曾|再次|随后|直接|"
        r"\u4e00直|总是|常常|对[\u4e00-\u9fffA-Za-z]{1,8}?|在[\u4e00-\u9fff]{1,10}[上中里])"
    )
    no = r"(?![\u4e00-\u9fff]{0,6}(?:不|没|未|谁))"
    who = rf"(?:我们|我|他们|她们|他|她|{no}[\u4e00-\u9fffA-Za-z\u00b7\u2022. -]{{1,20}}?)"
    clause = rf"(?P<who>{who}){adverb}{{0,3}}{verb}"
    start = r"(?:^|(?<=[\uff0c\u3002\uff01\uff1f\uff1b\u201d\n\u300d]))\s*(?:但|而|因为|尽管|虽然)?"
    free = r"[^\u201c\u201d\u3002\uff01\uff1f]"
    return Grammar(
        verb=re.compile(verb),
        before=re.compile(rf"{start}{clause}{free}{{0,16}}$"),
        after=re.compile(
            rf"\s*[\uff0c,\u3002]?\s*(?P<who2>{who}){adverb}{{0,3}}{verb}(?=[\uff0c\u3002\uff1a\s]|$)"
        ),
        that=re.compile(rf"{start}{clause}(?:[\uff0c\uff1a,:]\s*)?[^\uff0c\u3002\uff1b\uff1a]*$"),
        bare=re.compile(r"(?!)(?P<who>)"),
        says_plainly=re.compile(rf"\s*(?:但|而)?{clause}[\uff0c\uff1a,:]"),
        according=re.compile(
            r"\s*(?:据|根据|按照)(?P<who>[^\uff0c\u3002]{1,20}?)"
            r"(?:称|报道|透露|的说法|介绍|说)[\uff0c,]?"
        ),
        afterwards=re.compile(
            rf"\s*[\uff0c,]\s*(?P<who2>{who}){adverb}{{0,3}}{verb}(?=\s*[\u3002\uff01]|\s*$)"
        ),
        names=re.compile(rf"([A-Z][A-Za-z.\u00b7-]*(?: [A-Z][A-Za-z.-]*)*){adverb}{{0,3}}{verb}"),
        first_person=frozenset(("我", "我们")),
        third_person=frozenset(("他", "她", "他们", "她们")),
        spaceless=True,
    )


GRAMMARS: dict[str, Grammar] = {
    "en": _spaced(ENGLISH),
    "de": _spaced(GERMAN),
    "fr": _spaced(FRENCH),
    "es": _spaced(SPANISH),
    "ru": _spaced(RUSSIAN),
    "zh": _chinese(),
}
"""Patterns by BCP 47 primary tag; English serves where a language has none."""
