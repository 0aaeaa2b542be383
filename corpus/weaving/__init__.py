"""The work that goes on after a source came in: evidence, then links to what says the same.

`weaving` (one task after the other), `pages` (looking at one document), `comparing` (with what),
`pairs` (two side by side), `elsewhere` (in which languages somebody speaks); `quote_drift` with
`quote_wording` and `quote_drift_again` (quotations that reword what the corpus has).
"""
