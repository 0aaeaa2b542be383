"""The commands behind `verifier.cli`: each opens a home, calls one use case and prints.

`home` (what they share), `batch`, `corpus` with `sources`, `keeping`, `lineage`, `versions` and
`stats`, `fact_checks`, `draft`, `token`, and `terminal` (how things look there).
"""
