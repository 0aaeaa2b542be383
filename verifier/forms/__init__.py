"""The closed lists: when two runs of words are the same words after all.

`variants` (spelling, contractions, numbers, scripts) with `spelling`, `contractions`, `slips`,
`stems`, `numbers` with `number_digits`, `number_words` and `number_characters`, and `wordlists`.
"""
