"""The verbs of saying of a Chinese draft, where they stand.

Method: the listed verbs of two characters and more anywhere; those that are nouns as well only
right before the words or before the comma behind which the rest is told. Characters that are a
verb of saying alone and something else in a compound (小说, 名称, 问题) are told apart by their
neighbours.

Rejected: every character that can be a verb of saying (half of them are parts of other words).
"""

from __future__ import annotations

import re
from functools import cache

from verifier.drafts.words import load_draft_words

_SINGLE = {
    "说": "(?<![小传据听])说(?![明法服])",
    "說": "(?<![小傳據聽])說(?![明法服])",
    "称": (
        "(?<![名人简职俗号著堪昵])称(?![为号呼赞职])|(?<=人)称(?=[\uff1a\uff0c])|"
        "(?:(?<=责人)|(?<=言人)|(?<=办人)|(?<=告人)|(?<=理人)|(?<=事人))称(?=[\u201c\u300c])"
    ),
    "稱": "(?<![名人簡職俗號著堪暱])稱(?![為號呼讚職])|(?<=人)稱(?=[\uff1a\uff0c])",
    "问": "(?<![学访疑询慰])问(?![题卷候])",
    "問": "(?<![學訪疑詢慰])問(?![題卷候])",
    "道": "道(?=[\uff1a:\uff0c,。\u201c\u300c])",
    "写": "写(?=[\uff1a:\uff0c,着到下\u201c])",
    "寫": "寫(?=[\uff1a:\uff0c,著\u201c\u300c])",
    "答": "(?<![回应應])答(?=[我你他她]?[\uff1a:\uff0c\u201c\u300c])",
    **{
        sign: f"{sign}(?=[我你他她]?[\uff1a:\uff0c,\u201c\u300c])"
        for sign in "劝勸骂罵夸誇吼嚷催叹嘆"
    },
    "话": (
        "(?<![的说电讲闲废笑官普土实真梦对通谈问回训神童套情客大空假鬼句段番这那心白老俗])话(?=[，：])"
    ),
    "讲": "(?<![演座听开宣])讲(?=[着了过]?[，：\u201c\u300c])",
    "指": "(?<![手食拇戒大小中无無五十所只])指(?=[\uff0c\uff1a:\u300c\u201c])",
    "喊": "喊(?=[\uff1a:\uff0c,着道\u201c])",
}
_SOME_WORDS = (
    "给出的(?:理由|解释|解釋|答[复復覆]|回[应應复復覆]|说法|說法)是|"
    "[写寫说說留回发發打][下了过過着著]{0,2}[一二两兩三四五六七八九十几幾\\d]{1,2}"
    "(?:[个個]字|句[话話]?|行字|段[话話])(?=[\uff1a:\uff0c,\u2014\u201c\u300c])"
)
"""So many words that somebody says or writes."""
_SENDS = "(?:来信|来电|来函|致信|致函|去信|留言|发帖|发文|撰文|投书)(?=[，：说称道])"
"""What somebody sends, as a verb."""
_MATRIX = (
    "(?<![到获得出发交据照按依经未无该此关有终审式书面头一的了])"
    "(?:提出|通报|裁定|认定|判定|声明|提议|表明|指控|反映|回顾|反思|科普|剖析|归纳|爆料|提及|申辩|倡议|批示|公告|提请)(?=[，：])"
)
"""What tells the rest of the sentence before a comma."""


@cache
def verbs_of(language: str) -> re.Pattern[str]:
    """The pattern of the verbs of saying of a language with Chinese lists.

    Args:
        language: BCP 47 primary tag.
    """
    words = load_draft_words(language)
    long = sorted(
        (w for w in words.groups_of_words["verbs"] if len(w) > 1), key=lambda w: (-len(w), w)
    )
    inside = "|".join(map(re.escape, long))
    marked = "|".join(map(re.escape, sorted(words.groups_of_words["marked_verbs"])))
    close = f"(?:{marked})[着著道了过過]?(?:一句)?(?=[\uff0c,\uff1a:]?[\u201c\u300c])"
    known = f"(?:{inside})(?![师師家员員人者书書])"
    return re.compile("|".join([_SOME_WORDS, _SENDS, _MATRIX, known, *_SINGLE.values(), close]))
