"""French time words."""

from __future__ import annotations

from workforce.workflow.language.times.lexicon import Vocabulary
from workforce.workflow.language.times.said import Said

_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)

FRENCH = Vocabulary(
    code="fr",
    ordinal_marks=("er", "ere", "e", "eme", "nd", "nde", "ième"),
    known=frozenset(["choque", "hague", "heureux", "jours", "marche", "mercure", "moins"]),
    senses={
        "every": {
            True: "chaque | tous les | toutes les | tout les | toute les | tous | toutes | à chaque | de chaque",
        },
        "habit": {
            True: "le | les | toujours le | seulement le",
        },
        "number": {
            1: "un | une",
            2: "deux",
            3: "trois",
            4: "quatre",
            5: "cinq",
            6: "six",
            7: "sept",
            8: "huit",
            9: "neuf",
            10: "dix",
            11: "onze",
            12: "douze",
            15: "quinze",
            20: "vingt",
            30: "trente",
            45: "quarante-cinq",
            60: "soixante",
        },
        "ordinal": {
            1: "premier | première | premiers",
            2: "deuxième | second | seconde",
            3: "troisième",
            4: "quatrième",
            5: "cinquième",
        },
        "last": {
            True: "dernier | dernière | derniers | dernières",
        },
        "other": {
            2: "deuxième | second | deux",
        },
        "outof": {
            True: "sur",
        },
        "unit": {
            ("seconds", 1): "seconde | secondes | sec",
            ("minutes", 1): "minute | minutes | min | mn",
            ("hours", 1): "heure | heures",
            ("minutes", 30): "demi-heure | demi-heures | demi heure | demie heure | demi heures | demie-heure",
            ("minutes", 15): "quart d'heure | quart d’heure | quarts d'heure",
            ("days", 1): "jour | jours",
            ("weeks", 1): "semaine | semaines",
            ("weeks", 2): "quinzaine",
            ("months", 1): "mois",
            ("months", 2): "bimestre",
            ("months", 3): "trimestre | trimestres",
            ("months", 6): "semestre | semestres",
            ("months", 12): "an | ans | année | années",
        },
        "weekday": {
            (0, False): "dimanche",
            (1, False): "lundi",
            (2, False): "mardi",
            (3, False): "mercredi | mecredi",
            (4, False): "jeudi",
            (5, False): "vendredi",
            (6, False): "samedi",
            (0, True): "dimanches",
            (1, True): "lundis",
            (2, True): "mardis",
            (3, True): "mercredis",
            (4, True): "jeudis",
            (5, True): "vendredis",
            (6, True): "samedis",
        },
        "shortday": {
            0: "dim",
            1: "lun",
            2: "mar",
            3: "mer",
            4: "jeu",
            5: "ven",
            6: "sam",
        },
        "workdays": {
            True: (
                "jours ouvrés | jours ouvrables | jours de semaine | jours de la semaine | en semaine | jours "
                "travaillés"
            ),
            False: "jour ouvré | jour ouvrable | jour de semaine | jour de la semaine",
        },
        "workday": {
            True: "jour ouvré | jour ouvrable | jour travaillé",
        },
        "businesshours": {
            True: (
                "heures de bureau | heures ouvrées | heures de travail | heures ouvrables | les heures de bureau | "
                "les heures ouvrées | les heures de travail"
            ),
        },
        "weekend": {
            False: "week-end | weekend",
            True: "week-ends | weekends | le week-end | le weekend",
        },
        "month": {
            1: "janvier",
            2: "février",
            3: "mars",
            4: "avril",
            5: "mai",
            6: "juin",
            7: "juillet",
            8: "août",
            9: "septembre",
            10: "octobre",
            11: "novembre",
            12: "décembre",
        },
        "part": {
            "morning": "matin | matins | du matin | le matin | matinée",
            "afternoon": "après-midi | de l'après-midi | de l’après-midi | l'après-midi | après midi",
            "evening": "soir | soirs | du soir | le soir",
            "night": "nuit | nuits | la nuit | de la nuit",
            "noon": "midi",
            "midnight": "minuit",
        },
        "partly": {
            "morning": "le matin",
            "evening": "le soir",
            "night": "la nuit",
        },
        "adverb": {
            ("days", 1, 1): "quotidiennement | journellement",
            ("weeks", 1, 1): "hebdomadairement",
            ("months", 1, 1): "mensuellement",
            ("months", 3, 1): "trimestriellement",
            ("months", 6, 1): "semestriellement",
            ("months", 12, 1): "annuellement",
            ("weeks", 2, 1): "tous les quinze jours | tous les 15 jours | toutes les quinzaines",
            ("hours", 1, 1): "24h/24",
        },
        "adjective": {
            ("days", 1, 1): "quotidien | quotidienne | quotidiens | quotidiennes | journalier | journalière",
            ("weeks", 1, 1): "hebdomadaire | hebdomadaires | hebdo",
            ("weeks", 2, 1): "bimensuel",
            ("months", 1, 1): "mensuel | mensuelle | mensuels | mensuelles",
            ("months", 3, 1): "trimestriel | trimestrielle",
            ("months", 6, 1): "semestriel",
            ("months", 12, 1): "annuel | annuelle",
            ("hours", 1, 1): "horaire",
        },
        "times": {
            True: "fois | x",
        },
        "per": {
            True: "par | chaque | l' | / | dans la | dans le",
        },
        "oclock": {
            True: "h | heures | heure | hrs | heures précises | h pile | heures pile",
        },
        "meridiem": {
            "am": "am",
            "pm": "pm",
        },
        "after_hour": {
            30: "et demie | et demi",
            15: "et quart",
            -15: "moins le quart | moins quart",
            -10: "moins dix",
            -20: "moins vingt",
        },
        "at": {
            True: "à | vers | dès | à partir de | aux alentours de | toujours à | sur le coup de | a",
        },
        "on": {
            True: "le | les | au | en | aux | à la | à | dans | du",
        },
        "of": {
            True: "de | du | de la | de chaque | des | d' | d’ | en | par | dans le | à la | de l' | de l’ | du même",
        },
        "and": {
            True: "et | & | + | / | ainsi que | et aussi | puis | ou | et à | et le",
        },
        "to": {
            True: "à | au | jusqu'à | jusqu’à | - | – | — | et | jusqu'au | a",
        },
        "between": {
            True: "entre | de | du | pendant | durant",
        },
        "from": {
            True: "de | du",
        },
        "except": {
            True: (
                "sauf | sauf le | sauf les | excepté | excepté le | hormis | hormis le | mais pas le | mais pas les | "
                "mais pas | à l'exception du | à l’exception du | hors | pas le | sans le | sans"
            ),
        },
        "only": {
            True: (
                "seulement | uniquement | mais seulement | mais uniquement | mais seulement le | seulement le | "
                "seulement les | uniquement le | mais uniquement le | exclusivement | que | mais que"
            ),
        },
        "the": {
            True: "le | la | les | l' | l’ | l",
        },
        "begin": {
            True: "début | commencement",
        },
        "end": {
            True: "f | i | n",
        },
        "edge": {
            ("end", 1): "fin de mois | fin du mois | en fin de mois",
            ("begin", 1): "début de mois | début du mois | en début de mois",
            ("end", 3): "fin de trimestre | en fin de trimestre",
            ("end", 12): "fin d'année | fin d’année",
        },
        "minute_before": {True: "à la minute | minute"},
        "minute_after": {True: "passées | après l'heure"},
        "correct": {
            True: (
                "non pardon | non, pardon | pardon | je veux dire | plutôt | ou plutôt | enfin non | non attends | "
                "non | en fait | désolé | non désolé | euh non | non plutôt | non, plutôt | correction | disons"
            ),
        },
        "filler": {
            True: (
                "s'il vous plaît | svp | stp | précises | pile | toujours | automatiquement | environ | le | la | les "
                "| de | du | en | à | au | heure | suffit | aussi | tous | exactement | l | d | pendant | durant | ça "
                "suffit"
            ),
        },
        "make": {
            True: (
                "envoie | envoyer | envoyez | crée | créer | créez | prépare | préparer | génère | générer | fais | "
                "faire | publie | publier | rédige | rédiger | veux | voudrais | besoin | un | une | recevoir | "
                "souhaite"
            ),
        },
        "previous": {
            True: (
                "dernier | dernière | derniers | dernières | les derniers | les dernières | ces derniers | des "
                "derniers | précédent | précédente"
            ),
        },
        "next": {
            True: "prochain | prochaine | prochains | prochaines | les prochains | les prochaines | suivant | suivants",
        },
        "this": {
            True: "ce | cette | ces | cet | de cette | de ce | en cours",
        },
        "behind": {
            -1: "dernier | dernière | passé | passée | précédent | précédente",
            1: "prochain | prochaine | suivant | suivante",
            0: "en cours",
        },
        "day_shift": {
            -1: "hier | d'hier | d’hier | la veille | de la veille",
            0: "aujourd'hui | aujourd’hui | du jour",
            1: "demain | de demain",
            -2: "avant-hier",
            2: "après-demain",
        },
        "agobefore": {
            True: "il y a",
        },
        "ago": {
            True: "auparavant | plus tôt | avant",
        },
        "within": {
            True: (
                "dans les | sous | en moins de | moins de | plus de | au moins | au plus | dans un délai de | depuis "
                "| d'ici"
            ),
        },
        "older": {
            True: "plus de | depuis plus de | vieux de plus de | datant de plus de",
        },
        "for": {
            True: "pendant | durant | pour",
        },
        "wait": {
            True: "attends | attendre | attendez | après",
        },
        "later": {
            True: "après | plus tard | ensuite | après ça | après cela",
        },
        "before": {
            True: "avant | jusqu'à | d'ici",
        },
        "after": {
            True: "après | depuis",
        },
        "ahead": {
            True: "dans",
        },
        "zonebefore": {
            True: (
                "heure de | heure d' | heure d’ | fuseau horaire | fuseau horaire de | fuseau | fuseau de | nous "
                "sommes à | nous sommes en | nous sommes basés à | basés à | basé à | je suis à | bureau à | heure "
                "locale de | heure du | heure à | on est à | à l'heure de | heure des | heure de la | situés à | "
                "fuseau horaire: | équipe à | entreprise à"
            ),
        },
        "zoneafter": {
            True: "time | heure locale",
        },
    },
)


FRENCH_SAID = Said(
    every_day="tous les jours",
    weekdays="tous les jours ouvrés",
    weekend="tous les samedis et dimanches",
    every="tous les {}",
    days=("dimanches", "lundis", "mardis", "mercredis", "jeudis", "vendredis", "samedis"),
    months=_MONTHS,
    conjunction=" et ",
    at="à {}",
    between="entre {} et {}",
    at_minute="à la minute {}",
    units={
        "seconds": ("chaque seconde", "toutes les {} secondes"),
        "minutes": ("chaque minute", "toutes les {} minutes"),
        "hours": ("chaque heure", "toutes les {} heures"),
        "days": ("chaque jour", "tous les {} jours"),
        "weeks": ("chaque semaine", "toutes les {} semaines"),
        "months": ("chaque mois", "tous les {} mois"),
    },
    on_days=" les {}",
    month_days="le {} de chaque mois",
    on_month_day="le {}",
    year_day="chaque année le {day} {month}",
    quarter_start="le premier jour de chaque trimestre",
    quarter_end="le dernier jour de chaque trimestre",
    ordinal=lambda n: "1er" if n == 1 else str(n),
    only={
        "last_working_day": "le dernier jour ouvré de chaque mois",
        "first_working_day": "le premier jour ouvré de chaque mois",
        "last_day_of_month": "le dernier jour de chaque mois",
    },
    nth="le {which} {day} de chaque mois",
    which=("premier", "deuxième", "troisième", "quatrième", "dernier"),
    one_day=("dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"),
    cron="selon la règle cron {}",
    of_quarter=("de chaque mois", "de chaque trimestre"),
    sentences={
        "time": "à {time}, puisqu’aucune heure n’est indiquée",
        "weekday": "le lundi, puisqu’aucun jour n’est indiqué",
        "month_day": "le 1er du mois, puisqu’aucun jour n’est indiqué",
        "every_day": "tous les jours, puisqu’aucun jour n’est indiqué",
        "spread": "réparti régulièrement sur la période",
        "holidays": "les jours fériés ne sont pas pris en compte",
        "business_hours": "les heures de bureau sont du lundi au vendredi, de 09:00 à 17:00",
        "last_run": "la dernière exécution de la journée est à {time}",
        "nearest": "{words}, le rythme le plus proche que n8n peut tenir",
        "once": (
            "un worker se répète : il s’exécuterait chaque année à cette date. Mettez-le en pause ensuite "
            "s’il ne faut qu’une fois"
        ),
        "missing_days": "les mois sans jour {day} sont sautés",
        "clash": "« {first} » et « {second} » ne vont pas ensemble",
        "count": "« {first} » ne correspond pas à {number} fois",
        "only": "un worker respecte une seule condition de calendrier ; les autres demandent un worker à part",
    },
)
