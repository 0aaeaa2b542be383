"""A report that several quotations of one sentence share.

Problem: "He called it “late” and “too little”, Vane said": one clause tells who says both, and only
one of them stands beside it.

Method: within a sentence a report before the first goes on to the next, and one behind the last is
given back to those before it that have none of their own.

Rejected: joining them to one quotation (what stands between is not quoted).
"""

from __future__ import annotations

import re
from dataclasses import replace

from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.quotations.found import Found

_REACH_OF_REPORT = 160
"""Characters between two quotations of one sentence that a report behind them governs."""


def same_sentence(text: str, last: Found, at: int) -> Clause | None:
    """The report that leads to the quotation before, when its sentence goes on to this one.

    Args:
        text: the draft.
        last: the quotation before.
        at: offset of the opening mark of this one.
    """
    clause = last.clause
    if clause is None or clause.subject is None or clause.end > last.outer[0]:
        return None
    if re.search("[.!?\u3002\uff01\uff1f]", text[last.pieces[-1][1] - 1 : at]):
        return None
    return replace(clause, direct=False, framed=False)


def told_behind(text: str, done: list[Found]) -> list[Found]:
    """Give what has no speaker the report with which its sentence ends ("..., Vane said.").

    Args:
        text: the draft.
        done: what is in marks, in order, with the clauses beside it; changed.

    Returns:
        The same list.
    """
    for index in range(len(done) - 2, -1, -1):
        one, ahead = done[index], done[index + 1]
        own = one.clause is not None and (one.clause.subject is not None or one.clause.direct)
        if own or one.is_block or ahead.is_block or one.paragraph != ahead.paragraph:
            continue
        clause = ahead.clause
        behind = clause is not None and clause.subject and clause.start >= ahead.outer[1]
        if clause is None or not behind or ahead.outer[0] - one.outer[1] > _REACH_OF_REPORT:
            continue
        if re.search("[.!?\u2026\u3002\uff01\uff1f]", text[one.pieces[-1][1] - 1 : ahead.outer[0]]):
            continue
        if not text[one.outer[1] : ahead.outer[0]].strip(" ,") or ahead.opens_sentence:
            continue
        done[index] = replace(one, clause=replace(clause, direct=False, framed=False))
    return done
