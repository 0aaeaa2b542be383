"""Every number that decides something, in one value.

A verdict is computed from words and from these numbers alone. They are passed as an argument,
echoed in the report by the version of the policy, and move only together with a count of the gold
verdicts that moved.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """The numbers of the rules; counts are of tokens unless they say otherwise.

    Attributes:
        version: printed in every report.
        shortest_claim: fewer tokens cannot be decided.
        rare_enough: fewer content tokens cannot be decided when several places are equally good
            and could be different answers.
        rare_kept: fewer content tokens kept of so short a claim, when its words were changed,
            cannot be decided when several places are equally good.
        ellipsis_gap: most source words that a marked ellipsis may leave out.
        bracket_gap: most source words that a bracket may replace.
        silent_gap: most source words left out in one gap without a mark.
        lone_word_gap: the same beside a kept run of one word.
        stitch_words: least tokens of a piece from another place of the same source.
        stitch_content: least content tokens of such a piece.
        stitch_words_elsewhere: least tokens of a piece from another source.
        stitch_content_elsewhere: least content tokens of such a piece.
        stitch_sentence: tokens that are enough when the piece is a whole source sentence.
        stitch_cover: share of the claim that the pieces must cover together.
        altered_share: share of the claim's tokens that must align in one place.
        altered_stretch: how many times as long as the claim that place may be.
        paraphrase_words: least content stems of a claim that can be a paraphrase.
        paraphrase_share: share of them that must stand in two neighbouring sentences.
        paraphrase_together: of them and of pairs of neighbouring words, in one sentence at least.
        paraphrase_common: least share of them in what claim and sentences have between them.
        paraphrase_most: share of them that is enough beside a sentence that says much more.
        candidates: passages taken from the index.
        aligned: places that are aligned exactly, best upper bound first.
        cells: budget of an alignment, claim tokens times source tokens.
        context_chars: characters of context shown on either side of a match.
        nearest: places shown when nothing matches.
        other_items: other places listed.
        fact_check_share: part of the shorter wording's words, by their weight, that a quote and a
            reviewed claim must have in common where they differ.
        fact_check_common: the same of the sentences of the longer one.
        fact_check_close: the same, from which on few words are enough.
        fact_check_words: least content tokens in common where they differ and are not that close.
        fact_check_few: least content tokens in common otherwise.
        fact_check_quoted: least content tokens of a quotation in a reviewed claim that is only a
            part of the quote: shorter ones are names and slogans.
        fact_check_candidates: reviewed claims that are compared word by word.
        fact_checks_shown: fact-checks listed.
    """

    version: str = "2026.11.3"
    shortest_claim: int = 3
    rare_enough: int = 4
    rare_kept: int = 2
    ellipsis_gap: int = 75
    bracket_gap: int = 8
    silent_gap: int = 25
    lone_word_gap: int = 3
    stitch_words: int = 4
    stitch_content: int = 2
    stitch_words_elsewhere: int = 6
    stitch_content_elsewhere: int = 3
    stitch_sentence: int = 3
    stitch_cover: float = 0.8
    altered_share: float = 0.65
    altered_stretch: float = 1.5
    paraphrase_words: int = 4
    paraphrase_share: float = 0.4
    paraphrase_together: int = 3
    paraphrase_common: float = 0.35
    paraphrase_most: float = 0.65
    candidates: int = 200
    aligned: int = 12
    cells: int = 4_000_000
    context_chars: int = 280
    nearest: int = 3
    other_items: int = 20
    fact_check_share: float = 0.65
    fact_check_common: float = 0.35
    fact_check_close: float = 0.6
    fact_check_words: int = 4
    fact_check_few: int = 3
    fact_check_quoted: int = 4
    fact_check_candidates: int = 24
    fact_checks_shown: int = 5
