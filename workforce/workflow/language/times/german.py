"""German time words."""

from __future__ import annotations

from workforce.workflow.language.times.lexicon import Vocabulary
from workforce.workflow.language.times.said import Said

GERMAN = Vocabulary(
    code="de",
    dotted_ordinals=True,
    suffixes={
        "morgen": "morgens",
        "vormittag": "vormittags",
        "mittag": "mittags",
        "nachmittag": "nachmittags",
        "abend": "abends",
        "nacht": "nachts",
        "abends": "abends",
        "morgens": "morgens",
        "früh": "morgens",
        "frueh": "morgens",
    },
    known=frozenset(["alles", "jene", "jenen", "jener", "junge", "minute", "monate", "stunden", "tages", "wochen"]),
    senses={
        "every": {
            True: (
                "jede | jeder | jeden | jedes | jedem | alle | aller | jeweils jeden | immer jeden | an jedem | zu "
                "jeder | zu jedem | pro"
            ),
        },
        "habit": {
            True: "immer | jeweils | immer am | jeweils am | stets | regelmäßig | regelmäßig am | immer wieder",
        },
        "number": {
            1: "ein | eine | einer | einen",
            2: "zwei",
            3: "drei",
            4: "vier",
            5: "fünf",
            6: "sechs",
            7: "sieben",
            8: "acht",
            9: "neun",
            10: "zehn",
            11: "elf",
            12: "zwölf",
            14: "vierzehn",
            15: "fünfzehn",
            20: "zwanzig",
            30: "dreißig",
            45: "fünfundvierzig",
            60: "sechzig",
            90: "neunzig",
        },
        "ordinal": {
            1: "erste | erster | ersten | erstes | erstem",
            2: "zweite | zweiter | zweiten | zweites | zweitem",
            3: "dritte | dritter | dritten | drittes | drittem",
            4: "vierte | vierter | vierten | viertes | viertem",
            5: "fünfte | fünfter | fünften | fünftes | fünftem",
            6: "sechste | sechster | sechsten | sechstes | sechstem",
            7: "siebte | siebter | siebten | siebtes | siebtem",
            8: "achte | achter | achten | achtes | achtem",
            9: "neunte | neunter | neunten | neuntes | neuntem",
            10: "zehnte | zehnter | zehnten | zehntes | zehntem",
            15: "fünfzehnten",
            20: "zwanzigsten",
            30: "dreißigsten",
        },
        "last": {
            True: "letzte | letzter | letzten | letztes | letztem",
        },
        "other": {
            2: "zweiten | zweite | zweites | zweiter",
        },
        "unit": {
            ("seconds", 1): "sekunde | sekunden | sek",
            ("minutes", 1): "minute | minuten | min",
            ("hours", 1): "stunde | stunden | std",
            ("minutes", 30): "halbe stunde | halben stunde | halber stunde | halbestunde",
            ("minutes", 15): "viertelstunde | viertel stunde",
            ("days", 1): "tag | tage | tagen | tages | tags",
            ("weeks", 1): "woche | wochen | wo",
            ("months", 1): "monat | monate | monaten | monats | monates",
            ("months", 3): "quartal | quartale | quartalen | quartals | vierteljahr | vierteljahres",
            ("months", 6): "halbjahr | halbjahres | halbes jahr | halbe jahr",
            ("months", 12): "jahr | jahre | jahren | jahres",
        },
        "weekday": {
            (0, False): "sonntag",
            (1, False): "montag",
            (2, False): "dienstag",
            (3, False): "mittwoch",
            (4, False): "donnerstag",
            (5, False): "freitag",
            (6, False): "samstag | sonnabend",
            (0, True): "sonntags | sonntage | sonntagen",
            (1, True): "montags | montage | montagen",
            (2, True): "dienstags | dienstage | dienstagen",
            (3, True): "mittwochs | mittwoche | mittwochen",
            (4, True): "donnerstags | donnerstage | donnerstagen",
            (5, True): "freitags | freitage | freitagen",
            (6, True): "samstags | samstage | samstagen | sonnabends",
        },
        "shortday": {
            0: "so | so.",
            1: "mo | mo.",
            2: "di | di.",
            3: "mi | mi.",
            4: "do | do.",
            5: "fr | fr.",
            6: "sa | sa.",
        },
        "workdays": {
            True: (
                "werktags | wochentags | werktagen | wochentagen | arbeitstagen | werktage | arbeitstage | wochentage "
                "| unter der woche | werktäglich | arbeitstäglich"
            ),
            False: "werktag | arbeitstag | wochentag",
        },
        "workday": {
            True: "werktag | arbeitstag | bankarbeitstag | werktags",
        },
        "businesshours": {
            True: (
                "geschäftszeiten | bürozeiten | arbeitszeit | arbeitszeiten | öffnungszeiten | der geschäftszeiten | "
                "der bürozeiten | der arbeitszeit | der arbeitszeiten | den geschäftszeiten"
            ),
        },
        "weekend": {
            False: "wochenende",
            True: "wochenenden | wochenends | am wochenende | an wochenenden",
        },
        "month": {
            1: "januar | jan | jänner",
            2: "februar | feb | feber",
            3: "märz | mrz",
            4: "april | apr",
            5: "mai",
            6: "juni | jun",
            7: "juli | jul",
            8: "august | aug",
            9: "september | sep | sept",
            10: "oktober | okt",
            11: "november | nov",
            12: "dezember | dez",
        },
        "part": {
            "morning": (
                "morgen | morgens | früh | in der früh | frühmorgens | am morgen | vormittag | vormittags | am "
                "vormittag"
            ),
            "afternoon": "nachmittag | nachmittags | am nachmittag",
            "evening": "abend | abends | am abend",
            "night": "nacht | nachts | in der nacht",
            "noon": "mittag | mittags | am mittag",
            "midnight": "mitternacht",
        },
        "partly": {
            "morning": "morgens | frühmorgens | vormittags",
            "afternoon": "nachmittags",
            "evening": "abends | allabendlich",
            "night": "nachts",
        },
        "adverb": {
            ("hours", 1, 1): "stündlich | rund um die uhr",
            ("minutes", 30, 1): "halbstündlich",
            ("minutes", 15, 1): "viertelstündlich",
            ("hours", 2, 1): "zweistündlich",
            ("minutes", 1, 1): "minütlich",
            ("days", 1, 1): "täglich | tagtäglich | tageweise | allabendlich",
            ("weeks", 1, 1): "wöchentlich",
            ("weeks", 2, 1): "zweiwöchentlich | vierzehntägig | 14-tägig | zweiwöchig",
            ("months", 1, 1): "monatlich",
            ("months", 2, 1): "zweimonatlich",
            ("months", 3, 1): "quartalsweise | vierteljährlich",
            ("months", 6, 1): "halbjährlich",
            ("months", 12, 1): "jährlich | alljährlich",
            ("night", 1, 1): "nächtlich",
        },
        "adjective": {
            ("hours", 1, 1): "stündliche | stündlicher | stündlichen | stündliches | stündlichem",
            ("minutes", 30, 1): (
                "halbstündliche | halbstündlicher | halbstündlichen | halbstündliches | halbstündlichem"
            ),
            ("minutes", 15, 1): (
                "viertelstündliche | viertelstündlicher | viertelstündlichen | viertelstündliches | viertelstündlichem"
            ),
            ("hours", 2, 1): "zweistündliche | zweistündlicher | zweistündlichen | zweistündliches | zweistündlichem",
            ("minutes", 1, 1): "minütliche | minütlicher | minütlichen | minütliches | minütlichem",
            ("days", 1, 1): (
                "tägliche | täglicher | täglichen | tägliches | täglichem | tagtägliche | tagtäglicher | tagtäglichen "
                "| tagtägliches | tagtäglichem | allabendliche | allabendlicher | allabendlichen | allabendliches | "
                "allabendlichem"
            ),
            ("weeks", 1, 1): "wöchentliche | wöchentlicher | wöchentlichen | wöchentliches | wöchentlichem",
            ("weeks", 2, 1): (
                "zweiwöchentliche | zweiwöchentlicher | zweiwöchentlichen | zweiwöchentliches | zweiwöchentlichem | "
                "vierzehntägige | vierzehntägiger | vierzehntägigen | vierzehntägiges | vierzehntägigem | 14-tägige | "
                "14-tägiger | 14-tägigen | 14-tägiges | 14-tägigem | zweiwöchige | zweiwöchiger | zweiwöchigen | "
                "zweiwöchiges | zweiwöchigem"
            ),
            ("months", 1, 1): "monatliche | monatlicher | monatlichen | monatliches | monatlichem",
            ("months", 2, 1): "zweimonatliche | zweimonatlicher | zweimonatlichen | zweimonatliches | zweimonatlichem",
            ("months", 3, 1): (
                "vierteljährliche | vierteljährlicher | vierteljährlichen | vierteljährliches | vierteljährlichem"
            ),
            ("months", 6, 1): "halbjährliche | halbjährlicher | halbjährlichen | halbjährliches | halbjährlichem",
            ("months", 12, 1): (
                "jährliche | jährlicher | jährlichen | jährliches | jährlichem | alljährliche | alljährlicher | "
                "alljährlichen | alljährliches | alljährlichem"
            ),
            ("night", 1, 1): "nächtliche | nächtlicher | nächtlichen | nächtliches | nächtlichem",
        },
        "count": {
            1: "einmal",
            2: "zweimal",
            3: "dreimal",
            4: "viermal",
            5: "fünfmal",
            6: "sechsmal",
        },
        "times": {
            True: "mal | x | male",
        },
        "per": {
            True: "pro | am | im | in der | die | den | je | das | jede | jeden | jedes | /",
        },
        "oclock": {
            True: "uhr | h",
        },
        "before_hour": {
            -30: "halb",
            15: "viertel nach",
            -15: "viertel vor | dreiviertel",
            10: "zehn nach",
            5: "fünf nach",
            20: "zwanzig nach",
            -10: "zehn vor",
            -5: "fünf vor",
            -20: "zwanzig vor",
        },
        "at": {
            True: (
                "um | gegen | ab | jeweils um | immer um | so gegen | pünktlich um | so um | um punkt | punkt | zirka "
                "um | ca. | circa um"
            ),
        },
        "on": {
            True: "am | an | zum | immer am | an den | in | auf den | jeweils am",
        },
        "of": {
            True: (
                "des | im | eines | vom | von | der | in | jeden | jedes | pro | in jedem | eines jeden | dem | zum | "
                "am"
            ),
        },
        "and": {
            True: (
                "und | & | + | / | sowie | und auch | und nochmal | und dann | oder | bzw. | und einmal | und noch mal"
            ),
        },
        "to": {
            True: "bis | - | – | — | bis um | bis zu | und | bis einschließlich",
        },
        "between": {
            True: "zwischen | von | in der zeit von | während",
        },
        "from": {
            True: "von | ab",
        },
        "except": {
            True: (
                "außer | außer am | außer an | ausgenommen | nicht am | nicht an | aber nicht am | aber nicht an | "
                "bis auf | ohne | aber nicht | mit ausnahme von | nur nicht | nur nicht am | ausser | ausser am"
            ),
        },
        "only": {
            True: (
                "nur | aber nur | nur am | aber nur am | nur an | ausschließlich | jedoch nur | lediglich | "
                "allerdings nur"
            ),
        },
        "the": {
            True: "der | die | das | den | dem | des",
        },
        "begin": {
            True: "anfang | beginn | zu beginn | anfangs",
        },
        "end": {
            True: "ende | schluss",
        },
        "edge": {
            ("end", 1): "monatsende | monatsletzten | monatsultimo | ultimo",
            ("begin", 1): "monatsanfang | monatsersten | monatsbeginn",
            ("end", 3): "quartalsende",
            ("begin", 3): "quartalsanfang | quartalsbeginn",
            ("end", 12): "jahresende",
            ("begin", 12): "jahresanfang",
        },
        "minute_before": {True: "zur minute | in minute | minute"},
        "minute_after": {True: "nach | nach der vollen stunde | nach der stunde"},
        "correct": {
            True: (
                "nein | nein sorry | nein, sorry | sorry | nein moment | ach nein | ich meine | ich meinte | besser "
                "gesagt | vielmehr | quatsch | beziehungsweise nein | doch lieber | lieber | oder besser | nee | "
                "moment | pardon | korrektur | halt nein | entschuldigung"
            ),
        },
        "filler": {
            True: (
                "bitte | pünktlich | genau | immer | automatisch | jeweils | ungefähr | etwa | der | die | das | den "
                "| uhrzeit | zeit | um | am | im | in | an | von | gegen | reicht | einmal | soll | läuft | laufen | "
                "starten | starte | mal | auch | schon | ca"
            ),
        },
        "make": {
            True: (
                "schicke | schick | schicken | sende | senden | erstelle | erstellen | mach | mache | machen | mail | "
                "maile | poste | posten | schreib | schreibe | brauche | brauchen | möchte | möchten | hätte | will | "
                "wollen | bekommen | verschicken | verschickt | einen | eine | ein | generiere | liefere"
            ),
        },
        "previous": {
            True: (
                "letzte | letzter | letzten | letztes | vergangene | vergangenen | vergangener | vergangenes | vorige "
                "| vorigen | voriger | vorherigen | vorherige | der letzten | des letzten | vorangegangenen"
            ),
        },
        "next": {
            True: (
                "nächste | nächster | nächsten | nächstes | kommende | kommenden | kommender | folgenden | den "
                "nächsten | den kommenden"
            ),
        },
        "this": {
            True: (
                "diese | dieser | diesen | dieses | diesem | aktuelle | aktuellen | laufenden | laufende | der "
                "laufenden | des laufenden | der"
            ),
        },
        "day_shift": {
            -1: (
                "gestern | gestrigen | gestrige | gestriger | vortag | vortags | vortages | vom vortag | des vortags "
                "| des vortages"
            ),
            0: "heute | heutigen | heutige | heutiger",
            1: "morgen | morgigen | morgige",
            -2: "vorgestern",
            2: "übermorgen",
        },
        "week_before": {
            ("weeks", -1): "vorwoche | der vorwoche",
            ("months", -1): "vormonat | vormonats | des vormonats",
            ("months", -12): "vorjahr | vorjahres",
            ("months", -3): "vorquartal | vorquartals",
        },
        "ago": {
            True: "zuvor | vorher | her",
        },
        "agobefore": {
            True: "vor",
        },
        "within": {
            True: (
                "innerhalb von | innerhalb | binnen | in weniger als | unter | mehr als | weniger als | mindestens | "
                "höchstens | seit | über | spätestens"
            ),
        },
        "older": {
            True: "älter als | mehr als | länger als | seit mehr als | seit über",
        },
        "for": {
            True: "für | lang",
        },
        "wait": {
            True: "warte | warten | nach | pausiere",
        },
        "later": {
            True: "danach | später | darauf | nachher | im anschluss",
        },
        "before": {
            True: "vor | bis | spätestens",
        },
        "after": {
            True: "nach | seit",
        },
        "ahead": {
            True: "in",
        },
        "zonebefore": {
            True: (
                "zeitzone | zeitzone: | zeitzone ist | zeitzone von | wir sitzen in | wir sind in | sitzen in | ich "
                "sitze in | ich bin in | wir arbeiten in | sitz in | firma in | büro in | unser büro ist in | "
                "standort | standort ist | ortszeit | zeit in | ortszeit in | wir leben in | ich wohne in | team "
                "sitzt in | firma sitzt in | uhrzeit in"
            ),
        },
        "zoneafter": {
            True: "zeit | ortszeit | uhrzeit | zeitzone",
        },
    },
)


GERMAN_SAID = Said(
    every_day="jeden Tag",
    weekdays="jeden Werktag",
    weekend="jeden Samstag und Sonntag",
    every="jeden {}",
    days=("Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"),
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    conjunction=" und ",
    at="um {} Uhr",
    between="zwischen {} und {} Uhr",
    at_minute="zur Minute {}",
    units={
        "seconds": ("jede Sekunde", "alle {} Sekunden"),
        "minutes": ("jede Minute", "alle {} Minuten"),
        "hours": ("jede Stunde", "alle {} Stunden"),
        "days": ("jeden Tag", "alle {} Tage"),
        "weeks": ("jede Woche", "alle {} Wochen"),
        "months": ("jeden Monat", "alle {} Monate"),
    },
    on_days=" am {}",
    month_days="am {} jedes Monats",
    on_month_day="am {}",
    year_day="jedes Jahr am {day} {month}",
    quarter_start="am ersten Tag jedes Quartals",
    quarter_end="am letzten Tag jedes Quartals",
    ordinal=lambda n: f"{n}.",
    only={
        "last_working_day": "am letzten Werktag jedes Monats",
        "first_working_day": "am ersten Werktag jedes Monats",
        "last_day_of_month": "am letzten Tag jedes Monats",
    },
    nth="am {which} {day} jedes Monats",
    which=("ersten", "zweiten", "dritten", "vierten", "letzten"),
    one_day=("Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"),
    cron="nach der Cron-Regel {}",
    of_quarter=("jedes Monats", "jedes Quartals"),
    sentences={
        "time": "um {time} Uhr, da keine Uhrzeit genannt wurde",
        "weekday": "am Montag, da kein Tag genannt wurde",
        "month_day": "am 1. des Monats, da kein Tag genannt wurde",
        "every_day": "jeden Tag, da kein Tag genannt wurde",
        "spread": "gleichmäßig über den Zeitraum verteilt",
        "holidays": "Feiertage werden nicht berücksichtigt",
        "business_hours": "als Geschäftszeiten gelten Montag bis Freitag, 09:00 bis 17:00 Uhr",
        "last_run": "der letzte Lauf des Tages ist um {time} Uhr",
        "nearest": "{words}, der nächste Rhythmus, den n8n halten kann",
        "once": (
            "ein Worker wiederholt sich: Er liefe jedes Jahr an diesem Tag. Pausieren Sie ihn nach dem "
            "Lauf, wenn es nur einmal sein soll"
        ),
        "missing_days": "Monate ohne einen {day}. werden übersprungen",
        "clash": "„{first}“ und „{second}“ passen nicht zusammen",
        "count": "„{first}“ passt nicht zu {number}-mal",
        "only": "ein Worker hält eine Kalenderbedingung; für die anderen braucht es einen eigenen",
    },
)
