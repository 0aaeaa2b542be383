"""Whole drafts: the quotations of an article, and who is said to have said them.

`words` (closed lists, one language at a time; `conjugated` gives the forms of verbs), `models`;
`names` (what a noun phrase names), `clauses` (the attributing clause beside a quotation),
`quotations` (where they stand and what they are), `people` (whom the draft brings in, and whom a
pronoun or a noun stands for); over them `reading` (from paragraphs to quotations with their
clauses), `meant` (whom words mean there), `speakers` (one after the other) and `article` (what to
ask about each); `files` (the text of a draft in a file).
"""
