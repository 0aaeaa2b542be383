"""The attributing clause beside a quotation: who says it, and which verb reports.

`verbs` (which words report), `runs` (in which part a subject can stand), `subjects` with
`subjects_de`; `attributing` with `attributing_en` (clauses with a verb of saying before a
quotation), `following` (behind it), `verbless` (without such a verb), `told` (small words),
`inside` (within the marks, as French has it). In German: `order_de` (where a subject stands),
`papers_de` (papers and signs) and `leading_de` (before a colon). In Chinese: `verbs_zh`,
`attributing_zh` and `after_zh`, with `subjects_zh` (`named_zh`, `owned_zh`: whoever is somebody's,
`referred_zh`: whom a pronoun stands for there), `papers_zh` (what is written somewhere) and
`names_zh`.
"""
