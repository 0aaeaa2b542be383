"""French fragments in marks: somebody's words, or held at arm's length, a name or a title."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

SAID: list[tuple[str, str | None, str]] = [
    (
        "Le préfet a prononcé les mots « faute lourde » devant les élus.",
        "Le préfet",
        "prononcer les mots",
    ),
    (
        "La ministre Odile Brac refuse de s’exprimer « à chaud ».",
        "Odile Brac",
        "refuser de s’exprimer",
    ),
    ("Le maire ne s’est pas exprimé « à la légère ».", "Le maire", "s’exprimer, nié"),
    ("Luc Ferrand a moqué les « grands mots creux » du rapport.", "Luc Ferrand", "moquer"),
    ("Le syndicat a raillé une « usine à gaz ».", "Le syndicat", "railler"),
    ("La CGE dénonce un « mépris total » des soignants.", None, "dénoncer"),
    ("La mairie veut « un port sans moteur »", "La mairie", "titre, vouloir"),
    ("Le collectif veut un « vrai débat » sur la digue.", "Le collectif", "vouloir"),
    ("L’avocate évoque une « erreur de bonne foi ».", "L’avocate", "évoquer"),
    ("Luc Ferrand a qualifié le projet de « verrue ».", "Luc Ferrand", "qualifier de"),
    (
        "Le barrage, que la préfète a qualifié de « passoire », sera fermé.",
        "la préfète",
        "relative, qualifier de",
    ),
    ("Selon Odile Brac, le texte est « mort-né ».", "Odile Brac", "selon"),
    ("Pour le procureur, il s’agit d’un « acte isolé ».", "le procureur", "pour, office"),
    ("Le club parle d’un « malentendu ».", "Le club", "parler de"),
    ("La direction regrette « quelques retards ».", "La direction", "regretter"),
    ("Le juge a estimé que la clause était « sans objet ».", "Le juge", "estimer que"),
    ("Le rapport juge la digue « en fin de vie ».", "Le rapport", "juger"),
    ("Les riverains se disent « à bout ».", "Les riverains", "se dire"),
    ("Sur la porte, un panneau annonce : « Fermé pour cause de pluie ».", None, "un panneau"),
    ("« Inacceptable », tranche la fédération.", "la fédération", "trancher"),
    ("L’association réclame « des actes ».", "L’association", "réclamer"),
    ("Luc Ferrand assume un choix « purement politique ».", "Luc Ferrand", "assumer"),
    ("Le groupe se félicite d’un « succès collectif ».", "Le groupe", "se féliciter de"),
    ("Le président a promis « une réponse avant Noël ».", "Le président", "promettre"),
    ("L’entraîneur a salué « un match d’hommes ».", "L’entraîneur", "saluer"),
    ("Selon les mots de la maire, la place est « un four ».", "la maire", "selon les mots de"),
    ("Odile Brac a refusé de parler d’« échec ».", "Odile Brac", "refuser de parler de"),
    ("Le ministère exclut tout « retour en arrière ».", "Le ministère", "exclure"),
    ("La défense plaide « un moment de folie ».", "La défense", "plaider"),
    ("Il s’agit d’une mesure « transitoire », précise le rectorat.", "le rectorat", "préciser"),
    (
        "Luc Ferrand a remercié les bénévoles pour leur « patience d’ange ».",
        "Luc Ferrand",
        "remercier pour",
    ),
    ("L’opposition y voit « un cadeau aux promoteurs ».", "L’opposition", "y voir"),
    ("Le témoin décrit un homme « doux et secret ».", "Le témoin", "décrire"),
    ("Les élus balaient des accusations « fantaisistes ».", "Les élus", "balayer"),
    ("Le parquet a ouvert une enquête, « à ce stade sans suspect ».", None, "parquet, ajout"),
    ("L’évêque appelle à « la retenue ».", "L’évêque", "appeler à"),
    ("Barrage : la préfète dénonce une « rumeur »", "la préfète", "titre, dénoncer"),
    ("Le directeur a ironisé sur « l’armée des ombres ».", "Le directeur", "ironiser sur"),
    ("La commission reproche à l’État son « inertie ».", "La commission", "reprocher"),
    ("Le traité est « caduc », a fait savoir l’ambassade.", "l’ambassade", "faire savoir"),
    (
        "Le premier ministre a eu des mots durs contre une « presse paresseuse ».",
        "Le premier ministre",
        "avoir des mots",
    ),
    (
        "La procureure n’a pas voulu commenter « une rumeur de plus ».",
        "La procureure",
        "commenter, nié",
    ),
    (
        "Le maire (divers droite), Jean Coste, parle d’un « coup bas ».",
        "Jean Coste",
        "parler de, parenthèse",
    ),
    ("Les pompiers décrivent une nuit « sans fin ».", "Les pompiers", "décrire"),
    ("La ministre s’est dite « profondément peinée ».", "La ministre", "se dire, composé"),
    (
        "Jean Coste, que ses adversaires qualifient de « girouette », se tait.",
        None,
        "relative, qualifier",
    ),
    ("Le chef a tourné en ridicule « ces messieurs du guide ».", "Le chef", "tourner en ridicule"),
    (
        "Aux yeux de la Cour des comptes, le plan est « mal ficelé ».",
        "la Cour des comptes",
        "aux yeux de",
    ),
    ("Le syndicat pointe du doigt « une direction absente ».", "Le syndicat", "pointer du doigt"),
    ("Port : les pêcheurs réclament « du concret »", "les pêcheurs", "titre"),
    (
        "La patronne du club a rendu hommage à « un géant discret ».",
        "La patronne du club",
        "rendre hommage",
    ),
    (
        "Le rapporteur met en garde contre « la tentation du pire ».",
        "Le rapporteur",
        "mettre en garde",
    ),
    ("Jean Coste se défend de toute « arrière-pensée ».", "Jean Coste", "se défendre de"),
    (
        "La compagnie a présenté ses excuses pour « la gêne occasionnée ».",
        "La compagnie",
        "présenter ses excuses",
    ),
    ("Le tribunal a retenu une « négligence manifeste ».", "Le tribunal", "retenir"),
    ("L’actrice a confié vivre « un rêve éveillé ».", "L’actrice", "confier"),
    ("La réforme est « un leurre », selon la CFT.", None, "selon, derrière"),
    (
        "Les parents d’élèves s’inquiètent d’un « hiver sans chauffage ».",
        "Les parents d’élèves",
        "s’inquiéter de",
    ),
    ("Le général a employé les mots « guerre larvée ».", "Le général", "employer les mots"),
    ("La région entend « tourner la page ».", "La région", "entendre"),
    ("L’abbé demande « un peu de silence ».", "L’abbé", "whose frame names its speaker"),
    (
        "La chanteuse a qualifié la soirée de « cadeau ».",
        "La chanteuse",
        "whose frame names its speaker",
    ),
    (
        "L’avocat a refusé de s’exprimer « sous la pression ».",
        "L’avocat",
        "whose frame names its speaker",
    ),
    (
        "Le conseiller Marc Menz (sans étiquette) évoque un « marchandage ».",
        "Marc Menz",
        "whose frame names its speaker",
    ),
    (
        "La subvention est, dit-il, « une goutte ». Marc Menz n’en démord pas.",
        None,
        "whose frame names its speaker",
    ),
    (
        "Le club, à qui la ville reproche son « entêtement », saisit le juge.",
        None,
        "whose frame names its speaker",
    ),
    (
        "La directrice a remercié les parents pour leur « patience ».",
        "La directrice",
        "whose frame names its speaker",
    ),
    ("Les experts jugent la digue « instable ».", "Les experts", "whose frame names its speaker"),
    (
        "Marc Menz rejette une critique « cousue de fil blanc ».",
        "Marc Menz",
        "whose frame names its speaker",
    ),
    (
        "Budget : l’opposition raille une « liste au père Noël »",
        "l’opposition",
        "whose frame names its speaker",
    ),
    (
        "La compagnie a invoqué un « cas de force majeure ».",
        "La compagnie",
        "whose frame names its speaker",
    ),
    (
        "Le ministre n’a pas prononcé le mot de « rupture ».",
        "Le ministre",
        "whose frame names its speaker",
    ),
    ("Le jury a trouvé le projet « trop sage ».", "Le jury", "whose frame names its speaker"),
    ("Marc Menz veut « des preuves ».", "Marc Menz", "whose frame names its speaker"),
    (
        "Les agriculteurs craignent une « mort lente ».",
        "Les agriculteurs",
        "whose frame names its speaker",
    ),
    (
        "Un geste « courageux », salué par la présidente, a suffi.",
        "la présidente",
        "whose frame names its speaker",
    ),
    ("Le syndicat se dit « prêt à tout ».", "Le syndicat", "whose frame names its speaker"),
    (
        "La sélectionneuse a pesté contre « des buts offerts ».",
        "La sélectionneuse",
        "whose frame names its speaker",
    ),
    (
        "La maire a présenté un plan « réaliste », selon ses mots.",
        None,
        "whose frame names its speaker",
    ),
    (
        "Le chef des pompiers a parlé d’« une scène de guerre ».",
        "Le chef des pompiers",
        "whose frame names its speaker",
    ),
]
"""Whose words they are; None where only that they are somebody's is asserted."""

HELD = [
    ("La « taxe héron », comme on l’appelle, a été supprimée.", "comme on l’appelle"),
    ("Le mot « port » ne figure pas dans le bail.", "le mot"),
    ("Le terme « seuil » vient de la physique.", "le terme"),
    ("La tour, surnommée « le Crayon », sera abattue.", "surnommé"),
    ("Son roman « Le Verger de verre » est épuisé.", "un roman"),
    ("Le bateau « La Belle Aurore » est à quai.", "un bateau"),
    ("Ses amis l’appelaient « Lulu ».", "un surnom"),
    ("Le café « Le Chat noir et blanc » a rouvert.", "un café"),
    ("La ferme dite « des Trois Puits » est à vendre.", "dit"),
    ("L’opération « Un banc pour tous » commence en juin.", "une opération"),
    ("Les « experts » n’avaient jamais vu de vache.", "ironie"),
    ("Une poubelle « intelligente » trône près de l’étang.", "une épithète"),
    ("Le festival « Sel et fer » dure trois jours.", "un festival"),
    ("On parle alors de « croûte » chez les boulangers.", "on parle de"),
    (
        "Ce que les marins appellent « la bascule » dure quatre minutes.",
        "ce que les marins appellent",
    ),
    ("Dans « Le Long Fossé », elle joue une veuve.", "un film"),
    ("Par « résident », la loi entend celui qui dort sur place.", "par, entendre"),
    ("Le journal « L’Écho du marais » a cessé de paraître.", "un journal"),
    ("Le prix « Boulanger de l’année » lui a été remis.", "un prix"),
    ("La clause emploie onze fois « doit ».", "mot employé"),
    ("La rue est connue sous le nom de « Dos d’âne ».", "sous le nom de"),
    ("Le groupe joue « Passeur » en rappel.", "une chanson"),
    ("La pièce s’intitule « L’Échelle ».", "s’intituler"),
    ("Le label « Pain d’ici » est attribué par la chambre.", "un label"),
    ("La société « Caisses du Nord » a signé.", "une société"),
    ("Le quartier est considéré comme un « désert médical ».", "considéré comme"),
    ("Les pêcheurs le nomment « vent du lundi ».", "les pêcheurs le nomment"),
    ("L’association « Les Amis du canal » compte cent membres.", "une association"),
    ("Le dispositif, baptisé « Coup de pouce », coûte peu.", "baptisé"),
    ("La liste « Ensemble pour Vaire » présente trois noms.", "une liste"),
    ("La note s’ouvre sous le titre « Divers ».", "sous le titre"),
    ("Le « bon élève » de la région reste Vaire.", "une étiquette"),
    ("Les enfants épellent « rythme » en frappant des mains.", "un mot épelé"),
    ("La saison s’ouvre avec « Le Clerc du sel ».", "une pièce"),
    ("Le chemin figure sur la carte comme « voie des charrettes ».", "figure comme"),
    ("Le soi-disant « plan eau » n’a jamais existé.", "soi-disant"),
    ("L’expression « en bon père de famille » date du code.", "l’expression"),
    ("Le salon « Vivre dehors » ouvre samedi.", "un salon"),
    ("Une lettre signée « Un contribuable » est arrivée hier.", "signé"),
    ("Le « petit train » ne roule plus le lundi.", "un surnom"),
    ("La locution « de guerre lasse » est ancienne.", "la locution"),
    ("Le lac, dit « la Cuillère », a gelé.", "dit"),
    ("Le chalutier « Brème d’argent » a coulé en 1962.", "un chalutier"),
    ("Les apiculteurs parlent de « pillage » quand les ruches se battent.", "un terme"),
    ("Le repas « gratuit » a coûté neuf euros.", "ironie"),
    ("La chorale a chanté « Ce n’est qu’un au revoir ».", "un chant"),
    ("L’application « Flaque » avertit des crues.", "une application"),
    ("Un courriel intitulé « Urgent » est arrivé lundi.", "intitulé"),
    ("L’étude s’intitule « Eaux dormantes ».", "s’intituler"),
    ("L’école organise « Maths sans peur » en mai.", "une manifestation"),
    ("La tournée débute avec « Jument grise » à Brest.", "une pièce"),
    ("Est un « logement » toute pièce avec un lit.", "un mot défini"),
    ("Ses camarades la surnommaient « Moineau ».", "un surnom"),
    ("Le quotidien « La Tribune des marais » disparaît.", "un journal"),
    ("Le principe « pollueur-payeur » ne s’applique pas.", "un principe"),
    ("La « Fête du pain » est annulée.", "une fête"),
    ("Il a choisi « Comte Brume » pour nom de scène.", "un nom de scène"),
    ("Le procédé est appelé « départ à froid ».", "appelé"),
    ("Le restaurant « Chez Lulu » a fermé.", "un restaurant"),
    ("Un tramway « fantôme » traverse le pont.", "une image"),
    ("Le mot « marais » manque dans l’acte.", "a name, a term, a title or a figure of speech"),
    (
        "Le ministre a inauguré le parking « Pont des Soupirs ».",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "La ville critique le projet « Grand Banc ».",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Elle joue la « méchante marâtre » dans le conte.",
        "a name, a term, a title or a figure of speech",
    ),
    ("Le cheval « Jeanne la Grise » a gagné.", "a name, a term, a title or a figure of speech"),
    ("Marc Menz lit « Demi-fond » dans le train.", "a name, a term, a title or a figure of speech"),
    ("Ses collègues l’appelaient « le Curé ».", "a name, a term, a title or a figure of speech"),
    ("Le groupe a ouvert avec « Toit de tôle ».", "a name, a term, a title or a figure of speech"),
    (
        "Un bocal étiqueté « confiture » contenait des clous.",
        "a name, a term, a title or a figure of speech",
    ),
    ("Les policiers appellent cela la « nasse ».", "a name, a term, a title or a figure of speech"),
    (
        "L’association organise « Soupe et chansons » en mars.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Les chimistes parlent de « relargage » quand une protéine tombe.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Le ministre était assis au « coin des punis ».",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "La prétendue « règle d’or » est attaquée par le syndicat.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "La ruelle, que tous appellent « le Boyau », est fermée.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Un compteur « intelligent » arrive dans chaque cabane.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Le restaurant « Au Tilleul » attire avec son poisson.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "La règle dite du « premier arrivé » s’applique.",
        "a name, a term, a title or a figure of speech",
    ),
    ("La loi « anti-bancs » est votée.", "a name, a term, a title or a figure of speech"),
    ("Il a gagné la médaille « Vieux Port ».", "a name, a term, a title or a figure of speech"),
]


@pytest.mark.parametrize(("text", "speaker", "why"), SAID)
def test_a_fragment_that_is_somebodys_words_is_checked(
    text: str, speaker: str | None, why: str
) -> None:
    found = find_quotations(text, "fr")
    assert found and all(q.is_checked for q in found), why
    if speaker is not None:
        assert {(q.speaker or "").lower() for q in found} == {speaker.lower()}, why


@pytest.mark.parametrize(("text", "why"), HELD)
def test_a_fragment_that_is_nobodys_words_is_not_checked(text: str, why: str) -> None:
    found = find_quotations(text, "fr")
    assert found and not any(q.is_checked for q in found), why
