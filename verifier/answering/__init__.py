"""Answering: from a question to the whole report.

`question` with `claimed_source`, `examine` (the order of the search), `evidence` with `steps` and
`slices` (slices of the stored source), `corrected` (the quote to paste), `others` with
`syndication` (other places), `selectors` (how a place is told to others), `answer` (the axes),
`reporting` (the whole report).
"""
