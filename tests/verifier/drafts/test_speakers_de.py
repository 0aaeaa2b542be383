"""Who is said to speak in German drafts."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

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
        ["der Internetseite der Stadt"],
        "the page on which it says so",
    ),
    (
        "In dem Gutachten heißt es: „Der Balken ist morsch.“ Und weiter heißt es dort: „Er fällt.“",
        ["dem Gutachten", "dem Gutachten"],
        "it says so in a paper",
    ),
    (
        "„Niemand war informiert“, heißt es in einem Brief des Betriebsrats.",
        ["einem Brief des Betriebsrats"],
        "it says so in a paper",
    ),
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
    (
        "„Das kostet Punkte“, sagte Trainer Jan Ohm der Deutschen Presse-Agentur. „Viele.“",
        ["Jan Ohm", "Jan Ohm"],
        "to whom it is said stands behind the name",
    ),
    (
        "„Es brennt noch“, erzählte Rita Kolb den Rettern. „Im Keller“, sagte Jost Behn von der "
        "Feuerwehr.",
        ["Rita Kolb", "Jost Behn"],
        "to whom it is said stands behind the name",
    ),
    (
        "„Ein Punkt ist ein Punkt“, jubelte TSV-Coach Bodo Kuhn. Der CDU-Mann Nils Ahrens sprach "
        "von einer „Frechheit ohne Beispiel“.",
        ["Bodo Kuhn", "Nils Ahrens"],
        "an office with a hyphen before the name",
    ),
    (
        "Deren Kandidatin Eva Roll wollte sich nicht festlegen. „Wir reden“, ließ sie wissen.",
        ["Eva Roll"],
        "a noun for a person before the name",
    ),
    (
        "Ihr Lehrling Paul, 19 Jahre alt, verdreht die Augen. „Immer ich“, sagt er.",
        ["Paul"],
        "a noun for a person before the name",
    ),
    (
        "Verkehrsminister Hinnerk Sieg war verärgert. „Das geht so nicht“, sagte der Minister.",
        ["Hinnerk Sieg"],
        "the head of the longer noun for the office",
    ),
    (
        "Die Vorsitzende Richterin Dr. Clara Vogt unterbrach. „Wir hören Zeugen“, sagte die "
        "Richterin.",
        ["Clara Vogt"],
        "an office before a title",
    ),
    (
        "Die Stadt stand still. Ole Finck lehrt in Kiel Politik. „Es bleibt offen“, erklärt der "
        "Wahlforscher.",
        ["Ole Finck"],
        "a noun for whoever was named last",
    ),
    (
        "Elke Rau klagt. Das schilderte am Montag auf Nachfrage eine Sprecherin: „Wir zahlen.“",
        ["eine Sprecherin"],
        "the subject behind what a preposition governs",
    ),
    (
        "Der Hinweis sei gut, wie die Polizei am Mittwoch in Kiel mitteilte: „Er führt zum Ziel.“",
        ["die Polizei"],
        "the verb at the end of its clause",
    ),
    (
        "Wie Gerd Ziel, Sprecher der Bahn, auf Nachfrage sagt: „Der Zug ist weg.“",
        ["Gerd Ziel"],
        "the verb at the end of its clause",
    ),
    (
        "„Der Bau ruht“, hatte Petra Wolle gewarnt. Den Bau hat sie „Schlamperei ohne Ende“ "
        "genannt.",
        ["Petra Wolle", "Petra Wolle"],
        "a small verb second, the participle last",
    ),
    (
        "Völlige Stille herrschte. Zwei Zeugen schwiegen, einer nicht: „Ich war es“, gestand "
        "Lothar Veith.",
        ["Lothar Veith"],
        "an adjective with the capital of its sentence is no name",
    ),
    (
        "Gisela Hahn hat nachgezählt. „Elf“, erklärt Hahnist. Auf Nachfrage bleibt sie dabei. "
        "„Es sind elf.“",
        ["Hahnist", "Hahnist"],
        "a name that ends like a trade",
    ),
    (
        "Laut einem Polizeisprecher war niemand verletzt. „Wir stehen am Anfang“, sagte er.",
        ["einem Polizeisprecher"],
        "a source without a name",
    ),
    (
        "Trainer Kai Brehm\n\n„Wir müssen uns schämen.“\n\nEnno Brake (Kapitän)\n\n„Ich schäme "
        "mich schon.“",
        ["Kai Brehm", "Enno Brake"],
        "a line of its own names whoever speaks",
    ),
    (
        "„Die Resonanz war gering“, sagt ein Sprecher Albigs. Der Verein „Frischer Wind“ schweigt.",
        ["ein Sprecher Albigs"],
        "whose speaker it is, and the name of a body",
    ),
    (
        "„So geht das nicht“, sagte Gewerkschafter Erkens.",
        ["Erkens"],
        "a trade that ends like an adjective",
    ),
    (
        "Verletzt wurde niemand, was Landrätin Clara Vogt (parteilos) „ein kleines Wunder“ nennt.",
        ["Clara Vogt"],
        "the verb behind the words",
    ),
    (
        "In der Kita arbeitet seit 26 Jahren Rita Kolb. „Ich habe nie gestreikt“, sagt sie.",
        ["Rita Kolb"],
        "a measure before a name",
    ),
    (
        "CDU-Mann Nils Ahrens schwieg. „Ich wähle den Brunnen“, sagt eine Rentnerin. Ihr Mann "
        "winkt ab. „Der läuft doch“, sagt ihr Mann.",
        ["eine Rentnerin", "ihr Mann"],
        "a man of a party is not everybody's",
    ),
    (
        "Hopfners Tochter Magdalena, die in Kiel arbeitet, kam. „Er hat getanzt“, erzählte sie.",
        ["Magdalena"],
        "whose daughter it is",
    ),
    (
        "Clara Vogt klagte. Die Stadt habe aus dem Radio davon erfahren. „So geht das nicht.“",
        ["Clara Vogt"],
        "a report in the subjunctive between",
    ),
    (
        "Am Vormittag sagte die Witwe des Opfers aus. „Er kam nicht mehr“, berichtete sie.",
        ["die Witwe des Opfers"],
        "who is brought in behind the verb",
    ),
    (
        "Der Intendant Jan Ohm, der von Einsparungen sprach, forderte eine klare Entscheidung, da "
        "es so „keine Methode im Haus“ sei.",
        ["Jan Ohm"],
        "an object behind the verb",
    ),
    (
        "„Nein“, sagt Clara Vogt. „Es ist vorbei.“ Ihre Freundin Ilse Ohm kichert.",
        ["Clara Vogt", "Clara Vogt"],
        "a sentence about another behind the words",
    ),
    (
        "„Nichts“, sagt Kai Brehm.\n\nClara Vogt dreht sich um. „Lügner!“\n\n„Na gut. Die Uhr.“",
        ["Kai Brehm", "Clara Vogt", "Kai Brehm"],
        "two who take turns, with narration between",
    ),
    (
        "Der Minister sprach von einem „Erfolg“, die Opposition von einer „Blamage“.",
        ["Der Minister", "die Opposition"],
        "a verb that is left out",
    ),
    (
        "Die „Lindener Rundschau“ sprach von einem „Dom der Abwesenden“.",
        ["Lindener Rundschau"],
        "a newspaper in marks",
    ),
    (
        "Clara Vogt, Geschäftsführerin der Fraktion, hat der neuen Mehrheit eine „Missachtung der "
        "Rechte“ vorgeworfen.",
        ["Clara Vogt"],
        "a small verb behind an apposition",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPEAKERS)
def test_a_german_draft_tells_who_speaks(text: str, expected: list[str | None], why: str) -> None:
    found = [q.speaker for q in find_quotations(text, "de") if q.is_checked]
    assert found == expected, why
