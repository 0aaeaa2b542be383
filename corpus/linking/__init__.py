"""Linking the renditions of one work, sentence by sentence.

`ways_in`, with `candidates` (which documents are worth it), `sides`, `monolingual` and
`crosslingual` (how alike two sentences are), `lattice` and `chain` (in order), `projection` (to
passages and spans); `bilingual` (a lexicon that is learned) with `bilingual_anchors` and
`bilingual_basics`.
"""
