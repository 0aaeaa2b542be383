"""Translation: the evidence of one document that it is one.

`evidence_map` (all of it), `evidence` (one reason), `patterns`, `stems` and `matching` (the rules,
read from data), `units` (lines and sentences, and whose), `lines`, `labels` with
`interpreter_labels`, `traces`, `by_registers` over `registers` (speakers and publishers), `status`
(what it comes to).
"""
