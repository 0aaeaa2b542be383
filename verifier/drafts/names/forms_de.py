"""Which German capitals are no names by their form alone.

Problem: "Tatsächlich", "Scharfe Töne", "Millionen" and "Fachleute" stand where a name could stand.

Method: adverbs by a list and by their endings, nouns by theirs, words for several people and for
measures by their lists; an adjective is the first of two capitals where a sentence begins, or one
made of a place. A frequent first name is never taken for any of these.

Rejected: the form alone, without the list of first names ("Sabine", "Oliver", "Jannis").
"""

from __future__ import annotations

import re

from verifier.drafts.names.parts import Word
from verifier.drafts.words import DraftWords, is_given

_ADVERB_ENDS = re.compile(
    r"(?:\w{3,}(?:weise|wärts|maßen|massen|dings|mals|halb|seits|lings|tens)"
    r"|da(?:r?(?:an|auf|aus|bei|durch|für|gegen|hinter|in|mit|nach|neben|rüber|rum|runter|"
    r"rüber|von|vor|zu|zwischen))|hier(?:an|auf|aus|bei|durch|für|mit|von|zu)?|wo(?:bei|durch|mit|zu))$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"[.!?:\n\u2013\u201c\u00ab\u00bb\"]\s*$")
_BOUND = re.compile(
    r"(?:\b(?:der|die|das|im|am|vom|zum|zur|beim|in|aus|an|auf|bei)|\w(?:e|e[nrms])) $"
)
"""What stands before an adjective made of a place."""
_SHORTEST = 4
"""Letters above which an ending shows an adjective."""
NOUN_ENDS = re.compile(
    r"\w{2}(?:(?<!art)(?<!orn)ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|täten|nis|ismus)$"
)
"""How German nouns end that are nobody's name; surnames in "-artung" and "-ornung" are."""
_ADJECTIVE = re.compile(
    r"(?:\w+(?:lich|ig|isch|voll|los|end|bar|sam|haft|iert|ell|är|ös)(?:e|er|es|en|em)"
    r"|(?:neu|groß|klein|alt|jung|viel|all|mehrer|beid|letzt|nächst|gut|schlecht|hoh|kurz|lang|ander|"
    r"einig|wenig|erst|zweit|dritt|deutsch|rot|grün|schwarz|weiß|blau|schwer|leicht|stark|voll|laut)"
    r"(?:e|er|es|en|em)|\w+zehn|\w+zig|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|rund|knapp|etwa|"
    r"mehr|weniger|viel|kaum|auch|doch|noch|nur|warum|wie|was|wer|wo)$",
    re.IGNORECASE,
)
"""Adjectives and small words by their form; "Peter" and "Sabine" have none of these."""


def is_adverb(word: str, words: DraftWords) -> bool:
    """Whether a word is an adverb as far as its form tells ("Tatsächlich", "Dort")."""
    return words.has("adverbs", word) or _ADVERB_ENDS.fullmatch(word) is not None


def is_no_name(word: str, words: DraftWords) -> bool:
    """Whether a capital alone is an adverb, several people or a noun by its ending."""
    if is_given(word, words):
        return False
    noun = is_adverb(word, words) or words.has("several", word) or words.has("measures", word)
    return noun or NOUN_ENDS.search(word) is not None


def begins_small(run: list[Word], words: DraftWords) -> bool:
    """Whether the first of two capitals only begins a sentence ("Völlige Intransparenz").

    Args:
        run: two words or more.
        words: the German lists.
    """
    first = run[0].text
    known = words.has("first_names", first) or words.is_role(first)
    return _ADJECTIVE.fullmatch(first) is not None and not known


def only_describes(text: str, groups: list[list[Word]], words: DraftWords) -> bool:
    """Whether the first of two capitals is an adjective or an owner ("Scharfe Töne")."""
    first = groups[0][-1].text
    if is_given(first, words) or words.is_role(first) or words.has("titles", first):
        return False
    if len(groups[0]) > 1 or words.has("first_names", first):
        return False
    if len(first) <= _SHORTEST:
        return False
    at = groups[0][0].start
    begins = _BEGINS.search(text, max(0, at - 3), at) is not None or at == 0
    of_place = first.endswith("er") and _BOUND.search(text, max(0, at - 24), at) is not None
    return of_place or (begins and first.endswith(("e", "es", "em", "en")))
