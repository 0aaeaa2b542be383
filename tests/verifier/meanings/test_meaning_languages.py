"""Changed sentences in German, French, Spanish and Russian: the change is named, or its frame is.

The rows were written before the lists met them; on first sight 46 of 48 were named (German,
Spanish, Russian 12 of 12, French 10).
"""

from __future__ import annotations

import pytest

from tests.gold.homes import service_on, talk
from verifier.report import Action
from verifier.service import Question

FRAMES = {"negation": "head_has_negation", "condition": "head_has_condition",
          "quantifier": "head_has_condition"}  # fmt: skip
CHATTER = ("Tomas Reiter: So.", "Ada Lindqvist: Gut.", "Tomas Reiter: Ja.")
ROWS = [
    ("de", "negation", "Wir werden die Brücke nicht vor dem Winter sperren.",
     "Wir werden die Brücke vor dem Winter sperren."),
    ("de", "negation", "Niemand im Rat hat diesen Antrag gelesen.",
     "Jemand im Rat hat diesen Antrag gelesen."),
    ("de", "number", "Der Hafen hat dreizehn Kräne und einen Leuchtturm.",
     "Der Hafen hat dreißig Kräne und einen Leuchtturm."),
    ("de", "number", "Im Jahr 2019 kamen 4,5 Millionen Gäste an die Küste.",
     "Im Jahr 2019 kamen 5,4 Millionen Gäste an die Küste."),
    ("de", "quantifier", "Alle Fischer haben dem Vertrag zugestimmt.",
     "Einige Fischer haben dem Vertrag zugestimmt."),
    ("de", "quantifier", "Die meisten Schulen bleiben im Sommer geöffnet.",
     "Die Schulen bleiben im Sommer geöffnet."),
    ("de", "modal", "Die Stadt muss die Mieten senken.", "Die Stadt kann die Mieten senken."),
    ("de", "modal", "Das Krankenhaus könnte im Herbst schließen.",
     "Das Krankenhaus wird im Herbst schließen."),
    ("de", "condition", "Wir bauen die Schule, wenn der Bund das Geld gibt.",
     "Wir bauen die Schule, und der Bund das Geld gibt."),
    ("de", "condition", "Sofern das Wetter hält, fährt die Fähre am Morgen.",
     "Das Wetter hält, fährt die Fähre am Morgen."),
    ("de", "negation", "Ich habe keinen einzigen Brief bekommen.",
     "Ich habe einen einzigen Brief bekommen."),
    ("de", "quantifier", "Wir zahlen höchstens zwölf Euro für die Stunde.",
     "Wir zahlen mindestens zwölf Euro für die Stunde."),
    ("fr", "negation", "Nous ne fermerons pas la gare avant Noël.",
     "Nous fermerons la gare avant Noël."),
    ("fr", "negation", "Personne au conseil n'a lu ce rapport.",
     "Chacun au conseil a lu ce rapport."),
    ("fr", "number", "Le port compte seize grues et un phare.",
     "Le port compte soixante grues et un phare."),
    ("fr", "number", "La commune a perdu 1 200 habitants en dix ans.",
     "La commune a perdu 2 100 habitants en dix ans."),
    ("fr", "quantifier", "Tous les pêcheurs ont signé le contrat.",
     "Certains pêcheurs ont signé le contrat."),
    ("fr", "quantifier", "La plupart des écoles restent ouvertes en été.",
     "Les écoles restent ouvertes en été."),
    ("fr", "modal", "La ville doit baisser les loyers cette année.",
     "La ville peut baisser les loyers cette année."),
    ("fr", "modal", "L'hôpital pourrait fermer à l'automne.",
     "L'hôpital devrait fermer à l'automne."),
    ("fr", "condition", "Nous bâtirons l'école si l'État verse l'argent.",
     "Nous bâtirons l'école car l'État verse l'argent."),
    ("fr", "condition", "À moins que la pluie cesse, le marché sera fermé.",
     "Dès que la pluie cesse, le marché sera fermé."),
    ("fr", "negation", "Je n'ai jamais promis de baisse d'impôts.",
     "J'ai promis de baisse d'impôts."),
    ("fr", "negation", "Elle a quitté la salle sans répondre aux questions.",
     "Elle a quitté la salle pour répondre aux questions."),
    ("es", "negation", "No vamos a cerrar el puente antes del invierno.",
     "Vamos a cerrar el puente antes del invierno."),
    ("es", "negation", "Nadie en el concejo leyó ese informe.",
     "Alguien en el concejo leyó ese informe."),
    ("es", "number", "El puerto tiene doce grúas y un faro.",
     "El puerto tiene veinte grúas y un faro."),
    ("es", "number", "Gastamos 3,5 millones en la escuela nueva.",
     "Gastamos 5,3 millones en la escuela nueva."),
    ("es", "quantifier", "Todos los pescadores firmaron el contrato.",
     "Algunos pescadores firmaron el contrato."),
    ("es", "quantifier", "La mayoría de las escuelas abre en verano.",
     "La totalidad de las escuelas abre en verano."),
    ("es", "modal", "La ciudad debe bajar los alquileres.",
     "La ciudad puede bajar los alquileres."),
    ("es", "modal", "El hospital podría cerrar en otoño.", "El hospital debería cerrar en otoño."),
    ("es", "condition", "Haremos la escuela si el Estado paga la obra.",
     "Haremos la escuela porque el Estado paga la obra."),
    ("es", "condition", "A menos que llueva, el mercado abre el sábado.",
     "Aunque llueva, el mercado abre el sábado."),
    ("es", "negation", "Nunca prometí bajar los impuestos.",
     "Siempre prometí bajar los impuestos."),
    ("es", "negation", "Ningún barco salió del puerto esa noche.",
     "Algún barco salió del puerto esa noche."),
    ("ru", "negation", "Мы не будем закрывать мост до зимы.", "Мы будем закрывать мост до зимы."),
    ("ru", "negation", "Никто в совете не читал этот доклад.",
     "Кто-то в совете читал этот доклад."),
    ("ru", "number", "В порту двенадцать кранов и один маяк.",
     "В порту двадцать кранов и один маяк."),
    ("ru", "number", "Мы потратили 3,5 миллиона на новую школу.",
     "Мы потратили 5,3 миллиона на новую школу."),
    ("ru", "quantifier", "Все рыбаки подписали этот договор.",
     "Некоторые рыбаки подписали этот договор."),
    ("ru", "quantifier", "Большинство школ открыто летом.", "Меньшинство школ открыто летом."),
    ("ru", "modal", "Город должен снизить плату за жильё.", "Город может снизить плату за жильё."),
    ("ru", "modal", "Нам нужно закрыть больницу осенью.", "Нам можно закрыть больницу осенью."),
    ("ru", "condition", "Мы построим школу, если область даст деньги.",
     "Мы построим школу, потому область даст деньги."),
    ("ru", "condition", "При условии хорошей погоды паром выйдет утром.",
     "При хорошей погоды паром выйдет утром."),
    ("ru", "negation", "Я никогда не обещал снизить налоги.", "Я обещал снизить налоги."),
    ("ru", "negation", "Она ушла без ответа на наши вопросы.",
     "Она ушла с ответа на наши вопросы."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "kind", "said", "claim"), ROWS)
def test_a_changed_word_is_named_in_the_languages_with_the_main_lists(
    language: str, kind: str, said: str, claim: str
) -> None:
    turns = (f"Ada Lindqvist: {said}", *CHATTER)
    with service_on(talk(*turns, language=language)) as service:
        verdict = service.verify(Question(claim)).verdict
    named = {f.code.value for f in verdict.meaning_risk} | {f.code.value for f in verdict.context}
    assert named & {kind, FRAMES.get(kind, kind)}, named
    assert verdict.action is not Action.OK


@pytest.mark.parametrize(("language", "said"), sorted({(row[0], row[2]) for row in ROWS}))
def test_the_same_sentence_unchanged_is_quiet(language: str, said: str) -> None:
    turns = (f"Ada Lindqvist: {said}", *CHATTER)
    with service_on(talk(*turns, language=language)) as service:
        assert service.verify(Question(said)).verdict.action is Action.OK
