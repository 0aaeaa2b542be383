"""Aligning: where the words of a claim stand in running text, and what differs there.

`align` with `anchors` and `chains` (where the words stand; the only user of rapidfuzz), `breaks`
(on which side of a gap a word stands), `borders` (of clauses), `diff` (what differs, as edits; the
only user of diff-match-patch), `outlines` (what is equal where no rule can hold), `places` (all
ways in which a claim stands in a window) and `wording` (rules about one place).
"""
