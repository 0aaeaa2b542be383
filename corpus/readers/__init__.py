"""One module a format: bytes in, text and blocks out.

What a reader hands on is told by `corpus.blocks`, and by `extracted` for text that had to be taken
out of a format; `registry` says which reader takes which file, and which bytes it refuses.

    plain           TXT, Markdown; `front_matter` reads what stands between two lines of `---`
    web_page        HTML and saved pages; `elements` parses, `markup` walks the blocks,
                    `page_fields` reads what a page declares about itself, `turn_tables` finds
                    tables that are dialogues
    pdf             PDF; `pdf_layout` puts lines and columns in order
    word_document   DOCX
    subtitles       SRT, VTT
    records, table  passages as JSON lines, CSV and TSV
    feed            RSS, Atom
    fact_check      published fact-checks in pages, feeds and tables; `claim_review` reads JSON,
                    `fact_check_columns` tables
    contained       the doors to those that are read in a process of their own (`corpus.sandbox`)

A reader knows its format and nothing about languages or stores, and about speakers what its format
tells.
"""
