"""What was said, and where we have it from. Knows nothing about claims.

A package is a step of the way, and its own docstring is its map. They stand here in reading order;
arrows between packages point one way only.

Values: `models` (source, passage, speaker, date, provenance), `errors` (the failure tree of both
packages), `lineage` (work, part, derivation, evidence, link, override), `fact_check` (published
reviews of claims).

From bytes to passages: `text` (its levels, tokens, the way back to the stored text), `archives` and
`sandbox` (strangers' files) and `readers` (one module a format, one registry; they hand on
`blocks`), `describing` (title, dates, fidelity, who speaks where), `pieces` and `segment` (where
passages begin and end), `ingest` (the order of it all); `fetching` (web addresses) and `gathering`
(from places to sources in a home).

What a text was made from: `translation` (the evidence of one document), `linking` (renditions of
one work, sentence by sentence), `weaving` (the work that goes on after a source came in).

Keeping and finding: `keeping` (the store; the only writers of SQL), `indexing` (the index made from
it), `home` (a folder with both, in step) with `locks` and `copies`.

The starter corpus: `starter` (data), `starter_corpus` with `starter_fields`. Other data:
`registers`, `translation_rules`, `migrations`.
"""
