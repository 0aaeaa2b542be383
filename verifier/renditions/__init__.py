"""Translation: a translation's wording is not what the speaker said.

`rendition`, with `standing` (the status), `lineage_view`, `sameness` and `tongues`; `crossing`
(claims across languages) with `embeddings` (an optional model of meaning).
"""
