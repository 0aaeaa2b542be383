"""German fragments in marks: somebody's words, or held at arm's length, a name or a title."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

SAID: list[tuple[str, str | None, str]] = [
    (
        "Bürgermeisterin Anke Rohde (Grüne) spricht von einem „schwarzen Tag“ für die Stadt.",
        "Anke Rohde",
        "Amt, Name, Partei und sprechen von",
    ),
    (
        "Landrat Uwe Stamm (CDU) dankte den Helfern für ihren „stillen Fleiß“.",
        "Uwe Stamm",
        "danken für",
    ),
    ("Der Verband nennt den Entwurf „völlig mutlos“.", "Der Verband", "nennen mit Körperschaft"),
    (
        "Die Gewerkschaft bezeichnete das Angebot als „Almosen“.",
        "Die Gewerkschaft",
        "bezeichnen als",
    ),
    ("Trainerin Petra Voss sprach nach dem Spiel von „purem Glück“.", "Petra Voss", "sprechen von"),
    ("Das Gericht sah darin eine „grobe Täuschung“.", "Das Gericht", "sehen in"),
    (
        "Der Minister kritisierte die „lähmende Langsamkeit“ der Behörden.",
        "Der Minister",
        "kritisieren",
    ),
    (
        "Ein „Weiter so“ werde es mit ihr nicht geben, sagte Anke Rohde.",
        "Anke Rohde",
        "im Konjunktiv",
    ),
    ("Nach den Worten von Jens Kolb ist die Brücke „ein Sieb“.", "Jens Kolb", "nach den Worten"),
    ("Jens Kolb lehnte es ab, von „Versagen“ zu reden.", "Jens Kolb", "ablehnen zu reden"),
    ("Der Bericht warnt vor „unumkehrbaren Schäden“ am Moor.", "Der Bericht", "warnen vor"),
    ("Die Anwohner fühlen sich „im Stich gelassen“.", "Die Anwohner", "sich fühlen"),
    ("Auf einem Schild an der Tür steht: „Heute bleibt der Ofen kalt“.", None, "ein Schild"),
    ("Der Betreiber räumte „handwerkliche Mängel“ ein.", "Der Betreiber", "einräumen"),
    (
        "Die Opposition wirft der Regierung „Arbeitsverweigerung“ vor.",
        "Die Opposition",
        "vorwerfen",
    ),
    (
        "Die Bürgerinitiative fordert „ein Ende der Geheimniskrämerei“.",
        "Die Bürgerinitiative",
        "fordern",
    ),
    ("Kolb verteidigte den Umbau als „bitter nötig“.", "Kolb", "verteidigen als"),
    ("Die Polizei stufte die Lage als „sehr ernst“ ein.", "Die Polizei", "einstufen als"),
    ("Das sei „schlicht falsch“, entgegnete die Senatorin.", "die Senatorin", "entgegnen"),
    ("Laut Gutachten ist der Turm „nicht mehr zu retten“.", "Gutachten", "laut"),
    ("Die Kanzlerin versprach den Küstendörfern „schnelle Hilfe“.", "Die Kanzlerin", "versprechen"),
    (
        "Die Stadtwerke weisen den Vorwurf als „haltlos“ zurück.",
        "Die Stadtwerke",
        "zurückweisen als",
    ),
    ("Der Pfarrer erinnerte an „die leisen Jahre“ der Gemeinde.", "Der Pfarrer", "erinnern an"),
    ("Vereinschef Ralf Tann zeigte sich „tief enttäuscht“.", "Ralf Tann", "sich zeigen"),
    (
        "Von einem „Fehler mit Ansage“ spricht der Rechnungshof.",
        "der Rechnungshof",
        "das Verb hinter den Worten",
    ),
    ("Als „Zumutung“ bezeichnete Petra Voss den Fahrplan.", "Petra Voss", "vorangestelltes als"),
    ("Die Ministerin verspottete den Plan als „Luftnummer“.", "Die Ministerin", "verspotten als"),
    (
        "Der Zeuge beschrieb den Angeklagten als „freundlich, aber kalt“.",
        "Der Zeuge",
        "beschreiben als",
    ),
    ("Die Kritikerin lobte den „federleichten Strich“ der Malerin.", "Die Kritikerin", "loben"),
    ("Der Konzern bedauerte die „Unannehmlichkeiten“.", "Der Konzern", "bedauern"),
    ("Rathauschef wirft Land „Wortbruch“ vor", "Rathauschef", "Überschrift, vorwerfen"),
    ("Ärzte nennen Reform „lebensfremd“", "Ärzte", "Überschrift, nennen"),
    ("Die Reform sei „tot“, hieß es aus dem Ministerium.", None, "es hieß aus"),
    ("Jens Kolb begründete den Schritt mit „persönlichen Gründen“.", "Jens Kolb", "begründen mit"),
    ("Die Fraktion forderte, den „Irrsinn“ zu beenden.", "Die Fraktion", "fordern mit Infinitiv"),
    (
        "Das Museum, das die Stadträtin „unser Wohnzimmer“ nannte, schließt.",
        "die Stadträtin",
        "Relativsatz mit Amt",
    ),
    ("Nach Ansicht der Kammer ist das Gesetz „gut gemeint“.", None, "nach Ansicht"),
    ("Die Botschafterin dankte für „einen warmen Empfang“.", "Die Botschafterin", "danken für"),
    (
        "Der Sprecher wollte nicht von einer „Panne“ sprechen.",
        "Der Sprecher",
        "verneintes Sprechen",
    ),
    ("Sie habe „nie daran gezweifelt“, so Petra Voss.", "Petra Voss", "so mit Name"),
    (
        "Ministerpräsident Jörn Halm (SPD) sprach am Montag von einem „Kraftakt“.",
        "Jörn Halm",
        "Amt, Name, Partei",
    ),
    ("Die Linke nennt das Vorhaben „einen Etikettenschwindel“.", "Die Linke", "nennen"),
    (
        "Wirtschaftsverbände kritisieren die „bürokratischen Monster“ aus dem Rathaus.",
        "Wirtschaftsverbände",
        "kritisieren",
    ),
    ("Für Trainer Olaf Brink war es „ein gebrauchter Tag“.", "Olaf Brink", "für jemanden"),
    (
        "Olaf Brink machte „fehlende Kaltschnäuzigkeit“ für das Aus verantwortlich.",
        "Olaf Brink",
        "verantwortlich machen",
    ),
    (
        "Die Ministerin, die den Antrag als „Unfug“ abtat, verließ den Saal.",
        "Die Ministerin",
        "Relativsatz mit abtun",
    ),
    (
        "Der Chor habe „wie ein einziger Atem“ geklungen, schrieb die Kritikerin.",
        "die Kritikerin",
        "Konjunktiv",
    ),
    ("Die Kassiererin schilderte den Täter als „höflich“.", "Die Kassiererin", "schildern als"),
    ("Auf dem Banner vor dem Werk stand „Wir bleiben hier“.", None, "ein Banner"),
    ("Landrätin Ute Kern bedankte sich für „so viel Anstand“.", "Ute Kern", "sich bedanken"),
    ("Von „einem Sommer ohne Regen“ berichtete der Förster.", "der Förster", "vorangestellt"),
    ("Ute Kern zufolge ist die Lage „angespannt, aber beherrschbar“.", "Ute Kern", "zufolge"),
    (
        "Die Verteidigung hält den Zeugen für „schlicht unglaubwürdig“.",
        "Die Verteidigung",
        "halten für",
    ),
    ("Die Kammer beklagt eine „Flut von Auflagen“.", "Die Kammer", "beklagen"),
    ("Der Kanzler wollte das nicht „Rückzug“ nennen.", "Der Kanzler", "nicht nennen wollen"),
    (
        "Der Präsident rühmte den Toten als „Freund der kleinen Leute“.",
        "Der Präsident",
        "rühmen als",
    ),
    ("Bürgermeister Kai Lenz gab sich „vorsichtig zuversichtlich“.", "Kai Lenz", "sich geben"),
    ("Kai Lenz, der den Bau ein „Geschenk“ nannte, trat zurück.", "Kai Lenz", "Relativsatz"),
    ("Grüne wollen „autofreien Marktplatz“", "Grüne", "Überschrift mit wollen"),
    (
        "Stadtrat Olaf Menz (parteilos) redet von einem „Kuhhandel“.",
        "Olaf Menz",
        "whose frame names its speaker",
    ),
    ("Die Förderung sei, so Menz, „ein Tropfen“.", "Menz", "whose frame names its speaker"),
    (
        "Der Verein, dem die Stadt „Starrsinn“ vorwirft, klagt.",
        "die Stadt",
        "whose frame names its speaker",
    ),
    (
        "Die Rektorin dankte den Eltern für ihre „Engelsgeduld“.",
        "Die Rektorin",
        "whose frame names its speaker",
    ),
    (
        "Gutachter halten den Damm für „nicht standsicher“.",
        "Gutachter",
        "whose frame names its speaker",
    ),
    (
        "Auf einem Plakat am Zaun war zu lesen: „Uns reicht es“.",
        None,
        "whose frame names its speaker",
    ),
    (
        "Die Fährgesellschaft sprach von „höherer Gewalt“.",
        "Die Fährgesellschaft",
        "whose frame names its speaker",
    ),
    ("Opposition: Haushalt ist „Wunschkonzert“", "Opposition", "whose frame names its speaker"),
    (
        "Die Sängerin nannte den Abend „ein Geschenk“.",
        "Die Sängerin",
        "whose frame names its speaker",
    ),
    ("Menz wies die Kritik als „durchsichtig“ zurück.", "Menz", "whose frame names its speaker"),
    ("In den Augen der Jury war der Entwurf „zu brav“.", "Jury", "whose frame names its speaker"),
    (
        "Der Anwalt sprach seinem Mandanten „jede Schuld“ ab.",
        "Der Anwalt",
        "whose frame names its speaker",
    ),
    (
        "Das Kabinett habe „geliefert“, lobte die Kanzlerin.",
        "die Kanzlerin",
        "whose frame names its speaker",
    ),
    (
        "Die Kommission empfahl „dringend“ einen Neubau.",
        "Die Kommission",
        "whose frame names its speaker",
    ),
    ("Menz will von einem „Bruch“ nichts wissen.", "Menz", "whose frame names its speaker"),
    ("Die Bauern fürchten ein „Sterben auf Raten“.", "Die Bauern", "whose frame names its speaker"),
    (
        "Die Trainerin haderte mit „billigen Gegentoren“.",
        "Die Trainerin",
        "whose frame names its speaker",
    ),
    (
        "Ein „Skandal“ sei das, findet die Grüne Ute Zorn.",
        "Ute Zorn",
        "whose frame names its speaker",
    ),
]
"""Whose words they are; None where only that they are somebody's is asserted."""

HELD = [
    ("Die sogenannte „Reiherabgabe“ entfällt.", "sogenannt"),
    ("Der Turm, den sie im Dorf „den Bleistift“ nennen, wird abgerissen.", "den sie nennen"),
    ("Das Wort „Hafen“ kommt im Vertrag nicht vor.", "das Wort"),
    ("Der Begriff „Kipppunkt“ stammt aus der Physik.", "der Begriff"),
    ("Fachleute sprechen vom „Kragenrand“, wenn das Eis sich hebt.", "Fachwort nach sprechen vom"),
    ("In der Forstwirtschaft spricht man vom „Käferloch“.", "man spricht vom"),
    ("Ihr Roman „Die gläserne Wiese“ ist vergriffen.", "ein Roman"),
    ("Das Schiff „Anna Marleen“ liegt im Hafen.", "ein Schiff"),
    ("Wie die Tochter im „Hallertaler Boten“ geschildert hat, war er Melker.", "eine Zeitung"),
    ("Im „Wendener Tageblatt“ stand davon nichts.", "eine Zeitung"),
    ("Die Kneipe „Zum Anker“ hat wieder geöffnet.", "eine Kneipe"),
    ("Seine Freunde nannten ihn „Molle“.", "ein Spitzname"),
    ("Der Stürmer, genannt „die Dachlatte“, traf zweimal.", "genannt"),
    ("Die Aktion „Ein Stuhl für alle“ beginnt im Juni.", "eine Aktion"),
    ("Unter dem Titel „Salz und Eisen“ zeigt das Museum Werkzeuge.", "unter dem Titel"),
    ("Das Projekt trägt den Namen „Zweiter Frühling“.", "den Namen"),
    ("Unter „Bewohner“ versteht das Gesetz jeden, der dort schläft.", "ein Wort erklärt"),
    ("Die „Experten“ hatten nie eine Kuh gesehen.", "Ironie"),
    ("Ein „smarter“ Mülleimer steht jetzt am Teich.", "ein Beiwort"),
    ("Der Verein lädt zum „Tag der offenen Scheune“ ein.", "ein Fest"),
    ("Im Volksmund heißt die Gasse „Katzenbuckel“.", "im Volksmund"),
    ("Die Brücke ist als „Nadelöhr“ bekannt.", "bekannt als"),
    ("Mit „Der Deichgraf“ eröffnet das Theater die Saison.", "ein Stück"),
    ("Die Band spielte „Fährmann“ und „Nasse Schuhe“.", "Lieder"),
    ("Der Film „Drei Tage Regen“ läuft ab Donnerstag.", "ein Film"),
    ("Auf dem Zettel steht nur ein „J“.", "ein Buchstabe"),
    ("Die Klausel verwendet elfmal „soll“.", "ein Wort verwendet"),
    ("Der Wind, von Fischern „Montagswind“ genannt, dreht im März.", "von Fischern genannt"),
    ("Unterzeichnet hat die „Nordkisten GmbH“.", "eine Firma"),
    ("Das Stück heißt „Die Leiter“.", "heißt"),
    ("Der Preis „Bäckerin des Jahres“ ging an Petra Voss.", "ein Preis"),
    ("Auf der Karte ist der Weg als „Karrenweg“ eingetragen.", "eingetragen als"),
    ("Die Serie „Nebenan“ geht weiter.", "eine Serie"),
    ("Die Forscher nutzen dafür das „Taubenmodell“.", "ein Fachwort"),
    ("Der „Spiegelwirt“ lädt zum Frühschoppen.", "ein Gasthaus"),
    ("Sie gilt als „Mutter der Kompanie“.", "gilt als"),
    ("Die Kinder üben das Wort „Rhythmus“.", "ein Wort"),
    ("Die Linke im Rat stellt die „Altstadtfrage“ wieder.", "ein Schlagwort"),
    ("Die „Altstadtliste“ stellt drei Kandidaten.", "eine Liste"),
    ("Was Gärtner „Schossen“ nennen, beginnt im Mai.", "was Gärtner nennen"),
    ("Die Redewendung „auf dem Holzweg“ ist alt.", "die Redewendung"),
    ("Der See, im Volksmund „der Löffel“ genannt, fror zu.", "genannt"),
    ("Der Kutter „Silberbrasse“ sank 1962.", "ein Kutter"),
    ("An der Tür steht „Privat“.", "eine Aufschrift"),
    ("Imker sprechen von „Räuberei“, wenn Völker streiten.", "ein Fachwort"),
    ("Die „Gratismahlzeit“ kostete neun Euro.", "Ironie"),
    ("Der Chor sang „Geh aus, mein Herz“ am Grab.", "ein Lied"),
    ("Die App namens „Pfütze“ warnt vor Flut.", "namens"),
    ("Eine Mail mit dem Betreff „Dringend“ kam am Montag.", "der Betreff"),
    ("Die Studie trägt den Titel „Stille Wasser“.", "der Titel"),
    ("Die Schule veranstaltet im Mai „Mathe ohne Angst“.", "eine Veranstaltung"),
    ("Die Tournee beginnt mit „Graue Stute“ in Jena.", "ein Stück"),
    ("Als „Wohnung“ gilt jeder Raum mit Bett.", "ein Wort erklärt"),
    ("Der „Landbote“ erscheint nur noch wöchentlich.", "eine Zeitung"),
    ("Die Mitschüler nannten sie „Spatz“.", "ein Spitzname"),
    ("Das Modell „Halbe Woche“ läuft seit Mai.", "ein Modell"),
    ("Sie nennen ihn hier nur „den Langen“.", "von allen genannt"),
    ("Das Verfahren heißt „Kaltstart“.", "heißt"),
    ("Der „Tag des Brotes“ fällt aus.", "ein Fest"),
    ("Als Künstlername wählte er „Graf Nebel“.", "ein Künstlername"),
    (
        "Der Begriff „Feuchtwiese“ fehlt im Vertrag.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Menz eröffnete das Parkhaus „Seufzerbrücke“.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Die Stadt kritisiert das Projekt „Große Bank“.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Sie spielt die „böse Stiefmutter“ im Märchen.",
        "a name, a term, a title or a figure of speech",
    ),
    ("Das Pferd „Graue Liesl“ gewann knapp.", "a name, a term, a title or a figure of speech"),
    ("Menz liest „Mittlere Strecke“ im Zug.", "a name, a term, a title or a figure of speech"),
    ("Unter Kollegen hieß er „der Pfarrer“.", "a name, a term, a title or a figure of speech"),
    ("Die Band eröffnete mit „Blechdach“.", "a name, a term, a title or a figure of speech"),
    (
        "Ein Glas mit der Aufschrift „Marmelade“ enthielt Nägel.",
        "a name, a term, a title or a figure of speech",
    ),
    ("Bei der Polizei heißt das „Einkesseln“.", "a name, a term, a title or a figure of speech"),
    (
        "Der Verein veranstaltet „Suppe und Lieder“ im März.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Chemiker sprechen vom „Aussalzen“, wenn ein Eiweiß ausfällt.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Der Minister saß in der „Schmollecke“ des Saals.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Wie er im „Neuen Landboten“ schrieb, war er Koch.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Die sogenannte „goldene Regel“ griff die Gewerkschaft an.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Die Gasse, die alle nur „Darm“ nennen, ist gesperrt.",
        "a name, a term, a title or a figure of speech",
    ),
    ("Der „smarte“ Zähler kommt in jede Hütte.", "a name, a term, a title or a figure of speech"),
    ("Das Lokal „Zur Linde“ lockt mit Fisch.", "a name, a term, a title or a figure of speech"),
    ("Die Regel heißt „wer zuerst kommt“.", "a name, a term, a title or a figure of speech"),
    (
        "Der Verkehr auf der „Rennstrecke“ nimmt zu.",
        "a name, a term, a title or a figure of speech",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "why"), SAID)
def test_a_fragment_that_is_somebodys_words_is_checked(
    text: str, speaker: str | None, why: str
) -> None:
    found = find_quotations(text, "de")
    assert found and all(q.is_checked for q in found), why
    if speaker is not None:
        assert {(q.speaker or "").lower() for q in found} == {speaker.lower()}, why


@pytest.mark.parametrize(("text", "why"), HELD)
def test_a_fragment_that_is_nobodys_words_is_not_checked(text: str, why: str) -> None:
    found = find_quotations(text, "de")
    assert found and not any(q.is_checked for q in found), why
