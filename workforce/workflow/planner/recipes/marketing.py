"""Audiences, tags, web statistics, company pages."""

from __future__ import annotations

import re

from workforce.workflow.build import group, many
from workforce.workflow.language.words import fold
from workforce.workflow.planner.recipes.order import Order, recipe
from workforce.workflow.spec import Literal, Locator, Value


@recipe("audience_option")
def audience_option(order: Order) -> Value:
    said = order.named("list", "tag") if order.named("list") else ""
    return order.ask(
        "mailchimp_audience",
        f"Which Mailchimp audience is “{said}”?" if said else "Which Mailchimp audience?",
        "Mailchimp keeps subscribers in audiences; it is chosen from your account.",
        said or "your-audience",
    )


@recipe("mailchimp_options")
def mailchimp_options(order: Order) -> Value | None:
    tag = order.named("tag", "label")
    return group(tags=tag) if tag else None


@recipe("tag_list")
def tag_list(order: Order) -> Value:
    return Literal(value=[order.named("tag", "label") or "new"])


@recipe("property")
def property_(order: Order) -> Value:
    said = order.named("site")
    return Locator(
        mode="list",
        value=order.ask(
            "ga_property", "Which Google Analytics property?", "It is chosen from your account.", said or "Our website"
        ),
        name=said or "Our website",
    )


@recipe("analytics_range")
def analytics_range(order: Order) -> Value:
    text = fold(order.intent.text)
    for pattern, value in (
        (r"yesterday|gestern|ayer|hier|ontem", "yesterday"),
        (r"last week|letzte woche|semana pasada|semaine derniere|semana passada|previous week", "lastCalendarWeek"),
        (r"last month|letzten monat|mes pasado|mois dernier|mes passado", "lastCalendarMonth"),
        (r"30 (days|tage|dias|jours)", "last30days"),
        (r"today|heute|hoy|aujourd|hoje", "today"),
    ):
        if re.search(rf"\b({pattern})", text):
            return Literal(value=value)
    return Literal(value="last7days")


@recipe("analytics_metric")
def analytics_metric(order: Order) -> Value:
    text = fold(order.intent.text)
    metric = (
        "sessions"
        if re.search(r"session|sesion|sess|visit|besuch|visita|sitzung", text)
        else "screenPageViews"
        if re.search(r"page ?view|seitenaufruf|paginas vistas|pages vues", text)
        else "conversions"
        if "conver" in text
        else "totalUsers"
    )
    return group(metricValues=many(group(listName=metric)))


@recipe("analytics_dimension")
def analytics_dimension(order: Order) -> Value:
    return group(dimensionValues=many(group(listName="date")))


@recipe("linkedin_as")
def linkedin_as(order: Order) -> Value:
    company = (
        re.search(r"company|page|unternehmen|firmen|empresa|entreprise|pagina", fold(order.assembly.request.text))
        is not None
    )
    return Literal(value="organization" if company else "person")


@recipe("linkedin_page")
def linkedin_page(order: Order) -> Value | None:
    if linkedin_as(order) != Literal(value="organization"):
        return None
    return order.ask(
        "linkedin_page", "Which LinkedIn company page (its number)?", "LinkedIn finds a page by its number.", "0"
    )


@recipe("linkedin_person")
def linkedin_person(order: Order) -> Value | None:
    if linkedin_as(order) == Literal(value="organization"):
        return None
    return order.ask(
        "linkedin_person", "Whose LinkedIn profile posts?", "It is chosen from your account.", "your-profile"
    )


@recipe("ask_project")
def ask_project(order: Order) -> Value:
    said = order.named("project")
    return order.known(
        said,
        f"{order.service}_project",
        f"Which {order.name} project?",
        "It is chosen from your account.",
        "your-project",
    )
