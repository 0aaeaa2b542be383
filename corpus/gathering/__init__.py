"""From places to sources in a home: what to read, what it is, what has changed.

`places` and `source_lists` (what is pointed at), `identity` (which source a file is), `gathering`,
`watching` and `changes` (silent edits), `redescribing`, `sharing` (the list of a corpus).
"""
