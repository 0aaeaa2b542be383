"""JSON in and out: how values are written, and what a body may hold.

`plain_json` (values by their annotations), `revive` (back from a kept report), `schemas` (what is
written), `asked_fields` and `asking` (what is read) with `fact_check_asking`, `draft_answer`,
`job_view` (a job as its owner sees it), `structured` (schema.org).
"""
