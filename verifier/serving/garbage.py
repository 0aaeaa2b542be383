"""Looking for garbage seldom, in processes that do nothing but answer.

Problem: the words and passages kept between answers are some hundred thousand objects, and every
full search for cycles looks at all of them: forty milliseconds in the middle of somebody's answer.
Answers leave next to no cycles behind.

Method: what is there when the process begins to answer is looked at no more, and the others seldom.

Rejected: no search at all (a long-lived service would grow by the cycles of failed requests).
"""

from __future__ import annotations

import gc

_YOUNG, _MIDDLE, _OLD = 20_000, 20, 50
"""Objects more than before after which the young are looked at, and how often each generation is
before the next one: an ordinary answer is done without any, and what it leaves is gone within some
dozens of them."""


def collect_seldom() -> None:
    """Tune the search for garbage of this process; called once, when it is ready to answer."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
