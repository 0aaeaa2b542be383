"""What the service itself has to remember, in a file of its own beside the corpus.

`ledger` (the file), `tokens` with `callers` (who asks, what an address needs), `limits` (how
often), `idempotency` (once only), `checks` (kept reports), `watches` (which of them may turn up),
`notices` and `notice_queue` (telling that one did), `jobs` with `job_models` and `job_notices` (the
queue of files of quotes), `retention` (what is over its term), `audit`, `refusals`.
"""
