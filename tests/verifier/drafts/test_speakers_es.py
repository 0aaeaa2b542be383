"""Who is said to speak in Spanish drafts."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

SPEAKERS: list[tuple[str, list[str | None], str]] = [
    (
        "El portero, Julio Mena, pidió silencio. «¿Quién ha sido?», preguntó. Su vecina, "
        "Rosa Pina, se levantó: «Yo».\n\n«¿Por qué?», insistió él.\n\n«Por aburrimiento», "
        "contestó ella.",
        ["Julio Mena", "Rosa Pina", "Julio Mena", "Rosa Pina"],
        "two who take turns",
    ),
    (
        "La jueza Marta Oca miró al acusado, Iván Sol.\n\n«¿Se arrepiente?», preguntó "
        "ella.\n\n«De nada», dijo él.",
        ["Marta Oca", "Iván Sol"],
        "two who take turns",
    ),
    (
        "Un pasajero se quejaba: «Llevamos dos horas». Otro lo interrumpió: «Tres».",
        ["Un pasajero", "Otro"],
        "another one",
    ),
    ("Una vecina aplaudió. Otra gritó: «¡Por fin!».", ["Otra"], "another one"),
    (
        "Una clienta recordaba que el alcalde prometió «un parque para todos».",
        ["el alcalde"],
        "the subject of the inner clause",
    ),
    (
        "El guarda cuenta que el ministro dijo «no me esperen».",
        ["el ministro"],
        "the subject of the inner clause",
    ),
    (
        "Los vecinos denuncian que la empresa prometió «agua limpia en dos meses».",
        ["la empresa"],
        "the subject of the inner clause",
    ),
    (
        "Según el capataz, Tomás Vera, la cosecha será «corta pero dulce».",
        ["Tomás Vera"],
        "according to",
    ),
    (
        "La sopa, según Vera, «resucita a un muerto». Tomás Vera la cocina desde niño.",
        ["Tomás Vera"],
        "according to",
    ),
    (
        "El barquero Simón Ares soltó el cabo.\n\n—No vuelvo —dijo el barquero—. Ni aunque me "
        "paguen.\n\n—¿Y si te pagan el doble? —preguntó su hija.\n\n—Entonces lo pienso.",
        ["Simón Ares", "su hija", "Simón Ares"],
        "speech behind dashes",
    ),
    (
        "Carmen Lino cerró la tienda.\n\n—Mañana abro a las ocho —avisó.\n\n—¿Con pan? —quiso "
        "saber un niño.",
        ["Carmen Lino", "un niño"],
        "speech behind dashes",
    ),
    (
        "El crítico Pau Serra salió antes. A su juicio, la obra es «larga como un lunes».",
        ["Pau Serra"],
        "in his opinion",
    ),
    (
        "«Ni un euro más», sentenció la ministra Alicia Bru. La ministra se marchó. «Buenas "
        "tardes», añadió.",
        ["Alicia Bru", "Alicia Bru"],
        "the verb before its subject",
    ),
    (
        "El concejal Damián Rey se mostró dolido por «la falta de memoria» del pleno.",
        ["Damián Rey"],
        "a part of a report",
    ),
    ("Y la abuela, desde el balcón: «¡La cena!».", ["la abuela"], "a name and a colon"),
    (
        "La compañía, preguntada por el retraso, lo atribuyó a «causas meteorológicas».",
        ["La compañía"],
        "a body",
    ),
    (
        "El niño tiene once años. Se llama Unai y no habla. «Hablar gasta», explica después.",
        ["Unai"],
        "a name given by is called",
    ),
    (
        "La Policía Local concluyó que el ruido era «inferior al de una biblioteca».",
        ["Policía Local"],
        "a body with its adjective",
    ),
    (
        "Unai Sanz perdió. «No dimito», dijo el técnico argentino. Su capitán, Jon Vera, habló "
        "poco. «Jugamos mal», reconoció el central.",
        ["Unai Sanz", "Jon Vera"],
        "a noun on no list that points back",
    ),
    (
        "La gobernadora Alba Montes presentó el plan. «No esperaremos», aseguró la mandataria.",
        ["Alba Montes"],
        "a noun on no list that points back",
    ),
    (
        "«Llueve», explicó un portavoz del Cabildo. El alcalde calló. «Mucho», murmuraba.",
        ["un portavoz del Cabildo", "El alcalde"],
        "a label with what tells it apart, and the imperfect",
    ),
    (
        "El abogado, Ignacio Bravo, replicó que su cliente fue «el último eslabón».",
        ["Ignacio Bravo"],
        "the clause behind a verb is no subject",
    ),
    (
        "El alcalde, según ha explicado a Efe el edil Jon Vera, está «muy cansado». También ha "
        "dicho que «no dimite».",
        ["Jon Vera", "Jon Vera"],
        "the perfect, and the subject behind to whom it is said",
    ),
    (
        "La lluvia ha sido «bastante escasa» este mes, como ha destacado la consejera Alba Montes.",
        ["Alba Montes"],
        "a report at the end of the sentence",
    ),
    (
        "«Llueve», explicó ayer en la plaza la regidora. Otro vecino cuenta que hay «barro hasta "
        "la puerta», dice con calma.",
        ["la regidora", "Otro vecino"],
        "a clause before goes before a verb without a subject",
    ),
    (
        "Fuentes del club aseguran que está «muy decepcionado».",
        ["Fuentes del club"],
        "sources",
    ),
    (
        "Uno de ellos, Iker Sanz, de 17 años, resume el método: «Primero callar».",
        ["Iker Sanz"],
        "an object behind the verb is no subject",
    ),
    (
        "Lamentó y dijo que «faltó suerte», según Unai Sanz.",
        ["Unai Sanz"],
        "a verb with the capital of its sentence is no name",
    ),
    (
        "A Ginés Sanz le quedan once meses. «Me deja él a mí», bromea el farero de Punta Lobos.",
        ["Ginés Sanz"],
        "a noun with its place that points back",
    ),
    (
        "La asociación Soria en Bici lamenta «el ruido». El informe técnico, al que accedió este "
        "diario, habla de «afección moderada».",
        ["La asociación Soria en Bici", "El informe técnico"],
        "a body with its name, and the head before its adjective",
    ),
    (
        "Toñi Vera calla. En el puesto de al lado, el carnicero afila el cuchillo. «Ya empezamos», "
        "murmura.",
        ["el carnicero"],
        "narration brings somebody in by a definite noun",
    ),
    (
        "La portavoz del Grupo Verde, Alba Montes, pidió la palabra.\n\nLa portavoz del Partido "
        "Verde ha dicho que «no respetan» la agenda.",
        ["Alba Montes"],
        "an office with another attribute soon behind its holder",
    ),
    (
        "El edil Jon Vera habló de un «caos» en los barrios que sostienen el plan. También valoró "
        "todo porque «ayuda a la gente».",
        ["Jon Vera", "Jon Vera"],
        "a verb in a relative clause, and a small word with a capital",
    ),
    (
        "El llamado «plan de choque» anunciado por el Gobierno se averió y los vecinos lo apodan "
        "«la cafetera».",
        [],
        "a participle that only describes a noun",
    ),
    (
        "«Era otra época», recordaría Ada Ruibal en 2009.",
        ["Ada Ruibal"],
        "a conditional",
    ),
    (
        "Ada Ruibal guarda las cartas. Son 43. «La primera costó más», comenta.",
        ["Ada Ruibal"],
        "a verb at the start of a sentence is no name",
    ),
    (
        "El gobernador, Iván Losada, viajó ayer. «No habrá recortes», dijo a periodistas.",
        ["Iván Losada"],
        "to whom it is said",
    ),
    (
        "«Se nos va el agua», relató por teléfono Ada Ruibal, vecina del valle.",
        ["Ada Ruibal"],
        "an adverbial before the name",
    ),
    (
        "Ada Ruibal sonríe. «Ya voy», suelta mientras se pone una bufanda.",
        ["Ada Ruibal"],
        "a clause of its own behind the verb",
    ),
    (
        "El alcalde, Iván Losada, calla. El regidor se encoge de hombros. «No sé», se justifica.",
        ["Iván Losada"],
        "another word for an office",
    ),
    (
        "Ada Ruibal recuerda el estreno. Su padre fue a verla. «Se sentó en la última fila», "
        "rememora.",
        ["Ada Ruibal"],
        "the words tell what he did",
    ),
    (
        "El muchacho, hoy un médico llamado Saúl Losada, volvió ayer. «Le debo mucho», dijo.",
        ["Saúl Losada"],
        "a name that explains a noun",
    ),
    (
        "Pilar Losada abrió el buzón. Dentro, unas instrucciones sin firma: «No abrir de noche.»",
        ["unas instrucciones sin firma"],
        "a paper with its attribute",
    ),
    (
        "«Nos quedamos», confirmó monseñor Iván Losada. «Aquí hay sitio», remató el prelado.",
        ["Iván Losada", "Iván Losada"],
        "a title, and another word for who bears it",
    ),
    (
        "«Esto se muere», dice resignado Iván Losada.",
        ["Iván Losada"],
        "an adjective before the name",
    ),
    (
        "Iván Losada se reunió con Ada Ruibal. Esta se mostró «sorprendida y agradecida».",
        ["Ada Ruibal"],
        "whoever was named last",
    ),
    (
        "Doce médicos denuncian en una carta «una sanidad de dos velocidades».",
        ["Doce médicos"],
        "a number before the noun",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPEAKERS)
def test_a_spanish_draft_tells_who_speaks(text: str, expected: list[str | None], why: str) -> None:
    found = [q.speaker for q in find_quotations(text, "es") if q.is_checked]
    assert found == expected, why
