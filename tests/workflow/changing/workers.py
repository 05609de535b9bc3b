"""Workers to be changed, as the planner makes them."""

from __future__ import annotations

from workforce.workflow import planner
from workforce.workflow.catalogue import Catalogue
from workforce.workflow.spec import WorkerSpec

PROMPTS = {
    "report": "Every Monday at 9 get last week's orders from our PostgreSQL database, add up the amount and e-mail the "
    "total to boss@acme.example",
    "news": "Every weekday at 8 read https://example.com/feed.xml and post it to Slack #news",
    "both": "Every day at 7 read the Google Sheet Orders and post the list to Slack #sales and e-mail it to "
    "boss@acme.example",
    "payments": "When a Stripe payment fails, send an email to billing@acme.example and post it in Slack #billing",
    "approved": "When a row is added to the Google Sheet Invoices, ask boss@acme.example for approval and if approved "
    "send an e-mail to supplier@acme.example",
    "shop": "When a Shopify order comes in, post it to #orders in Slack",
    "open": "Every Friday at 16:00 get all open deals from HubSpot and email the list to me",
}


def worker(name: str, catalogue: Catalogue) -> WorkerSpec:
    """One of them."""
    spec = planner.plan(PROMPTS[name], "Europe/Berlin", catalogue).spec
    assert spec is not None
    return spec
