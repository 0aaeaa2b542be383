"""The store: what the corpus holds, in one SQLite file; the only writers of SQL.

`store`, over `connections`, `database` and the migrations; `rows` (values and rows), `deposit`
(writing sources), `catalogue`, `texts`, `lookups`, `census`, `overview`, `source_query` and
`versions` (reading them), `fact_check_store`; the lineage in `lineage_store`, `lineage_writing`,
`lineage_queue` with `tasks`, `lineage_signatures`, `lineage_lexicons` and `lineage_projection`.
"""
