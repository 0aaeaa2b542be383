"""The pages: everything that the templates lay out.

`web` (one quote) over `answer_page`; `corpus_pages`, `draft_pages`, `job_pages` over `job_pending`
and `job_rows`.
"""
