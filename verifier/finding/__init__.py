"""Finding: from the passages of the index to the few places that can win.

`sketch`, `word_order`, `rivals` and `retrieve` (which passages), `windows` (running text around
them), `bench` (what is kept between claims), `search` (exact places first, alignments where they
can matter).
"""
