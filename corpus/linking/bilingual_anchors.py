"""What two languages write alike: numbers, months, Latin letters, and names by their sound.

Problem: without any lexicon a few marks still tell which sentences belong together, but they are
written differently: 25 万 is 250,000, 五月 is May, 黄小希 is Huang Xiaoxi, 特朗普 is Trump.

Method: every sentence becomes a set of language-neutral marks. Numbers and months become values;
words in Latin letters inside another script stay as they are; runs of Chinese characters are kept
by their pinyin in all readings; runs of characters that are used for foreign names are kept by
their consonants, with the sounds that Chinese does not keep apart thrown together. Whether a mark
is striking is left to the two texts: one that stands everywhere says nothing.

Rejected: a table of our own with the pinyin of some thousand characters (to be kept right by hand;
pypinyin is one pure-Python wheel under the MIT licence and knows every reading); a list of names.

Source: pypinyin (readings); the customary characters for foreign names, as newspapers show them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from corpus.text.han import simplified

_DIGITS = dict(zip("零〇一二三四五六七八九两", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2), strict=True))
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_HAN_NUMBER = re.compile(
    r"(\d[\d,]*(?:\.\d+)?)?([零〇一二三四五六七八九两十百千]*)([百千]?[万亿]{0,2})"
)
_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_ENGLISH_NUMBER = re.compile(
    rf"(\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(_SMALL)})\b(?:-(?:{'|'.join(_SMALL)})\b)?)"
    rf"((?:[ -](?:{'|'.join(_SCALES)})\b)*)",
    re.I,
)
_MONTH = re.compile(rf"\b({'|'.join(f'{m[:3]}(?:{m[3:]})?' for m in _MONTHS)})\b\.?", re.I)
_HAN_RUN = re.compile("[\u4e00-\u9fff]+")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+")
_CAPITAL = re.compile(r"\b[A-Z][a-z]{2,}\b")
_FOREIGN = frozenset(
    "阿埃艾爱安奥澳巴班邦贝本比彼毕宾波伯博布蔡查达戴丹当道德登邓狄迪蒂丁杜多俄厄恩尔法凡范方菲费芬丰弗福夫富"
    "盖甘高戈格葛古瓜圭哈海汉豪赫黑亨洪胡华怀惠霍基吉季加贾简杰捷金京卡凯坎康考柯科克肯孔库夸奎昆拉"
    "莱兰郎朗劳雷里理利立莉丽连列林琳卢鲁路伦罗洛吕马玛迈麦曼芒毛梅门蒙米密缅明摩莫默姆穆纳娜南内尼"
    "涅宁努诺欧帕潘庞佩彭皮平坡珀普奇齐恰钱乔切琴琼丘茹瑞若萨塞赛桑瑟森沙莎山尚舍申圣盛施什史士斯思"
    "丝苏孙索塔泰坦汤唐特藤提汀廷通图土托瓦万旺威维韦卫魏温文翁沃乌武伍西希锡夏香肖谢辛欣休许逊雅亚扬"
    "耶叶伊易因英雍尤约赞泽扎詹张哲真芝智兹朱祖佐丘顿敦登腾廉姬珍塔"
)
_SWALLOWED = re.compile("(?<=[aeiouy])[lr](?=[^aeiouylr])")
"""A liquid before a consonant, which Chinese writes in some names and leaves out in others."""
_LONGEST_NAME, _FEWEST_SOUNDS = 6, 3
_SOUND = {
    **dict.fromkeys("bpfvw", "P"), **dict.fromkeys("dt", "T"), **dict.fromkeys("gkqc", "K"),
    **dict.fromkeys("lr", "L"), **dict.fromkeys("mn", "N"), **dict.fromkeys("szxj", "S"),
}  # fmt: skip


def numbers(text: str, language: str) -> set[str]:
    """The values of the numbers in a text, months among them.

    Args:
        text: any text.
        language: its tag; Chinese and Japanese numerals, and English number words, are read where
            they belong.

    Returns:
        Values as text (``250000``, ``3.5``), months as ``month 5``. Numbers below 10 are left out
        unless they are written in digits, and a lone ``一`` or ``one`` always: they are words.
    """
    plain = "".join(chr(ord(c) - 0xFEE0) if "０" <= c <= "９" else c for c in simplified(text))
    plain = plain.replace("\uff0c", ",").replace("\uff0e", ".")
    return _han_numbers(plain) if language[:2] in ("zh", "ja") else _latin_numbers(plain)


def _han_numbers(text: str) -> set[str]:
    found = set()
    for match in _HAN_NUMBER.finditer(text):
        digits, numerals, scale = match.groups()
        if not digits and not numerals:
            continue
        value = float(digits.replace(",", "")) if digits else float(_numeral(numerals))
        for sign in numerals + scale if digits else scale:
            value *= (_TENS | _MYRIADS).get(sign, 1)
        if text[match.end() : match.end() + 1] == "月":
            found.add(f"month {value:g}")
        elif digits or value >= 10:
            found.add(f"{value:.12g}")
    return found


def _numeral(signs: str) -> int:
    if not any(sign in _TENS for sign in signs):
        return int("".join(str(_DIGITS[sign]) for sign in signs))
    total = digit = 0
    for sign in signs:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def _latin_numbers(text: str) -> set[str]:
    found = {f"month {_month(m[1])}" for m in _MONTH.finditer(text) if m[1][0].isupper()}
    for match in _ENGLISH_NUMBER.finditer(text):
        written, scales = match.groups()
        if written[0].isdigit():
            value = float(written.replace(",", "").rstrip("."))
        else:
            value = float(sum(_SMALL[part] for part in written.casefold().split("-")))
        for scale in re.findall("[a-z]+", scales.casefold()):
            value *= _SCALES[scale]
        if written[0].isdigit() or value >= 10:
            found.add(f"{value:.12g}")
    return found


def _month(name: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].casefold()))


def latin_words(text: str) -> set[str]:
    """Words of two and more Latin letters, case folded: names and brands that stay as they are."""
    return {word.casefold() for word in _LATIN.findall(text)}


@lru_cache(maxsize=8192)
def _readings(char: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin  # a fifth of what starting takes; few questions need it

    return tuple(dict.fromkeys(pinyin(char, style=Style.NORMAL, heteronym=True)[0]))


def names_in_han(text: str) -> set[str]:
    """How runs of Chinese characters may be written as a name in Latin letters.

    Args:
        text: Chinese text, in either script.

    Returns:
        The pinyin of every run of one to three characters in all readings (``huang``, ``xiaoxi``),
        and the consonants of every run of characters that foreign names are written with, in
        capitals (``TLNP``).
    """
    found: set[str] = set()
    for run in _HAN_RUN.findall(simplified(text)):
        readings = [_readings(char)[:3] for char in run]
        for size in (1, 2, 3):
            for at in range(len(run) - size + 1):
                found.update(map("".join, product(*readings[at : at + size])))
        for at in range(len(run)):
            sounds = ""
            for char, reading in zip(run[at : at + _LONGEST_NAME], readings[at:], strict=False):
                if char not in _FOREIGN:
                    break
                sounds += _consonants(reading[0].replace("q", "x").replace("c", "x"))
                if len(sounds) >= _FEWEST_SOUNDS:
                    found.add(sounds)
    return found


def names_in_latin(text: str) -> set[str]:
    """The capitalised words of a text, in the forms that `names_in_han` gives.

    Returns:
        Every such word of three letters and more in lower case, and its consonants in capitals
        where there are enough of them to tell names apart.
    """
    found = set()
    for word in _CAPITAL.findall(text):
        plain = word.casefold()
        found.add(plain)
        for spoken in (plain, _SWALLOWED.sub("", plain)):
            sounds = _consonants(spoken)
            if len(sounds) >= _FEWEST_SOUNDS:
                found.add(sounds)
    return found


@lru_cache(maxsize=65_536)
def _consonants(word: str) -> str:
    """The consonants of a word; sounds that Chinese does not keep apart are thrown together."""
    for written, sounded in (("ng", "n"), ("ph", "f"), ("ch", "s"), ("sh", "s"), ("ck", "k")):
        word = word.replace(written, sounded)
    sounds = [_SOUND[c] for c in word if c in _SOUND]
    return "".join(s for at, s in enumerate(sounds) if at == 0 or s != sounds[at - 1])
