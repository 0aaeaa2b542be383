"""The JSON door: routes under ``/api/v1``. Routes only translate.

`routes` (checking, kept checks), `parsing` (bodies, strictly), `keeping`, `source_routes` and
`sources_writing` with `uploads`, `draft_routes`, `fact_check_routes`, `job_routes`, `health`, and
`openapi` (the document that describes them).
"""
