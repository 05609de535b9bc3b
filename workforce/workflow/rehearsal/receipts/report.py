# ruff: noqa: E501 - patterns and sentences stay whole
"""The report of a rehearsal: one self-contained page to print, and the same as JSON."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from workforce.workflow.rehearsal.performance import Rehearsal, ScenarioResult
from workforce.workflow.rehearsal.receipts.masking import masked, masked_url
from workforce.workflow.rehearsal.receipts.receipt import Receipt
from workforce.workflow.rehearsal.receipts.recognising import receipts
from workforce.workflow.rehearsal.receipts.summing_up import told

VERDICTS = {"passed": "Passed", "failed": "Failed", "inconclusive": "Not decided"}
LONGEST = 4000
STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}"
    "h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem;border-top:1px solid #d0d7de;padding-top:1rem}"
    ".verdict{font-weight:600}.passed{color:#1a7f37}.failed{color:#b42318}.inconclusive{color:#7a5d00}"
    ".receipt{border:1px solid #d0d7de;border-radius:8px;padding:.75rem 1rem;margin:.6rem 0;break-inside:avoid}"
    ".receipt h3{font-size:1rem;margin:0 0 .25rem}.meta{color:#57606a;font-size:.85rem}pre{white-space:pre-wrap;overflow-wrap:anywhere}"
    "table{border-collapse:collapse;font-size:.9rem}td,th{border:1px solid #d0d7de;padding:.2rem .5rem;text-align:left;vertical-align:top}"
    "blockquote{border-left:3px solid #d0d7de;margin:.5rem 0;padding:.1rem .8rem}details{font-size:.85rem}"
)
# nothing that was received may run, load or post, whatever slips in
POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"


def export_html(rehearsal: Rehearsal, title: str = "Rehearsal") -> str:
    """A page without scripts and without anything to load."""
    differences = "".join(f"<li>{escape(one.step)}: {escape(one.what)}</li>" for one in rehearsal.differences)
    differs = f"<h2>What was different from the live worker</h2><ul>{differences}</ul>" if differences else ""
    scenes = "".join(_scenario(scenario) for scenario in rehearsal.scenarios)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title><style>{STYLE}</style></head><body>'
        f"<h1>{escape(title)}</h1><p>{_verdict(rehearsal.verdict)} · {_scenarios(len(rehearsal.scenarios))} · {rehearsal.seconds:.1f} s"
        f"{f' · version {escape(rehearsal.digest[:12])}' if rehearsal.digest else ''}</p>{scenes}{differs}</body></html>"
    )


def export_json(rehearsal: Rehearsal) -> str:
    """The rehearsal with a receipt for each call, as JSON; secrets masked."""
    whole: dict[str, Any] = masked(rehearsal.as_json())
    for written, scenario in zip(whole["scenarios"], rehearsal.scenarios, strict=True):
        found = receipts(scenario.calls)
        written["summary"] = told(found)
        written["receipts"] = [one.model_dump(mode="json", exclude_defaults=True) for one in found]
        for call in written["calls"]:
            call["url"] = masked_url(call["url"])
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _scenarios(number: int) -> str:
    return f"{number} {'scenario' if number == 1 else 'scenarios'}"


def _verdict(verdict: str) -> str:
    return f'<span class="verdict {escape(verdict)}">{VERDICTS.get(verdict, escape(verdict))}</span>'


def _scenario(scenario: ScenarioResult) -> str:
    found = [one for one in receipts(scenario.calls) if one.kind != "sign-in"]
    steps = "".join(
        f"<tr><td>{escape(step.name)}</td><td>{step.items_in}</td><td>{step.items_out}</td><td>{escape(_short(step.error))}</td></tr>"
        for step in scenario.steps
    )
    table = f"<details><summary>Steps</summary><table><tr><th>Step</th><th>In</th><th>Out</th><th>Error</th></tr>{steps}</table></details>"
    return (
        f"<section><h2>{escape(scenario.title or scenario.name)}</h2><p>{_verdict(scenario.verdict)} {escape(masked(scenario.reason))}</p>"
        f"<p>{escape(told(found))}</p>{''.join(map(_receipt, found))}{table if steps else ''}</section>"
    )


def _receipt(receipt: Receipt) -> str:
    state = " · did not get through" if receipt.failed else " · was not let out" if receipt.refused else ""
    people = "".join(
        f'<div class="meta">{name}: {escape(", ".join(values))}</div>'
        for name, values in (("From", [receipt.sender]), ("To", receipt.to), ("Cc", receipt.cc), ("Bcc", receipt.bcc))
        if any(values) and receipt.kind in ("email", "chat")
    )
    subject = f"<div><strong>{escape(receipt.subject)}</strong></div>" if receipt.kind == "email" else ""
    said = f"<blockquote>{receipt.html}</blockquote>" if receipt.html else _text(receipt.text)
    reply = f"<div>Answer:</div>{_text(receipt.reply)}" if receipt.reply else ""
    files = f'<div class="meta">Attached: {escape(", ".join(receipt.attachments))}</div>' if receipt.attachments else ""
    return (
        f'<div class="receipt"><h3>{escape(receipt.title)}</h3><div class="meta">{escape(receipt.step or receipt.service)} · '
        f"{receipt.at:.2f} s{state}</div>{people}{subject}{said}{reply}{files}{_table(receipt.rows)}"
        f"<details><summary>The call</summary><pre>{escape(receipt.method)} {escape(receipt.url)} → {receipt.status}\n"
        f"{escape(_short(receipt.body))}</pre></details></div>"
    )


def _text(text: str) -> str:
    return f"<pre>{escape(_short(text))}</pre>" if text else ""


def _table(rows: list[dict[str, Any]]) -> str:
    if not any(rows):
        return ""
    names = list(dict.fromkeys(name for row in rows for name in row))
    head = "".join(f"<th>{escape(str(name))}</th>" for name in names)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_short(_pretty(row.get(n, '')), 200))}</td>" for n in names) + "</tr>"
        for row in rows
    )
    return f"<table><tr>{head}</tr>{body}</table>"


def _pretty(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False, indent=1)


def _short(text: str, most: int = LONGEST) -> str:
    return text if len(text) <= most else text[:most] + "…"
