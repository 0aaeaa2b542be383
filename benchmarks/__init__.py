"""How fast and how right the search is, beside what else could be used: ``python -m benchmarks``.

In reading order: `corpora` (what is searched), `claims` (what is asked), `ours` and `peers` (who
answers; `postgres` runs a cluster of its own), `rightness` (was it the right place), `table` (what
is printed). Nothing here is part of the product, and no test depends on a time.
"""
