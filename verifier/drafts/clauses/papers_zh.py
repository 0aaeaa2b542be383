"""What stands written somewhere, in Chinese: the paper, the sign or the screen that says it.

Problem: a notice on a door, a line of a contract and the comments under a video have words of their
own, and nobody near them speaks; what they are written on is named before the verb, behind it ("on
the wall hangs a scroll:"), or a sentence before ("one of them read:").

Method: a closed list of what is written, wide, and of the verbs of writing and showing. The noun at
the head of the part that leads to the words speaks; else what hangs or stands there; else, behind
"on it", "one of them" and the like, the last such noun before. Somebody who writes on the paper
("in the report he wrote", "the firm said in a letter") goes before it, and is left to the clause.

Rejected: the owner of the paper (who wrote a contract or a sign is mostly not said).
"""

from __future__ import annotations

import re

from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.words import DraftWords

_HAN = "\u3400-\u9fff"
PAPERS = (
    "(?:案例|情况说明|情况通报|会议纪要|会议记录|会谈纪要|庭审笔录|检测报告|检验报告|尸检报告|调查报告|评估报告|审计报告|体检报告|年度报告|研究报告|"
    "财务报告|诊断书|判决书|裁定书|起诉书|决定书|通知书|告知书|说明书|承诺书|责任书|建议书|意见书|倡议书|聘书|证书|遗书|情书|"
    "白皮书|蓝皮书|计划书|保证书|协议书|问询函|回复函|律师函|公开信|致歉信|表扬信|举报信|感谢信|推荐信|请愿书|告示牌|提示牌|"
    "指示牌|警示牌|告示|启事|通知|公告|声明|通报|纪要|合同|协议|条款|标语|横幅|条幅|字幅|锦旗|牌子|招牌|路牌|木牌|铁牌|铜牌|"
    "纸牌|门牌|展牌|展板|黑板|白板|看板|布告栏|公告栏|宣传栏|海报|传单|宣传单|宣传册|小册子|手册|指南|口号|留言簿|留言本|留言板|"
    "留言墙|意见簿|意见本|签名册|便签|便条|便利贴|纸条|字条|卡片|明信片|贺卡|名片|邮件|电邮|短信|私信|微信|群聊|帖子|贴文|"
    "博文|微博|推文|朋友圈|评论区|短评|影评|书评|长评|差评|好评|评论|弹幕|跟帖|留言|日记本|日记|笔记本|笔记|手记|手稿|底稿|账本|账单|账簿|记事本|本子|"
    "交接簿|登记簿|登记表|登记册|值班日志|日志|记录本|病历|处方|病危通知|遗嘱|墓志铭|墓碑|石碑|碑文|铭文|牌匾|匾额|对联|春联|挽联|"
    "标签|包装袋|包装盒|包装|封面|封底|扉页|电子屏|显示屏|大屏幕|屏幕|界面|页面|网页|弹窗|字幕|横批|研报|"
    "报告|论文|文件|条例|章程|规定|细则|守则|须知|公约|社论|讣告|讣文|请柬|请帖|邀请函|公函|函件|复函|"
    "函|影印信|来信|回信|家书|信件|信封|信笺|(?<=[封这那的该此])信|清单|菜单|单据|收据|发票|欠条|借条|收条|罚单|对账单|流水单|小票|车票|"
    "说明牌|说明|红字|题词|题字|寄语|涂鸦|T恤|档案|卷宗|笔录|证词|口供|问卷|答卷|试卷|作文|歌词|台词|剧本|场刊|图录|"
    "县志|地方志|族谱|家谱|史书|古籍|告知单|缴费单|工单|截图|聊天记录|通话记录|录音|录像|公众号|官网|官微|门票|(?<=[块张面的])牌|板报|墙报|大字报|工资条|任务单)"
)
"""What has words on it; the longest first where one begins with another."""
_SIDE = (
    "(?:[正背反]面|[封扉末首]页|最后一[页行句段栏]|第[一二三四五六七八九十百\\d]+[条款页行段章节项]|开头|末尾|结尾|落款|结论栏?|备注栏?|"
    "中央|中间|正文|标题|抬头|文本|上面|上头|里面|里头|上|里|中|内|处)"
)
_SHOWS = (
    "(?:写着|写有|写的是|写明|印着|印有|印的是|刻着|刻有|刻的是|贴着|标着|标有|标明|标注|注明|注着|载明|载有|记着|记有|记录着|记载着?|"
    "显示着?|显示出|上书|题着|题有|绣着|绣有|喷着|滚动着|弹出|跳出|规定|只有|只剩|仅有|留着)"
)
"""What only something written does."""
_SAYS = (
    "(?:写道|写|提出|称|说|指出|提到|提醒|提示|宣布|表示|认为|强调|警告|要求|承认|总结道?|评价|建议|认定|披露|透露|通报|回应|回复|解释|呼吁|"
    "如是说|这样写|这样说|开头|写得)"
)
"""What somebody does as well."""
_LINE = (
    "(?:[^，。：“]{0,6}?[一二两三四五六七八九十几\\d][行句段排串个][^，。：“]{0,4}?(?:字|话|诗|英文|文字)?|[大小红黑白金]{1,2}字|"
    "道|的?是|的|了|着|，|：|\\s)*"
)
_OWN_WORDS = re.compile(
    f"(?P<paper>{PAPERS})[的]?(?:{_SIDE}){{0,2}}(?P<more>[{_HAN}]{{0,8}}?)(?:{_SHOWS}|有人[^，。：“]{{0,8}}写[道着下了]|(?:是|有|留有)(?=[^，。：“]{{0,12}}[行个句][^，。：“]{{0,3}}[字话]：$)){_LINE}$"
)
"""A paper, and that its words stand there."""
_SPEAKS = re.compile(
    f"^(?P<lead>[^，。：“]{{0,24}}?的(?:一?[份封篇则条张本项段])?|[该此这那本其一][{_HAN}]{{0,3}}|)(?P<paper>{PAPERS})(?:最后|末尾|开头|结尾|随后|同时|还|也|则|并|特别|明确|坦率地)?{_SAYS}{_LINE}$"
)
"""A paper that opens its part and says something."""
_OPENS = re.compile(
    f"(?P<lead>[^，。：“在]{{0,24}}?的(?:一?[份封篇则条张本项段])?|[该此这那本其一][{_HAN}]{{0,3}}|)(?P<paper>{PAPERS})(?:最后|末尾|开头|随后|同时|还|也|则|并|特别|明确)?"
    f"(?:称|说|提出|指出|显示|提到|认为|强调|写道|规定|要求|明确|载明|写明)，[^。：”]*$"
)
"""A paper that opens its sentence and says all of it."""
_MIDDLE = 18
"""Characters between the verb behind a paper and the words, of what it says."""
_INTO = re.compile(
    f"(?P<paper>{PAPERS})(?:{_SIDE}){{0,2}}(?P<more>[{_HAN}]{{0,2}})(?:显示，?[^，。：“]{{0,6}}|，(?:{_SIDE})+[^，。：“]{{0,6}}?)?(?:注明|载明|写明|标明|标注|显示|规定|认定|记载|写着)"
    f"，?[^。：，“]{{0,{_MIDDLE}}}$"
)
"""A paper whose own sentence holds a few of its words ("the contract states that the ...")."""
_THERE = re.compile(
    f"(?:贴|挂|印|刻|写|摆|立|竖|插|钉|拉|悬挂|张贴|竖起|立起|拉起|闪|亮|绣|压|夹|喷|刷|漆|涂|画|抄|弹出|跳出|冒出|滚动|附|(?:留|有)(?=[着一两几]))"
    f"[着了有过]?[^，。：“]{{0,14}}?(?P<paper>{PAPERS})：$"
)
"""What hangs or stands there, with a colon behind it."""
_SURFACE = re.compile(
    f"(?P<paper>(?:外|围|院|山|白|土|砖|照片|背景|文化)?墙|玻璃门|卷帘门|大门|门板|门|玻璃|车窗|车身|车尾|桌面|船身|箱子|盒子|瓶身|杯子|衣服|背心|帽子|旗子|旗|碑|"
    f"柱子|树干|石头|石壁|崖壁|屋顶|地面|路面|水泥地)[上面里]{{1,2}}[{_HAN}]{{0,6}}?{_SHOWS}{_LINE}$"
)
"""A surface on which words stand."""
_ON_IT = re.compile(
    f"(?:^|[，；。])(?:只见)?(?P<on>(?:上面|上头|背面|正面|其中有?一[张封条份页则块段个面篇幅]|结论栏?|落款|末尾|最后一[页行句段]|末页|首页|标题|"
    f"第[一二三四五六七八九十百\\d]+[条款页行段项]))(?:处|里|上|中)?[{_HAN}]{{0,6}}?(?:{_SHOWS}|写道?){_LINE}$"
)
_LATER = re.compile(
    f"(?:^|[，；。])(?P<on>上面|上头|里面|背面|结论栏?|落款|末尾|最后一[行页句段]|第[一二三四五六七八九十百\\d]+[条款页行段项])"
    f"[^，。：“]{{0,10}}?(?:注明|载明|写明|标明|标注|规定|显示|写着)[^。：“]{{0,{_MIDDLE}}}$"
)
_BARE = re.compile(f"，(?:用)?(?:[{_HAN}]{{0,4}}[文字语漆笔])?(?P<shows>{_SHOWS})[：]?$")
_COVERED = re.compile("[”」]?[都全]?(?:刷屏|淹没|占据|霸屏|刷爆|占领|填满|刷满)")
_WALL = re.compile(
    f"(?P<paper>弹幕|评论区|短评|影评|书评|长评|差评|好评|评论|群里|微信群|家长群|直播间|屏幕|留言板|热搜)[{_HAN}]{{0,6}}?被$"
)
_WITHIN = re.compile(f"在[^，。]{{0,8}}?(?P<paper>{PAPERS})[中里内上]")
_MADE_BY = re.compile("[他她我][^，。：]{0,10}?[写留题签抄][下过]?的")
_LAST = re.compile(PAPERS)
_PART = re.compile(
    "结论栏?|落款|末尾|最后一|末页|首页|标题|第|封面|封底|扉页|其中|封面上|包装|字样|大字|红字|口供|规定"
)
"""What is a part of a paper, or no paper of its own."""
_HE = re.compile("[他她我](?!们的|的)")
_CLOSING = re.compile("[”」]")
_OWNER = re.compile(
    "(?:[局部委厅处署社队院校府站所厂店会团司]|公司|集团|中心|平台|银行|大学|机构|部门|媒体)的$"
)
_POSTS = frozenset("短评 影评 评论 留言 跟帖 帖子".split())
_POSTED = re.compile("[一这][条则个]$")
_LONGEST_OWNER = 10
_REACH = 160
"""Characters before "on it" in which the paper stands."""
_AGENT = re.compile("(?:在|于|通过|用|以|借|凭|就|向|从|把|将|给|为|经|对|按|据)[^，。]{0,14}$")
_MAKES = re.compile(
    "(?:发布|发表|发出|发|贴出|挂出|打出|公布|出具|提交|收到|看到|看见|翻看|写|寄|递|签|签署|翻开|出示|亮出|拿出|举着|举起|掏出)[了过着]?[^，。]{0,8}$"
)
"""What somebody does with a paper who then speaks."""


def written_zh(text: str, start: int, at: int, words: DraftWords) -> Clause | None:
    """The paper, sign or screen on which the words stand.

    Args:
        text: the draft as it is read.
        start: offset of the sentence, or of what is left of it behind other quoted words.
        at: where the quotation opens.
        words: the Chinese lists.

    Returns:
        A clause with the noun for it; None when somebody else says or writes the words.
    """
    end = start + len(text[start:at].rstrip())
    part = text[start:end]
    if not part:
        return None
    behind = text[start - 1 : start] in ("\u201d", "\u300d")
    wall = _WALL.search(part)
    closing = _CLOSING.search(text, at + 1, at + _REACH) if wall else None
    if wall and closing and _COVERED.match(text, closing.end()):
        return Clause(start, end, _noun(start, wall), True)
    again = _ON_IT.search(part) or _LATER.search(part)
    if again:
        later = _ON_IT.search(part) is None  # only what is written states or notes anything
        return _before(text, start, start + again.start("on"), end, words, anyhow=later)
    if behind:
        return None  # a name in marks, or the rest of what was told of other words
    if _BARE.search(part) and re.search("[，。！？]", text[at : text.find("”", at) + 1 or at + 30]):
        return _before(text, start, start + part.rfind("，"), end, words)
    begin = max(part.rfind("\uff0c", 0, -1), part.rfind("\uff1b")) + 1
    own = _OWN_WORDS.search(part, begin)
    by = _MADE_BY.search(own.group()) if own else None
    if by:
        return None  # "扉页上印着他手写的一句话"
    if own and not _is_told(part[begin : own.start("paper")], own, words):
        of = _PART.fullmatch(own.group("paper"))
        whole = _before(text, start, start + own.start("paper"), end, words) if of else None
        if whole is not None:
            return whole
        return Clause(start, end, _noun(start, own), True)
    speaks = _SPEAKS.search(part[begin:])
    lead = speaks.group("lead") if speaks else ""
    owned = words.phrases["names"].search(lead) or any(sign in lead for sign in "他她我")
    if speaks and not owned and not _MAKES.search(lead) and not _AGENT.search(lead[:-1]):
        return Clause(start, end, _noun(start + begin, speaks), True)
    wall = _SURFACE.search(part, begin)
    if wall and not _does(part[begin : wall.start()], words):
        return Clause(start, end, _noun(start, wall), True)
    there = _THERE.search(part, begin)
    if there and not _does(part[begin : there.start()], words):
        return Clause(start, end, _noun(start, there), True)
    opens = _OPENS.match(part) if not behind else None
    if opens and not words.phrases["names"].search(opens.group("lead")):
        return Clause(start, end, _noun(start, opens), False)
    into = _INTO.search(part)
    if into and not _is_told(part[: into.start("paper")], into, words):
        return Clause(start, end, _noun(start, into), False)
    return None


def paper_of(text: str, start: int, stop: int) -> Subject | None:
    """The paper in which somebody whom nothing shows to be a speaker says something.

    Args:
        text: the draft as it is read.
        start: offset of a part of a sentence.
        stop: its end offset.
    """
    found = _WITHIN.search(text, start, stop)
    return Subject(*found.span("paper"), found.group("paper"), SubjectKind.ROLE) if found else None


def _noun(start: int, found: re.Match[str]) -> Subject:
    """The paper, with the body whose it is ("消防局的报告")."""
    first, last = found.span("paper")
    lead = re.split("[，；。：\\s]", found.string[:first])[-1]
    posted = _POSTED.search(lead) if found.group("paper") in _POSTS else None
    if posted:
        first -= len(lead) - posted.start()  # "一条评论"
    elif lead.endswith("的") and len(lead) <= _LONGEST_OWNER and _OWNER.search(lead):
        first -= len(lead)
    return Subject(start + first, start + last, found.string[first:last], SubjectKind.ROLE)


def _is_told(lead: str, found: re.Match[str], words: DraftWords) -> bool:
    """Whether somebody writes or says it there, so that the paper is only where."""
    more = (found.group("more") or "").removeprefix("有人")
    somebody = words.phrases["names"].search(more) or words.phrases["roles"].search(more)
    if somebody is not None or any(sign in more for sign in "他她我人"):
        return True
    near = re.split("[，；]", lead)[-1]
    if _MAKES.search(near):
        return True
    placed = _AGENT.search(near)
    return placed is not None and (placed.start() > 0 or placed.group()[0] != "在")


def _does(lead: str, words: DraftWords) -> bool:
    """Whether somebody does it, who then speaks ("Li hangs up a sign:")."""
    bare = lead.strip()
    if words.phrases["names"].match(bare) or bare[:1] in words.pronouns:
        return True
    return bool(words.phrases["roles"].match(bare))


def _before(
    text: str, start: int, at: int, end: int, words: DraftWords, *, anyhow: bool = False
) -> Clause | None:
    """The last paper named before "on it", unless somebody in the sentence wrote there."""
    told = words.phrases["names"].search(text, start, at) or _HE.search(text, start, at)
    if told and not anyhow and not _PART.match(text, at):
        return None
    floor = max(0, at - _REACH, text.rfind("\n", 0, at))
    papers = [m for m in _LAST.finditer(text, floor, at) if not _PART.fullmatch(m.group())]
    if not papers:
        return None
    return Clause(at, end, Subject(*papers[-1].span(), papers[-1].group(), SubjectKind.ROLE), True)
