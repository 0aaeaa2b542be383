"""Is this what was said? From a claimed quote to a report, and the doors that give it.

The map, in reading order; arrows point downwards only, and nothing here is imported by `corpus`.

Values: `models` (claim, window, alignment, edit, finding), `report` with `matches` and
`translations` (what an answer holds), `policy` (every number that decides), `examined`.

Reading a claim: `claims`, with `surroundings`, `quotation_marks`, `interruptions`, `editing_marks`,
`speaker_labels`, `saying` (verbs of saying) and `homoglyphs`.

Finding and aligning: `sketch`, `word_order`, `rivals` and `retrieve` (which passages), `windows`
(running text around them), `align` with `anchors` and `chains` (where the words stand; the only
user of rapidfuzz), `breaks` (on which side of a gap a word stands), `borders` (of clauses), `diff`
(what differs, as edits; the only user of diff-match-patch), `outlines` (what is equal where no rule
can hold), `places` (all ways in which a claim stands in a window), `search` (exact places first,
alignments where they can matter).

The closed lists: `variants` (spelling, contractions, numbers, scripts) with `spelling`, `slips`,
`stems`, `numbers` with `number_digits`, `number_words` and `number_characters`, `wordlists`.

Judging: `wording` (rules about one place), `stitching` (joined quotes), `paraphrase` (closest
sentences), `decide` (which rule holds), `meaning` (which differences touch the meaning) with
`differences`, `telling_marks`, `expressions`, `quantities`, `opposites`, `verb_forms`,
`differing_names` and `lexicon`; `context` (what stands around the match) with `behind`, `clauses`,
`governing`, `governing_zh` and `governors`, and `framed` (the same for every piece); `attribution`
(speaker, date) with `persons` and `claimed_dates`; `rendition` (translation) with `standing` (the
status), `lineage_view`, `sameness` and `tongues`; `crossing` (claims across languages) with
`embeddings`; `verdict` (headline, sentence, action).

Answering: `question` with `claimed_source`, `bench` (what is kept between claims), `examine` (the
order of the search), `evidence` with `steps` and `slices` (slices of the stored source),
`corrected` (the quote to paste), `others` with `syndication` (other places), `selectors` (how a
place is told to others), `answer` (the axes), `reporting` (the whole report), `service` (the use
cases; every door calls it).

Published fact-checks: `fact_checks` (those that match a claim) with `fact_check_index` (which are
worth comparing), `fact_check_wording` (what a reviewed claim is to a quote),
`fact_check_differences`, `fact_check_report` and `fact_check_evaluation`.

Whole drafts: `drafts` (what to ask about an article) with `draft_models`, `draft_blocks`,
`draft_marks`, `draft_dashes`, `draft_found`, `draft_reading`, `draft_titles`, `draft_fragments`,
`draft_namings`, `draft_frames`, `draft_frames_beside`, `draft_frames_zh` and `draft_kinds` (the
quotations), `draft_speakers`, `draft_around`, `draft_voice`, `draft_turns`, `draft_clauses`,
`draft_verbs`, `draft_heads_zh`, `draft_margins_zh`, `draft_pointing_zh`, `draft_known_zh`,
`draft_verbless`, `draft_told`, `draft_clauses_inside`, `draft_clauses_en`, `draft_clauses_zh`,
`draft_after_zh`, `draft_subjects`, `draft_runs`, `draft_subjects_de`, `draft_places`,
`draft_subjects_zh`, `draft_owned_zh`, `draft_heads_zh`, `draft_margins_zh`, `draft_pointing_zh`,
`draft_parts`, `draft_names`, `draft_names_en`, `draft_names_de`, `draft_names_romance`,
`draft_bodies`, `draft_bodies_en`, `draft_companies`, `draft_chain`, `draft_passing`, `draft_vague`,
`draft_names_zh`, `draft_shapes_zh`, `draft_persons_zh`, `draft_mentions`, `draft_openings`,
`draft_openings_zh`, `draft_acting`, `draft_people`, `draft_entries`, `draft_offices`,
`draft_persons`, `draft_leads`, `draft_focus`, `draft_pointing`, `draft_headlines`, `draft_neuters`
and `draft_words` (who is said to have said them), `draft_view` (what needs a look first),
`draft_answer` and `draft_files`.

The service's own state, beside the corpus: `ledger` (the file), `tokens`, `limits` (how often),
`idempotency` (once only), `checks` (kept reports), `watches` (which of them may turn up), `notices`
and `notice_queue` (telling that one did), `jobs` (the queue of files of quotes) with `job_notices`,
`retention` (what is over its term), `audit`, `callers` (who asks, what an address needs),
`refusals`, `clock`.

Files of quotes: `rows` (what one is), `tables` (which module reads it), `table_columns`, CSV in
`table_csv` over `table_records` and `table_lines`, workbooks in `table_xlsx` over `table_sheet`,
`table_workbook` and `table_numbers`, `table_jsonl`; answers in `table_outputs` with `table_cells`,
`table_writers`, `table_sheets` and `table_page`.

Whole files: `job_models`, `job_file` with `job_schema` (a job's answers and counters),
`job_answers` (one row's) with `job_answering`, `workers` (processes that answer), `job_work` (from
rows to answers), `job_folder` (what is kept), `job_results` (answers as a file), `job_view` (how
far it is), `job_intake`, `job_runner` (working while the service answers), `batch` with
`job_output` and `job_earlier` (the same for one command).

Doors: `config` (settings), `asking` with `asked_fields` and `schemas` over `plain_json` (JSON in
and out), `revive` (back from JSON), `structured` (schema.org), `problems` with `faults` (errors),
`security` with `forwarding`, `cross_origin`, `observing` with `logs` and `metrics`; the JSON door
`api` with `parsing`, `keeping`, `sources_api`, `sources_writing`, `uploads`, `fetching`, `health`,
`openapi`, `draft_routes`, `fact_checks_api` with `fact_check_asking`, `job_routes` and
`job_asking`; the pages `web` with `answer_page`, `corpus_pages`, `draft_pages` and `job_pages`
(over `job_pending` and `job_rows`), which lay out `presentation`, `translation_notices`, `phrases`,
`plain_text`, `advice` (what is gravest), `beside` (a quote against the original), `right_words`
(what to copy), `chips` (what to check), `difference_view`, `cutting` (what was cut off),
`pieces_view`, `woven`, `timeline`, `chain_view`, `source_view` and `picture`; the commands `cli`
with `cli_home`, `cli_batch`, `cli_corpus`, `cli_sources`, `cli_keeping`, `cli_versions`,
`cli_fact_checks`, `cli_stats`, `cli_lineage`, `cli_draft`, `cli_token`, `terminal` and `desk`;
`server` with `garbage`, `alongside` (threads beside the answering) with `background` (weaving while
it answers), `noticing` with `notice_addresses` (comparing kept checks again, and telling), `app`
(wiring).
"""
