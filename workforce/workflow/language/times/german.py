"""German time words."""

from __future__ import annotations

from workforce.workflow.language.times.lexicon import Vocabulary
from workforce.workflow.language.times.said import Said

_DAYS = ("sonntag", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag")
_SHORT = {"so": 0, "mo": 1, "di": 2, "mi": 3, "do": 4, "fr": 5, "sa": 6}
_MONTHS = ("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember")
_SHORT_MONTHS = {"jan": 1, "jänner": 1, "feb": 2, "feber": 2, "mrz": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dez": 12}
_NUMBERS = {"ein": 1, "eine": 1, "einer": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
            "zehn": 10, "elf": 11, "zwölf": 12, "vierzehn": 14, "fünfzehn": 15, "zwanzig": 20, "dreißig": 30, "fünfundvierzig": 45,
            "sechzig": 60, "neunzig": 90}  # fmt: skip
_ORDINALS = ("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt")
_ENDINGS = ("e", "er", "en", "es", "em")
_UNITS = {
    ("seconds", 1): ("sekunde", "sekunden", "sek"), ("minutes", 1): ("minute", "minuten", "min"), ("hours", 1): ("stunde", "stunden", "std"),
    ("minutes", 30): ("halbe stunde", "halben stunde", "halber stunde", "halbestunde"), ("minutes", 15): ("viertelstunde", "viertel stunde"),
    ("days", 1): ("tag", "tage", "tagen", "tages", "tags"), ("weeks", 1): ("woche", "wochen", "wo"), ("months", 1): ("monat", "monate", "monaten", "monats", "monates"),
    ("months", 3): ("quartal", "quartale", "quartalen", "quartals", "vierteljahr", "vierteljahres"), ("months", 6): ("halbjahr", "halbjahres", "halbes jahr", "halbe jahr"),
    ("months", 12): ("jahr", "jahre", "jahren", "jahres"),
}  # fmt: skip
_EVERY = ("jede", "jeder", "jeden", "jedes", "jedem", "alle", "aller", "jeweils jeden", "immer jeden", "an jedem", "zu jeder", "zu jedem", "pro")
_ADVERBS = {
    "stündlich": ("hours", 1, 1), "halbstündlich": ("minutes", 30, 1), "viertelstündlich": ("minutes", 15, 1), "zweistündlich": ("hours", 2, 1),
    "minütlich": ("minutes", 1, 1), "täglich": ("days", 1, 1), "tagtäglich": ("days", 1, 1), "tageweise": ("days", 1, 1), "wöchentlich": ("weeks", 1, 1),
    "zweiwöchentlich": ("weeks", 2, 1), "vierzehntägig": ("weeks", 2, 1), "14-tägig": ("weeks", 2, 1), "zweiwöchig": ("weeks", 2, 1),
    "monatlich": ("months", 1, 1), "zweimonatlich": ("months", 2, 1), "quartalsweise": ("months", 3, 1), "vierteljährlich": ("months", 3, 1),
    "halbjährlich": ("months", 6, 1), "jährlich": ("months", 12, 1), "alljährlich": ("months", 12, 1), "rund um die uhr": ("hours", 1, 1),
    "allabendlich": ("days", 1, 1), "nächtlich": ("night", 1, 1),
}  # fmt: skip

GERMAN = Vocabulary(
    code="de",
    ordinal_marks=(),
    dotted_ordinals=True,
    suffixes={"morgen": "morgens", "vormittag": "vormittags", "mittag": "mittags", "nachmittag": "nachmittags", "abend": "abends", "nacht": "nachts",
              "abends": "abends", "morgens": "morgens", "früh": "morgens", "frueh": "morgens"},
    known=frozenset({"jene", "jener", "jenen", "alles", "tages", "monate", "wochen", "minute", "stunden", "junge"}),
    senses={
        "every": dict.fromkeys(_EVERY, True),
        "habit": dict.fromkeys(("immer", "jeweils", "immer am", "jeweils am", "stets", "regelmäßig", "regelmäßig am", "immer wieder"), True),
        "number": _NUMBERS,
        "ordinal": {stem + ending: n for n, stem in enumerate(_ORDINALS, 1) for ending in _ENDINGS}
                   | {"fünfzehnten": 15, "zwanzigsten": 20, "dreißigsten": 30},
        "last": dict.fromkeys(("letzte", "letzter", "letzten", "letztes", "letztem"), True),
        "other": {"zweiten": 2, "zweite": 2, "zweites": 2, "zweiter": 2},
        "unit": {word: unit for unit, words in _UNITS.items() for word in words},
        "weekday": {day: (n, False) for n, day in enumerate(_DAYS)} | {day + "s": (n, True) for n, day in enumerate(_DAYS)}
                   | {day + "e": (n, True) for n, day in enumerate(_DAYS)} | {day + "en": (n, True) for n, day in enumerate(_DAYS)}
                   | {"sonnabend": (6, False), "sonnabends": (6, True)},
        "shortday": _SHORT | {day + ".": n for day, n in _SHORT.items()},
        "workdays": {"werktags": True, "wochentags": True, "werktagen": True, "wochentagen": True, "arbeitstagen": True, "werktage": True, "arbeitstage": True,
                     "wochentage": True, "unter der woche": True, "werktäglich": True, "arbeitstäglich": True, "werktag": False, "arbeitstag": False, "wochentag": False},
        "workday": dict.fromkeys(("werktag", "arbeitstag", "bankarbeitstag", "werktags"), True),
        "businesshours": dict.fromkeys(("geschäftszeiten", "bürozeiten", "arbeitszeit", "arbeitszeiten", "öffnungszeiten", "der geschäftszeiten",
                                        "der bürozeiten", "der arbeitszeit", "der arbeitszeiten", "den geschäftszeiten"), True),
        "weekend": {"wochenende": False, "wochenenden": True, "wochenends": True, "am wochenende": True, "an wochenenden": True},
        "month": {month: n for n, month in enumerate(_MONTHS, 1)} | _SHORT_MONTHS,
        "part": {"morgen": "morning", "morgens": "morning", "früh": "morning", "in der früh": "morning", "frühmorgens": "morning", "am morgen": "morning",
                 "vormittag": "morning", "vormittags": "morning", "am vormittag": "morning", "nachmittag": "afternoon", "nachmittags": "afternoon",
                 "am nachmittag": "afternoon", "abend": "evening", "abends": "evening", "am abend": "evening", "nacht": "night", "nachts": "night",
                 "in der nacht": "night", "mittag": "noon", "mittags": "noon", "am mittag": "noon", "mitternacht": "midnight"},
        "partly": {"morgens": "morning", "frühmorgens": "morning", "vormittags": "morning", "nachmittags": "afternoon", "abends": "evening", "nachts": "night",
                   "allabendlich": "evening"},
        "adverb": _ADVERBS,
        "adjective": {word + ending: value for word, value in _ADVERBS.items() for ending in _ENDINGS if not word.endswith(("weise", "uhr"))},
        "count": {"einmal": 1, "zweimal": 2, "dreimal": 3, "viermal": 4, "fünfmal": 5, "sechsmal": 6},
        "times": {"mal": True, "x": True, "male": True},
        "per": dict.fromkeys(("pro", "am", "im", "in der", "die", "den", "je", "das", "jede", "jeden", "jedes", "/"), True),
        "oclock": {"uhr": True, "h": True},
        "before_hour": {"halb": -30, "viertel nach": 15, "viertel vor": -15, "zehn nach": 10, "fünf nach": 5, "zwanzig nach": 20, "zehn vor": -10,
                        "fünf vor": -5, "zwanzig vor": -20, "dreiviertel": -15},
        "at": dict.fromkeys(("um", "gegen", "ab", "jeweils um", "immer um", "so gegen", "pünktlich um", "so um", "um punkt", "punkt", "zirka um", "ca.", "circa um"), True),
        "on": dict.fromkeys(("am", "an", "zum", "immer am", "an den", "in", "auf den", "jeweils am"), True),
        "of": dict.fromkeys(("des", "im", "eines", "vom", "von", "der", "in", "jeden", "jedes", "pro", "in jedem", "eines jeden", "dem", "zum", "am"), True),
        "and": dict.fromkeys(("und", "&", "+", "/", "sowie", "und auch", "und nochmal", "und dann", "oder", "bzw.", "und einmal", "und noch mal"), True),
        "to": dict.fromkeys(("bis", "-", "–", "—", "bis um", "bis zu", "und", "bis einschließlich"), True),
        "between": dict.fromkeys(("zwischen", "von", "in der zeit von", "während"), True),
        "from": {"von": True, "ab": True},
        "except": dict.fromkeys(("außer", "außer am", "außer an", "ausgenommen", "nicht am", "nicht an", "aber nicht am", "aber nicht an", "bis auf", "ohne", "aber nicht",
                                 "mit ausnahme von", "nur nicht", "nur nicht am", "ausser", "ausser am"), True),
        "only": dict.fromkeys(("nur", "aber nur", "nur am", "aber nur am", "nur an", "ausschließlich", "jedoch nur", "lediglich", "allerdings nur"), True),
        "the": dict.fromkeys(("der", "die", "das", "den", "dem", "des"), True),
        "begin": dict.fromkeys(("anfang", "beginn", "zu beginn", "anfangs"), True),
        "end": dict.fromkeys(("ende", "schluss"), True),
        "edge": {"monatsende": ("end", 1), "monatsletzten": ("end", 1), "monatsultimo": ("end", 1), "ultimo": ("end", 1), "monatsanfang": ("begin", 1),
                 "monatsersten": ("begin", 1), "monatsbeginn": ("begin", 1), "quartalsende": ("end", 3), "quartalsanfang": ("begin", 3), "quartalsbeginn": ("begin", 3),
                 "jahresende": ("end", 12), "jahresanfang": ("begin", 12)},
        "correct": dict.fromkeys(("nein", "nein sorry", "nein, sorry", "sorry", "nein moment", "ach nein", "ich meine", "ich meinte", "besser gesagt", "vielmehr", "quatsch",
                                  "beziehungsweise nein", "doch lieber", "lieber", "oder besser", "nee", "moment", "pardon", "korrektur", "halt nein", "entschuldigung"), True),
        "filler": dict.fromkeys(("bitte", "pünktlich", "genau", "immer", "automatisch", "jeweils", "ungefähr", "etwa", "der", "die", "das", "den", "uhrzeit", "zeit", "um",
                                 "am", "im", "in", "an", "von", "gegen", "reicht", "einmal", "soll", "läuft", "laufen", "starten", "starte", "mal", "auch", "schon", "ca"), True),
        "make": dict.fromkeys(("schicke", "schick", "schicken", "sende", "senden", "erstelle", "erstellen", "mach", "mache", "machen", "mail", "maile", "poste", "posten", "schreib",
                               "schreibe", "brauche", "brauchen", "möchte", "möchten", "hätte", "will", "wollen", "bekommen", "verschicken", "verschickt", "einen", "eine", "ein",
                               "generiere", "liefere"), True),
        "previous": dict.fromkeys(("letzte", "letzter", "letzten", "letztes", "vergangene", "vergangenen", "vergangener", "vergangenes", "vorige", "vorigen", "voriger", "vorherigen",
                                   "vorherige", "der letzten", "des letzten", "vorangegangenen"), True),
        "next": dict.fromkeys(("nächste", "nächster", "nächsten", "nächstes", "kommende", "kommenden", "kommender", "folgenden", "den nächsten", "den kommenden"), True),
        "this": dict.fromkeys(("diese", "dieser", "diesen", "dieses", "diesem", "aktuelle", "aktuellen", "laufenden", "laufende", "der laufenden", "des laufenden", "der"), True),
        "day_shift": {"gestern": -1, "gestrigen": -1, "gestrige": -1, "gestriger": -1, "vortag": -1, "vortags": -1, "vortages": -1, "vom vortag": -1, "des vortags": -1,
                      "des vortages": -1, "heute": 0, "heutigen": 0, "heutige": 0, "heutiger": 0, "morgen": 1, "morgigen": 1, "morgige": 1, "vorgestern": -2, "übermorgen": 2},
        "week_before": {"vorwoche": ("weeks", -1), "der vorwoche": ("weeks", -1), "vormonat": ("months", -1), "vormonats": ("months", -1), "des vormonats": ("months", -1),
                        "vorjahr": ("months", -12), "vorjahres": ("months", -12), "vorquartal": ("months", -3), "vorquartals": ("months", -3)},
        "ago": {"zuvor": True, "vorher": True, "her": True},
        "agobefore": {"vor": True},
        "within": dict.fromkeys(("innerhalb von", "innerhalb", "binnen", "in weniger als", "unter", "mehr als", "weniger als", "mindestens", "höchstens", "seit", "über", "spätestens"), True),
        "older": dict.fromkeys(("älter als", "mehr als", "länger als", "seit mehr als", "seit über"), True),
        "for": {"für": True, "lang": True},
        "wait": dict.fromkeys(("warte", "warten", "nach", "pausiere"), True),
        "later": dict.fromkeys(("danach", "später", "darauf", "nachher", "im anschluss"), True),
        "before": dict.fromkeys(("vor", "bis", "spätestens"), True),
        "after": dict.fromkeys(("nach", "seit"), True),
        "ahead": {"in": True},
        "zonebefore": dict.fromkeys(("zeitzone", "zeitzone:", "zeitzone ist", "zeitzone von", "wir sitzen in", "wir sind in", "sitzen in", "ich sitze in", "ich bin in", "wir arbeiten in",
                                     "sitz in", "firma in", "büro in", "unser büro ist in", "standort", "standort ist", "ortszeit", "zeit in", "ortszeit in", "wir leben in",
                                     "ich wohne in", "team sitzt in", "firma sitzt in", "uhrzeit in"), True),
        "zoneafter": dict.fromkeys(("zeit", "ortszeit", "uhrzeit", "zeitzone"), True),
    },
)  # fmt: skip

GERMAN_SAID = Said(
    every_day="jeden Tag", weekdays="jeden Werktag", weekend="jeden Samstag und Sonntag", every="jeden {}",
    days=("Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"),
    months=("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"),
    conjunction=" und ", at="um {} Uhr", between="zwischen {} und {} Uhr",
    units={"seconds": ("jede Sekunde", "alle {} Sekunden"), "minutes": ("jede Minute", "alle {} Minuten"), "hours": ("jede Stunde", "alle {} Stunden"),
           "days": ("jeden Tag", "alle {} Tage"), "weeks": ("jede Woche", "alle {} Wochen"), "months": ("jeden Monat", "alle {} Monate")},
    on_days=" am {}", month_days="am {} jedes Monats", on_month_day="am {}", year_day="jedes Jahr am {day} {month}",
    quarter_start="am ersten Tag jedes Quartals", quarter_end="am letzten Tag jedes Quartals", ordinal=lambda n: f"{n}.",
    only={"last_working_day": "am letzten Werktag jedes Monats", "first_working_day": "am ersten Werktag jedes Monats", "last_day_of_month": "am letzten Tag jedes Monats"},
    nth=lambda which, day: f"am {('ersten', 'zweiten', 'dritten', 'vierten', 'letzten')[which]} {_DAYS[day].capitalize()} jedes Monats", cron="nach der Cron-Regel {}",
    of_quarter=("jedes Monats", "jedes Quartals"),
    sentences={
        "time": "um {time} Uhr, da keine Uhrzeit genannt wurde", "weekday": "am Montag, da kein Tag genannt wurde",
        "month_day": "am 1. des Monats, da kein Tag genannt wurde", "every_day": "jeden Tag, da kein Tag genannt wurde",
        "spread": "gleichmäßig über den Zeitraum verteilt", "holidays": "Feiertage werden nicht berücksichtigt",
        "business_hours": "als Geschäftszeiten gelten Montag bis Freitag, 09:00 bis 17:00 Uhr", "last_run": "der letzte Lauf des Tages ist um {time} Uhr",
        "nearest": "{words}, der nächste Rhythmus, den n8n halten kann",
        "once": "ein Worker wiederholt sich: Er liefe jedes Jahr an diesem Tag. Pausieren Sie ihn nach dem Lauf, wenn es nur einmal sein soll",
        "missing_days": "Monate ohne einen {day}. werden übersprungen", "clash": "„{first}“ und „{second}“ passen nicht zusammen",
        "count": "„{first}“ passt nicht zu {number}-mal", "only": "ein Worker hält eine Kalenderbedingung; für die anderen braucht es einen eigenen",
    },
)  # fmt: skip
