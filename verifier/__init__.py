"""Is this what was said? From a claimed quote to a report, and the doors that give it.

A package is a step of the way, and its own docstring is its map. They stand here in reading order;
arrows between packages point one way only, and nothing here is imported by `corpus`.

Values: `models` (claim, window, alignment, edit, finding), `report` with `matches` and
`translations` (what an answer holds), `policy` (every number that decides), `examined`; `config`
(settings) and `clock`.

One quote: `reading` (what of the pasted text are the quoted words), `forms` (when two words are the
same word after all), `aligning` (where the words stand in running text, and what differs),
`finding` (which passages are worth it), `meanings` (which differences touch the meaning),
`contexts` (what stands around a match), `renditions` (translation), `judging` (which rule holds,
whose words they are, the headline), `fact_checks` (published reviews that match), `answering` (the
whole report); `service` has the use cases, and every door calls it.

Whole drafts: `drafts`. Whole files: `tables` (rows in, answers out) and `jobs` (working through
them). The service's own state: `remembering`; what a desk brings along: `desk`.

Doors: `exchange` (JSON in and out), `api` (its routes), `showing` (how a report reads to people),
`pages` (HTML), `commands` with `cli`, and `serving` (the server, who may ask, what is logged);
`app` wires them. Data: `lexicons`, `templates`, `static`, `migrations`, `examples.json`.
"""
