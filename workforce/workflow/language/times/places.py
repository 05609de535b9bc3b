"""Names of places and zones, and the time zone each keeps."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global

from workforce.workflow.language.times.tokens import tokens

_AREAS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")

# Countries that keep several times: the one most of their people keep.
_MAIN = {
    "US": "America/New_York", "BR": "America/Sao_Paulo", "MX": "America/Mexico_City", "ES": "Europe/Madrid", "PT": "Europe/Lisbon",
    "DE": "Europe/Berlin", "CL": "America/Santiago", "AR": "America/Argentina/Buenos_Aires", "CN": "Asia/Shanghai", "NZ": "Pacific/Auckland",
    "EC": "America/Guayaquil", "UA": "Europe/Kyiv", "TR": "Europe/Istanbul",
}  # fmt: skip

# Large cities that no zone is named after.
_CITIES = {
    "Europe/Berlin": "munich münchen munique múnich hamburg hambourg frankfurt köln cologne colonia stuttgart düsseldorf leipzig dresden hannover",
    "Europe/Zurich": "zürich geneva genf ginebra genève genebra basel bern",
    "Europe/Vienna": "graz linz salzburg", "Europe/Paris": "lyon marseille toulouse bordeaux lille nantes nice strasbourg",
    "Europe/Madrid": "barcelona valencia sevilla seville bilbao málaga zaragoza", "Europe/Lisbon": "porto braga coimbra",
    "Europe/London": "manchester birmingham edinburgh glasgow leeds bristol england scotland uk britain", "Europe/Rome": "milan mailand milano turin naples florence",
    "Europe/Amsterdam": "rotterdam utrecht holland", "Europe/Brussels": "antwerp ghent", "Europe/Warsaw": "krakow gdansk",
    "Asia/Kolkata": "mumbai bangalore bengaluru delhi hyderabad chennai pune", "Asia/Shanghai": "beijing peking pekin pékin pequim shenzhen",
    "Asia/Tokyo": "osaka kyoto", "Australia/Sydney": "canberra", "America/New_York": "boston miami atlanta washington philadelphia nyc",
    "America/Chicago": "houston dallas austin minneapolis", "America/Los_Angeles": "seattle portland oakland",
    "America/Toronto": "ottawa montreal montréal quebec", "America/Sao_Paulo": "brasília brasilia curitiba salvador recife",
    "America/Mexico_City": "guadalajara puebla", "Asia/Jerusalem": "haifa", "Asia/Ho_Chi_Minh": "hanoi", "America/Bogota": "medellín cali",
}  # fmt: skip
_LONG_CITIES = {
    "san francisco": "America/Los_Angeles", "san diego": "America/Los_Angeles", "las vegas": "America/Los_Angeles", "silicon valley": "America/Los_Angeles",
    "rio de janeiro": "America/Sao_Paulo", "belo horizonte": "America/Sao_Paulo", "porto alegre": "America/Sao_Paulo", "tel aviv": "Asia/Jerusalem",
    "cape town": "Africa/Johannesburg", "abu dhabi": "Asia/Dubai", "new delhi": "Asia/Kolkata", "mexico city": "America/Mexico_City",
    "méxico df": "America/Mexico_City", "cdmx": "America/Mexico_City", "frankfurt am main": "Europe/Berlin", "new york city": "America/New_York",
    "east coast": "America/New_York", "west coast": "America/Los_Angeles", "eastern": "America/New_York", "central european": "Europe/Berlin",
    "pacific": "America/Los_Angeles", "mountain": "America/Denver", "central": "America/Chicago", "greenwich": "Etc/UTC", "u.k.": "Europe/London",
    "u.s.": "America/New_York", "buenos aires": "America/Argentina/Buenos_Aires", "são paulo": "America/Sao_Paulo", "nueva york": "America/New_York",
    "nova york": "America/New_York", "nova iorque": "America/New_York", "british": "Europe/London", "us eastern": "America/New_York",
    "us pacific": "America/Los_Angeles", "us central": "America/Chicago", "peninsular": "Europe/Madrid", "the uk": "Europe/London",
}  # fmt: skip
# German "Wiener Zeit": where the town's name changes before -er.
_ADJECTIVES = {"wiener": "Europe/Vienna", "münchner": "Europe/Berlin", "münchener": "Europe/Berlin", "zürcher": "Europe/Zurich", "deutscher": "Europe/Berlin",
               "schweizer": "Europe/Zurich", "österreichischer": "Europe/Vienna", "mitteleuropäischer": "Europe/Berlin"}  # fmt: skip

ABBREVIATIONS = {
    "UTC": "Etc/UTC", "GMT": "Etc/UTC", "CET": "Europe/Berlin", "CEST": "Europe/Berlin", "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin",
    "EST": "America/New_York", "EDT": "America/New_York", "ET": "America/New_York", "CST": "America/Chicago", "CDT": "America/Chicago",
    "CT": "America/Chicago", "MST": "America/Denver", "MDT": "America/Denver", "MT": "America/Denver", "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles", "PT": "America/Los_Angeles", "BST": "Europe/London", "WET": "Europe/Lisbon", "EET": "Europe/Athens",
    "IST": "Asia/Kolkata", "JST": "Asia/Tokyo", "KST": "Asia/Seoul", "SGT": "Asia/Singapore", "HKT": "Asia/Hong_Kong", "AEST": "Australia/Sydney",
    "AEDT": "Australia/Sydney", "NZST": "Pacific/Auckland", "BRT": "America/Sao_Paulo", "ART": "America/Argentina/Buenos_Aires", "SAST": "Africa/Johannesburg",
}  # fmt: skip

Name = tuple[str, ...]


def key(name: str) -> Name:
    """A name as the token texts it is found by."""
    return tuple(token.text for token in tokens(name))


@cache
def places(language: str) -> dict[Name, str]:
    """Token texts of a place's name, in English and in the language → IANA zone."""
    known = available_timezones()
    found: dict[Name, str] = {}
    for code in dict.fromkeys((language, "en")):
        locale = Locale(code)
        for territory, zones in get_global("territory_zones").items():
            name = locale.territories.get(territory)
            zone = _MAIN.get(territory, zones[0] if len(zones) == 1 else "")
            if name and zone in known:
                found.setdefault(key(name), zone)
        for zone, names in locale.time_zones.items():
            if "city" in names and zone in known:
                found[key(names["city"])] = zone
    for zone in sorted(known):
        if zone.split("/")[0] in _AREAS:
            found.setdefault(key(zone.rsplit("/", 1)[-1].replace("_", " ")), zone)
    for zone, names in _CITIES.items():
        found.update({key(name): zone for name in names.split()})
    found.update({key(name): zone for name, zone in {**_LONG_CITIES, **_ADJECTIVES}.items()})
    return found


@cache
def first_words(language: str) -> frozenset[str]:
    """The words with which a place's name can begin."""
    return frozenset(name[0] for name in places(language) if name)
