"""What the quoted words themselves tell about whoever says them.

Problem: "the retired nurse recalled" may mean either of two people named before, and "Cole never
goes quiet", in her next words, shows that it is not Cole.

Method: whoever is named in the words, outside marks inside them, is spoken of and does not speak,
unless he gives his name ("I am Tom Cole"). Words in the first person singular are a person's and
no body's. Words that go on in the same paragraph without a clause of their own are read together.

Rejected: asking this of a speaker whose name stands in the clause (some speak of themselves so).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.drafts.quotations.found import Found
from verifier.drafts.words import DraftWords

_RUN = re.compile(r"[A-Z\u00c0-\u00de][\w'\u2019-]*(?: [A-Z\u00c0-\u00de][\w'\u2019-]*)*")
_NESTED = re.compile(
    "[\u2018'\"\u201c\u00ab](?=\\w)[^\u2019'\"\u201d\u00bb]*[\u2019'\"\u201d\u00bb]"
)
_GIVES = re.compile(r"(?:\bI['\u2019]?m|\bI am|name['\u2019]?s?(?: is)?|call me|[Tt]his is)\s*$")
_GIVES_ZH = re.compile("(?:我[是叫姓]|我的名字[是叫]|敝姓|本人)$")
_CHILD = re.compile("我?(?:家|们)?(?:孩子|儿子|女儿|闺女|娃|小孩|小子|丫头)")
"""With what a parent begins to speak of a child."""
_OF_CHILD = re.compile(
    "(?:儿子|女儿|孩子|闺女)([\u3400-\u9fff]{2,3}?)(?=[今有是在的也从患，（]|\\d)"
)
_NEAR = 300
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_OWN = re.compile(r"\b(?:I|[Mm]y|me|mine|myself|I['\u2019]\w+)\b")
_MOST_TOGETHER = 8
"""Quotations of a paragraph that are read together; it keeps a paragraph of thousands linear."""
_FIRST = re.compile(r"\w+")
_DONE = {
    "fr": re.compile(
        "(?:Il|Elle) (?:ne |n['\u2019])?"
        "(?:(?:m['\u2019]|me |nous )(?!faut|semble)|s['\u2019](?:est|\u00e9tait) )"
    ),
    "es": re.compile(
        r"(?:(?:\u00c9l |Ella )?(?:Me|Nos) "
        r"(?:\w*(?:[i\u00ed]?\u00f3|aba|\u00eda)|dijo|hizo|trajo|puso)\b"
        r"|(?:Se|Le|Lo|La) \w*[^\W\d_]\u00f3\b"
        r"|(?:Vino|Lleg\u00f3|Muri\u00f3|Naci\u00f3|Vivi\u00f3|Fue)\b)"
    ),
}
"""How words begin that tell what another did to the speaker ("Me dijo", "Il m'a")."""
_HE_SHE = ("he", "she", "elle", "ella")
_LANGUAGES = ("en", "fr", "es")
"""Where capitals show a name; a German noun has one, too."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What quoted words tell about their speaker.

    Attributes:
        named: the names in them, each in its words without titles.
        own: whether they are in the first person singular.
        about: the pronoun of the third person with which they begin, case folded, or empty.
        done: whether they begin with what somebody else said or did to whoever says them.
    """

    named: frozenset[tuple[str, ...]] = frozenset()
    own: bool = False
    about: str = ""
    done: bool = False

    def names(self, name: str | None) -> bool:
        """Whether the words speak of somebody by a full name or a part of it."""
        parts = tuple((name or "").split())
        if not parts:
            return False
        return any(run in (parts, parts[:1], parts[-1:]) for run in self.named)


def voice_of(text: str, found: Sequence[Found], index: int, words: DraftWords) -> Voice:
    """Read a quotation together with those that go on in its paragraph.

    Args:
        text: the draft.
        found: the quotations, in order.
        index: of the one that is asked about.
        words: the lists of the language.

    Returns:
        What its words tell; nothing where capitals show no names.
    """
    if words.language == "zh":
        quoted = "\n".join(text[slice(*piece)] for piece in found[index].pieces)
        at = found[index].outer[0]
        return Voice(frozenset(_named_zh(quoted, text[max(0, at - _NEAR) : at], words)))
    if words.language not in _LANGUAGES:
        return Voice()
    last, most = index + 1, min(len(found), index + _MOST_TOGETHER)
    while last < most and found[last].paragraph == found[index].paragraph:
        if found[last].clause is not None:
            break
        last += 1
    named: set[tuple[str, ...]] = set()
    own = False
    for one in found[index:last]:
        for start, end in one.pieces:
            quoted = _NESTED.sub(lambda match: " " * len(match.group()), text[start:end])
            named |= _named(quoted, words)
            own = own or bool(_OWN.search(quoted))
    first = _FIRST.match(text, found[index].pieces[0][0])
    about = first.group().casefold() if first and first.group().casefold() in _HE_SHE else ""
    begins = found[index].pieces[0][0]
    done = words.language in _DONE and _DONE[words.language].match(text, begins) is not None
    return Voice(frozenset(named), own, about, done)


def _named_zh(quoted: str, before: str, words: DraftWords) -> Iterator[tuple[str, ...]]:
    """The known names in Chinese words, but that of whoever gives his own, and a child's."""
    if _CHILD.match(quoted):
        yield from ((match.group(1),) for match in _OF_CHILD.finditer(before))
    for match in words.phrases["names"].finditer(quoted):
        if _GIVES_ZH.search(quoted, 0, match.start()) is None and match.group():
            yield (match.group(),)


def _named(quoted: str, words: DraftWords) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    small = ("auxiliaries", "determiners", "leads", "pronouns", "prepositions", "own", "not_names")
    for match in _RUN.finditer(quoted):
        if _GIVES.search(quoted, 0, match.start()):
            continue
        run = [_POSSESSIVE.sub("", word) for word in match.group().split()]
        while run and (words.has("titles", run[0]) or any(words.has(n, run[0]) for n in small)):
            run = run[1:]
        if run:
            found.add(tuple(run))
    return found
