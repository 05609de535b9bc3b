"""Connections: what their forms ask, what is refused and why, and that nothing comes out again."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from tests.engine.cases import NOTE, deployed, spec
from tests.engine.conftest import Company
from workforce.core.errors import Conflict, InvalidInput
from workforce.data.models import Connection
from workforce.data.postgres import tenant_session
from workforce.services import connections, engines, workers
from workforce.services.retirement import perform_retire

SMTP = {"host": "mail.example", "port": "465", "user": "shop", "password": "hunter2", "secure": "true"}


async def test_the_common_kinds_come_first(company: Company) -> None:
    kinds = connections.kinds()
    assert [one.kind for one in kinds[:3]] == ["smtp", "slackApi", "gmailOAuth2"]
    assert len(kinds) > 200


@pytest.mark.parametrize(
    ("kind", "service", "way", "icon"),
    [
        ("slackApi", "Slack", "bot token", "slack"),
        ("gmailOAuth2", "Gmail", "Google account", "gmail"),
        ("postgres", "PostgreSQL database", "", "postgres"),
        ("airtableTokenApi", "Airtable", "access token", "airtable"),
        ("googleChatOAuth2Api", "Google Chat", "Google account", "google_chat"),
        ("microsoftTeamsOAuth2Api", "Microsoft Teams", "Microsoft account", "microsoft_teams"),
        ("sendInBlueApi", "Brevo", "API key", "send_in_blue"),
        ("rabbitmq", "RabbitMQ", "user and password", "rabbitmq"),
    ],
)
async def test_kinds_have_the_names_that_people_use(
    company: Company, kind: str, service: str, way: str, icon: str
) -> None:
    known = {one.kind: one for one in connections.kinds()}[kind]
    assert (known.service, known.way, known.icon) == (service, way, icon)


async def test_no_kind_is_called_by_its_technique(company: Company) -> None:
    names = [one.service for one in connections.kinds()]
    technical = ("OAuth2", "Credentials", "Auth", " Trigger", " Token", "Chat Model")
    assert [name for name in names if name.endswith(technical)] == []
    labels = [one.label for one in connections.kinds()]
    assert len(labels) - len(set(labels)) <= 6  # a few services have two keys of the same kind


async def test_a_form_has_labels_kinds_and_secret_fields(company: Company) -> None:
    fields = {field.name: field for field in await connections.fields(company.alice, "smtp")}
    assert (fields["password"].label, fields["password"].secret) == ("Password", True)
    assert (fields["port"].kind, fields["port"].default) == ("number", "465")
    assert (fields["secure"].kind, fields["secure"].default) == ("switch", "true")
    assert not fields["host"].secret
    slack = {field.name: field for field in await connections.fields(company.alice, "slackApi")}
    assert slack["accessToken"].required and slack["accessToken"].secret and "notice" not in slack


async def test_every_common_kind_has_a_form(company: Company) -> None:
    for one in connections.kinds()[:18]:
        assert await connections.fields(company.alice, one.kind), one.kind


@pytest.mark.parametrize(
    ("name", "kind", "data", "field"),
    [
        ("", "smtp", SMTP, "name"),
        ("Mail", "nopeApi", SMTP, "kind"),
        ("Mail", "slackApi", {}, "accessToken"),
        ("Mail", "smtp", {**SMTP, "port": "many"}, "port"),
        ("Mail", "smtp", {**SMTP, "colour": "red"}, "colour"),
        ("Mail", "postgres", {"host": "db", "ssl": "perhaps"}, "ssl"),
    ],
)
async def test_what_cannot_be_used_is_named(
    company: Company, name: str, kind: str, data: dict[str, str], field: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        await connections.add(company.alice, name, kind, data)
    assert caught.value.field == field


async def test_it_is_sealed_and_never_readable_again(company: Company) -> None:
    ident = await connections.add(company.alice, "Our mail", "smtp", SMTP)
    listed = await connections.list_connections(company.alice)
    assert [(one.name, one.kind, one.used_by) for one in listed] == [("Our mail", "smtp", 0)]
    assert "hunter2" not in str([asdict(one) for one in listed])
    async with tenant_session(company.alice) as session:
        row = await session.get(Connection, ident)
        assert row and "hunter2" not in row.sealed
    with pytest.raises(InvalidInput, match="already have a connection"):
        await connections.add(company.alice, "Our mail", "smtp", SMTP)


async def test_one_in_use_stays_until_its_worker_is_retired(company: Company) -> None:
    ident = await connections.add(company.alice, "Our mail", "smtp", SMTP)
    worker_id = await deployed(company.alice, spec(NOTE), {"smtp": ident})
    assert (await connections.list_connections(company.alice))[0].used_by == 1
    with pytest.raises(Conflict, match="1 worker"):
        await connections.remove(company.alice, ident)
    await workers.retire(company.alice, worker_id)
    await perform_retire(company.organisation_id, worker_id, "test")
    await connections.remove(company.alice, ident)
    assert await connections.list_connections(company.alice) == []


async def test_the_credential_in_n8n_has_what_was_typed(company: Company) -> None:
    """n8n takes the data as typed: its own schema check at creation would refuse wrong types."""
    ident = await connections.add(company.alice, "Our mail", "smtp", SMTP)
    await deployed(company.alice, spec(NOTE), {"smtp": ident})
    names = {one.name for one in await company.n8n.all_credentials()}
    assert f"Our mail (connection {ident})" in names
    assert (await engines.at(company.engine_id)).client is not None
