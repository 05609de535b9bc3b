"""Spanish time words."""

from __future__ import annotations

from workforce.workflow.language.times.lexicon import Vocabulary
from workforce.workflow.language.times.said import Said

_DAYS = ("domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado")
_SHORT = {"dom": 0, "lun": 1, "mar": 2, "mie": 3, "mié": 3, "jue": 4, "vie": 5, "sab": 6, "sáb": 6}
_MONTHS = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre")
_NUMBERS = {"un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11,
            "doce": 12, "quince": 15, "veinte": 20, "treinta": 30, "cuarenta y cinco": 45, "sesenta": 60, "noventa": 90}  # fmt: skip
_ORDINALS = {"primer": 1, "primero": 1, "primera": 1, "segundo": 2, "segunda": 2, "tercer": 3, "tercero": 3, "tercera": 3, "cuarto": 4, "cuarta": 4, "quinto": 5, "quinta": 5}
_UNITS = {
    ("seconds", 1): ("segundo", "segundos", "seg"), ("minutes", 1): ("minuto", "minutos", "min", "mins"), ("hours", 1): ("hora", "horas", "hs", "hrs"),
    ("minutes", 30): ("media hora", "medias horas"), ("minutes", 15): ("cuarto de hora", "cuartos de hora"), ("days", 1): ("día", "días"),
    ("weeks", 1): ("semana", "semanas"), ("weeks", 2): ("quincena", "quincenas"), ("months", 1): ("mes", "meses"), ("months", 2): ("bimestre",),
    ("months", 3): ("trimestre", "trimestres"), ("months", 6): ("semestre", "semestres", "medio año"), ("months", 12): ("año", "años"),
}  # fmt: skip
_RHYTHMS = {
    "cada hora": ("hours", 1, 1), "diariamente": ("days", 1, 1), "a diario": ("days", 1, 1), "diario": ("days", 1, 1), "un día sí y otro no": ("days", 2, 1),
    "un día sí y un día no": ("days", 2, 1), "día por medio": ("days", 2, 1), "días alternos": ("days", 2, 1), "semanalmente": ("weeks", 1, 1),
    "quincenalmente": ("weeks", 2, 1), "cada quince días": ("weeks", 2, 1), "cada 15 días": ("weeks", 2, 1), "semana por medio": ("weeks", 2, 1),
    "semanas alternas": ("weeks", 2, 1), "una semana sí y otra no": ("weeks", 2, 1), "mensualmente": ("months", 1, 1), "bimestralmente": ("months", 2, 1),
    "trimestralmente": ("months", 3, 1), "semestralmente": ("months", 6, 1), "anualmente": ("months", 12, 1), "las 24 horas": ("hours", 1, 1),
}  # fmt: skip
_ADJECTIVES = {"diario": ("days", 1, 1), "diaria": ("days", 1, 1), "diarios": ("days", 1, 1), "diarias": ("days", 1, 1), "semanal": ("weeks", 1, 1), "semanales": ("weeks", 1, 1),
               "quincenal": ("weeks", 2, 1), "quincenales": ("weeks", 2, 1), "mensual": ("months", 1, 1), "mensuales": ("months", 1, 1), "bimestral": ("months", 2, 1),
               "trimestral": ("months", 3, 1), "trimestrales": ("months", 3, 1), "semestral": ("months", 6, 1), "anual": ("months", 12, 1), "anuales": ("months", 12, 1)}  # fmt: skip

SPANISH = Vocabulary(
    code="es",
    ordinal_marks=("o", "a", "º", "ª", "ro", "er", "do", "to"),
    known=frozenset({"sabado", "caja", "cara", "lunas", "martes", "diaz", "mesas", "todo"}),
    senses={
        "every": dict.fromkeys(("cada", "todos los", "todas las", "todo los", "todos", "cada uno de los", "de cada", "en cada"), True),
        "habit": dict.fromkeys(("los", "solo los", "siempre los", "siempre"), True),
        "number": _NUMBERS,
        "ordinal": _ORDINALS,
        "last": dict.fromkeys(("último", "última", "últimos", "últimas"), True),
        "other": {"dos": 2, "segundo": 2, "segunda": 2, "otro": 2, "otra": 2},
        "unit": {word: unit for unit, words in _UNITS.items() for word in words},
        "weekday": {day: (n, False) for n, day in enumerate(_DAYS)} | {"domingos": (0, True), "sábados": (6, True), "miercóles": (3, False), "jueve": (4, False)},
        "shortday": _SHORT,
        "workdays": {"días laborables": True, "días hábiles": True, "días de semana": True, "días entre semana": True, "entre semana": True, "días de trabajo": True,
                     "días laborales": True, "día laborable": False, "día hábil": False, "día de semana": False, "día entre semana": False, "día laboral": False, "laborables": True},
        "workday": dict.fromkeys(("día hábil", "día laborable", "día laboral", "día de trabajo"), True),
        "businesshours": dict.fromkeys(("horario laboral", "horario de oficina", "horas de oficina", "horas laborales", "el horario laboral", "el horario de oficina", "horario comercial"), True),
        "weekend": {"fin de semana": False, "fines de semana": True, "los fines de semana": True},
        "month": {month: n for n, month in enumerate(_MONTHS, 1)} | {"setiembre": 9},
        "part": {"mañana": "morning", "mañanas": "morning", "por la mañana": "morning", "de la mañana": "morning", "en la mañana": "morning", "de la madrugada": "night",
                 "madrugada": "night", "por la tarde": "afternoon", "de la tarde": "afternoon", "en la tarde": "afternoon", "tarde": "afternoon", "tardes": "afternoon",
                 "noche": "night", "noches": "night", "por la noche": "evening", "de la noche": "night", "en la noche": "evening", "por las noches": "evening",
                 "mediodía": "noon", "medio día": "noon", "medianoche": "midnight", "media noche": "midnight", "por las mañanas": "morning", "por las tardes": "afternoon"},
        "partly": {"por las mañanas": "morning", "por las tardes": "afternoon", "por las noches": "evening"},
        "adverb": _RHYTHMS, "adjective": _ADJECTIVES,
        "count": {},
        "times": {"veces": True, "vez": True, "x": True},
        "per": dict.fromkeys(("al", "a la", "por", "cada", "en el", "en la", "/", "a"), True),
        "meridiem": {"am": "am", "a.m.": "am", "a. m.": "am", "pm": "pm", "p.m.": "pm", "p. m.": "pm", "a.m": "am", "p.m": "pm"},
        "oclock": {"h": True, "hs": True, "hrs": True, "horas": True, "en punto": True, "hora": True},
        "after_hour": {"y media": 30, "y cuarto": 15, "menos cuarto": -15, "y diez": 10, "y veinte": 20, "menos diez": -10, "y cinco": 5, "y treinta": 30, "y quince": 15},
        "at": dict.fromkeys(("a las", "a la", "a eso de las", "sobre las", "hacia las", "desde las", "alrededor de las", "a partir de las", "siempre a las", "al", "a"), True),
        "on": dict.fromkeys(("el", "los", "en", "en el", "al", "en los"), True),
        "dayword": {"día": True, "días": True},
        "of": dict.fromkeys(("de", "del", "de la", "de cada", "en", "al", "por", "de todos los", "del mismo", "de un", "por la", "en la"), True),
        "and": dict.fromkeys(("y", "e", "&", "+", "/", "así como", "y también", "y luego", "o", "y a las", "y otra vez"), True),
        "to": dict.fromkeys(("a", "hasta", "-", "–", "—", "y", "a las", "hasta las", "y las", "al", "hasta el", "a la"), True),
        "between": dict.fromkeys(("entre", "entre las", "de", "desde", "desde las", "de las", "durante"), True),
        "from": {"de": True, "desde": True},
        "except": dict.fromkeys(("excepto", "excepto los", "menos", "menos los", "salvo", "salvo los", "pero no", "pero no los", "sin", "a excepción de", "exceptuando", "excepto el",
                                 "menos el", "no los", "excepto en"), True),
        "only": dict.fromkeys(("solo", "sólo", "pero solo", "pero sólo", "solamente", "únicamente", "pero solo los", "solo los", "pero solamente", "pero solo en", "solo en"), True),
        "the": dict.fromkeys(("el", "la", "los", "las"), True),
        "begin": dict.fromkeys(("inicio", "principio", "comienzo", "principios", "inicios", "principios"), True),
        "end": dict.fromkeys(("fin", "final", "finales", "cierre"), True),
        "edge": {"fin de mes": ("end", 1), "fines de mes": ("end", 1), "cierre de mes": ("end", 1), "final de mes": ("end", 1), "a fin de mes": ("end", 1), "fin de trimestre": ("end", 3),
                 "fin de año": ("end", 12), "principio de mes": ("begin", 1), "principios de mes": ("begin", 1), "inicio de mes": ("begin", 1), "a principios de mes": ("begin", 1),
                 "a fines de mes": ("end", 1), "a finales de mes": ("end", 1), "cierre de trimestre": ("end", 3)},
        "correct": dict.fromkeys(("no perdón", "no, perdón", "perdón", "mejor dicho", "digo", "quiero decir", "o mejor", "mejor", "no espera", "no, espera", "no mejor", "no, mejor",
                                  "corrijo", "no", "bueno no", "más bien", "en realidad", "disculpa", "perdona"), True),
        "filler": dict.fromkeys(("por favor", "en punto", "siempre", "automáticamente", "el", "la", "los", "las", "aproximadamente", "más o menos", "de", "del", "en", "a", "hora", "todos",
                                 "también", "basta", "días", "exactamente", "durante", "es suficiente"), True),
        "make": dict.fromkeys(("envía", "enviar", "envíe", "envíame", "mandar", "manda", "mándame", "mande", "crea", "crear", "cree", "prepara", "preparar", "genera", "generar", "haz",
                               "hacer", "publica", "publicar", "escribe", "necesito", "quiero", "queremos", "un", "una", "reciba", "recibir"), True),
        "previous": dict.fromkeys(("pasado", "pasada", "último", "última", "últimos", "últimas", "los últimos", "las últimas", "la última", "anterior", "anteriores"), True),
        "next": dict.fromkeys(("próximo", "próxima", "próximos", "próximas", "los próximos", "las próximas", "siguiente", "siguientes", "la próxima"), True),
        "this": dict.fromkeys(("este", "esta", "estos", "estas", "de esta", "de este", "actual"), True),
        "behind": {"pasado": -1, "pasada": -1, "anterior": -1, "próximo": 1, "próxima": 1, "que viene": 1, "siguiente": 1, "actual": 0, "en curso": 0},
        "day_shift": {"ayer": -1, "de ayer": -1, "hoy": 0, "de hoy": 0, "mañana": 1, "de mañana": 1, "anteayer": -2, "pasado mañana": 2, "el día anterior": -1, "del día anterior": -1},
        "agobefore": {"hace": True},
        "ago": {"atrás": True, "antes": True},
        "within": dict.fromkeys(("dentro de", "en menos de", "en un plazo de", "menos de", "más de", "al menos", "como máximo", "en las próximas", "desde hace"), True),
        "older": dict.fromkeys(("más de", "desde hace más de", "con más de"), True),
        "for": dict.fromkeys(("durante", "por"), True),
        "wait": dict.fromkeys(("espera", "esperar", "espere", "después de"), True),
        "later": dict.fromkeys(("después", "más tarde", "luego"), True),
        "before": dict.fromkeys(("antes de", "antes de las", "antes del", "hasta", "hasta las"), True),
        "after": dict.fromkeys(("después de", "después de las", "desde"), True),
        "ahead": {"en": True},
        "zonebefore": dict.fromkeys(("hora de", "hora del", "hora", "zona horaria", "zona horaria:", "zona horaria de", "huso horario de", "estamos en", "estoy en", "vivimos en", "trabajamos en",
                                     "oficina en", "nuestra oficina está en", "horario de", "hora local de", "hora de la", "somos de", "huso de", "tiempo de", "hora en"), True),
        "zoneafter": dict.fromkeys(("time", "hora local"), True),
    },
)  # fmt: skip

SPANISH_SAID = Said(
    every_day="todos los días", weekdays="todos los días laborables", weekend="todos los sábados y domingos", every="todos los {}",
    days=("domingos", "lunes", "martes", "miércoles", "jueves", "viernes", "sábados"),
    months=_MONTHS, conjunction=" y ", at="a las {}", between="entre las {} y las {}",
    units={"seconds": ("cada segundo", "cada {} segundos"), "minutes": ("cada minuto", "cada {} minutos"), "hours": ("cada hora", "cada {} horas"),
           "days": ("cada día", "cada {} días"), "weeks": ("cada semana", "cada {} semanas"), "months": ("cada mes", "cada {} meses")},
    on_days=" los {}", month_days="el día {} de cada mes", on_month_day="el día {}", year_day="cada año el {day} de {month}",
    quarter_start="el primer día de cada trimestre", quarter_end="el último día de cada trimestre", ordinal=str,
    only={"last_working_day": "el último día laborable de cada mes", "first_working_day": "el primer día laborable de cada mes", "last_day_of_month": "el último día de cada mes"},
    nth=lambda which, day: f"el {('primer', 'segundo', 'tercer', 'cuarto', 'último')[which]} {_DAYS[day]} de cada mes", cron="según la regla cron {}", of_quarter=("de cada mes", "de cada trimestre"),
    sentences={
        "time": "a las {time}, ya que no se indicó la hora", "weekday": "el lunes, ya que no se indicó el día", "month_day": "el día 1 del mes, ya que no se indicó el día",
        "every_day": "todos los días, ya que no se indicó el día", "spread": "repartido de forma regular en el periodo", "holidays": "no se tienen en cuenta los festivos",
        "business_hours": "se toma como horario laboral de lunes a viernes, de 09:00 a 17:00", "last_run": "la última ejecución del día es a las {time}",
        "nearest": "{words}, el ritmo más cercano que n8n puede mantener",
        "once": "un worker se repite: se ejecutaría cada año en esa fecha. Páuselo después si solo debe ser una vez", "missing_days": "se saltan los meses sin día {day}",
        "clash": "«{first}» y «{second}» no pueden cumplirse a la vez", "count": "«{first}» no cuadra con {number} veces",
        "only": "un worker cumple una sola condición de calendario; las demás necesitan otro worker",
    },
)  # fmt: skip
