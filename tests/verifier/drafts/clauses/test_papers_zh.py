"""What stands written somewhere in a Chinese draft, and who only writes there."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

WRITTEN: list[tuple[str, str | None, str]] = [
    ("判决书认定，涉案视频“足以使公众产生误解”。", "判决书", "a paper that opens its sentence"),
    (
        "公交站牌上贴着一张手写的通知：“本站即日起撤销，请到前方三百米乘车。”",
        "通知",
        "what hangs there",
    ),
    ("她接着亮出检测报告，结论栏注明样本“锌含量超标三倍”。", "检测报告", "a part of a paper"),
    ("会议记录在这一段后面注明“全场沉默”。", "会议记录", "a note in a paper"),
    ("旁边立着一块木牌，缅文写着：“每户两桶，不得争吵。”", "木牌", "in which language"),
    ("直播刚开始，弹幕随即被“退钱”刷屏。", "弹幕", "a wall of comments"),
    ("留言簿上有人写道：“门票也能退吗？”", "留言簿", "nobody with a name wrote there"),
    ("院墙上写着一句话：“请勿攀爬，树会疼。”", "院墙", "a surface"),
    (
        "信用社先后贴出三张启事。其中一张写道：“旧桌椅低价转让，老鼠除外。”",
        "启事",
        "one of several that were named before",
    ),
    ("网点经理宋岩在公告中写道：“我们没有退路。”", "宋岩", "somebody writes there"),
    ("茶馆老板尹萍在门上挂了块牌子，上面写着：“今天只卖旧茶。”", "尹萍", "whose sign it is"),
    (
        "镇卫生院次日发布的情况说明称，停水系“管网老化所致”。",
        "情况说明",
        "a paper that somebody published",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "why"), WRITTEN)
def test_what_is_written_somewhere_speaks_itself(text: str, speaker: str | None, why: str) -> None:
    found = [q.speaker for q in find_quotations(text, "zh") if q.is_checked]
    assert found == [speaker], why
