"""What on a page is the site's and not the text's: share lines, tags, adverts, footers.

Problem: a page arrives with everything that stood around its text, and a quote must never be found
in a list of recommended articles. Method: closed patterns for lines that are furniture wherever
they stand, and a second list for lines that open the *closing frame*: from there to the end all is
furniture, provided that little prose follows. Only short blocks are judged by their words.

Rejected: judging by link density or position alone (a short answer would be lost), and removing
furniture from the stored text (offsets would no longer be those of the file).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.blocks import Block, BlockKind
from corpus.text.names import label_shape

_ADDRESS = r"(?:https?://|www\.)\S+(?:\s+\S+)?"
_ADDRESS_ONLY = re.compile(rf"\W*{_ADDRESS}\W*|<img[^>]*>")
_LINK_TARGET = re.compile(r"\]\([^()]*\)")
_LABELLED_LINK = re.compile(rf"[^\n.!?。！？:：]{{1,40}}[:：]\s*\W{{0,4}}{_ADDRESS}\W*")
_PLACEHOLDER = re.compile(
    r"\W*(?:图片|圖片|图|配图|视频|音频|二维码|image|images|photo|picture|video|advertisement|ad|"
    r"wechat|weibo|facebook|twitter|linkedin|share|print|like|comments?|menu|search|login|log in|"
    r"sign in|sign up|subscribe|friend links?|友情链接|qr code|bild|foto|werbung|anzeige)\W*",
    re.IGNORECASE,
)
_SITE_WORDS = re.compile(
    r"关注公众号|扫描\S{0,6}二维码|扫码\S{0,4}(?:关注|添加|下载)|阅读原文|"
    r"(?:全文|本文)(?:共|约)?\s*[\d,，]+\s*字|阅读(?:约|需|时间)\S{0,4}\s*\d+\s*分钟|点个在看|设为\S{0,3}星标|"
    r"不得转载|转载请|未经(?:许可|授权)|版权所有|素材来源|"
    r"\d+\s*min(?:ute)?s?[ -]read\b|all rights reserved",
    re.IGNORECASE,
)
_SITE_OPENING = re.compile(
    r"\W*(?:点击\S{0,8}(?:原文|链接|关注|蓝字)|关注我们|分享到|责任编辑|责编|图片来源|商务合作|联系我们|"
    r"(?:please )?(?:follow|contact) us\b|subscribe (?:to|now)\b|sign up (?:for|to)\b|"
    r"listen (?:now |to (?:us|it|this \w+) )?(?:on|in|wherever)\b|"
    r"(?:rate|review|find|support) us on\b|"
    r"(?:lesen sie|lies) (?:auch|hier|dazu)\b|(?:à )?lire aussi\b|lea también\b|leggi anche\b|"
    r"читайте также|(?:jetzt |unseren )?newsletter (?:abonnieren|bestellen)|abonnez-vous\b|"
    r"suscríbase\b|"
    r"share (?:this|on)\b|read more|read the full|click here|download (?:the|our) app|"
    r"©|copyright (?:©|\(c\)|\d)|we use cookies|privacy policy|terms of (?:use|service))",
    re.IGNORECASE,
)
_SYNDICATED = re.compile(
    r"\W*(?:the (?:post|article|entry)\b.{1,250}\b(?:first )?appeared (?:first )?(?:on|in)\b"
    r"|der (?:beitrag|artikel)\b.{1,250}\berschien (?:zuerst|zunächst) (?:auf|bei|in)\b"
    r"|(?:cet article|l['’]article|le billet)\b.{1,250}\best apparu en premier\b"
    r"|(?:la entrada|el artículo)\b.{1,250}\b(?:se publicó|apareció) primero en\b"
    r"|l['’]articolo\b.{1,250}\bproviene da\b).{0,160}",
    re.IGNORECASE | re.DOTALL,
)
"""What programs for blogs write under each entry of a feed."""
_LABELLED = re.compile(r"\s*(?P<name>[^\n:：]{1,60})[:：]\s*\w")
_CLOSING = re.compile(
    r"\W*(?:tags?|标签|标籤|关键词|keywords)\s*[:：]|"
    r"\W*(?:往期|推荐阅读|相关阅读|延伸阅读|更多阅读|相关文章|热门文章|精彩推荐|友情链接)|"
    r"\W*(?:related (?:articles|posts|stories|reading)|recommended|more from|most read|"
    r"you (?:may|might) also|read (?:next|also)|further reading|trending|about the author|"
    r"(?:lesen sie|lies) (?:auch|hier|dazu)|mehr zum thema|weitere (?:artikel|beiträge)|"
    r"das könnte (?:sie|dich) (?:auch )?interessieren|(?:à )?lire aussi|sur le même sujet|"
    r"lea también|también le puede interesar|más sobre|leggi anche|читайте также|"
    r"leave a (?:reply|comment)|comments?\s*$|friend links?\W*$|share this)|"
    r"[\W_]*(?:--+|——+)?\s*(?:end|the end|完|全文完)[\W_]*$",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\W*(?:[+\d][\d\s()/-]{6,}\d|\S+@\S+\.\w+)\W*|(?:[\s,]*#[^\s#]+)+\s*|"
    r".*(?:ICP|公网安备).*\d{5,}.*",
    re.DOTALL,
)
_SENTENCE = re.compile(r"[a-z\u4e00-\u9fff][.!?。！？]$")
_LETTER = re.compile(r"[^\W\d_]")
_MARKUP = re.compile(r"[*_>#`]+")
_SHORT = 160
_LONGEST_CONTACT = 300
_LONGEST_SYNDICATED = 420
_CLOSING_SHARE = 0.35
"""Of the letters of a text: more than this after a closing line, and it closed nothing."""


def is_furniture(written: str) -> bool:
    """Whether one block is the site's, wherever on the page it stands.

    Args:
        written: the block with its markup.

    Returns:
        True for blocks without letters, pictures, links standing alone, contact lines, hash tags,
        and short lines that ask the reader to do something.
    """
    if len(written) <= _LONGEST_CONTACT and _CONTACT.fullmatch(written):
        return True
    if len(written) <= _LONGEST_SYNDICATED and _SYNDICATED.fullmatch(written):
        return True
    bare = _MARKUP.sub("", written).strip()
    if not _LETTER.search(bare):
        return True
    if _ADDRESS_ONLY.fullmatch(bare) or _LABELLED_LINK.fullmatch(bare):
        return True
    if _PLACEHOLDER.fullmatch(bare) or _is_links(bare):
        return True
    if len(bare) > _SHORT or _is_labelled(bare):
        return False
    return bool(_SITE_WORDS.search(bare) or _SITE_OPENING.match(bare))


def _is_links(bare: str) -> bool:
    """Nothing but links and pictures in Markdown, one after the other."""
    *links, rest = _LINK_TARGET.split(bare)
    if not links or _LETTER.search(rest):
        return False
    return all(link.lstrip(" \t\r\n,.;|!\u00b7\u2022").startswith("[") for link in links)


def _is_labelled(bare: str) -> bool:
    """What a speaker says is kept, whatever words are in it."""
    label = _LABELLED.match(bare)
    return label is not None and label_shape(label.group("name")) != ""


def closing_frame(text: str, blocks: Sequence[Block], first: int = 0) -> int:
    """Where the page's closing frame begins.

    Args:
        text: the text.
        blocks: its blocks.
        first: the frame does not begin before this block (that of the last speaker label).

    Returns:
        Index of the first block of the closing frame; ``len(blocks)`` when there is none.
    """
    letters = [b.end - b.start for b in blocks]
    whole = sum(letters)
    for index in range(max(first, 1), len(blocks)):
        block = blocks[index]
        written = text[block.start : block.end]
        bare = _MARKUP.sub("", written).strip()
        opens = len(bare) <= _SHORT and not _SENTENCE.search(bare) and _CLOSING.match(bare)
        if (opens or _LABELLED_LINK.fullmatch(bare)) and (
            sum(letters[index:]) <= whole * _CLOSING_SHARE
        ):
            return _with_rules_before(blocks, index, first)
    return len(blocks)


def _with_rules_before(blocks: Sequence[Block], index: int, first: int) -> int:
    while index - 1 > first and blocks[index - 1].kind is BlockKind.RULE:
        index -= 1
    return index
