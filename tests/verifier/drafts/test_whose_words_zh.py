"""Who speaks in a Chinese draft when the words right beside the quotation do not say it."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

SPEAKERS: list[tuple[str, list[str | None], str]] = [
    # whom the sentence before leaves on the stage
    (
        "送他下山的正是护林员蒋一舟。“石头会动，人要等。”",
        ["蒋一舟"],
        "a sentence that only says who it is",
    ),
    ("谈到女儿，老人的话多了起来。“她小时候怕黑。”", ["老人"], "whose voice is told of"),
    (
        "顾问莫晓彤走进会场，没等提问先开了口，“我来晚了。”",
        ["莫晓彤"],
        "what somebody does before the words",
    ),
    (
        "“这场平局，怪我。”主教练安东·列维走进发布厅，没等提问先开了口，“换人晚了。”",
        ["安东·列维"],
        "between two of his sentences",
    ),
    (
        "“像夜里看见一座城。”首席科学家涂青山这样形容那一刻。",
        ["涂青山"],
        "so, which points back",
    ),
    # somebody else than the one named last
    (
        "窦女士找到门店，店长尚凯说没有货。她又要求退款，对方称系统“正在维护”。",
        ["尚凯"],
        "the other side",
    ),
    (
        "作家苏云在悼文里写到，那年他去看诗人程远，后者端出一碗面，说：“先吃。”",
        ["程远"],
        "the latter of two",
    ),
    (
        "医生沈默看过片子。领队石峰主张上场，沈默把诊断书拍在桌上：“你签字。”",
        ["沈默"],
        "whoever acts right before the colon",
    ),
    (
        "一位背着孩子的奶奶停下来，孩子问“还有多远”，她回答：“拐过去就是。”",
        ["孩子", "一位背着孩子的奶奶"],
        "an answer is another's",
    ),
    (
        "摊主姓倪，大家都叫她倪姐。她掰开一节藕。“今天的不如昨天。”\n\n倪姐的摊位不大。",
        ["倪姐"],
        "what somebody is called by",
    ),
    (
        "丈夫前年中风，每天坐在门口收钱。问他累不累，他只说一句：“她累。”",
        ["丈夫"],
        "a relative goes on",
    ),
    ("我问讲解员，那像弓的是什么？她说：“死了的琴。”", ["讲解员"], "whoever was asked"),
    (
        "家长魏女士告诉记者，她向学校反映过，得到的答复是“会改”。“改了两个月，就这样？”",
        ["学校", "魏女士"],
        "a sentence behind a few words of another",
    ),
    # the words for somebody
    (
        "总部设在外地的海丰集团突然宣布停产，理由是电价“高得离谱”。",
        ["海丰集团"],
        "what is told of a body before its name",
    ),
    (
        "市体育局青训处一名工作人员表示，门店“不归我们管”。",
        ["市体育局青训处一名工作人员"],
        "of whom",
    ),
    ("涉事车辆所属的童安公司负责人表示，公司“绝不推卸责任”。", ["童安公司负责人"], "whose it is"),
    ("熟悉他的人说，老邱这辈子“只怕停电”。", ["熟悉他的人"], "known by what they do"),
    ("正在等车的文员关小姐说，她“只好改期”。", ["关小姐"], "a family name with a title"),
    ("被告人邓某辩称：“我没有推他。”", ["邓某"], "somebody whose name is held back"),
    ("阮氏秋河说：“我想试一次还。”阮氏秋河笑了。", ["阮氏秋河"], "a name with a middle one"),
    ("安娜·穆雷尚是老师。“我焊过。”穆雷尚说。", ["安娜·穆雷尚"], "the last character of a name"),
    ("巴勒斯坦卫生部门表示，死者“多数是平民”。", ["巴勒斯坦卫生部门"], "a country is no name"),
    ("海川科技昨晚公告称，公司“没有应披露的事项”。", ["海川科技"], "a firm announces"),
    # nobody, or a crowd
    ("俗语说“有借有还”，他却忘了。", [None], "what everybody says"),
    ("看台上响起“重赛”的喊声。", ["看台"], "where a cry comes from"),
    ("对讲机传来一名女子的声音：“你们回去。”", ["一名女子"], "whose voice is heard"),
    (
        "通讯社援引一名外交官的话报道说，谈判“快要破裂”。",
        ["一名外交官"],
        "whose words are passed on",
    ),
]
"""The draft, the speakers of what is checked in it, and why."""

NOT_SAID: list[tuple[str, str]] = [
    ("她说那不是什么“感人的一幕”，只是腿酸。", "what something is said not to be"),
    ("记者在他的朋友圈看到一张“高级指导师”的照片。", "what is on a picture"),
    ("法院认为，“魏”系当地常见姓氏。", "a character that is mentioned"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPEAKERS)
def test_whoever_is_meant_is_named(text: str, expected: list[str | None], why: str) -> None:
    found = [q.speaker for q in find_quotations(text, "zh") if q.is_checked]
    assert found == expected, why


@pytest.mark.parametrize(("text", "why"), NOT_SAID)
def test_what_nobody_says_is_not_checked(text: str, why: str) -> None:
    found = find_quotations(text, "zh")
    assert found and not any(q.is_checked for q in found), why
