"""Who is said to speak in German drafts."""

from __future__ import annotations

import pytest

from verifier.drafts import find_quotations

SPEAKERS: list[tuple[str, list[str | None], str]] = [
    (
        "„Der Fuchs war schneller“, sagt Jägerin Mareike Poll. Später zeigt Poll auf den "
        "Zaun. „Da kam er rein.“",
        ["Mareike Poll", "Mareike Poll"],
        "a trade before a full name",
    ),
    (
        "„Das Mehl ist teurer als der Strom“, klagt Müller Enno Brake. Der Müller hat "
        "nachgerechnet. „Zweimal.“",
        ["Enno Brake", "Enno Brake"],
        "a trade before a full name",
    ),
    (
        "Das Dach leckt. „Ich stelle Eimer auf“, sagt Hausmeister Lothar Veith. Veith hat "
        "vierzig davon.",
        ["Lothar Veith"],
        "a trade before a full name",
    ),
    (
        "Überzeugt habe ihn ein Rat der Mutter Gudrun Sahm: „Iss erst, dann streite.“",
        ["Gudrun Sahm"],
        "a noun for words with its owner",
    ),
    (
        "Die Reise begann mit einem Satz Brünings. Dieter Brüning sagte damals: „Ich gehe zu "
        "Fuß.“ Berühmt wurde ein anderer Satz Brünings: „Ich nehme doch den Bus.“",
        ["Dieter Brüning", "Dieter Brüning"],
        "the owner of a sentence in the genitive",
    ),
    (
        "Pastor Jan Ohm zweifelte lange. Umgestimmt habe ihn eine Bemerkung der Küsterin "
        "Elke Rau: „Der Turm fällt nicht von allein.“",
        ["Elke Rau"],
        "the owner of a sentence in the genitive",
    ),
    (
        "Stadtrat Ole Finck zögert. Darüber, so Finck, rede man „seit Jahren“.",
        ["Ole Finck"],
        "a report in the subjunctive",
    ),
    (
        "Die Vorsitzende Petra Wolle bleibt gelassen. Man werde, sagt sie, „in Ruhe und "
        "gründlich“ beraten.",
        ["Petra Wolle"],
        "a report in the subjunctive",
    ),
    (
        "Eine Sprecherin der Bahn teilte mit, der Zug fahre „bis auf Weiteres“ nicht.",
        ["Eine Sprecherin der Bahn"],
        "a report in the subjunctive",
    ),
    (
        "Die Brücke bleibt gesperrt. „Wir bitten um Geduld“, heißt es auf der Internetseite "
        "der Stadt.",
        [None],
        "it says so somewhere",
    ),
    ("In dem Gutachten heißt es: „Der Balken ist morsch.“", [None], "it says so somewhere"),
    (
        "Gastwirt Kai Brehm nennt die Verordnung „einen Witz ohne Pointe“, seine Frau nennt "
        "sie „Alltag“.",
        ["Kai Brehm", "seine Frau"],
        "whoever calls something so",
    ),
    (
        "Ein Anrufer nannte die Moderatorin eine „Schlafmütze“.",
        ["Ein Anrufer"],
        "whoever calls something so",
    ),
    (
        "Dem Kommandanten Rolf Ix zufolge war das Feuer „nach zwanzig Minuten“ gelöscht.",
        ["Rolf Ix"],
        "according to, behind the name",
    ),
    (
        "Einem Sprecher zufolge handelt es sich um „einen bedauerlichen Einzelfall“.",
        ["Einem Sprecher"],
        "according to, behind the name",
    ),
    (
        "Laut Bürgermeisterin Sabine Thoma wird das Bad „nicht vor Ostern“ öffnen.",
        ["Sabine Thoma"],
        "according to",
    ),
    (
        "„Nein“, brummt der Fährmann, Hinnerk Sieg, und legt ab. „Heute nicht.“",
        ["Hinnerk Sieg", "Hinnerk Sieg"],
        "the verb before its subject",
    ),
    (
        "„So etwas“, staunte Ministerin Clara Vogt, „habe ich nie gesehen.“ Die Ministerin "
        "blieb eine Stunde. „Großartig“, fand sie.",
        ["Clara Vogt", "Clara Vogt"],
        "the verb before its subject",
    ),
    (
        "„Wir haben gelernt“, fasst Kapitän Nils Ahrens die Saison zusammen. „Leider das "
        "Verlieren.“",
        ["Nils Ahrens", "Nils Ahrens"],
        "the verb before its subject",
    ),
    (
        "Bauer Gerd Ziel will verkaufen. Seine Tochter habe ihn gefragt, ob er krank sei. "
        "„Ich hab geantwortet: ‚Nur müde.‘“",
        ["Gerd Ziel"],
        "what somebody is told to have asked is told by another",
    ),
    (
        "Imker Jost Behn hat achtzig Völker. Seine Frau zählt sie nicht mehr. „Ich kenne "
        "jede mit Namen“, sagt er.",
        ["Jost Behn"],
        "what somebody is told to have asked is told by another",
    ),
    (
        "„Die Kurve ist zu eng“, warnte Ingenieurin Rita Kolb. Wer das behaupte, rief einer. "
        "„Die Physik“, sagte Kolb.",
        ["Rita Kolb", "Rita Kolb"],
        "the report of a question between",
    ),
    (
        "Am Abend sprach Staatssekretär Bodo Kuhn. Der SPD-Politiker wirkte müde. „Ich "
        "verspreche nichts“, sagte der 61-Jährige.",
        ["Bodo Kuhn"],
        "what he is instead of his name",
    ),
    (
        "Als das Telefon ging, habe Eva Roll gezögert. Der Rat tagte. „Die Frist ist auf "
        "Kante genäht“, sagte sie.",
        ["Eva Roll"],
        "a report begins with its verb behind the comma",
    ),
    (
        "„Die Letzten sind die Ersten“, soll Pfarrer Jan Ohm gesagt haben, „aber nicht heute.“",
        ["Jan Ohm"],
        "one quotation with hearsay between",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPEAKERS)
def test_a_german_draft_tells_who_speaks(text: str, expected: list[str | None], why: str) -> None:
    found = [q.speaker for q in find_quotations(text, "de") if q.is_checked]
    assert found == expected, why
