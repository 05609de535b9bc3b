"""The services that are simulated in their own shapes, one file each; `service_at` finds the one of an address."""

from __future__ import annotations

from urllib.parse import urlsplit

from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.services.anthropic import anthropic
from workforce.workflow.rehearsal.world.services.chats import discord, telegram, twilio, whatsapp
from workforce.workflow.rehearsal.world.services.code import github, gitlab
from workforce.workflow.rehearsal.world.services.gemini import gemini
from workforce.workflow.rehearsal.world.services.google_calendar import calendar, docs
from workforce.workflow.rehearsal.world.services.google_drive import drive
from workforce.workflow.rehearsal.world.services.google_mail import gmail
from workforce.workflow.rehearsal.world.services.google_sheets import sheets
from workforce.workflow.rehearsal.world.services.microsoft_files import excel, onedrive
from workforce.workflow.rehearsal.world.services.microsoft_mail import outlook
from workforce.workflow.rehearsal.world.services.microsoft_teams import teams
from workforce.workflow.rehearsal.world.services.money import quickbooks, shopify, stripe, woocommerce, xero
from workforce.workflow.rehearsal.world.services.notes import airtable, notion
from workforce.workflow.rehearsal.world.services.openai import SPEAKERS
from workforce.workflow.rehearsal.world.services.outreach import calendly, mailchimp, sendgrid, typeform, zoom
from workforce.workflow.rehearsal.world.services.sales import hubspot, pipedrive, salesforce
from workforce.workflow.rehearsal.world.services.sign_in import sign_in
from workforce.workflow.rehearsal.world.services.slack import slack
from workforce.workflow.rehearsal.world.services.storage import aws, dropbox, s3, supabase
from workforce.workflow.rehearsal.world.services.support import freshdesk, intercom, zendesk
from workforce.workflow.rehearsal.world.services.work import asana, clickup, jira, linear, monday, trello

# Google's services share hosts, so the narrower ones come first.
SERVICES: tuple[Service, ...] = (
    sign_in,
    sheets,
    gmail,
    calendar,
    docs,
    drive,
    slack,
    outlook,
    excel,
    onedrive,
    teams,
    telegram,
    discord,
    whatsapp,
    twilio,
    notion,
    airtable,
    *SPEAKERS,
    anthropic,
    gemini,
    hubspot,
    salesforce,
    pipedrive,
    jira,
    trello,
    asana,
    clickup,
    monday,
    linear,
    github,
    gitlab,
    zendesk,
    freshdesk,
    intercom,
    stripe,
    shopify,
    woocommerce,
    quickbooks,
    xero,
    mailchimp,
    sendgrid,
    calendly,
    typeform,
    zoom,
    dropbox,
    s3,
    aws,
    supabase,
)


def service_at(host: str, path: str) -> Service | None:
    """The simulated service of an address; None for any other."""
    return next((service for service in SERVICES if service.serves(host, path)), None)


def service_name(url: str) -> str:
    """The name that people know: "Slack", "Google Sheets"; the host for a service without one."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    service = service_at(host, parts.path.rstrip("/") or "/")
    return service.name if service else host
