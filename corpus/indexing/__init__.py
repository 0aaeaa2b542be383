"""The index of passages, derived from the store.

`index` (what an index must do), `query_terms` and `bulk_terms` (words and pairs), `index_note`
(which revision it holds), `index_embedded` over `index_asking` (the only users of tantivy).
"""
