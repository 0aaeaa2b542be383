"""How a report reads to people: pure functions that the pages, the terminal and the tables share.

`presentation` with `phrases`, `plain_text` (text from outside, shown safely) and
`translation_notices`; `advice` (what is gravest), `beside` (a quote against the original),
`right_words` (what to copy), `chips` (what to check), `difference_view`, `cutting` (what was cut
off), `pieces_view`, `woven`, `timeline`, `chain_view`, `source_view`, `draft_view` (what of a draft
needs a look first) and `picture` (the corpus in numbers).
"""
