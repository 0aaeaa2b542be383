"""Reading a claim: what of the pasted text are the quoted words, and what is around them.

`claims`, with `surroundings`, `quotation_marks`, `interruptions`, `editing_marks`,
`speaker_labels`, `saying` (verbs of saying) and `homoglyphs`.
"""
