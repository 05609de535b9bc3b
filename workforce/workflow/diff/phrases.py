"""What a diff says, by language; what has no German is said in English."""

from __future__ import annotations

ENGLISH = {
    "name": "Is called “{after}” now, not “{before}”.",
    "objective": "Its task reads “{after}” now, not “{before}”.",
    "timezone": "Times are those of {after} now, not of {before}.",
    "runs": "Runs {after} instead of {before}.",
    "runs_more": "Runs {after} instead of {before}: {n} × as often.",
    "runs_less": "Runs {after} instead of {before}: {n} × less often.",
    "starts": "Starts another way: {after}. Before: {before}.",
    "starts_too": "Also starts by itself: {after}.",
    "starts_not": "No longer starts by itself: {before}.",
    "added": "Now also {action}.",
    "skips": "Now skips items where {condition}.",
    "only": "Now goes on only with items where {condition}.",
    "skips_no_more": "No longer skips items where {condition}.",
    "only_no_more": "No longer goes on only with items where {condition}.",
    "removed": "No longer {action}.",
    "replaced": "Now {after}; no longer {before}.",
    "mails_too": "Now also e-mails {who}.",
    "mails_not": "No longer e-mails {who}.",
    "reaches_too": "“{title}”: {what} now also {who}.",
    "reaches_not": "“{title}”: {what} no longer {who}.",
    "set": "“{title}”: {what} is {after} now, not {before}.",
    "set_new": "“{title}”: {what} is {after} now.",
    "set_off": "“{title}”: {what} is no longer set; it was {before}.",
    "set_apart": "“{title}”: {what} is filled in another way.",
    "condition": "“{title}” now asks whether {after}; before: {before}.",
    "quoted": "“{text}”",
    "title": "“{before}” is called “{after}” now.",
    "stop": "If “{title}” fails, the worker stops and tells you.",
    "retry": "If “{title}” fails, it is tried up to {times} times, {seconds} seconds apart.",
    "continue": "If “{title}” fails, the worker goes on.",
    "route": "If “{title}” fails, another way is taken.",
    "once": "“{title}” is done once, not for every item.",
    "not_once": "“{title}” is done for every item, not once.",
    "version": "“{title}” is done by version {after} of n8n's step, not {before}.",
    "serves": "“{title}” now belongs to “{after}”.",
    "comes_after": "“{title}” now comes after {after}, not after {before}.",
    "starts_with": "“{title}” no longer waits for {before}.",
    "other_way": "“{title}” is reached by another way than before.",
    "order": "Steps that stand side by side are done in another order.",
    "asks": "One more thing to answer: {question}",
    "asks_no_more": "No longer to be answered: {question}",
    "dearer": "Forecast: about ${dollars} a month more for AI.",
    "cheaper": "Forecast: about ${dollars} a month less for AI.",
    "nothing": "nothing",
}

GERMAN = {
    "name": "Heißt jetzt „{after}“, nicht mehr „{before}“.",
    "objective": "Die Aufgabe lautet jetzt „{after}“, nicht mehr „{before}“.",
    "timezone": "Zeiten gelten jetzt für {after}, nicht für {before}.",
    "runs": "Läuft {after} statt {before}.",
    "runs_more": "Läuft {after} statt {before}: {n}-mal so oft.",
    "runs_less": "Läuft {after} statt {before}: {n}-mal seltener.",
    "starts": "Beginnt anders: {after}. Vorher: {before}.",
    "starts_too": "Beginnt auch von selbst: {after}.",
    "starts_not": "Beginnt nicht mehr von selbst: {before}.",
    "added": "Neu: {action}.",
    "skips": "Überspringt jetzt Einträge, für die gilt: {condition}.",
    "only": "Macht nur noch mit Einträgen weiter, für die gilt: {condition}.",
    "skips_no_more": "Überspringt nicht mehr die Einträge, für die gilt: {condition}.",
    "only_no_more": "Macht nicht mehr nur mit Einträgen weiter, für die gilt: {condition}.",
    "removed": "Nicht mehr: {action}.",
    "replaced": "Jetzt: {after}; nicht mehr: {before}.",
    "mails_too": "Schreibt jetzt auch an {who}.",
    "mails_not": "Schreibt nicht mehr an {who}.",
    "reaches_too": "„{title}“: {what} jetzt auch {who}.",
    "reaches_not": "„{title}“: {what} nicht mehr {who}.",
    "set": "„{title}“: {what} ist jetzt {after} statt {before}.",
    "set_new": "„{title}“: {what} ist jetzt {after}.",
    "set_off": "„{title}“: {what} ist nicht mehr gesetzt; vorher {before}.",
    "set_apart": "„{title}“: {what} wird auf andere Weise gefüllt.",
    "condition": "„{title}“ fragt jetzt, ob gilt: {after}; vorher: {before}.",
    "quoted": "„{text}“",
    "title": "„{before}“ heißt jetzt „{after}“.",
    "stop": "Wenn „{title}“ scheitert, hält die Fachkraft an und sagt Bescheid.",
    "retry": "Wenn „{title}“ scheitert, wird es bis zu {times}-mal versucht, im Abstand von {seconds} Sekunden.",
    "continue": "Wenn „{title}“ scheitert, geht es trotzdem weiter.",
    "route": "Wenn „{title}“ scheitert, geht es einen anderen Weg.",
    "once": "„{title}“ geschieht einmal, nicht für jeden Eintrag.",
    "not_once": "„{title}“ geschieht für jeden Eintrag, nicht nur einmal.",
    "serves": "„{title}“ gehört jetzt zu „{after}“.",
    "comes_after": "„{title}“ kommt jetzt nach {after}, nicht nach {before}.",
    "starts_with": "„{title}“ wartet nicht mehr auf {before}.",
    "other_way": "„{title}“ wird auf einem anderen Weg erreicht als vorher.",
    "order": "Schritte, die nebeneinander stehen, geschehen in anderer Reihenfolge.",
    "asks": "Noch zu beantworten: {question}",
    "asks_no_more": "Nicht mehr zu beantworten: {question}",
    "dearer": "Vorhersage: etwa {dollars} $ im Monat mehr für KI.",
    "cheaper": "Vorhersage: etwa {dollars} $ im Monat weniger für KI.",
    "nothing": "nichts",
}
_KEEPS_CAPITALS = {"de"}


def said_in(language: str, key: str, **values: object) -> str:
    """A phrase with its values."""
    table = GERMAN if language[:2].lower() == "de" else ENGLISH
    return table.get(key, ENGLISH[key]).format(**values)


def inside(language: str, text: str) -> str:
    """A sentence inside another one: English ones begin small there, German ones stand behind a colon."""
    from workforce.workflow.diff.telling import lowered

    return text if language[:2].lower() in _KEEPS_CAPITALS else lowered(text)
