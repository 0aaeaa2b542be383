"""Judging: which rule holds once all places are known, whose words they are, what is said of it.

`stitching` (joined quotes), `paraphrase` (closest sentences), `decide` (which rule holds);
`attribution` (speaker, date) with `persons` and `claimed_dates`; `verdict` (headline, sentence,
action). The rules about one place stand in `verifier.aligning.wording`.
"""
