"""Corpora of any size for measuring, the same for the same seed.

Problem: a million passages must read like real ones (the frequencies of words and of neighbours
decide what a search costs), and none may be there twice, or the right place would not be known.

Method: the real turns first, then new ones by a walk along the real words: a stretch of 5 to 14
words is taken as it stands, then the walk goes on behind another place where its last word stands.
Words keep their frequencies, neighbours stay neighbours, lengths are drawn from the real ones.
Chinese passages come from a small grammar of ours with Zipf frequencies, because there is no large
Chinese text to walk along.

Rejected: repeating passages (every search would find its double), drawing words alone (no pair of
words would be common, which flatters an index of pairs).
"""

from __future__ import annotations

import gzip
import json
import random
from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

SEED = 20240416
CHINESE_SHARE = 0.05
"""One passage in twenty: enough to search in, few enough to keep the English part comparable."""
_PER_SOURCE = 110
_HAN_SOURCES = "zh"
_HAN = (
    "人时年日月天地水火山风雨花草木石金土城市国家民族社会经济政治文化教育科学技术工业农商"
    "学校医院机场车站道路桥梁河流海洋空气阳光力量精神思想感情理论实践方法问题答案原因结果目标"
    "计划行动变化发展增长减少提高降低支持反对同意拒绝开始结束继续停止参加离开到达出现消失存在"
    "新旧大小高低长短快慢多少好坏强弱轻重冷热明暗远近深浅真假美丑贫富安危先后内外上下左右前"
    "信息网络数据机器智能能源环境资源市场价格成本利润投资银行货币税收法律制度权利责任自由公平"
)
_PARTICLES = "的 了 在 是 和 不 也 就 我们 他们 这个 一个 把 对".split(" ")


@dataclass(frozen=True, slots=True)
class Turn:
    """One passage as it is given to the product and to the peers.

    Attributes:
        source: title of the source it belongs to.
        speaker: who speaks.
        date: day of the source.
        text: the words; no two turns of a corpus have the same unless real ones do.
    """

    source: str
    speaker: str
    date: str
    text: str


def real_turns(folder: Path) -> Iterator[Turn]:
    """The real turns of court arguments, in the order of the file.

    Args:
        folder: holds ``passages.jsonl.gz``.
    """
    with gzip.open(folder / "passages.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Turn(row["source"], row["speaker"] or "Unknown", row["date"], row["text"])


def grown(folder: Path, passages: int, seed: int = SEED) -> Iterator[Turn]:
    """A corpus of a given size: real turns, walked ones after them, a few Chinese ones in between.

    Args:
        folder: see `real_turns`.
        passages: how many.
        seed: the same seed gives the same corpus.

    Cost: about 15 microseconds a passage; memory is the real corpus.
    """
    real = list(real_turns(folder))
    chinese = int(passages * CHINESE_SHARE)
    english = passages - chinese
    yield from real[:english]
    yield from islice(chinese_turns(seed), chinese)
    if english > len(real):
        yield from islice(walked_turns(real, seed), english - len(real))


def walked_turns(real: list[Turn], seed: int) -> Iterator[Turn]:
    """New turns without end, each once, by a walk along the words of real ones."""
    rng = random.Random(seed)
    stream = [word for turn in real for word in turn.text.split()]
    lengths = [len(turn.text.split()) for turn in real]
    speakers = sorted({turn.speaker for turn in real})
    where: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for at, word in enumerate(stream):
        where[word].append(at)
    seen: set[int] = set()
    count = 0
    while True:
        words = _walk(rng, stream, where, rng.choice(lengths))
        text = " ".join(words)
        if len(words) > 3 and (mark := hash(text)) in seen:
            continue
        if len(words) > 3:
            seen.add(mark)
        number = count // _PER_SOURCE
        pair = (speakers[number % len(speakers)], speakers[(number * 7 + 1) % len(speakers)])
        day = f"{1950 + number % 70}-{1 + number % 12:02}-{1 + number % 28:02}"
        yield Turn(f"Argument {number}", pair[count % 2], day, text)
        count += 1


def _walk(
    rng: random.Random, stream: list[str], where: dict[str, array[int]], length: int
) -> list[str]:
    words: list[str] = []
    at = rng.randrange(len(stream))
    while len(words) < length:
        words += stream[at : at + 5 + int(rng.random() * 10)]
        places = where[words[-1]]
        at = places[int(rng.random() * len(places))] + 1
        if at >= len(stream) or len(places) == 1:
            at = int(rng.random() * len(stream))
    return words[:length]


def chinese_turns(seed: int) -> Iterator[Turn]:
    """Chinese turns without end, each once."""
    rng = random.Random(seed)
    lexicon = [a + b for a in _HAN for b in rng.sample(_HAN, 12)]
    rng.shuffle(lexicon)
    weights = [1 / (rank + 5) for rank in range(len(lexicon))]
    seen: set[str] = set()
    count = 0
    while True:
        text = "".join(_sentence(rng, lexicon, weights) for _ in range(rng.randint(2, 8)))
        if text in seen:
            continue
        seen.add(text)
        number = count // _PER_SOURCE
        yield Turn(f"{_HAN_SOURCES} {number}", f"讲者{number}", f"{1990 + number % 30}-01-01", text)
        count += 1


def _sentence(rng: random.Random, lexicon: list[str], weights: list[float]) -> str:
    words: list[str] = []
    for word in rng.choices(lexicon, weights, k=rng.randint(4, 14)):
        words.append(word)
        if rng.random() < 0.45:
            words.append(rng.choice(_PARTICLES))
    if len(words) > 9:
        words.insert(len(words) // 2, "，")
    return "".join(words) + "。"


def write(turns: Iterator[Turn], path: Path) -> tuple[int, int]:
    """Write a corpus as the JSON lines that the product takes in.

    Returns:
        Passages, and bytes of their texts in UTF-8.
    """
    many = size = 0
    with path.open("w", encoding="utf-8") as file:
        for turn in turns:
            row = {f: getattr(turn, f) for f in ("source", "speaker", "date", "text")}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            many += 1
            size += len(turn.text.encode())
    return many, size
