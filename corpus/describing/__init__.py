"""Describing a document: what it is called, when it is from, how near it is to what was said.

`metadata` with `titles`, `summaries` and `dates` (the only user of dateparser), `furniture` (what
is no passage), `fidelity` with `fidelity_words`, `speakers` with `turns`, `reported` (whose words
stand at a place) with `reported_grammar` and `reported_words`, `sidecars` (what a person writes
beside a file).
"""
