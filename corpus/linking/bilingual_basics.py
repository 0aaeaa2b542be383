"""A few hundred everyday words of Chinese and English, for when nothing has been learned yet.

Problem: the first translation that comes into a corpus has no parallel text beside it to learn
from, and lengths and numbers alone link documents that have nothing to do with one another.

Method: groups of words that say each other, by common knowledge, none of them tied to a subject.
How often they are kept is one cautious figure for all; how often they stand anywhere is read off
the two texts when they are linked. What has been learned from text always comes first.

Rejected: a bundled dictionary (tens of thousands of entries under licences of their own).
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from corpus.linking.bilingual import Entry, Lexicon, lexical_terms

_KEPT = 0.45
_CHANCE = 0.001
_ENGLISH_A_CHARACTER = 3.2
_GROUPS = """
我 我们: i me my we us our | 你 您: you your | 他 她: he she his her him
他们 她们: they them their | 自己: own self himself myself themselves ourselves | 谁: who whom
什么: what anything | 为何 为什: why | 怎么 如何: how | 哪里: where | 时候: when time moment
这 这个: this | 这些: these | 那 那个: that | 那些: those
不 没有 没: not no don't didn't can't never without doesn't isn't won't | 从不 从未: never
和 与 以及 及: and | 或 或者: or | 但 但是 不过 然而: but however yet | 如果 假如: if
因为 由于: because due since | 所以 因此: so therefore thus | 虽然 尽管: although though despite
除了: except besides | 比如 例如: example instance | 也 还: also too still
都 所有 全部: all every everyone everything | 每 每个: every each | 只 仅: only just
很 非常 十分: very really extremely much | 太: too | 更 更加: more | 最: most best | 更好: better
较: more relatively | 可以 能 能够 可能: can could able may possible might maybe
应该 应: should ought | 必须 需要 须: must need needs have | 会 将: will would
想 想要: want think would | 希望: hope hopes wish | 觉得 认为: think feel believe believes
知道: know known knows | 相信: believe trust | 说 表示 称: say said says | 告诉: tell told
讲: speak talk tell | 看 看到 看见: see look saw watch seen | 听 听到: hear listen heard
问 问题: ask question problem issue questions problems | 回答: answer
做 作: do make did made doing done | 使用 用: use used using | 工作: work job working
学习 学: learn study | 写: write wrote written | 读: read | 买 购买: buy bought purchase
卖 销售: sell sold sales | 吃: eat food ate | 喝: drink | 走: walk go leave | 去: go went going
来 到: come came arrive | 回 回来: back return | 开始: begin start began started
结束: end ended finish | 继续: continue continued | 停止: stop | 给: give gave
拿 得到 获得: get take obtain got received | 找 找到: find found look | 帮助 帮: help | 等待: wait
改变 变化: change changes changed | 发展: development develop
增加 增长: increase growth grow increased | 减少 下降: decrease reduce reduced decline fall
提高 提升: improve raise improved | 成为: become became
建立 成立: establish founded established set | 建设 修建: build construction built
进行: conduct carry | 举行 举办: held hold | 参加: attend join participate took
介绍: introduced introduction | 要求: require request ask demand | 支持: support supported
反对: oppose against | 同意: agree agreed | 决定: decide decision decided | 选择: choose choice
人 人们: people person man persons human | 男: man male men boy | 女: woman female women girl
孩子 儿童: child children kids kid | 朋友: friend friends | 家 家庭: home family house
父亲 爸爸: father dad | 母亲 妈妈: mother mom | 老师: teacher teachers | 学生: student students
学校: school schools | 大学: university college | 医生: doctor doctors | 医院: hospital
公司 企业: company companies enterprise enterprises business firm | 政府: government
国家: country countries national state nation | 世界 全球: world global | 中国: china chinese
美国: america american united states us u.s | 英国: britain british uk england
法国: france french | 德国: germany german | 日本: japan japanese | 俄罗 俄国: russia russian
印度: india indian | 欧洲: europe european | 亚洲: asia asian | 北京: beijing | 上海: shanghai
香港: hong kong | 台湾: taiwan | 总统: president | 主席: chairman president chair
总理: premier minister prime | 部长: minister | 会议: meeting conference | 城市: city cities urban
地方: place places local | 地区: region area regions areas | 社会: society social
经济: economy economic | 政治: politics political | 法律: law legal laws | 文化: culture cultural
历史: history historical | 教育: education | 科学: science scientific
技术: technology technologies technical | 研究: research study researchers | 数据: data
信息: information | 网络: network internet online | 手机: phone mobile cellphone | 电脑: computer
软件: software | 人工: artificial | 智能: intelligence intelligent smart | 模型: model models
未来: future | 过去: past | 现在 目前: now currently present | 今天: today | 明天: tomorrow
昨天: yesterday | 今年: year | 去年: last | 明年: next | 年: year years | 月: month months
日 天: day days | 周 星期: week weeks | 小时: hour hours | 分钟: minute minutes
早上 上午: morning | 晚上: night evening | 第一: first | 第二: second | 第三: third
一 一个: one a | 两 二: two | 三: three | 四: four | 五: five | 六: six | 七: seven | 八: eight
九: nine | 十: ten | 百 百分: hundred percent per cent | 千: thousand | 万: thousand million
亿: billion million | 大: big large great | 小: small little | 多 许多 很多: many much more lot
少: few less little | 高: high tall higher | 低: low lower | 长: long | 短: short | 新: new
旧: old | 老: old | 年轻: young | 好: good well nice | 坏 差: bad poor | 重要: important
主要: main major mainly | 不同: different | 相同 一样: same | 简单: simple easy
困难 难: difficult hard difficulty | 快: fast quick quickly | 慢: slow slowly | 强: strong
安全: safe safety security | 危险: dangerous danger | 真 真正: true real really | 对: right
错 错误: wrong mistake error | 喜欢: like likes | 爱: love | 怕 害怕: afraid fear
高兴 开心: happy glad | 谢谢 感谢: thank thanks | 请: please | 钱: money | 价格: price prices
成本: cost costs | 市场: market markets | 产品: product products | 客户: customer customers
服务: service services | 质量: quality | 投资: investment invest investors | 银行: bank banks
美元: dollar dollars | 元: yuan rmb | 水: water | 火: fire | 山: mountain | 海: sea ocean
河: river | 车 汽车: car cars vehicle bus | 飞机: plane aircraft | 路: road way | 门: door
书: book books | 电影: film movie | 音乐: music | 故事: story stories | 名字: name
语言: language | 中文: chinese | 英文 英语: english | 战争: war | 和平: peace | 警察: police
死 死亡: die death died dead | 生活: life live living | 生: born life | 健康: health healthy
病: illness disease sick | 身体: body | 手: hand hands | 眼: eye eyes | 头: head | 心: heart mind
机会: opportunity chance opportunities | 方法 办法: way method methods | 原因: reason cause
结果: result results outcome | 目标: goal target goals | 计划: plan plans planned
项目: project projects program | 活动: activity activities event
经验 经历: experience experienced | 能力: ability capability | 力量: power strength force
关系: relationship relations | 影响: influence impact affect effect
情况: situation case condition | 部分: part parts | 之间: between | 之后 以后 后: after later
之前 以前 前: before ago former | 里 中: in inside within | 上: on up | 下: under down below
外: outside | 从: from since | 直到: until till | 关于: about | 已经: already | 一起: together
再 又: again | 常 经常: often usually | 总是: always | 几乎: almost nearly | 超过: over exceed
大约 左右: about around approximately | 至少: least | 突然: suddenly
特别: especially special particularly | 记者: reporter journalist | 新闻: news
报告 报道: report reported | 文章: article | 采访: interview interviewed
对话: conversation dialogue talk
"""


@cache
def basics() -> Lexicon:
    """The everyday words of Chinese and English as a lexicon from ``zh`` to ``en``."""
    sides: tuple[dict[str, list[str]], dict[str, list[str]]] = (
        defaultdict(list),
        defaultdict(list),
    )
    for group in _GROUPS.replace("\n", "|").split("|"):
        if not group.strip():
            continue
        chinese, english = group.split(":")
        words = list(dict.fromkeys(lexical_terms(english)))
        for han in chinese.split():
            sides[0][han] += [w for w in words if w not in sides[0][han]]
            for word in words:
                sides[1][word].append(han)
    a, b = (
        {term: Entry(tuple(partners), _KEPT, _CHANCE) for term, partners in side.items()}
        for side in sides
    )
    return Lexicon("zh", "en", _ENGLISH_A_CHARACTER, a, b)


def with_basics(lexicon: Lexicon | None, language_a: str, language_b: str) -> Lexicon | None:
    """A lexicon with the everyday words for the terms it does not know.

    Args:
        lexicon: from the first language to the second, or None.
        language_a: tag of the one language.
        language_b: tag of the other.

    Returns:
        The lexicon as it is for languages without such a list.
    """
    known = {language_a[:2]: language_a, language_b[:2]: language_b}
    if set(known) != {"zh", "en"}:
        return lexicon
    own = basics() if language_a[:2] == "zh" else basics().flipped()
    if lexicon is None:
        return Lexicon(language_a, language_b, own.ratio, own.a, own.b)
    return Lexicon(
        language_a, language_b, lexicon.ratio, {**own.a, **lexicon.a}, {**own.b, **lexicon.b}
    )
