"""Which paragraphs at the top sum the text up instead of being it.

Words of a summary are nobody's: the page's own paraphrase must never be shown as what a speaker
said. Quoted paragraphs before the text are taken for a summary, and so is the first paragraph when
a line above announces one, when it says so itself, or when it alone breaks
off without a final mark on a page whose paragraphs end with one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.blocks import Block, BlockKind
from corpus.describing.furniture import is_furniture

_ANNOUNCED = re.compile(
    r"summar(?:y|i[sz])|摘要|导读|tl;?dr|abstract|key (?:points|takeaways)", re.IGNORECASE
)
_SAYS_SO = re.compile(r"[*_]*(?:summary|abstract|摘要|导读|导语|核心提示)\s*[:：]", re.IGNORECASE)
_CLOSED = re.compile(r"[.。!！?？…:：][\"'”’」』)）*_]*$")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONGEST_LINE = 80
_SHORTEST = 20
_ENOUGH = 5
_MOST = 0.8


def find_summaries(
    text: str,
    blocks: Sequence[Block],
    title: int | None,
    above: Sequence[str],
    consumed: frozenset[int],
) -> frozenset[int]:
    """The blocks that sum a document up.

    Args:
        text: the text.
        blocks: its blocks.
        title: index of the title's block, or None.
        above: the lines of the top frame down to the title.
        consumed: blocks that are title, metadata or furniture of the top.

    Returns:
        Indexes of blocks; empty for most documents.
    """
    prose = [
        index
        for index, block in enumerate(blocks)
        if block.kind is BlockKind.PARAGRAPH
        and index not in consumed
        and not is_furniture(text[block.start : block.end])
    ]
    if not prose:
        return frozenset()
    first = prose[0]
    found = {i for i in range(first) if blocks[i].kind is BlockKind.QUOTE}
    if title is None or first < title:
        return frozenset(found)
    written = text[blocks[first].start : blocks[first].end]
    announced = any(len(line) <= _LONGEST_LINE and _ANNOUNCED.search(line) for line in above)
    if _SAYS_SO.match(written) or (
        _words(written) > _SHORTEST and (announced or _breaks_off(text, blocks, prose))
    ):
        found.add(first)
    return frozenset(found)


def _breaks_off(text: str, blocks: Sequence[Block], prose: Sequence[int]) -> bool:
    """The first paragraph has no final mark, and nearly all others have one."""
    closed = [bool(_CLOSED.search(text[blocks[i].start : blocks[i].end])) for i in prose]
    others = closed[1:]
    return not closed[0] and len(others) >= _ENOUGH and sum(others) >= _MOST * len(others)


def _words(written: str) -> float:
    east = len(_CJK.findall(written))
    return len(_CJK.sub(" ", written).split()) + east / 2
