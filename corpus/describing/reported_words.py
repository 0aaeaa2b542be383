"""The words by which texts attribute speech, one list a language with spaces.

The lists are closed (`VERSION`): a verb that is missing costs an attribution, one too many invents
one. `corpus.describing.reported_grammar` makes patterns of them.
"""

from __future__ import annotations

from dataclasses import dataclass

VERSION = 1


@dataclass(frozen=True, slots=True)
class ReportingWords:
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


ENGLISH = ReportingWords(
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
GERMAN = ReportingWords(
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
FRENCH = ReportingWords(
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
SPANISH = ReportingWords(
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
RUSSIAN = ReportingWords(
    verbs="сказал[аи]?|говорит|"
    "говорят|говорил[аи]?|"
    "заявил[аи]?|заявля(?:ет|ют)|"
    "утвержда(?:ет|ют|л[аи]?)|"
    "написал[аи]?|отметил[аи]?|"
    "подчеркнул[аи]?|добавил[аи]?|"
    "счита(?:ет|ют)|дума(?:ет|ют)|"
    "объяснил[аи]?",
    pronouns="я|мы|он|она|они|те, кто",
    determiners="мой|моя|мои|наш|наши|этот",
    plurals="критики|эксперты|оппоненты|некоторые|многие|люди",
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
