"""The words by which texts attribute speech, and the patterns made of them.

One `Grammar` a language: who may be a subject, which verbs are verbs of saying or thinking, and
where the attributing clause stands. The lists are closed (`VERSION`): a verb that is missing costs
an attribution, one too many invents one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

VERSION = 1


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns for one language; each names the speaker ``who``, ``who2`` or ``who3``.

    Attributes:
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


@dataclass(frozen=True, slots=True)
class _Words:
    """What a spaced language's patterns are built from; each is the inside of a group."""

    verbs: str
    pronouns: str
    determiners: str
    plurals: str
    never_subject: str
    inner_stop: str
    adverbs: str
    objects: str
    that: str
    according: str
    first_person: str
    third_person: str
    joins: str
    bare_after: str = "(?!)"
    bare_verbs: str = "(?!)"


def _any_case(words: str) -> str:
    """Lower-case alternatives, also with a capital at the start."""
    return "|".join(
        f"[{w[0]}{w[0].upper()}]{w[1:]}" if w[0].isalpha() else w for w in words.split("|")
    )


_UP, _IN = "A-Z\u00c0-\u00de\u0410-\u042f\u0401", r"[\w'\u2019-]"


def _spaced(words: _Words) -> Grammar:
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


_ENGLISH = _Words(
    verbs=(
        "sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|not(?:e|es|ed|ing)|w(?:rite|rites|rote|riting)|th(?:ink|inks|ought)"
        "|repl(?:y|ies|ied)|quip(?:s|ped)|shouts?|shouted|go(?:es)? on|went on"
        "|(?:ask|add|explain|stress|tweet|post|answer|respond|warn|admit|believ|claim|stat|insist|"
        "argu|emphasi[sz]|announc|declar|suggest|repeat|reiterat|remark|recall|jok|conclud|"
        "assert|maintain|predict|promis|vow|apologi[sz]|acknowledg|confirm|reveal|disclos|report|"
        "contend|alleg|urg|continu|observ|complain|mention|express)(?:e|s|es|ed|t?ted|ing)?"
    ),
    pronouns=(
        "i|we|he|she|they|you|those who|people who|anyone who|everyone who|everybody who|"
        "someone who|the ones who"
    ),
    determiners="the|an|a|my|our|your|his|her|their|its|some|many|several|most|one|these|both",
    plurals=(
        "critics|opponents|people|experts|officials|supporters|scientists|economists|media|some|"
        "many|others|everyone|everybody|someone|somebody|analysts|lawyers|prosecutors|police|"
        "doctors|observers|reporters|journalists|rivals|commentators|pundits|sceptics|skeptics"
    ),
    never_subject=(
        "I|Nobody|None|Never|Not|No|Nothing|Neither|It|This|That|There|What|Which|If|When|But|And|"
        "So|To|Let|Please|Who|As|Then|However|Also|Although|Though|While|Because|Since|After|"
        "Before|In|On|At|By|With|For|Even|Yet|Now|Today|Until|Unless|Whether|Where|Why|How|Like|"
        "He|She|They|We|You|The|A|An|My|Our|Your|His|Her|Their|These|Those|Some|Many|One|Recently"
    ),
    inner_stop=(
        "not|never|nobody|no|none|who|which|that|and|but|because|if|when|whether|is|was|are|were|"
        "in|on|at|after|before|during|to|as|yesterday|today|by|with|for|said|says|than"
    ),
    adverbs=(
        r"\w+ly|also|then|once|again|later|has|had|have|is|was|would|will|often|just|even|keep|"
        r"keeps|kept|always|still|recently|first|himself|herself|used to|came to|went on to"
    ),
    objects="(?:to )?(?:me|us|him|her|them|you|reporters|journalists|the (?:press|court|house|"
    "magazine|newspaper|paper|crowd|audience))",
    that="that",
    according="according to|in the words of|in the view of|in the opinion of",
    first_person="i|we",
    third_person="he|she|they",
    joins="and|or|but|so|because|when|if|who|which|while",
    bare_after="the|a|an|my|our|his|her|their|its|he|she|they|it|we|i|you|this|there",
    bare_verbs="says?|said|thinks?|thought|believes?|believed|claims?|claimed|argues?|argued|"
    "insists?|insisted|admits?|admitted|told",
)
_GERMAN = _Words(
    verbs="sagte[n]?|sagt|erklärte[n]?|erklärt|meinte[n]?|meint|behauptete[n]?|behauptet|"
    "schrieb(?:en)?|schreibt|betonte[n]?|betont|glaubt|glauben|denkt|warnte[n]?|warnt|fügte|"
    "antwortete[n]?|berichtete[n]?|berichtet|fragte[n]?|sagen|behaupten|rief|kündigte",
    pronouns="ich|wir|er|sie|man|manche|viele|einige",
    determiners="der|die|das|ein|eine|mein|meine|unser|unsere|sein|seine|ihr|ihre|diejenigen",
    plurals="kritiker|gegner|leute|experten|beobachter",
    never_subject="Niemand|Keiner|Nichts|Nie|Nicht|Kein|Keine|Es|Das|Wenn|Falls|Aber|Und|Ich|Wir",
    inner_stop="nicht|nie|niemals|niemand|kein|keine|und|aber|dass|wenn|ob|ist|war|sind|in|am|im",
    adverbs="auch|dann|später|wieder|immer|noch|hat|haben|hatte|einmal|kürzlich|oft",
    objects="mir|uns|ihm|ihr|ihnen",
    that="dass|daß",
    according="laut|nach angaben (?:von|des|der)|nach ansicht (?:von|des|der)|zufolge",
    first_person="ich|wir",
    third_person="er|sie",
    joins="und|oder|aber|weil|als|wenn|denn|sondern",
)
_FRENCH = _Words(
    verbs="dit|disent|disait|déclaré|déclare|affirme|affirment|affirmé|prétend|"
    "prétendent|prétendu|écrit|ajoute|ajouté|expliqué|explique|souligné|"
    "souligne|pense|pensent|croit|croient|assure|assuré|répète|répondu|estime|estimé|"
    "annoncé|annonce|rappelé|a-t-il|a-t-elle",
    pronouns="je|nous|il|elle|ils|elles|on|ceux qui|certains",
    determiners="le|la|les|un|une|des|mon|ma|mes|notre|nos|son|sa|ses|leur|leurs",
    plurals="certains|beaucoup",
    never_subject="Personne|Rien|Jamais|Aucun|Aucune|Ce|Cela|Si|Mais|Et|Je|Nous",
    inner_stop="ne|n|pas|jamais|personne|qui|que|et|mais|si|est|à|dans|en",
    adverbs="a|ont|avait|m['\u2019]a|nous a|aussi|ensuite|encore|toujours|souvent|l['\u2019]a",
    objects="(?:à la presse)",
    that="que|qu['\u2019]",
    according="selon|d['\u2019]après",
    first_person="je|nous",
    third_person="il|elle|ils|elles",
    joins="et|ou|mais|parce|quand|si|qui",
)
_SPANISH = _Words(
    verbs="dijo|dice|dicen|dijeron|declaró|afirmó|afirma|afirman|aseguró|asegura|aseguran|"
    "sostiene|sostienen|escribió|explicó|agregó|añadió|señaló|cree|creen|piensa|"
    "piensan|repite|repiten|advirtió|respondió|anunció",
    pronouns="yo|nosotros|él|ella|ellos|ellas|quienes|los que|algunos|muchos",
    determiners="el|la|los|las|un|una|mi|mis|nuestro|nuestra|su|sus",
    plurals="algunos|muchos",
    never_subject="Nadie|Nada|Nunca|Ningún|Ninguna|Esto|Eso|Si|Pero|Y|Yo",
    inner_stop="no|nunca|nadie|que|y|pero|si|es|en|a|jamás",
    adverbs="me|nos|le|les|ha|han|había|también|luego|siempre|todavía",
    objects="(?:a la prensa)",
    that="que",
    according="según|de acuerdo con|en palabras de",
    first_person="yo|nosotros",
    third_person="él|ella|ellos|ellas",
    joins="y|o|pero|porque|cuando|si|sino",
)
_RUSSIAN = _Words(
    verbs="сказал[аи]?|говорит|"
    "говорят|говорил[аи]?|"
    "заявил[аи]?|заявля(?:ет|ют)|"
    "утвержда(?:ет|ют|л[аи]?)|"
    "написал[аи]?|отметил[аи]?|"
    "подчеркнул[аи]?|добавил[аи]?|"
    "счита(?:ет|ют)|дума(?:ет|ют)|"
    "объяснил[аи]?",
    pronouns="я|мы|он|она|они|те, кто",
    determiners="мой|моя|мои|наш|наши|"
    "этот",
    plurals="критики|эксперты|оппоненты|"
    "некоторые|многие|люди",
    never_subject="Никто|Ничто|Никогда|Не|Если|Это|Но|Я",
    inner_stop="не|никогда|никто|что|и|но|в|на",
    adverbs="мне|нам|также|снова|часто|всегда",
    objects="мне|нам|журналистам",
    that="что|будто",
    according="по словам|согласно|по мнению",
    first_person="я|мы",
    third_person="он|она|они",
    joins="и|или|но|а|когда|если|потому",
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
    "en": _spaced(_ENGLISH),
    "de": _spaced(_GERMAN),
    "fr": _spaced(_FRENCH),
    "es": _spaced(_SPANISH),
    "ru": _spaced(_RUSSIAN),
    "zh": _chinese(),
}
"""Patterns by BCP 47 primary tag; English serves where a language has none."""
