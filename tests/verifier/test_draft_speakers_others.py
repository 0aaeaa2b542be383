"""Who is said to speak in German, French and Spanish drafts."""

from __future__ import annotations

import pytest

from verifier.draft_clauses import clause_inside
from verifier.draft_parts import SubjectKind
from verifier.draft_persons import gender_of
from verifier.draft_verbless import so_inside
from verifier.draft_words import load_draft_words
from verifier.drafts import find_quotations

SPEAKERS: list[tuple[str, str, list[str | None], str]] = [
    (
        "„Der Fuchs war schneller“, sagt Jägerin Mareike Poll. Später zeigt Poll auf den "
        "Zaun. „Da kam er rein.“",
        "de",
        ["Mareike Poll", "Mareike Poll"],
        "a trade before a full name",
    ),
    (
        "„Das Mehl ist teurer als der Strom“, klagt Müller Enno Brake. Der Müller hat "
        "nachgerechnet. „Zweimal.“",
        "de",
        ["Enno Brake", "Enno Brake"],
        "a trade before a full name",
    ),
    (
        "Das Dach leckt. „Ich stelle Eimer auf“, sagt Hausmeister Lothar Veith. Veith hat "
        "vierzig davon.",
        "de",
        ["Lothar Veith"],
        "a trade before a full name",
    ),
    (
        "Überzeugt habe ihn ein Rat der Mutter Gudrun Sahm: „Iss erst, dann streite.“",
        "de",
        ["Gudrun Sahm"],
        "a noun for words with its owner",
    ),
    (
        "Die Reise begann mit einem Satz Brünings. Dieter Brüning sagte damals: „Ich gehe zu "
        "Fuß.“ Berühmt wurde ein anderer Satz Brünings: „Ich nehme doch den Bus.“",
        "de",
        ["Dieter Brüning", "Dieter Brüning"],
        "the owner of a sentence in the genitive",
    ),
    (
        "Pastor Jan Ohm zweifelte lange. Umgestimmt habe ihn eine Bemerkung der Küsterin "
        "Elke Rau: „Der Turm fällt nicht von allein.“",
        "de",
        ["Elke Rau"],
        "the owner of a sentence in the genitive",
    ),
    (
        "Stadtrat Ole Finck zögert. Darüber, so Finck, rede man „seit Jahren“.",
        "de",
        ["Ole Finck"],
        "a report in the subjunctive",
    ),
    (
        "Die Vorsitzende Petra Wolle bleibt gelassen. Man werde, sagt sie, „in Ruhe und "
        "gründlich“ beraten.",
        "de",
        ["Petra Wolle"],
        "a report in the subjunctive",
    ),
    (
        "Eine Sprecherin der Bahn teilte mit, der Zug fahre „bis auf Weiteres“ nicht.",
        "de",
        ["Eine Sprecherin der Bahn"],
        "a report in the subjunctive",
    ),
    (
        "Die Brücke bleibt gesperrt. „Wir bitten um Geduld“, heißt es auf der Internetseite "
        "der Stadt.",
        "de",
        [None],
        "it says so somewhere",
    ),
    (
        "In dem Gutachten heißt es: „Der Balken ist morsch.“",
        "de",
        [None],
        "it says so somewhere",
    ),
    (
        "Gastwirt Kai Brehm nennt die Verordnung „einen Witz ohne Pointe“, seine Frau nennt "
        "sie „Alltag“.",
        "de",
        ["Kai Brehm", "seine Frau"],
        "whoever calls something so",
    ),
    (
        "Ein Anrufer nannte die Moderatorin eine „Schlafmütze“.",
        "de",
        ["Ein Anrufer"],
        "whoever calls something so",
    ),
    (
        "Dem Kommandanten Rolf Ix zufolge war das Feuer „nach zwanzig Minuten“ gelöscht.",
        "de",
        ["Rolf Ix"],
        "according to, behind the name",
    ),
    (
        "Einem Sprecher zufolge handelt es sich um „einen bedauerlichen Einzelfall“.",
        "de",
        ["Einem Sprecher"],
        "according to, behind the name",
    ),
    (
        "Laut Bürgermeisterin Sabine Thoma wird das Bad „nicht vor Ostern“ öffnen.",
        "de",
        ["Sabine Thoma"],
        "according to",
    ),
    (
        "„Nein“, brummt der Fährmann, Hinnerk Sieg, und legt ab. „Heute nicht.“",
        "de",
        ["Hinnerk Sieg", "Hinnerk Sieg"],
        "the verb before its subject",
    ),
    (
        "„So etwas“, staunte Ministerin Clara Vogt, „habe ich nie gesehen.“ Die Ministerin "
        "blieb eine Stunde. „Großartig“, fand sie.",
        "de",
        ["Clara Vogt", "Clara Vogt"],
        "the verb before its subject",
    ),
    (
        "„Wir haben gelernt“, fasst Kapitän Nils Ahrens die Saison zusammen. „Leider das "
        "Verlieren.“",
        "de",
        ["Nils Ahrens", "Nils Ahrens"],
        "the verb before its subject",
    ),
    (
        "Bauer Gerd Ziel will verkaufen. Seine Tochter habe ihn gefragt, ob er krank sei. "
        "„Ich hab geantwortet: ‚Nur müde.‘“",
        "de",
        ["Gerd Ziel"],
        "what somebody is told to have asked is told by another",
    ),
    (
        "Imker Jost Behn hat achtzig Völker. Seine Frau zählt sie nicht mehr. „Ich kenne "
        "jede mit Namen“, sagt er.",
        "de",
        ["Jost Behn"],
        "what somebody is told to have asked is told by another",
    ),
    (
        "„Die Kurve ist zu eng“, warnte Ingenieurin Rita Kolb. Wer das behaupte, rief einer. "
        "„Die Physik“, sagte Kolb.",
        "de",
        ["Rita Kolb", "Rita Kolb"],
        "the report of a question between",
    ),
    (
        "Am Abend sprach Staatssekretär Bodo Kuhn. Der SPD-Politiker wirkte müde. „Ich "
        "verspreche nichts“, sagte der 61-Jährige.",
        "de",
        ["Bodo Kuhn"],
        "what he is instead of his name",
    ),
    (
        "La gagnante s’appelle Louise Harmand. « Je n’y croyais plus », avoue la skieuse de "
        "22 ans. « Ma mère non plus. »",
        "fr",
        ["Louise Harmand", "Louise Harmand"],
        "a noun that points back",
    ),
    (
        "Le club doit tout au but de Sami Beldi à la 90e minute. « J’ai fermé les yeux », "
        "raconte l’attaquant.",
        "fr",
        ["Sami Beldi"],
        "a noun that points back",
    ),
    (
        "À la barre, Rémi Cassou baisse la tête. Le menuisier de 40 ans risque trois ans. « "
        "Avez-vous quelque chose à ajouter ? », demande le juge. « Pardon », répond le "
        "prévenu.",
        "fr",
        ["le juge", "Rémi Cassou"],
        "a noun that points back",
    ),
    (
        "« J’ai tout perdu, souffle Karim Adda. Même les photos. » Il sourit pourtant.",
        "fr",
        ["Karim Adda"],
        "the clause inside the marks",
    ),
    (
        "Le patron, lui, en rit. « Je lui avais dit non, raconte Denis Oger. Il a compris oui. »",
        "fr",
        ["Denis Oger"],
        "the clause inside the marks",
    ),
    (
        "Maire depuis dix ans, Yves Tarde s’en va. « Je pars, sourit-il. Sans regret. »",
        "fr",
        ["Yves Tarde"],
        "the clause inside the marks",
    ),
    (
        "L’entraîneur Paul Gers ne s’inquiète pas. Ses joueuses ont, selon lui, « couru "
        "après leur ombre ».",
        "fr",
        ["Paul Gers"],
        "according to",
    ),
    (
        "Selon la directrice, Mme Anne Solier, l’école « tient avec du scotch ».",
        "fr",
        ["Anne Solier"],
        "according to",
    ),
    (
        "D’après un voisin, la maison était « déjà vide ».",
        "fr",
        ["un voisin"],
        "according to",
    ),
    (
        "Hugo Lemaire rentre seul. Que va-t-il faire demain ? « Dormir. »",
        "fr",
        ["Hugo Lemaire"],
        "an answer to the author's question",
    ),
    (
        "La cheffe, Nadia Brun, ouvre les placards. Et que trouve-t-elle ? « Rien. Des "
        "élastiques. »",
        "fr",
        ["Nadia Brun"],
        "an answer to the author's question",
    ),
    (
        "Face à la presse, le ministre, Alain Pujol, pestait contre une réforme « mal ficelée ».",
        "fr",
        ["Alain Pujol"],
        "a part of a report",
    ),
    (
        "Le syndicat, de son côté, s’insurge contre des horaires « inhumains ».",
        "fr",
        ["Le syndicat"],
        "a part of a report",
    ),
    (
        "L’éleveuse Marthe Vial s’indigne de ce contrat « à sens unique ».",
        "fr",
        ["Marthe Vial"],
        "a part of a report",
    ),
    (
        "« Deux ans, s’est-elle exclamée, deux ans pour une signature ! » Claire Aubin n’en "
        "revient pas.",
        "fr",
        ["Claire Aubin"],
        "the pronoun behind the verb",
    ),
    (
        "La préfète Odile Ramon a tranché. « Nous fermerons la route », a-t-elle déclaré, "
        "avant d’ajouter : « Ce soir. »",
        "fr",
        ["Odile Ramon", "Odile Ramon"],
        "the pronoun behind the verb",
    ),
    (
        "Dans un courriel à ses électeurs, le député Jean Costes écrivait : « Je ne lâcherai "
        "rien. »",
        "fr",
        ["Jean Costes"],
        "in a letter he wrote",
    ),
    (
        "L’accusée, Irène Vallon, se tait. Dans son journal, l’accusée notait pourtant : « "
        "Tout est ma faute. »",
        "fr",
        ["Irène Vallon"],
        "in a letter he wrote",
    ),
    (
        "Pour l’économiste Brice Noël, c’est « un coup d’épée dans l’eau ».",
        "fr",
        ["Brice Noël"],
        "for somebody it is",
    ),
    (
        "Le procureur Michel Hault a déclaré que l’affaire était « close ».",
        "fr",
        ["Michel Hault"],
        "that-clauses",
    ),
    (
        "Interrogée hier, Sonia Bey, la présidente, a estimé que le budget était « tenable "
        "mais triste ».",
        "fr",
        ["Sonia Bey"],
        "that-clauses",
    ),
    (
        "Le coiffeur hausse les épaules : « Ça repousse. »",
        "fr",
        ["Le coiffeur"],
        "a gesture and a colon",
    ),
    (
        "El portero, Julio Mena, pidió silencio. «¿Quién ha sido?», preguntó. Su vecina, "
        "Rosa Pina, se levantó: «Yo».\n\n«¿Por qué?», insistió él.\n\n«Por aburrimiento», "
        "contestó ella.",
        "es",
        ["Julio Mena", "Rosa Pina", "Julio Mena", "Rosa Pina"],
        "two who take turns",
    ),
    (
        "La jueza Marta Oca miró al acusado, Iván Sol.\n\n«¿Se arrepiente?», preguntó "
        "ella.\n\n«De nada», dijo él.",
        "es",
        ["Marta Oca", "Iván Sol"],
        "two who take turns",
    ),
    (
        "Un pasajero se quejaba: «Llevamos dos horas». Otro lo interrumpió: «Tres».",
        "es",
        ["Un pasajero", "Otro"],
        "another one",
    ),
    (
        "Una vecina aplaudió. Otra gritó: «¡Por fin!».",
        "es",
        ["Otra"],
        "another one",
    ),
    (
        "Una clienta recordaba que el alcalde prometió «un parque para todos».",
        "es",
        ["el alcalde"],
        "the subject of the inner clause",
    ),
    (
        "El guarda cuenta que el ministro dijo «no me esperen».",
        "es",
        ["el ministro"],
        "the subject of the inner clause",
    ),
    (
        "Los vecinos denuncian que la empresa prometió «agua limpia en dos meses».",
        "es",
        ["la empresa"],
        "the subject of the inner clause",
    ),
    (
        "Según el capataz, Tomás Vera, la cosecha será «corta pero dulce».",
        "es",
        ["Tomás Vera"],
        "according to",
    ),
    (
        "La sopa, según Vera, «resucita a un muerto». Tomás Vera la cocina desde niño.",
        "es",
        ["Tomás Vera"],
        "according to",
    ),
    (
        "El barquero Simón Ares soltó el cabo.\n\n—No vuelvo —dijo el barquero—. Ni aunque "
        "me paguen.\n\n—¿Y si te pagan el doble? —preguntó su hija.\n\n—Entonces lo pienso.",
        "es",
        ["Simón Ares", "su hija", "Simón Ares"],
        "speech behind dashes",
    ),
    (
        "Carmen Lino cerró la tienda.\n\n—Mañana abro a las ocho —avisó.\n\n—¿Con pan? "
        "—quiso saber un niño.",
        "es",
        ["Carmen Lino", "un niño"],
        "speech behind dashes",
    ),
    (
        "El crítico Pau Serra salió antes. A su juicio, la obra es «larga como un lunes».",
        "es",
        ["Pau Serra"],
        "in his opinion",
    ),
    (
        "«Ni un euro más», sentenció la ministra Alicia Bru. La ministra se marchó. «Buenas "
        "tardes», añadió.",
        "es",
        ["Alicia Bru", "Alicia Bru"],
        "the verb before its subject",
    ),
    (
        "El concejal Damián Rey se mostró dolido por «la falta de memoria» del pleno.",
        "es",
        ["Damián Rey"],
        "a part of a report",
    ),
    (
        "Y la abuela, desde el balcón: «¡La cena!».",
        "es",
        ["la abuela"],
        "a name and a colon",
    ),
    (
        "La compañía, preguntada por el retraso, lo atribuyó a «causas meteorológicas».",
        "es",
        ["La compañía"],
        "a body",
    ),
]


@pytest.mark.parametrize(("text", "language", "expected", "why"), SPEAKERS)
def test_a_draft_tells_who_speaks(
    text: str, language: str, expected: list[str | None], why: str
) -> None:
    found = [q.speaker for q in find_quotations(text, language) if q.is_checked]
    assert found == expected, why


NOT_SPOKEN = [
    ("Der \u201eBlitzer von L\u00fche\u201c steht wieder.", "de", "what something is called"),
    ("Le quartier l\u2019a surnomm\u00e9e \u00ab la tour \u00bb.", "fr", "a nickname"),
    ("Han bautizado la rotonda como \u00abel donut\u00bb.", "es", "a nickname"),
]


@pytest.mark.parametrize(("text", "language", "why"), NOT_SPOKEN)
def test_a_name_given_to_something_is_no_quotation(text: str, language: str, why: str) -> None:
    assert [q.is_checked for q in find_quotations(text, language)] == [False], why


INSIDE = [
    ("On verra, sourit Ada Vane. Ou pas.", "Ada Vane", "a name behind the verb"),
    ("Deux ans, s\u2019est-elle exclam\u00e9e, deux ans !", "elle", "a pronoun joined to the verb"),
    ("Quel scandale ! tonne le maire, furieux.", "le maire", "behind an exclamation"),
    ("Il viendra, comme toujours.", None, "no verb of saying"),
    ("Il faut, dit-on, savoir partir.", None, "nobody in particular"),
]


@pytest.mark.parametrize(("text", "expected", "why"), INSIDE)
def test_a_french_clause_stands_inside_the_marks(text: str, expected: str | None, why: str) -> None:
    found = clause_inside(text, 0, len(text), load_draft_words("fr"))
    subject = found.subject if found else None
    assert (subject.text if subject else None) == expected, why


def test_no_other_language_has_a_clause_inside_the_marks() -> None:
    text = "We shall see, said Ada Vane. Or not."
    assert clause_inside(text, 0, len(text), load_draft_words("en")) is None


def test_so_makes_an_attribution_between_commas() -> None:
    text = "Dar\u00fcber, so Ada Vane, rede man seit Jahren."
    found = so_inside(text, 0, len(text), load_draft_words("de"))
    assert found is not None and found.subject is not None
    assert (found.subject.text, found.subject.kind) == ("Ada Vane", SubjectKind.NAME)
    assert not found.direct


GENDERS = [
    ("vecina", "es", "f"),
    ("vecino", "es", "m"),
    ("jueza", "es", "f"),
    ("nageuse", "fr", "f"),
    ("navigateur", "fr", "m"),
    ("portavoz", "es", ""),
]


@pytest.mark.parametrize(("role", "language", "gender"), GENDERS)
def test_two_forms_of_a_word_tell_the_gender(role: str, language: str, gender: str) -> None:
    assert gender_of(role, load_draft_words(language)) == gender


TRADES = [
    ("Gastwirt", True, "ends like a trade that is a family name too"),
    ("H\u00fcttenwart", True, "ends like a trade"),
    ("Dieter", False, "a first name that ends like one"),
]


@pytest.mark.parametrize(("word", "expected", "why"), TRADES)
def test_a_german_noun_before_a_full_name_can_be_a_trade(
    word: str, expected: bool, why: str
) -> None:
    assert load_draft_words("de").is_trade(word) is expected, why
