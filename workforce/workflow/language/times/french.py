"""French time words."""

from __future__ import annotations

from workforce.workflow.language.times.lexicon import Vocabulary
from workforce.workflow.language.times.said import Said

_DAYS = ("dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi")
_SHORT = {"dim": 0, "lun": 1, "mar": 2, "mer": 3, "jeu": 4, "ven": 5, "sam": 6}
_MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")
_NUMBERS = {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12,
            "quinze": 15, "vingt": 20, "trente": 30, "quarante-cinq": 45, "soixante": 60}  # fmt: skip
_ORDINALS = {"premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "premiers": 1}
_UNITS = {
    ("seconds", 1): ("seconde", "secondes", "sec"), ("minutes", 1): ("minute", "minutes", "min", "mn"), ("hours", 1): ("heure", "heures"),
    ("minutes", 30): ("demi-heure", "demi-heures", "demi heure", "demie heure", "demi heures", "demie-heure"), ("minutes", 15): ("quart d'heure", "quart d’heure", "quarts d'heure"),
    ("days", 1): ("jour", "jours"), ("weeks", 1): ("semaine", "semaines"), ("weeks", 2): ("quinzaine",), ("months", 1): ("mois",), ("months", 2): ("bimestre",),
    ("months", 3): ("trimestre", "trimestres"), ("months", 6): ("semestre", "semestres"), ("months", 12): ("an", "ans", "année", "années"),
}  # fmt: skip
_RHYTHMS = {
    "quotidiennement": ("days", 1, 1), "journellement": ("days", 1, 1), "hebdomadairement": ("weeks", 1, 1), "mensuellement": ("months", 1, 1),
    "trimestriellement": ("months", 3, 1), "semestriellement": ("months", 6, 1), "annuellement": ("months", 12, 1), "tous les quinze jours": ("weeks", 2, 1),
    "tous les 15 jours": ("weeks", 2, 1), "toutes les quinzaines": ("weeks", 2, 1), "24h/24": ("hours", 1, 1),
}  # fmt: skip
_ADJECTIVES = {"quotidien": ("days", 1, 1), "quotidienne": ("days", 1, 1), "quotidiens": ("days", 1, 1), "quotidiennes": ("days", 1, 1), "journalier": ("days", 1, 1),
               "journalière": ("days", 1, 1), "hebdomadaire": ("weeks", 1, 1), "hebdomadaires": ("weeks", 1, 1), "hebdo": ("weeks", 1, 1), "bimensuel": ("weeks", 2, 1),
               "mensuel": ("months", 1, 1), "mensuelle": ("months", 1, 1), "mensuels": ("months", 1, 1), "mensuelles": ("months", 1, 1), "trimestriel": ("months", 3, 1),
               "trimestrielle": ("months", 3, 1), "semestriel": ("months", 6, 1), "annuel": ("months", 12, 1), "annuelle": ("months", 12, 1), "horaire": ("hours", 1, 1)}  # fmt: skip

FRENCH = Vocabulary(
    code="fr",
    ordinal_marks=("er", "ere", "e", "eme", "nd", "nde", "ième"),
    known=frozenset({"choque", "hague", "heureux", "marche", "moins", "jours", "mercure"}),
    senses={
        "every": dict.fromkeys(("chaque", "tous les", "toutes les", "tout les", "toute les", "tous", "toutes", "à chaque", "de chaque"), True),
        "habit": dict.fromkeys(("le", "les", "toujours le", "seulement le"), True),
        "number": _NUMBERS, "ordinal": _ORDINALS,
        "last": dict.fromkeys(("dernier", "dernière", "derniers", "dernières"), True),
        "other": {"deuxième": 2, "second": 2, "deux": 2}, "outof": {"sur": True},
        "unit": {word: unit for unit, words in _UNITS.items() for word in words},
        "weekday": {day: (n, False) for n, day in enumerate(_DAYS)} | {day + "s": (n, True) for n, day in enumerate(_DAYS)} | {"mecredi": (3, False), "mercredis": (3, True)},
        "shortday": _SHORT,
        "workdays": {"jours ouvrés": True, "jours ouvrables": True, "jours de semaine": True, "jours de la semaine": True, "en semaine": True, "jour ouvré": False, "jour ouvrable": False,
                     "jour de semaine": False, "jours travaillés": True, "jour de la semaine": False},
        "workday": dict.fromkeys(("jour ouvré", "jour ouvrable", "jour travaillé"), True),
        "businesshours": dict.fromkeys(("heures de bureau", "heures ouvrées", "heures de travail", "heures ouvrables", "les heures de bureau", "les heures ouvrées", "les heures de travail"), True),
        "weekend": {"week-end": False, "weekend": False, "week-ends": True, "weekends": True, "le week-end": True, "le weekend": True},
        "month": {month: n for n, month in enumerate(_MONTHS, 1)},
        "part": {"matin": "morning", "matins": "morning", "du matin": "morning", "le matin": "morning", "matinée": "morning", "après-midi": "afternoon", "de l'après-midi": "afternoon",
                 "de l’après-midi": "afternoon", "l'après-midi": "afternoon", "après midi": "afternoon", "soir": "evening", "soirs": "evening", "du soir": "evening", "le soir": "evening",
                 "nuit": "night", "nuits": "night", "la nuit": "night", "de la nuit": "night", "midi": "noon", "minuit": "midnight"},
        "partly": {"le matin": "morning", "le soir": "evening", "la nuit": "night"},
        "adverb": _RHYTHMS, "adjective": _ADJECTIVES, "count": {},
        "times": {"fois": True, "x": True},
        "per": dict.fromkeys(("par", "chaque", "l'", "/", "dans la", "dans le"), True),
        "oclock": {"h": True, "heures": True, "heure": True, "hrs": True, "heures précises": True, "h pile": True, "heures pile": True},
        "meridiem": {"am": "am", "pm": "pm"},
        "after_hour": {"et demie": 30, "et demi": 30, "et quart": 15, "moins le quart": -15, "moins quart": -15, "moins dix": -10, "moins vingt": -20},
        "after_oclock": {"et demie": 30, "et demi": 30, "et quart": 15, "moins le quart": -15, "moins dix": -10},
        "at": dict.fromkeys(("à", "vers", "dès", "à partir de", "aux alentours de", "toujours à", "sur le coup de", "a"), True),
        "on": dict.fromkeys(("le", "les", "au", "en", "aux", "à la", "à", "dans", "du"), True),
        "of": dict.fromkeys(("de", "du", "de la", "de chaque", "des", "d'", "d’", "en", "par", "dans le", "à la", "de l'", "de l’", "du même"), True),
        "and": dict.fromkeys(("et", "&", "+", "/", "ainsi que", "et aussi", "puis", "ou", "et à", "et le"), True),
        "to": dict.fromkeys(("à", "au", "jusqu'à", "jusqu’à", "-", "–", "—", "et", "jusqu'au", "a"), True),
        "between": dict.fromkeys(("entre", "de", "du", "pendant", "durant"), True),
        "from": {"de": True, "du": True},
        "except": dict.fromkeys(("sauf", "sauf le", "sauf les", "excepté", "excepté le", "hormis", "hormis le", "mais pas le", "mais pas les", "mais pas", "à l'exception du", "à l’exception du",
                                 "hors", "pas le", "sans le", "sans"), True),
        "only": dict.fromkeys(("seulement", "uniquement", "mais seulement", "mais uniquement", "mais seulement le", "seulement le", "seulement les", "uniquement le", "mais uniquement le",
                               "exclusivement", "que", "mais que"), True),
        "the": dict.fromkeys(("le", "la", "les", "l'", "l’", "l"), True),
        "begin": dict.fromkeys(("début", "commencement"), True),
        "end": dict.fromkeys(("fin"), True),
        "edge": {"fin de mois": ("end", 1), "fin du mois": ("end", 1), "en fin de mois": ("end", 1), "début de mois": ("begin", 1), "début du mois": ("begin", 1), "en début de mois": ("begin", 1),
                 "fin de trimestre": ("end", 3), "fin d'année": ("end", 12), "fin d’année": ("end", 12), "en fin de trimestre": ("end", 3)},
        "correct": dict.fromkeys(("non pardon", "non, pardon", "pardon", "je veux dire", "plutôt", "ou plutôt", "enfin non", "non attends", "non", "en fait", "désolé", "non désolé", "euh non",
                                  "non plutôt", "non, plutôt", "correction", "disons"), True),
        "filler": dict.fromkeys(("s'il vous plaît", "svp", "stp", "précises", "pile", "toujours", "automatiquement", "environ", "le", "la", "les", "de", "du", "en", "à", "au", "heure", "suffit",
                                 "aussi", "tous", "exactement", "l", "d", "pendant", "durant", "ça suffit"), True),
        "make": dict.fromkeys(("envoie", "envoyer", "envoyez", "crée", "créer", "créez", "prépare", "préparer", "génère", "générer", "fais", "faire", "publie", "publier", "rédige", "rédiger",
                               "veux", "voudrais", "besoin", "un", "une", "recevoir", "souhaite"), True),
        "previous": dict.fromkeys(("dernier", "dernière", "derniers", "dernières", "les derniers", "les dernières", "ces derniers", "des derniers", "précédent", "précédente"), True),
        "next": dict.fromkeys(("prochain", "prochaine", "prochains", "prochaines", "les prochains", "les prochaines", "suivant", "suivants"), True),
        "this": dict.fromkeys(("ce", "cette", "ces", "cet", "de cette", "de ce", "en cours"), True),
        "behind": {"dernier": -1, "dernière": -1, "passé": -1, "passée": -1, "précédent": -1, "précédente": -1, "prochain": 1, "prochaine": 1, "suivant": 1, "suivante": 1, "en cours": 0},
        "day_shift": {"hier": -1, "d'hier": -1, "d’hier": -1, "la veille": -1, "de la veille": -1, "aujourd'hui": 0, "aujourd’hui": 0, "demain": 1, "de demain": 1, "avant-hier": -2,
                      "après-demain": 2, "du jour": 0},
        "agobefore": {"il y a": True}, "ago": {"auparavant": True, "plus tôt": True, "avant": True},
        "within": dict.fromkeys(("dans les", "sous", "en moins de", "moins de", "plus de", "au moins", "au plus", "dans un délai de", "depuis", "d'ici"), True),
        "older": dict.fromkeys(("plus de", "depuis plus de", "vieux de plus de", "datant de plus de"), True),
        "for": dict.fromkeys(("pendant", "durant", "pour"), True),
        "wait": dict.fromkeys(("attends", "attendre", "attendez", "après"), True),
        "later": dict.fromkeys(("après", "plus tard", "ensuite", "après ça", "après cela"), True),
        "before": dict.fromkeys(("avant", "jusqu'à", "d'ici"), True), "after": dict.fromkeys(("après", "depuis"), True), "ahead": {"dans": True},
        "zonebefore": dict.fromkeys(("heure de", "heure d'", "heure d’", "fuseau horaire", "fuseau horaire de", "fuseau", "fuseau de", "nous sommes à", "nous sommes en", "nous sommes basés à", "basés à",
                                     "basé à", "je suis à", "bureau à", "heure locale de", "heure du", "heure à", "on est à", "à l'heure de", "heure des", "heure de la", "situés à", "fuseau horaire:",
                                     "équipe à", "entreprise à"), True),
        "zoneafter": dict.fromkeys(("time", "heure locale"), True),
    },
)  # fmt: skip

FRENCH_SAID = Said(
    every_day="tous les jours", weekdays="tous les jours ouvrés", weekend="tous les samedis et dimanches", every="tous les {}",
    days=("dimanches", "lundis", "mardis", "mercredis", "jeudis", "vendredis", "samedis"), months=_MONTHS,
    conjunction=" et ", at="à {}", between="entre {} et {}",
    units={"seconds": ("chaque seconde", "toutes les {} secondes"), "minutes": ("chaque minute", "toutes les {} minutes"), "hours": ("chaque heure", "toutes les {} heures"),
           "days": ("chaque jour", "tous les {} jours"), "weeks": ("chaque semaine", "toutes les {} semaines"), "months": ("chaque mois", "tous les {} mois")},
    on_days=" les {}", month_days="le {} de chaque mois", on_month_day="le {}", year_day="chaque année le {day} {month}",
    quarter_start="le premier jour de chaque trimestre", quarter_end="le dernier jour de chaque trimestre", ordinal=lambda n: "1er" if n == 1 else str(n),
    only={"last_working_day": "le dernier jour ouvré de chaque mois", "first_working_day": "le premier jour ouvré de chaque mois", "last_day_of_month": "le dernier jour de chaque mois"},
    nth=lambda which, day: f"le {('premier', 'deuxième', 'troisième', 'quatrième', 'dernier')[which]} {_DAYS[day]} de chaque mois", cron="selon la règle cron {}", of_quarter=("de chaque mois", "de chaque trimestre"),
    sentences={
        "time": "à {time}, puisqu’aucune heure n’est indiquée", "weekday": "le lundi, puisqu’aucun jour n’est indiqué", "month_day": "le 1er du mois, puisqu’aucun jour n’est indiqué",
        "every_day": "tous les jours, puisqu’aucun jour n’est indiqué", "spread": "réparti régulièrement sur la période", "holidays": "les jours fériés ne sont pas pris en compte",
        "business_hours": "les heures de bureau sont du lundi au vendredi, de 09:00 à 17:00", "last_run": "la dernière exécution de la journée est à {time}",
        "nearest": "{words}, le rythme le plus proche que n8n peut tenir",
        "once": "un worker se répète : il s’exécuterait chaque année à cette date. Mettez-le en pause ensuite si c’est pour une seule fois",
        "missing_days": "les mois sans jour {day} sont sautés", "clash": "« {first} » et « {second} » ne vont pas ensemble", "count": "« {first} » ne correspond pas à {number} fois",
        "only": "un worker respecte une seule condition de calendrier ; les autres demandent un worker à part",
    },
)  # fmt: skip
