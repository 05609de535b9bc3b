"""Hand-made answers of Claude: plans as it dictates them."""

from __future__ import annotations

import copy
from typing import Any

Json = dict[str, Any]

PROMPT = (
    "Every Monday at 9 read last week's rows from the sales table in Postgres, add up the amount by region, "
    "and post the totals to Slack #sales. If the total of a region is below 1000, e-mail boss@harbour.example too."
)
SALES: Json = {
    "outcome": "workflow",
    "brief": {
        "objective": "The team sees last week's sales by region every Monday.",
        "trigger": "Every Monday at 9",
        "data_in": ["rows of the sales table"],
        "actions": ["add up", "post to Slack", "e-mail when low"],
    },
    "name": "Weekly sales",
    "language": "en",
    "triggers": [
        {
            "id": "monday",
            "operation": "schedule_trigger",
            "title": "Every Monday at 9",
            "schedule": {"rules": ["0 9 * * 1"]},
        }
    ],
    "steps": [
        {
            "id": "rows",
            "operation": "postgres.select",
            "title": "Read last week's sales",
            "inputs": {
                "schema": {"by": "list", "value": "public"},
                "table": {"by": "list", "value": "sales"},
                "returnAll": True,
                "where": {
                    "values": [
                        {
                            "column": "created_at",
                            "condition": ">",
                            "value": {"now": {"shift": {"days": -7}, "snap": "day"}},
                        }
                    ]
                },
            },
            "after": ["monday"],
            "on_failure": "retry",
        },
        {
            "id": "total",
            "operation": "summarize",
            "title": "Add up by region",
            "inputs": {
                "fieldsToSummarize": {"values": [{"aggregation": "sum", "field": "amount"}]},
                "fieldsToSplitBy": "region",
            },
            "after": ["rows"],
        },
        {
            "id": "post",
            "operation": "slack.message.post",
            "title": "Post to #sales",
            "inputs": {
                "select": "channel",
                "channelId": {"by": "name", "value": "#sales"},
                "text": "{{total.region}}: {{total.sum_amount}} in the week of {{now - 7 days as 'd LLLL'}}",
            },
            "after": ["total"],
        },
        {
            "id": "low",
            "operation": "if",
            "title": "Below 1000?",
            "inputs": {
                "conditions": {"all": [{"left": {"from": "total", "field": "sum_amount"}, "is": "lt", "right": 1000}]}
            },
            "after": ["total"],
        },
        {
            "id": "mail",
            "operation": "email_send.send",
            "title": "E-mail the boss",
            "inputs": {
                "fromEmail": {"ask": "sender"},
                "toEmail": "boss@harbour.example",
                "subject": "Low sales in {{total.region}}",
                "emailFormat": "text",
                "text": "Only {{total.sum_amount}} last week.",
            },
            "after": ["low:true"],
        },
    ],
    "questions": [
        {
            "key": "sender",
            "text": "Which address does the mail come from?",
            "why": "Mail needs a sender.",
            "answer": "email",
        }
    ],
    "assumptions": ["Last week means the seven days before the run."],
}


def sales(**changes: Any) -> Json:
    """A copy of the sales plan; changes: by the id of a step, the inputs to set or (with None) to take out."""
    plan = copy.deepcopy(SALES)
    for step in plan["steps"]:
        for name, value in changes.get(step["id"], {}).items():
            step["inputs"][name] = value
            if value is None:
                del step["inputs"][name]
    return plan
