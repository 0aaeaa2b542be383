"""One module a format: bytes in, text and blocks out.

Reading order: `blocks` (what a reader hands on) and `extracted` (the same for text that had to be
taken out of a format); `registry` (which reader takes which file, and which bytes it refuses).

    plain           TXT, Markdown; `front_matter` reads what stands between two lines of `---`
    web_page        HTML and saved pages; `markup` walks the blocks, `page_fields` reads what a page
                    declares about itself, `turn_tables` finds tables that are dialogues
    pdf             PDF; `pdf_layout` puts lines and columns in order
    word_document   DOCX
    subtitles       SRT, VTT
    records, table  passages as JSON lines, CSV and TSV
    feed            RSS and Atom
    contained       the doors to those that are read in a process of their own (`corpus.sandbox`)

A reader knows its format and nothing about languages or stores, and about speakers what its format
tells.
"""
