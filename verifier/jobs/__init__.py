"""Whole files: from rows to answers, each once, going on where it stopped.

`schema` and `file` (a job's answers and counters), `answers` (one row's) with `answering`,
`workers` (processes that answer), `work` (from rows to answers), `folder` (what is kept), `results`
(answers as a file), `intake` with `asked` (jobs as the doors deal with them), `runner` (working
while the service answers); `batch` with `output` and `earlier` (the same for one command). The
queue stands in `verifier.remembering.jobs`.
"""
