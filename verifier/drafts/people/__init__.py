"""The people of a draft: who is brought in, and whom a later word stands for.

`entries`, `mentions` (names where they stand) with `common`, `roster` (fullest names, offices,
gender) with `given`, `given_romance`, `offices`, `holders`, `leads`, `companies` and `vague`;
`openings` with `openings_zh`, `coming` (who comes in behind the verb) and `nameless_zh` (people
without a name), `known_zh` (names that the draft shows to be such), `gender_zh`, `acting` and
`passing` (who speaks or acts, who is only mentioned); `focus` with `focus_de`, `pointing`,
`pointing_de`, `pointing_zh`, `neuters` and `chain` (whom a pronoun or a noun stands for); `around`,
`turns` with `exchanges`, and `headlines` (who says what no clause attributes).
"""
