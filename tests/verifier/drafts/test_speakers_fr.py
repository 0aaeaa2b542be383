"""Who is said to speak in French drafts."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

SPEAKERS: list[tuple[str, list[str | None], str]] = [
    (
        "La gagnante s’appelle Louise Harmand. « Je n’y croyais plus », avoue la skieuse de "
        "22 ans. « Ma mère non plus. »",
        ["Louise Harmand", "Louise Harmand"],
        "a noun that points back",
    ),
    (
        "Le club doit tout au but de Sami Beldi à la 90e minute. « J’ai fermé les yeux », "
        "raconte l’attaquant.",
        ["Sami Beldi"],
        "a noun that points back",
    ),
    (
        "À la barre, Rémi Cassou baisse la tête. Le menuisier de 40 ans risque trois ans. « "
        "Avez-vous quelque chose à ajouter ? », demande le juge. « Pardon », répond le "
        "prévenu.",
        ["le juge", "Rémi Cassou"],
        "a noun that points back",
    ),
    (
        "« J’ai tout perdu, souffle Karim Adda. Même les photos. » Il sourit pourtant.",
        ["Karim Adda"],
        "the clause inside the marks",
    ),
    (
        "Le patron, lui, en rit. « Je lui avais dit non, raconte Denis Oger. Il a compris oui. »",
        ["Denis Oger"],
        "the clause inside the marks",
    ),
    (
        "Maire depuis dix ans, Yves Tarde s’en va. « Je pars, sourit-il. Sans regret. »",
        ["Yves Tarde"],
        "the clause inside the marks",
    ),
    (
        "L’entraîneur Paul Gers ne s’inquiète pas. Ses joueuses ont, selon lui, « couru "
        "après leur ombre ».",
        ["Paul Gers"],
        "according to",
    ),
    (
        "Selon la directrice, Mme Anne Solier, l’école « tient avec du scotch ».",
        ["Anne Solier"],
        "according to",
    ),
    ("D’après un voisin, la maison était « déjà vide ».", ["un voisin"], "according to"),
    (
        "Hugo Lemaire rentre seul. Que va-t-il faire demain ? « Dormir. »",
        ["Hugo Lemaire"],
        "an answer to the author's question",
    ),
    (
        "« On l’a enterré trois fois », soupire Hugo Morel, éleveur. Sa ferme se trouverait sous "
        "l’eau. « Mon père disait non. »",
        ["Hugo Morel", "Hugo Morel"],
        "a farm says nothing",
    ),
    (
        "La cheffe, Nadia Brun, ouvre les placards. Et que trouve-t-elle ? « Rien. Des "
        "élastiques. »",
        ["Nadia Brun"],
        "an answer to the author's question",
    ),
    (
        "Face à la presse, le ministre, Alain Pujol, pestait contre une réforme « mal ficelée ».",
        ["Alain Pujol"],
        "a part of a report",
    ),
    (
        "Le syndicat, de son côté, s’insurge contre des horaires « inhumains ».",
        ["Le syndicat"],
        "a part of a report",
    ),
    (
        "L’éleveuse Marthe Vial s’indigne de ce contrat « à sens unique ».",
        ["Marthe Vial"],
        "a part of a report",
    ),
    (
        "« Deux ans, s’est-elle exclamée, deux ans pour une signature ! » Claire Aubin n’en "
        "revient pas.",
        ["Claire Aubin"],
        "the pronoun behind the verb",
    ),
    (
        "La préfète Odile Ramon a tranché. « Nous fermerons la route », a-t-elle déclaré, "
        "avant d’ajouter : « Ce soir. »",
        ["Odile Ramon", "Odile Ramon"],
        "the pronoun behind the verb",
    ),
    (
        "Dans un courriel à ses électeurs, le député Jean Costes écrivait : « Je ne lâcherai "
        "rien. »",
        ["Jean Costes"],
        "in a letter he wrote",
    ),
    (
        "L’accusée, Irène Vallon, se tait. Dans son journal, l’accusée notait pourtant : « "
        "Tout est ma faute. »",
        ["Irène Vallon"],
        "in a letter he wrote",
    ),
    (
        "Pour l’économiste Brice Noël, c’est « un coup d’épée dans l’eau ».",
        ["Brice Noël"],
        "for somebody it is",
    ),
    (
        "Le procureur Michel Hault a déclaré que l’affaire était « close ».",
        ["Michel Hault"],
        "that-clauses",
    ),
    (
        "Interrogée hier, Sonia Bey, la présidente, a estimé que le budget était « tenable "
        "mais triste ».",
        ["Sonia Bey"],
        "that-clauses",
    ),
    ("Le coiffeur hausse les épaules : « Ça repousse. »", ["Le coiffeur"], "a gesture and a colon"),
    (
        "Spécialiste des oiseaux, la biologiste Ada Vane patiente. « Il mue », explique-t-elle.",
        ["Ada Vane"],
        "what opens the sentence explains a name",
    ),
    (
        "Derrière le mur, Ada Vane voit une cave. « Quel froid », dit cette institutrice.",
        ["Ada Vane"],
        "this one points back",
    ),
    (
        "Le contrôleur qui chantait\n\n« Bonjour à tous et merci de votre patience », a-t-on "
        "entendu mardi.",
        [None],
        "a headline is no narration",
    ),
    (
        "Blessé au dos, Sami Beldi a tenu. « J’avais mal partout », sourit le portier sénégalais.",
        ["Sami Beldi"],
        "a noun on no list that points back",
    ),
    (
        "Rémi Cassou a perdu. « Le tribunal a tranché », commente la maire. « Enfin », lâche le "
        "speaker.",
        ["la maire", "le speaker"],
        "an office that one person holds is nobody else's",
    ),
    (
        "« On ferme », regrette une commerçante de la rue des Halles, « et pour de bon ».",
        ["une commerçante de la rue des Halles"],
        "a label with what tells it apart",
    ),
    (
        "La chambre des métiers regrette « un savoir-faire qui s’éteint ».",
        ["La chambre des métiers"],
        "a label with what tells it apart",
    ),
    (
        "Le rectorat reconnaît le retard. Mercredi soir, il promet une livraison « dans les "
        "meilleurs délais ».",
        ["Le rectorat"],
        "a body behind a pronoun with its gender",
    ),
    (
        "« Vous regrettez ? » demande le juge. « Parfois », finit par répondre Karim Adda.",
        ["le juge", "Karim Adda"],
        "the infinitive of a verb of saying",
    ),
    (
        "Vane-sur-Orge : « On nous a menti »\n\nAu bar, Odile Faure soupire. « On nous a menti », "
        "dit-elle.",
        ["Odile Faure", "Odile Faure"],
        "a headline quotes what is said below",
    ),
    (
        "Un magasinier de 58 ans, qui tait son nom, montre la porte. « Elle était bleue. »",
        ["Un magasinier"],
        "an age tells a person",
    ),
    (
        "Odile Faure, déléguée CGT, a parlé. « On tient », dit-elle. La direction a cédé. « On "
        "cède », indiquent-ils.",
        ["Odile Faure", "La direction"],
        "they, behind a body",
    ),
    (
        "Les grévistes tiennent à ce site qu’ils qualifient de « très rentable ».",
        ["Les grévistes"],
        "they, in the same sentence",
    ),
    (
        "C’est dur pour Sami Beldi, 60 ans, qui reste. « Je tourne la page », dit-il.",
        ["Sami Beldi"],
        "an age behind a name that a preposition governs",
    ),
    (
        "« On était mille », explique l’un d’entre eux.",
        ["l’un d’entre eux"],
        "one of them",
    ),
    (
        "Odile Faure serre une photo. Sa fille a été malade. « Il a ri », souffle-t-elle.",
        ["Odile Faure"],
        "whose daughter it is",
    ),
    (
        "Jeudi soir, l’intersyndicale appelle à « durcir le mouvement ».",
        ["l’intersyndicale"],
        "to call for something",
    ),
    (
        "L’association « Les Amis du Phare » a lu « Le Courrier de l’Orge » en silence.",
        [],
        "the name of a body and of a newspaper",
    ),
    (
        "Une note interne, lue à l’audience, résume l’affaire : « On ne rappelle rien. »",
        ["Une note interne"],
        "a noun that is a verb elsewhere, and an object behind the verb",
    ),
    (
        "Léonie dort. Personne, sauf Louna, huit ans, qui a une dictée. « J’espérais », dit-elle.",
        ["Louna"],
        "an age in words",
    ),
    (
        "L’association Vane en Selle dénonce « un bruit infernal ». Au dos, une phrase : « Ici. »",
        ["L’association Vane en Selle", "une phrase"],
        "a body with its name, and a sentence of nobody",
    ),
    (
        "Au ministère de l’industrie, on se dit « pleinement mobilisé » et l’on assure que les "
        "conditions « seront examinées ».",
        ["ministère de l’industrie", "ministère de l’industrie"],
        "whoever is meant by on",
    ),
    (
        "Louise Harmand, directrice pour la France, qui promet un accompagnement « exemplaire », "
        "a quitté l’usine « Vane » annoncée fermée.",
        ["Louise Harmand"],
        "a place before its comma is no antecedent",
    ),
    (
        "« Nous tiendrons, a promis la ministre des Forêts, Solène Darrieu, à l’issue du "
        "vote. Il le faut. »",
        ["Solène Darrieu"],
        "an office with its name inside the marks",
    ),
    (
        "« On ferme », a fini par lâcher Marc Darrieu, gérant du moulin.",
        ["Marc Darrieu"],
        "a verb that another one leads to",
    ),
    (
        "« On ferme », raconte pour sa part Marc Darrieu.",
        ["Marc Darrieu"],
        "an adverbial before the name",
    ),
    (
        "« On ferme », a réagi auprès de l’APN Marc Darrieu, gérant du moulin.",
        ["Marc Darrieu"],
        "an agency before the name",
    ),
    (
        "Solène Darrieu range ses outils. « Venez donc », nous a-t-elle lancé hier.",
        ["Solène Darrieu"],
        "a pronoun joined to its verb behind another one",
    ),
    (
        "Solène Imbert et Marc Darrieu rentrent les bêtes. « On rêve », dit-elle.",
        ["Solène Imbert"],
        "first names that tell a gender",
    ),
    (
        "Le maire, Marc Darrieu, temporise. Il pleut. « Rien ne presse », répète l’édile.",
        ["Marc Darrieu"],
        "another word for an office",
    ),
    (
        "Solène Darrieu hésite. La menuisière pose sa scie. « Après vous », tranche-t-elle.",
        ["Solène Darrieu"],
        "a noun that opens a sentence and points back",
    ),
    (
        "Une lettre attend Solène Darrieu. Au dos, une formule de politesse : « Bien à vous. »",
        ["une formule de politesse"],
        "a paper with its attribute",
    ),
    (
        "La plupart des riverains dénoncent un chantier « fait en dépit du bon sens ».",
        ["La plupart des riverains"],
        "several people by how many they are",
    ),
    (
        "« Reculez », ordonne la présidente, Anne Imbert. Ginette Darrieu, 80 ans, sourit. "
        "« Madame, approchez », reprend-elle. « J’y suis », répond la vieille dame.",
        ["Anne Imbert", "Ginette Darrieu", "Anne Imbert"],
        "whoever answers is not whoever spoke",
    ),
    (
        "Le règlement intérieur précise que la cour est « fermée le soir ». « C’est non », a "
        "tranché le parlement régional.",
        ["Le règlement intérieur", "le parlement régional"],
        "nouns that end like adverbs",
    ),
    (
        "Marc Darrieu a reçu Solène Imbert jeudi. Celle-ci s’est dite « surprise et touchée ».",
        ["Solène Imbert"],
        "whoever was named last",
    ),
    (
        "« On a vu pire », peut-on lire dans un rapport de la préfecture.",
        ["un rapport de la préfecture"],
        "a paper behind what is read in it",
    ),
    (
        "La sous-préfète, Anne Imbert, parle d’« un malentendu ».",
        ["Anne Imbert"],
        "a preposition joined to a noun",
    ),
    (
        "« On a vu pire », c’est ainsi que Marc Darrieu résume sa journée.",
        ["Marc Darrieu"],
        "whoever sums up so",
    ),
    (
        "Les éleveurs sont inquiets. « On va tout perdre », résume l’un d’eux.",
        ["l’un d’eux"],
        "a verb of saying that may also call something so",
    ),
    (
        "Au guichet, Lise Imbert trie le courrier. L’agence a fermé. « On s’y fait », dit-elle.",
        ["Lise Imbert"],
        "a person goes before a body with the same article",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPEAKERS)
def test_a_french_draft_tells_who_speaks(text: str, expected: list[str | None], why: str) -> None:
    found = [q.speaker for q in find_quotations(text, "fr") if q.is_checked]
    assert found == expected, why
