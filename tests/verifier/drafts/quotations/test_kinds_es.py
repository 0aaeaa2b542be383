"""Spanish fragments in marks: somebody's words, or held at arm's length, a name or a title."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

SAID: list[tuple[str, str | None, str]] = [
    ("“No”, se corrigió, “fueron tres”, recordó Elvira Sanz.", "Elvira Sanz", "corregirse"),
    (
        "Elvira Sanz llegó a las nueve. “Diez”, se corrige, “eran las diez”.",
        "Elvira Sanz",
        "corregirse sin sujeto",
    ),
    (
        "Varios vecinos despacharon la oferta como “una limosna”.",
        "Varios vecinos",
        "despachar como",
    ),
    ("El alcalde calificó la obra de “chapuza”.", "El alcalde", "calificar de"),
    ("La ministra Rosa Gil tachó el informe de “novela”.", "Rosa Gil", "tachar de"),
    (
        "El sindicato denuncia un “desprecio absoluto” a las enfermeras.",
        "El sindicato",
        "denunciar",
    ),
    (
        "La presa, que la delegada calificó de “colador”, se cierra.",
        "la delegada",
        "relativo, calificar de",
    ),
    ("El club habla de un “malentendido”.", "El club", "hablar de"),
    ("Según Rosa Gil, el texto “nació muerto”.", "Rosa Gil", "según"),
    ("En palabras del obispo, la plaza es “un horno”.", "obispo", "en palabras de"),
    ("La empresa lamentó “algunos retrasos”.", "La empresa", "lamentar"),
    ("El juez consideró que la cláusula era “papel mojado”.", "El juez", "considerar que"),
    ("El informe ve el dique “al borde del colapso”.", "El informe", "ver"),
    ("Los vecinos se declaran “hartos”.", "Los vecinos", "declararse"),
    ("Un cartel en la puerta reza: “Cerrado por lluvia”.", None, "un cartel"),
    ("“Inaceptable”, zanja la federación.", "la federación", "zanjar"),
    ("La asociación exige “hechos”.", "La asociación", "exigir"),
    ("El presidente prometió “una respuesta antes de Navidad”.", "El presidente", "prometer"),
    ("El entrenador celebró “un partido de valientes”.", "El entrenador", "celebrar"),
    ("Rosa Gil se negó a hablar de “fracaso”.", "Rosa Gil", "negarse a hablar de"),
    ("El ministerio descarta cualquier “marcha atrás”.", "El ministerio", "descartar"),
    ("La defensa alegó “un momento de locura”.", "La defensa", "alegar"),
    ("La medida es “transitoria”, precisó la consejería.", "la consejería", "precisar"),
    ("Elvira Sanz agradeció a los voluntarios su “santa paciencia”.", "Elvira Sanz", "agradecer"),
    ("La oposición ve en ello “un regalo a los promotores”.", "La oposición", "ver en"),
    ("El testigo describió a un hombre “dulce y callado”.", "El testigo", "describir"),
    ("El obispo llamó a “la calma”.", "El obispo", "llamar a"),
    ("Presa: la delegada denuncia un “bulo”", "la delegada", "titular, denunciar"),
    ("El director ironizó sobre “el ejército de sombras”.", "El director", "ironizar sobre"),
    ("La comisión reprocha al Estado su “inercia”.", "La comisión", "reprochar"),
    ("El ayuntamiento quiere “un puerto sin motores”", "El ayuntamiento", "titular, querer"),
    ("Los médicos definen su estado como “grave pero estable”.", "Los médicos", "definir como"),
    ("El tribunal rechazó la queja por “infundada”.", "El tribunal", "rechazar por"),
    ("La alcaldesa se burló de los “sabios de despacho”.", "La alcaldesa", "burlarse de"),
    ("El consejero admitió “errores de bulto”.", "El consejero", "admitir"),
    ("El acuerdo está “muerto”, según la embajada.", "la embajada", "según, detrás"),
    ("Elvira Sanz acusó a la junta de “esconderse tras los abogados”.", "Elvira Sanz", "acusar de"),
    ("El portavoz negó que hubiera “un plan oculto”.", "El portavoz", "negar que"),
    ("La patronal pide “sentido común”.", "La patronal", "pedir"),
    ("El capitán pidió perdón por “una noche para olvidar”.", "El capitán", "pedir perdón por"),
    ("La fiscal no quiso comentar “un rumor más”.", "La fiscal", "comentar, negado"),
    (
        "El alcalde (independiente), Juan Costa, habla de un “golpe bajo”.",
        "Juan Costa",
        "hablar de, paréntesis",
    ),
    ("Los bomberos describen una noche “sin fin”.", "Los bomberos", "describir"),
    ("La ministra se mostró “profundamente apenada”.", "La ministra", "mostrarse"),
    ("El cocinero ridiculizó a “esos señores de la guía”.", "El cocinero", "ridiculizar"),
    ("El sindicato señala a “una dirección ausente”.", "El sindicato", "señalar a"),
    ("Puerto: los pescadores reclaman “algo concreto”", "los pescadores", "titular"),
    ("La presidenta rindió homenaje a “un gigante discreto”.", "La presidenta", "rendir homenaje"),
    ("El ponente alerta contra “la tentación de lo peor”.", "El ponente", "alertar contra"),
    ("La compañía pidió disculpas por “las molestias”.", "La compañía", "pedir disculpas"),
    ("El tribunal apreció una “negligencia manifiesta”.", "El tribunal", "apreciar"),
    ("La actriz confesó vivir “un sueño despierta”.", "La actriz", "confesar"),
    ("Los padres se quejan de “un invierno sin calefacción”.", "Los padres", "quejarse de"),
    ("El general empleó las palabras “guerra larvada”.", "El general", "emplear las palabras"),
    ("La oposición ve “una cortina de humo”.", "La oposición", "ver"),
    (
        "Algunos comerciantes despacharon el plan como “humo”.",
        "Algunos comerciantes",
        "despachar como",
    ),
    ("Juan Costa bromeó con “el susto del siglo”.", "Juan Costa", "bromear con"),
    ("El árbitro, al que el técnico llamó “juez ciego”, no respondió.", "el técnico", "relativo"),
    ("La reforma es “un señuelo”, a juicio de la central.", "la central", "a juicio de"),
    ("El abad pide “un poco de silencio”.", "El abad", "whose frame names its speaker"),
    (
        "La cantante ha calificado la noche de “regalo”.",
        "La cantante",
        "whose frame names its speaker",
    ),
    (
        "El abogado se negó a pronunciarse “bajo presión”.",
        "El abogado",
        "whose frame names its speaker",
    ),
    (
        "El concejal Marcos Menz (sin partido) habló de un “cambalache”.",
        "Marcos Menz",
        "whose frame names its speaker",
    ),
    ("La ayuda es, según Menz, “una gota”.", "Menz", "whose frame names its speaker"),
    (
        "La directora ha agradecido a los padres su “paciencia”.",
        "La directora",
        "whose frame names its speaker",
    ),
    (
        "Los peritos consideran el dique “inestable”.",
        "Los peritos",
        "whose frame names its speaker",
    ),
    (
        "Marcos Menz rechaza una crítica “interesada”.",
        "Marcos Menz",
        "whose frame names its speaker",
    ),
    (
        "Presupuesto: la oposición se mofa de una “carta a los Reyes”",
        "la oposición",
        "whose frame names its speaker",
    ),
    ("La compañía ha alegado “fuerza mayor”.", "La compañía", "whose frame names its speaker"),
    (
        "El ministro no ha pronunciado la palabra “ruptura”.",
        "El ministro",
        "whose frame names its speaker",
    ),
    (
        "El jurado encontró el proyecto “demasiado tímido”.",
        "El jurado",
        "whose frame names its speaker",
    ),
    ("Marcos Menz quiere “pruebas”.", "Marcos Menz", "whose frame names its speaker"),
    (
        "Los agricultores temen una “muerte lenta”.",
        "Los agricultores",
        "whose frame names its speaker",
    ),
    (
        "Un gesto “valiente”, elogiado por la presidenta, bastó.",
        "la presidenta",
        "whose frame names its speaker",
    ),
    ("El sindicato se dice “dispuesto a todo”.", "El sindicato", "whose frame names its speaker"),
    (
        "La seleccionadora protestó por “goles regalados”.",
        "La seleccionadora",
        "whose frame names its speaker",
    ),
    (
        "La alcaldesa presentó un plan “realista”, en sus palabras.",
        "La alcaldesa",
        "whose frame names its speaker",
    ),
    (
        "El jefe de bomberos ha hablado de “una escena de guerra”.",
        "El jefe de bomberos",
        "whose frame names its speaker",
    ),
    (
        "Numerosos clientes descartaron el menú como “una tomadura de pelo”.",
        None,
        "whose frame names its speaker",
    ),
]
"""Whose words they are; None where only that they are somebody's is asserted."""

HELD = [
    ("La llamada “tasa garza” ha desaparecido.", "llamada"),
    ("La palabra “puerto” no figura en el contrato.", "la palabra"),
    ("El término “umbral” viene de la física.", "el término"),
    ("La torre, apodada “el Lápiz”, será derribada.", "apodada"),
    ("Su novela “El huerto de cristal” está agotada.", "una novela"),
    ("El barco “Bella Aurora” está en el muelle.", "un barco"),
    ("Sus amigos lo llamaban “Lolo”.", "un apodo"),
    ("El bar “La Perdiz” ha reabierto.", "un bar"),
    ("La finca conocida como “Tres Pozos” se vende.", "conocida como"),
    ("La campaña “Un banco para todos” empieza en junio.", "una campaña"),
    ("Los “expertos” no habían visto una vaca.", "ironía"),
    ("Una papelera “inteligente” preside el estanque.", "un epíteto"),
    ("El festival “Sal y hierro” dura tres días.", "un festival"),
    ("Se habla entonces de “costra” entre los panaderos.", "se habla de"),
    ("Lo que los marinos llaman “la báscula” dura cuatro minutos.", "lo que llaman"),
    ("En “La zanja larga” hace de viuda.", "una película"),
    ("Por “residente” la ley entiende a quien duerme allí.", "por, entender"),
    ("El diario “El Eco del Pantano” dejó de salir.", "un diario"),
    ("El premio “Panadera del año” fue para ella.", "un premio"),
    ("La cláusula usa once veces “deberá”.", "palabra usada"),
    ("La calle figura en el mapa como “Camino de carros”.", "figura como"),
    ("El grupo tocó “Barquero” en los bises.", "una canción"),
    ("La obra se titula “La escalera”.", "se titula"),
    ("El sello “Pan de aquí” lo da la cámara.", "un sello"),
    ("La sociedad “Cajas del Norte” firmó el pliego.", "una sociedad"),
    ("El barrio se considera un “desierto médico”.", "se considera"),
    ("Los pescadores lo llaman “viento del lunes”.", "los pescadores lo llaman"),
    ("La asociación “Amigos del Canal” tiene cien socios.", "una asociación"),
    ("El programa, bautizado como “Empujón”, cuesta poco.", "bautizado como"),
    ("La lista “Juntos por Vaire” presenta tres nombres.", "una lista"),
    ("La nota va bajo el título “Varios”.", "bajo el título"),
    ("Los niños deletrean “ritmo” con palmas.", "deletrear"),
    ("Con “El escribano de la sal” abre la temporada.", "una obra"),
    ("Temporada: abre el teatro con “La escalera”", "una obra en un titular"),
    ("El supuesto “plan agua” nunca existió.", "supuesto"),
    ("La expresión “buen padre de familia” viene del código.", "la expresión"),
    ("La feria “Vivir fuera” abre el sábado.", "una feria"),
    ("Una carta firmada por “Un contribuyente” llegó ayer.", "firmada"),
    ("El “trenecito” no circula los lunes.", "un apodo"),
    ("El club celebrará el “Día de la silla” en junio.", "una fiesta"),
    ("La locución “de buenas a primeras” es antigua.", "la locución"),
    ("El lago, apodado “la Cuchara”, se heló.", "apodado"),
    ("El pesquero “Besugo de Plata” se hundió en 1962.", "un pesquero"),
    ("Los apicultores hablan de “pillaje” cuando las colmenas pelean.", "un término"),
    ("La comida “gratis” costó nueve euros.", "ironía"),
    ("El coro cantó “Adiós, ríos” en el entierro.", "un canto"),
    ("La aplicación “Charco” avisa de riadas.", "una aplicación"),
    ("Un correo titulado “Urgente” llegó el lunes.", "titulado"),
    ("El estudio se titula “Aguas mansas”.", "se titula"),
    ("La escuela organiza “Mates sin miedo” en mayo.", "un acto"),
    ("La gira arranca con “Yegua gris” en Lugo.", "una obra"),
    ("Es “vivienda” toda pieza con una cama.", "palabra definida"),
    ("Sus compañeros la apodaban “Gorrión”.", "un apodo"),
    ("El diario “La Tribuna del Marjal” desaparece.", "un diario"),
    ("El principio “quien contamina paga” no se aplica.", "un principio"),
    ("La “Fiesta del Pan” se suspende.", "una fiesta"),
    ("Eligió “Conde Niebla” como nombre artístico.", "nombre artístico"),
    ("El método se llama “arranque en frío”.", "se llama"),
    ("El restaurante “Casa Lulú” cerró.", "un restaurante"),
    ("Un tranvía “fantasma” cruza el puente.", "una imagen"),
    (
        "La palabra “humedal” falta en la escritura.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "El ministro inauguró el aparcamiento “Puente de los Suspiros”.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "La ciudad critica el proyecto “Gran Banco”.",
        "a name, a term, a title or a figure of speech",
    ),
    ("Hace de “madrastra malvada” en el cuento.", "a name, a term, a title or a figure of speech"),
    ("El caballo “Juana la Parda” ganó.", "a name, a term, a title or a figure of speech"),
    ("Marcos Menz lee “Medio fondo” en el tren.", "a name, a term, a title or a figure of speech"),
    ("Sus colegas lo llamaban “el Cura”.", "a name, a term, a title or a figure of speech"),
    ("El grupo abrió con “Techo de lata”.", "a name, a term, a title or a figure of speech"),
    (
        "Un bote etiquetado “mermelada” contenía clavos.",
        "a name, a term, a title or a figure of speech",
    ),
    ("Los policías llaman a esto “encapsular”.", "a name, a term, a title or a figure of speech"),
    (
        "La asociación organiza “Sopa y canciones” en marzo.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Los químicos hablan de “precipitar” cuando cae una proteína.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "El ministro se sentó en el “rincón de pensar”.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "La supuesta “regla de oro” es atacada por el sindicato.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "El callejón, que todos llaman “la Tripa”, está cerrado.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "Un contador “inteligente” llega a cada choza.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "El restaurante “El Tilo” atrae con su pescado.",
        "a name, a term, a title or a figure of speech",
    ),
    ("Teatro: vuelve la compañía con “El clavo”", "a name, a term, a title or a figure of speech"),
    ("La ley “antibancos” está votada.", "a name, a term, a title or a figure of speech"),
    ("Ganó la medalla “Puerto Viejo”.", "a name, a term, a title or a figure of speech"),
]


@pytest.mark.parametrize(("text", "speaker", "why"), SAID)
def test_a_fragment_that_is_somebodys_words_is_checked(
    text: str, speaker: str | None, why: str
) -> None:
    found = find_quotations(text, "es")
    assert found and all(q.is_checked for q in found), why
    if speaker is not None:
        assert {(q.speaker or "").lower() for q in found} == {speaker.lower()}, why


@pytest.mark.parametrize(("text", "why"), HELD)
def test_a_fragment_that_is_nobodys_words_is_not_checked(text: str, why: str) -> None:
    found = find_quotations(text, "es")
    assert found and not any(q.is_checked for q in found), why
