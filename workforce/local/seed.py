"""What `make up` puts into the platform: the engine's row, and the demo company with what it is connected to."""

from __future__ import annotations

from workforce.core.actor import Actor
from workforce.core.errors import InvalidInput, WorkforceError
from workforce.core.settings import get_settings
from workforce.local import demo
from workforce.local.mailbox import USER
from workforce.local.stack import Stack
from workforce.services import accounts, connections, departments, engines, sessions, templates
from workforce.workflow.templates import TEMPLATES

ADDRESS = "127.0.0.1"


async def seed(stack: Stack) -> None:
    """Make what is missing; run it as often as you like."""
    settings = get_settings()
    key = settings.n8n_api_key.get_secret_value()
    await engines.ensure_shared(settings.n8n_base_url, key, settings.n8n_public_url)
    await templates.ensure_shared(TEMPLATES)
    actor = await _administrator(stack)
    there = {department.name for department in await departments.list_departments(actor)}
    for name in demo.DEPARTMENTS:
        if name not in there:
            await departments.add_department(actor, name)
    await _connect(stack, actor)


async def demo_actor(stack: Stack) -> Actor:
    """The demo company's administrator, signed in."""
    signed = demo.sign_in_of(stack)
    sid = await accounts.sign_in(signed.email, signed.password, ADDRESS)
    actor = await sessions.actor_of(sid)
    if actor is None:
        raise WorkforceError("The demo company cannot be signed in to. `make reset` starts with a new one.")
    return actor


async def _administrator(stack: Stack) -> Actor:
    """The demo company's administrator; the company is made when nobody can sign in, with our departments only."""
    try:
        return await demo_actor(stack)
    except InvalidInput:
        signed = demo.sign_in_of(stack)
        await accounts.sign_up(signed.email, signed.password, demo.NAME, demo.COMPANY, demo.TIMEZONE, "en")
    actor = await demo_actor(stack)
    for department in await departments.list_departments(actor):
        if department.name not in demo.DEPARTMENTS:
            await departments.remove_department(actor, department.id)
    return actor


async def _connect(stack: Stack, actor: Actor) -> None:
    """The mailbox and the shop as connections, so that a first worker runs with nothing else connected."""
    there = {connection.name for connection in await connections.list_connections(actor)}
    mailbox = {
        "user": USER,
        "password": stack.kept.secret("mailbox_password"),
        "host": "127.0.0.1",
        "port": str(stack.port("mail")),
        "secure": "false",
        "disableStartTls": "true",
    }
    shop = {
        "host": "127.0.0.1",
        "port": str(stack.port("postgres")),
        "database": demo.SHOP,
        "user": demo.READER,
        "password": stack.kept.secret("demo_reader_password"),
        "ssl": "disable",
    }
    for name, kind, data in (("Demo mailbox", "smtp", mailbox), ("Demo shop database", "postgres", shop)):
        if name not in there:
            await connections.add(actor, name, kind, data)
