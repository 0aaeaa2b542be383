"""What an answer says of a translation beside its status, combination by combination."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from corpus.home import Home
from corpus.lineage import Derivation, EvidenceRow, Override, Relation
from corpus.models import DraftSource
from corpus.translation.registers import Registers
from corpus.weaving.weaving import decide, weave
from tests.gold.homes import NOW, talk
from verifier.renditions import lineage_view
from verifier.service import Question, Service

DESK = Registers.parse(
    '[[speaker]]\nname = "Ada Lindqvist"\nlanguages_used = ["en"]\nreason = "speaks English"\n'
    'date = "2026-01-01"\nsites = ["ada.example"]\n'
    '[[speaker]]\nname = "Ilya Marsh"\nlanguages_used = ["ru"]\nreason = "speaks Russian"\n'
    'date = "2026-01-01"\n'
    '[[publisher]]\nname = "Harbour Digest"\nsites = ["digest.example"]\n'
    'reason = "translates the harbour press"\ndate = "2026-01-01"\n'
)
SAID = "The ferry never waits for a minister while I hold the rope in my hands."
MORE = "Every pilot counts the waves before he crosses the bar, and so do I."
PICTURE = "图片"

Told = tuple[str, str | None, str | None, str | None, tuple[str, ...], str | None]
NOTHING = (None, None, None, (), None)


def page(speaker: str, *, picture: bool = False, **fields: str) -> list[DraftSource]:
    turns = [
        f"{speaker}: {SAID}",
        "Host: And the pilots?",
        *([PICTURE] if picture else []),
        f"{speaker}: {MORE}",
    ]
    return talk(*turns, origin="page.txt", title="The rope", **fields)


ADA, TOMAS, ILYA = "Ada Lindqvist", "Tomas Reiter", "Ilya Marsh"
TABLE: list[tuple[list[DraftSource], Told, str]] = [
    (page(TOMAS), ("unknown", *NOTHING), "nothing speaks for a translation"),
    (page(ADA, URL="https://ada.example/rope"), ("original", *NOTHING), "the speaker's own site"),
    (page(TOMAS, Translated_From="de"),
     ("translation", "declared", "translated", "The page says: “Translated-From: de”",
      ("de", "en"), "Translated from German"), "declared, the speaker's language unknown"),
    (page(ADA, Translated_From="de"),
     ("back_translation", "declared", "translated", "The page says: “Translated-From: de”",
      ("en", "de", "en"), "Translated"), "declared into the speaker's own language"),
    (page(ADA, Translator="Ines Kolb"),
     ("back_translation", "declared", "translated", "The page says: “Translator: Ines Kolb”",
      ("en", "und", "en"), "Translated by Ines Kolb"), "nobody knows what it went through"),
    (page(ADA, Translator="Ines Kolb", picture=True),
     ("back_translation", "declared", "translated", "The page says: “Translator: Ines Kolb”",
      ("en", "zh", "en"), "Translated by Ines Kolb"), "a label that was left tells the way"),
    (page(ADA, picture=True),
     ("probable_back_translation", "strong", "translated", f"Left in the page: “{PICTURE}”",
      ("en", "zh", "en"), "Probably translated"), "strong evidence alone"),
    (page(TOMAS, picture=True),
     ("probable_translation", "strong", "translated", f"Left in the page: “{PICTURE}”",
      ("zh", "en"), "Probably translated"), "the same, of somebody nothing is known of"),
    (page(TOMAS, URL="https://digest.example/rope"),
     ("probable_translation", "strong", "translated",
      "The register says of the publisher: “translates the harbour press”", (),
      "Probably translated"), "a publisher of translations"),
    (page(ILYA),
     ("translation", "strong", "translated",
      "The register says of Ilya Marsh: “speaks Russian”", ("ru", "en"),
      "Translated from Russian"), "the speaker does not speak the page's language"),
    (page(ILYA, Translator="Ines Kolb"),
     ("translation", "declared", "translated", "The page says: “Translator: Ines Kolb”",
      ("ru", "en"), "Translated from Russian by Ines Kolb"), "declared before strong"),
]  # fmt: skip


@pytest.mark.parametrize(("drafts", "expected", "why"), TABLE)
def test_strength_relation_basis_chain_and_credit_follow_from_the_evidence(
    drafts: list[DraftSource], expected: Told, why: str
) -> None:
    with TemporaryDirectory() as folder, Home.open(Path(folder)) as home:
        assert all(home.add(drafts, now=NOW))
        assert list(weave(home, registers=DESK))
        told = Service.open(home, registers=DESK).verify(Question(SAID)).translation
    assert told is not None
    found = (
        *(told.status, told.strength, told.relation, told.basis),
        *(told.chain, told.credit_line),
    )
    assert found == expected, why
    assert told.version_quoted is None, "no other rendition is linked"


@pytest.mark.parametrize(
    ("status", "strength", "relation", "basis"),
    [
        ("interpreted", None, "translated", "decided by Ada"),
        ("back_translation", None, "translated", "decided by Ada"),
        ("original", None, None, None),
        ("unknown", None, None, None),
    ],
)
def test_a_decision_is_the_basis_and_has_no_strength(
    status: str, strength: str | None, relation: str | None, basis: str | None
) -> None:
    with TemporaryDirectory() as folder, Home.open(Path(folder)) as home:
        assert all(home.add(page(TOMAS), now=NOW))
        decide(home, Override(home.store.find_source("page.txt").id, status, "Ada", NOW))
        told = Service.open(home, registers=DESK).verify(Question(SAID)).translation
    assert told is not None
    assert (told.status, told.strength, told.relation, told.basis) == (
        *(status, strength, relation, basis),
    )


def row(code: str, strength: str = "strong", snippet: str = "", **fields: object) -> EvidenceRow:
    return EvidenceRow(code, strength, snippet=snippet, **fields)  # type: ignore[arg-type]


LINK = row("link_to_original", snippet="Original: x")
COMPARED = row("aligned_reworded", "measured", other_id=7)
BASES = [
    ((), "The source declares it", "a field of the source"),
    ((row("declared", "declared"),), "The source declares it", "no words to show"),
    ((LINK, row("placeholder", snippet=PICTURE)), f"Left in the page: “{PICTURE}”",
     "a link proves nothing by itself"),
    ((LINK,), "The page says: “Original: x”", "better than nothing"),
    ((LINK, COMPARED), "It says the same as “T7”, in other words", "measured before strong"),
    ((COMPARED, row("declared", "declared", "Translated\n by A")),
     "The page says: “Translated by A”", "declared before measured, on one line"),
    ((row("aligned_other_language", "measured", other_id=8),),
     "It says the same as “T8”, in another language", "across languages"),
    ((row("known_quote_drift", "measured", "We sailed", other_id=9),),
     "A quotation in it, “We sailed”, rewords a passage of “T9”", "a drifted quotation"),
    ((row("own_site", "positive", "x"), row("calques", "weak", "y")), "The source declares it",
     "neither positive nor weak rows are reasons"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "words", "why"), BASES)
def test_the_basis_is_the_best_reason_in_words(
    rows: tuple[EvidenceRow, ...], words: str, why: str
) -> None:
    assert lineage_view.basis(rows, lambda id: f"T{id}") == words, why


def step(from_language: str | None, pivot: str | None = None) -> Derivation:
    return Derivation(1, None, Relation.TRANSLATED, from_language, pivot)


CHAINS = [
    ("en", "de", (), None, ("de", "en"), "a translation"),
    ("en", "de", (step("de"),), None, ("de", "en"), "the same, said twice"),
    ("en", None, (step("fr"),), None, ("fr", "en"), "what it was made from"),
    ("en", "en", (step("en", "zh"),), None, ("en", "zh", "en"), "there and back"),
    ("en", "en", (), None, ("en", "und", "en"), "there and back, nobody knows by what way"),
    ("en", "en", (), "zh", ("en", "zh", "en"), "what was left tells the way"),
    ("en", "en", (step("en", "de"),), "zh", ("en", "de", "zh", "en"),
     "what was left is the last step"),
    ("en", None, (), "zh", ("zh", "en"), "only what was left"),
    ("en", None, (), "en", (), "nothing but the page's language"),
    ("en", None, (), None, (), "nothing is known"),
    ("zh", "en", (), "zh", ("en", "zh"), "the page's own script is no step"),
]  # fmt: skip


@pytest.mark.parametrize(("here", "first", "steps", "left", "drawn", "why"), CHAINS)
def test_the_chain_draws_what_is_known(
    here: str, first: str | None, steps: tuple[Derivation, ...], left: str | None,
    drawn: tuple[str, ...], why: str,
) -> None:  # fmt: skip
    assert lineage_view.chain(here, first, steps, left) == drawn, why


@pytest.mark.parametrize(
    ("code", "snippet", "language", "why"),
    [
        ("placeholder", PICTURE, "zh", "Chinese characters"),
        ("placeholder", "画像の説明", "ja", "Japanese has Chinese characters, too"),
        ("residual_script", "사진", "ko", "Korean"),
        ("residual_script", "Фото", None, "several languages write it"),
        ("residual_script", "Foto:", None, "the page's own script"),
        ("declared", PICTURE, None, "what the page says is no trace"),
    ],
)
def test_a_script_that_one_language_writes_tells_what_was_left_behind(
    code: str, snippet: str, language: str | None, why: str
) -> None:
    assert lineage_view.left_behind([LINK, row(code, snippet=snippet)]) == language, why


@pytest.mark.parametrize(
    ("codes", "expected", "why"),
    [
        ("aligned_other_language", True, "either may be the original"),
        ("aligned_other_language aligned_reworded", True, "a third text changes nothing"),
        ("aligned_reworded", False, "one language: the direction was found"),
        ("aligned_other_language declared", False, "the page says that it is the translation"),
        ("", False, "nothing was compared"),
    ],
)
def test_two_languages_and_nothing_else_leave_open_which_was_first(
    codes: str, expected: bool, why: str
) -> None:
    assert lineage_view.either_first([row(code) for code in codes.split()]) is expected, why


def test_the_way_of_one_speakers_words_is_not_drawn_for_another() -> None:
    turns = [f"{ILYA}: {SAID}", f"{ADA}: {MORE}", f"{ILYA}: So it is.", f"{ADA}: I see."]
    drafts = talk(*turns, origin="page.txt")
    with TemporaryDirectory() as folder, Home.open(Path(folder)) as home:
        assert all(home.add(drafts, now=NOW))
        assert list(weave(home, registers=DESK))
        service = Service.open(home, registers=DESK)
        his, other = (service.verify(Question(q)).translation for q in (SAID, MORE))
    assert his is not None
    assert other is not None
    assert his.chain == ("ru", "en")
    assert (other.status, other.chain, other.basis) == ("unknown", (), None)
