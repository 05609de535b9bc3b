"""Customer records: contacts, deals, leads."""

from __future__ import annotations

from workforce.workflow.build import group
from workforce.workflow.planner import writing
from workforce.workflow.planner.recipes.order import Order, recipe
from workforce.workflow.spec import Group, Literal, Many, Value


@recipe("hubspot_contact")
def hubspot_contact(order: Order) -> Value:
    fields: dict[str, Value] = {}
    for name, concept in (("firstName", "name"), ("companyName", "company"), ("phoneNumber", "phone")):
        place = next(
            (
                (s, s.path(concept, guess=False))
                for s in reversed(order.assembly.sources_of(order.intent.scope))
                if s.path(concept, guess=False)
            ),
            None,
        )
        if place is not None:
            fields[name] = place[0].ref(place[1])
    return Group(fields=fields)


@recipe("hubspot_deal_properties")
def hubspot_deal_properties(order: Order) -> Value:
    return group(
        propertiesCollection=group(
            propertiesValues=group(properties=["dealname", "amount", "dealstage", "hubspot_owner_id", "closedate"])
        )
    )


@recipe("hubspot_deal")
def hubspot_deal(order: Order) -> Value:
    return group(dealName=writing.title(order.assembly, order.intent))


@recipe("stage_option")
def stage_option(order: Order) -> Value:
    said = order.named("stage", "pipeline")
    return order.ask(
        "hubspot_stage",
        "Which deal stage should new deals start in?",
        "It is chosen from your pipeline.",
        said or "appointmentscheduled",
    )


@recipe("ask_pipeline")
def ask_pipeline(order: Order) -> Value:
    return Literal(value="0")


@recipe("ask_stage")
def ask_stage(order: Order) -> Value:
    return Literal(value="1")


@recipe("salesforce_lead", "salesforce_contact")
def salesforce_lead(order: Order) -> Value:
    ref = writing.person(order.assembly, order.intent, "email")
    return group(email=ref) if ref is not None else group()


@recipe("pipedrive_person")
def pipedrive_person(order: Order) -> Value:
    ref = writing.person(order.assembly, order.intent, "email")
    return Group(fields={"email": Many(items=[ref])}) if ref is not None else group()
