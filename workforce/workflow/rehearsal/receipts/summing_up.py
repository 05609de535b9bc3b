# ruff: noqa: E501 - patterns stay whole
"""`summary`: side effects counted, in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from workforce.workflow.rehearsal.performance import Call
from workforce.workflow.rehearsal.receipts.receipt import Receipt
from workforce.workflow.rehearsal.receipts.recognising import receipts
from workforce.workflow.rehearsal.receipts.words import Words, words_for

NAMED = 2


def summary(calls: Iterable[Call], language: str = "en") -> str:
    """“Would send 3 e-mails to 2 people, write 12 rows, post 1 message to #sales; reads 2 sources.” Nothing for no calls."""
    found = receipts(calls)
    return told(found, language) if found else ""


def told(found: Sequence[Receipt], language: str = "en") -> str:
    """The same for receipts that were made already."""
    words = words_for(language)
    done = [receipt for receipt in found if receipt.happens]
    parts = [*_mails(done, words), *_rows(done, words), *_messages(done, words), *_others(done, words)]
    sources = _sources(found)
    asked = sum(receipt.kind == "ai" and not receipt.failed for receipt in found)
    tails = [words.count("sources", sources)] if sources else []
    tails += [words.count("questions", asked)] if asked else []
    failed = sum(receipt.effect and (receipt.failed or receipt.refused) for receipt in found)
    tails += [words.count("failed", failed)] if failed else []
    head = f"{words.would} {', '.join(parts)}" if parts else words.nothing
    sentence = "; ".join([head.strip(), *tails])
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _sources(found: Sequence[Receipt]) -> int:
    """How many sheets, tables and services were read; a service counts by itself when none of its places is known."""
    places: dict[str, set[str]] = {}
    for receipt in found:
        if receipt.kind == "read" and not receipt.failed:
            named = receipt.place not in ("", receipt.service)
            places.setdefault(receipt.service, set()).update({receipt.place} if named else ())
    return sum(max(1, len(one)) for one in places.values())


def _mails(done: Sequence[Receipt], words: Words) -> list[str]:
    sent = [receipt for receipt in done if receipt.kind == "email" and receipt.verb == "send"]
    drafts = sum(receipt.kind == "email" and receipt.verb == "draft" for receipt in done)
    people = {one.lower() for receipt in sent for one in (*receipt.to, *receipt.cc, *receipt.bcc)}
    parts = (
        [words.count("mails", len(sent)) + (f" {words.count('people', len(people))}" if people else "")] if sent else []
    )
    return parts + ([words.count("drafts", drafts)] if drafts else [])


def _rows(done: Sequence[Receipt], words: Words) -> list[str]:
    totals: Counter[str] = Counter()
    for receipt in done:
        if receipt.kind == "row":
            totals[receipt.verb] += receipt.count
    names = {"write": "rows", "change": "changed_rows", "delete": "deleted_rows"}
    return [words.count(names[verb], totals[verb]) for verb in names if totals[verb]]


def _messages(done: Sequence[Receipt], words: Words) -> list[str]:
    sent = [receipt for receipt in done if receipt.kind == "chat"]
    places = list(dict.fromkeys(one for receipt in sent for one in receipt.to))
    if not sent:
        return []
    shown = ", ".join(places[:NAMED]) + (" …" if len(places) > NAMED else "")
    return [words.count("messages", len(sent)) + (f" {words.to} {shown}" if shown else "")]


def _others(done: Sequence[Receipt], words: Words) -> list[str]:
    counted: Counter[tuple[str, str]] = Counter()
    for receipt in done:
        if receipt.kind in ("record", "event", "payment", "file"):
            counted[(receipt.verb, receipt.noun if receipt.kind == "record" else receipt.kind)] += 1
    parts = [words.things(verb, noun, number) for (verb, noun), number in counted.items()]
    calls = sum(receipt.kind == "request" for receipt in done)
    return parts + ([words.count("calls", calls)] if calls else [])
