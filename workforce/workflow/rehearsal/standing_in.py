"""Nodes whose service speaks something else than HTTP, SMTP or PostgreSQL: their parameters are posted to the world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workforce.workflow.catalogue.display import Json
from workforce.workflow.rehearsal.flow import BASE, Flow

NOT_HTTP = {
    "mySql": "MySQL",
    "mongoDb": "MongoDB",
    "redis": "Redis",
    "microsoftSql": "Microsoft SQL Server",
    "oracleDatabase": "Oracle",
    "snowflake": "Snowflake",
    "questDb": "QuestDB",
    "crateDb": "CrateDB",
    "timescaleDb": "TimescaleDB",
    "databricks": "Databricks",
    "ftp": "FTP",
    "ssh": "SSH",
    "git": "Git",
    "kafka": "Kafka",
    "rabbitmq": "RabbitMQ",
    "amqp": "AMQP",
    "mqtt": "MQTT",
    "ldap": "LDAP",
    "dataTable": "Data table",
    "readWriteFile": "Files",
    "executeCommand": "Command",
    "executeWorkflow": "Another workflow",
    "n8n": "n8n",
}


@dataclass(frozen=True, slots=True)
class StandIn:
    """What takes a node's place. host and path are where its parameters are posted."""

    host: str
    path: str
    why: str


def stand_in_for(flow: Flow, name: str) -> StandIn | None:
    """What takes the node's place, None when it can act itself."""
    node = flow.nodes[name]
    short = node["type"].removeprefix(BASE)
    unknown = flow.type_of(name) is None and not flow.serves(name)
    if not unknown and not NOT_HTTP.get(short):
        return None
    service = NOT_HTTP.get(short) or short
    operation = flow.effective(name).get("operation")
    path = operation if isinstance(operation, str) and operation.isidentifier() else "do"
    return StandIn(
        f"{short.rsplit('.', 1)[-1].lower()}.simulated",
        path,
        f"{service} is not simulated: what it would be asked is shown, and its answer is a sample.",
    )


def stand_in(flow: Flow, name: str, instead: StandIn) -> Json:
    """An HTTP Request that posts the node's own parameters, expressions and all."""
    node = flow.nodes[name]
    given: Json = node.get("parameters") or {}
    fields = [{"name": key, "value": text} for key, text in _flat(given)]
    parameters = {
        "method": "POST",
        "url": f"http://{instead.host}/{instead.path}",
        "sendBody": True,
        "bodyParameters": {"parameters": fields},
        "options": {},
    }
    kept = (
        "id",
        "name",
        "position",
        "onError",
        "retryOnFail",
        "maxTries",
        "executeOnce",
        "alwaysOutputData",
        "disabled",
    )
    return {
        **{key: node[key] for key in kept if key in node},
        "type": BASE + "httpRequest",
        "typeVersion": 4.2,
        "parameters": parameters,
    }


def _flat(value: Any, path: str = "") -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [pair for key, inner in value.items() for pair in _flat(inner, f"{path}.{key}" if path else str(key))]
    if isinstance(value, list):
        return [pair for index, inner in enumerate(value) for pair in _flat(inner, f"{path}.{index}")]
    return [(path, value if isinstance(value, str) else str(value))] if value not in (None, "") else []
