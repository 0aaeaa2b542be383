"""Published fact-checks that match a claim; they change no verdict.

`matching` (those that match), `index` (which are worth comparing), `wording` (what a reviewed claim
is to a quote), `differences`, `report` (what an answer says of them) and `evaluation`.
"""
