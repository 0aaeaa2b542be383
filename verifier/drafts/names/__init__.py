"""What a noun phrase names: a person, an office, a body.

`parts` (the words of a stretch), `phrases` with `heads`, `attributes`, `phrases_en` and
`heads_romance`, `capitals_de` with `forms_de` (what is no name by its form) and `alone_de` (a
single capital), `bodies` with `bodies_en`, `places` (people told apart by where they are),
`definite` (people of a kind); for Chinese, where nothing sets a name apart, `shapes_zh`,
`heads_zh`, `margins_zh` and `families_zh`, read in one script (`script_zh`).
"""
