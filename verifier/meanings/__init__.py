"""Which differences between a claim and its source touch the meaning.

`meaning`, with `differences` (the stretches that differ), `lexicon` (the closed lists, one file a
language), `telling_marks`, `expressions`, `quantities`, `opposites`, `verb_forms` and
`differing_names`.
"""
