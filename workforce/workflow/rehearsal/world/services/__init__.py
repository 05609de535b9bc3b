"""The services that are simulated in their own shapes, one file each; `service_at` finds the one of an address."""

from __future__ import annotations

from urllib.parse import urlsplit

from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.services.airtable import airtable
from workforce.workflow.rehearsal.world.services.amazon import aws, s3
from workforce.workflow.rehearsal.world.services.anthropic import anthropic
from workforce.workflow.rehearsal.world.services.boards import asana, clickup, linear, monday, trello
from workforce.workflow.rehearsal.world.services.books import quickbooks, xero
from workforce.workflow.rehearsal.world.services.chats import discord, telegram, twilio, whatsapp
from workforce.workflow.rehearsal.world.services.code import github, gitlab
from workforce.workflow.rehearsal.world.services.dropbox import dropbox
from workforce.workflow.rehearsal.world.services.gemini import gemini
from workforce.workflow.rehearsal.world.services.google_calendar import calendar, docs
from workforce.workflow.rehearsal.world.services.google_drive import drive
from workforce.workflow.rehearsal.world.services.google_mail import gmail
from workforce.workflow.rehearsal.world.services.google_sheets import sheets
from workforce.workflow.rehearsal.world.services.hubspot import hubspot
from workforce.workflow.rehearsal.world.services.jira import jira
from workforce.workflow.rehearsal.world.services.meetings import calendly, typeform, zoom
from workforce.workflow.rehearsal.world.services.microsoft_files import excel, onedrive
from workforce.workflow.rehearsal.world.services.microsoft_mail import outlook
from workforce.workflow.rehearsal.world.services.microsoft_teams import teams
from workforce.workflow.rehearsal.world.services.newsletters import mailchimp, sendgrid
from workforce.workflow.rehearsal.world.services.notion import notion
from workforce.workflow.rehearsal.world.services.openai import SPEAKERS
from workforce.workflow.rehearsal.world.services.pipedrive import pipedrive
from workforce.workflow.rehearsal.world.services.salesforce import salesforce
from workforce.workflow.rehearsal.world.services.shops import shopify, woocommerce
from workforce.workflow.rehearsal.world.services.sign_in import sign_in
from workforce.workflow.rehearsal.world.services.slack import slack
from workforce.workflow.rehearsal.world.services.stripe import stripe
from workforce.workflow.rehearsal.world.services.supabase import supabase
from workforce.workflow.rehearsal.world.services.support import freshdesk, intercom, zendesk

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
