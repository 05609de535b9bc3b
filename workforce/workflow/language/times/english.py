"""English time words."""

from __future__ import annotations

from workforce.workflow.language.times.lexicon import Vocabulary
from workforce.workflow.language.times.said import Said

ENGLISH = Vocabulary(
    code="en",
    ordinal_marks=("st", "nd", "rd", "th"),
    known=frozenset(["days", "evening", "ever", "friend", "minute", "money", "monitor", "month", "week", "your"]),
    senses={
        "every": {
            True: "every | each | every single | any given | evry | evrey",
        },
        "number": {
            1: "one",
            2: "two | couple of | a couple of",
            3: "three",
            4: "four",
            5: "five",
            6: "six",
            7: "seven",
            8: "eight",
            9: "nine",
            10: "ten",
            11: "eleven",
            12: "twelve",
            15: "fifteen",
            20: "twenty",
            30: "thirty",
            45: "forty five | forty-five",
            60: "sixty",
            90: "ninety",
        },
        "ordinal": {
            1: "first",
            2: "second",
            3: "third",
            4: "fourth",
            5: "fifth",
            6: "sixth",
            7: "seventh",
            8: "eighth",
            9: "ninth",
            10: "tenth",
            15: "fifteenth",
            20: "twentieth",
            30: "thirtieth",
        },
        "last": {
            True: "last | final",
        },
        "other": {
            2: "other | second | alternate | alternating",
        },
        "unit": {
            ("seconds", 1): "second | seconds | sec | secs | s",
            ("minutes", 1): "minute | minutes | min | mins | m",
            ("minutes", 30): "half hour | half-hour | half an hour | half a hour",
            ("minutes", 15): "quarter hour | quarter of an hour | quarter-hour",
            ("hours", 1): "hour | hours | hr | hrs",
            ("days", 1): "day | days | calendar day",
            ("weeks", 1): "week | weeks | wk",
            ("weeks", 2): "fortnight",
            ("months", 1): "month | months | calendar month",
            ("months", 3): "quarter | quarters",
            ("months", 6): "half year | half-year | six months",
            ("months", 12): "year | years",
        },
        "weekday": {
            (0, False): "sunday",
            (1, False): "monday",
            (2, False): "tuesday | tusday",
            (3, False): "wednesday | wendesday | wensday | wedsday",
            (4, False): "thursday | thrusday",
            (5, False): "friday",
            (6, False): "saturday",
            (0, True): "sundays",
            (1, True): "mondays",
            (2, True): "tuesdays",
            (3, True): "wednesdays",
            (4, True): "thursdays",
            (5, True): "fridays",
            (6, True): "saturdays",
        },
        "shortday": {
            0: "sun | sun.",
            1: "mon | mon.",
            2: "tue | tues | tue. | tues.",
            3: "wed | weds | wed. | weds.",
            4: "thu | thur | thurs | thu. | thur. | thurs.",
            5: "fri | fri.",
            6: "sat | sat.",
        },
        "workdays": {
            True: "weekdays | week days | workdays | working days | business days | work days",
            False: "weekday | week day | workday | working day | business day | work day",
        },
        "businesshours": {
            True: "business hours | working hours | office hours | work hours | opening hours",
        },
        "weekend": {
            False: "weekend | weekend day | the weekend",
            True: "weekends | weekend days",
        },
        "month": {
            1: "january | jan",
            2: "february | feb",
            3: "march | mar",
            4: "april | apr",
            5: "may",
            6: "june | jun",
            7: "july | jul",
            8: "august | aug",
            9: "september | sep | sept",
            10: "october | oct",
            11: "november | nov",
            12: "december | dec",
        },
        "part": {
            "morning": "morning | mornings | in the morning | mornin",
            "afternoon": "afternoon | afternoons | in the afternoon",
            "evening": "evening | evenings | in the evening",
            "night": "night | nights | at night | overnight",
            "noon": "noon | midday | lunchtime | lunch time",
            "midnight": "midnight",
        },
        "partly": {
            "morning": "first thing in the morning | mornings",
            "evening": "evenings",
            "night": "nights",
        },
        "adverb": {
            ("hours", 1, 1): "hourly | around the clock",
            ("days", 1, 1): "daily | once daily | day by day",
            ("night", 1, 1): "nightly",
            ("weeks", 1, 1): "weekly",
            ("weeks", 2, 1): "biweekly | bi-weekly | fortnightly",
            ("weeks", 1, 2): "semiweekly",
            ("months", 1, 1): "monthly",
            ("months", 2, 1): "bimonthly | bi-monthly",
            ("months", 3, 1): "quarterly",
            ("months", 12, 1): "yearly | annually | annual | per annum",
            ("months", 6, 1): "semiannually | half-yearly",
            ("minutes", 30, 1): "half-hourly",
            ("days", 2, 1): "every other day | every second day",
        },
        "count": {
            1: "once",
            2: "twice",
            3: "thrice",
        },
        "times": {
            True: "times | time | x",
        },
        "per": {
            True: "a | an | per | each | every | in a | /",
        },
        "meridiem": {
            "am": "am | a.m. | a.m | a m",
            "pm": "pm | p.m. | p.m | p m",
        },
        "oclock": {
            True: "o'clock | o’clock | oclock | hours sharp | h | hrs",
        },
        "before_hour": {
            30: "half past | half",
            15: "quarter past | a quarter past | quarter after",
            -15: "quarter to | a quarter to",
            10: "ten past",
            5: "five past",
            20: "twenty past",
            -10: "ten to",
            -5: "five to",
            -20: "twenty to",
        },
        "at": {
            True: (
                "at | @ | around | about | at around | at about | at exactly | from | starting at | starting from | "
                "by | at precisely | always at"
            ),
        },
        "on": {
            True: "on | on the | the | of a",
        },
        "of": {
            True: (
                "of | of the | in the | of every | of each | in every | in each | of a | of any | in | per | every | "
                "each | a | the | of our"
            ),
        },
        "and": {
            True: "and | & | + | / | as well as | plus | and also | and again | and then | then | or | and once",
        },
        "to": {
            True: "to | - | – | — | until | till | through | thru | up to | and",
        },
        "between": {
            True: "between | from | during | only between",
        },
        "except": {
            True: (
                "except | except for | except on | excluding | but not on | but not | not on | apart from | other "
                "than | without | never on | skip | skipping"
            ),
        },
        "only": {
            True: "only | but only | only on | but only on | just on | but just on | only at | but only at",
        },
        "the": {
            True: "the",
        },
        "begin": {
            True: "beginning | start | the beginning | the start | begin",
        },
        "end": {
            True: "end | the end | month-end",
        },
        "edge": {
            ("end", 1): "month end | month-end | end-of-month | eom | end of month",
            ("end", 3): "quarter end | quarter-end | quarter ends | quarters end | end of quarter",
            ("end", 12): "year end | year-end | end of year",
        },
        "workday": {
            True: "working day | workday | business day | weekday | work day | banking day",
        },
        "minute_before": {True: "at minute | minute | on minute"},
        "minute_after": {True: "past | past the hour | minutes past the hour | minutes past | after the hour"},
        "correct": {
            True: (
                "no sorry | no, sorry | sorry | i mean | i meant | no wait | no, wait | wait no | wait, no | or "
                "rather | rather | actually | correction | scratch that | make that | no make it | make it | oops | "
                "no actually | no, actually | better | sorry i mean | sorry, i mean | i.e. rather | hmm no | nope | "
                "no | instead | let's say | change that to"
            ),
        },
        "filler": {
            True: (
                "the | please | sharp | exactly | precisely | always | automatically | then | that is | run | runs | "
                "local time | time | every time zone | days | once | on the dot | around | about | approximately | "
                "roughly | or so | also | this | is enough | would do | starting | early | late | of | it | in | on | "
                "at | a | both | during"
            ),
        },
        "make": {
            True: (
                "send | sends | create | make | makes | prepare | generate | email | mail | post | write | give | "
                "share | deliver | produce | build | compile | publish | want | need | get | schedule | sending | run "
                "| do | perform | draft | set up | a | an"
            ),
        },
        "follow": {
            True: (
                "to | from | for | in | on | at | and | the | a | an | my | our | all | we | i | please | then | via "
                "| with | check | send | get | look | pull | fetch | read | take | post | collect | email | by | into "
                "| run | it | that | using | but | or | so | as | list | create | find | of"
            ),
        },
        "unlike": {
            True: "active | recurring | standup | stand | basis | deals | specials",
        },
        "previous": {
            True: "last | past | previous | preceding | the last | the past | prior",
        },
        "next": {
            True: "next | coming | following | upcoming | the next",
        },
        "this": {
            True: "this | current | the current | of the",
        },
        "day_shift": {
            -1: "yesterday | yesterday's | yesterday’s | the day before | the previous day | previous day",
            0: "today | today's | today’s",
            1: "tomorrow | tomorrow's | tomorrow’s",
            -2: "day before yesterday | the day before yesterday",
            2: "day after tomorrow | the day after tomorrow",
        },
        "ago": {
            True: "ago | earlier | before that",
        },
        "within": {
            True: (
                "within | in less than | in under | under | less than | more than | over | at least | at most | no "
                "later than | for more than"
            ),
        },
        "older": {
            True: "older than | more than | over | longer than | for more than | for over",
        },
        "for": {
            True: "for | lasts | last | lasting",
        },
        "wait": {
            True: "wait | waits | wait for | pause | sleep | delay of | delay | hold for | after | after another",
        },
        "later": {
            True: "after that | later | afterwards | after | thereafter | from then | after this | delay",
        },
        "before": {
            True: "before | until | by | till | prior to",
        },
        "after": {
            True: "after | since | as of | later than",
        },
        "since": {
            True: "since",
        },
        "ahead": {
            True: "in",
        },
        "zoneafter": {
            True: "time | local time | timezone | time zone | standard time",
        },
        "zonebefore": {
            True: (
                "timezone | time zone | timezone: | time zone: | tz | time zone is | timezone is | based in | we are "
                "in | we're in | we’re in | i'm in | i’m in | i am in | located in | office in | our office is in | "
                "we sit in | sit in | live in | team is in | company is in | business is in | we work in | i live in "
                "| everyone is in | all in | timezone of | time zone of | time in | we are based in"
            ),
        },
    },
)


ENGLISH_SAID = Said(
    every_day="every day",
    weekdays="every weekday",
    weekend="every Saturday and Sunday",
    every="every {}",
    days=("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    conjunction=" and ",
    at="at {}",
    between="between {} and {}",
    at_minute="at minute {}",
    units={
        "seconds": ("every second", "every {} seconds"),
        "minutes": ("every minute", "every {} minutes"),
        "hours": ("every hour", "every {} hours"),
        "days": ("every day", "every {} days"),
        "weeks": ("every week", "every {} weeks"),
        "months": ("every month", "every {} months"),
    },
    on_days=" on {}",
    month_days="on the {} of every month",
    on_month_day="on the {}",
    year_day="every year on {month} {day}",
    quarter_start="on the first day of every quarter",
    quarter_end="on the last day of every quarter",
    ordinal=lambda n: f"{n}{'th' if 10 < n % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}",
    only={
        "last_working_day": "on the last working day of every month",
        "first_working_day": "on the first working day of every month",
        "last_day_of_month": "on the last day of every month",
    },
    nth="on the {which} {day} of every month",
    which=("first", "second", "third", "fourth", "last"),
    one_day=("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
    cron="by the cron rule {}",
    of_quarter=("of every month", "of every quarter"),
    sentences={
        "only": "one worker keeps one calendar condition; the others need a worker of their own",
        "time": "at {time}, since no time was given",
        "weekday": "on Monday, since no day was given",
        "month_day": "on the 1st of the month, since no day was given",
        "every_day": "every day, since no day was given",
        "spread": "spread evenly over the period",
        "holidays": "public holidays are not taken into account",
        "business_hours": "business hours are taken as Monday to Friday, 09:00 to 17:00",
        "last_run": "the last run of the day is at {time}",
        "nearest": "{words}, the closest rhythm that n8n can keep",
        "once": "a worker repeats: it would run every year on this date. Pause it after the run if it is meant once",
        "missing_days": "months without a day {day} are skipped",
        "clash": "“{first}” and “{second}” cannot both be true",
        "count": "“{first}” does not fit {number} times",
    },
)
