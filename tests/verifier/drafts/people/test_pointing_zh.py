"""Whom a noun that points at somebody stands for."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

POINTING = [
    (
        "前锋乔一帆进了两个球。赛后，这位来自海州的前锋说：“我爸在现场。”",
        "乔一帆",
        "what somebody is, on no list beside the name",
    ),
    (
        "六十一岁的苗广田在冰上站了一夜。渔政站站长尹志强没有来。老人把烟头摁灭：“明年再来。”",
        "苗广田",
        "a word for the aged is the one of that age",
    ),
    (
        "一位药师向本报反映了此事。店主乔一帆不愿开口。该药师说：“一天四百单。”",
        "一位药师",
        "the one who was brought in by the same noun",
    ),
    (
        "店主乔一帆关了灯。据报道，该部门负责人称，“将依法依规处理”。",
        "该部门负责人",
        "an office of a body that is pointed at is nobody's who was named",
    ),
    (
        "店主乔一帆关了灯。街上来了一位女士。该女士说：“我等人。”",
        "一位女士",
        "a noun that brought somebody in goes before a name",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), POINTING)
def test_a_noun_points_at_whom_it_fits(text: str, expected: str, why: str) -> None:
    assert [q.speaker for q in find_quotations(text, "zh")] == [expected], why
