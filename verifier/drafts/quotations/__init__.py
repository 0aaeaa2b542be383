"""The quotations of a draft: where they begin and end, and what they are.

`blocks` (paragraphs), `marks` and `dashes` (where a stretch begins and ends), `found` (all
stretches), `kinds` (somebody's words, a title, words at arm's length) with `fragments`, `namings`,
`titles`, `nobodys_de`, `frames`, `frames_beside` and `frames_zh`; `sharing` (a report that several
share); `voice` (what the words tell about whoever says them).
"""
