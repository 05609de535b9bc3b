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
    "US": "America/New_York",
    "BR": "America/Sao_Paulo",
    "MX": "America/Mexico_City",
    "ES": "Europe/Madrid",
    "PT": "Europe/Lisbon",
    "DE": "Europe/Berlin",
    "CL": "America/Santiago",
    "AR": "America/Argentina/Buenos_Aires",
    "CN": "Asia/Shanghai",
    "NZ": "Pacific/Auckland",
    "EC": "America/Guayaquil",
    "UA": "Europe/Kyiv",
    "TR": "Europe/Istanbul",
}

# Large cities and regions that no zone is named after.
_OTHER_NAMES = {
    "Europe/Berlin": (
        "munich | münchen | munique | múnich | hamburg | hambourg | frankfurt | köln | cologne | colonia | "
        "stuttgart | düsseldorf | leipzig | dresden | hannover | frankfurt am main | central european"
    ),
    "Europe/Zurich": "zürich | geneva | genf | ginebra | genève | genebra | basel | bern",
    "Europe/Vienna": "graz | linz | salzburg",
    "Europe/Paris": "lyon | marseille | toulouse | bordeaux | lille | nantes | nice | strasbourg",
    "Europe/Madrid": "barcelona | valencia | sevilla | seville | bilbao | málaga | zaragoza | peninsular",
    "Europe/Lisbon": "porto | braga | coimbra",
    "Europe/London": (
        "manchester | birmingham | edinburgh | glasgow | leeds | bristol | england | scotland | uk | britain | "
        "u.k. | british | the uk"
    ),
    "Europe/Rome": "milan | mailand | milano | turin | naples | florence",
    "Europe/Amsterdam": "rotterdam | utrecht | holland",
    "Europe/Brussels": "antwerp | ghent",
    "Europe/Warsaw": "krakow | gdansk",
    "Asia/Kolkata": "mumbai | bangalore | bengaluru | delhi | hyderabad | chennai | pune | new delhi",
    "Asia/Shanghai": "beijing | peking | pekin | pékin | pequim | shenzhen",
    "Asia/Tokyo": "osaka | kyoto",
    "Australia/Sydney": "canberra",
    "America/New_York": (
        "boston | miami | atlanta | washington | philadelphia | nyc | new york city | east coast | eastern | u.s. "
        "| nueva york | nova york | nova iorque | us eastern"
    ),
    "America/Chicago": "houston | dallas | austin | minneapolis | central | us central",
    "America/Los_Angeles": (
        "seattle | portland | oakland | san francisco | san diego | las vegas | silicon valley | west coast | "
        "pacific | us pacific"
    ),
    "America/Toronto": "ottawa | montreal | montréal | quebec",
    "America/Sao_Paulo": (
        "brasília | brasilia | curitiba | salvador | recife | rio de janeiro | belo horizonte | porto alegre | "
        "são paulo"
    ),
    "America/Mexico_City": "guadalajara | puebla | mexico city | méxico df | cdmx",
    "Asia/Jerusalem": "haifa | tel aviv",
    "Asia/Ho_Chi_Minh": "hanoi",
    "America/Bogota": "medellín | cali",
    "Africa/Johannesburg": "cape town",
    "Asia/Dubai": "abu dhabi",
    "America/Denver": "mountain",
    "Etc/UTC": "greenwich",
    "America/Argentina/Buenos_Aires": "buenos aires",
}

# German "Wiener Zeit": where the town's name changes before -er.
_ADJECTIVES = {
    "Europe/Vienna": "wiener | österreichischer",
    "Europe/Berlin": "münchner | münchener | deutscher | mitteleuropäischer",
    "Europe/Zurich": "zürcher | schweizer",
}

_ABBREVIATIONS = {
    "Etc/UTC": "UTC GMT",
    "Europe/Berlin": "CET CEST MEZ MESZ",
    "America/New_York": "EST EDT ET",
    "America/Chicago": "CST CDT CT",
    "America/Denver": "MST MDT MT",
    "America/Los_Angeles": "PST PDT PT",
    "Europe/London": "BST",
    "Europe/Lisbon": "WET",
    "Europe/Athens": "EET",
    "Asia/Kolkata": "IST",
    "Asia/Tokyo": "JST",
    "Asia/Seoul": "KST",
    "Asia/Singapore": "SGT",
    "Asia/Hong_Kong": "HKT",
    "Australia/Sydney": "AEST AEDT",
    "Pacific/Auckland": "NZST",
    "America/Sao_Paulo": "BRT",
    "America/Argentina/Buenos_Aires": "ART",
    "Africa/Johannesburg": "SAST",
}
ABBREVIATIONS = {name: zone for zone, names in _ABBREVIATIONS.items() for name in names.split()}

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
    for table in (_OTHER_NAMES, _ADJECTIVES):
        found.update({key(name): zone for zone, names in table.items() for name in names.split(" | ")})
    return found


@cache
def first_words(language: str) -> frozenset[str]:
    """The words with which a place's name can begin."""
    return frozenset(name[0] for name in places(language) if name)
