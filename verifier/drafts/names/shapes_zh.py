"""What looks like a name in Chinese, where no space and no capital shows it.

Method: a family name and one or two characters (three behind a family name of two), a nickname, or
characters that transliterate foreign names; not a common word that begins with a family name, and
nothing with a particle in it. Where a name is named once only, the character behind it has to begin
a verb or an adverb.

Rejected: a dictionary of given names (nearly every character can be in one).
"""

from __future__ import annotations

import re

from verifier.drafts.models import Span
from verifier.drafts.words import DraftWords

_HAN = "\u3400-\u9fff"
DOTTED = re.compile(rf"[{_HAN}A-Za-z]+(?:[\u00b7\u2022\u30fb][{_HAN}A-Za-z]+)+")
_NICKNAME = re.compile(rf"(?:[老小阿][{_HAN}]|阿[{_HAN}][姨伯婆嬸婶叔哥姐公嫂妹弟])$")
_SOMEBODY = re.compile(f"[{_HAN}]某[某甲乙丙丁强刚军伟明华芳丽平英霞辉勇敏红玲]?")
"""A family name of somebody whose name is held back."""
_NO_NAME = re.compile(
    "[对對向跟给給说說称稱问問的了是在不也都就要会會能有和与與这這那个個们們么麼吗嗎呢吧着著过過他她它我你]"
)
_NO_GIVEN = re.compile(
    "["
    "对對向跟给給说說稱问問的了是在不也都就要会會能有和与與这這那个個们們么麼吗嗎呢吧着著过過"
    "他她它我你您谁誰啥咱俺及或但而却卻且虽雖因被把将將让讓使从從到往由该該每各某另其此哪啊呀"
    "啦哦嗯唉很更最没沒未已曾又还還只仅僅告诉訴讲講谈談叫喊骂罵吵闹鬧哭听聽看瞧盯見觉覺认認回"
    "答表示追反驳駁质質疑控指责責批评評议議记記者带帶拿打抓拉推拍抱搬扛抬摸碰踢踩跳跑走坐站躺"
    "蹲跪爬吃喝睡醒穿脱脫买買卖賣付借换換租做办辦搞弄找接送寄拆装裝上下里裡内內外间間旁边邊车"
    "車船院校馆館店厂廠局部厅廳处處员員客队隊班组組级級届屆位条條件份张張块塊钱錢号號点點秒期"
    "周週度头頭脸臉手脚腳腿眼嘴鼻耳背肚事物样樣种種类類型场場区區县縣镇鎮街境界线線网網机機器"
    "药藥病伤傷很第几幾两兩多些半去出入停住变變受遭按随隨据據并並等即够夠每死拖拽选選拦攔劝勸"
    "捡撿扔递遞挑挤擠躲逃抢搶救查骑騎教练練写寫读讀唱弹彈拎擦洗煮炒烧燒切砍剪撕贴貼挂掛钉锁鎖"
    "填挖砌刷涂缝縫编編拨撥摁"
    "调掀甩搂撞摔瞪瞥瞅瞄咬舔喷抖挪拐揣捆绑裹披套摊铺垫挡拄撑扯拧抠剥削剁劈敲砸掏摆捧端抬搀挎奔窜趴蹦踹跨迈钻跌躲报俱"
    "]"
)
"""Characters that are in hardly any given name: small words, verbs, measures, things."""
_TOWARDS = re.compile(
    "向(?=[东東阳陽明荣榮前华華军軍红紅辉輝])|(?<=[国國永志建致景元仁谦謙])和$|和平$"
)
"""Small words that are in given names beside some characters."""
TRANSLITERATED = re.compile(
    "[文珠措朗范冯馮麦麥奎默墨桑坦顿頓逊遜坎宁寧柯赛賽魏胡富班邦鲍鮑廷钦欽纽紐芭赖賴昆弥彌狄翰阿埃艾爱愛安奥奧巴贝貝比彼宾賓波博布查达達戴德登蒂迪丁多厄恩尔爾法费費芬弗夫福盖蓋戈格古哈海汉漢赫霍基吉加杰傑"
    "卡凯凱科克肯库庫拉莱萊兰蘭劳勞勒雷里利列林卢盧鲁魯伦倫罗羅洛马馬迈邁曼梅门門蒙米密莫姆穆纳納奈内內尼诺諾努欧歐帕"
    "佩皮普齐齊奇乔喬切琼瓊让萨薩塞森沙舍施史斯苏蘇索塔泰特提汀图圖托瓦万萬威韦韋维維温溫翁沃乌烏西希夏谢謝辛休雅亚亞"
    "扬揚耶叶葉伊尤约約扎泽澤詹朱兹茲佐娜丽麗莎莉娅婭琳妮黛蕾薇茜]{3,6}"
)
_TAIL = re.compile(
    TRANSLITERATED.pattern.removesuffix("]{3,6}")
    + "卜丘菲翠茨顿頓逊遜金坎坦桑丹宁寧根康柯隆麦麥珀茹瑞赛賽瑟圣聖陶魏伍延因珍卓"
    "祖玛瑪萝蘿葛惠贾賈贡貢豪亨胡华華考昆丰豐佛富范策岑"
    "昂拜班邦鲍鮑廷英钦欽坤甘纽紐蓓芙芭芮赖賴]{1,6}"
)
"""What transliterates a family name behind a dot."""
_HEAD = re.compile(
    _TAIL.pattern.removesuffix("]{1,6}")
    + "杜伯毕敦冈哥贡瓜圭简津夸孟敏涅彭恰热荣绍申舒朔松藤锡肖欣兴许延云赞曾茱宗"
    + "白鲍贝本昌察柴楚邓狄第东凡佳季"
    + "怀侯洪扩理留吕毛芒摩嫩派庞青儒若桑什丝唐汤旺武雄修因英朱祖]"
)
"""What transliterates what stands before a dot."""
_CALLED = re.compile("[^\u00b7]*?(?:名叫|名为|叫做|叫作)(?=[^\u00b7]+\u00b7)")
_LAST_OF_TAIL = re.compile("[^说称表指在是的了也曾](?=[是在说称的]|$)")
"""What may end a name of which only the last character transliterates nothing else."""
_STEPPE = re.compile(
    TRANSLITERATED.pattern.removesuffix("]{3,6}")
    + "云日其木仁格珠措央金旺次顿桑曲江孜再热力甫买提合古丽青高乌巴图宝音那顺白]{0,4}?"
    "(?:其木格|其其格|木格|托娅|图雅|高娃|巴特尔|巴雅尔|那顺|塔拉|古丽|古丽娜|买买提江?|麦麦提江?|吐尔逊江?|艾山江?|艾力江?|木江|提江|山江|逊江|别克|卓玛|央金|旺堆|多吉|次仁|罗布|"
    "尼玛|拉姆|平措|扎西|格桑|顿珠|顿巴|白玛|才让|才旦|达娃|拉毛|措姆|旺姆|江措|嘉措)"
)
"""Mongolian, Uyghur, Kazakh and Tibetan names, by how they end."""
_SIDE = re.compile("的|有关|有關|相关|相關|方面")
_LONGEST_SLOGAN = 16
_OF_A_SENTENCE = re.compile("[，。！？；：…,!?;:不没沒是了却卻都也就必会會要能很太最]")
_NOUN_BEHIND = re.compile(f"的[{_HAN}]{{1,6}}[，。；、]|[{_HAN}]{{2}}")
_TIMES = re.compile("[一二三四五六七八九十百千日时時昨今]|[当當每前后後]天|[年月夜]$")
TITLES_BEHIND = frozenset(
    (
        "先生 女士 太太 小姐 婆婆 伯伯 婶婶 嬸嬸 奶奶 爷爷 爺爺 "
        "大爷 大爺 大妈 大媽 阿姨 叔叔 大叔 大姐 大哥 老师 老師 师傅 師傅"
    ).split()
)
"""What somebody is called by behind the name."""
LABEL = 6
"""Words of a nickname or the name of a body at most."""
_LONGEST_ROLE = 8
_LONGEST_TAIL = 7
DEEDS = (
    "引比打拿抬拍摆擺指摇搖点點叹嘆愣停转轉伸脱脫戴吃喝走站坐跑蹲躺拉推扭抱擦挥揮接追递遞念读讀写寫说說问問答喊骂罵哭"
    "皱皺眯睁睜闭閉咬赶趕带帶搬扛拎捡撿放收买買卖賣送借还還用做修洗煮切倒端捧举舉握捏摸敲踢踩跳爬穿按压压壓挤擠看望听聽想"
    "盯瞪丢丟撂抛留只就又也却卻则則便都没沒不才正在从從对對把将將向往被让讓给給跟和与與是有说已曾今昨后後笑苦冷竖豎补補合关關翻掏摊攤挠撓抓眨咧耸聳披摘捋掐弯彎凑俯蹬顿頓沉不要会會能可低拒否坦"
)
"""Characters with which a verb or an adverb behind a name begins."""


def dotted_in(part: str, words: DraftWords | None = None) -> tuple[int, int] | None:
    """Where a transliterated name with its dots stands.

    Args:
        part: a part of a clause.
        words: the Chinese lists, where a verb of saying may follow the name.

    Returns:
        From the first of its characters to the last behind the last dot, before a verb or a small
        word; None without a dot.
    """
    found = DOTTED.search(part)
    if found is None:
        return None
    dot = max(found.group().rfind(sign) for sign in "\u00b7\u2022\u30fb") + 1
    end = dot
    while end < len(found.group()) and end - dot < _LONGEST_TAIL:
        char = found.group()[end]
        known = _TAIL.match(char) is not None or char.isascii()
        over = words is not None and end > dot + 1 and _goes_on(found.group(), end, words)
        over = over or (
            words is not None and words.phrases["verbs"].match(found.group(), end) is not None
        )
        over = over or (not known and (char in DEEDS or _NO_GIVEN.match(char) is not None))
        if end > dot and (over or not (known or _TAIL.match(found.group(), end + 1))):
            end += not over and _LAST_OF_TAIL.match(found.group(), end) is not None
            break
        end += 1
    called = _CALLED.match(found.group())
    return found.start() + (called.end() if called else 0), found.start() + end


def _goes_on(part: str, at: int, words: DraftWords) -> bool:
    """Whether a title, a time or what somebody does begins behind a dotted name."""
    found = (words.phrases[n].match(part, at) for n in ("roles", "adverbs", "acts"))
    return any(match and len(match.group()) > 1 for match in found)


def foreign_at(text: str, at: int, stop: int, words: DraftWords) -> re.Match[str] | None:
    """Characters at an offset that transliterate a name, unless they are a country's or a city's.

    Args:
        text: the draft.
        at: the offset.
        stop: where the part ends.
        words: the Chinese lists.
    """
    place = words.phrases["places"].match(text, at, stop)
    if place:
        return None
    steppe, other = _STEPPE.match(text, at, stop), TRANSLITERATED.match(text, at, stop)
    both = [match for match in (steppe, other) if match and match.end() - at > 2]
    return max(both, key=lambda match: match.end(), default=None)


def ends_role(text: str, at: int, words: DraftWords) -> bool:
    """Whether a word of two characters or more for an office ends at an offset.

    Args:
        text: the draft.
        at: the offset.
        words: the Chinese lists.
    """
    return any(words.has("roles", text[max(0, at - n) : at]) for n in range(2, _LONGEST_ROLE + 1))


def splits_role(text: str, at: int, words: DraftWords) -> bool:
    """Whether a word for an office begins before an offset and ends behind it.

    Args:
        text: the draft.
        at: the offset.
        words: the Chinese lists.
    """
    starts = range(max(0, at - 3), at)
    return any(words.has("roles", text[start:end]) for start in starts for end in (at + 1, at + 2))


def may_be_given(part: str, words: DraftWords) -> bool:
    """Whether characters behind an office may be a name of which the family name is on no list.

    Args:
        part: two or three characters.
        words: the Chinese lists.
    """
    known = words.has("not_names", part[:2]) or words.has("adverbs", part)
    if not all("\u3400" <= sign <= "\u9fff" for sign in part):
        return False
    return not known and _NO_GIVEN.search(part) is None and _TIMES.search(part) is None


def dotted_start(part: str, dot: int) -> int:
    """Where a transliterated name begins, given its first dot: behind what transliterates nothing.

    Args:
        part: a part of a clause.
        dot: offset of the dot.
    """
    begin = dot
    while begin and (_HEAD.match(part[begin - 1]) or part[begin - 1].isascii()):
        begin -= 1
    if begin == dot and dot > 1 and _TAIL.match(part[dot - 2]):
        return dotted_start(part, dot - 1)
    return begin if begin < dot else max(0, dot - 2)


def has_particle(part: str) -> bool:
    """Whether a character stands in a part that is in no name (a particle, a pronoun)."""
    return _NO_NAME.search(part) is not None


def is_name(part: str, words: DraftWords) -> bool:
    """Whether two to four characters look like a name: a family name first, or a nickname."""
    if not 2 <= len(part) <= 6:
        return False
    if words.has("not_names", part[:2]) or words.has("adverbs", part):
        return False
    if part[0] == "大" and len(part) == 2 and part[1] in words.surnames:
        return True
    if _SOMEBODY.fullmatch(part) and part[0] in words.surnames:
        return True
    if _NICKNAME.fullmatch(part):
        return True
    if len(part) > 2 and (TRANSLITERATED.fullmatch(part) or _STEPPE.fullmatch(part)):
        return words.phrases["places"].match(part) is None
    if words.has("roles", part) or words.has("verbs", part[1:]):
        return False
    family = next((n for n in (3, 2) if part[:n] in words.surnames), 1)
    known = part[:family] in words.surnames
    longest = family + 2 if family > 1 else 4 if part[1] == "氏" else 3
    given = _TOWARDS.sub("", part[family:])
    if not known or len(part) > longest or not all("\u3400" <= c <= "\u9fff" for c in part):
        return False
    return _NO_NAME.match(part) is None and _NO_GIVEN.search(given) is None


def is_label(text: str, outer: Span, inner: Span, words: DraftWords) -> bool:
    """Whether a short stretch is somebody's nickname or the name of a body.

    Args:
        text: the draft.
        outer: the stretch with its marks.
        inner: the quoted words.
        words: the Chinese lists.

    Returns:
        Whether a noun stands right before it, no sign ends it, and a name or an office follows
        ("队长“老船”徐林", "平台“快影”负责人").
    """
    if not text[inner[1] - 1].isalnum():
        return False
    behind = words.phrases["roles"].match(text, outer[1])
    if behind and words.phrases["names"].match(text, behind.end()):
        return True  # "“看山人”执行长董青"
    if not text[outer[0] - 1 : outer[0]].isalnum():
        return False
    before = words.phrases["roles"].finditer(text, max(0, outer[0] - _LONGEST_ROLE), outer[0])
    office = any(role.end() == outer[0] for role in before)
    name = any(is_name(text[outer[1] : outer[1] + length], words) for length in (2, 3))
    if office and (name or words.phrases["names"].match(text, outer[1])):
        return True
    side = _SIDE.match(text, outer[1])
    if side is None:
        return words.phrases["roles"].match(text, outer[1]) is not None
    role = words.phrases["roles"].search(text, side.end(), side.end() + LABEL)
    return role is not None and text[side.end() : role.end()].isalnum()


def is_slogan(text: str, outer: Span, inner: Span) -> bool:
    """Whether a stretch without any sign of a sentence is what a noun behind it is called by.

    Args:
        text: the draft.
        outer: the stretch with its marks.
        inner: the quoted words.
    """
    if inner[1] - inner[0] > _LONGEST_SLOGAN or _OF_A_SENTENCE.search(text, *inner):
        return False
    return _NOUN_BEHIND.match(text, outer[1]) is not None


def shaped(text: str, at: int, stop: int, words: DraftWords) -> int:
    """How many characters from an offset look like somebody who acts; 0 for none.

    Args:
        text: the draft.
        at: where a part of a sentence begins.
        stop: where it ends.
        words: the Chinese lists.
    """
    least = 3 if text[at : at + 2] in words.surnames else 2
    for length in (least, least + 1):
        name, behind = text[at : at + length], text[at + length : at + length + 1]
        if at + length < stop and behind in DEEDS and is_name(name, words):
            return length
    return 0
