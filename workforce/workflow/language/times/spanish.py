"""Spanish time words."""

from __future__ import annotations

from workforce.workflow.language.times.lexicon import Vocabulary
from workforce.workflow.language.times.said import Said

_MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)

SPANISH = Vocabulary(
    code="es",
    ordinal_marks=("o", "a", "º", "ª", "ro", "er", "do", "to"),
    known=frozenset(["caja", "cara", "diaz", "lunas", "martes", "mesas", "sabado", "todo"]),
    senses={
        "every": {
            True: "cada | todos los | todas las | todo los | todos | cada uno de los | de cada | en cada",
        },
        "habit": {
            True: "los | solo los | siempre los | siempre",
        },
        "number": {
            1: "un | una | uno",
            2: "dos",
            3: "tres",
            4: "cuatro",
            5: "cinco",
            6: "seis",
            7: "siete",
            8: "ocho",
            9: "nueve",
            10: "diez",
            11: "once",
            12: "doce",
            15: "quince",
            20: "veinte",
            30: "treinta",
            45: "cuarenta y cinco",
            60: "sesenta",
            90: "noventa",
        },
        "ordinal": {
            1: "primer | primero | primera",
            2: "segundo | segunda",
            3: "tercer | tercero | tercera",
            4: "cuarto | cuarta",
            5: "quinto | quinta",
        },
        "last": {
            True: "último | última | últimos | últimas",
        },
        "other": {
            2: "dos | segundo | segunda | otro | otra",
        },
        "unit": {
            ("seconds", 1): "segundo | segundos | seg",
            ("minutes", 1): "minuto | minutos | min | mins",
            ("hours", 1): "hora | horas | hs | hrs",
            ("minutes", 30): "media hora | medias horas",
            ("minutes", 15): "cuarto de hora | cuartos de hora",
            ("days", 1): "día | días",
            ("weeks", 1): "semana | semanas",
            ("weeks", 2): "quincena | quincenas",
            ("months", 1): "mes | meses",
            ("months", 2): "bimestre",
            ("months", 3): "trimestre | trimestres",
            ("months", 6): "semestre | semestres | medio año",
            ("months", 12): "año | años",
        },
        "weekday": {
            (0, False): "domingo",
            (1, False): "lunes",
            (2, False): "martes",
            (3, False): "miércoles | miercóles",
            (4, False): "jueves | jueve",
            (5, False): "viernes",
            (6, False): "sábado",
            (0, True): "domingos",
            (6, True): "sábados",
        },
        "shortday": {
            0: "dom",
            1: "lun",
            2: "mar",
            3: "mie | mié",
            4: "jue",
            5: "vie",
            6: "sab | sáb",
        },
        "workdays": {
            True: (
                "días laborables | días hábiles | días de semana | días entre semana | entre semana | días de trabajo "
                "| días laborales | laborables"
            ),
            False: "día laborable | día hábil | día de semana | día entre semana | día laboral",
        },
        "workday": {
            True: "día hábil | día laborable | día laboral | día de trabajo",
        },
        "businesshours": {
            True: (
                "horario laboral | horario de oficina | horas de oficina | horas laborales | el horario laboral | el "
                "horario de oficina | horario comercial"
            ),
        },
        "weekend": {
            False: "fin de semana",
            True: "fines de semana | los fines de semana",
        },
        "month": {
            1: "enero",
            2: "febrero",
            3: "marzo",
            4: "abril",
            5: "mayo",
            6: "junio",
            7: "julio",
            8: "agosto",
            9: "septiembre | setiembre",
            10: "octubre",
            11: "noviembre",
            12: "diciembre",
        },
        "part": {
            "morning": "mañana | mañanas | por la mañana | de la mañana | en la mañana | por las mañanas",
            "night": "de la madrugada | madrugada | noche | noches | de la noche",
            "afternoon": "por la tarde | de la tarde | en la tarde | tarde | tardes | por las tardes",
            "evening": "por la noche | en la noche | por las noches",
            "noon": "mediodía | medio día",
            "midnight": "medianoche | media noche",
        },
        "partly": {
            "morning": "por las mañanas",
            "afternoon": "por las tardes",
            "evening": "por las noches",
        },
        "adverb": {
            ("hours", 1, 1): "cada hora | las 24 horas",
            ("days", 1, 1): "diariamente | a diario | diario",
            ("days", 2, 1): "un día sí y otro no | un día sí y un día no | día por medio | días alternos",
            ("weeks", 1, 1): "semanalmente",
            ("weeks", 2, 1): (
                "quincenalmente | cada quince días | cada 15 días | semana por medio | semanas alternas | una semana "
                "sí y otra no"
            ),
            ("months", 1, 1): "mensualmente",
            ("months", 2, 1): "bimestralmente",
            ("months", 3, 1): "trimestralmente",
            ("months", 6, 1): "semestralmente",
            ("months", 12, 1): "anualmente",
        },
        "adjective": {
            ("days", 1, 1): "diario | diaria | diarios | diarias",
            ("weeks", 1, 1): "semanal | semanales",
            ("weeks", 2, 1): "quincenal | quincenales",
            ("months", 1, 1): "mensual | mensuales",
            ("months", 2, 1): "bimestral",
            ("months", 3, 1): "trimestral | trimestrales",
            ("months", 6, 1): "semestral",
            ("months", 12, 1): "anual | anuales",
        },
        "times": {
            True: "veces | vez | x",
        },
        "per": {
            True: "al | a la | por | cada | en el | en la | / | a",
        },
        "meridiem": {
            "am": "am | a.m. | a. m. | a.m",
            "pm": "pm | p.m. | p. m. | p.m",
        },
        "oclock": {
            True: "h | hs | hrs | horas | en punto | hora",
        },
        "after_hour": {
            30: "y media | y treinta",
            15: "y cuarto | y quince",
            -15: "menos cuarto",
            10: "y diez",
            20: "y veinte",
            -10: "menos diez",
            5: "y cinco",
        },
        "at": {
            True: (
                "a las | a la | a eso de las | sobre las | hacia las | desde las | alrededor de las | a partir de las "
                "| siempre a las | al | a"
            ),
        },
        "on": {
            True: "el | los | en | en el | al | en los",
        },
        "dayword": {
            True: "día | días",
        },
        "of": {
            True: "de | del | de la | de cada | en | al | por | de todos los | del mismo | de un | por la | en la",
        },
        "and": {
            True: "y | e | & | + | / | así como | y también | y luego | o | y a las | y otra vez",
        },
        "to": {
            True: "a | hasta | - | – | — | y | a las | hasta las | y las | al | hasta el | a la",
        },
        "between": {
            True: "entre | entre las | de | desde | desde las | de las | durante",
        },
        "from": {
            True: "de | desde",
        },
        "except": {
            True: (
                "excepto | excepto los | menos | menos los | salvo | salvo los | pero no | pero no los | sin | a "
                "excepción de | exceptuando | excepto el | menos el | no los | excepto en"
            ),
        },
        "only": {
            True: (
                "solo | sólo | pero solo | pero sólo | solamente | únicamente | pero solo los | solo los | pero "
                "solamente | pero solo en | solo en"
            ),
        },
        "the": {
            True: "el | la | los | las",
        },
        "begin": {
            True: "inicio | principio | comienzo | principios | inicios",
        },
        "end": {
            True: "fin | final | finales | cierre",
        },
        "edge": {
            ("end", 1): (
                "fin de mes | fines de mes | cierre de mes | final de mes | a fin de mes | a fines de mes | a finales "
                "de mes"
            ),
            ("end", 3): "fin de trimestre | cierre de trimestre",
            ("end", 12): "fin de año",
            ("begin", 1): "principio de mes | principios de mes | inicio de mes | a principios de mes",
        },
        "minute_before": {True: "en el minuto | al minuto | minuto"},
        "minute_after": {True: "pasadas | después de la hora"},
        "correct": {
            True: (
                "no perdón | no, perdón | perdón | mejor dicho | digo | quiero decir | o mejor | mejor | no espera | "
                "no, espera | no mejor | no, mejor | corrijo | no | bueno no | más bien | en realidad | disculpa | "
                "perdona"
            ),
        },
        "filler": {
            True: (
                "por favor | en punto | siempre | automáticamente | el | la | los | las | aproximadamente | más o "
                "menos | de | del | en | a | hora | todos | también | basta | días | exactamente | durante | es "
                "suficiente"
            ),
        },
        "make": {
            True: (
                "envía | enviar | envíe | envíame | mandar | manda | mándame | mande | crea | crear | cree | prepara "
                "| preparar | genera | generar | haz | hacer | publica | publicar | escribe | necesito | quiero | "
                "queremos | un | una | reciba | recibir"
            ),
        },
        "previous": {
            True: (
                "pasado | pasada | último | última | últimos | últimas | los últimos | las últimas | la última | "
                "anterior | anteriores"
            ),
        },
        "next": {
            True: (
                "próximo | próxima | próximos | próximas | los próximos | las próximas | siguiente | siguientes | la "
                "próxima"
            ),
        },
        "this": {
            True: "este | esta | estos | estas | de esta | de este | actual",
        },
        "behind": {
            -1: "pasado | pasada | anterior",
            1: "próximo | próxima | que viene | siguiente",
            0: "actual | en curso",
        },
        "day_shift": {
            -1: "ayer | de ayer | el día anterior | del día anterior",
            0: "hoy | de hoy",
            1: "mañana | de mañana",
            -2: "anteayer",
            2: "pasado mañana",
        },
        "agobefore": {
            True: "hace",
        },
        "ago": {
            True: "atrás | antes",
        },
        "within": {
            True: (
                "dentro de | en menos de | en un plazo de | menos de | más de | al menos | como máximo | en las "
                "próximas | desde hace"
            ),
        },
        "older": {
            True: "más de | desde hace más de | con más de",
        },
        "for": {
            True: "durante | por",
        },
        "wait": {
            True: "espera | esperar | espere | después de",
        },
        "later": {
            True: "después | más tarde | luego",
        },
        "before": {
            True: "antes de | antes de las | antes del | hasta | hasta las",
        },
        "after": {
            True: "después de | después de las | desde",
        },
        "ahead": {
            True: "en",
        },
        "zonebefore": {
            True: (
                "hora de | hora del | hora | zona horaria | zona horaria: | zona horaria de | huso horario de | "
                "estamos en | estoy en | vivimos en | trabajamos en | oficina en | nuestra oficina está en | horario "
                "de | hora local de | hora de la | somos de | huso de | tiempo de | hora en"
            ),
        },
        "zoneafter": {
            True: "time | hora local",
        },
    },
)


SPANISH_SAID = Said(
    every_day="todos los días",
    weekdays="todos los días laborables",
    weekend="todos los sábados y domingos",
    every="todos los {}",
    days=("domingos", "lunes", "martes", "miércoles", "jueves", "viernes", "sábados"),
    months=_MONTHS,
    conjunction=" y ",
    at="a las {}",
    between="entre las {} y las {}",
    at_minute="en el minuto {}",
    units={
        "seconds": ("cada segundo", "cada {} segundos"),
        "minutes": ("cada minuto", "cada {} minutos"),
        "hours": ("cada hora", "cada {} horas"),
        "days": ("cada día", "cada {} días"),
        "weeks": ("cada semana", "cada {} semanas"),
        "months": ("cada mes", "cada {} meses"),
    },
    on_days=" los {}",
    month_days="el día {} de cada mes",
    on_month_day="el día {}",
    year_day="cada año el {day} de {month}",
    quarter_start="el primer día de cada trimestre",
    quarter_end="el último día de cada trimestre",
    ordinal=str,
    only={
        "last_working_day": "el último día laborable de cada mes",
        "first_working_day": "el primer día laborable de cada mes",
        "last_day_of_month": "el último día de cada mes",
    },
    nth="el {which} {day} de cada mes",
    which=("primer", "segundo", "tercer", "cuarto", "último"),
    one_day=("domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"),
    cron="según la regla cron {}",
    of_quarter=("de cada mes", "de cada trimestre"),
    sentences={
        "time": "a las {time}, ya que no se indicó la hora",
        "weekday": "el lunes, ya que no se indicó el día",
        "month_day": "el día 1 del mes, ya que no se indicó el día",
        "every_day": "todos los días, ya que no se indicó el día",
        "spread": "repartido de forma regular en el periodo",
        "holidays": "no se tienen en cuenta los festivos",
        "business_hours": "se toma como horario laboral de lunes a viernes, de 09:00 a 17:00",
        "last_run": "la última ejecución del día es a las {time}",
        "nearest": "{words}, el ritmo más cercano que n8n puede mantener",
        "once": "un worker se repite: se ejecutaría cada año en esa fecha. Páuselo después si solo debe ser una vez",
        "missing_days": "se saltan los meses sin día {day}",
        "clash": "«{first}» y «{second}» no pueden cumplirse a la vez",
        "count": "«{first}» no cuadra con {number} veces",
        "only": "un worker cumple una sola condición de calendario; las demás necesitan otro worker",
    },
)
