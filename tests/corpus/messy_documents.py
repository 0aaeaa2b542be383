"""Documents as newsrooms meet them, each with what a careful reader would note about it.

Written before anything was run on them; nothing in the program knows them. At first sight 88 of 103
checks held; one of the others expected a speaker without their office and was given up.
"""

# ruff: noqa: E501

from __future__ import annotations

from dataclasses import dataclass

from tests.corpus.hand_made import document, docx, footnotes, paragraph


@dataclass(frozen=True)
class Noted:
    """What is to be found.

    Attributes:
        date: with its precision and what it rests on, "2023-03-14 day declared"; empty for none.
        turns: who says the turns, in order, and how each begins; empty where nobody is labelled.
        kept: words that must stand in a passage.
        out: words that may stand in none.
    """

    title: str | None
    date: str
    author: str | None
    publisher: str | None
    language: str
    turns: tuple[tuple[str, str], ...] = ()
    kept: tuple[str, ...] = ()
    out: tuple[str, ...] = ()


def _nested(paragraphs: list[str]) -> str:
    out = []
    for number, words in enumerate(paragraphs):
        inner = f'<span style="font-size:15px" leaf="">{words}</span>'
        for depth in range(2 + number % 4):
            inner = f'<section style="margin:{depth}px" data-role="p">{inner}</section>'
        out.append(inner)
    return '<section powered-by="editor">' + "".join(out) + "</section>"


_WECHAT_TURNS = [
    ("主持人：潮汐站建成十二年，您最骄傲的是哪一天？", "主持人"),
    ("沈惟宁：不是剪彩那天，是第一次停电时全镇的灯都还亮着的那个晚上。", "沈惟宁"),
    ("主持人：当时有人反对您的方案。", "主持人"),
    ("沈惟宁：有，而且他们说得有道理。我们把坝址往外挪了三百米，鱼道也重新画过。", "沈惟宁"),
]
WECHAT = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title></title>
<meta property="og:title" content="一座潮汐站和它的十二年">
<meta property="og:site_name" content="微信公众平台"><meta name="author" content="周砚">
<script>var ct = "1699142820"; var nickname = "海岸线工作室";</script></head><body id="activity-detail">
<div id="js_article"><div id="page-content"><div id="img-content">
<h1 class="rich_media_title" id="activity-name">
 一座潮汐站和它的十二年
</h1><div id="meta_content"><span class="rich_media_meta_text">周砚</span>
<span><a id="js_name" href="javascript:void(0);"> 海岸线工作室 </a></span>
<em id="publish_time">2023年11月5日 08:07</em><em>浙江</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden;">
<section><p>点击上方蓝字关注我们</p><img data-src="x.jpg"></section>
{_nested(["十二年前，沈惟宁带着一张手绘的图纸走进镇政府。",
          "那张图纸上只有一条线、两个数字和一句话：“水总要回来的。”",
          *[words for words, _ in _WECHAT_TURNS],
          "采访结束时，潮水刚好没过第三级台阶。"])}
<section><p>— END —</p><p>往期推荐</p><p><a href="#">渔港的最后一个冬天</a></p><p><a href="#">谁在修灯塔</a></p>
<p>长按识别二维码，加入读者群</p></section></div></div></div></div>
<div id="js_pc_qr_code">微信扫一扫关注该公众号</div><div>预览时标签不可点</div></body></html>"""

NEWSPAPER = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Ferry company admits it knew about cracked hull | The Skerry Post</title>
<meta property="og:title" content="Ferry company admits it knew about cracked hull">
<meta property="og:site_name" content="The Skerry Post">
<link rel="canonical" href="https://skerrypost.example/news/ferry-hull">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Ferry company admits it knew about cracked hull","datePublished":"2023-03-14T08:05:00+01:00",
"dateModified":"2023-03-15T10:00:00+01:00","author":[{"@type":"Person","name":"Morag Tennant"}],
"publisher":{"@type":"Organization","name":"The Skerry Post"}}</script></head><body>
<header><a href="/">The Skerry Post</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<div class="breadcrumbs"><a href="/">Home</a> › <a href="/news">News</a></div>
<main><article class="story"><h1>Ferry company admits it knew about cracked hull</h1>
<p class="standfirst">Managers were warned eleven weeks before the vessel was taken out of service</p>
<div class="byline">By <a href="/by/morag">Morag Tennant</a>, Harbour correspondent</div>
<time datetime="2023-03-14T08:05:00+01:00">14 March 2023 8.05am</time>
<div class="share-tools"><span>Share</span><a href="#">Facebook</a><a href="#">X</a></div>
<p>The operator of the island ferry knew about a crack in its hull eleven weeks before the ship was
taken out of service, its managing director told a parliamentary committee on Monday.</p>
<p>“We should have told the passengers in January, and I am sorry that we did not,” Alasdair Finlay said.</p>
<aside class="newsletter-box"><h3>Sign up for Tidewater</h3><p>Our weekly letter from the islands, every Friday in your inbox.</p><form><input type="email"><button>Sign up</button></form></aside>
<p>Members of the committee asked why the report had been filed under another vessel's name.</p>
<div class="ad-slot">Advertisement</div>
<p>Mr Finlay answered that the form “only had room for one name”.</p>
<div class="related-links"><h2>Related</h2><ul><li><a href="/1">Islanders demand a second ship for the winter</a></li><li><a href="/2">What the harbour board did not say</a></li></ul></div>
<p>The inquiry goes on until the end of the month.</p>
</article><section id="comments"><h2>Comments (2)</h2><p>Skipper12: They never tell us anything. Shame on them all.</p></section></main>
<footer><p>© 2023 Skerry Post Media Ltd. All rights reserved.</p></footer></body></html>"""

TRANSCRIPT = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Episode 41: The well-diggers – Dry Ground</title></head><body>
<div class="wrap"><h1>Episode 41: The well-diggers</h1>
<p>Published 7 September 2022</p>
<p>Tom Okafor talks with the engineer Maya Lindgren about what lies under a desert.</p>
<p>[00:00:05] <strong>Tom Okafor:</strong> Welcome to the show. You have drilled four hundred wells. How many had water?</p>
<p>[00:00:14] <strong>Maya Lindgren:</strong> Three hundred and eleven, if you count the salty ones, and I do count them.</p>
<p>People forget that salt water can still wash a bandage.</p>
<p>[00:00:31] <strong>Tom:</strong> And the others?</p>
<p>[00:00:33] <strong>Maya:</strong> The others taught us where not to dig. [laughs] That is also worth money.</p>
<p>[00:01:02] <strong>Tom:</strong> Thank you for coming in.</p>
<p>Listen on your favourite app. Subscribe to our newsletter.</p></div></body></html>"""

QUESTIONS = """An interview with the glass blower Henrike Vos
Copperfield Quarterly, Autumn 2019

Henrike Vos runs the last furnace in the old harbour. We met her at six in the morning, when the glass is calmest.

Q: Why do you still work at night?

A: Because the city gas is steadier then. Glass hears everything, even a neighbour's kettle.

Q: Do your apprentices mind?

A: The good ones stop minding after the first winter.
The others become architects.

Q: What was the hardest piece you ever made?

A: A lens for a lighthouse. It took nineteen attempts and it is still a little bit wrong.
"""

_CHINESE = ["春节过后，码头上的第一艘船装走了三千箱橘子。港务处的值班员说，这是十年来最早的一次。",
            "“橘子等不起，人也等不起。”船长老郑把缆绳扔上岸，转身就去数箱子。",
            "镇上的冷库去年冬天才修好，能存一千二百吨水果，比旧库大了一倍还多。",
            "合作社的会计方敏算过一笔账：每早一天装船，全村就少损失四万元。",
            "她说：“账不难算，难的是让所有人相信这本账。”"]  # fmt: skip
CHINESE_PAGE = (
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>橘子船提前开了 - 南湾日报</title>'
    "<style>body{font-size:15pt;line-height:2}p{margin:1.2em 0;text-indent:2em}</style></head><body>"
    "<h1>橘子船提前开了</h1><p>2024年2月19日 来源：南湾日报</p>"
    + "".join(f"<p>{words}</p>" for words in _CHINESE * 1)
    + "".join(f"<p>第{n}天，{words}</p>" for n in range(1, 7) for words in _CHINESE)
    + "</body></html>"
)

_ENGLISH = (
    "The committee recom&shy;mends that the munici&shy;pality should reconsider its uncondi&shy;tional "
    "guarantee for the harbour authority. A well-known engineer called the decision "
    "“irres&shy;ponsible and, frankly, incompre&shy;hensible”, because the founda&shy;tions had never "
    "been examined after the earth&shy;quake of 1987. "
)
TWO_COLUMNS = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Report on the harbour guarantee</title>'
    "<style>@page{size:A5;margin:15mm}body{font-family:serif;font-size:10pt;text-align:justify;hyphens:manual}"
    ".c{column-count:2;column-gap:8mm}</style></head><body><h1>Report on the harbour guarantee</h1>"
    "<p>Harbour Audit Office, 2 May 2021</p><div class='c'>"
    + "".join(f"<p>{n}. {_ENGLISH}</p>" for n in range(1, 13))
    + "</div></body></html>"
)

_BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>{}</w:t></w:r>"
_RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
_INSERTED = "<w:ins w:id='1' w:author='Desk' w:date='2020-01-01T00:00:00Z'><w:r><w:t xml:space='preserve'>{}</w:t></w:r></w:ins>"
_DELETED = "<w:del w:id='2' w:author='Desk' w:date='2020-01-01T00:00:00Z'><w:r><w:delText xml:space='preserve'>{}</w:delText></w:r></w:del>"
_NOTE = "<w:r><w:footnoteReference w:id='2'/></w:r>"


def _turn(name: str, *runs: str) -> str:
    return f"<w:p>{_BOLD.format(name)}{''.join(runs)}</w:p>"


WORD = docx(
    document(
        "<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr>" + _RUN.format("Hearing on the reed beds") + "</w:p>"
        + paragraph("Estuary Council, 12 October 2018")
        + _turn("Councillor Petra Aalto: ", _RUN.format("Who signed the permit to burn the reeds"),
                _INSERTED.format(" in the nesting season"), _RUN.format("?"))
        + _turn("Jonas Wick: ", _RUN.format("I did. "), _DELETED.format("Nobody asked me to. "),
                _RUN.format("I was told that the birds had left by then."), _NOTE)
        + _turn("Councillor Petra Aalto: ", _RUN.format("Who told you that?"))
        + _turn("Jonas Wick: ", _RUN.format("The contractor’s foreman, "), _INSERTED.format("twice"),
                _RUN.format(", on the telephone."))
    ),
    {"word/footnotes.xml": footnotes(n2="The ornithological survey was published a year later.")},
)

SRT = """1
00:00:01,000 --> 00:00:03,500
<i>ANNOUNCER:</i> From the old observatory,

2
00:00:03,600 --> 00:00:06,000
this is The Night Desk.

3
00:00:07.200 --> 00:00:10.000
PILAR: Doctor Imre, did you see it
with your own eyes?

4
00:00:10,100 -> 00:00:12,000
this cue has a broken arrow

5
00:00:12,100 --> 00:00:15,900
DR IMRE: I saw the plate &amp; I believed
the plate.

00:00:16,000 --> 00:00:19,000
{\\an8}My own eyes are sixty years old.

7
00:00:20,000 --> 00:00:22,500
PILAR: Would you swear to it?

8
00:00:23,000 --> 00:00:25,000
DR IMRE: To the plate, yes.
"""

VTT = """WEBVTT - Harbour hearing

NOTE produced by the parish archive

STYLE
::cue(.loud) { color: red }

intro
00:00:00.500 --> 00:00:04.000 align:start position:10%
<v Anna Berg>Good evening. Today we hear the pilot

00:00:04.000 --> 00:00:06.500
<v Anna Berg>who brought the <i>Meridian</i> in.

00:00:07.000 --> 00:00:11.000
<v.loud Rolf Teller>I had no radio &amp; no lights,
and I&rsquo;d do it again.

00:00:11.200 --> 00:00:13.000
<v Anna Berg>You would?</v> <v Rolf Teller>Tomorrow.</v>
"""

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Kaffeekasse – das Blog</title><link>https://kasse.example/</link><language>de-DE</language>
<item><title>Warum wir die Mühle stehen lassen</title><link>https://kasse.example/muehle</link>
<dc:creator><![CDATA[Ulrike Sander]]></dc:creator><pubDate>Tue, 06 Jun 2023 07:30:00 +0200</pubDate>
<guid isPermaLink="false">kasse-77</guid><description>Kurz: Die Mühle bleibt. [&#8230;]</description>
<content:encoded><![CDATA[<p>Die alte Mühle am Kanal bleibt stehen, das hat der Gemeinderat am Montag beschlossen.</p>
<blockquote><p>„Wir reißen nichts ab, was noch mahlt“, sagte die Bürgermeisterin Gesa Lohmann.</p></blockquote>
<p>Der Umbau kostet 1,3 Millionen Euro und dauert zwei Jahre.</p>
<p>The post <a href="https://kasse.example/muehle">Warum wir die Mühle stehen lassen</a> appeared first on <a href="https://kasse.example">Kaffeekasse – das Blog</a>.</p>]]></content:encoded></item>
<item><title>Nachtrag</title><link>https://kasse.example/nachtrag</link><guid>kasse-78</guid>
<pubDate>Wed, 07 Jun 2023 09:00:00 +0200</pubDate><description>Die Zahl im letzten Beitrag stimmt, wir haben nachgefragt.</description></item>
</channel></rss>"""

MARKDOWN = """---
title: "Notes from the salt works"
date: 2021-08-17
author: Carmen Ibarra
lang: en
tags: [salt, labour]
draft: false
---

# Notes from the salt works

![A pan at dawn](pan.jpg)

I came to the pans in August, when the crust is as hard as a plate and my boots left no trace.

> We sell the sea by the sack, and the sea does not notice.

My grandmother said this every evening[^1]. I have **never** found out who said it first, see [the ledger](https://salt.example/ledger).

## The ledger

- I counted 214 sacks.
- I lost 3 of them to rain.

[^1]: She also sang it.
"""

GB = """标题：石桥镇的新校长
来源：石桥晚报
日期：2021年6月

石桥镇中学上个月换了校长，新校长姓秦，今年三十八岁。

记者：您为什么愿意来这里？

秦岚：因为这里的学生敢提问。上第一节课就有人问我会不会走。

记者：您怎么回答的？

秦岚：我说我会走，但不会在他们毕业以前走。

记者：谢谢您。
"""

TWO = "The committee recommends that the municipality should reconsider its unconditional guarantee"
NOTED: dict[str, tuple[str | bytes, tuple[Noted, ...]]] = {
    "wechat.html": (
        WECHAT,
        (
            Noted(
                "一座潮汐站和它的十二年", "2023-11-05 day declared", "周砚", "海岸线工作室", "zh",
                (("主持人", "潮汐站建成十二年"), ("沈惟宁", "不是剪彩那天"), ("主持人", "当时有人"),
                 ("沈惟宁", "有，而且")),
                ("十二年前，沈惟宁带着", "水总要回来的", "潮水刚好没过第三级台阶"),
                ("蓝字", "往期推荐", "渔港的最后", "谁在修灯塔", "二维码", "扫一扫", "预览时", "END"),
            ),
        ),
    ),
    "newspaper.html": (
        NEWSPAPER,
        (
            Noted(
                "Ferry company admits it knew about cracked hull", "2023-03-14 day declared",
                "Morag Tennant", "The Skerry Post", "en", (),
                ("The operator of the island ferry", "We should have told the passengers",
                 "only had room for one name", "The inquiry goes on", "Members of the committee"),
                ("Tidewater", "inbox", "Advertisement", "Islanders demand", "harbour board did not",
                 "Skipper12", "All rights", "Facebook", "Sport"),
            ),
        ),
    ),
    "transcript.html": (
        TRANSCRIPT,
        (
            Noted(
                "Episode 41: The well-diggers", "2022-09-07 day declared", None, "Dry Ground", "en",
                (("Tom Okafor", "Welcome to the show"), ("Maya Lindgren", "Three hundred and eleven"),
                 ("Tom Okafor", "And the others?"), ("Maya Lindgren", "The others taught us"),
                 ("Tom Okafor", "Thank you for coming in")),
                ("People forget that salt water",),
                ("00:00", "Subscribe to our newsletter"),
            ),
        ),
    ),
    "questions.txt": (
        QUESTIONS,
        (
            Noted(
                "An interview with the glass blower Henrike Vos", "2019 year declared", None,
                "Copperfield Quarterly", "en",
                (("Q", "Why do you still"), ("A", "Because the city gas"), ("Q", "Do your apprentices"),
                 ("A", "The good ones"), ("Q", "What was the hardest"), ("A", "A lens for")),
                ("The others become architects.", "Henrike Vos runs the last furnace"),
                ("Q:", "A:"),
            ),
        ),
    ),
    "chinese.pdf": (
        CHINESE_PAGE,
        (
            Noted(
                "橘子船提前开了", "2024-02-19 day declared", None, "南湾日报", "zh", (),
                ("春节过后，码头上的第一艘船装走了三千箱橘子。港务处的值班员说，这是十年来最早的一次。",
                 "第6天，她说：“账不难算，难的是让所有人相信这本账。”"),
                ("page.html", "file:"),
            ),
        ),
    ),
    "columns.pdf": (
        TWO_COLUMNS,
        (
            Noted(
                "Report on the harbour guarantee", "2021-05-02 day declared", None,
                "Harbour Audit Office", "en", (),
                (f"1. {TWO} for the harbour authority.", "“irresponsible and, frankly, "
                 "incomprehensible”", f"12. {TWO}", "A well-known engineer"),
                ("page.html", "recom-"),
            ),
        ),
    ),
    "hearing.docx": (
        WORD,
        (
            Noted(
                "Hearing on the reed beds", "2018-10-12 day declared", None, "Estuary Council", "en",
                (("Councillor Petra Aalto", "Who signed the permit to burn the reeds in the nesting season?"),
                 ("Jonas Wick", "I did. I was told that the birds"), ("Councillor Petra Aalto", "Who told you"),
                 ("Jonas Wick", "The contractor’s foreman, twice, on the telephone.")),
                ("The ornithological survey was published a year later.",),
                ("Nobody asked me", "[1]", "↑"),
            ),
        ),
    ),
    "night.srt": (
        SRT,
        (
            Noted(
                None, "", None, None, "en",
                (("ANNOUNCER", "From the old observatory, this is"), ("PILAR", "Doctor Imre, did you"),
                 ("DR IMRE", "I saw the plate & I believed the plate."),
                 ("PILAR", "Would you swear"), ("DR IMRE", "To the plate, yes.")),
                ("My own eyes are sixty years old.",),
                ("-->", "<i>", "an8", "&amp;", "00:00"),
            ),
        ),
    ),
    "harbour.vtt": (
        VTT,
        (
            Noted(
                None, "", None, None, "en",
                (("Anna Berg", "Good evening. Today we hear the pilot who brought the Meridian in."),
                 ("Rolf Teller", "I had no radio & no lights, and I’d do it again."),
                 ("Anna Berg", "You would?"), ("Rolf Teller", "Tomorrow.")),
                (),
                ("archive", "::cue", "align:", "<v", "intro"),
            ),
        ),
    ),
    "blog.rss": (
        RSS,
        (
            Noted(
                "Warum wir die Mühle stehen lassen", "2023-06-06 day declared", "Ulrike Sander",
                "Kaffeekasse – das Blog", "de", (),
                ("Die alte Mühle am Kanal bleibt", "Wir reißen nichts ab", "Der Umbau kostet 1,3"),
                ("appeared first on", "Kurz:"),
            ),
            Noted(
                "Nachtrag", "2023-06-07 day declared", None, "Kaffeekasse – das Blog", "de", (),
                ("Die Zahl im letzten Beitrag stimmt",), ("Mühle",),
            ),
        ),
    ),
    "salt.md": (
        MARKDOWN,
        (
            Noted(
                "Notes from the salt works", "2021-08-17 day declared", "Carmen Ibarra", None, "en",
                (), ("I came to the pans", "We sell the sea by the sack", "I counted 214 sacks."),
                ("tags:", "draft", "pan.jpg", "---", "lang:", "2021-08"),
            ),
        ),
    ),
    "school.txt": (
        GB.encode("gb18030"),
        (
            Noted(
                "石桥镇的新校长", "2021-06 month declared", None, "石桥晚报", "zh",
                (("记者", "您为什么"), ("秦岚", "因为这里的学生"), ("记者", "您怎么"), ("秦岚", "我说我会走"),
                 ("记者", "谢谢")),
                ("石桥镇中学上个月换了校长",),
                ("来源", "日期", "记者："),
            ),
        ),
    ),
}  # fmt: skip
