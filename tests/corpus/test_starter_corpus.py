"""The starter corpus keeps its rules of entry, and the loader refuses what breaks them."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from urllib.parse import urlsplit

import pytest

from corpus.errors import UnreadableSource
from corpus.models import DateOf, DatePrecision, DraftSource, PassageKind, SourceKind
from corpus.starter_corpus import Statement, draft_sources, parse_statements, statements

GOOD = """
[[statement]]
id = "a-saying"
text = "Some words were said."
language = "en"
speaker = "A Speaker"
speaker_aliases = ["Speaker"]
title = "An occasion"
kind = "speech"
date = "1999-05"
date_basis = "declared"
date_of = "event"
url = "https://record.example/one"
references = ["https://one.example/a", "https://two.example/b"]

[[statement.translation]]
text = "Man sagte einige Worte."
language = "de"
translator = "A Translator"
title = "An occasion, in German"
kind = "book"
url = "https://record.example/two"
references = ["https://three.example/c"]
"""


@pytest.fixture(scope="module")
def drafts() -> dict[str, DraftSource]:
    return {draft.origin: draft for draft in draft_sources()}


def _by_id() -> dict[str, Statement]:
    return {statement.id: statement for statement in statements()}


def test_there_are_as_many_statements_as_were_checked() -> None:
    assert len(statements()) >= 90
    first_said_elsewhere = [s for s in statements() if s.language != "en"]
    assert len(first_said_elsewhere) >= 47
    with_original = [s for s in first_said_elsewhere if s.text is not None]
    assert len(with_original) >= 37
    assert sum(len(s.translations) for s in statements()) >= 64


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "ru", "zh-Hant", "la", "grc"])
def test_there_is_an_original_wording_in_each_promised_language(language: str) -> None:
    assert [s.id for s in statements() if s.language == language and s.text is not None]


def test_ids_are_unique() -> None:
    ids = [statement.id for statement in statements()]
    assert len(ids) == len(set(ids))


def test_no_wording_is_in_twice() -> None:
    wordings = [(draft.description.language, draft.text) for draft in draft_sources()]
    assert len(wordings) == len(set(wordings))


@pytest.mark.parametrize("statement", statements(), ids=lambda s: s.id)
def test_every_wording_was_read_at_two_hosts_at_least(statement: Statement) -> None:
    if statement.text is not None:
        assert len({urlsplit(r).hostname for r in statement.references}) >= 2
    for rendering in statement.translations:
        assert rendering.references
        shown = {*rendering.references, *statement.references}
        assert len({urlsplit(r).hostname for r in shown}) >= 2
    for address in (statement.url, *statement.references):
        assert urlsplit(address).scheme in {"http", "https"}


@pytest.mark.parametrize("statement", statements(), ids=lambda s: s.id)
def test_every_date_is_a_day_a_month_or_a_year_that_exists(statement: Statement) -> None:
    dates = [statement.date, *(rendering.date for rendering in statement.translations)]
    for known in [known for known in dates if known is not None]:
        assert re.fullmatch(r"\d{4}(-\d{2}){0,2}", known.edtf)
        date(*[int(part) for part in (known.edtf + "-01-01")[:10].split("-")])
        assert known.edtf.count("-") == list(reversed(DatePrecision)).index(known.precision)


@pytest.mark.parametrize("draft", list(draft_sources()), ids=lambda d: d.origin)
def test_every_draft_can_be_stored_and_shown(draft: DraftSource) -> None:
    assert draft.sha256 == hashlib.sha256(draft.text.encode()).hexdigest()
    assert len(draft.text.split()) in range(1, 121)
    assert re.fullmatch(r"[a-z]{2,3}", draft.description.language)
    assert draft.description.language_basis == "declared"
    assert draft.description.title and draft.description.url and draft.description.creator
    covered = 0
    for passage in draft.passages:
        assert draft.text[covered : passage.start].strip() == ""
        shown = draft.text[passage.start : passage.end]
        assert shown and shown == shown.strip() and "\n\n" not in shown
        assert passage.turn == 0 and passage.speaker is not None
        covered = passage.end
    assert covered == len(draft.text)


def test_a_rendering_says_that_it_is_one_and_of_what(drafts: dict[str, DraftSource]) -> None:
    original = drafts["starter:khrushchev-bury"]
    rendering = drafts["starter:khrushchev-bury/en-1"]
    assert not original.description.provenance.is_translation
    provenance = rendering.description.provenance
    assert provenance.is_translation
    assert provenance.translated_from == "ru"
    assert provenance.original_text == original.text
    assert provenance.translation_of == original.description.title
    assert [(e.code, e.strength) for e in provenance.evidence] == [("declared", "declared")]


def test_rival_renderings_are_sources_of_their_own(drafts: dict[str, DraftSource]) -> None:
    renderings = [drafts[f"starter:tolstoy-happy-families/en-{n}"] for n in (1, 2, 3, 4)]
    assert len({draft.text for draft in renderings}) == 4
    translators = {draft.description.provenance.translator for draft in renderings}
    assert "Constance Garnett" in translators and len(translators) == 4


def test_a_statement_without_a_readable_original_has_renderings_only(
    drafts: dict[str, DraftSource],
) -> None:
    assert "starter:timothy-love-of-money" not in drafts
    verse = drafts["starter:timothy-love-of-money/en-1"]
    assert verse.text.startswith("For the love of money is the root of all evil")
    assert verse.description.provenance.translated_from == "grc"
    assert verse.description.provenance.original_text is None


def test_paragraphs_are_passages_of_one_turn(drafts: dict[str, DraftSource]) -> None:
    speech = drafts["starter:kennedy-ask-not"]
    first, second = speech.passages
    assert speech.text[first.start : first.end].startswith("And so, my fellow Americans")
    assert speech.text[second.start : second.end].startswith("My fellow citizens of the world")
    assert first.turn == second.turn


@pytest.mark.parametrize(
    ("origin", "kind", "why"),
    [
        ("starter:nixon-crook", PassageKind.SPEECH, "spoken before cameras"),
        ("starter:einstein-dice", PassageKind.PROSE, "a letter"),
        ("starter:pope-little-learning", PassageKind.PROSE, "a printed poem"),
        ("starter:apollo-13-swigert", PassageKind.SPEECH, "a transcript of the radio"),
    ],
)
def test_what_was_written_is_prose_and_what_was_said_is_speech(
    origin: str, kind: PassageKind, why: str, drafts: dict[str, DraftSource]
) -> None:
    assert {passage.kind for passage in drafts[origin].passages} == {kind}, why


def test_an_undated_rendering_of_a_speech_keeps_the_day_it_was_said(
    drafts: dict[str, DraftSource],
) -> None:
    said = drafts["starter:ulbricht-wall/en-1"].description.date
    assert said is not None and (said.edtf, said.of) == ("1961-06-15", DateOf.EVENT)
    assert drafts["starter:nietzsche-god-is-dead/en-1"].description.date is None


@pytest.mark.parametrize(
    ("statement", "held", "bent"),
    [
        ("casablanca-play-it-sam", "Play it, Sam.", "again"),
        ("apollo-13-swigert", "we've had a problem here", "we have"),
        ("churchill-blood-toil", "blood, toil, tears and sweat", "blood, sweat"),
        ("thatcher-no-such-thing", "There are individual men and women", "no such thing as"),
        ("reagan-government-problem", "In this present crisis", "problems"),
        ("acton-power-corrupts", "Power tends to corrupt", "Power corrupts"),
        ("cervantes-con-la-iglesia", "hemos dado", "topado"),
        ("vegetius-pacem-bellum", "qui desiderat pacem", "Si vis"),
        ("lenin-cook", "не способны", "управлять"),
    ],
)
def test_the_record_holds_the_words_and_not_their_popular_form(
    statement: str, held: str, bent: str
) -> None:
    text = _by_id()[statement].text
    assert text is not None
    assert held in text
    assert bent not in text


def test_a_well_formed_entry_is_read_whole() -> None:
    (statement,) = parse_statements(GOOD, "good.toml")
    assert (statement.id, statement.kind) == ("a-saying", SourceKind.SPEECH)
    assert statement.date is not None
    assert (statement.date.edtf, statement.date.precision) == ("1999-05", DatePrecision.MONTH)
    (rendering,) = statement.translations
    assert (rendering.language, rendering.translator) == ("de", "A Translator")


def test_an_empty_file_holds_no_statement() -> None:
    assert parse_statements("", "empty.toml") == ()


@pytest.mark.parametrize(
    ("old", "new", "reason", "why"),
    [
        (', "https://two.example/b"', "", "hosts", "one reference is not enough"),
        ("two.example", "one.example", "hosts", "two pages of one host are one reference"),
        ("two.example", "www.one.example", "hosts", "www is the same host"),
        ("https://two.example", "ftp://two.example", "web address", "nobody can look there"),
        ('["https://three.example/c"]', "[]", "no reference", "nothing shows the rendering"),
        ('speaker = "A Speaker"\n', "", "speaker is missing", "words of nobody"),
        ("speaker_aliases", "speaker_alias", "missing", "a misspelt key is a missing key"),
        ('kind = "speech"', 'kind = "speech"\nmood = "x"', "unknown key mood", "nobody reads it"),
        ('translator = "A', 'editor = "A', "unknown key editor", "nor in a translation"),
        ('kind = "speech"', 'kind = "rumour"', "kind is none of", "not a kind of source"),
        ("1999-05", "1999-13", "date", "there is no such month"),
        ("1999-05", "1999-02-30", "date", "there is no such day"),
        ("1999-05", "May 1999", "date", "not the format"),
        ('date_of = "event"\n', "", "date_of is missing", "a date of what?"),
        ('language = "en"', 'language = "english"', "language", "not a tag"),
        ('text = "Some words were said."\n', "", "original_language is missing", "of what?"),
        ("Some words were said.", " padded ", "padded", "offsets would start at a space"),
        ("Some words were said.", "word " * 120 + "word", "120 words", "not a quotation"),
        ("a-saying", "A Saying", "kebab-case", "the id stands in an address"),
        ("[[statement]]", "[[statment]]", "not a list", "a whole entry would vanish"),
        ('language = "de"', 'language = "de', "not TOML", "the file is cut"),
    ],
)
def test_an_entry_that_breaks_a_rule_is_refused(old: str, new: str, reason: str, why: str) -> None:
    planted = GOOD.replace(old, new, 1)
    assert planted != GOOD
    with pytest.raises(UnreadableSource, match=re.escape(reason)) as caught:
        parse_statements(planted, "planted.toml")
    assert caught.value.origin == "planted.toml", why


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (GOOD.replace("words", "other words").replace("Worte", "andere Worte"), "the id twice"),
        (GOOD.replace("a-saying", "another"), "the wording twice"),
    ],
)
def test_twins_are_refused(second: str, why: str) -> None:
    with pytest.raises(UnreadableSource, match="more than once"):
        parse_statements(GOOD + second, "twins.toml")
    assert why
