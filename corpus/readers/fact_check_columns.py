"""The columns of a table of fact-checks, by the names that people give them.

A table is known by a column for the claim and one for the address of the review; everything else is
optional. Names are compared without case, spaces and marks between words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_NAMES = {
    "claim": "claim claim_text claim_reviewed claims claimreviewed statement reviewed_claim quote"
    " claim_en 声明 说法 言论",
    "url": "url link review_url fact_check_url factcheck_url fact_check_link address permalink href"
    " article_url 链接 网址",
    "rating": "rating verdict textual_rating rating_text label conclusion ruling review_rating"
    " truth_rating 评级 结论",
    "claimant": "claimant claim_author claimed_by speaker said_by person originator 说话人",
    "claim_date": "claim_date date_of_claim claimed_on statement_date",
    "publisher": "publisher publisher_name fact_checker factchecker organisation organization"
    " reviewer source site publisher_site 机构",
    "title": "title headline review_title article_title 标题",
    "published": "published date review_date date_published datepublished published_at"
    " publication_date published_on 日期",
    "language": "language lang language_code languagecode inlanguage 语言",
    "appearance": "appearance first_appearance claim_url appeared_at appearance_url",
}
_MARKS = re.compile(r"[\s_\-./]+")


def _key(name: str) -> str:
    return _MARKS.sub("", name.strip().removeprefix("\ufeff").casefold())


FIELDS: Mapping[str, str] = {
    _key(name): field for field, names in _NAMES.items() for name in names.split()
}
"""The field that each name means, names as `field_of` compares them."""


def field_of(name: str) -> str | None:
    """The field of a fact-check that a column's name means; None for another column."""
    return FIELDS.get(_key(name))


def known_fields(row: Mapping[Any, Any]) -> dict[str, str | None] | None:
    """An object of texts read as a row of a table.

    Args:
        row: names and values; only texts and whole numbers count.

    Returns:
        The texts by field; of several columns for one field the first that is not empty. None
        unless the object has a claim and an address among its names.
    """
    said: dict[str, str | None] = {}
    for name, value in row.items():
        field = field_of(name) if isinstance(name, str) else None
        if field is None:
            continue
        text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None
        said[field] = said.get(field) or (text if text and text.strip() else None)
    return said if "claim" in said and "url" in said else None
