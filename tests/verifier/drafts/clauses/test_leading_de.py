"""What leads to words behind a German colon."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

SPEAKERS = [
    ("Kai Brehm zuckt mit den Schultern: „Es ist vorbei.“", "Kai Brehm", "a verb on no list"),
    ("Eine von ihnen, die anonym bleibt, winkte ab: „Ich gehe.“", "Eine von ihnen", "one of many"),
    ("Darauf reagierte Clara Vogt gereizt: „Nein, danke.“", "Clara Vogt", "behind its verb"),
    ("Der schönste Satz stammt von Kai Brehm: „Es regnet.“", "Kai Brehm", "where words come from"),
    ("Am Tor hängt ein Zettel: „Komme gleich wieder.“", "ein Zettel", "a paper hangs there"),
    ("Clara Vogts Urteil: „Das war nichts.“", "Clara Vogt", "an owner in the genitive"),
    ("Kai Brehm fragte den Wirt, und da soll der gesagt haben: „Nie.“", "Wirt", "a lone article"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPEAKERS)
def test_the_subject_before_a_colon_speaks(text: str, expected: str, why: str) -> None:
    text = f"Kai Brehm und Clara Vogt kamen spät.\n\n{text}"
    assert [q.speaker for q in find_quotations(text, "de")] == [expected], why


BEHIND = [
    ("„Es war still“, so Kai Brehm am Telefon.", "Kai Brehm", "an adverbial behind the name"),
    ("„Es war still“ – so beschreibt Clara Vogt den Tag.", "Clara Vogt", "so points back"),
    ("„Es war still.“ (Clara Vogt, Imkerin)", "Clara Vogt", "signed in brackets"),
    ("„Es war still.“ Das sagt Clara Vogt aus Ried.", "Clara Vogt", "that points back"),
    ("„Es war still“, steht auf einem Zettel.", "einem Zettel", "what it stands on"),
    ("„Es war still und kalt“, erinnert sich die Wirtin.", "die Wirtin", "a reflexive verb"),
    ("Nach seinen Worten war Kai Brehm „still und leise“.", None, "nobody for the possessive"),
]


@pytest.mark.parametrize(("text", "expected", "why"), BEHIND)
def test_small_words_give_words_to_somebody(text: str, expected: str | None, why: str) -> None:
    assert [q.speaker for q in find_quotations(text, "de")] == [expected], why
