"""What stands around a match, and what it does to it.

`context`, with `behind` (what follows and limits), `clauses`, `governing`, `governing_zh` and
`governors` (which clause governs the match), and `framed` (the same for every piece of a quote).
"""
