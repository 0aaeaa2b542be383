"""What in quotation marks is nobody's words: titles, names, terms and words that are mentioned.

Problem: "The Salt Road", "the Pencil" and "shall" stand in the same marks as what somebody said.

Method: the frame around them. A word that mentions a word stands before ("the term"), or a noun
whose name follows (a novel, a café, a campaign); what is held or opened is an event or a play; a
paper, a firm or a ship is known by its own last word; and who calls a thing so is everybody ("one
speaks of", "the friends called him").

Rejected: capitals alone, outside English (German nouns have them, and so has every sentence).
"""

from __future__ import annotations

import re

from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.models import Span
from verifier.drafts.names.parts import SubjectKind
from verifier.drafts.words import DraftWords

_SAYS_OF_ITSELF = re.compile("\\b(?:se|a|ont|on|il|elle) dit$")
"""French "dit" as a verb and not as "called"."""
_FINAL = re.compile("[.!?\u2026\u3002\uff01\uff1f]$")
_NOT_FINAL = ",;.\uff0c\u3002 "
_READS = 12
"""Characters before the marks in which a verb of reading stands."""
_LONG_ENOUGH = 4
"""Characters above which the end of a German compound tells what it is."""
_WORK_BEFORE = 5
_HELD_BEFORE = 6
"""Words between a verb of holding and what is held."""
_WORD = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)[,\u00a0 ]*$")
_BORDER = re.compile("[.!?\u3002\uff01\uff1f:;\uff1a\uff1b\n]")
_WITH = frozenset(("with", "mit", "avec", "con"))
_WITHIN = frozenset(("in", "im", "dans", "en"))
_EVERYBODY = frozenset(("on", "man", "we", "one", "uno", "people", "they"))
_TERM_OF = re.compile(
    r"(?:\b(?:sprechen|reden|spricht man) (?:\w+ ){0,4}vom|\b[Ss]e habla (?:\w+ )?de)\s*$"
)
_TERM_WHEN = re.compile(
    r"(?:\b(?:speak|talk) (?:of|about)|\bparlent d(?:e|['\u2019])|\bhablan de|"
    r"\b(?:sprechen|reden) (?:\w+ ){0,4}von)\s*$"
)
"""What those who know a thing speak of when it happens is a term."""
_WHEN = re.compile(r",? (?:when|whenever|wenn|sobald|quand|lorsque?|lorsqu|cuando|once)\b")
_CALLED_BY_ALL = re.compile(
    r"(?:\b(?:call|called|nickname|nicknamed)(?: (?:him|her|it|them|this))|"
    r"\b(?:nennen|nannten|riefen)(?: (?:ihn|sie|es|das))|"
    r"\b(?:l['\u2019]|le |la |les )(?:appel(?:lent|aient)|surnomm(?:ent|aient)|nomm(?:ent|aient))|"
    r"\bappellent (?:cela|\u00e7a|ce \w+|cette \w+)|\bllaman a (?:esto|eso|este \w+|esta \w+)|"
    r"\b(?:lo|la|le|los|las) (?:llaman|llamaban|apodan|apodaban|dicen|dec\u00edan))"
    r"(?: (?:the|den|die|das|le|la|el))?\s*$"
)
_CALLED_HERE = re.compile(
    r"(?:(?:^|\n| )(?:(?:[Ss]ie|[Aa]lle|[Vv]iele) (?:nennen|nannten)|[Mm]an nennt)"
    r" (?:ihn|sie|es|das)(?: \w+){0,3}|"
    r"(?:^|\n)(?:[\w-]+ )?(?P<who>[\w-]+) (?:call|called)(?: [\w-]+){1,3})\s*$"
)
_CALLED_WHAT = re.compile(r"\b[Ww]hat (?:[a-z-]+ ){0,2}(?P<who>[a-z-]+) (?:call|called)$")
"""What a trade or everybody calls a thing."""
_CALLING_SELF = re.compile(r"\bcalling (?:him|her|it|them)sel(?:f|ves)$")
"""How somebody without a name is known ("a user calling themselves ...")."""
_CONSIDERED = re.compile(
    r"(?:\best consid\u00e9r\u00e9e?s? comme|\bse considera|\bes considerad[oa]|"
    r"\b(?:is|are|was|were)(?: \w+)? (?:called|named|termed)|"
    r"\bfigur[ea] (?:\w+ ){0,4}com(?:me|o)|\bgilt als|\bist bekannt als|"
    r"\b(?:is|are|was|were) (?:considered|regarded as|listed (?:\w+ ){0,4}as|entered as))"
    r"(?: (?:an?|une?|eine?|un[ao]?))?\s*$"
)
_REPORTED = re.compile(
    r" (?:(?:hat|hatte|has|had|a|avait|ha|hab\u00eda) )?(?:berichtete?|meldete?|geschrieben"
    r"|reported|first reported|rapport\u00e9|rapportait|r\u00e9v\u00e9l\u00e9|inform\u00f3"
    r"|public\u00f3|publicado|informado)\b"
)
"""What a paper does, behind its name."""
_FIRM = re.compile(
    r"(?: (?:Ltd|Limited|Inc|LLC|plc|PLC|GmbH|AG|KG|SARL|SAS|S\.?A\.?|S\.?L\.?)\.?|公司|集团|集團)$"
)
_ONE_CHARACTER = re.compile("[字音]")
_TO_BE_WRITTEN = re.compile(
    "(?:[应應须須需要得]|必须|必須|不[能得可要])[当當该該]?[只仅僅]?"
    "(?:[写寫填标標注載载][明为為上成入作写寫]?|注明|标注|標注)$"
)
"""What a form has to say, in Chinese."""
_HEADED_ZH = re.compile(
    "(?:[标標][题題][是为為作]|[名店][字称稱][是为為叫]?|互[称稱]|"
    "[子地处處湖江乡鄉里世时時都桥橋塔山河巷街路楼樓村树樹]人[称稱]|"
    "[学學默抄][写寫会會]|[演加]?[唱演]了?|[称稱叫](?:这[种類类]|這[種類]|此[类類]|这一(?:现象|做法)|這一(?:現象|做法))[^，。]{0,6}[为為作]|本(?:法|条例|條例|办法|辦法|[规規]定|合同)所[称稱])$"
)

_DISOWNED = re.compile("(?:不是|并非|算不上|谈不上|不算|称不上)(?:什么|一个|一种|所谓的?)$")
"""What something is said not to be, in Chinese."""
_PICTURED = re.compile("一[张份本枚块纸面条]$")
_PICTURE = re.compile(
    "的(?:照片|证书|证件|奖状|截图|海报|标签|牌子|聘书|资格证|执照|名片|横幅|锦旗|奖牌|徽章|贴纸|告示|条幅|招牌)"
)
"""What bears a name, behind it."""


def last_word(head: str) -> str:
    """The word that stands right before an offset, empty without one."""
    found = _LAST.search(head)
    return found.group(1) if found else ""


def is_mentioned(text: str, head: str, end: int, words: DraftWords) -> bool:
    """Whether a word stands before that mentions a word ("the term").

    Args:
        text: the draft.
        head: the text right before the opening mark, without the space.
        end: offset behind the closing mark.
        words: the lists of the language.
    """
    pattern = words.phrases["mentions"]
    found = list(pattern.finditer(head))
    if words.language == "zh":
        behind = pattern.match(text, end)
        return bool(behind) or bool(found and len(head) - found[-1].end() <= 1)
    if words.language == "fr" and _SAYS_OF_ITSELF.search(head):
        return False
    if found and not head[found[-1].end() :].strip():
        return True
    return words.has("mentioning", last_word(head)) and head[-1:].isalpha()


def is_inscribed(head: str, clause: Clause | None, words: DraftWords) -> bool:
    """Whether the words stand on something, which is not said to read so ("the banner above:")."""
    if clause is not None and clause.framed:
        return False
    role = clause.subject.role if clause is not None and clause.subject is not None else ""
    if words.has("inscriptions", role):
        return words.phrases["reading"].search(head[-_READS:]) is None
    if head[-1:] not in (":", "\uff1a"):
        return False
    sentence = re.split("[.!?\u3002\n]", head)[-1]
    if words.phrases["reading"].search(sentence):
        return False
    return words.phrases["inscriptions"].search(sentence) is not None


def is_named(
    text: str, head: str, quoted: str, outer: Span, clause: Clause | None, words: DraftWords
) -> bool:
    """Whether everybody calls a thing so, or a form has to say it.

    Args:
        text: the draft.
        head: the text right before the opening mark, without the space.
        quoted: the words, few of them.
        outer: the stretch with its marks.
        clause: the attributing clause beside it, if any.
        words: the lists of the language.
    """
    sentence = _BORDER.split(head)[-1]
    if words.language == "zh":
        one = len(quoted) == 1 and _ONE_CHARACTER.match(text, outer[1])
        shown = _PICTURED.search(sentence) and _PICTURE.match(text, outer[1])
        by_frame = _TO_BE_WRITTEN.search(sentence) or _HEADED_ZH.search(sentence)
        return bool(one or by_frame or shown or _DISOWNED.search(sentence))
    subject = clause.subject if clause is not None else None
    everybody = subject is not None and subject.kind is SubjectKind.OWN
    told = subject.text.casefold() if subject is not None else ""
    before = clause is not None and clause.start < outer[0] and not clause.direct
    if before and everybody and told in _EVERYBODY:
        return len(quoted.split()) < 4
    by_somebody = clause is not None and clause.direct and clause.start >= outer[1]
    if _CONSIDERED.search(sentence) and not by_somebody:
        return True
    if _CALLING_SELF.search(sentence) and quoted.split()[0].casefold() not in ("a", "an", "the"):
        return True
    what = _CALLED_WHAT.search(sentence)
    if what and words.has("callers", what.group("who")):
        return True
    if _TERM_WHEN.search(sentence) and _WHEN.match(text, outer[1]):
        return len(quoted.split()) < 3
    term = len(quoted.split()) == 1 and _TERM_OF.search(sentence)
    if term and (words.language != "de" or quoted[0].isupper()):
        return subject is None or subject.kind is SubjectKind.ROLE or " " not in subject.text
    if words.language == "de" and _is_relative_naming(text, sentence, outer[1]):
        return True
    here = _CALLED_HERE.search(sentence)
    who_here = here.group("who") if here else None
    if here and who_here is None:
        return True
    if who_here and words.has("callers", who_here) and quoted.split()[-1][0].isupper():
        return True
    many = _CALLED_BY_ALL.search(sentence)
    if many is None:
        return False
    who = _WORD.findall(sentence[: many.start()])
    bare = many.group().startswith("call ") and 0 < len(who) < 3 and who[-1].endswith("s")
    named = len(who) > 1 and who[-1][0].isupper()
    return any(words.has("callers", word) for word in who) or (bare and not named)


def _is_relative_naming(text: str, sentence: str, end: int) -> bool:
    """Whether several nameless call it so (German: "den sie im Dorf ... nennen")."""
    if not re.match(r" (?:nennen|nannten|rufen|riefen|tauften)\b", text[end : end + 12]):
        return False
    part = re.split(r",", sentence)[-1]
    who = re.match(r" ?(?:den|die|das|was|der) (\w+)( \w+)?", part, re.IGNORECASE)
    several = ("sie", "alle", "viele", "manche", "hier", "dort", "einheimische", "kollegen")
    if who is None:
        return False
    bare = who.group(1)[0].isupper() and not who.group(2)
    return who.group(1).casefold() in several or bare


def is_named_work(quoted: str, head: str, behind: str, words: DraftWords) -> bool:
    """Whether the noun whose name follows stands right before ("her novel "), whatever follows."""
    if words.language == "zh" or _FINAL.search(quoted) or not quoted[:1].isupper():
        return False
    if head[-1:] == "," and (quoted[-1:] == "," or behind == ","):
        nouns = ("works", "bearers", "prizes")
        return any(words.has(name, last_word(head)) for name in nouns)
    if not head[-1:].isalpha():
        return False
    noun = last_word(head)
    if words.has("works", noun) or words.has("bearers", noun):
        return True
    if words.language == "de" and noun[0].isupper():
        ends = words.groups_of_words["works"] | words.groups_of_words["bearers"]
        if any(noun.casefold().endswith(end) for end in ends if len(end) > _LONG_ENOUGH):
            return True  # "Nachrichtensendung"
    lead = _WORD.findall(head)
    copula = bool(lead) and words.has("copulas", lead[-1])
    return copula and any(words.has("works", word) for word in lead[-_WORK_BEFORE:-1])


def is_name_itself(text: str, quoted: str, head: str, outer: Span, words: DraftWords) -> bool:
    """Whether the words are a name by their own form and frame: a firm, a paper, an event, a play.

    Args:
        text: the draft.
        quoted: the words, few of them.
        head: the text right before the opening mark, without the space.
        outer: the stretch with its marks.
        words: the lists of the language.
    """
    if _FINAL.search(quoted.rstrip(_NOT_FINAL)) or head[-1:] in (":", "\uff1a"):
        return False
    if _FIRM.search(quoted):
        return True
    if words.language == "zh" or not quoted[:1].isupper():
        return False
    own = _WORD.findall(quoted)
    if not own:
        return False  # a letter in a circle
    sentence = _BORDER.split(head)[-1]
    before = _WORD.findall(sentence)
    capitals = all(word[0].isupper() for word in own if len(word) > 3)
    paper = words.has("press", own[-1]) or words.has("press", own[-1].rstrip("ns"))
    if capitals and (paper or words.has("press", own[0])):
        return True
    alone = len(before) == 1 and words.has("determiners", before[0])
    if alone and len(own) < 5 and _REPORTED.match(text, outer[1]):
        return True  # a paper
    titled = len(own) > 1 and (capitals or words.language != "en")
    if not titled or not before:
        return False
    lead = before[-1].casefold()
    if len(before) == 1 and lead in _WITH | _WITHIN:
        return True
    if lead in _WITHIN and words.has("verbs", _behind(text, outer[1])):
        return True
    if lead in _WITH and any(words.has("opening", word) for word in before[-_HELD_BEFORE:]):
        return True
    return any(words.has("holding", word) for word in before[-_HELD_BEFORE:])


def _behind(text: str, end: int) -> str:
    found = re.match(r"[ \u00a0]([^\W\d_]+)", text[end : end + 32])
    return found.group(1) if found else ""


def is_title(quoted: str, head: str, words: DraftWords, length: float) -> bool:
    """Whether the words are a title by the noun before them or by their capitals."""
    if words.language == "zh":
        found = list(words.phrases["works"].finditer(head))
        return bool(found) and found[-1].end() == len(head)
    first = next((c for c in quoted if c.isalnum()), "")
    if not (first.isupper() or first.isdigit()):
        return False
    if words.has("works", last_word(head)) or words.has("prizes", last_word(head)):
        return True
    if words.language != "en" or _FINAL.search(quoted.rstrip(_NOT_FINAL)):
        return False
    long = [w for w in re.findall(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*", quoted) if len(w) > 3]
    named = bool(long) and all(w[0].isupper() for w in long)
    return named and (length >= 2 or bool(head)) and not _FINAL.search(quoted)
