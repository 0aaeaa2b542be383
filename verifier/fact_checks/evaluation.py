"""How well the search for fact-checks does on claims whose fact-checks are known.

Problem: a number for one desk's fact-checks says little about another's. Method: the desk writes a
file of claims, each with the addresses of the fact-checks that review it, or with none where none
does; every claim is asked as it would be, and what comes is counted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.fact_check import LONGEST_CLAIM, address_key, plain, web_address
from corpus.readers.fact_check import rows_of
from corpus.readers.fact_check_columns import field_of
from corpus.text.encoding import decode
from corpus.text.tokens import terms
from verifier.fact_checks.report import FactCheckMatch, Relation

_FIRST = 5


@dataclass(frozen=True, slots=True)
class Known:
    """A claim, and the addresses of the fact-checks that review it; none where there is none."""

    claim: str
    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of the claims of a file; shares are of the claims named, None without any.

    Attributes:
        claims: that were asked, and of them ``reviewed``, with a fact-check that is kept.
        not_kept: claims none of whose fact-checks is kept; in no share.
        recall_at_1: reviewed claims whose first fact-check is a right one.
        recall_at_5: those with a right one among the first five.
        mean_reciprocal_rank: of the first right one, over the reviewed claims.
        unreviewed: claims without any fact-check.
        wrongly_shown: unreviewed claims for which something is shown all the same.
        wrongly_same: those for which it is shown as of these words, not of a differing wording.
    """

    claims: int
    reviewed: int
    not_kept: int
    recall_at_1: float | None
    recall_at_5: float | None
    mean_reciprocal_rank: float | None
    unreviewed: int
    wrongly_shown: float | None
    wrongly_same: float | None


def known_claims(origin: str, content: bytes) -> Iterator[Known | tuple[int, str]]:
    """The rows of a file of claims.

    Args:
        origin: for refusals.
        content: a table with the columns of fact-checks, or JSON lines with ``claim`` and ``url``.
            Several addresses are parted by blanks, or are a list.

    Yields:
        A claim, or the number of a row and what is wrong with it.

    Raises:
        UnreadableSource: it is no such file.
    """
    text = decode(origin, content)
    if text.lstrip()[:1] == "{":
        rows: Iterable[tuple[int, dict[str, str | None] | str]] = _lines(text)
    else:
        rows = rows_of(origin, text)
    for number, row in rows:
        if isinstance(row, str):
            yield number, row
            continue
        given = (row.get("url") or "").replace(";", " ").split()
        urls = tuple(url for each in given if (url := web_address(each)) is not None)
        claim = plain(row.get("claim") or "")
        if not claim:
            yield number, "it has no claim"
        elif len(claim) > LONGEST_CLAIM or not claim.isprintable() or not terms(claim):
            yield number, "its claim cannot be read, or is longer than a reviewed claim may be"
        elif len(urls) < len(given):
            yield number, "its address is no web address"
        else:
            yield Known(claim, urls)


def _lines(text: str) -> Iterator[tuple[int, dict[str, str | None] | str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict):
            yield number, "it is not a JSON object"
            continue
        named = {field_of(str(name)): value for name, value in row.items()}
        urls = named.get("url")
        if isinstance(urls, list):
            named["url"] = " ".join(str(url) for url in urls)
        yield number, {k: v for k, v in named.items() if k and isinstance(v, str)}


def evaluate(
    claims: Sequence[Known],
    kept: Iterable[str],
    ask: Callable[[str], Sequence[FactCheckMatch]],
) -> Figures:
    """Ask every claim and count what comes.

    Args:
        claims: of the file.
        kept: the addresses of all fact-checks that could be found.
        ask: gives the fact-checks that are shown for a claim, best first.
    """
    there = set(map(address_key, kept))
    ranks: list[int | None] = []
    shown: list[Sequence[FactCheckMatch]] = []
    not_kept = 0
    for each in claims:
        wanted = {address_key(url) for url in each.urls}
        if wanted and not wanted & there:
            not_kept += 1
            continue
        found = ask(each.claim)
        if not wanted:
            shown.append(found)
            continue
        right = (at for at, match in enumerate(found, 1) if address_key(match.url) in wanted)
        ranks.append(next(right, None))
    alike = [[m for m in found if m.relation is not Relation.DIFFERING] for found in shown]
    return Figures(
        claims=len(claims),
        reviewed=len(ranks),
        not_kept=not_kept,
        recall_at_1=_share([rank == 1 for rank in ranks]),
        recall_at_5=_share([rank is not None and rank <= _FIRST for rank in ranks]),
        mean_reciprocal_rank=_share([1 / rank if rank else 0.0 for rank in ranks]),
        unreviewed=len(shown),
        wrongly_shown=_share([bool(found) for found in shown]),
        wrongly_same=_share([bool(found) for found in alike]),
    )


def _share(counted: Sequence[float]) -> float | None:
    return round(sum(counted) / len(counted), 4) if counted else None
