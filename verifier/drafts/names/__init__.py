"""What a noun phrase names: a person, an office, a body.

`parts` (the words of a stretch), `phrases` with `attributes`, `phrases_en`, `capitals_de` and
`heads_romance`, `bodies` with `bodies_en`, `places` (people told apart by where they are),
`definite` (people of a kind); for Chinese, where nothing sets a name apart, `shapes_zh`, `heads_zh`
and `margins_zh`.
"""
