"""What pages say about their own making, a line a phrase, by class and language.

Pages put it in a few set phrases: a machine wrote this, the spoken word prevails, the interview was
cut, this is the full record. Those of editing need a talk as their subject ("the interview was
condensed"): a talk may well be about a text that was cut.
"""

from __future__ import annotations

import re

from corpus.models import Fidelity

_DE = (
    r"(?:interview|gespräch|unterhaltung|unterredung|podcast|mitschrift|transkript)\w*",
    r"(?:gekürzt|redigiert|bearbeitet|überarbeitet|verdichtet|zusammengefasst|geglättet)",
)
_FR = (
    r"(?:entretien|interview|conversation|discussion|débat|échange|propos|transcription)s?",
    r"(?:édité|condensé|abrégé|raccourci|résumé|remanié|réécrit|relue? et|amendé|révisé)e?s?",
)
_ES = (
    r"(?:entrevista|conversación|charla|diálogo|debate|transcripción|coloquio)s?",
    r"(?:editad|condensad|resumid|abreviad|acortad|revisad|adaptad|reducid|extractad|editad)[oa]s?\b",
)
_SPEECH_DE = r"(?:rede|ansprache|vortrags?|erklärung)"
_SPEECH_FR = r"(?:discours|allocution|texte|déclaration|intervention|propos)"
_SPEECH_ES = r"(?:discurso|palabras|texto|declaración|intervención|alocución)"
_FEW = r"(?: [^\s.]+){0,4}"
_MACHINE = (
    r"(?:auto(?:matically)?|machine|computer|AI)[- ]+(?:generated|transcribed|captioned)",
    r"generated (?:automatically|by (?:a )?(?:machine|software|AI))",
    r"speech recognition",
    r"自动(?:生成|转写|识别)",
    r"(?:机器|AI|语音)(?:转写|识别|转录)",
    r"(?:automat(?:isch|isiert)|maschinell|computer|KI)[- ]?(?:\w+ )?"
    r"(?:erstellt|erzeugt|generiert|entstanden|transkribiert|verschriftlicht)\w*",
    r"automatische[nrs]? (?:untertitel|transkript|mitschrift)",
    r"(?:mitschrift|transkript|untertitel)\w* (?:\w+ )*(?:von|durch) (?:eine[rm]? )?KI\b",
    r"(?:sprach|audio)erkennung",
    r"(?:généré|transcrit|produit|créé|réalisé)e?s? automatiquement",
    r"(?:généré|transcrit|produit|créé|réalisé)e?s? par (?:une? )?"
    r"(?:machine|IA|intelligence artificielle|logiciel|ordinateur)\b",
    r"(?:sous-titr|transcription)\w*(?: \w+)? automatiques?",
    r"reconnaissance (?:vocale|automatique|de la parole)",
    r"(?:generad|transcrit|cread|obtenid|producid|realizad)[oa]s? "
    r"(?:automáticamente|de forma automática)",
    r"(?:generad|transcrit|cread|obtenid|producid|realizad|hech)[oa]s? por (?:una? )?"
    r"(?:máquina|programa|IA|inteligencia artificial)\b",
    r"(?:subtítulos|transcripción)(?: \w+)? automátic[oa]s?",
    r"reconocimiento (?:de voz|del habla|automático)",
)
_PREPARED = (
    r"as (?:prepared|written) for delivery",
    r"prepared (?:remarks|text|statement)",
    r"as prepared\b",
    r"check against delivery",
    r"讲话(?:稿|全文)|演讲稿|书面(?:讲话|发言)",
    r"es gilt das gesprochene wort",
    r"(?:rede|vortrags|sprech)manuskript",
    rf"manuskript(?:fassung)? (?:der|des|einer) {_SPEECH_DE}",
    rf"(?:vorbereitet|schriftlich)e[rns]? (?:fassung|text|wortlaut) (?:der|des) {_SPEECH_DE}",
    rf"(?:^|\n)\W*vorbereitete[ns]? {_SPEECH_DE}",
    rf"text der vorbereiteten {_SPEECH_DE}",
    r"sperrfrist\W+(?:beginn|redebeginn)",
    r"le (?:texte |discours )?prononcé fait foi",
    rf"{_SPEECH_FR}(?: \w+)? (?:préparé|rédigé|écrit)e?s?\b(?! par)",
    r"tel(?:le)?s? que préparée?s?",
    rf"{_SPEECH_ES}(?: \w+)? preparad[oa]s?",
    r"texto escrito del? (?:discurso|alocución|intervención)",
    r"discurso escrito\b",
    r"(?:cotejar|cotéjese|comprobar) con lo pronunciado",
    r"tal como (?:fue|fueron) preparad[oa]s?",
)
_EDITED = (
    r"(?:edited|condensed|abridged|shortened)(?: \w+)* for (?:\w+ )*(?:length|clarity|brevity)",
    r"(?:lightly|slightly) edited",
    r"edited (?:transcript|excerpts?)",
    r"official report",
    r"有(?:删节|删改|编辑)|(?:经|略有)(?:编辑|删节|删减|整理)|整理(?:发布|编辑)",
    r"redaktionell bearbeitet",
    rf"{_DE[0]}{_FEW} (?:wurden?|ist|sind|wird|worden)[^.\n]{{0,80}}\b{_DE[1]}\b",
    rf"(?:wurden?|haben|ist|sind) (?:\w+ ){{0,3}}{_DE[0]}[^.\n]{{0,80}}\b{_DE[1]}\b",
    rf"{_DE[1]}e[rns]? (?:\w+ )*(?:fassung|version|auszug|{_DE[0]})",
    r"für die veröffentlichung (?:bearbeitet|gekürzt)",
    rf"{_FR[0]}{_FEW} (?:a|ont|est|sont)(?: été)?{_FEW} {_FR[1]}",
    rf"{_FR[0]}(?:[^.\n]{{0,40}},)? {_FR[1]}",
    rf"avons (?:\w+ )?{_FR[1]} (?:cet|cette|ce|l['’]|la|le) ?{_FR[0]}",
    rf"(?:version|extraits?) (?:\w+ et )?{_FR[1]}",
    r"propos recueillis et (?:mis en forme|édités|synthétisés|condensés)",
    r"(?:entretien )?édité pour",
    rf"{_ES[0]}{_FEW} (?:ha sido|han sido|fue|fueron|se ha|se han){_FEW} {_ES[1]}",
    rf"{_ES[0]} {_ES[1]}",
    rf"hemos (?:\w+ )?{_ES[1]} (?:esta|este|la|el) {_ES[0]}",
    rf"(?:versión|extractos?|fragmentos?) (?:\w+ y )?{_ES[1]}",
    r"revisada y editada",
)
_RECORD = (
    r"as delivered",
    r"verbatim (?:transcript|record)",
    r"(?:unedited|full|rush|uncorrected|raw) transcript",
    r"transcri(?:bed|ption) (?:of|from)",
    r"文字实录|(?:录音|视频|现场)(?:文字)?(?:实录|转录|整理稿)|逐字稿",
    r"wort(?:laut)?protokoll|plenarprotokoll",
    r"wörtliche[sn]? (?:protokoll|mitschrift|abschrift|niederschrift)",
    r"stenogra(?:f|ph)ische[rnsm]? (?:bericht|protokoll|dienst|mitschrift)",
    r"(?:abschrift|mitschrift|niederschrift|transkript(?:ion)?) (?:der|des|von|einer|eines) \w+",
    r"(?:ungekürzte[rsn]?|vollständige[rsn]?) (?:abschrift|mitschrift|transkript\w*|wortlaut)",
    r"transcription (?:intégrale|littérale|complète|mot à mot|de l['’](?:enregistrement|audio)"
    r"|de la vidéo)",
    r"retranscription (?:intégrale|complète|littérale|de)\b",
    r"compte[- ]rendu (?:intégral|sténographique|in extenso)",
    r"\bverbatim (?:de|du|des)\b",
    r"transcripción (?:literal|íntegra|integral|completa|palabra por palabra|estenográfica)",
    r"transcripción (?:de la (?:grabación|audiencia|conferencia)|del (?:audio|v[ií]deo))",
    r"(?:versión|acta) (?:estenográfica|taquigráfica|literal|íntegra)",
    r"diario de sesiones",
)


def _compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.IGNORECASE)


PHRASES = (
    (Fidelity.AUTOMATIC_CAPTIONS, _compiled(_MACHINE)),
    (Fidelity.PREPARED_TEXT, _compiled(_PREPARED)),
    (Fidelity.EDITED_RECORD, _compiled(_EDITED)),
    (Fidelity.RECORDING_TRANSCRIPT, _compiled(_RECORD)),
)
"""In the order in which they are asked: what a machine wrote stays that, however complete it is."""
