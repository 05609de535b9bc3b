"""Stretches of time, calendars, events."""

from __future__ import annotations

import re

from workforce.workflow.build import group
from workforce.workflow.language.words import fold
from workforce.workflow.planner import writing
from workforce.workflow.planner.knowledge.cues import is_person
from workforce.workflow.planner.recipes.order import Order, by_name, recipe
from workforce.workflow.spec import Group, Literal, Locator, Many, Moment, Value

_RANGES: tuple[tuple[str, dict[str, int], dict[str, int], str], ...] = (
    (r"tomorrow|morgigen|morgen[' ]?s?\b|manana|demain|amanha", {"days": 1}, {"days": 2}, "day"),
    (r"next week|nachste\w* woche|proxima semana|semaine prochaine|semana que vem", {"weeks": 1}, {"weeks": 2}, "week"),
    (
        r"last week|previous week|letzte\w* woche|vorwoche|semana pasada|semaine (derniere|passee)|semana passada",
        {"weeks": -1},
        {"weeks": 0},
        "week",
    ),
    (r"yesterday|gestern|gestrig\w*|vortag\w*|ayer|hier\b|ontem", {"days": -1}, {"days": 0}, "day"),
    (r"this month|diese\w* monat|este mes|ce mois", {"months": 0}, {"months": 1}, "month"),
    (
        r"last month|letzte\w* monat|vormonat|mes pasado|mois dernier|mes passado",
        {"months": -1},
        {"months": 0},
        "month",
    ),
    (
        r"this week|the week|diese\w* woche|esta semana|de la semana|da semana|cette semaine|de la semaine",
        {"weeks": 0},
        {"weeks": 1},
        "week",
    ),
    (r"today|heute|heutig\w*|hoy|aujourd'hui|hoje", {"days": 0}, {"days": 1}, "day"),
)


def time_range(text: str) -> tuple[Moment, Moment] | None:
    """The stretch of time a text speaks of: `tomorrow's meetings` → from tomorrow's start to its end."""
    folded = fold(text)
    for pattern, first, last, unit in _RANGES:
        if re.search(rf"\b(?:{pattern})", folded):
            clean = {k: v for k, v in first.items() if v}, {k: v for k, v in last.items() if v}
            return Moment(shift=clean[0], snap=unit), Moment(shift=clean[1], snap=unit)
    return None


@recipe("range_start")
def range_start(order: Order) -> Value:
    found = time_range(order.intent.text)
    return found[0] if found else Moment(snap="day")


@recipe("range_end")
def range_end(order: Order) -> Value:
    found = time_range(order.intent.text)
    return found[1] if found else Moment(shift={"days": 1}, snap="day")


@recipe("calendar")
def calendar(order: Order) -> Value:
    said = order.named("calendar")
    return by_name(said) if said else Locator(mode="list", value=Literal(value="primary"), name="Primary")


@recipe("calendar_order")
def calendar_order(order: Order) -> Value:
    return group(singleEvents=True, orderBy="startTime")


@recipe("event_start", "event_end")
def event_start(order: Order) -> Value:
    for words in ("start date", "start", "date", "time"):
        place = writing.named_field(order.assembly, order.intent.scope, words)
        if place is not None and place[0].style != "ai":
            return place[0].ref(place[1])
    return Moment(shift={"days": 1}, snap="day")


@recipe("event_details")
def event_details(order: Order) -> Value:
    fields: dict[str, Value] = {"summary": writing.title(order.assembly, order.intent)}
    invited = [p.fold for p in order.intent.pieces if is_person(p)]
    if invited and re.search(r"invit|einlad|convid", fold(order.intent.text)):
        ref = writing.person(order.assembly, order.intent, "email")
        if ref is not None:
            fields["attendees"] = Many(items=[ref])
    return Group(fields=fields)
