"""Fixed phrases: what each code is called where people read it.

Every phrase is neutral: it says how the wording compares, never what a quote is worth. A test reads
all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from verifier.models import Context, Risk
from verifier.renditions import tongues
from verifier.renditions.tongues import language_name as language_name
from verifier.report import Action, VerdictCode


@dataclass(frozen=True, slots=True)
class Family:
    """Verdicts that share a colour, a sign and a word (never the colour alone).

    Attributes:
        name: for style sheets.
        sign: one typographic character.
        word: what the sign says.
    """

    name: str
    sign: str
    word: str


_SAME = Family("same", "=", "Same words")
_NEAR = Family("near", "≈", "Nearly the same")
_CUT = Family("cut", "…", "Cut or joined")
_DIFFERS = Family("differs", "≠", "Other words")
_NONE = Family("none", "∅", "No place")
_OPEN = Family("open", "?", "Undecided")
FAMILIES = (_SAME, _NEAR, _CUT, _DIFFERS, _NONE, _OPEN)
"""All of them, the closest to the source first."""
_FAMILIES = {
    VerdictCode.VERBATIM: _SAME,
    VerdictCode.VERBATIM_PUNCTUATION: _SAME,
    VerdictCode.MARKED_EDITS: _SAME,
    VerdictCode.MINOR_CHANGES: _NEAR,
    VerdictCode.ABRIDGED_UNMARKED: _CUT,
    VerdictCode.STITCHED: _CUT,
    VerdictCode.ALTERED_WORDING: _DIFFERS,
    VerdictCode.PARAPHRASE: _DIFFERS,
    VerdictCode.NOT_FOUND: _NONE,
    VerdictCode.INCONCLUSIVE: _OPEN,
}
ACTIONS = {
    Action.OK: "Nothing to object to in the wording",
    Action.REVIEW: "Look first",
    Action.STOP: "Stop: do not print as pasted",
}
CONTEXTS = {
    Context.HEAD_HAS_NEGATION: "Words before the quote negate it",
    Context.HEAD_HAS_CONDITION: "Words before the quote make it conditional or tentative",
    Context.HEAD_REPORTS_OTHERS: "Words before the quote put it in another's mouth",
    Context.TAIL_HAS_CONDITION: "What follows limits it",
    Context.TAIL_HAS_CONTRAST: "What follows turns against it",
    Context.STARTS_MID_SENTENCE: "The quote starts in the middle of a sentence",
    Context.ENDS_MID_SENTENCE: "The quote ends in the middle of a sentence",
    Context.INSIDE_QUOTATION: "The source itself quotes these words",
    Context.QUESTION_IN_SOURCE: "In the source this is a question",
}
RISKS = {
    Risk.NEGATION: "negation",
    Risk.NUMBER: "number",
    Risk.UNIT: "unit",
    Risk.MODAL: "modal verb",
    Risk.QUANTIFIER: "quantity word",
    Risk.CONDITION: "condition",
    Risk.PERSON: "person",
    Risk.NAMED_ENTITY: "name",
    Risk.ANTONYM: "opposite word",
    Risk.TENSE: "tense",
    Risk.QUESTION_TO_STATEMENT: "The source asks, the quote states",
}
FOLDS = {
    "invisible_removed": "invisible or stacked characters taken out",
    "typography": "quotation marks, dashes or spaces drawn otherwise",
    "punctuation_or_case": "punctuation or capitals",
    "case": "capitals",
    "punctuation": "punctuation",
    "spelling": "spelling",
    "number": "a number written otherwise",
    "diacritics": "accents",
    "script": "simplified or traditional characters",
    "percent": "per cent sign or words",
    "contraction": "a contraction",
    "initialism": "dots in an abbreviation",
    "abbreviation": "an abbreviation written out",
    "ampersand": "the sign or the word for and",
    "lost apostrophe": "an apostrophe",
}
WARNINGS = {
    "mixed_script": "Letters of different scripts in one word",
    "unbalanced_marks": "A quotation mark without its partner",
    "list_missing": "There is no list of meaning words for this language",
}
ATTRIBUTIONS = {
    "same": "the claimed speaker",
    "different": "another speaker than claimed",
    "quoted_by_source": "the source gives the words as somebody else's, or reports them indirectly",
    "source_speaker_unknown": "the source does not say who speaks",
    "ambiguous_name": "the claimed name fits more than one speaker of this source",
    "not_claimed": "no speaker was claimed",
}
DATES = {
    "same": "the claimed day",
    "within_precision": "fits the claimed date",
    "differs": "another date than claimed",
    "source_undated": "the source has no date",
    "not_claimed": "no date was claimed",
}


def family(code: VerdictCode) -> Family:
    """The family of a verdict."""
    return _FAMILIES[code]


NOTICES = {
    "translation": "comes from a translation",
    "back_translation": "was translated and translated back",
    "probable_translation": "probably comes from a translation",
    "probable_back_translation": "was probably translated and translated back",
    "interpreted": "gives an interpreter's words",
}
"""What is said of a passage by its status."""
STATUSES = {
    "original": "the speaker's own wording",
    "unknown": "not known to be a translation",
    "translation": "translation",
    "back_translation": "translated and translated back, or a paraphrase",
    "probable_translation": "probably a translation",
    "probable_back_translation": "probably translated and translated back",
    "interpreted": "an interpreter's words",
}
EVIDENCE = {
    "declared": "the page says so",
    "declared_for_speaker": "the page says so of one speaker",
    "interpreter": "heard through an interpreter",
    "aligned_other_language": "says the same as a text in another language",
    "aligned_reworded": "says the same as another text in other words",
    "known_quote_drift": "a quotation in it rewords a known passage",
    "language_mismatch": "the speaker does not speak this language in public",
    "publisher_register": "the site publishes mostly translations",
    "link_to_original": "links to an original",
    "residual_script": "words of another script are left in it",
    "placeholder": "a placeholder of another page is left in it",
    "own_site": "the speaker's own site",
    "recording": "made from a recording",
    "official_transcript": "an official transcript",
}


def fold_name(code: str) -> str:
    """What a fold is called; several joined by commas are named one by one."""
    return ", ".join(FOLDS.get(each, each.replace("_", " ")) for each in code.split(", "))


def direction(language: str | None) -> str:
    """``rtl``, ``ltr``, or ``auto`` where the language is not known."""
    if not language or language == "und":
        return "auto"
    return tongues.direction(language)
